"""What people were shown is on record: who, which item, how much; also where the case can't be written."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import Fault, Faults
from tests.records import case_of
from triage.case import Case
from triage.cli import main
from triage.scope import ledger
from triage.scope.ledger import read
from triage.store import audit_log

FILES: dict[str, bytes | str] = {"dana/1.txt": "heron " * 10, "omar/2.txt": "heron and egret", "omar/3.txt": "bittern"}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, FILES) as made:
        yield made


def entries(path: Path) -> list[tuple[object, ...]]:
    return [tuple(v for k, v in line.items() if k not in "nth" and k != "login") for line in read(path)]


def failing(case: Case) -> list[str]:
    return [check.name for check in case.verification.run() if not check.held]


def test_searches_rows_texts_hits_and_originals_are_recorded_with_who_saw_them(case: Case) -> None:
    case.search.run("heron")
    assert not (case.path / "shown.jsonl").exists(), "a program that shows nobody anything"
    found = case.search.run("heron", limit=1, reviewer="Rae")
    case.search.rows(found.nos, "heron", 0, "Rae")
    item = case.search.item(found.nos[0])
    case.search.showing(item, "Rae")
    case.reports.hits("egret", width=3, reviewer="Rae")
    case.originals.read_bytes(found.nos[1], 0, 5, "Rae")
    other = case.search.item(found.nos[1])
    assert entries(case.path / "shown.jsonl") == [
        ("search", "Rae", "heron", 2, 1),
        ("rows", "Rae", "heron", 0, 2),
        ("text", "Rae", item.row.id, len(item.segments[0].text)),
        ("hits", "Rae", "egret", 1, 1, 8),
        ("page", "Rae", other.row.id, "bytes", 0, 5),
    ]
    case.search.showing(item, "")
    last = list(read(case.path / "shown.jsonl"))[-1]
    assert last["by"] == last["login"] != "", "before a name is given, the login is recorded"
    shown = case.reports.shown()
    assert shown is not None and (shown.items, shown.of_items, shown.searches, shown.hit_lists) == (2, 3, 1, 1)
    assert 0 < shown.octets < shown.of_octets and ("Rae", 2) in shown.people
    logs = case.reports.logs()
    assert logs["ledger"] > 0 and 0 < logs["views"] <= sum(1 for _ in read(case.path / "views.jsonl"))
    assert failing(case) == []


def test_the_audit_names_its_end_so_that_it_cannot_be_cut(case: Case) -> None:
    path = case.path / "shown.jsonl"
    with Case.open(case.path) as window:
        for _ in range(10):
            window.search.run("heron", reviewer="Rae")
    whole = path.read_bytes()
    assert len(whole.splitlines()) == 10 and failing(case) == []
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]))
    assert failing(case) == ["shown to people"] and case.reports.shown() is None
    path.write_bytes(whole.replace(b'"heron"', b'"egret"', 1))
    assert failing(case) == ["shown to people"] and case.reports.shown() is None
    path.write_bytes(whole)
    assert failing(case) == []


def test_an_export_states_the_share_and_the_audit_the_end(case: Case, tmp_path: Path) -> None:
    case.search.showing(case.search.item(case.search.run("bittern", reviewer="Rae").nos[0]), "Rae")
    case.export.bundle(tmp_path / "out", "*", "Rae")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert (manifest["shown_to_people"]["items"], manifest["shown_to_people"]["of_items"]) == (1, 3)
    assert "1 of 3 items" in (tmp_path / "out" / "report.html").read_text("utf-8")
    path = case.path / "shown.jsonl"
    path.write_bytes(path.read_bytes()[: path.read_bytes().index(b"\n") + 1])
    assert failing(case) == ["shown to people"]


def test_only_what_came_since_is_read_again(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    read_lines, parse = list[bytes](), ledger.parse

    def counted(raw: bytes) -> object:
        read_lines.append(raw)
        return parse(raw)

    monkeypatch.setattr(ledger, "parse", counted)
    total = 0
    for more, most in ((30, 32), (5, 9), (0, 4)):  # the end of the log is looked for, too
        with Case.open(case.path) as window:
            for _ in range(more):
                window.search.run("heron", reviewer="Rae")
        total += more
        read_lines.clear()
        said = case.reports.shown()
        assert said is not None and said.searches == total and more <= len(read_lines) <= most
        with Case.open(case.path) as other:
            assert other.reports.shown() == said


def test_who_goes_back_and_forth_takes_no_memory(case: Case) -> None:
    item = case.search.item(case.search.run("heron").nos[0])
    for _ in range(20):
        case.search.showing(item, "Rae")
    shown = case.reports.shown()
    assert shown is not None and shown.people == (("Rae", 1),) and shown.items == 1
    assert len(case._opened.exposure._read.people["Rae"][item.row.id]) == 1


def test_what_a_failure_midway_left_is_not_counted_twice(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(4):
        case.search.run("heron", reviewer="Rae")
    parse, left = ledger.parse, [2]

    def failing_once(raw: bytes) -> object:
        left[0] -= 1
        if not left[0]:
            raise OSError(errno.EIO, "input/output error")
        return parse(raw)

    monkeypatch.setattr(ledger, "parse", failing_once)
    with pytest.raises(OSError, match="input/output"):
        case.reports.shown()
    shown = case.reports.shown()
    assert shown is not None and shown.searches == 4


def test_a_session_that_cannot_write_records_in_the_state_folder(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRIAGE_STATE", str(tmp_path / "state"))
    before = sorted(p.name for p in case.path.iterdir())
    no = case.search.find(case.search.rows(case.search.run("bittern").nos)[0].id)
    assert main(["show", str(case.path), case.search.item(no).row.id, "--read-only"]) == 0
    assert main(["search", str(case.path), "heron", "--read-only"]) == 0
    assert sorted(p.name for p in case.path.iterdir()) == before
    logs = sorted((tmp_path / "state").rglob("*.jsonl"))
    assert [entry[0] for log in logs for entry in entries(log)] == ["text", "search"]
    assert all(log.stat().st_mode & 0o77 == 0 for log in logs)
    assert main(["status", str(case.path), "--review"]) == 0
    assert "read-only sessions are not counted (2 by this login)" in capsys.readouterr().out
    monkeypatch.setenv("TRIAGE_STATE", "/proc/nothing")
    assert main(["search", str(case.path), "heron", "--read-only"]) == 0, "nobody is kept from searching by it"


def test_coding_many_items_records_the_query(case: Case) -> None:
    assert main(["tag", str(case.path), "relevant", "--query", "heron", "--reviewer", "Rae"]) == 0
    (row,) = (row for row in audit_log.audit(case._opened.store) if row.action == "tag")
    assert json.loads(row.detail)["query"] == "heron"
    assert entries(case.path / "shown.jsonl") == [("search", "Rae", "heron", 2, 0)]


@pytest.mark.nightly
def test_a_record_is_begun_anew_where_it_was_changed(case: Case) -> None:
    path = case.path / "shown.jsonl"
    for _ in range(2):
        case.search.run("heron", reviewer="Rae")
    case.export.bundle(case.path.parent / "out", "heron", "Rae")
    path.write_bytes(path.read_bytes()[: path.read_bytes().index(b"\n") + 1])
    assert failing(case) == ["shown to people"]
    assert [name.partition("-")[0] for name in case.verification.recover("a slip").kept] == ["shown"]
    with Case.open(case.path) as again:
        again.search.run("heron", reviewer="Rae")
        assert failing(again) == ["record"], "which says for good that it was begun anew"


def test_what_is_shown_on_a_full_disk_goes_to_the_sessions_own_log_and_that_is_said(
    case: Case, tmp_path: Path, under: Faults
) -> None:
    case.search.run("heron", reviewer="Rae")
    log, state = case.path / "shown.jsonl", tmp_path / "state"
    before = log.read_bytes()
    full = under.run(Fault((log,)), "search", case.path, "egret", TRIAGE_STATE=str(state))
    assert full.code == 0 and "interpreted as: egret" in full.out
    assert str(log) in full.err and str(state) in full.err and full.err.count("triage:") == 1
    (own,) = state.rglob("*.jsonl")
    assert [entry[0] for entry in entries(own)] == ["search"] and log.read_bytes() == before
    nowhere = under.run(Fault((log, state)), "search", case.path, "bittern", TRIAGE_STATE=str(state))
    assert nowhere.code == 0 and "lost" in nowhere.err
    assert list(state.rglob("*.jsonl")) == [own] and failing(case) == []


@pytest.mark.parametrize("written", [0, 7])
def test_entries_wait_for_room_and_none_is_lost_or_recorded_twice(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    log, write = case.path / "shown.jsonl", os.write
    monkeypatch.setenv("TRIAGE_STATE", str(tmp_path / "state"))

    def full(fd: int, data: bytes) -> int:
        if not str(Path(f"/proc/self/fd/{fd}").readlink()).endswith(".jsonl"):
            return write(fd, data)
        if written and data[:1] == b"{":
            return write(fd, data[:written])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    case.search.run("first", reviewer="Rae")
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        case.search.run("second", reviewer="Rae")
        case.search.run("third", reviewer="Rae")
        assert "shown-unrecorded" in case.reports.unrecorded
    case.search.run("fourth", reviewer="Rae")
    queries = [line["q"] for line in read(log) if line["e"] == "search"]
    assert queries == ["first", "second", "third", "fourth"] and failing(case) == []
    assert case.reports.unrecorded == ""
    assert list((tmp_path / "state").rglob("*.jsonl")) == []
