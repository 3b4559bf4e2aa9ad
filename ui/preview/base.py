"""What a view of the preview is: one way to look at an item, beside the others in ``ui/views``.

A view knows the session and its own widgets, never another view. Views of the original ask the case for it only when
they are in front and the person has stayed on the item for a moment, as each opening is on record.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import Item
from ui import theme
from ui.i18n import messages
from ui.i18n.language import tr
from ui.jobs import BackgroundJob
from ui.models.page import Page
from ui.panel import Brief, Empty
from ui.session import Session

T = TypeVar("T")
_STAYED = 120  # milliseconds on an item before its original is opened
_PATIENCE = 250  # milliseconds before a view says that it is waiting


class View(QWidget):
    """One way to look at an item. ``title`` is its name on the switch, ``hint`` a sentence about it."""

    title: ClassVar[str]
    hint: ClassVar[str]
    stepped = Signal()  # another hit is marked, or the number of hits became known
    lacked = Signal(str)  # there is nothing to look at in this view, says this sentence: the text is in its place
    missed = Signal(str)  # what was looked for isn't in this view after all, as shows only now; "": a hit

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.page: Page | None = None

    @classmethod
    def fits(cls, item: Item) -> bool:
        """Return whether the item can be looked at in this way."""
        return True

    def show_page(self, page: Page) -> None:
        """Show an item."""
        self.page = page

    def clear(self) -> None:
        """Let go of the item: another is shown, or it is closed."""
        self.page = None

    def zoom(self, percent: int) -> None:
        """Show everything at this size."""

    def dress(self) -> None:
        """Take up the colours in force."""

    def turn(self, pages: int) -> bool:
        """Scroll by so many pages; return False where the end was reached before."""
        return False

    def step(self, by: int) -> bool:
        """Go to the next hit (1) or the one before (-1); return False where this view can't show hits."""
        return False

    def place(self) -> str:
        """Return where among the hits this view is, in words; "" where it can't say."""
        return ""

    def look_for(self, sought: str, by: int = 1) -> bool:
        """Go to the next place of a text, or the one before (-1); return False where this view can't find it."""
        return False

    def selected(self) -> str:
        """Return the selected text."""
        return ""

    def readers(self) -> tuple[QWidget, ...]:
        """Return the widgets in which single-letter keys work."""
        return ()


class OriginalView(View):
    """A view of the item's original: waits a moment, asks, and says in words what can't be shown."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._stack = QStackedLayout(self)
        self.message = Empty("")
        self._stack.addWidget(self.message)
        self._stayed = self._timer(_STAYED, self._begin)
        self._slow = self._timer(_PATIENCE, self._wait)
        self._turn = 0
        self._job: BackgroundJob | None = None

    def _timer(self, milliseconds: int, run: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(run)
        return made

    def shows(self, page: Page) -> bool:
        """Return whether this item is shown already, with the same hits."""
        before = self.page
        return before is not None and before.item.row.no == page.item.row.no and before.hits == page.hits

    def set_content(self, content: QWidget) -> None:
        """Put in what is seen once the original is there."""
        self._stack.addWidget(content)

    def show_page(self, page: Page) -> None:
        """Show an item's original, soon."""
        again = self.shows(page)
        super().show_page(page)
        if not again or self._stack.currentIndex() == 0:
            self._stop()
            self._turn += 1
            self.say("")
            self._stayed.start()

    def clear(self) -> None:
        """Let go of the item and of what is under way."""
        super().clear()
        self._stop()
        self._turn += 1
        self._stayed.stop()
        self._slow.stop()
        self.say("")

    def say(self, sentence: str) -> None:
        """Show a sentence in place of the content."""
        self.message.sentence.setText(sentence)
        self._stack.setCurrentIndex(0)

    def ready(self) -> None:
        """Show the content."""
        self._slow.stop()
        self._stack.setCurrentIndex(1)

    def begin(self) -> None:
        """Ask for the original; a view overrides this."""

    def _begin(self) -> None:
        if self.page is not None:
            self._slow.start()
            self.begin()

    def _wait(self) -> None:
        if self._stack.currentIndex() == 0:
            self.say(tr("Opening the original …"))

    def ask(self, work: Callable[[Case], T], done: Callable[[T], None], newest: str = "") -> None:
        """Ask the case about the item that is shown; an answer that comes too late is dropped."""
        if self.session.jobs is not None:
            self.session.jobs.ask("original", work, *self._landing(done), newest=newest)

    def run(self, lane: str, work: Callable[[Case, threading.Event], T], done: Callable[[T], None]) -> None:
        """Ask for what may take long, in a lane of its own; it is stopped when the item goes or it is asked again."""
        self._stop()
        if self.session.jobs is not None:
            land, fail = self._landing(done)
            self._job = self.session.jobs.run(
                lane, lambda case, report, stop: work(case, stop), lambda: None, land, fail
            )

    def _stop(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _landing(self, done: Callable[[T], None]) -> tuple[Callable[[T], None], Callable[[TriageError], None]]:
        turn = self._turn

        def land(result: T) -> None:
            if turn == self._turn:
                done(result)

        def fail(error: TriageError) -> None:
            if turn == self._turn:
                self._slow.stop()
                self.failed(error)

        return land, fail

    def failed(self, error: TriageError) -> None:
        """Say why the original can't be shown."""
        self.say(messages.error(error))


def arrow(sign: str, name: str, run: Callable[[], object]) -> QToolButton:
    """Return a small flat button."""
    button = QToolButton()
    button.setText(sign)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda: run())
    return button


def line(first: QWidget, *rest: QWidget) -> QHBoxLayout:
    """Return widgets side by side, the first of which takes the room."""
    made = QHBoxLayout()
    made.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
    made.setSpacing(theme.STEP // 2)
    made.addWidget(first, 1)
    for widget in rest:
        made.addWidget(widget)
    return made


class Foot(QWidget):
    """A line under a view: words, and two arrows to go through parts or pages; ``turned`` says which way."""

    turned = Signal(int)

    def __init__(self, back: str, on: str, signs: tuple[str, str] = ("◂", "▸")) -> None:
        super().__init__()
        self.words = Brief("", "muted")
        self.back = arrow(signs[0], back, lambda: self.turned.emit(-1))
        self.on = arrow(signs[1], on, lambda: self.turned.emit(1))
        self.setLayout(line(self.words, self.back, self.on))

    def tell(self, words: str, at: int, total: int) -> None:
        """Say where one is: ``at`` counts from 0."""
        self.words.setText(words)
        self.words.setToolTip(words)
        for button, able in ((self.back, at > 0), (self.on, at < total - 1)):
            button.setVisible(total > 1)
            button.setEnabled(able)


def column(*widgets: QWidget) -> QWidget:
    """Return widgets one under another; the first takes the room."""
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    for number, widget in enumerate(widgets):
        lines.addWidget(widget, 1 if number == 0 else 0)
    return made
