"""Word 6 and 95 documents: letters in the code pages of their fonts."""

from __future__ import annotations

import struct

from tests.parsers.reading import read
from triage.parsers.kit.compound import Storage, build
from triage.parsers.office.word97 import DELETED, HIDDEN, OldFonts, RunFormat, run_format

ENGLISH = 0x409


def font(characters: int, name: str) -> bytes:
    body = struct.pack("<BHBB", 0, 400, characters, 0) + name.encode() + b"\0"
    return bytes([len(body)]) + body


def old_word(text: bytes, fonts: bytes, looks: bytes = b"", language: int = ENGLISH, sheet: bytes = b"") -> bytes:
    """Return a Word 6 document whose text is one run with the properties ``looks``."""
    main = bytearray(0x300)
    struct.pack_into("<HHxxH", main, 0, 0xA5DC, 0x68, language)
    struct.pack_into("<II", main, 0x18, 0x300, 0x300 + len(text))
    struct.pack_into("<I", main, 0x34, len(text))
    main += text + bytes(-len(text) % 512 + 256)
    page = bytearray(512)
    struct.pack_into("<IIB", page, 0, 0x300, 0x300 + len(text), 100)
    page[200 : 201 + len(looks)] = bytes([len(looks)]) + looks
    page[511] = 1
    bins = struct.pack("<IIH", 0x300, 0x300 + len(text), len(main) // 512)
    main += page
    table = struct.pack("<H", len(fonts) + 2) + fonts
    for place, block in ((0xB8, bins), (0xD0, table), (0x60, sheet)):
        struct.pack_into("<II", main, place, len(main), len(block))
        main += block
    root = Storage()
    root.put(["WordDocument"], bytes(main))
    return build(root)


RUSSIAN = "Четыре балла".encode("cp1251")
FONTS = font(0, "Arial") + font(204, "Roboto") + font(0, "Arial CE")


def test_a_run_is_read_in_the_letters_of_its_font() -> None:
    in_roboto = old_word(RUSSIAN, FONTS, bytes([99, 24, 0, 93, 1, 0]))
    assert read(in_roboto).text() == "Четыре балла"
    assert read(old_word("Příjem".encode("cp1250"), FONTS, bytes([93, 2, 0]))).text() == "Příjem"
    assert read(old_word("Cañón".encode("cp1252"), FONTS, bytes([93, 0, 0]))).text() == "Cañón"
    assert read(in_roboto).codes == []


def test_a_run_without_a_font_takes_that_of_the_usual_style() -> None:
    name = b"\x06Normal\0"
    looks = bytes([93, 1, 0])
    style = bytes(8) + name + struct.pack("<HH", 2, 0) + struct.pack("<H", len(looks)) + looks
    sheet = struct.pack("<HHHHHHHH", 14, 1, 8, 1, 75, 15, 0, 0) + struct.pack("<H", len(style)) + style
    assert read(old_word(RUSSIAN, FONTS, sheet=sheet)).text() == "Четыре балла"
    by_sheet = struct.pack("<HHHHHHHH", 14, 0, 8, 1, 75, 15, 0, 1)
    assert read(old_word(RUSSIAN, FONTS, sheet=by_sheet)).text() == "Четыре балла"


def test_letters_that_nothing_states_are_reported_as_guessed() -> None:
    assert read(old_word(RUSSIAN, font(0, "Arial"), language=0)).codes == ["charset-guessed"]
    assert read(old_word(b"plain", font(0, "Arial"), language=0)).codes == []


def test_flags_are_found_after_other_properties() -> None:
    assert run_format(bytes([85, 1, 68, 2, 9, 9, 65, 1, 92, 1]), True) == RunFormat(DELETED | HIDDEN)
    assert run_format(bytes([92, 1, 92, 0, 200, 1, 65, 1]), True) == RunFormat()
    assert run_format(bytes([93, 7]), True) == RunFormat()


def test_a_cut_font_table_leaves_the_document_its_language() -> None:
    main = bytearray(0x400)
    struct.pack_into("<HHxxH", main, 0, 0xA5DC, 0x68, 0x419)
    struct.pack_into("<II", main, 0xD0, 0x3FC, 900)
    struct.pack_into("<II", main, 0x60, 0x3F0, 900)
    assert OldFonts(bytes(main)).decoded(RUSSIAN, 3) == "Четыре балла"
