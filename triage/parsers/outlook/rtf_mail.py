"""RTF as mail bodies use it: the HTML or the text that was wrapped into it taken out again.

MS-OXRTFEX for the wrapping. Only text is wanted: fonts matter for their character sets, all other formatting is passed
over. One pass, groups kept in a list, so that depth costs nothing.
"""

from __future__ import annotations

import contextlib
import re
import struct
from dataclasses import dataclass

from triage.errors import FormatError
from triage.parsers.kit.charset import CHARSETS, decode_text
from triage.parsers.office.rtf import SYMBOLS

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z\r\n])"
    rb"|[\r\n]*\{\\\*\\htmltag\d{0,9} ?([^\\{}\r\n]*)\}|([{}])|([^\\{}\r\n]+)|(\\?[\r\n]+)|\\"
)
_WORD, _NUMBER, _CODE, _ESCAPE, _TAG, _BRACE, _TEXT = range(1, 8)
"""The groups of a token. A whole tag of wrapped HTML is one, as such a body is made of little else."""

_LONG = 256
"""Bytes that are decoded in one go at the least, so that looking whether they are plain stays cheap."""

_SIGNS = {word.encode(): sign for word, sign in SYMBOLS.items()}
_ESCAPES = {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"-": ""}
_SILENT = frozenset(
    (b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata", b"datastore", b"generator")
)
_HANDLED = frozenset((*_SIGNS, *_SILENT, b"htmlrtf", b"uc", b"u", b"f", b"fcharset", b"ansicpg"))


@dataclass(slots=True)
class _Group:
    """What a group keeps: whether it's silent, inside an HTML tag, inside \\htmlrtf; its charset and skip."""

    silent: bool = False
    in_tag: bool = False
    in_rtf: bool = False
    charset: str = "cp1252"
    skip: int = 1
    fonts: bool = False
    marked: bool = False


def unwrap(untrusted_rtf: bytes) -> tuple[str, bool]:
    """Return the text of an RTF body, and whether it is HTML that was wrapped (``\\fromhtml``)."""
    html = b"\\fromhtml" in untrusted_rtf[:4096]
    return _RtfMailReader(html).read(untrusted_rtf.rstrip(b"\0")), html


class _RtfMailReader:
    def __init__(self, html: bool) -> None:
        self._html = html
        self._out: list[str] = []
        self._bytes = bytearray()
        self._group = _Group()
        self._mute = False
        self._stack: list[_Group] = []
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._to_skip = 0
        self._default = "cp1252"

    def read(self, rtf: bytes) -> str:
        for match in _TOKEN.finditer(rtf):
            kind = match.lastindex
            if kind == _TEXT:
                if self._to_skip:
                    self._raw(match[_TEXT])
                elif not self._mute:
                    self._bytes += match[_TEXT]
            elif kind in (_WORD, _NUMBER):
                word = match[_WORD]
                if self._group.marked:
                    self._destination(word)
                if word in _HANDLED:
                    self._control(word, match[_NUMBER])
            elif kind == _TAG:
                self._tag(match[_TAG])
            elif kind == _BRACE:
                self._brace(match[_BRACE])
            elif kind == _CODE:
                self._raw(bytes.fromhex(match[_CODE].decode()))
            elif kind == _ESCAPE:
                self._escape(match[_ESCAPE])
        self._flush()
        return "".join(self._out).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _tag(self, text: bytes) -> None:
        self._flush_if_due()
        self._to_skip = 0
        if self._html and not (self._group.silent or self._group.fonts):
            self._bytes += text

    def _brace(self, brace: bytes) -> None:
        self._flush_if_due()
        self._to_skip = 0
        group = self._group
        if brace == b"{":
            self._stack.append(group)
            self._group = _Group(
                group.silent, group.in_tag, group.in_rtf, group.charset, group.skip, group.fonts, False
            )
        elif self._stack:
            outer = self._stack.pop()
            if outer.charset != group.charset:
                self._flush()
            self._group = outer
            self._update_mute()

    def _escape(self, sign: bytes) -> None:
        if sign == b"*":
            self._group.marked = True
        elif self._to_skip:
            self._to_skip -= 1
        else:
            self._write(_ESCAPES.get(sign, ""))

    def _raw(self, text: bytes) -> None:
        if self._to_skip:
            cut = min(self._to_skip, len(text))
            self._to_skip -= cut
            text = text[cut:]
        if not self._mute:
            self._bytes += text

    def _write(self, text: str) -> None:
        if self._mute:
            return
        self._flush_if_due()
        if self._bytes and text.isascii():
            self._bytes += text.encode()
        else:
            self._flush()
            self._out.append(text)

    def _update_mute(self) -> None:
        group = self._group
        self._mute = group.silent or group.fonts or (self._html and group.in_rtf and not group.in_tag)

    def _flush_if_due(self) -> None:
        # What stands on both sides is no part of one character; plain letters may wait.
        if len(self._bytes) > _LONG or not self._bytes.isascii():
            self._flush()

    def _flush(self) -> None:
        if self._bytes:
            data = bytes(self._bytes)
            plain = data.isascii()
            self._out.append(data.decode("ascii") if plain else decode_text(data, self._group.charset)[0])
            self._bytes.clear()

    def _control(self, word: bytes, digits: bytes | None) -> None:
        group, number = self._group, int(digits or 0)
        if word in _SIGNS:
            if not (self._html and group.in_tag) or word in (b"par", b"tab", b"line"):
                self._write(_SIGNS[word])
        elif word == b"htmlrtf":
            group.in_rtf = digits is None or number != 0
            self._update_mute()
        elif word in _SILENT:
            group.fonts |= word == b"fonttbl"
            group.silent = word != b"fonttbl"
            self._update_mute()
        elif word == b"uc":
            group.skip = min(max(number, 0), 8)
        elif digits is None:
            return
        elif word == b"u":  # halves of a surrogate pair are joined with the whole text
            self._write(chr(number & 0xFFFF))
            self._to_skip = group.skip
        elif word == b"f":
            self._font = number
            if not group.fonts:
                self._write_in(self._fonts.get(number, self._default))
        elif word == b"ansicpg":
            self._default = f"cp{number}"
            self._write_in(self._default)
        elif group.fonts and number in CHARSETS:  # fcharset
            self._fonts[self._font] = CHARSETS[number] if number else self._default

    def _destination(self, word: bytes) -> None:
        # Readers pass over a marked destination that they don't know: only tags of wrapped HTML are known.
        group = self._group
        group.marked = False
        if word == b"htmltag" and self._html:
            group.in_tag = True
        elif word not in (b"uc", b"u", b"htmlrtf", b"fldinst"):
            group.silent = True
        self._update_mute()

    def _write_in(self, charset: str) -> None:
        if charset != self._group.charset:
            self._flush()
            self._group.charset = charset


# MS-OXRTFCP. The library compressed-rtf gives the same bytes in eight times the time, and can't stop at a limit.

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
    # The dictionary is a ring of 4096 bytes; those never written are zero.
    back = (len(out) - offset) % _SIZE or _SIZE
    start = len(out) - back
    if start >= 0:
        piece = out[start : start + length]
        out += piece if back >= length else (piece * length)[:length]
        return
    for at in range(start, start + length):
        out.append(out[at] if at >= 0 else 0)
