"""7z archives: members, encryption, limits, and what is left of a damaged one."""

from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path

import py7zr
import pytest
from msgspec.structs import replace

from tests.effort import counted
from tests.parsers.reading import LIMITS, read
from triage.messages import render
from triage.parsers.archives import seven_zip
from triage.parsers.kit.contract import Limits, Meter


def _archive(*files: tuple[str, bytes], **options: object) -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", **options) as archive:  # type: ignore[arg-type]
        for name, data in files:
            archive.writestr(data, name)
    return buffer.getvalue()


def test_files_are_children_also_with_equal_names() -> None:
    reading = read(_archive(("a.txt", b"one"), ("a.txt", b"two"), ("דוח.txt", b"x"), ("empty", b"")), "x.7z")
    assert [(c.name, c.data) for c in reading.children] == [
        ("a.txt", b"one"),
        ("a.txt", b"two"),
        ("דוח.txt", b"x"),
        ("empty", b""),
    ]
    assert "דוח.txt" in reading.text("properties") and reading.codes == []


@pytest.mark.parametrize("hide_names", [False, True])
@pytest.mark.nightly
def test_encrypted(hide_names: bool) -> None:
    data = _archive(("a.txt", b"the falcon memo"), password="open", header_encryption=hide_names)
    closed = read(data)
    assert closed.codes == ["encrypted"] and closed.children == []
    assert ("a.txt" in closed.text("properties")) is not hide_names
    assert read(data, passwords=("wrong",)).codes == ["encrypted"]
    opened = read(data, passwords=("wrong", "open"))
    assert opened.children[0].data == b"the falcon memo" and opened.codes == []


@pytest.mark.nightly
def test_bomb_is_left_and_the_rest_goes_on() -> None:
    reading = read(_archive(("a.txt", b"one"), ("bomb", bytes(30 << 20))))
    assert reading.names == ["a.txt"] and reading.codes == ["limit-ratio"]


def test_a_bulky_member_hides_no_sibling() -> None:
    siblings = [(f"{n}.txt", random.Random(n).randbytes(300).hex().encode()) for n in range(40)]
    bulky = ("bulky.log", b"the heron contract " * 2000)
    limits = replace(LIMITS, meter=Meter(60_000))
    reading = read(_archive(*siblings[:20], bulky, *siblings[20:]), limits=limits)
    assert [(c.name, c.data) for c in reading.children] == siblings
    assert reading.codes == ["limit-ratio"] and "bulky.log" in render(reading.troubles[0].message)


def test_a_member_that_needs_too_much_memory_hides_no_sibling(monkeypatch: pytest.MonkeyPatch) -> None:
    def grown(file: seven_zip._UnpackedFile, piece: bytes) -> int:
        if len(piece) > 1000:
            raise MemoryError
        return io.BytesIO.write(file, piece)

    monkeypatch.setattr(seven_zip._UnpackedFile, "write", grown)
    monkeypatch.setattr(seven_zip, "_BATCH", 900)
    reading = read(_archive(("a.txt", b"one"), ("bulky", b"two" * 700), ("b.txt", b"three")))
    assert reading.names == ["a.txt", "b.txt"] and reading.codes == ["limit-memory"]
    assert "bulky" in render(reading.troubles[0].message)


def test_size_limit() -> None:
    limits = Limits(1000, LIMITS.total_bytes, 200, 1000)
    reading = read(_archive(("a.txt", b"one"), ("large", bytes(5000))), limits=limits)
    assert reading.names == ["a.txt"] and reading.codes == ["limit-size"]


def test_damage_is_told() -> None:
    data = bytearray(_archive(("a.txt", bytes(range(256)) * 40)))
    data[40] ^= 0xFF
    reading = read(bytes(data))
    assert reading.codes and set(reading.codes) == {"damaged"}


def test_nameless_member_is_called_as_the_archive() -> None:
    assert read(_archive(("contents", b"x")), "folder/memo.7z").names == ["memo"]


def test_a_file_whose_mode_does_not_say_file_is_read() -> None:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w") as archive:
        archive.writestr(b"the falcon memo", "a.txt")
        archive.header.files_info.files[0]["attributes"] = 0o664 << 16 | 0x8020
    reading = read(buffer.getvalue())
    assert [(c.name, c.data) for c in reading.children] == [("a.txt", b"the falcon memo")]


def _apart(*contents: bytes) -> tuple[bytes, list[int]]:
    """Return an archive whose files are packed one by one, and where the packed streams begin."""
    buffer = io.BytesIO()
    starts = []
    for number, content in enumerate(contents):
        with py7zr.SevenZipFile(buffer, "a" if number else "w", filters=[{"id": py7zr.FILTER_LZMA2}]) as archive:
            starts.append(32 + sum(archive.header.main_streams.packinfo.packsizes) if number else 32)
            archive.writestr(content, f"{number}.txt")
        buffer.seek(0)
    return buffer.getvalue(), starts


def test_damage_in_one_file_costs_no_other() -> None:
    memos = [random.Random(n).randbytes(3000).hex().encode() for n in range(3)]
    data, starts = _apart(*memos)
    broken = bytearray(data)
    broken[starts[1] + 100 : starts[1] + 300] = bytes(200)
    reading = read(bytes(broken))
    assert [c.data for c in reading.children if c.name != "1.txt"] == [memos[0], memos[2]]
    assert reading.codes == ["damaged"]


def test_a_wrong_checksum_is_told_and_the_file_read() -> None:
    copied = [{"id": py7zr.FILTER_COPY}]
    data = bytearray(_archive(("a.txt", b"the falcon memo"), ("b.txt", b"the heron memo"), filters=copied))
    data[36:42] = b"FALCON"
    reading = read(bytes(data))
    assert [c.data for c in reading.children] == [b"the FALCON memo", b"the heron memo"]
    assert reading.codes == ["damaged"]


@pytest.mark.parametrize("options", [{}, {"header_encryption": True, "password": "open"}])
@pytest.mark.nightly
def test_a_lost_start_header_is_made_up_for(options: dict[str, object]) -> None:
    data = _archive(("a.txt", b"the falcon memo"), ("b.txt", b"the heron memo"), **options)
    for zeroed in (data[:8] + bytes(24) + data[32:], data[:8] + bytes([data[8] ^ 1, 0, 0, 0, 9, 9]) + data[14:]):
        reading = read(zeroed, "a.7z", passwords=("open",))
        assert [c.data for c in reading.children] == [b"the falcon memo", b"the heron memo"]
        assert reading.codes == ["damaged"] and "found at the end" in render(reading.troubles[0].message)
    with pytest.raises(py7zr.exceptions.ArchiveError):
        read(data[:8] + bytes(24) + data[32:-40] + bytes(40), "a.7z")


def test_a_lost_start_header_is_not_looked_for_without_end() -> None:
    with counted() as effort, pytest.raises(py7zr.exceptions.ArchiveError):
        read(b"7z\xbc\xaf\x27\x1c\0\4" + bytes(24) + b"\x17\x06" * 500_000, "a.7z")
    assert effort.steps < 1_500_000


def test_an_empty_archive_is_none_that_is_damaged() -> None:
    for header in (b"", b"\x01\x00", b"\x01\x04\x08\0\0\0\0", b"\x01\x04\0\0"):
        start = struct.pack("<QQI", 0, len(header), zlib.crc32(header))
        data = b"7z\xbc\xaf\x27\x1c\0\4" + struct.pack("<I", zlib.crc32(start)) + start + header
        reading = read(data, "a.7z")
        assert reading.codes == [] and reading.children == []


def test_symbolic_links_are_told_and_empty_files_are_children(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "a.txt").write_text("osprey")
    (tmp_path / "link.txt").symlink_to("a.txt")
    with py7zr.SevenZipFile(tmp_path / "x.7z", "w") as archive:
        for name in ("empty.txt", "a.txt", "link.txt"):
            archive.write(tmp_path / name, name)
    reading = read((tmp_path / "x.7z").read_bytes())
    assert sorted((c.name, c.data) for c in reading.children) == [("a.txt", b"osprey"), ("empty.txt", b"")]
    assert [(t.code, render(t.message)) for t in reading.troubles] == [
        ("external", "Symbolic links, whose targets were not read: 'link.txt'")
    ]
