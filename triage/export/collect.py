"""Items and their decisions become findings: what leaves, in which order, with what beside it.

The case finds and reads; an export only asks it, through ``Desk``. It writes nothing and opens no file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from triage.export.contract import Copy, Dossier, Excerpt, Relative, place
from triage.model.items import Decision, Finding, Item, ItemNo, Row, Span, Trouble

_MOST_EXCERPTS = 5
_AROUND = 90
_LONGEST = 600
_OPENING = 300
_LISTED = 200
_FAMILY = 2000
_MAIL = ("message/rfc822", "application/vnd.ms-outlook")
_DOUBTFUL, _UNDATED = "9998 ", "9999"
"""What items without a certain date are sorted by."""


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

    def native(self, item: Item) -> bytes | memoryview | Trouble:
        """Return an item's original bytes, or the reason, for the report, why they can't be had."""

    def rendition(self, item: Item, data: bytes | memoryview) -> bytes | Trouble:
        """Return an Outlook item, whose bytes are given, as a mail message (EML), or the reason why it can't be one."""


class Collector:
    """Makes the dossier of one item after the other, for a fixed set of items and one query."""

    def __init__(self, desk: Desk, nos: Sequence[ItemNo], query: str) -> None:
        self._desk = desk
        self._query = query
        self._chosen = frozenset(nos)

    def order(self, nos: Iterable[ItemNo]) -> list[ItemNo]:
        """Return the items by date, each right after its parent where that leaves as well; undated ones at the end.

        Those with a doubtful date come before these. The order doesn't depend on row numbers, so that two cases over
        the same records export alike.
        """
        return sorted(nos, key=self._key)

    def _key(self, no: ItemNo) -> tuple[str, str, str, tuple[int, ...], tuple[int, ...], str]:
        item = self._desk.item(no)
        way = tuple(int(step) for step in item.member.split(".") if step.isdigit())
        first, above = item.row, 0
        for row in self._ancestors(item.row):
            if row.no not in self._chosen:
                break
            first, above = row, above + 1
        own = (row for row in (first, *self._ancestors(first)) if row.date)
        date = next((_DOUBTFUL + row.date if row.doubtful else row.date for row in own), _UNDATED)
        return (date, item.root, item.path, way[: len(way) - above], way, item.row.id)

    def _ancestors(self, row: Row) -> Iterator[Row]:
        while row.parent is not None:
            row = self._desk.rows([row.parent])[0]
            yield row

    def dossier(self, number: int, no: ItemNo) -> Dossier:
        """Return what is known of one item; its text is in ``finding.item.segments``."""
        item = self._desk.item(no)
        family = self._desk.family(no)
        copies = [other for other in self._desk.duplicates(no) if other != no]
        spans = self._desk.spans(self._query, item)
        near = self._near(item, family)
        return Dossier(
            number=number,
            finding=Finding(item, item.row.tags, tuple(self._desk.decisions(no))),
            relation="child" if item.family != no else "parent" if len(family) > 1 else "single",
            head=item.row.id if item.family == no else self._desk.rows([item.family])[0].id,
            relatives=tuple(Relative(r.id, r.name, _role(item, r), r.no in self._chosen) for r in near[:_LISTED]),
            copies=tuple(
                Copy(copy.row.id, copy.row.custodian, place(copy.root, copy.path, copy.member))
                for copy in map(self._desk.item, copies[:_LISTED])
            ),
            unlisted=max(0, len(near) - _LISTED) + max(0, len(copies) - _LISTED),
            hits=len(spans),
            excerpts=tuple(excerpts(item, spans)),
        )

    def _near(self, item: Item, family: Sequence[ItemNo]) -> list[Row]:
        """Return the item's ancestors, its children, and where it is part of a mail, the mail's other parts.

        Of a very large file only the ancestors: its other members are no more its relatives than letters in one box.
        """
        above = list(self._ancestors(item.row))
        if len(family) > _FAMILY:
            return above[::-1]
        mail = item.row.parent if above and above[0].type in _MAIL else None
        others = [row for row in self._desk.rows(family) if row.no != item.row.no] if len(family) > 1 else []
        below = [row for row in others if row.parent is not None and row.parent in (item.row.no, mail)]
        return above[::-1] + below


def _role(item: Item, row: Row) -> str:
    if row.no == item.row.parent:
        return "parent"
    if row.parent == item.row.no:
        return "child"
    return "sibling" if row.parent == item.row.parent else "ancestor"


def excerpts(item: Item, spans: Sequence[Span]) -> list[Excerpt]:
    """Return up to five pieces of text around the hits, in reading order; without a hit the text's opening.

    Every term of the query that has a hit in the text comes before a second piece for any other.
    """
    groups = list(_groups(spans))
    if not groups and item.segments:
        opening = item.segments[0]
        more = "…" if len(opening.text) > _OPENING else ""
        return [Excerpt(opening.origin, ((opening.text[:_OPENING] + more, False),))]
    return [_excerpt(item, groups[at]) for at in sorted(_chosen(groups))]


def _chosen(groups: Sequence[Sequence[Span]]) -> list[int]:
    """Return which groups are shown: the first with each term, then the earliest others."""
    firsts: dict[int, int] = {}
    for at, group in enumerate(groups):
        for span in group:
            firsts.setdefault(span.term, at)
    return list(dict.fromkeys([*firsts.values(), *range(len(groups))]))[:_MOST_EXCERPTS]


def _groups(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the hits in the text, those together that stand closer than an excerpt's width."""
    group: list[Span] = []
    for span in [s for s in spans if s.segment >= 0]:
        if group and (
            span.segment != group[0].segment
            or span.start > group[-1].end + _AROUND
            or span.end - group[0].start > _LONGEST
        ):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


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
