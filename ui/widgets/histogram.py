"""Items by month as bars: drag over them, or use the arrow keys with Shift and Enter, to choose a range; the wheel,
or + and -, zooms.

Months that hold less than a hundredth of the items at either end are left out of the picture, as one wrong date would
press all others together; the text under it says how many those are. Time runs from left to right in every language,
as the dates under it do, and the arrow keys with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip

from ui import theme
from ui.i18n import formatting
from ui.i18n.language import tr

_HIGH = 9  # steps
_WIDEST = 4  # steps of a bar, so that a month by itself is no block of light
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_LEAST, _ZOOM = 3, 2  # months that are shown at least, and how many times as many at each turn of the wheel
_AT_ENDS = 0.005  # share of the items that either end may lose


def number_of(month: str) -> int:
    """Return the months from year 0 to ``2023-05``."""
    year, _, rest = month.partition("-")
    return int(year) * 12 + int(rest) - 1


class Histogram(QAbstractSlider):
    """The bars. ``range_selected`` carries the first and the last month of a range that a person has settled on.

    To a screen reader it is a slider over the months; its value is the bar that the cursor is on.
    """

    range_selected = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.counts: list[int] = []
        self.first = 0
        self.outside = 0
        self._whole: tuple[int, list[int]] = 0, []  # the first month and the counts, of which some may be shown
        self._from = self._to = -1
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Items by month"))
        self._describe()

    def sizeHint(self) -> QSize:
        """Return the height that bars need; any width will do."""
        return QSize(12 * theme.STEP, _HIGH * theme.STEP + self.fontMetrics().height())

    def show_months(self, months: Sequence[tuple[str, int]]) -> None:
        """Show these months (``2023-05``) with their numbers of items."""
        numbers = sorted((number_of(month), count) for month, count in months if month and count)
        total = sum(count for _, count in numbers)
        shown = dict(_trimmed(numbers, total * _AT_ENDS))
        self.outside = total - sum(shown.values())
        first = min(shown, default=0)
        self._whole = first, [shown.get(month, 0) for month in range(first, max(shown, default=-1) + 1)]
        self._show(0, len(self._whole[1]))

    def _show(self, start: int, many: int) -> None:
        """Show so many months from one of the whole on."""
        first, counts = self._whole
        start = max(0, min(start, len(counts) - many))
        self.first, self.counts = first + start, counts[start : start + many]
        self._from = self._to = -1
        self._dragging = False
        self.setRange(0, max(0, len(self.counts) - 1))
        self._describe()
        self.update()

    def zoom(self, by: float, at: int) -> None:
        """Show so many times as many months (more than 1) or fewer, and a bar of them where it stands now."""
        many = max(min(_LEAST, len(self._whole[1])), min(round(len(self.counts) * by), len(self._whole[1])))
        before = self.first - self._whole[0] + at
        self._show(before - at * many // max(1, len(self.counts)), many)

    def month(self, at: int) -> str:
        """Return the month of a bar."""
        year, month = divmod(self.first + at, 12)
        return f"{year:04d}-{month + 1:02d}"

    def range(self) -> tuple[int, int] | None:
        """Return the bars marked so far, the earlier first."""
        return (min(self._from, self._to), max(self._from, self._to)) if self._from >= 0 else None

    # ---- where a bar is

    def _bars(self) -> QRect:
        return self.rect().adjusted(theme.STEP, 2, -theme.STEP, -self.fontMetrics().height())

    def x_of(self, at: int) -> float:
        """Return where a bar begins, in pixels."""
        bars = self._bars()
        return bars.left() + bars.width() * at / max(1, len(self.counts))

    def bar_at(self, x: float) -> int:
        """Return the bar at a place, the nearest one beyond the ends; -1 where there are none."""
        bars = self._bars()
        at = int((x - bars.left()) * len(self.counts) / max(1, bars.width()))
        return max(0, min(at, len(self.counts) - 1)) if self.counts else -1

    # ---- choosing

    def _mark(self, start: int, end: int) -> None:
        self._from, self._to = start, end
        self.setValue(max(0, end))
        self._describe()
        self.update()

    def _describe(self) -> None:
        months = self.range() or (0, len(self.counts) - 1)
        sentence = self.words_of(*months) if self.counts else tr("No item has a date.")
        self.setAccessibleDescription(
            f"{sentence} {tr('Arrow keys choose a month, Shift extends, Enter applies, + and - zoom.')}"
        )

    def words_of(self, start: int, end: int) -> str:
        """Return "2023-05 to 2023-08: 1,284 items"."""
        items = formatting.count(sum(self.counts[start : end + 1]), "item")
        if start == end:
            return tr("{month}: {items}", month=self.month(start), items=items)
        return tr("{first} to {last}: {items}", first=self.month(start), last=self.month(end), items=items)

    def _settle(self) -> None:
        marked = self.range()
        if marked:
            self.range_selected.emit(self.month(marked[0]), self.month(marked[1]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a range."""
        if event.button() == Qt.MouseButton.LeftButton and self.counts:
            self._dragging = True
            at = self.bar_at(event.position().x())
            self._mark(at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the range on."""
        if self._dragging:
            self._mark(self._from, self.bar_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Settle on the range."""
        if self._dragging:
            self._dragging = False
            self._mark(self._from, self.bar_at(event.position().x()))
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the month under the pointer, or move to earlier and later ones where the wheel goes sideways."""
        ways = event.angleDelta()
        if not self.counts or self._dragging:
            event.ignore()
        elif abs(ways.x()) > abs(ways.y()):
            self._show(self.first - self._whole[0] - (1 if ways.x() > 0 else -1), len(self.counts))
        elif ways.y():
            self.zoom(1 / _ZOOM if ways.y() > 0 else _ZOOM, self.bar_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys, extend with Shift, settle with Enter, let go with Escape, zoom with + and -."""
        zooms = {Qt.Key.Key_Plus: 1 / _ZOOM, Qt.Key.Key_Equal: 1 / _ZOOM, Qt.Key.Key_Minus: _ZOOM}
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self.counts:
            start = len(self.counts) - 1 if steps[key] < 0 else 0
            at = max(0, min(self._to + steps[key], len(self.counts) - 1)) if self._to >= 0 else start
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._from >= 0
            self._mark(self._from if held else at, at)
        elif key in zooms and self.counts:
            self.zoom(zooms[key], self._to if self._to >= 0 else len(self.counts) // 2)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._from >= 0:
            self._settle()
        elif key == Qt.Key.Key_Escape and self._from >= 0:
            self._dragging = False
            self._mark(-1, -1)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Say in the tooltip what the bar under the pointer, or the range, stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.counts:
            at = self.bar_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.words_of(*(self.range() or (at, at))), self)
            return True
        return super().event(event)

    # ---- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the range, the bars, the base line and the words under it; a frame shows the focus."""
        painter = QPainter(self)
        bars = self._bars()
        marked = self.range()
        if marked:
            left, right = self.x_of(marked[0]), self.x_of(marked[1] + 1)
            painter.fillRect(QRectF(left, bars.top(), right - left, bars.height()), theme.colour("chosen"))
        most = max(self.counts, default=0)
        for at, count in enumerate(self.counts):
            high = max(1.0, bars.height() * count / most) if count else 0.0
            left, room = self.x_of(at), self.x_of(at + 1) - self.x_of(at)
            wide = min(max(1.0, room - 1.0), _WIDEST * theme.STEP)
            left += max(0.0, (room - 1.0 - wide) / 2)
            painter.fillRect(QRectF(left, bars.bottom() - high, wide, high), theme.colour("accent"))
        painter.setPen(theme.colour("accent" if self.hasFocus() else "line"))
        painter.drawLine(bars.left(), bars.bottom(), bars.right(), bars.bottom())
        if self.hasFocus():
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self._label(painter, bars, marked)
        painter.end()

    def _label(self, painter: QPainter, bars: QRect, marked: tuple[int, int] | None) -> None:
        painter.setPen(theme.colour("muted"))
        under = QRect(bars.left(), bars.bottom() + 1, bars.width(), self.fontMetrics().height())
        if marked or len(self.counts) == 1:
            words = self.words_of(*marked) if marked else self.month(0)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, words)
        elif self.counts:
            painter.drawText(under, _LEFT, self.month(0))
            painter.drawText(under, _RIGHT, self.month(len(self.counts) - 1))


def _trimmed(months: list[tuple[int, int]], few: float) -> list[tuple[int, int]]:
    """Take months off either end as long as they hold no more than ``few`` items together."""
    for _ in ("at the beginning", "at the end"):
        sums = accumulate(count for _, count in months[:-1])
        months = months[sum(lost <= few for lost in sums) :][::-1]
    return months
