"""Finding and reading items: queries, rows, families, conversations, saved searches. Nothing here is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from triage.case.opened import OpenCase
from triage.errors import QueryError
from triage.insight.near import storage as near
from triage.messages import say
from triage.model.items import Item, ItemNo, ListedPlace, Row, Span
from triage.model.messages import Message
from triage.model.reports import Conversation, Difference, Expansion, Results, SavedRun, SavedSearch
from triage.store import derived_files, reading, relations, sealed

if TYPE_CHECKING:
    from triage.search.query.language import Reading
    from triage.search.query.tree import Node


@lru_cache(maxsize=512)
def _query(text: str) -> Node:
    from triage.search.query import language

    return language.read(text).query


def _term(text: str) -> Node:
    """Return the query that a term of a list is, that for everything where it can't be read."""
    try:
        return _query(text)
    except QueryError:
        return _query("")


class Search:
    """Searches of one open case, and its items."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self._store = case.store
        self.read = case.read
        self.item = partial(reading.item, case.store)  # whoever shows it calls ``showing`` as well
        self.items = partial(reading.items, case.store)
        self.find = partial(reading.find, case.store)

    @property
    def blind(self) -> bool:
        """Whether queries that tell what was decided are refused, as while a sample is judged blind."""
        return self._case.blind

    @blind.setter
    def blind(self, blind: bool) -> None:
        self._case.blind = blind

    def run(
        self,
        text: str,
        *,
        sort: str = "",
        descending: bool = False,
        limit: int | None = 0,
        expand: bool = False,
        reviewer: str | None = None,
        collapse: bool = False,
        keep: ItemNo | None = None,
    ) -> Results:
        """Return all items that a query finds, with everything that a list of them shows.

        ``sort`` orders them as ``sorted`` does; ``limit`` is how many rows are read, None for all; ``expand`` also
        lists the words of the index that each wildcard, fuzzy word and the like stands for. ``reviewer`` is to whom
        they are shown, which is recorded: "" for the login, None for nobody. ``collapse`` lists one of each item's
        copies: the first in the order asked, or the one to ``keep``.
        """
        read, nos, past = self._case.found(text)
        order = tuple(self.sorted(nos, sort, descending, collapse, keep))
        levels = reading.level_counts(self._store)
        rows = tuple(self.rows(order[:limit])) if limit != 0 else ()
        self._case.exposure.note("search", reviewer, q=text, total=len(nos), rows=len(rows))
        notes = (*read.notes, *self._notes_on_derived(read))
        return Results(
            text=text,
            reading=read.reading,
            nos=nos,
            total=len(nos),
            items=sum(levels.values()),
            not_searchable=levels["not"],
            partly=levels["partly"],
            notes=(*notes, say("past-items-left-out", count=len(past))) if past else notes,
            order=order,
            rows=rows,
            expansions=self._case.snapshot.expansions(read.query) if expand else (),
            past=past,
            distinct=len(order) if collapse else None,
        )

    def _notes_on_derived(self, read: Reading) -> Iterator[Message]:
        """Yield what is to be said where a query asks what nobody has looked for, or not since items changed.

        A file that isn't used is always named: what lists show of it is blank.
        """
        from triage.search.query.tree import Attribute, leaves

        asked = {leaf.value for leaf in leaves(read.query) if isinstance(leaf, Attribute) and leaf.name == "is"}
        nears, mails = (derived_files.state(self._store, name) for name in (near.NEAR, near.CONTAINED))
        if nears not in ("none", "sound"):
            yield say("near-not-as-made")
        elif nears == "none" and "near-duplicate" in asked:
            yield say("near-not-looked-for")
        if mails not in ("none", "sound"):
            yield say("contained-not-as-made")
        elif "contained" in asked:
            report = near.contained(self._store)
            if report is None:
                yield say("contained-not-looked-for")
            elif not report.current:
                yield say("contained-outdated")

    def expansions(self, text: str) -> tuple[Expansion, ...]:
        """Return what ``run`` lists with ``expand``; a list of results needn't wait for it."""
        return self._case.snapshot.expansions(self.read(text).query)

    def sorted(
        self,
        nos: Sequence[ItemNo],
        key: str,
        descending: bool = False,
        collapse: bool = False,
        keep: ItemNo | None = None,
    ) -> Sequence[ItemNo]:
        """Return the items' numbers sorted by one of the keys of ``reading.SORTS``; "" leaves them.

        With ``collapse`` they are one of each item's copies, as in ``run``.
        """
        order = reading.ordered(self._store, nos, key, descending) if key else nos
        return relations.copy_groups(self._store).collapse(order, keep) if collapse else order

    # Items

    def rows(self, nos: Sequence[ItemNo], query: str = "", first: int = 0, reviewer: str | None = None) -> list[Row]:
        """Return the rows of items in the order asked.

        ``reviewer`` is as in ``run``, for a part of a query's list from the row ``first`` on.
        """
        self._case.exposure.note("rows", reviewer, q=query, first=first, rows=len(nos))
        return reading.rows(self._store, nos)

    def showing(self, item: Item, reviewer: str, place: ListedPlace | None = None) -> None:
        """Record that an item's text is shown to somebody, "" for the login.

        ``place`` is where in a list in the suggested order, None in another list. Only what skips none counts as read
        in that order.
        """
        characters = sum(len(segment.text) for segment in item.segments)
        order: dict[str, int | str] = {}
        if place is not None:
            order.update(place=place.place, skipped=place.skipped, q=place.query, last=place.last)
        self._case.exposure.note("text", reviewer, item=item.row.id, chars=characters, **order)

    def spans(self, text: str, item: Item, listed: Sequence[str] = ()) -> list[Span]:
        """Return the spans of an item's text that a query matches, in reading order; of a batch, its own query.

        Terms that are ``listed`` are marked beside it, from LISTED on; one that can't be read marks nothing.
        """
        from triage.search.highlights import spans, with_sources
        from triage.store.facts import StoredFacts

        terms = [_term(term) for term in listed]
        return spans(with_sources(_query(text), StoredFacts(self._store).sources), item, terms)

    def family(self, no: ItemNo, inside: int = 0) -> list[ItemNo]:
        """Return an item's whole family in order, itself included; or the first ``inside`` that it itself holds."""
        if inside:
            return relations.attached(self._store, no, inside)
        return relations.alike(self._store, "family", no)

    def duplicates(self, no: ItemNo) -> list[ItemNo]:
        """Return the items with the same content, itself included; that of a sealed one isn't compared."""
        alike = relations.alike(self._store, "digest", no)
        shut = sealed.among(self._store, alike)
        return [no] if no in shut else [other for other in alike if other not in shut]

    def thread(self, no: ItemNo) -> list[ItemNo]:
        """Return the items of the same conversation by headers, itself included; decisions follow no inferred link."""
        return relations.alike(self._store, "thread", no)

    def conversation(self, no: ItemNo) -> Conversation:
        """Return the conversation of an item as a tree, with missing messages as ghosts and inferred links marked."""
        from triage.store.conversation import conversation

        return conversation(self._store, no)

    # Saved searches

    def save(self, name: str, query: str, reviewer: str) -> SavedSearch:
        """Save a query under a name; a new version where the name stands for another one."""
        from triage.search import saved

        return saved.save(self._case.snapshot, name, query, reviewer)

    def saved(self) -> list[SavedSearch]:
        """Return the latest version of every saved search, by name."""
        from triage.store import saved

        return saved.searches(self._store)

    def run_saved(self, name: str, reviewer: str) -> SavedRun:
        """Run a saved search, and store what it finds and what was searched."""
        from triage.search import saved

        return saved.run(self._case.snapshot, name, reviewer)

    def saved_runs(self, name: str) -> list[SavedRun]:
        """Return the runs of a saved search, oldest first."""
        from triage.search import saved

        return saved.runs(self._store, name)

    def saved_difference(self, name: str, before: int | None = None, after: int | None = None) -> Difference:
        """Return which items only one of two runs found, and why; the last two runs unless their numbers are given."""
        from triage.search import saved

        return saved.difference(self._case.snapshot, name, before, after)
