"""What a view of the preview is: one way to look at an item, beside the others in ``ui/preview``.

A view knows the session and its own widgets, never another view. Views of the original ask the case for it only when
they are in front and the person has stayed on the item for a moment, as each opening is on record.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import ClassVar, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTableView, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import Item
from ui import theme
from ui.case.jobs import BackgroundJob, Failed
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import tr
from ui.models.page import Page
from ui.panel import Brief, Empty
from ui.preview.text_area import Reader, ReadOnlyText
from ui.widgets.builders import delayed, lay_out, pages
from ui.widgets.controls import row, tool_button

T = TypeVar("T")
_STAYED = 120  # milliseconds on an item before its original is opened
_PATIENCE = 250  # milliseconds before a view says that it is waiting


class View(QWidget):
    """One way to look at an item. ``title`` is its name on the switch, ``hint`` a sentence about it.

    ``area`` is what scrolls, and the widget in which single-letter keys work. A view may show an item in several parts,
    one at a time: ``part`` (from 0) of ``part_count``.
    """

    title: ClassVar[str]
    hint: ClassVar[str]
    area: QAbstractScrollArea
    hit_changed = Signal()  # another hit is marked, or the number of hits became known
    view_unavailable = Signal(str)  # this view has nothing to show, for the reason given: the text is in its place
    find_failed = Signal(str)  # what was looked for isn't in this view after all, as shows only now; "": a hit

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.page: Page | None = None
        self.part = self.part_count = 0

    def fits(self, item: Item) -> bool:
        return True

    def show_page(self, page: Page) -> None:
        self.page = page

    def show_part(self, part: int) -> None:
        """Show a part of the item; a view of several overrides this."""

    def clear(self) -> None:
        self.page = None
        self.part_count = 0
        if isinstance(self.area, ReadOnlyText):
            self.area.clear()

    def zoom(self, percent: int) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * percent / 100)
        self.area.setFont(font)

    def apply_colours(self) -> None:
        """Take up the colours in force."""

    def turn(self, pages: int) -> bool:
        """Scroll by so many pages, past an end to the next part; return False where the last end was reached before."""
        if isinstance(self.area, ReadOnlyText):
            self.area.lay_out()
        bar = self.area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pages * max(1, bar.pageStep() - self.overlap()))
        return bar.value() != before or self.turn_part(pages)

    def overlap(self) -> int:
        """Return how much stays in sight when a page is turned, in units of the scroll bar: three lines, or a row."""
        return 1 if isinstance(self.area, QTableView) else 3 * self.area.fontMetrics().height()

    def turn_part(self, by: int) -> bool:
        """Go on by so many parts; return False where there is no such part."""
        if not 0 <= self.part + by < self.part_count:
            return False
        self.show_part(self.part + by)
        return True

    def step(self, by: int) -> bool:
        """Go to the next hit (1) or the one before (-1); return False where this view can't show hits."""
        return False

    def hit_position(self) -> str:
        """Return where among the hits this view is, in words; "" where it can't say."""
        return ""

    def look_for(self, text: str, by: int = 1) -> bool:
        """Go to the next place of a text, or the one before (-1); return False where this view can't find it.

        Parts that hold it are looked through one after another, round the end.
        """
        if self.find_in_part(text, by):
            return True
        for part in [(self.part + by * ahead) % self.part_count for ahead in range(1, self.part_count + 1)]:
            if self.part_holds(part, text):
                self.show_part(part)
                if self.find_in_part(text, by, again=True):
                    return True
        return False

    def find_in_part(self, text: str, by: int, *, again: bool = False) -> bool:
        """Go to the next place of a text in the part that is shown, or the one before (-1); ``again`` from its end."""
        return isinstance(self.area, Reader) and self.area.find_text(text, by, again=again)

    def part_holds(self, part: int, text: str) -> bool:
        return False

    def selected(self) -> str:
        return self.area.selected() if isinstance(self.area, ReadOnlyText) else ""


class OriginalView(View):
    """A view of the item's original: waits a moment, asks, and says in words what can't be shown.

    ``is_rendering``: it shows what the text view shows too, in the form that the original has.
    """

    is_rendering: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.message = Empty("")
        self._stack = pages(self, self.message)
        self._stayed = delayed(self, _STAYED, self._begin)
        self._slow = delayed(self, _PATIENCE, self._wait)
        self._jobs: WeakSet[BackgroundJob] = WeakSet()  # those under way
        self._due = False  # the original wasn't asked for yet

    def shows(self, page: Page) -> bool:
        """Return whether this item is shown already, with the same words marked."""
        before = self.page
        same = before is not None and before.item.row.no == page.item.row.no
        return same and before is not None and (before.hits, before.hit_texts) == (page.hits, page.hit_texts)

    def set_content(self, area: QAbstractScrollArea, *under: QWidget) -> None:
        """Put in what is seen once the original is there: what scrolls, and lines under it."""
        self.area = area
        self._stack.addWidget(lay_out(QWidget(), (area, 1), *under))

    def show_page(self, page: Page) -> None:
        again = self.shows(page)
        super().show_page(page)
        if not again or self._stack.currentIndex() == 0:
            self._stop()
            self.say("")
            self._due = True
            self._stayed.start()

    def clear(self) -> None:
        super().clear()
        self._due = False
        self._stop()
        self._stayed.stop()
        self._slow.stop()
        self.say("")

    def say(self, sentence: str) -> None:
        self.message.sentence.setText(sentence)
        self._stack.setCurrentIndex(0)

    def ready(self) -> None:
        self._slow.stop()
        self._stack.setCurrentIndex(1)

    def begin(self) -> None:
        """Ask for the original; a view overrides this."""

    def _begin(self) -> None:
        """Ask for the original where somebody sees this view; else once that is so."""
        if self._due and self.isVisible():
            self._due = False
            self._slow.start()
            self.begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._due:
            self._stayed.start()

    def _wait(self) -> None:
        if self._stack.currentIndex() == 0:
            self.say(tr("Opening the original …"))

    def ask(
        self,
        work: Callable[[Case], T],
        done: Callable[[T], None],
        newest: str = "",
        fail: Failed = None,
        stop: threading.Event | None = None,
    ) -> None:
        """Ask the case about the item that is shown; an answer that comes too late is dropped, which sets ``stop``."""
        if (job := self.session.ask("rest", work, done, fail or self._fail, newest, stop)) is not None:
            self._jobs.add(job)

    def _stop(self) -> None:
        for job in self._jobs:
            job.drop()

    def _fail(self, error: TriageError) -> None:
        self._slow.stop()
        self.failed(error)

    def failed(self, error: TriageError) -> None:
        """Say why the original can't be shown, and where the words of an item of pages or cells are."""
        where = tr("The text is in the view Text (Ctrl+1).") if self.is_rendering else ""
        self.say("\n".join(filter(None, (messages.error(error), where))))


class OriginalTable(QTableView):
    """Rows of an original, which look the same in every language; a typed letter is a key of the program's."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setWordWrap(False)

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing."""


class Foot(QWidget):
    """A line under a view: words, what else can be done there, and two arrows to go through its parts."""

    def __init__(self, view: View, back: str, on: str, *more: QWidget) -> None:
        super().__init__()
        self._view = view
        self.words = Brief("", "muted")
        self.previous_button = tool_button(formatting.back(), back, lambda: view.turn_part(-1), hint=True)
        self.next_button = tool_button(formatting.forward(), on, lambda: view.turn_part(1), hint=True)
        self.setLayout(row((self.words, *more, self.previous_button, self.next_button), (1,), theme.STEP // 2))

    def show_words(self, words: str) -> None:
        self.words.setText(words)
        self.words.setToolTip(words)
        part, parts = self._view.part, self._view.part_count
        for button, able in ((self.previous_button, part > 0), (self.next_button, part < parts - 1)):
            button.setVisible(parts > 1)
            button.setEnabled(able)
