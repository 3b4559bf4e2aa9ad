"""Tests of pdf.annotations: appearances that tell the codes of their glyphs only, and what tagged files describe."""

from __future__ import annotations

import base64
import zlib

import pytest

from tests.parsers.office_builders import packed, pdf, shows
from tests.parsers.pdf.test_revisions import changed
from tests.parsers.reading import read
from triage.messages import render

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


def test_pages_beyond_the_limit_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_too_many_elements_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.parsers.pdf.annotations._MOST_OF_PAGE", 3)
    extra = _tree(*(f"/S/Figure/Alt(heron {n})" for n in range(9)))
    reading = read(pdf([shows("a page")], extra=extra, catalog=TAGGED))
    assert reading.codes == ["limit-count"] and "heron 0" in reading.text("hidden")


# Tests of what a PDF's actions say: buttons, pages, outlines, launched programs, and scripts kept in streams.


def _objects(*bodies: str) -> str:
    return "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, 110))


def test_a_button_sends_a_form_and_runs_a_script() -> None:
    extra = "101 0 obj\n[110 0 R 111 0 R]\nendobj\n" + _objects(
        "<</Type/Annot/Subtype/Widget/FT/Btn/T(send)/Rect[0 0 9 9]/A<</S/SubmitForm/F<</FS/URL/F(https://heron.example/in)>>"
        "/Next<</S/JavaScript/JS(thank\\(\\))>>>>>>",
        "<</Type/Annot/Subtype/Widget/FT/Btn/T(run)/Rect[0 0 9 9]/AA<</U 112 0 R>>>>",
        "<</S/JavaScript/JS 113 0 R>>",
        "<</Length 8>>stream\nlater(1)\nendstream",
    )
    reading = read(pdf([shows("form")], extra=extra, catalog="/AcroForm<</Fields[110 0 R 111 0 R]>>"))
    assert "https://heron.example/in" in reading.text("annotation").splitlines()
    assert sorted(reading.text("hidden").splitlines()) == ["later(1)", "thank()"]


def test_what_opening_and_launching_does() -> None:
    extra = _objects(
        "<</S/Launch/Win<</F(cmd.exe)/P(/c start heron.bat)/D(C:\\\\tools)>>>>",
        "<</S/GoToR/F<</UF(annex.pdf)/F(annex.pdf)>>/Next[112 0 R 113 0 R]>>",
        "<</S/ImportData/F(heron.fdf)>>",
        "<</S/JavaScript/JS<FEFF05D205E405DF>>>",
    )
    reading = read(pdf([shows("page")], extra=extra, catalog="/OpenAction 110 0 R/AA<</WC 111 0 R>>"))
    said = reading.text("annotation").splitlines()
    assert {"cmd.exe", "/c start heron.bat", "C:\\tools", "annex.pdf", "heron.fdf"} <= set(said)
    assert said.count("annex.pdf") == 1
    assert reading.text("hidden") == "גפן"


def test_what_is_said_elsewhere_is_not_said_again() -> None:
    extra = (
        "101 0 obj\n[110 0 R]\nendobj\n"
        + _objects("<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(C:/run/heron.exe)>>>>")
        + "120 0 obj\n<</Names[(a)<</S/JavaScript/JS(once\\(\\))>>]>>\nendobj\n"
    )
    reading = read(pdf([shows("page")], extra=extra, catalog="/Names<</JavaScript 120 0 R>>"))
    assert reading.text("hidden") == "once()"
    assert reading.text("annotation") == "C:/run/heron.exe"


def test_an_outline_leads_to_the_web_and_actions_stand_in_packed_objects() -> None:
    extra = (
        "133 0 obj\n<</First 132 0 R/Last 132 0 R/Count 1>>\nendobj\n"
        "132 0 obj\n<</Title(Chapter)/Parent 133 0 R/A<</S/URI/URI(https://heron.example/chapter)>>>>\nendobj\n"
    )
    plain = pdf([shows("page")], extra=extra, catalog="/Outlines 133 0 R")
    reading = read(packed(plain, {140: "<</S/JavaScript/JS(packed\\(heron\\))>>", 141: "<<>>"}))
    assert reading.text("annotation").splitlines() == ["Chapter", "https://heron.example/chapter"]
    assert reading.text("hidden") == "packed(heron)"


def lzw(data: bytes) -> bytes:
    """Pack by LZW (7.4.4) without learning anything: the table is cleared before codes grow beyond 9 bits."""
    codes = [code for at in range(0, len(data), 200) for code in (256, *data[at : at + 200])]
    bits = "".join(f"{code:09b}" for code in (*codes, 257))
    return bytes(int(bits[at : at + 8].ljust(8, "0"), 2) for at in range(0, len(bits), 8))


SCRIPT = b"app.alert('blue heron')"


@pytest.mark.parametrize(
    ("filters", "content"),
    [
        ("/FlateDecode", zlib.compress(SCRIPT)),
        ("/LZWDecode", lzw(SCRIPT)),
        ("/ASCII85Decode", base64.a85encode(SCRIPT) + b"~>"),
        ("/ASCIIHexDecode", SCRIPT.hex().encode() + b">"),
        ("/RunLengthDecode", bytes((len(SCRIPT) - 1,)) + SCRIPT + b"\x80"),
        ("[/ASCIIHexDecode/FlateDecode]", zlib.compress(SCRIPT).hex().encode() + b">"),
        ("/FlateDecode/DecodeParms<</Predictor 12/Columns 23>>", zlib.compress(b"\0" + SCRIPT)),
        ("/FlateDecode", zlib.compress(SCRIPT)[:-4] + b"none"),
    ],
)
def test_a_script_in_a_stream_is_read_however_it_is_packed(filters: str, content: bytes) -> None:
    reading = read(_scripted(filters, content))
    assert (reading.text("hidden"), reading.codes) == (SCRIPT.decode(), [])


@pytest.mark.parametrize(
    ("filters", "content", "text", "code"),
    [
        ("/FlateDecode", zlib.compress(SCRIPT)[:20], "app.alert(", "truncated"),
        ("[/FlateDecode]/DecodeParms[null]", zlib.compress(SCRIPT)[:20], "app.alert(", "truncated"),
        ("/FlateDecode", b"x\x01\x00\x0a\x00\xf5\xffapp.alert(\x07", "app.alert(", "damaged"),
        ("/FlateDecode", b"nothing packed", "", "damaged"),
        ("/ASCII85Decode", b"\xff\xff", "", "damaged"),
        ("/JBIG2Decode", b"no script", "", "damaged"),
        ("/FlateDecode", zlib.compress(bytes(2 << 20)), "", "limit-ratio"),
    ],
)
def test_a_script_that_can_t_be_unpacked_is_reported(filters: str, content: bytes, text: str, code: str) -> None:
    reading = read(_scripted(filters, content))
    assert reading.text("hidden").startswith(text) and bool(reading.text("hidden")) == bool(text)
    assert reading.codes == [code]
    assert "script in object 111" in render(reading.troubles[0].message)


@pytest.mark.parametrize(
    ("action", "origin", "text"),
    [
        ("<</S/J#61vaScript/J#53(heron\\(\\))>>", "hidden", "heron()"),
        ("<</S/#4a#61vaScript/#4A#53(heron\\(\\))>>", "hidden", "heron()"),
        ("<</S/L#61unch/F(heron.exe)>>", "annotation", "heron.exe"),
    ],
)
def test_names_that_hide_letters_hide_no_action(action: str, origin: str, text: str) -> None:
    data = pdf([shows("page")], extra=_objects(action), catalog="/OpenAction 110 0 R")
    assert read(data).text(origin) == text


def _scripted(filters: str, content: bytes) -> bytes:
    action, stream = "<</S/JavaScript/JS 111 0 R>>", f"stream\n{content.decode('latin-1')}\nendstream"
    extra = _objects(action, f"<</Filter{filters}/Length {len(content)}>>{stream}")
    return pdf([shows("page")], extra=extra, catalog="/OpenAction 110 0 R")


def test_a_script_that_a_later_save_replaced_or_deleted_is_kept_apart() -> None:
    extra = _objects("<</S/JavaScript/JS(old\\(\\))>>", "<</S/JavaScript/JS(gone\\(\\))>>")
    first = pdf([shows("page")], extra=extra, catalog="/OpenAction 110 0 R")
    reading = read(changed(first, {110: "<</S/JavaScript/JS(new\\(\\))>>", 111: "null"}))
    assert (reading.text("hidden"), reading.text("tracked")) == ("new()", "old()\ngone()")


def test_scripts_are_read_where_the_table_is_broken() -> None:
    document = packed(pdf([shows("page")]), {140: "<</S/JavaScript/JS(packed\\(heron\\))>>"})
    whole = document[: document.rindex(b"startxref")] + b"startxref\n9\n%%EOF\n"
    reading = read(whole)
    assert reading.text("hidden") == "packed(heron)" and reading.codes == ["damaged"]


def test_an_older_version_of_an_action_is_no_action_any_more() -> None:
    extra = "110 0 obj\n<</S/JavaScript/JS(old\\(\\))>>\nendobj\n110 0 obj\n<</S/JavaScript/JS(new\\(\\))>>\nendobj\n"
    assert read(pdf([shows("page")], extra=extra, catalog="/OpenAction 110 0 R")).text("hidden") == "new()"
