"""The cells of an Office Open XML workbook: shared strings, styles, and one pass over each sheet.

ECMA-376-1 18.3, 18.4 and 18.8. What is shown and what is hidden is told apart in ``grid``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from triage.parsers.kit.cells.formatting import BUILTIN
from triage.parsers.kit.cells.grid import CellStyle, Grid, plain_margin
from triage.parsers.kit.list_labels import whole
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import Element, attribute, local, names
from triage.parsers.office.ooxml.word_styles import is_raised
from triage.text import raised


class Strings:
    """The shared strings (18.4.9), and which of them a cell uses."""

    def __init__(self) -> None:
        self.items: list[str] = []
        self.used: set[int] = set()
        self.lost = 0

    def read(self, events: Iterable[tuple[str, Element]], texts: Texts) -> None:
        """Read the table, also as Excel 2007 wrote it before its release; reading aids (phonetic runs) are "hidden".

        ``events`` are the ends of its items. In a table that was mended strings may stand inside of one that has no
        end; that comes before them.
        """
        inside = False
        for _, element in events:
            within = sum(1 for _ in element.iter("{*}si", "{*}sstItem")) - 1 if inside else 0
            self.items.insert(len(self.items) - within, rich(element, texts))
            holder = element.getparent()
            inside = holder is not None and holder.getparent() is not None
            if inside:
                continue
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]

    def take(self, index: str) -> str:
        """Return a string by its number, "" where there is none."""
        try:
            number = int(index)
            text = self.items[number] if number >= 0 else ""
        except (ValueError, IndexError):
            self.lost += bool(index)  # an empty cell may be said to hold a string
            return ""
        self.used.add(number)
        return text

    def leftovers(self) -> list[str]:
        """Return the strings that no cell uses."""
        return [text for number, text in enumerate(self.items) if number not in self.used]


def rich(element: Element, texts: Texts) -> str:
    """Return the text of a string item or inline string, runs joined (18.4.8)."""
    parts = []
    for child in element:
        tag = local(child)
        if tag == "t":
            parts.append(child.text or "")
        elif tag == "r":
            text = "".join(t.text or "" for t in child if local(t) == "t")
            parts.append(raised(text) if any(local(e) == "rPr" and is_raised(e) for e in child) else text)
        elif tag == "rPh":
            texts.add("hidden", "".join(child.itertext()))
    return unescape("".join(parts))


_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """Return a string with the ``_x000D_`` escapes (22.9.2.19) turned into their characters."""
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text


def styles(root: Element | None) -> list[CellStyle]:
    """Return the cell formats in the order of their index (18.8.10)."""
    tables: dict[str, Element] = {local(e): e for e in root} if root is not None else {}
    codes = dict(BUILTIN)
    for entry in tables.get("numFmts", ()):
        codes[whole(attribute(entry, "numFmtId"), -2)] = attribute(entry, "formatCode")
    white = {at for at, font in enumerate(tables.get("fonts", ())) if any(map(_is_white, font.iter("{*}color")))}
    plain = {at for at, fill in enumerate(tables.get("fills", ())) if all(map(_is_plain, fill))}
    cells = []
    for entry in tables.get("cellXfs", ()):
        number, font, fill = (whole(attribute(entry, name), -1) for name in ("numFmtId", "fontId", "fillId"))
        cells.append(CellStyle(codes.get(number, "General"), font in white and fill in plain))
    return cells


def _is_white(color: Element) -> bool:
    return attribute(color, "rgb").upper() in ("FFFFFFFF", "00FFFFFF") or attribute(color, "indexed") in ("1", "9")


def _is_plain(pattern: Element) -> bool:
    return local(pattern) == "patternFill" and attribute(pattern, "patternType") in ("none", "")


SHEET_TAGS = tuple(
    (
        "c row col oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter dataValidation hyperlink "
        "formula1 formula2 formula inputCells scenario protectedRange cfRule"
    ).split()
)


class XlsxSheet:
    """Reads one sheet's part into its grid."""

    def __init__(self, texts: Texts, strings: Strings, grid: Grid) -> None:
        self._texts = texts
        self._strings = strings
        self._grid = grid

    def read(self, events: Iterable[tuple[str, Element]]) -> None:
        """Read the ends of ``SHEET_TAGS``; cells come one by one, so that a row of any length takes little memory."""
        begins = True
        for _, element in events:
            tag = names[element.tag]
            if tag == "c":
                if begins:
                    begins = False
                    self._grid.row_hidden = attribute(element.getparent(), "hidden") in ("1", "true")
                self._cell(element)
                element.clear()
            elif tag == "row":
                begins = True
                self._grid.end_row()
                element.clear()
                while element.getprevious() is not None:  # what was read is freed
                    del element.getparent()[0]
                if self._texts.full:
                    return
            elif tag == "col":
                first, last = (whole(attribute(element, name), 0) for name in ("min", "max"))
                if attribute(element, "hidden") in ("1", "true") and first and last:
                    self._grid.hide_columns(first - 1, last - 1)
            else:
                self._other(tag, element)
        self._grid.end_row()

    def _cell(self, element: Element) -> None:
        value = inline = None
        for child in element:
            tag = names[child.tag]
            if tag == "v":
                value = child.text
            elif tag == "is":
                inline = rich(child, self._texts)
            elif tag == "f" and child.text:
                self._grid.formula(unescape(child.text))
        kind = element.get("t")
        if value is None and inline is None:
            return
        column, style = _column(element.get("r") or ""), whole(element.get("s") or "", 0)
        if kind in (None, "n") and value is not None:
            try:
                number = float(value)
            except ValueError:
                self._grid.text(value, column, style)
            else:
                self._grid.number(number, column, style)
            return
        if kind == "s":
            text = self._strings.take(value or "")
        elif kind == "b":
            text = inline or ("TRUE" if (value or "").strip() in ("1", "true") else "FALSE")
        else:
            text = inline or unescape(value or "")
        if text:
            self._grid.text(text, column, style)

    def _other(self, tag: str, element: Element) -> None:
        if tag.endswith(("Header", "Footer")):
            self._texts.add("margin", plain_margin(unescape(element.text or "")))
        elif tag in ("formula", "formula1", "formula2"):
            self._grid.formula(unescape("".join(element.itertext()).strip()))
        elif tag == "cfRule":
            for formula in element.iter("{*}f"):
                self._grid.formula(unescape(formula.text or ""))
        elif tag in ("dataValidation", "hyperlink", "scenario", "inputCells", "protectedRange"):
            for name in ("promptTitle", "prompt", "errorTitle", "error", "display", "tooltip", "location"):
                self._texts.add("annotation", unescape(attribute(element, name)))
            for name in ("name", "comment", "val", "user"):
                self._texts.add("hidden", unescape(attribute(element, name)))


def _column(reference: str) -> int:
    """Return the number, from 0, of the column in a cell's reference such as "AB12"; -1 where there is none."""
    number = 0
    for character in reference:
        if not character.isalpha():
            break
        number = number * 26 + ord(character.upper()) - 64
    return number - 1
