"""Text in enhanced Windows metafiles, and whole files in their comments. Nothing is drawn.

MS-EMF 2.3.5 (ExtTextOutA and W, SmallTextOut, PolyTextOutW), 2.3.12 (transforms of the place), 2.3.3 (comments);
MS-EMFPLUS 2.3.4.14 (DrawString).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from math import hypot

from triage.parsers.kit.drawing.drawn_text import GLYPHS, MOST_RECORDS, Drawing, Font, Lines
from triage.parsers.kit.rtf_words import CHARSETS

_NO_RECTANGLE, _SMALL_BYTES = 0x100, 0x200
_DEEPEST = 1000
"""States that are kept by SaveDC at most; older ones are forgotten."""

Transform = tuple[float, float, float, float, float, float]
"""How a place is transformed (2.2.28 XForm): x becomes a*x + c*y + e, y becomes b*x + d*y + f."""
_AS_IT_IS: Transform = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _then(first: Transform, second: Transform) -> Transform:
    a, b, c, d, e, f = second
    across = [first[i] * a + first[i + 1] * c for i in (0, 2, 4)]
    down = [first[i] * b + first[i + 1] * d for i in (0, 2, 4)]
    return across[0], down[0], across[1], down[1], across[2] + e, down[2] + f


def records(untrusted_data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (kind, body) of each record; ends where a record is cut."""
    at = 0
    for _ in range(MOST_RECORDS):
        if at + 8 > len(untrusted_data):
            return
        kind, size = struct.unpack_from("<II", untrusted_data, at)
        if size < 8:
            return
        yield kind, untrusted_data[at + 8 : at + size]
        at += size


class Emf(Drawing):
    """One metafile being read."""

    def __init__(self) -> None:
        super().__init__()
        self._plus = Lines()
        self._transform = _AS_IT_IS
        self._saved: list[tuple[Transform, Font, bool]] = []

    def read(self, data: bytes) -> list[str]:
        """Return the lines of text; those of the newer records (EMF+) where the older ones say nothing."""
        for kind, body in records(data):
            self.take(kind, body)
        return self.lines.done or self._plus.done

    def _handle(self, kind: int, body: bytes) -> None:
        match kind:
            case 83 | 84:  # ExtTextOutA, ExtTextOutW
                self._text(body, 28, kind - 82)
            case 108:
                self._small(body)
            case 97:  # PolyTextOutW
                for index in range(min(struct.unpack_from("<I", body, 28)[0], 10_000)):
                    self._text(body, 32 + 40 * index, 2)
            case 82:  # ExtCreateFontIndirectW
                number, height = struct.unpack_from("<Ii", body)
                self.fonts[number] = Font(abs(height), CHARSETS.get(body[27], "cp1252"))
            case 37:  # SelectObject
                self.font = self.fonts.get(struct.unpack_from("<I", body)[0], self.font)
            case 22:  # SetTextAlign
                self.from_pen = bool(body[0] & 1)
            case 27:  # MoveToEx
                self.moved = True
            case 33:  # SaveDC
                self._saved.append((self._transform, self.font, self.from_pen))
                del self._saved[:-_DEEPEST]
            case 34:
                self._restore(body)
            case 35:  # SetWorldTransform
                self._turn(struct.unpack_from("<6f", body))
            case 36:  # ModifyWorldTransform: back to none, one before what is, one after it, one in its place (2.1.24)
                change, now = struct.unpack_from("<6f", body), self._transform
                mode = struct.unpack_from("<I", body, 24)[0]
                self._turn({1: _AS_IT_IS, 2: _then(change, now), 3: _then(now, change), 4: change}.get(mode, now))
            case 70:
                self._comment(body)

    def _restore(self, body: bytes) -> None:
        """Return to a state that was saved: -1 is the last one (2.3.11 RestoreDC)."""
        back = struct.unpack_from("<i", body)[0]
        if -len(self._saved) <= back < 0:
            transform, self.font, self.from_pen = self._saved[back]
            del self._saved[back:]
            self._turn(transform)

    def _turn(self, transform: Transform) -> None:
        """Take a transform; one that differs puts the pen at another place."""
        self.moved |= transform != self._transform
        self._transform = transform

    def _draw(self, text: str, x: int, y: int, width: int | None) -> None:
        a, b, c, d, e, f = self._transform
        wide = None if width is None else width * hypot(a, b)
        self.put(text, a * x + c * y + e, b * x + d * y + f, wide, hypot(c, d))

    def _text(self, body: bytes, at: int, width: int) -> None:
        """Take an EmrText object (2.2.5), whose offsets count from the record's beginning, 8 bytes before the body."""
        x, y, count, offset, options, _, _, _, _, steps = struct.unpack_from("<iiIIIiiiiI", body, at)
        if options & GLYPHS or offset < 8:
            return
        raw = body[offset - 8 : offset - 8 + count * width]
        advance = None
        if 0 < count < 65536 and 8 <= steps <= len(body) + 8 - 4 * count:
            advance = sum(struct.unpack_from(f"<{count}I", body, steps - 8))
        self._draw(raw.decode("utf-16-le" if width == 2 else self.font.codec, "replace"), x, y, advance)

    def _small(self, body: bytes) -> None:
        x, y, count, options = struct.unpack_from("<iiII", body)
        if options & GLYPHS:
            return
        start = 28 + (0 if options & _NO_RECTANGLE else 16)
        width, codec = (1, "latin-1") if options & _SMALL_BYTES else (2, "utf-16-le")
        self._draw(body[start : start + count * width].decode(codec, "replace"), x, y, None)

    def _comment(self, body: bytes) -> None:
        """Take the text of EMF+ records, which stands beside the older records or in their place."""
        at = 8
        while body[4:8] == b"EMF+" and at + 12 <= len(body):
            kind, _, size, _ = struct.unpack_from("<HHII", body, at)
            if kind == 0x401C:
                count, x, y = struct.unpack_from("<8xIff", body, at + 12)
                text = body[at + 40 : at + 40 + 2 * min(count, len(body))].decode("utf-16-le", "replace")
                self._plus.add(text, x, y, None, 1.0)
            if size < 12:
                return
            at += size


PUBLIC = b"GDIC"
"""The beginning of a public comment, which may keep files (2.3.3)."""
_SEVERAL, _MOST_FILES = 0x40000004, 16


def embedded_files(untrusted_data: bytes) -> Iterator[bytes]:
    """Yield the whole files that a metafile keeps beside its drawing, such as the PDF that was pasted (2.3.3.4.3)."""
    for kind, body in records(untrusted_data):
        if kind != 70 or body[4:8] != PUBLIC or len(body) < 32 or struct.unpack_from("<I", body, 8)[0] != _SEVERAL:
            continue
        for at in range(32, 32 + 16 * min(struct.unpack_from("<I", body, 28)[0], _MOST_FILES), 16):
            if at + 16 > len(body):
                break
            size, offset = struct.unpack_from("<II", body, at + 8)
            data = body[4 + offset : 4 + offset + size]  # counted from the comment's identifier
            if data:
                yield data
