"""What is particular to Word 6 and 95: one byte a character, in many code pages.

"Microsoft Word 6.0 for Windows, File Format Specification" (FFN, styles); the code pages by a font's character set are
those of RTF. Text in a font that states no character set, in a document that states no language, is told as guessed.
"""

from __future__ import annotations

import struct

from triage.parsers.kit.charset_names import page_of_language
from triage.parsers.kit.rtf_words import CHARSETS
from triage.parsers.office.word97.sprms import block, look

_SUFFIXES = {" cyr": "cp1251", " ce": "cp1250", " greek": "cp1253", " tur": "cp1254", " baltic": "cp1257"}
_PLAIN = (0, 1, 2, 255)
"""Character sets that say nothing about the code page: western, default, symbol, the old console's."""


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
        codecs.append(by_name if characters in _PLAIN else CHARSETS.get(characters, ""))
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
