"""The line that finds in an item: Enter finds on, with Shift back, Escape closes it and leads to the item."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.i18n.language import tr


class Finder(QLineEdit):
    """Hidden until it is wanted; ``wanted`` is the way to look, on (1) or back (-1), ``left`` says it was closed."""

    wanted = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Find in this item"))
        self.setAccessibleName(tr("Find in this item"))
        self.setClearButtonEnabled(True)
        self.setObjectName("finder")
        self.hide()

    def start(self) -> None:
        """Open the line, ready to be written over."""
        self.show()
        self.setFocus()
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the program while the line is written in."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look with Enter, close the line with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)
