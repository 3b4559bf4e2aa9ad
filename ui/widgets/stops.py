"""What a person decides before anything leaves: the items that stop it, and a choice for each kind of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QTreeWidgetItem, QWidget

from triage.case import Case
from triage.model.items import ItemNo
from triage.model.leaving import (
    ACCEPT,
    DUPLICATE,
    FAMILY,
    HOLDER,
    INCLUDE,
    LEAVE_OUT,
    NEAR_MISS,
    PRIVILEGED,
    REDACT,
    REDACTED,
    WITHHOLD,
    Decided,
    StopLine,
    counts,
)
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.widgets.builders import beside, choice, lay_out, tree
from ui.widgets.controls import button

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
PRODUCTION: dict[str, Choices] = {
    "privileged": (
        ("", later("Decide what to do with families of withheld items …")),
        (WITHHOLD, later("Withhold families of withheld items, too")),
        (INCLUDE, later("Produce families of withheld items all the same")),
    ),
}
"""The same for a production, which always redacts."""
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
_LAST = 3  # the column of the decision
_DECISIONS = {"": later("to decide"), REDACT: later("redact"), ACCEPT: later("accept")}


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
        heads = (tr("Nearly a redacted word"), tr("Redacted words"), tr("Times"), tr("Decision"))
        self.strings = tree(tr("Strings that are nearly redacted words"), heads, wide=0, flat=True)
        self.strings.setSelectionMode(self.strings.SelectionMode.ExtendedSelection)
        self._near: dict[str, str] = {}
        self.redact = button(tr("Redact selected strings"), lambda: self._decide(REDACT))
        self.accept = button(tr("Accept selected strings"), lambda: self._decide(ACCEPT))
        self._deciding = (self.strings, self.redact, self.accept)
        below = beside(self.redact, self.accept, 0)
        lay_out(self, (self.items, 1), *self.choices.values(), (self.strings, 1), below, gap=8)
        self.hide()

    def _decide(self, decision: str) -> None:
        """Decide on the strings that are selected, or on all where none is."""
        lines = self._of("near_misses", self.lines)
        chosen = [self.strings.indexOfTopLevelItem(one) for one in self.strings.selectedItems()]
        self._near |= {lines[at].text: decision for at in chosen or range(len(lines))}
        for at, line in enumerate(lines):
            if (shown := self.strings.topLevelItem(at)) is not None:
                shown.setText(_LAST, tr(_DECISIONS[self._near.get(line.text, "")]))
        self.decided_changed.emit()

    @property
    def decided(self) -> Decided:
        """What is decided so far."""
        at = {name: box.currentIndex() for name, box in self.choices.items()}
        chosen: dict[str, Any] = {name: self._offered[name][index][0] for name, index in at.items()}
        near = {line.text: self._near[line.text] for line in self.lines if line.text in self._near}
        return Decided(**chosen, near_misses=near)

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
        listed = [line for line in self.lines if line.kind != NEAR_MISS]
        for line in listed[:_LISTED]:
            name = formatting.isolate(names.get(line.nos[0], ""))
            QTreeWidgetItem(self.items, [tr(_REASONS[line.kind]), name])
        if len(listed) > _LISTED:
            QTreeWidgetItem(self.items, ["…"])
        self.items.setVisible(bool(listed))
        self._list_strings(self._of("near_misses", self.lines))
        self.setVisible(bool(self.lines))

    def _list_strings(self, lines: Sequence[StopLine]) -> None:
        self.strings.clear()
        for line in lines:
            texts = [formatting.isolate(" ".join(line.text.split())), formatting.isolate(line.near)]
            decision = tr(_DECISIONS[self._near.get(line.text, "")])
            QTreeWidgetItem(self.strings, [*texts, formatting.number(line.count), decision])
        for widget in self._deciding:
            widget.setVisible(bool(lines))

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
                key = "families" if self._offered is PRODUCTION else name
                return tr(_SENTENCES[key], many=many, items=items, **numbers)
        if "near_misses" in waiting:
            strings = [line for line in self._of("near_misses", self.lines) if not self.decided.on(line)]
            return tr("%n strings are nearly redacted words. Nothing leaves before you decide.", len(strings))
        return ""


_SENTENCES = {
    "families": later("In a family with a withheld item: {many} of {items}. Nothing is produced before you decide."),
    "privileged": later(
        "Privileged: {many} of {items} (tagged {tagged}, duplicates {duplicates}, families {family}). Nothing is "
        "exported before you decide."
    ),
    "redactions": later(
        "Redacted: {many} of {items} (redacted {redacted}, holding a redacted item {holders}). Nothing is exported "
        "before you decide."
    ),
}
