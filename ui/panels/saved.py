"""Saved searches: queries kept under a name, their runs, and why two runs found something else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.reports import Difference, SavedRun, SavedSearch
from ui import theme
from ui.i18n import formatting, messages
from ui.i18n.language import backwards, later, tr
from ui.panel import Command, Empty, Panel, label
from ui.session import Session

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
    """A line to name the query, the tree of searches and runs, and the difference beside it."""

    title = "Saved searches"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name for the current query"))
        self.name.setAccessibleName(tr("Name for the current query"))
        self.name.setMaxLength(80)
        self.name.returnPressed.connect(self.save)
        self.save_ = self._button(tr("Save the query"), self.save)
        self.run_ = self._button(tr("Run"), self.run)
        self.compare_ = self._button(tr("What changed"), self.compare)
        self.tree = self._make_tree(tr("Saved searches and their runs"), [tr(head) for head in _HEADS])
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.itemActivated.connect(self._activated)
        self.tree.itemSelectionChanged.connect(self._show_state)
        self.said = label(tr("Choose a search, or two runs of one, to see what changed and why."), "muted")
        self.said.setWordWrap(True)
        self.moves = self._make_tree(tr("What changed between two runs"), [tr("Reason, items"), tr("Items")])
        self.moves.itemActivated.connect(self._visit)
        self.moves.itemClicked.connect(self._visit)
        self._stale = True
        self._wanted = ""
        self._lay_out()
        self._show_state()
        session.opened.connect(self._forget)

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: run())
        return button

    @staticmethod
    def _make_tree(name: str, heads: list[str]) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(name)
        tree.setHeaderLabels(heads)
        tree.setIndentation(2 * theme.STEP)
        tree.setUniformRowHeights(True)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(len(heads) - 1 if len(heads) > 2 else 0, QHeaderView.ResizeMode.Stretch)
        return tree

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        top.setSpacing(theme.STEP)
        top.addWidget(self.name, 1)
        for button in (self.save_, self.run_, self.compare_):
            top.addWidget(button)
        moved = QWidget()
        beside = QVBoxLayout(moved)
        beside.setContentsMargins(0 if backwards() else theme.STEP, 0, theme.STEP if backwards() else 0, 0)
        beside.setSpacing(theme.STEP // 2)
        beside.addWidget(self.moves, 1)
        beside.addWidget(self.said)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.tree)
        self.split.addWidget(moved)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.stack = QStackedWidget()
        self.stack.addWidget(Empty(tr(_NOTHING)))
        self.stack.addWidget(self.split)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(top)
        lines.addWidget(self.stack, 1)

    def commands(self) -> tuple[Command, ...]:
        """Saving the query, and getting to the saved ones."""
        return (
            Command("Save the search …", "Find", self._name_it, ("Ctrl+S",)),
            Command("Saved searches", "Find", self._go, ("Ctrl+Shift+S",)),
        )

    def _name_it(self) -> None:
        self.session.raised.emit(self.title)
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self) -> None:
        self.session.raised.emit(self.title)
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- listing

    def _forget(self) -> None:
        self._stale = True
        self.tree.clear()
        self.moves.clear()
        self.name.clear()
        self.stack.setCurrentIndex(0)
        if self.in_sight:
            self._ask()

    def sight_changed(self) -> None:
        """List the searches when the panel comes into sight."""
        if self.in_sight and self._stale:
            self._ask()

    def _ask(self) -> None:
        if self.session.jobs is not None:
            self._stale = False
            self.session.jobs.ask("aside", _list, self._show, newest="saved")

    def _show(self, listed: Listed) -> None:
        wanted = self._wanted or self._chosen()[0]
        self.tree.clear()
        for search, runs in listed:
            head = QTreeWidgetItem(self.tree, _texts(search))
            _mark(head, search.name, 0, search.query, search.query)
            for run in reversed(runs):
                line = QTreeWidgetItem(head, _run_texts(run))
                _mark(line, search.name, run.number, run.query, f"{run.reading}\n{run.index.id}")
            head.setExpanded(search.name == wanted)
            if search.name == wanted:
                self.tree.setCurrentItem(head)
        self._wanted = ""
        self.stack.setCurrentIndex(1 if listed else 0)
        self._show_state()

    def _chosen(self) -> tuple[str, list[int]]:
        """Return the name chosen and the numbers of its runs that are."""
        lines = self.tree.selectedItems()
        name = str(lines[0].data(0, _NAME)) if lines else ""
        return name, sorted(int(one.data(0, _RUN)) for one in lines if one.data(0, _RUN) and one.data(0, _NAME) == name)

    def _show_state(self) -> None:
        name, _ = self._chosen()
        self.run_.setEnabled(bool(name))
        self.compare_.setEnabled(bool(name))

    # ---- saving and running

    def save(self) -> None:
        """Save the current query under the name given, and keep what it finds now as a run."""
        jobs, results = self.session.jobs, self.session.results
        name = " ".join(self.name.text().split())
        if jobs is None or results is None:
            return
        if not name:
            self.session.said.emit(tr("Give the search a name first."))
            self.name.setFocus()
            return
        query, reviewer = results.text, self.session.reviewer

        def work(case: Case) -> SavedRun:
            case.search.save(name, query, reviewer)
            return case.search.run_saved(name, reviewer)

        jobs.change(work, partial(self._ran, name, False))

    def run(self) -> None:
        """Run the chosen search: keep what it finds, and show it."""
        name, _ = self._chosen()
        if name and self.session.jobs is not None:
            reviewer = self.session.reviewer
            self.session.jobs.change(lambda case: case.search.run_saved(name, reviewer), partial(self._ran, name, True))

    def _ran(self, name: str, again: bool, run: SavedRun) -> None:
        ran, saved = later("Ran “{name}”: run {run} found {items}."), later("Saved “{name}”: run {run} found {items}.")
        said = ran if again else saved
        self.session.said.emit(tr(said, name=name, run=run.number, items=formatting.count(run.total, "item")))
        self._wanted = name
        if again:
            self.session.wanted.emit(run.query)
        else:
            self.name.clear()
        self._ask()

    def _activated(self, line: QTreeWidgetItem, column: int) -> None:
        """Put the query of a search, or of one of its runs, into the search line."""
        self.session.wanted.emit(str(line.data(0, _QUERY)))

    # ---- what moved

    def compare(self) -> None:
        """Show what moved between the two runs chosen; between the last two unless two are."""
        name, runs = self._chosen()
        if not name or self.session.jobs is None:
            return
        before, after = runs if len(runs) == 2 else (None, None)
        work = partial(_difference, name, before, after)
        self.session.jobs.ask("aside", work, self._explain, self._cannot, "difference")

    def _cannot(self, error: TriageError) -> None:
        self.moves.clear()
        self.said.setText(messages.error(error))

    def _explain(self, explained: Explained) -> None:
        said, names = explained
        before, after = said.before, said.after
        runs = formatting.listed(
            tr("run {run} found {items}", run=run.number, items=formatting.number(run.total)) for run in (before, after)
        )
        moved, same = later("{search}: {runs}."), later("{search}: {runs}: the same items.")
        self.said.setText(tr(moved if said.moves else same, search=formatting.safe_line(after.name), runs=runs))
        self.moves.clear()
        for move in said.moves:
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
            head.setExpanded(len(said.moves) == 1)

    def _visit(self, line: QTreeWidgetItem, column: int) -> None:
        untrusted_id = line.data(0, _ID)
        if untrusted_id and self.session.jobs is not None:
            self.session.jobs.ask("aside", partial(_find, str(untrusted_id)), self.session.visit, newest="visit")
        elif line.parent() is None:
            line.setExpanded(not line.isExpanded())


def _difference(name: str, before: int | None, after: int | None, case: Case) -> Explained:
    said = case.search.saved_difference(name, before, after)
    names: dict[str, str] = {}
    for untrusted_id in dict.fromkeys(one for move in said.moves for one in move.ids[:_MOST]):
        with suppress(TriageError):  # an item that is gone has no name any more
            names[untrusted_id] = formatting.titled(case.search.rows([case.search.find(untrusted_id)])[0])
    return said, names


def _find(untrusted_id: str, case: Case) -> ItemNo:
    return case.search.find(untrusted_id)


def _texts(search: SavedSearch) -> list[str]:
    found = "" if search.last_total is None else formatting.number(search.last_total)
    version = "  " + tr("(version {version})", version=search.version) if search.version > 1 else ""
    when = f"{formatting.when(search.time)}  {formatting.foreign(search.author)}"
    return [formatting.foreign(search.name) + version, found, when, formatting.foreign(search.query)]


def _run_texts(run: SavedRun) -> list[str]:
    when = f"{formatting.when(run.time)}  {formatting.foreign(run.author)}"
    return [tr("run {run}", run=run.number), formatting.number(run.total), when, formatting.foreign(run.query)]


def _mark(line: QTreeWidgetItem, name: str, number: int, query: str, hint: str) -> None:
    line.setData(0, _NAME, name)
    line.setData(0, _RUN, number)
    line.setData(0, _QUERY, query)
    line.setToolTip(3, formatting.hint(formatting.safe_text(hint)))
    line.setTextAlignment(1, theme.NUMBER)
