"""Short forms of what panels and dialogs are put together from: columns, pages, trees, tables, fields, timers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMargins, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLayout,
    QScrollArea,
    QSpinBox,
    QStackedLayout,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.i18n.language import backwards

Part = QWidget | QLayout | tuple[QWidget | QLayout, int] | int
"""A widget or a layout, also with its share of the room that is left; a number is the share of room left empty."""
Holder = TypeVar("Holder", bound=QWidget)
Box = TypeVar("Box", bound=QBoxLayout)


def _fill(box: Box, parts: Sequence[Part]) -> Box:
    for part in parts:
        if isinstance(part, int):
            box.addStretch(part)
            continue
        content, share = part if isinstance(part, tuple) else (part, 0)
        if isinstance(content, QWidget):
            box.addWidget(content, share)
        else:
            box.addLayout(content, share)
    return box


def lay_out(holder: Holder, *parts: Part, margins: int | QMargins = 0, gap: int = 0) -> Holder:
    """Put parts under one another into a widget and return it; a gap of -1 is the style's own."""
    lines = _fill(QVBoxLayout(holder), parts)
    lines.setContentsMargins(QMargins(*[margins] * 4) if isinstance(margins, int) else margins)
    lines.setSpacing(gap)
    return holder


def under(*parts: Part) -> QVBoxLayout:
    """Return parts under one another without margins."""
    return _fill(QVBoxLayout(), parts)


def beside(*parts: Part, gap: int = -1) -> QHBoxLayout:
    """Return parts beside one another without margins; a gap of -1 is the style's own."""
    made = _fill(QHBoxLayout(), parts)
    made.setSpacing(gap)
    return made


def pages(holder: QWidget, *widgets: QWidget) -> QStackedLayout:
    """Put widgets into another one, of which one is seen at a time, at first the first."""
    made = QStackedLayout(holder)
    for widget in widgets:
        made.addWidget(widget)
    return made


def scrolled(widget: QWidget, name: str) -> QScrollArea:
    """Return a widget that is scrolled where it is higher than its room."""
    area = QScrollArea(widgetResizable=True)
    area.setWidget(widget)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName(name)
    return area


def indented(left: int, top: int = 0, right: int = 0, bottom: int = 0) -> QMargins:
    """Return margins whose sides are exchanged in a language written from right to left."""
    return QMargins(right, top, left, bottom) if backwards() else QMargins(left, top, right, bottom)


def tree(
    name: str, heads: Sequence[str] | int, *, wide: int = 0, indent: int | None = None, flat: bool = False
) -> QTreeWidget:
    """Return a tree whose ``wide`` column has the room that the contents of the others leave.

    ``heads`` may be the number of columns without a head. A ``flat`` one has no signs for branches.
    """
    made = QTreeWidget()
    made.setAccessibleName(name)
    if isinstance(heads, int):
        made.setColumnCount(heads)
        made.setHeaderHidden(True)
    else:
        made.setHeaderLabels(list(heads))
    if indent is not None:
        made.setIndentation(indent)
    made.setRootIsDecorated(not flat)
    made.setUniformRowHeights(True)
    made.header().setStretchLastSection(False)
    made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    made.header().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    return made


def group(parent: QTreeWidget, *texts: str) -> QTreeWidgetItem:
    """Return a new line of a tree that stands over others and can't be selected."""
    head = QTreeWidgetItem(parent, list(texts))
    head.setFlags(Qt.ItemFlag.ItemIsEnabled)
    head.setForeground(0, theme.colour("muted"))
    head.setExpanded(True)
    return head


def children(above: QTreeWidget | QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """Return the lines directly under another one, or the top lines of a tree."""
    head = above.invisibleRootItem() if isinstance(above, QTreeWidget) else above
    return [child for at in range(head.childCount()) if (child := head.child(at)) is not None]


class RowTable(QTableView):
    """Whole rows, of which one is selected; ``row_opened`` is emitted for a click on a row and for Enter."""

    row_opened = Signal(QModelIndex)

    def __init__(self, name: str) -> None:
        super().__init__(showGrid=False, wordWrap=False)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + theme.STEP)
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self.row_opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row that the cursor is on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def choice(name: str, texts: Sequence[str]) -> QComboBox:
    """Return a field in which one of these texts is chosen."""
    made = QComboBox()
    made.addItems(texts)
    made.setAccessibleName(name)
    made.view().setAccessibleName(name)
    return made


def number_field(name: str, low: int, high: int, value: int, *, special: str = "", suffix: str = "") -> QSpinBox:
    """Return a field for a number; ``special`` stands in it in place of the lowest."""
    made = QSpinBox(minimum=low, maximum=high, value=value, suffix=suffix)
    made.setSpecialValueText(special)
    made.setAccessibleName(name)
    return made


def delayed(parent: QObject, milliseconds: int, run: Callable[[], object]) -> QTimer:
    """Return a timer that runs something once, so long after it was started last."""
    made = QTimer(parent, singleShot=True, interval=milliseconds)
    made.timeout.connect(run)
    return made


def file_dialog(
    parent: QWidget, title: str, run: Callable[[Path], object], *, start: Path | None = None, kinds: str = ""
) -> QFileDialog:
    """Return a dialog that gives the chosen path to ``run``; it chooses a folder unless kinds of files are named."""
    dialog = QFileDialog(parent, title, str(start or Path.home()), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile if kinds else QFileDialog.FileMode.Directory)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # Who types a path selects the folders above it as well, in Qt (6.11), which then names no single file.
    dialog.filesSelected.connect(lambda names: run(Path(max(names, key=len))))
    return dialog


def save_dialog(parent: QWidget, title: str, run: Callable[[Path], object], *, start: Path, kinds: str) -> QFileDialog:
    """Return a dialog that gives the path of a new file to ``run``; its ending is that of ``start`` by default."""
    dialog = file_dialog(parent, title, run, start=start, kinds=kinds)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(start.suffix.removeprefix("."))
    return dialog
