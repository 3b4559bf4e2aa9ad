"""What went wrong, in full: sentences that wrap, can be copied, and stay until they are dismissed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.base import Dialog
from ui.i18n.language import tr
from ui.panel import label
from ui.widgets.builders import beside
from ui.widgets.controls import button


class ErrorsDialog(Dialog):
    """The sentences, the latest first."""

    def __init__(self, parent: QWidget, sentences: Sequence[str]) -> None:
        super().__init__(parent, tr("What went wrong"))
        self.text = QPlainTextEdit("\n\n".join(reversed(sentences)), readOnly=True)
        self.text.setAccessibleName(tr("What went wrong"))
        self.text.setTabChangesFocus(True)
        copy = button(tr("Copy"), lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.away = button(tr("Dismiss"), self.accept, "main")
        self.arrange((self.text, 1), beside(1, copy, self.away), wide=80, high=26)
        self.away.setFocus()


class NotesNotKept(Dialog):
    """Why the text of a note can't be kept, and whether to close all the same."""

    def __init__(self, parent: QWidget, error: str) -> None:
        super().__init__(parent, tr("A note is not saved"))
        why = tr("You began a note that isn't saved, and its text can't be kept on disk: {error}.", error=error)
        more = tr("If you close now, the text is lost. Save the note, or copy it elsewhere.")
        self.told = label(f"{why}\n\n{more}", wraps=True)
        self.arrange(self.told, self.answers(tr("Close and lose the note")), wide=56)
