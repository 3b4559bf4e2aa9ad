"""Names: words that may be code names, each with people, dates and lines; and what is used or written like one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QCheckBox, QTreeWidgetItem, QWidget

from triage.errors import TriageError
from triage.insight.names.nouns import Likeness, NameCandidate, NameReport
from ui import theme
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, tr
from ui.panel import Brief, Empty
from ui.suggestions.view import SuggestionView
from ui.widgets.builders import lay_out, pages
from ui.widgets.controls import Listing, SplitParts, Strip, button, row

ALIKE = "Finding words used alike"
_MOST = 300  # candidates that are listed
_UNKNOWN = later(
    "Words that may be code names are listed here, with who uses them, when, and three lines. All texts of the case are"
    " read for it."
)
_STATES = {"accepted": later("accepted"), "rejected": later("rejected")}
_KINDS = {
    "joined": later("as one word"),
    "split": later("as several words"),
    "line end": later("broken at a line's end"),
    "spaced": later("spaced out"),
    "initials": later("as initials"),
    "letters": later("with letters that look the same"),
    "spelling": later("misspelled"),
    "script": later("in another script"),
}


class NamesView(SuggestionView):
    """The candidates; the evidence of the one chosen; what is like it."""

    title = "Names"
    task = "Finding names"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._candidates: dict[str, NameCandidate] = {}
        self._make_lists()
        self.find_ = button(tr("Find names again"), self.find_all)
        self.rejected = QCheckBox(tr("List rejected names too"))
        self.rejected.toggled.connect(lambda on: self.refresh())
        self.told = Brief("", "muted")
        self.accept_ = button(tr("Accept"), self.accept, "main")
        self.accept_.setToolTip(tr("Save a search for this name"))
        self.reject_ = button(tr("Reject"), self.reject)
        self.reject_.setToolTip(tr("Remember that this is no name that is looked for"))
        self.search_ = button(tr("Search for it"), self.search)
        self.alike_ = button(tr("Find what is like it"), self.find_alike)
        self.people = Brief("", "muted")
        self.people.setContentsMargins(theme.STEP, 0, theme.STEP, 0)
        self.strip = Strip()
        self.empty = Empty(tr(_UNKNOWN), tr("Find names"), self.find_all)
        evidence = lay_out(QWidget(), self.people, (self.lines, 1))
        parts = SplitParts(((self.list, 5), (evidence, 6), (self.like, 4)))
        controls = (self.accept_, self.reject_, self.search_, self.alike_, self.find_, self.rejected, self.told)
        page = lay_out(QWidget(), row(controls, (*[0] * 6, 1)), self.strip, (parts, 1))
        self.stack = pages(self, self.empty, page)
        self.setFocusProxy(self.list)

    def _make_lists(self) -> None:
        heads = (tr("Name"), tr("Items"), tr("Months"), tr("Decided"))
        self.list = Listing(tr("Words that may be code names"), heads, numbers=(1,))
        self.list.currentItemChanged.connect(lambda now, before: self._show_evidence())
        self.list.itemActivated.connect(lambda line, column: self.search())
        self.lines = Listing(tr("Lines in which the name is used"), (tr("Date"), tr("From"), tr("Line")), stretch=2)
        self.lines.itemActivated.connect(lambda line, column: self.session.visit_id(str(self.lines.chosen())))
        self.lines.itemClicked.connect(lambda line, column: self.session.visit_id(str(self.lines.chosen())))
        self.like = Listing(tr("What is like the name"), (tr("Like it"), tr("How"), tr("Items")), numbers=(2,))
        self.like.itemActivated.connect(lambda line, column: self.session.query_proposed.emit(str(self.like.chosen())))

    def writers(self) -> tuple[QWidget, ...]:
        """Return what decides on a name, and what keeps a ranking."""
        return self.accept_, self.reject_, self.find_, self.empty.button

    # ---- reading

    def forget(self) -> None:
        """Read the names again, of another case or after a seal."""
        self._candidates = {}
        for listing in (self.list, self.lines, self.like):
            listing.clear()
        self.people.setText("")
        self.strip.hide()
        self.stack.setCurrentIndex(0)
        self.refresh()

    def take(self, _: object) -> None:
        """Read the names that were found."""
        self.refresh()

    def ended(self, task: str, result: Any) -> None:
        """Show what is like a name, too."""
        super().ended(task, result)
        if task == ALIKE and isinstance(result, Likeness):
            self.like.fill(self._like_lines(result))

    def read(self) -> None:
        """Ask for the candidates as they were ranked last."""
        every, who = self.rejected.isChecked(), self.session.reviewer
        ask = lambda case: case.reports.insight.names.ranked(_MOST, rejected=every, reviewer=who)  # noqa: E731
        self.session.ask("names", ask, self._list, self._refuse, newest="names")

    def _list(self, report: NameReport | None) -> None:
        self.stack.setCurrentIndex(0 if report is None else 1)
        if report is None:
            return
        self._candidates = {one.word: one for one in report.candidates}
        self.list.fill(map(self._line, report.candidates))
        listed = formatting.count(len(report.candidates), "name")
        turned_down = formatting.count(report.rejected, "rejected name") if report.rejected else ""
        self.told.setText(formatting.listed((listed, turned_down)))
        self._show_evidence()

    def _line(self, one: NameCandidate) -> QTreeWidgetItem:
        months = as_is(" – ".join(dict.fromkeys((one.first[:7], one.last[:7]))))
        state = tr(_STATES[one.state]) if one.state else ""
        return self.list.line([formatting.foreign(one.written), formatting.number(one.items), months, state], one.word)

    def _chosen(self) -> NameCandidate | None:
        return self._candidates.get(str(self.list.chosen()))

    def _show_evidence(self) -> None:
        one = self._chosen()
        for widget in (self.search_, self.alike_):
            widget.setEnabled(one is not None)
        self.accept_.setEnabled(one is not None and one.state != "accepted" and not self.session.read_only)
        self.reject_.setEnabled(one is not None and not one.state and not self.session.read_only)
        self.like.clear()
        people = formatting.listed(map(formatting.foreign, one.people)) if one is not None else ""
        self.people.setText(tr("Used by {people}", people=people) if people else "")
        self.lines.fill(self._evidence(one) if one is not None else ())

    def _evidence(self, one: NameCandidate) -> Iterator[QTreeWidgetItem]:
        for line in one.lines:
            texts = (line.date[:10], formatting.foreign(line.sender), formatting.foreign(line.text))
            yield self.lines.line(texts, line.id, formatting.hint(line.text))

    # ---- what is like it

    def find_alike(self) -> None:
        """Look for words used as the name is, and for other ways to write it."""
        if (one := self._chosen()) is not None:
            self.session.task_requested.emit(ALIKE, (one.written,))

    def _like_lines(self, found: Likeness) -> Iterator[QTreeWidgetItem]:
        for variant in found.variants:
            texts = (formatting.foreign(variant.query), tr(_KINDS[variant.kind]), formatting.number(variant.items))
            yield self.like.line(texts, variant.query)
        for alias in found.aliases:
            texts = (formatting.foreign(alias.word), tr("used alike"), formatting.number(alias.items))
            yield self.like.line(texts, f'"{alias.word}"')

    # ---- deciding

    def search(self) -> None:
        """Search for the name."""
        if (one := self._chosen()) is not None:
            self.session.query_proposed.emit(f'"{one.word}"')

    def accept(self) -> None:
        """Save a search for the name."""
        if (one := self._chosen()) is not None:
            word = one.word
            self.session.change(
                lambda case, who: case.reports.insight.names.accept(word, who),
                lambda saved: self._decided(tr("Saved as a search: {name}", name=formatting.isolate(saved.name))),
                self._refuse,
            )

    def reject(self) -> None:
        """Remember that the name is none."""
        if (one := self._chosen()) is not None:
            word, sentence = one.word, tr("Rejected: {name}", name=formatting.isolate(one.written))
            self.session.change(
                lambda case, who: case.reports.insight.names.reject(word, who),
                lambda _: self._decided(sentence),
                self._refuse,
            )

    def _decided(self, sentence: str) -> None:
        self.strip.hide()
        self.session.say(sentence)
        self.read()

    def _refuse(self, error: TriageError) -> None:
        self.strip.ask(messages.error(error))
