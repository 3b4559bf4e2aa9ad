"""The check of a production: a gap, a duplicate, a missing line and any change to a file are each found."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.records import case_of
from triage.case import verify
from triage.messages import render
from triage.proof.folders import check

PROTOCOL = 'name = "First"\nvolume = "VOL001"\nprefix = "ORR"\nquery = "heron"\nprofile = "{}"\n'
DAT, OPT = "VOL001/DATA/VOL001.dat", "VOL001/DATA/VOL001.opt"


@pytest.fixture(params=["relativity", "nuix"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    with case_of(tmp_path, {f"dana/{n}.txt": f"heron {n}" for n in range(4)}) as case:
        case.export.productions.produce(tmp_path / "out", PROTOCOL.format(request.param), "Rae")
    return tmp_path / "out"


def said(folder: Path) -> str:
    return " ".join(render(one.message) for one in check(folder) if not one.held)


def lines(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))


def test_a_production_holds_as_it_was_written(folder: Path) -> None:
    checks = verify(folder)
    assert all(check.held for check in checks)
    assert [check.name for check in checks] == [
        "manifest",
        "files",
        "sums",
        "signature",
        "load files",
        "versions",
        "signer",
    ]


def test_a_planted_gap_a_duplicate_and_a_missing_line_are_found(folder: Path) -> None:
    data = (folder / DAT).read_bytes()
    lines(folder / DAT, lambda rows: rows[:2] + rows[3:])
    assert "ORR0000003 doesn't follow" in said(folder)
    (folder / DAT).write_bytes(data)
    lines(folder / DAT, lambda rows: [*rows, rows[-1]])
    assert "ORR0000004 occurs twice" in said(folder)
    (folder / DAT).write_bytes(data)
    lines(folder / OPT, lambda rows: rows[:2] + rows[3:])
    assert "the first one it lacks is ORR0000003" in said(folder)


def test_changes_to_files_are_found(folder: Path) -> None:
    (folder / "VOL001" / "NATIVES" / "0001" / "ORR0000002.txt").write_bytes(b"other")
    assert "SHA256SUMS disagrees about VOL001/NATIVES/0001/ORR0000002.txt" in said(folder)
    (folder / "VOL001" / "NATIVES" / "0001" / "ORR0000002.txt").unlink()
    assert "disagrees about" in said(folder) and "there is no such file" in said(folder)


def test_a_file_that_came_to_it_is_found(folder: Path) -> None:
    (folder / "VOL001" / "TEXT" / "0001" / "more.txt").write_bytes(b"more")
    assert "disagrees about VOL001/TEXT/0001/more.txt" in said(folder)
    assert "TEXT/0001/more.txt isn't named in any load file" in said(folder)


@pytest.mark.parametrize("path", [b"..\\..\\secret", b"\\etc\\passwd", b"NATIVES\\0001"])
def test_no_path_leads_out_of_the_volume(folder: Path, path: bytes) -> None:
    data = (folder / DAT).read_bytes()
    start = data.index(b"NATIVES\\0001\\ORR0000001.txt")
    (folder / DAT).write_bytes(data[:start].removesuffix(b".\\") + path + data[start + 27 :])
    assert "there is no such file in the volume" in said(folder)


def test_what_is_no_load_file_is_said(folder: Path) -> None:
    (folder / DAT).write_bytes(b"\xff\xfe no load file")
    assert "can't be read" in said(folder)


def test_a_pipe_in_the_place_of_a_file_keeps_nobody_waiting(folder: Path) -> None:
    native = folder / "VOL001" / "NATIVES" / "0001" / "ORR0000002.txt"
    native.unlink()
    os.mkfifo(native)
    assert "ORR0000002.txt is a link, pipe, socket or device" in said(folder)


def test_a_folder_with_a_manifest_is_an_export_whatever_else_it_has(folder: Path) -> None:
    (folder / "manifest.json").write_text("{}")
    assert verify(folder)[0].name == "manifest"
