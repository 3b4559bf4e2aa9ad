"""Word documents: the markup of ECMA-376 part 1, 17, and the package around it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from html import escape

from tests.writers.package import HEAD, NEVER, R, Stamp, package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def run(text: str, look: str = "", tag: str = "t") -> str:
    """Return a run of text with its properties (17.3.2)."""
    inside = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{inside}<w:{tag} xml:space="preserve">{escape(text, quote=False)}</w:{tag}></w:r>'


def paragraph(*runs: str) -> str:
    """Return a paragraph; a piece that isn't markup is a run of text."""
    return "<w:p>" + "".join(r if r.startswith("<") else run(r) for r in runs) + "</w:p>"


def deleted(text: str, author: str, date: str = "2024-05-14T08:20:00Z") -> str:
    """Return a tracked deletion (17.13.5.14)."""
    return f'<w:del w:id="901" w:author="{author}" w:date="{date}">{run(text, tag="delText")}</w:del>'


def inserted(text: str, author: str, date: str = "2024-05-14T08:21:00Z") -> str:
    """Return a tracked insertion (17.13.5.18)."""
    return f'<w:ins w:id="902" w:author="{author}" w:date="{date}">{run(text)}</w:ins>'


def textbox(text: str) -> str:
    inside = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    shape = f'<v:shape style="width:200pt;height:60pt"><v:textbox>{inside}</v:textbox></v:shape>'
    return f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    grid = "<w:tblPr/><w:tblGrid>" + "<w:gridCol/>" * len(rows[0]) + "</w:tblGrid>"
    return f"<w:tbl>{grid}" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def part(tag: str, content: str) -> str:
    return f"{HEAD}<w:{tag} {_SPACES}>{content}</w:{tag}>"


def docx(
    body: str, parts: Mapping[str, str | bytes] | None = None, method: int = zipfile.ZIP_DEFLATED, stamp: Stamp = NEVER
) -> bytes:
    """Return a document with this content of ``w:body`` and these further parts."""
    document = part("document", f"<w:body>{body}</w:body>")
    return package({"word/document.xml": document, **(parts or {})}, method, stamp)
