"""Compressed RTF (floor 2): the packed body of Outlook items unpacked; MS-OXRTFCP. Bytes in, bytes out."""

from __future__ import annotations

import struct

_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_SIZE = 4096
_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D


def unpack(untrusted: bytes, limit: int) -> bytes:
    """Return the RTF, at most ``limit`` bytes of it; raises ValueError where the bytes are no compressed RTF."""
    if len(untrusted) < 16:
        raise ValueError("compressed RTF is shorter than its header")
    packed, size, kind, _ = struct.unpack_from("<IIII", untrusted)
    if kind == _PLAIN:
        return untrusted[16 : 16 + min(size, limit)]
    if kind != _COMPRESSED:
        raise ValueError("compressed RTF without its signature")
    return _expand(untrusted[16 : 4 + packed], min(size, limit))


def _expand(data: bytes, limit: int) -> bytes:
    """Undo the dictionary coding (MS-OXRTFCP 2.2.3): the dictionary is what was written last, before it the preset."""
    out = bytearray(_DICTIONARY)
    shift = len(_DICTIONARY)
    at, end = 0, len(data)
    while at < end and len(out) - shift < limit:
        control = data[at]
        at += 1
        if not control:
            out += data[at : at + 8]
            at += 8
            continue
        for bit in range(8):
            if at >= end:
                break
            if not control >> bit & 1:
                out.append(data[at])
                at += 1
                continue
            if at + 1 >= end:
                return bytes(out[shift:])
            offset, length = data[at] << 4 | data[at + 1] >> 4, (data[at + 1] & 15) + 2
            at += 2
            now = len(out)
            back = now - offset & _SIZE - 1
            if not back:
                return bytes(out[shift:])
            if length <= back <= now:
                out += out[now - back : now - back + length]
            else:
                _copy(out, offset, length)
    return bytes(out[shift : shift + limit])


def _copy(out: bytearray, offset: int, length: int) -> None:
    """Repeat what stands at a place of the ring of 4096 bytes; bytes never written are zero."""
    back = (len(out) - offset) % _SIZE or _SIZE
    start = len(out) - back
    if start >= 0:
        piece = out[start : start + length]
        out += piece if back >= length else (piece * length)[:length]
        return
    for at in range(start, start + length):
        out.append(out[at] if at >= 0 else 0)
