"""Encrypted ZIP members: the old cipher and AES of WinZip, opened with the passwords that were given.

Sources: APPNOTE 6.1 (traditional encryption); WinZip AE-1 and AE-2 (extra field 0x9901, PBKDF2 with 1,000 rounds).
Passwords are tried and forgotten; none is kept, logged or put into a sentence.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
import zlib

from triage.parsers.kit.zip.directory import ZipEntry, field

AES = 99
"""The method that marks a member as encrypted with AES; the real one is in its extra field."""


class WrongPasswordError(Exception):
    """No password given opens the member; ``key`` is that of the sentence about members that stayed closed."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def decrypted(packed: bytes, entry: ZipEntry, passwords: tuple[str, ...]) -> tuple[bytes, int, str]:
    """Return the member's packed bytes in clear, their method, and the password that opened them."""
    if entry.flags & 0x40 and entry.method != AES:
        raise WrongPasswordError("members-encrypted-unread-method")
    for password in dict.fromkeys(passwords):
        for secret in dict.fromkeys((password.encode(), password.encode("cp437", "replace"))):
            opened = _open_aes(packed, entry, secret) if entry.method == AES else _open_old(packed, entry, secret)
            if opened is not None:
                return *opened, password
    raise WrongPasswordError("members-encrypted-no-password" if passwords else "members-encrypted")


def _open_aes(packed: bytes, entry: ZipEntry, secret: bytes) -> tuple[bytes, int] | None:
    from Cryptodome.Cipher import AES as Cipher
    from Cryptodome.Util import Counter

    body = field(entry.extra, 0x9901) or b""
    if len(body) < 7 or body[4] not in (1, 2, 3):
        raise WrongPasswordError("members-encrypted-unread-method")
    size = 8 + 8 * body[4]
    salt, check = packed[: size // 2], packed[size // 2 : size // 2 + 2]
    keys = hashlib.pbkdf2_hmac("sha1", secret, salt, 1000, 2 * size + 2)
    if not check or not hmac.compare_digest(keys[-2:], check):
        return None
    cipher, tag = packed[size // 2 + 2 : -10], packed[-10:]
    if not hmac.compare_digest(hmac.new(keys[size : 2 * size], cipher, "sha1").digest()[:10], tag):
        return None
    aes = Cipher.new(keys[:size], Cipher.MODE_CTR, counter=Counter.new(128, initial_value=1, little_endian=True))
    return aes.decrypt(cipher), struct.unpack_from("<H", body, 5)[0]


def _open_old(packed: bytes, entry: ZipEntry, secret: bytes) -> tuple[bytes, int] | None:
    """Traditional encryption; a wrong password passes its one-byte check once in 256, so the start is unpacked too."""
    head = _clear(packed[:12], secret)
    if len(head) < 12 or head[11] != entry.check:
        return None
    if entry.method == 8:
        try:
            zlib.decompressobj(-15).decompress(_clear(packed[:4096], secret)[12:])
        except zlib.error:
            return None
    return _clear(packed, secret)[12:], entry.method


_CRC = [zlib.crc32(bytes((byte,)), 0xFFFFFFFF) ^ 0xFFFFFFFF for byte in range(256)]


def _clear(packed: bytes, secret: bytes) -> bytes:
    table = _CRC
    key0, key1, key2 = 0x12345678, 0x23456789, 0x34567890
    for byte in secret:
        key0 = (key0 >> 8) ^ table[(key0 ^ byte) & 0xFF]
        key1 = ((key1 + (key0 & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        key2 = (key2 >> 8) ^ table[(key2 ^ (key1 >> 24)) & 0xFF]
    clear = bytearray(packed)
    for at, byte in enumerate(packed):
        temp = key2 | 2
        byte ^= ((temp * (temp ^ 1)) >> 8) & 0xFF
        key0 = (key0 >> 8) ^ table[(key0 ^ byte) & 0xFF]
        key1 = ((key1 + (key0 & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        key2 = (key2 >> 8) ^ table[(key2 ^ (key1 >> 24)) & 0xFF]
        clear[at] = byte
    return bytes(clear)
