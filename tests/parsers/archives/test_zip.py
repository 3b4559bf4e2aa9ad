"""ZIP archives: unlisted members, wrong directories, every method, encryption and bombs."""

from __future__ import annotations

import bz2
import lzma
import struct
import zipfile
import zlib
from collections.abc import Collection
from io import BytesIO

import inflate64
import pyppmd
import pytest

from sample_corpus.archive import ZipMember, old_encryption, zip_of
from tests.effort import counted
from tests.parsers.archive_builders import aes_member, deflated, zstd_compressed
from tests.parsers.reading import LIMITS, read
from tests.writers.package import zipped
from triage.messages import render
from triage.model.items import Child, Trouble
from triage.parsers.archives.zip import parse
from triage.parsers.kit.contract import PASSED, Context, Limits


def test_members_are_children_and_names_are_text() -> None:
    reading = read(zipped({"folder/": b"", "folder/a.txt": b"alpha", "דוח.txt": b"beta"}), "x.zip")
    assert [(c.name, c.data) for c in reading.children] == [("folder/a.txt", b"alpha"), ("דוח.txt", b"beta")]
    assert "דוח.txt" in reading.text("properties")
    assert reading.codes == []


def test_unlisted_and_duplicate_members_are_read() -> None:
    hidden = deflated("hidden.txt", b"secret")
    hidden.listed = False
    reading = read(zip_of(deflated("a.txt", b"one"), hidden, deflated("a.txt", b"two")))
    assert sorted(c.data for c in reading.children) == [b"one", b"secret", b"two"]
    assert reading.codes == ["damaged"]
    assert "hidden.txt" in render(reading.troubles[0].message)


def test_wrong_place_in_directory_is_mended_by_name() -> None:
    data = bytearray(zip_of(deflated("first.txt", b"one"), deflated("second.txt", b"two")))
    at = data.rfind(b"PK\x01\x02")
    data[at + 42 : at + 46] = struct.pack("<I", 3)
    reading = read(bytes(data))
    assert sorted(c.data for c in reading.children) == [b"one", b"two"]


DIGITS = ZipMember(b"a.txt", b"0123456789", b"0123456789")


@pytest.mark.parametrize(
    ("data", "contents", "codes"),
    [
        (
            zip_of(deflated("a.txt", b"one"), deflated("b.txt", b"two"), directory=False),
            {"a.txt": b"one", "b.txt": b"two"},
            {"damaged"},
        ),
        (zip_of(DIGITS, directory=False)[:-4], {"a.txt": b"012345"}, {"damaged", "truncated"}),
        (zip_of(ZipMember(b"a.txt", b"changed", b"changes")), {"a.txt": b"changed"}, {"damaged"}),
        (zip_of(deflated("bomb", bytes(20 << 20)), deflated("b.txt", b"after")), {"b.txt": b"after"}, {"limit-ratio"}),
        (zip_of(ZipMember(b"a.txt", b"xx", b"xx", 19), deflated("b.txt", b"b")), {"b.txt": b"b"}, {"unsupported"}),
        (b"MZ" + bytes(500) + zipped({"a.txt": b"inside"}), {"a.txt": b"inside"}, set()),
        *(
            (zip_of(deflated(name, b"harmless")), {name: b"harmless"}, {"unsafe-name"})
            for name in ("../../evil.txt", "/evil.txt", "..\\evil.txt")
        ),
    ],
    ids=["no directory", "cut", "checksum", "bomb", "method", "self-extracting", "slip", "root", "backslashes"],
)
def test_what_is_wrong_is_reported_and_the_rest_is_read(
    data: bytes, contents: dict[str, bytes], codes: set[str]
) -> None:
    reading = read(data)
    assert {child.name: child.data for child in reading.children} == contents
    assert set(reading.codes) == codes


def test_sizes_in_headers_are_not_trusted() -> None:
    bomb = deflated("bomb", bytes(20 << 20))
    bomb.plain = b"small"
    limits = Limits(item_bytes=1 << 20, total_bytes=1 << 30, ratio=10**6, text_chars=100)
    assert read(zip_of(bomb), limits=limits).codes == ["limit-size"]


def test_total_limit() -> None:
    files = {f"{n}.bin": bytes([n]) * 1000 for n in range(10)}
    limits = Limits(item_bytes=5000, total_bytes=5500, ratio=200, text_chars=100)
    reading = read(zipped(files), limits=limits)
    assert len(reading.children) == 5
    assert set(reading.codes) == {"limit-size"}


def _methods() -> list[tuple[int, bytes, int]]:
    plain = b"the falcon file " * 200
    squeeze = lzma.compress(plain, lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA1, "dict_size": 1 << 16}])
    lzma_member = struct.pack("<BBHBI", 9, 4, 5, 93, 1 << 16) + squeeze
    ppmd = pyppmd.Ppmd8Encoder(6, 16 << 20, 0)
    ppmd_member = struct.pack("<H", 5 | 15 << 4) + ppmd.encode(plain) + ppmd.flush(endmark=False)
    deflater = inflate64.Deflater()
    deflate64 = deflater.deflate(plain) + deflater.flush()
    return [
        (0, plain, 0),
        (9, deflate64, 0),
        (12, bz2.compress(plain), 0),
        (14, lzma_member, 2),
        (93, zstd_compressed(plain), 0),
        (95, lzma.compress(plain), 0),
        (98, ppmd_member, 0),
    ]


@pytest.mark.parametrize(("method", "packed", "flags"), _methods())
def test_methods(method: int, packed: bytes, flags: int) -> None:
    plain = b"the falcon file " * 200
    reading = read(zip_of(ZipMember(b"a.txt", packed, plain, method, flags)))
    assert reading.children[0].data == plain
    assert reading.codes == []
    broken = read(zip_of(ZipMember(b"a.txt", packed[: len(packed) // 2], plain, method, flags)))
    assert broken.codes != []


def test_members_that_nobody_wants_keep_their_numbers() -> None:
    """Folders and closed members count for none; one that is passed over isn't unpacked, be it broken or not."""
    closed = ZipMember(
        b"closed.txt", old_encryption(b"the falcon file", b"sesame", bytes(12)), b"the falcon file", 0, 1
    )
    broken = ZipMember(b"broken.txt", b"\xff\xff", b"the falcon file", 8)
    a, b, c, d = (deflated(f"{name}.txt", b"the falcon file") for name in "abcd")
    data = zip_of(deflated("box/", b""), a, b, closed, broken, c, d)
    children = [one for one in _parts(data, ()) if isinstance(one, Child)]
    assert [one.name for one in children] == ["a.txt", "b.txt", "broken.txt", "c.txt", "d.txt"]
    assert [one.lost for one in children] == [False, False, True, False, False]
    for unwanted in ((0,), (0, 1), (2,), (2, 3, 4), range(5)):
        some = [one for one in _parts(data, unwanted) if isinstance(one, Child)]
        assert some == [PASSED if number in unwanted else one for number, one in enumerate(children)]
    assert [one.code for one in _parts(data, (2,)) if isinstance(one, Trouble)] == ["encrypted"]


def _parts(data: bytes, unwanted: Collection[int]) -> list[Child | Trouble]:
    return list(parse(data, Context("", "", LIMITS, passes=unwanted.__contains__)).children)


def test_old_encryption() -> None:
    plain = b"the falcon memo"
    packed = old_encryption(plain, b"open sesame", bytes((*bytes(11), zlib.crc32(plain) >> 24)))
    data = zip_of(ZipMember(b"a.txt", packed, plain, 0, 1), deflated("b.txt", b"clear"))
    closed = read(data)
    assert closed.names == ["b.txt"] and closed.codes == ["encrypted"]
    assert read(data, passwords=("wrong", "worse")).codes == ["encrypted"]
    opened = read(data, passwords=("wrong", "open sesame"))
    assert opened.children[0].data == plain and opened.codes == []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.read("a.txt", b"open sesame") == plain


def test_aes_encryption() -> None:
    data = zip_of(aes_member("a.txt", b"the falcon memo", "pass"))
    assert read(data).codes == ["encrypted"]
    opened = read(data, passwords=("x", "pass"))
    assert opened.children[0].data == b"the falcon memo" and opened.codes == []


def test_many_encrypted_members_give_one_trouble() -> None:
    members = [aes_member(f"{n}.txt", b"x", "pass") for n in range(30)]
    reading = read(zip_of(*members))
    assert reading.codes == ["encrypted"] and "30 members" in render(reading.troubles[0].message)


def test_names_in_an_old_code_page_are_told_together() -> None:
    names = ["דוח שנתי.txt", "הסכם סודי.txt", "תקציב.txt"]
    members = [ZipMember(name.encode("cp862"), b"x", b"x") for name in names]
    assert read(zip_of(*members)).names == names


def test_unicode_path_field() -> None:
    raw = b"caf_.txt"
    body = b"\x01" + struct.pack("<I", zlib.crc32(raw)) + "café.txt".encode()
    extra = struct.pack("<HH", 0x7075, len(body)) + body
    assert read(zip_of(ZipMember(raw, b"x", b"x", extra=extra))).names == ["café.txt"]


def test_comment_is_kept() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.comment = b"falcon backup"
    assert read(buffer.getvalue()).extract.properties == [("comment", "falcon backup")]


def test_members_over_the_same_bytes_stop() -> None:
    packed = deflated("bomb", b"x" * 100_000).data + bytes(30_000)
    data = bytearray(zip_of(*[ZipMember(b"%04d" % n, packed if n == 0 else b"", b"", 8) for n in range(200)]))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 20 : at + 24] = struct.pack("<I", len(packed))
        data[at + 42 : at + 46] = bytes(4)
        at = data.find(b"PK\x01\x02", at + 4)
    reading = read(bytes(data))
    assert "limit-ratio" in reading.codes
    assert len(reading.children) < 60


def test_a_file_full_of_headers_takes_no_time() -> None:
    with counted() as effort:
        reading = read(b"PK\x03\x04" * 100_000, "x.zip")
    assert effort.steps < 200_000
    assert "damaged" in reading.codes
