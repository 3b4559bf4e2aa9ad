from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.parsers import lzh_builder
from tests.parsers.lzh_builder import arj_member, arj_of
from tests.parsers.reading import LIMITS, read
from triage.parsers.contract import Limits

TEXT = b"".join(b"the heron paid invoice %d to the falcon\n" % (n * 7919) for n in range(200))


def _static(data: bytes) -> bytes:
    return lzh_builder.static(data, 26_624, 5)


PACKERS: dict[int, Callable[[bytes], bytes]] = {0: bytes, 1: _static, 2: _static, 3: _static, 4: lzh_builder.fastest}


def garbled(packed: bytes, password: bytes, shift: int) -> bytes:
    return bytes(byte ^ (password[at % len(password)] + shift) & 0xFF for at, byte in enumerate(packed))


@pytest.mark.parametrize("method", PACKERS)
def test_members_are_children(method: int) -> None:
    one = arj_member(b"papers/a.txt", TEXT, method, PACKERS[method](TEXT))
    reading = read(arj_of(one, arj_member(b"b.txt", b"short"), comment=b"the kestrel's"), "x.arj")
    assert [(c.name, c.data) for c in reading.children] == [("papers/a.txt", TEXT), ("b.txt", b"short")]
    assert reading.codes == [] and reading.label == "ARJ archive"
    assert dict(reading.extract.properties)["comment"] == "the kestrel's"
    assert reading.extract.date == "2017-01-02T12:00:00"
    assert "papers/a.txt\t2017-01-01T12:00:00" in reading.text("properties")


def test_comments_of_members_and_names_of_dos() -> None:
    reading = read(arj_of(arj_member("gr\u00f6\u00dfe.txt".encode("cp437"), b"1", comment=b"of the heron")))
    assert reading.names == ["gr\u00f6\u00dfe.txt"] and reading.text("comment") == "gr\u00f6\u00dfe.txt: of the heron"


@pytest.mark.parametrize("kind", [3, 4, 5])
def test_folders_and_labels_are_only_listed(kind: int) -> None:
    reading = read(arj_of(arj_member(b"papers", b"", kind=kind), arj_member(b"a", b"1")))
    assert reading.names == ["a"] and "papers" in reading.text("properties") and reading.codes == []


@pytest.mark.parametrize("method", PACKERS)
def test_garbled_members_open_with_a_password(method: int) -> None:
    packed = garbled(PACKERS[method](TEXT), b"wren", 0x61)
    data = arj_of(arj_member(b"a.txt", TEXT, method, packed, flags=1, shift=0x61), cipher=1)
    reading = read(data, passwords=("kestrel", "", "wren"))
    assert [c.data for c in reading.children] == [TEXT] and reading.codes == []
    for passwords in ((), ("kestrel", "")):
        closed = read(data, passwords=passwords)
        assert closed.children == [] and closed.codes == ["encrypted"] and "a.txt" in closed.troubles[0].sentence


def test_later_ciphers_stay_closed_and_are_told() -> None:
    data = arj_of(arj_member(b"a.txt", TEXT, flags=1), arj_member(b"b", b"1"), cipher=2)
    reading = read(data, passwords=("wren",))
    assert reading.names == ["b"] and reading.codes == ["encrypted"] and "can't be read" in reading.troubles[0].sentence


@pytest.mark.parametrize("flags", [0x04, 0x08, 0x0C])
def test_members_split_over_volumes_are_read_and_told(flags: int) -> None:
    reading = read(arj_of(arj_member(b"a.txt", TEXT, flags=flags)))
    assert reading.children[0].data == TEXT and reading.codes == ["truncated"]


def test_a_method_that_is_not_read_is_told_and_the_member_is_listed() -> None:
    reading = read(arj_of(arj_member(b"a.txt", TEXT, 9), arj_member(b"b.txt", b"read")))
    assert reading.codes == ["unsupported"] and reading.names == ["b.txt"] and "a.txt" in reading.text("properties")


def test_names_that_lead_out_are_told() -> None:
    assert read(arj_of(arj_member(b"../x", b"1"), arj_member(b"C:\\y", b"1"))).codes == ["unsafe-name"] * 2


def test_a_wrong_checksum_is_told_and_the_member_is_read() -> None:
    reading = read(arj_of(arj_member(b"a.txt", TEXT)).replace(b"invoice 0", b"invoice 1"))
    assert reading.codes == ["damaged"] and b"invoice 1" in reading.children[0].data


@pytest.mark.parametrize("cut", [5, 500, len(TEXT)])
def test_truncation_is_told_and_what_came_is_kept(cut: int) -> None:
    reading = read(arj_of(arj_member(b"a", b"first"), arj_member(b"b", TEXT))[:-cut])
    assert "truncated" in reading.codes
    assert reading.children[0].data == b"first" and reading.children[1].data == TEXT[: len(TEXT) - cut + 4]


@pytest.mark.parametrize("at", [4, 40])
def test_members_behind_a_damaged_header_are_found(at: int) -> None:
    one, two, three = (arj_member(name, TEXT) for name in (b"a", b"b", b"c"))
    broken = bytearray(two)
    broken[at] ^= 0xFF
    reading = read(arj_of(one, bytes(broken), three))
    assert reading.names == ["a", "c"] and reading.codes == ["damaged"]
    assert "bytes between or behind" in reading.troubles[0].sentence


def test_a_damaged_first_header_hides_no_member() -> None:
    data = bytearray(arj_of(arj_member(b"a", TEXT)))
    data[10] ^= 0xFF
    reading = read(bytes(data), "x.arj")
    assert reading.names == ["a"] and reading.codes == ["damaged"]


def test_joined_archives_are_read_and_what_follows_is_told() -> None:
    one, two = arj_of(arj_member(b"a", b"1")), arj_of(arj_member(b"b", b"2"))
    assert read(one + two).names == ["a", "b"]
    assert read(one + b"\0" * 9).codes == read(one + b"and more").codes[1:] == []


def test_further_headers_are_passed_over() -> None:
    member = arj_member(b"a", b"1")
    at = len(member) - 3
    extended = member[:at] + b"\3\0xyz\0\0\0\0" + member[at:]
    assert read(arj_of(extended, arj_member(b"b", b"2"))).names == ["a", "b"]


def test_programs_that_unpack_themselves() -> None:
    stub = b"MZ" + b"this is no \x60\xea\x20\x00\x1e header " * 200
    reading = read(stub + arj_of(arj_member(b"a.txt", TEXT)), "setup.exe")
    assert reading.names == ["a.txt"] and reading.codes == []
    assert read(stub, "setup.exe").label != "ARJ archive"


def test_limits() -> None:
    noise = bytes(range(256)) * 8
    data = arj_of(arj_member(b"a", noise, 1, _static(noise)), arj_member(b"b", b"2"))
    assert read(data, limits=Limits(64 << 20, 1500, 200, 1000)).codes == ["limit-size"] * 2
    assert read(data, limits=Limits(1000, LIMITS.total_bytes, 1 << 20, 1000)).codes == ["limit-size"]
