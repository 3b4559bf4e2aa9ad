"""The result list: what a search found, quick with any number of rows, sorted by a click on a heading."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QWidget

from triage.model.items import ItemNo, Status
from triage.model.reports import Results
from ui import preferences, theme
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.results import COLUMNS, CUSTODIAN, DATE, SENDER, SIZE, SUBJECT, TAGS, TYPE, ResultsModel
from ui.panel import Command, Empty, Panel, label
from ui.session import Session
from ui.widgets.builders import RowTable, beside, lay_out, pages
from ui.widgets.controls import button
from ui.widgets.result_cells import ResultDelegate

_WIDTHS = {TAGS: 40, DATE: 88, SENDER: 112, SUBJECT: 240, TYPE: 48, CUSTODIAN: 100, SIZE: 72}
_UNREAD = later("This case holds no items yet: its sources have not been read.")


class ResultList(RowTable):
    """The table of the items found."""

    def __init__(self, model: ResultsModel) -> None:
        super().__init__(tr("Items found"))
        self.fitting = True
        self.setModel(model)
        self.setItemDelegate(ResultDelegate(self))
        # Qt moves what is drawn, rather than drawing every row again, where a view vouches for its whole ground.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        heads = self.horizontalHeader()
        heads.setSectionsMovable(True)
        heads.setSortIndicatorShown(True)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(DATE, Qt.SortOrder.AscendingOrder)
        heads.setSectionsClickable(True)
        heads.setDefaultAlignment(theme.WORDS)
        heads.setMinimumSectionSize(4 * theme.STEP)
        for column, width in _WIDTHS.items():
            words_ = heads.fontMetrics().horizontalAdvance(tr(COLUMNS[column][0])) + 2 * theme.STEP
            heads.resizeSection(column, max(theme.px(width), words_))
        self._tags = heads.sectionSize(TAGS)
        heads.setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
        heads.hideSection(SIZE)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys here, and a list that jumps to a word would lose the reviewer's place."""

    def sizeHint(self) -> QSize:
        """Ask for room enough to read a subject."""
        return QSize(64 * theme.STEP, 50 * theme.STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the rows."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), theme.colour("base"))
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give tags, date and sender more room where there is more, until a person has drawn the columns."""
        if self.fitting:
            wide, heads = self.viewport().width(), self.horizontalHeader()
            heads.resizeSection(TAGS, max(self._tags, 8 * theme.STEP if wide > 90 * theme.STEP else 0))
            heads.resizeSection(DATE, 17 * theme.STEP if wide > 90 * theme.STEP else theme.px(_WIDTHS[DATE]))
            heads.resizeSection(SENDER, max(theme.px(_WIDTHS[SENDER]), wide * 20 // 100))
            heads.resizeSection(CUSTODIAN, max(theme.px(_WIDTHS[CUSTODIAN]), wide * 12 // 100))
        super().resizeEvent(event)


class ResultsPanel(Panel):
    """The list with its heading, or what to do where it is empty."""

    title = "Results"
    place = "centre"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.model = ResultsModel(session)
        self.list = ResultList(self.model)
        self.heading = label("", "muted")
        self.heading.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        self.blind = button("", lambda: session.command_requested.emit("What was not searched"), "link")
        self.blind.setMinimumWidth(1)
        self.blind.setAccessibleName(tr("What was not searched, by reason"))
        listed = lay_out(QWidget(), beside(self.heading, self.blind, 0, gap=0), (self.list, 1))
        self.nothing = Empty(tr("No item matches."), tr("Show every item"), lambda: session.query_proposed.emit(""))
        self.unread = Empty(tr(_UNREAD), tr("Index the sources"), self._start)
        self.stack = pages(self, listed, self.nothing, self.unread)
        widths = preferences.state("columns")
        self.list.fitting = widths.isEmpty() or not self.list.horizontalHeader().restoreState(widths)
        heads = self.list.horizontalHeader()
        self._order(heads.sortIndicatorSection(), heads.sortIndicatorOrder())
        heads.sortIndicatorChanged.connect(self._sort)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._choose_columns)
        heads.sectionResized.connect(self._keep_columns)
        heads.sectionMoved.connect(self._keep_columns)
        self.list.selectionModel().currentRowChanged.connect(self._moved)
        self.list.clicked.connect(lambda index: self.session.select(self.model.nos[index.row()]))
        self.session.results_changed.connect(self._take_results)
        self.session.status_changed.connect(self._counted)
        self.session.case_opened.connect(lambda: self._list(()))
        self.session.step_requested.connect(self.go)
        self.session.item_requested.connect(self._visit)

    def readers(self) -> tuple[QWidget, ...]:
        """The list takes single-letter keys."""
        return (self.list,)

    def commands(self) -> tuple[Command, ...]:
        """Moving through the list."""
        return (
            Command("Next item", "Item", lambda: self.go(1), ("Ctrl+Right",), begins_part=True),
            Command("Previous item", "Item", lambda: self.go(-1), ("Ctrl+Left",)),
            Command("Go to the list", "Item", self.list.setFocus, ("Esc",)),
        )

    # ---- listing

    def _take_results(self, results: Results) -> None:
        self._say()
        self.stack.setCurrentIndex(0 if results.nos else 1 if results.text.strip() else 2)
        self._list(results.order)
        none = tr("No item matches {query}.", query=results.reading or results.text)
        not_read = tr("%n items could not be searched.", results.not_searchable) if results.not_searchable else ""
        self.nothing.sentence.setText(f"{none} {not_read}".rstrip())

    def _counted(self, status: Status) -> None:
        self._say()
        sentence = tr("%n items read so far.", status.items) if status.items else tr(_UNREAD)
        self.unread.sentence.setText(sentence)
        self.unread.button.setText(tr("Show them" if status.items else "Index the sources"))

    def _start(self) -> None:
        """Show what was read meanwhile, or start reading."""
        if self.session.status is not None and self.session.status.items:
            self.session.query_proposed.emit("")
        else:
            self.session.command_requested.emit("Index the sources")

    def _say(self) -> None:
        results, status = self.session.results, self.session.status
        if results is None:
            return
        heading = formatting.count(len(results.nos), "item")
        if status:
            items = formatting.count(status.items, "item")
            heading = tr("{found} of {items}", found=formatting.number(len(results.nos)), items=items)
        self.heading.setText(heading)
        not_read, partly = formatting.number(results.not_searchable), formatting.number(results.partly)
        blind = [tr("{items} not searchable", items=not_read)] if results.not_searchable else []
        blind += [tr("{items} partly searched", items=partly)] if results.partly else []
        self.blind.setText(f"{'  ·  '.join(blind)}  {formatting.forward()}")
        self.blind.setToolTip(formatting.hint("  ·  ".join(blind)))
        self.blind.setVisible(bool(blind))

    def _list(self, nos: Sequence[ItemNo]) -> None:
        before = self.session.current
        self.model.show_items(nos)
        if not nos:
            self.session.upcoming = None
            self.session.select(None)
            return
        at = self.model.row_of(before) if before is not None else -1
        self._put_at(max(at, 0))

    def _order(self, column: int, order: Qt.SortOrder) -> None:
        """Have the session list in this order from now on."""
        key = COLUMNS[column][1] if 0 <= column < len(COLUMNS) else ""
        self.session.order = key, order == Qt.SortOrder.DescendingOrder

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._order(column, order)
        results = self.session.results
        if results is None or not results.nos:
            return
        key, down = self.session.order
        if not key:
            self._list(results.nos)
            return
        self.session.waiting_changed.emit(tr("Sorting …"))

        def take(nos: Sequence[ItemNo]) -> None:
            self.session.waiting_changed.emit("")
            if results is self.session.results:
                self._list(nos)

        self.session.ask("search", lambda case: case.search.sorted(results.nos, key, down), take, newest="sort")

    # ---- moving

    def _put_at(self, row: int) -> None:
        index = self.model.index(row, SUBJECT)
        flags, across = QItemSelectionModel.SelectionFlag, self.list.horizontalScrollBar()
        at = across.value()  # a person who has scrolled to a column stays there
        self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.list.scrollTo(index)
        across.setValue(at)

    def _moved(self, index: QModelIndex, before: QModelIndex) -> None:
        if not index.isValid():
            return
        nos, row = self.model.nos, index.row()
        ahead = row + (1 if not before.isValid() or row >= before.row() else -1)
        self.session.upcoming = nos[ahead] if 0 <= ahead < len(nos) else None
        self.session.select(nos[row])

    def go(self, by: int) -> None:
        """Go so many items on, or back."""
        row = self.list.currentIndex().row() + by
        if 0 <= row < len(self.model.nos):
            self._put_at(row)
        elif self.model.nos:
            self.session.remark(tr("This is the last item." if by > 0 else "This is the first item."))

    def _visit(self, no: ItemNo) -> None:
        row = self.model.row_of(no)
        if row >= 0:
            self._put_at(row)
        else:
            self.session.remark(tr("This item is not among the results; the list keeps its place."))

    def _keep_columns(self) -> None:
        """Remember widths that a person has drawn, not those that follow from the window's size."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self.list.fitting = False
            preferences.put("columns", self.list.horizontalHeader().saveState())

    def _choose_columns(self, at: QPoint) -> None:
        heads, menu = self.list.horizontalHeader(), QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, (name, _) in enumerate(COLUMNS):
            action = menu.addAction(tr(name))
            action.setCheckable(True)
            action.setChecked(not heads.isSectionHidden(column))
            action.setEnabled(column != SUBJECT)
            action.toggled.connect(partial(self._show_column, column))
        menu.popup(heads.mapToGlobal(at))

    def _show_column(self, column: int, on: bool) -> None:
        heads = self.list.horizontalHeader()
        heads.setSectionHidden(column, not on)
        preferences.put("columns", heads.saveState())
