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
from triage.messages import say
from triage.model.items import ItemNo
from triage.model.reports import Coverage, Expansion, Reason, Results
from ui import theme
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, backwards, tr
from ui.panel import Command, Empty, Panel, label
from ui.presenters import filters
from ui.widgets.builders import children, lay_out, number_field, pages, tree
from ui.widgets.controls import button, entry, row

# ---- the certificate of a search: its lines in a tree, and as a text to keep

QUERY, RAISE, TERM, WORD, ITEM, THING = range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 6)
"""Under what a line keeps its data."""

_STATES = {"not": "is:unsearchable", "partly": "is:partly"}
_TICKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


def branches(coverage: Coverage, ticked: frozenset[int]) -> list[QTreeWidgetItem]:
    lines = [_sample(coverage, ticked)] if coverage.sample else []
    if coverage.scope.not_searchable:
        lines.append(_level(coverage, "not", tr("Not searchable: list them"), coverage.scope.not_searchable))
    if coverage.scope.partly:
        lines.append(_level(coverage, "partly", tr("Partly searchable: list them"), coverage.scope.partly))
    if coverage.files:
        line = _line(tr("Files that could not be processed: show them"), formatting.number(coverage.files), "accent")
        line.setData(0, RAISE, "Problems")
        lines.append(line)
    if not lines:
        lines.append(_line(tr("Every one of these items could be searched in full."), ""))
    if coverage.with_transport:
        lines.append(_line(_by_name(coverage), ""))
    return lines + [_expansion(expansion) for expansion in coverage.expansions]


def _line(text: str, count: str, ink: str = "") -> QTreeWidgetItem:
    line = QTreeWidgetItem([text, count])
    line.setTextAlignment(1, theme.NUMBER)
    if ink:
        line.setForeground(0, theme.colour(ink))
    return line


def _tickable(text: str, count: str, hint: str, data: dict[int, object], *, on: bool) -> QTreeWidgetItem:
    line = _line(text, count)
    line.setFlags(_TICKED)
    line.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    line.setToolTip(0, hint)
    for role, value in data.items():
        line.setData(0, role, value)
    return line


def _level(coverage: Coverage, level: str, name: str, total: int) -> QTreeWidgetItem:
    head = _line(name, formatting.number(total), "accent")
    query = filters.join("", (*filters.split(coverage.scope.text).filters, _STATES[level]))
    head.setData(0, QUERY, query)
    for reason in coverage.reasons:
        if reason.level == level:
            code = as_is(reason.code) if reason.code else tr("no code")
            meaning = messages.meaning(reason.code, reason.meaning)
            line = _line(f"{code}: {meaning}", formatting.number(reason.items))
            line.setToolTip(0, formatting.hint(meaning))
            line.setData(0, QUERY, query)
            head.addChild(line)
    return head


def _expansion(expansion: Expansion) -> QTreeWidgetItem:
    words = formatting.count(expansion.count, "word")
    title = tr("{term} expands to {words}", term=formatting.safe_line(expansion.term), words=words)
    if expansion.count > len(expansion.words):
        title = tr("{line}, the %n most frequent", len(expansion.words), line=title)
    head = _line(title, "", "muted")
    head.setFlags(Qt.ItemFlag.ItemIsEnabled)
    _, struck = filters.term_and_struck(expansion.term)
    for word, count in (*expansion.words, *((word, None) for word in struck)):
        text = tr("excluded") if count is None else formatting.number(count)
        hint = tr("Clear the box to exclude the word from the query (Space)")
        data: dict[int, object] = {TERM: expansion.term, WORD: word}
        head.addChild(_tickable(formatting.safe_line(word), text, hint, data, on=count is not None))
    return head


def _sample(coverage: Coverage, ticked: frozenset[int]) -> QTreeWidgetItem:
    title = tr(
        "Sample of {size} out of {rest} that were not fully searched and not found: look at each, tick the relevant",
        size=len(coverage.sample),
        rest=coverage.rest,
    )
    head = _line(title, tr("seed {seed}", seed=coverage.seed), "muted")
    head.setFlags(Qt.ItemFlag.ItemIsEnabled)
    for at, thing in enumerate(coverage.sample):
        path = formatting.safe_line(thing.path)
        hint = formatting.hint(tr("{path}: Enter opens it, Space ticks it", path=path))
        head.addChild(_tickable(path, ", ".join(thing.codes), hint, {THING: at, ITEM: thing.no}, on=at in ticked))
    return head


# ---- as a text


def summary(coverage: Coverage) -> str:
    scope, items = coverage.scope, formatting.count(coverage.scope.items, "item")
    fully, partly, blind = scope.fully, scope.partly, scope.not_searchable
    parts = [
        tr("{found} of {items} found", found=coverage.hits, items=items) if coverage.text else items,
        tr("{fully} fully searched, {partly} partly, {blind} not", fully=fully, partly=partly, blind=blind),
        tr("%n files could not be processed", coverage.files) if coverage.files else "",
        messages.part(coverage.index.extent),
    ]
    return f"{tr('; ').join(part for part in parts if part)}."


def interval_sentence(coverage: Coverage) -> str:
    """Return what the checked sample says of the rest, in one sentence; "" before it was checked."""
    seen, bounds = coverage.interval, coverage.bounds
    if seen is None or bounds is None:
        return ""
    if len(coverage.sample) == coverage.rest:
        return tr("All {rest} were checked: {found} are relevant.", rest=coverage.rest, found=seen.found)
    return tr(
        "Found {found} in {sample}. With {confidence} confidence {low} to {high} of them are relevant: that is"
        " {least} to {most} of {rest} (Clopper-Pearson).",
        found=seen.found,
        sample=seen.sample,
        confidence=f"{seen.confidence:.4g}",
        low=f"{seen.low:.2%}",
        high=f"{seen.high:.2%}",
        least=bounds[0],
        most=bounds[1],
        rest=coverage.rest,
    )


def certificate(coverage: Coverage) -> str:
    """Return the certificate as plain text; in English these are the words of ``triage coverage``."""
    lines = [tr("Coverage of {case}, {time}", case=coverage.case, time=coverage.time), summary(coverage)]
    if coverage.text:
        lines += [tr("Term: {term}", term=coverage.text), tr("Interpreted as  {reading}", reading=coverage.reading)]
        lines += [f"{e.term}: {formatting.listed(f'{word} {n:,}' for word, n in e.words)}" for e in coverage.expansions]
    every = tr("all items of the case") if coverage.index.extent.whole else tr("all items read so far")
    lines.append(tr("Searched: {reading}", reading=coverage.scope.reading or every))
    if coverage.with_transport:
        lines.append(_by_name(coverage))
    lines.append(tr("Index: {index}, triage {program}", index=coverage.index.id, program=coverage.index.program))
    lines += [messages.shown(say("broker-unconfined"))] * coverage.index.unconfined
    lines += [_reason(reason) for reason in coverage.reasons]
    if coverage.sample:
        size = len(coverage.sample)
        lines.append(
            tr("Sample of {size} out of {rest}, seed {seed}", size=size, rest=coverage.rest, seed=coverage.seed)
        )
        lines += [f"{thing.id or tr('(no item)')} {', '.join(thing.codes)} {thing.path}" for thing in coverage.sample]
    lines.append(interval_sentence(coverage))
    return formatting.strip_isolates("\n".join(line for line in lines if line)) + "\n"


def _by_name(coverage: Coverage) -> str:
    items = formatting.count(coverage.with_transport, "item")
    return tr("Transport headers, signatures among them, are searched by name only (transport:): {items}", items=items)


def _reason(reason: Reason) -> str:
    level, meaning = tr(messages.LEVELS[reason.level]), messages.meaning(reason.code, reason.meaning)
    return f"{formatting.number(reason.items)} {level}: {reason.code} {meaning}"


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
        self.status.setText(summary(coverage))
        self.result.setText(interval_sentence(coverage))
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
        self.tree.addTopLevelItems(branches(self.coverage, frozenset(self._ticked)))
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
        QGuiApplication.clipboard().setText(certificate(self.coverage))
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
