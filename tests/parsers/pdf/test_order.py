"""Tests of triage.parsers.pdf.text: lines as they are drawn, from left to right, and as they are meant."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

import pytest

from tests.effort import counted
from tests.parsers.office_builders import pdf
from tests.parsers.reading import read

CODES = ascii_uppercase + ascii_lowercase


def _page(contents: str, characters: str) -> str:
    """Return the text of a page on which the glyphs of CODES mean ``characters``."""
    meant = " ".join(f"<{ord(g):02x}> <{ord(c):04x}>" for g, c in zip(CODES, characters, strict=False))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> "
        f"endcodespacerange {len(characters) + 1} beginbfchar <20> <0020> {meant} endbfchar endcmap end end"
    )
    extra = f"110 0 obj\n<</Length {len(cmap)}>>stream\n{cmap}\nendstream\nendobj\n"
    return read(pdf([contents], extra=extra, fonts="/ToUnicode 110 0 R")).text().strip()


def _drawn(line: str) -> str:
    """Return the text of a page that shows a line, whose characters are given in their order from left to right."""
    characters = "".join(dict.fromkeys(line.replace(" ", "")))
    shown = "".join(CODES[characters.index(c)] if c != " " else c for c in line)
    return _page(f"BT /F 12 Tf 72 700 Td ({shown}) Tj ET", characters)


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("םלוע 34 12 םולש", "שלום 12 34 עולם"),
        ("תיבב 4567 123 050 ןופלט", "טלפון 050 123 4567 בבית"),
        ("תיבב 2,345.60 ריחמ", "מחיר 2,345.60 בבית"),
        ("םלוע 12/03/2024 םוי", "יום 12/03/2024 עולם"),
        ("ףוס 50% ריחמ", "מחיר 50% סוף"),
        ("הקיתע .Acme Ltd הרבח", "חברה Acme Ltd. עתיקה"),
        ("10-ה דע 5-מ", "מ-5 עד ה-10"),
        ('ל"אוד', 'דוא"ל'),
    ],
)
def test_numbers_and_names_in_a_hebrew_line(drawn: str, meant: str) -> None:
    assert _drawn(drawn) == meant


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("١٤٣٤ ليربا ١٤", "١٤ ابريل ١٤٣٤"),
        ("١٤٣٤-ليربا-١٤", "١٤-ابريل-١٤٣٤"),
        ("امه ١٤/٠٤/١٤٣٤ موي", "يوم ١٤/٠٤/١٤٣٤ هما"),
        ("The date ١٤٣٤ ليربا ١٤ is here", "The date ١٤ ابريل ١٤٣٤ is here"),
        ("طقف ٪٥٠ رعس", "سعر ٥٠٪ فقط"),
    ],
)
def test_arabic_numbers_are_read_from_right_to_left(drawn: str, meant: str) -> None:
    assert _drawn(drawn) == meant


@pytest.mark.parametrize("mirrored", [False, True], ids=["as they are drawn", "as they are meant"])
@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("םכסהב (ב חפסנ) םגו (5 ףיעס) האר", "ראה (סעיף 5) וגם (נספח ב) בהסכם"),
        ("ןושאר טרפ (א", "א) פרט ראשון"),
        ("קוחל (2)(א)5 ףיעס", "סעיף 5(א)(2) לחוק"),
        ("(ה)דלי", "ילד(ה)"),
        ("בוט (abc def) םולש", "שלום (abc def) טוב"),
        ("«םולש»", "«שלום»"),
        ("The word (םלוע םולש) is here", "The word (שלום עולם) is here"),
    ],
)
def test_brackets_open_before_a_word_whatever_a_file_calls_them(drawn: str, meant: str, mirrored: bool) -> None:
    if mirrored:
        drawn = drawn.translate(str.maketrans("()«»", ")(»«"))
    assert _drawn(drawn) == meant


def test_signs_alone_stay_as_they_are() -> None:
    assert _drawn("(: םולש") == "שלום :)"


def test_signs_stay_at_the_word_that_they_stand_at() -> None:
    assert _drawn('He said "םלוע םולש" twice and left') == 'He said "שלום עולם" twice and left'


def test_lines_of_which_each_begins_and_ends_from_right_to_left() -> None:
    assert _drawn("ףרוצ the-whole-report-2024.pdf ץבוק") == "קובץ the-whole-report-2024.pdf צורף"


def test_two_lines_that_are_taken_for_one_are_not_mixed() -> None:
    shown = "".join(f"1 0 0 1 90 {y} Tm ({glyph}) Tj " for glyph, y in (("A", 600), ("B", 400)))
    assert _page(f"BT /F 60 Tf {shown} ET", "אב").split() == ["א", "ב"]


def test_a_line_from_the_bottom_to_the_top_keeps_the_order_of_its_words() -> None:
    assert _page("BT /F 12 Tf 0 1 -1 0 300 200 Tm (DC BA) Tj ET", "אבגד").split() == ["אב", "גד"]


def test_a_ligature_that_is_told_as_one_character_keeps_its_order() -> None:
    assert _drawn("\ufefbس") == "سلا"


@pytest.mark.parametrize("meant", ["الخطوط", "لمحمد", "في المجلد", "الحجم"])
def test_ligatures_of_two_letters_that_are_told_as_one_character(meant: str) -> None:
    joined = {"لخ": "\ufccb", "لم": "\ufccc", "لج": "\ufcc9", "لح": "\ufcca", "في": "\ufc32", "مح": "\ufcd0"}
    drawn = meant[::-1]
    for letters, sign in joined.items():
        drawn = drawn.replace(letters[::-1], sign)
    assert _drawn(drawn) == meant


@pytest.mark.nightly
def test_a_long_line_of_signs_takes_no_longer_than_its_length() -> None:
    line = f"A{'BCDE' * 8000}F"
    with counted() as effort:
        _page(f"BT /F 1 Tf 1 0 0 1 10 700 Tm ({line}) Tj ET", "א1%(.a")
    assert effort.steps < 200 * len(line)
