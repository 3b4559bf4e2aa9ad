"""Tests of what a PDF's actions say: buttons, pages, outlines, launched programs, and scripts kept in streams."""

from __future__ import annotations

import base64
import zlib

import pytest

from tests.parsers.office_builders import packed, pdf, shows
from tests.parsers.pdf.test_revisions import changed
from tests.parsers.reading import read
from triage.messages import render


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
def test_a_script_that_can_t_be_unpacked_is_told(filters: str, content: bytes, text: str, code: str) -> None:
    reading = read(_scripted(filters, content))
    assert reading.text("hidden").startswith(text) and bool(reading.text("hidden")) == bool(text)
    assert reading.codes == [code]
    assert "script in object 111" in render(reading.troubles[0].message)


@pytest.mark.parametrize(
    "action", ["<</S/J#61vaScript/J#53(heron\\(\\))>>", "<</S/#4a#61vaScript/#4A#53(heron\\(\\))>>"]
)
def test_names_that_hide_letters_hide_no_script(action: str) -> None:
    assert read(pdf([shows("page")], extra=_objects(action), catalog="/OpenAction 110 0 R")).text("hidden") == "heron()"


def test_a_program_whose_launch_is_spelled_by_numbers() -> None:
    document = pdf([shows("page")], extra=_objects("<</S/L#61unch/F(heron.exe)>>"), catalog="/OpenAction 110 0 R")
    assert read(document).text("annotation") == "heron.exe"


def _scripted(filters: str, content: bytes) -> bytes:
    action, stream = "<</S/JavaScript/JS 111 0 R>>", f"stream\n{content.decode('latin-1')}\nendstream"
    extra = _objects(action, f"<</Filter{filters}/Length {len(content)}>>{stream}")
    return pdf([shows("page")], extra=extra, catalog="/OpenAction 110 0 R")


def test_a_script_that_a_later_save_replaced_or_deleted_is_told_apart() -> None:
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
