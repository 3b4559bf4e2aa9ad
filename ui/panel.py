"""What a panel is: a widget over the session, with a title, a place and the commands it offers.

A panel knows the session and its own widgets, never another panel and never the window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import msgspec
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QToolTip, QWidget

from ui import theme
from ui.case.session import Session
from ui.i18n import formatting as words
from ui.i18n.language import backwards, tr
from ui.widgets.builders import Part, beside, lay_out


class Command(msgspec.Struct, frozen=True):
    """One thing a person can do: the words, the menu it stands in, its keys, and the function.

    ``reading`` keys work only while the list or the text has the focus, so that they can be single letters.
    ``words`` and ``menu`` are English literals, by which a command is called; they are translated where they are shown.
    A menu's path names a submenu ("View/Colours"). ``state`` makes it a switch: the function returns whether it is on.
    ``begins_part``: it stands in its menu under a line. ``writes``: it changes the case, and needs one that can be.
    ``repeats``: a key that is held down runs it again and again.
    """

    words: str
    menu: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    reading: bool = False
    state: Callable[[], bool] | None = None
    begins_part: bool = False
    writes: bool = False
    repeats: bool = False


def least_height(widget: QWidget, width: int) -> int:
    """Return the least height in pixels that a widget needs at a width, its lines wrapped."""
    layout = widget.layout()
    if isinstance(layout, QStackedLayout):
        pages = [page for at in range(layout.count()) if (page := layout.widget(at)) is not None]
        return max((least_height(page, width) for page in pages), default=0)
    if layout is None or not layout.hasHeightForWidth():
        return max(widget.minimumHeight(), widget.minimumSizeHint().height())
    return layout.totalMinimumHeightForWidth(width)


class Panel(QWidget):
    """A panel. ``place`` is "top", "left", "centre", "right", "below" (the right one) or "bottom" (when called)."""

    title: ClassVar[str]
    place: ClassVar[str]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.frame: QWidget = self
        self.in_sight = False
        self.stale = True  # what is read for the panel was asked for while nobody saw it
        self.setAccessibleName(tr(self.title))

    def heightForWidth(self, width: int) -> int:
        # Where lines wrap, Qt would give them, and the lists beside them, as much height as they like.
        return least_height(self, width)

    def below_dialogs(self) -> QWidget:
        """Return the window over which dialogs open: the frame, as long as the panel was never seen."""
        return self.window() if self.parentWidget() else self.frame

    def set_in_sight(self, on: bool) -> None:
        """Take note that the panel is in front, or behind another tab or hidden (which Qt's show events don't tell)."""
        if on != self.in_sight:
            self.in_sight = on
            self.sight_changed()

    def sight_changed(self) -> None:
        """Begin what is done for the eye alone, or end it."""
        if self.in_sight and self.stale:
            self.refresh()

    def refresh(self) -> None:
        """Read anew what the panel shows: now, or once the panel comes into sight."""
        self.stale = not self.in_sight
        if self.in_sight:
            self.read()

    def read(self) -> None:
        """Ask the case for what the panel shows; a panel that reads for the eye alone overrides this."""

    def bring(self, widget: QWidget) -> None:
        """Bring the panel to the front and give the keys to one of its widgets."""
        self.session.panel_requested.emit(self.title)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done here."""
        return ()

    def writers(self) -> tuple[QWidget, ...]:
        """Return the widgets that change the case; they are disabled where it can't be written."""
        return ()

    def readers(self) -> tuple[QWidget, ...]:
        """Return the widgets in which single-letter keys work."""
        return ()


class _Words(QLabel):
    def setWordWrap(self, on: bool) -> None:
        # Qt (6.11) shifts each other line by the blank at its end, and cuts off as much at the left, unless the text
        # can be selected.
        super().setWordWrap(on)
        if on and backwards():
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def label(text: str = "", role: str = "", *, wraps: bool = False, copies: bool = False) -> QLabel:
    """Return a label that shows its text as it stands, never as markup; it wraps and can be copied if so wanted."""
    made = _Words(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if backwards():  # Qt would put a name in Latin letters on the left
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wraps)
    if copies:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def show_message(line: QLabel, sentence: str, role: str) -> None:
    """Let a label say something in another role, as where a hint becomes a refusal."""
    line.setText(sentence)
    if line.property("role") != role:
        line.setProperty("role", role)
        line.style().polish(line)


class Brief(QLabel):
    """A line that has what room is left: where that isn't enough it ends in dots, and its tooltip says all of it."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)
        self.setProperty("role", role)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if backwards() else Qt.AlignmentFlag.AlignLeft
        sides = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter = QPainter(self)
        self.style().drawItemText(painter, room, sides, self.palette(), self.isEnabled(), text, self.foregroundRole())
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip():
            if self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width():
                QToolTip.showText(event.globalPos(), words.hint(self.text()), self)
            return True
        return super().event(event)


class Empty(QWidget):
    """An empty state: what to do next in one sentence, with one button."""

    def __init__(self, sentence: str, name: str = "", run: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.sentence = label(sentence, "muted", wraps=True)
        parts: list[Part] = [self.sentence]
        if run is not None:
            self.button = QPushButton(name)
            self.button.setProperty("role", "main")
            self.button.clicked.connect(lambda: run())
            parts.append(beside(self.button, 0))
        lay_out(self, *parts, 0, margins=2 * theme.STEP, gap=2 * theme.STEP)
