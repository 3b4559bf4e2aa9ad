"""Drawn numbers: the chart of a sheet, items by month, people and whom they write to.

A chart is for the eye: the same numbers stand in a table or a list beside it, which is why only the months take keys.
Charts run from left to right in every language, as the axes of numbers and dates do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from triage.insight.people.nouns import PersonNode, Tie
from ui import theme
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.presenters.dashboard_sheets import Sheet, SheetLine, shortened

_LINES = 1.25  # lines of small text that a bar needs with its name beside it, or on end under it
_AXIS, _LEGEND = 2.2, 2.2  # lines of small text
_ABREAST = 7  # widths of a letter that a standing bar has for its name, or that stands on end
_NAMES = 3  # of this many parts of the chart one is for the names, at most
_NAMED = 0.8  # share of a standing bar's room that its name may take
_BAR = 0.7  # share of its room that a bar takes
_BROADEST = 6  # steps of a bar
_TICKS = 5  # numbers on the axis after 0, at most
_APART = 1.5  # widths, or heights, of a number from one to the next
_BORDERED = 3  # pixels of a bar that a border doesn't hide
_SMALLER = 0.85  # the size of names and numbers to that of other text
_COLOURS = ("accent", "amber", "green", "violet", "red", "teal", "grey")
_LEFT = "line"  # what is left to do is the ground, not a colour
_SCALE = 2  # pixels of the picture to one of its size
_PICTURE = (112, 56)  # steps
_CAPTION = 3  # steps, a line of words
_BEFORE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_AFTER = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_UNDER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class Bar(NamedTuple):
    area: QRectF
    line: SheetLine
    series: int


class _Label(NamedTuple):
    area: QRectF
    text: str
    alignment: Qt.AlignmentFlag
    on_end: bool = False


class Chart(QWidget):
    """The chart of one sheet. ``bar_clicked`` carries the query of a bar that was clicked.

    ``note`` says what of the sheet there is no room for, "" where all of it is drawn; ``note_changed`` announces it.
    """

    bar_clicked = Signal(str)
    note_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(28 * theme.STEP)
        self.setAccessibleName(tr("Chart"))
        self.setMouseTracking(True)
        self.sheet: Sheet | None = None
        self.note = ""
        self._plot: Plot | None = None
        self._pressed: Bar | None = None

    @property
    def bars(self) -> list[Bar]:
        return self._plot.bars if self._plot else []

    def show_sheet(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.setAccessibleName(sheet.title)
        self.setAccessibleDescription(tr("The table beside it shows the same numbers."))
        self.arrange()

    def arrange(self) -> None:
        if self.sheet is None:
            return
        self._plot = _fitted(self.sheet, QRectF(self.rect()), self.font())
        self._pressed = None
        self.update()
        note = _left_out(self.sheet, self._plot.sheet)
        if note != self.note:
            self.note = note
            self.note_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("base"))
        if self._plot is not None:
            self._plot.paint(painter)
        painter.end()

    # ---- the pointer

    def _bar_at(self, point: QPointF) -> Bar | None:
        return next((bar for bar in self.bars if bar.area.contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._bar_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        bar, self._pressed = self._pressed, None
        if bar is not None and bar is self._bar_at(event.position()) and bar.line.queries[bar.series] is not None:
            self.bar_clicked.emit(bar.line.queries[bar.series])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position())
        if bar is not None and self.sheet is not None:
            text = f"{bar.line.name}: {formatting.number(bar.line.numbers[bar.series])} {self.sheet.series[bar.series]}"
            QToolTip.showText(event.globalPosition().toPoint(), formatting.hint(text), self, bar.area.toAlignedRect())

    # ---- the picture

    def picture(self, caption: str) -> QImage | None:
        """Return the chart as a picture, between its title and a line under it; None where there is no chart."""
        if self.sheet is None:
            return None
        wide, high, strip = (theme.STEP * steps for steps in (*_PICTURE, _CAPTION))
        image = QImage(wide * _SCALE, (high + 2 * strip) * _SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SCALE)
        image.fill(theme.colour("base"))
        painter = QPainter(image)
        _fitted(self.sheet, QRectF(0, strip, wide, high), self.font()).paint(painter)
        lines = ((self.sheet.title, 0, "text", True), (caption, high + strip, "muted", False))
        for text, top, colour, bold in lines:
            font = self.font()
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            line = QRect(theme.STEP, top, wide - 2 * theme.STEP, strip)
            elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), elided)
        painter.end()
        return image


class Plot:
    """The places of all that is drawn of a sheet in an area: bars, their names, the axis of numbers, the legend."""

    def __init__(self, sheet: Sheet, area: QRectF, font: QFont) -> None:
        self.sheet = sheet
        self._font, self._metrics = font, QFontMetricsF(font)
        self._high, self._gap = self._metrics.height(), theme.STEP / 2
        legend = _LEGEND * self._high if len(sheet.series) > 1 else 0.0
        self._legend = QRectF(area.left(), area.bottom() - legend, area.width(), legend)
        self._most = max((sum(line.numbers) for line in sheet.lines), default=0)
        self.bars: list[Bar] = []
        self._labels: list[_Label] = []
        self._grid: list[QLineF] = []
        room = area.adjusted(self._gap, self._gap, -theme.STEP, -max(legend, self._gap))
        if sheet.upright:
            self._stand_up(room)
        else:
            self._lay_down(room)
        for number in range(0, self._top + 1, self._step):
            self._add_number(number)

    # ---- the room for bars, and names and numbers around it

    def _wide(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def _elided(self, text: str, room: float) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _scale(self, room: float, size: float) -> None:
        """Let the axis end at a round number, with as many whole steps as their numbers have room for."""
        ticks = max(1, min(_TICKS, int(room / (_APART * size))))
        self._step = 1
        while self._most > ticks * self._step:
            self._step = self._step * 10 // 4 if str(self._step)[0] == "2" else self._step * 2
        self._top = self._step * max(1, -(-self._most // self._step))

    def _lay_down(self, room: QRectF) -> None:
        names = [self._elided(line.name, room.width() / _NAMES) for line in self.sheet.lines]
        size = max(map(self._wide, names), default=0.0)
        last = self._wide(formatting.number(self._most))
        self._inner = room.adjusted(size + self._gap, 0, -last / 2, -self._high - self._gap)
        self._length, self._breadth = self._inner.width(), self._inner.height()
        self._scale(self._length, last)
        self._add_lines(names, size, _BEFORE)

    def _stand_up(self, room: QRectF) -> None:
        self._scale(room.height() * (1 - 1 / _NAMES), self._high)
        left = self._wide(formatting.number(self._top)) + self._gap
        each = (room.width() - left) / max(1, len(self.sheet.lines))
        on_end = each < _ABREAST * self._wide("0")
        most = room.height() / _NAMES if on_end else each * _NAMED
        names = [self._elided(line.name, most) for line in self.sheet.lines]
        size = max(map(self._wide, names), default=0.0) if on_end else self._high
        self._inner = room.adjusted(left, self._high / 2, 0, -size - self._gap)
        self._length, self._breadth = self._inner.height(), self._inner.width()
        self._add_lines(names, size, _BEFORE if on_end else _UNDER, on_end=on_end)

    def _area(self, across: float, broad: float, along: float, long: float) -> QRectF:
        """Return an area by its place across the bars and along them, each with its size."""
        if self.sheet.upright:
            return QRectF(self._inner.left() + across, self._inner.bottom() - along - long, broad, long)
        return QRectF(self._inner.left() + along, self._inner.top() + across, long, broad)

    def _add_lines(self, names: list[str], size: float, side: Qt.AlignmentFlag, *, on_end: bool = False) -> None:
        each = self._breadth / max(1, len(names))
        broad = min(_BAR * each, _BROADEST * theme.STEP)
        for at, (line, name) in enumerate(zip(self.sheet.lines, names, strict=True)):
            self._labels.append(_Label(self._area(at * each, each, -self._gap - size, size), name, side, on_end))
            along = 0.0
            for series, number in enumerate(line.numbers[: len(self.sheet.series)]):
                if number:
                    long = max(1.0, self._length * number / self._top)
                    area = self._area(at * each + (each - broad) / 2, broad, along, long)
                    self.bars.append(Bar(area, line, series))
                    along += long

    def _add_number(self, number: int) -> None:
        text, along = formatting.number(number), self._length * number / self._top
        wide = self._wide(text) + self._gap
        line = self._area(0, self._breadth, along, 0)
        self._grid.append(QLineF(line.topLeft(), line.bottomRight()))
        if self.sheet.upright:
            area = self._area(-self._gap - wide, wide, along - self._high / 2, self._high)
        else:
            area = self._area(self._breadth + self._gap, self._high, along - wide / 2, wide)
        self._labels.append(_Label(area, text, _BEFORE if self.sheet.upright else _UNDER))

    # ---- drawing

    def paint(self, painter: QPainter) -> None:
        # A sheet without lines has no axes either: they would look like a count of nothing.
        if not self.sheet.lines:
            return
        painter.setFont(self._font)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(theme.colour("line"))
        painter.drawLines(self._grid)
        for bar in self.bars:
            self._paint_bar(painter, bar.area, bar.series)
        painter.setPen(theme.colour("text"))
        for label in self._labels:
            self._paint_label(painter, label)
        self._paint_legend(painter)

    def _paint_bar(self, painter: QPainter, area: QRectF, series: int) -> None:
        rest = self.sheet.series == (tr("coded"), tr("left")) and series == 1
        painter.fillRect(area, theme.colour(_LEFT if rest else _COLOURS[series % len(_COLOURS)]))
        if min(area.width(), area.height()) > _BORDERED:
            painter.setPen(QPen(theme.colour("edge" if rest else "base")))
            painter.drawRect(area)

    def _paint_label(self, painter: QPainter, label: _Label) -> None:
        area = QRectF(label.area)
        painter.save()
        if label.on_end:
            painter.translate(area.bottomLeft())
            painter.rotate(-90)
            area = QRectF(0, 0, area.height(), area.width())
        painter.drawText(area, int(label.alignment | Qt.TextFlag.TextSingleLine), label.text)
        painter.restore()

    def _paint_legend(self, painter: QPainter) -> None:
        if not self._legend.height():
            return
        around = self._high + 2 * self._gap
        room = self._legend.width() / len(self.sheet.series) - around
        names = [self._elided(name, max(0.0, room)) for name in self.sheet.series]
        left = self._legend.center().x() - sum(self._wide(name) + around for name in names) / 2
        for series, name in enumerate(names):
            key = QRectF(left, self._legend.center().y() - self._high / 3, self._high / 1.5, self._high / 1.5)
            self._paint_bar(painter, key, series)
            painter.setPen(theme.colour("text"))
            area = QRectF(left + self._high, self._legend.top(), self._wide(name) + self._gap, self._legend.height())
            painter.drawText(area, int(_AFTER | Qt.TextFlag.TextSingleLine), name)
            left += self._wide(name) + around


def _fitted(sheet: Sheet, area: QRectF, font: QFont) -> Plot:
    small = QFont(font)
    small.setPointSizeF(max(6.5, font.pointSizeF() * _SMALLER))
    return Plot(shortened(sheet, _room(sheet, area, small)), area, small)


def _room(sheet: Sheet, area: QRectF, font: QFont) -> int:
    line = QFontMetricsF(font).height()
    around = _AXIS + (_LEGEND if len(sheet.series) > 1 and not sheet.upright else 0)
    free = (area.width() if sheet.upright else area.height()) - around * line
    return max(3, min(len(sheet.lines), int(free / (_LINES * line))))


def _left_out(sheet: Sheet, small: Sheet) -> str:
    """Say what of a sheet isn't in its chart."""
    if small.key != sheet.key:
        return tr("The chart is by year: it has no room for every month.")
    if len(small.lines) == len(sheet.lines):
        return ""
    if sheet.upright:
        return tr("The chart has room for the %n latest.", len(small.lines))
    return tr("The chart has room for the %n largest.", len(small.lines))


# ---- items by month
#
# Months that hold less than a hundredth of the items at either end are left out of the picture, as one wrong date
# would press all others together; the text under it says how many those are.

_HISTOGRAM_HEIGHT = 9  # steps
_WIDEST_MONTH = 4  # steps of a bar, so that a month by itself is no block of light
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_FEWEST_MONTHS, _ZOOM = 3, 2  # months that are shown at least, and how many times as many at each turn of the wheel
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
        self._all_months: tuple[int, list[int]] = 0, []  # the first month and the counts, of which some may be shown
        self._from = self._to = -1
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Items by month"))
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(12 * theme.STEP, _HISTOGRAM_HEIGHT * theme.STEP + self.fontMetrics().height())

    def show_months(self, months: Sequence[tuple[str, int]]) -> None:
        """Show these months (``2023-05``) with their numbers of items."""
        numbers = sorted((number_of(month), count) for month, count in months if month and count)
        total = sum(count for _, count in numbers)
        counts = dict(_trimmed(numbers, total * _AT_ENDS))
        self.outside = total - sum(counts.values())
        first = min(counts, default=0)
        self._all_months = first, [counts.get(month, 0) for month in range(first, max(counts, default=-1) + 1)]
        self._show(0, len(self._all_months[1]))

    def _show(self, start: int, months: int) -> None:
        first, counts = self._all_months
        start = max(0, min(start, len(counts) - months))
        self.first, self.counts = first + start, counts[start : start + months]
        self._from = self._to = -1
        self._dragging = False
        self.setRange(0, max(0, len(self.counts) - 1))
        self._describe()
        self.update()

    def zoom(self, by: float, at: int) -> None:
        """Show so many times as many months (more than 1) or fewer, and a bar of them where it stands now."""
        months = max(
            min(_FEWEST_MONTHS, len(self._all_months[1])), min(round(len(self.counts) * by), len(self._all_months[1]))
        )
        before = self.first - self._all_months[0] + at
        self._show(before - at * months // max(1, len(self.counts)), months)

    def month(self, at: int) -> str:
        year, month = divmod(self.first + at, 12)
        return f"{year:04d}-{month + 1:02d}"

    def range(self) -> tuple[int, int] | None:
        return (min(self._from, self._to), max(self._from, self._to)) if self._from >= 0 else None

    # ---- where a bar is

    def _bars(self) -> QRect:
        return self.rect().adjusted(theme.STEP, 2, -theme.STEP, -self.fontMetrics().height())

    def x_of(self, at: int) -> float:
        bars = self._bars()
        return bars.left() + bars.width() * at / max(1, len(self.counts))

    def bar_at(self, x: float) -> int:
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
        if event.button() == Qt.MouseButton.LeftButton and self.counts:
            self._dragging = True
            at = self.bar_at(event.position().x())
            self._mark(at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._mark(self._from, self.bar_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            self._mark(self._from, self.bar_at(event.position().x()))
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        ways = event.angleDelta()
        if not self.counts or self._dragging:
            event.ignore()
        elif abs(ways.x()) > abs(ways.y()):
            self._show(self.first - self._all_months[0] - (1 if ways.x() > 0 else -1), len(self.counts))
        elif ways.y():
            self.zoom(1 / _ZOOM if ways.y() > 0 else _ZOOM, self.bar_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        zooms = {Qt.Key.Key_Plus: 1 / _ZOOM, Qt.Key.Key_Equal: 1 / _ZOOM, Qt.Key.Key_Minus: _ZOOM}
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self.counts:
            start = len(self.counts) - 1 if steps[key] < 0 else 0
            at = max(0, min(self._to + steps[key], len(self.counts) - 1)) if self._to >= 0 else start
            extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._from >= 0
            self._mark(self._from if extends else at, at)
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
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.counts:
            at = self.bar_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.words_of(*(self.range() or (at, at))), self)
            return True
        return super().event(event)

    # ---- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bars = self._bars()
        marked = self.range()
        if marked:
            left, right = self.x_of(marked[0]), self.x_of(marked[1] + 1)
            painter.fillRect(QRectF(left, bars.top(), right - left, bars.height()), theme.colour("chosen"))
        most = max(self.counts, default=0)
        for at, count in enumerate(self.counts):
            if not count:
                continue  # one wrong date may put twenty thousand empty months beside the others
            high = max(1.0, bars.height() * count / most)
            left, room = self.x_of(at), self.x_of(at + 1) - self.x_of(at)
            wide = min(max(1.0, room - 1.0), _WIDEST_MONTH * theme.STEP)
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
            painter.drawText(under, _AT_LEFT, self.month(0))
            painter.drawText(under, _AT_RIGHT, self.month(len(self.counts) - 1))


def _trimmed(months: list[tuple[int, int]], few: float) -> list[tuple[int, int]]:
    """Take months off either end as long as they hold no more than ``few`` items together."""
    for _ in ("at the beginning", "at the end"):
        sums = accumulate(count for _, count in months[:-1])
        months = months[sum(lost <= few for lost in sums) :][::-1]
    return months


# ---- people as dots on a ring, those of a domain side by side, and lines between those who write to one another

_MOST = 28
"""People that have room on the ring."""
_SMALLEST_DOT, _LARGEST_DOT = 3.0, 9.0  # pixels, of a dot's radius
_WIDEST_LINE = 4.0  # pixels, of a line


class PeopleGraph(QWidget):
    """The picture. ``person_chosen`` carries the PersonNode that was clicked."""

    person_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[PersonNode] = ()
        self._every: Sequence[Tie] = ()
        self.people: list[PersonNode] = []
        self._ties: list[tuple[int, int, int]] = []
        self._domains: dict[str, int] = {}
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Graph of who wrote to whom"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(36 * theme.STEP, 26 * theme.STEP)

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * theme.STEP, 8 * theme.STEP)

    def show_people(self, people: Sequence[PersonNode], ties: Sequence[Tie]) -> None:
        self._all, self._every = people, ties
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        room = 2 * max(2, (self.height() - theme.STEP) // self.fontMetrics().height())
        some = self._all[: min(_MOST, room)]
        mails = Counter[str]()
        for person in some:
            mails[_domain(person)] += person.sent + person.received
        self._domains = {domain: at for at, (domain, _) in enumerate(mails.most_common())}
        self.people = sorted(
            some, key=lambda person: (self._domains[_domain(person)], -person.sent - person.received, person.key)
        )
        position = {person.key: at for at, person in enumerate(self.people)}
        self._ties = [
            (position[tie.sender], position[tie.recipient], tie.mails)
            for tie in self._every
            if tie.sender in position and tie.recipient in position and tie.sender != tie.recipient
        ]
        self.setAccessibleDescription(tr("%n people are shown; the list has all.", len(self.people)))
        self.update()

    def place_of(self, at: int) -> QPointF:
        """Return where the person with this number stands: down the right side, then up the left one."""
        half = -(-len(self.people) // 2)
        right = at < half
        row = at if right else 2 * half - 1 - at
        share = (row + 0.5) / max(half, 1)
        wide = max(self.width() / 2 - 14 * theme.STEP, 2 * theme.STEP) * sqrt(1 - (2 * share - 1) ** 2)
        return QPointF(self.width() / 2 + (wide if right else -wide), share * self.height())

    def person_at(self, point: QPointF) -> PersonNode | None:
        near = [((self.place_of(at) - point).manhattanLength(), at) for at in range(len(self.people))]
        distance, at = min(near, default=(1e9, 0))
        return self.people[at] if distance <= 2 * theme.STEP else None

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ties(painter)
            largest = max((person.sent + person.received for person in self.people), default=1)
            for at, person in enumerate(self.people):
                self._draw_person(painter, at, person, sqrt((person.sent + person.received) / largest))

    def _draw_ties(self, painter: QPainter) -> None:
        most = max((mails for _, _, mails in self._ties), default=1)
        colour = theme.colour("muted")
        for sender, recipient, mails in self._ties:
            share = sqrt(mails / most)
            colour.setAlphaF(0.15 + 0.6 * share)
            painter.setPen(QPen(colour, max(0.5, _WIDEST_LINE * share)))
            painter.drawLine(self.place_of(sender), self.place_of(recipient))

    def _draw_person(self, painter: QPainter, at: int, person: PersonNode, share: float) -> None:
        position, radius = self.place_of(at), _SMALLEST_DOT + (_LARGEST_DOT - _SMALLEST_DOT) * share
        painter.setPen(theme.colour("text"))
        painter.setBrush(theme.colour(f"hit {self._domains[_domain(person)] % theme.HITS}"))
        painter.drawEllipse(position, radius, radius)
        left = at >= -(-len(self.people) // 2)
        metrics = painter.fontMetrics()
        room = 12 * theme.STEP
        name = metrics.elidedText(formatting.safe_line(person.name or person.key), Qt.TextElideMode.ElideRight, room)
        begin = position.x() - radius - theme.STEP / 2 - room if left else position.x() + radius + theme.STEP / 2
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        line = QRectF(begin, position.y() - metrics.height() / 2, room, metrics.height())
        painter.drawText(line, flags, formatting.isolate(name))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if (person := self.person_at(QPointF(event.pos()))) is not None:
                QToolTip.showText(event.globalPos(), formatting.hint(describe_person(person)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (person := self.person_at(event.position())) is not None:
            self.person_chosen.emit(person)


def describe_person(person: PersonNode) -> str:
    sent, received = formatting.number(person.sent), formatting.number(person.received)
    return "\n".join((*person.identities, tr("sent {sent}, received {received}", sent=sent, received=received)))


def _domain(person: PersonNode) -> str:
    return person.key.rpartition("@")[2]
