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
from ui.panel import Brief
from ui.suggestions import STATES, SuggestionView
from ui.widgets.builders import lay_out
from ui.widgets.controls import Listing, SplitParts, Strip, button

ALIKE = "Finding words used alike"
_MOST = 300  # candidates that are listed
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
    title = "Names"
    task = "Finding names"
    hint = later(
        "Words that may be code names are listed here, with who uses them, when, and three lines. All texts of the case"
        " are read for it."
    )
    action = later("Find names")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._candidates: dict[str, NameCandidate] = {}
        self._make_lists()
        self.find_button = button(tr("Find names again"), self.find_all)
        self.rejected = QCheckBox(tr("List rejected names too"))
        self.rejected.toggled.connect(lambda on: self.refresh())
        self.accept_button = button(tr("Accept"), self.accept, "main")
        self.accept_button.setToolTip(tr("Save a search for this name"))
        self.reject_button = button(tr("Reject"), self.reject)
        self.reject_button.setToolTip(tr("Remember that this is no name that is looked for"))
        self.search_button = button(tr("Search for it"), self.search)
        self.alike_button = button(tr("Find what is like it"), self.find_alike)
        self.people = Brief("", "muted")
        self.people.setContentsMargins(theme.STEP, 0, theme.STEP, 0)
        self.strip = Strip()
        evidence = lay_out(QWidget(), self.people, (self.lines, 1))
        parts = SplitParts(((self.list, 5), (evidence, 6), (self.like, 4)))
        deciding = (self.accept_button, self.reject_button, self.search_button, self.alike_button)
        self.set_content((*deciding, self.find_button, self.rejected), self.strip, (parts, 1))
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
        return self.accept_button, self.reject_button, self.find_button, self.empty.button

    # ---- reading

    def forget(self) -> None:
        super().forget()
        self._candidates = {}
        self.people.setText("")
        self.strip.hide()
        self.refresh()

    def ended(self, task: str, result: Any) -> None:
        super().ended(task, result)
        if task == ALIKE and isinstance(result, Likeness):
            self.like.fill(self._like_lines(result))

    def read(self) -> None:
        every, who = self.rejected.isChecked(), self.session.reviewer
        ask = lambda case: case.reports.insight.names.ranked(_MOST, rejected=every, reviewer=who)  # noqa: E731
        self.session.ask("rest", ask, self._list, self._refuse, newest="names")

    def _list(self, report: NameReport | None) -> None:
        self.stack.setCurrentIndex(0 if report is None else 1)
        if report is None:
            return
        self._candidates = {candidate.word: candidate for candidate in report.candidates}
        self.list.fill(map(self._line, report.candidates))
        names = formatting.count(len(report.candidates), "name")
        rejected = formatting.count(report.rejected, "rejected name") if report.rejected else ""
        self.status.setText(formatting.listed((names, rejected)))
        self._show_evidence()

    def _line(self, candidate: NameCandidate) -> QTreeWidgetItem:
        months = as_is(" – ".join(dict.fromkeys((candidate.first[:7], candidate.last[:7]))))
        state = tr(STATES[candidate.state]) if candidate.state else ""
        return self.list.line(
            [formatting.foreign(candidate.written), formatting.number(candidate.items), months, state], candidate.word
        )

    def _chosen(self) -> NameCandidate | None:
        return self._candidates.get(str(self.list.chosen()))

    def _show_evidence(self) -> None:
        candidate = self._chosen()
        for widget in (self.search_button, self.alike_button):
            widget.setEnabled(candidate is not None)
        self.accept_button.setEnabled(
            candidate is not None and candidate.state != "accepted" and not self.session.read_only
        )
        self.reject_button.setEnabled(candidate is not None and not candidate.state and not self.session.read_only)
        self.like.clear()
        people = formatting.listed(map(formatting.foreign, candidate.people)) if candidate is not None else ""
        self.people.setText(tr("Used by {people}", people=people) if people else "")
        self.lines.fill(self._evidence(candidate) if candidate is not None else ())

    def _evidence(self, candidate: NameCandidate) -> Iterator[QTreeWidgetItem]:
        for line in candidate.lines:
            texts = (line.date[:10], formatting.foreign(line.sender), formatting.foreign(line.text))
            yield self.lines.line(texts, line.id, formatting.hint(line.text))

    # ---- what is like it

    def find_alike(self) -> None:
        if (candidate := self._chosen()) is not None:
            self.session.task_requested.emit(ALIKE, (candidate.written,))

    def _like_lines(self, likeness: Likeness) -> Iterator[QTreeWidgetItem]:
        for variant in likeness.variants:
            texts = (formatting.foreign(variant.query), tr(_KINDS[variant.kind]), formatting.number(variant.items))
            yield self.like.line(texts, variant.query)
        for alias in likeness.aliases:
            texts = (formatting.foreign(alias.word), tr("used alike"), formatting.number(alias.items))
            yield self.like.line(texts, f'"{alias.word}"')

    # ---- deciding

    def search(self) -> None:
        if (candidate := self._chosen()) is not None:
            self.session.query_proposed.emit(f'"{candidate.word}"')

    def accept(self) -> None:
        if (candidate := self._chosen()) is not None:
            word = candidate.word
            self.session.change(
                lambda case, who: case.reports.insight.names.accept(word, who),
                lambda saved: self._decided(tr("Saved as a search: {name}", name=formatting.isolate(saved.name))),
                self._refuse,
            )

    def reject(self) -> None:
        if (candidate := self._chosen()) is not None:
            word, sentence = candidate.word, tr("Rejected: {name}", name=formatting.isolate(candidate.written))
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
