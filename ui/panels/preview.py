"""The preview (ui/panels): the current item's text with every hit, opened at its first. Plain text, nothing fetched."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from triage.model import ItemNo, Results
from triage.reports import HitLine
from ui import remember, tags, theme, words
from ui.models.page import Hit, Page
from ui.models.pages import Pages
from ui.panel import Command, Empty, Panel, label
from ui.reader import Reader
from ui.session import Session

_PATIENCE = 200  # milliseconds before an item that takes long says so
_NOTHING = "Select an item in the list to read it here."
_ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)


class Preview(Panel):
    """Header, text, hits and the place among them."""

    title = "Item"
    place = "right"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.page: Page | None = None
        self.hit = -1
        self._sought: HitLine | None = None
        self._pages = Pages(session)
        self._pages.arrived.connect(self._show)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_PATIENCE)
        self._slow.timeout.connect(self._wait)
        self.reader = Reader()
        self._build()
        self._zoom = int(remember.text("zoom", "100"))
        self.reader.zoom(self._zoom)
        session.opened.connect(self._forget)
        session.dressed.connect(self._dress)
        session.selected.connect(self._select)
        session.sought.connect(self._seek)
        session.searched.connect(self._searched)
        session.coded.connect(lambda nos: self._look_again())

    def _build(self) -> None:
        self.subject = label("", "title")
        self.subject.setMinimumWidth(1)
        self.place_of_hit = label("", "muted")
        self.back = self._arrow("◂", "Previous hit (Shift+F3)", lambda: self.step(-1))
        self.on = self._arrow("▸", "Next hit (F3)", lambda: self.step(1))
        self.part = label("", "muted")
        self.part_back = self._arrow("◂", "Previous part of a long text", lambda: self._turn(-1))
        self.part_on = self._arrow("▸", "Next part of a long text", lambda: self._turn(1))
        self.finder = QLineEdit()
        self.finder.setPlaceholderText("Find in this item")
        self.finder.setAccessibleName("Find in this item")
        self.finder.setClearButtonEnabled(True)
        self.finder.returnPressed.connect(self.find_next)
        self.finder.hide()
        top = self._line(self.subject, self.place_of_hit, self.back, self.on)
        self._foot = QWidget()
        self._foot.setLayout(self._line(self.part, self.part_back, self.part_on))
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(top)
        lines.addWidget(self.finder)
        lines.addWidget(self.reader, 1)
        lines.addWidget(self._foot)
        self.empty = Empty(_NOTHING)
        self.closed = Empty("")
        self.stack = QStackedLayout(self)
        for widget in (self.empty, page, self.closed):
            self.stack.addWidget(widget)

    @staticmethod
    def _arrow(sign: str, name: str, run: object) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(run)
        return button

    @staticmethod
    def _line(first: QWidget, *rest: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        line.setSpacing(theme.STEP // 2)
        line.addWidget(first, 1)
        for widget in rest:
            line.addWidget(widget)
        return line

    def readers(self) -> tuple[QWidget, ...]:
        """The text takes single-letter keys."""
        return (self.reader,)

    def commands(self) -> tuple[Command, ...]:
        """Hits, scrolling, finding, copying, zoom."""
        return (
            Command("Next hit", "Item", lambda: self.step(1), ("F3",)),
            Command("Previous hit", "Item", lambda: self.step(-1), ("Shift+F3",)),
            Command("Scroll on", "Item", lambda: self.turn_pages(1), ("Space",), reading=True),
            Command("Scroll back", "Item", lambda: self.turn_pages(-1), ("Shift+Space",), reading=True),
            Command("Find in this item", "Item", self.show_find, ("Ctrl+F",)),
            Command("Copy with its source", "Item", self.copy_cited, ("Ctrl+Shift+C",)),
            Command("Larger text", "View", lambda: self.rescale(1), ("Ctrl++", "Ctrl+=")),
            Command("Smaller text", "View", lambda: self.rescale(-1), ("Ctrl+-",)),
            Command("Text at its usual size", "View", lambda: self.rescale(0), ("Ctrl+0",)),
        )

    # ---- getting the page

    def _forget(self) -> None:
        self._pages.forget()
        self._slow.stop()
        self.page = None
        self.empty.sentence.setText(_NOTHING)
        self.stack.setCurrentIndex(0)

    def _searched(self, results: Results) -> None:
        self._pages.forget()
        if self.session.current is not None:
            self._select(self.session.current)

    def _select(self, no: ItemNo | None) -> None:
        if no is None:
            self._forget()
        elif (page := self._pages.want(no)) is not None:
            self._show(page)
        else:
            self._slow.start()

    def _wait(self) -> None:
        """Never leave another item's text standing beside the one that is selected."""
        if self.page is None or self.page.item.row.no != self.session.current:
            self.empty.sentence.setText("Reading the item …")
            self.stack.setCurrentIndex(0)

    # ---- showing it

    def _show(self, page: Page) -> None:
        self._slow.stop()
        self.page = page
        self.hit = -1
        row = page.item.row
        self.session.learn([row], over=False)
        title = words.safe_line(row.subject or row.name or "(no subject)")
        self.subject.setText(words.isolate(title))
        self.subject.setToolTip(words.hint(title))
        if tags.CLOSED in self.session.tags_of(row.no):
            self._close()
            return
        self.stack.setCurrentIndex(1)
        if not self.finder.hasFocus():
            self.finder.hide()
        self._show_part(0)
        self.step(1)
        self._find_sought()
        self._pages.read_ahead()
        self.session.shown.emit(page.item)

    def _dress(self) -> None:
        if self.page is not None and self.stack.currentIndex() == 1:
            self._show_part(self.reader.part)
            if 0 <= self.hit < len(self.page.hits):
                self._go(self.page.hits[self.hit])

    def _close(self) -> None:
        assert self.page is not None
        self.reader.clear()
        self.closed.sentence.setText(
            "This item is marked as customer content and stays closed. Go on to the next one with Ctrl+Right;"
            " take the tag off with C or Ctrl+Z if it was a slip."
        )
        self.stack.setCurrentIndex(2)
        self.session.shown.emit(self.page.item)

    def _look_again(self) -> None:
        """Close or open the view when the item's tags say so."""
        if self.page is None or self.stack.currentIndex() == 0:
            return
        closed = tags.CLOSED in self.session.tags_of(self.page.item.row.no)
        if closed != (self.stack.currentIndex() == 2) and self.page.item.row.no == self.session.current:
            self._show(self.page)

    def _show_part(self, part: int) -> None:
        assert self.page is not None
        parts = len(self.page.parts)
        self.reader.show_part(self.page, part)
        self._foot.setVisible(parts > 1)
        self.part.setText(f"Part {part + 1:,} of {parts:,} of a long text")
        self.part_back.setEnabled(part > 0)
        self.part_on.setEnabled(part < parts - 1)
        self._say_hit()

    def _say_hit(self) -> None:
        total = len(self.page.hits) if self.page else 0
        without = "no hit to show" if self._pages.query().strip() else ""
        if self.page is not None and not self.page.lit:
            without = "finding hits …"
        self.place_of_hit.setText(f"hit {self.hit + 1:,} of {total:,}" if total else without)
        for button in (self.back, self.on):
            button.setVisible(total > 0)
            button.setEnabled(total > 1)

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the end."""
        if self.page is None or not self.page.hits or self.stack.currentIndex() != 1:
            return
        self.hit = (self.hit + by) % len(self.page.hits)
        self._go(self.page.hits[self.hit])
        self._say_hit()

    def _seek(self, line: HitLine) -> None:
        """Go to this hit now, or when its item is here and its hits are known."""
        self._sought = line
        if self.page is not None and self.page.item.row.no == line.no and self.stack.currentIndex() == 1:
            self._find_sought()

    def _find_sought(self) -> None:
        line = self._sought
        if line is None or self.page is None or (line.no == self.page.item.row.no and not self.page.lit):
            return
        self._sought = None
        if line.no != self.page.item.row.no:
            return
        place = line.segment if line.segment >= 0 else line.field
        before = [n for n, hit in enumerate(self.page.hits) if hit.place == place and hit.at <= line.start]
        if before:  # the last of them, as a hit inside another is lit with it
            self.hit = before[-1]
            self._go(self.page.hits[self.hit])
            self._say_hit()

    def _go(self, hit: Hit) -> None:
        if hit.part != self.reader.part:
            self._show_part(hit.part)
        self.reader.mark(hit)

    def _turn(self, by: int) -> bool:
        if self.page is None or not 0 <= self.reader.part + by < len(self.page.parts):
            return False
        self._show_part(self.reader.part + by)
        return True

    def turn_pages(self, pages: int) -> None:
        """Scroll the text; past its end, turn to the next part."""
        if not self.reader.turn(pages):
            self._turn(pages)

    def rescale(self, by: int) -> None:
        """Show the text larger (1), smaller (-1) or at 100 % (0)."""
        at = _ZOOMS.index(self._zoom) if self._zoom in _ZOOMS else _ZOOMS.index(100)
        self._zoom = _ZOOMS[max(0, min(len(_ZOOMS) - 1, at + by))] if by else 100
        remember.put("zoom", str(self._zoom))
        self.reader.zoom(self._zoom)

    # ---- finding and copying

    def show_find(self) -> None:
        """Open the line that finds in this item."""
        self.finder.show()
        self.finder.setFocus()
        self.finder.selectAll()

    def find_next(self) -> None:
        """Go to the next place of what was typed, letter case apart; further parts are looked through as well."""
        sought = self.finder.text()
        if not sought or self.page is None:
            return
        if self.reader.find(sought):
            return
        parts = len(self.page.parts)
        for ahead in range(1, parts + 1):
            part = (self.reader.part + ahead) % parts
            if sought.casefold() in "".join(run.text for run in self.page.parts[part]).casefold():
                self._show_part(part)
                self.reader.find(sought)
                return
        self.session.said.emit(f"“{sought}” isn't in this item's text.")

    def copy_cited(self) -> None:
        """Copy the selected text with the item it comes from."""
        if self.page is None or not (text := self.reader.selected()):
            self.session.said.emit("Select the words to copy first.")
            return
        item = self.page.item
        source = f"[{item.row.id}, {item.row.custodian}, {words.moment(item.row.date)} UTC, SHA-256 {item.sha256}]"
        QGuiApplication.clipboard().setText(f"{text}\n{source}")
        self.session.said.emit("Copied with its source.")
