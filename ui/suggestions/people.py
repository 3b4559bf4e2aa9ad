"""People: who wrote to whom and when, as a graph, lists and a timeline; a click lists the messages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from triage.insight.people.nouns import PeopleReport, PersonNode, Tie
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import as_is, later, tr
from ui.panel import Brief, Empty
from ui.suggestions.view import SuggestionView
from ui.widgets.builders import lay_out, pages
from ui.widgets.charts import Histogram, PeopleGraph, describe_person
from ui.widgets.controls import Listing, SplitParts, button, row

_QUERY = Qt.ItemDataRole.UserRole + 1
_UNKNOWN = later("Who wrote to whom, and when, is worked out from the headers of all messages. Nothing of it is kept.")


class PeopleView(SuggestionView):
    title = "People"
    task = "Finding people"

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
        self.status = Brief("", "muted")
        self.empty = Empty(tr(_UNKNOWN), tr("Work out who wrote to whom"), self.find_all)
        middle = lay_out(QWidget(), (self.graph, 1), self.bars)
        parts = SplitParts(((self.people, 4), (middle, 5), (self.ties, 4)))
        self.stack = pages(self, self.empty, lay_out(QWidget(), row((self.again, self.status), (0, 1)), (parts, 1)))
        self.setFocusProxy(self.people)

    def forget(self) -> None:
        self.stack.setCurrentIndex(0)
        self.people.clear()
        self.ties.clear()
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
