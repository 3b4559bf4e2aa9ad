"""Word documents, workbooks and presentations as plain OOXML (ECMA-376), part by part, with nothing in them by chance.

python-docx would bring its own template, which changes with its version.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from sample_corpus.archive import zip_bytes
from sample_corpus.catalog import Node

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_REL}" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*runs: str) -> str:
    """Return a paragraph; a piece that isn't markup is a run of text."""
    return "<w:p>" + "".join(r if r.startswith("<w:") else run(r) for r in runs) + "</w:p>"


def deleted(text: str, author: str) -> str:
    """Return a tracked deletion (17.13.5.14)."""
    body = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return f'<w:del w:id="901" w:author="{author}" w:date="2024-05-14T08:20:00Z">{body}</w:del>'


def inserted(text: str, author: str) -> str:
    """Return a tracked insertion (17.13.5.18)."""
    return f'<w:ins w:id="902" w:author="{author}" w:date="2024-05-14T08:21:00Z">{run(text)}</w:ins>'


def hidden(text: str) -> str:
    """Return a run that isn't shown (17.3.2.41)."""
    return run(text, "<w:vanish/>")


def textbox(text: str) -> str:
    """Return a paragraph with a VML text box."""
    inside = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    shape = f'<v:shape style="width:200pt;height:60pt"><v:textbox>{inside}</v:textbox></v:shape>'
    return f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table of texts."""
    cells = ["".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in row) for row in rows]
    grid = "<w:tblPr/><w:tblGrid>" + "<w:gridCol/>" * len(rows[0]) + "</w:tblGrid>"
    return f"<w:tbl>{grid}" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def _part(tag: str, body: str) -> bytes:
    return f"{_HEAD}<w:{tag} {_NS}>{body}</w:{tag}>".encode()


def _side_parts(comment: tuple[str, str], note: str, header: str, footer: str) -> dict[str, bytes]:
    parts = {}
    if comment:
        author, text = comment
        body = f'<w:comment w:id="1" w:author="{author}" w:date="2024-05-14T08:30:00Z">{para(text)}</w:comment>'
        parts["comments"] = _part("comments", body)
    if note:
        parts["footnotes"] = _part("footnotes", f'<w:footnote w:id="2">{para(note)}</w:footnote>')
    if header:
        parts["header"] = _part("hdr", para(header))
    if footer:
        parts["footer"] = _part("ftr", para(footer))
    return parts


def _core(title: str, author: str, date: str) -> bytes:
    stamps = "".join(f'<dcterms:{n} xsi:type="dcterms:W3CDTF">{date}</dcterms:{n}>' for n in ("created", "modified"))
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>{stamps}</cp:coreProperties>"
    ).encode()


def _types(overrides: Sequence[tuple[str, str]]) -> bytes:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    ).encode()


def _relations(targets: Sequence[tuple[str, str]]) -> bytes:
    rows = "".join(f'<Relationship Id="rId{n}" Type="{t}" Target="{f}"/>' for n, (t, f) in enumerate(targets, 1))
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{rows}</Relationships>"
    ).encode()


def _package_relations(main: str) -> bytes:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations([(f"{_REL}/officeDocument", main), (core, "docProps/core.xml")])


def docx(
    key: str,
    title: str,
    author: str,
    date: str,
    paragraphs: Sequence[str],
    texts: Sequence[str],
    *,
    comment: tuple[str, str] = ("", ""),
    note: str = "",
    header: str = "",
    footer: str = "",
) -> Node:
    """Write a Word document: ``paragraphs`` is its markup (see ``para``), ``texts`` all that a reader could find there.

    ``date`` is "2024-05-14T08:00:00Z"; ``comment`` is (author, text).
    """
    sides = _side_parts(comment if comment[1] else (), note, header, footer)  # type: ignore[arg-type]
    body = "".join(p if p.startswith("<w:") else para(p) for p in paragraphs)
    if comment[1]:
        body += '<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    if note:
        body += '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    ids = {name: f"rId{n}" for n, name in enumerate(sides, 1)}
    marks = "".join(f'<w:{n}Reference w:type="default" r:id="{ids[n]}"/>' for n in ("header", "footer") if n in ids)
    main = _part("document", f"<w:body>{body}<w:sectPr>{marks}</w:sectPr></w:body>")
    kinds = [("word/document.xml", f"{_WORD}.document.main+xml")]
    kinds += [(f"word/{name}.xml", f"{_WORD}.{name}+xml") for name in sides]
    kinds += [("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    members = [("[Content_Types].xml", _types(kinds)), ("_rels/.rels", _package_relations("word/document.xml"))]
    members += [("word/document.xml", main)]
    members += [("word/_rels/document.xml.rels", _relations([(f"{_REL}/{name}", f"{name}.xml") for name in sides]))]
    members += [(f"word/{name}.xml", data) for name, data in sides.items()]
    members += [("docProps/core.xml", _core(title, author, date))]
    written = [("properties", title), ("properties", author), ("comment", " ".join(comment))]
    written += [("note", note), ("margin", header), ("margin", footer), *(("body", text) for text in texts)]
    return Node(key, zip_bytes(members), written, media=DOCX)


Rows = Sequence[Sequence[str]]


def xlsx(key: str, title: str, sheets: Sequence[tuple[str, Rows]], unseen: str = "") -> Node:
    """Write a workbook with inline strings; the sheet named ``unseen`` is hidden (ECMA-376, 18.2.19)."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    paths = [f"worksheets/sheet{n}.xml" for n, _ in enumerate(sheets, 1)]
    entries = "".join(
        f'<sheet name="{name}" sheetId="{n}"{_state(name == unseen)} r:id="rId{n}"/>'
        for n, (name, _) in enumerate(sheets, 1)
    )
    book = f'{_HEAD}<workbook {space} xmlns:r="{_REL}"><sheets>{entries}</sheets></workbook>'
    types = [("xl/workbook.xml", f"{kind}.sheet.main+xml"), *((f"xl/{p}", f"{kind}.worksheet+xml") for p in paths)]
    types += [("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    members = [
        ("[Content_Types].xml", _types(types)),
        ("_rels/.rels", _package_relations("xl/workbook.xml")),
        ("xl/workbook.xml", book.encode()),
        ("xl/_rels/workbook.xml.rels", _relations([(f"{_REL}/worksheet", path) for path in paths])),
        *((f"xl/{path}", _sheet(space, rows)) for path, (_, rows) in zip(paths, sheets, strict=True)),
        ("docProps/core.xml", _core(title, "Finance", "2024-05-14T08:00:00Z")),
    ]
    texts = [("body", cell) for _, rows in sheets for row in rows for cell in row]
    return Node(key, zip_bytes(members), [*texts, ("properties", title)], media=XLSX)


def _state(hidden_sheet: bool) -> str:
    return ' state="hidden"' if hidden_sheet else ""


def _sheet(space: str, rows: Rows) -> bytes:
    body = ""
    for r, row in enumerate(rows, 1):
        cells = (f'<c r="{chr(65 + c)}{r}" t="inlineStr"><is><t>{escape(v)}</t></is></c>' for c, v in enumerate(row))
        body += f'<row r="{r}">{"".join(cells)}</row>'
    return f"{_HEAD}<worksheet {space}><sheetData>{body}</sheetData></worksheet>".encode()


_DRAW = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_SHOW = f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {_DRAW} xmlns:r="{_REL}"'


def _slide(tag: str, texts: Sequence[str]) -> bytes:
    shapes = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name="Text {n}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody>'
        f"<a:bodyPr/><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp>"
        for n, text in enumerate(texts, 2)
    )
    group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return f"{_HEAD}<p:{tag} {_SHOW}><p:cSld><p:spTree>{group}{shapes}</p:spTree></p:cSld></p:{tag}>".encode()


def pptx(key: str, title: str, slides: Sequence[tuple[Sequence[str], str]]) -> Node:
    """Write a presentation: each slide is its texts and what the speaker's notes say ("" for none)."""
    kind = "application/vnd.openxmlformats-officedocument.presentationml"
    numbers = range(1, len(slides) + 1)
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in numbers)
    size = '<p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
    main = f"{_HEAD}<p:presentation {_SHOW}><p:sldIdLst>{ids}</p:sldIdLst>{size}</p:presentation>".encode()
    types = [("ppt/presentation.xml", f"{kind}.presentation.main+xml")]
    members = [("ppt/presentation.xml", main)]
    targets = [(f"{_REL}/slide", f"slides/slide{n}.xml") for n in numbers]
    members += [("ppt/_rels/presentation.xml.rels", _relations(targets))]
    for n, (texts, notes) in enumerate(slides, 1):
        types += [(f"ppt/slides/slide{n}.xml", f"{kind}.slide+xml")]
        members += [(f"ppt/slides/slide{n}.xml", _slide("sld", texts))]
        if notes:
            types += [(f"ppt/notesSlides/notesSlide{n}.xml", f"{kind}.notesSlide+xml")]
            members += [(f"ppt/notesSlides/notesSlide{n}.xml", _slide("notes", [notes]))]
            link = [(f"{_REL}/notesSlide", f"../notesSlides/notesSlide{n}.xml")]
            members += [(f"ppt/slides/_rels/slide{n}.xml.rels", _relations(link))]
    types += [("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    members += [("docProps/core.xml", _core(title, "Mira Castellan", "2024-03-20T08:00:00Z"))]
    members = [("[Content_Types].xml", _types(types)), ("_rels/.rels", _package_relations(members[0][0])), *members]
    written = [("body", text) for texts, notes in slides for text in (*texts, notes)]
    return Node(key, zip_bytes(members), [*written, ("properties", title)], media=PPTX)
