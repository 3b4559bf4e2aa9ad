"""Tests of pdf.annotations: appearances that tell the codes of their glyphs only, and what tagged files describe."""

from __future__ import annotations

import pytest

from tests.parsers.office_builders import packed, pdf, shows
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


def test_what_an_attached_file_s_mark_shows_is_read_beside_its_words() -> None:
    shown = "BT /F 12 Tf (Click for the plan) Tj ET"
    data = _annotated("/Subtype/FileAttachment/F 4/Contents(plan.txt)", shown)
    assert read(data).text("annotation").splitlines() == ["plan.txt", "Click for the plan"]
    data = _annotated("/Subtype/FreeText/F 4/Contents(Click for the plan)", shown)
    assert read(data).text("annotation").splitlines() == ["Click for the plan"]


def test_words_drawn_in_a_form_inside_are_read() -> None:
    assert read(_annotated("/Subtype/Stamp/F 4", "/G Do")).text("annotation") == "Approved by AdaLark"


def test_a_field_with_a_value_and_other_annotations_are_not_said_twice() -> None:
    entries = "/Type/Annot/Subtype/Widget/F 4/FT/Tx/T(payee)/V(Approved by AdaLark)/Rect[9 9 99 29]/AP<</N 105 0 R>>"
    said, field = "BT /F 12 Tf 5 5 Td <48657265> Tj ET", f"104 0 obj\n<<{entries}>>\nendobj\n"
    data = _annotated("/Subtype/Stamp/F 4", said, field, "/AcroForm<</Fields[104 0 R]>>")
    assert read(data).text("annotation").splitlines() == ["payee: Approved by AdaLark", "Here"]


@pytest.mark.parametrize(
    ("field", "appearance", "lines"),
    [
        ("/FT/Tx/V(1250)", "BT /F 12 Tf (1,250.00 EUR) Tj ET", ["sum: 1250", "1,250.00 EUR"]),
        ("/FT/Tx/V(3)", "BT /F 12 Tf (3.00) Tj ET", ["sum: 3", "3.00"]),
        ("/FT/Tx/V(Heron)", CODES, ["sum: Heron", "Approved by AdaLark"]),
        ("/FT/Ch/Ff 131072/V(b)/Opt[(a)(b)]", "BT /F 12 Tf (the blue heron) Tj ET", ["sum: b", "a", "the blue heron"]),
        ("/FT/Tx/V(a long value)", "BT /F 12 Tf (a lo) Tj 0 -12 Td [(ng v) -5 (alue)] TJ ET", ["sum: a long value"]),
        ("/FT/Tx/Ff 16777216/MaxLen 5/V(heron)", "BT /F 12 Tf (h) Tj (e) Tj (r) Tj (o) Tj (n) Tj ET", ["sum: heron"]),
        ("/FT/Btn", "BT /F 12 Tf (4) Tj ET", ["sum: Off"]),
    ],
    ids=["number", "short number", "codes", "choice", "the same in lines", "the same in a comb", "a mark"],
)
def test_what_a_field_shows_beside_its_value(field: str, appearance: str, lines: list[str]) -> None:
    data = _annotated(f"/Subtype/Widget/F 4/T(sum){field}", appearance, catalog=FORM)
    assert read(data).text("annotation").splitlines() == lines


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


TAGGED = "/MarkInfo<</Marked true>>/StructTreeRoot 120 0 R"
PAGE = (
    "10 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 11 0 R/Resources<</Font<</F 3 0 R>>>>"
    "/StructParents 0>>\nendobj\n"
)


def _tree(*elements: str) -> str:
    """Return the objects of a page and its elements, which are numbered from 122 and lie in 121."""
    leaves = " ".join(f"{122 + n} 0 R" for n in range(len(elements)))
    told = "".join(f"{122 + n} 0 obj\n<</P 121 0 R/Pg 10 0 R/K {n}{e}>>\nendobj\n" for n, e in enumerate(elements))
    return (
        f"{PAGE}120 0 obj\n<</Type/StructTreeRoot/K 121 0 R/ParentTree<</Nums[0[{leaves}]]>>>>\nendobj\n"
        f"121 0 obj\n<</S/Document/P 120 0 R/K[{leaves}]>>\nendobj\n{told}"
    )


def _hidden(*elements: str, shown: str = "a page", catalog: str = TAGGED) -> list[str]:
    return read(pdf([shows(shown)], extra=_tree(*elements), catalog=catalog)).text("hidden").splitlines()


@pytest.mark.parametrize("entry", ["Alt", "ActualText", "E"])
def test_what_an_element_says_is_hidden_text(entry: str) -> None:
    assert _hidden(f"/S/Figure/{entry}(a heron in flight)") == ["a heron in flight"]


def test_descriptions_come_in_their_order_and_once() -> None:
    said = _hidden("/S/Figure/Alt(the nest)", "/S/Span/E(Limited)/ActualText(Ltd)", "/S/Figure/Alt(the nest)")
    assert said == ["the nest", "Ltd", "Limited"]


def test_what_the_page_says_itself_and_mere_signs_are_left_out() -> None:
    assert _hidden("/S/Figure/Alt(blue heron)", "/S/Span/ActualText( - )", shown="The blue heron flew") == []
    assert _hidden("/S/Figure/Alt(art)", shown="The party") == ["art"]


def test_a_page_that_is_not_tagged_says_nothing_more() -> None:
    assert _hidden("/S/Figure/Alt(a heron)", catalog="") == []


def test_elements_in_an_object_stream_are_found() -> None:
    """The description stands nowhere in the open (ISO 32000-1, 7.5.7 and 7.5.8)."""
    plain = pdf([shows("a page")], extra=_tree("").partition("122 0 obj")[0], catalog=TAGGED)
    whole = packed(plain, {122: "<</S/Figure/P 121 0 R/Pg 10 0 R/K 0/Alt(a heron in flight)>>"})
    reading = read(whole)
    assert b"heron" not in whole and reading.text("hidden") == "a heron in flight" and reading.codes == []


def test_elements_that_lie_in_themselves_end() -> None:
    extra = _tree("/S/Figure/Alt(a heron)").replace("/K[122 0 R]", "/K[122 0 R 121 0 R]")
    assert read(pdf([shows("a page")], extra=extra, catalog=TAGGED)).text("hidden") == "a heron"


def test_too_many_elements_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.parsers.pdf.annotations._MOST_OF_PAGE", 3)
    extra = _tree(*(f"/S/Figure/Alt(heron {n})" for n in range(9)))
    reading = read(pdf([shows("a page")], extra=extra, catalog=TAGGED))
    assert reading.codes == ["limit-count"] and "heron 0" in reading.text("hidden")
