"""Workbook streams hidden by XOR obfuscation, as Excel 5 and 95 protected them and later ones still could.

MS-OFFCRYPTO 2.3.7 (XOR obfuscation, method 1), MS-XLS 2.2.10 (which bytes stay as they are). Key and array come from
msoffcrypto-tool, which itself opens such streams in Excel 97's container only. No password is ever put into a
trouble's sentence.
"""

from __future__ import annotations

import struct
from itertools import islice

from triage.parsers.kit.contract import Context
from triage.parsers.kit.passwords import DEFAULTS, Tries
from triage.parsers.kit.texts import Texts
from triage.parsers.office.excel97.records import records

_FILEPASS = 0x2F
_BOUND_SHEET = 0x85
_OPEN = frozenset({0x809, _FILEPASS, 0x194, 0x195, 0xE1, 0x196, 0x138})
"""Records that are never hidden: BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead."""
_LONGEST = 15
_ROTATED = bytes((value >> 5 | value << 3) & 0xFF for value in range(256))


def locks(book: bytes) -> list[bytes]:
    """Return what the records at the beginning of a stream say of how it is locked (2.4.117), nothing if it isn't."""
    return [record.data for record in islice(records(book), 12) if record.kind == _FILEPASS]


def revealed(book: bytes, context: Context, texts: Texts) -> bytes | None:
    """Return the stream in the clear, itself if it isn't obfuscated, None, with a trouble, where no password fits."""
    from msoffcrypto.method.xor_obfuscation import DocumentXOR

    lock = next((lock for lock in locks(book) if len(lock) == 4 or lock[:2] == b"\0\0"), None)
    if lock is None:
        return book
    key, verifier = struct.unpack("<HH", lock[-4:]) if len(lock) >= 4 else (0, 0)
    tries = Tries(DEFAULTS[0], *context.passwords)
    for password in tries:
        if not 0 < len(password) <= _LONGEST or any(ord(c) > 0xFF for c in password):
            continue
        if (DocumentXOR.create_xor_key_method1(password), True) == (key, DocumentXOR.verifypw(password, verifier)):
            context.fitted.append(password)
            return _reveal(book, bytes(DocumentXOR.create_xor_array_method1(password)))
    texts.troubles += tries.troubles
    texts.trouble("encrypted", "password-needed-tried")
    return None


def _reveal(book: bytes, array: bytes) -> bytes:
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
