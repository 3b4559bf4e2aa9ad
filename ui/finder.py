"""The line that finds in an item (ui): Enter finds on, Escape closes it and gives the focus back to the item."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.tongue import tr


class Finder(QLineEdit):
    """Hidden until it is wanted; ``left`` says that Escape was pressed in it."""

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
        """Close the line with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)
