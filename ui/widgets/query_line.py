"""The line that a query is typed into, the mark under what is wrong in it, and the list of what may be chosen for it.

The list takes no keys of its own: whoever types goes on typing, and Enter searches unless a line of it is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from ui import theme
from ui.i18n import formatting

_MOST_ROWS = 12  # in sight
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS}
_PAD = Qt.KeyboardModifier.KeypadModifier
_LEAVING = (QEvent.Type.FocusOut, QEvent.Type.Hide)


class QueryLine(QLineEdit):
    """A line that can say where a character of its text stands.

    Its direction is that of its first strong character, in a window of any language: a query that begins with a Hebrew
    word runs from right to left, and its operators, which are Latin, stand in it as any Latin word would.
    """

    def before_cursor(self) -> str:
        """Return what stands before the cursor."""
        return self.text().encode("utf-16-le")[: 2 * self.cursorPosition()].decode("utf-16-le", "replace")

    def replace_before_cursor(self, old: str, new: str) -> None:
        """Put a text in place of the one that ends at the cursor, as if it were typed."""
        units = len(old.encode("utf-16-le")) // 2
        self.setSelection(self.cursorPosition() - units, units)
        self.insert(new)

    def x_of(self, at: int) -> int:
        """Return where on the line the character at ``at`` begins, in pixels from its left edge."""
        layout = QTextLayout(self.text(), self.font())
        order = QTextOption()
        right_to_left = formatting.right_to_left(self.text())
        order.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(order)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        begin, wanted = (_x(line, place) for place in (self.cursorPosition(), formatting.utf16(self.text())(at)))
        return max(0, min(round(self.cursorRect().center().x() - begin + wanted), self.width()))


def _x(line: QTextLine, at: int) -> float:
    x = line.cursorToX(at)
    return float(x[0] if isinstance(x, tuple) else 0)


class ErrorMark(QWidget):
    """A line drawn under the words that an error is about."""

    def __init__(self, line: QueryLine) -> None:
        super().__init__()
        self._line = line
        self.start = self.end = -1
        self.setFixedHeight(theme.STEP // 2)

    def show_at(self, start: int, end: int) -> None:
        """Mark these characters; -1 marks nothing."""
        self.start, self.end = start, end
        self.update()

    def left(self) -> int:
        """Return where the mark begins, in pixels."""
        return min(self._line.x_of(self.start), self._line.x_of(self.end)) if self.start >= 0 else 0

    def right(self) -> int:
        """Return where the mark ends, in pixels; it is wide enough to be seen."""
        if self.start < 0:
            return 0
        return max(self._line.x_of(self.start), self._line.x_of(self.end), self.left() + theme.STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        if self.start < 0:
            return
        left, right = self.left(), self.right()
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("error"), 2))
        painter.drawLine(left, 1, right, 1)
        painter.end()


class Choices(QListWidget):
    """What may be chosen for a line, under it. The keys stay with the line: arrows move here, Tab and Enter choose."""

    text_chosen = Signal(str)

    def __init__(self, line: QueryLine, name: str) -> None:
        super().__init__(line)
        self._line = line
        self._under = 0  # the width that the line had
        self.setAccessibleName(name)
        self.setProperty("role", "choices")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self._choose())
        line.installEventFilter(self)
        self.hide()

    def offer(self, texts: Sequence[str], at: int, *, first: bool = False) -> None:
        """Offer texts under the character ``at`` of the line, -1 for the whole line; ``first``: one is chosen already.

        Without a text the list is hidden.
        """
        self.clear()
        self.addItems(list(map(formatting.safe_line, texts)))
        for row, text in enumerate(texts):
            self.item(row).setData(Qt.ItemDataRole.UserRole, text)
        if not texts:
            self.hide()
        else:
            self.setCurrentRow(0 if first else -1)
            self._put_under(at)

    def _put_under(self, at: int) -> None:
        window, self._under = self._line.window(), self._line.width()
        self.setParent(window)
        wide, frame = self._line.width(), 2 * self.frameWidth()
        if at >= 0:
            scroll = self.verticalScrollBar().sizeHint().width()
            wide = min(wide, max(20 * theme.STEP, self.sizeHintForColumn(0) + scroll + theme.STEP))
        x = self._line.x_of(at) if at >= 0 else 0
        backward = formatting.right_to_left(self._line.text())
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if backward else Qt.LayoutDirection.LeftToRight)
        x -= wide if at >= 0 and backward else 0
        top = self._line.mapTo(window, QPoint(max(0, min(x, self._line.width() - wide)), self._line.height()))
        high = min(self.count(), _MOST_ROWS) * self.sizeHintForRow(0) + frame
        self.setGeometry(QRect(top.x(), top.y(), wide, min(high, window.height() - top.y())))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that move and choose while the list is shown; hide it where the line is left."""
        if watched is not self._line or not self.isVisible():
            return super().eventFilter(watched, event)
        if event.type() in _LEAVING or self._under != self._line.width():
            self.hide()
        elif isinstance(event, QKeyEvent) and not event.modifiers() & ~_PAD:
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()  # else it would be the window's
                return True
            return event.type() == QEvent.Type.KeyPress and self._press(event.key())
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> bool:
        row = self.currentRow()
        if key in _STEPS:
            self.setCurrentRow(max(-1, min(row + _STEPS[Qt.Key(key)], self.count() - 1)))
        elif key == Qt.Key.Key_Tab or (key in _ENTER and row >= 0):
            self.setCurrentRow(max(row, 0))
            self._choose()
        elif key in (Qt.Key.Key_Escape, *_ENTER):
            self.hide()
            return key == Qt.Key.Key_Escape
        else:
            return False
        return True

    def _choose(self) -> None:
        if (item := self.currentItem()) is not None:
            self.hide()
            self.text_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
