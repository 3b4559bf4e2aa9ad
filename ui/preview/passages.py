"""Marking and redacting: what is selected in the text, or of a page, becomes a reason for a finding, or is cut out.

It knows the views and the case, and draws nothing in them itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QLayout, QWidget

from triage.case import Case
from triage.model.items import Item, ItemNo, Receipt
from triage.model.redactions import LONGEST_REASON, MarkedPassage, Redaction, Region
from ui import preferences
from ui.case.session import Session
from ui.dialogs.base import Dialog, form
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.panel import Command, label
from ui.preview.page_images import PagesView
from ui.preview.plain_text import TextView
from ui.widgets.builders import choice, under

# ---- the dialog: what to redact in productions, and what to take back

_REASONS = (later("Personal data"), later("Privilege"), later("Not responsive"))
_REASONS_KEY = "redaction reasons"
_MOST_REASONS = 8
_SHOWN = 120  # letters of what is redacted
_FIELDS = {
    "subject": later("Subject"),
    "from": later("From"),
    "to": later("To"),
    "cc": later("Cc"),
    "bcc": later("Bcc"),
    "file": later("Name"),
}
_WIDE = 76


class RedactDialog(Dialog):
    """What to redact and why; ``redactions_confirmed`` carries what to make, and what to take back."""

    redactions_confirmed = Signal(list, list)

    def __init__(
        self,
        parent: QWidget,
        item: Item,
        existing: Sequence[Redaction],
        passages: Sequence[MarkedPassage] = (),
        region: Region | None = None,
    ) -> None:
        super().__init__(parent, tr("Redact for productions"))
        known = {redaction.passage for redaction in existing}
        self._passages, self._region = [passage for passage in passages if passage not in known], region
        self.fields = {name: QCheckBox(tr(words)) for name, words in _FIELDS.items() if _value(item, name)}
        self.existing = {redaction: QCheckBox(_describe(redaction)) for redaction in existing}
        for redaction, box in self.existing.items():
            box.setChecked(True)
            if redaction.field in self.fields:
                self.fields[redaction.field].hide()
        self.reason = choice(tr("Reason for the redaction"), _reasons())
        self.reason.setEditable(True)
        self.reason.setValidator(QRegularExpressionValidator(f"[^|]{{0,{LONGEST_REASON}}}", self.reason))
        new = under(*([label(self._new(), wraps=True)] if self._new() else []), *self.fields.values())
        rows: list[tuple[str, QWidget | QLayout]] = [(tr("Redact"), new), (tr("Reason"), self.reason)]
        rows += [(tr("Already redacted"), under(*self.existing.values()))] if self.existing else []
        sentence = tr("To redact words, close this dialog and select them in the text first.")
        if self._passages:
            sentence = tr("Productions redact these words wherever they occur in this item and its exact copies.")
        hint = label(sentence, "muted", wraps=True)
        self.arrange(form(*rows), hint, self.answers(tr("Redact")), wide=_WIDE)
        self.reason.setFocus()

    def _new(self) -> str:
        words = [f"“{formatting.isolate(_short(passage.text))}”" for passage in self._passages]
        page = [tr("A region of page {number}", number=self._region.page + 1)] if self._region is not None else []
        return formatting.listed([*words, *page])

    def accept(self) -> None:
        reason = " ".join(self.reason.currentText().replace("|", " ").split())
        wanted = [Redaction(reason, passage) for passage in self._passages]
        wanted += [Redaction(reason, region=self._region)] if self._region is not None else []
        wanted += [Redaction(reason, field=name) for name, box in self.fields.items() if box.isChecked()]
        withdrawn = [redaction for redaction, box in self.existing.items() if not box.isChecked()]
        if wanted and not reason:
            self.reason.setFocus()
            return
        if wanted:
            _keep(reason)
        self.redactions_confirmed.emit(wanted, withdrawn)
        super().accept()


def _value(item: Item, field: str) -> str:
    people = {"to": item.to, "cc": item.cc, "bcc": item.bcc}
    if field in people:
        return ", ".join(people[field])
    return {"subject": item.row.subject, "from": item.row.sender, "file": item.row.name}[field]


def _describe(redaction: Redaction) -> str:
    if redaction.passage is not None:
        words = f"“{formatting.isolate(_short(redaction.passage.text))}”"
    elif redaction.region is not None:
        words = tr("A region of page {number}", number=redaction.region.page + 1)
    else:
        words = tr(_FIELDS[redaction.field])
    return f"{words} ({formatting.safe_line(redaction.reason)})".replace("&", "&&")


def _short(text: str) -> str:
    line = formatting.safe_line(" ".join(text.split()))
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]} …"


def _reasons() -> list[str]:
    remembered = [reason for reason in preferences.text(_REASONS_KEY).split("|") if reason]
    return list(dict.fromkeys([*remembered, *map(tr, _REASONS)]))


def _keep(reason: str) -> None:
    others = [other for other in preferences.text(_REASONS_KEY).split("|") if other and other != reason]
    preferences.put(_REASONS_KEY, "|".join([reason, *others][:_MOST_REASONS]))


Parts = tuple[list[MarkedPassage], list[Redaction]]


class Marker(QObject):
    def __init__(self, session: Session, text: TextView, pages: PagesView) -> None:
        super().__init__()
        self._session, self._text, self._pages = session, text, pages
        session.decisions_saved.connect(self._decided)
        pages.region_chosen.connect(self._redact_region)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("Mark the passage", "Code", self.toggle, ("M",), reading=True, writes=True),
            Command("Redact …", "Code", self.redact, ("Ctrl+Shift+X",), writes=True),
        )

    def toggle(self) -> None:
        page, selected = self._text.shown_page, self._selected()
        if page is None or not selected:
            self._session.say(tr("Select words in the text first (Ctrl+1 shows it)."))
            return
        no = page.item.row.no
        marked = [passage for passage in self._text.passages if any(passage.overlaps(other) for other in selected)]
        if marked:
            self._session.record(lambda case, who: case.decisions.passages.unmark(no, marked, who, "key"))
        else:
            self._session.record(lambda case, who: case.decisions.passages.mark(no, selected, who, "key"))

    def _selected(self) -> list[MarkedPassage]:
        page = self._text.shown_page
        if page is None or not self._text.isVisible():
            return []
        segments = page.item.segments
        return [
            passage._replace(text=segments[passage.segment].text[passage.start : passage.end])
            for passage in self._text.selected_passages()
        ]

    def redact(self) -> None:
        if self._pages.isVisible():
            self._pages.choose_region()
        elif self._text.shown_page is None or not self._text.isVisible():
            self._session.say(tr("Select words in the text (Ctrl+1), or a region of a page (Ctrl+2), to redact them."))
        else:
            item = self._text.shown_page.item
            self._open(RedactDialog(self._text.window(), item, self._text.redactions, self._selected()), item.row.no)

    def _redact_region(self, region: Region) -> None:
        if (page := self._pages.page) is not None:
            dialog = RedactDialog(self._pages.window(), page.item, self._pages.redactions, region=region)
            self._open(dialog, page.item.row.no)

    def _open(self, dialog: RedactDialog, no: ItemNo) -> None:
        dialog.redactions_confirmed.connect(partial(self._confirmed, no))
        dialog.open()

    def _confirmed(self, no: ItemNo, wanted: list[Redaction], withdrawn: list[Redaction]) -> None:
        if withdrawn:
            self._session.record(
                lambda case, who: case.decisions.passages.redactions.unredact(no, withdrawn, who, "key")
            )
        if wanted:
            self._session.record(lambda case, who: case.decisions.passages.redactions.redact(no, wanted, who, "key"))

    def _decided(self, receipt: Receipt) -> None:
        page = self._text.shown_page or self._pages.page
        if page is not None and receipt.action not in ("tag", "untag", "note"):
            no = page.item.row.no
            self._session.ask("item", lambda case: _read(no, case), partial(self._show, no), newest="passages")

    def _show(self, no: ItemNo, parts: Parts) -> None:
        passages, redactions = parts
        if self._text.shown_page is not None and self._text.shown_page.item.row.no == no:
            self._text.show_passages(passages, redactions)
        if self._pages.page is not None and self._pages.page.item.row.no == no:
            self._pages.show_redactions(redactions)


def _read(no: ItemNo, case: Case) -> Parts:
    if case.search.rows([no])[0].sealed:
        return [], []
    return case.decisions.passages.of(no), list(case.decisions.passages.redactions.of(no))
