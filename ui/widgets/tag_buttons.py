"""The buttons of the tags: as many on a line as can be read in full, in the colours of their tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStyle, QToolButton, QWidget

from ui import theme

_PER_LINE = 3
_AROUND = 22  # pixels: what a button has beside its words
_LINES = 4  # of buttons, before the rest is scrolled to


class TagButtons(QScrollArea):
    """Buttons in lines, none of them narrower than its words; higher than some lines they are scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[QToolButton] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def hold(self, buttons: Iterable[QToolButton]) -> None:
        """Show these buttons, line by line."""
        self._buttons = list(buttons)
        held = QWidget()
        for tag_button in self._buttons:
            tag_button.setParent(held)
        self.setWidget(held)
        held.setAutoFillBackground(False)
        self._place()

    def dress(self, button: QToolButton, ink: str) -> None:
        """Give a button the colour of its tag, for when the tag is on and when it isn't."""
        if button.styleSheet() != (dress := worn(ink)):
            button.setStyleSheet(dress)
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Put the buttons anew in another style, once they have it themselves."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons anew where there is more room, or less."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Give each button its place, and the area the height of its lines."""
        held = self.widget()
        if held is None or not self._buttons:
            return
        wide, gap = self.viewport().width(), theme.STEP // 2
        lines = laid([_room(button) for button in self._buttons], wide, gap)
        high = max(button.sizeHint().height() for button in self._buttons)
        rest = iter(self._buttons)
        for at, line in enumerate(lines):
            for x, width in line:
                place = QRect(x, at * (high + gap), width, high)
                next(rest).setGeometry(QStyle.visualRect(self.layoutDirection(), QRect(0, 0, wide, high), place))
        held.setMinimumHeight(len(lines) * (high + gap) - gap)
        self.setFixedHeight(min(len(lines), _LINES) * (high + gap) - gap)


def laid(needed: Sequence[int], wide: int, gap: int) -> list[list[tuple[int, int]]]:
    """Return the place (from, width) of each button, line by line: in columns, else as many on a line as fit.

    Columns are alike where the widest words fit into them, up to so many on a line.
    """
    for across in range(_PER_LINE, 1, -1):
        width = (wide - (across - 1) * gap) // across
        if max(needed) <= width:
            columns = [(at * (width + gap), width) for at in range(across)]
            return [columns[: len(needed) - at] for at in range(0, len(needed), across)]
    lines: list[list[int]] = [[]]
    for need in needed:
        if lines[-1] and sum(lines[-1]) + need + len(lines[-1]) * gap > wide:
            lines.append([])
        lines[-1].append(need)
    return [_spread(line, wide, gap) for line in lines]


def _spread(line: Sequence[int], wide: int, gap: int) -> list[tuple[int, int]]:
    """Return the places on one line, which its buttons share by what they need."""
    room, x, places = wide - (len(line) - 1) * gap, 0, []
    for need in line:
        width = max(1, need * room // sum(line))
        places.append((x, width))
        x += width + gap
    return places


def _room(button: QToolButton) -> int:
    """Return the width in which a button's words are read in full, also once its tag is on."""
    font = QFont(button.font())
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(button.text()) + theme.px(_AROUND)


def worn(ink: str) -> str:
    """Return the dress of a tag's button; the focus has the accent's colour, which no tag has.

    That a tag is on is a state of the dress: another dress for each item would have Qt lay out all buttons each time.
    """
    named = {
        name: theme.colour(name).name() for name in ("accent", "muted", "window", "line", "base", "chosen", "edge")
    }
    return (
        f"QToolButton {{ color: {ink}; background: {named['base']}; border: 1px solid {named['edge']};"
        " border-radius: 4px; padding: 4px 8px; font-weight: 400; }"
        f"QToolButton:checked {{ background: {named['chosen']}; border: 1px solid {ink}; font-weight: 700; }}"
        f"QToolButton:focus {{ border: 2px solid {named['accent']}; padding: 3px 7px; }}"
        f"QToolButton:disabled {{ color: {named['muted']}; background: {named['window']};"
        f" border: 1px solid {named['line']}; font-weight: 400; }}"
    )
