"""Coding many items in one step (ui/dialogs): it says in numbers what will change before anything does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model import ItemNo
from ui import tags, theme, words
from ui.panel import label
from ui.session import Session

SETS = ("All results", "Family of this item", "Conversation of this item", "Same content elsewhere")
_Count = tuple[tuple[ItemNo, ...], int, int]


def _members(case: Case, which: str, no: ItemNo | None, results: Sequence[ItemNo]) -> Sequence[ItemNo]:
    if which == SETS[0]:
        return results
    if no is None:
        return ()
    return {SETS[1]: case.family, SETS[2]: case.thread, SETS[3]: case.duplicates}[which](no)


def _weigh(case: Case, nos: Sequence[ItemNo], tag: str) -> _Count:
    """Return the items, how many carry the tag already, and how many a tag that it replaces."""
    these = set(nos)
    having = len(these.intersection(case.search(f'tag:"{tag}"').nos))
    rivals = {no for rival in tags.rivals(tag) for no in case.search(f'tag:"{rival}"').nos}
    return tuple(nos), having, len(these & rivals)


class BulkDialog(QDialog):
    """Which items, which tag, and what that changes."""

    def __init__(self, parent: QWidget, session: Session, which: str) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle("Code many items")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.which = QComboBox()
        self.which.addItems(SETS)
        self.which.setCurrentText(which)
        self.which.setAccessibleName("Which items")
        self.tag = QComboBox()
        self.tag.addItems([tag.words for tag in tags.PALETTE])
        self.tag.setAccessibleName("Tag to put on")
        self.told = label("Counting …", "muted")
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(3 * self.told.fontMetrics().height())
        self.buttons = QDialogButtonBox()
        self.buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self.go = self.buttons.addButton("Code", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("role", "main")
        self._nos: tuple[ItemNo, ...] = ()
        self._alive = True
        self._lay_out()
        self.which.currentIndexChanged.connect(self._ask)
        self.tag.currentIndexChanged.connect(self._ask)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._end)
        self._ask()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(theme.STEP)
        form.addRow("Items", self.which)
        form.addRow("Tag", self.tag)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP)
        lines.setSpacing(2 * theme.STEP)
        lines.addLayout(form)
        lines.addWidget(self.told)
        lines.addWidget(self.buttons)
        self.resize(60 * theme.STEP, self.sizeHint().height())

    def _end(self) -> None:
        self._alive = False

    def chosen(self) -> tags.Tag:
        """Return the tag at hand."""
        return tags.PALETTE[self.tag.currentIndex()]

    def _ask(self) -> None:
        self.go.setEnabled(False)
        jobs, results = self.session.jobs, self.session.results
        if jobs is None or results is None:
            return
        which, no, nos, tag = self.which.currentText(), self.session.current, results.nos, self.chosen().name
        jobs.ask(
            "aside", lambda case: _weigh(case, _members(case, which, no, nos), tag), self._say, self._refuse, "bulk"
        )

    def _say(self, count: _Count) -> None:
        if not self._alive:
            return
        self._nos, having, conflicts = count
        tag, new = self.chosen(), len(self._nos) - having
        parts = [f"{tag.words} is put on {words.count(new, 'item')}."]
        if having:
            parts.append(f"{words.count(having, 'item')} {'has' if having == 1 else 'have'} it already.")
        if conflicts:
            parts.append(f"On {words.count(conflicts, 'item')} it replaces an earlier decision.")
        if tag.name == tags.CLOSED and new:
            parts.append("These items will no longer be shown.")
        self.told.setText(" ".join(parts))
        self.go.setText(f"Code {words.count(new, 'item')}")
        self.go.setEnabled(new > 0)

    def _refuse(self, error: TriageError) -> None:
        if self._alive:
            self.told.setText(str(error))

    def _accept(self) -> None:
        self.session.decide(self._nos, self.chosen().name, True, "bulk")
        self.accept()
