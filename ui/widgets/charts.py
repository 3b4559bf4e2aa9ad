"""A chart of a sheet: bars that can be clicked into a search and saved as a picture.

The chart is for the eye: whoever doesn't see it has the same numbers in the table beside it, which is why it takes no
focus. It runs from left to right in every language, as the axis of numbers does.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

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
    """The part of a line's bar that stands for one series."""

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
        """Return the bars as they are drawn."""
        return self._plot.bars if self._plot else []

    def show_sheet(self, sheet: Sheet) -> None:
        """Draw a sheet."""
        self.sheet = sheet
        self.setAccessibleName(sheet.title)
        self.setAccessibleDescription(tr("The table beside it shows the same numbers."))
        self.arrange()

    def arrange(self) -> None:
        """Place the bars in the room that there is, in the font in force."""
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
        """Place the bars anew."""
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("base"))
        if self._plot is not None:
            self._plot.paint(painter)
        painter.end()

    # ---- the pointer

    def _bar_at(self, point: QPointF) -> Bar | None:
        return next((bar for bar in self.bars if bar.area.contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click on a bar."""
        self._pressed = self._bar_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Search for what the bar stands for."""
        bar, self._pressed = self._pressed, None
        if bar is not None and bar is self._bar_at(event.position()) and bar.line.queries[bar.series] is not None:
            self.bar_clicked.emit(bar.line.queries[bar.series])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the bar under the pointer stands for."""
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
        """Place the bars from left to right, their names on the left and the numbers under them."""
        names = [self._elided(line.name, room.width() / _NAMES) for line in self.sheet.lines]
        size = max(map(self._wide, names), default=0.0)
        last = self._wide(formatting.number(self._most))
        self._inner = room.adjusted(size + self._gap, 0, -last / 2, -self._high - self._gap)
        self._length, self._breadth = self._inner.width(), self._inner.height()
        self._scale(self._length, last)
        self._add_lines(names, size, _BEFORE)

    def _stand_up(self, room: QRectF) -> None:
        """Place the bars from the bottom to the top, their names under them and the numbers on the left."""
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
        """Place each line's name, and the parts of its bar one after another."""
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
        """Place a number of the axis and its line of the grid."""
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
        """Draw it; a sheet without lines has no axes either, as they would look like a count of nothing."""
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
        """Draw each series' colour and name in the middle under the chart, the names cut where they have no room."""
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
            place = QRectF(left + self._high, self._legend.top(), self._wide(name) + self._gap, self._legend.height())
            painter.drawText(place, int(_AFTER | Qt.TextFlag.TextSingleLine), name)
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
