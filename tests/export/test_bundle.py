"""A bundle is whole or not there, and says what it holds and what it lacks."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import json
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.export.records import CHOSEN, HEBREW, HOSTILE, ORDER, Records, sample
from triage.errors import ExportError
from triage.export.bundle import write_bundle
from triage.export.folder import locked, remove_left_over
from triage.messages import plain, render
from triage.model.items import ExportReport, ItemNo, Trouble
from triage.proof import folders
from triage.scope.policy import Allow


def export(target: Path, records: Records | None = None, **options: Any) -> ExportReport:
    records = records or sample()
    return write_bundle(target, ORDER, records, CHOSEN, **options)


def test_a_bundle_holds_originals_texts_reports_and_proves_itself(tmp_path: Path) -> None:
    records = sample()
    done = export(tmp_path / "out", records)
    folder = tmp_path / "out"
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    ids = {no: records.stored[ItemNo(no)].row.id for no in (1, 2, 4, 5)}
    expected = ["README.txt", "SHA256SUMS", "findings.csv", "manifest.json", "report.docx", "report.html"]
    expected += ["report.pdf", "report.xlsx"]
    expected += ["coverage.json", "decisions.jsonl", "export.sig", "hits.jsonl", "known-answers.json", "problems.jsonl"]
    expected += ["terms.json", "verify.py"]
    expected += [f"natives/00001_{ids[4]}.eml", f"natives/00002_{ids[1]}.eml", f"natives/00003_{ids[2]}.pdf"]
    expected += [f"natives/00004_{ids[5]}.exe"]
    expected += [f"text/0000{number}_{ids[no]}.txt" for number, no in ((1, 4), (2, 1), (3, 2), (4, 5))]
    assert names == sorted(expected)
    assert (folder / f"natives/00003_{ids[2]}.pdf").read_bytes() == b"%PDF-1.7"
    assert HEBREW in (folder / f"text/00001_{ids[4]}.txt").read_text("utf-8")
    assert (done.findings, done.natives, done.missing, done.files) == (4, 4, (), 24)
    assert done.bytes == sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    assert done.seal == hashlib.sha256((folder / "SHA256SUMS").read_bytes()).hexdigest()
    assert all(one.held for one in folders.check(folder))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_sha256sum_alone_can_check_it(tmp_path: Path) -> None:
    export(tmp_path / "out")
    command = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path / "out", capture_output=True, check=False).stdout == b""
    (tmp_path / "out" / "findings.csv").write_bytes(b"forged")
    done = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "findings.csv: FAILED\n")


def test_the_manifest_says_under_which_authority_and_what_was_not_searched(tmp_path: Path) -> None:
    export(tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["query"] == {"text": "tag:relevant", "reading": "items tagged relevant"}
    assert manifest["scope"]["approved_by"] == "General Counsel, 2 May 2024"
    assert [rule["id"] for rule in manifest["scope"]["allow"] + manifest["scope"]["deny"]] == ["mail", "customers"]
    assert manifest["counts"]["case_items_not_searchable"] == 1
    assert manifest["counts"]["case_files_denied"] == 2
    assert manifest["not_searched_by_problem"] == {"encrypted": 2}
    assert (manifest["ledger_head"], manifest["audit_head"]) == ("1" * 64, "a" * 64)
    assert manifest["program"] == "Triage 0.1.0"
    assert {f["path"] for f in manifest["files"]} >= {"README.txt", "report.html", "report.docx", "findings.csv"}


def test_an_original_that_cannot_be_had_is_said_everywhere(tmp_path: Path) -> None:
    records = sample()
    records.originals[ItemNo(2)] = Trouble("vanished", plain("inbox/1.eml is gone."))
    records.originals[ItemNo(5)] = b"not what was indexed"
    done = export(tmp_path / "out", records)
    reasons = [reason for _, reason in done.missing]
    assert reasons[0] == "inbox/1.eml is gone."
    assert reasons[1].startswith("It has changed since it was indexed")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert [lost["reason"] for lost in manifest["natives_missing"]] == reasons
    assert "inbox/1.eml is gone." in (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "2 originals could not be had" in (tmp_path / "out" / "README.txt").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "findings.csv").read_text("utf-8-sig"), newline="")))
    assert [row["native_missing"] for row in rows if row["native_missing"]] == reasons
    checks = folders.check(tmp_path / "out")
    assert all(check.held for check in checks)
    natives = " ".join(render(check.message) for check in checks if check.name == "natives")
    assert "left out, with a reason: 2" in natives


def test_a_message_stands_beside_an_outlook_item_under_its_name(tmp_path: Path) -> None:
    records = Records()
    names = ("a.msg", "b.OFT", "c.eml", "failed.msg", "changed.msg")
    nos = [records.add(name.encode(), name=name, type="application/vnd.ms-outlook") for name in names]
    records.messages |= dict.fromkeys(nos, b"Subject: x\r\n\r\n")
    records.messages[nos[3]] = Trouble("limit-time", plain("It took too long."))
    records.originals[nos[4]] = b"not what was indexed"
    done = write_bundle(tmp_path / "out", ORDER, records, nos)
    listed = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["findings"]
    endings = [(finding["rendition"] or "").partition(".")[2] for finding in listed]
    assert sorted(endings) == ["", "", "eml", "eml.eml", "oft.eml"]
    assert (done.renditions, dict(done.unconverted)) == (3, {records.stored[nos[3]].row.id: "It took too long."})


def test_an_export_of_nothing_is_a_bundle_too(tmp_path: Path) -> None:
    done = write_bundle(tmp_path / "out", ORDER, Records(), [])
    assert done.findings == 0
    assert all(one.held for one in folders.check(tmp_path / "out"))
    assert "nothing to list" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_the_same_case_exports_alike(tmp_path: Path) -> None:
    export(tmp_path / "a")
    export(tmp_path / "b")
    for name in ("findings.csv", "report.html"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_an_empty_folder_may_be_the_target(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    export(tmp_path / "out")
    assert (tmp_path / "out" / "manifest.json").exists()


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for name, said in (("full", "isn't empty"), ("file", "isn't a folder"), ("no/where", "doesn't exist")):
        with pytest.raises(ExportError, match=said):
            export(tmp_path / name)
    assert (tmp_path / "full" / "mine.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "full"]


def test_an_export_among_the_evidence_is_refused_also_through_a_link(tmp_path: Path) -> None:
    evidence = tmp_path / "evidence"
    evidence.mkdir()
    (tmp_path / "link").symlink_to(evidence)
    policy = dataclasses.replace(ORDER.policy, allow=(Allow("mail", str(evidence), "Avi Cohen"),))
    for target in (evidence, evidence / "out", tmp_path / "link" / "out"):
        with pytest.raises(ExportError, match="evidence"):
            write_bundle(target, replace(ORDER, policy=policy), sample(), CHOSEN)
    assert not list(evidence.iterdir())


def test_a_stopped_export_leaves_nothing(tmp_path: Path) -> None:
    stop = threading.Event()
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            stop.set()

    done = export(tmp_path / "out", progress=progress, stop=stop)
    assert (done.stopped, done.seal, told) == (True, "", [(1, 4), (2, 4)])
    assert not list(tmp_path.iterdir())


def test_a_failed_export_leaves_nothing_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = sample()

    def full(items: object) -> Iterator[bytes]:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(records, "natives", full)
    with pytest.raises(ExportError, match="No space left on device"):
        write_bundle(tmp_path / "out", ORDER, records, CHOSEN)
    assert not list(tmp_path.iterdir())


def test_what_a_killed_export_left_is_named_and_not_touched(tmp_path: Path) -> None:
    (tmp_path / ".out.partial").mkdir()
    (tmp_path / ".out.partial" / "natives").mkdir()
    with pytest.raises(ExportError, match=r"\.out\.partial is left over from a killed export"):
        export(tmp_path / "out")
    assert (tmp_path / ".out.partial" / "natives").is_dir()
    assert not (tmp_path / "out").exists()


def test_an_export_that_was_killed_before_it_was_on_record_holds_up_no_other(tmp_path: Path) -> None:
    left = tmp_path / ".out.partial"
    left.mkdir()
    with locked(left), pytest.raises(ExportError, match="belongs to a running one"):
        export(tmp_path / "out")
    assert left.is_dir()
    export(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_is_left_over_is_deleted_unless_an_export_is_running(tmp_path: Path) -> None:
    left = tmp_path / ".out.partial"
    (left / "natives").mkdir(parents=True)
    with locked(left):
        assert not remove_left_over(left)
    assert (left / "natives").is_dir()
    assert remove_left_over(left) and not left.exists()
    assert not remove_left_over(left)
    left.symlink_to(tmp_path)
    assert not remove_left_over(left) and left.is_symlink()


def test_it_begins_before_anything_is_written(tmp_path: Path) -> None:
    begun: list[list[Path]] = []
    export(tmp_path / "out", begin=lambda folder: begun.append([folder, *folder.iterdir()]))
    assert begun == [[tmp_path / ".out.partial"]]


@pytest.mark.parametrize("before", [False, True])
def test_what_is_exported_is_its_owners_alone(tmp_path: Path, before: bool) -> None:
    if before:
        (tmp_path / "out").mkdir(mode=0o777)
    umask = os.umask(0)
    try:
        export(tmp_path / "out")
    finally:
        os.umask(umask)
    paths = [tmp_path / "out", *(tmp_path / "out").rglob("*")]
    assert {(path.is_dir(), path.stat().st_mode & 0o777) for path in paths} == {(True, 0o700), (False, 0o600)}


def test_a_defect_leaves_nothing_either(tmp_path: Path) -> None:
    records = sample()
    del records.originals[ItemNo(2)]
    with pytest.raises(KeyError):
        export(tmp_path / "out", records)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "kind", "ending"),
    [
        ("a.PDF", "application/pdf", ".pdf"),
        ("../../etc/passwd", "text/plain", ".txt"),
        ("x.e\u202exe", "message/rfc822", ".eml"),
        ("1720000001.M1P41.host!2,S", "message/rfc822", ".eml"),
        ("56.", "message/rfc822", ".eml"),
        ("report.2024", "application/vnd.ms-outlook", ".msg"),
        ("a.b/c", "x/y", ".bin"),
    ],
)
def test_names_in_the_bundle_are_ours_whatever_the_evidence_is_called(
    tmp_path: Path, name: str, kind: str, ending: str
) -> None:
    records = Records()
    no = records.add(b"data", name=name, type=kind)
    write_bundle(tmp_path / "out", ORDER, records, [no])
    assert [path.name for path in (tmp_path / "out" / "natives").iterdir()] == [
        f"00001_{records.stored[no].row.id}{ending}"
    ]


def test_a_hostile_subject_reaches_no_name_and_no_manifest_field_unescaped(tmp_path: Path) -> None:
    export(tmp_path / "out")
    assert HOSTILE not in (tmp_path / "out" / "report.html").read_text("utf-8")
    assert HOSTILE not in (tmp_path / "out" / "manifest.json").read_text("utf-8")
