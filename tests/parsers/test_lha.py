from __future__ import annotations

import struct
from collections.abc import Callable

import pytest

from tests.parsers import lzh_builder
from tests.parsers.lzh_builder import crc16, lha_member, lha_of
from tests.parsers.reading import LIMITS, read
from triage.parsers.contract import Limits

TEXT = b"".join(b"the heron paid invoice %d to the falcon\n" % (n * 7919) for n in range(200))
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "-lh0-": bytes,
    "-lz4-": bytes,
    "-lh1-": lzh_builder.lh1,
    "-lh4-": lambda data: lzh_builder.static(data, 1 << 12, 4),
    "-lh5-": lambda data: lzh_builder.static(data, 1 << 13, 4),
    "-lh6-": lambda data: lzh_builder.static(data, 1 << 15, 5),
    "-lh7-": lambda data: lzh_builder.static(data, 1 << 16, 5),
    "-lhx-": lambda data: lzh_builder.static(data, 1 << 19, 5),
    "-lzs-": lzh_builder.lzs,
    "-lz5-": lzh_builder.lz5,
}
LEVELS = pytest.mark.parametrize("level", [0, 1, 2, 3])
HEADER_CRC = {0: b"\0\0"}


def with_crc(member: bytes, packed: int) -> bytes:
    """Fill in the checksum of a header whose first field is made for it."""
    head = bytearray(member[: len(member) - packed])
    at = 26 + 1 if head[20] == 2 else 32 + 1
    head[at : at + 2] = struct.pack("<H", crc16(bytes(head)))
    return bytes(head) + member[len(head) :]


@pytest.mark.parametrize("method", PACKERS)
@LEVELS
def test_members_are_children(method: str, level: int) -> None:
    one = lha_member(b"a.txt", TEXT, method, PACKERS[method](TEXT), level)
    two = lha_member(b"b.txt", b"short", level=level)
    reading = read(lha_of(one, two), "x.lzh")
    assert [(c.name, c.data) for c in reading.children] == [("a.txt", TEXT), ("b.txt", b"short")]
    assert reading.codes == [] and reading.label == "LHA archive"


def test_folders_links_and_dates() -> None:
    data = lha_of(
        lha_member(b"", b"", "-lhd-", level=2, fields={1: b"", 2: b"papers\xff"}, system="U", clock=1_381_680_488),
        lha_member(b"", b"", "-lhd-", level=2, fields={1: b"last|memo.txt", 2: b"papers\xff"}, system="U"),
        lha_member(b"", TEXT, level=1, fields={2: b"papers\xffold\xff", 1: b"memo.txt"}, clock=0x4707_79D4),
        lha_member(b"desk\\top.txt", TEXT),
    )
    reading = read(data)
    assert reading.names == ["papers/old/memo.txt", "desk/top.txt"] and reading.codes == []
    assert reading.text("properties").split("\n") == [
        "papers/\t2013-10-13T16:08:08Z",
        "papers/last -> memo.txt",
        "papers/old/memo.txt\t2015-08-07T15:14:40",
        "desk/top.txt",
    ]


def test_names_in_stated_and_in_guessed_character_sets() -> None:
    wide = "\u65e5\u8a18".encode("utf-16-le")
    data = lha_of(
        lha_member("\u30ab\u30bf\u30ab\u30ca\u306e\u8868\\\u8868.txt".encode("cp932"), b"1"),
        lha_member("\u00fcber.txt".encode("cp1252"), b"2", level=2, fields={0x46: struct.pack("<I", 1252)}),
        lha_member(b"", b"3", level=2, fields={1: b"?", 0x44: wide, 0x45: "\u5e74\uffff".encode("utf-16-le")}),
    )
    assert read(data).names == [
        "\u30ab\u30bf\u30ab\u30ca\u306e\u8868/\u8868.txt",
        "\u00fcber.txt",
        "\u5e74/\u65e5\u8a18",
    ]


def test_files_of_a_macintosh_are_taken_out_of_their_wrapping() -> None:
    head = bytearray(128)
    head[1:5] = b"\3abc"
    head[83:91] = struct.pack(">II", len(TEXT), 5)
    wrapped = bytes(head) + TEXT + bytes(-len(TEXT) % 128) + b"icons" + bytes(123)
    reading = read(
        lha_of(lha_member(b"memo", wrapped, level=1, system="m"), lha_member(b"b", TEXT, level=1, system="m"))
    )
    assert [(c.name, c.data) for c in reading.children] == [("memo", TEXT), ("memo.rsrc", b"icons"), ("b", TEXT)]
    cut = read(lha_of(lha_member(b"memo", wrapped[:400], level=1, system="m")))
    assert cut.children[0].data == wrapped[:400]


def test_comments() -> None:
    data = lha_of(lha_member(b"a.txt\0of the heron", b"1"), lha_member(b"b", b"2", level=2, fields={0x3F: b"kestrel"}))
    reading = read(data)
    assert reading.names == ["a.txt", "b"] and reading.text("comment") == "a.txt: of the heron\nb: kestrel"


def test_sizes_of_64_bits() -> None:
    member = lha_member(b"a", TEXT, level=2, fields={0x42: struct.pack("<QQ", len(TEXT), len(TEXT))})
    broken = member[:7] + b"\xff" * 8 + member[15:]
    assert read(lha_of(broken)).children[0].data == TEXT


@pytest.mark.parametrize("method", ["-lh2-", "-lh3-", "-pm2-"])
def test_a_method_that_is_not_read_is_told_and_the_member_is_listed(method: str) -> None:
    reading = read(lha_of(lha_member(b"a.txt", TEXT, method), lha_member(b"b.txt", b"read")))
    assert reading.codes == ["unsupported"] and method in reading.troubles[0].sentence
    assert reading.names == ["b.txt"] and "a.txt" in reading.text("properties")


def test_names_that_lead_out_are_told() -> None:
    reading = read(
        lha_of(lha_member(b"..\\..\\x.txt", b"1"), lha_member(b"", b"2", level=2, fields={1: b"a", 2: b"\xffetc"}))
    )
    assert reading.codes == ["unsafe-name"] * 2 and len(reading.children) == 2


def test_a_wrong_checksum_is_told_and_the_member_is_read() -> None:
    data = lha_of(lha_member(b"a.txt", TEXT)).replace(b"invoice 0", b"invoice 1")
    reading = read(data)
    assert reading.codes == ["damaged"] and b"invoice 1" in reading.children[0].data


@pytest.mark.parametrize("cut", [10, 500, len(TEXT)])
def test_truncation_is_told_and_what_came_is_kept(cut: int) -> None:
    data = lha_of(lha_member(b"a.txt", b"first"), lha_member(b"b.txt", TEXT))
    reading = read(data[:-cut])
    assert "truncated" in reading.codes
    assert reading.children[0].data == b"first" and TEXT.startswith(reading.children[1].data)
    assert len(reading.children[1].data) == len(TEXT) - cut + 1


def test_an_archive_that_breaks_off_between_members_is_told() -> None:
    assert read(lha_member(b"a.txt", b"1")).codes == ["truncated"]


@LEVELS
def test_members_behind_a_damaged_header_are_found(level: int) -> None:
    one, two, three = (
        lha_member(name, TEXT, level=level, fields=HEADER_CRC if level > 1 else None) for name in (b"a", b"b", b"c")
    )
    if level > 1:
        one, two, three = (with_crc(member, len(TEXT)) for member in (one, two, three))
    broken = two[:8] + b"\x7f" + two[9:]
    reading = read(lha_of(one, broken, three))
    assert reading.names[0] == "a" and reading.names[-1] == "c" and reading.children[-1].data == TEXT
    assert "damaged" in reading.codes and "b" in reading.text("properties")


def test_a_size_that_leads_to_a_zero_hides_no_member() -> None:
    one, two = lha_member(b"a", TEXT), lha_member(b"b", bytes(500))
    reading = read(lha_of(one[:7] + bytes((one[7] ^ 0x40,)) + one[8:], two))
    assert reading.names == ["a", "b"] and reading.children[0].data == TEXT and "damaged" in reading.codes


def test_a_field_that_goes_beyond_its_header_is_told() -> None:
    member = bytearray(lha_member(b"a.txt", TEXT, level=2))
    member[24] = 0xEE
    reading = read(lha_of(bytes(member)))
    assert "damaged" in reading.codes and reading.children[0].data == TEXT


def test_what_stands_between_members_is_told_and_joined_archives_are_read() -> None:
    one, two = lha_member(b"a", b"1"), lha_member(b"b", b"2")
    assert read(lha_of(one) + bytes(100) + lha_of(two) + b"\x1a" * 20).codes == []
    reading = read(lha_of(one) + b"something else" + lha_of(two))
    assert reading.names == ["a", "b"] and reading.codes == ["damaged"] and "14 bytes" in reading.troubles[0].sentence


def test_programs_that_unpack_themselves() -> None:
    stub = b"MZ" + b"this is no -lh5- header " * 200
    reading = read(stub + lha_of(lha_member(b"a.txt", TEXT)), "setup.exe")
    assert reading.names == ["a.txt"] and reading.codes == []
    assert read(stub, "setup.exe").label != "LHA archive"


def test_text_that_looks_like_a_header_is_text() -> None:
    assert read(b"a -lh5- is how LHA names a method", "note.txt").label != "LHA archive"


def test_limits() -> None:
    packed = lzh_builder.bomb(1 << 24, 4)
    member = lha_member(b"a", b"", "-lh5-", packed, level=2)
    data = lha_of(member[:11] + struct.pack("<I", 1 << 24) + member[15:], lha_member(b"b", b"2"))
    reading = read(data)
    assert reading.codes == ["limit-ratio"] and reading.names == ["b"]
    assert read(data, limits=Limits(1000, LIMITS.total_bytes, 1 << 20, 1000)).codes == ["limit-size"]


def test_misleading_headers_cost_little() -> None:
    """Fields that overlap, over and over, behind a member whose size is wrong."""
    member = lha_member(b"a", b"", level=2, fields=dict.fromkeys(range(9), b"x" * 50))
    reading = read(lha_member(b"a", b"1")[:-1] + b"!" + member[:40] * 20_000, "a.lzh")
    assert "damaged" in reading.codes
