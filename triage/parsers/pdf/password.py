"""The user password of an encrypted PDF from its owner password; ISO 32000-1, 7.6.3.4, Algorithm 7.

PDFium takes the owner password itself, but not of files whose key is shorter than their revision allows. The user
password that the owner entry gives opens those. Nothing is opened here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import md5

from triage.parsers.kit.contract import Data
from triage.parsers.pdf.syntax import Value, value

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_HANDLER = re.compile(rb"/Filter[\s\0]{0,8}/Standard\b")
_AROUND = 4000
"""Bytes before and behind the handler's name within which its dictionary stands."""


def users_passwords(untrusted_data: Data, passwords: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield owner passwords among some, each with the user password that opens the file; none for AES with 256 bits."""
    entries = _entries(untrusted_data) if passwords else {}
    owner, revision = entries.get("/O"), entries.get("/R")
    if not isinstance(owner, bytes) or len(owner) < 32 or revision not in ("2", "3", "4"):
        return
    length = entries.get("/Length")
    stated = int(length) // 8 if isinstance(length, str) and length.isdigit() and len(length) < 5 else 5
    sizes = {5} if revision == "2" else {size for size in (5, stated, 16) if 5 <= size <= 16}
    for password in passwords:
        for size in sorted(sizes):
            found = _users(password.encode("latin-1", "replace"), owner[:32], size, revision == "2")
            if found:
                yield password, found.decode("latin-1")


def _entries(untrusted_data: Data) -> dict[str, Value]:
    """Return the last encryption dictionary (7.6.1), which always stands in the open."""
    for match in reversed(list(_HANDLER.finditer(untrusted_data))):
        before = untrusted_data[max(0, match.start() - _AROUND) : match.start()]
        start = match.start() - len(before) + max(before.rfind(b"obj"), before.rfind(b"/Encrypt"))
        piece = untrusted_data[start : match.end() + _AROUND]
        held = value(piece[max(0, piece.find(b"<<")) :])
        if isinstance(held, dict) and "/O" in held:
            return held
    return {}


def _users(password: bytes, owner: bytes, size: int, simple: bool) -> bytes:
    """Return the user password, nothing where the given one isn't the owner's; keys have ``size`` bytes."""
    from Cryptodome.Cipher import ARC4

    key = md5((password + _PADDING)[:32], usedforsecurity=False).digest()
    for _ in range(0 if simple else 50):
        key = md5(key[:size], usedforsecurity=False).digest()
    for turn in range(0 if simple else 19, -1, -1):
        owner = ARC4.new(bytes(byte ^ turn for byte in key[:size])).decrypt(owner)
    for length in range(32):
        if owner[length:] == _PADDING[: 32 - length]:
            return owner[:length]
    return owner if owner.isascii() and owner.decode("ascii").isprintable() else b""
