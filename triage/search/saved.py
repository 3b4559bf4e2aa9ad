"""Saved searches: a query with a name, its versions and runs, and why two runs found something else.

A run keeps which items it found and what was searched; the reasons come from what the store has recorded since, so that
every item that came or went is explained by a fact, or said to be unexplained.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set

from triage.errors import CaseError
from triage.messages import render, say
from triage.model.items import ItemId, ItemNo
from triage.model.messages import Message
from triage.model.reports import Difference, Move, SavedRun, SavedSearch
from triage.search.query.tree import Attribute, leaves
from triage.search.snapshot import CaseSnapshot
from triage.store import saved
from triage.store.db import Store, now
from triage.store.facts import StoredFacts

_NEW_ITEM = {
    "": say("moved-new-source"),
    "other": say("moved-source-changed"),
    "failed": say("moved-newly-readable"),
    "same": say("moved-newly-readable"),
}
"""Why an item is new, by what was known of its file at the earlier run."""
_PAST = {"superseded": say("moved-superseded"), "vanished": say("moved-vanished"), "purged": say("moved-purged")}


def save(snapshot: CaseSnapshot, name: str, query: str, author: str, origin: str = "") -> SavedSearch:
    """Save a query under a name; a new version where the name has another one. Raises QueryError and CaseError.

    ``origin`` says in the audit what suggested it.
    """
    store = snapshot.store
    snapshot.check(query)
    name, author = _name(name), _author(author)
    before = saved.search(store, name)
    if before is not None and before.query == query:
        return before
    version = before.version + 1 if before else 1
    detail = {"origin": origin} if origin else {}
    with store.change(author, "save search", name=name, version=version, query=query, **detail):
        saved.add(store, name, version, query, author, now())
    return _known(store, name)


def run(snapshot: CaseSnapshot, name: str, author: str) -> SavedRun:
    """Run a saved search and keep what it finds. The search sees the case as the transaction that records it does."""
    store, author = snapshot.store, _author(author)
    query = _known(store, name)
    with store.change(author, "run search", name=name, version=query.version) as detail:
        answer = snapshot.ask(query.query, saved=True)
        number = len(saved.runs(store, name)) + 1
        done = SavedRun(
            name=name,
            number=number,
            version=query.version,
            query=query.query,
            reading=answer.reading.reading,
            time=now(),
            author=author,
            total=len(answer.found),
            index=snapshot.state,
        )
        saved.add_run(store, done, answer.found, snapshot.levels)
        detail.update(run=number, total=done.total, index=done.index.id)
    return done


def runs(store: Store, name: str) -> list[SavedRun]:
    """Return the runs of a saved search, oldest first. Raises CaseError where there is none of that name."""
    return saved.runs(store, _known(store, name).name)


def difference(snapshot: CaseSnapshot, name: str, before: int | None = None, after: int | None = None) -> Difference:
    """Say what two runs of a saved search found differently and why; the last two unless their numbers are given."""
    with snapshot.moment():
        by_number = {run.number: run for run in runs(snapshot.store, name)}
        if before is None or after is None:
            if len(by_number) < 2:
                raise CaseError("saved-search-too-few-runs", name=name, count=len(by_number))
            before, after = sorted(by_number)[-2:]
        before, after = min(before, after), max(before, after)
        for number in (before, after):
            if number not in by_number:
                raise CaseError("saved-search-no-such-run", name=name, number=number, most=len(by_number))
        return _Explaining(snapshot, by_number[before], by_number[after]).difference()


class _Explaining:
    """Finds the reason for each item that only one of two runs found."""

    def __init__(self, snapshot: CaseSnapshot, before: SavedRun, after: SavedRun) -> None:
        store = snapshot.store
        self._before, self._after = before, after
        old, old_unread = saved.found(store, before.name, before.number)
        new, new_unread = saved.found(store, after.name, after.number)
        self._moved = (("+", new - old), ("-", old - new))
        self._origins = saved.origins(store, old ^ new, before.index.sources)
        self._opened = _sources(store, old_unread - new_unread)
        self._shut = _sources(store, new_unread - old_unread)
        decisions = sorted((before.index.decisions, after.index.decisions))
        self._decided, self._resealed = saved.decided(store, *decisions)
        facts = StoredFacts(store)
        self._past = [(reason, facts.state(state)) for state, reason in _PAST.items()]
        self._edited = before.query != after.query
        self._old_query_now = snapshot.ask(before.query, saved=True).found if self._edited else set()
        self._asks_facts = any(
            isinstance(leaf, Attribute) for run in (before, after) for leaf in leaves(snapshot.read(run.query).query)
        )

    def difference(self) -> Difference:
        by_reason = defaultdict[tuple[str, Message], list[ItemId]](list)
        for sign, nos in self._moved:
            for no in sorted(nos):
                item_id = self._origins[no].id if no in self._origins else ItemId(f"number {no}")
                by_reason[sign, self._reason(no, came=sign == "+")].append(item_id)
        moves = [Move(sign, reason, tuple(ids)) for (sign, reason), ids in by_reason.items()]
        moves.sort(key=lambda move: (move.sign, render(move.reason)))
        return Difference(self._before, self._after, tuple(moves))

    def _reason(self, no: ItemNo, came: bool) -> Message:
        if no not in self._origins:
            return say("moved-item-gone")
        if self._edited and (no in self._old_query_now) != came:
            return say("moved-query-edited")
        if came and no > self._before.index.items:
            return _NEW_ITEM[self._origins[no].known]
        for reason, nos in self._past:
            if not came and no in nos:
                return reason
        # From here on both runs could have found it.
        if no in self._resealed:
            return say("moved-seal-changed")
        if no in self._decided and self._asks_facts:
            return say("moved-coding-changed")
        if self._origins[no].source in self._opened:
            return say("moved-newly-readable")
        if self._origins[no].source in self._shut:
            return say("moved-less-readable")
        if self._before.reading != self._after.reading and not self._edited:
            return say("moved-query-read-differently")
        if self._before.index.engine != self._after.index.engine:
            return say("moved-engine-changed")
        if not self._asks_facts:
            return say("moved-unexplained")
        same = self._before.index.program == self._after.index.program
        return say("moved-facts-changed" if same else "moved-program-changed")


def _sources(store: Store, nos: Set[ItemNo]) -> set[int]:
    """Return the sources that items are from: what becomes readable in a file can move the others in it, too."""
    return {origin.source for origin in saved.origins(store, nos, 0).values()}


def _known(store: Store, name: str) -> SavedSearch:
    search = saved.search(store, _name(name))
    if search is None:
        raise CaseError("no-saved-search", name=name, again=name)
    return search


def _name(name: str) -> str:
    text = " ".join(name.split())
    if not text or len(text) > 80 or not text.isprintable():
        raise CaseError("saved-search-bad-name", name=name)
    return text


def _author(author: str) -> str:
    text = " ".join(author.split())
    if not text:
        raise CaseError("saved-search-nobody")
    return text
