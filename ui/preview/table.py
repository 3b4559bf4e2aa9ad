"""The table view: sheets of a workbook and separated text as rows and columns. Cells are text, never worked
out and never markup."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import partial
from operator import itemgetter
from typing import ClassVar

import msgspec
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTabBar, QTableView

from triage.model.items import Item
from triage.model.previews import CellPlaces, has_cells
from ui import theme
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.page import Page
from ui.models.tables import CellsModel, Portion, letters, lit
from ui.panel import Brief
from ui.preview.base import OriginalTable, OriginalView

_WIDE, _FITTED = 280, 12  # most pixels of a column at first, and how many columns are fitted to their cells


class Sought(msgspec.Struct, eq=False):
    """Texts that are looked for, and the cells that hold one of them: None until they are known.

    ``waiting`` is the step, 1 or -1, to be taken when they are; ``typed`` what a person wrote.
    """

    texts: tuple[str, ...] = ()
    typed: str = ""
    waiting: int = 0
    places: tuple[tuple[int, int, int], ...] | None = None
    more: bool = False


class TableView(OriginalView):
    """One tab for each sheet, the cells that hold a hit lit."""

    title: ClassVar[str] = later("Table")
    hint: ClassVar[str] = later("Sheets as rows and columns, with the values that the file stores")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sheet = 0
        self._found: dict[str, int] = {}
        self._hits = Sought()
        self._finds = Sought()
        self._goal: tuple[int, int] | None = None
        self.model = CellsModel()
        self.model.portion_requested.connect(self._need)
        self.grid = OriginalTable(tr("Cells of the sheet"), self.model)
        self.grid.setObjectName("cells")
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
        self.set_content(self.grid, self.cell, self.tabs)

    def fits(self, item: Item) -> bool:
        """Workbooks and separated text."""
        return has_cells(item.row.type)

    def show_page(self, page: Page) -> None:
        """Show an item's first sheet."""
        if not self.shows(page):
            self.sheet, self._goal = 0, None
            hits = (text for text, term in page.found.items() if page.stops(term))
            self._hits, self._finds = Sought(tuple(hits)), Sought()
        self._found = dict(sorted(page.found.items(), key=itemgetter(1)))
        super().show_page(page)

    def clear(self) -> None:
        """Let go of the cells."""
        super().clear()
        self.model.clear()
        if self._finds.waiting:
            self.session.waiting_changed.emit("")

    def begin(self) -> None:
        """Ask for the sheet's first rows."""
        self._need(0, self._start, "sheet")
        if self._hits.texts and self._hits.places is None:
            self._seek(self._hits, "hits")

    def _need(self, first: int, take: Callable[[Portion], None] | None = None, newest: str = "rows") -> None:
        if self.page is not None:
            no, sheet, terms, reviewer = self.page.item.row.no, self.sheet, self._found, self.session.reviewer
            self.ask(
                lambda case: lit(case.originals.table(no, sheet, first, reviewer), terms), take or self._take, newest
            )

    def _take(self, portion: Portion) -> None:
        self.model.take(portion)
        self.grid.viewport().update()  # what else is in sight asks again, as only the newest wish was granted
        self._tell(self.grid.currentIndex())

    def _start(self, portion: Portion) -> None:
        self.model.start(portion)
        if not self.tabs.count() or self.sheet == 0:
            self._name_sheets(portion.rows.sheets)
        self._fit()
        self.ready()
        self._tell(self.grid.currentIndex())
        if self._goal is not None:
            self._put_at(*self._goal)
        self.hit_changed.emit()

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
            shown = formatting.safe_line(name).replace("&", "&&")
            self.tabs.addTab(tr("{name} (hidden)", name=shown) if hidden else shown)
        self.tabs.setCurrentIndex(self.sheet)
        self.tabs.setVisible(len(sheets) > 1 or any(hidden for _, hidden in sheets))

    def _choose(self, sheet: int) -> None:
        if sheet >= 0 and sheet != self.sheet:
            self.sheet, self._goal = sheet, None
            self.begin()

    def _tell(self, index: QModelIndex, *_: object) -> None:
        """Show the current cell's whole text under the table."""
        if index.isValid():
            text = formatting.safe_line(self.model.text(index.row(), index.column()))
            said = f"{letters(index.column())}{index.row() + 1}  {formatting.isolate(text)}"
        else:
            rows, columns = self.model.rowCount(), self.model.columnCount()
            said = formatting.listed((formatting.count(rows, "row"), formatting.count(columns, "column")))
        self.cell.setText(said)
        self.cell.setToolTip(formatting.hint(said))

    # ---- hits and finds, wherever in the workbook they are

    def _seek(self, sought: Sought, what: str) -> None:
        """Ask where texts stand; where that can't be told, the text view is left to find them."""
        if self.page is not None:
            no, reviewer = self.page.item.row.no, self.session.reviewer
            done, none = partial(self._sought, sought), CellPlaces((), more=False)
            self.ask(
                lambda case: case.originals.find_cells(no, sought.texts, reviewer), done, what, lambda error: done(none)
            )

    def _sought(self, sought: Sought, found: CellPlaces) -> None:
        sought.places, sought.more = found.places, found.more
        if sought is self._finds:
            self.session.waiting_changed.emit("")
        if sought.waiting and sought in (self._hits, self._finds):
            by, sought.waiting = sought.waiting, 0
            if not self._go_on(sought, by):
                self.find_failed.emit(sought.typed)
        self.hit_changed.emit()

    def _here(self) -> tuple[int, int, int]:
        index = self.grid.currentIndex()
        row, column = self._goal or ((index.row(), index.column()) if index.isValid() else (0, -1))
        return self.sheet, row, column

    def _go_on(self, sought: Sought, by: int) -> bool:
        """Go to the next place after the current cell, or the one before it, round the end."""
        places, here = sought.places or (), self._here()
        if not places:
            return False
        at = bisect_right(places, here) if by > 0 else bisect_left(places, here) - 1
        sheet, row, column = places[at % len(places)]
        if sheet == self.sheet:
            self._put_at(row, column)
        else:
            self.sheet, self._goal = sheet, (row, column)
            self.tabs.setCurrentIndex(sheet)
            self.begin()
        return True

    def _put_at(self, row: int, column: int) -> None:
        self._goal = None
        index = self.model.index(row, column)
        self.grid.setCurrentIndex(index)
        self.grid.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)

    def step(self, by: int) -> bool:
        """Go to the next cell that holds a hit, in this sheet or another, or the one before, round the end."""
        if not self._hits.texts:
            return False
        if self._hits.places is None:  # they are being looked for
            self._hits.waiting = by
            return True
        gone = self._go_on(self._hits, by)
        self.hit_changed.emit()
        return gone

    def place(self) -> str:
        """Return where among the cells with hits, of all sheets, this is."""
        places = self._hits.places
        if not places:
            return ""
        at, total = bisect_left(places, self._here()), f"{len(places):,}{'+' * self._hits.more}"
        if at < len(places) and places[at] == self._here():
            return tr("cell {number} of {total}", number=at + 1, total=total)
        return "" if self._hits.more else tr("{cells} with hits", cells=formatting.count(len(places), "cell"))

    def look_for(self, sought: str, by: int = 1) -> bool:
        """Go to the next cell of any sheet that holds a text; where none does, ``find_failed`` says so later."""
        if self._finds.typed == sought and self._finds.places is not None:
            return self._go_on(self._finds, by)
        if self._finds.typed != sought:
            self._finds = Sought((sought,), sought, waiting=by)
            self.session.waiting_changed.emit(tr("Searching …"))
            self._seek(self._finds, "finds")
        return True

    def selected(self) -> str:
        """Return the chosen cells, tabs between them."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.grid.selectedIndexes()):
            rows.setdefault(index.row(), []).append(self.model.text(index.row(), index.column()))
        return "\n".join("\t".join(cells) for cells in rows.values())

    def zoom(self, percent: int) -> None:
        """Set the cells' size."""
        super().zoom(percent)
        self._fit()
        self.grid.verticalHeader().setDefaultSectionSize(self.grid.fontMetrics().height() + theme.STEP)
