"""Excel workbooks: the markup of ECMA-376 part 1, 18, and the package around it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from html import escape

from tests.writers.package import HEAD, NEVER, R, Stamp, package, relations

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SPACES = f'xmlns="{S}" xmlns:r="{R}"'


def cell(place: str, text: str) -> str:
    """Return a cell with its text in it (18.3.1.53)."""
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text, quote=False)}</t></is></c>'


def rows(*texts: Sequence[str]) -> str:
    body = ""
    for r, row in enumerate(texts, 1):
        body += f'<row r="{r}">{"".join(cell(f"{chr(65 + c)}{r}", text) for c, text in enumerate(row))}</row>'
    return f"<sheetData>{body}</sheetData>"


def xlsx(
    sheets: Sequence[tuple[str, str, str]],
    parts: Mapping[str, str | bytes] | None = None,
    *,
    more: str = "",
    targets: Sequence[tuple[str, str]] = (),
    method: int = zipfile.ZIP_DEFLATED,
    stamp: Stamp = NEVER,
) -> bytes:
    """Return a workbook of (name, state, content of the sheet); ``more`` follows the list of sheets (18.2.27).

    ``targets`` are further relationships of the workbook, after rId1, rId2 ... of the sheets.
    """
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{state}" r:id="rId{n}"/>'
        for n, (name, state, _) in enumerate(sheets, 1)
    )
    paths = [f"worksheets/sheet{n}.xml" for n in range(1, len(sheets) + 1)]
    members: dict[str, str | bytes] = {
        "xl/workbook.xml": f"{HEAD}<workbook {SPACES}><sheets>{listed}</sheets>{more}</workbook>",
        "xl/_rels/workbook.xml.rels": relations(*(("worksheet", path) for path in paths), *targets),
    }
    for path, (_, _, content) in zip(paths, sheets, strict=True):
        members[f"xl/{path}"] = f"{HEAD}<worksheet {SPACES}>{content}</worksheet>"
    return package({**members, **(parts or {})}, method, stamp)
