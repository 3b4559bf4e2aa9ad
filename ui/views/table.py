"""The table view (ui/views): sheets of a workbook and separated text as rows and columns. Cells are text, never worked
out and never markup."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTabBar, QTableView, QWidget

from triage.case import Case
from triage.model import Item, ItemNo
from triage.shown import has_cells
from ui import theme, words
from ui.models.cells import Cells, Portion, letters, lit
from ui.models.page import Page
from ui.panel import Brief
from ui.session import Session
from ui.tongue import later, tr
from ui.view import OriginalView, column

_WIDE, _FITTED = 280, 12  # most pixels of a column at first, and how many columns are fitted to their cells


class Grid(QTableView):
    """A table in which a typed letter is a key of the program's, not the beginning of a cell to look for."""

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing."""


class TableView(OriginalView):
    """One tab for each sheet, the cells that hold a hit lit."""

    title: ClassVar[str] = later("Table")
    hint: ClassVar[str] = later("Sheets as rows and columns, with the values that the file stores")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sheet = 0
        self._at = -1
        self._found: dict[str, int] = {}
        self.model = Cells()
        self.model.needed.connect(self._need)
        self.grid = Grid()
        self.grid.setModel(self.model)
        self.grid.setAccessibleName(tr("Cells of the sheet"))
        self.grid.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a record looks the same in every language
        self.grid.setWordWrap(False)
        self.grid.setCornerButtonEnabled(False)
        self.grid.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.grid.horizontalHeader().setResizeContentsPrecision(25)
        self.grid.selectionModel().currentChanged.connect(self._tell)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(tr("Sheets"))
        self.tabs.tabBarClicked.connect(self._choose)
        self.cell = Brief("", "muted")
        self.cell.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        self.set_content(column(self.grid, self.cell, self.tabs))
        self.dress()

    @classmethod
    def fits(cls, item: Item) -> bool:
        """Workbooks and separated text."""
        return has_cells(item.row.type)

    def readers(self) -> tuple[QWidget, ...]:
        """The cells take single-letter keys."""
        return (self.grid,)

    def show_page(self, page: Page) -> None:
        """Show an item's first sheet."""
        if not self.shows(page):
            self.sheet, self._at = 0, -1
        self._found = page.found
        super().show_page(page)

    def dress(self) -> None:
        """Mark the current cell as the text view marks the current hit."""
        ground, ink = theme.colour("here").name(), theme.colour("on here").name()
        self.grid.setStyleSheet(f"QTableView {{ selection-background-color: {ground}; selection-color: {ink}; }}")

    def clear(self) -> None:
        """Let go of the cells."""
        super().clear()
        self.model.clear()

    def begin(self) -> None:
        """Ask for the sheet's first rows."""
        self.ask(self._work(0), self._start, "sheet")

    def _work(self, first: int) -> partial[Portion]:
        assert self.page is not None
        return partial(_read, self.page.item.row.no, self.sheet, first, self._found, self.session.reviewer)

    def _need(self, first: int) -> None:
        if self.page is not None:
            self.ask(self._work(first), self.model.take)

    def _start(self, portion: Portion) -> None:
        self._at = -1
        self.model.start(portion)
        if not self.tabs.count() or self.sheet == 0:
            self._name_sheets(portion.rows.sheets)
        self._fit()
        self.ready()
        self._tell(self.grid.currentIndex())
        self.stepped.emit()

    def _fit(self) -> None:
        """Make the first columns as wide as their cells, within reason."""
        header = self.grid.horizontalHeader()
        for number in range(min(_FITTED, self.model.columnCount())):
            self.grid.resizeColumnToContents(number)
            header.resizeSection(number, min(header.sectionSize(number), _WIDE))

    def _name_sheets(self, sheets: tuple[tuple[str, bool], ...]) -> None:
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name, hidden in sheets:
            shown = words.safe_line(name).replace("&", "&&")
            self.tabs.addTab(tr("{name} (hidden)", name=shown) if hidden else shown)
        self.tabs.setCurrentIndex(self.sheet)
        self.tabs.setVisible(len(sheets) > 1 or any(hidden for _, hidden in sheets))

    def _choose(self, sheet: int) -> None:
        if sheet >= 0 and sheet != self.sheet:
            self.sheet = sheet
            self.begin()

    def _tell(self, index: QModelIndex, *_: object) -> None:
        """Show the current cell's whole text under the table."""
        if index.isValid():
            text = words.safe_line(self.model.text(index.row(), index.column()))
            said = f"{letters(index.column())}{index.row() + 1}  {words.isolate(text)}"
        else:
            rows, columns = self.model.rowCount(), self.model.columnCount()
            said = words.listed((words.count(rows, "row"), words.count(columns, "column")))
        self.cell.setText(said)
        self.cell.setToolTip(words.hint(said))

    def step(self, by: int) -> bool:
        """Go to the next cell that holds a hit, or the one before, round the end."""
        places = sorted(self.model.hits)
        if not places:
            return False
        self._at = (self._at + by) % len(places) if self._at >= 0 or by > 0 else len(places) - 1
        index = self.model.index(*places[self._at])
        self.grid.setCurrentIndex(index)
        self.grid.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)
        self.stepped.emit()
        return True

    def place(self) -> str:
        """Return where among the lit cells this is."""
        total = len(self.model.hits)
        if not total:
            return ""
        if self._at < 0:
            return tr("{cells} with hits", cells=words.count(total, "cell"))
        return tr("cell {number} of {total}", number=f"{self._at + 1:,}", total=f"{total:,}")

    def look_for(self, sought: str) -> bool:
        """Go to the next cell, of those that are loaded, that holds a text."""
        start = self.grid.currentIndex()
        at, wide = (start.row(), start.column()) if start.isValid() else (0, -1), self.model.columnCount()
        begin, total = at[0] * wide + at[1] + 1, self.model.rowCount() * wide
        wanted = sought.casefold()
        for place in (*range(begin, total), *range(min(begin, total))):
            if wanted in self.model.text(*divmod(place, wide)).casefold():
                self.grid.setCurrentIndex(self.model.index(*divmod(place, wide)))
                return True
        return False

    def turn(self, pages: int) -> bool:
        """Scroll the rows."""
        bar = self.grid.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pages * max(1, bar.pageStep() - 1))
        return bar.value() != before

    def selected(self) -> str:
        """Return the chosen cells, tabs between them."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.grid.selectedIndexes()):
            rows.setdefault(index.row(), []).append(self.model.text(index.row(), index.column()))
        return "\n".join("\t".join(cells) for cells in rows.values())

    def zoom(self, percent: int) -> None:
        """Set the cells' size."""
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * percent / 100)
        self.grid.setFont(font)
        self._fit()
        self.grid.verticalHeader().setDefaultSectionSize(self.grid.fontMetrics().height() + theme.STEP)


def _read(no: ItemNo, sheet: int, first: int, found: dict[str, int], reviewer: str, case: Case) -> Portion:
    return lit(case.table(no, sheet, first, reviewer), found)
