"""What stands over an item: the row of words that switches its views, and the line that finds in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QToolButton, QWidget

from ui import theme
from ui.i18n.language import tr
from ui.widgets.builders import beside


class Switch(QWidget):
    """Words side by side; ``view_selected`` carries the number of the one that was clicked."""

    view_selected = Signal(int)

    def __init__(self, words: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self.view_selected)
        self.buttons: list[QToolButton] = []
        for number, (word, hint) in enumerate(words):
            button = QToolButton()
            button.setText(word)
            button.setToolTip(hint)
            button.setAccessibleName(word)
            button.setAccessibleDescription(hint)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.group.addButton(button, number)
            self.buttons.append(button)
        row = beside(*self.buttons, 0, gap=0)
        row.setContentsMargins(theme.STEP, 0, theme.STEP, theme.STEP // 2)
        self.setLayout(row)

    def offer(self, able: Sequence[bool]) -> None:
        """Let only these be chosen."""
        for button, on in zip(self.buttons, able, strict=True):
            button.setEnabled(on)

    def set_current(self, number: int) -> None:
        """Show which one is in front."""
        self.buttons[number].setChecked(True)


class Finder(QLineEdit):
    """Enter finds on, with Shift back, Escape closes the line and leads to the item; hidden until it is wanted.

    ``find_requested`` carries the direction, forward (1) or back (-1); ``finder_closed`` follows Escape.
    """

    find_requested = Signal(int)
    finder_closed = Signal()

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
            self.find_requested.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.finder_closed.emit()
        else:
            super().keyPressEvent(event)
