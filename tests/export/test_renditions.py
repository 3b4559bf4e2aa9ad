"""Outlook items leave as mail messages too, beside their originals, those of data files as well; sealed ones don't."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.parsers.mail_builders import item
from tests.records import case_of
from tests.writers.pst import PstBuilder
from triage.case import Case, verify
from triage.cli import main
from triage.model.items import ExportReport
from triage.parsers.outlook.msg import build_msg

pytestmark = pytest.mark.xdist_group("pool")

BROKEN = build_msg(item("Broken"))[:8] + b"\xff" * 4096


def data_file() -> bytes:
    made = PstBuilder()
    made.folder(0x122, "", 0x122)
    made.folder(0x8022, "Inbox", 0x122)
    made.message(item("Kestrel", "from the data file"), 0x8022)
    return made.build()


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    files: dict[str, bytes | str] = {"a.msg": build_msg(item("Falcon")), "b.pst": data_file(), "c.msg": BROKEN}
    with case_of(tmp_path, files) as made:
        yield made


def rows(folder: Path) -> dict[str, dict[str, str]]:
    """Return the table's records by the name of their item."""
    table = csv.DictReader(io.StringIO((folder / "findings.csv").read_text("utf-8-sig"), newline=""))
    return {row["name"]: row for row in table}


def exported(case: Case, folder: Path) -> ExportReport:
    with case:
        report = case.export.bundle(folder, "*", "Rae")
    assert all(check.held for check in verify(folder))
    return report


@pytest.mark.nightly
def test_items_stand_there_as_messages_of_the_same_name(case: Case, tmp_path: Path) -> None:
    report = exported(case, tmp_path / "out")
    listed = rows(tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert report.renditions == manifest["counts"]["renditions"] == 2
    assert {path.suffix for path in (tmp_path / "out" / "natives").iterdir()} == {".msg", ".eml", ".pst", ".txt"}
    for name, subject, body in (("a.msg", "Falcon", "Meet at noon"), ("Kestrel.msg", "Kestrel", "from the data file")):
        path = listed[name]["rendition"]
        assert path == listed[name]["native"].replace(".msg", ".eml")
        message = message_from_bytes((tmp_path / "out" / path).read_bytes(), policy=policy.default)
        assert (message["subject"], message["x-converted-from"]) == (subject, f"sha256={listed[name]['sha256']}")
        assert message["x-converted-by"].startswith("extract-msg")
        assert message.get_body(("plain",)).get_content().strip() == body  # type: ignore[attr-defined]
        assert path in {file["path"] for file in manifest["files"]}
        assert path in (tmp_path / "out" / "report.html").read_text("utf-8")
    assert listed["b.pst"]["rendition"] == listed["plan.txt"]["rendition"] == ""


@pytest.mark.nightly
def test_what_cannot_be_converted_is_named_and_stops_nothing(case: Case, tmp_path: Path) -> None:
    report = exported(case, tmp_path / "out")
    broken = rows(tmp_path / "out")["c.msg"]
    assert (tmp_path / "out" / broken["native"]).read_bytes() == BROKEN
    assert broken["rendition"] == "" and "can't be read" in broken["rendition_missing"]
    assert report.unconverted == ((broken["id"], broken["rendition_missing"]),)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert [lost["id"] for lost in manifest["renditions_missing"]] == [broken["id"]]
    assert "1 Outlook items could not be converted" in (tmp_path / "out" / "README.txt").read_text("utf-8")


@pytest.mark.nightly
def test_two_exports_hold_the_same_messages(case: Case, tmp_path: Path) -> None:
    for name in ("a", "b"):
        case.export.bundle(tmp_path / name, "*", "Rae")
    case.close()
    first, second = (sorted((tmp_path / name / "natives").iterdir()) for name in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_nothing_sealed_is_converted(case: Case, tmp_path: Path) -> None:
    no = next(
        row.no for row in case.search.rows(case.search.run("*").nos) if row.name == "plan.txt" and row.path == "a.msg"
    )
    case.decisions.seal([no], "a customer's plan", "Rae", "key")
    report = exported(case, tmp_path / "out")
    assert (report.renditions, len(report.unconverted)) == (0, 1)
    assert not list((tmp_path / "out" / "natives").glob("*.eml"))


@pytest.mark.nightly
def test_the_command_line_says_what_was_converted(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case.close()
    assert main(["export", str(case.path), str(tmp_path / "out"), "--query", "*", "--reviewer", "Rae"]) == 0
    out = capsys.readouterr().out
    assert "(2 of them as mail messages too)" in out and "not converted to a mail message:" in out
