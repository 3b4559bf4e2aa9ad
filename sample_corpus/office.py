"""Word documents, workbooks and presentations as plain OOXML (ECMA-376), part by part, with nothing in them by chance.

python-docx would bring its own template, which changes with its version.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence

from sample_corpus.archive import STAMP
from sample_corpus.catalog import Node
from tests.writers import excel, slides
from tests.writers.package import core, package, relations
from tests.writers.word import deleted, inserted, paragraph, part, run, table, textbox
from tests.writers.word import docx as word

__all__ = ["deleted", "docx", "hidden", "inserted", "para", "pptx", "table", "textbox", "xlsx"]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
para = paragraph


def hidden(text: str) -> str:
    """Return a run that isn't shown (17.3.2.41)."""
    return run(text, "<w:vanish/>")


def _side_parts(comment: tuple[str, str], note: str, header: str, footer: str) -> dict[str, str]:
    parts = {}
    if comment[1]:
        author, text = comment
        body = f'<w:comment w:id="1" w:author="{author}" w:date="2024-05-14T08:30:00Z">{para(text)}</w:comment>'
        parts["comments"] = part("comments", body)
    if note:
        parts["footnotes"] = part("footnotes", f'<w:footnote w:id="2">{para(note)}</w:footnote>')
    if header:
        parts["header"] = part("hdr", para(header))
    if footer:
        parts["footer"] = part("ftr", para(footer))
    return parts


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
    sides = _side_parts(comment, note, header, footer)
    body = "".join(p if p.startswith("<w:") else para(p) for p in paragraphs)
    if comment[1]:
        body += '<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    if note:
        body += '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    ids = {name: f"rId{n}" for n, name in enumerate(sides, 1)}
    marks = "".join(f'<w:{n}Reference w:type="default" r:id="{ids[n]}"/>' for n in ("header", "footer") if n in ids)
    parts = {
        "word/_rels/document.xml.rels": relations(*((name, f"{name}.xml") for name in sides)),
        **{f"word/{name}.xml": content for name, content in sides.items()},
        "docProps/core.xml": core(title, author, date),
    }
    data = word(f"{body}<w:sectPr>{marks}</w:sectPr>", parts, zipfile.ZIP_STORED, STAMP)
    written = [("properties", title), ("properties", author), ("comment", " ".join(comment))]
    written += [("note", note), ("margin", header), ("margin", footer), *(("body", text) for text in texts)]
    return Node(key, data, written, media=DOCX)


Rows = Sequence[Sequence[str]]


def xlsx(key: str, title: str, sheets: Sequence[tuple[str, Rows]], unseen: str = "") -> Node:
    """Write a workbook with inline strings; the sheet named ``unseen`` is hidden (ECMA-376, 18.2.19)."""
    pages = [(name, "hidden" if name == unseen else "visible", excel.rows(*rows)) for name, rows in sheets]
    parts = {"docProps/core.xml": core(title, "Finance", "2024-05-14T08:00:00Z")}
    data = excel.xlsx(pages, parts, method=zipfile.ZIP_STORED, stamp=STAMP)
    texts = [("body", cell) for _, rows in sheets for row in rows for cell in row]
    return Node(key, data, [*texts, ("properties", title)], media=XLSX)


def _slide(tag: str, texts: Sequence[str]) -> str:
    return slides.slide(tag, "".join(slides.shape(text, n) for n, text in enumerate(texts, 2)))


def pptx(key: str, title: str, pages: Sequence[tuple[Sequence[str], str]]) -> Node:
    """Write a presentation: each slide is its texts and what the speaker's notes say ("" for none)."""
    size = '<p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
    links = [("slide", f"slides/slide{n}.xml") for n in range(1, len(pages) + 1)]
    parts = {
        "ppt/presentation.xml": slides.order(len(pages), size),
        "ppt/_rels/presentation.xml.rels": relations(*links),
    }
    for n, (texts, notes) in enumerate(pages, 1):
        parts[f"ppt/slides/slide{n}.xml"] = _slide("sld", texts)
        if notes:
            parts[f"ppt/notesSlides/notesSlide{n}.xml"] = _slide("notes", [notes])
            target = ("notesSlide", f"../notesSlides/notesSlide{n}.xml")
            parts[f"ppt/slides/_rels/slide{n}.xml.rels"] = relations(target)
    parts["docProps/core.xml"] = core(title, "Mira Castellan", "2024-03-20T08:00:00Z")
    written = [("body", text) for texts, notes in pages for text in (*texts, notes)]
    return Node(key, package(parts, zipfile.ZIP_STORED, STAMP), [*written, ("properties", title)], media=PPTX)
