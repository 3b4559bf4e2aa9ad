"""People: who wrote to whom and when, as a graph, lists and a timeline; and which names may be one person's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from triage.insight.people.nouns import Identity, PeopleReport, PersonNode, SamePerson, Tie
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, tr
from ui.suggestions import STATES, SuggestionView
from ui.widgets.builders import lay_out
from ui.widgets.charts import Histogram, PeopleGraph, describe_person
from ui.widgets.controls import Listing, SplitParts, button

_QUERY = Qt.ItemDataRole.UserRole + 1


class PeopleView(SuggestionView):
    title = "People"
    task = "Finding people"
    hint = later("Who wrote to whom, and when, is worked out from the headers of all messages. Nothing of it is kept.")
    action = later("Work out who wrote to whom")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        heads = (tr("Person"), tr("Sent"), tr("Received"), tr("Months"))
        self.people = Listing(tr("People, those with most messages first"), heads, numbers=(1, 2))
        tie_heads = (tr("From"), tr("To"), tr("Messages"))
        self.ties = Listing(tr("Who wrote to whom"), tie_heads, numbers=(2,))
        for listing in (self.people, self.ties):
            listing.itemActivated.connect(lambda line, column: self._search(str(line.data(0, _QUERY))))
        self.graph = PeopleGraph()
        self.graph.person_chosen.connect(lambda person: self._search(person.query))
        self.bars = Histogram()
        self.bars.setAccessibleName(tr("Messages by month"))
        self.bars.range_selected.connect(lambda first, last: self._search(f"type:mail AND sent:{first}..{last}"))
        self.again = button(tr("Work it out again"), self.find_all)
        middle = lay_out(QWidget(), (self.graph, 1), self.bars)
        parts = SplitParts(((self.people, 4), (middle, 5), (self.ties, 4)))
        self.set_content((self.again,), (parts, 1))
        self.setFocusProxy(self.people)

    def forget(self) -> None:
        super().forget()
        self.graph.show_people((), ())
        self.bars.show_months(())

    def take(self, report: PeopleReport) -> None:
        self.stack.setCurrentIndex(1)
        self.people.fill(map(self._person, report.people))
        self.ties.fill(map(self._tie, report.ties))
        self.graph.show_people(report.people, report.ties)
        self.bars.show_months([(month.start, month.mails) for month in report.timeline])
        self.status.setText(formatting.listed(_counts(report)))

    def _person(self, person: PersonNode) -> QTreeWidgetItem:
        name = formatting.foreign(person.name or person.key)
        numbers = formatting.number(person.sent), formatting.number(person.received)
        line = self.people.line(
            [name, *numbers, months(person.first, person.last)], person.key, formatting.hint(describe_person(person))
        )
        line.setData(0, _QUERY, person.query)
        return line

    def _tie(self, tie: Tie) -> QTreeWidgetItem:
        ends = formatting.foreign(tie.sender), formatting.foreign(tie.recipient)
        line = self.ties.line([*ends, formatting.number(tie.mails)], tie.sender + "\n" + tie.recipient)
        line.setData(0, _QUERY, tie.query)
        return line

    def _search(self, query: str) -> None:
        if query:
            self.session.query_proposed.emit(query)
        else:
            self.session.say(tr("No short query finds exactly these messages."))


def months(first: str, last: str) -> str:
    """Return the months from one day to another: "2023-05 – 2023-07"."""
    return as_is(" – ".join(dict.fromkeys(filter(None, (first[:7], last[:7])))))


def _counts(report: PeopleReport) -> Iterator[str]:
    yield formatting.count(report.mails, "message")
    yield formatting.count(report.people_count, "person", "people")
    yield formatting.count(report.accepted, "accepted merge")


# ---- which addresses, Exchange names and display names may be one person's; merged only by decision

DECIDE = "Saving who is one person"


class SamePersonView(SuggestionView):
    title = "Same person"
    task = "Finding who is one person"
    hint = later("Addresses and names that may be one person's are suggested from headers, with the evidence for each.")
    action = later("Find who may be one person")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._suggested: dict[str, SamePerson] = {}
        heads = (tr("One"), tr("Other"), tr("Likeness"), tr("Decided"))
        self.list = Listing(tr("Addresses and names that may be one person's"), heads, numbers=(2,))
        self.list.currentItemChanged.connect(lambda now, before: self._show_evidence())
        self.lines = Listing(tr("Evidence"), (tr("Evidence"),))
        self.lines.itemActivated.connect(lambda line, column: self._visit())
        self.accept_button = button(tr("Accept"), lambda: self._decide(True), "main")
        self.accept_button.setToolTip(tr("Count both as one person"))
        self.reject_button = button(tr("Reject"), lambda: self._decide(False))
        self.reject_button.setToolTip(tr("Remember that they are two people; also takes a merge back"))
        self.again = button(tr("Look again"), self.find_all)
        parts = SplitParts(((self.list, 3), (self.lines, 2)))
        self.set_content((self.accept_button, self.reject_button, self.again), (parts, 1))
        self.setFocusProxy(self.list)

    def writers(self) -> tuple[QWidget, ...]:
        return self.accept_button, self.reject_button

    def forget(self) -> None:
        super().forget()
        self._suggested = {}

    def take(self, suggested: list[SamePerson]) -> None:
        self._suggested = {suggestion.id: suggestion for suggestion in suggested}
        self.list.fill(map(self._line, suggested))
        self.stack.setCurrentIndex(1)
        self._show_evidence()

    def ended(self, task: str, result: Any) -> None:
        super().ended(task, result)
        if task == DECIDE and result is not None:
            self.find_all()

    def _line(self, suggestion: SamePerson) -> QTreeWidgetItem:
        state = tr(STATES[suggestion.state]) if suggestion.state else ""
        return self.list.line(
            [_named(suggestion.first), _named(suggestion.second), f"{suggestion.score:.2f}", state], suggestion.id
        )

    def _chosen(self) -> SamePerson | None:
        return self._suggested.get(str(self.list.chosen()))

    def _show_evidence(self) -> None:
        suggestion = self._chosen()
        may = suggestion is not None and not self.session.read_only
        self.accept_button.setEnabled(may and suggestion is not None and suggestion.state != "accepted")
        self.reject_button.setEnabled(may and suggestion is not None and suggestion.state != "rejected")
        self.lines.clear()
        if suggestion is not None:
            evidence = [(messages.shown(message), "") for message in suggestion.evidence]
            evidence += [(tr("See {item}", item=item[:10]), item) for item in suggestion.items]
            self.lines.fill(self.lines.line([text], item, formatting.hint(text)) for text, item in evidence)

    def _visit(self) -> None:
        if item := self.lines.chosen():
            self.session.visit_id(str(item))

    def _decide(self, accept: bool) -> None:
        if (suggestion := self._chosen()) is not None:
            suggestion_id = suggestion.id
            self.session.naming.when_named(
                lambda: self.session.task_requested.emit(DECIDE, (suggestion_id, accept, self.session.reviewer))
            )


def _named(identity: Identity) -> str:
    return formatting.foreign(
        f"{identity.name} <{identity.key}>" if identity.name and "@" in identity.key else identity.key
    )
