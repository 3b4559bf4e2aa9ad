"""BinHex 4.0: files of old Macintosh mail as text; RFC 1741. The data fork becomes a child.

No checksum is verified: a damaged file gives what can be decoded.
"""

from __future__ import annotations

import re
import struct
from binascii import a2b_base64

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Context, Data, Probe

TYPE = "application/mac-binhex40"
_ALPHABET = b"!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr"
_AS_BASE64 = bytes.maketrans(_ALPHABET, b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
_START = re.compile(rb"\(This file must be converted with BinHex[^\r\n]*[\r\n]+\s*:")
_RUN = re.compile(rb"\x90(.)|[^\x90]+", re.DOTALL)


def claims(probe: Probe) -> bool:
    """Whether the sentence that announces such a file stands near its beginning."""
    return _START.search(probe.head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Decode one file; the resource fork holds no text of its own and is told of where there is one."""
    data = untrusted_data[:]
    start = _START.search(data)
    begin = start.end() if start else 0
    end = data.find(b":", begin)
    raw = _expanded(_packed(data[begin : end if end >= 0 else len(data)]), context.limits.item_bytes)
    extract = Extract(TYPE)
    if end < 0:
        extract.troubles.append(Trouble("truncated", say("binhex-unclosed")))
    size = raw[0] if raw else 0
    if len(raw) < size + 22:
        extract.troubles.append(Trouble("damaged", say("binhex-too-short")))
        return extract
    name = _name(raw[1 : 1 + size], context.name)
    kind, creator, _, length, resources = struct.unpack_from(">4s4sHII", raw, size + 2)
    extract.properties = [("Type", kind.decode("latin-1")), ("Creator", creator.decode("latin-1"))]
    if resources:
        extract.properties.append(("Resource fork, not read", f"{resources} bytes"))
    content = raw[size + 22 : size + 22 + length]
    if len(content) < length and end >= 0:
        extract.troubles.append(Trouble("truncated", say("binhex-cut")))
    extract.children = [Child(name or None, content)]
    return extract


def _name(untrusted: bytes, outer: str) -> str:
    """Return the file's name: a Macintosh wrote it, unless the name around it says that a Windows machine did."""
    windows = decode_text(untrusted, "cp1252")[0]
    return windows if windows in outer else decode_text(untrusted, "macintosh")[0]


def _packed(text: bytes) -> bytes:
    """Join the six bits of each character; others are passed over."""
    digits = text.translate(_AS_BASE64, bytes(set(range(256)) - set(_ALPHABET)))
    return a2b_base64(digits + b"A" * (-len(digits) % 4))


def _expanded(data: bytes, limit: int) -> bytes:
    """Undo the run lengths: a byte, 0x90 and a count; a count of 0 is the byte 0x90 itself."""
    out = bytearray()
    for match in _RUN.finditer(data):
        if match[1] is None:
            out += match[0]
        elif match[1] == b"\0":
            out.append(0x90)
        else:
            out += out[-1:] * (match[1][0] - 1)
        if len(out) > limit:
            break
    return bytes(out[:limit])
