# ruff: noqa: E501  (markup stands in one piece)
"""Packages (builders): zip files of parts as ECMA-376 and OpenDocument have them. No canaries here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_VND = "application/vnd.openxmlformats-officedocument"


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of the members in their order, the same at any time: a ZipInfo isn't dated by the clock."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


def relations(*targets: tuple[str, str]) -> str:
    """Return a relationships part of (type, target), with the ids rId1, rId2 ...; a type without colon is Office's."""
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if ":" in kind else f"{R}/{kind}"}" Target="{target}"{_outside(target)}/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _outside(target: str) -> str:
    return ' TargetMode="External"' if "://" in target else ""


def office(main: str, kinds: Mapping[str, str], parts: Mapping[str, str | bytes]) -> bytes:
    """Return an Office package: ``kinds`` gives each part's content type below Microsoft's prefix."""
    rows = "".join(f'<Override PartName="/{name}" ContentType="{_VND}.{kind}+xml"/>' for name, kind in kinds.items())
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    rows += '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    types = (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
        f'<Default Extension="bin" ContentType="application/octet-stream"/>{rows}</Types>'
    )
    top = relations(
        ("officeDocument", main),
        (core, "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
        ("custom-properties", "docProps/custom.xml"),
    )
    return zipped({"[Content_Types].xml": types, "_rels/.rels": top, **parts})


def properties(title: str, company: str, custom: str) -> dict[str, str]:
    """Return the three parts of an Office document's properties: core, extended and custom."""
    space = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006'
    value = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
    )
    return {
        "docProps/core.xml": core,
        "docProps/app.xml": f'{HEAD}<Properties {space}/extended-properties"><Company>{company}</Company></Properties>',
        "docProps/custom.xml": (
            f'{HEAD}<Properties {space}/custom-properties" {value}>'
            '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Remark">'
            f"<vt:lpwstr>{custom}</vt:lpwstr></property></Properties>"
        ),
    }
