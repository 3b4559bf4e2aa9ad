"""An export is on record before it appears; what a killed one left is deleted by the next."""

from __future__ import annotations

import csv
import errno
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.faults import CREATE, FULL, SYNC, WRITE, Fault, Faults
from tests.records import case_of, mail
from triage.case import Case, verify
from triage.case import export as export_module
from triage.errors import CaseError, ExportError, QueryError
from triage.messages import decode, render
from triage.model.leaving import DECISIONS, INCLUDE, LEAVE_OUT, PRIVILEGED, Arrangement, Decided, StopLine, counts
from triage.proof.keys import LoginKeys
from triage.secret_keys import login
from triage.store import audit_log

KILLED = """
import os, signal, sys
from pathlib import Path
from triage.case import Case

with Case.open(Path(sys.argv[1])) as case:
    case.export.bundle(Path(sys.argv[2]), "heron", "Rae", lambda done, total: os.kill(os.getpid(), signal.SIGKILL))
"""


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with case_of(tmp_path_factory.mktemp("export"), {"dana/1.txt": "heron", "dana/2.txt": "heron again"}) as case:
        return case.path


@pytest.fixture
def folder(indexed: Path, tmp_path: Path) -> Path:
    return shutil.copytree(indexed, tmp_path / "case")


def _steps(case: Case) -> list[tuple[str, dict[str, object]]]:
    rows = [row for row in audit_log.audit(case._opened.store) if row.action.startswith("export")]
    return [(row.action, json.loads(row.detail)) for row in rows]


def test_an_export_is_on_record_before_it_begins(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    seen: list[bool] = []
    with Case.open(folder) as case:
        case.export.bundle(target, "heron", "Rae", lambda *_: seen.append(_steps(case)[-1][0] == "export-begin"))
        assert seen == [True, True]
        (begin, about), (end, _) = _steps(case)
    assert (begin, end) == ("export-begin", "export")
    assert (about["target"], about["query"], about["items"]) == (str(target), "heron", 2)


@pytest.mark.nightly
def test_what_a_killed_export_left_is_deleted_by_the_next(folder: Path, tmp_path: Path) -> None:
    left = tmp_path / ".first.partial"
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(tmp_path / "first")], check=False)
    assert done.returncode == -signal.SIGKILL and list((left / "natives").iterdir())
    with Case.open(folder) as case:
        assert [action for action, _ in _steps(case)] == ["export-begin"]
        case.export.bundle(tmp_path / "second", "heron", "Rae")
        assert _steps(case)[1][1]["removed"] == str(left)
        case.export.bundle(tmp_path / "first", "heron", "Rae")
        assert "removed" not in _steps(case)[3][1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case", "first", "second"]
    assert all(check.held for path in ("case", "first", "second") for check in verify(tmp_path / path))


@pytest.fixture(scope="module")
def backed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of five items: a mail with people, one whose text has two parts, a sealed one, and two others."""
    folder = tmp_path_factory.mktemp("backed")
    files: dict[str, bytes | str] = {
        "dana/1.eml": mail("Nest of a heron", "The heron\r\nstands.", more="Cc: Heron Club <club@orrin.example>\n"),
        "dana/2.html": "<p>An egret</p><p hidden>heron \U0001f426 heron</p>",
        "dana/3.txt": "heron of a customer",
        "omar/4.txt": "ibis",
        "omar/5.docx": b"PK\x03\x04 cut off",
    }
    with case_of(folder, files) as case:
        case.decisions.seal(case.search.run("customer").nos, "a customer's", "Rae", "key")
        case.decisions.tag(case.search.run("egret").nos, "relevant", "Rae", "key")
        case.decisions.untag(case.search.run("egret").nos, "relevant", "Omar", "key")
        case.search.save("birds", "egret w/5 heron OR ibis", "Rae")
        case.export.bundle(folder / "out", "heron OR ibis", "Rae")
    return folder / "out"


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]


def _at(folder: Path, hit: dict[str, Any]) -> str:
    return (folder / hit["text"]).read_bytes().decode()[hit["start"] : hit["end"]]


def test_every_hit_is_listed_with_the_place_in_the_text_that_leaves(backed: Path) -> None:
    hits = _lines(backed / "hits.jsonl")
    words = {(hit["search"], hit["term"], hit["field"], _at(backed, hit)) for hit in hits}
    assert words == {
        ("", "heron", "subject", "heron"),
        ("", "heron", "body", "heron"),
        ("", "heron", "cc", "Heron"),
        ("", "heron", "hidden", "heron"),
        ("", "ibis", "body", "ibis"),
        ("birds", "ibis", "body", "ibis"),
    }
    assert len(hits) == 7 and "customer" not in (backed / "hits.jsonl").read_text("utf-8")


def test_an_export_has_what_backs_it(backed: Path) -> None:
    decisions = [(d["reviewer"], d["action"], d["value"]) for d in _lines(backed / "decisions.jsonl")]
    assert [d for d in decisions if d[1] != "seal"] == [("Rae", "tag", "relevant"), ("Omar", "untag", "relevant")]
    assert "damaged" in {problem["code"] for problem in _lines(backed / "problems.jsonl")}
    terms = json.loads((backed / "terms.json").read_text("utf-8"))
    assert [(row["term"], row["tally"]["documents"]) for row in terms["rows"]] == [
        ("heron OR ibis", 3),
        ("egret w/5 heron OR ibis", 1),
    ]
    assert json.loads((backed / "coverage.json").read_text("utf-8"))["hits"] == 3
    assert json.loads((backed / "known-answers.json").read_text("utf-8"))[0]["versions"]
    scope = json.loads((backed / "manifest.json").read_text("utf-8"))["scope"]
    report = (backed / "report.html").read_text("utf-8")
    assert all(Path(root["path"]).is_dir() and root["path"] in report for root in scope["allow"])
    assert all(f"<h2>{heading}</h2>" in report for heading in ("Search terms", "Coverage", "Known answers"))


def test_an_export_is_signed_by_the_login_for_the_case(backed: Path) -> None:
    (check,) = (check for check in verify(backed) if check.name == "signature")
    with Case.open(backed.parent / "case") as case:
        assert check.held and case._opened.store.first_audit_hash() in render(check.message)
        assert case._opened.keys.secret(login()).public.line in render(check.message)


def test_where_the_key_cannot_be_used_the_export_says_that_it_is_unsigned(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "keys"))
    LoginKeys(tmp_path / "keys", "secret").secret(login())
    with Case.open(folder) as case:
        done = case.export.bundle(tmp_path / "out", "heron", "Rae")
    assert "passphrase" in render(decode(done.unsigned))
    assert [check.name for check in verify(tmp_path / "out") if not check.held] == ["signature"]


def test_a_name_that_is_not_utf8_is_recorded(folder: Path, tmp_path: Path) -> None:
    with Case.open(folder) as case:
        case.export.bundle(tmp_path / os.fsdecode(b"out\xff"), "heron", "Rae")
        assert str(_steps(case)[0][1]["target"]).endswith("out\\xff")


# ---- what is privileged


MEMO = "advice of counsel on the heron\n"


def _privileged_case(folder: Path) -> Case:
    """A mail with a memo attached that is privileged, the memo elsewhere, a mail that forwards it, and others."""
    one, two = EmailMessage(), EmailMessage()
    for at, message in enumerate((one, two)):
        message["From"], message["Subject"], message["Message-ID"] = (
            "rae@orrin.example",
            f"No {at}",
            f"<{at}@x.example>",
        )
        message.set_content(f"heron {at}")
        message.add_attachment(MEMO, filename="memo.txt")
        message.add_attachment(f"heron list {at}\n", filename="list.txt")
    files = {"dana/1.eml": one.as_bytes(), "omar/2.eml": two.as_bytes(), "omar/memo.txt": MEMO, "omar/3.txt": "heron"}
    case = case_of(folder, files)
    (memo,) = case.search.run("file:memo AND is:attachment AND custodian:dana").nos
    case.decisions.tag([memo], "privileged", "Rae", "key")
    return case


def _findings(folder: Path) -> set[tuple[str, str]]:
    with (folder / "findings.csv").open(newline="", encoding="utf-8-sig") as file:
        return {(row["custodian"], row["name"]) for row in csv.DictReader(file)}


@pytest.mark.nightly
def test_an_export_stops_for_a_decision_on_what_is_privileged(tmp_path: Path) -> None:
    """The item tagged, whatever has its content, and the families of either, by number and name; nothing is written."""
    out = tmp_path / "out"
    with _privileged_case(tmp_path) as case:
        found = case.export.stops(case.search.run("*").nos)
        assert counts(found, "privileged") == {"tagged": 1, "duplicates": 2, "family": 4}
        with pytest.raises(
            ExportError, match=r"7 of the items are privileged .* 1 tagged so, 2 with .*, 4 in a"
        ) as error:
            case.export.bundle(out, "*", "Rae")
        assert f"{case.search.rows(found[0].nos)[0].id} memo.txt" in str(error.value)
        assert not out.exists() and not _steps(case), "nothing was begun"
        case.export.bundle(tmp_path / "none", "path:*3.txt", "Rae")
        assert "privileged" not in json.loads((tmp_path / "none" / "manifest.json").read_text())
        assert case.export.bundle(out, "*", "Rae", decided=Decided(LEAVE_OUT)).findings == 1
        assert _findings(out) == {("omar", "3.txt")}
        decided = {"decision": "leave-out", "tagged": 1, "duplicates": 2, "family": 4}
        assert json.loads((out / "manifest.json").read_text())["privileged"] == decided
        assert "left out: 1 tagged, 2 with the content of one, 4 in a family" in (out / "report.html").read_text()
        assert MEMO.strip().encode() not in b"".join(p.read_bytes() for p in out.rglob("*") if p.is_file())
        assert case.export.bundle(tmp_path / "all", "*", "Rae", decided=Decided(INCLUDE)).findings == 8
        begun = [detail.get("privileged") for action, detail in _steps(case) if action == "export-begin"]
        assert begun == [None, decided, decided | {"decision": "include"}]
        assert all(check.held for check in (*verify(out), *case.verification.run()))


def test_other_tags_stop_nothing_and_those_that_begin_alike_do(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/1.txt": "heron", "dana/2.txt": ""}) as case:
        one, empty = case.search.run("*").nos
        case.decisions.tag([one, empty], "hot", "Rae", "key")
        assert not case.export.stops([one, empty])
        case.decisions.tag([one], "privileged-in-part", "Rae", "key")
        assert case.export.stops([one, empty]) == [StopLine(PRIVILEGED, (one,))]
        case.decisions.undo("Rae")
        assert not case.export.stops([one, empty])


def test_a_preview_shows_the_first_findings_and_opens_nothing(tmp_path: Path) -> None:
    files = {f"dana/{n}.eml": mail(f"Mail {n}", f"the heron <b>{n}</b>") for n in range(8)}
    with case_of(tmp_path, files) as case:
        before = (case.path / "ledger").read_bytes() if (case.path / "ledger").is_file() else b""
        steps = _steps(case)
        page = case.export.preview("heron", Arrangement(without=frozenset((DECISIONS,)), cover="First.\n\nSecond <i>"))
        assert page.count("<article") == 5 and "<mark>heron</mark>" in page
        assert '<p class="said" dir="auto">Second &lt;i&gt;</p>' in page and "<b>" not in page
        assert _steps(case) == steps
        assert not before or (case.path / "ledger").read_bytes() == before
        with pytest.raises(QueryError):
            case.export.preview("(")


@pytest.mark.parametrize("kinds", [WRITE | CREATE, pytest.param(SYNC, marks=pytest.mark.nightly)])
def test_a_complete_export_that_cannot_be_recorded_is_deleted_and_that_is_said(
    folder: Path, tmp_path: Path, under: Faults, kinds: int
) -> None:
    out, log, error = tmp_path / "out", (folder / "case.db-wal",), errno.EIO if kinds == SYNC else FULL
    words = ("export", folder, out, "--query", "*")
    for at in range(under.calls(Fault(log, kinds), *words), 0, -1):  # the last ones sign the case's head
        shutil.rmtree(out)
        failed = under.run(Fault(log, kinds, at, error=error), *words)
        if failed.code:
            break
    assert failed.code == 2 and "deleted" in failed.err and "backup" not in failed.err
    assert not out.exists() and list(tmp_path.glob(".out*")) == []
    assert under.run(Fault(()), *words).code == 0


def test_one_that_stays_all_the_same_is_named_and_put_on_record_by_the_next_change(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, real = tmp_path / "out", shutil.rmtree

    def kept(path: Path, *args: object, **names: object) -> None:
        if path == out:
            raise OSError(errno.EIO, "Input/output error")
        real(path, *args, **names)  # type: ignore[arg-type]

    def full(*_: object) -> None:
        raise CaseError("disk-full", path="case.db")

    with Case.open(folder) as case, monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", kept)
        patch.setattr(export_module, "end_on_record", full)
        with pytest.raises(ExportError, match="complete and signed, but not on record"):
            case.export.bundle(out, "*", "Rae")
    with Case.open(folder) as case:
        out.rename(tmp_path / "ours")
        with case_of(tmp_path / "another", {"dana/a.txt": "heron"}) as other:
            other.export.bundle(out, "*", "Rae")
        case.decisions.tag(case.search.run("*").nos, "hot", "Rae", "key")
        assert "export-left" not in [action for action, _ in _steps(case)], "another export is at its place"
        real(out)
        (tmp_path / "ours").rename(out)
        case.decisions.tag(case.search.run("*").nos, "relevant", "Rae", "key")
        left = [detail for action, detail in _steps(case) if action == "export-left"]
        checksum = hashlib.sha256((out / "SHA256SUMS").read_bytes()).hexdigest()
        assert [(one["target"], one["seal"]) for one in left] == [(str(out), checksum)]
        case.decisions.undo("Rae")
        assert len([action for action, _ in _steps(case) if action == "export-left"]) == 1
        assert all(check.held for check in case.verification.run())
