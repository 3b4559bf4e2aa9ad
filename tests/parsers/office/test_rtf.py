"""Rich text: what is shown, set apart or hidden, and embedded files."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsers.metafiles import emf, emf_text
from tests.parsers.reading import read
from triage.text import LEVEL, RAISED


def rtf(body: str, head: str = "\\ansi\\ansicpg1252") -> bytes:
    return f"{{\\rtf1{head}{body}}}".encode("latin-1")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"one\par two\tab three\line four", "one\ntwo\tthree\nfour"),
        (r"\u1513?\u1500?\uc2\u1493\'f5\'f5\u1501??", "שלום"),
        (r"\uc1\u-10179?\u-8704?", "\U0001f600"),
        (r"{\fonttbl{\f0\fcharset238 A;}{\f1\fcharset204 B;}}\f0 \'b9\f1 \'c4\'e0", "ąДа"),
        (r"{\fonttbl{\f0\fcharset128 A;}}\f0 \'93\'8c\'8b\'9e", "東京"),
        (r"a\~b\_c\-d \{x\}\\", "a\u00a0b-cd {x}\\"),
        (r"{\*\unknown gone}kept{\pict 0102}", "kept"),
        (r"x\bin4 }}}}y", "xy"),
    ],
)
def test_text(body: str, text: str) -> None:
    assert read(rtf(body)).text() == text


def test_what_is_set_apart() -> None:
    reading = read(
        rtf(
            r"{\header Letterhead\par}{\footnote See the annex}{\*\atnid DL}{\*\annotation Too risky}"
            r"seen {\v unseen}{\deleted dropped}{\revised added}"
            r'{\field{\*\fldinst HYPERLINK "https://example.test"}{\fldrslt the link}}'
            r"{\shp{\*\shpinst{\shptxt In the box\par}}}"
        )
    )
    assert reading.text() == "seen addedthe link"
    assert reading.text("margin") == "Letterhead" and reading.text("note") == "See the annex"
    assert reading.text("comment") == "DL\nToo risky" and reading.text("hidden") == "unseen"
    assert "dropped" in reading.text("tracked") and "added" in reading.text("tracked")
    assert "https://example.test" in reading.text("fieldcode") and reading.text("textbox") == "In the box"


def test_wordart_and_alternative_text_of_shapes() -> None:
    art = r"{\sp{\sn gtextUNICODE}{\sv Sold \'fcber}}{\sp{\sn gtextFont}{\sv Arial}}"
    art += r"{\sp{\sn wzDescription}{\sv a heron}}"
    for holder in (r"{\shp{\*\shpinst%s}}", r"{\*\shppict{\pict{\*\picprop%s}\pngblip 0102}}"):
        reading = read(rtf("seen" + holder % art))
        assert reading.text("textbox") == "Sold über" and reading.text("hidden") == "a heron"
        assert reading.text() == "seen"


def test_what_is_hidden_or_deleted_at_several_places_stays_apart() -> None:
    reading = read(rtf(r"a{\v be}{\v tween}b{\v us}c {\deleted dropped}d{\deleted too}{\revised  added} e"))
    assert reading.text("hidden") == "between\nus" and reading.text("tracked") == "dropped\ntoo added"


def test_white_text_is_hidden_where_other_text_is_seen() -> None:
    table = r"{\colortbl;\red255\green255\blue255;}"
    assert read(rtf(table + r"seen {\cf1 covered}")).text("hidden") == "covered"
    assert read(rtf(table + r"{\cf1 all white}")).text() == "all white"


def test_properties() -> None:
    reading = read(rtf(r"{\info{\title Plan}{\author Dana}{\revtim\yr2024\mo3\dy1\hr10\min5}}x"))
    assert reading.extract.subject == "Plan" and reading.extract.date == "2024-03-01T10:05:00"
    assert "author: Dana" in reading.text("properties")


def test_an_embedded_file_is_a_child() -> None:
    name = b"figures.txt\0"
    path = b"C:\\t\\figures.txt\0"
    inner = (
        b"\x02\0" + name + path + b"\0\0\x03\0" + struct.pack("<I", len(path)) + path + struct.pack("<I", 5) + b"1 2 3"
    )
    kind = b"Package\0"
    data = struct.pack("<III", 0x501, 2, len(kind)) + kind + struct.pack("<III", 0, 0, len(inner)) + inner
    digits = data.hex()
    broken_up = digits[:30] + "\r\n " + digits[30:]
    reading = read(rtf(r"{\object\objemb{\*\objclass Package}{\*\objdata " + broken_up + r"}{\result shown}}"))
    assert [(c.name, c.data) for c in reading.children] == [("figures.txt", b"1 2 3")]
    assert reading.text() == "shown"


def test_damage_is_reported() -> None:
    assert read(rtf("text")[:-1]).codes == ["truncated"]
    deep = read(b"{\\rtf1 " + b"{" * 5000 + b"x" + b"}" * 5000 + b"}")
    assert "limit-depth" in deep.codes
    assert read(rtf(r"{\pict 00}")).codes == ["needs-ocr"]


@given(st.binary(max_size=200))
def test_no_bytes_raise(tail: bytes) -> None:
    read(b"{\\rtf1\\ansi " + tail)


def test_the_labels_of_lists_stand_before_their_paragraphs() -> None:
    label = rb"{\listtext\pard\plain\f0 2.1\tab}"
    old = rb"{\pntext\f0 (b)\tab}{\*\pn\pnlvlblt\pnf1\pnindent0{\pntxtb (}}"
    reading = read(rb"{\rtf1{\fonttbl{\f0 Arial;}}" + label + rb"Scope\par " + old + rb"Terms\par}")
    assert reading.text() == "2.1\tScope\n(b)\tTerms"


def test_text_that_a_metafile_draws_is_read() -> None:
    picture = emf(emf_text("Falcon margins", 0, 0)).hex().encode()
    parts = b"\n".join(picture[at : at + 100] for at in range(0, len(picture), 100))
    shown = rb"{\pict{\*\blipuid 00ff}\picw10\emfblip " + parts + rb"}"
    shown = rb"{\*\shppict" + shown + rb"}{\nonshppict" + shown + rb"}"
    raster = rb"{\pict\pngblip 89504e47}"
    reading = read(rb"{\rtf1 before " + shown + raster + rb"{\pict\emfblip 4x}after\par}")
    assert reading.text("textbox") == "Falcon margins" and reading.text() == "before after"


def test_variables_and_the_template_are_read() -> None:
    text = r"{\rtf1{\*\template k:\\heron.dot}{\*\docvar {code}{falcon}}body\par}"
    reading = read(text.encode())
    assert reading.text("body").strip() == "body"
    assert reading.text("hidden").split() == ["code", "falcon"] and reading.text("fieldcode") == r"k:\heron.dot"


def test_nested_tables_and_formulas_are_read() -> None:
    nested = rb"\itap2{\*\nesttableprops\trowd {words inside}\par more here\nestcell\nestrow{\nonesttables old\par}}"
    formula = rb"{\mmath{\*\moMath{\mf{\mfPr{\mtype bar}}{\mr cosine zeta}}}}"
    reading = read(rb"{\rtf1 \intbl " + nested + rb"\itap1 outer\cell\row\pard " + formula + rb"\par}")
    assert reading.text().split() == ["words", "inside", "more", "here", "outer", "cosine", "zeta"]


def test_the_authors_of_tracked_changes_are_named_with_their_dates() -> None:
    date = 30 | 14 << 6 | 5 << 11 | 3 << 16 | 124 << 20
    table = rb"{\*\revtbl{Unknown;}{Zebulon Quark;}{Jos\u233?;}}"
    body = rb"{\revised\revauth1\revdttm%d new}{\deleted\revauthdel2\revdttmdel0 old}" % date
    reading = read(rb"{\rtf1" + table + body + rb"\par}")
    assert ("Changed by", "Zebulon Quark (2024-03-05T14:30); José") in reading.extract.properties
    assert "Zebulon Quark" in reading.text("properties") and "Quark" not in reading.text()


@pytest.mark.parametrize(
    "written", [r"{\super 1}", r"\super 1\nosupersub ", r"{\sub 1}", r"{\up6 1}", r"\super\u49?\plain "]
)
def test_what_stands_small_is_marked(written: str) -> None:
    assert read(rtf(rf"quillback{written} said")).text() == f"quillback{RAISED}1{LEVEL} said"
