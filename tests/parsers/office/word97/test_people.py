"""Who commented on a Word 97-2003 document, changed it, and when."""

from __future__ import annotations

import struct

from tests.parsers.reading import Reading, read
from tests.writers.office97 import doc
from triage.parsers.office.word97 import moment

COUNT, OWNERS, COMMENTS, CHANGERS, EXTRA = 0x98, 0x1BA, 0xBA, 0x232, 0x41A


def date(year: int, month: int, day: int, hour: int, minute: int) -> int:
    return minute | hour << 6 | day << 11 | month << 16 | (year - 1900) << 20


def names(*said: str) -> bytes:
    return b"".join(struct.pack("<H", len(name)) + name.encode("utf-16-le") for name in said)


def comment(initials: str, owner: int) -> bytes:
    short = struct.pack("<H", len(initials)) + initials.encode("utf-16-le")
    return short.ljust(20, b"\0") + struct.pack("<H", owner) + bytes(8)


def commented(newer: bool, *dates: int) -> Reading:
    refs = struct.pack("<IIII", 0, 1, 2, 3) + comment("DL", 1) + comment("", 0) + comment(" ", 2)
    blocks = {OWNERS: names("Noa Katz", "Dana Levi", " "), COMMENTS: refs}
    if newer:
        blocks[EXTRA] = b"".join(struct.pack("<I14x", when) for when in dates)
    data = doc({0: "x\r", 4: "\x05Too risky\r\x05Agreed\r\x05Nobody's\r"}, blocks=blocks)
    place = data.index(struct.pack("<HH", 0xA5EC, 0xC1)) + COUNT
    return read(data[:place] + struct.pack("<H", 136 if newer else 108) + data[place + 2 :])


def test_a_comment_has_its_author_and_its_date() -> None:
    reading = commented(True, date(2010, 5, 26, 9, 12), 0)
    assert reading.text("comment").splitlines() == [
        "Dana Levi, DL, 2010-05-26T09:12: Too risky",
        "Noa Katz: Agreed",
        "Nobody's",
    ]


def test_before_word_2002_comments_have_no_date() -> None:
    assert commented(False).text("comment").splitlines() == ["Dana Levi, DL: Too risky", "Noa Katz: Agreed", "Nobody's"]


def test_dates_that_are_none() -> None:
    assert moment(date(2003, 12, 31, 23, 59)) == "2003-12-31T23:59"
    assert [moment(when) for when in (0, date(2003, 13, 1, 0, 0), date(2003, 1, 1, 24, 0), 0x3F)] == [""] * 4


def test_who_changed_the_text_is_a_property() -> None:
    def change(code: int, who: int, when: int) -> bytes:
        kind = {0x0801: (0x4804, 0x6805), 0x0800: (0x4863, 0x6864)}[code]
        return struct.pack("<HBHHHI", code, 1, kind[0], who, kind[1], when)

    first, last = date(2010, 5, 20, 8, 0), date(2010, 5, 26, 9, 12)
    looks = [
        (0, b""),
        (4, change(0x0801, 1, last)),
        (8, change(0x0800, 2, first)),
        (12, change(0x0800, 1, first)),
        (16, change(0x0801, 9, first)),
        (20, b""),
    ]
    known = struct.pack("<HHH", 0xFFFF, 4, 0) + names("Unknown", "Dana Levi", "Noa Katz", "Ben Or")
    reading = read(doc({0: "aaaabbbbccccddddeeeeffff\r"}, looks, blocks={CHANGERS: known}))
    said = "Dana Levi (2010-05-20T08:00 to 2010-05-26T09:12); Noa Katz (2010-05-20T08:00)"
    assert ("Changed by", said) in reading.extract.properties
    assert f"Changed by: {said}" in reading.text("properties")
    assert reading.text() == "aaaabbbbeeeeffff" and reading.codes == []
    assert "Changed by" not in dict(read(doc({0: "x\r"}, blocks={CHANGERS: known})).extract.properties)
