"""The reviewer's name. Where a decision waits for it, words that are typed without a look confirm nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.i18n.language import tr
from ui.panel import label
from ui.widgets.controls import entry


class ReviewerDialog(Dialog):
    """The name to decide under. Where a decision waits for it, the line has no keys before a person has gone to it."""

    name_chosen = Signal(str)

    def __init__(self, parent: QWidget, session: Session, *, waiting: bool) -> None:
        super().__init__(parent, tr("Reviewer"))
        self._keyboard = session.keyboard
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.name = entry(tr("Reviewer"))
        self.name.setText(session.reviewer)
        self.name.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        keys = tr("Enter records your decision under this name, Tab changes the name first.")
        hint = label(keys, "muted", wraps=True)
        hint.setVisible(waiting)
        heading = label(tr("Your decisions are recorded under this name:"), wraps=True)
        self.arrange(heading, self.name, hint, self.answers(tr("Use this name")), wide=56)
        self.go.setDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        (self if waiting else self.name).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a letter that goes nowhere as part of a word, which its Enter doesn't confirm."""
        if event.text().isalpha():
            self._keyboard.ignore_letters()
        super().keyPressEvent(event)

    def accept(self) -> None:
        """Take the name, without blanks around it."""
        super().accept()
        self.name_chosen.emit(" ".join(self.name.text().split()))
