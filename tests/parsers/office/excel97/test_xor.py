"""Excel 97-2003 workbooks under XOR obfuscation."""

from __future__ import annotations

import struct

from msoffcrypto.method.xor_obfuscation import DocumentXOR

from tests.parsers.reading import read
from triage.parsers.office.excel97.xor import locks
from triage.selftest.writers.office97 import record

ASKED_OF_NOBODY = struct.pack("<HH", 0xB359, 0x9A0A)
"""Key and verifier of the password that Excel uses where no one chose one."""


def hidden(kind: int, data: bytes, at: int, array: list[int]) -> bytes:
    """Return a record obfuscated as MS-OFFCRYPTO 2.3.7.3 says: turned left by five bits, then XOR."""
    turn = (at + 4 + len(data)) % 16
    turned = [(b << 5 | b >> 3) & 0xFF for b in data]
    return record(kind, bytes(b ^ array[(turn + i) % 16] for i, b in enumerate(turned)))


def book(filepass: bytes, password: str, text: bytes = b"Falcon transfer") -> bytes:
    """Return a bare Excel 95 stream with one cell, of which only the beginning is in the clear."""
    array = DocumentXOR.create_xor_array_method1(password)
    stream = record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0)) + record(0x2F, filepass)
    for kind, data in ((0x204, struct.pack("<HHHH", 0, 0, 0, len(text)) + text), (0x0A, b"")):
        stream += hidden(kind, data, len(stream), array)
    return stream


def test_what_only_looks_protected_is_read() -> None:
    reading = read(book(ASKED_OF_NOBODY, "VelvetSweatshop"))
    assert reading.text() == "Falcon transfer" and reading.codes == []


def test_a_password_of_the_list_opens_it() -> None:
    key = DocumentXOR.create_xor_key_method1("sesame")
    verifier = next(n for n in range(0x10000) if DocumentXOR.verifypw("sesame", n))
    stream = book(struct.pack("<HHH", 0, key, verifier), "sesame")
    assert locks(stream) == [struct.pack("<HHH", 0, key, verifier)]
    closed = read(stream, passwords=("open", "a password longer than can be", "סיסמה"))
    assert closed.codes == ["encrypted"] and closed.text() == ""
    assert read(stream, passwords=("open", "sesame")).text() == "Falcon transfer"


def test_a_sheet_may_state_a_later_version_than_its_workbook() -> None:
    sheet = record(0x809, struct.pack("<HHHH", 0x600, 0x10, 0, 0)) + record(
        0x204, struct.pack("<HHHH", 0, 0, 0, 2) + b"ok"
    )
    stream = record(0x809, struct.pack("<HHHH", 0x500, 5, 0, 0)) + record(0x0A, b"") + sheet + record(0x0A, b"")
    assert read(stream).text() == "ok"
