"""Items and their decisions become findings (export room): what leaves, in which order, with what beside it.

The case finds and reads; this module only asks it, through ``Desk``. It writes nothing and opens no file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Protocol

from triage.export.contract import Copy, Dossier, Excerpt, Relative, place
from triage.model import Decision, Finding, Item, ItemNo, Row, Span

_EXCERPTS = 5
_AROUND = 90
_LONGEST = 600
_LISTED = 200
_OPENING = 300
_UNDATED = "9999"


class Desk(Protocol):
    """What a case hands over for an export; ``Case`` is one."""

    def item(self, no: ItemNo) -> Item:
        """Return an item with its text and its current tags."""

    def rows(self, nos: Sequence[ItemNo]) -> list[Row]:
        """Return the rows of these items, in the order asked."""

    def decisions(self, no: ItemNo) -> list[Decision]:
        """Return all decisions on an item, oldest first."""

    def family(self, no: ItemNo) -> list[ItemNo]:
        """Return the item's whole family in order, itself included."""

    def duplicates(self, no: ItemNo) -> list[ItemNo]:
        """Return the items that are duplicates of this one, itself included or not."""

    def spans(self, text: str, item: Item) -> list[Span]:
        """Return the query's hits in the item, in reading order."""


class Collector:
    """Makes the dossier of one item after the other, for a fixed set of items and one query."""

    def __init__(self, desk: Desk, nos: Sequence[ItemNo], query: str) -> None:
        self._desk = desk
        self._query = query
        self._chosen = frozenset(nos)

    def order(self, nos: Iterable[ItemNo]) -> list[ItemNo]:
        """Return the items by date of their family, families together and parents first; undated ones at the end.

        The order doesn't depend on row numbers, so that two cases over the same records export alike.
        """
        return sorted(nos, key=self._key)

    def _key(self, no: ItemNo) -> tuple[str, str, str, tuple[int, ...], str]:
        item = self._desk.item(no)
        way = tuple(int(step) for step in item.member.split(".") if step.isdigit())
        return (self._head(item).date or _UNDATED, item.root, item.path, way, item.row.id)

    def _head(self, item: Item) -> Row:
        return item.row if item.family == item.row.no else self._desk.rows([item.family])[0]

    def dossier(self, number: int, no: ItemNo) -> Dossier:
        """Return what is known of one item; its text is in ``finding.item.segments``."""
        item = self._desk.item(no)
        others = [other for other in self._desk.family(no) if other != no]
        copies = [other for other in self._desk.duplicates(no) if other != no]
        return Dossier(
            number=number,
            finding=Finding(item, item.row.tags, tuple(self._desk.decisions(no))),
            relation=_relation(item, len(others)),
            head=self._head(item).id,
            relatives=tuple(self._relative(item, row) for row in self._desk.rows(others[:_LISTED])),
            copies=tuple(self._copy(other) for other in copies[:_LISTED]),
            unlisted=max(0, len(others) - _LISTED) + max(0, len(copies) - _LISTED),
            excerpts=tuple(excerpts(item, self._desk.spans(self._query, item))),
        )

    def _relative(self, item: Item, row: Row) -> Relative:
        role = "parent" if row.no == item.row.parent else "head" if row.parent is None else "attachment"
        return Relative(row.id, row.name, role, row.no in self._chosen)

    def _copy(self, other: ItemNo) -> Copy:
        item = self._desk.item(other)
        return Copy(item.row.id, item.row.custodian, place(item.root, item.path, item.member))


def _relation(item: Item, others: int) -> str:
    if item.row.parent is not None:
        return "attachment"
    return "parent" if others else "single"


def excerpts(item: Item, spans: Sequence[Span]) -> list[Excerpt]:
    """Return up to five pieces of text around the hits; the opening of the text where there is no hit."""
    found = list(islice(_around(item, spans), _EXCERPTS))
    if found or not item.segments:
        return found
    opening = item.segments[0]
    more = "…" if len(opening.text) > _OPENING else ""
    return [Excerpt(opening.origin, ((opening.text[:_OPENING] + more, False),))]


def _around(item: Item, spans: Sequence[Span]) -> Iterable[Excerpt]:
    """Yield one excerpt for each group of hits that stand closer than an excerpt's width."""
    group: list[Span] = []
    for span in [s for s in spans if s.segment >= 0]:
        if group and _apart(group, span):
            yield _excerpt(item, group)
            group = []
        group.append(span)
    if group:
        yield _excerpt(item, group)


def _apart(group: Sequence[Span], span: Span) -> bool:
    if span.segment != group[0].segment or span.start > group[-1].end + _AROUND:
        return True
    return span.end - group[0].start > _LONGEST


def _excerpt(item: Item, group: Sequence[Span]) -> Excerpt:
    segment = item.segments[group[0].segment]
    text = segment.text
    at = max(0, group[0].start - _AROUND)
    end = min(len(text), group[-1].end + _AROUND)
    runs = [("…", False)] if at else []
    for span in group:
        runs += [(text[at : span.start], False), (text[max(at, span.start) : span.end], True)]
        at = max(at, span.end)
    runs += [(text[at:end], False), ("…" if end < len(text) else "", False)]
    return Excerpt(segment.origin, tuple(run for run in runs if run[0]))
