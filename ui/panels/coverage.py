"""Coverage (ui/panels): what the query was not asked of, by reason, and which words its open terms stood for.

The searched set is the query's filters alone: ``heron AND custodian:dana`` is asked of Dana's items. A word that is
unticked is struck out of its term.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model import Results
from triage.reports import Coverage, Expansion
from ui import filters, theme, words
from ui.panel import Command, Empty, Panel, label
from ui.session import Session

_QUERY = Qt.ItemDataRole.UserRole
_RAISE = Qt.ItemDataRole.UserRole + 1
_TERM = Qt.ItemDataRole.UserRole + 2
_WORD = Qt.ItemDataRole.UserRole + 3
_STATES = {"not": "is:unsearchable", "partly": "is:partly"}
_NOTHING = "What a search could not be asked of, and the words that its open terms stand for, are listed here."


def _read(results: Results, within: str, case: Case) -> Coverage:
    return case.coverage(results.text, within)


class CoveragePanel(Panel):
    """The sentence to keep, then reasons and words in a tree."""

    title = "Coverage"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.told = label("", "")
        self.told.setWordWrap(True)
        self.told.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tree = self._make_tree()
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.told)
        lines.addWidget(self.tree, 1)
        self.empty = Empty(_NOTHING)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(page)
        self._stale = True
        self._filling = False
        self.coverage: Coverage | None = None
        session.searched.connect(lambda results: self._restart())
        session.opened.connect(self._forget)
        session.dressed.connect(self._fill)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("What was not searched, and the words searched for")
        tree.setHeaderLabels(["Not searched, and words searched for", "Items"])
        tree.setIndentation(2 * theme.STEP)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        heads = tree.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemActivated.connect(self._go)
        tree.itemClicked.connect(self._go)
        tree.itemChanged.connect(self._ticked)
        return tree

    def commands(self) -> tuple[Command, ...]:
        """Seeing what the search can't speak for."""
        return (Command("What was not searched", "Find", self.show_it, ("Ctrl+Shift+U",)),)

    def show_it(self) -> None:
        """Bring the panel to the front."""
        self.session.raised.emit(self.title)
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- reading

    def _forget(self) -> None:
        self.coverage = None
        self._stale = True
        self.stack.setCurrentIndex(0)

    def sight_changed(self) -> None:
        """Ask what a panel out of sight didn't ask."""
        if self.in_sight and self._stale:
            self._restart()

    def _restart(self) -> None:
        self._stale = not self.in_sight
        results, jobs = self.session.results, self.session.jobs
        if self._stale or results is None or jobs is None:
            return
        work = partial(_read, results, filters.within(results.text))
        jobs.ask("coverage", work, partial(self._show, results), self._failed, newest="coverage")

    def _failed(self, error: TriageError) -> None:
        self._forget()
        self.session.failed.emit(str(error))

    def _show(self, results: Results, coverage: Coverage) -> None:
        if results is self.session.results:
            self.coverage = coverage
            self.told.setText(f"{coverage.sentence}.")
            self.stack.setCurrentIndex(1)
            self._fill()

    # ---- showing

    def _fill(self) -> None:
        said = self.coverage
        if said is None:
            return
        self._filling = True
        self.tree.clear()
        for level, name in (("not", "Not searchable"), ("partly", "Searchable in part")):
            self._level(said, level, name)
        if said.files:
            line = QTreeWidgetItem(self.tree, ["Files that became no item: show them", words.number(said.files)])
            line.setData(0, _RAISE, "Problems")
            line.setForeground(0, theme.colour("accent"))
            _align(line)
        if not self.tree.topLevelItemCount():
            QTreeWidgetItem(self.tree, ["Every one of these items could be searched in full.", ""])
        for expansion in said.expansions:
            self._expansion(expansion)
        self._filling = False

    def _level(self, said: Coverage, level: str, name: str) -> None:
        total = said.scope.not_searchable if level == "not" else said.scope.partly
        if not total:
            return
        head = QTreeWidgetItem(self.tree, [f"{name}: list them", words.number(total)])
        head.setData(0, _QUERY, filters.join("", (*filters.split(said.scope.text).filters, _STATES[level])))
        head.setForeground(0, theme.colour("accent"))
        _align(head)
        for reason in said.reasons:
            if reason.level == level:
                line = QTreeWidgetItem(head, [f"{reason.code or 'no code'}: {reason.meaning}", ""])
                line.setText(1, words.number(reason.items))
                line.setToolTip(0, words.hint(reason.meaning))
                line.setData(0, _QUERY, head.data(0, _QUERY))
                _align(line)
        head.setExpanded(True)

    def _expansion(self, expansion: Expansion) -> None:
        more = expansion.count - len(expansion.words)
        tail = f", the {words.number(len(expansion.words))} most frequent" if more > 0 else ""
        title = f"{words.safe_line(expansion.term)} stands for {words.count(expansion.count, 'word')}{tail}"
        head = QTreeWidgetItem(self.tree, [title, ""])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setForeground(0, theme.colour("muted"))
        _, struck = filters.term_and_struck(expansion.term)
        for word, count in expansion.words:
            self._word(head, expansion.term, word, words.number(count), on=True)
        for word in struck:
            self._word(head, expansion.term, word, "struck out", on=False)
        head.setExpanded(True)

    @staticmethod
    def _word(head: QTreeWidgetItem, term: str, word: str, count: str, *, on: bool) -> None:
        line = QTreeWidgetItem(head, [words.safe_line(word), count])
        line.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        line.setToolTip(0, "Untick to strike the word out of the query (Space)")
        line.setData(0, _TERM, term)
        line.setData(0, _WORD, word)
        _align(line)

    # ---- using it

    def _go(self, line: QTreeWidgetItem, column: int) -> None:
        if (query := line.data(0, _QUERY)) is not None:
            self.session.wanted.emit(str(query))
        elif (panel := line.data(0, _RAISE)) is not None:
            self.session.raised.emit(str(panel))

    def _ticked(self, line: QTreeWidgetItem, column: int) -> None:
        """Strike a word out of its term, or take it in again."""
        results, term, head = self.session.results, line.data(0, _TERM), line.parent()
        if self._filling or term is None or results is None or head is None:
            return
        lines = [one for at in range(head.childCount()) if (one := head.child(at)) is not None]
        struck = [str(one.data(0, _WORD)) for one in lines if one.checkState(0) == Qt.CheckState.Unchecked]
        query = filters.strike(results.text, str(term), struck) or filters.strike(results.reading, str(term), struck)
        if query is not None:
            self.session.wanted.emit(query)
        else:
            self.session.said.emit(
                f"{term} isn't written so in the query; strike the word out there with !({struck[0]})."
            )


def _align(line: QTreeWidgetItem) -> None:
    line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
