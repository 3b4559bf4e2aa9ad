"""Order of letters in the text of PDF pages."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase, ascii_uppercase

import pytest

from tests.effort import counted
from tests.parsers.office_builders import pdf
from tests.parsers.reading import read
from tests.writers.pdf import stream, to_unicode

SALAM = "\u0633\u0644\u0627\u0645"
GLYPHS = {"A": "\u0633", "B": "\u0644\u0627", "C": "\u0645", "D": SALAM, "E": "\u05d3", "H": "\u05d7", "N": " "}


def _page(content: str, meant: Mapping[str, str] = GLYPHS) -> str:
    """Return the text of a page whose letters mean this, some of them several characters."""
    rows = " ".join(f"<{ord(k):02x}> <{v.encode('utf-16-be').hex()}>" for k, v in meant.items())
    known = stream(to_unicode(f"{len(meant)} beginbfchar {rows} endbfchar", "<00> <FF>"))
    extra = f"110 0 obj\n{known.decode()}\nendobj\n"
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


@pytest.mark.parametrize(
    ("content", "meant"),
    [
        (_apart(("xx", 100), ("C", 130), ("B", 139), ("A", 147), ("yy", 170)), f"xx {SALAM} yy"),
        ("BT /F 12 Tf 100 700 Td (.D!) Tj ET", f"!{SALAM}."),
        ("BT /F 12 Tf 0 1 -1 0 300 300 Tm (EH) Tj ET", "\u05d7\u05d3"),
    ],
    ids=["in a line of another direction", "with signs around it", "letters that only seem to share a place"],
)
def test_what_stands_around_a_glyph_of_several_letters_keeps_its_order(content: str, meant: str) -> None:
    assert _page(content) == meant


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


# Tests of triage.parsers.pdf.text: accents that a page draws as glyphs of their own.

ACUTE, DIAERESIS, CEDILLA = "\\264", "\\250", "\\270"


def _accented_page(shown: str) -> str:
    """Return the text of a page with a line in Helvetica, whose accents are 333 wide, "c" 500, other letters 556."""
    return read(pdf([f"BT /F 12 Tf 72 700 Td {shown} ET"], fonts="/Encoding/WinAnsiEncoding")).text().strip()


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        (f"[(Kyr) -111 ({DIAERESIS}) 444 (ol) -111 ({DIAERESIS}) 444 (a)] TJ", "Kyrölä"),
        (f"[(J) -111 ({ACUTE}) 444 (egou)] TJ", "Jégou"),
        (f"[(Jego) 1446 ({ACUTE}) -446 ( )] TJ", "Jégo"),
        (f"[(Fran) -83 ({CEDILLA}) 416 (cois)] TJ", "François"),
        (f"[(J) (or) 778 ({DIAERESIS}) -222 (g met us)] TJ", "Jörg met us"),
    ],
    ids=["before its letter", "acute", "behind its word", "under its letter", "behind the next letter"],
)
def test_an_accent_over_or_under_a_letter_is_part_of_it(shown: str, meant: str) -> None:
    assert _accented_page(shown) == meant


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        (f"(don{ACUTE}t) Tj", "don´t"),
        ("(run `make all` now) Tj", "run `make all` now"),
        (f"[(a2) 445 ({ACUTE})] TJ", "a2´"),
    ],
    ids=["beside its letters", "signs of their own", "over a digit"],
)
def test_a_sign_that_belongs_to_no_letter_stays(shown: str, meant: str) -> None:
    assert _accented_page(shown) == meant


def test_many_accents_take_no_longer_than_their_number() -> None:
    with counted() as effort:
        _accented_page(f"({'a' + ACUTE * 4000}) Tj")
    assert effort.steps < 2_000_000


# Tests of triage.parsers.pdf.text: lines as they are drawn, from left to right, and as they are meant.

CODES = ascii_uppercase + ascii_lowercase


def _ordered_page(contents: str, characters: str) -> str:
    return _page(contents, {" ": " ", **dict(zip(CODES, characters, strict=False))})


def _drawn(line: str) -> str:
    """Return the text of a page that shows a line, whose characters are given in their order from left to right."""
    characters = "".join(dict.fromkeys(line.replace(" ", "")))
    shown = "".join(CODES[characters.index(c)] if c != " " else c for c in line)
    return _ordered_page(f"BT /F 12 Tf 72 700 Td ({shown}) Tj ET", characters)


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
        ("(: םולש", "שלום :)"),
        ('He said "םלוע םולש" twice and left', 'He said "שלום עולם" twice and left'),
        ("ףרוצ the-whole-report-2024.pdf ץבוק", "קובץ the-whole-report-2024.pdf צורף"),
        ("\ufefbس", "سلا"),  # a ligature that is given as one character
    ],
)
def test_numbers_names_and_signs_in_a_hebrew_line(drawn: str, meant: str) -> None:
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


def test_two_lines_that_are_taken_for_one_are_not_mixed() -> None:
    shown = "".join(f"1 0 0 1 90 {y} Tm ({glyph}) Tj " for glyph, y in (("A", 600), ("B", 400)))
    assert _ordered_page(f"BT /F 60 Tf {shown} ET", "אב").split() == ["א", "ב"]


def test_a_line_from_the_bottom_to_the_top_keeps_the_order_of_its_words() -> None:
    assert _ordered_page("BT /F 12 Tf 0 1 -1 0 300 200 Tm (DC BA) Tj ET", "אבגד").split() == ["אב", "גד"]


@pytest.mark.parametrize("meant", ["الخطوط", "لمحمد", "في المجلد", "الحجم"])
def test_ligatures_of_two_letters_that_are_given_as_one_character(meant: str) -> None:
    joined = {"لخ": "\ufccb", "لم": "\ufccc", "لج": "\ufcc9", "لح": "\ufcca", "في": "\ufc32", "مح": "\ufcd0"}
    drawn = meant[::-1]
    for letters, sign in joined.items():
        drawn = drawn.replace(letters[::-1], sign)
    assert _drawn(drawn) == meant


@pytest.mark.nightly
def test_a_long_line_of_signs_takes_no_longer_than_its_length() -> None:
    line = f"A{'BCDE' * 8000}F"
    with counted() as effort:
        _ordered_page(f"BT /F 1 Tf 1 0 0 1 10 700 Tm ({line}) Tj ET", "א1%(.a")
    assert effort.steps < 200 * len(line)
