"""Finds in a window what has too little room: words that are cut off, and what must be scrolled sideways."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionFrame,
    QTabBar,
    QWidget,
)

from ui.panel import Brief


def rows(view: QAbstractItemView) -> int:
    """Return how many whole rows of a list are in sight, or would be if it had them."""
    model = view.model()
    high = view.visualRect(model.index(0, 0)).height() if model.rowCount() else view.fontMetrics().height()
    return view.viewport().visibleRegion().boundingRect().height() // high


def cut(top: QWidget) -> list[str]:
    """Return a line for everything in sight that has too little room."""
    found = []
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            found += [f"{_path(widget)}: {said}" for said in _cut(widget)]
    return found


def _path(widget: QWidget) -> str:
    above = widget.parentWidget()
    while above is not None and not above.accessibleName():
        above = above.parentWidget()
    return f"{type(widget).__name__} in {above.accessibleName() or type(above).__name__ if above else ''}"


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and not isinstance(widget, Brief):
        yield from _label(widget)
    elif isinstance(widget, QHeaderView):
        yield from _head(widget)
    elif isinstance(widget, QAbstractButton | QComboBox | QSpinBox) and not isinstance(widget.parent(), QLineEdit):
        if (needed := widget.minimumSizeHint().width()) > widget.width():
            text = widget.text() if not isinstance(widget, QComboBox) else widget.currentText()
            yield f"“{text}” needs {needed}, has {widget.width()}"
    elif isinstance(widget, QLineEdit):
        yield from _line(widget)
    elif isinstance(widget, QTabBar):
        yield from _tabs(widget)
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _rows(widget)
    if isinstance(widget, QAbstractScrollArea) and widget.horizontalScrollBar().isVisible():
        yield f"{widget.viewport().width()} wide, and {widget.horizontalScrollBar().maximum()} more to scroll sideways"


def _label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    room = label.contentsRect()
    shown = label.text().replace("&", "") if label.buddy() is not None else label.text()
    if label.wordWrap():
        if (needed := label.heightForWidth(label.width())) > label.height():
            yield f"“{label.text()}” needs {needed} of height, has {label.height()}"
    elif (wide := max(map(label.fontMetrics().horizontalAdvance, shown.split("\n")))) > room.width():
        yield f"“{label.text()}” needs {wide}, has {room.width()}"


def _head(head: QHeaderView) -> Iterator[str]:
    model = head.model()
    if model is None or head.orientation() != Qt.Orientation.Horizontal:
        return
    for column in range(head.count()):
        text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        needed = head.fontMetrics().horizontalAdvance(text)
        if text and not head.isSectionHidden(column) and needed > head.sectionSize(column):
            yield f"head “{text}” needs {needed}, has {head.sectionSize(column)}"


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    high = view.visualRect(model.index(0, 0)).height() if model is not None and model.rowCount() else 0
    if 0 < high < (needed := view.fontMetrics().height()):
        yield f"rows {high} high, letters need {needed}"


def _line(line: QLineEdit) -> Iterator[str]:
    if line.text() or not line.placeholderText():
        return
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width()
    if (needed := line.fontMetrics().horizontalAdvance(line.placeholderText())) > room:
        yield f"“{line.placeholderText()}” needs {needed}, has {room}"


def _tabs(bar: QTabBar) -> Iterator[str]:
    for at in range(bar.count()):
        needed = bar.fontMetrics().horizontalAdvance(bar.tabText(at))
        if needed > bar.tabRect(at).width() or not bar.rect().contains(bar.tabRect(at).center()):
            yield f"tab “{bar.tabText(at)}” needs {needed}, has {bar.tabRect(at).width()}"
