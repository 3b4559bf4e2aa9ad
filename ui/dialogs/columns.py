"""Which columns the result list shows, and in which order; by keys as well as by dragging."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from ui import theme
from ui.dialogs.base import Dialog
from ui.i18n.language import tr
from ui.widgets.builders import beside
from ui.widgets.controls import button

_COLUMN = Qt.ItemDataRole.UserRole


class ColumnsDialog(Dialog):
    """A list with a tick for each column; ``columns_chosen`` carries all in their order, and those that are shown."""

    columns_chosen = Signal(object, object)

    def __init__(
        self, parent: QWidget, heads: Sequence[str], order: Sequence[int], shown: set[int], fixed: int
    ) -> None:
        super().__init__(parent, tr("Columns"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Columns in their order"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for column in order:
            line = QListWidgetItem(heads[column], self.list)
            line.setData(_COLUMN, column)
            line.setCheckState(Qt.CheckState.Checked if column in shown else Qt.CheckState.Unchecked)
            if column == fixed:
                line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        self.list.setCurrentRow(0)
        up, down = button(tr("Move up"), partial(self._move, -1)), button(tr("Move down"), partial(self._move, 1))
        for arrow, key, by in ((up, "Alt+Up", -1), (down, "Alt+Down", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self._move, by))
            arrow.setToolTip(f"{arrow.text()}  ({key})")
        self.arrange((self.list, 1), beside(up, down, 0), self.answers(tr("Show")), wide=40, high=56)
        self.list.setMinimumHeight(20 * theme.STEP)

    def _move(self, by: int) -> None:
        """Move the chosen column."""
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            line = self.list.takeItem(row)
            self.list.insertItem(row + by, line)
            self.list.setCurrentRow(row + by)

    def accept(self) -> None:
        """Arrange the columns so."""
        lines = [line for row in range(self.list.count()) if (line := self.list.item(row)) is not None]
        shown = {line.data(_COLUMN) for line in lines if line.checkState() == Qt.CheckState.Checked}
        self.columns_chosen.emit([line.data(_COLUMN) for line in lines], shown)
        super().accept()
