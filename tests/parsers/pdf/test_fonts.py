"""Tests of triage.parsers.pdf.fonts: pages in fonts that don't tell PDFium what their glyphs mean."""

from __future__ import annotations

import struct

import pytest

from tests.parsers.fonts import character_map
from tests.parsers.reading import Reading, read
from tests.writers.pdf import document, stream
from triage.parsers.pdf.fonts import NAMES, meanings
from triage.parsers.pdf.objects import marks

TYPE0 = "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[7 0 R]"
COUNTED = "/Type/Font/Subtype/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
DRAWN = stream(b"500 0 0 0 500 500 d1 0 0 400 400 re f")


def _page(font: str, content: bytes, others: dict[int, bytes] | None = None) -> Reading:
    """Return what is read of a page in a font; objects from 7 on are free."""
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R/H 6 0 R>>>>>>",
        4: stream(b"BT 72 700 Td " + content + b" ET"),
        5: f"<</Type/Font{font}>>".encode(),
        6: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    return read(document(bodies | (others or {})))


def _numbers(text: str, less: int) -> bytes:
    return f"/F 12 Tf <{''.join(f'{ord(letter) - less:04x}' for letter in text)}> Tj".encode()


@pytest.mark.parametrize("name", ["f_f_i", "f_f_i.alt", "uni0066_uni0066_i"])
def test_a_glyph_of_several_letters(name: str) -> None:
    font = f"/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[31/{name} 2/T_h]>>"
    assert _page(font, rb"/F 12 Tf (\002e e\037cient o\037ce) Tj").text().strip() == "The efficient office"


@pytest.mark.parametrize(
    ("after", "is_name"),
    [(b" 2", True), (b"]", True), (b"/g", True), (b"_i", True), (b".alt", True), (b"%\n", True), (b"\0", True)]
    + [(bytes([byte]), False) for byte in b"f9\x9c\xff\x80~$"],
)
def test_only_what_may_follow_a_name_makes_bytes_a_glyph_of_several_letters(after: bytes, is_name: bool) -> None:
    marked = marks(b"5 0 obj\n<</Differences[1/f_f" + after + b"]>>\nendobj\n", {"fonts": NAMES})
    assert bool(marked["fonts"]) == is_name


def test_the_letters_of_a_type_3_font_have_their_names() -> None:
    glyphs = "".join(f"/{name} 7 0 R" for name in ("H", "e", "r", "o", "n", "eacute"))
    names = "/FontMatrix[.001 0 0 .001 0 0]/FontBBox[0 0 500 500]/FirstChar 1/LastChar 6/Widths[{'500 ' * 6}]"
    font = f"/Subtype/Type3{names}/CharProcs<<{glyphs}>>/Encoding<</Differences[1/H/e/r/o/n/eacute]>>"
    assert _page(font, rb"/F 12 Tf (\001\002\003\004\005\006) Tj", {7: DRAWN}).text().strip() == "Heroné"


@pytest.mark.parametrize("font", ["TrueType/BaseFont/Symbol", "TrueType/BaseFont/SymbolMT/Encoding/WinAnsiEncoding"])
def test_symbol_that_is_not_embedded_has_greek_letters(font: str) -> None:
    content = b"/H 12 Tf (200 ) Tj /F 12 Tf (m) Tj /H 12 Tf (g) Tj"
    assert _page(f"/Subtype/{font}", content).text().strip() == "200 µg"


def test_glyphs_that_are_counted_mean_what_the_font_embedded_says() -> None:
    glyphs = {ord(letter): number for number, letter in enumerate(" hernoбג", 40)}
    font = stream(character_map(glyphs), packed=True)
    others = {7: f"<<{COUNTED}/BaseFont/Own/FontDescriptor<</FontFile2 8 0 R>>>>".encode(), 8: font}
    shown = "".join(f"{glyphs[ord(letter)]:04x}" for letter in "heron б")
    reading = _page(f"{TYPE0}/BaseFont/Own", f"/F 12 Tf <{shown}> Tj".encode(), others)
    assert reading.text().strip() == "heron б"
    assert reading.codes == []


def test_a_part_of_a_font_has_a_table_from_codes_to_glyphs() -> None:
    table = stream(bytes.fromhex("0000 0000 0000 0000 0000 0028 0029"))
    part = "/BaseFont/ABCDEF+Own/CIDToGIDMap 9 0 R/FontDescriptor<</FontFile2 8 0 R>>"
    others = {7: f"<<{COUNTED}{part}>>".encode(), 8: stream(character_map({ord("h"): 40, ord("e"): 41})), 9: table}
    assert _page(f"{TYPE0}/BaseFont/ABCDEF+Own", b"/F 12 Tf <000500060005> Tj", others).text().strip() == "heh"


@pytest.mark.parametrize("known", ["", "/ToUnicode/Identity-H"])
def test_codes_may_be_those_of_unicode(known: str) -> None:
    table = stream(bytes(64) + b"".join(bytes((0, glyph)) for glyph in range(3, 98)))
    part = "/BaseFont/Verdana/CIDToGIDMap 9 0 R/FontDescriptor<</FontFile2 8 0 R>>"
    others = {7: f"<<{COUNTED}{part}>>".encode(), 8: stream(b"no font"), 9: table}
    assert _page(f"{TYPE0}/BaseFont/Verdana{known}", _numbers("Blue heron", 0), others).text().strip() == "Blue heron"


def test_fonts_that_everyone_has_are_counted_as_usual() -> None:
    others = {7: f"<<{COUNTED}/BaseFont/Arial>>".encode()}
    reading = _page(f"{TYPE0}/BaseFont/Arial", _numbers("Blue heron 24", 29), others)
    assert reading.text().strip() == "Blue heron 24"


def test_glyphs_of_which_nobody_knows_the_meaning_are_reported() -> None:
    others = {7: f"<<{COUNTED}/BaseFont/Own>>".encode()}
    assert _page(f"{TYPE0}/BaseFont/Own", _numbers("Blue heron", 13), others).codes == ["needs-ocr"]


def test_a_map_without_blanks() -> None:
    start = b"/CIDInit /ProcSet findresource begin begincmap /CMapName /Own def1 begincodespacerange <20> <23> "
    known = stream(start + b"endcodespacerange2 beginbfchar<21> <00E4><22> <00F5>endbfcharendcmap end")
    font = "/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 7 0 R"
    shown = _page(font, b'/H 12 Tf (p) Tj /F 12 Tf (!) Tj /H 12 Tf (evas ettev) Tj /F 12 Tf (") Tj', {7: known})
    assert shown.text().strip() == "päevas ettevõ"


@pytest.mark.parametrize(
    "font",
    [
        f"{TYPE0}/BaseFont/Arial/ToUnicode 5 0 R",
        "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[5 0 R]",
        "/Subtype/Type3/CharProcs 5 0 R/Encoding<</Differences[99999999999999999999/f_f -5/T_h 255/a_b/c_d(e)]>>",
        "/Subtype/Type1/BaseFont/#ff#fe_a/Encoding<</Differences[1/f_f/#ff_#fe/uniD800_a/_/a__b]>>",
        "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</CIDToGIDMap 4 0 R/FontDescriptor<</FontFile2 4 0 R>>>>]",
    ],
)
def test_odd_fonts_are_no_trouble(font: str) -> None:
    reading = _page(font, rb"/F 12 Tf (\001\002\003\001) Tj /H 12 Tf (heron) Tj", {7: b"<</BaseFont 7 0 R>>"})
    assert "heron" in reading.text()


# Tests of triage.parsers.pdf.fonts: character maps of each format, and broken ones.


def _font(subtable: bytes, platform: int = 3, encoding: int = 1) -> bytes:
    table = struct.pack(">HHHHI", 0, 1, platform, encoding, 12) + subtable
    return struct.pack(">IHHHH4sIII", 0x10000, 1, 16, 0, 0, b"cmap", 0, 28, len(table)) + table


def _segment(start: int, end: int, delta: int, offset: int, glyphs: tuple[int, ...] = ()) -> bytes:
    head = struct.pack(">HHHHHHH", 4, 0, 0, 4, 0, 0, 0)
    return head + struct.pack(
        f">HHHHHHHHH{len(glyphs)}H", end, 0xFFFF, 0, start, 0xFFFF, delta & 0xFFFF, 1, offset, 0, *glyphs
    )


@pytest.mark.parametrize(
    ("font", "meant"),
    [
        (character_map({ord("a"): 7, ord("б"): 9}), {7: "a", 9: "б"}),
        (_font(_segment(0x61, 0x63, 0, 4, (5, 0, 8))), {5: "a", 8: "c"}),
        (_font(_segment(0xF061, 0xF062, -0xF000, 0), 3, 0), {0x61: "a", 0x62: "b"}),
        (_font(struct.pack(">HHHHH3H", 6, 16, 0, 0x62, 3, 4, 0, 6)), {4: "b", 6: "d"}),
        (_font(struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x1F600, 0x1F601, 3), 3, 10), {3: "😀", 4: "😁"}),
        (_font(struct.pack(">HHH", 0, 262, 0) + bytes([0] * 0x8A + [9] + [0] * 117), 1, 0), {9: "ä"}),
    ],
    ids=["4", "4 with offsets", "4 of a symbol font", "6", "12", "0 of Apple"],
)
def test_formats(font: bytes, meant: dict[int, str]) -> None:
    assert meanings(font) == meant


@pytest.mark.parametrize("kind", [0, 4, 6, 12, 99])
def test_cut_and_unbounded_maps(kind: int) -> None:
    hostile = _font(struct.pack(">HH", kind, 0xFFFF) + b"\xff" * 400, 3, 10)
    assert len(meanings(hostile)) <= 70_000
    assert all(meanings(character_map({97: 1, 98: 2})[:end]) is not None for end in range(90))
