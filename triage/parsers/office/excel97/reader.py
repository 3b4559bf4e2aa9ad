"""Excel workbooks before 2007: xls, xlt and xla of Excel 5 to 2003, record by record.

MS-XLS. Cells as shown and behind, hidden sheets, rows and columns, comments, headers and footers, text boxes, names,
links, pivot caches, properties, macros; embedded objects and large pictures become children.
"""

from __future__ import annotations

from collections.abc import Iterator

from triage.model.items import Child, Extract, Trouble
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
from triage.parsers.kit.drawing import blips
from triage.parsers.kit.passwords import decrypted
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.vba import macros
from triage.parsers.office.excel97.records import records, wide
from triage.parsers.office.excel97.workbook import Book
from triage.parsers.office.excel97.xor import FILEPASS, obfuscation, revealed

TYPE = "application/vnd.ms-excel"

_BARE = b"\x09\x08\x08\x00"
_SXSTRING = 0xCD
_HEADER = 512  # bytes of a compound file before its streams (MS-CFB 2.2)
_SHOWN = ("textbox", "comment", "margin", "annotation", "tracked")


def claims(probe: Probe) -> bool:
    """Whether the compound file has a workbook stream, or the file is a bare stream."""
    names = {name.lower() for name in probe.ole_names}
    return bool(names & {"workbook", "book"}) or probe.head.startswith(_BARE)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the workbook. Raises ValueError where it has no records."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    if untrusted_data[:8] != OLE_SIGNATURE:
        bare = _clear(untrusted_data[:], context, texts)
        if bare:
            Book(texts).read(bare)
        extract.segments = texts.segments()
        return extract
    ole = open_ole(untrusted_data, texts)
    if ole.find("\x09DRMContent"):
        texts.trouble("rights-protected", "rights-managed-placeholder")
        texts.trouble("encrypted", "rights-managed-encrypted")
        return extract
    book = _stream(ole, texts)
    if not book:
        texts.trouble("damaged", "workbook-stream-unreadable")
        loose(untrusted_data[_HEADER:], texts)
        extract.segments = texts.segments()
        return extract
    clear = _clear(book, context, texts)
    if clear is None:
        properties(ole, extract, texts)
        extract.segments = texts.segments()
        return extract
    if clear is book and _is_encrypted(book):
        opened = decrypted(untrusted_data, context, texts)
        if opened is None:
            properties(ole, extract, texts)
            extract.segments = texts.segments()
            return extract
        ole = open_ole(opened, texts)
        clear = _stream(ole, texts)
    workbook = Book(texts)
    workbook.read(clear)
    properties(ole, extract, texts)
    _besides(ole, texts)
    if not workbook.written and workbook.art.pictured():
        _judge_pictured(texts)
    texts.judge(False)
    extract.segments = texts.segments()
    extract.children = _children(ole, workbook.art)
    return extract


def _stream(ole: CompoundFile, texts: Texts) -> bytes:
    for name in ("Workbook", "Book", "WORKBOOK", "BOOK"):
        data = stream(ole, name, texts)
        if data:
            return data
    return b""


def _clear(book: bytes, context: Context, texts: Texts) -> bytes | None:
    """Return the stream without XOR obfuscation, itself where it has none, None where no password fits."""
    key = obfuscation(book)
    return book if key is None else revealed(book, key, context, texts)


def _is_encrypted(book: bytes) -> bool:
    for number, record in enumerate(records(book)):
        if record.kind == FILEPASS:
            return True
        if number > 10:
            break
    return False


def _besides(ole: CompoundFile, texts: Texts) -> None:
    """Read what stands beside the workbook: pivot caches, the log of a shared workbook, controls, macros."""
    for entry in ole.streams():
        if entry.path[0] == "_SX_DB_CUR":
            for record in records(stream(ole, entry, texts)):
                if record.kind == _SXSTRING and len(record.data) > 3:
                    texts.add("hidden", wide(record.data, 2, int.from_bytes(record.data[:2], "little"))[0])
        elif entry.name == "Revision Log":
            texts.add("tracked", "\n".join(strings(stream(ole, entry, texts))))
        elif entry.name == "Ctls":
            texts.add("annotation", "\n".join(strings(stream(ole, entry, texts))))
    macros(ole, texts)
    controls(ole, "", texts)


def _judge_pictured(texts: Texts) -> None:
    """Note that a workbook without a written cell holds pictures; its sheets' names say nothing of what they show."""
    if not texts.has_text(*_SHOWN):
        texts.only_pictured()


def _children(ole: CompoundFile, art: blips.Drawings) -> Iterator[Child | Trouble]:
    yield from objects(ole)
    yield from art.children()


FORMAT = Format(
    label="Excel 97-2003 workbook",
    types=(TYPE,),
    extensions=("xls", "xlt", "xla", "xlw"),
    level="cells as shown and behind, hidden sheets, rows and columns, comments, margins, text boxes, macros, children",
    claims=claims,
    parse=parse,
)
