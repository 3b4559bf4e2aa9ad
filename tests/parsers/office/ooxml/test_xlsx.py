"""Excel workbooks: cells as shown and behind, hidden sheets, comments, and damage."""

from __future__ import annotations

from tests.parsers.reading import read
from tests.writers.excel import S, xlsx
from tests.writers.package import linked
from triage.messages import render
from triage.text import LEVEL, RAISED

STYLES = (
    f'<styleSheet xmlns="{S}"><numFmts><numFmt numFmtId="200" formatCode="&quot;€&quot;#,##0.00"/>'
    '<numFmt numFmtId="201" formatCode=";;;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
    '<xf numFmtId="200"/><xf numFmtId="201"/></cellXfs></styleSheet>'
)


def rows(*lines: str) -> str:
    return f"<sheetData>{''.join(lines)}</sheetData>"


def test_cells_are_read_as_shown_and_behind() -> None:
    cells = (
        '<row><c r="A1" t="s"><v>0</v></c><c r="B1"><v>42</v></c><c r="C1" s="1"><v>45352</v></c>'
        '<c r="D1" s="2"><v>1234567.5</v></c><c r="E1" t="inlineStr"><is><t>in place</t></is></c>'
        '<c r="F1" t="b"><v>1</v></c><c r="G1" t="str"><f>CONCAT("a","b")</f><v>ab</v></c></row>'
    )
    strings = f'<sst xmlns="{S}"><si><t>Falcon</t></si><si><r><t>left </t></r><r><t>over</t></r></si></sst>'
    reading = read(xlsx([("Sums", "visible", rows(cells))], {"xl/sharedStrings.xml": strings, "xl/styles.xml": STYLES}))
    assert reading.text() == "Sums\nFalcon\t42\t3/1/2024\t€1,234,567.50\tin place\tTRUE\tab"
    assert reading.text("alternative") == "2024-03-01\t1234567.5"
    assert reading.text("fieldcode") == '=CONCAT("a","b")'
    assert reading.text("hidden") == "left over"


def test_what_stands_small_is_marked() -> None:
    small = '<r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>'
    cells = f'<row><c r="A1" t="inlineStr"><is><r><t>quillback</t></r>{small}<r><rPr/><t> x</t></r></is></c></row>'
    assert read(xlsx([("Sums", "visible", rows(cells))])).text() == f"Sums\nquillback{RAISED}2{LEVEL} x"


def test_empty_cells_show_nothing_whatever_they_are_declared_as() -> None:
    cells = "".join(
        f'<c r="{column}1" t="{kind}"/>' for column, kind in zip("ABCD", ("b", "n", "str", "e"), strict=True)
    )
    sheet = f'<sheetData><row r="1">{cells}<c r="E1" t="b"><v>0</v></c></row></sheetData>'
    assert read(xlsx([("Sums", "visible", sheet)])).text() == "Sums\nFALSE"


def test_what_is_not_shown_is_hidden() -> None:
    cells = rows(
        '<row><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
        '<row hidden="1"><c r="A2"><v>3</v></c></row>',
        '<row><c r="A3" s="3"><v>4</v></c></row>',
    )
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    reading = read(xlsx([("Open", "visible", columns + cells)], {"xl/styles.xml": STYLES}))
    assert reading.text() == "Open\n1"
    assert reading.text("hidden").split() == ["2", "3", "4"]
    secret = read(xlsx([("Open", "visible", ""), ("Closed", "veryHidden", rows('<row><c r="A1"><v>7</v></c></row>'))]))
    assert secret.text("hidden") == "Closed\n7"


def test_around_the_cells() -> None:
    sheet = (
        '<dataValidations><dataValidation prompt="Pick a payee"/></dataValidations>'
        '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"For internal use&amp;R&amp;P</oddHeader></headerFooter>'
    )
    comments = (
        f'<comments xmlns="{S}"><authors><author>Dana</author></authors><commentList><comment ref="A1" authorId="0">'
        "<text><r><t>not </t></r><r><t>booked</t></r></text></comment></commentList></comments>"
    )
    cache = f'<pivotCacheDefinition xmlns="{S}"><sharedItems><s v="Old client"/></sharedItems></pivotCacheDefinition>'
    reading = read(
        xlsx(
            [("A", "visible", sheet)], {"xl/comments1.xml": comments, "xl/pivotCache/pivotCacheDefinition1.xml": cache}
        )
    )
    assert reading.text("margin") == "For internal use"
    assert reading.text("comment") == "A1 Dana: not booked"
    assert reading.text("annotation") == "Pick a payee"
    assert reading.text("hidden") == "Old client"


def test_a_missing_sheet_is_reported() -> None:
    target = linked(("rId1", "worksheet", "worksheets/gone.xml"))
    data = xlsx([("A", "visible", "")], {"xl/_rels/workbook.xml.rels": target})
    assert "damaged" in read(data).codes


def test_strings_of_excel_2007_before_its_release_are_read_and_lost_ones_reported() -> None:
    cells = '<sheetData><row r="1"><c r="A1" t="s"><v>{}</v></c><c r="B1" t="s"><v/></c></row></sheetData>'
    strings = f'<sst xmlns="{S}"><sstItem><t>heron</t></sstItem></sst>'
    reading = read(xlsx([("A", "visible", cells.format(0))], {"xl/sharedStrings.xml": strings}), "a.xlsx")
    assert "heron" in reading.text("body") and reading.codes == []
    reading = read(xlsx([("A", "visible", cells.format(7))], {"xl/sharedStrings.xml": strings}), "a.xlsx")
    assert reading.codes == ["damaged"] and "heron" in reading.text("hidden")


def test_strings_of_a_damaged_table_keep_their_numbers() -> None:
    cell = '<c r="A{0}" t="s"><v>{1}</v></c>'
    cells = "".join(f"<row>{cell.format(number + 1, number)}</row>" for number in range(4))
    ends = ("<t>one</t>", "<t>one", "<t>one</t></sj>", "<r><t>one</t></r>")
    for first, second in [*((end, "</si>") for end in ends), *((end, "") for end in ends)]:
        two = f"<si><t>two</t>{second}"
        strings = f'<sst xmlns="{S}"><si>{first}{two}<si><t>three</t></si><si><t>four</t></si></sst>'
        reading = read(xlsx([("A", "visible", rows(cells))], {"xl/sharedStrings.xml": strings}))
        assert reading.text().split() == ["A", "one", "two", "three", "four"], strings
        assert reading.codes == ["damaged"]


def test_links_to_other_programs_are_read() -> None:
    link = '<ddeLink ddeService="heron" ddeTopic="/c falcon"><ddeItems><ddeItem name="kite"/></ddeItems></ddeLink>'
    part = f'<externalLink xmlns="{S}">{link}</externalLink>'
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/externalLinks/a.xml" ContentType="{types}"/></Types>'
    )
    data = xlsx([("A", "visible", "")], {"[Content_Types].xml": kinds, "xl/externalLinks/a.xml": part})
    reading = read(data, "a.xlsx")
    assert "heron /c falcon" in reading.text("fieldcode") and "kite" in reading.text("hidden")


def test_a_sheet_that_breaks_off_in_a_row_gives_what_stands_before() -> None:
    """The file ends in the second row's third cell; the first two of that row were whole."""
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    rows_ = f"<row>{cell.format('one')}</row><row>{cell.format('two')}{cell.format('three')}"
    cut = f'<sheetData>{rows_}<c t="inlineStr"><is><t>fo'
    broken = f'<worksheet xmlns="{S}">{cut}'
    data = xlsx([("Ledger", "visible", "")], {"xl/worksheets/sheet1.xml": broken})
    reading = read(data)
    assert reading.text().startswith("Ledger\none\ntwo\tthree") and reading.codes == ["damaged"]


def test_cells_outside_of_a_row_are_read() -> None:
    """No program writes them so, but what stands there is found; a row's hiding doesn't reach them."""
    hidden = '<row hidden="1"><c t="inlineStr"><is><t>unseen</t></is></c></row>'
    loose = '<c t="inlineStr"><is><t>loose</t></is></c>'
    reading = read(xlsx([("Ledger", "visible", f"<sheetData>{hidden}{loose}</sheetData>")]))
    assert "loose" in reading.text() and reading.text("hidden") == "unseen"


def test_where_a_workbook_was_saved_is_a_property() -> None:
    path = (
        '<ac:absPath xmlns:ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\Users\\dana\\"/>'
    )
    book = f'<workbook xmlns="{S}"><AlternateContent><Choice>{path}</Choice></AlternateContent><sheets/></workbook>'
    reading = read(xlsx([], {"xl/workbook.xml": book}))
    assert ("Saved in", "C:\\Users\\dana\\") in reading.extract.properties
    assert "Saved in: C:\\Users\\dana\\" in reading.text("properties")


def test_formulas_of_validations_and_formats_in_extensions_are_read() -> None:
    main, more = (
        "http://schemas.microsoft.com/office/excel/2006/main",
        "http://schemas.microsoft.com/office/2009/9/main",
    )
    space = f'xmlns:x="{more}" xmlns:xm="{main}"'
    checked = "<x:dataValidation><x:formula1><xm:f>Heron!A1</xm:f></x:formula1></x:dataValidation>"
    formatted = "<x:cfRule><xm:f>Falcon!B2&gt;1</xm:f></x:cfRule>"
    older = "<dataValidation><formula1>Kite!C3</formula1></dataValidation>"
    sheet = f"{older}<extLst><ext {space}>{checked}{formatted}</ext></extLst>"
    assert read(xlsx([("A", "visible", sheet)])).text("fieldcode") == "=Kite!C3\n=Heron!A1\n=Falcon!B2>1"


def test_strings_behind_an_entity_bomb_are_read() -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "lol"}">' for i in range(10))
    texts = ("first", "a &e9; b", "third", "fourth")
    strings = f'<!DOCTYPE s [{entities}]><sst xmlns="{S}">{"".join(f"<si><t>{t}</t></si>" for t in texts)}</sst>'
    cells = "".join(f'<row><c t="s"><v>{i}</v></c></row>' for i in range(4))
    reading = read(xlsx([("A", "visible", rows(cells))], {"xl/sharedStrings.xml": strings}))
    assert reading.text().split("\n") == ["A", "first", "a  b", "third", "fourth"]
    assert reading.codes == ["damaged"] and "left out" in render(reading.troubles[0].message)
