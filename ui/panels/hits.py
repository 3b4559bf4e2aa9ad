"""Hits: every hit of the query across all items with the words around it; Enter or a click opens it there.

Lines come page by page as the list is scrolled, in the order of the result list or one of their own, read in the
background; a panel that isn't seen asks for nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemNo, Row
from triage.model.reports import HitLine, HitList
from ui import theme
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.models.page import ORIGIN_WORDS
from ui.models.tables import NOWHERE, AnyIndex, Role, TableModel
from ui.panel import Brief, Command, Empty, Panel
from ui.widgets.builders import RowTable, choice, lay_out, pages
from ui.widgets.controls import button, row

HEADS = (later("Hit in context"), later("Date"), later("Item"), later("Custodian"), later("Where"))
CONTEXT, DATE, ITEM, CUSTODIAN, WHERE = range(len(HEADS))
_FIELDS = {
    "from": later("From"),
    "to": later("To"),
    "cc": later("Cc"),
    "bcc": later("Bcc"),
    "subject": later("Subject"),
    "file": later("File name"),
}


class HitsModel(TableModel):
    """Lines in the order asked for. ``more_requested`` is emitted at the last of them where there are others."""

    heads = HEADS
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[HitLine, ...] = ()
        self.complete = True
        self._rows: dict[ItemNo, Row] = {}

    def show_lines(self, lines: tuple[HitLine, ...], rows: dict[ItemNo, Row], *, complete: bool) -> None:
        self.beginResetModel()
        self.lines, self._rows, self.complete = lines, rows, complete
        self.endResetModel()

    def add_lines(self, lines: tuple[HitLine, ...], rows: dict[ItemNo, Row], *, complete: bool) -> None:
        self.complete = complete
        if lines:
            self.beginInsertRows(NOWHERE, len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self._rows |= rows
            self.endInsertRows()

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and not self.complete

    def fetchMore(self, parent: AnyIndex) -> None:
        self.more_requested.emit()

    def row_total(self) -> int:
        return len(self.lines)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Role.DisplayRole:
            return self._text(line, index.column())
        if role == Role.ToolTipRole:
            row = self._rows.get(line.no)
            hint = self._text(line, CONTEXT) if index.column() == CONTEXT or row is None else row.path
            return formatting.hint(formatting.safe_line(hint))
        return None

    def _text(self, line: HitLine, column: int) -> str:
        if column == CONTEXT:
            return formatting.foreign(f"{line.left}{line.hit}{line.right}")
        if column == WHERE:
            return tr(_FIELDS.get(line.field) or ORIGIN_WORDS.get(line.field, line.field))
        row = self._rows.get(line.no)
        if row is None:
            return line.id if column == ITEM else ""
        if column == DATE:
            return row.date[:10] + "?" * row.doubtful
        return {ITEM: formatting.titled(row), CUSTODIAN: formatting.foreign(row.custodian)}[column]


_FIRST, _MORE = 200, 5_000  # lines of the first page, and of each that follows
_WIDTH = 120  # characters of context on each side
_SORTS = (
    (later("Sorted by: result list"), "list"),
    (later("Sorted by: item"), "item"),
    (later("Sorted by: date"), "date"),
    (later("Sorted by: words before"), "left"),
    (later("Sorted by: words after"), "right"),
)
_WIDTHS = {DATE: 10, ITEM: 20, CUSTODIAN: 11, WHERE: 10}  # steps
_NOTHING = later("Search for words: every hit is listed here with the text around it.")
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)  # whichever way the text runs
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)


class _Answer(NamedTuple):
    hits: HitList
    rows: dict[ItemNo, Row]
    stopped: bool


def _read(
    text: str,
    sort: str,
    nos: Sequence[ItemNo],
    after: HitLine | None,
    stop: threading.Event,
    reviewer: str,
    case: Case,
) -> _Answer:
    items = sorted(nos) if sort == "item" else nos
    by, limit = "item" if sort == "list" else sort, _FIRST if after is None else _MORE
    hits = case.reports.hits(text, _WIDTH, by, limit, stop, reviewer, order=items, after=after)
    rows = case.search.rows(sorted({line.no for line in hits.lines}))
    return _Answer(hits, {row.no: row for row in rows}, stop.is_set())


class _Context(QStyledItemDelegate):
    """Draws hits under one another, what comes before on one side and what comes after on the other."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model, rect, metrics = index.model(), option.rect, option.fontMetrics
        assert isinstance(model, HitsModel)
        line = model.lines[index.row()]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("chosen"))
        hit = metrics.elidedText(formatting.safe_line(line.hit), Qt.TextElideMode.ElideRight, rect.width() // 2)
        wide = metrics.horizontalAdvance(hit) + theme.STEP // 2
        middle = QRect(rect.center().x() - wide // 2, rect.top() + 1, wide, rect.height() - 2)
        left = QRect(rect.left() + theme.STEP // 2, rect.top(), middle.left() - rect.left() - theme.STEP, rect.height())
        right = QRect(middle.right() + theme.STEP // 2, rect.top(), 0, rect.height())
        right.setRight(rect.right() - theme.STEP // 2)
        backwards = formatting.mostly_right_to_left(line.left + line.hit + line.right)
        before, after = (right, left) if backwards else (left, right)
        painter.fillRect(middle, theme.colour(f"hit {line.term % theme.HITS}"))
        painter.setPen(theme.colour("hit text"))
        painter.drawText(middle, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextSingleLine), hit)
        painter.setPen(theme.colour("text"))
        self._side(painter, metrics, before, line.left.rstrip(), Qt.TextElideMode.ElideLeft, backwards)
        self._side(painter, metrics, after, line.right.lstrip(), Qt.TextElideMode.ElideRight, backwards)
        painter.restore()

    @staticmethod
    def _side(
        painter: QPainter, metrics: QFontMetrics, rect: QRect, text: str, elide: Qt.TextElideMode, backwards: bool
    ) -> None:
        elided = metrics.elidedText(formatting.safe_line(text), elide, rect.width())
        order = Qt.TextFlag.TextForceRightToLeft if backwards else Qt.TextFlag.TextForceLeftToRight
        hit_is_right = (elide == Qt.TextElideMode.ElideLeft) != backwards
        painter.drawText(rect, (_RIGHT if hit_is_right else _LEFT) | _MIDDLE | int(order), elided)


class HitsPanel(Panel):
    title = "Hits"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.model = HitsModel()
        self._make_table()
        self.order = choice(tr("Sort hits by"), [tr(name) for name, _ in _SORTS])
        self.status = Brief("", "muted")
        self.stop = button(tr("Stop"), lambda: self._reading.set())
        self.stop.setAccessibleName(tr("Stop reading hits"))
        self.stop.hide()
        self.empty = Empty(tr(_NOTHING))
        page = lay_out(QWidget(), row((self.status, self.stop, self.order), (1,)), (self.table, 1))
        self.stack = pages(self, self.empty, page)
        self._nos: Sequence[ItemNo] = ()  # the items of the result list
        self._reading = threading.Event()
        self.order.currentIndexChanged.connect(lambda: self.refresh())
        self.model.more_requested.connect(self._go_on)
        session.results_changed.connect(lambda results: self._list(results.order))
        session.list_sorted.connect(self._list)
        session.seals_changed.connect(lambda nos: self.refresh())
        session.case_opened.connect(self._forget)

    def _make_table(self) -> None:
        self.table = RowTable(tr("Hits with context"))
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(CONTEXT, _Context(self.table))
        heads = self.table.horizontalHeader()
        for column, width in _WIDTHS.items():
            heads.resizeSection(column, width * theme.STEP)
        heads.setSectionResizeMode(CONTEXT, QHeaderView.ResizeMode.Stretch)
        heads.setDefaultAlignment(theme.WORDS)
        self.table.row_opened.connect(self._open)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("Hits in context", "Find", lambda: self.bring(self.table), ("Ctrl+Shift+H",), begins_part=True),
            Command("Next hit in list", "Find", lambda: self._step(1), ("F4",), repeats=True),
            Command("Previous hit in list", "Find", lambda: self._step(-1), ("Shift+F4",), repeats=True),
        )

    # ---- reading

    def _forget(self) -> None:
        self._reading.set()
        self._reading = threading.Event()  # what is on its way isn't shown any more
        self._reading.set()
        self.model.show_lines((), {}, complete=True)
        self.empty.sentence.setText(tr(_NOTHING))
        self.stack.setCurrentIndex(0)

    def sight_changed(self) -> None:
        super().sight_changed()
        if not self.in_sight and not self._reading.is_set():
            self._reading.set()
            self.stale = True

    def refresh(self) -> None:
        self._reading.set()
        super().refresh()

    def _list(self, nos: Sequence[ItemNo]) -> None:
        self._nos = nos
        self.refresh()

    def _go_on(self) -> None:
        if self._reading.is_set() and self.model.lines:
            self._ask(self.model.lines[-1])

    def read(self) -> None:
        self._ask(None)

    def _ask(self, after: HitLine | None) -> None:
        if (results := self.session.results) is None:
            return
        if not results.text.strip():
            self._forget()
            return
        self._reading = stop = threading.Event()
        self.status.setText(tr("Reading hits …"))
        self.stop.show()
        self.stack.setCurrentIndex(1)
        sort, reviewer = _SORTS[self.order.currentIndex()][1], self.session.reviewer
        work = partial(_read, results.text, sort, self._nos, after, stop, reviewer)
        show, failed = partial(self._show, after is None, stop), partial(self._failed, stop)
        self.session.ask("rest", work, show, failed, newest="kwic")

    def _failed(self, stop: threading.Event, error: TriageError) -> None:
        if stop is self._reading:
            stop.set()
            self.stop.hide()
            self.status.setText("")
            self.session.error_posted.emit(messages.error(error))

    def _show(self, first: bool, stop: threading.Event, answer: _Answer) -> None:
        if stop is not self._reading:
            return
        stop.set()
        self.stop.hide()
        hits = answer.hits
        count = len(hits.lines) + (0 if first else len(self.model.lines))
        complete = answer.stopped or not hits.lines or count >= hits.total
        (self.model.show_lines if first else self.model.add_lines)(hits.lines, answer.rows, complete=complete)
        self.stack.setCurrentIndex(1 if count else 0)
        self.empty.sentence.setText(
            tr("%n items found, with no words in them to highlight.", hits.items) if hits.items else tr(_NOTHING)
        )
        self.status.setText(_status(answer, count))
        if hits.lines and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, CONTEXT))

    # ---- opening

    def _step(self, by: int) -> None:
        if not self.model.lines:
            self.session.panel_requested.emit(self.title)
            return
        at = self.table.currentIndex().row() + by
        if 0 <= at < len(self.model.lines):
            self.table.setCurrentIndex(self.model.index(at, CONTEXT))
            self._open(self.table.currentIndex())
        else:
            self.session.say(tr("This is the last hit listed." if by > 0 else "This is the first hit."))

    def _open(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.model.lines):
            line: HitLine = self.model.lines[index.row()]
            self.session.hit_requested.emit(line)
            self.session.visit(line.no)


def _status(answer: _Answer, count: int) -> str:
    hits = answer.hits
    text = tr("{hits} in {items}", hits=formatting.count(hits.total, "hit"), items=formatting.count(hits.items, "item"))
    if answer.stopped:
        return tr("{found}; stopped after {lines}", found=text, lines=formatting.count(count, "line"))
    if count >= hits.total:
        return text
    return tr("{found}; the first {lines} are listed", found=text, lines=formatting.number(count))
