"""``triage record roster``: who is on it, how keys are added and replaced, what a locked key comes to."""

from __future__ import annotations

import getpass
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.review.people import line_of
from triage.case import LoginKeys
from triage.cli import main


def test_list_add_replace_remove_appoint(texts: str, say: Say) -> None:
    assert "No roster yet" in say("record", "roster", "list", texts)
    own = json.loads(say("record", "roster", "list", texts, "--json"))["own"]
    out = say("record", "roster", "add", texts, "--name", "Rae Fox", "--reason", "reviews")
    assert f"Approver: {own}" in out and "takes two people on the roster" in out
    out = say("record", "roster", "add", texts, line_of("Omar"), "--name", "Omar Said")
    assert line_of("Omar") in out and "takes two people on the roster" not in out
    assert "on the roster already, as the key of Omar Said" in say(
        "record", "roster", "add", texts, line_of("Omar"), "--name", "Lee", code=2
    )
    out = say(
        "record", "roster", "replace", texts, "omar said", line_of("Omar Again"), "--reason", "passphrase forgotten"
    )
    assert line_of("Omar Again") in out and line_of("Omar") not in out
    assert "doesn't name one key" in say("record", "roster", "remove", texts, "Lee", code=2)
    assert "Rae Fox" not in say("record", "roster", "remove", texts, own)
    assert f"Approver: {line_of('Omar')}" in say("record", "roster", "appoint", texts, line_of("Omar"))
    assert "Only the approver" in say("record", "roster", "add", texts, "--name", "Rae Fox", code=2)
    assert "public line" in say("record", "roster", "add", texts, "nonsense", "--name", "Rae Fox", code=2)
    assert f"approver: {line_of('Omar')}" in say("verify", texts)


def test_a_person_at_a_terminal_is_asked_for_the_passphrase_whosever_key_is_added(
    texts: str, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = LoginKeys(tmp_path / "locked", "heron")
    own = keys.secret(keys.owner).public.line
    monkeypatch.setenv("TRIAGE_KEYS", str(keys.folder))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda _: "heron")
    assert f"Approver: {own}" in say("record", "roster", "add", texts, line_of("Omar"), "--name", "Omar Said")


def test_a_locked_key_is_explained_and_no_file_goes_out_unsigned_in_silence(
    texts: str, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = LoginKeys(tmp_path / "locked", "heron")
    keys.secret(keys.owner)
    (tmp_path / "pass").write_text("heron\n")
    monkeypatch.setenv("TRIAGE_KEYS", str(keys.folder))
    unlocked = ("--passphrase-file", str(tmp_path / "pass"))
    assert "Your key: " in (out := say("record", "roster", "list", texts)) and "needs its passphrase" in out
    assert "needs its passphrase" in say("record", "roster", "add", texts, "--name", "Rae", code=2)
    say("record", "roster", "add", texts, "--name", "Rae", *unlocked)
    first = say("search", texts, "common", "--ids").split()[0]
    assert main(["seal", texts, first, "--reason", "a customer's", "--reviewer", "Kim"]) == 0
    assert "needs its passphrase" in say(
        "seal", "open", texts, first, "--reason", "a slip", "--reviewer", "Rae", code=2
    )
    assert "another person on the roster" in say(
        "seal", "open", texts, first, "--reason", "a slip", "--reviewer", "Rae", *unlocked
    )
    capsys.readouterr()
    assert main(["merge", texts, "--write", str(tmp_path / "a.jsonl")]) == 0
    out = capsys.readouterr().err
    assert "The file isn't signed, so it can only be merged with --unsigned" in out
    assert "triage record roster replace CASE NAME KEY" in out and str(keys.path(keys.owner)) in out
    assert "isn't signed" in say("merge", texts, str(tmp_path / "a.jsonl"), "--reviewer", "Rae", code=2)
