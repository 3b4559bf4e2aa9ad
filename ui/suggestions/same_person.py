"""Same person: which addresses, Exchange names and display names may be one person's; merged only by decision."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from triage.insight.people.nouns import Identity, SamePerson
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import Empty
from ui.suggestions.view import SuggestionView
from ui.widgets.builders import lay_out, pages
from ui.widgets.controls import Listing, SplitParts, button, row

DECIDE = "Saving who is one person"
_UNKNOWN = later("Addresses and names that may be one person's are suggested from headers, with the evidence for each.")
_STATES = {"accepted": later("accepted"), "rejected": later("rejected")}


class SamePersonView(SuggestionView):
    title = "Same person"
    task = "Finding who is one person"

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
        self.empty = Empty(tr(_UNKNOWN), tr("Find who may be one person"), self.find_all)
        parts = SplitParts(((self.list, 3), (self.lines, 2)))
        page = lay_out(QWidget(), row((self.accept_button, self.reject_button, self.again)), (parts, 1))
        self.stack = pages(self, self.empty, page)
        self.setFocusProxy(self.list)

    def writers(self) -> tuple[QWidget, ...]:
        return self.accept_button, self.reject_button

    def forget(self) -> None:
        self._suggested = {}
        self.list.clear()
        self.lines.clear()
        self.stack.setCurrentIndex(0)

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
        state = tr(_STATES[suggestion.state]) if suggestion.state else ""
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
