"""Office packages (ECMA-376, part 2): zip files of parts with their content types, relationships and properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape

Stamp = tuple[int, int, int, int, int, int]
NEVER: Stamp = (1980, 1, 1, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_VND = "application/vnd.openxmlformats-officedocument"
_CORE = f"{PACKAGE}/relationships/metadata/core-properties"
_KINDS = {
    "word/document": "wordprocessingml.document.main",
    "word/header": "wordprocessingml.header",
    "word/footer": "wordprocessingml.footer",
    "word/footnotes": "wordprocessingml.footnotes",
    "word/endnotes": "wordprocessingml.endnotes",
    "word/comments": "wordprocessingml.comments",
    "word/styles": "wordprocessingml.styles",
    "word/glossary": "wordprocessingml.document.glossary",
    "xl/workbook.xml": "spreadsheetml.sheet.main",
    "xl/worksheets/sheet": "spreadsheetml.worksheet",
    "xl/sharedStrings.xml": "spreadsheetml.sharedStrings",
    "xl/styles": "spreadsheetml.styles",
    "xl/comments": "spreadsheetml.comments",
    "xl/pivotCache/": "spreadsheetml.pivotCacheDefinition",
    "xl/drawings/drawing": "drawing",
    "xl/charts/": "drawingml.chart",
    "ppt/presentation": "presentationml.presentation.main",
    "ppt/slides/slide": "presentationml.slide",
    "ppt/notesSlides/notesSlide": "presentationml.notesSlide",
    "ppt/slideMasters/": "presentationml.slideMaster",
    "ppt/comments/": "presentationml.comments",
    "ppt/commentAuthors": "presentationml.commentAuthors",
    "ppt/diagrams/": "drawingml.diagramData",
    "ppt/charts/": "drawingml.chart",
}
"""The content type of an XML part, below Microsoft's prefix, by how its name begins."""
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "vml": f"{_VND}.vmlDrawing",
    "bin": "application/octet-stream",
}
_TOP = {
    "docProps/core.xml": _CORE,
    "docProps/app.xml": "extended-properties",
    "docProps/custom.xml": "custom-properties",
}
"""The relationships of a package to its properties."""


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED, stamp: Stamp = NEVER) -> bytes:
    """Return a zip of the members in their order, dated by ``stamp`` and not by the clock."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, stamp)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content, method)
    return target.getvalue()


def linked(*entries: tuple[str, str, str]) -> str:
    """Return a relationships part of (id, type, target).

    A type without a colon is one of Office's; a target with a colon lies outside the package.
    """
    rows = ""
    for name, short, target in entries:
        kind = short if ":" in short else f"{R}/{short}"
        outside = ' TargetMode="External"' if ":" in target else ""
        rows += f'<Relationship Id="{name}" Type="{kind}" Target="{target}"{outside}/>'
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def relations(*targets: tuple[str, str]) -> str:
    """Return a relationships part of (type, target), with the ids rId1, rId2 ... in their order."""
    return linked(*((f"rId{n}", kind, target) for n, (kind, target) in enumerate(targets, 1)))


def content_types(names: Iterable[str]) -> str:
    """Return the content types that the names of the parts ask for."""
    rows = {name: f"{_VND}.{kind}+xml" for name in names for start, kind in _KINDS.items() if name.startswith(start)}
    if "docProps/core.xml" in names:
        rows["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    ends = {name.rpartition(".")[2] for name in names} | {"rels", "xml"}
    listed = "".join(f'<Default Extension="{end}" ContentType="{t}"/>' for end, t in _DEFAULTS.items() if end in ends)
    listed += "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in rows.items())
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{listed}</Types>'


def package(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED, stamp: Stamp = NEVER) -> bytes:
    """Return an Office package: its content types, the relationships of its main part and properties, and the parts."""
    main = next(name for name in parts if "/_rels/" not in name)
    targets = [("officeDocument", main), *((kind, name) for name, kind in _TOP.items() if name in parts)]
    head: dict[str, str | bytes] = {"[Content_Types].xml": content_types(parts), "_rels/.rels": relations(*targets)}
    return zipped({**head, **parts}, method, stamp)


def core(title: str, author: str = "", date: str = "") -> str:
    """Return the part of a document's core properties; ``date`` is "2024-05-14T08:00:00Z"."""
    space = (
        f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    stamps = [f'<dcterms:{n} xsi:type="dcterms:W3CDTF">{date}</dcterms:{n}>' for n in ("created", "modified") if date]
    names = f"<dc:title>{escape(title, quote=False)}</dc:title>" + (
        f"<dc:creator>{escape(author, quote=False)}</dc:creator>" if author else ""
    )
    return f"{HEAD}<cp:coreProperties {space}>{names}{''.join(stamps)}</cp:coreProperties>"


def properties(title: str, company: str, custom: str) -> dict[str, str]:
    """Return the three parts of an Office document's properties: core, extended and custom."""
    space = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006'
    value = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    return {
        "docProps/core.xml": core(title),
        "docProps/app.xml": f'{HEAD}<Properties {space}/extended-properties"><Company>{company}</Company></Properties>',
        "docProps/custom.xml": (
            f'{HEAD}<Properties {space}/custom-properties" {value}>'
            '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Remark">'
            f"<vt:lpwstr>{custom}</vt:lpwstr></property></Properties>"
        ),
    }
