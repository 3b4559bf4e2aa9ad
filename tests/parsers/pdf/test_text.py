"""Order of letters in the text of PDF pages."""

from __future__ import annotations

import pytest

from tests.parsers.office_builders import pdf
from tests.parsers.reading import read

SALAM = "\u0633\u0644\u0627\u0645"
GLYPHS = {"A": "\u0633", "B": "\u0644\u0627", "C": "\u0645", "D": SALAM, "E": "\u05d3", "H": "\u05d7", "N": " "}


def _page(content: str) -> str:
    """Return the text of a page whose letters mean what GLYPHS says, some of them several characters."""
    meant = " ".join(f"<{ord(k):02x}> <{v.encode('utf-16-be').hex()}>" for k, v in GLYPHS.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> "
        f"endcodespacerange {len(GLYPHS)} beginbfchar {meant} endbfchar endcmap end end"
    )
    extra = f"110 0 obj\n<</Length {len(cmap)}>>stream\n{cmap}\nendstream\nendobj\n"
    return read(pdf([content], extra=extra, fonts="/ToUnicode 110 0 R")).text().strip()


def _apart(*glyphs: tuple[str, int]) -> str:
    """Return the content that shows each glyph alone, at its place."""
    return "BT /F 12 Tf " + " ".join(f"1 0 0 1 {x} 700 Tm ({glyph}) Tj" for glyph, x in glyphs) + " ET"


@pytest.mark.parametrize(
    "content",
    [
        "BT /F 12 Tf 100 700 Td (CBA) Tj ET",
        _apart(("C", 100), ("B", 109), ("A", 117)),
        "BT /F 12 Tf 200 700 Td [(A) 1380 (B) 1380 (C)] TJ ET",
        "BT /F 12 Tf -1 0 0 1 200 700 Tm (ABC) Tj ET",
        "BT /F 12 Tf 100 700 Td (D) Tj ET",
    ],
    ids=["from left to right", "glyph by glyph", "from right to left", "as in a mirror", "one glyph for the word"],
)
def test_a_glyph_of_several_letters_keeps_their_order(content: str) -> None:
    assert _page(content) == SALAM


def test_a_glyph_of_several_letters_in_a_line_of_another_direction() -> None:
    content = _apart(("xx", 100), ("C", 130), ("B", 139), ("A", 147), ("yy", 170))
    assert _page(content) == f"xx {SALAM} yy"


def test_signs_around_a_glyph_of_several_letters_stay_around_it() -> None:
    assert _page("BT /F 12 Tf 100 700 Td (.D!) Tj ET") == f"!{SALAM}."


def test_letters_that_only_seem_to_share_a_place_stay_as_they_are() -> None:
    turned = "BT /F 12 Tf 0 1 -1 0 300 300 Tm (EH) Tj ET"
    assert _page(turned) == "\u05d7\u05d3"


def _spread(text: str, gap: float, blank: float) -> str:
    """Return the text of a page that shows each letter alone, at its distance; all letters are 5 points wide."""
    shown, x = [], 72.0
    for letter in text:
        if letter != " ":
            shown.append(f"1 0 0 1 {x:.2f} 700 Tm ({letter}) Tj")
        x += blank if letter == " " else 5 + gap
    widths = f"/FirstChar 32/LastChar 126/Widths[{'417 ' * 95}]"
    return read(pdf([f"BT /F 12 Tf {' '.join(shown)} ET"], fonts=widths)).text().strip()


@pytest.mark.parametrize("gap", [1.5, 1.8])
def test_words_set_glyph_by_glyph_are_whole(gap: float) -> None:
    said = "a blue heron and a black bird were seen on an oak"
    assert _spread(said, gap, 5) == said


def test_single_letters_in_a_row_stay_apart() -> None:
    said = "a b c d e f g h i j k l n o"
    assert _spread(said, 0, 4) == said


def test_letters_that_are_drawn_twice_are_read_once() -> None:
    said = "the councillors of all municipalities"
    shown = " ".join(
        f"1 0 0 1 {72 + 8 * at + shift} {700 - shift} Tm ({letter}) Tj"
        for shift in (1, 0)
        for at, letter in enumerate(said)
    )
    widths = f"/FirstChar 32/LastChar 126/Widths[{'667 ' * 95}]"
    assert read(pdf([f"BT /F 12 Tf {shown} ET"], fonts=widths)).text().strip() == said


def test_double_letters_stay_double() -> None:
    said = "uuhh iikk vvyy and bookkeeping in the office"
    font = "/Encoding<</Differences[1/ffi]>>"
    drawn = said.replace("ffi", r"\001")
    assert read(pdf([f"BT /F 12 Tf 72 700 Td ({drawn}) Tj ET"], fonts=font)).text().strip() == said


def test_a_blank_that_no_font_maps_parts_words() -> None:
    font = f"/Encoding<</Differences[2/g3]>>/FirstChar 2/LastChar 126/Widths[{'600 ' * 125}]"
    shown = read(pdf([r"BT /F 12 Tf 72 700 Td (would) Tj (\002enhance\002his) Tj ET"], fonts=font)).text().strip()
    assert shown == "would enhance his"
