"""``triage record`` and ``case``."""

from __future__ import annotations

import getpass
import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.records import case_of, mail
from tests.review.people import line_of
from tests.stamps import Authority
from triage.case import LoginKeys
from triage.cli import main

# Tests of ``triage record head`` and of ``triage verify --head``.


def test_a_head_that_was_kept_shows_what_was_rolled_back(texts: str, tmp_path: Path, say: Say) -> None:
    kept, later = str(tmp_path / "kept.head"), str(tmp_path / "later.head")
    shutil.copytree(texts, tmp_path / "before")
    assert "(unprotected key)" in say("record", "head", texts, "-o", kept)
    assert "nothing is overwritten" in say("record", "head", texts, "-o", kept, code=2)
    say("tag", texts, "hot", "--query", "word1")
    answer = json.loads(say("record", "head", texts, "--since", kept, "-o", later, "--json"))
    assert (
        answer["path"] == later
        and answer["protection"] == "unprotected key"
        and answer["key"] in Path(later).read_text()
    )
    for head in (kept, later):
        assert "holds  given head: the case still has all" in say("verify", texts, "--head", head)
    rolled_back = shutil.copytree(tmp_path / "before", tmp_path / "case2")
    assert "rolled back" in say("record", "head", str(rolled_back), code=2)
    assert "Signed by" in say("record", "head", str(rolled_back), "--restored", "backup of Monday")
    assert "can't be used" in say("verify", texts, "--head", str(tmp_path / "nowhere"), code=2)


def test_an_export_has_no_head(texts: str, tmp_path: Path, say: Say) -> None:
    export = str(tmp_path / "out")
    say("export", texts, export, "--query", "word1")
    assert "compared with a case or a proof" in say("verify", export, "--head", export, code=2)


def test_a_locked_key_is_said_in_one_line(texts: str, tmp_path: Path, say: Say) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("heron\n")
    assert "(passphrase)" in say("record", "head", texts, "--name", "locked", "--passphrase-file", str(passphrase))
    assert "needs its passphrase" in say("record", "head", texts, "--name", "locked", code=2)
    empty = tmp_path / "empty"
    empty.write_text("")
    assert "can't be used" in say("index", texts, "--passphrase-file", str(empty), code=2)
    assert "can't be the name of a key" in say("record", "head", texts, "--name", "two words", code=2)


# Tests of ``triage record countersign``.


def test_counsel_signs_with_the_case_or_without_it(
    texts: str, tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, signed = str(tmp_path / "1.head"), str(tmp_path / "signed.head")
    say("record", "head", texts, "-o", head)
    monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "counsel"))
    assert "Name a new file with -o, or the case" in say("record", "countersign", head, code=2)
    assert "--first" in say("record", "countersign", head, "-o", signed, code=2)
    assert "Countersigned: " in say("record", "countersign", head, "-o", signed, "--first", "--name", "counsel")
    answer = json.loads(say("record", "countersign", head, "--case", texts, "--name", "counsel", "--json"))
    assert Path(answer["path"]).parent == Path(texts) / "heads" and answer["key"].startswith("counsel+")
    assert answer["key"] in say("verify", texts, "--head", signed)
    monkeypatch.undo()
    assert "Put into the case" in say("record", "head", texts, "--add", signed)


# Tests of ``triage record stamp``.


def test_a_request_goes_out_and_the_answer_comes_back(texts: str, tmp_path: Path, say: Say) -> None:
    head, answer = tmp_path / "1.head", tmp_path / "answer.tsr"
    say("record", "head", texts, "-o", str(head))
    request = say("record", "stamp", str(head))
    assert "Send it to a time stamp authority" in request and "--answer FILE.tsr --authority ROOT.pem" in request
    assert "nothing is overwritten" in say("record", "stamp", str(head), code=2)
    authority = Authority.make(tmp_path / "authority")
    answer.write_bytes(authority.answer((tmp_path / "1.head.tsq").read_bytes()))
    assert "Name the authority's root certificate" in say("record", "stamp", str(head), "--answer", str(answer), code=2)
    root = str(authority.folder / "root.pem")
    assert "says the authority" in say("record", "stamp", str(head), "--answer", str(answer), "--authority", root)
    assert (tmp_path / "1.head.tsr").read_bytes() == answer.read_bytes()


# ``triage record prove`` says before it writes what a signature can't show, unless others have seen the record.


def test_it_suggests_that_somebody_else_signs_a_head_first(
    texts: str, tmp_path: Path, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", "prove", texts, str(tmp_path / "alone")]) == 0
    assert "Nobody else has seen this record" in capsys.readouterr().err
    alone = (tmp_path / "alone/non-access.html").read_text()
    assert "Nobody else has seen this record" in alone
    say("record", "head", texts, "-o", str(tmp_path / "1.head"))
    say(
        "record",
        "countersign",
        str(tmp_path / "1.head"),
        "--first",
        "--name",
        "outsider",
        "-o",
        str(tmp_path / "1c.head"),
    )
    say("record", "head", texts, "--add", str(tmp_path / "1c.head"))
    assert main(["record", "prove", texts, str(tmp_path / "seen")]) == 0 and not capsys.readouterr().err
    seen = (tmp_path / "seen/non-access.html").read_text()
    assert "Heads of this record that others have signed or time-stamped: 1, the first one" in " ".join(seen.split())
    assert "heads that others have signed or time-stamped: 1" in say("verify", str(tmp_path / "seen"))


# ``triage record roster``: who is on it, how keys are added and replaced, what a locked key comes to.


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


# Tests of triage.cli.backup and compact: what they print and return. The copy itself: tests/case/test_recovery.


@pytest.fixture
def case(tmp_path: Path) -> Path:
    case_of(tmp_path, {"dana/1.eml": mail("One", "osprey")}).close()
    return tmp_path / "case"


def test_a_backup_states_what_is_in_it_and_what_is_not(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["case", "backup", str(case), str(tmp_path / "copy")]) == 0
    printed = capsys.readouterr().out
    assert "ledger.key, seal.key) are in it" in printed and "Everything in it holds." in printed
    (tmp_path / "records/dana/1.eml").unlink()
    (case / "settings.toml").write_text("workers = 3\n")
    assert main(["case", "backup", "--progress", "json", str(case), str(tmp_path / "second")]) == 1
    report = json.loads(capsys.readouterr().out.splitlines()[-1])["report"]
    assert [check["name"] for check in report["checks"] if not check["held"]] == ["settings"]


def test_compacting_and_verifying_report_to_programs(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["case", "compact", str(case)]) == 0
    assert capsys.readouterr().out.startswith("The database had ")
    assert main(["case", "compact", "--progress", "json", str(case)]) == 0
    before, after = json.loads(capsys.readouterr().out)["report"]
    assert before >= after == (case / "case.db").stat().st_size
    assert main(["verify", "--progress", "json", str(case)]) == 0
    assert all(check["held"] for check in json.loads(capsys.readouterr().out)["report"])


def test_a_database_that_is_damaged_inside_is_told_in_a_sentence(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = bytearray((case / "case.db").read_bytes())
    for page in range(8192 * 8, len(data), 8192):
        data[page : page + 4096] = b"\xff" * 4096
    (case / "case.db").write_bytes(data)
    assert main(["search", str(case), "osprey"]) == 2
    assert "restore the case from a backup" in capsys.readouterr().err
