"""Excel workbooks before 2007: xls, xlt and xla of Excel 5 to 2003, record by record.

MS-XLS. Cells as shown and behind, hidden sheets, rows and columns, comments, headers and footers, text boxes, names,
links, pivot caches, properties, macros; embedded objects and large pictures become children.
"""

from __future__ import annotations

from itertools import chain

from triage.model.items import Extract
from triage.parsers.kit.compound.ole import (
    OLE_SIGNATURE,
    controls,
    loose,
    objects,
    open_ole,
    properties,
    stream,
    strings,
)
from triage.parsers.kit.compound.reader import CompoundFile
from triage.parsers.kit.contract import Context, Data, Format, Probe
from triage.parsers.kit.passwords import decrypted
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.vba import macros
from triage.parsers.office.excel97.records import records, wide
from triage.parsers.office.excel97.workbook import Book
from triage.parsers.office.excel97.xor import locks, revealed

TYPE = "application/vnd.ms-excel"

_BARE = b"\x09\x08\x08\x00"
_SXSTRING = 0xCD
_HEADER = 512  # bytes of a compound file before its streams (MS-CFB 2.2)
_OTHERS = {"Revision Log": "tracked", "Ctls": "annotation"}
_SHOWN = ("textbox", "comment", "margin", "annotation", "tracked")


def claims(probe: Probe) -> bool:
    """Whether the compound file has a workbook stream, or the file is a bare stream."""
    names = {name.lower() for name in probe.ole_names}
    return bool(names & {"workbook", "book"}) or probe.head.startswith(_BARE)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the workbook. Raises ValueError where it has no records."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    if untrusted_data[:8] == OLE_SIGNATURE:
        _read(untrusted_data, context, extract, texts)
    elif bare := revealed(untrusted_data[:], context, texts):
        Book(texts).read(bare)
    extract.segments = texts.segments()
    return extract


def _read(untrusted_data: Data, context: Context, extract: Extract, texts: Texts) -> None:
    ole = open_ole(untrusted_data, texts)
    if ole.find("\x09DRMContent"):
        texts.trouble("rights-protected", "rights-managed-placeholder")
        texts.trouble("encrypted", "rights-managed-encrypted")
        return
    book = stream(ole, "Workbook", texts) or stream(ole, "Book", texts)
    if not book:
        texts.trouble("damaged", "workbook-stream-unreadable")
        loose(untrusted_data[_HEADER:], texts)
        return
    clear = revealed(book, context, texts)
    if clear is book and locks(book):
        opened = decrypted(untrusted_data, context, texts)
        ole = ole if opened is None else open_ole(opened, texts)
        clear = None if opened is None else stream(ole, "Workbook", texts) or stream(ole, "Book", texts)
    workbook = Book(texts)
    if clear is not None:
        workbook.read(clear)
    properties(ole, extract, texts)
    if clear is None:
        return
    _besides(ole, texts)
    # The names of sheets say nothing of what pictures show.
    if not workbook.written and workbook.art.pictured() and not texts.has_text(*_SHOWN):
        texts.only_pictured()
    texts.judge(False)
    extract.children = chain(objects(ole), workbook.art.children())


def _besides(ole: CompoundFile, texts: Texts) -> None:
    """Read what stands beside the workbook: pivot caches, the log of a shared workbook, controls, macros."""
    for entry in ole.streams():
        if entry.path[0] == "_SX_DB_CUR":
            for record in records(stream(ole, entry, texts)):
                if record.kind == _SXSTRING and len(record.data) > 3:
                    texts.add("hidden", wide(record.data, 2, int.from_bytes(record.data[:2], "little"))[0])
        elif entry.name in _OTHERS:
            texts.add(_OTHERS[entry.name], "\n".join(strings(stream(ole, entry, texts))))
    macros(ole, texts)
    controls(ole, "", texts)


FORMAT = Format(
    label="Excel 97-2003 workbook",
    types=(TYPE,),
    extensions=("xls", "xlt", "xla", "xlw"),
    level="cells as shown and behind, hidden sheets, rows and columns, comments, margins, text boxes, macros, children",
    claims=claims,
    parse=parse,
)
