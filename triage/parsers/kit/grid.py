"""The cells of one sheet as they come, shared by the workbook formats.

A cell's text is what its reader sees; the number behind it, where that says more, goes to "alternative" (dates in ISO
8601). A number without a format stands in the text as the formula bar shows it, and rounded as in its cell beside it.
Hidden sheets, rows and columns, values that their format hides, and white text go to "hidden".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from triage.messages import say
from triage.model.messages import Message
from triage.parsers.kit.cell_formats import general, is_date, iso, narrow, shown
from triage.parsers.kit.texts import Texts

_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[LCRPNDTZFABIUSEXYGHOk+-])')

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


@dataclass(slots=True)
class CellStyle:
    """What a cell's format index means for its text: the number format's code, and whether it is white on white."""

    code: str = "General"
    unseen: bool = False


class Grid:
    """Takes a sheet's cells row by row and puts them into ``texts``; columns count from 0."""

    def __init__(self, texts: Texts, formats: list[CellStyle], from_1904: bool, hidden: bool) -> None:
        self._texts = texts
        self._formats = formats
        self._from_1904 = from_1904
        self._hidden = hidden
        self._hidden_columns: list[tuple[int, int]] = []
        self._formulas: set[str] = set()
        self._lines: dict[str, list[str]] = {"body": [], "hidden": [], "alternative": []}
        self.row_hidden = False
        self._rows = self._sheet = 0

    def _count_row(self) -> None:
        self._rows += 1
        if self._rows == 1:
            self._texts.sheets += 1
            self._sheet = self._texts.sheets
            self._texts.reached = self._reached

    def _reached(self) -> Message:
        return say("place-row", row=self._rows, sheet=self._sheet)

    def hide_columns(self, first: int, last: int) -> None:
        """Note that these columns aren't shown."""
        self._hidden_columns.append((first, last))

    def text(self, value: str, column: int, style: int) -> None:
        """Add a cell that holds text."""
        unseen = self._hides(column) or self._style(style).unseen
        self._lines["hidden" if unseen else "body"].append(value)

    def number(self, value: float, column: int, style: int) -> None:
        """Add a cell that holds a number: as its format shows it, and what stands behind where that says more."""
        form = self._style(style)
        text, other = _told(value, form.code, self._from_1904)
        unseen = self._hides(column) or form.unseen or not text
        self._lines["hidden" if unseen else "body"].append(text or general(value))
        if text and other and other != text:
            self._lines["alternative"].append(other)

    def error(self, code: int, column: int, style: int) -> None:
        """Add a cell that shows an error, by its code in the binary formats (MS-XLS 2.5.10 BErr)."""
        self.text(_ERRORS.get(code, "#ERROR!"), column, style)

    def formula(self, text: str, mark: str = "=") -> None:
        """Add a formula, or without its ``mark`` a string in one, each once for a sheet."""
        if text and text not in self._formulas:
            self._formulas.add(text)
            self._texts.add("fieldcode", mark + text)

    def end_row(self) -> None:
        """Close the row: its cells are separated by tabs."""
        filled = False
        for origin, cells in self._lines.items():
            if cells:
                self._texts.add(origin, "\t".join(cells))
                cells.clear()
                filled = True
        if filled:
            self._count_row()

    def _style(self, index: int) -> CellStyle:
        return self._formats[index] if 0 <= index < len(self._formats) else CellStyle()

    def _hides(self, column: int) -> bool:
        if self._hidden or self.row_hidden:
            return True
        return any(first <= column <= last for first, last in self._hidden_columns)


@lru_cache(maxsize=4096)
def _told(value: float, code: str, from_1904: bool) -> tuple[str, str]:
    """Return a number as its format shows it, and another way to say it; sheets repeat their dates and amounts."""
    text = shown(value, code, from_1904)
    behind = iso(value, from_1904) if is_date(code) else general(value)
    return text, narrow(value) if behind == text else behind


def plain_margin(text: str) -> str:
    """Return a header's or footer's text without its codes (ECMA-376-1 18.3.1.46, MS-XLS 2.4.136)."""
    return _CODES.sub(" ", text).replace("&&", "&").strip()
