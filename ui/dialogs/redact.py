"""The dialog that redacts parts of an item for productions, and takes redactions back. It changes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QLayout, QWidget

from triage.model.items import Item
from triage.model.redactions import LONGEST_REASON, MarkedPassage, Redaction, Region
from ui import preferences
from ui.dialogs.base import Dialog, form
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.panel import label
from ui.widgets.builders import choice, under

_REASONS = (later("Personal data"), later("Privilege"), later("Not responsive"))
_KEPT = "redaction reasons"
_MOST_KEPT = 8
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
        there: Sequence[Redaction],
        chosen: Sequence[MarkedPassage] = (),
        region: Region | None = None,
    ) -> None:
        super().__init__(parent, tr("Redact for productions"))
        known = {one.passage for one in there}
        self._chosen, self._region = [one for one in chosen if one not in known], region
        self.fields = {name: QCheckBox(tr(words)) for name, words in _FIELDS.items() if _value(item, name)}
        self.there = {one: QCheckBox(_shown(one)) for one in there}
        for one, box in self.there.items():
            box.setChecked(True)
            if one.field in self.fields:
                self.fields[one.field].hide()
        self.reason = choice(tr("Reason for the redaction"), _reasons())
        self.reason.setEditable(True)
        self.reason.setValidator(QRegularExpressionValidator(f"[^|]{{0,{LONGEST_REASON}}}", self.reason))
        new = under(*([label(self._new(), wraps=True)] if self._new() else []), *self.fields.values())
        rows: list[tuple[str, QWidget | QLayout]] = [(tr("Redact"), new), (tr("Reason"), self.reason)]
        rows += [(tr("Already redacted"), under(*self.there.values()))] if self.there else []
        sentence = tr("To redact words, close this dialog and select them in the text first.")
        if self._chosen:
            sentence = tr("Productions redact these words wherever they occur in this item and its exact copies.")
        said = label(sentence, "muted", wraps=True)
        self.arrange(form(*rows), said, self.answers(tr("Redact")), wide=_WIDE)
        self.reason.setFocus()

    def _new(self) -> str:
        """Return what was chosen in the item, in words."""
        words = [f"“{formatting.isolate(_short(one.text))}”" for one in self._chosen]
        page = [tr("A region of page {number}", number=self._region.page + 1)] if self._region is not None else []
        return formatting.listed([*words, *page])

    def accept(self) -> None:
        """Hand over what to redact and what to take back."""
        reason = " ".join(self.reason.currentText().replace("|", " ").split())
        wanted = [Redaction(reason, passage) for passage in self._chosen]
        wanted += [Redaction(reason, region=self._region)] if self._region is not None else []
        wanted += [Redaction(reason, field=name) for name, box in self.fields.items() if box.isChecked()]
        back = [one for one, box in self.there.items() if not box.isChecked()]
        if wanted and not reason:
            self.reason.setFocus()
            return
        if wanted:
            _keep(reason)
        self.redactions_confirmed.emit(wanted, back)
        super().accept()


def _value(item: Item, field: str) -> str:
    people = {"to": item.to, "cc": item.cc, "bcc": item.bcc}
    if field in people:
        return ", ".join(people[field])
    return {"subject": item.row.subject, "from": item.row.sender, "file": item.row.name}[field]


def _shown(redaction: Redaction) -> str:
    """Return what is redacted, with the reason."""
    if redaction.passage is not None:
        what = f"“{formatting.isolate(_short(redaction.passage.text))}”"
    elif redaction.region is not None:
        what = tr("A region of page {number}", number=redaction.region.page + 1)
    else:
        what = tr(_FIELDS[redaction.field])
    return f"{what} ({formatting.safe_line(redaction.reason)})".replace("&", "&&")


def _short(text: str) -> str:
    line = formatting.safe_line(" ".join(text.split()))
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]} …"


def _reasons() -> list[str]:
    """Return the reasons given last, then the usual ones."""
    kept = [reason for reason in preferences.text(_KEPT).split("|") if reason]
    return list(dict.fromkeys([*kept, *map(tr, _REASONS)]))


def _keep(reason: str) -> None:
    kept = [one for one in preferences.text(_KEPT).split("|") if one and one != reason]
    preferences.put(_KEPT, "|".join([reason, *kept][:_MOST_KEPT]))
