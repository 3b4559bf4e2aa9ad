"""What the models of lists, sheets and bytes share: a flat table as Qt sees it. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.i18n.language import tr

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Role = Qt.ItemDataRole


class TableModel(QAbstractTableModel):
    """Rows under ``heads``, which are English; a model says how many rows there are and what their cells say."""

    heads: ClassVar[Sequence[str]] = ()

    def row_total(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def column_total(self) -> int:
        """Return how many columns there are."""
        return len(self.heads)

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the rows; a cell has none."""
        return 0 if parent.isValid() else self.row_total()

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the columns; a cell has none."""
        return 0 if parent.isValid() else self.column_total()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return a column's heading."""
        across = orientation == Qt.Orientation.Horizontal
        return tr(self.heads[section]) if across and role == Role.DisplayRole else None


class PortionedModel(TableModel):
    """A table that loads as it is looked at; ``portion_requested`` carries the start of a missing portion."""

    portion_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.total = 0
        self._portions: dict[int, Any] = {}
        self._asked: set[int] = set()

    def reset(self, total: int = 0, first: Any = None) -> None:
        """Show something else: its size, and its first portion where there is any."""
        self.beginResetModel()
        self.total, self._asked = total, {0}
        self._portions = {} if first is None else {0: first}
        self.endResetModel()

    def clear(self) -> None:
        """Let go of everything."""
        self.reset()

    def portion(self, start: int) -> Any:
        """Return a portion; None where it isn't there yet, and is asked for."""
        if start not in self._portions and start not in self._asked:
            self._asked.add(start)
            self.portion_requested.emit(start)
        return self._portions.get(start)

    def rows_changed(self, first: int, last: int) -> None:
        """Have these rows drawn anew, if there are any."""
        if last >= first and self.column_total():
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.column_total() - 1))
