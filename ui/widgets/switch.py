"""A row of words of which one is chosen: the views of an item. It knows nothing of what it switches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from ui import theme


class Switch(QWidget):
    """Words side by side; ``chosen`` carries the number of the one that a person chose."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self.chosen)
        self.buttons: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP, 0, theme.STEP, theme.STEP // 2)
        row.setSpacing(0)
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
            row.addWidget(button)
        row.addStretch()
        self.dress()

    def offer(self, able: Sequence[bool]) -> None:
        """Let only these be chosen."""
        for button, on in zip(self.buttons, able, strict=True):
            button.setEnabled(on)

    def set_current(self, number: int) -> None:
        """Show which one is in front."""
        self.buttons[number].setChecked(True)

    def dress(self) -> None:
        """Take up the colours in force."""
        plain, line, accent = (theme.colour(name).name() for name in ("muted", "line", "accent"))
        text, chosen = theme.colour("text").name(), theme.colour("chosen").name()
        self.setStyleSheet(
            f"QToolButton {{ border: 0; border-bottom: 2px solid {line}; padding: 2px 8px; color: {text}; }}"
            f"QToolButton:hover {{ background: {chosen}; }}"
            f"QToolButton:checked {{ border-bottom: 2px solid {accent}; color: {accent}; font-weight: 600; }}"
            f"QToolButton:disabled {{ color: {plain}; border-bottom: 2px solid transparent; }}"
            f"QToolButton:focus {{ background: {chosen}; }}"
        )
