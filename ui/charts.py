"""A chart of a sheet (ui): bars that can be clicked into a search and kept as a picture.

Qt's charts are loaded when the first one is shown, not when the window starts. The chart is for the eye: whoever
doesn't see it has the same numbers in the table beside it, which is why it takes no focus.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QCursor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QToolTip, QVBoxLayout, QWidget

from ui import theme, words
from ui.sheets import Line, Sheet, shortened
from ui.tongue import tr

if TYPE_CHECKING:
    from PySide6.QtCharts import QBarSet, QChart, QChartView, QValueAxis

_LINES = 1.25  # lines of small text that a bar needs with its name beside it, or on end under it
_AXIS, _LEGEND = 2.2, 2.2  # lines of small text
_ABREAST = 7  # widths of a letter that a standing bar has for its name, or that stands on end
_NAMES = 3  # of this many parts of the width one is for the names beside lying bars
_NAMED = 0.8  # share of a standing bar's room that its name may take
_BROADEST = 6  # steps of a bar
_SMALLER = 0.85  # the size of names and numbers to that of other text
_COLOURS = ("accent", "amber", "green", "violet", "red", "teal", "grey")
_LEFT = ("line",)  # what is left to do is the ground, not a colour
_SCALE = 2  # pixels of the picture to one of its size
_PICTURE = (112, 56)  # steps
_CAPTION = 3  # steps, a line of words


class Chart(QWidget):
    """The chart of one sheet. ``chosen`` carries the query of a bar that was clicked; ``drawn`` says that it is there.

    ``said`` tells what of the sheet there was no room for, "" where all of it is drawn.
    """

    chosen = Signal(str)
    drawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(28 * theme.STEP)
        self.setAccessibleName(tr("Chart"))
        self.sheet: Sheet | None = None
        self.view: QChartView | None = None
        self.said = ""
        self._most = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self.dress)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)

    def show_sheet(self, sheet: Sheet) -> None:
        """Draw a sheet in the next turn of the event loop, unless it is drawn already."""
        if sheet != self.sheet:
            self.sheet = sheet
            self._soon.start()

    def dress(self) -> None:
        """Draw anew in the colours in force."""
        if self.sheet is not None:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew where there is room for more bars, or for fewer."""
        super().resizeEvent(event)
        if self.view is not None and self.sheet is not None and self._room(self.sheet) != self._most:
            self._timer.start()

    def _room(self, sheet: Sheet) -> int:
        return _room(sheet, self.width(), self.height(), _small(self.font()))

    def _draw(self) -> None:
        from PySide6.QtCharts import QChartView

        assert self.sheet is not None
        self._most = self._room(self.sheet)
        small = shortened(self.sheet, self._most)
        self.said = _left_out(self.sheet, small)
        chart = _made(small, self.size(), self._clicked, _small(self.font()))
        if self.view is None:
            self.view = QChartView(chart)
            self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._lines.addWidget(self.view)
        else:
            before = self.view.chart()
            self.view.setChart(chart)
            before.deleteLater()
        self.view.setBackgroundBrush(QBrush(theme.colour("base")))
        self.view.setVisible(bool(self.sheet.lines))  # axes without bars look like a count of nothing
        self.view.setAccessibleName(self.sheet.title)
        self.view.setAccessibleDescription(tr("The same numbers stand in the table beside it."))
        self.drawn.emit()

    def _clicked(self, query: str | None) -> None:
        if query is not None:
            self.chosen.emit(query)

    def picture(self, caption: str) -> QImage | None:
        """Return the chart as a picture, between its title and a line under it; None where there is no chart."""
        if self.sheet is None:
            return None
        wide, high, strip = (theme.STEP * steps for steps in (*_PICTURE, _CAPTION))
        image = QImage(wide * _SCALE, (high + 2 * strip) * _SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SCALE)
        image.fill(theme.colour("base"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRect(0, strip, wide, high))
        lines = ((self.sheet.title, 0, "text", True), (caption, high + strip, "muted", False))
        for text, top, colour, bold in lines:
            font = self.font()
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            line = QRect(theme.STEP, top, wide - 2 * theme.STEP, strip)
            said = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), said)
        painter.end()
        return image

    def _paint(self, painter: QPainter, where: QRect) -> None:
        """Paint the sheet's chart in a size of its own, whatever room it has in the window."""
        assert self.sheet is not None
        scene = QGraphicsScene()
        font = _small(self.font())
        small = shortened(self.sheet, _room(self.sheet, where.width(), where.height(), font))
        chart = _made(small, where.size(), lambda query: None, font)
        scene.addItem(chart)
        chart.resize(where.width(), where.height())
        chart.layout().activate()
        scene.render(painter, QRectF(where), QRectF(0, 0, where.width(), where.height()))


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(6.5, font.pointSizeF() * _SMALLER))
    return small


def _room(sheet: Sheet, wide: int, high: int, font: QFont) -> int:
    """Return how many bars there is room for."""
    line = QFontMetricsF(font).height()
    around = _AXIS + (_LEGEND if len(sheet.series) > 1 and not sheet.upright else 0)
    free = (wide if sheet.upright else high) - around * line
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


def _made(sheet: Sheet, size: QSize, clicked: Callable[[str | None], None], font: QFont) -> QChart:
    """Return the chart of as many lines as there is room for, in the colours in force."""
    from PySide6.QtCharts import QChart

    chart = QChart()
    chart.setLocalizeNumbers(True)
    chart.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    chart.setBackgroundBrush(QBrush(theme.colour("base")))
    chart.setBackgroundRoundness(0)
    chart.setMargins(QMargins(theme.STEP // 2, theme.STEP // 2, theme.STEP, 0))
    chart.layout().setContentsMargins(0, 0, 0, 0)
    _add_bars(chart, sheet, clicked, size, font)
    chart.legend().setVisible(len(sheet.series) > 1)
    chart.legend().setAlignment(Qt.AlignmentFlag.AlignBottom)
    chart.legend().setLabelColor(theme.colour("text"))
    chart.legend().setFont(font)
    return chart


def _add_bars(chart: QChart, sheet: Sheet, clicked: Callable[[str | None], None], size: QSize, font: QFont) -> None:
    """Put series and axes into a chart; bars that lie are drawn from the bottom, so the lines go in backwards."""
    from PySide6.QtCharts import QBarCategoryAxis, QHorizontalStackedBarSeries, QStackedBarSeries, QValueAxis

    lines = list(sheet.lines) if sheet.upright else list(reversed(sheet.lines))
    series = QStackedBarSeries() if sheet.upright else QHorizontalStackedBarSeries()
    each = (size.width() if sheet.upright else size.height()) / max(1, len(lines))
    series.setBarWidth(min(0.7, _BROADEST * theme.STEP / max(1, each)))
    for at in range(len(sheet.series)):
        bars = _bars(sheet, at)
        bars.append([float(line.numbers[at]) for line in lines])
        bars.clicked.connect(lambda bar, at=at: clicked(lines[bar].queries[at]))
        bars.hovered.connect(partial(_tell, sheet, at, lines))
        series.append(bars)
    chart.addSeries(series)
    names = QBarCategoryAxis()
    on_end = sheet.upright and each < _ABREAST * QFontMetricsF(font).horizontalAdvance("0")
    room = (
        each * _NAMED if sheet.upright and not on_end else (size.height() if sheet.upright else size.width()) / _NAMES
    )
    names.append(_distinct([_fitting(line.name, room, font) for line in lines]))
    numbers = QValueAxis()
    _scale(numbers, max((sum(line.numbers) for line in lines), default=0))
    for axis, edge in ((names, not sheet.upright), (numbers, sheet.upright)):
        axis.setLabelsColor(theme.colour("text"))
        axis.setLabelsFont(font)
        axis.setLinePen(QPen(theme.colour("line")))
        axis.setGridLineVisible(axis is numbers)
        axis.setGridLinePen(QPen(theme.colour("line")))
        chart.addAxis(axis, Qt.AlignmentFlag.AlignLeft if edge else Qt.AlignmentFlag.AlignBottom)
        series.attachAxis(axis)
    names.setLabelsAngle(-90 if on_end else 0)
    names.setTruncateLabels(False)  # they fit already, and Qt would leave dots of some


def _bars(sheet: Sheet, at: int) -> QBarSet:
    """Return a series' empty bars in its colour."""
    from PySide6.QtCharts import QBarSet

    rest = sheet.series == (tr("coded"), tr("left")) and at == 1
    colour: QColor = theme.colour(_LEFT[0] if rest else _COLOURS[at % len(_COLOURS)])
    bars = QBarSet(sheet.series[at])
    bars.setBrush(QBrush(colour))
    bars.setPen(QPen(theme.colour("edge" if rest else "base")))
    return bars


def _tell(sheet: Sheet, at: int, lines: list[Line], on: bool, bar: int) -> None:
    if on:
        said = f"{lines[bar].name}: {words.number(lines[bar].numbers[at])} {sheet.series[at]}"
        QToolTip.showText(QCursor.pos(), words.hint(said))
    else:
        QToolTip.hideText()


def _scale(axis: QValueAxis, most: int) -> None:
    """Let an axis of counts end at a round number, with whole steps."""
    step = 1
    while most > 5 * step:
        step = step * 10 // 4 if str(step)[0] == "2" else step * 2
    ticks = max(1, -(-most // step))
    axis.setRange(0, ticks * step)
    axis.setTickCount(ticks + 1)
    axis.setLabelFormat("%.0f")


def _fitting(name: str, room: float, font: QFont) -> str:
    """Return a name cut to the room that it has beside its bar or under it."""
    return QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, int(room))


def _distinct(names: list[str]) -> list[str]:
    """Return names of which no two are alike, as Qt would draw such as one."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name + "\u200b" * (seen[name] - 1))
    return found
