"""The search bar: the query, its reading while it is typed, and an error under the word it is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from triage.errors import QueryError, TriageError
from triage.insight.names.nouns import OtherWritings
from triage.model.reports import Expansion, Results, Suggestion
from ui import theme
from ui.case.session import Session
from ui.dialogs.queries import QueryBuilder
from ui.i18n import formatting, messages
from ui.i18n.language import backwards, tr
from ui.panel import Brief, Command, Panel
from ui.presenters import filters
from ui.widgets.builders import beside, delayed, lay_out
from ui.widgets.controls import button, tool_button

# ---- the line that a query is typed into, the mark under what is wrong in it, and the list of what may be chosen
#
# The list takes no keys of its own: whoever types goes on typing, and Enter searches unless a line of it is chosen.

_MOST_ROWS = 12  # in sight
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS}
_PAD = Qt.KeyboardModifier.KeypadModifier
_LEAVING = (QEvent.Type.FocusOut, QEvent.Type.Hide)


class QueryLine(QLineEdit):
    """A line that can say where a character of its text stands.

    Its direction is that of its first strong character, in a window of any language: a query that begins with a Hebrew
    word runs from right to left, and its operators, which are Latin, stand in it as any Latin word would.
    """

    def before_cursor(self) -> str:
        return self.text().encode("utf-16-le")[: 2 * self.cursorPosition()].decode("utf-16-le", "replace")

    def replace_before_cursor(self, old: str, new: str) -> None:
        """Put a text in place of the one that ends at the cursor, as if it were typed."""
        units = len(old.encode("utf-16-le")) // 2
        self.setSelection(self.cursorPosition() - units, units)
        self.insert(new)

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
    def __init__(self, line: QueryLine) -> None:
        super().__init__()
        self._line = line
        self.start = self.end = -1
        self.setFixedHeight(theme.STEP // 2)

    def show_at(self, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.update()

    def left(self) -> int:
        return min(self._line.x_of(self.start), self._line.x_of(self.end)) if self.start >= 0 else 0

    def right(self) -> int:
        if self.start < 0:
            return 0
        return max(self._line.x_of(self.start), self._line.x_of(self.end), self.left() + theme.STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.start < 0:
            return
        left, right = self.left(), self.right()
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("error"), 2))
        painter.drawLine(left, 1, right, 1)
        painter.end()


class Choices(QListWidget):
    """What may be chosen for a line, under it. The keys stay with the line: arrows move here, Tab and Enter choose."""

    text_chosen = Signal(str)

    def __init__(self, line: QueryLine, name: str) -> None:
        super().__init__(line)
        self._line = line
        self._under = 0  # the width that the line had
        self.setAccessibleName(name)
        self.setProperty("role", "choices")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self._choose())
        line.installEventFilter(self)
        self.hide()

    def offer(self, texts: Sequence[str], at: int, *, first: bool = False) -> None:
        """Offer texts under the character ``at`` of the line, -1 for the whole line; ``first``: one is chosen already.

        Without a text the list is hidden.
        """
        self.clear()
        self.addItems(list(map(formatting.safe_line, texts)))
        for row, text in enumerate(texts):
            self.item(row).setData(Qt.ItemDataRole.UserRole, text)
        if not texts:
            self.hide()
        else:
            self.setCurrentRow(0 if first else -1)
            self._put_under(at)

    def _put_under(self, at: int) -> None:
        window, self._under = self._line.window(), self._line.width()
        self.setParent(window)
        wide, frame = self._line.width(), 2 * self.frameWidth()
        if at >= 0:
            scroll = self.verticalScrollBar().sizeHint().width()
            wide = min(wide, max(20 * theme.STEP, self.sizeHintForColumn(0) + scroll + theme.STEP))
        x = self._line.x_of(at) if at >= 0 else 0
        backward = formatting.right_to_left(self._line.text())
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if backward else Qt.LayoutDirection.LeftToRight)
        x -= wide if at >= 0 and backward else 0
        top = self._line.mapTo(window, QPoint(max(0, min(x, self._line.width() - wide)), self._line.height()))
        high = min(self.count(), _MOST_ROWS) * self.sizeHintForRow(0) + frame
        self.setGeometry(QRect(top.x(), top.y(), wide, min(high, window.height() - top.y())))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._line or not self.isVisible():
            return super().eventFilter(watched, event)
        if event.type() in _LEAVING or self._under != self._line.width():
            self.hide()
        elif isinstance(event, QKeyEvent) and not event.modifiers() & ~_PAD:
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()  # else it would be the window's
                return True
            return event.type() == QEvent.Type.KeyPress and self._press(event.key())
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> bool:
        row = self.currentRow()
        if key in _STEPS:
            self.setCurrentRow(max(-1, min(row + _STEPS[Qt.Key(key)], self.count() - 1)))
        elif key == Qt.Key.Key_Tab or (key in _ENTER and row >= 0):
            self.setCurrentRow(max(row, 0))
            self._choose()
        elif key in (Qt.Key.Key_Escape, *_ENTER):
            self.hide()
            return key == Qt.Key.Key_Escape
        else:
            return False
        return True

    def _choose(self) -> None:
        if (item := self.currentItem()) is not None:
            self.hide()
            self.text_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


_WAIT = 80  # milliseconds after a key before the query is read
_APART = "  ·  "
_MEANT = 3  # words that are suggested
_ROOM = 45  # steps, of other ways to write a word
_QUIET = 1000  # milliseconds after a search before other ways to write its words are looked for


class SearchPanel(Panel):
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
        self._mended = self._quoted = ""
        self._entered = -1  # the presses so far when Enter was, -1 where it wasn't
        self.mend = button("", lambda: self.take(self._mended), "link")
        self.mend.setAccessibleName(tr("Use the corrected query"))
        self.quote = button("", lambda: self.take(self._quoted), "link")
        self.quote.setAccessibleName(tr("Search for the text itself"))
        self.meant = [
            tool_button("", tr("Similar word"), partial(self._take_meant, at), "link") for at in range(_MEANT)
        ]
        self._suggested: tuple[Suggestion, ...] = ()
        self.also = tool_button("", tr("Search for the other ways to write it as well"), self._take_also, "link")
        self._other: OtherWritings | None = None
        offers = (*self.meant, self.also)
        self._under = beside((self.reading, 1), *offers, self.error, self.mend, self.quote, 0, gap=theme.STEP // 2)
        margins = QMargins(theme.STEP, theme.STEP, theme.STEP, theme.STEP // 2)
        lay_out(self, self.line, self.mark, self._under, margins=margins)
        self._under.addStrut(self.mend.sizeHint().height())  # so that nothing moves when a mend is offered
        self._timer = delayed(self, _WAIT, self.interpret)
        self._soon = delayed(self, _QUIET, self._look_for_other_ways)
        self.line.textEdited.connect(lambda: self._timer.start())
        self.line.textEdited.connect(lambda: self._complete())
        self.line.returnPressed.connect(self._enter)
        self.line.installEventFilter(self)
        self._piece = ""
        self.builder: QueryBuilder | None = None
        self.completions = Choices(self.line, tr("Completions"))
        self.completions.text_chosen.connect(lambda piece: self.line.replace_before_cursor(self._piece, piece))
        self.history = Choices(self.line, tr("Query history"))
        self.history.text_chosen.connect(self.take)
        session.query_proposed.connect(self.take)
        session.results_changed.connect(self._searched)
        session.case_opened.connect(lambda: self._opened(True))
        self._opened(False)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("Search", "Find", self.focus_line, ("Ctrl+L",)),
            Command("Query history", "Find", self.show_history, ("Ctrl+H",)),
            Command("Build a query …", "Find", self.build),
        )

    def focus_line(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _opened(self, is_open: bool) -> None:
        self.line.setEnabled(is_open)
        self.line.setText(self.session.memory.place.query)
        self.say_nothing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_alt_down(event):
            self.show_history()
            return True
        if event.type() == QEvent.Type.Resize and self.mark.start >= 0:
            self._place_error()
        return super().eventFilter(watched, event)

    # ---- choosing in place of typing

    def build(self) -> None:
        if self.session.has_case():
            self.builder = QueryBuilder(self.window(), self.session)
            self.builder.show()

    def show_history(self) -> None:
        if self.session.memory.history:
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.completions.hide()
            self.history.offer(self.session.memory.history, -1, first=True)
        else:
            self.session.say(tr("You haven't searched this case yet."))

    def _complete(self) -> None:
        self.history.hide()
        piece = filters.piece_typed(self.line.before_cursor())
        field = filters.field_of(piece)
        offer = partial(self._offer, piece)
        if piece:
            self.session.ask("searches", lambda case: case.reports.completions(field), offer, newest="completions")
        else:
            self.completions.hide()

    def _offer(self, piece: str, pieces: Sequence[str]) -> None:
        before = self.line.before_cursor()
        if self.line.hasFocus() and piece == filters.piece_typed(before):
            self._piece = piece
            self.completions.offer(filters.fitting(piece, pieces), len(before) - len(piece))

    # ---- reading while typing

    def interpret(self) -> None:
        self._timer.stop()
        text = self.line.text()

        def say(reading: str) -> None:
            self.say_nothing()
            self.reading.setText(_read_as(reading) if self.line.text().strip() else "")

        self.session.ask("searches", lambda case: case.search.read(text).reading, say, self._refuse, newest="reading")

    def say_nothing(self) -> None:
        self.mark.show_at(-1, -1)
        self.reading.setText("")
        self.reading.setToolTip("")
        self.suggest(())
        self.also.hide()
        self.error.hide()
        self.mend.hide()
        self.quote.hide()
        self.reading.show()
        self._under.setContentsMargins(theme.STEP, 0, theme.STEP, 0)

    def _refuse(self, error: TriageError) -> None:
        self.session.waiting_changed.emit("")
        self.reading.hide()
        self.error.setText(messages.error(error))
        self.error.setToolTip(formatting.hint(messages.error(error)))
        self.error.show()
        self._mended = (error.mend or "") if isinstance(error, QueryError) else ""
        self.mend.setText(tr("Use  {query}", query=self._mended).replace("&", "&&"))
        self.mend.setVisible(bool(self._mended))
        self._quoted = (error.quoted or "") if isinstance(error, QueryError) else ""
        self.quote.setText(tr("As text  {query}", query=self._quoted).replace("&", "&&"))
        self.quote.setVisible(bool(self._quoted))
        if isinstance(error, QueryError):
            self.mark.show_at(error.start, error.end)
        self._place_error()

    def _place_error(self) -> None:
        offered = (link for link in (self.mend, self.quote) if link.isVisible())
        wide = self.error.sizeHint().width() + sum(link.sizeHint().width() for link in offered)
        room = self.width() - wide - 4 * theme.STEP
        if backwards():
            right = max(theme.STEP, min(self.width() - self.mark.right(), room))
            self._under.setContentsMargins(0, 0, right, 0)
        else:
            self._under.setContentsMargins(max(theme.STEP, min(self.mark.left(), room)), 0, 0, 0)
        self.mark.update()

    # ---- running

    def take(self, query: str) -> None:
        self._entered = -1
        self.line.setText(query)
        self.run()

    def _enter(self) -> None:
        """Search, and go to the list once something is found, unless anything is pressed or clicked before."""
        self._entered = self.session.keyboard.presses
        self.run()

    def run(self) -> None:
        self._timer.stop()
        self.completions.hide()
        self._piece = ""
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
        self.session.ask("rest", lambda case: case.search.expansions(text), say, lambda _: None, "expansions")
        if text.strip():
            self._soon.start()
        if not results.nos or " OR " in results.reading:  # else items hold every word of it
            meant = partial(self._say_meant, results)
            self.session.ask("rest", lambda case: case.reports.suggestions(text), meant, lambda _: None, "meant")

    def _say_words(self, results: Results, words: tuple[Expansion, ...]) -> None:
        if words and results is self.session.results and results.text == self.line.text() and self.reading.isVisible():
            read = _read_and_noted(results)
            self.reading.setText(f"{_APART.join(read)}  {filters.briefly(words)}")
            self.reading.setToolTip(formatting.hint("\n".join((*read, *map(filters.stands_for, words)))))

    def _say_meant(self, results: Results, suggested: tuple[Suggestion, ...]) -> None:
        if results is self.session.results and results.text == self.line.text() and self.reading.isVisible():
            self.suggest(suggested)

    def _look_for_other_ways(self) -> None:
        results = self.session.results
        if results is not None:
            text, say = results.text, partial(self._say_other_ways, results)
            ask = lambda case: case.reports.insight.names.also_written(text)  # noqa: E731
            self.session.ask("rest", ask, say, lambda _: None, "also written")

    def _say_other_ways(self, results: Results, other: OtherWritings) -> None:
        if not other.items or results is not self.session.results or results.text != self.line.text():
            return
        if self.reading.isVisible():
            self._other = other
            ways = [formatting.isolate(formatting.safe_line(variant.query)) for variant in other.variants]
            room, text = _ROOM * theme.STEP, formatting.listed(ways)
            text = self.also.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            items = formatting.count(other.items, "more item")
            self.also.setText(tr("Also written {ways} ({items})", ways=text, items=items).replace("&", "&&"))
            counts = (formatting.number(variant.items) for variant in other.variants)
            self.also.setToolTip(formatting.hint("\n".join(map("  ".join, zip(ways, counts, strict=True)))))
            self.also.show()

    def _take_also(self) -> None:
        if self._other is not None:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
            self.take(self._other.query)

    def suggest(self, suggested: Sequence[Suggestion]) -> None:
        self._suggested = tuple(suggested)
        self._under.setStretch(0, 0 if suggested else 1)
        self._under.setStretch(self._under.count() - 1, 1 if suggested else 0)
        if suggested:
            word = formatting.safe_line(suggested[0].typed)
            sentence = tr("No item has “{word}”. Did you mean:", word=formatting.isolate(word))
            self.reading.setText(f"{self.reading.text()}{_APART}{sentence}")
        for at, link in enumerate(self.meant):
            link.setVisible(at < len(suggested))
            if at < len(suggested):
                word = formatting.isolate(formatting.safe_line(suggested[at].word))
                link.setText(f"{word} ({formatting.number(suggested[at].items)})")
                link.setAccessibleName(tr("Search for {word} instead", word=word))

    def _take_meant(self, at: int) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self.take(self._suggested[at].query)


def _is_alt_down(event: QKeyEvent) -> bool:
    alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
    return alone and event.key() == Qt.Key.Key_Down


def _read_as(reading: str) -> str:
    return tr("Interpreted as  {reading}", reading=reading)


def _read_and_noted(results: Results) -> tuple[str, ...]:
    return (_read_as(results.reading), *map(messages.shown, results.notes))
