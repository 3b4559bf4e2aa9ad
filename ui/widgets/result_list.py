"""The table of the result list: any number of rows, of which any number is selected; columns that a person arranges."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from ui import theme
from ui.i18n.language import tr
from ui.models.results import (
    ATTACHMENTS,
    COLUMNS,
    COPIES,
    CUSTODIAN,
    DATE,
    PATH,
    SENDER,
    SUBJECT,
    TAGS,
    TO,
    TYPE,
    ResultsModel,
)
from ui.models.tables import AnyIndex
from ui.widgets.builders import RowTable
from ui.widgets.result_cells import Cells

_WIDTHS = {
    TAGS: 40,
    DATE: 88,
    SENDER: 112,
    SUBJECT: 240,
    TYPE: 48,
    CUSTODIAN: 100,
    TO: 112,
    PATH: 160,
    ATTACHMENTS: 48,
    COPIES: 48,
}
_WIDTH = 72  # of the others
_SHOWN = (TAGS, DATE, SENDER, SUBJECT, TYPE, CUSTODIAN, COPIES)  # until a person chooses others
_FLAGS = QItemSelectionModel.SelectionFlag


class ResultList(RowTable):
    """The table of the items found."""

    copy_requested = Signal()
    next_requested = Signal()

    def __init__(self, model: ResultsModel) -> None:
        super().__init__(tr("Items found"))
        self.fitting = True
        self._outlined = False
        self._destination = QModelIndex()
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._cells = Cells(model)
        # Qt moves what is drawn, rather than drawing every row again, where a view vouches for its whole ground.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        heads = self.horizontalHeader()
        heads.setSelectionModel(QItemSelectionModel(model, heads))  # the list's would have it look at every row
        heads.setSectionsMovable(True)
        heads.setSortIndicatorShown(True)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(DATE, Qt.SortOrder.AscendingOrder)
        heads.setSectionsClickable(True)
        heads.setDefaultAlignment(theme.WORDS)
        heads.setMinimumSectionSize(4 * theme.STEP)
        for column, (head, *_) in enumerate(COLUMNS):
            room = heads.fontMetrics().horizontalAdvance(tr(head)) + 2 * theme.STEP
            heads.resizeSection(column, max(theme.px(_WIDTHS.get(column, _WIDTH)), room))
            heads.setSectionHidden(column, column not in _SHOWN)
        self._tags = heads.sectionSize(TAGS)
        heads.setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
        self._first = heads.saveState()

    # ---- columns

    def columns(self) -> list[int]:
        """Return the columns that are shown, in their order."""
        heads = self.horizontalHeader()
        order = map(heads.logicalIndex, range(heads.count()))
        return [column for column in order if not heads.isSectionHidden(column)]

    def arrange(self, order: Sequence[int], shown: Collection[int]) -> None:
        """Show these columns, in this order of all."""
        heads = self.horizontalHeader()
        for at, column in enumerate(order):
            heads.moveSection(heads.visualIndex(column), at)
            heads.setSectionHidden(column, column not in shown)

    def restore_columns(self, state: QByteArray) -> None:
        """Arrange the columns as they were kept, or as at the start where nothing was."""
        heads = self.horizontalHeader()
        self.fitting = state.isEmpty() or not heads.restoreState(state)
        if self.fitting:
            heads.restoreState(self._first)

    # ---- what is selected

    def selected_rows(self) -> Iterator[range]:
        """Yield the runs of rows that are selected, in any order."""
        selection = self.selectionModel().selection()
        for at in range(selection.size()):
            yield range(selection.at(at).top(), selection.at(at).bottom() + 1)

    def select_all(self) -> None:
        """Select every row; the current one stays."""
        if rows := self.model().rowCount():
            whole = QItemSelection(self.model().index(0, 0), self.model().index(rows - 1, 0))
            self.selectionModel().select(whole, _FLAGS.ClearAndSelect | _FLAGS.Rows)

    def select_current(self) -> None:
        """Select the current row and no other one."""
        self.selectionModel().select(self.currentIndex(), _FLAGS.ClearAndSelect | _FLAGS.Rows)

    def put_at(self, row: int) -> None:
        """Make a row the current one, and the only one that is selected.

        Qt goes on selecting with Shift from where a key or a click led to last: so this is a key as well.
        """
        across, selected = self.horizontalScrollBar(), self.selectionModel()
        at = across.value()  # a person who has scrolled to a column stays there
        if row == self.currentIndex().row():
            selected.clearCurrentIndex()
        self._destination = self.model().index(row, SUBJECT)
        super().keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
        self._destination = QModelIndex()
        self.select_current()
        self.scrollTo(self.currentIndex())
        across.setValue(at)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw rows anew and tell a screen reader; Qt's own table would list every cell of a million rows for it."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.SelectionWithin))

    def currentChanged(self, now: AnyIndex, before: AnyIndex) -> None:
        """Draw the line around the current row anew."""
        super().currentChanged(now, before)
        for index in (now, before):
            self.viewport().update(self._line(index.row()))

    def _line(self, row: int) -> QRect:
        return QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    def outline(self, on: bool) -> None:
        """Draw a line around the current row, which isn't the only one that is selected, or don't."""
        if on != self._outlined:
            self._outlined = on
            self.viewport().update(self._line(self.currentIndex().row()))

    # ---- Qt's questions

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys here, and a list that jumps to a word would lose the reviewer's place."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first and the last row with Home and End, where Qt would go to the first and the last column."""
        if self._destination.isValid():
            return self._destination
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            last = self.model().rowCount() - 1 if action == QAbstractItemView.CursorAction.MoveEnd else 0
            return self.model().index(last, SUBJECT)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected, where Qt would copy one cell; Enter goes on, once each time that it is pressed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.next_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for room enough to read a subject."""
        return QSize(64 * theme.STEP, 50 * theme.STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the rows, then a line around the row of the item shown where others are selected.

        Qt's own table would ask for each cell by itself, which takes three times as long.
        """
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), theme.colour("base"))
            self._draw_rows(painter, event.region())
            if self._outlined and self.currentIndex().isValid():
                painter.setPen(theme.colour("accent"))
                painter.drawRect(self._line(self.currentIndex().row()).adjusted(0, 0, -1, -1))

    def _draw_rows(self, painter: QPainter, region: QRegion) -> None:
        """Draw the cells that lie in a region."""
        selected, heads, last = self.selectionModel(), self.horizontalHeader(), self.model().rowCount() - 1
        columns = [
            (column, heads.sectionViewportPosition(column), heads.sectionSize(column)) for column in self.columns()
        ]
        metrics = painter.fontMetrics()
        painter.setPen(theme.colour("text"))
        rows = {row for rect in region for row in self._rows_in(rect, last)}  # type: ignore[attr-defined]
        for row in sorted(rows):
            line = self._line(row)
            if selected.isSelected(self.model().index(row, SUBJECT)):
                painter.fillRect(line, theme.colour("chosen"))
            for column, left, wide in columns:
                self._cells.draw(painter, metrics, QRect(left, line.top(), wide, line.height()), row, column)

    def _rows_in(self, rect: QRect, last: int) -> range:
        """Return the rows that are seen in a part of the ground."""
        first, end = self.rowAt(rect.top()), self.rowAt(rect.bottom())
        return range(first, (last if end < 0 else end) + 1) if first >= 0 else range(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give tags, date and sender more room where there is more, until a person has drawn the columns."""
        if self.fitting:
            wide, heads = self.viewport().width(), self.horizontalHeader()
            heads.resizeSection(TAGS, max(self._tags, 8 * theme.STEP if wide > 90 * theme.STEP else 0))
            heads.resizeSection(DATE, 17 * theme.STEP if wide > 90 * theme.STEP else theme.px(_WIDTHS[DATE]))
            heads.resizeSection(SENDER, max(theme.px(_WIDTHS[SENDER]), wide * 20 // 100))
            heads.resizeSection(CUSTODIAN, max(theme.px(_WIDTHS[CUSTODIAN]), wide * 12 // 100))
        super().resizeEvent(event)
