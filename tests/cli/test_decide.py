"""``triage tag``, ``redact``, ``seal``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Say, ids
from tests.review.people import keys_of, line_of
from triage.case import Case
from triage.errors import DecisionError
from triage.model.tags import DEFAULT

# ``triage tag``: groups of tags, dry runs, and what is coded along.


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


# ``triage tag palette``: versions, and the palette as TOML.


def test_the_palette_goes_out_and_in_as_toml(mails: str, tmp_path: Path, say: Say) -> None:
    shown = say("tag", "palette", mails)
    assert "Version 0, built in" in shown and "customer-content" in shown and "seals" in shown
    file = tmp_path / "palette.toml"
    file.write_text(say("tag", "palette", mails, "--toml"), "utf-8")
    say("tag", "palette", mails, "--set", str(file), "--reviewer", "Rae")
    with Case.open(Path(mails)) as opened:
        assert opened.decisions.palette() == DEFAULT
    more = '\n[[tag]]\nname = "board"\nkey = "b"\nwords = "Board paper"\ncolour = "blue"\npropagates = "family"\n'
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    shown = say("tag", "palette", mails, "--set", str(file), "--reviewer", "Rae")
    assert "Board paper" in shown and "family" in shown
    assert "by Rae" in say("tag", "palette", mails, "--versions")
    assert len(json.loads(say("tag", "palette", mails, "--versions", "--json"))) >= 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not toml", "can't be read as TOML"),
        ("tag = 3", "has no [[tag]] tables"),
        ('[[tag]]\nkey = "X"', "has no name"),
        ('[[tag]]\nname = "x"\nshape = "y"', "knows no 'shape'"),
        ('[[tag]]\nname = "x"\nseals = "yes"', "has a wrong 'seals'"),
        ('[[tag]]\nname = "x"\ncolour = "odd"', "can't have the colour"),
    ],
)
def test_a_wrong_palette_file_is_refused(mails: str, tmp_path: Path, say: Say, text: str, message: str) -> None:
    file = tmp_path / "palette.toml"
    file.write_text(text, "utf-8")
    assert message in say("tag", "palette", mails, "--set", str(file), "--reviewer", "Rae", code=2)


# ``triage redact``: words, fields and regions; taken back; listed.


def test_words_and_fields_are_redacted_listed_and_taken_back(mails: str, say: Say) -> None:
    first = ids(say, mails, "custodian:dana heron")[0]
    reason = ("--reason", "Personal data", "--reviewer", "Rae")
    assert "redact: 1 item changed" in say("redact", mails, first, "--words", "heron", *reason)
    assert "1 so already" in say("redact", mails, first, "--words", "heron", *reason)
    say("redact", mails, first, "--field", "subject", "--reason", "Privilege", "--reviewer", "Omar")
    out = say("redact", mails, first)
    assert "Personal data: text|" in out and "Privilege: field|subject  (Omar)" in out and "2 redactions." in out
    assert len(json.loads(say("redact", mails, first, "--json"))) == 2
    say("redact", mails, first, "--words", "heron", "--remove", *reason)
    assert "1 redaction." in say("redact", mails, first)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--words", "unheard of", "--reason", "x"), "aren't at this position"),
        (("--words", "heron"), "needs a reason"),
        (("--region", "1:0,0,50", "--reason", "x"), "needs a reason"),
        (("--region", "1:0,0,50,50", "--reason", "x"), "made of its text"),
    ],
)
def test_what_is_not_there_is_refused(mails: str, say: Say, more: tuple[str, ...], why: str) -> None:
    first = ids(say, mails, "custodian:dana heron")[0]
    assert why in say("redact", mails, first, *more, "--reviewer", "Rae", code=2)


# ``triage seal`` and ``triage seal open``: one person seals, two open.


def test_seal_and_unseal(mails: str, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ids(say, mails, "heron")[0]
    assert "Give the reason with --reason" in say("seal", mails, first, "--reviewer", "Rae", code=2)
    assert "1 item would be sealed, and 1 as" in say("seal", mails, first, "--dry-run")
    out = say("seal", mails, first, "--reason", "names of customers", "--reviewer", "Rae")
    assert "2 items were sealed by Rae, 1 of them attachments or duplicates" in out
    assert ids(say, mails, "heron") == [] and len(ids(say, mails, "is:sealed")) == 2
    shown = say("show", mails, first)
    assert "heron" not in shown and "names of customers" in shown and "[sealed]" in shown
    assert "two people" in say("tag", mails, "--undo", "--reviewer", "Rae", code=2)
    assert "2 items are sealed" in say("seal", mails)
    assert "Give a reason" in say("seal", "open", mails, first, "--reviewer", "Rae", code=2)
    ask = ("seal", "open", mails, first, "--reason", "a slip", "--reviewer", "Rae")
    assert "triage record roster add CASE --name NAME" in say(*ask, code=2)
    say("record", "roster", "add", mails, "--name", "Rae")
    assert "Rae asked to open it" in say(*ask)
    assert "Rae asks to open it: a slip" in say("seal", mails)
    assert "another person has to grant" in say("seal", "open", mails, first, "--reviewer", "Rae", code=2)
    assert "or belongs to the same login" in say("seal", "open", mails, first, "--reviewer", "Omar", code=2)
    say("record", "roster", "add", mails, line_of("Omar"), "--name", "Omar")
    with monkeypatch.context() as omar:
        omar.setattr("triage.proof.keys.LoginKeys.of_login", lambda _=None: keys_of("Omar"))
        out = say("seal", "open", mails, first, "--reviewer", "Omar")
    assert "requested by Rae and granted by Omar, and 1 that were propagated" in out
    assert len(ids(say, mails, "heron")) == 2
    assert "isn't sealed" in say("seal", "open", mails, first, "--reason", "x", "--reviewer", "Rae", code=2)
    say("verify", mails)
