"""Tests of triage.parsers.pdf.completeness: what PDFium leaves out comes back, or is counted."""

from __future__ import annotations

import pytest

from tests.parsers.office_builders import pdf, shows
from tests.parsers.reading import Reading, read
from tests.writers.pdf import document, stream, to_unicode
from triage.messages import say
from triage.parsers.pdf.opening import use_machine_fonts

PLAN = {
    "GBK-EUC-H": ("GB1", "gbk", "苍鹭计划"),
    "GBK-EUC-V": ("GB1", "gbk", "苍鹭计划"),
    "GBK2K-H": ("GB1", "gb18030", "苍鹭计划"),
    "UniGB-UTF8-H": ("GB1", "utf-8", "苍鹭计划"),
    "ETen-B5-H": ("CNS1", "big5", "蒼鷺計畫"),
    "90ms-RKSJ-H": ("Japan1", "cp932", "青鷺計画"),
    "90ms-RKSJ-V": ("Japan1", "cp932", "青鷺計画"),
    "RKSJ-H": ("Japan1", "cp932", "青鷺計画"),
    "EUC-H": ("Japan1", "euc_jp", "青鷺計画"),
    "UniJIS-UCS2-V": ("Japan1", "utf-16-be", "青鷺計画"),
    "UniJIS-UTF16-H": ("Japan1", "utf-16-be", "青鷺計画"),
    "UniJIS2004-UTF16-H": ("Japan1", "utf-16-be", "青鷺計画"),
    "KSCms-UHC-H": ("Korea1", "cp949", "왜가리계획"),
}


def _foreign(encoding: str, order: str = "Japan1", more: str = "") -> bytes:
    """Return a font for the letters of another script that isn't in the file."""
    collection = f"/CIDSystemInfo<</Registry(Adobe)/Ordering({order})/Supplement 2>>"
    inner = f"<</Type/Font/Subtype/CIDFontType0/BaseFont/Heron{collection}/DW 1000>>"
    return f"<</Type/Font/Subtype/Type0/BaseFont/Heron/Encoding{encoding}/DescendantFonts[{inner}]{more}>>".encode()


def _page(content: bytes, font: bytes, others: dict[int, bytes] | None = None) -> Reading:
    """Return what is read of a page with the font F, and Helvetica as H; objects from 7 on are free."""
    fonts = "/Resources<</Font<</F 5 0 R/H 6 0 R>>/XObject<</X 7 0 R>>>>"
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R{fonts}>>".encode(),
        4: stream(b"BT /H 12 Tf 72 600 Td (open words) Tj ET " + content),
        5: font,
        6: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    return read(document(bodies | (others or {})))


def _singly(codes: list[bytes], down: bool = False) -> bytes:
    """Return content in which each code has a text operator of its own."""
    places = ((300, 700 - 17 * at) if down else (72 + 17 * at, 700) for at in range(len(codes)))
    rows = (f"BT /F 17 Tf {x} {y} Td <{code.hex()}> Tj ET" for (x, y), code in zip(places, codes, strict=True))
    return "\n".join(rows).encode()


@pytest.mark.parametrize("encoding", PLAN)
def test_letters_drawn_one_by_one_in_a_font_that_is_not_in_the_file(encoding: str) -> None:
    order, charset, letters = PLAN[encoding]
    content = _singly([letter.encode(charset) for letter in letters], down=encoding.endswith("V"))
    reading = _page(content, _foreign(f"/{encoding}", order))
    assert letters in reading.text() and "open words" in reading.text()
    assert reading.codes == [] and reading.text("hidden") == ""


@pytest.mark.parametrize("encoding", ["UniJIS-UCS2-V", "GBK-EUC-V", "UniJIS2004-UTF16-H"])
def test_words_in_one_operator(encoding: str) -> None:
    order, charset, letters = PLAN[encoding]
    content = f"BT /F 17 Tf 300 700 Td <{letters.encode(charset).hex()}> Tj ET".encode()
    assert letters in _page(content, _foreign(f"/{encoding}", order)).text()


def test_numbers_of_a_collection_of_characters() -> None:
    """Adobe-Japan1 has 日 as 3284 and 本 as 3722."""
    content = _singly([(3284).to_bytes(2), (3722).to_bytes(2)])
    assert "日本" in _page(content, _foreign("/Identity-H")).text()


def test_a_map_of_the_font_counts_and_one_of_codes_says_where_they_end() -> None:
    space = "<00> <7F> endcodespacerange 1 begincodespacerange <8000> <FFFF>"
    codes = stream(
        b"begincmap 1 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange "
        b"2 begincidchar <41> 1 <8142> 2 endcidchar /WMode 1 def endcmap",
        "/Type/CMap/CMapName/Own/WMode 1/CIDSystemInfo<</Registry(Adobe)/Ordering(Own)/Supplement 0>>",
    )
    known = stream(to_unicode("2 beginbfchar <41> <9DFA> <8142> <8A08> endbfchar", space))
    font = _foreign(" 8 0 R", "Own", "/ToUnicode 9 0 R")
    assert "鷺計" in _page(_singly([b"A", b"\x81B"]), font, {8: codes, 9: known}).text()


@pytest.mark.parametrize(
    "content",
    [
        "BT /F 0 Tf 72 700 Td (heron secret) Tj ET",
        "BT /F 12 Tf 0 Tz 72 700 Td (heron secret) Tj ET",
        "BT /F 12 Tf 0 Tz 72 700 Td [(heron) -300 (sec) 20 (ret)] TJ ET",
        "BT /F 0 Tf 72 700 Td (heron) Tj 40 0 Td (secret) Tj ET",
        "BT /F 12 Tf 0 0 0 0 72 700 Tm (heron secret) Tj ET",
        r"BT /F 0 Tf 0 -9 Td (her\157n \163ecret) ' ET",
        "BT /F 0 Tf 72 700 Td <6865726F6E20736563726574> Tj ET",
    ],
    ids=["size 0", "scaled to 0", "in parts", "moved", "matrix of 0", "on the next line", "hexadecimal"],
)
def test_text_without_any_width_is_read_and_hidden(content: str) -> None:
    reading = read(pdf([f"{shows('open words', y=500)} {content}"]))
    assert "heron secret" in reading.text() and "open words" in reading.text()
    assert reading.text("hidden") == "heron secret"


def test_text_before_a_font_is_chosen() -> None:
    reading = read(pdf([f"BT (heron secret) Tj ET {shows('open words')}"]))
    assert "heron secret" in reading.text() and reading.text("hidden") == "heron secret"


def test_a_form_and_the_fonts_of_the_page_that_it_uses() -> None:
    form = stream(_singly([b"\x90\xc2", b"\x8d\xeb"]), "/Type/XObject/Subtype/Form/BBox[0 0 612 792]")
    assert "青鷺" in _page(b"q /X Do Q", _foreign("/90ms-RKSJ-H"), {7: form}).text()


def test_letters_drawn_twice_to_be_bold_are_read_once() -> None:
    codes = _singly([b"\x90\xc2", b"\x8d\xeb"])
    text = _page(codes + b" 1 0 0 1 .3 0 cm " + codes, _foreign("/90ms-RKSJ-H")).text()
    assert text.count("青") == text.count("鷺") == 1


def test_what_is_to_be_read_instead_of_the_glyphs() -> None:
    same = read(pdf(["/Span <</ActualText(heron)>> BDC BT /F 12 Tf 72 700 Td (he) Tj (ron) Tj ET EMC"]))
    assert same.text().split() == ["heron"] and same.codes == []
    other = read(pdf(["/Span <</ActualText(heron)>> BDC BT /F 12 Tf 72 700 Td (eg) Tj (ret) Tj ET EMC"]))
    assert "heron" in other.text() and "ret" in other.text()


def test_letters_that_no_font_tells_are_counted() -> None:
    reading = _page(_singly([b"\xfc\xfc"] * 3), _foreign("/RKSJ-H"))
    assert reading.codes == ["damaged"]
    assert reading.troubles[0].message == say("page-characters-lost", page=1, characters=3)


def test_content_that_cannot_be_counted_is_said() -> None:
    form = stream(b"/X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 7 0 R>>>>")
    assert "limit-count" in _page(b"/X Do", _foreign("/Identity-H"), {7: form}).codes


def test_all_that_came_back_stays_as_it_is() -> None:
    picture = "BI /W 1 /H 1 /BPC 8 /CS /G ID (Tj) EI"
    first, second = shows(r"open \(brackets\) and \( more (in brackets)"), shows("second", y=600)
    reading = read(pdf([f"{first} {picture} % (a comment) Tj\n {second}"]))
    assert reading.text().strip() == "open (brackets) and ( more (in brackets)\nsecond"


def _boxes(data: bytes) -> list[tuple[float, ...]]:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as opened:
        text = opened[0].get_textpage()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        text.close()
    return boxes


def test_what_was_drawn_before_changes_no_reading() -> None:
    import pypdfium2

    data = pdf([shows("open words")]).replace(b"/Helvetica", b"/Heron")
    descriptor = "/FontDescriptor<</Type/FontDescriptor/FontName/Heron/Flags 32/StemV 220>>"
    narrow = pdf([shows("open words")], fonts=f"{descriptor}/FirstChar 32/LastChar 126/Widths[{'300 ' * 95}]")
    read(data)
    boxes = _boxes(data)
    with pypdfium2.PdfDocument(narrow.replace(b"/Helvetica", b"/Heron")) as drawn:
        drawn[0].render()
    assert _boxes(data) != boxes
    read(data)
    assert _boxes(data) == boxes


def test_pdfium_reads_without_the_fonts_of_the_machine() -> None:
    data = pdf([shows("open words")]).replace(b"/Helvetica", b"/NimbusSans-Regular")
    use_machine_fonts(False)
    without = _boxes(data)
    use_machine_fonts(True)
    if _boxes(data) == without:
        pytest.skip("the font Nimbus Sans isn't installed")
    assert read(data).text().strip() == "open words"
    assert _boxes(data) == without
