from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from tests.parsers.lzxpack import ALIGNED, FRAME, VERBATIM, Packer
from tests.parsers.reading import LIMITS, Reading, read
from triage.selftest.builders.cabinet import chm_of, plain_chm, system

STORAGE = "::DataSpace/Storage/MSCompressed/"
TABLE = STORAGE + "Transform/{7FC28940-9D31-11D0-9B27-00A0C91E9C7C}/InstanceData/ResetTable"
PAGES = {
    f"/html/{n}.htm": b"<meta charset=utf-8>" + b"".join(b"<p>heron %d of page %d</p>" % (k, n) for k in range(600))
    for n in range(14)
}  # fmt: skip
SYSTEM = system(b"The heron's manual")


def packed_chm(
    files: dict[str, bytes],
    interval: int = 2,
    leave: tuple[str, ...] = (),
    harm: dict[int, int] | None = None,
    table: bool = True,
) -> bytes:
    """Return a help file with LZX that begins anew each ``interval`` frames; ``harm`` turns bytes of its content."""
    data = b"".join(files.values())
    frames: list[bytes] = []
    for at in range(0, len(data), interval * FRAME):
        frames += Packer(16).pack(data[at : at + interval * FRAME], (VERBATIM, ALIGNED), 20_000)
    packed = bytearray(b"".join(frames))
    for at, value in (harm or {}).items():
        packed[at] ^= value
    places = [sum(map(len, frames[:n])) for n in range(len(frames))]
    head = struct.pack("<IIIIQQQ", 2, len(frames), 8, 0x28, len(data), len(packed), FRAME)
    inner = {
        "::DataSpace/NameList": struct.pack("<HH", 30, 2)
        + b"".join(
            struct.pack("<H", len(n)) + (n + "\0").encode("utf-16-le") for n in ("Uncompressed", "MSCompressed")
        ),
        STORAGE + "ControlData": struct.pack("<I4sIIIII", 6, b"LZXC", 2, interval, 2, 1, 0),
        STORAGE + "SpanInfo": struct.pack("<Q", len(data)),
        TABLE: head + struct.pack(f"<{len(places)}Q", *places) if table else b"",
        STORAGE + "Content": bytes(packed),
        "/#SYSTEM": SYSTEM,
    }
    entries, content, begin = [("/", 0, 0, 0), ("/html/", 0, 0, 0)], b"", 0
    for name, part in inner.items():
        if name not in leave:
            entries.append((name, 0, len(content), len(part)))
            content += part
    for name, part in files.items():
        entries.append((name, 1, begin, len(part)))
        begin += len(part)
    return chm_of(entries, content)


def contents(reading: Reading) -> dict[str, bytes]:
    return {f"/{child.name}": child.data for child in reading.children}


def test_files_of_both_sections_are_children() -> None:
    reading = read(packed_chm(PAGES), "x.chm")
    assert reading.label == "compiled help file" and contents(reading) == PAGES and reading.codes == []
    assert (
        reading.extract.subject == "The heron's manual"
        and ("title", "The heron's manual") in reading.extract.properties
    )
    plain = read(plain_chm({"/#SYSTEM": SYSTEM, "/a.htm": b"<p>x", "/b/c.css": b""}))
    assert contents(plain) == {"/a.htm": b"<p>x", "/b/c.css": b""} and plain.codes == []


def test_the_viewers_own_files_are_left_out_and_no_others() -> None:
    own = ["/#STRINGS", "/#TOPICS", "/$FIftiMain", "/$WWKeywordLinks/BTree", "/$OBJINST"]
    others = ["/#STRINGS2", "/#note.txt", "/$WWKeywordLinks.txt", "/a/#STRINGS"]
    reading = read(plain_chm(dict.fromkeys([*own, *others], b"the wren")))
    assert sorted(contents(reading)) == sorted(others)


def test_pages_that_state_no_character_set_are_in_that_of_the_language() -> None:
    pages = {"/a.htm": b"<p>x", "/b.HHC": b"<meta charset=utf-8>", "/c.txt": b"x"}
    reading = read(plain_chm({"/#SYSTEM": system("Журавль".encode("cp1251"), 0x419), **pages}))
    declared = {child.name: child.declared for child in reading.children}
    assert declared == {"a.htm": "text/html; charset=cp1251", "b.HHC": "text/html", "c.txt": None}
    assert reading.extract.subject == "Журавль"


def test_a_long_directory_is_read_whole() -> None:
    files = {f"/folder/a page of number {n:05}.htm": b"%d" % n for n in range(700)}
    assert contents(read(plain_chm(files))) == files


@pytest.mark.parametrize("table", [True, False])
def test_damage_ends_at_the_next_reset(table: bool) -> None:
    reading = read(packed_chm(PAGES, harm=dict.fromkeys(range(9_000, 9_040), 0xFF), table=table))
    whole = [name for name, data in contents(reading).items() if data == PAGES[name]]
    told = " ".join(t.sentence for t in reading.troubles)
    assert set(reading.codes) == {"damaged"} and "/html/0.htm" in whole
    assert all(repr(name[1:]) in told for name in PAGES if name not in whole)
    assert ("/html/13.htm" in whole) == table


def test_a_table_that_errs_costs_nothing() -> None:
    whole = packed_chm(PAGES)
    at = whole.find(struct.pack("<IIII", 2, -(-sum(map(len, PAGES.values())) // FRAME), 8, 0x28)) + 0x28
    wrong = bytearray(whole)
    wrong[at + 8 * 2] ^= 0x55
    reading = read(bytes(wrong))
    assert contents(reading) == PAGES and "don't end where they should" in reading.troubles[0].sentence


@pytest.mark.parametrize("missing", ["ControlData", "SpanInfo"])
def test_what_describes_the_packing_may_be_missing(missing: str) -> None:
    reading = read(packed_chm(PAGES, leave=(STORAGE + missing,)))
    assert contents(reading) == PAGES and reading.codes == (["damaged"] if missing == "ControlData" else [])


def test_a_packed_part_that_isnt_there_is_told_with_its_files() -> None:
    reading = read(packed_chm(PAGES, leave=(STORAGE + "Content",)))
    assert reading.codes == ["damaged"] and "'html/0.htm'" in reading.troubles[0].sentence and not reading.children


def test_cut_files_keep_what_they_have() -> None:
    whole = packed_chm(PAGES)
    for part in (0.5, 0.8, 0.97):
        reading = read(whole[: int(len(whole) * part)])
        assert reading.codes[0] == "truncated" and len(reading.codes) > 1
        assert all(PAGES[name].startswith(data[:-900]) for name, data in contents(reading).items())
    assert contents(reading)["/html/0.htm"] == PAGES["/html/0.htm"]
    with pytest.raises(ValueError, match="header"):
        read(whole[:80])
    with pytest.raises(ValueError, match="directory"):
        read(whole[:200])


def test_a_directory_whose_header_is_damaged_is_found_by_its_pieces() -> None:
    whole = packed_chm(PAGES).replace(b"ITSP", b"ITXP")
    reading = read(whole)
    assert contents(reading) == PAGES and reading.codes == ["damaged"]


def test_an_older_file_states_no_place_of_its_content() -> None:
    files = {"/a.htm": b"<p>the wren"}
    new = plain_chm(files)
    old = new[:4] + b"\x02" + new[5:8] + b"\x58" + new[9:]
    assert contents(read(old)) == files


def test_a_broken_entry_hides_none_of_the_others() -> None:
    files = {f"/page{n:02}.htm": b"<p>the wren of page %d" % n for n in range(40)}
    whole = plain_chm(files)
    for place, value in ((0, 0x7F), (0, 3), (5, 1), (12, 0x81), (13, 0xFF)):
        at = whole.index(b"/page20.htm") - 1 + place
        reading = read(whole[:at] + bytes((value,)) + whole[at + 1 :])
        assert set(files.values()) - {c.data for c in reading.children} <= {files["/page20.htm"], files["/page21.htm"]}
        kept = b"".join(child.data for child in reading.children)
        assert all(page in kept for page in files.values()) and "damaged" in reading.codes


def test_bytes_that_no_entry_lists_are_read_but_lists_only_once() -> None:
    lists = {"/a.hhc": b"<ul>contents</ul>", "/b.hhk": b"<ul>index</ul>"}
    content = b"".join(lists.values()) + b"<p>the wren's page" + b"".join(lists.values())
    begin = len(content) - len(b"".join(lists.values()))
    entries = [("/p.htm", 0, begin - 18, 18), ("/a.hhc", 0, begin, 17), ("/b.hhk", 0, begin + 17, 14)]
    assert read(chm_of(entries, content)).codes == []
    reading = read(chm_of(entries[1:], content))
    assert reading.codes == ["damaged"] and reading.children[-1].data == content[:begin]


def test_what_stands_behind_the_end_is_read() -> None:
    reading = read(plain_chm({"/a.htm": b"x"}) + b"a note behind it")
    assert contents(reading)["/behind-the-end"] == b"a note behind it" and reading.codes == ["damaged"]


def test_claims_of_size_end_at_what_is_there() -> None:
    reading = read(chm_of([("/a.htm", 0, 0, 1 << 40), ("/b.htm", 1 << 60, 0, 5), ("/../c.htm", 0, 1, 2)], b"<p>x"))
    assert contents(reading) == {"/a.htm": b"<p>x", "/../c.htm": b"p>"}
    assert sorted(reading.codes) == ["damaged", "damaged", "truncated", "unsafe-name"]
    narrow = read(packed_chm({"/a.txt": bytes(5 << 18)}), limits=replace(LIMITS, ratio=20))
    assert narrow.codes == ["limit-ratio"] and not narrow.children
