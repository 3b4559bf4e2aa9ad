"""Keyword in context: every hit with the text before and after it, sorted as a reader compares them.

The hits are those that ``spans`` marks. Sorted by the right, lines with the same next words stand together; by the
left, those with the same words before, read backwards from the hit.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from triage.errors import CaseError
from triage.model.items import Item, Span
from triage.model.reports import HitLine, HitList
from triage.search.highlights import spans, whole
from triage.search.occurrences import Occurrences
from triage.search.snapshot import Asking, SearchAnswer
from triage.store import reading
from triage.text import words

MOST_LINES = 100_000
WIDEST = 1_000


def hits(asking: Asking, text: str, width: int, sort: str, limit: int, stop: threading.Event | None = None) -> HitList:
    """Return the first ``limit`` hits of a query, in an order of SORTS, with up to ``width`` characters on each side.

    Raises QueryError, and CaseError for an order or a number that there isn't. Where ``stop`` is set, the lines are
    those of the items read until then.
    """
    if sort not in SORTS:
        raise CaseError("hits-order-unknown", order=sort, known=", ".join(SORTS))
    if not 1 <= width <= WIDEST or not 1 <= limit <= MOST_LINES:
        raise CaseError("hits-out-of-range", most=MOST_LINES, widest=WIDEST)
    with asking.moment():
        answer = asking.ask(text)
        total = Occurrences(asking.locator, asking.texts).count(answer.query, answer.found)
        lines = heapq.nsmallest(limit, _numbered(asking, answer, width, limit, sort, stop), key=SORTS[sort])
    return HitList(answer.reading.reading, answer.reading.notes, len(answer.found), total, tuple(n[1] for n in lines))


Numbered = tuple[int, HitLine]


def _numbered(
    asking: Asking, answer: SearchAnswer, width: int, limit: int, sort: str, stop: threading.Event | None
) -> Iterator[Numbered]:
    """Yield the hits in the order of the items; where that is the order asked for, no more than are wanted."""
    number = 0
    for no in sorted(answer.found):
        if (sort == "item" and number >= limit) or (stop is not None and stop.is_set()):
            return
        item = reading.item(asking.store, no)
        for line in of_item(item, spans(answer.query, item), width):
            yield number, line
            number += 1


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


SORTS: dict[str, Callable[[Numbered], Any]] = {
    "item": lambda numbered: numbered[0],
    "left": lambda numbered: (words(numbered[1].left)[::-1], words(numbered[1].hit), numbered[0]),
    "right": lambda numbered: (words(numbered[1].right), words(numbered[1].hit), numbered[0]),
}
"""What a hit list can be sorted by."""
