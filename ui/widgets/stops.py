"""What a person decides before anything leaves: the items that stop it, and a choice for each kind of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QTreeWidgetItem, QWidget

from triage.case import Case
from triage.model.exports import INCLUDE, LEAVE_OUT
from triage.model.items import ItemNo
from triage.model.leaving import DUPLICATE, FAMILY, HOLDER, PRIVILEGED, REDACT, REDACTED, Decided, StopLine, counts
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.widgets.builders import choice, lay_out, tree

Choices = Sequence[tuple[str, str]]
EXPORT: dict[str, Choices] = {
    "privileged": (
        ("", later("Decide what to do with privileged items …")),
        (LEAVE_OUT, later("Leave privileged items out")),
        (INCLUDE, later("Export privileged items all the same")),
    ),
    "redactions": (
        ("", later("Decide what to do with redacted items …")),
        (REDACT, later("Export without what is redacted")),
        (LEAVE_OUT, later("Leave redacted items out")),
        (INCLUDE, later("Export redacted items as they are")),
    ),
}
"""What an export offers for each field of ``Decided``."""
_NAMES = {
    "privileged": later("What to do with privileged items"),
    "redactions": later("What to do with redacted items"),
}
_REASONS = {
    PRIVILEGED: later("Tagged privileged"),
    DUPLICATE: later("Duplicate"),
    FAMILY: later("Family"),
    REDACTED: later("Redacted"),
    HOLDER: later("Holds a redacted item"),
}
_LISTED = 200


def titles(case: Case, lines: Sequence[StopLine]) -> dict[ItemNo, str]:
    """Return what the first items of the lines are called."""
    rows = case.search.rows([no for line in lines[:_LISTED] for no in line.nos[:1]])
    return {row.no: f"{formatting.titled(row)}  ({row.id})" for row in rows}


class StopList(QWidget):
    """The lines to decide and the choices for them; hidden where there is nothing to decide."""

    decided_changed = Signal()

    def __init__(self, offered: Mapping[str, Choices]) -> None:
        super().__init__()
        self._offered, self.lines = offered, list[StopLine]()
        self.items = tree(tr("Items to decide on"), (tr("Why"), tr("Item")), wide=1, flat=True)
        self.choices: dict[str, QComboBox] = {}
        for name, choices in offered.items():
            self.choices[name] = made = choice(tr(_NAMES[name]), [tr(text) for _, text in choices])
            made.currentIndexChanged.connect(lambda _: self.decided_changed.emit())
        lay_out(self, (self.items, 1), *self.choices.values(), gap=8)
        self.hide()

    @property
    def decided(self) -> Decided:
        """What is decided so far."""
        return Decided(**{name: self._offered[name][box.currentIndex()][0] for name, box in self.choices.items()})

    def show_lines(self, lines: Sequence[StopLine], names: Mapping[ItemNo, str]) -> None:
        """List what is to be decided; where it isn't what was listed before, it is to be decided anew."""
        before, self.lines = self.lines, list(lines)
        for name, box in self.choices.items():
            there = self._of(name, self.lines)
            if there != self._of(name, before):
                box.blockSignals(True)
                box.setCurrentIndex(0)
                box.blockSignals(False)
            box.setVisible(bool(there))
        self.items.clear()
        for line in self.lines[:_LISTED]:
            name = formatting.isolate(names.get(line.nos[0], ""))
            QTreeWidgetItem(self.items, [tr(_REASONS[line.kind]), name])
        if len(self.lines) > _LISTED:
            QTreeWidgetItem(self.items, ["…"])
        self.setVisible(bool(self.lines))

    @staticmethod
    def _of(name: str, lines: Sequence[StopLine]) -> list[StopLine]:
        return [line for line in lines if line.decided_as == name]

    def undecided(self, total: int) -> str:
        """Return how many of the items are to be decided on and why, "" where all is decided."""
        waiting = {line.decided_as for line in self.lines if not self.decided.on(line)}
        for name in self.choices:
            if name in waiting:
                numbers: dict[str, Any] = {key: formatting.number(n) for key, n in counts(self.lines, name).items()}
                many, items = formatting.number(len(self._of(name, self.lines))), formatting.count(total, "item")
                return tr(_SENTENCES[name], many=many, items=items, **numbers)
        return ""


_SENTENCES = {
    "privileged": later(
        "Privileged: {many} of {items} (tagged {tagged}, duplicates {duplicates}, families {family}). Nothing is "
        "exported before you decide."
    ),
    "redactions": later(
        "Redacted: {many} of {items} (redacted {redacted}, holding a redacted item {holders}). Nothing is exported "
        "before you decide."
    ),
}
