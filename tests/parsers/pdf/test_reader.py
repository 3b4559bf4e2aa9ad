"""PDFs: text of pages, annotations, form fields, metadata, attachments and scans."""

from __future__ import annotations

import zlib

import pytest

from tests.parsers.office_builders import PdfLock, pdf, shows
from tests.parsers.reading import read
from tests.writers.pdf import stream, to_unicode
from triage.parsers.kit.ocr import available
from triage.parsers.pdf.opening import iso_date

_PICTURE = (
    "100 0 obj\n<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    "stream\nA\nendstream\nendobj\n"
)


def test_pages_are_one_text_with_a_form_feed_between() -> None:
    reading = read(pdf([shows("first page"), shows("second page")]))
    assert [page.strip() for page in reading.text().split("\f")][:2] == ["first page", "second page"]
    assert reading.codes == []


def test_a_word_broken_at_the_line_end_is_whole_again() -> None:
    content = shows("the investi-", 72, 700) + " " + shows("gation goes on", 72, 686)
    assert "investigation" in read(pdf([content])).text()
    assert "investi-gation" in read(pdf([content])).text("alternative")


def test_hebrew_comes_in_logical_order() -> None:
    letters = "שלוםכאן"  # codes 1..7
    rows = " ".join(f"<{i + 1:02x}> <{ord(c):04x}>" for i, c in enumerate(letters))
    known = stream(to_unicode(f"7 beginbfchar {rows} endbfchar", "<00> <FF>")).decode()
    extra = f"110 0 obj\n{known}\nendobj\n"
    widths = "/FirstChar 1/LastChar 7/Widths[500 500 500 500 500 500 500]/ToUnicode 110 0 R"
    visual = "BT /F 12 Tf 72 700 Td <070605> Tj ET BT /F 12 Tf 110 700 Td <04030201> Tj ET"
    reading = read(pdf([visual], extra=extra, fonts=widths))
    assert "שלום כאן" in reading.text()


def test_fields_and_annotations() -> None:
    extra = (
        "101 0 obj\n[102 0 R 103 0 R 104 0 R]\nendobj\n"
        "102 0 obj\n<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Dana)/Contents(call him first)>>\nendobj\n"
        "103 0 obj\n<</Type/Annot/Subtype/Widget/FT/Tx/T(payee)/V(Blue Heron Ltd)/Rect[0 0 99 9]>>\nendobj\n"
        "104 0 obj\n<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.test/x)>>>>\nendobj\n"
    )
    reading = read(pdf([shows("form")], extra=extra, catalog="/AcroForm<</Fields[103 0 R]>>"))
    notes = reading.text("annotation")
    assert "Dana: call him first" in notes and "payee: Blue Heron Ltd" in notes and "https://example.test/x" in notes


def test_where_a_link_goes_outside_of_the_web_and_what_a_field_runs() -> None:
    extra = (
        "101 0 obj\n[102 0 R 103 0 R 104 0 R 105 0 R]\nendobj\n"
        "102 0 obj\n<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F(toolkit.pdf)/D[0/Fit]>>>>\nendobj\n"
        "103 0 obj\n<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(C:/run/setup.exe)>>>>\nendobj\n"
        "104 0 obj\n<</Type/Annot/Subtype/Widget/FT/Tx/T(sum)/Rect[0 0 99 9]"
        "/AA<</K<</S/JavaScript/JS(stroke\\(\\))>>/C<</S/JavaScript/JS(reckon\\(\\))>>>>>>\nendobj\n"
        "105 0 obj\n<</Type/Annot/Subtype/Widget/Parent 106 0 R/Rect[0 0 99 9]>>\nendobj\n"
        "106 0 obj\n<</FT/Tx/T(part)/Kids[105 0 R]/AA<</V<</S/JavaScript/JS(check\\(\\))>>>>>>\nendobj\n"
    )
    reading = read(pdf([shows("form")], extra=extra, catalog="/AcroForm<</Fields[104 0 R 106 0 R]>>"))
    assert {"toolkit.pdf", "C:/run/setup.exe"} <= set(reading.text("annotation").splitlines())
    assert reading.text("hidden").splitlines() == ["stroke()", "reckon()", "check()"]


def test_an_annotation_without_words_still_says_whose_it_is() -> None:
    extra = (
        "101 0 obj\n[102 0 R 103 0 R 104 0 R]\nendobj\n"
        "102 0 obj\n<</Type/Annot/Subtype/Square/Rect[0 0 9 9]/T(Dana)/Subj(mind this)>>\nendobj\n"
        "103 0 obj\n<</Type/Annot/Subtype/Widget/FT/Tx/T(payee)/TU(who gets it)/Rect[0 0 99 9]>>\nendobj\n"
        "104 0 obj\n<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>\nendobj\n"
    )
    reading = read(pdf([shows("no form")], extra=extra))
    assert reading.text("annotation").split("\n") == ["Dana", "mind this", "payee: who gets it"]
    assert reading.codes == ["no-text"]


def test_properties_of_one_s_own_with_odd_names_and_in_lists() -> None:
    extra = "110 0 obj\n<</Case#20Name(Heron)/Readers[(Ada Lark)(Ben \\(W\\))(J\\374rg [PR])<4d697261>]>>\nendobj\n"
    reading = read(pdf([shows("x")], extra=extra, trailer="/Info 110 0 R"))
    assert dict(reading.extract.properties) == {
        "Case Name": "Heron",
        "Readers": "Ada Lark, Ben (W), J\u00fcrg [PR], Mira",
    }


def test_attachments_and_outline() -> None:
    extra = (
        "120 0 obj\n<</Type/Filespec/F(plan.txt)/UF(plan.txt)/EF<</F 121 0 R>>>>\nendobj\n"
        "121 0 obj\n<</Type/EmbeddedFile/Length 6>>stream\nsecret\nendstream\nendobj\n"
        "130 0 obj\n<</First 131 0 R/Last 131 0 R/Count 1>>\nendobj\n"
        "131 0 obj\n<</Title(Chapter of sums)/Parent 130 0 R>>\nendobj\n"
    )
    catalog = "/Names<</EmbeddedFiles<</Names[(plan.txt) 120 0 R]>>>>/Outlines 130 0 R"
    reading = read(pdf([shows("x")], extra=extra, catalog=catalog))
    assert [(c.name, c.data) for c in reading.children] == [("plan.txt", b"secret")]
    assert "Chapter of sums" in reading.text("annotation")


def test_properties_with_their_date() -> None:
    info = "140 0 obj\n<</Title(Deal)/ModDate(D:20240301100000+02'00')>>\nendobj\n"
    reading = read(pdf([shows("x")], extra=info, trailer="/Info 140 0 R"))
    assert reading.extract.subject == "Deal" and reading.extract.date == "2024-03-01T10:00:00+02:00"


def test_entries_of_the_writers_own_and_packed_metadata() -> None:
    """Entries that no standard names; an XMP packet that is compressed."""
    info = "140 0 obj\n<</Title(Deal)/Cost#20centre(x)/Remark(falcon entry)/Empty()>>\nendobj\n"
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><d>falcon packet</d></x:xmpmeta>"
    packed = zlib.compress(packet).decode("latin-1")
    entries = f"/Type/Metadata/Subtype/XML/Filter/FlateDecode/Length {len(packed)}"
    info += f"141 0 obj\n<<{entries}>>stream\n{packed}\nendstream\nendobj\n"
    reading = read(pdf([shows("x")], extra=info, catalog="/Metadata 141 0 R", trailer="/Info 140 0 R"))
    said = ["Title: Deal", "Cost centre: x", "Remark: falcon entry", "falcon packet"]
    assert reading.text("properties").splitlines() == said


def test_a_string_in_metadata_that_is_written_as_in_a_pdf_is_read_as_text() -> None:
    said = r"<x:xmpmeta xmlns:x='adobe:ns:meta/'><d>\376\377\000M\005\351</d><e>C:\0042</e></x:xmpmeta>"
    extra = f"141 0 obj\n<</Type/Metadata/Length {len(said)}>>stream\n{said}\nendstream\nendobj\n"
    assert read(pdf([shows("x")], extra=extra)).text("properties").splitlines() == ["Mש", r"C:\0042"]


@pytest.mark.parametrize(
    ("raw", "iso"), [("D:2024", "2024-01-01T00:00:00"), ("D:20240301120000Z", "2024-03-01T12:00:00Z"), ("soon", "soon")]
)
def test_dates(raw: str, iso: str) -> None:
    assert iso_date(raw) == iso


def test_a_scanned_page_asks_for_recognition_and_a_blank_one_is_reported() -> None:
    looked_at = available()
    scanned = read(pdf(["q 600 0 0 780 0 0 cm /I Do Q"], extra=_PICTURE))
    assert scanned.codes == (["no-text"] if looked_at else ["needs-ocr"])
    stamped = read(pdf(["q 600 0 0 780 0 0 cm /I Do Q " + shows("AB-000123")], extra=_PICTURE))
    assert stamped.codes == scanned.codes and "AB-000123" in stamped.text()
    assert read(pdf([""])).codes == ["no-text"]


def test_passwords() -> None:
    lock = PdfLock("sesame")
    locked = pdf([lock.sealed(11, shows("under lock"))], trailer=lock.trailer)
    assert read(locked).codes == ["encrypted"] and read(locked).text() == ""
    assert read(locked, passwords=("wrong",)).codes == ["encrypted"]
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><title>Blue heron plan</title></x:xmpmeta>"
    assert read(locked + packet).text("properties") == "Blue heron plan"
    opened = read(locked, passwords=("wrong", "sesame"))
    assert "under lock" in opened.text() and "encrypted" not in opened.codes


def test_a_cut_file_gives_its_pages() -> None:
    whole = pdf([shows("page one"), shows("page two")])
    no_end = read(whole[: whole.index(b"xref")])
    assert "page one" in no_end.text() and "page two" in no_end.text() and no_end.codes
    headless = read(whole.replace(b"/Type/Catalog", b"/Type/Lost")[: whole.index(b"xref") - 5])
    assert "page one" in headless.text() and "damaged" in headless.codes
