# ruff: noqa: E501  (markup stands in one piece)
"""PowerPoint presentations: slides in order, notes, masters, diagrams and charts."""

from __future__ import annotations

import pytest

from tests.parsers.reading import read
from tests.writers.package import R, linked, package
from tests.writers.slides import A, P
from triage.text import LEVEL, RAISED


def shape(text: str, kind: str = "", hidden: bool = False) -> str:
    place = f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>' if kind else "<p:nvPr/>"
    name = f'<p:nvSpPr><p:cNvPr id="1" name="n"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}/>{place}</p:nvSpPr>'
    return f"<p:sp>{name}<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"


def slide(*shapes: str, show: str = "", root: str = "sld") -> str:
    space = f'xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"'
    return f"<p:{root} {space} {show}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:{root}>"


def deck(**parts: str) -> bytes:
    order = f'<p:presentation xmlns:p="{P}" xmlns:r="{R}"><p:sldIdLst><p:sldId id="1" r:id="r2"/><p:sldId id="2" r:id="r1"/></p:sldIdLst></p:presentation>'
    links = linked(("r1", "slide", "slides/slide1.xml"), ("r2", "slide", "slides/slide2.xml"))
    named = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    return package({"ppt/presentation.xml": order, "ppt/_rels/presentation.xml.rels": links, **named})


def test_slides_come_in_the_order_of_the_show() -> None:
    reading = read(deck(ppt__slides__slide1_xml=slide(shape("second")), ppt__slides__slide2_xml=slide(shape("first"))))
    assert reading.text() == "first\nsecond" and reading.codes == []


def test_notes_comments_hidden_and_masters() -> None:
    cm = f'<p:cmLst xmlns:p="{P}"><p:cm authorId="3" dt="2024-03-01"><p:text>drop this</p:text></p:cm></p:cmLst>'
    who = f'<p:cmAuthorLst xmlns:p="{P}"><p:cmAuthor id="3" name="Dana" initials="DL"/></p:cmAuthorLst>'
    reading = read(
        deck(
            ppt__slides__slide1_xml=slide(shape("shown"), shape("covered", hidden=True)),
            ppt__slides__slide2_xml=slide(shape("kept back"), show='show="0"'),
            ppt__notesSlides__notesSlide1_xml=slide(shape("say it softly", "body"), root="notes"),
            ppt__slideMasters__slideMaster1_xml=slide(
                shape("Click to edit", "title"), shape("Draft"), root="sldMaster"
            ),
            ppt__comments__comment1_xml=cm,
            ppt__commentAuthors_xml=who,
        )
    )
    assert reading.text() == "shown"
    assert sorted(reading.text("hidden").splitlines()) == ["covered", "kept back"]
    assert reading.text("speaker") == "say it softly"
    assert reading.text("margin") == "Draft"
    assert reading.text("comment") == "2024-03-01, Dana, DL: drop this"


def test_diagrams_and_tables() -> None:
    table = "<a:tbl><a:tr><a:tc><a:p><a:r><a:t>one</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>two</a:t></a:r></a:p></a:tc></a:tr></a:tbl>"
    data = f'<dgm:dataModel xmlns:dgm="d" xmlns:a="{A}"><a:p><a:r><a:t>Step one</a:t></a:r></a:p></dgm:dataModel>'
    reading = read(deck(ppt__slides__slide1_xml=slide(table), ppt__diagrams__data1_xml=data))
    assert reading.text() == "one\ttwo" and reading.text("textbox") == "Step one"


def numbered(text: str, kind: str = "", level: int = 0, more: str = "") -> str:
    auto = f'<a:buAutoNum type="{kind}" {more}/>' if kind else ""
    run = f"<a:r><a:t>{text}</a:t></a:r>" if text else ""
    return f'<a:p><a:pPr lvl="{level}">{auto}</a:pPr>{run}</a:p>'


def test_numbered_paragraphs_have_the_labels_that_a_reader_sees() -> None:
    steps = (
        numbered("ask", "arabicPeriod") + numbered("write", "alphaLcParenR", 1) + numbered("call", "alphaLcParenR", 1)
    )
    steps += numbered("wait", "arabicPeriod") + numbered("", "") + numbered("pay", "romanUcParenBoth", 1, 'startAt="4"')
    steps += numbered("a remark") + numbered("again", "arabicPeriod")
    other = "<p:sp><p:txBody>" + numbered("elsewhere", "arabicPlain") + "</p:txBody></p:sp>"
    reading = read(deck(ppt__slides__slide1_xml=slide(f"<p:sp><p:txBody>{steps}</p:txBody></p:sp>", other)))
    assert reading.text().split("\n") == [
        "1.\task",
        "a)\twrite",
        "b)\tcall",
        "2.\twait",
        "(IV)\tpay",
        "a remark",
        "1.\tagain",
        "1\telsewhere",
    ]


def test_a_chart_writes_out_its_categories_and_the_labels_of_its_data() -> None:
    def kept(role: str, kind: str, *values: str, code: str = "") -> str:
        points = "".join(f'<c:pt idx="{n}"><c:v>{v}</c:v></c:pt>' for n, v in enumerate(values))
        return f"<c:{role}><c:{kind}Ref><c:f>[fees.xlsx]{role}</c:f><c:{kind}Cache>{code and f'<c:formatCode>{code}</c:formatCode>'}{points}</c:{kind}Cache></c:{kind}Ref></c:{role}>"

    label = '<c:dLbls><c:showVal val="1"/></c:dLbls>'
    first = (
        kept("tx", "str", "2019")
        + label
        + kept("cat", "num", "45352", code="yyyy-mm")
        + kept("val", "num", "1250.5", code="#,##0.00")
    )
    second = kept("tx", "str", "Rate") + kept("cat", "str", "7") + kept("val", "num", "33.25")
    chart = f'<c:chart xmlns:c="c" xmlns:a="{A}"><c:ser>{first}</c:ser><c:ser>{second}</c:ser></c:chart>'
    reading = read(deck(ppt__slides__slide1_xml=slide(shape("x")), ppt__charts__chart1_xml=chart))
    assert reading.text("textbox").split("\n") == ["2019", "2024-03", "1,250.50", "Rate", "7"]
    assert reading.text("fieldcode").split("\n") == ["[fees.xlsx]cat", "[fees.xlsx]tx", "[fees.xlsx]val"]


def test_what_is_typed_beside_a_masters_date_or_number_is_kept() -> None:
    def filled(kind: str, typed: str) -> str:
        field = '<a:fld type="slidenum"><a:t>7</a:t></a:fld>'
        return shape("x", kind).replace("<a:r><a:t>x</a:t></a:r>", f"<a:r><a:t>{typed}</a:t></a:r>{field}")

    master = slide(
        filled("dt", "As of "),
        filled("sldNum", "Sheet "),
        filled("sldNum", "‹"),
        filled("dt", "&lt;date&gt;"),
        filled("title", "Click to edit"),
        root="sldMaster",
    )
    assert read(deck(ppt__slideMasters__slideMaster1_xml=master)).text("margin") == "As of 7\nSheet 7"


def test_each_depth_of_a_slides_list_counts_for_itself() -> None:
    steps = numbered("later", "alphaLcPeriod", 1) + numbered("first", "arabicPeriod")
    reading = read(deck(ppt__slides__slide1_xml=slide(f"<p:sp><p:txBody>{steps}</p:txBody></p:sp>")))
    assert reading.text().split("\n") == ["a.\tlater", "1.\tfirst"]


@pytest.mark.parametrize(("baseline", "small"), [("30000", True), ("-25%", True), ("0", False), ("", False)])
def test_what_stands_small_is_marked(baseline: str, small: bool) -> None:
    look = f'<a:rPr lang="en" baseline="{baseline}"/>' if baseline else '<a:rPr lang="en"/>'
    shapes = shape(f"quillback</a:t></a:r><a:r>{look}<a:t>2")
    drawn = f'<dgm:dataModel xmlns:dgm="d" xmlns:a="{A}"><a:p><a:r>{look}<a:t>2</a:t></a:r></a:p></dgm:dataModel>'
    reading = read(deck(ppt__slides__slide1_xml=slide(shapes), ppt__diagrams__data1_xml=drawn))
    two = f"{RAISED}2{LEVEL}" if small else "2"
    assert reading.text() == f"quillback{two}" and reading.text("textbox") == two
