"""Files that news writers put into a text with yEnc (floor 2): text in, the text around them and the files out.

After the yEnc draft 1.3 (Jürgen Helbing, 2002): lines between ``=ybegin`` and ``=yend`` hold each byte plus 42; an
escape ``=`` goes before signs that a line can't hold. Of a file sent in pieces each piece is given, and told as one.
"""

from __future__ import annotations

import re
from zlib import crc32

from triage.model import Child, Trouble
from triage.parsers.charset import decode_text

_FILE = re.compile(
    rb"^=ybegin ([^\r\n]*?) name=([^\r\n]{1,255})\r?\n(=ypart [^\r\n]*\r?\n)?(.*?)^=yend([^\r\n]*)(?:\r?\n|\Z)",
    re.MULTILINE | re.DOTALL,
)
_ESCAPED = re.compile(rb"=(.)", re.DOTALL)
_NUMBER = re.compile(rb"\b(part|total|size|pcrc32|crc32)=([0-9A-Fa-f]+)")
_DOWN = bytes((byte - 42) & 255 for byte in range(256))


def cut_yencoded(untrusted: bytes) -> tuple[bytes, list[Child | Trouble]]:
    """Return the text without the files in it, and those files in order, each with what is wrong with it before it."""
    found: list[Child | Trouble] = []
    rest: list[bytes] = []
    at = 0
    for match in _FILE.finditer(untrusted):
        name = decode_text(match[2].strip().strip(b'"'), None)[0]
        data = _decoded(match[4])
        found += _wrong(name, dict(_NUMBER.findall(match[1])), dict(_NUMBER.findall(match[5])), data)
        found.append(Child(name, data))
        rest.append(untrusted[at : match.start()])
        at = match.end()
    return (b"".join([*rest, untrusted[at:]]), found) if at else (untrusted, [])


def _decoded(lines: bytes) -> bytes:
    plain = lines.replace(b"\r", b"").replace(b"\n", b"")  # both are always escaped where they are meant
    plain = _ESCAPED.sub(lambda escape: bytes(((escape[1][0] - 64) & 255,)), plain) if b"=" in plain else plain
    return plain.translate(_DOWN)


def _wrong(name: str, begun: dict[bytes, bytes], ended: dict[bytes, bytes], data: bytes) -> list[Child | Trouble]:
    """Return what the file's first and last line tell about it that isn't so, or that it is one piece of several."""
    told: list[Child | Trouble] = []
    if b"part" in begun and begun.get(b"total") != b"1":
        of = f" of {begun[b'total'].decode()}" if b"total" in begun else ""
        sentence = f"{name} is piece {begun[b'part'].decode()}{of} of a file sent in pieces; look for the others."
        told.append(Trouble("truncated", sentence))
    checksum = ended.get(b"pcrc32" if b"part" in begun else b"crc32")
    size = ended.get(b"size")
    if size is not None and size.isdigit() and int(size) != len(data):
        told.append(Trouble("damaged", f"{name} holds {len(data)} bytes, not {int(size)} as its last line says."))
    elif checksum is not None and int(checksum, 16) != crc32(data):
        told.append(Trouble("damaged", f"{name} doesn't fit its checksum; some of its bytes are wrong."))
    return told
