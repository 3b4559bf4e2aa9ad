"""Short forms of what panels and dialogs are put together from: columns, rows, trees, tables, fields, timers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMargins, QModelIndex, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QStackedLayout,
    QStyle,
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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def choice(name: str, texts: Sequence[str]) -> QComboBox:
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


# ---- a row that goes on in a second line

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
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        items = self._visible_items()
        wide = sum(item.sizeHint().width() for item in items) + self._gap * (len(items) - 1)
        high = max((item.sizeHint().height() for item in items), default=0)
        return QSize(wide, high).grownBy(self.contentsMargins()) if items else QSize()

    def minimumSize(self) -> QSize:
        items = self._visible_items()
        wide = max((item.minimumSize().width() for item in items), default=0)
        high = max((item.minimumSize().height() for item in items), default=0)
        return QSize(wide, high).grownBy(self.contentsMargins()) if items else QSize()

    def _visible_items(self) -> list[QLayoutItem]:
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
        for item in self._visible_items():
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
                    area = QRect(x, y + (high - tall) // 2, wide, tall)
                    item.setGeometry(QStyle.visualRect(QGuiApplication.layoutDirection(), room, area))
                x += wide + self._gap
            y += high + self._gap
        return y - self._gap - rect.y() + margins.bottom() if y > room.y() else 0

    def _widths(self, line: Sequence[QLayoutItem], width: int) -> list[int]:
        widths = [min(self._needed(item), width) for item in line]
        shares = [self._share(item) for item in line]
        left = width - sum(widths) - self._gap * (len(line) - 1)
        if left > 0 and any(shares):
            widths = [wide + left * share // sum(shares) for wide, share in zip(widths, shares, strict=True)]
        return widths


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
