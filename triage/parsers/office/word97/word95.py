"""What is particular to Word 6 and 95: short property codes, and one byte a character in many code pages.

"Microsoft Word 6.0 for Windows, File Format Specification" (FFN, sprms); the code pages by a font's character set are
those of RTF. Text in a font that states no character set, in a document that states no language, is told as guessed.
"""

from __future__ import annotations

import struct

from triage.parsers.kit.charset_names import page_of_language
from triage.parsers.kit.rtf_words import CHARSETS

DELETED, INSERTED, HIDDEN, SPECIAL = 1, 2, 4, 8

_FLAGS = {65: DELETED, 66: INSERTED, 92: HIDDEN, 117: SPECIAL}
_FONT = 93
_SIZES = {
    65: 1,
    66: 1,
    67: 1,
    69: 2,
    70: 4,
    71: 1,
    72: 2,
    73: 3,
    75: 1,
    80: 2,
    83: 0,
    85: 1,
    86: 1,
    87: 1,
    88: 1,
    89: 1,
    90: 1,
    91: 1,
    92: 1,
    93: 2,
    94: 1,
    95: 3,
    96: 2,
    97: 2,
    98: 1,
    99: 2,
    100: 1,
    101: 2,
    102: 1,
    104: 1,
    107: 2,
    109: 2,
    110: 2,
    117: 1,
    118: 1,
}
"""Bytes of a character property's operand."""
_COUNTED = frozenset({68, 74, 81, 82, 103, 105, 106, 108})
"""Character properties whose operand begins with its size."""
_SUFFIXES = {" cyr": "cp1251", " ce": "cp1250", " greek": "cp1253", " tur": "cp1254", " baltic": "cp1257"}
_PLAIN = (0, 1, 2, 255)
"""Character sets that say nothing about the code page: western, default, symbol, the old console's."""


def old_look(grpprl: bytes) -> tuple[int, str, int]:
    """Return (flags, symbol, font) of a list of property modifiers; font is -1 where none is named."""
    flags, font, at = 0, -1, 0
    while at + 1 < len(grpprl):
        code = grpprl[at]
        size = 1 + grpprl[at + 1] if code in _COUNTED else _SIZES.get(code, -1)
        operand = grpprl[at + 1 : at + 1 + size]
        if size < 0 or len(operand) < size:
            break
        if code in _FLAGS:
            flags = flags | _FLAGS[code] if operand[0] & 1 else flags & ~_FLAGS[code]
        elif code == _FONT:
            font = int.from_bytes(operand, "little")
        at += 1 + size
    return flags, "", font


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
    offset, size = struct.unpack_from("<II", main, 0xD0)
    table = main[offset : offset + size]
    found, at = [], 2
    while at + 6 < len(table):
        characters, name = table[at + 4], table[at + 6 : at + 1 + table[at]].partition(b"\0")[0].lower()
        by_name = next((codec for end, codec in _SUFFIXES.items() if name.endswith(end.encode())), "")
        found.append(by_name if characters in _PLAIN else CHARSETS.get(characters, ""))
        at += 1 + table[at]
    return found


def _usual_font(main: bytes) -> int:
    """Return the font of text that names none: that of the style "Normal", else the style sheet's own, else 0.

    After the sheet's head (its size, then fields) stands the first style: its size, a base of a stated size, a counted
    name with NUL, the paragraph properties and the character properties, each with their size before and on even bytes.
    """
    offset, size = struct.unpack_from("<II", main, 0x60)
    sheet = main[offset : offset + size]
    if len(sheet) < 16:
        return 0
    head, base = struct.unpack_from("<H2xH", sheet)
    style = sheet[4 + head : 4 + head + int.from_bytes(sheet[2 + head : 4 + head], "little")]
    at = base + 2 + style[base] if len(style) > base else 0
    at += at % 2
    paragraph = int.from_bytes(style[at : at + 2], "little")
    at += 2 + paragraph + paragraph % 2
    looks = style[at + 2 : at + 2 + int.from_bytes(style[at : at + 2], "little")]
    font = old_look(looks)[2]
    return font if font >= 0 else int.from_bytes(sheet[14:16], "little")
