"""What is pressed and clicked in a window, and whether letters are keys now. It moves no focus and decides nothing.

Whoever types words doesn't look at what has the focus. So after the program has moved it, the keys of a word go
nowhere, from the first one to a pause, unless they go into a text.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.i18n.language import tr
from ui.widgets.builders import delayed

REST = 500
"""Milliseconds for which letters are ignored after the program has moved the focus, and after each ignored letter."""
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSED = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_CLICKED = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_SEEN = "triage-seen"
_RETURNED = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Keyboard(QObject):
    """Watches the widget and the window that have the focus. ``letter_ignored`` follows each key that goes nowhere."""

    letter_ignored = Signal(str)  # why

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0
        self.rest = REST
        self.suspended = 0  # undos on their way: what a letter would be about isn't shown yet
        self._composing = False
        self._moves_focus = False  # the key that is being handled moves the focus itself, as Tab and Ctrl+L do
        # Keys that were pressed while the window was busy are handled before the second timer, never before the first.
        self._last_turn = delayed(self, 0, lambda: None)
        self._resting = delayed(self, REST, self._last_turn.start)
        self._handled = delayed(self, 0, self._forget_key)

    def watch(self, window: QWidget) -> None:
        """Follow the focus as long as there is this window."""
        self.setParent(window)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        app.focusWindowChanged.connect(self._window_entered)

    # ---- where the focus is

    def untouched_since(self, presses: int) -> bool:
        """Return whether nothing was pressed or clicked since there were so many ``presses``."""
        return presses == self.presses

    def give(self, widget: QWidget, since: int) -> None:
        """Give the keys to a widget, unless anything was pressed or clicked since there were so many ``presses``."""
        if self.untouched_since(since):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def ignore_letters(self) -> None:
        """Ignore letters for a moment, as the program has moved the focus, or shows another item."""
        if self.rest:
            self._resting.start(self.rest)

    def resume(self) -> None:
        self.suspended = max(0, self.suspended - 1)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self._composing = False
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)
            if not self._moves_focus and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
                self.ignore_letters()

    def _window_entered(self, window: QWindow | None) -> None:
        if window is not None:
            self.presses += bool(window.property(_SEEN))  # who comes back has clicked; a new window comes by itself
            window.setProperty(_SEEN, True)
            window.installEventFilter(self)

    # ---- what is pressed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _CLICKED:
            self.presses += 1
        elif kind in _PRESSED and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return self._press(watched, event)
        elif kind in _PRESSED:  # as a window has it that gives the keys to none of its widgets
            self.presses += 1
        elif kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self.presses += 1
            self._composing = bool(event.preeditString())
        elif kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and event.reason() in _RETURNED:
            self.ignore_letters()
        return False

    def _press(self, widget: QWidget, event: QKeyEvent) -> bool:
        self.presses += 1
        typed = _is_typed(event)
        self._moves_focus = not typed
        self._handled.start()
        tags = event.modifiers() == Qt.KeyboardModifier.AltModifier and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
        if (tags or (typed and not _takes_text(widget))) and self._letters_ignored():
            self.ignore_letters()
            moved = tr("The focus has just moved, so this key was ignored. Press it again.")
            undoing = tr("An undo wasn't shown yet, so this key was ignored. Press it again.")
            self.letter_ignored.emit(undoing if self.suspended else moved)
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and event.text().isalpha() and _has_keys(widget):
            self.ignore_letters()  # it is none of them, so it belongs to a word
        return False

    def _letters_ignored(self) -> bool:
        return bool(self.suspended) or self._composing or self._resting.isActive() or self._last_turn.isActive()

    def _forget_key(self) -> None:
        self._moves_focus = False


def _is_typed(event: QKeyEvent) -> bool:
    writes = event.key() in _ENTER or (event.text() != "" and event.text().isprintable())
    return writes and not event.modifiers() & _CHORD


def _has_keys(widget: QWidget) -> bool:
    return bool(widget.actions()) or isinstance(widget, QAbstractButton)


def _takes_text(widget: QWidget) -> bool:
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QLineEdit | QAbstractSpinBox) or (isinstance(widget, QComboBox) and widget.isEditable())
