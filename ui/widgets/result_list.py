"""The table of the result list: any number of rows, of which any number is selected; columns that a person arranges."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.i18n import formatting, language
from ui.i18n.language import tr
from ui.models.results import (
    ATTACHMENTS,
    COLUMNS,
    COPIES,
    CUSTODIAN,
    DATE,
    NUMBERS,
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

# How a cell of the result list is drawn: quickly, as holding a key draws thousands a second.
#
# Tags are letters in their colours; right-to-left text stands right; a date that has no room loses its time of day.

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_PLAIN = int(Qt.TextFlag.TextSingleLine)


class Foreign(QStyledItemDelegate):
    """Draws cells that a person writes in, each in the direction of its own first strong character."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        backwards = formatting.right_to_left(option.text)
        option.direction = Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
        option.displayAlignment = Qt.AlignmentFlag(_RIGHT if backwards or language.backwards() else _LEFT)


class _Cells:
    def __init__(self, model: ResultsModel) -> None:
        self._model = model

    def draw(self, painter: QPainter, metrics: QFontMetrics, rect: QRect, row: int, column: int) -> None:
        if column == TAGS:
            self._tags(painter, rect, self._model.marks_at(row))
        elif text := self._model.text_at(row, column):
            room = rect.adjusted(theme.STEP // 2, 0, -theme.STEP // 2, 0)
            if column == ATTACHMENTS:
                _paper_clip(painter, room, metrics)
            self._text(painter, room, metrics, text, column)

    @staticmethod
    def _text(painter: QPainter, rect: QRect, metrics: QFontMetrics, text: str, column: int) -> None:
        text = shortened(text, column, metrics, rect.width())
        backwards = formatting.subject_right_to_left(text) if column == SUBJECT else formatting.right_to_left(text)
        side = _RIGHT if backwards or column in NUMBERS or language.backwards() else _LEFT
        order = Qt.TextFlag.TextForceRightToLeft if backwards else Qt.TextFlag.TextForceLeftToRight
        painter.drawText(rect, side | _PLAIN | int(order), text)

    @staticmethod
    def _tags(painter: QPainter, rect: QRect, marks: list[tuple[str, str]]) -> None:
        if not marks:
            return
        painter.save()
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance("W") + 2
        step = apart(rect.width() - theme.STEP, wide, len(marks))
        backwards = language.backwards()
        left = rect.right() - theme.STEP // 2 - wide if backwards else rect.left() + theme.STEP // 2
        for letter, colour in marks:
            painter.setPen(theme.colour(colour))
            painter.drawText(QRect(left, rect.top(), wide, rect.height()), _CENTRE, letter)
            left += -step if backwards else step
        painter.restore()


def _paper_clip(painter: QPainter, rect: QRect, metrics: QFontMetrics) -> None:
    # Not every machine has a font with this sign.
    high = metrics.ascent()
    wide, top = high // 2, rect.center().y() - high // 2
    left = rect.right() - wide if language.backwards() else rect.left()
    outer, inner = QRectF(left, top, wide, high), QRectF(left + wide / 4, top + high / 4, wide / 2, high / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("muted"), 1.2))
    path = QPainterPath(QPointF(inner.left(), inner.top()))
    path.lineTo(inner.left(), inner.bottom() - wide / 4)
    path.arcTo(QRectF(inner.left(), inner.bottom() - wide / 2, wide / 2, wide / 2), 180, 180)
    path.lineTo(inner.right(), outer.top() + wide / 2)
    path.arcTo(QRectF(outer.left(), outer.top(), wide * 3 / 4, wide * 3 / 4), 0, 180)
    path.lineTo(outer.left(), outer.bottom() - wide / 2)
    path.arcTo(QRectF(outer.left(), outer.bottom() - wide, wide, wide), 180, 180)
    path.lineTo(outer.right(), outer.top() + wide / 2)
    painter.drawPath(path)
    painter.restore()


def shortened(text: str, column: int, metrics: QFontMetrics, room: int) -> str:
    """Return a text that fits: a date without its time of day, whose mark of doubt stays, any other with dots."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    if column == DATE:
        return text[:10] + text[16:]
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def apart(room: int, wide: int, letters: int) -> int:
    """Return how far a letter stands from the one before: closer than it is wide where they would leave the cell."""
    return wide if letters * wide <= room else max(1, (room - wide) // (letters - 1))


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
        self._cells = _Cells(model)
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
        heads = self.horizontalHeader()
        order = map(heads.logicalIndex, range(heads.count()))
        return [column for column in order if not heads.isSectionHidden(column)]

    def arrange(self, order: Sequence[int], shown: Collection[int]) -> None:
        heads = self.horizontalHeader()
        for at, column in enumerate(order):
            heads.moveSection(heads.visualIndex(column), at)
            heads.setSectionHidden(column, column not in shown)

    def restore_columns(self, state: QByteArray) -> None:
        heads = self.horizontalHeader()
        self.fitting = state.isEmpty() or not heads.restoreState(state)
        if self.fitting:
            heads.restoreState(self._first)

    # ---- what is selected

    def selected_rows(self) -> Iterator[range]:
        selection = self.selectionModel().selection()
        for at in range(selection.size()):
            yield range(selection.at(at).top(), selection.at(at).bottom() + 1)

    def select_all(self) -> None:
        if rows := self.model().rowCount():
            every_row = QItemSelection(self.model().index(0, 0), self.model().index(rows - 1, 0))
            self.selectionModel().select(every_row, _FLAGS.ClearAndSelect | _FLAGS.Rows)

    def select_current(self) -> None:
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
        # Qt's own table would list every cell of a million rows for a screen reader.
        QAbstractItemView.selectionChanged(self, selected, deselected)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.SelectionWithin))

    def currentChanged(self, now: AnyIndex, before: AnyIndex) -> None:
        super().currentChanged(now, before)
        for index in (now, before):
            self.viewport().update(self._line(index.row()))

    def _line(self, row: int) -> QRect:
        return QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    def outline(self, on: bool) -> None:
        if on != self._outlined:
            self._outlined = on
            self.viewport().update(self._line(self.currentIndex().row()))

    # ---- Qt's questions

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys here, and a list that jumps to a word would lose the reviewer's place."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        # Qt would go to the first and the last column.
        if self._destination.isValid():
            return self._destination
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            last = self.model().rowCount() - 1 if action == QAbstractItemView.CursorAction.MoveEnd else 0
            return self.model().index(last, SUBJECT)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt would copy one cell.
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
        return QSize(64 * theme.STEP, 50 * theme.STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt's own table would ask for each cell by itself, which takes three times as long.
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), theme.colour("base"))
            self._draw_rows(painter, event.region())
            if self._outlined and self.currentIndex().isValid():
                painter.setPen(theme.colour("accent"))
                painter.drawRect(self._line(self.currentIndex().row()).adjusted(0, 0, -1, -1))

    def _draw_rows(self, painter: QPainter, region: QRegion) -> None:
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
        first, end = self.rowAt(rect.top()), self.rowAt(rect.bottom())
        return range(first, (last if end < 0 else end) + 1) if first >= 0 else range(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.fitting:
            wide, heads = self.viewport().width(), self.horizontalHeader()
            heads.resizeSection(TAGS, max(self._tags, 8 * theme.STEP if wide > 90 * theme.STEP else 0))
            heads.resizeSection(DATE, 17 * theme.STEP if wide > 90 * theme.STEP else theme.px(_WIDTHS[DATE]))
            heads.resizeSection(SENDER, max(theme.px(_WIDTHS[SENDER]), wide * 20 // 100))
            heads.resizeSection(CUSTODIAN, max(theme.px(_WIDTHS[CUSTODIAN]), wide * 12 // 100))
        super().resizeEvent(event)
