"""Originals for an export: each source is opened, hashed and read once; what is in it is checked one by one."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from pathlib import Path

import pytest

from sample_corpus.archive import ZipMember, zip_of
from tests.parsers.archive_builders import deflated
from tests.records import case_of, mail
from tests.sandbox.child.test_members import CONTAINERS, mbox
from tests.sandbox.readers import read_by
from tests.writers.package import zipped
from triage.case import Case, verify
from triage.model.items import ExportReport
from triage.scope import ledger, sources

pytestmark = pytest.mark.xdist_group("pool")


def opens(case: Case) -> Counter[str]:
    return Counter(line["f"] for line in ledger.read(case.path / "ledger.jsonl") if line["e"] == "open")


def exported(case: Case, folder: Path) -> tuple[ExportReport, Counter[str]]:
    """Export everything; return the report and how often each source was opened for it."""
    before = opens(case)
    report = case.export.bundle(folder, "*", "Rae")
    assert all(check.held for check in [*verify(folder), *case.verification.run()])
    return report, opens(case) - before


def natives(folder: Path) -> dict[str, str]:
    """Return the hashes of the originals in an export by item; checks each against what was indexed."""
    with (folder / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["native"]]
    for row in rows:
        assert hashlib.sha256((folder / row["native"]).read_bytes()).hexdigest() == row["sha256"]
    return {row["id"]: row["sha256"] for row in rows}


@pytest.mark.nightly
@pytest.mark.parametrize("mapped", [sources.MAPPED, 1])
def test_each_source_is_opened_once_for_all_that_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mapped: int
) -> None:
    monkeypatch.setattr(sources, "MAPPED", mapped)
    kinds = CONTAINERS if mapped > 1 else ("box.mbox", "box.zip", "box.pst")
    files: dict[str, bytes | str] = {f"dana/{name}": CONTAINERS[name]() for name in kinds}
    with case_of(tmp_path, files | {"omar/a.eml": mail("Alone")}) as case:
        report, opened = exported(case, tmp_path / "out")
        lost = {row.id for row in case.search.run("problem:not-extracted", limit=None).rows}
        assert {item for item, _ in report.missing} == lost and len(lost) == ("damaged.zip" in kinds)
        assert opened == dict.fromkeys(opened, 1)
        assert len(opened) == len(files) + 1
        assert len(natives(tmp_path / "out")) + len(lost) == report.findings > 20
        case.export.bundle(tmp_path / "letters", "heron OR Kestrel", "Rae")
        assert len(natives(tmp_path / "letters")) > 4
        assert max(opens(case).values()) == 3  # once to index it


def test_findings_are_numbered_by_date_however_they_lie(tmp_path: Path) -> None:
    dates = [f"Tue, {day:02d} May 2023 10:20:30 +0200" for day in (9, 2, 16)]
    letters = {f"{n}.eml": mail(f"Letter {n}", date=date) for n, date in enumerate(dates)}
    with case_of(tmp_path, {"dana/box.zip": zipped(letters)}) as case:
        case.export.bundle(tmp_path / "out", "Letter", "Rae")
    with (tmp_path / "out" / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["subject"] for row in csv.DictReader(file)] == ["Letter 1", "Letter 0", "Letter 2"]


def test_members_of_a_source_that_changed_are_checked_one_by_one(tmp_path: Path) -> None:
    before = {f"{n}.eml": mail(f"Letter {n}") for n in range(6)}
    after = {"new.eml": mail("New")} | {name: data for name, data in before.items() if name != "3.eml"}
    with case_of(tmp_path, {"dana/box.zip": zipped(before)}) as case:
        (tmp_path / "records" / "dana" / "box.zip").write_bytes(zipped(after))
        report, opened = exported(case, tmp_path / "out")
        assert sum(opened.values()) == 1
        kept = set(natives(tmp_path / "out").values())
    assert kept <= {hashlib.sha256(data).hexdigest() for data in before.values()}
    assert len(report.missing) == report.findings - len(kept)


def test_nothing_sealed_leaves_and_its_neighbours_do(tmp_path: Path) -> None:
    letters = {f"{n}.eml": mail(f"Letter {n}") for n in range(4)}
    with case_of(tmp_path, {"dana/box.zip": zipped(letters)}) as case:
        case.decisions.seal(case.search.run('"Letter 1"').nos, "a customer's", "Rae", "key")
        report, opened = exported(case, tmp_path / "out")
        sums = natives(tmp_path / "out").values()
    assert sum(opened.values()) == 1
    assert set(sums) == {hashlib.sha256(letters[f"{n}.eml"]).hexdigest() for n in (0, 2, 3)}
    assert len(report.missing) == 2  # the letter, and the archive that holds it


def test_a_scope_that_changes_meanwhile_holds_at_once(tmp_path: Path) -> None:
    with case_of(tmp_path, {f"dana/{n}.mbox": mbox() for n in range(3)}) as case:
        toml = case.path / "scope.toml"
        text = toml.read_text("utf-8") + '\n[[deny]]\nid = "late"\nglob = "2.mbox"\nreason = "not ours"\n'
        report = case.export.bundle(tmp_path / "out", "*", "Rae", lambda *_: toml.write_text(text, "utf-8") and None)
        denied = {row.id for row in case.search.rows(case.search.run("*").nos) if row.path == "dana/2.mbox"}
        assert opens(case)["mail:dana/2.mbox"] == 1
    assert dict(report.missing) == dict.fromkeys(denied, "Its source is denied by scope.toml now.")
    assert len(denied) == 5


@pytest.mark.nightly
def test_a_reader_that_dies_costs_the_item_it_was_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = b"HOSTILE box\nplain 0\nHOSTILE box|plain 10|plain 11\nHOSTILE box|plain 20\nplain 3"
    read_by("hostile", monkeypatch)
    with case_of(tmp_path, {"dana/box": box}) as case:
        (tmp_path / "records" / "dana" / "box").write_bytes(box.replace(b"box|plain 10", b"die|plain 10"))
        report, opened = exported(case, tmp_path / "out")
        members = {case.search.item(no).row.id: case.search.item(no).member for no in case.search.run("*").nos}
    assert sum(opened.values()) == 1
    missing = {members[ident]: why for ident, why in report.missing}
    assert missing.keys() == {"", "1", "1.0", "1.1"}
    assert {missing["1.0"], missing["1.1"]} == {"The reader process died on it."}


def test_what_cannot_be_extracted_is_an_item_without_an_original_and_no_copy_of_another(tmp_path: Path) -> None:
    broken = {name: ZipMember(name.encode(), b"\xff\xff", b"the heron", 8) for name in ("1.txt", "3.txt")}
    members = [broken.get(name) or deflated(name, b"the heron") for name in ("0.txt", "1.txt", "2.txt", "3.txt")]
    with case_of(tmp_path, {"dana/all.zip": zip_of(*members)}) as case:
        lost = list(case.search.run("is:unsearchable", limit=None).rows)
        assert [row.name for row in lost] == ["1.txt", "3.txt"]
        assert case.search.run("problem:not-extracted").nos == tuple(row.no for row in lost)
        assert [case.search.duplicates(row.no) for row in lost] == [[row.no] for row in lost]
        assert case.search.run("*", collapse=True).distinct == 4  # the archive, two broken members, two equal ones
        report, _ = exported(case, tmp_path / "out")
        assert sorted(item for item, _ in report.missing) == sorted(row.id for row in lost)
