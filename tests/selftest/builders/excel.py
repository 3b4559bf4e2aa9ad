# ruff: noqa: E501  (markup stands in one piece)
"""Excel workbooks (builders): ECMA-376 part 1, 18."""

from __future__ import annotations

from tests.selftest.plant import Builder, Plant
from tests.writers.excel import SPACES, cell, rows, xlsx
from tests.writers.package import HEAD, properties, relations

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_DRAWING = f'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" {_A}'


def _first(plant: Plant) -> str:
    formula = f'<c r="A3" t="str"><f>CONCATENATE("{plant("fieldcode", "text in a formula")}")</f><v>x</v></c>'
    data = (
        f'<row r="1">{cell("A1", plant("body", "a cell"))}<c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>'
        f'<row r="2" hidden="1">{cell("A2", plant("hidden", "a hidden row"))}</row><row r="3">{formula}'
        f"{cell('D3', plant('hidden', 'a hidden column'))}</row>"
    )
    margins = (
        f"<headerFooter><oddHeader>&amp;C{plant('margin', 'the header')}</oddHeader>"
        f"<oddFooter>&amp;L{plant('margin', 'the footer')}</oddFooter></headerFooter>"
    )
    asked = (
        f'<dataValidations><dataValidation sqref="A1" prompt="{plant("annotation", "the prompt of a validation")}"/>'
        f'</dataValidations><hyperlinks><hyperlink ref="A1" location="x" tooltip="{plant("annotation", "a tooltip")}"/>'
        "</hyperlinks>"
    )
    columns = '<cols><col min="4" max="4" width="0" hidden="1"/></cols>'
    tail = '<drawing r:id="rId2"/><legacyDrawing r:id="rId3"/>'
    return f"{columns}<sheetData>{data}</sheetData>{asked}{margins}{tail}"


def _box(text: str) -> str:
    body = f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody>"
    shape = f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Box"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr/>{body}</xdr:sp>'
    corner = "<xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    ends = f"<xdr:from>{corner}</xdr:from><xdr:to>{corner}</xdr:to>"
    return (
        f"{HEAD}<xdr:wsDr {_DRAWING}><xdr:twoCellAnchor>{ends}{shape}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )


def _chart(text: str) -> str:
    title = f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    space = f'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" {_A}'
    return f"{HEAD}<c:chartSpace {space}><c:chart>{title}</c:chart></c:chartSpace>"


def _xlsx(plant: Plant) -> bytes:
    note = f"<text><r><t>{plant('comment', 'a cell comment')}</t></r></text>"
    comments = f'<authors><author>Ada</author></authors><commentList><comment ref="A1" authorId="0">{note}</comment></commentList>'
    rich = plant("body", "a shared string in runs", ("English",))
    shared = f"<si><t>{plant('body', 'a shared string')}</t></si>"
    shared += f"<si><r><t>{rich[:4]}</t></r><r><rPr><b/></rPr><t>{rich[4:]}</t></r></si>"
    names = plant("properties", "the title"), plant("properties", "the company"), plant("properties", "a custom one")
    sheets = [
        ("Shown", "visible", _first(plant)),
        ("Hidden", "hidden", rows([plant("hidden", "a hidden sheet")])),
        ("Very hidden", "veryHidden", rows([plant("hidden", "a very hidden sheet")])),
    ]
    named = f'<definedName name="remark">"{plant("fieldcode", "a defined name")}"</definedName>'
    beside = [("comments", "../comments1.xml"), ("drawing", "../drawings/drawing1.xml")]
    beside += [("vmlDrawing", "../drawings/v.vml"), ("package", "../embeddings/inside.txt")]
    parts: dict[str, str | bytes] = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(*beside),
        "xl/sharedStrings.xml": f"{HEAD}<sst {SPACES}>{shared}</sst>",
        "xl/comments1.xml": f"{HEAD}<comments {SPACES}>{comments}</comments>",
        "xl/drawings/drawing1.xml": _box(plant("textbox", "a text box")),
        "xl/drawings/v.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>',
        "xl/drawings/_rels/drawing1.xml.rels": relations(("chart", "../charts/chart1.xml")),
        "xl/charts/chart1.xml": _chart(plant("textbox", "the title of a chart")),
        "xl/embeddings/inside.txt": plant("attachment", "an embedded file"),
        **properties(*names),
    }
    targets = [("sharedStrings", "sharedStrings.xml")]
    return xlsx(sheets, parts, more=f"<definedNames>{named}</definedNames>", targets=targets)


BUILDERS = (Builder("xlsx", "figures.xlsx", "Excel workbook", _xlsx),)
