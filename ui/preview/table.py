"""Views of an original in rows: the cells of sheets and separated text, and bytes, sixteen a line.

Cells are text, never worked out and never markup. Bytes are loaded as they are looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import partial
from operator import itemgetter
from typing import ClassVar

import msgspec
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHeaderView, QTabBar, QTableView

from triage.model.items import Item
from triage.model.previews import CellPlaces, NativeBytes, has_cells
from ui import theme
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.page import Page
from ui.models.tables import CHUNK, LINE, CellsModel, Octets, Portion, ascii_of, highlighted, letters
from ui.panel import Brief
from ui.preview.base import OriginalTable, OriginalView

_WIDE, _FITTED = 280, 12  # most pixels of a column at first, and how many columns are fitted to their cells


class CellSearch(msgspec.Struct, eq=False):
    """Texts that are looked for, and the cells that hold one of them: None until they are known.

    ``waiting`` is the step, 1 or -1, to be taken when they are; ``typed`` what a person wrote.
    """

    texts: tuple[str, ...] = ()
    typed: str = ""
    waiting: int = 0
    places: tuple[tuple[int, int, int], ...] | None = None
    more: bool = False


class TableView(OriginalView):
    title: ClassVar[str] = later("Table")
    hint: ClassVar[str] = later("Sheets as rows and columns, with the values that the file stores")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sheet = 0
        self._hit_texts: dict[str, int] = {}
        self._hits = CellSearch()
        self._finds = CellSearch()
        self._goal: tuple[int, int] | None = None
        self.model = CellsModel()
        self.model.portion_requested.connect(self._need)
        self.grid = OriginalTable(tr("Cells of the sheet"), self.model)
        self.grid.setObjectName("cells")
        self.grid.setCornerButtonEnabled(False)
        self.grid.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.grid.horizontalHeader().setResizeContentsPrecision(25)
        self.grid.selectionModel().currentChanged.connect(self._show_cell)
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
        return has_cells(item.row.type)

    def show_page(self, page: Page) -> None:
        if not self.shows(page):
            self.sheet, self._goal = 0, None
            hits = (text for text, term in page.hit_texts.items() if page.stops(term))
            self._hits, self._finds = CellSearch(tuple(hits)), CellSearch()
        self._hit_texts = dict(sorted(page.hit_texts.items(), key=itemgetter(1)))
        super().show_page(page)

    def clear(self) -> None:
        super().clear()
        self.model.clear()
        if self._finds.waiting:
            self.session.waiting_changed.emit("")

    def begin(self) -> None:
        self._need(0, self._start, "sheet")
        if self._hits.texts and self._hits.places is None:
            self._seek(self._hits, "hits")

    def _need(self, first: int, take: Callable[[Portion], None] | None = None, newest: str = "rows") -> None:
        if self.page is not None:
            no, sheet, terms, reviewer = self.page.item.row.no, self.sheet, self._hit_texts, self.session.reviewer
            self.ask(
                lambda case: highlighted(case.originals.table(no, sheet, first, reviewer), terms),
                take or self._take,
                newest,
            )

    def _take(self, portion: Portion) -> None:
        self.model.take(portion)
        self.grid.viewport().update()  # what else is in sight asks again, as only the newest wish was granted
        self._show_cell(self.grid.currentIndex())

    def _start(self, portion: Portion) -> None:
        self.model.start(portion)
        if not self.tabs.count() or self.sheet == 0:
            self._name_sheets(portion.rows.sheets)
        self._fit()
        self.ready()
        self._show_cell(self.grid.currentIndex())
        if self._goal is not None:
            self._put_at(*self._goal)
        self.hit_changed.emit()

    def _fit(self) -> None:
        header = self.grid.horizontalHeader()
        for number in range(min(_FITTED, self.model.columnCount())):
            self.grid.resizeColumnToContents(number)
            header.resizeSection(number, min(header.sectionSize(number), _WIDE))

    def _name_sheets(self, sheets: tuple[tuple[str, bool], ...]) -> None:
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name, hidden in sheets:
            title = formatting.safe_line(name).replace("&", "&&")
            self.tabs.addTab(tr("{name} (hidden)", name=title) if hidden else title)
        self.tabs.setCurrentIndex(self.sheet)
        self.tabs.setVisible(len(sheets) > 1 or any(hidden for _, hidden in sheets))

    def _choose(self, sheet: int) -> None:
        if sheet >= 0 and sheet != self.sheet:
            self.sheet, self._goal = sheet, None
            self.begin()

    def _show_cell(self, index: QModelIndex, *_: object) -> None:
        if index.isValid():
            text = formatting.safe_line(self.model.text(index.row(), index.column()))
            words = f"{letters(index.column())}{index.row() + 1}  {formatting.isolate(text)}"
        else:
            rows, columns = self.model.rowCount(), self.model.columnCount()
            words = formatting.listed((formatting.count(rows, "row"), formatting.count(columns, "column")))
        self.cell.setText(words)
        self.cell.setToolTip(formatting.hint(words))

    # ---- hits and finds, wherever in the workbook they are

    def _seek(self, search: CellSearch, what: str) -> None:
        """Ask where texts stand; where that can't be told, the text view is left to find them."""
        if self.page is not None:
            no, reviewer = self.page.item.row.no, self.session.reviewer
            done, none = partial(self._show_places, search), CellPlaces((), more=False)
            self.ask(
                lambda case: case.originals.find_cells(no, search.texts, reviewer), done, what, lambda error: done(none)
            )

    def _show_places(self, search: CellSearch, places: CellPlaces) -> None:
        search.places, search.more = places.places, places.more
        if search is self._finds:
            self.session.waiting_changed.emit("")
        if search.waiting and search in (self._hits, self._finds):
            by, search.waiting = search.waiting, 0
            if not self._go_on(search, by):
                self.find_failed.emit(search.typed)
        self.hit_changed.emit()

    def _here(self) -> tuple[int, int, int]:
        index = self.grid.currentIndex()
        row, column = self._goal or ((index.row(), index.column()) if index.isValid() else (0, -1))
        return self.sheet, row, column

    def _go_on(self, search: CellSearch, by: int) -> bool:
        places, here = search.places or (), self._here()
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
        if not self._hits.texts:
            return False
        if self._hits.places is None:  # they are being looked for
            self._hits.waiting = by
            return True
        gone = self._go_on(self._hits, by)
        self.hit_changed.emit()
        return gone

    def hit_position(self) -> str:
        places = self._hits.places
        if not places:
            return ""
        at, total = bisect_left(places, self._here()), f"{len(places):,}{'+' * self._hits.more}"
        if at < len(places) and places[at] == self._here():
            return tr("cell {number} of {total}", number=at + 1, total=total)
        return "" if self._hits.more else tr("{cells} with hits", cells=formatting.count(len(places), "cell"))

    def look_for(self, text: str, by: int = 1) -> bool:
        """Go to the next cell of any sheet that holds a text; where none does, ``find_failed`` says so later."""
        if self._finds.typed == text and self._finds.places is not None:
            return self._go_on(self._finds, by)
        if self._finds.typed != text:
            self._finds = CellSearch((text,), text, waiting=by)
            self.session.waiting_changed.emit(tr("Searching …"))
            self._seek(self._finds, "finds")
        return True

    def selected(self) -> str:
        rows: dict[int, list[str]] = {}
        for index in sorted(self.grid.selectedIndexes()):
            rows.setdefault(index.row(), []).append(self.model.text(index.row(), index.column()))
        return "\n".join("\t".join(cells) for cells in rows.values())

    def zoom(self, percent: int) -> None:
        super().zoom(percent)
        self._fit()
        self.grid.verticalHeader().setDefaultSectionSize(self.grid.fontMetrics().height() + theme.STEP)


# ---- bytes


class OctetsView(OriginalView):
    is_rendering: ClassVar[bool] = False

    title: ClassVar[str] = later("Bytes")
    hint: ClassVar[str] = later("The original's bytes, as they are on disk or in their container")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.model = Octets()
        self.model.portion_requested.connect(self._need)
        self.lines = OriginalTable(tr("Bytes of the item"), self.model)
        self.lines.setShowGrid(False)
        self.lines.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.lines.verticalHeader().hide()
        self.lines.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.foot = Brief("", "muted")
        self.foot.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        self.set_content(self.lines, self.foot)

    def clear(self) -> None:
        super().clear()
        self.model.clear()

    def begin(self) -> None:
        self._need(0, self._start, "bytes")

    def _need(self, start: int, take: Callable[[NativeBytes], None] | None = None, newest: str = "") -> None:
        if self.page is not None:
            no, reviewer = self.page.item.row.no, self.session.reviewer
            self.ask(
                lambda case: case.originals.read_bytes(no, start, CHUNK, reviewer), take or self.model.take, newest
            )

    def _start(self, chunk: NativeBytes) -> None:
        assert self.page is not None
        self.model.start(chunk)
        digest = self.page.item.sha256
        self.foot.setText(tr("{size} bytes, SHA-256 {digest}", size=chunk.total, digest=digest))
        self.foot.setToolTip(self.foot.text())
        self.ready()

    def selected(self) -> str:
        rows = sorted({index.row() for index in self.lines.selectedIndexes()})
        lines = ((row, self.model.line(row) or b"") for row in rows)
        return "\n".join(f"{row * LINE:08x}  {line.hex(' '):<47}  {ascii_of(line)}" for row, line in lines)

    def zoom(self, percent: int) -> None:
        self.model.set_size(QApplication.font().pointSizeF() * percent / 100)
        self.lines.setFont(self.model.font)
        metrics = QFontMetrics(self.model.font)
        self.lines.verticalHeader().setDefaultSectionSize(metrics.height() + theme.STEP // 4)
        for column_, width in enumerate((8, 3 * LINE - 1, LINE)):
            self.lines.setColumnWidth(column_, metrics.horizontalAdvance("0" * width) + 3 * theme.STEP // 2)
