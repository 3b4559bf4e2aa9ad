"""Programs that 7-Zip packed by BCJ2 come out byte for byte, and so do the documents packed with them."""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.parsers.bcj2_builder import archive, taken_apart
from tests.parsers.reading import read
from triage.parsers import sevenzip
from triage.parsers.bcj2 import joined

_BRANCHES = st.lists(st.sampled_from([b"\xe8", b"\xe9", b"\x0f", b"\x80", b"\x8f", b"\0", b"a", b"\xff"]), max_size=80)
MEMO = b"The kestrel lands on Monday."


def program(size: int = 20_000) -> bytes:
    """Return bytes that look like code: calls, jumps, and much between them."""
    chance = random.Random(7)
    pieces = [b"\xe8", b"\xe9", b"\x0f\x84", b"\x0f\x8f", b"\x55\x8b", b"\0\0", b"\x0f"]
    return b"".join(chance.choice(pieces) + chance.randbytes(chance.randrange(9)) for _ in range(size // 5))


@given(_BRANCHES.map(b"".join), st.integers(1, 7))
@example(b"\x0f\x80\xe8\xe8\x0f\x8f\0\0\0\0\x80\xe9", 2)
def test_a_program_comes_together_again(code: bytes, each: int) -> None:
    streams = taken_apart(code, lambda at: at % each == 0)
    assert joined(*streams, len(code)) == code


@given(st.lists(st.binary(max_size=60), min_size=4, max_size=4), st.integers(0, 500))
def test_streams_that_end_too_early_are_refused(streams: list[bytes], size: int) -> None:
    with contextlib.suppress(ValueError, IndexError):
        assert len(joined(*streams, size)) == size


@pytest.mark.parametrize("packed", [False, True], ids=["stored", "lzma"])
def test_members_of_such_a_folder_are_children(packed: bool) -> None:
    found = read(archive({"tool.exe": program(), "memo.txt": MEMO, "more.dll": program(900)}, packed), "a.7z")
    assert {child.name: bytes(child.data) for child in found.children} == {
        "tool.exe": program(), "memo.txt": MEMO, "more.dll": program(900),
    }  # fmt: skip
    assert not found.codes


def test_a_damaged_folder_is_told_of_each_member() -> None:
    whole = archive({"tool.exe": program(), "memo.txt": MEMO})
    found = read(whole[:40] + bytes(2000) + whole[2040:], "a.7z")
    assert len(found.children) + len(found.codes) >= 2 and found.codes


@pytest.mark.skipif(not shutil.which("7z"), reason="7-Zip isn't installed")
@pytest.mark.parametrize("options", [["-mf=BCJ2"], ["-mf=BCJ2", "-pfalcon"], ["-m0=BCJ2", "-m1=LZMA2"]])
def test_what_7_zip_packs_is_read(tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "tool.exe").write_bytes(program() + Path(sys.executable).resolve().read_bytes()[:200_000])
    (tmp_path / "memo.txt").write_bytes(MEMO)
    subprocess.run(["7z", "a", "a.7z", *options, "tool.exe", "memo.txt"], cwd=tmp_path, check=True, capture_output=True)
    found = read((tmp_path / "a.7z").read_bytes(), "a.7z", passwords=("wrong", "falcon"))
    assert {child.name: bytes(child.data) for child in found.children} == {
        name: (tmp_path / name).read_bytes() for name in ("tool.exe", "memo.txt")
    }


def test_a_folder_too_large_to_unpack_at_once_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sevenzip, "_BATCH", 1000)
    found = read(archive({"tool.exe": program(900), "memo.txt": MEMO, "more.exe": program(5000)}), "a.7z")
    assert set(found.codes) == {"limit-size"} and len(found.codes) == 3


@pytest.mark.skipif(not shutil.which("7z"), reason="7-Zip isn't installed")
def test_very_many_such_folders_take_nothing_from_what_comes_after(tmp_path: Path) -> None:
    for number in range(130):
        (tmp_path / f"{number:03}.exe").write_bytes(program(500) + bytes([number]))
    (tmp_path / "zz.txt").write_bytes(MEMO)
    subprocess.run(["7z", "a", "a.7z", "-mf=BCJ2", "-ms=off", "."], cwd=tmp_path, check=True, capture_output=True)
    found = read((tmp_path / "a.7z").read_bytes(), "a.7z")
    assert len(found.children) == 131 and found.codes == []
