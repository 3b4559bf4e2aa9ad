"""Text in the older Windows metafiles: MS-WMF 2.3.3 (TextOut, ExtTextOut), 2.3.4 (fonts). Draws nothing."""

from __future__ import annotations

import struct

from triage.parsers.kit.drawing.drawn_text import GLYPHS, MOST_RECORDS, Drawing, Font
from triage.parsers.kit.rtf_words import CHARSETS

_MAKES_OBJECT = frozenset({0x2FA, 0x2FC, 0x6FF, 0x1F9, 0x142, 0xF7})


class Wmf(Drawing):
    """One metafile being read."""

    def __init__(self) -> None:
        super().__init__()
        self._used: set[int] = set()

    def read(self, data: bytes) -> list[str]:
        """Return the lines of text of the records behind the header."""
        at = 18
        for _ in range(MOST_RECORDS):
            if at + 6 > len(data):
                break
            size, kind = struct.unpack_from("<IH", data, at)
            if size < 3:
                break
            if kind in _MAKES_OBJECT:
                self._place()
            else:
                self.take(kind, data[at + 6 : at + 2 * size])
            at += 2 * size
        return self.found.done

    def _place(self) -> int:
        """Return the lowest free number, which a new object gets (2.3.4)."""
        number = next(n for n in range(len(self._used) + 1) if n not in self._used)
        self._used.add(number)
        return number

    def _handle(self, kind: int, body: bytes) -> None:
        match kind:
            case 0x521:  # TextOut
                count = struct.unpack_from("<H", body)[0]
                y, x = struct.unpack_from("<hh", body, 2 + count + count % 2)
                self.put(body[2 : 2 + count].decode(self.font.codec, "replace"), x, y, None)
            case 0xA32:
                self._ext_text_out(body)
            case 0x2FB:  # CreateFontIndirect
                number = self._place()
                height = struct.unpack_from("<h", body)[0]
                self.fonts[number] = Font(abs(height), CHARSETS.get(body[13], "cp1252"))
            case 0x12D:  # SelectObject
                self.font = self.fonts.get(struct.unpack_from("<H", body)[0], self.font)
            case 0x1F0:  # DeleteObject
                number = struct.unpack_from("<H", body)[0]
                self._used.discard(number)
                self.fonts.pop(number, None)
            case 0x12E:  # SetTextAlign
                self.from_pen = bool(body[0] & 1)
            case 0x214:  # MoveTo
                self.moved = True

    def _ext_text_out(self, body: bytes) -> None:
        y, x, count, options = struct.unpack_from("<hhHH", body)
        start = 8 + (8 if options & 6 else 0)
        if options & GLYPHS:
            return
        steps = body[start + count + count % 2 :]
        width = sum(struct.unpack_from(f"<{count}h", steps)) if count and len(steps) >= 2 * count else None
        self.put(body[start : start + count].decode(self.font.codec, "replace"), x, y, width)
