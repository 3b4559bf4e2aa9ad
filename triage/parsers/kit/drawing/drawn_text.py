"""Text drawn piece by piece: joins the pieces of a metafile into lines by the places they are drawn at.

Shared by both kinds of metafile (``metafile``, ``emf``); reads no bytes itself.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

MOST_RECORDS = 1_000_000
"""Bound of one picture; what lies beyond is a drawing, no text of a person."""
GLYPHS = 0x10
"""The option of a text record that names glyphs of a font where others name characters (MS-WMF 2.1.2.2)."""
_JOINED, _DOUBTFUL, _SAME_LINE = 0.15, 0.35, 0.3
"""Gaps, in heights of the font, under which two pieces are one word, may be one, and two heights are one line."""
_GAP = "\0"
"""Stands for a gap that may be a blank until the whole picture is known."""


@dataclass(slots=True)
class Font:
    """A font's height, in units of the drawing, and the codec of its single bytes."""

    height: float = 12.0
    codec: str = "cp1252"


@dataclass(slots=True)
class Lines:
    """Joins pieces of text by the places they are drawn at."""

    _found: list[str] = field(default_factory=list)
    _end: float | None = None
    _y: float = 0.0
    _after_blank: bool = False
    _blanks_drawn: bool = False

    def add(self, text: str, x: float, y: float, width: float | None, height: float) -> None:
        """Add a piece whose reference point is (x, y); ``width`` is None where it isn't said."""
        text = text.replace("\0", "")
        same = bool(self._found) and abs(y - self._y) <= height * _SAME_LINE
        gap = x - self._end if same and self._end is not None else None
        follows = gap is not None and gap >= -height
        if not text.strip():
            self._after_blank |= follows and bool(text)
            return
        if not follows or gap is None:
            self._found.append(text)
        else:
            self._found[-1] += self._between(gap, height) + text
        self._after_blank = False
        self._end = None if width is None else x + width
        self._y = y

    def _between(self, gap: float, height: float) -> str:
        if self._after_blank:
            self._blanks_drawn = True
            return " "
        if gap < height * _JOINED:
            return ""
        return _GAP if gap < height * _DOUBTFUL else " "

    def go_on(self, text: str) -> None:
        """Add a piece right behind the one before."""
        if self._found:
            self._found[-1] += text.replace("\0", "")
        elif text.strip():
            self._found.append(text)

    @property
    def done(self) -> list[str]:
        """The lines so far. Where a picture draws its blanks as pieces, a small gap is only a wide letter's."""
        return [line.replace(_GAP, "" if self._blanks_drawn else " ") for line in self._found]


class Drawing:
    """What both kinds of metafile share: fonts by number, the pen's place, and whether text is drawn from there."""

    def __init__(self) -> None:
        self.lines = Lines()
        self.fonts: dict[int, Font] = {}
        self.font = Font()
        self.from_pen = False
        self.moved = True

    def take(self, kind: int, body: bytes) -> None:
        """Take one record; a damaged one is passed over."""
        try:
            self._handle(kind, body)
        except (struct.error, IndexError):
            return

    def _handle(self, kind: int, body: bytes) -> None:
        """Take one record. Raises struct.error or IndexError where it is damaged."""

    def put(self, text: str, x: float, y: float, width: float | None, scale: float = 1.0) -> None:
        """Add a piece of text; one drawn from the pen's place goes on where the one before ended.

        ``scale`` is how many units of the place one unit of the font's height takes.
        """
        if self.from_pen and not self.moved:
            self.lines.go_on(text)
        else:
            self.lines.add(text, x, y, width, max(self.font.height * scale, 1.0))
        self.moved = False
