"""Office documents as one XML file: Word 2003 XML, Excel 2003 XML, and flat packages (``pkg:package``).

A flat package is put back into a package and read as such. Of the 2003 forms the text is told apart as in docx and
xlsx. Embedded objects and pictures stand in them in base64, many deflated once more: objects become children as those
of other Office files do; metafiles are read for their text, and pictures that may show a page become children.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.cells.grid import Grid, plain_margin
from triage.parsers.kit.compound.ole import OLE_SIGNATURE, objects, open_ole, packed_objects
from triage.parsers.kit.contract import Context, Data, Limits, Probe, as_file
from triage.parsers.kit.drawing.metafile import embedded_files, keeps_files, lines
from triage.parsers.kit.picture_size import RASTERS, is_page
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.transfer import from_base64
from triage.parsers.kit.unpacking import Inflate, UnpackingBudget, unpacked
from triage.parsers.kit.xml.parts import Element, attribute, local, walk
from triage.parsers.office.ooxml import docx, pptx, xlsx
from triage.parsers.office.ooxml.package import key
from triage.parsers.office.ooxml.word_styles import Styles
from triage.parsers.office.ooxml.wordml import TAGS, Marks, Story

_WORD, _EXCEL = "application/vnd.ms-wordml", "application/vnd.ms-spreadsheetml"
TYPES = (_WORD, _EXCEL, "application/xml")
_NOTHING = Limits(0, 0, 1, 0)
"""Limits of a second reading, which keeps no text."""

_BINARY = re.compile(rb"<(?:\w{1,40}:)?binData\b([^<>]{0,2000})>([A-Za-z0-9+/=\s]+)<")
_NAME = re.compile(rb"""\bname=["'](?:wordml://)?([^"'<>]{1,200})["']""")
_GZIP = b"\x1f\x8b\x08"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def claims(probe: Probe) -> bool:
    """Whether the root element is that of one of the three forms."""
    if b"<" not in probe.head[:64]:
        return False
    excel = b"office:spreadsheet" in probe.head and b"Workbook" in probe.head
    return excel or b"wordDocument" in probe.head or b"<pkg:package" in probe.head


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the document."""
    head = untrusted_data[:4096]
    if b"<pkg:package" in head:
        return _package(untrusted_data, context)
    texts = Texts(context.limits)
    extract = Extract(_WORD if b"wordDocument" in head else _EXCEL, troubles=texts.troubles)
    if extract.type == _WORD:
        marks = Marks()
        events = walk(as_file(untrusted_data), "document", TAGS, texts)
        Story(texts, "body", Styles(b""), None, marks).read(events)
        extract.properties += marks.properties(texts)
    else:
        _workbook(untrusted_data, texts)
    extract.children = _binaries(untrusted_data, context.limits, texts)
    _properties(untrusted_data, extract, texts)
    extract.segments = texts.segments()
    return extract


def _package(untrusted_data: Data, context: Context) -> Extract:
    """Put the parts back into a package and read that."""
    from lxml import etree

    texts = Texts(context.limits)
    target = io.BytesIO()
    types = []
    with zipfile.ZipFile(target, "w") as package:
        for _, part in walk(as_file(untrusted_data), "package", ("part",), texts, starts=False):
            name = attribute(part, "name")
            types.append(f'<Override PartName="{name}" ContentType="{attribute(part, "contentType")}"/>')
            for content in part:
                if local(content) == "xmlData" and len(content):
                    package.writestr(zipfile.ZipInfo(key(name)), etree.tostring(content[0]))
                elif local(content) == "binaryData":
                    data = from_base64((content.text or "").encode("ascii", "ignore"))
                    package.writestr(zipfile.ZipInfo(key(name)), data)
            part.clear()
        package.writestr(zipfile.ZipInfo("[Content_Types].xml"), f"<Types>{''.join(types)}</Types>")
    probe = Probe(target.getvalue(), context.name)
    form = next((f for f in (docx, xlsx, pptx) if f.claims(probe)), docx)
    extract: Extract = form.parse(target.getvalue(), context)
    extract.troubles = [*texts.troubles, *extract.troubles]
    return extract


def _properties(untrusted_data: Data, extract: Extract, texts: Texts) -> None:
    """Read ``o:DocumentProperties``, which both 2003 forms begin with."""
    tags = ("DocumentProperties", "CustomDocumentProperties")
    for _, element in walk(as_file(untrusted_data[: 1 << 20]), "document", tags, Texts(_NOTHING), starts=False):
        for entry in element:
            if entry.text and not entry.text.isdigit():
                extract.properties.append((local(entry), entry.text))
    known = dict(extract.properties)
    extract.subject, extract.date = known.get("Title"), known.get("LastSaved") or known.get("Created")
    for name, value in extract.properties:
        texts.add("properties", f"{name}: {value}")


_SHEET_TAGS = tuple(
    ("Worksheet Row Column Cell Data Comment Header Footer NamedRange InputMessage ErrorMessage Visible").split()
)


def _workbook(untrusted_data: Data, texts: Texts) -> None:
    hidden = _hidden_sheets(untrusted_data)
    grid, number, in_comment = Grid(texts, [], False, False), -1, False
    for event, element in walk(as_file(untrusted_data), "workbook", _SHEET_TAGS, texts):
        match event, local(element):
            case "start", "Worksheet":
                number += 1
                texts.cut("body")
                grid = Grid(texts, [], False, number in hidden)
                texts.add("hidden" if number in hidden else "body", attribute(element, "Name"))
            case "start", "Row":
                grid.row_hidden = attribute(element, "Hidden") == "1"
            case "start", "Cell":
                grid.formula(attribute(element, "Formula").removeprefix("="))
                texts.add("fieldcode", attribute(element, "HRef"))
            case "start", "Comment":
                in_comment = True
                texts.add("comment", attribute(element, "Author"), ": ")
            case "start", "Header" | "Footer":
                texts.add("margin", plain_margin(attribute(element, "Data")))
            case "start", "NamedRange":
                texts.add("fieldcode", f"{attribute(element, 'Name')} {attribute(element, 'RefersTo')}")
            case "end", "Data" if in_comment:
                texts.add("comment", "".join(element.itertext()))
            case "end", "Data":
                _cell(element, grid)
            case "end", "Comment":
                in_comment = False
            case "end", "InputMessage" | "ErrorMessage":
                texts.add("annotation", element.text or "")
            case "end", "Row":
                grid.end_row()
                element.clear()
    grid.end_row()


def _cell(data: Element, grid: Grid) -> None:
    text = "".join(data.itertext())
    if attribute(data, "Type") == "Number" and _NUMBER.fullmatch(text):
        grid.number(float(text), -1, -1)
    elif text:
        grid.text(text, -1, -1)


def _hidden_sheets(untrusted_data: Data) -> set[int]:
    """Return the numbers of the sheets that aren't shown; it stands behind their cells."""
    hidden, number = set(), -1
    for event, element in walk(as_file(untrusted_data), "workbook", ("Worksheet", "Visible"), Texts(_NOTHING)):
        if event == "start" and local(element) == "Worksheet":
            number += 1
        elif event == "end" and local(element) == "Visible" and "Hidden" in (element.text or ""):
            hidden.add(number)
    return hidden


def _binaries(untrusted_data: Data, limits: Limits, texts: Texts) -> Iterable[Child | Trouble]:
    """Add the text that metafiles draw, unpacked where they are (emz, wmz); what else there is becomes children.

    These are embedded objects, pictures that may show a page, and files that metafiles keep beside their drawing.
    """
    budget = UnpackingBudget(limits)
    embedded: list[Iterable[Child | Trouble]] = []
    pictures: list[Iterable[Child | Trouble]] = []
    for match in _BINARY.finditer(untrusted_data):
        stated = _NAME.search(match[1])
        name = stated[1].decode("utf-8", "replace").rpartition("/")[2] if stated else ""
        data = from_base64(match[2])
        if data.startswith(OLE_SIGNATURE):
            embedded.append(_objects(data, limits))
            continue
        if data.startswith(_GZIP):
            content = budget.collect(unpacked(Inflate(31), data), len(data), name)
            if content.trouble is not None:
                texts.add_trouble(content.trouble)
            data = content.data or b""
        if not name.lower().endswith(RASTERS):
            texts.add("textbox", "\n".join(lines(data)))
        elif is_page(data):
            pictures.append([Child(name, data)])
        if keeps_files(data):
            pictures.append(embedded_files(data, name.partition(".")[0]))
    return chain.from_iterable([*embedded, *pictures])


def _objects(untrusted_data: bytes, limits: Limits) -> Iterator[Child | Trouble]:
    texts = Texts(limits)
    try:
        ole = open_ole(untrusted_data, texts)
        yield from texts.troubles
        yield from objects(ole)
    except OSError as error:
        yield Trouble("damaged", say("embedded-unreadable", error=error))
        return
    yield from packed_objects(ole, limits)
