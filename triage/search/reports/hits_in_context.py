"""Keyword in context: every hit with the text before and after it, sorted as a reader compares them.

The hits are those that ``spans`` marks. Sorted by the right, lines with the same next words stand together; by the
left, those with the same words before, read backwards from the hit.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

from triage.errors import CaseError
from triage.model.items import FIELDS, Item, ItemNo, Span
from triage.model.reports import HitLine, HitList
from triage.search.highlights import Occurrences, spans, whole
from triage.search.query.tree import Node
from triage.search.snapshot import Asking
from triage.store import reading
from triage.store.history import extent
from triage.text import words

MOST_LINES = 100_000
WIDEST = 1_000


def hits(
    asking: Asking,
    text: str,
    width: int,
    sort: str,
    limit: int,
    stop: threading.Event | None = None,
    order: Sequence[ItemNo] | None = None,
    after: HitLine | None = None,
) -> HitList:
    """Return ``limit`` hits of a query, in an order of SORTS, with up to ``width`` characters on each side.

    They are the first ones, or those that follow ``after``. ``order`` has the items whose hits are wanted, in the order
    that "item" has then. Raises QueryError, and CaseError for an order or a number that there isn't. Where ``stop`` is
    set, the lines are those of the items read until then.
    """
    if sort not in SORTS:
        raise CaseError("hits-order-unknown", order=sort, known=", ".join(SORTS))
    if not 1 <= width <= WIDEST or not 1 <= limit <= MOST_LINES:
        raise CaseError("hits-out-of-range", most=MOST_LINES, widest=WIDEST)
    with asking.moment():
        answer = asking.ask(text)
        query, items = asking.words(answer.reading), sorted(answer.found)
        if order is not None:
            items = [no for no in order if no in answer.found]
        if sort == "date":
            items = reading.ordered(asking.store, items, "date", descending=False)
        total = Occurrences(asking.locator, asking.texts).count(query, set(items))
        ranks = {no: rank for rank, no in enumerate(items)}
        key = partial(SORTS[sort], ranks)
        by_item = SORTS[sort] is _place
        if by_item and after is not None:
            items = items[ranks.get(after.no, len(items)) :]
        lines = _lines(asking, query, items, width, stop)
        if after is not None:
            last = key(after)
            lines = (line for line in lines if key(line) > last)
        wanted = tuple(islice(lines, limit) if by_item else heapq.nsmallest(limit, lines, key=key))
        read = extent.extent(asking.store)
    return HitList(answer.reading.reading, answer.reading.notes, len(ranks), total, wanted, read)


def _lines(
    asking: Asking, query: Node, items: Iterable[ItemNo], width: int, stop: threading.Event | None
) -> Iterator[HitLine]:
    """Yield the hits of these items in their order."""
    for no in items:
        if stop is not None and stop.is_set():
            return
        item = reading.item(asking.store, no)
        yield from of_item(item, spans(query, item), width)


def of_item(item: Item, found: Iterable[Span], width: int) -> Iterator[HitLine]:
    """Yield the lines of one item in reading order; a place that several terms mark has one line."""
    places: dict[tuple[int, str, int, int], int] = {}
    for span in found:
        places.setdefault((span.segment, span.field, span.start, span.end), span.term)
    for (segment, field, start, end), term in places.items():
        text = item.segments[segment].text if segment >= 0 else whole(item, field)
        left, right = text[max(0, start - 2 * width) : start], text[end : end + 2 * width]
        yield HitLine(
            no=item.row.no,
            id=item.row.id,
            field=field,
            left=_flat(left, " ")[-width:],
            hit=_flat(text[start:end]),
            right=_flat(right, " ")[:width],
            segment=segment,
            start=start,
            term=term,
        )


def _flat(text: str, edge: str = "") -> str:
    """Return the text on one line: white space becomes one blank, also at the ends where ``edge`` is one."""
    flat = " ".join(text.split())
    if not edge or not text:
        return flat
    return (edge if text[0].isspace() else "") + flat + (edge if text[-1].isspace() and flat else "")


Ranks = dict[ItemNo, int]


def _place(ranks: Ranks, line: HitLine) -> tuple[int, ...]:
    """Return where a line stands in reading order, item by item."""
    return ranks.get(line.no, -1), FIELDS.index(line.field), line.segment, line.start, len(line.hit)


SORTS: dict[str, Callable[[Ranks, HitLine], Any]] = {
    "item": _place,
    "date": _place,
    "left": lambda ranks, line: (words(line.left)[::-1], words(line.hit), _place(ranks, line)),
    "right": lambda ranks, line: (words(line.right), words(line.hit), _place(ranks, line)),
}
"""What a hit list can be sorted by: a line's key, given the places of the items."""
