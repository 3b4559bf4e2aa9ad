"""A row of widgets that goes on in a second line where they don't fit beside one another. It knows no panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QLayoutItem, QLineEdit, QStyle, QWidget

_LETTERS = 17  # "x", of which Qt's own size for a field has room


class WrappingRow(QLayout):
    """Widgets beside one another; those with a share divide among them the width that the others leave."""

    def __init__(self, widgets: Sequence[QWidget], shares: Sequence[int], gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._shares: dict[QWidget | None, int] = dict(zip(widgets, shares, strict=False))
        self._gap = gap
        self._heights: dict[int, int] = {}  # by width, until a widget changes: Qt asks again and again
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that it is as high as it needs to be."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that it is higher where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of its lines."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was worked out, as a widget has changed."""
        self._heights.clear()
        super().invalidate()

    def minimumHeightForWidth(self, width: int) -> int:
        """Return the same."""
        return self.heightForWidth(width)

    def setGeometry(self, rect: QRect) -> None:
        """Put the widgets into their places."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        shown = self._shown()
        wide = sum(item.sizeHint().width() for item in shown) + self._gap * (len(shown) - 1)
        high = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(wide, high).grownBy(self.contentsMargins()) if shown else QSize()

    def minimumSize(self) -> QSize:
        """Return the room for the widest widget in a line of its own."""
        shown = self._shown()
        wide = max((item.minimumSize().width() for item in shown), default=0)
        high = max((item.minimumSize().height() for item in shown), default=0)
        return QSize(wide, high).grownBy(self.contentsMargins()) if shown else QSize()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _share(self, item: QLayoutItem) -> int:
        return self._shares.get(item.widget(), 0)

    def _needed(self, item: QLayoutItem) -> int:
        """Return the width that a widget needs: of a field, for its words; of a text, the least."""
        widget = item.widget()
        if isinstance(widget, QLineEdit) and widget.minimumWidth() != widget.maximumWidth():
            metrics = widget.fontMetrics()
            around = item.sizeHint().width() - _LETTERS * metrics.horizontalAdvance("x")
            return max(item.minimumSize().width(), metrics.horizontalAdvance(widget.placeholderText()) + around)
        return item.minimumSize().width() if self._share(item) else item.sizeHint().width()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = -1
        for item in self._shown():
            needed = self._needed(item)
            if not lines or needed > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= needed + self._gap
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the lines have in a width, and put the widgets there where ``move`` says so."""
        margins: QMargins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        y = room.y()
        for line in self._lines(room.width()):
            widths = self._widths(line, room.width())
            high = max(_height(item, wide) for item, wide in zip(line, widths, strict=True))
            x = room.x()
            for item, wide in zip(line, widths, strict=True):
                if move:
                    tall = _height(item, wide)
                    place = QRect(x, y + (high - tall) // 2, wide, tall)
                    item.setGeometry(QStyle.visualRect(QGuiApplication.layoutDirection(), room, place))
                x += wide + self._gap
            y += high + self._gap
        return y - self._gap - rect.y() + margins.bottom() if y > room.y() else 0

    def _widths(self, line: Sequence[QLayoutItem], width: int) -> list[int]:
        """Share out what is left over."""
        widths = [min(self._needed(item), width) for item in line]
        shares = [self._share(item) for item in line]
        left = width - sum(widths) - self._gap * (len(line) - 1)
        if left > 0 and any(shares):
            widths = [wide + left * share // sum(shares) for wide, share in zip(widths, shares, strict=True)]
        return widths


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
