"""The result list: what a search found, quick with any number of rows, sorted by a click on a heading."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial
from urllib.parse import quote

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListWidget, QListWidgetItem, QWidget

from triage.insight.order.nouns import RankedItems
from triage.model.items import Item, ItemId, ItemNo, Row, Status
from triage.model.reports import Results
from ui import preferences, theme
from ui.case.memory import CasePlace
from ui.case.session import SUGGESTED, Selection, Session
from ui.case.suggested_order import SuggestedOrder, followed
from ui.dialogs.base import Dialog
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.results import COLUMNS, SUBJECT, ResultsModel, ids, row_of_copy
from ui.panel import Command, Empty, Panel, label
from ui.widgets.builders import WrappingRow, beside, delayed, lay_out, pages
from ui.widgets.controls import Strip, button
from ui.widgets.result_list import ResultList

# ---- the dialog of the columns: which are shown and in which order; by keys as well as by dragging

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
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            line = self.list.takeItem(row)
            self.list.insertItem(row + by, line)
            self.list.setCurrentRow(row + by)

    def accept(self) -> None:
        lines = [line for row in range(self.list.count()) if (line := self.list.item(row)) is not None]
        shown = {line.data(_COLUMN) for line in lines if line.checkState() == Qt.CheckState.Checked}
        self.columns_chosen.emit([line.data(_COLUMN) for line in lines], shown)
        super().accept()


_UNREAD = later("This case holds no items yet: its sources have not been read.")


class ResultsPanel(Panel):
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
        self.sealing = Strip()
        page = lay_out(QWidget(), WrappingRow((self.heading, self.blind), (), 0), (self.list, 1), self.sealing)
        self.dialog: ColumnsDialog | None = None
        self._shown_row: Row | None = None
        self._counted_rows: tuple[range, ...] = ()
        self._soon = delayed(self, 0, self._show_selected)
        self.nothing = Empty(tr("No item matches."), tr("Show every item"), lambda: session.query_proposed.emit(""))
        self.unread = Empty(tr(_UNREAD), tr("Index the sources"), self._start)
        self.stack = pages(self, page, self.nothing, self.unread)
        heads = self.list.horizontalHeader()
        self._offered = self._ways_to_list()
        self._restore_columns()
        heads.sortIndicatorChanged.connect(self._sort)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._choose_columns)
        heads.sectionResized.connect(lambda *_: self._keep_columns())
        heads.sectionMoved.connect(lambda *_: self._keep_columns())
        self.list.selectionModel().currentRowChanged.connect(self._moved)
        self.list.selectionModel().selectionChanged.connect(self._select)
        self.list.customContextMenuRequested.connect(self._offer)
        self.list.copy_requested.connect(self.copy_ids)
        self.list.next_requested.connect(lambda: self.go(1))
        self.list.clicked.connect(lambda index: self.session.select(self.model.nos[index.row()]))
        self.session.sealing.changed.connect(self._show_sealing)
        self.session.results_changed.connect(self._take_results)
        self.session.status_changed.connect(self._counted)
        self.session.case_opened.connect(lambda: self._list(()))
        self.session.case_opened.connect(self._restore_columns)
        self.session.step_requested.connect(self.go)
        self.session.item_requested.connect(self._visit)
        self.session.item_shown.connect(self._note)
        self.session.memory.place_requested.connect(self._write_place)
        self.suggested = SuggestedOrder(session, lambda: self.model.nos)
        self.suggested.ranked.connect(self._rank)
        self.suggested.withdrawn.connect(lambda: self._sort(-1, Qt.SortOrder.AscendingOrder))

    def readers(self) -> tuple[QWidget, ...]:
        return (self.list,)

    def commands(self) -> tuple[Command, ...]:
        session = self.session
        return (
            Command("Next item", "Item", lambda: self.go(1), ("Ctrl+Right",), begins_part=True, repeats=True),
            Command("Previous item", "Item", lambda: self.go(-1), ("Ctrl+Left",), repeats=True),
            *self._offered,
            Command("Select all results", "Item", self.list.select_all, ("Ctrl+A",), reading=True, begins_part=True),
            Command("Show all copies", "View", self.show_copies, ("Ctrl+Shift+E",), state=lambda: session.all_copies),
            Command("Suggested order", "View", self.suggest, ("Ctrl+Shift+O",), state=lambda: self.suggested.on),
            Command("Copy ids", "Item", self.copy_ids, ("Ctrl+Shift+I",)),
            Command("Menu for the selected items", "Item", self.offer, ("Shift+F10",)),
            *(self._column_command(column) for column in range(len(COLUMNS)) if column != SUBJECT),
            Command("Arrange columns …", "View/Columns", self.arrange_columns, begins_part=True),
        )

    def _ways_to_list(self) -> tuple[Command, ...]:
        if not self.session.sealing.pending:
            return (Command("Go to the list", "Item", self.list.setFocus, ("Esc",)),)
        cancel = Command("Cancel sealing", "Item", self.session.sealing.cancel, ("Esc",))
        return cancel, Command("Go to the list", "Item", self.list.setFocus)

    def _show_sealing(self) -> None:
        sealing = self.session.sealing
        if sealing.pending:
            self.sealing.ask(sealing.sentence(), (tr("Cancel"), sealing.cancel), leave=False)
        if sealing.pending != (len(self._offered) > 1):
            self.sealing.setVisible(sealing.pending)
            before, self._offered = self._offered, self._ways_to_list()
            self.session.commands_changed.emit(before, self._offered)

    # ---- listing

    def _take_results(self, results: Results) -> None:
        self._say()
        self.stack.setCurrentIndex(0 if results.nos else 1 if results.text.strip() else 2)
        self._resume(results)
        none = tr("No item matches {query}.", query=results.reading or results.text)
        not_read = tr("%n items could not be searched.", results.not_searchable) if results.not_searchable else ""
        self.nothing.sentence.setText(f"{none} {not_read}".rstrip())

    def _resume(self, results: Results) -> None:
        place, no = self.session.memory.resume()
        self._list(results.order, no)
        if self.suggested.on:
            self.suggested.sort()
        if place.item and self.session.current != no:
            self.session.say(tr("The item that you read last is sealed, or your last query doesn't find it any more."))
        elif place.item:
            self.list.verticalScrollBar().setValue(self.list.currentIndex().row() - place.above)

    def _note(self, item: Item) -> None:
        self._shown_row = item.row

    def _write_place(self, place: CasePlace) -> None:
        place.all_copies = self.session.all_copies
        at = self.list.currentIndex().row()
        row = self.model.row_at(at) if at >= 0 else None
        if row is None and self._shown_row is not None and 0 <= at < len(self.model.nos):  # its row isn't read yet
            row = self._shown_row if self._shown_row.no == self.model.nos[at] else None
        if row is not None:
            place.item, place.above = row.id, at - self.list.verticalScrollBar().value()

    def _counted(self, status: Status) -> None:
        self._say()
        sentence = tr("%n items read so far.", status.items) if status.items else tr(_UNREAD)
        self.unread.sentence.setText(sentence)
        self.unread.button.setText(tr("Show them" if status.items else "Index the sources"))

    def _start(self) -> None:
        if self.session.status is not None and self.session.status.items:
            self.session.query_proposed.emit("")
        else:
            self.session.command_requested.emit("Index the sources")

    def _say(self) -> None:
        results, status = self.session.results, self.session.status
        if results is None:
            return
        heading = formatting.with_copies(results.distinct, results.total)
        if status:
            heading = tr("{found} of {items}", found=heading, items=formatting.count(status.items, "item"))
        if self.suggested.on:
            heading += f"  ·  {tr('suggested order')}"
        if selected := self.session.selection:
            heading += f"  ·  {tr('{count} selected', count=formatting.number(len(selected)))}"
        self.heading.setText(heading)
        not_read, partly = formatting.number(results.not_searchable), formatting.number(results.partly)
        blind = [tr("{items} not searchable", items=not_read)] if results.not_searchable else []
        blind += [tr("{items} partly searched", items=partly)] if results.partly else []
        self.blind.setText(f"{'  ·  '.join(blind)}  {formatting.forward()}")
        self.blind.setToolTip(formatting.hint("  ·  ".join(blind)))
        self.blind.setVisible(bool(blind))

    def _list(self, nos: Sequence[ItemNo], no: ItemNo | None = None) -> None:
        before, dropped = no or self.session.current, len(self.session.selection)
        self.model.show_items(nos)
        self._say()
        self._select()
        if dropped:
            items = formatting.count(dropped, "item")
            self.session.say(tr("The list has changed: {items} are no longer selected.", items=items))
        if not nos:
            self.session.upcoming = None
            self.session.select(None)
            return
        at = self.model.row_of(before) if before is not None else -1
        self.list.put_at(max(at, 0))
        if self.session.current != before:
            self.session.keyboard.ignore_letters()  # meant for the item before

    def _order(self, column: int, order: Qt.SortOrder) -> None:
        self.session.places.leave()
        key = COLUMNS[column].sort if 0 <= column < len(COLUMNS) else ""
        self.session.order = key, order == Qt.SortOrder.DescendingOrder

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.session.keyboard.ignore_letters()  # the click gave the list the keys, for the sake of the heading
        if 0 <= column < len(COLUMNS) and not COLUMNS[column].sort:
            key, down = self.session.order
            before = next((at for at, listed_column in enumerate(COLUMNS) if key and listed_column.sort == key), -1)
            heads = self.list.horizontalHeader()
            with QSignalBlocker(heads):
                heads.setSortIndicator(before, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
            self.session.say(tr("The list can't be sorted by this column."))
            return
        self._order(column, order)
        results = self.session.results
        if results is None or not results.nos:
            return
        key, down = self.session.order
        collapse, keep = results.distinct is not None, self.session.current
        self.session.waiting_changed.emit(tr("Sorting …"))

        def take(nos: Sequence[ItemNo]) -> None:
            self.session.waiting_changed.emit("")
            if results is self.session.results:
                self._list(nos)
                self.session.list_sorted.emit(nos)

        self.session.ask(
            "searches", lambda case: case.search.sorted(results.nos, key, down, collapse, keep), take, newest="sort"
        )

    def suggest(self) -> None:
        if self.session.results is None or self.session.refuse_while_blind():
            return
        heads, on = self.list.horizontalHeader(), self.suggested.on
        with QSignalBlocker(heads):
            heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if on:
            self._sort(-1, Qt.SortOrder.AscendingOrder)
        else:
            self.suggested.start()

    def _rank(self, ranked: RankedItems, top: bool) -> None:
        nos, at, bar = self.model.nos, self.list.currentIndex().row(), self.list.verticalScrollBar()
        if (self.session.selection and not top) or len(ranked.nos) != len(nos):
            return
        above = at - bar.value()
        nos_ranked = ranked.nos if top else followed(nos[: at + 1], ranked.nos)
        query = self.session.results.text if self.session.results is not None else ""
        self.session.places.take(nos_ranked, ranked.decided, query)
        self._list(nos_ranked, nos_ranked[0] if top else None)
        if not top:
            bar.setValue(at - above)
        self.session.list_sorted.emit(self.model.nos)
        self.session.list_ranked.emit(ranked)

    def show_copies(self) -> None:
        self.session.all_copies = not self.session.all_copies
        if self.session.results is not None:
            self.session.search_again()

    # ---- moving

    def _select(self, *_: object) -> None:
        selection, row = Selection(self.model.nos, self.list.selected_rows()), self.list.currentIndex().row()
        alone = selection.rows == (range(row, row + 1),)
        self.session.selection = Selection() if alone else selection
        if len(self.session.selection) == 1:
            self._soon.start()  # Qt selects a row before it makes it the current one
        else:
            self._show_selected()

    def _show_selected(self) -> None:
        now, before = self.session.selection, self._counted_rows
        self._counted_rows = now.rows
        self.list.outline(self.list.selectionModel().hasSelection() is False or bool(now))
        if now.rows != before:
            self._say()
            self.session.selection_changed.emit()

    def copy_ids(self) -> None:
        nos = tuple(self.session.selected())

        def copy(ids: list[ItemId]) -> None:
            QApplication.clipboard().setText("\n".join(ids))
            self.session.say(tr("Copied: {ids}.", ids=formatting.count(len(ids), "id")))

        if nos:
            self.session.ask("rest", partial(ids, nos), copy)

    def offer(self) -> None:
        self._offer(self.list.visualRect(self.list.currentIndex()).bottomLeft())

    def _offer(self, at: QPoint) -> None:
        if self.session.current is not None:
            self.session.menu_requested.emit(self.list.viewport().mapToGlobal(at), "")

    def _moved(self, index: QModelIndex, before: QModelIndex) -> None:
        if not index.isValid():
            return
        self._select()
        nos, row = self.model.nos, index.row()
        ahead = row + (1 if not before.isValid() or row >= before.row() else -1)
        self.session.upcoming = nos[ahead] if 0 <= ahead < len(nos) else None
        self.session.select(nos[row])

    def go(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < len(self.model.nos):
            self.list.put_at(row)
        elif self.model.nos:
            self.session.remark(tr("This is the last item." if by > 0 else "This is the first item."))

    def _visit(self, no: ItemNo) -> None:
        row, results, nos = self.model.row_of(no), self.session.results, self.model.nos
        if row >= 0:
            self.list.put_at(row)
            return
        if self.session.selection:  # it isn't what a key shall code now
            self.list.select_current()

        def show(answer: tuple[int, Row]) -> None:
            at, row = answer
            if no != self.session.current or nos is not self.model.nos:
                return
            if at < 0:
                self.session.remark(tr("This item is not among the results; the list keeps its place."))
            else:
                self.model.exchange(at, row)
                self.list.put_at(at)

        among = results.nos if results is not None and results.distinct is not None else ()
        self.session.ask("rest", partial(row_of_copy, no, among, nos), show, newest="row of copy")

    # ---- columns

    def _column_key(self) -> str:
        case = hashlib.sha256(str(self.session.path or "").encode()).hexdigest()[:16]
        return f"columns-{len(COLUMNS)}/{case}/{quote(self.session.reviewer, safe='')}"

    def _restore_columns(self) -> None:
        self.list.restore_columns(preferences.state(self._column_key()))
        heads, place = self.list.horizontalHeader(), self.session.memory.place
        self.session.all_copies = place.all_copies
        if place.sort is not None:
            column = next(
                (at for at, listed_column in enumerate(COLUMNS) if place.sort and listed_column.sort == place.sort), -1
            )
            order = Qt.SortOrder.DescendingOrder if place.descending else Qt.SortOrder.AscendingOrder
            heads.setSortIndicator(column, order)
        self._order(heads.sortIndicatorSection(), heads.sortIndicatorOrder())
        if place.sort == SUGGESTED:
            self.session.order = SUGGESTED, False
        self.model.show_columns(self.list.columns())

    def _keep_columns(self, *, always: bool = False) -> None:
        """Remember columns that a person has arranged, not widths that follow from the window's size."""
        if always or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self.list.fitting = False
            self.model.show_columns(self.list.columns())
            preferences.put(self._column_key(), self.list.horizontalHeader().saveState())

    def _column_command(self, column: int) -> Command:
        name = tr("Column {name}", name=tr(COLUMNS[column].head))
        is_shown = lambda: not self.list.isColumnHidden(column)  # noqa: E731
        return Command(name, "View/Columns", partial(self._switch_column, column), state=is_shown)

    def _switch_column(self, column: int) -> None:
        self.list.setColumnHidden(column, not self.list.isColumnHidden(column))
        self._keep_columns(always=True)

    def arrange_columns(self) -> None:
        heads = self.list.horizontalHeader()
        order = list(map(heads.logicalIndex, range(heads.count())))
        names = [tr(column.head) for column in COLUMNS]
        self.dialog = ColumnsDialog(self.below_dialogs(), names, order, set(self.list.columns()), SUBJECT)
        self.dialog.columns_chosen.connect(self._arrange)
        self.dialog.show()

    def _arrange(self, order: list[int], shown: set[int]) -> None:
        self.list.arrange(order, shown)
        self._keep_columns(always=True)

    def _choose_columns(self, at: QPoint) -> None:
        self.session.menu_requested.emit(self.list.horizontalHeader().mapToGlobal(at), "View/Columns")
