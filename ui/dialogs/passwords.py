"""Passwords for encrypted files: tried in the next run, and written nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.base import Dialog
from ui.i18n.language import tr
from ui.panel import label


class PasswordsDialog(Dialog):
    """One password a line; ``passwords_given`` carries them."""

    passwords_given = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Passwords"))
        said = tr(
            "One password per line. They are tried on the encrypted files in the run that starts now, "
            "and are not stored anywhere."
        )
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Passwords, one per line"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(lambda: self.go.setEnabled(bool(self._lines())))
        self.arrange(label(said, "muted", wraps=True), (self.text, 1), self.answers(tr("Try them")), wide=60, high=32)
        self.go.setEnabled(False)
        self.text.setFocus()

    def _lines(self) -> list[str]:
        return [line for line in self.text.toPlainText().splitlines() if line]

    def accept(self) -> None:
        """Let the run begin."""
        self.passwords_given.emit(self._lines())
        super().accept()
