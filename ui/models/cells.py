"""Models of an item's original that load as they are looked at: rows of a sheet, lines of bytes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase

from triage.model.previews import NativeBytes, SheetRows
from ui import theme
from ui.i18n import formatting
from ui.i18n.language import tr

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE = 16
"""Bytes in one line."""
CHUNK = 1 << 16
"""Bytes that are asked for at a time."""
_KEPT = 64  # chunks
_LONG = 300  # characters of a cell that are drawn; the rest is in the line under the table


@dataclass(frozen=True, slots=True)
class Portion:
    """Rows of a sheet, and the cells of them in which a word that was searched stands: (row, column) to its leaf."""

    rows: SheetRows
    hits: dict[tuple[int, int], int] = field(default_factory=dict)


def lit(rows: SheetRows, found: dict[str, int]) -> Portion:
    """Make cells safe to show, and find those that hold a word that was hit; for a worker thread."""
    safe = tuple(tuple(formatting.safe_text(cell) if cell else "" for cell in row) for row in rows.rows)
    rows = replace(rows, rows=safe)
    hits: dict[tuple[int, int], int] = {}
    for number, row in enumerate(rows.rows, rows.first):
        for column, cell in enumerate(row):
            folded = cell.casefold()
            term = next((term for word, term in found.items() if word in folded), None)
            if term is not None:
                hits[number, column] = term
    return Portion(rows, hits)


class CellsModel(QAbstractTableModel):
    """One sheet; ``needed`` carries the first row of a portion that isn't there yet."""

    needed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._total = self._columns = 0
        self._rows: dict[int, tuple[str, ...]] = {}
        self._hidden_rows: frozenset[int] = frozenset()
        self._hidden_columns: frozenset[int] = frozenset()
        self._asked: set[int] = set()
        self._step = 1
        self.hits: dict[tuple[int, int], int] = {}

    def start(self, portion: Portion) -> None:
        """Show a sheet from its first portion on."""
        rows = portion.rows
        self.beginResetModel()
        self._total, self._columns = rows.total, rows.columns
        self._hidden_rows, self._hidden_columns = rows.hidden_rows, rows.hidden_columns
        self._rows, self.hits = {}, {}
        self._step = max(1, len(rows.rows))
        self._asked = {0}
        self._keep(portion)
        self.endResetModel()

    def clear(self) -> None:
        """Let go of everything."""
        self.beginResetModel()
        self._total = self._columns = 0
        self._rows, self.hits = {}, {}
        self.endResetModel()

    def take(self, portion: Portion) -> None:
        """Take in another portion; what was asked for and isn't here may be asked for again."""
        self._keep(portion)
        self._asked = {first for first in self._asked if first in self._rows}
        last = portion.rows.first + len(portion.rows.rows) - 1
        if last >= portion.rows.first and self._columns:
            self.dataChanged.emit(self.index(portion.rows.first, 0), self.index(last, self._columns - 1))

    def _keep(self, portion: Portion) -> None:
        for number, row in enumerate(portion.rows.rows, portion.rows.first):
            self._rows[number] = row
        self.hits.update(portion.hits)

    def text(self, row: int, column: int) -> str:
        """Return a cell's whole text."""
        cells = self._rows.get(row, ())
        return cells[column] if column < len(cells) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return the sheet's rows."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the sheet's columns."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a cell; one that isn't there yet is asked for."""
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            if row not in self._rows:
                self._need(row)
                return "…"
            return self.text(row, column)[:_LONG].replace("\n", " ⏎ ")
        if role == Role.TextAlignmentRole:
            return _alignment(self.text(row, column))
        term = self.hits.get((row, column))
        if role == Role.BackgroundRole and term is not None:
            return theme.colour(f"hit {term % theme.HITS}")
        if role == Role.ForegroundRole:
            hidden = row in self._hidden_rows or column in self._hidden_columns
            return theme.colour("hit text" if term is not None else "muted" if hidden else "text")
        return None

    def _need(self, row: int) -> None:
        first = row - row % self._step
        if first not in self._asked:
            self._asked.add(first)
            self.needed.emit(first)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return a column's letters or a row's number, hidden ones marked as such."""
        across = orientation == Qt.Orientation.Horizontal
        name = letters(section) if across else f"{section + 1:,}"
        hidden = section in (self._hidden_columns if across else self._hidden_rows)
        if role == Role.DisplayRole:
            return tr("{name} hidden", name=name) if hidden else name
        return None


def letters(column: int) -> str:
    """Return a column's letters: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _alignment(text: str) -> Qt.AlignmentFlag:
    number = text[:1] in "-0123456789" and text.replace(".", "").replace("-", "").isdigit() if text else False
    side = Qt.AlignmentFlag.AlignRight if number or formatting.right_to_left(text) else Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side


class Octets(QAbstractTableModel):
    """Bytes, sixteen a line: offset, hexadecimal, ASCII; ``needed`` carries the start of a chunk that isn't there."""

    needed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._total = 0
        self._chunks: dict[int, bytes] = {}
        self._asked: set[int] = set()
        self._font: QFont = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)

    def start(self, found: NativeBytes) -> None:
        """Show an original from its first chunk on."""
        self.beginResetModel()
        self._total = found.total
        self._chunks, self._asked = {0: found.data}, {0}
        self.endResetModel()

    def clear(self) -> None:
        """Let go of everything."""
        self.beginResetModel()
        self._total, self._chunks = 0, {}
        self.endResetModel()

    def take(self, found: NativeBytes) -> None:
        """Take in another chunk; of many the oldest is let go of."""
        if len(self._chunks) >= _KEPT:
            oldest = next(iter(self._chunks))
            del self._chunks[oldest]
            self._asked.discard(oldest)
        self._chunks[found.start] = found.data
        first = found.start // LINE
        last = min(self.rowCount(), first + CHUNK // LINE) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, 2))

    def set_size(self, points: float) -> None:
        """Set the letters' size."""
        self._font.setPointSizeF(points)
        self.layoutChanged.emit()

    def font(self) -> QFont:
        """Return the font of the lines."""
        return self._font

    def line(self, row: int) -> bytes | None:
        """Return a line's bytes; None where they aren't there yet, and are asked for."""
        start = row * LINE
        chunk = start - start % CHUNK
        if chunk not in self._chunks:
            if chunk not in self._asked:
                self._asked.add(chunk)
                self.needed.emit(chunk)
            return None
        return self._chunks[chunk][start - chunk : start - chunk + LINE]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the lines."""
        return 0 if parent.isValid() else -(-self._total // LINE)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return offset, hexadecimal, ASCII."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a cell's text, font or colour."""
        if role == Role.FontRole:
            return self._font
        if role == Role.ForegroundRole:
            return theme.colour("muted" if index.column() == 0 else "text")
        if role != Role.DisplayRole:
            return None
        if index.column() == 0:
            return f"{index.row() * LINE:08x}"
        found = self.line(index.row())
        if found is None:
            return "…"
        return found.hex(" ") if index.column() == 1 else ascii_of(found)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return the columns' names."""
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (tr("Offset"), tr("Bytes"), tr("As ASCII"))[section]
        return None


def ascii_of(untrusted: bytes) -> str:
    """Return bytes as printable ASCII, a dot for any other."""
    return "".join(chr(b) if 0x20 <= b < 0x7F else "·" for b in untrusted)
