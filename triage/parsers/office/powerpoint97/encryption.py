"""Presentations before 2007 behind a password: the deck in the clear, and the properties locked beside it.

MS-OFFCRYPTO 2.3.5 (RC4 CryptoAPI) through msoffcrypto-tool. No password is ever put into a trouble's sentence.
"""

from __future__ import annotations

import contextlib
import io
import struct
from collections.abc import Iterator

from triage.errors import FormatError
from triage.parsers.kit.compound.ole import open_ole, stream
from triage.parsers.kit.compound.reader import CompoundFile
from triage.parsers.kit.compound.writer import Storage, build
from triage.parsers.kit.contract import Context, Data, as_file
from triage.parsers.kit.passwords import DEFAULTS
from triage.parsers.kit.texts import Texts
from triage.parsers.office.powerpoint97.records import Deck

Key = tuple[str, bytes, int]
"""A password that fits, the salt, and the length of the key in bits."""

_SUMMARY = "EncryptedSummary"
_MOST = 64


def unlocked(untrusted_data: Data, deck: Deck, context: Context, texts: Texts) -> tuple[Deck, Key] | None:
    """Return the decrypted presentation and its key, or None, with a trouble, where none of the passwords opens it."""
    from msoffcrypto.format.ppt97 import Ppt97File

    for password in (*DEFAULTS, *context.passwords):
        with contextlib.suppress(Exception):  # a wrong password and a broken file look alike here
            lock = Ppt97File(as_file(untrusted_data))
            lock.load_key(password=password)
            key = lock.key, lock.salt, lock.keySize
            clear = bytearray(deck.document)
            for number, start, end in deck.live_pieces():
                clear[start:end] = _clear(deck.document[start:end], key, number)
            context.fitted.append(password)
            return Deck(bytes(clear), deck.edit), key
    texts.trouble("encrypted", "password-needed-given")
    return None


def with_properties(ole: CompoundFile, key: Key, texts: Texts) -> CompoundFile:
    """Return a compound file of the property streams that are locked with the deck (2.3.5.4), else the file itself."""
    if not ole.find(_SUMMARY):
        return ole
    root = Storage()
    try:
        for name, data in _streams(stream(ole, _SUMMARY, texts), key):
            root.put([name], data)
    except (struct.error, ValueError) as error:
        texts.trouble("damaged", "properties-not-decrypted", error=error)
    return open_ole(build(root), texts) if root.entries else ole


def _streams(untrusted: bytes, key: Key) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of the streams in an encrypted summary. Raises struct.error or ValueError at damage."""
    offset = struct.unpack("<II", _clear(untrusted[:8], key, 0))[0]
    listing, at = _clear(untrusted[offset:], key, 0), 4
    count = struct.unpack_from("<I", listing)[0]
    if count > _MOST:
        raise FormatError("said-streams", count=count)
    for _ in range(count):
        start, size, block, length = struct.unpack_from("<IIHB", listing, at)
        name = listing[at + 16 : at + 16 + 2 * length].decode("utf-16-le", "replace")
        at += 16 + 2 * (length + 1)
        yield name, _clear(untrusted[start : start + size], key, block)


def _clear(locked: bytes, key: Key, block: int) -> bytes:
    from msoffcrypto.method.rc4_cryptoapi import DocumentRC4CryptoAPI

    return bytes(DocumentRC4CryptoAPI.decrypt(*key, io.BytesIO(locked), blocksize=len(locked), block=block).read())
