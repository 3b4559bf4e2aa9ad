"""The search bar: the query, its reading while it is typed, and an error under the word it is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMargins, QObject, Qt
from PySide6.QtGui import QKeyEvent

from triage.errors import QueryError, TriageError
from triage.insight.names.nouns import OtherWritings
from triage.model.reports import Expansion, Results, Suggestion
from ui import theme
from ui.case.session import Session
from ui.dialogs.query_builder import QueryBuilder
from ui.i18n import formatting, messages
from ui.i18n.language import backwards, tr
from ui.panel import Brief, Command, Panel
from ui.presenters import filters
from ui.widgets.builders import beside, delayed, lay_out
from ui.widgets.controls import button, tool_button
from ui.widgets.query_line import Choices, ErrorMark, QueryLine

_WAIT = 80  # milliseconds after a key before the query is read
_APART = "  ·  "
_MEANT = 3  # words that are suggested
_ROOM = 45  # steps, of other ways to write a word
_QUIET = 1000  # milliseconds after a search before other ways to write its words are looked for


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
        self._begun = ""
        self.builder: QueryBuilder | None = None
        self.completions = Choices(self.line, tr("Completions"))
        self.completions.text_chosen.connect(lambda piece: self.line.replace_before_cursor(self._begun, piece))
        self.history = Choices(self.line, tr("Query history"))
        self.history.text_chosen.connect(self.take)
        session.query_proposed.connect(self.take)
        session.results_changed.connect(self._searched)
        session.case_opened.connect(lambda: self._opened(True))
        self._opened(False)

    def commands(self) -> tuple[Command, ...]:
        """Getting to the line."""
        return (
            Command("Search", "Find", self.focus_line, ("Ctrl+L",)),
            Command("Query history", "Find", self.show_history, ("Ctrl+H",)),
            Command("Build a query …", "Find", self.build),
        )

    def focus_line(self) -> None:
        """Put the cursor into the line with all of it selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _opened(self, there: bool) -> None:
        self.line.setEnabled(there)
        self.line.setText(self.session.memory.place.query)
        self.say_nothing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the history with Alt+Down; keep the mark under its word while the line is resized."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_alt_down(event):
            self.show_history()
            return True
        if event.type() == QEvent.Type.Resize and self.mark.start >= 0:
            self._place_error()
        return super().eventFilter(watched, event)

    # ---- choosing in place of typing

    def build(self) -> None:
        """Build a query from fields and values."""
        if self.session.has_case():
            self.builder = QueryBuilder(self.window(), self.session)
            self.builder.show()

    def show_history(self) -> None:
        """Offer the last queries; one that is chosen is run."""
        if self.session.memory.history:
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.completions.hide()
            self.history.offer(self.session.memory.history, -1, first=True)
        else:
            self.session.say(tr("You haven't searched this case yet."))

    def _complete(self) -> None:
        """Offer the field, or the value of one, that is being typed."""
        self.history.hide()
        begun = filters.begun(self.line.before_cursor())
        field = filters.field_of(begun)
        offer = partial(self._offer, begun)
        if begun:
            self.session.ask("reading", lambda case: case.reports.completions(field), offer, newest="completions")
        else:
            self.completions.hide()

    def _offer(self, begun: str, pieces: Sequence[str]) -> None:
        before = self.line.before_cursor()
        if self.line.hasFocus() and begun == filters.begun(before):
            self._begun = begun
            self.completions.offer(filters.fitting(begun, pieces), len(before) - len(begun))

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
        self.suggest(())
        self.also.hide()
        self.error.hide()
        self.mend.hide()
        self.quote.hide()
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
        self._quoted = (error.quoted or "") if isinstance(error, QueryError) else ""
        self.quote.setText(tr("As text  {query}", query=self._quoted).replace("&", "&&"))
        self.quote.setVisible(bool(self._quoted))
        if isinstance(error, QueryError):
            self.mark.show_at(error.start, error.end)
        self._place_error()

    def _place_error(self) -> None:
        offered = (one for one in (self.mend, self.quote) if one.isVisible())
        wide = self.error.sizeHint().width() + sum(one.sizeHint().width() for one in offered)
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
        self.completions.hide()
        self._begun = ""
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
        if text.strip():
            self._soon.start()
        if not results.nos or " OR " in results.reading:  # else items hold every word of it
            meant = partial(self._say_meant, results)
            self.session.ask("coverage", lambda case: case.reports.suggestions(text), meant, lambda _: None, "meant")

    def _say_words(self, results: Results, words: tuple[Expansion, ...]) -> None:
        """Put what the wildcards stand for after the reading; the tooltip has all words, a line for each term."""
        if words and results is self.session.results and results.text == self.line.text() and self.reading.isVisible():
            read = _read_and_noted(results)
            self.reading.setText(f"{_APART.join(read)}  {filters.briefly(words)}")
            self.reading.setToolTip(formatting.hint("\n".join((*read, *map(filters.stands_for, words)))))

    def _say_meant(self, results: Results, suggested: tuple[Suggestion, ...]) -> None:
        if results is self.session.results and results.text == self.line.text() and self.reading.isVisible():
            self.suggest(suggested)

    def _look_for_other_ways(self) -> None:
        """Ask how else the words of the query that was run are written, once nobody types or searches for a moment."""
        results = self.session.results
        if results is not None:
            text, say = results.text, partial(self._say_other_ways, results)
            ask = lambda case: case.reports.insight.names.also_written(text)  # noqa: E731
            self.session.ask("names", ask, say, lambda _: None, "also written")

    def _say_other_ways(self, results: Results, other: OtherWritings) -> None:
        if not other.items or results is not self.session.results or results.text != self.line.text():
            return
        if self.reading.isVisible():
            self._other = other
            ways = [formatting.isolate(formatting.safe_line(one.query)) for one in other.variants]
            room, shown = _ROOM * theme.STEP, formatting.listed(ways)
            shown = self.also.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room)
            items = formatting.count(other.items, "more item")
            self.also.setText(tr("Also written {ways} ({items})", ways=shown, items=items).replace("&", "&&"))
            counts = (formatting.number(one.items) for one in other.variants)
            self.also.setToolTip(formatting.hint("\n".join(map("  ".join, zip(ways, counts, strict=True)))))
            self.also.show()

    def _take_also(self) -> None:
        if self._other is not None:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
            self.take(self._other.query)

    def suggest(self, suggested: Sequence[Suggestion]) -> None:
        """Offer words after the reading, each a click; none takes the offer away."""
        self._suggested = tuple(suggested)
        self._under.setStretch(0, 0 if suggested else 1)
        self._under.setStretch(self._under.count() - 1, 1 if suggested else 0)
        if suggested:
            word = formatting.safe_line(suggested[0].typed)
            said = tr("No item has “{word}”. Did you mean:", word=formatting.isolate(word))
            self.reading.setText(f"{self.reading.text()}{_APART}{said}")
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
