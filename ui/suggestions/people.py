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
from ui.widgets.controls import Listing, SplitParts, button, row
from ui.widgets.histogram import Histogram
from ui.widgets.people_graph import PeopleGraph, description_of

_QUERY = Qt.ItemDataRole.UserRole + 1
_UNKNOWN = later("Who wrote to whom, and when, is worked out from the headers of all messages. Nothing of it is kept.")


class PeopleView(SuggestionView):
    """The people with most messages, the graph over a timeline, and who wrote to whom."""

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
        self.graph.person_chosen.connect(lambda one: self._search(one.query))
        self.bars = Histogram()
        self.bars.setAccessibleName(tr("Messages by month"))
        self.bars.range_selected.connect(lambda first, last: self._search(f"type:mail AND sent:{first}..{last}"))
        self.again = button(tr("Work it out again"), self.find_all)
        self.told = Brief("", "muted")
        self.empty = Empty(tr(_UNKNOWN), tr("Work out who wrote to whom"), self.find_all)
        middle = lay_out(QWidget(), (self.graph, 1), self.bars)
        parts = SplitParts(((self.people, 4), (middle, 5), (self.ties, 4)))
        self.stack = pages(self, self.empty, lay_out(QWidget(), row((self.again, self.told), (0, 1)), (parts, 1)))
        self.setFocusProxy(self.people)

    def forget(self) -> None:
        """Show nothing of another case, or of what has been sealed since."""
        self.stack.setCurrentIndex(0)
        self.people.clear()
        self.ties.clear()
        self.graph.show_people((), ())
        self.bars.show_months(())

    def take(self, report: PeopleReport) -> None:
        """Show who wrote to whom."""
        self.stack.setCurrentIndex(1)
        self.people.fill(map(self._person, report.people))
        self.ties.fill(map(self._tie, report.ties))
        self.graph.show_people(report.people, report.ties)
        self.bars.show_months([(one.start, one.mails) for one in report.timeline])
        self.told.setText(formatting.listed(_counts(report)))

    def _person(self, one: PersonNode) -> QTreeWidgetItem:
        name = formatting.foreign(one.name or one.key)
        numbers = formatting.number(one.sent), formatting.number(one.received)
        line = self.people.line(
            [name, *numbers, months(one.first, one.last)], one.key, formatting.hint(description_of(one))
        )
        line.setData(0, _QUERY, one.query)
        return line

    def _tie(self, one: Tie) -> QTreeWidgetItem:
        ends = formatting.foreign(one.sender), formatting.foreign(one.recipient)
        line = self.ties.line([*ends, formatting.number(one.mails)], one.sender + "\n" + one.recipient)
        line.setData(0, _QUERY, one.query)
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
