"""Marking passages: what is selected in the text becomes what a report shows as the reason for a finding.

It knows the text view and the case, and draws nothing itself.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from triage.case import Case
from triage.model.items import ItemNo, Receipt
from triage.model.passages import MarkedPassage
from ui.case.session import Session
from ui.i18n.language import tr
from ui.preview.plain_text import TextView


class Marker(QObject):
    """Marks the selected words, and removes marks that overlap the selection."""

    def __init__(self, session: Session, text: TextView) -> None:
        super().__init__()
        self._session, self._text = session, text
        session.decisions_saved.connect(self._decided)

    def toggle(self) -> None:
        """Mark the selected words, or remove the marks where some of them are marked."""
        page, chosen = self._text.shown, self._text.chosen() if self._text.isVisible() else []
        if page is None or not chosen:
            self._session.say(tr("Select words in the text first (Ctrl+1 shows it)."))
            return
        no = page.item.row.no
        marked = [one for one in self._text.passages if any(one.overlaps(other) for other in chosen)]
        exact = [one._replace(text=page.item.segments[one.segment].text[one.start : one.end]) for one in chosen]
        if marked:
            self._session.record(lambda case, who: case.decisions.passages.unmark(no, marked, who))
        else:
            self._session.record(lambda case, who: case.decisions.passages.mark(no, exact, who))

    def _decided(self, receipt: Receipt) -> None:
        """Show what is marked now where that may have changed."""
        if self._text.shown is not None and receipt.action not in ("tag", "untag", "note"):
            no = self._text.shown.item.row.no
            self._session.ask("rows", lambda case: _read(no, case), partial(self._show, no), newest="passages")

    def _show(self, no: ItemNo, passages: list[MarkedPassage]) -> None:
        if self._text.shown is not None and self._text.shown.item.row.no == no:
            self._text.show_passages(passages)


def _read(no: ItemNo, case: Case) -> list[MarkedPassage]:
    return [] if case.search.rows([no])[0].sealed else case.decisions.passages.of(no)
