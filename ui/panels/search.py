"""The search bar: the query, its reading while it is typed, and an error under the word it is about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QMargins, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLineEdit, QWidget

from triage.errors import QueryError, TriageError
from triage.model.reports import Expansion, Results
from ui import theme
from ui.i18n import formatting, messages
from ui.i18n.language import backwards, tr
from ui.panel import Brief, Command, Panel
from ui.presenters import expansion_text
from ui.session import Session
from ui.widgets.builders import beside, delayed, lay_out
from ui.widgets.controls import button

_WAIT = 80  # milliseconds after a key before the query is read
_APART = "  ·  "


class QueryLine(QLineEdit):
    """A line that can say where a character of its text stands.

    Its direction is that of its first strong character, in a window of any language: a query that begins with a Hebrew
    word runs from right to left, and its operators, which are Latin, stand in it as any Latin word would.
    """

    def x_of(self, at: int) -> int:
        """Return where on the line the character at ``at`` begins, in pixels from its left edge."""
        layout = QTextLayout(self.text(), self.font())
        order = QTextOption()
        right_to_left = formatting.right_to_left(self.text())
        order.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(order)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        begin, wanted = (_x(line, place) for place in (self.cursorPosition(), formatting.utf16(self.text())(at)))
        return max(0, min(round(self.cursorRect().center().x() - begin + wanted), self.width()))


def _x(line: QTextLine, at: int) -> float:
    x = line.cursorToX(at)
    return float(x[0] if isinstance(x, tuple) else 0)


class ErrorMark(QWidget):
    """A line drawn under the words that an error is about."""

    def __init__(self, line: QueryLine) -> None:
        super().__init__()
        self._line = line
        self.start = self.end = -1
        self.setFixedHeight(theme.STEP // 2)

    def show_at(self, start: int, end: int) -> None:
        """Mark these characters; -1 marks nothing."""
        self.start, self.end = start, end
        self.update()

    def left(self) -> int:
        """Return where the mark begins, in pixels."""
        return min(self._line.x_of(self.start), self._line.x_of(self.end)) if self.start >= 0 else 0

    def right(self) -> int:
        """Return where the mark ends, in pixels; it is wide enough to be seen."""
        if self.start < 0:
            return 0
        return max(self._line.x_of(self.start), self._line.x_of(self.end), self.left() + theme.STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        if self.start < 0:
            return
        left, right = self.left(), self.right()
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("error"), 2))
        painter.drawLine(left, 1, right, 1)
        painter.end()


class SearchPanel(Panel):
    """One line to type in, and under it how it is read or what is wrong and how to mend it."""

    title = "Search"
    place = "top"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.line = QueryLine()
        self.line.setPlaceholderText(tr('Words, "a phrase", AND OR NOT, from: subject: date: …  (Ctrl+L)'))
        self.line.setAccessibleName(tr("Query"))
        self.line.setClearButtonEnabled(True)
        self.mark = ErrorMark(self.line)
        self.reading = Brief("", "muted")
        self.error = Brief("", "error")
        self._mended = ""
        self._entered = -1  # the presses so far when Enter was, -1 where it wasn't
        self.mend = button("", lambda: self.take(self._mended), "link")
        self.mend.setAccessibleName(tr("Use the corrected query"))
        self._under = beside((self.reading, 1), self.error, self.mend, 0, gap=theme.STEP // 2)
        margins = QMargins(theme.STEP, theme.STEP, theme.STEP, theme.STEP // 2)
        lay_out(self, self.line, self.mark, self._under, margins=margins)
        self._under.addStrut(self.mend.sizeHint().height())  # so that nothing moves when a mend is offered
        self._timer = delayed(self, _WAIT, self.interpret)
        self.line.textEdited.connect(lambda: self._timer.start())
        self.line.returnPressed.connect(self._enter)
        self.line.installEventFilter(self)
        session.query_proposed.connect(self.take)
        session.results_changed.connect(self._searched)
        session.case_opened.connect(lambda: self._opened(True))
        self._opened(False)

    def commands(self) -> tuple[Command, ...]:
        """Getting to the line."""
        return (Command("Search", "Find", self.focus_line, ("Ctrl+L",)),)

    def focus_line(self) -> None:
        """Put the cursor into the line with all of it selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _opened(self, there: bool) -> None:
        self.line.setEnabled(there)
        self.line.clear()
        self.say_nothing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the mark under its word while the line is resized."""
        if event.type() == QEvent.Type.Resize and self.mark.start >= 0:
            self._place_error()
        return super().eventFilter(watched, event)

    # ---- reading while typing

    def interpret(self) -> None:
        """Ask how the text is read; the latest question wins."""
        self._timer.stop()
        text = self.line.text()

        def say(reading: str) -> None:
            self.say_nothing()
            self.reading.setText(_read_as(reading) if self.line.text().strip() else "")

        self.session.ask("reading", lambda case: case.search.read(text).reading, say, self._refuse, newest="reading")

    def say_nothing(self) -> None:
        """Take away what stands under the line."""
        self.mark.show_at(-1, -1)
        self.reading.setText("")
        self.reading.setToolTip("")
        self.error.hide()
        self.mend.hide()
        self.reading.show()
        self._under.setContentsMargins(theme.STEP, 0, theme.STEP, 0)

    def _refuse(self, error: TriageError) -> None:
        """Say what is wrong, under the word it is about, with the mend as a click."""
        self.session.waiting_changed.emit("")
        self.reading.hide()
        self.error.setText(messages.error(error))
        self.error.setToolTip(formatting.hint(messages.error(error)))
        self.error.show()
        self._mended = (error.mend or "") if isinstance(error, QueryError) else ""
        self.mend.setText(tr("Use  {query}", query=self._mended).replace("&", "&&"))
        self.mend.setVisible(bool(self._mended))
        if isinstance(error, QueryError):
            self.mark.show_at(error.start, error.end)
        self._place_error()

    def _place_error(self) -> None:
        wide = self.error.sizeHint().width() + (self.mend.sizeHint().width() if self.mend.isVisible() else 0)
        room = self.width() - wide - 4 * theme.STEP
        if backwards():
            right = max(theme.STEP, min(self.width() - self.mark.right(), room))
            self._under.setContentsMargins(0, 0, right, 0)
        else:
            self._under.setContentsMargins(max(theme.STEP, min(self.mark.left(), room)), 0, 0, 0)
        self.mark.update()

    # ---- running

    def take(self, query: str) -> None:
        """Put a query into the line and run it."""
        self._entered = -1
        self.line.setText(query)
        self.run()

    def _enter(self) -> None:
        """Search, and go to the list once something is found, unless anything is pressed or clicked before."""
        self._entered = self.session.keyboard.presses
        self.run()

    def run(self) -> None:
        """Search for what stands in the line."""
        self._timer.stop()
        self.session.search(self.line.text(), self._refuse)

    def _searched(self, results: Results) -> None:
        if results.text != self.line.text():
            return
        if results.nos and self.session.keyboard.untouched_since(self._entered):
            self.session.command_requested.emit("Go to the list")
        self._entered = -1
        self.say_nothing()
        self.reading.setText(_APART.join(_read_and_noted(results)) if results.text.strip() else "")
        text, say = results.text, partial(self._say_words, results)
        self.session.ask("coverage", lambda case: case.search.expansions(text), say, lambda _: None, "expansions")

    def _say_words(self, results: Results, words: tuple[Expansion, ...]) -> None:
        """Put what the wildcards stand for after the reading; the tooltip has all words, a line for each term."""
        if words and results is self.session.results and results.text == self.line.text() and self.reading.isVisible():
            read = _read_and_noted(results)
            self.reading.setText(f"{_APART.join(read)}  {expansion_text.briefly(words)}")
            self.reading.setToolTip(formatting.hint("\n".join((*read, *map(expansion_text.stands_for, words)))))


def _read_as(reading: str) -> str:
    return tr("Interpreted as  {reading}", reading=reading)


def _read_and_noted(results: Results) -> tuple[str, ...]:
    return (_read_as(results.reading), *map(messages.shown, results.notes))
