"""Items and their decisions become findings: what leaves, in which order, with what beside it.

The case finds and reads; an export only asks it, through ``Desk``. It writes nothing and opens no file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, Protocol

from triage.export import texts
from triage.export.contract import Copy, Dossier, Excerpt, NamedSearch, Relative, Report, place
from triage.model.items import Decision, Finding, Item, ItemNo, Row, Span, Trouble
from triage.model.leaving import CONVERSATION, PERSON, TAG
from triage.model.redactions import MarkedPassage, whereabouts

_MOST_EXCERPTS = 5
_AROUND, _NEAR, _LONGEST, _OPENING = 90, 30, 600, 300
"""Characters: around a hit, to look for a blank in, of hits in one excerpt, of the opening."""
_LISTED = 200  # relatives, and copies
_FAMILY = 2000  # beyond which the members of a file are no more relatives than letters in one box
_MAIL = ("message/rfc822", "application/vnd.ms-outlook")
_DOUBTFUL, _FILE_TIME, _UNDATED = "9998 ", "9999 ", "99999"
"""What items without a certain date are sorted by."""
_AT_ONCE = 1000
_BLANK = re.compile(r"\s+")


class _SortKey(NamedTuple):
    date: str
    root: str
    path: str
    head: tuple[int, ...]
    way: tuple[int, ...]
    id: str

    @property
    def source(self) -> tuple[str, str, tuple[int, ...]]:
        return (self.root, self.path, self.way)


class ItemDesk(Protocol):
    """What a case hands over for a report: its items and the decisions on them."""

    def items(self, nos: Sequence[ItemNo]) -> Iterator[Item]:
        """Yield items with their texts and their current tags, in the order asked."""

    def rows(self, nos: Sequence[ItemNo]) -> list[Row]:
        """Return the rows of these items, in the order asked."""

    def places(self, nos: Sequence[ItemNo]) -> list[tuple[str, str, str]]:
        """Return the items' roots, paths and members, in the order asked."""

    def decisions(self, no: ItemNo) -> list[Decision]:
        """Return all decisions on an item, oldest first."""

    def passages(self, no: ItemNo) -> list[MarkedPassage]:
        """Return the passages that are marked in an item, or in a copy of it, in the order of the text."""

    def family(self, no: ItemNo) -> list[ItemNo]:
        """Return the item's whole family in order, itself included."""

    def duplicates(self, no: ItemNo) -> list[ItemNo]:
        """Return the items that are duplicates of this one, itself included."""

    def copy_keys(self, nos: Sequence[ItemNo]) -> list[int]:
        """Return for each item a number that its exact copies have and no other item has."""

    def spans(self, text: str, item: Item) -> list[Span]:
        """Return the query's hits in the item, in reading order."""


class Desk(ItemDesk, Protocol):
    """What a case hands over for an export besides: what lies in the sources, and a signature."""

    def natives(self, items: Sequence[Item]) -> Iterator[bytes | Trouble]:
        """Yield the items' original bytes, or the reasons, for the report, why they can't be had."""

    def renditions(
        self, items: Sequence[tuple[Item, bytes]], instead: Sequence[Mapping[str, str]] = ()
    ) -> Iterator[bytes | Trouble]:
        """Yield mail items, whose bytes are given, as messages (EML), or the reasons why they can't be ones.

        ``instead`` has for each of them what takes the place of attachments, by the SHA-256 of each.
        """

    versions: dict[str, str]
    """The versions of the program and of the libraries that it uses, by name."""

    def sign(self, kind: str, digest: str) -> bytes:
        """Return a signed note of the manifest's SHA-256, b"" where the key can't be used."""


class Collector:
    """Makes the dossiers of a fixed set of items, for one query; ``belongs_to`` says which are there for another item.

    Of an item in whose text the query has no hit, such as one that was tagged, the excerpts are those of the first of
    the ``other`` searches that finds it.
    """

    def __init__(
        self,
        desk: ItemDesk,
        nos: Sequence[ItemNo],
        query: str,
        belongs_to: Mapping[ItemNo, ItemNo] | None = None,
        other: Sequence[NamedSearch] = (),
    ) -> None:
        self._desk, self._query = desk, query
        self._belongs_to, self._other = belongs_to or {}, other
        self._chosen = frozenset(nos)
        self._row = lru_cache(maxsize=1000)(lambda no: desk.rows([no])[0])
        self._source_rank: dict[ItemNo, int] = {}
        self._copy = lru_cache(maxsize=1000)(self._copy_of)
        self._with_digest: dict[str, list[ItemNo]] = {}
        self._family: tuple[ItemNo, int, dict[ItemNo, list[Row]]] = (ItemNo(-1), 0, {})

    def order(self, nos: Iterable[ItemNo]) -> list[ItemNo]:
        """Return the items by date, each right after its parent where that leaves as well; undated ones at the end.

        Before these come those with a doubtful date, and then those that have only their file's time. The order doesn't
        depend on row numbers, so that two cases over the same records export alike.
        """
        nos, keys = list(nos), dict[ItemNo, _SortKey]()
        for start in range(0, len(nos), _AT_ONCE):
            batch = nos[start : start + _AT_ONCE]
            for row, (root, path, member) in zip(self._desk.rows(batch), self._desk.places(batch), strict=True):
                keys[row.no] = self._key(row, root, path, member)
        sources = sorted(nos, key=lambda no: keys[no].source)
        for rank, (_, same) in enumerate(groupby(sources, key=lambda no: keys[no].source)):
            self._source_rank.update(dict.fromkeys(same, rank))
        return sorted(nos, key=keys.__getitem__)

    def by_source(self, nos: Sequence[ItemNo]) -> list[tuple[int, ItemNo]]:
        """Return the items with their numbers from 1, in the order in which each source is read once."""
        return sorted(enumerate(nos, 1), key=lambda numbered: self._source_rank[numbered[1]])

    def _key(self, row: Row, root: str, path: str, member: str) -> _SortKey:
        way = tuple(int(step) for step in member.split(".") if step.isdigit())
        first, above = row, 0
        for ancestor in self._ancestors(row):
            if ancestor.no not in self._chosen:
                break
            first, above = ancestor, above + 1
        dated = next((other for other in (first, *self._ancestors(first)) if other.date), None)
        date = _UNDATED
        if dated is not None:
            date = (_DOUBTFUL if dated.doubtful else _FILE_TIME if dated.file_time else "") + dated.date
        return _SortKey(date, root, path, way[: len(way) - above], way, row.id)

    def _ancestors(self, row: Row) -> Iterator[Row]:
        while row.parent is not None:
            row = self._row(row.parent)
            yield row

    def dossier(self, number: int, item: Item) -> Dossier:
        """Return the dossier of an item; its text is in ``finding.item.segments``."""
        no = item.row.no
        duplicates = self._duplicates(item)
        copies = [other for other in duplicates[: _LISTED + 1] if other != no][:_LISTED]
        owner = self._belongs_to.get(no)
        spans = self._desk.spans(self._query, item) if owner is None else []
        decided = tuple(self._desk.decisions(no))
        passages = self._desk.passages(no)
        reason, shown = ("", spans) if passages else self._reason(item, spans)
        size, members = self._members(item)
        relatives = self._relatives(item, members)
        return Dossier(
            number=number,
            finding=Finding(item, item.row.tags, decided),
            relation="child" if item.family != no else "parent" if size > 1 else "single",
            head=item.row.id if item.family == no else self._row(item.family).id,
            relatives=tuple(Relative(r.id, r.name, _role(item, r), r.no in self._chosen) for r in relatives[:_LISTED]),
            copies=tuple(map(self._copy, copies)),
            unlisted=max(0, len(relatives) - _LISTED) + len(duplicates) - 1 - len(copies),
            hits=len(spans),
            spans=tuple(spans),
            excerpts=tuple(marked_excerpts(item, passages) if passages else excerpts(item, shown)),
            marked_by=_markers(decided) if passages else (),
            reason=reason,
            belongs_to=self._row(owner).id if owner is not None else "",
        )

    def _reason(self, item: Item, spans: Sequence[Span]) -> tuple[str, Sequence[Span]]:
        """Return the search whose hits show why an item is here, "" for the query itself, and these hits."""
        others = self._other if all(span.segment < 0 for span in spans) else ()
        for search in (search for search in others if item.row.no in search.items):
            hits = self._desk.spans(search.query, item)
            if any(span.segment >= 0 for span in hits):
                return search.name, hits
        return "", spans

    def _duplicates(self, item: Item) -> list[ItemNo]:
        if item.row.state or not item.digest:  # what is past is no duplicate of the others
            return self._desk.duplicates(item.row.no)
        if item.digest not in self._with_digest:
            duplicates = self._desk.duplicates(item.row.no)
            if len(duplicates) <= 1:
                return duplicates
            self._with_digest[item.digest] = duplicates
        return self._with_digest[item.digest]

    def _copy_of(self, no: ItemNo) -> Copy:
        row, (root, path, member) = self._desk.rows([no])[0], self._desk.places([no])[0]
        return Copy(row.id, row.custodian, place(root, path, member))

    def _members(self, item: Item) -> tuple[int, dict[ItemNo, list[Row]]]:
        """Return the size of an item's family, and its rows by their parents; none of a very large one."""
        if self._family[0] != item.family:
            family = self._desk.family(item.row.no)
            below: dict[ItemNo, list[Row]] = {}
            for row in self._desk.rows(family) if 1 < len(family) <= _FAMILY else ():
                if row.parent is not None:
                    below.setdefault(row.parent, []).append(row)
            self._family = item.family, len(family), below
        return self._family[1:]

    def _relatives(self, item: Item, members: dict[ItemNo, list[Row]]) -> list[Row]:
        """Return the item's ancestors, its children, and where it is part of a mail, the mail's other parts."""
        above = list(self._ancestors(item.row))
        siblings = members.get(above[0].no, []) if above and above[0].type in _MAIL else []
        below = [row for row in [*siblings, *members.get(item.row.no, [])] if row.no != item.row.no]
        return above[::-1] + sorted(below, key=lambda row: row.no)


def _role(item: Item, row: Row) -> str:
    if row.no == item.row.parent:
        return "parent"
    if row.parent == item.row.no:
        return "child"
    return "sibling" if row.parent == item.row.parent else "ancestor"


def _markers(decided: Sequence[Decision]) -> tuple[str, ...]:
    reviewers = sorted({decision.reviewer for decision in decided if decision.action == "mark"})
    return tuple(reviewers) or ("reviewers, in a copy",)


def marked_excerpts(item: Item, passages: Sequence[MarkedPassage]) -> list[Excerpt]:
    """Return the passages that are marked, each with the text around it, or alone where the text no longer has it."""
    current = [(passage, whereabouts(passage, item.segments)) for passage in passages]
    spans = [Span(now.segment, "", now.start, now.end, 0) for now in sorted(now for _, now in current if now)]
    lost = [Excerpt("marked, no longer in the text", ((old.text, True),)) for old, now in current if now is None]
    return [_excerpt(item, group) for group in _groups(spans)] + lost


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
    firsts: dict[int, int] = {}
    for at, group in enumerate(groups):
        for span in group:
            firsts.setdefault(span.term, at)
    return list(dict.fromkeys([*firsts.values(), *range(len(groups))]))[:_MOST_EXCERPTS]


def _groups(spans: Sequence[Span]) -> Iterator[list[Span]]:
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


def _whole_words(text: str, first: int, last: int) -> tuple[int, int]:
    at, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
    if at and (blank := _BLANK.search(text, at - 1, min(at + _NEAR, first))):
        at = blank.end()
    if end < len(text):
        end = max((blank.start() for blank in _BLANK.finditer(text, max(last, end - _NEAR), end + 1)), default=end)
    return at, end


def _excerpt(item: Item, group: Sequence[Span]) -> Excerpt:
    segment = item.segments[group[0].segment]
    text = segment.text
    at, end = _whole_words(text, group[0].start, group[-1].end)
    runs = [("…", False)] if at else []
    for span in group:
        runs += [(text[at : span.start], False), (text[max(at, span.start) : span.end], True)]
        at = max(at, span.end)
    runs += [(text[at:end], False), ("…" if end < len(text) else "", False)]
    return Excerpt(segment.origin, tuple(run for run in runs if run[0]))


# The order in which a report lists its findings, and their headings: what is attached stays with its message.

Listed = tuple[str, Dossier, Sequence[Dossier]]
"""The heading that a finding stands under, "" for none, the finding, and its exact copies."""


class _UnderHeading(NamedTuple):
    last: bool
    heading: str
    listed: list[Listed]


def arranged(report: Report) -> Iterator[Listed]:
    order = report.order.arrangement.order
    if order not in _WORDS:
        yield from (("", dossier, copies) for dossier, copies in report.entries)
        return
    groups: dict[str, _UnderHeading] = {}
    of_families: dict[str, _UnderHeading] = {}
    for dossier, copies in report.entries:
        group = of_families.get(dossier.head)
        if group is None:
            key, heading = _WORDS[order](dossier, copies)
            group = groups.setdefault(key, _UnderHeading(not key, heading, []))
            of_families[dossier.head] = group
        group.listed.append((group.heading, dossier, copies))
    by_name = order != CONVERSATION  # which are listed by their first messages
    for group in sorted(groups.values(), key=lambda group: (group.last, by_name and group.heading.casefold())):
        yield from group.listed


def _person(dossier: Dossier, _copies: Sequence[Dossier]) -> tuple[str, str]:
    sender = dossier.finding.item.row.sender
    return sender, sender or "Without a sender"


def _tags(dossier: Dossier, copies: Sequence[Dossier]) -> tuple[str, str]:
    tags = ", ".join(texts.tags(dossier, copies))
    return tags, tags or "Without a tag"


def _conversation(dossier: Dossier, _copies: Sequence[Dossier]) -> tuple[str, str]:
    item = dossier.finding.item
    return item.thread, (item.row.subject or "(no subject)") if item.thread else "Not in a conversation"


_WORDS: dict[str, Callable[[Dossier, Sequence[Dossier]], tuple[str, str]]] = {
    PERSON: _person,
    TAG: _tags,
    CONVERSATION: _conversation,
}
"""What a finding is ordered by, "" for nothing, and the heading."""
