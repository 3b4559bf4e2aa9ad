"""Choosing a region of a page, by mouse or by keys: a frame over the picture that is moved, sized and confirmed.

It knows shares of the picture and no page; what is done with a region is for others.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from ui import theme
from ui.i18n.language import tr

_STEP, _FINE = 0.01, 0.002  # of the picture's width and height, for a key
_FIRST = QRectF(0.1, 0.1, 0.3, 0.05)
_LEAST = 0.004
_SIDES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class RegionPicker(QFrame):
    """Lies over a picture while a region is chosen. ``region_chosen`` carries it in shares of the picture."""

    region_chosen = Signal(QRectF)
    region_cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Region of the page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._region = QRectF()
        self._from = QPointF(-1, -1)
        self.hide()

    def begin(self, place: QRect) -> None:
        """Choose a region of the picture that is shown here; keys begin with one at the upper left."""
        self.setGeometry(place)
        self._region, self._from = QRectF(_FIRST), QPointF(-1, -1)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Take the keys that choose a region before they are commands."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, size with Shift and the arrows, finely with Ctrl; Enter confirms, Esc cancels."""
        held = event.modifiers()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self._end()
            self.region_cancelled.emit()
        elif event.key() in _SIDES:
            step = _FINE if held & Qt.KeyboardModifier.ControlModifier else _STEP
            across, down = (step * way for way in _SIDES[Qt.Key(event.key())])
            self._change(across, down, sizes=bool(held & Qt.KeyboardModifier.ShiftModifier))

    def _change(self, across: float, down: float, *, sizes: bool) -> None:
        made = QRectF(self._region)
        if sizes:
            made.adjust(0, 0, across, down)
        else:
            made.translate(across, down)
        if QRectF(0, 0, 1, 1).contains(made) and made.width() > _LEAST and made.height() > _LEAST:
            self._region = made
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a frame."""
        self._from = self._share(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the frame up to the pointer."""
        if self._from.x() >= 0:
            self._region = QRectF(self._from, self._share(event.position())).normalized()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Confirm the frame; a click alone changes nothing."""
        self.mouseMoveEvent(event)
        self._from = QPointF(-1, -1)
        if self._region.width() > _LEAST and self._region.height() > _LEAST:
            self._confirm()

    def _share(self, point: QPointF) -> QPointF:
        return QPointF(
            min(max(point.x() / max(1, self.width()), 0.0), 1.0), min(max(point.y() / max(1, self.height()), 0.0), 1.0)
        )

    def _confirm(self) -> None:
        self._end()
        self.region_chosen.emit(self._region)

    def _end(self) -> None:
        self.hide()
        self.clearFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        with QPainter(self) as painter:
            wide, high = self.width(), self.height()
            one = self._region
            box = QRectF(one.left() * wide, one.top() * high, one.width() * wide, one.height() * high)
            painter.fillRect(box, QColor(0, 0, 0, 90))
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box)
