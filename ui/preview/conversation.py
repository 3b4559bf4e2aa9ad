"""The conversation of a message as one text: every message in order, missing ones in place, quotations dimmed.

Each message whose part comes to be shown is recorded as shown, as opening it alone would be. A click on a message's
head goes to that message.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from triage.model.items import Item, ItemNo
from ui.case.session import Session
from ui.i18n.language import later, tr
from ui.models.conversation import ConversationPage, MessageHead, read
from ui.models.marks import MarkedWords, marked_words
from ui.models.page import Page
from ui.preview.plain_text import TextView
from ui.preview.text_area import Reader
from ui.widgets.builders import delayed

_STAYED = 120  # milliseconds on an item before its conversation is read


class Messages(Reader):
    """Text whose lines can be clicked; ``line_clicked`` carries the position."""

    line_clicked = Signal(int)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say where somebody clicked who has selected nothing."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.line_clicked.emit(self.cursorForPosition(event.position().toPoint()).position())


class ConversationView(TextView):
    """Messages one under another; ``heads`` says where each begins."""

    title: ClassVar[str] = later("Conversation")
    hint: ClassVar[str] = later("All messages of the conversation in order")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.conversation: ConversationPage | None = None
        self._words = MarkedWords()
        self._recorded: set[ItemNo] = set()
        self._stayed = delayed(self, _STAYED, self._ask)
        session.seals_changed.connect(self._hide)
        session.tags_changed.connect(self._hide)

    def make_reader(self) -> Reader:
        """Return a reader with dimmed quotations whose heads can be clicked."""
        reader = Messages(tr("Text of the conversation"), quote="muted")
        reader.line_clicked.connect(self._click)
        return reader

    def fits(self, item: Item) -> bool:
        """Return whether the item is a message, or belongs to one."""
        return bool(item.thread)

    def show_page(self, page: Page) -> None:
        """Show the conversation at this item, or go to it where it is shown already."""
        self.page = page
        head = self.conversation.head_of(page.item.row.no) if self.conversation else None
        if head is not None and self._words == marked_words(self.session, page.item.row.no):
            self._go_to(head)
            return
        self._forget()
        self._stayed.start()

    def clear(self) -> None:
        """Let go of the conversation."""
        super().clear()
        self._forget()

    def _forget(self) -> None:
        self._stayed.stop()
        self.conversation = self.shown = None
        self.part = self.part_count = 0
        self._recorded.clear()
        self.reader.clear()
        self.foot.hide()

    def _ask(self, closed: frozenset[ItemNo] = frozenset()) -> None:
        if self.page is None:
            return
        no = self.page.item.row.no
        self._words = marked_words(self.session, no)
        work = partial(read, no, self._words, closed)
        self.session.ask("hits", work, partial(self._take, no), newest="conversation")

    def _take(self, no: ItemNo, conversation: ConversationPage) -> None:
        """Show the conversation, unless the person has gone on or something of it was closed meanwhile."""
        if self.page is None or self.page.item.row.no != no:
            return
        closed = conversation.closed | {h.item.row.no for h in conversation.heads if self._is_closed(h)}
        if closed != conversation.closed:
            self._ask(closed)
            return
        self.conversation = conversation
        self.take(conversation.page)
        if conversation.here is not None:
            self._go_to(conversation.here)

    def _is_closed(self, head: MessageHead) -> bool:
        return self.session.is_closed(head.item.row.no)

    def _hide(self, nos: frozenset[ItemNo]) -> None:
        """Read again where something of it was closed or opened."""
        shown = self.conversation
        heads = [head for head in shown.heads if head.item.row.no in nos] if shown is not None else []
        if shown is not None and any(self._is_closed(head) != _shut(head, shown) for head in heads):
            self._forget()
            self._ask()

    def _go_to(self, head: MessageHead) -> None:
        if head.part != self.part:
            self.show_part(head.part)
        self.reader.scroll_to(head.start)
        hits = self.shown.hits if self.shown is not None else ()
        self.hit = sum((hit.part, hit.start) < (head.part, head.start) for hit in hits) - 1  # F3 goes on from here
        self.hit_changed.emit()

    def show_part(self, part: int) -> None:
        """Show a part, and record that its messages are shown."""
        super().show_part(part)
        for head in self.conversation.heads if self.conversation is not None else ():
            if head.part == part and not head.item.row.sealed and not self._is_closed(head):
                self._record(head.item)

    def _record(self, item: Item) -> None:
        """Record once that a message is shown; the preview does so for the item at hand."""
        if self.page is None or item.row.no in (self.page.item.row.no, *self._recorded):
            return
        self._recorded.add(item.row.no)
        reviewer = self.session.reviewer
        self.session.ask("rows", lambda case: case.search.showing(item, reviewer), lambda _: None)

    def _click(self, position: int) -> None:
        for head in self.conversation.heads if self.conversation is not None else ():
            if head.part == self.part and head.start <= position < head.end:
                self.session.visit(head.item.row.no)
                return


def _shut(head: MessageHead, shown: ConversationPage) -> bool:
    return head.item.row.sealed or head.item.row.no in shown.closed
