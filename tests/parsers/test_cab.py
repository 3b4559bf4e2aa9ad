from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.parsers.lzxpack import ALIGNED, FRAME, RAW, VERBATIM, Packer
from tests.parsers.reading import LIMITS, Reading, read
from triage.selftest.builders.cabinet import LZX, QUANTUM, Folder, Listed, cab_of, mszip, stored

TEXT = b"".join(b"the heron wrote line %d of the ledger\r\n" % n for n in range(3_000))
SIZES = {"a.txt": 40_000, "b.txt": 1, "folder/c.txt": len(TEXT) - 40_001}


def lzx(data: bytes, window: int = 16) -> Folder:
    frames = Packer(window).pack(data, (VERBATIM, RAW, ALIGNED), 30_001)
    return Folder(LZX | window << 8, [(f, min(FRAME, len(data) - n * FRAME)) for n, f in enumerate(frames)])


def files(sizes: dict[str, int] = SIZES, folder: int = 0) -> list[Listed]:
    listed, begin = [], 0
    for name, size in sizes.items():
        listed.append(Listed(name.replace("/", "\\"), size, begin, folder))
        begin += size
    return listed


def contents(reading: Reading) -> dict[str | None, bytes]:
    return {child.name: child.data for child in reading.children}


WHOLE = {"a.txt": TEXT[:40_000], "b.txt": TEXT[40_000:40_001], "folder/c.txt": TEXT[40_001:]}
PACKERS = [stored, mszip, lzx]


@pytest.mark.parametrize("pack", PACKERS)
def test_members_are_children(pack: Callable[[bytes], Folder]) -> None:
    reading = read(cab_of([pack(TEXT)], files()), "x.cab")
    assert reading.label == "Microsoft cabinet" and contents(reading) == WHOLE
    assert reading.codes == []


def test_names_dates_and_attributes_are_listed() -> None:
    listed = [Listed("דוח.txt", 3, 0, 0, 0x22), Listed(b"na\x95ve.txt", 2, 3, date=(0, 0))]
    reading = read(cab_of([stored(b"onetw")], listed), "x.cab")
    assert reading.text("properties").split("\n")[0] == "דוח.txt\t2009-05-06 11:34:00\thidden"
    assert len(reading.names) == 2 and "דוח.txt" in reading.names


def test_reserved_fields_are_passed_over_and_their_text_is_read() -> None:
    reserve = (b"the wren's note" + bytes(20), b"a second remark", b"\xff\x00\xff")
    reading = read(cab_of([mszip(TEXT), stored(b"x")], [*files(), Listed("d.txt", 1, 0, 1)], reserve=reserve))
    assert contents(reading) == {**WHOLE, "d.txt": b"x"} and reading.codes == []
    assert reading.text("hidden").split("\n") == ["the wren's note", "a second remark", "a second remark"]


def test_unsafe_names_are_told_and_read() -> None:
    reading = read(cab_of([stored(b"ab")], [Listed("..\\..\\a.txt", 1), Listed("/etc/b", 1, 1)]))
    assert reading.codes == ["unsafe-name"] * 2 and reading.names == ["../../a.txt", "/etc/b"]


def test_a_wrong_checksum_is_told_of_the_members_it_touches() -> None:
    whole = cab_of([stored(TEXT)], files())
    reading = read(whole.replace(b"line 2000 ", b"line 2009 "))
    assert [t.sentence for t in reading.troubles] == [
        "'folder/c.txt' may hold wrong bytes: its checksum is wrong."
    ] and len(reading.children) == 3


@pytest.mark.parametrize("pack", [mszip, lzx])
def test_damage_in_a_block_keeps_what_stands_before_it(pack: Callable[[bytes], Folder]) -> None:
    folder = pack(TEXT)
    packed, size = folder.blocks[1]
    folder.blocks[1] = (packed[:200] + b"\xff" * (len(packed) - 200), size)
    reading = read(cab_of([folder], files({"a.txt": FRAME, "b.txt": FRAME, "c.txt": len(TEXT) - 2 * FRAME})))
    assert contents(reading)["a.txt"] == TEXT[:FRAME] and set(reading.codes) == {"damaged"}
    told = " ".join(t.sentence for t in reading.troubles)
    assert "'b.txt'" in told and "'c.txt'" in told and "'a.txt'" not in told


def test_after_a_damaged_block_mszip_goes_on() -> None:
    text = b" ".join(hashlib.sha256(b"%d" % n).hexdigest().encode() for n in range(2_000))
    folder = mszip(text)
    folder.blocks[1] = (b"CK\xff" + folder.blocks[1][0][3:], FRAME)
    reading = read(cab_of([folder], [Listed("a.txt", len(text))]))
    (kept,) = contents(reading).values()
    assert len(kept) == len(text) and kept[:FRAME] == text[:FRAME] and reading.codes == ["damaged"]
    assert sum(one == other for one, other in zip(kept[-FRAME:], text[-FRAME:], strict=True)) > FRAME // 3


def test_a_block_without_its_signature_is_read() -> None:
    folder = mszip(TEXT)
    folder.blocks[1] = (b"xx" + folder.blocks[1][0][2:], FRAME)
    assert contents(read(cab_of([folder], files()))) == WHOLE


@pytest.mark.parametrize("pack", PACKERS)
def test_cut_cabinets_keep_what_they_have(pack: Callable[[bytes], Folder]) -> None:
    whole = cab_of([pack(TEXT)], files())
    for part in (0.3, 0.6, 0.95):
        reading = read(whole[: int(len(whole) * part)])
        assert "truncated" in reading.codes
        assert all(WHOLE[str(c.name)].startswith(c.data[:-900]) for c in reading.children)
    assert contents(reading)["a.txt"] == WHOLE["a.txt"]


@pytest.mark.parametrize("pack", PACKERS)
def test_parts_of_a_set_are_read_as_far_as_they_can_be(pack: Callable[[bytes], Folder]) -> None:
    folder, sizes = pack(TEXT), {"a.txt": FRAME, "b.txt": 50_000, "c.txt": len(TEXT) - FRAME - 50_000}
    listed = files(sizes)
    (packed, size), rest = folder.blocks[1], folder.blocks[2:]
    first = Folder(folder.method, [folder.blocks[0], (packed[:100], 0)])
    second = Folder(folder.method, [(packed[100:], size), *rest])
    one = read(cab_of([first], [listed[0], replace(listed[1], folder=0xFFFE)], after="two.cab"))
    two = read(cab_of([second], [replace(listed[1], folder=0xFFFD), listed[2]], before="one.cab", part=1))
    assert contents(one)["a.txt"] == TEXT[:FRAME] and "'two.cab'" in one.troubles[0].sentence
    assert "'one.cab'" in two.troubles[0].sentence and dict(two.extract.properties)["cabinet before"] == "one.cab"
    last = TEXT[FRAME + 50_000 :]
    if pack is stored:
        assert contents(two)["c.txt"] == last and contents(two)["b.txt"] == TEXT[FRAME + 100 : FRAME + 50_000]
    elif pack is mszip:
        assert len(contents(two)["c.txt"]) == len(last) and "may hold wrong bytes" in two.troubles[-1].sentence
    else:
        assert not two.children and [t.sentence[:7] for t in two.troubles[1:]] == ["'b.txt'", "'c.txt'"]


def test_what_cannot_be_unpacked_is_named() -> None:
    reading = read(
        cab_of([Folder(QUANTUM | 0x1472, [(b"xyz", 9)]), Folder(LZX, [(b"xyz", 9)])], [*files(), *files(folder=1)])
    )
    assert reading.codes == ["unsupported"] and not reading.children
    assert reading.troubles[0].sentence.startswith("6 members") and "'folder/c.txt'" in reading.troubles[0].sentence
    assert "a.txt" in reading.text("properties")


def test_bytes_of_no_listed_file_are_read() -> None:
    listed = [Listed("a.txt", 1_000, 100), Listed("b.txt", 500, 2_000)]
    reading = read(cab_of([mszip(TEXT), stored(b"a folder of no file")], listed) + b"and behind it")
    kept = contents(reading)
    assert kept["unlisted-0-0"] == TEXT[:100] and kept["unlisted-0-1100"] == TEXT[1_100:2_000]
    assert kept["unlisted-0-2500"] == TEXT[2_500:] and kept["unlisted-1-0"] == b"a folder of no file"
    assert kept["behind-the-end"] == b"and behind it" and reading.codes == ["damaged"] * 5


def test_a_signature_behind_the_end_is_in_its_place() -> None:
    reading = read(cab_of([stored(TEXT)], files()) + b"\x30\x82\x00\x04abcd" + bytes(8))
    assert reading.names[-1] == "signature.p7s" and reading.codes == []


def test_a_list_that_breaks_off_or_isnt_where_it_should_be() -> None:
    whole = cab_of([stored(TEXT)], files())
    moved = whole[:16] + (9_999).to_bytes(4, "little") + whole[20:]
    assert contents(read(moved)) == WHOLE and read(moved).codes == ["truncated"]
    more = whole[:28] + (9_999).to_bytes(2, "little") + whole[30:]
    assert "truncated" in read(more).codes and contents(read(more))["a.txt"] == WHOLE["a.txt"]
    nowhere = read(cab_of([stored(TEXT)], [Listed("a.txt", 5, 0, 7)]))
    assert "lie in folders that aren't there: 'a.txt'" in " ".join(t.sentence for t in nowhere.troubles)
    none = read(whole[:26] + bytes(4) + whole[30:])
    assert none.codes == ["damaged"] and "lists no files" in none.troubles[0].sentence
    assert read(cab_of([], [])).codes == []
    with pytest.raises(ValueError, match="header"):
        read(whole[:20] + b"")


def test_bombs_end_at_the_limits() -> None:
    zeros = mszip(bytes(8 << 20))
    narrow = replace(LIMITS, ratio=20)
    reading = read(cab_of([zeros], [Listed("a.txt", 8 << 20)]), limits=narrow)
    assert reading.codes == ["limit-ratio"] and not reading.children
    begun = time.process_time()
    size = len(zeros.blocks) * FRAME
    far = [Listed(f"{n}.txt", 2 * FRAME, size - 2 * FRAME - n) for n in range(2 * FRAME, 0, -32)]
    reading = read(cab_of([zeros], far))
    assert set(reading.codes) == {"limit-ratio"} and time.process_time() - begun < 10
    assert sum(t.sentence.startswith("The archive unpacks to far more") for t in reading.troubles) == 1
