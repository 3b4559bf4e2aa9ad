"""Small things that several panels are made of: buttons, lists in columns, a strip that asks without a dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice, zip_longest

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui import theme
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.panel import label
from ui.widgets.builders import WrappingRow, children, delayed

_DATA = Qt.ItemDataRole.UserRole
_PORTION = 100  # rows that are put into a list in one turn
_HEAD = 5  # steps, of a head that is cut
_LEAST = (8, 18)  # steps, of the column that has what is left, by what stands in it


def button(text: str, run: Callable[[], object], role: str = "") -> QPushButton:
    """Return a button that runs something; that of its row to press first has the role "main"."""
    made = QPushButton(text)
    if role:
        made.setProperty("role", role)
    made.clicked.connect(lambda: run())
    return made


def tool_button(
    text: str,
    name: str,
    run: Callable[[], object],
    role: str = "",
    *,
    hint: bool = False,
    kind: type[QToolButton] = QToolButton,
) -> QToolButton:
    """Return a small flat button that runs something; a click leaves the keys where they are. Its hint is its name."""
    made = kind()
    made.setText(text)
    made.setAccessibleName(name)
    made.setToolTip(name if hint else "")
    made.setAutoRaise(True)
    if role:
        made.setProperty("role", role)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda: run())
    return made


def entry(name: str, hint: str = "") -> QLineEdit:
    """Return a line to write in; its name, or a hint in its place, stands in it while it is empty."""
    made = QLineEdit()
    made.setPlaceholderText(hint or name)
    made.setAccessibleName(name)
    made.setMinimumWidth(9 * theme.STEP)
    return made


def notice(parent: QWidget, title: str, text: str) -> QMessageBox:
    """Return a box that says what was done, in lines that can be copied; it blocks nothing."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, "", QMessageBox.StandardButton.Close, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.button(QMessageBox.StandardButton.Close).setText(tr("Close"))  # Qt has another word for it in some languages
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    grid = box.layout()
    if isinstance(grid, QGridLayout) and (first := grid.itemAt(0)) is not None and first.widget() is None:
        grid.takeAt(0)  # the room of a picture, which there isn't
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(2 * theme.STEP)
        grid.setContentsMargins(2 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setModal(False)
    return box


def row(widgets: Sequence[QWidget], shares: Sequence[int] = (), spacing: int = 0) -> WrappingRow:
    """Return a row of a panel; ``shares`` are the widgets' parts of the width left, ``spacing`` 0 stands for a step."""
    line = WrappingRow(widgets, shares, spacing or theme.STEP)
    line.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
    return line


class Listing(QTreeWidget):
    """Rows in columns, one selected at a time; letters are keys of the window and don't jump to a row."""

    rows_loaded = Signal()

    def __init__(self, name: str, heads: Sequence[str], *, stretch: int = 0, numbers: Sequence[int] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHeaderLabels(list(heads))
        self.setRootIsDecorated(False)
        self.setIndentation(theme.STEP)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self._numbers = tuple(numbers)
        self._wide, self._least = stretch, _LEAST[0] * theme.STEP
        self._least_widths: dict[int, int] = {}
        self._set_widths: dict[int, int] = {}  # widths that were set here: a person may have set others since
        self._ample: dict[int, int] = {}  # widths in which head and cells are read in full
        self._rest: Iterator[QTreeWidgetItem] = iter(())
        self._wanted: object = None
        self._timer = delayed(self, 0, self._more)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(3 * theme.STEP)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in numbers:
            self.headerItem().setTextAlignment(column, theme.NUMBER)
        for column, head in enumerate(heads):
            self.headerItem().setToolTip(column, formatting.hint(head))

    def keyboardSearch(self, search: str) -> None:
        """Do nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentItem()
        if event.key() == Qt.Key.Key_Space and line is not None:
            self.itemActivated.emit(line, 0)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def fits(self, column: int, *texts: str) -> None:
        """Keep a column wide enough for texts that come into it later."""
        wide = max(map(self.fontMetrics().horizontalAdvance, texts)) + theme.STEP
        self._least_widths[column] = max(wide, self.header().sectionSizeHint(column))
        self.setColumnWidth(column, self._least_widths[column])

    def _fit(self) -> None:
        """Give each column its ample width while there is room, else cut heads, those first that are widest."""
        others = [column for column in range(self.columnCount()) if column != self._wide]
        ours = {
            column: self._ample[column] for column in others if self.columnWidth(column) == self._set_widths.get(column)
        }
        room = self.viewport().width() - self._least
        rest = room - sum(self.columnWidth(column) for column in others if column not in ours)
        widths = _narrowed(ours, {column: self._narrowest(column) for column in ours}, rest)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
            self._set_widths[column] = width
        used = sum(map(self.columnWidth, others))
        self.setColumnWidth(self._wide, max(self._least, self.viewport().width() - used))

    def _narrowest(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self._least_widths.get(column, 0), _HEAD * theme.STEP)

    def line(self, texts: Sequence[str], data: object, hint: str = "") -> QTreeWidgetItem:
        """Return a row that isn't in the list yet; ``data`` is what ``chosen`` gives back."""
        made = QTreeWidgetItem(list(texts))
        made.setData(0, _DATA, data)
        for column in self._numbers:
            made.setTextAlignment(column, theme.NUMBER)
        if hint:
            for column in range(len(texts)):
                made.setToolTip(column, hint)
        return made

    def fill(self, lines: Iterable[QTreeWidgetItem], wanted: object = None) -> None:
        """Put rows in place of those before, in portions; the one chosen stays so where its data is still there.

        Where none is chosen, that with the data ``wanted`` is. The window has its turn between two
        portions. ``rows_loaded`` follows, for few rows at once.
        """
        self._rest, self._wanted = iter(lines), self.chosen() or wanted
        self.ensurePolished()  # the style says how high a row is
        self.clear()
        self._more()

    def _more(self) -> None:
        portion, first = list(islice(self._rest, _PORTION)), self.topLevelItemCount() == 0
        self.addTopLevelItems(portion)
        if first:
            for column in range(self.columnCount()):
                if column != self._wide:
                    self.resizeColumnToContents(column)
                    self._ample[column] = max(self.columnWidth(column), self._least_widths.get(column, 0))
                    self._set_widths[column] = self._ample[column]
                    self.setColumnWidth(column, self._ample[column])
            needed = self.sizeHintForColumn(self._wide) + theme.STEP
            self._least = min(max(_LEAST[0] * theme.STEP, needed), _LEAST[1] * theme.STEP)
            self._fit()
        wanted = _with_data(portion, self._wanted)
        if wanted is not None or (first and portion):
            self.setCurrentItem(wanted or portion[0])
        if len(portion) == _PORTION:
            self._timer.start()
        else:
            self.rows_loaded.emit()

    def choose(self, data: object) -> None:
        if lines := children(self):
            self.setCurrentItem(_with_data(lines, data) or lines[0])

    def chosen(self) -> object:
        """Return the data of the row that the cursor is on, None where there is none."""
        line = self.currentItem()
        return line.data(0, _DATA) if line is not None else None


def _with_data(lines: Iterable[QTreeWidgetItem], data: object) -> QTreeWidgetItem | None:
    return next((line for line in lines if line.data(0, _DATA) == data), None)


def _narrowed(ample: dict[int, int], narrowest: dict[int, int], room: int) -> dict[int, int]:
    """Return widths that fit into the room where they can: the widest heads are cut, down to what is narrowest."""
    widths = dict(ample)
    while sum(widths.values()) > room:
        cut = max(
            (column for column in widths if widths[column] > narrowest[column]), key=widths.__getitem__, default=-1
        )
        if cut < 0:
            break
        widths[cut] -= 1
    return widths


class SplitParts(QSplitter):
    """Widgets beside one another, each with its share of the width until a person drags them."""

    def __init__(self, parts: Sequence[tuple[QWidget, int]]) -> None:
        super().__init__()
        self._shares = [share for _, share in parts]
        for widget, _ in parts:
            self.addWidget(widget)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(lambda: self._shares.clear())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shares:
            self.setSizes([self.width() * share // sum(self._shares) for share in self._shares])


class Chip(QToolButton):
    """A filter in force, with a cross that takes it away; one that is too long for its column ends in dots."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._filter = text
        self.setProperty("role", "link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._write(text)
        self._full_size = super().sizeHint()
        self._around = self._full_size.width() - self.fontMetrics().horizontalAdvance(text)

    def _write(self, text: str) -> None:
        self.setText(f"{formatting.isolate(text)}  ✕".replace("&", "&&"))

    def sizeHint(self) -> QSize:
        return self._full_size

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._full_size.width(), 8 * theme.STEP), self._full_size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._around
        elided = self.fontMetrics().elidedText(self._filter, Qt.TextElideMode.ElideRight, room)
        self._write(elided if self.width() < self._full_size.width() else self._filter)


class Strip(QWidget):
    """A sentence and up to two buttons across a panel, in place of a dialog; hidden until asked."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = label("", "error")
        self.sentence.setWordWrap(True)
        self.first, self.second = (button(tr("Continue"), partial(self._run, at)) for at in range(2))
        self.leave_button = button(tr("Leave it"), self.hide)
        self._runs: list[Callable[[], object]] = []
        line = row((self.sentence, self.first, self.second, self.leave_button), (1,))
        line.setContentsMargins(theme.STEP, 0, theme.STEP, theme.STEP // 2)
        self.setLayout(line)
        self.hide()

    def ask(self, sentence: str, *answers: tuple[str, Callable[[], object]], leave: bool = True) -> QWidget:
        """Say a sentence and offer the answers, and to ``leave`` it; return the button that the keys are for.

        That is the first answer's.
        """
        self.sentence.setText(sentence)
        self._runs = [run for _, run in answers]
        for made, answer in zip_longest((self.first, self.second), answers):
            made.setVisible(answer is not None)
            if answer is not None:
                made.setText(answer[0])
        self.leave_button.setVisible(leave)
        self.show()
        return self.first if answers else self.leave_button

    def _run(self, at: int) -> None:
        self.hide()
        self._runs[at]()
