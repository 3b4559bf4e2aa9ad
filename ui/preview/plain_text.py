"""Views of text: an item's text with every hit, and its conversation as one text. Plain text, no markup.

Both come in parts. Each message whose part comes to be shown is recorded as shown, as opening it alone would be.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from triage.model.items import Item, ItemNo
from triage.model.redactions import MarkedPassage, Redaction
from triage.model.reports import HitLine
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.conversation import ConversationPage, MessageHead, read
from ui.models.marks import Hit, MarkedWords, marked_words
from ui.models.page import Page
from ui.preview.base import Foot, View
from ui.preview.text_area import Reader, search_pattern
from ui.widgets.builders import delayed, lay_out


class TextView(View):
    title: ClassVar[str] = later("Text")
    hint: ClassVar[str] = later("The text as it was read, with every hit")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.hit = -1
        self.shown_page: Page | None = None  # what the parts and hits are of
        self.passages: Sequence[MarkedPassage] = ()
        self.redactions: Sequence[Redaction] = ()
        self.area = self.reader = self.make_reader()
        self.foot = Foot(self, tr("Previous part of a long text"), tr("Next part of a long text"))
        lay_out(self, (self.reader, 1), self.foot)

    def make_reader(self) -> Reader:
        return Reader()

    def show_page(self, page: Page) -> None:
        super().show_page(page)
        self.take(page)
        if page.searched:
            self.step(1)

    def take(self, page: Page) -> None:
        self.shown_page, self.hit, self.part_count = page, -1, len(page.parts)
        self.passages, self.redactions = page.passages, page.redactions
        self.show_part(0)

    def clear(self) -> None:
        super().clear()
        self.shown_page, self.hit, self.passages, self.redactions = None, -1, (), ()

    def apply_colours(self) -> None:
        if self.shown_page is not None:
            self.show_part(self.part)
            if 0 <= self.hit < len(self.shown_page.hits):
                self._go(self.shown_page.hits[self.hit])

    def show_part(self, part: int) -> None:
        assert self.shown_page is not None
        self.part = part
        self.reader.show_runs(
            self.shown_page.parts[part], [fold for fold in self.shown_page.folds if fold.part == part]
        )
        self.show_passages(self.passages, self.redactions)
        self.foot.setVisible(self.part_count > 1)
        self.foot.show_words(tr("Part {number} of {parts} of a long text", number=part + 1, parts=self.part_count))

    def show_passages(self, passages: Sequence[MarkedPassage], redactions: Sequence[Redaction]) -> None:
        self.passages, self.redactions = passages, redactions
        if self.shown_page is not None:
            cut = [redaction.passage for redaction in redactions if redaction.passage is not None]
            ranges = self.shown_page.parts[self.part].ranges
            self.reader.underline(ranges(passages) if passages else (), ranges(cut) if cut else ())

    def selected_passages(self) -> list[MarkedPassage]:
        cursor = self.reader.textCursor()
        if self.shown_page is None or not cursor.hasSelection():
            return []
        return self.shown_page.parts[self.part].passages_between(cursor.selectionStart(), cursor.selectionEnd())

    def step(self, by: int) -> bool:
        if self.shown_page is not None and self.shown_page.hits:
            self._to((self.hit + by) % len(self.shown_page.hits))
        return True

    def _to(self, hit: int) -> None:
        assert self.shown_page is not None
        self.hit = hit
        self._go(self.shown_page.hits[hit])
        self.hit_changed.emit()

    def hit_position(self) -> str:
        total = len(self.shown_page.hits) if self.shown_page else 0
        if total and self.hit < 0:
            return formatting.count(total, "hit")
        return tr("hit {number} of {total}", number=self.hit + 1, total=total) if total else ""

    def seek(self, line: HitLine) -> None:
        assert self.shown_page is not None
        source = line.segment if line.segment >= 0 else line.field
        before = self.shown_page.hits.last_before(source, line.start)
        if before >= 0:  # the last of them, as a hit inside another is lit with it
            self._to(before)

    def _go(self, hit: Hit) -> None:
        if hit.part != self.part:
            self.show_part(hit.part)
        self.reader.mark(hit)

    def part_holds(self, part: int, text: str) -> bool:
        return (
            self.shown_page is not None and search_pattern(text).search(self.shown_page.parts[part].text()) is not None
        )


# ---- the conversation: every message in order, missing ones in place, quotations dimmed

_STAYED = 120  # milliseconds on an item before its conversation is read


class Messages(Reader):
    """Text whose lines can be clicked; ``line_clicked`` carries the position."""

    line_clicked = Signal(int)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
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
        reader = Messages(tr("Text of the conversation"), quote="muted")
        reader.line_clicked.connect(self._click)
        return reader

    def fits(self, item: Item) -> bool:
        return bool(item.thread)

    def show_page(self, page: Page) -> None:
        self.page = page
        head = self.conversation.head_of(page.item.row.no) if self.conversation else None
        if head is not None and self._words == marked_words(self.session, page.item.row.no):
            self._go_to(head)
            return
        self._forget()
        self._stayed.start()

    def clear(self) -> None:
        super().clear()
        self._forget()

    def _forget(self) -> None:
        self._stayed.stop()
        self.conversation = self.shown_page = None
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
        self.session.ask("rest", work, partial(self._take, no), newest="conversation")

    def _take(self, no: ItemNo, conversation: ConversationPage) -> None:
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
        conversation = self.conversation
        heads = [head for head in conversation.heads if head.item.row.no in nos] if conversation is not None else []
        if conversation is not None and any(self._is_closed(head) != _shut(head, conversation) for head in heads):
            self._forget()
            self._ask()

    def _go_to(self, head: MessageHead) -> None:
        if head.part != self.part:
            self.show_part(head.part)
        self.reader.scroll_to(head.start)
        hits = self.shown_page.hits if self.shown_page is not None else ()
        self.hit = sum((hit.part, hit.start) < (head.part, head.start) for hit in hits) - 1  # F3 goes on from here
        self.hit_changed.emit()

    def show_part(self, part: int) -> None:
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
        self.session.ask("rest", lambda case: case.search.showing(item, reviewer), lambda _: None)

    def _click(self, position: int) -> None:
        for head in self.conversation.heads if self.conversation is not None else ():
            if head.part == self.part and head.start <= position < head.end:
                self.session.visit(head.item.row.no)
                return


def _shut(head: MessageHead, conversation: ConversationPage) -> bool:
    return head.item.row.sealed or head.item.row.no in conversation.closed
