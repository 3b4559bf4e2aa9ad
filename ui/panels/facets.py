"""Facets: how what was found divides, with counts; a click takes a part in, or leaves it out.

Filters that the query has stand above as lines that can be taken away; the bars below choose a range of months.
"""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem, QVBoxLayout, QWidget

from triage.model.reports import Facet, FacetValue, Results
from ui import theme
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.panel import Command, Empty, Panel, label
from ui.presenters import filters
from ui.widgets.builders import delayed, group, lay_out, pages, tree
from ui.widgets.charts import Histogram
from ui.widgets.controls import Chip, tool_button

_TERM = Qt.ItemDataRole.UserRole
_FACET = Qt.ItemDataRole.UserRole + 1
_FEW = 10  # values of a facet that are listed at first
_MOST = 500  # and at most
_WAIT = 400  # milliseconds after a decision before the counts are taken again
_NONE = {"tag": later("(untagged)"), "problem": later("(none)"), "date": later("(undated)"), "state": later("current")}
_NAMES = {
    "custodian": later("Custodian"),
    "type": later("Type"),
    "language": later("Language"),
    "sender domain": later("Sender domain"),
    "date": later("Date"),
    "tag": later("Tag"),
    "problem": later("Problem"),
    "family role": later("Family role"),
    "state": later("State"),
}
_ROLES = {"single": later("single"), "parent": later("parent"), "attachment": later("attachment")}
_STATES = {"superseded": later("superseded"), "vanished": later("vanished"), "purged": later("purged")}
_VALUE, _COUNT, _OUT = range(3)


class FacetsPanel(Panel):
    title = "Facets"
    place = "left"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.query = ""
        self._results: Results | None = None
        self._facets: dict[str, Facet] = {}
        self._veiled = False
        self.bars = Histogram()
        self.bars.range_selected.connect(lambda first, last: self._want(filters.between(self.query, first, last)))
        self.beyond = label("", "muted", wraps=True)
        hint = tr("Items without a date of their own, which have no bar; a click finds them")
        self.undated = tool_button(
            "", hint, lambda: self._want(filters.add(self.query, "is:undated")), "link", hint=True
        )
        self.beyond.setContentsMargins(theme.STEP, 0, theme.STEP, 0)
        self._make_tree()
        chips = QWidget()
        self.chips = QVBoxLayout(chips)
        self.chips.setContentsMargins(theme.STEP // 2, theme.STEP // 2, theme.STEP // 2, 0)
        self.chips.setSpacing(0)
        self.empty = Empty(tr("Custodians, types and tags of the results appear here."))
        self.stack = pages(
            self, self.empty, lay_out(QWidget(), chips, self.bars, self.undated, self.beyond, (self.tree, 1))
        )
        self._timer = delayed(self, _WAIT, self._ask)
        session.results_changed.connect(self._searched)
        session.decisions_saved.connect(lambda receipt: self._timer.start())
        session.case_opened.connect(self._forget)
        session.colours_changed.connect(self._fill)
        session.tags_changed.connect(lambda nos: self._unveil())

    def _make_tree(self) -> None:
        heads = (tr("Facet"), tr("Items"), "")
        self.tree = tree(tr("Facets of the results"), heads, indent=theme.STEP, flat=True)
        self.tree.headerItem().setTextAlignment(_COUNT, theme.NUMBER)
        self.tree.header().setMinimumSectionSize(2 * theme.STEP)
        self.tree.header().setSectionResizeMode(_OUT, QHeaderView.ResizeMode.Fixed)
        self.tree.header().resizeSection(_OUT, 5 * theme.STEP // 2)
        self.tree.itemActivated.connect(lambda line, column: self._take_in(line))
        self.tree.itemClicked.connect(lambda line, at: self._leave_out(line) if at == _OUT else self._take_in(line))
        self.tree.installEventFilter(self)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("Go to the facets", "Find", lambda: self.bring(self.tree), ("Ctrl+Shift+L",)),
            Command("Clear all filters", "Find", self._take_all_away),
        )

    # ---- counting

    def _forget(self) -> None:
        self._results = None
        self._facets = {}
        self.stack.setCurrentIndex(0)

    def _searched(self, results: Results) -> None:
        self.query = results.text.strip()
        head, once = self.tree.headerItem(), results.distinct is not None
        head.setText(_COUNT, tr("Distinct") if once else tr("Items"))
        head.setToolTip(_COUNT, formatting.hint(tr("Copies count once") if once else tr("Copies included")))
        self._results = results
        self._show_chips()
        self._ask()

    def _ask(self) -> None:
        if (results := self._results) is not None:
            counted = partial(self._counted, results)
            nos, once = results.nos, results.distinct is not None
            self.session.ask(
                "rest",
                lambda case: (
                    case.reports.facets(nos, results.past, collapse=once),
                    *case.reports.undated(nos, collapse=once),
                ),
                lambda counts: counted(*counts),
                newest="facets",
            )

    def _counted(self, results: Results, facets: tuple[Facet, ...], undated: int, stand_ins: dict[str, int]) -> None:
        if results is not self._results:
            return
        self._facets = {facet.name: facet for facet in facets}
        self.stack.setCurrentIndex(1 if results.nos or filters.split(self.query).filters else 0)
        months = self._facets.pop("month", Facet("month", ()))
        self.bars.show_months([(month.value, month.items - stand_ins.get(month.value, 0)) for month in months.values])
        self.bars.setVisible(bool(self.bars.counts))
        self.undated.setText(tr("%n undated items", undated))
        self.undated.setVisible(undated > 0)
        outside = self.bars.outside
        self.beyond.setText(tr("%n items dated outside these months", outside) if outside else "")
        self.beyond.setVisible(bool(outside))
        if any(value.items for value in months.values):
            self._facets["date"] = _years(months)
        self._fill()

    # ---- showing

    def _fill(self) -> None:
        at = self.tree.verticalScrollBar().value()
        self.tree.clear()
        self._veiled = self._has_veiled()
        for facet in self._facets.values():
            hidden = facet.name == "tag" and self._veiled
            if hidden or facet.values:
                self._group(facet, hidden=hidden)
        self.tree.verticalScrollBar().setValue(at)

    def _has_veiled(self) -> bool:
        """Whether items of an open blind sample are among what was found: counts of few items would tell their tags."""
        veiled = self.session.veiled
        return bool(veiled and self._results is not None and not veiled.isdisjoint(self._results.nos))

    def _unveil(self) -> None:
        if self._has_veiled() != self._veiled:
            self._fill()

    def _group(self, facet: Facet, *, hidden: bool) -> None:
        head = group(self.tree, tr(_NAMES[facet.name]) if facet.name in _NAMES else facet.name)
        if hidden:
            line = QTreeWidgetItem(head, [tr("Hidden while its sample is open.")])
            line.setToolTip(_VALUE, formatting.hint(line.text(_VALUE)))
        else:
            self._lines(head, facet, 0, _FEW)

    def _lines(self, head: QTreeWidgetItem, facet: Facet, start: int, end: int) -> None:
        head.addChildren([_line(facet.name, value) for value in facet.values[start:end]])
        more = len(facet.values) - end
        if more > 0:
            words = later("%n more …") if end < _MOST else later("%n more: triage facets lists them")
            line = QTreeWidgetItem([tr(words, more), "", ""])
            line.setForeground(_VALUE, theme.colour("accent" if end < _MOST else "muted"))
            if end < _MOST:
                line.setData(_VALUE, _FACET, facet.name)
            head.addChild(line)

    def _show_chips(self) -> None:
        while (old := self.chips.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for chip in filters.split(self.query).filters:
            text = formatting.safe_line(chip)
            button = Chip(text)
            button.setAccessibleName(tr("Remove filter {shown}", shown=text))
            button.setToolTip(formatting.hint(button.accessibleName()))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(partial(self._want, filters.take_away(self.query, chip)))
            self.chips.addWidget(button)

    # ---- choosing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Minus):
            if (line := self.tree.currentItem()) is not None:
                self._leave_out(line)
            return True
        return super().eventFilter(watched, event)

    def _take_in(self, line: QTreeWidgetItem) -> None:
        term, name, head = line.data(_VALUE, _TERM), line.data(_VALUE, _FACET), line.parent()
        if term:
            self._add(str(term))
        elif name is not None and head is not None:
            head.removeChild(line)
            self._lines(head, self._facets[str(name)], head.childCount(), _MOST)
        elif head is not None:
            self.session.say(tr("No query can select this part, so it can't be included or excluded."))

    def _leave_out(self, line: QTreeWidgetItem) -> None:
        if term := line.data(_VALUE, _TERM):
            self._add(filters.opposite(str(term)))

    def _add(self, term: str) -> None:
        query = filters.add(self.query, term)
        if query == filters.join(*filters.split(self.query)):
            self.session.say(tr("The query already contains this."))
        else:
            self._want(query)

    def _take_all_away(self) -> None:
        rest, terms = filters.split(self.query)
        if terms:
            self._want(filters.join(rest, ()))
        else:
            self.session.say(tr("The query has no filter."))

    def _want(self, query: str, *_: object) -> None:
        self.session.query_proposed.emit(query)


def _line(name: str, value: FacetValue) -> QTreeWidgetItem:
    text = formatting.kind(value.value) if name == "type" else value.value
    if name in ("family role", "state"):
        text = tr({**_ROLES, **_STATES}.get(text, text))
    text = formatting.foreign(text) or tr(_NONE.get(name, later("(none)")))
    line = QTreeWidgetItem([text, formatting.number(value.items), "−" if value.query else ""])
    line.setTextAlignment(_COUNT, theme.NUMBER)
    line.setTextAlignment(_OUT, Qt.AlignmentFlag.AlignCenter)
    line.setForeground(_OUT, theme.colour("muted"))
    line.setToolTip(_VALUE, formatting.hint(formatting.safe_line(value.value or text)))
    if value.query:
        line.setToolTip(_OUT, formatting.hint(tr("Exclude {shown} (Delete)", shown=text)))
        line.setData(_VALUE, _TERM, value.query)
    return line


def _years(months: Facet) -> Facet:
    """Return months as years; ``date:2023`` finds one of them."""
    years: Counter[str] = Counter()
    undated = [value for value in months.values if not value.value]
    for value in months.values:
        if value.value:
            years[value.value[:4]] += value.items
    values = [FacetValue(year, items, f"date:{year}") for year, items in sorted(years.items(), reverse=True)]
    return Facet("date", (*values, *undated))
