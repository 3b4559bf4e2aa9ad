"""Labels of lists in Word documents."""

from __future__ import annotations

from tests.parsers.reading import Reading, read
from tests.writers import word

W = f'xmlns:w="{word.W}"'


def level(at: int, text: str, form: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def item(text: str, number: int | None = 1, at: int = 0, style: str = "") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{named}{numbered}</w:pPr>{run}</w:p>"


def reading(body: str, numbering: str, styles: str = "", **parts: str) -> Reading:
    found = {"word/numbering.xml": f"<w:numbering {W}>{numbering}</w:numbering>", **parts}
    if styles:
        found["word/styles.xml"] = f"<w:styles {W}>{styles}</w:styles>"
    return read(word.docx(body, found))


CONTRACT = '<w:abstractNum w:abstractNumId="0">' + level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", "lowerLetter")
CONTRACT += '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def test_paragraphs_have_the_labels_that_a_reader_sees() -> None:
    body = item("Scope") + item("Goods", at=1) + item("steel", at=2) + item("", at=2) + item("Price", at=1)
    body += item("no number", number=0) + item("none", number=None) + item("Term")
    lines = reading(body, CONTRACT).text().split("\n")
    assert lines == ["1.\tScope", "1.1\tGoods", "(a)\tsteel", "1.2\tPrice", "no number", "none", "2.\tTerm"]


def test_a_second_use_of_a_list_goes_on_or_starts_anew() -> None:
    numbering = CONTRACT + '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    numbering += '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    numbering += "</w:lvlOverride></w:num>"
    body = item("a") + item("b", 2) + item("c", 3) + item("d", 3) + item("e", 9)
    assert reading(body, numbering).text() == "1.\ta\n2.\tb\n7.\tc\n8.\td\ne"


def test_numbered_styles_and_those_based_on_them() -> None:
    numbering = '<w:abstractNum w:abstractNumId="0">' + level(0, "Article %1", "upperRoman", '<w:pStyle w:val="H1"/>')
    numbering += level(1, "§ %2", more='<w:pStyle w:val="H2"/>') + "</w:abstractNum>"
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    styles = '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    styles += '<w:style w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    styles += '<w:style w:styleId="X"><w:basedOn w:val="H2"/></w:style>'
    body = item("One", None, style="H1") + item("Two", None, style="X") + item("off", 0, style="H1")
    assert reading(body, numbering, styles).text() == "Article I\tOne\n§ 1\tTwo\noff"


def test_a_definition_may_borrow_its_levels_from_a_style() -> None:
    numbering = CONTRACT + '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
    numbering += '<w:num w:numId="4"><w:abstractNumId w:val="5"/></w:num>'
    styles = '<w:style w:styleId="Legal"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert reading(item("a", 4), numbering, styles).text() == "1.\ta"


def test_each_part_counts_for_itself_and_bullets_give_no_label() -> None:
    numbering = CONTRACT + '<w:abstractNum w:abstractNumId="1">' + level(0, "\uf0b7", "bullet") + "</w:abstractNum>"
    numbering += '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{item("note")}</w:footnote></w:footnotes>'
    found = reading(item("a") + item("dot", 2), numbering, **{"word/footnotes.xml": notes})
    assert found.text() == "1.\ta\ndot" and found.text("note") == "1.\tnote"


def test_an_older_rendering_is_not_counted_and_changes_of_a_list_are_no_second_label() -> None:
    box = "<w:r><mc:AlternateContent xmlns:mc='urn:mc'><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>"
    box += "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    changed = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr><w:numPr>'
    changed += '<w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>b</w:t></w:r></w:p>'
    found = reading("<w:p>" + box.format(item("in the box")) + "</w:p>" + changed, CONTRACT)
    assert found.text("textbox") == "1.\tin the box" and found.text() == "2.\tb"


def test_hidden_paragraphs_keep_their_label_with_them() -> None:
    hidden = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr>'
    hidden += "<w:t>not shown</w:t></w:r></w:p>"
    found = reading(item("shown") + hidden, CONTRACT)
    assert found.text() == "1.\tshown" and found.text("hidden") == "2.\tnot shown"
