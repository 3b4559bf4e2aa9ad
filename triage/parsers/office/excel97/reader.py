"""Excel workbooks before 2007: xls, xlt and xla of Excel 5 to 2003, record by record.

MS-XLS. Cells as shown and behind, hidden sheets, rows and columns, comments, headers and footers, text boxes, names,
links, pivot caches, properties, macros; embedded objects and large pictures become children. Streams that Excel 5 and
95 hid by XOR obfuscation (MS-OFFCRYPTO 2.3.7; later ones still could) are revealed here, with key and array from
msoffcrypto-tool, which itself opens such streams in Excel 97's container only. No password is ever put into a trouble's
sentence.
"""

from __future__ import annotations

import struct
from itertools import chain, islice

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
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.passwords import DEFAULTS, Tries, decrypted
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.vba import macros
from triage.parsers.office.excel97.records import records, wide
from triage.parsers.office.excel97.workbook import Book

TYPE = "application/vnd.ms-excel"

_BARE = b"\x09\x08\x08\x00"
_SXSTRING = 0xCD
_HEADER = 512  # bytes of a compound file before its streams (MS-CFB 2.2)
_OTHERS = {"Revision Log": "tracked", "Ctls": "annotation"}
_SHOWN = ("textbox", "comment", "margin", "annotation", "tracked")

_FILEPASS = 0x2F
_BOUND_SHEET = 0x85
_OPEN = frozenset({0x809, _FILEPASS, 0x194, 0x195, 0xE1, 0x196, 0x138})
"""Records that are never hidden: BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead."""
_LONGEST = 15
_ROTATED = bytes((value >> 5 | value << 3) & 0xFF for value in range(256))


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
    elif bare := _revealed(untrusted_data[:], context, texts):
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
    clear = _revealed(book, context, texts)
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


def locks(book: bytes) -> list[bytes]:
    """Return what the records at the beginning of a stream say of how it is locked (2.4.117), nothing if it isn't."""
    return [record.data for record in islice(records(book), 12) if record.kind == _FILEPASS]


def _revealed(book: bytes, context: Context, texts: Texts) -> bytes | None:
    """Return the stream in the clear, itself if it isn't obfuscated, None, with a trouble, where no password fits."""
    lock = next((lock for lock in locks(book) if len(lock) == 4 or lock[:2] == b"\0\0"), None)
    if lock is None:
        return book
    from msoffcrypto.method.xor_obfuscation import DocumentXOR

    key, verifier = struct.unpack("<HH", lock[-4:]) if len(lock) >= 4 else (0, 0)
    tries = Tries(DEFAULTS[0], *context.passwords)
    for password in tries:
        if not 0 < len(password) <= _LONGEST or any(ord(c) > 0xFF for c in password):
            continue
        if (DocumentXOR.create_xor_key_method1(password), True) == (key, DocumentXOR.verifypw(password, verifier)):
            context.fitted.append(password)
            return _cleared(book, bytes(DocumentXOR.create_xor_array_method1(password)))
    texts.troubles += tries.troubles
    texts.trouble("encrypted", "password-needed-tried")
    return None


def _cleared(book: bytes, array: bytes) -> bytes:
    """Undo the obfuscation record by record; the array is turned by where a record's data ends."""
    clear = bytearray(book)
    at = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        start, end = at + 4, min(at + 4 + size, len(book))
        turn = (start + size) % 16
        if kind not in _OPEN:
            hidden = book[start:end]
            keys = (array[turn:] + array[:turn]) * (len(hidden) // 16 + 1)
            plain = bytes(map(int.__xor__, hidden, keys)).translate(_ROTATED)
            open_bytes = 4 if kind == _BOUND_SHEET else 0
            clear[start + open_bytes : end] = plain[open_bytes:]
        at += 4 + size
    return bytes(clear)


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
