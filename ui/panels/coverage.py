"""Coverage: what the query was not asked of, by reason, a sample of that to check by hand, open terms.

The searched set is the query's filters alone: ``heron AND custodian:dana`` is asked of Dana's items. A word that is
unticked is struck out of its term. What is ticked in the sample was found relevant there.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.reports import Coverage, Results
from ui import theme
from ui.case.session import Session
from ui.i18n import messages
from ui.i18n.language import backwards, tr
from ui.panel import Command, Empty, Panel, label
from ui.presenters import certificate, filters
from ui.presenters.certificate import ITEM, QUERY, RAISE, TERM, THING, WORD
from ui.widgets.builders import children, lay_out, number_field, pages, tree
from ui.widgets.controls import button, entry, row

_SIZE, _MOST = 20, 1000  # things in a sample: proposed, and at most


class CoveragePanel(Panel):
    title = "Coverage"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.status = label(wraps=True, copies=True)
        self.result = label("", "title", wraps=True, copies=True)
        margins = QMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        for sentence in (self.status, self.result):
            sentence.setContentsMargins(margins)
        self._make_tree()
        self.size_field = number_field(tr("Size of the sample"), 1, _MOST, _SIZE)
        if backwards():  # digits alone have no direction, and Qt would put them on the left
            self.size_field.setAlignment(theme.NUMBER)
        self.seed = entry(tr("Seed: the same seed draws the same sample"), tr("new seed"))
        self.seed.setMaxLength(64)
        self.seed.setFixedWidth(18 * theme.STEP)
        self.seed.returnPressed.connect(self.draw)
        self.draw_button = button(tr("Draw a sample for manual review"), self.draw)
        self.report_button = button(tr("Finish and report"), self.report)
        copy = button(tr("Copy the certificate"), self.copy)
        controls = row((self.draw_button, self.size_field, self.seed, self.report_button, copy))
        self.empty = Empty(
            tr("Items that a search could not cover, and the words that its wildcards expand to, are listed here.")
        )
        page = lay_out(QWidget(), self.status, controls, self.result, (self.tree, 1))
        self.stack = pages(self, self.empty, page)
        self._filling = False
        self._drawn = 0
        self._ticked: set[int] = set()
        self.coverage: Coverage | None = None
        session.results_changed.connect(self._searched)
        session.case_opened.connect(self._forget)
        session.colours_changed.connect(self._fill)

    def _make_tree(self) -> None:
        heads = (tr("Not searched, and words searched"), tr("Items"))
        self.tree = tree(tr("What was not searched, and the words searched"), heads, indent=2 * theme.STEP, flat=True)
        self.tree.headerItem().setTextAlignment(1, theme.NUMBER)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.tree.header().resizeSection(1, 24 * theme.STEP)
        self.tree.itemActivated.connect(self._go)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemChanged.connect(self._ticked_one)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("What was not searched", "Find", lambda: self.bring(self.tree), ("Ctrl+Shift+U",)),
            Command("Copy the certificate of this search", "Find", self.copy),
        )

    # ---- reading

    def _forget(self) -> None:
        self.coverage = None
        self.stale = True
        self._drawn = 0
        self.stack.setCurrentIndex(0)

    def _searched(self, results: Results) -> None:
        self._drawn = 0
        self._ticked.clear()
        self.refresh()

    def read(self, seed: str = "", found: str = "") -> None:
        results, size = self.session.results, self._drawn
        if results is None:
            return
        within = filters.within(results.text)

        def work(case: Case) -> Coverage:
            return case.reports.coverage(results.text, within, size, seed, found)

        self.session.ask("rest", work, partial(self._show, results), self._failed, newest="coverage")

    def _failed(self, error: TriageError) -> None:
        self._forget()
        self.session.error_posted.emit(messages.error(error))

    def _show(self, results: Results, coverage: Coverage) -> None:
        if results is not self.session.results:
            return
        anew = self.coverage is None or self.coverage.sample != coverage.sample or not coverage.sample
        self.coverage = coverage
        self.status.setText(certificate.sentence(coverage))
        self.result.setText(certificate.interval(coverage))
        self.result.setVisible(coverage.interval is not None)
        self.draw_button.setEnabled(coverage.rest > 0)
        self.report_button.setVisible(bool(coverage.sample))
        if coverage.sample:
            self.seed.setText(coverage.seed)
        self.stack.setCurrentIndex(1)
        if anew:
            self._fill()

    def _fill(self) -> None:
        if self.coverage is None:
            return
        self._filling = True
        self.tree.setUpdatesEnabled(False)
        self.tree.clear()
        self.tree.addTopLevelItems(certificate.branches(self.coverage, frozenset(self._ticked)))
        self.tree.expandAll()
        self.tree.setUpdatesEnabled(True)
        self._filling = False

    # ---- the sample

    def draw(self) -> None:
        if self.session.results is not None and self.draw_button.isEnabled():
            self._drawn = self.size_field.value()
            self._ticked.clear()
            self.read(self.seed.text().strip())
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def report(self) -> None:
        if self.coverage is not None and self.coverage.sample:
            self.read(self.coverage.seed, str(len(self._ticked)))

    def copy(self) -> None:
        if self.coverage is None:
            self.session.say(tr("The certificate is in the panel What was not searched."))
            return
        QGuiApplication.clipboard().setText(certificate.text(self.coverage))
        self.session.say(tr("The certificate was copied."))

    # ---- using it

    def _go(self, line: QTreeWidgetItem, column: int) -> None:
        if (query := line.data(0, QUERY)) is not None:
            self.session.query_proposed.emit(str(query))
        elif (panel := line.data(0, RAISE)) is not None:
            self.session.panel_requested.emit(str(panel))
        elif (no := line.data(0, ITEM)) is not None:
            self.session.visit(ItemNo(int(no)))
        elif line.data(0, THING) is not None:
            self.session.say(tr("This file could not be processed; look at it where it is: {path}", path=line.text(0)))

    def _ticked_one(self, line: QTreeWidgetItem, column: int) -> None:
        if self._filling:
            return
        if (at := line.data(0, THING)) is not None:
            (self._ticked.add if line.checkState(0) == Qt.CheckState.Checked else self._ticked.discard)(int(at))
            if self.coverage is not None and self.coverage.interval is not None:
                self.report()
        elif line.data(0, TERM) is not None:
            self._strike(line)

    def _strike(self, line: QTreeWidgetItem) -> None:
        results, term, head = self.session.results, line.data(0, TERM), line.parent()
        if results is None or head is None:
            return
        unticked = [word for word in children(head) if word.checkState(0) == Qt.CheckState.Unchecked]
        struck = [str(word.data(0, WORD)) for word in unticked]
        query = filters.strike(results.text, str(term), struck) or filters.strike(results.reading, str(term), struck)
        if query is not None:
            self.session.query_proposed.emit(query)
        else:
            self.session.say(
                tr(
                    "{term} isn't written like this in the query; exclude the word there with !({word}).",
                    term=str(term),
                    word=struck[0],
                )
            )
