# ruff: noqa: E501  (markup stands in one piece)
"""Office's rarer XML forms (builders): Word and Excel 2003 XML, Visio, XPS."""

from __future__ import annotations

from triage.selftest.canary import Builder, Plant
from triage.selftest.writers.package import HEAD, package, properties, zipped

_WORD = "http://schemas.microsoft.com/office/word/2003/wordml"
_EXCEL = "urn:schemas-microsoft-com:office:spreadsheet"
_OFFICE = 'xmlns:o="urn:schemas-microsoft-com:office:office"'


def _titled(plant: Plant) -> str:
    return f"<o:DocumentProperties><o:Title>{plant('properties', 'the title')}</o:Title></o:DocumentProperties>"


def _word(plant: Plant) -> bytes:
    def para(text: str, look: str = "") -> str:
        return f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"

    gone = f"<w:r><w:delText>{plant('tracked', 'a deletion')}</w:delText></w:r>"
    change = f'<w:p><aml:annotation w:type="Word.Deletion"><aml:content>{gone}</aml:content></aml:annotation></w:p>'
    margins = f'<w:sectPr><w:hdr w:type="odd">{para(plant("margin", "the header"))}</w:hdr></w:sectPr>'
    body = para(plant("body", "a paragraph")) + para(plant("hidden", "hidden text"), "<w:vanish/>") + change + margins
    return (
        f'{HEAD}<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="{_WORD}" {_OFFICE} '
        f'xmlns:aml="http://schemas.microsoft.com/aml/2001/core">{_titled(plant)}<w:body>{body}</w:body></w:wordDocument>'
    ).encode()


def _excel(plant: Plant) -> bytes:
    def row(text: str, more: str = "", after: str = "") -> str:
        return f'<Row{more}><Cell><Data ss:Type="String">{text}</Data>{after}</Cell></Row>'

    def sheet(name: str, rows: str, options: str) -> str:
        return f'<Worksheet ss:Name="{name}"><Table>{rows}</Table><WorksheetOptions>{options}</WorksheetOptions></Worksheet>'

    comment = f'<Comment ss:Author="Ada"><Data>{plant("comment", "a cell comment")}</Data></Comment>'
    rows = row(plant("body", "a cell"), after=comment) + row(plant("hidden", "a hidden row"), ' ss:Hidden="1"')
    header = f'<PageSetup><Header x:Data="&amp;C{plant("margin", "the header")}"/></PageSetup>'
    shown = sheet("Shown", rows, header)
    unseen = sheet("Unseen", row(plant("hidden", "a hidden sheet")), "<Visible>SheetHidden</Visible>")
    return (
        f'{HEAD}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="{_EXCEL}" xmlns:ss="{_EXCEL}" {_OFFICE} '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel">{_titled(plant)}{shown}{unseen}</Workbook>'
    ).encode()


def _visio(plant: Plant) -> bytes:
    space = 'xmlns="http://schemas.microsoft.com/office/visio/2012/main"'

    def page(text: str) -> str:
        return f"{HEAD}<PageContents {space}><Shapes><Shape><Text>{text}</Text></Shape></Shapes></PageContents>"

    comment = f"<Comments {space}><CommentList><CommentEntry>{plant('comment', 'a comment')}</CommentEntry></CommentList></Comments>"
    names = plant("properties", "the title"), plant("properties", "the company"), plant("properties", "a custom one")
    parts: dict[str, str | bytes] = {
        "visio/document.xml": f"{HEAD}<VisioDocument {space}/>",
        "visio/pages/pages.xml": f'{HEAD}<Pages {space}><Page Name="Page"/></Pages>',
        "visio/pages/page1.xml": page(plant("body", "a shape on a page")),
        "visio/masters/master1.xml": page(plant("margin", "a master shape")),
        "visio/comments.xml": HEAD + comment,
        **properties(*names),
    }
    return package(parts)


def _xps(plant: Plant) -> bytes:
    page = f'<FixedPage><Glyphs UnicodeString="{plant("body", "a page")}" OriginY="9"/></FixedPage>'
    return zipped({"FixedDocSeq.fdseq": "<FixedDocumentSequence/>", "Documents/1/Pages/1.fpage": page})


BUILDERS = (
    Builder("word 2003 xml", "report.xml", "Office XML document", _word),
    Builder("excel 2003 xml", "figures.xml", "Office XML document", _excel),
    Builder("vsdx", "plan.vsdx", "Visio drawing", _visio),
    Builder("xps", "print.xps", "XPS document", _xps),
)
