"""Compressed RTF: the packed body of Outlook items unpacked; MS-OXRTFCP. Bytes in, bytes out.

The library compressed-rtf gives the same bytes in eight times the time, and can't stop at a limit.
"""

from __future__ import annotations

import contextlib
import struct

from triage.errors import FormatError

_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_SIZE = 4096
_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D


def unpack(untrusted: bytes, limit: int) -> bytes:
    """Return the RTF, at most ``limit`` bytes of it; raises FormatError where the bytes are no compressed RTF."""
    if len(untrusted) < 16:
        raise FormatError("rtf-without-header")
    packed, size, kind, _ = struct.unpack_from("<IIII", untrusted)
    if kind == _PLAIN:
        return untrusted[16 : 16 + min(size, limit)]
    if kind != _COMPRESSED:
        raise FormatError("rtf-without-signature")
    limit = min(size, limit)
    # Undo the dictionary coding (MS-OXRTFCP 2.2.3): the dictionary is what was written last, before it the preset.
    out = bytearray(_DICTIONARY)
    shift = len(_DICTIONARY)
    with contextlib.suppress(IndexError):  # the data end without an end mark
        _fill(out, untrusted[16 : 4 + packed], limit + shift)
    return bytes(out[shift : shift + limit])


def _runs(control: int) -> tuple[tuple[int, ...], int]:
    """Return how many bytes stand as they are before each reference that a control byte announces, and after them."""
    runs, count = [], 0
    for bit in range(8):
        if control >> bit & 1:
            runs.append(count)
            count = 0
        else:
            count += 1
    return tuple(runs), count


_RUNS = [_runs(control) for control in range(256)]


def _fill(out: bytearray, data: bytes, limit: int) -> None:
    """Append what the data say, up to their end mark; raises IndexError where they end without one."""
    at = 0
    while len(out) < limit:
        before, after = _RUNS[data[at]]
        at += 1
        for plain in before:
            if plain:
                out += data[at : at + plain]
                at += plain
            high, low = data[at], data[at + 1]
            at += 2
            offset, length = high << 4 | low >> 4, (low & 15) + 2
            now = len(out)
            back = now - offset & _SIZE - 1
            if length <= back <= now:
                out += out[now - back : now - back + length]
            elif back:
                _copy(out, offset, length)
            else:
                return
        out += data[at : at + after]
        at += after


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
