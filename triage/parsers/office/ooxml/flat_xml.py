"""Office documents as one XML file: Word 2003 XML, Excel 2003 XML, and flat packages (``pkg:package``).

A flat package is put back into a package and read as such. Of the 2003 forms the text is told apart as in docx and
xlsx; embedded objects stand in them in base64 and become children.
"""

from __future__ import annotations

import io
import re
import zipfile

from triage.model.items import Extract
from triage.parsers.kit.cells.grid import Grid, plain_margin
from triage.parsers.kit.contract import Context, Data, Format, Limits, Probe, as_file
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.transfer import from_base64
from triage.parsers.kit.xml.parts import Element, attribute, local, walk
from triage.parsers.office.ooxml.docx import FORMAT as DOCX
from triage.parsers.office.ooxml.flat_binaries import children, drawn
from triage.parsers.office.ooxml.package import key
from triage.parsers.office.ooxml.pptx import FORMAT as PPTX
from triage.parsers.office.ooxml.word_marks import Marks
from triage.parsers.office.ooxml.word_styles import Styles
from triage.parsers.office.ooxml.wordml import Story
from triage.parsers.office.ooxml.xlsx import FORMAT as XLSX

_WORD, _EXCEL = "application/vnd.ms-wordml", "application/vnd.ms-spreadsheetml"
_NOTHING = Limits(0, 0, 1, 0)
"""Limits of a second reading, which keeps no text."""

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
        Story(texts, "body", Styles(b""), marks=marks).read(as_file(untrusted_data), "document")
        extract.properties += marks.properties(texts)
        drawn(untrusted_data, context.limits, texts)
    else:
        _workbook(untrusted_data, texts)
    _properties(untrusted_data, extract, texts)
    extract.segments = texts.segments()
    extract.children = children(untrusted_data, context.limits)
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
            for held in part:
                if local(held) == "xmlData" and len(held):
                    package.writestr(zipfile.ZipInfo(key(name)), etree.tostring(held[0]))
                elif local(held) == "binaryData":
                    package.writestr(
                        zipfile.ZipInfo(key(name)), from_base64((held.text or "").encode("ascii", "ignore"))
                    )
            part.clear()
        package.writestr(zipfile.ZipInfo("[Content_Types].xml"), f"<Types>{''.join(types)}</Types>")
    probe = Probe(target.getvalue(), context.name)
    form = next((f for f in (DOCX, XLSX, PPTX) if f.claims(probe)), DOCX)
    extract = form.parse(target.getvalue(), context)
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
    """Read the sheets of an Excel 2003 XML file."""
    hidden = _hidden_sheets(untrusted_data)
    reader = _Sheets(texts, hidden)
    for event, element in walk(as_file(untrusted_data), "workbook", _SHEET_TAGS, texts):
        reader.take(event, local(element), element)
    reader.finish()


def _hidden_sheets(untrusted_data: Data) -> set[int]:
    """Return the numbers of the sheets that aren't shown; it stands behind their cells."""
    hidden, number = set(), -1
    for event, element in walk(as_file(untrusted_data), "workbook", ("Worksheet", "Visible"), Texts(_NOTHING)):
        if event == "start" and local(element) == "Worksheet":
            number += 1
        elif event == "end" and local(element) == "Visible" and "Hidden" in (element.text or ""):
            hidden.add(number)
    return hidden


class _Sheets:
    """Takes the elements of a workbook; rows go into a grid."""

    def __init__(self, texts: Texts, hidden: set[int]) -> None:
        self._texts = texts
        self._hidden = hidden
        self._number = -1
        self._grid = Grid(texts, [], False, False)
        self._column = -1
        self._in_comment = False

    def take(self, event: str, tag: str, element: Element) -> None:
        """Take one event of ``walk``."""
        if event == "start":
            self._start(tag, element)
        elif tag == "Data":
            self._data(element)
        elif tag == "Comment":
            self._in_comment = False
        elif tag == "Row":
            self._grid.end_row()
            element.clear()
        elif tag in ("InputMessage", "ErrorMessage"):
            self._texts.add("annotation", element.text or "")

    def finish(self) -> None:
        """Close the last sheet."""
        self._grid.end_row()

    def _start(self, tag: str, element: Element) -> None:
        if tag == "Worksheet":
            self._number += 1
            unseen = self._number in self._hidden
            self._texts.cut("body")
            self._grid = Grid(self._texts, [], False, unseen)
            self._texts.add("hidden" if unseen else "body", attribute(element, "Name"))
        elif tag == "Row":
            self._grid.row_hidden = attribute(element, "Hidden") == "1"
        elif tag == "Cell":
            self._grid.formula(attribute(element, "Formula").removeprefix("="))
            self._texts.add("fieldcode", attribute(element, "HRef"))
        elif tag == "Comment":
            self._in_comment = True
            self._texts.add("comment", attribute(element, "Author"), ": ")
        elif tag in ("Header", "Footer"):
            self._texts.add("margin", plain_margin(attribute(element, "Data")))
        elif tag == "NamedRange":
            self._texts.add("fieldcode", f"{attribute(element, 'Name')} {attribute(element, 'RefersTo')}")

    def _data(self, element: Element) -> None:
        text = "".join(element.itertext())
        if self._in_comment:
            self._texts.add("comment", text)
        elif attribute(element, "Type") == "Number" and _NUMBER.fullmatch(text):
            self._grid.number(float(text), -1, -1)
        elif text:
            self._grid.text(text, -1, -1)


FORMAT = Format(
    label="Office XML document",
    types=(_WORD, _EXCEL, "application/xml"),
    extensions=("xml",),
    level="as docx and xlsx, without what hides single cells; embedded objects",
    claims=claims,
    parse=parse,
)
