"""Marking and redacting: what is selected in the text, or of a page, becomes a reason for a finding, or is cut out.

It knows the views and the case, and draws nothing itself.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from triage.case import Case
from triage.model.items import ItemNo, Receipt
from triage.model.redactions import MarkedPassage, Redaction, Region
from ui.case.session import Session
from ui.dialogs.redact import RedactDialog
from ui.i18n.language import tr
from ui.panel import Command
from ui.preview.page_images import PagesView
from ui.preview.plain_text import TextView

Parts = tuple[list[MarkedPassage], list[Redaction]]


class Marker(QObject):
    """Marks and redacts the selected words, and takes either back."""

    def __init__(self, session: Session, text: TextView, pages: PagesView) -> None:
        super().__init__()
        self._session, self._text, self._pages = session, text, pages
        session.decisions_saved.connect(self._decided)
        pages.region_chosen.connect(self._redact_region)

    def commands(self) -> tuple[Command, ...]:
        """Marking and redacting."""
        return (
            Command("Mark the passage", "Code", self.toggle, ("M",), reading=True, writes=True),
            Command("Redact …", "Code", self.redact, ("Ctrl+Shift+X",), writes=True),
        )

    def toggle(self) -> None:
        """Mark the selected words, or remove the marks where some of them are marked."""
        page, chosen = self._text.shown, self._chosen()
        if page is None or not chosen:
            self._session.say(tr("Select words in the text first (Ctrl+1 shows it)."))
            return
        no = page.item.row.no
        marked = [one for one in self._text.passages if any(one.overlaps(other) for other in chosen)]
        if marked:
            self._session.record(lambda case, who: case.decisions.passages.unmark(no, marked, who, "key"))
        else:
            self._session.record(lambda case, who: case.decisions.passages.mark(no, chosen, who, "key"))

    def _chosen(self) -> list[MarkedPassage]:
        """Return the passages that are selected in the text, as they stand in the item."""
        page = self._text.shown
        if page is None or not self._text.isVisible():
            return []
        segments = page.item.segments
        return [one._replace(text=segments[one.segment].text[one.start : one.end]) for one in self._text.chosen()]

    def redact(self) -> None:
        """Redact the selected words or fields of the header; of a page that is shown, choose a region first."""
        if self._pages.isVisible():
            self._pages.choose_region()
        elif self._text.shown is None or not self._text.isVisible():
            self._session.say(tr("Select words in the text (Ctrl+1), or a region of a page (Ctrl+2), to redact them."))
        else:
            item = self._text.shown.item
            self._open(RedactDialog(self._text.window(), item, self._text.redactions, self._chosen()), item.row.no)

    def _redact_region(self, region: Region) -> None:
        if (page := self._pages.page) is not None:
            dialog = RedactDialog(self._pages.window(), page.item, self._pages.redactions, region=region)
            self._open(dialog, page.item.row.no)

    def _open(self, dialog: RedactDialog, no: ItemNo) -> None:
        dialog.redactions_confirmed.connect(partial(self._confirmed, no))
        dialog.open()

    def _confirmed(self, no: ItemNo, wanted: list[Redaction], back: list[Redaction]) -> None:
        if back:
            self._session.record(lambda case, who: case.decisions.passages.redactions.unredact(no, back, who, "key"))
        if wanted:
            self._session.record(lambda case, who: case.decisions.passages.redactions.redact(no, wanted, who, "key"))

    def _decided(self, receipt: Receipt) -> None:
        """Show what is marked and redacted now where that may have changed."""
        page = self._text.shown or self._pages.page
        if page is not None and receipt.action not in ("tag", "untag", "note"):
            no = page.item.row.no
            self._session.ask("rows", lambda case: _read(no, case), partial(self._show, no), newest="passages")

    def _show(self, no: ItemNo, parts: Parts) -> None:
        passages, redactions = parts
        if self._text.shown is not None and self._text.shown.item.row.no == no:
            self._text.show_passages(passages, redactions)
        if self._pages.page is not None and self._pages.page.item.row.no == no:
            self._pages.show_redactions(redactions)


def _read(no: ItemNo, case: Case) -> Parts:
    if case.search.rows([no])[0].sealed:
        return [], []
    return case.decisions.passages.of(no), list(case.decisions.passages.redactions.of(no))
