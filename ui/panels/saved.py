"""Saved searches: queries kept under a name, their runs, and why two runs found something else."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTreeWidget, QTreeWidgetItem, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.reports import Difference, SavedRun, SavedSearch
from ui import theme
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import Command, Empty, Panel, label
from ui.widgets.builders import indented, lay_out, pages, tree
from ui.widgets.controls import button, entry, row

_NAME = Qt.ItemDataRole.UserRole
_RUN = Qt.ItemDataRole.UserRole + 1
_ID = Qt.ItemDataRole.UserRole + 2
_QUERY = Qt.ItemDataRole.UserRole + 3
_MOST = 500  # items listed for one reason
_NOTHING = later("Search, enter a name above and save. A saved search can be run again later and shows what changed.")
_HEADS = (later("Search, run"), later("Found"), later("When, by whom"), later("Query"))
Explained = tuple[Difference, dict[str, str]]
Listed = list[tuple[SavedSearch, list[SavedRun]]]


def _list(case: Case) -> Listed:
    return [(search, case.search.saved_runs(search.name)) for search in case.search.saved()]


class SavedPanel(Panel):
    title = "Saved searches"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.name = entry(tr("Name for the current query"))
        self.name.setMaxLength(80)
        self.name.returnPressed.connect(self.save)
        self.save_button = button(tr("Save the query"), self.save)
        self.run_button = button(tr("Run"), self.run)
        self.compare_button = button(tr("What changed"), self.compare)
        heads, indent = [tr(head) for head in _HEADS], 2 * theme.STEP
        self.tree = tree(tr("Saved searches and their runs"), heads, wide=3, indent=indent)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.itemActivated.connect(lambda line, column: session.query_proposed.emit(str(line.data(0, _QUERY))))
        self.tree.itemSelectionChanged.connect(self._show_state)
        self.status = label(
            tr("Choose a search, or two runs of one, to see what changed and why."), "muted", wraps=True
        )
        self.moves = tree(tr("What changed between two runs"), (tr("Reason, items"), tr("Items")), indent=indent)
        self.moves.itemActivated.connect(self._visit)
        self.moves.itemClicked.connect(self._visit)
        self._wanted = ""
        self._lay_out()
        self._show_state()
        session.case_opened.connect(self._forget)

    def _lay_out(self) -> None:
        beside = lay_out(QWidget(), (self.moves, 1), self.status, margins=indented(theme.STEP), gap=theme.STEP // 2)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        for at, (part, share) in enumerate(((self.tree, 3), (beside, 2))):
            self.split.addWidget(part)
            self.split.setStretchFactor(at, share)
        page = QWidget()
        self.stack = pages(page, Empty(tr(_NOTHING)), self.split)
        lay_out(self, row((self.name, self.save_button, self.run_button, self.compare_button), (1,)), (page, 1))

    def commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "Save the search …", "Find", lambda: self.bring(self.name), ("Ctrl+S",), begins_part=True, writes=True
            ),
            Command("Saved searches", "Find", lambda: self.bring(self.tree), ("Ctrl+Shift+S",)),
        )

    def writers(self) -> tuple[QWidget, ...]:
        return self.name, self.save_button, self.run_button

    # ---- listing

    def _forget(self) -> None:
        self.tree.clear()
        self.moves.clear()
        self.name.clear()
        self.stack.setCurrentIndex(0)
        self.refresh()

    def read(self) -> None:
        self.session.ask("rest", _list, self._show, newest="saved")

    def _show(self, searches: Listed) -> None:
        wanted = self._wanted or self._chosen()[0]
        self.tree.clear()
        for search, runs in searches:
            head = QTreeWidgetItem(self.tree, _texts(search))
            _mark(head, search.name, 0, search.query, search.query)
            for run in reversed(runs):
                line = QTreeWidgetItem(head, _run_texts(run))
                _mark(line, search.name, run.number, run.query, f"{run.reading}\n{run.index.id}")
            head.setExpanded(search.name == wanted)
            if search.name == wanted:
                self.tree.setCurrentItem(head)
        self._wanted = ""
        self.stack.setCurrentIndex(1 if searches else 0)
        self._show_state()

    def _chosen(self) -> tuple[str, list[int]]:
        lines = self.tree.selectedItems()
        name = str(lines[0].data(0, _NAME)) if lines else ""
        return name, sorted(
            int(line.data(0, _RUN)) for line in lines if line.data(0, _RUN) and line.data(0, _NAME) == name
        )

    def _show_state(self) -> None:
        name, _ = self._chosen()
        self.run_button.setEnabled(bool(name))
        self.compare_button.setEnabled(bool(name))

    # ---- saving and running

    def save(self) -> None:
        results, name = self.session.results, " ".join(self.name.text().split())
        if results is None:
            return
        if not name:
            self.session.say(tr("Give the search a name first."))
            self.name.setFocus()
            return
        query = results.text or "*"

        def work(case: Case, reviewer: str) -> SavedRun:
            case.search.save(name, query, reviewer)
            return case.search.run_saved(name, reviewer)

        self.session.change(work, partial(self._ran, name, False))

    def run(self) -> None:
        name, _ = self._chosen()
        if name:
            ran = partial(self._ran, name, True)
            self.session.change(lambda case, reviewer: case.search.run_saved(name, reviewer), ran)

    def _ran(self, name: str, again: bool, run: SavedRun) -> None:
        ran, saved = later("Ran “{name}”: run {run} found {items}."), later("Saved “{name}”: run {run} found {items}.")
        items = formatting.count(run.total, "item")
        self.session.say(tr(ran if again else saved, name=name, run=run.number, items=items))
        self._wanted = name
        if again:
            self.session.query_proposed.emit(run.query)
        else:
            self.name.clear()
        self.read()

    # ---- what moved

    def compare(self) -> None:
        name, runs = self._chosen()
        if not name:
            return
        before, after = runs if len(runs) == 2 else (None, None)

        def failed(error: TriageError) -> None:
            self.moves.clear()
            self.status.setText(messages.error(error))

        self.session.ask("rest", partial(_difference, name, before, after), self._explain, failed, "difference")

    def _explain(self, explained: Explained) -> None:
        difference, names = explained
        runs = formatting.listed(
            tr("run {run} found {items}", run=run.number, items=formatting.number(run.total))
            for run in (difference.before, difference.after)
        )
        moved, same = later("{search}: {runs}."), later("{search}: {runs}: the same items.")
        search = formatting.safe_line(difference.after.name)
        self.status.setText(tr(moved if difference.moves else same, search=search, runs=runs))
        self.moves.clear()
        for move in difference.moves:
            reason = messages.shown(move.reason)
            head = QTreeWidgetItem(self.moves, [f"{move.sign} {reason}", formatting.number(len(move.ids))])
            head.setToolTip(0, formatting.hint(reason))
            head.setForeground(0, theme.colour("green" if move.sign == "+" else "red"))
            head.setTextAlignment(1, theme.NUMBER)
            for untrusted_id in move.ids[:_MOST]:
                line = QTreeWidgetItem(head, [names.get(untrusted_id, untrusted_id), ""])
                line.setData(0, _ID, untrusted_id)
                line.setToolTip(0, formatting.hint(formatting.listed((line.text(0), untrusted_id))))
            if len(move.ids) > _MOST:
                QTreeWidgetItem(head, [tr("and {more} more", more=formatting.number(len(move.ids) - _MOST)), ""])
            head.setExpanded(len(difference.moves) == 1)

    def _visit(self, line: QTreeWidgetItem, column: int) -> None:
        if untrusted_id := line.data(0, _ID):
            self.session.visit_id(str(untrusted_id))
        elif line.parent() is None:
            line.setExpanded(not line.isExpanded())


def _difference(name: str, before: int | None, after: int | None, case: Case) -> Explained:
    difference = case.search.saved_difference(name, before, after)
    names: dict[str, str] = {}
    for untrusted_id in dict.fromkeys(item_id for move in difference.moves for item_id in move.ids[:_MOST]):
        with suppress(TriageError):  # an item that is gone has no name any more
            names[untrusted_id] = formatting.titled(case.search.rows([case.search.find(untrusted_id)])[0])
    return difference, names


def _texts(search: SavedSearch) -> list[str]:
    total = "" if search.last_total is None else formatting.number(search.last_total)
    version = "  " + tr("(version {version})", version=search.version) if search.version > 1 else ""
    when = f"{formatting.when(search.time)}  {formatting.foreign(search.author)}"
    return [formatting.foreign(search.name) + version, total, when, formatting.foreign(search.query)]


def _run_texts(run: SavedRun) -> list[str]:
    when = f"{formatting.when(run.time)}  {formatting.foreign(run.author)}"
    return [tr("run {run}", run=run.number), formatting.number(run.total), when, formatting.foreign(run.query)]


def _mark(line: QTreeWidgetItem, name: str, number: int, query: str, hint: str) -> None:
    line.setData(0, _NAME, name)
    line.setData(0, _RUN, number)
    line.setData(0, _QUERY, query)
    line.setToolTip(3, formatting.hint(formatting.safe_text(hint)))
    line.setTextAlignment(1, theme.NUMBER)
