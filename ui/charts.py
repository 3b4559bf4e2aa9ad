"""A chart of a sheet (ui): bars that can be clicked into a search and kept as a picture.

Qt's charts are loaded when the first one is shown, not when the window starts. The chart is for the eye: whoever
doesn't see it has the same numbers in the table beside it, which is why it takes no focus.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QCursor, QFont, QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QToolTip, QVBoxLayout, QWidget

from ui import theme, words
from ui.sheets import Line, Sheet, shortened
from ui.tongue import tr

if TYPE_CHECKING:
    from PySide6.QtCharts import QBarSet, QChart, QChartView, QValueAxis

_LYING, _STANDING = 27, 18  # pixels that a bar needs with its name beside it, under it
_AROUND = 70  # pixels for axes and legend
_SLANTED = 64  # pixels of a bar under which its name stands on end
_SMALLER = 0.85  # the size of names and numbers to that of other text
_LONGEST = 26  # characters of a name under a bar
_COLOURS = ("accent", "amber", "green", "violet", "red", "teal", "grey")
_LEFT = ("line",)  # what is left to do is the ground, not a colour
_SCALE = 2  # pixels of the picture to one of its size
_PICTURE = (112, 56)  # steps
_CAPTION = 3  # steps, a line of words


class Chart(QWidget):
    """The chart of one sheet. ``chosen`` carries the query of a bar that was clicked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(30 * theme.STEP)
        self.setAccessibleName(tr("Chart"))
        self.sheet: Sheet | None = None
        self.view: QChartView | None = None
        self._drawn = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self.dress)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)

    def show_sheet(self, sheet: Sheet) -> None:
        """Draw a sheet, unless it is drawn already."""
        if sheet != self.sheet:
            self.sheet = sheet
            self._draw()

    def dress(self) -> None:
        """Draw anew in the colours in force."""
        if self.sheet is not None:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew where there is room for more bars, or for fewer."""
        super().resizeEvent(event)
        if self.sheet is not None and self._room(self.sheet) != self._drawn:
            self._timer.start()

    def _room(self, sheet: Sheet) -> int:
        return _room(sheet, self.width(), self.height())

    def _draw(self) -> None:
        from PySide6.QtCharts import QChartView

        assert self.sheet is not None
        self._drawn = self._room(self.sheet)
        chart = _made(self.sheet, self._drawn, self.width(), self._clicked, self.font())
        if self.view is None:
            self.view = QChartView(chart)
            self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._lines.addWidget(self.view)
        else:
            before = self.view.chart()
            self.view.setChart(chart)
            before.deleteLater()
        self.view.setBackgroundBrush(QBrush(theme.colour("base")))
        self.view.setAccessibleName(self.sheet.title)
        self.view.setAccessibleDescription(tr("The same numbers stand in the table beside it."))

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
        most = _room(self.sheet, where.width(), where.height())
        chart = _made(self.sheet, most, where.width(), lambda query: None, self.font())
        scene.addItem(chart)
        chart.resize(where.width(), where.height())
        chart.layout().activate()
        scene.render(painter, QRectF(where), QRectF(0, 0, where.width(), where.height()))


def _room(sheet: Sheet, wide: int, high: int) -> int:
    """Return how many bars there is room for."""
    free = (wide if sheet.upright else high) - _AROUND
    return max(3, min(len(sheet.lines), free // (_STANDING if sheet.upright else _LYING)))


def _made(sheet: Sheet, most: int, wide: int, clicked: Callable[[str | None], None], font: QFont) -> QChart:
    """Return the chart of a sheet's lines, as many as there is room for, in the colours in force."""
    from PySide6.QtCharts import QChart

    small = shortened(sheet, most)
    font = QFont(font)
    font.setPointSizeF(max(6.5, font.pointSizeF() * _SMALLER))
    chart = QChart()
    chart.setLocalizeNumbers(True)
    chart.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    chart.setBackgroundBrush(QBrush(theme.colour("base")))
    chart.setBackgroundRoundness(0)
    chart.setMargins(QMargins(theme.STEP // 2, theme.STEP // 2, theme.STEP, 0))
    chart.layout().setContentsMargins(0, 0, 0, 0)
    on_end = small.upright and (wide - _AROUND) < _SLANTED * len(small.lines)
    _add_bars(chart, small, clicked, -90 if on_end else 0, font)
    chart.legend().setVisible(len(small.series) > 1)
    chart.legend().setAlignment(Qt.AlignmentFlag.AlignBottom)
    chart.legend().setLabelColor(theme.colour("text"))
    chart.legend().setFont(font)
    return chart


def _add_bars(chart: QChart, sheet: Sheet, clicked: Callable[[str | None], None], angle: int, font: QFont) -> None:
    """Put series and axes into a chart; bars that lie are drawn from the bottom, so the lines go in backwards."""
    from PySide6.QtCharts import QBarCategoryAxis, QHorizontalStackedBarSeries, QStackedBarSeries, QValueAxis

    lines = list(sheet.lines) if sheet.upright else list(reversed(sheet.lines))
    series = QStackedBarSeries() if sheet.upright else QHorizontalStackedBarSeries()
    series.setBarWidth(0.7)
    for at in range(len(sheet.series)):
        bars = _bars(sheet, at)
        bars.append([float(line.numbers[at]) for line in lines])
        bars.clicked.connect(lambda bar, at=at: clicked(lines[bar].queries[at]))
        bars.hovered.connect(partial(_tell, sheet, at, lines))
        series.append(bars)
    chart.addSeries(series)
    names = QBarCategoryAxis()
    names.append(_distinct([_short(line.name) for line in lines]))
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
    names.setLabelsAngle(angle)
    names.setTruncateLabels(sheet.upright)  # names beside lying bars are short already, and Qt leaves dots of them


def _bars(sheet: Sheet, at: int) -> QBarSet:
    """Return a series' empty bars in its colour."""
    from PySide6.QtCharts import QBarSet

    rest = sheet.series == (tr("coded"), tr("left")) and at == 1
    colour: QColor = theme.colour(_LEFT[0] if rest else _COLOURS[at % len(_COLOURS)])
    bars = QBarSet(sheet.series[at])
    bars.setBrush(QBrush(colour))
    bars.setPen(QPen(theme.colour("base")))
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


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _distinct(names: list[str]) -> list[str]:
    """Return names of which no two are alike, as Qt would draw such as one."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name + "\u200b" * (seen[name] - 1))
    return found
