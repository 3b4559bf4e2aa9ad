"""Labels of lists in Word 97-2003 documents."""

from __future__ import annotations

import struct

from tests.parsers.reading import read
from triage.parsers.kit.compound import Storage, build
from triage.parsers.office.word97 import Labels, Paragraphs, modifiers

START = 0x800
LIST, LEVEL = 0x460B, 0x260A


def level(text: str, form: int = 0, start: int = 1, flags: int = 0, after: int = 0) -> bytes:
    """Return a LVL whose ``%1`` to ``%9`` are the numbers of the levels."""
    shown, places = [], []
    for piece in text.split("%"):
        if shown and piece[:1].isdigit():
            places.append(sum(map(len, shown)) + 1)
            piece = chr(int(piece[0]) - 1) + piece[1:]
        shown.append(piece)
    body = "".join(shown)
    rest = bytes(places) + bytes(9 - len(places))
    head = struct.pack("<iBB", start, form, flags) + rest + bytes([0]) + bytes(8) + bytes([2, 3, after, 0])
    return head + b"\0\0\0" + b"\0\0" + struct.pack("<H", len(body)) + body.encode("utf-16-le")


def definition(key: int, simple: bool) -> bytes:
    return struct.pack("<ii", key, 0) + bytes(18) + bytes([simple, 0])


LEVELS = [level("%1."), level("%1.%2"), level("(%3)", 4)] + [level("", 255) for _ in range(6)]
LISTS = struct.pack("<H", 2) + definition(77, False) + definition(88, True)
USES = struct.pack("<I", 2) + struct.pack("<i8xBBBB", 77, 0, 0, 0, 0) + struct.pack("<i8xBBBB", 88, 1, 0, 0, 0)
USES += b"\xff" * 4 + b"\xff" * 4 + struct.pack("<iI", 5, 0x10)
STYLE_BASE = struct.pack("<HHHHH", 0, 1 | 0xFFF << 4, 1, 0, 0)


def style(name: str, papx: bytes, parent: int = 0xFFF) -> bytes:
    base = struct.pack("<HHHHH", 0, 1 | parent << 4, 1, 0, 0)
    body = base + struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
    update = struct.pack("<H", 0) + papx
    body += struct.pack("<H", len(update)) + update
    return struct.pack("<H", len(body)) + body


def sprm(code: int, value: int) -> bytes:
    return struct.pack("<HH" if code == LIST else "<HB", code, value)


SHEET = (
    struct.pack("<HHH", 4, 3, 10)
    + style("Normal", b"")
    + style("Heading", sprm(LIST, 1))
    + style("Sub", sprm(LEVEL, 1), 1)
)


def document(paragraphs: list[tuple[str, int, bytes]]) -> bytes:
    """Return a Word 97 document of paragraphs: text, style, own properties."""
    text = "".join(f"{t}\r" for t, _, _ in paragraphs)
    main = bytearray(START)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    main[0x0B] = 2
    struct.pack_into("<I", main, 0x4C, len(text))
    main += text.encode("utf-16-le")
    main += bytes(-len(main) % 512)
    page = bytearray(512)
    at, place, count = START, 500, len(paragraphs)
    for index, (words, number, own) in enumerate(paragraphs):
        struct.pack_into("<I", page, 4 * index, at)
        papx = struct.pack("<H", number) + own
        whole = bytes([(len(papx) + 1) // 2]) + papx if len(papx) % 2 else bytes([0, len(papx) // 2]) + papx
        place -= len(whole) + len(whole) % 2
        page[place : place + len(whole)] = whole
        page[4 * (count + 1) + 13 * index] = place // 2
        at += 2 * len(words) + 2
    struct.pack_into("<I", page, 4 * count, at)
    page[511] = count
    bins = struct.pack("<III", START, at, len(main) // 512)
    main += page + bytes(4096)
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, START, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    table = bytearray()
    levels = b"".join(LEVELS) + level("Annex %1", 3)
    for at_fib, block, after in (
        (0x1A2, clx, b""),
        (0x102, bins, b""),
        (0xA2, SHEET, b""),
        (0x2E2, LISTS, levels),
        (0x2EA, USES[:36], USES[36:]),
    ):
        struct.pack_into("<II", main, at_fib, len(table), len(block))
        table += block + after
    root = Storage()
    root.put(["WordDocument"], bytes(main))
    root.put(["1Table"], bytes(table))
    return build(root)


def test_paragraphs_have_the_labels_that_a_reader_sees() -> None:
    one, two = sprm(LIST, 1), sprm(LIST, 2)
    data = document(
        [
            ("Scope", 1, b""),
            ("Goods", 2, b""),
            ("steel", 0, one + sprm(LEVEL, 2)),
            ("", 2, b""),
            ("Price", 2, b""),
            ("no number", 1, sprm(LIST, 0)),
            ("plain", 0, b""),
            ("Term", 1, b""),
            ("Rates", 0, two),
            ("Sites", 0, two),
        ]
    )
    lines = read(data).text().split("\n")
    assert [line for line in lines if line] == [
        "1.\tScope",
        "1.1\tGoods",
        "(a)\tsteel",
        "1.3\tPrice",
        "no number",
        "plain",
        "2.\tTerm",
        "Annex E\tRates",
        "Annex F\tSites",
    ]


def test_cut_tables_give_no_labels_and_lose_no_word() -> None:
    data = document([("Scope", 1, b"")])
    for size in (0, 3, 20, 60):
        cut = data.replace(LISTS, LISTS[:size] + b"\xff" * (len(LISTS) - size))
        assert "Scope" in read(cut).text()
    main = bytearray(0x400)
    struct.pack_into("<II", main, 0x2E2, 0, 900)
    assert Labels(bytes(main), b"\x20\0").label(0) == "" and Labels(b"", b"").label(5) == ""
    assert Paragraphs(b"", b"\0" * 12, b"\x04\0\xff\xff\x0a\0").place(9) == (0, 0)


def test_modifiers_with_sizes_of_their_own_are_passed_over() -> None:
    tabs = struct.pack("<HB", 0xC615, 255) + bytes([1, 0, 0, 0, 0]) + bytes([1, 0, 0, 0])
    tables = struct.pack("<HH", 0xD608, 5) + b"abcd"
    found = list(modifiers(tabs + tables + struct.pack("<HB2s", 0xC63E, 2, b"xy") + sprm(LIST, 3) + b"\x0b"))
    assert [code for code, _ in found] == [0xC615, 0xD608, 0xC63E, LIST] and found[-1][1] == b"\x03\0"
