"""The line that a note is written in, and what reminds of notes and steps that an earlier session left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from triage.errors import TriageError
from triage.model.items import Item, ItemNo, LastStep
from ui.case import drafts
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import tr
from ui.presenters import tags
from ui.widgets.controls import Strip, entry

End = Callable[..., None]


class NoteLine:
    """A ``line`` that keeps what is typed as a draft on the item shown, and a ``reminder`` to stand under it."""

    def __init__(self, session: Session, hint: str) -> None:
        self.session, self.drafts = session, session.memory.drafts
        self.line = entry(tr("Note on this item"), hint)
        self.line.textChanged.connect(self._typed)
        self.reminder = Strip()
        self._at: ItemNo | None = None
        self._about: frozenset[ItemNo] | None = None  # the items that the reminder is about, None for no certain ones
        session.case_opened.connect(self._remind)
        session.seals_changed.connect(self._close_items)
        session.tags_changed.connect(self._close_items)
        session.undo_asked.connect(self._ask_undo)
        session.naming.named.connect(self._read)
        session.watch.case_changed.connect(self._drop_lost)
        self.drafts.unkept.connect(self._say_unkept)

    def select(self, no: ItemNo | None) -> None:
        """Show what is begun on an item; nothing can be begun on one that is sealed."""
        self._at = no
        self._fill()
        if no in self.drafts.earlier or (self._about is not None and no not in self._about):
            self._remind()

    def identify(self, item: Item) -> None:
        """Take note of the id of the item shown, by which a draft on it is kept."""
        self.drafts.identify(item.row.no, item.row.id)

    def begin_saving(self, text: str) -> End:
        """Take note that a note is ordered to be written; return what is to be called at the end, with the error."""
        if self._at is None:
            return lambda error=None: None
        self.drafts.begin_saving(self._at, text)
        ended = partial(self._end_saving, self._at)
        self._fill()
        self._remind()
        return ended

    def _end_saving(self, no: ItemNo, error: TriageError | None = None) -> None:
        self.drafts.end_saving(no, written=error is None)
        self._fill()
        if error is not None:
            why = messages.error(error)
            self.session.error_posted.emit(tr("The note was not saved; its text is kept as a draft. {why}", why=why))

    def _fill(self) -> None:
        if self.line.text() != (text := self.drafts.of(self._at)):
            self.line.setText(text)
        self.line.setEnabled(self._at is not None and not self.session.is_closed(self._at))

    def _typed(self, text: str) -> None:
        if self._at is not None and text != self.drafts.of(self._at):
            self.drafts.put(self._at, text)

    # ---- what becomes of drafts elsewhere

    def _close_items(self, nos: frozenset[ItemNo]) -> None:
        for closed in (True, False):
            self.drafts.close_items([no for no in nos if self.session.is_closed(no) == closed], closed=closed)
        self._fill()

    def _drop_lost(self) -> None:
        """Let go of what is begun on items that others have sealed or purged."""
        if nos := self.drafts.items:
            self.session.ask("aside", partial(drafts.lost, nos=nos), self._drop, lambda error: None, newest="drafts")

    def _drop(self, nos: Iterable[ItemNo]) -> None:
        self.drafts.forget(nos)
        self._fill()
        self._remind()

    def _read(self, name: str) -> None:
        """Offer what somebody began whose name is taken now."""

        def take(found: dict[ItemNo, drafts.Draft]) -> None:
            self.drafts.take(name, found)
            self._fill()
            self._remind()

        self._fill()
        self.session.ask("aside", partial(self.drafts.read, reviewer=name), take, lambda error: None, newest="drafts")

    def _say_unkept(self, error: str) -> None:
        self.session.error_posted.emit(tr("The draft of a note can't be kept on disk: {error}. Save it.", error=error))

    # ---- reminders

    def _remind(self) -> None:
        """Say what an earlier session left: on the item shown, or else on how many items there is something."""
        earlier = self.drafts.earlier
        self._about = frozenset(earlier & {self._at}) or None
        if self._about:
            told = tr("You began this note in an earlier session and did not save it. Enter saves it.")
            self.reminder.ask(told, (tr("Discard note"), partial(self._drop, self._about)))
        elif earlier:
            items = formatting.count(len(earlier), "item")
            told = tr("In an earlier session you began notes that you did not save, on {items}.", items=items)
            self.reminder.ask(told, (tr("Show"), lambda: self.session.visit(min(self.drafts.earlier))))
        else:
            self.reminder.hide()

    def _ask_undo(self, step: LastStep) -> None:
        """Show a step of an earlier session, or from elsewhere, before it is undone."""
        if self.session.veiled.intersection(step.items) and self.session.held():
            return
        self._about = frozenset(step.items)
        if self.session.current not in self._about:
            self.session.visit(step.items[0])
        told = tr(
            "Your last step is from an earlier session or from elsewhere: {what} ({items}, {time} UTC).",
            what=tags.deed(step.action, self.session.reviewer, formatting.safe_line(step.value)),
            items=formatting.count(len(step.items), "item"),
            time=formatting.moment(step.time),
        )
        self.reminder.ask(told, (tr("Undo it"), partial(self.session.undo, step.group))).setFocus()
