"""What the models of lists, sheets and bytes share: a flat table as Qt sees it. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase

from triage.model.items import LISTED
from triage.model.previews import NativeBytes, SheetRows
from ui import theme
from ui.i18n import formatting
from ui.i18n.language import later, tr

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Role = Qt.ItemDataRole


class TableModel(QAbstractTableModel):
    """Rows under ``heads``, which are English; a model says how many rows there are and what their cells say."""

    heads: ClassVar[Sequence[str]] = ()

    def row_total(self) -> int:
        raise NotImplementedError

    def column_total(self) -> int:
        return len(self.heads)

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else self.row_total()

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else self.column_total()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        return tr(self.heads[section]) if across and role == Role.DisplayRole else None


class _PortionedModel(TableModel):
    """A table that loads as it is looked at; ``portion_requested`` carries the start of a missing portion."""

    portion_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.total = 0
        self._portions: dict[int, Any] = {}
        self._requested: set[int] = set()

    def reset(self, total: int = 0, first: Any = None) -> None:
        self.beginResetModel()
        self.total, self._requested = total, {0}
        self._portions = {} if first is None else {0: first}
        self.endResetModel()

    def clear(self) -> None:
        self.reset()

    def portion(self, start: int) -> Any:
        """Return a portion; None where it isn't there yet, and is asked for."""
        if start not in self._portions and start not in self._requested:
            self._requested.add(start)
            self.portion_requested.emit(start)
        return self._portions.get(start)

    def rows_changed(self, first: int, last: int) -> None:
        if last >= first and self.column_total():
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.column_total() - 1))


# Models of an item's original that load as they are looked at: rows of a sheet, lines of bytes.

LINE = 16
"""Bytes in one line."""
CHUNK = 1 << 16
"""Bytes that are asked for at a time."""
_MOST_CHUNKS = 64  # that are kept
_LONG = 300  # characters of a cell that are drawn; the rest is in the line under the table


class Portion(msgspec.Struct, frozen=True):
    """Rows of a sheet, and the cells of them in which a word that was searched stands: (row, column) to its leaf."""

    rows: SheetRows
    hits: dict[tuple[int, int], int] = msgspec.field(default_factory=dict)


def highlighted(rows: SheetRows, terms: dict[str, int]) -> Portion:
    """Make cells safe to show, and find those that hold a word that was hit; for a worker thread."""
    safe = tuple(tuple(formatting.safe_text(cell) if cell else "" for cell in row) for row in rows.rows)
    hits: dict[tuple[int, int], int] = {}
    for number, row in enumerate(safe, rows.first):
        for column, cell in enumerate(row):
            folded = cell.casefold()
            term = next((term for word, term in terms.items() if word in folded), None)
            if term is not None:
                hits[number, column] = term
    return Portion(replace(rows, rows=safe), hits)


class CellsModel(_PortionedModel):
    """One sheet, in portions of as many rows as the first."""

    def __init__(self) -> None:
        super().__init__()
        self._columns = 0
        self._bold = QFont()
        self._bold.setBold(True)
        self._hidden_rows: frozenset[int] = frozenset()
        self._hidden_columns: frozenset[int] = frozenset()
        self._step = 1
        self.hits: dict[tuple[int, int], int] = {}

    def start(self, portion: Portion) -> None:
        rows = portion.rows
        self._columns = rows.columns
        self._hidden_rows, self._hidden_columns = rows.hidden_rows, rows.hidden_columns
        self._step, self.hits = max(1, len(rows.rows)), dict(portion.hits)
        self.reset(rows.total, rows.rows)

    def clear(self) -> None:
        self._columns, self.hits = 0, {}
        super().clear()

    def take(self, portion: Portion) -> None:
        """Take in another portion; what was asked for and isn't here may be asked for again."""
        rows = portion.rows
        self._portions[rows.first] = rows.rows
        self.hits.update(portion.hits)
        self._requested &= self._portions.keys()
        self.rows_changed(rows.first, rows.first + len(rows.rows) - 1)

    def text(self, row: int, column: int) -> str:
        first = row - row % self._step
        rows = self._portions.get(first, ())
        cells = rows[row - first] if row - first < len(rows) else ()
        return cells[column] if column < len(cells) else ""

    def row_total(self) -> int:
        return self.total

    def column_total(self) -> int:
        return self._columns

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            if self.portion(row - row % self._step) is None:
                return "…"
            return self.text(row, column)[:_LONG].replace("\n", " ⏎ ")
        if role == Role.TextAlignmentRole:
            return _alignment(self.text(row, column))
        term = self.hits.get((row, column))
        if role == Role.BackgroundRole and term is not None:
            return theme.colour(theme.ground(term))
        if role == Role.FontRole and term is not None and term < LISTED:
            return self._bold
        if role == Role.ForegroundRole:
            hidden = row in self._hidden_rows or column in self._hidden_columns
            return theme.colour("hit text" if term is not None else "muted" if hidden else "text")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role != Role.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        name = letters(section) if across else formatting.number(section + 1)
        hidden = section in (self._hidden_columns if across else self._hidden_rows)
        return tr("{name} hidden", name=name) if hidden else name


def letters(column: int) -> str:
    """Return a column's letters: 0 is A, 26 is AA."""
    before, letter = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + letter)


def _alignment(text: str) -> Qt.AlignmentFlag:
    number = text[:1] in "-0123456789" and text.replace(".", "").replace("-", "").isdigit() if text else False
    side = Qt.AlignmentFlag.AlignRight if number or formatting.right_to_left(text) else Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side


class Octets(_PortionedModel):
    heads = (later("Offset"), later("Bytes"), later("As ASCII"))

    def __init__(self) -> None:
        super().__init__()
        self.font: QFont = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)

    def start(self, chunk: NativeBytes) -> None:
        self.reset(chunk.total, chunk.data)

    def take(self, chunk: NativeBytes) -> None:
        if len(self._portions) >= _MOST_CHUNKS:
            oldest = next(iter(self._portions))
            del self._portions[oldest]
            self._requested.discard(oldest)
        self._portions[chunk.start] = chunk.data
        first = chunk.start // LINE
        self.rows_changed(first, min(self.row_total(), first + CHUNK // LINE) - 1)

    def set_size(self, points: float) -> None:
        self.font.setPointSizeF(points)
        self.layoutChanged.emit()

    def line(self, row: int) -> bytes | None:
        """Return a line's bytes; None where they aren't there yet, and are asked for."""
        start = row * LINE
        data = self.portion(start - start % CHUNK)
        return None if data is None else data[start % CHUNK : start % CHUNK + LINE]

    def row_total(self) -> int:
        return -(-self.total // LINE)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        if role == Role.FontRole:
            return self.font
        if role == Role.ForegroundRole:
            return theme.colour("muted" if index.column() == 0 else "text")
        if role != Role.DisplayRole:
            return None
        if index.column() == 0:
            return f"{index.row() * LINE:08x}"
        line = self.line(index.row())
        if line is None:
            return "…"
        return line.hex(" ") if index.column() == 1 else ascii_of(line)


def ascii_of(untrusted: bytes) -> str:
    """Return bytes as printable ASCII, a dot for any other."""
    return "".join(chr(b) if 0x20 <= b < 0x7F else "·" for b in untrusted)
