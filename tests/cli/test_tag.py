"""``triage tag``: groups of tags, dry runs, and what is coded along."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Say, ids


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


@pytest.mark.parametrize(("way", "count"), [("duplicates", 2), ("thread", 3), ("family", 1)])
def test_bulk_takes_along(mails: str, say: Say, way: str, count: int) -> None:
    first = ids(say, mails, "custodian:dana heron")[0]
    say("tag", mails, "hot", first, "--with", way, "--reviewer", "Rae")
    assert len(ids(say, mails, "tag:hot")) == count
    say("tag", mails, "--undo", "--reviewer", "Rae")
    assert ids(say, mails, "tag:hot") == []
