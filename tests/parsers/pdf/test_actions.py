"""Tests of what a PDF's actions say: buttons, pages, outlines, launched programs, and scripts kept in streams."""

from __future__ import annotations

import zlib

from tests.parsers.office_builders import pdf, shows
from tests.parsers.reading import read


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
    packed = zlib.compress(b"140 0 <</S/JavaScript/JS(packed\\(heron\\))>>").decode("latin-1")
    extra = (
        "130 0 obj\n<</First 131 0 R/Last 131 0 R/Count 1>>\nendobj\n"
        "131 0 obj\n<</Title(Chapter)/Parent 130 0 R/A<</S/URI/URI(https://heron.example/chapter)>>>>\nendobj\n"
        f"139 0 obj\n<</Type/ObjStm/N 1/First 6/Filter/FlateDecode/Length {len(packed)}>>stream\n{packed}\nendstream\n"
        "endobj\n"
    )
    reading = read(pdf([shows("page")], extra=extra, catalog="/Outlines 130 0 R"))
    assert reading.text("annotation").splitlines() == ["Chapter", "https://heron.example/chapter"]
    assert reading.text("hidden") == "packed(heron)"


def test_an_older_version_of_an_action_is_no_action_any_more() -> None:
    extra = "110 0 obj\n<</S/JavaScript/JS(old\\(\\))>>\nendobj\n110 0 obj\n<</S/JavaScript/JS(new\\(\\))>>\nendobj\n"
    assert read(pdf([shows("page")], extra=extra, catalog="/OpenAction 110 0 R")).text("hidden") == "new()"
