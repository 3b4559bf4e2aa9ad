"""EPUB books: the pages in reading order, the book's metadata; pictures are children.

Source: EPUB 3.3, package document and OCF. Nothing outside the file is fetched; protected books are reported.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from triage.model.items import Child, Extract, Trouble
from triage.parsers.archives.zip import METHODS, ZipEntry, entries
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.html_text import html_segments
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.unpacking import UnpackingBudget, shown

TYPE = "application/epub+zip"
_META = re.compile(r"<dc:(\w+)[^<>]*>([^<]*)</dc:\1>")
_TAG = re.compile(r"<(?:\w+:)?(item|itemref)\b([^<>]*)>")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*[\"']([^\"']*)[\"']")
_PAGES = (".xhtml", ".html", ".htm", ".xml", ".ncx", ".svg", ".smil")
_PARTS_READ = (*_PAGES, ".opf", ".css", ".otf", ".ttf", ".woff", ".woff2", ".js")


def claims(probe: Probe) -> bool:
    """Tell by the mimetype member, which stands first and uncompressed (OCF 4.3)."""
    return probe.head[:2] == b"PK" and (
        b"mimetypeapplication/epub+zip" in probe.head[:200]
        or ("META-INF/container.xml" in probe.zip_names and any(n.endswith(".opf") for n in probe.zip_names))
    )


def parse(untrusted_data: Data, context: Context) -> Extract:
    listing, troubles = entries(untrusted_data)
    members = {entry.name: entry for entry in listing}
    extract = Extract(TYPE, troubles=troubles)
    texts = Texts(context.limits)
    budget = UnpackingBudget(context.limits)
    package = next((name for name in members if name.lower().endswith(".opf")), "")
    outline = _read(untrusted_data, members[package], budget, texts) if package else ""
    for name, value in _META.findall(outline):
        extract.properties.append((name, unescape(value).strip()))
        texts.add("properties", f"{name}: {unescape(value)}")
    extract.subject = next((value for name, value in extract.properties if name == "title"), None)
    if "META-INF/rights.xml" in members or "META-INF/sinf.xml" in members:
        texts.trouble("rights-protected", "book-rights-managed")
    order = _spine(outline, posixpath.dirname(package))
    pages = [name for name in members if name.lower().endswith(_PAGES) and not name.startswith("META-INF/")]
    for name in sorted(pages, key=lambda n: order.get(n, len(order))):
        page = _read(untrusted_data, members[name], budget, texts)
        for segment in html_segments(page):
            texts.add("hidden" if segment.origin == "body" and name not in order else segment.origin, segment.text)
    extract.segments, extract.troubles = texts.segments(), [*extract.troubles, *texts.troubles]
    extract.children = _children(untrusted_data, listing, budget)
    return extract


def _spine(outline: str, folder: str) -> dict[str, int]:
    targets: dict[str, str] = {}
    order: dict[str, int] = {}
    for tag, attributes in _TAG.findall(outline):
        values = dict(_ATTRIBUTE.findall(attributes))
        if tag == "item":
            targets[values.get("id", "")] = posixpath.normpath(posixpath.join(folder, unquote(values.get("href", ""))))
        elif values.get("idref") in targets:
            order.setdefault(targets[values["idref"]], len(order))
    return order


def _read(data: Data, entry: ZipEntry, budget: UnpackingBudget, texts: Texts) -> str:
    packed = data[entry.start : entry.end]
    if entry.encrypted or entry.method not in METHODS:
        code = "encrypted" if entry.encrypted else "unsupported"
        texts.trouble(code, "book-part-not-unpacked", name=shown(entry.name))
        return ""
    unpacked = budget.collect(METHODS[entry.method](packed, entry), len(packed), entry.name)
    if unpacked.trouble is not None:
        texts.add_trouble(unpacked.trouble)
    return decode_text(unpacked.data or b"")[0]


def _children(data: Data, listing: list[ZipEntry], budget: UnpackingBudget) -> Iterator[Child | Trouble]:
    for entry in listing:
        name = entry.name.lower()
        if name.endswith(("/", *_PARTS_READ)) or name == "mimetype" or entry.encrypted or entry.method not in METHODS:
            continue
        pieces = METHODS[entry.method](data[entry.start : entry.end], entry)
        unpacked = budget.collect(pieces, entry.packed, entry.name)
        if unpacked.trouble is not None:
            yield unpacked.trouble
        if unpacked.data is not None:
            yield Child(entry.name, unpacked.data)
