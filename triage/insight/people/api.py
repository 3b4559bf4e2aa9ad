"""Who wrote to whom in a case and when, and what may be one person, as suggested and decided.

It counts messages, copies once, and hides none: whatever is counted, ``items`` returns the items, all copies of them.
Nothing is merged unless somebody accepts it. The audit has the decisions, as hashes: an address may be one that only an
item has which is sealed later. All else is worked out anew whenever the items changed, and kept in memory alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from triage.errors import CaseError
from triage.insight.open_case import InsightCase, PartQueries
from triage.insight.people import storage
from triage.insight.people.nouns import Identity, PeopleReport, Period, PersonNode, SamePerson, Tie
from triage.model.items import ItemId, ItemNo
from triage.model.messages import Message
from triage.model.tags import SuggestionDecision
from triage.store import audit_log, reading, sealed
from triage.store.db import Store
from triage.store.decision_log import person
from triage.store.facts import askable
from triage.store.relations import items_state
from triage.store.threads import root

if TYPE_CHECKING:
    from triage.insight.people.graph import MailGraph, Ties
    from triage.insight.people.headers import Flags, MailHeaders, NamedTwice, Numbers
    from triage.insight.people.identities import Usage

_MOST_QUERIES = 100
"""People, and ties, that have a query: each is tried before it is given out. ``items`` finds those of the others."""
_WEEK = re.compile(r"\d{4}-\d\d-\d\d")


class PersonDecision(NamedTuple):
    """What was decided of a suggestion: its id, the hashes of what it joins, whether it was accepted, by whom, when."""

    id: str
    ends: tuple[str, str]
    accepted: bool
    reviewer: str
    time: str


class CasePeople:
    def __init__(self, case: InsightCase) -> None:
        self._case = case
        self._store = case.store
        self._known: _KnownPeople | None = None
        self._decided = 0, list[PersonDecision]()

    @property
    def _people(self) -> _KnownPeople:
        state = items_state(self._store)
        if self._known is None or self._known.state != state:
            self._known = _KnownPeople(self._store, state)
        return self._known

    @property
    def headers(self) -> MailHeaders:
        """The headers of all messages that are here and not sealed."""
        return self._people.headers

    def report(
        self,
        query: str = "",
        *,
        person: str = "",
        other: str = "",
        weeks: bool = False,
        limit: int | None = 20,
        reviewer: str | None = None,
    ) -> PeopleReport:
        """Return who wrote to whom in the messages that a query finds, or in those of a person, or of two.

        ``weeks`` divides the timeline by weeks instead of months; ``limit`` is how many people and ties
        are listed, None for all. ``reviewer`` is to whom it is shown, as in ``Search.run``. Raises CaseError where no
        message is from or to the person.
        """
        chosen = self._chosen(query, person, other)
        parts = _ReportParts(self._case, self._merged, chosen, limit)
        people, ties = parts.people(), parts.ties()
        accepted = [decision.accepted for decision in self._decisions]
        self._case.exposure.note("people", reviewer, q=query, people=len(people), ties=len(ties))
        return PeopleReport(
            query=query,
            person=chosen.keys[0] if chosen.keys else "",
            mails=int(chosen.mails.sum()),
            undated=parts.undated(),
            people_count=parts.people_count,
            ties_count=len(parts.all_ties.sender),
            people=people,
            ties=ties,
            timeline=tuple(parts.periods(weeks)),
            accepted=sum(accepted),
            rejected=len(accepted) - sum(accepted),
        )

    def items(self, query: str = "", *, person: str = "", other: str = "", period: str = "") -> tuple[ItemNo, ...]:
        """Return the items of exactly the messages that ``report`` counts, all copies, in ascending order.

        ``period`` is the ``start`` of a Period. Raises CaseError where no message is from or to the person.
        """
        chosen = self._chosen(query, person, other)
        mails = chosen.mails & chosen.graph.mails(span=_span(period)) if period else chosen.mails
        return _within(chosen.graph.headers.items(mails), chosen.within)

    def _chosen(self, query: str, person: str, other: str) -> _Chosen:
        people = self._merged
        graph = people.graph
        numbers = [self._number(people, name) for name in (person, other) if name]
        within = frozenset(self._case.found(query)[1]) if query.strip() else None
        mails = graph.mails(*numbers)
        if within is not None:
            mails &= graph.headers.of_items(within)
        return _Chosen(graph, query.strip(), tuple(graph.keys[number] for number in numbers), within, mails)

    def _number(self, people: _KnownPeople, name: str) -> int:
        from triage.insight.people.headers import party

        key = party(name).key
        number = people.graph.number(people.person_of.get(key, key))
        if number < 0:
            raise CaseError("no-such-person", name=name)
        return number

    # What may be one person

    def suggestions(self, *, decided: bool = False, reviewer: str | None = None) -> list[SamePerson]:
        """Return what may be one person, the likeliest first.

        With ``decided`` also what somebody accepted or rejected, at the end what is not suggested, or no longer.
        """
        listed = [one for one in self._suggestions() if decided or not one.state]
        self._case.exposure.note("people", reviewer, suggestions=len(listed))
        return listed

    def accept(self, suggestion: str, reviewer: str) -> SamePerson:
        """Merge what a suggestion names, by its id or the beginning of it; the audit has who did it.

        Raises CaseError where there is no such suggestion, DecisionError where nobody says so.
        """
        return self._decide(self._suggestion(suggestion), True, reviewer)

    def reject(self, suggestion: str, reviewer: str) -> SamePerson:
        """Remember that a suggestion is wrong, also one that was accepted; raises as ``accept`` does."""
        return self._decide(self._suggestion(suggestion), False, reviewer)

    def join(self, first: str, second: str, reviewer: str) -> SamePerson:
        """Merge two addresses or names, as headers write them, whether that is suggested or not.

        Raises CaseError where no header has one of them, or both are the same, DecisionError where nobody says so.
        """
        from triage.insight.people.headers import party

        pair = self._people.pair(party(first).key, party(second).key)
        suggested = next((one for one in self._suggestions() if one.id == pair.id), pair)
        return self._decide(suggested, True, reviewer)

    def _suggestions(self) -> list[SamePerson]:
        suggested = self._people.suggestions
        decided, ids = {decision.id: decision for decision in self._decisions}, {one.id for one in suggested}
        stated = [self._people.stated(decision) for decision in decided.values() if decision.id not in ids]
        return [_with(one, decided.get(one.id)) for one in (*suggested, *filter(None, stated))]

    def _suggestion(self, beginning: str) -> SamePerson:
        fitting = [one for one in self._suggestions() if len(beginning) >= 4 and one.id.startswith(beginning.lower())]
        if len(fitting) != 1:
            raise CaseError("no-such-suggestion", id=beginning)
        return fitting[0]

    def _decide(self, one: SamePerson, accepted: bool, reviewer: str) -> SamePerson:
        action = "accept person" if accepted else "reject person"
        ends = self._people.ends(one)
        with self._store.change(person(reviewer), action, suggestion=one.id, likeness=one.score, ends=ends):
            pass  # the row of the audit is the decision
        return _with(one, next(decision for decision in self._decisions if decision.id == one.id))

    @property
    def _decisions(self) -> list[PersonDecision]:
        """The last word on each suggestion, as the audit has it."""
        last, _ = self._store.audit_head()
        if self._decided[0] != last:
            stored = [one for one in audit_log.suggestion_decisions(self._store) if one.kind == "person"]
            by_id = {one.what: self._decision(one) for one in stored if one.ends or one.what in self._suggested_ends}
            self._decided = last, [by_id[id_] for id_ in sorted(by_id)]
        return self._decided[1]

    def _decision(self, stored: SuggestionDecision) -> PersonDecision:
        first, second = stored.ends or self._suggested_ends[stored.what]
        return PersonDecision(stored.what, (first, second), stored.decided == "accepted", stored.reviewer, stored.time)

    @property
    def _suggested_ends(self) -> dict[str, tuple[str, str]]:
        """What suggestions join, by their ids: early rows of the audit name nothing else."""
        return {one.id: self._people.ends(one) for one in self._people.suggestions}

    @property
    def _merged(self) -> _KnownPeople:
        """What is known of people, with those merged that decisions merge."""
        people = self._people
        people.merge(tuple(decision.ends for decision in self._decisions if decision.accepted))
        return people


def _with(one: SamePerson, decision: PersonDecision | None) -> SamePerson:
    if decision is None:
        return one
    state = "accepted" if decision.accepted else "rejected"
    return replace(one, state=state, reviewer=decision.reviewer, time=decision.time)


class _KnownPeople:
    """What headers say of people in one state of the items, and who is merged by the decisions so far.

    ``merged`` are the identities of each person who was merged of several, by the person's key: the identity with most
    messages, an address before other ones. ``person_of`` has the way back.
    """

    def __init__(self, store: Store, state: str) -> None:
        self._store, self.state = store, state
        self._salt = store.first_audit_hash()
        self._merged_ends: tuple[tuple[str, str], ...] = ()
        self.merged: dict[str, list[str]] = {}
        self.person_of: dict[str, str] = {}
        self._graph: MailGraph | None = None

    @cached_property
    def headers(self) -> MailHeaders:
        from triage.insight.people.headers import MailHeaders

        return MailHeaders(storage.messages(self._store))

    @cached_property
    def _used(self) -> dict[str, Usage]:
        from triage.insight.people import identities

        return identities.usages(self.headers)

    @cached_property
    def _twice(self) -> list[NamedTwice]:
        from triage.insight.people import headers

        return headers.named_twice(storage.exchange_headers(self._store))

    @cached_property
    def _all_used(self) -> dict[str, Usage]:
        """The identities with those by which only Exchange names somebody."""
        from triage.insight.people import identities

        return identities.with_exchange(self._used, self._twice)

    @cached_property
    def suggestions(self) -> list[SamePerson]:
        from triage.insight.people import identities

        suggested = identities.suggest(self._all_used, self._twice)
        ids = reading.ids(self._store, {no for one in suggested for no in one.items})
        return [
            self._same_person(
                self._id(one.first, one.second),
                one.first,
                one.second,
                one.score,
                tuple(one.evidence),
                tuple(ids[no] for no in one.items),
            )
            for one in suggested
        ]

    def pair(self, one: str, other: str) -> SamePerson:
        """Return two identities as a suggestion without evidence; raises CaseError for an unknown one, and for one."""
        for key in (one, other):
            if key not in self._all_used:
                raise CaseError("no-such-person", name=key)
        if one == other:
            raise CaseError("same-person-once", name=one)
        first, second = sorted((one, other))
        return self._same_person(self._id(first, second), first, second)

    def stated(self, decision: PersonDecision) -> SamePerson | None:
        """Return what was decided without a suggestion; None where one of the two is no longer here."""
        first, second = map(self._key, decision.ends)
        return self._same_person(decision.id, first, second) if first and second else None

    def _same_person(
        self,
        id_: str,
        first: str,
        second: str,
        score: float = 0.0,
        evidence: tuple[Message, ...] = (),
        items: tuple[ItemId, ...] = (),
    ) -> SamePerson:
        return SamePerson(id_, self._identity(first), self._identity(second), score, evidence, items)

    def _identity(self, key: str) -> Identity:
        from triage.insight.people.headers import usual_name

        names = self.headers.names_of(key)
        if not names:  # Exchange alone names somebody so
            return Identity(key, self._all_used[key].name(), self._all_used[key].mails)
        return Identity(key, usual_name(names), sum(names.values()))

    def _id(self, first: str, second: str) -> str:
        return hashlib.sha256(f"{self._salt}\0{first}\0{second}".encode()).hexdigest()[:12]

    def _hash(self, key: str) -> str:
        return hashlib.sha256(f"{self._salt}\0{key}".encode()).hexdigest()[:24]

    def ends(self, one: SamePerson) -> tuple[str, str]:
        return self._hash(one.first.key), self._hash(one.second.key)

    def _key(self, end: str) -> str:
        """Return the identity of a hash; "" where there is none any more."""
        return self._of_hash.get(end) or self._of_any_hash.get(end, "")

    @cached_property
    def _of_hash(self) -> dict[str, str]:
        return {self._hash(key): key for key in self._used}

    @cached_property
    def _of_any_hash(self) -> dict[str, str]:
        return {self._hash(key): key for key in self._all_used}

    # Merged people

    def merge(self, ends: tuple[tuple[str, str], ...]) -> None:
        """Merge what decisions join, given by hashes, and nothing else."""
        if self._merged_ends != ends:
            self._merged_ends, self.merged, self._graph = ends, self._groups(ends), None
            self.person_of = {key: chief for chief, keys in self.merged.items() for key in keys}

    def _groups(self, ends: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
        leader: dict[str, str] = {}
        for pair in ends:
            keys = [key for end in pair if (key := self._key(end))]
            roots = [root(leader, key) for key in keys] if len(keys) == 2 else []
            leader.update(dict.fromkeys(roots, min(roots, default="")))
        groups: dict[str, list[str]] = {}
        for key in sorted(leader):
            groups.setdefault(root(leader, key), []).append(key)
        return {min(keys, key=self._rank): keys for keys in groups.values()}

    def _rank(self, key: str) -> tuple[bool, int, str]:
        return ("@" not in key, -self._all_used[key].mails, key)

    @property
    def graph(self) -> MailGraph:
        """The graph of all messages, with merged people as one."""
        from triage.insight.people.graph import MailGraph

        if self._graph is None:
            person_of = self.person_of
            self._graph = MailGraph(self.headers, lambda key: person_of.get(key, key))
        return self._graph


@dataclass(frozen=True, slots=True, eq=False)
class _Chosen:
    """The messages that a report is of: by a query (and the items ``within`` it), and by one or two people's keys."""

    graph: MailGraph
    query: str
    keys: tuple[str, ...]
    within: frozenset[ItemNo] | None
    mails: Flags


class _ReportParts:
    def __init__(self, case: InsightCase, known: _KnownPeople, chosen: _Chosen, limit: int | None) -> None:
        from triage.insight.people.headers import UNDATED

        self._undated_at = UNDATED
        self._queries = PartQueries(case)
        self._merged = known.merged
        self._any_sealed = sealed.count(case.store) > 0
        self._chosen, self._limit = chosen, limit
        self._graph = chosen.graph

    def _keys_of(self, key: str) -> list[str]:
        return self._merged.get(key, [key])

    @cached_property
    def all_ties(self) -> Ties:
        return self._graph.ties(self._chosen.mails)

    @cached_property
    def _spans(self) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        return self._graph.spans(self._chosen.mails)

    @property
    def people_count(self) -> int:
        sent, got, _, _ = self._spans
        return int(((sent + got) > 0).sum())

    def undated(self) -> int:
        return int((self._graph.date[self._chosen.mails] == self._undated_at).sum())

    def people(self) -> tuple[PersonNode, ...]:
        """Return the people, those with most messages first, equal ones by their keys."""
        sent, got, _, _ = self._spans
        mails = sent + got
        having = [at for at, count in enumerate(mails.tolist()) if count]
        having.sort(key=lambda at: (-int(mails[at]), self._graph.keys[at]))
        return tuple(self._person(at, rank < _MOST_QUERIES) for rank, at in enumerate(having[: self._limit]))

    def _person(self, at: int, with_query: bool) -> PersonNode:
        from triage.insight.people.headers import usual_name

        sent, got, first, last = self._spans
        key = self._graph.keys[at]
        keys = self._keys_of(key)
        return PersonNode(
            key=key,
            name=usual_name(self._graph.headers.names_of(key)),
            identities=tuple(keys),
            sent=int(sent[at]),
            received=int(got[at]),
            contacts=int(self._contacts[at]),
            first=self._day(first[at]),
            last=self._day(last[at]),
            query=self._query(self._graph.mails(at), _either(keys)) if with_query else "",
        )

    @cached_property
    def _contacts(self) -> Numbers:
        return self._graph.contacts(self.all_ties)

    def ties(self) -> tuple[Tie, ...]:
        """Return the ties, those with most messages first."""
        return tuple(map(self._tie, range(len(self.all_ties.sender))[: self._limit]))

    def _tie(self, at: int) -> Tie:
        ties, keys = self.all_ties, self._graph.keys
        ends = int(ties.sender[at]), int(ties.recipient[at])
        sender, recipient = (self._keys_of(keys[end]) for end in ends)
        wording = (_any(["from"], sender), _any(["to", "cc", "bcc"], recipient)) if _asked(sender, recipient) else ("",)
        query = self._query(self._graph.from_to(*ends), *wording) if at < _MOST_QUERIES else ""
        return Tie(
            sender=keys[ends[0]],
            recipient=keys[ends[1]],
            mails=int(ties.mails[at]),
            weight=float(ties.weight[at]),
            first=self._day(ties.first[at]),
            last=self._day(ties.last[at]),
            query=query,
        )

    def periods(self, weeks: bool) -> Iterator[Period]:
        """Yield the months or weeks with messages, oldest first."""
        own = [_either(self._keys_of(key)) for key in self._chosen.keys]
        all_of_them = self._query(self._chosen.mails, *own)
        # A period's messages are all that the query finds of these days, unless it is made of ids.
        dated = bool(all_of_them) and not all_of_them.startswith("id:")
        for begin, end, mails in self._graph.periods(self._chosen.mails, weeks):
            start = reading.iso(begin)[: 10 if weeks else 7]
            sent = f"sent:{start}..{reading.iso(end - 1)[:10]}" if weeks else f"sent:{start}"
            query = f"{all_of_them} AND {sent}" if dated else self._query(self._graph.mails(span=(begin, end)), "")
            yield Period(start, mails, query)

    def _query(self, mails: Flags, *wording: str) -> str:
        """Return a query that finds exactly those of the chosen messages that are among these."""
        nos = _within(self._graph.headers.items(mails & self._chosen.mails), self._chosen.within)
        own = [f"({self._chosen.query})"] if self._chosen.query else []
        unsealed = ["NOT is:sealed"] if self._any_sealed else []
        return self._queries.exact([*own, "type:mail", *unsealed, *wording] if all(wording) else [], nos)

    def _day(self, seconds: int) -> str:
        return "" if seconds == self._undated_at else reading.iso(int(seconds))[:10]


def _within(nos: tuple[ItemNo, ...], within: frozenset[ItemNo] | None) -> tuple[ItemNo, ...]:
    return nos if within is None else tuple(no for no in nos if no in within)


def _asked(*groups: Sequence[str]) -> bool:
    """Whether a query can name all of these identities."""
    return all(askable(key) for keys in groups for key in keys)


def _either(keys: Sequence[str]) -> str:
    return _any(["participants"], keys) if _asked(keys) else ""


def _any(fields: Sequence[str], keys: Sequence[str]) -> str:
    parts = [f'{name}:"{key}"' for name in fields for key in keys]
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def _span(period: str) -> tuple[int, int]:
    """Return the seconds at which a month or a week begins and ends."""
    try:
        begin = date.fromisoformat(period if _WEEK.fullmatch(period) else f"{period}-01")
    except ValueError:
        raise CaseError("no-such-period", period=period) from None
    end = begin + timedelta(7) if _WEEK.fullmatch(period) else (begin.replace(day=28) + timedelta(4)).replace(day=1)
    epoch = date(1970, 1, 1).toordinal()
    return (begin.toordinal() - epoch) * 86_400, (end.toordinal() - epoch) * 86_400
