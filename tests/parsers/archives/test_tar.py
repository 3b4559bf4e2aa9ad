"""TAR archives: names, links, damage, bombs, and what stands behind the end mark."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Callable

import pytest

from tests.parsers.archive_builders import compress
from tests.parsers.reading import LIMITS, read
from tests.writers.archives import tar_of
from triage.messages import render
from triage.parsers.kit.contract import Limits

FILES = {"a.txt": b"alpha", "folder/b.txt": b"beta" * 300, "דוח.txt": b"gamma"}


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_files_are_children(mode: str) -> None:
    reading = read(tar_of(FILES, mode), "x.tar")
    assert {c.name: c.data for c in reading.children} == FILES
    assert reading.label == "TAR archive" and reading.codes == []


def test_inside_compress() -> None:
    assert {c.name: c.data for c in read(compress(tar_of(FILES)), "x.tar.Z").children} == FILES


def test_names_are_listed_without_unpacking() -> None:
    assert read(tar_of(FILES), "x").text("properties").split("\n") == list(FILES)


def test_old_names_in_a_code_page() -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT, encoding="cp1255") as archive:
        info = tarfile.TarInfo("סיכום פגישה עם הנהלת החברה.txt")
        archive.addfile(info)
    assert read(buffer.getvalue()).names == ["סיכום פגישה עם הנהלת החברה.txt"]


def test_links_and_folders_are_no_children_but_listed() -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, kind in (("folder", tarfile.DIRTYPE), ("link", tarfile.SYMTYPE), ("pipe", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd" if name == "link" else ""
            archive.addfile(info)
    reading = read(buffer.getvalue())
    assert reading.children == []
    assert "link -> /etc/passwd" in reading.text("properties")


def test_unsafe_names_are_told() -> None:
    reading = read(tar_of({"../../evil": b"x"}))
    assert reading.names == ["../../evil"] and reading.codes == ["unsafe-name"]


def test_damaged_header_is_skipped_to_the_next_good_one() -> None:
    data = bytearray(tar_of({"a.txt": b"a", "b.txt": b"b", "c.txt": b"c"}))
    data[1024 + 150] ^= 0xFF
    reading = read(bytes(data), "x.tar")
    assert reading.names == ["a.txt", "c.txt"]
    assert reading.codes == ["damaged"]


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_truncated_archive(mode: str) -> None:
    whole = tar_of({"a.txt": b"a", "b.bin": bytes(range(256)) * 100}, mode)
    reading = read(whole[: 5000 if mode == "w" else len(whole) * 2 // 3], "x.tar")
    assert reading.names[0] == "a.txt"
    assert "truncated" in reading.codes


def test_compressed_bomb_stops() -> None:
    reading = read(tar_of({"a.txt": b"first", "bomb": bytes(50 << 20)}, "w:gz"), "x.tgz")
    assert reading.names == ["a.txt"]
    assert set(reading.codes) == {"limit-ratio"}


def test_sparse_bomb_stops() -> None:
    pax = {"GNU.sparse.major": "0", "GNU.sparse.minor": "1", "GNU.sparse.map": "0,4", "GNU.sparse.size": str(1 << 40)}
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("sparse")
        info.pax_headers, info.size = pax, 4
        archive.addfile(info, io.BytesIO(b"data"))
    assert read(buffer.getvalue()).children == []


def test_size_limit_is_for_one_member() -> None:
    limits = Limits(1000, LIMITS.total_bytes, 200, 1000)
    reading = read(tar_of(FILES), limits=limits)
    assert reading.names == ["a.txt", "דוח.txt"] and reading.codes == ["limit-size"]


def test_a_kind_that_only_its_writer_knows_is_read_as_a_file() -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        member = tarfile.TarInfo("rest.txt")
        member.type, member.size = b"M", 10
        archive.addfile(member, io.BytesIO(b"blue heron"))
    assert [(c.name, c.data) for c in read(buffer.getvalue(), "a.tar").children] == [("rest.txt", b"blue heron")]


def _one(name: str, data: bytes) -> bytes:
    """Return a member without an end mark."""
    info = tarfile.TarInfo(name)
    info.size = len(data)
    return info.tobuf() + data + bytes(-len(data) % 512)


_END = bytes(1024)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_what_a_buffer_left_after_the_end_mark_is_passed_over(pack: Callable[[bytes], bytes]) -> None:
    a, b = _one("a.txt", b"falcon"), _one("b.txt", b"heron")
    reading = read(pack(a + b + _END + b + _one("folder/" + "x" * 90, b"")), "x.tar")
    assert [c.data for c in reading.children] == [b"falcon", b"heron", b""] and reading.codes == []
    assert pack is gzip.compress or reading.text("properties").split("\n")[:2] == ["a.txt", "b.txt"]
    assert reading.text("properties").count("b.txt") == (pack is bytes)


def test_joined_archives_lose_no_member_that_differs() -> None:
    first, other = _one("a.txt", b"falcon"), _one("a.txt", b"herons")
    assert first[:512] == other[:512]
    reading = read(first + first + _END + bytes(3072) + other + first + _one("c.txt", b"falcon") + _END, "x.tar")
    assert [c.data for c in reading.children] == [b"falcon", b"falcon", b"herons", b"falcon"]
    assert reading.codes == []


def test_long_names_that_begin_alike_are_told_apart() -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("x" * 120 + "1"))
    other = buffer.getvalue().replace(b"x1\0", b"x2\0")
    assert read(buffer.getvalue() + other + other, "x.tar").names == ["x" * 120 + "1", "x" * 120 + "2"]


def test_text_after_the_end_is_kept() -> None:
    data = _one("a.txt", b"falcon") + _END
    reading = read(data + b"the heron memo\n", "x.tar")
    assert reading.names == ["a.txt"] and reading.text("hidden") == "the heron memo\n" and reading.codes == []


@pytest.mark.parametrize(
    ("pack", "rest"), [(bytes, b"\0\x01\x02" * 300), (gzip.compress, b"the heron memo")], ids=["plain", "packed"]
)
def test_what_is_left_unread_after_the_end_is_told(pack: Callable[[bytes], bytes], rest: bytes) -> None:
    reading = read(pack(_one("a.txt", b"falcon") + _END + rest), "x.tar")
    assert reading.names == ["a.txt"] and reading.text("hidden") == ""
    assert [render(t.message) for t in reading.troubles] == [
        f"{len(rest)} bytes after the archive's end were not read."
    ]


def test_bytes_between_joined_archives_are_told_as_before() -> None:
    reading = read(_one("a.txt", b"falcon") + _END + b"x" * 512 + _one("b.txt", b"heron") + _END, "x.tar")
    assert reading.names == ["a.txt", "b.txt"] and reading.codes == ["damaged"]
    assert render(reading.troubles[0].message).startswith("1 blocks")
