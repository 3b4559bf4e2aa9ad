"""``triage tag``: groups of tags, dry runs, and what is coded along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Say, ids
from triage.case import Case
from triage.errors import DecisionError


def test_a_group_holds_one(mails: str, say: Say) -> None:
    say("tag", mails, "not-relevant", "--query", "*", "--reviewer", "Omar")
    out = say("tag", mails, "relevant", "--query", "heron", "--reviewer", "Rae")
    assert "relevant: 2 items changed, 0 were so already. By Rae." in out
    assert len(ids(say, mails, "tag:not-relevant")) == 2
    say("tag", mails, "--undo", "--reviewer", "Rae")
    assert len(ids(say, mails, "tag:not-relevant")) == 4


def test_dry_run_says_and_changes_nothing(mails: str, say: Say) -> None:
    say("tag", mails, "not-relevant", "--query", "heron", "--reviewer", "Omar")
    out = say("tag", mails, "relevant", "--query", "*", "--dry-run")
    assert "4 items would change, 0 are so already." in out
    assert "2 would lose another tag" in out and "2 earlier decisions of Omar" in out
    assert out.count("tagged not-relevant at 20") == 2 and out.count("would be replaced") == 2
    assert ids(say, mails, "tag:relevant") == []
    foreseen = json.loads(say("tag", mails, "relevant", "--query", "*", "--dry-run", "--json"))
    assert (foreseen["changed"], len(foreseen["conflicts"])) == (4, 2)


@pytest.mark.parametrize(("way", "count"), [("copies", 2), ("thread", 3), ("family", 1)])
def test_bulk_takes_along(mails: str, say: Say, way: str, count: int) -> None:
    first = ids(say, mails, "custodian:dana heron")[0]
    say("tag", mails, "hot", first, "--with", way, "--reviewer", "Rae")
    assert len(ids(say, mails, "tag:hot")) == count
    say("tag", mails, "--undo", "--reviewer", "Rae")
    assert ids(say, mails, "tag:hot") == []


def test_a_tag_that_is_not_on_offer_is_refused_with_the_nearest(mails: str, say: Say) -> None:
    one = ids(say, mails, "heron")[0]
    assert "There is no tag 'hott': did you mean hot?" in say("tag", mails, "hott", one, code=2)
    assert "There is no tag 'zzz'. The tags are: " in say("tag", mails, "zzz", one, "--dry-run", code=2)
    assert ids(say, mails, "is:tagged") == []


def test_a_new_tag_is_put_on_offer_once(mails: str, say: Say) -> None:
    one, other = ids(say, mails, "heron")
    say("tag", mails, "wetland", one, "--new-tag", "--reviewer", "Rae")
    say("tag", mails, "wetland", other, "--new-tag", "--reviewer", "Rae")
    assert len(ids(say, mails, "tag:wetland")) == 2
    assert [tag["name"] for tag in json.loads(say("tag", "palette", mails, "--json"))["tags"]].count("wetland") == 1
    assert json.loads(say("tag", "palette", mails, "--json"))["version"] == 1


@pytest.mark.parametrize("more", [(), ("--new-tag",), ("--dry-run",)])
def test_the_id_of_an_item_is_no_tag(mails: str, say: Say, more: tuple[str, ...]) -> None:
    one, other = ids(say, mails, "heron")
    for name in (one, one[:10]):
        said = say("tag", mails, name, other, "--note", "x", *more, code=2)
        assert f"'{name}' is the id of an item and can't be a tag" in said
    assert ids(say, mails, "is:tagged OR has:note") == []
    with Case.open(Path(mails)) as case:
        no = case.search.find(other)
        with pytest.raises(DecisionError, match="is the id of an item"):
            case.decisions.tag([no], one, "Rae", "key")
