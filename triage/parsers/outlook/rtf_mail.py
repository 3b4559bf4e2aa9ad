"""RTF as mail bodies use it: the HTML or the text that was wrapped into it taken out again.

MS-OXRTFEX for the wrapping. Only text is wanted: fonts matter for their character sets, all other formatting is passed
over. One pass, groups kept in a list, so that depth costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.rtf_words import CHARSETS

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z\r\n])"
    rb"|[\r\n]*\{\\\*\\htmltag\d{0,9} ?([^\\{}\r\n]*)\}|([{}])|([^\\{}\r\n]+)|(\\?[\r\n]+)|\\"
)
_WORD, _NUMBER, _CODE, _ESCAPE, _TAG, _BRACE, _TEXT = range(1, 8)
"""The groups of a token. A whole tag of wrapped HTML is one, as such a body is made of little else."""

_LONG = 256
"""Bytes that are decoded in one go at the least, so that looking whether they are plain stays cheap."""

_SIGNS = {
    b"par": "\n",
    b"line": "\n",
    b"sect": "\n",
    b"page": "\n",
    b"row": "\n",
    b"tab": "\t",
    b"cell": "\t",
    b"nestcell": "\t",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"endash": "–",
    b"emdash": "—",
    b"emspace": " ",
    b"enspace": " ",
    b"nestrow": "\n",
    b"zwj": "\u200d",
    b"zwnj": "\u200c",
}
_ESCAPES = {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"-": ""}
_SILENT = frozenset(
    (b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata", b"datastore", b"generator")
)


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
        self._words: dict[bytes, Callable[[bytes, bytes | None], None]] = {
            **dict.fromkeys(_SIGNS, self._sign),
            **dict.fromkeys(_SILENT, self._silence),
            b"u": self._unicode,
            b"uc": self._count,
            b"htmlrtf": self._wrapping,
            b"f": self._choose_font,
            b"fcharset": self._set_charset,
            b"ansicpg": self._set_default,
        }

    def read(self, rtf: bytes) -> str:
        words = self._words
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
                if word in words:
                    words[word](word, match[_NUMBER])
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
        """Take a group that holds one tag and nothing else."""
        self._part()
        self._to_skip = 0
        if self._html and not (self._group.silent or self._group.fonts):
            self._bytes += text

    def _brace(self, brace: bytes) -> None:
        self._part()
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
            self._hear()

    def _escape(self, sign: bytes) -> None:
        if sign == b"*":
            self._group.marked = True
        elif self._to_skip:
            self._to_skip -= 1
        else:
            self._say(_ESCAPES.get(sign, ""))

    def _raw(self, text: bytes) -> None:
        if self._to_skip:
            cut = min(self._to_skip, len(text))
            self._to_skip -= cut
            text = text[cut:]
        if not self._mute:
            self._bytes += text

    def _say(self, text: str) -> None:
        if self._mute:
            return
        self._part()
        if self._bytes and text.isascii():
            self._bytes += text.encode()
        else:
            self._flush()
            self._out.append(text)

    def _hear(self) -> None:
        """Set whether what comes is passed over, after the group or what it keeps has changed."""
        group = self._group
        self._mute = group.silent or group.fonts or (self._html and group.in_rtf and not group.in_tag)

    def _part(self) -> None:
        """End a run of bytes, as what stands on both sides is no part of one character; plain letters may wait."""
        if len(self._bytes) > _LONG or not self._bytes.isascii():
            self._flush()

    def _flush(self) -> None:
        if self._bytes:
            data = bytes(self._bytes)
            plain = data.isascii()
            self._out.append(data.decode("ascii") if plain else decode_text(data, self._group.charset)[0])
            self._bytes.clear()

    def _sign(self, word: bytes, number: bytes | None) -> None:
        if not (self._html and self._group.in_tag) or word in (b"par", b"tab", b"line"):
            self._say(_SIGNS[word])

    def _unicode(self, word: bytes, number: bytes | None) -> None:
        if number is not None:
            self._say(_code(int(number)))
            self._to_skip = self._group.skip

    def _count(self, word: bytes, number: bytes | None) -> None:
        self._group.skip = min(max(int(number or 0), 0), 8)

    def _wrapping(self, word: bytes, number: bytes | None) -> None:
        self._group.in_rtf = number is None or int(number) != 0
        self._hear()

    def _silence(self, word: bytes, number: bytes | None) -> None:
        if word == b"fonttbl":
            self._group.fonts = True
        self._group.silent = word != b"fonttbl"
        self._hear()

    def _destination(self, word: bytes) -> None:
        """Enter a destination that readers who don't know it pass over: only tags of wrapped HTML are known."""
        group = self._group
        group.marked = False
        if word == b"htmltag" and self._html:
            group.in_tag = True
        elif word not in (b"uc", b"u", b"htmlrtf", b"fldinst"):
            group.silent = True
        self._hear()

    def _choose_font(self, word: bytes, number: bytes | None) -> None:
        if number is None:
            return
        self._font = int(number)
        if not self._group.fonts:
            self._write_in(self._fonts.get(self._font, self._default))

    def _set_charset(self, word: bytes, number: bytes | None) -> None:
        if number is not None and self._group.fonts and int(number) in CHARSETS:
            self._fonts[self._font] = CHARSETS[int(number)] if int(number) else self._default

    def _set_default(self, word: bytes, number: bytes | None) -> None:
        if number is not None:
            self._default = f"cp{int(number)}"
            self._write_in(self._default)

    def _write_in(self, charset: str) -> None:
        """Take what comes, and nothing before it, as written in this character set."""
        if charset != self._group.charset:
            self._flush()
            self._group.charset = charset


def _code(number: int) -> str:
    """Return the character of a \\uN word; halves of a surrogate pair are joined with the whole text."""
    return chr(number & 0xFFFF)
