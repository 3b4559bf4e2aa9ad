"""A conversation laid out for reading: its messages one under another, those that are missing in their places.

Made on a worker thread from what the case says; knows no widget. Quotations stand folded as in a single message, and
nothing of a sealed message is shown. What a message says of itself besides its text is under that message alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from triage.case import Case
from triage.model.items import Item, ItemNo, Span
from triage.model.reports import ConversationNode
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.models.marks import MarkedWords
from ui.models.page import Page, PageBlock, Paper, is_a_mail, segment_blocks
from ui.presenters import relations


class MessageHead(NamedTuple):
    """Where a message begins: its part, and in UTF-16 units its head's start and end; ``item`` is the one shown."""

    part: int
    start: int
    end: int
    item: Item
    copies: tuple[ItemNo, ...]


class ConversationPage(msgspec.Struct, frozen=True):
    """The page of a conversation around an item, and the heads of its messages.

    ``here`` is the head of the item, or of the message that it is attached to; ``closed`` are shown without text.
    """

    page: Page
    heads: tuple[MessageHead, ...]
    here: MessageHead | None
    closed: frozenset[ItemNo]

    def head_of(self, no: ItemNo) -> MessageHead | None:
        return next((head for head in self.heads if no in head.copies), None)


def read(no: ItemNo, words: MarkedWords, closed: frozenset[ItemNo], case: Case) -> ConversationPage:
    """Return the conversation of an item, its hits lit; of a long one the messages around the item."""
    conversation = case.search.conversation(no)
    near = relations.around(len(conversation.nodes), conversation.here or 0)
    wanted = {at: no if no in conversation.nodes[at].copies else conversation.nodes[at].no for at in near}
    items = {
        item.row.no: item
        for item in case.search.items([wanted_no for wanted_no in wanted.values() if wanted_no is not None])
    }
    paper, heads = Paper(), {}
    if hidden := len(conversation.nodes) + conversation.left_out - len(near):
        paper.fill(
            PageBlock("problem", tr("%n more messages of this conversation aren't shown here.", hidden) + "\n\n")
        )
    for at, wanted_no in wanted.items():
        node, item = conversation.nodes[at], items.get(wanted_no) if wanted_no is not None else None
        if item is None:
            missing = formatting.isolate(formatting.safe_line(node.message_id))
            paper.fill(PageBlock("problem", tr("A message is missing here: {id}", id=missing) + "\n\n"))
            continue
        shut = item.row.sealed or wanted_no in closed
        part, start = len(paper.parts), paper.length
        paper.fill(PageBlock("label", f"{_head(node, item, shut)}\n"))
        start = start if len(paper.parts) == part else 0
        heads[at] = MessageHead(len(paper.parts) - 1, start, paper.length, item, node.copies)
        spans = [] if shut else words.spans(item, case)
        for block in _text(item, spans) if not shut else [PageBlock("problem", tr("[sealed]") + "\n\n")]:
            paper.fill(block)
    return ConversationPage(
        paper.page(case.search.item(no)), tuple(heads.values()), heads.get(conversation.here or 0), closed
    )


def _text(item: Item, spans: list[Span]) -> Iterator[PageBlock]:
    """Yield a message's text: the body, or the alternative version where there is no body."""
    hits: dict[int, list[tuple[int, int, int]]] = {}
    for span in spans:
        hits.setdefault(span.segment, []).append((span.start, span.end, span.term))
    origins = {segment.origin for segment in item.segments if segment.text.strip()}
    wanted = "body" if "body" in origins else "alternative"
    for index, segment in enumerate(item.segments):
        if segment.origin == wanted:
            yield from segment_blocks(index, segment, hits.get(index, ()), is_a_mail(item.row))
            yield PageBlock("gap", "\n")
    yield PageBlock("gap", "\n")


def _head(node: ConversationNode, item: Item, shut: bool) -> str:
    row = item.row
    parts = [formatting.moment(row.date) if row.date else tr("(no date)")]
    if not shut:
        parts += [
            formatting.isolate(formatting.safe_line(row.sender)),
            formatting.isolate(formatting.subject(row.subject)),
        ]
    if row.attachments:
        parts.append(formatting.count(row.attachments, "attachment"))
    return "  ".join(filter(None, parts)) + relations.evidence_of(node)
