"""The runs of a Word 6 to 2003 document: the piece table joined with the character properties.

MS-DOC 2.8.35 (Clx), 2.9.177 (Pcd), 2.9.73 (FcCompressed), 2.8.25 and 2.9.41 (ChpxFkp), 2.6.1 (Sprms). Word 6 and 95
have one byte a character, in many code pages ("Microsoft Word 6.0 for Windows, File Format Specification": FFN,
styles); those by a font's character set are those of RTF. Text in a font that states no character set, in a document
that states no language, is told as guessed.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from triage.errors import FormatError
from triage.parsers.kit.charset_names import page_of_language
from triage.parsers.kit.rtf_words import CHARSETS
from triage.parsers.office.word97.sprms import Look, block, look, placed

DocPiece = tuple[int, int, int, int]
"""A stretch of text: its first character and that after its last, the byte of its first, bytes a character."""

_PLAIN = Look()
_SUFFIXES = {" cyr": "cp1251", " ce": "cp1250", " greek": "cp1253", " tur": "cp1254", " baltic": "cp1257"}
_PLAIN_SETS = (0, 1, 2, 255)
"""Character sets that say nothing about the code page: western, default, symbol, the old console's."""


@dataclass(frozen=True, slots=True)
class DocRun:
    """Text of one look, from byte ``at`` of the main stream on, each character ``width`` bytes wide."""

    text: str
    look: Look
    at: int
    width: int


def _pieces(main: bytes, table: bytes, old: bool) -> list[DocPiece]:
    """Return the pieces in order. Raises struct.error or ValueError where the piece table is damaged."""
    offset, size = struct.unpack_from("<II", main, 0x160 if old else 0x1A2)
    clx = table[offset : offset + size]
    if old and not (main[0x0A] & 4 and clx):
        first, last = struct.unpack_from("<II", main, 0x18)
        return [(0, last - first, first, 1)]
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        raise FormatError("word-without-piece-table")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    body = clx[at + 5 : at + 5 + size]
    count = (len(body) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", body)
    stretches = []
    for index in range(count):
        place = struct.unpack_from("<I", body, 4 * (count + 1) + 8 * index + 2)[0]
        packed = bool(place & 0x40000000)
        start = (place & 0x3FFFFFFF) // 2 if packed else place & 0x3FFFFFFF
        stretches.append((bounds[index], bounds[index + 1], start, 1 if packed or old else 2))
    return stretches


class Runs:
    """All text of a document, by character position."""

    def __init__(self, main: bytes, table: bytes, old: bool) -> None:
        self._main = main
        self._pieces = _pieces(main, table, old)
        self.broken = any(
            last < first or offset + (last - first) * width > len(main) for first, last, offset, width in self._pieces
        )
        self.fonts = OldFonts(main) if old else None
        bins = block(main, table, 0xB8 if old else 0xFA)
        looks = (
            (start, look(page[at + 1 : at + 1 + page[at]] if at else b"", old))
            for start, page, at in placed(main, bins, 2 if old else 4, 1)
        )
        self._looks = sorted(looks, key=itemgetter(0)) or [(0, _PLAIN)]

    def between(self, first: int, last: int) -> Iterator[DocRun]:
        """Yield the runs of the characters from ``first`` up to ``last``."""
        for begin, end, offset, width in self._pieces:
            low, high = max(first, begin), min(last, end)
            if low < high:
                start = offset + (low - begin) * width
                yield from self._looked(start, start + (high - low) * width, width)

    def _looked(self, start: int, end: int, width: int) -> Iterator[DocRun]:
        """Yield the runs of the bytes from ``start`` to ``end`` of the main stream."""
        end = min(end, len(self._main))
        index = max(bisect_right(self._looks, start, key=itemgetter(0)) - 1, 0)
        while start < end:
            following = self._looks[index + 1][0] if index + 1 < len(self._looks) else end
            stop = min(max(following, start + width), end)
            stop -= (stop - start) % width
            if stop <= start:
                stop = end
            its = self._looks[index][1] if index < len(self._looks) else _PLAIN
            yield DocRun(self._decoded(self._main[start:stop], width, its.font), its, start, width)
            start = stop
            index += 1

    def _decoded(self, raw: bytes, width: int, font: int) -> str:
        if width == 2:
            return raw.decode("utf-16-le", "replace")
        return self.fonts.decoded(raw, font) if self.fonts else raw.decode("cp1252", "replace")


def old_codec(main: bytes) -> str:
    """Return the codec of a document as a whole: by its character set (Macintosh), else by its language."""
    language, characters = struct.unpack_from("<6xH12xH", main)
    if main[0x12] == 1 or characters == 0x100:
        return "mac_roman"
    return page_of_language(language)


class OldFonts:
    """Decodes runs by their font; ``guessed`` becomes true where nothing said what letters the bytes are."""

    def __init__(self, main: bytes) -> None:
        self.guessed = False
        self._codec = old_codec(main)
        self._stated = self._codec != "cp1252" or struct.unpack_from("<H", main, 6)[0] != 0
        self._codecs = list(_fonts(main))
        self._usual = _usual_font(main)

    def decoded(self, raw: bytes, font: int) -> str:
        """Return the text of a run in the font of this number (-1: the document's usual one)."""
        number = self._usual if font < 0 else font
        codec = self._codecs[number] if 0 <= number < len(self._codecs) else ""
        if not codec and not self._stated and not raw.isascii():
            self.guessed = True
        return raw.decode(codec or self._codec, "replace")


def _fonts(main: bytes) -> list[str]:
    """Return the codec of each font, "" where its entry doesn't tell (FFN: size, flags, weight, set, alternative)."""
    table = block(main, main, 0xD0)
    codecs, at = [], 2
    while at + 6 < len(table):
        characters, name = table[at + 4], table[at + 6 : at + 1 + table[at]].partition(b"\0")[0].lower()
        by_name = next((codec for end, codec in _SUFFIXES.items() if name.endswith(end.encode())), "")
        codecs.append(by_name if characters in _PLAIN_SETS else CHARSETS.get(characters, ""))
        at += 1 + table[at]
    return codecs


def _usual_font(main: bytes) -> int:
    """Return the font of text that names none: that of the style "Normal", else the style sheet's own, else 0.

    After the sheet's head (its size, then fields) stands the first style: its size, a base of a stated size, a counted
    name with NUL, the paragraph properties and the character properties, each with their size before and on even bytes.
    """
    sheet = block(main, main, 0x60)
    if len(sheet) < 16:
        return 0
    head, base = struct.unpack_from("<H2xH", sheet)
    style = sheet[4 + head : 4 + head + int.from_bytes(sheet[2 + head : 4 + head], "little")]
    at = base + 2 + style[base] if len(style) > base else 0
    at += at % 2
    paragraph = int.from_bytes(style[at : at + 2], "little")
    at += 2 + paragraph + paragraph % 2
    font = look(style[at + 2 : at + 2 + int.from_bytes(style[at : at + 2], "little")], True).font
    return font if font >= 0 else int.from_bytes(sheet[14:16], "little")
