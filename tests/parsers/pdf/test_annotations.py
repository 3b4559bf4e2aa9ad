"""Tests of triage.parsers.pdf.appearances on annotations whose appearance tells the codes of its glyphs only."""

from __future__ import annotations

import pytest

from tests.parsers.office_builders import pdf, shows
from tests.parsers.reading import read

CODES = "BT /F 12 Tf 5 5 Td <417070726f766564206279204164614c61726b> Tj ET"
"""Approved by AdaLark, in Helvetica's codes."""


def _annotated(entries: str, appearance: str = CODES, more: str = "", catalog: str = "") -> bytes:
    """Return a file of one page with an annotation that draws ``appearance``."""
    form = "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F 3 0 R>>/XObject<</G 105 0 R>>>>"
    extra = (
        f"101 0 obj\n[102 0 R{more and ' 104 0 R'}]\nendobj\n"
        f"102 0 obj\n<</Type/Annot{entries}/Rect[100 100 300 120]/AP<</N 103 0 R>>>>\nendobj\n"
        f"103 0 obj\n<<{form}/Length {len(appearance)}>>stream\n{appearance}\nendstream\nendobj\n"
        f"105 0 obj\n<<{form}/Length {len(CODES)}>>stream\n{CODES}\nendstream\nendobj\n{more}"
    )
    return pdf([shows("the page")], extra=extra, catalog=catalog)


FORM = "/AcroForm<</Fields[102 0 R]>>"


@pytest.mark.parametrize(
    ("entries", "catalog"),
    [
        ("/Subtype/Stamp/F 4", ""),
        ("/Subtype/Stamp/F 2", ""),
        ("/Subtype/Stamp/F 4/Contents(see the minutes)", ""),
        ("/Subtype/FreeText/F 4", ""),
        ("/Subtype/Widget/F 4/FT/Sig/T(signed)", FORM),
        ("/Subtype/Widget/F 4/FT/Sig/T(signed)", ""),
    ],
    ids=["stamp", "hidden stamp", "stamp with words", "free text", "signature", "field of no form"],
)
def test_words_that_are_only_drawn_are_read(entries: str, catalog: str) -> None:
    reading = read(_annotated(entries, catalog=catalog))
    lines = reading.text("annotation").splitlines()
    assert lines.count("Approved by AdaLark") == 1 and "the page" not in lines
    assert reading.text().strip() == "the page" and reading.codes == []


def test_words_drawn_in_a_form_inside_are_read() -> None:
    assert read(_annotated("/Subtype/Stamp/F 4", "/G Do")).text("annotation") == "Approved by AdaLark"


def test_a_field_with_a_value_and_other_annotations_are_not_said_twice() -> None:
    entries = "/Type/Annot/Subtype/Widget/F 4/FT/Tx/T(payee)/V(Heron)/Rect[9 9 99 29]/AP<</N 105 0 R>>"
    said, field = "BT /F 12 Tf 5 5 Td <48657265> Tj ET", f"104 0 obj\n<<{entries}>>\nendobj\n"
    data = _annotated("/Subtype/Stamp/F 4", said, field, "/AcroForm<</Fields[104 0 R]>>")
    assert read(data).text("annotation").splitlines() == ["payee: Heron", "Here"]


def test_what_is_drawn_in_the_open_is_read_without_its_escapes() -> None:
    data = _annotated("/Subtype/Stamp/F 4", r"BT /F 12 Tf 5 5 Td (Gr\374n \(AdaLark\) \\o/) Tj ET")
    assert read(data).text("annotation") == "Gr\u00fcn (AdaLark) \\o/"


def test_a_button_s_name_in_the_open_is_read() -> None:
    data = _annotated("/Subtype/Widget/FT/Btn/Ff 65536/T(b1)/F 4", "BT /F 12 Tf (Send it) Tj ET", catalog=FORM)
    assert read(data).text("annotation").splitlines() == ["b1", "Send it"]


def test_attached_files_are_still_read() -> None:
    more = (
        "104 0 obj\n<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</Type/Filespec/F(plan.txt)"
        "/EF<</F 106 0 R>>>>>>\nendobj\n"
        "106 0 obj\n<</Type/EmbeddedFile/Length 6>>stream\nsecret\nendstream\nendobj\n"
    )
    reading = read(_annotated("/Subtype/Stamp/F 4", more=more))
    assert [(c.name, c.data) for c in reading.children] == [("plan.txt", b"secret")]
    assert "Approved by AdaLark" in reading.text("annotation")


def test_pages_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.parsers.pdf.annotations._MOST_PAGES", 0)
    assert read(_annotated("/Subtype/Stamp/F 4")).codes == ["limit-count"]
