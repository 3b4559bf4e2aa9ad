"""Who wrote to whom in a case and when, and what may be one person, as suggested and decided.

It counts messages, copies once, and hides none: whatever is counted, ``items`` returns the items, all copies of them.
Nothing is merged unless somebody accepts it. The audit has the decisions, as hashes: an address may be one that only an
item has which is sealed later. All else is worked out anew whenever the items changed, and kept in memory alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from triage.errors import CaseError
from triage.insight.exact_queries import PartQueries
from triage.insight.open_case import InsightCase
from triage.insight.people import storage
from triage.insight.people.nouns import Identity, PeopleReport, Period, PersonNode, SamePerson, Tie
from triage.model.items import ItemNo
from triage.model.tags import SuggestionDecision
from triage.store import reading, sealed
from triage.store.audit import suggestions
from triage.store.db import Store
from triage.store.decisions import person
from triage.store.facts import askable
from triage.store.relations import items_state
from triage.store.threads import root

if TYPE_CHECKING:
    from triage.insight.people.graph import MailGraph, Ties
    from triage.insight.people.headers import Flags, MailHeaders, NamedTwice, Numbers
    from triage.insight.people.identities import Usage


class PersonDecision(NamedTuple):
    """What was decided of a suggestion: its id, the hashes of what it joins, whether it was accepted, by whom, when."""

    id: str
    ends: tuple[str, str]
    accepted: bool
    reviewer: str
    time: str


class Correspondence:
    """The people of one open case."""

    def __init__(self, case: InsightCase) -> None:
        self._case = case
        self._store = case.store
        self._known: _KnownPeople | None = None
        self._decided = 0, list[PersonDecision]()

    @property
    def _people(self) -> _KnownPeople:
        """What is known of people now."""
        state = items_state(self._store)
        if self._known is None or self._known.state != state:
            self._known = _KnownPeople(self._store, state)
        return self._known

    @property
    def headers(self) -> MailHeaders:
        """The headers of all messages that are here and not sealed."""
        return self._people.headers

    # Suggestions

    def suggestions(self) -> list[SamePerson]:
        """Return what may be one person, the likeliest first, each with what was decided.

        At the end come decisions about what is not suggested, or no longer.
        """
        found = self._people.suggestions
        decided, known = {one.id: one for one in self._decisions}, {one.id for one in found}
        stated = [self._people.stated(one) for one in decided.values() if one.id not in known]
        return [_with(one, decided.get(one.id)) for one in (*found, *filter(None, stated))]

    def decided(self) -> tuple[int, int]:
        """Return how many suggestions were accepted, and how many rejected."""
        accepted = [one.accepted for one in self._decisions]
        return sum(accepted), len(accepted) - sum(accepted)

    # Decisions

    @property
    def _decisions(self) -> list[PersonDecision]:
        """The last word on each suggestion, as the audit has it."""
        last, _ = self._store.audit_head()
        if self._decided[0] != last:
            made = [one for one in suggestions.decisions(self._store) if one.kind == "person"]
            found = {one.what: self._decision(one) for one in made if one.ends or one.what in self._suggested_ends}
            self._decided = last, [found[id_] for id_ in sorted(found)]
        return self._decided[1]

    def _decision(self, one: SuggestionDecision) -> PersonDecision:
        first, second = one.ends or self._suggested_ends[one.what]
        return PersonDecision(one.what, (first, second), one.decided == "accepted", one.reviewer, one.time)

    @property
    def _suggested_ends(self) -> dict[str, tuple[str, str]]:
        """What suggestions join, by their ids: early rows of the audit name nothing else."""
        return {one.id: self._people.ends(one) for one in self._people.suggestions}

    def decide(self, beginning: str, accepted: bool, reviewer: str) -> SamePerson:
        """Accept or reject the suggestion whose id alone begins so; the last word counts.

        Raises CaseError where no suggestion has it, DecisionError where nobody says so.
        """
        fitting = [one for one in self.suggestions() if len(beginning) >= 4 and one.id.startswith(beginning.lower())]
        if len(fitting) != 1:
            raise CaseError("no-such-suggestion", id=beginning)
        return self._decide(fitting[0], accepted, reviewer)

    def join(self, one: str, other: str, reviewer: str) -> SamePerson:
        """Merge two identities, suggested or not; raises CaseError where one is unknown, or they are the same."""
        pair = self._people.pair(one, other)
        suggested = next((known for known in self.suggestions() if known.id == pair.id), pair)
        return self._decide(suggested, True, reviewer)

    def _decide(self, one: SamePerson, accepted: bool, reviewer: str) -> SamePerson:
        action = "accept person" if accepted else "reject person"
        ends = self._people.ends(one)
        with self._store.change(person(reviewer), action, suggestion=one.id, likeness=one.score, ends=ends):
            pass  # the row of the audit is the decision
        return _with(one, next(decision for decision in self._decisions if decision.id == one.id))

    # Merged people

    @property
    def merged(self) -> dict[str, list[str]]:
        """Return the identities of each person who was merged of several, by the person's key, in alphabetical order.

        The key is the identity with most messages, an address before other ones.
        """
        return self._people.merged(tuple(one.ends for one in self._decisions if one.accepted))

    def person_of(self, key: str) -> str:
        """Return the key of the person whose identity this is; itself where it is merged with none."""
        _ = self.merged
        return self._people.person.get(key, key)

    def graph(self) -> MailGraph:
        """Return the graph of all messages, with merged people as one."""
        _ = self.merged
        return self._people.graph()


def _with(one: SamePerson, decision: PersonDecision | None) -> SamePerson:
    if decision is None:
        return one
    state = "accepted" if decision.accepted else "rejected"
    return replace(one, state=state, reviewer=decision.reviewer, time=decision.time)


@dataclass(slots=True)
class _Merged:
    """People who were merged, of which decisions, and the graph with them."""

    ends: tuple[tuple[str, str], ...] | None = None
    people: dict[str, list[str]] = field(default_factory=dict)
    graph: MailGraph | None = None


class _KnownPeople:
    """What headers say of people in one state of the items."""

    def __init__(self, store: Store, state: str) -> None:
        self._store, self.state = store, state
        self._salt = store.first_audit_hash()
        self._merged = _Merged()
        self.person: dict[str, str] = {}

    @cached_property
    def headers(self) -> MailHeaders:
        """The headers of all messages."""
        from triage.insight.people.headers import MailHeaders

        return MailHeaders(storage.messages(self._store))

    @cached_property
    def used(self) -> dict[str, Usage]:
        """The identities, and how each is used."""
        from triage.insight.people import identities

        return identities.usages(self.headers)

    @cached_property
    def twice(self) -> list[NamedTwice]:
        """Who is named in two ways by headers."""
        from triage.insight.people import headers

        return headers.named_twice(storage.exchange_headers(self._store))

    @cached_property
    def every(self) -> dict[str, Usage]:
        """The identities with those by which only Exchange names somebody."""
        from triage.insight.people import identities

        return identities.with_exchange(self.used, self.twice)

    @cached_property
    def suggestions(self) -> list[SamePerson]:
        """What may be one person."""
        from triage.insight.people import identities

        found = identities.suggest(self.every, self.twice)
        ids = reading.ids(self._store, {no for one in found for no in one.items})
        return [
            SamePerson(
                id=self._id(one.first, one.second),
                first=self._identity(one.first),
                second=self._identity(one.second),
                score=one.score,
                evidence=tuple(one.evidence),
                items=tuple(ids[no] for no in one.items),
            )
            for one in found
        ]

    def _identity(self, key: str) -> Identity:
        from triage.insight.people.headers import usual_name

        names = self.headers.names_of(key)
        if not names:  # Exchange alone names somebody so
            return Identity(key, self.every[key].name(), self.every[key].mails)
        return Identity(key, usual_name(names), sum(names.values()))

    def ends(self, one: SamePerson) -> tuple[str, str]:
        """Return the hashes of what a suggestion joins."""
        return self._hash(one.first.key), self._hash(one.second.key)

    def _hash(self, key: str) -> str:
        return hashlib.sha256(f"{self._salt}\0{key}".encode()).hexdigest()[:24]

    def _key(self, end: str) -> str:
        """Return the identity of a hash; "" where there is none any more."""
        return self._of_hash.get(end) or self._of_every_hash.get(end, "")

    @cached_property
    def _of_hash(self) -> dict[str, str]:
        return {self._hash(key): key for key in self.used}

    @cached_property
    def _of_every_hash(self) -> dict[str, str]:
        return {self._hash(key): key for key in self.every}

    def stated(self, decision: PersonDecision) -> SamePerson | None:
        """Return what was decided without a suggestion; None where one of the two is no longer here."""
        first, second = map(self._key, decision.ends)
        if not first or not second:
            return None
        return self._pair(decision.id, first, second)

    def pair(self, one: str, other: str) -> SamePerson:
        """Return two identities as a suggestion without evidence; raises CaseError for an unknown one, and for one."""
        for key in (one, other):
            if key not in self.every:
                raise CaseError("no-such-person", name=key)
        if one == other:
            raise CaseError("same-person-once", name=one)
        first, second = sorted((one, other))
        return self._pair(self._id(first, second), first, second)

    def _pair(self, id_: str, first: str, second: str) -> SamePerson:
        return SamePerson(
            id=id_,
            first=self._identity(first),
            second=self._identity(second),
            score=0.0,
            evidence=(),
            items=(),
        )

    def _id(self, first: str, second: str) -> str:
        return hashlib.sha256(f"{self._salt}\0{first}\0{second}".encode()).hexdigest()[:12]

    def merged(self, ends: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
        """Return the people that decisions merge, as ``Correspondence.merged``."""
        if self._merged.ends != ends:
            self._merged = _Merged(ends, self._groups(ends) if ends else {})
            self.person = {key: chief for chief, keys in self._merged.people.items() for key in keys}
        return self._merged.people

    def _groups(self, ends: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
        leader: dict[str, str] = {}
        for pair in ends:
            known = [key for end in pair if (key := self._key(end))]
            roots = [root(leader, key) for key in known] if len(known) == 2 else []
            leader.update(dict.fromkeys(roots, min(roots, default="")))
        groups: dict[str, list[str]] = {}
        for key in sorted(leader):
            groups.setdefault(root(leader, key), []).append(key)
        return {min(keys, key=self._rank): keys for keys in groups.values()}

    def _rank(self, key: str) -> tuple[bool, int, str]:
        return ("@" not in key, -self.every[key].mails, key)

    def graph(self) -> MailGraph:
        """Return the graph, with merged people as one."""
        from triage.insight.people.graph import MailGraph

        if self._merged.graph is None:
            self._merged.graph = MailGraph(self.headers, lambda key: self.person.get(key, key))
        return self._merged.graph


_MOST_QUERIES = 100
"""People, and ties, that have a query: each is tried before it is given out. ``items`` finds those of the others."""
_WEEK = re.compile(r"\d{4}-\d\d-\d\d")


class CasePeople:
    """The people of one open case."""

    def __init__(self, case: InsightCase, known: Correspondence) -> None:
        self._case = case
        self._known = known

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
        made = _Report(self._case, self._known, chosen, limit)
        people, ties = made.people(), made.ties()
        accepted, rejected = self._known.decided()
        self._case.exposure.note("people", reviewer, q=query, people=len(people), ties=len(ties))
        return PeopleReport(
            query=query,
            person=chosen.keys[0] if chosen.keys else "",
            mails=int(chosen.mails.sum()),
            undated=made.undated(),
            people_count=made.people_count,
            ties_count=len(made.all_ties.sender),
            people=people,
            ties=ties,
            timeline=made.timeline(weeks),
            accepted=accepted,
            rejected=rejected,
        )

    def items(self, query: str = "", *, person: str = "", other: str = "", period: str = "") -> tuple[ItemNo, ...]:
        """Return the items of exactly the messages that ``report`` counts, all copies, in ascending order.

        ``period`` is the ``start`` of a Period. Raises CaseError where no message is from or to the person.
        """
        chosen = self._chosen(query, person, other)
        mails = chosen.mails & chosen.graph.mails(span=_span(period)) if period else chosen.mails
        return _within(chosen.graph.headers.items(mails), chosen.within)

    def _chosen(self, query: str, person: str, other: str) -> _Chosen:
        graph = self._known.graph()
        numbers = [self._number(graph, name) for name in (person, other) if name]
        within = frozenset(self._case.found(query)[1]) if query.strip() else None
        mails = graph.mails(*numbers)
        if within is not None:
            mails &= graph.headers.of_items(within)
        return _Chosen(graph, query.strip(), tuple(graph.keys[number] for number in numbers), within, mails)

    def _number(self, graph: MailGraph, name: str) -> int:
        from triage.insight.people.headers import party

        number = graph.number(self._known.person_of(party(name).key))
        if number < 0:
            raise CaseError("no-such-person", name=name)
        return number

    # What may be one person

    def suggestions(self, *, decided: bool = False, reviewer: str | None = None) -> list[SamePerson]:
        """Return what may be one person, the likeliest first.

        With ``decided`` also what somebody accepted or rejected.
        """
        listed = [one for one in self._known.suggestions() if decided or not one.state]
        self._case.exposure.note("people", reviewer, suggestions=len(listed))
        return listed

    def accept(self, suggestion: str, reviewer: str) -> SamePerson:
        """Merge what a suggestion names, by its id or the beginning of it; the audit has who did it.

        Raises CaseError where there is no such suggestion, DecisionError where nobody says so.
        """
        return self._known.decide(suggestion, True, reviewer)

    def join(self, one: str, other: str, reviewer: str) -> SamePerson:
        """Merge two addresses or names, as headers write them, whether that is suggested or not.

        Raises CaseError where no header has one of them, or both are the same, DecisionError where nobody says so.
        """
        from triage.insight.people.headers import party

        return self._known.join(party(one).key, party(other).key, reviewer)

    def reject(self, suggestion: str, reviewer: str) -> SamePerson:
        """Remember that a suggestion is wrong, also one that was accepted; raises as ``accept`` does."""
        return self._known.decide(suggestion, False, reviewer)


@dataclass(frozen=True, slots=True, eq=False)
class _Chosen:
    """The messages that a report is of: by a query (and the items ``within`` it), and by one or two people's keys."""

    graph: MailGraph
    query: str
    keys: tuple[str, ...]
    within: frozenset[ItemNo] | None
    mails: Flags


class _Report:
    """The parts of a report."""

    def __init__(self, case: InsightCase, known: Correspondence, chosen: _Chosen, limit: int | None) -> None:
        from triage.insight.people.headers import UNDATED

        self._undated_at = UNDATED
        self._queries = PartQueries(case)
        self._merged = known.merged
        self._any_sealed = sealed.count(case.store) > 0
        self._chosen, self._limit = chosen, limit
        self._graph = chosen.graph

    def _keys_of(self, key: str) -> list[str]:
        """Return all identities of a person."""
        return self._merged.get(key, [key])

    @cached_property
    def all_ties(self) -> Ties:
        """Who wrote to whom."""
        return self._graph.ties(self._chosen.mails)

    @cached_property
    def _spans(self) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        return self._graph.spans(self._chosen.mails)

    @property
    def people_count(self) -> int:
        """How many people have any of the messages."""
        sent, got, _, _ = self._spans
        return int(((sent + got) > 0).sum())

    def undated(self) -> int:
        """Return how many messages don't say when they were sent."""
        return int((self._graph.date[self._chosen.mails] == self._undated_at).sum())

    # People and ties

    def people(self) -> tuple[PersonNode, ...]:
        """Return the people, those with most messages first."""
        sent, got, _, _ = self._spans
        order = self._order(sent + got)[: self._limit]
        return tuple(self._person(at, place < _MOST_QUERIES) for place, at in enumerate(order))

    def _person(self, at: int, asked: bool) -> PersonNode:
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
            query=self._query(self._graph.mails(at), _either(keys)) if asked else "",
        )

    @cached_property
    def _contacts(self) -> Numbers:
        return self._graph.contacts(self.all_ties)

    def _order(self, mails: Numbers) -> list[int]:
        """Return the people with messages, those with most first, equal ones by their keys."""
        having = [at for at, many in enumerate(mails.tolist()) if many]
        return sorted(having, key=lambda at: (-int(mails[at]), self._graph.keys[at]))

    def ties(self) -> tuple[Tie, ...]:
        """Return the ties, those with most messages first."""
        ties, keys = self.all_ties, self._graph.keys
        shown = range(len(ties.sender))[: self._limit]
        return tuple(self._tie(keys, ties, at) for at in shown)

    def _tie(self, keys: Sequence[str], ties: Ties, at: int) -> Tie:
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

    # The timeline

    def timeline(self, weeks: bool) -> tuple[Period, ...]:
        """Return the months or weeks with messages, oldest first."""
        return tuple(self._periods(weeks))

    def _periods(self, weeks: bool) -> Iterator[Period]:
        own = [_either(self._keys_of(key)) for key in self._chosen.keys]
        whole = self._query(self._chosen.mails, *own)
        dated = bool(whole) and not whole.startswith("id:")  # a period's messages are all that it finds of these days
        for begin, end, mails in self._graph.periods(self._chosen.mails, weeks):
            start = reading.iso(begin)[: 10 if weeks else 7]
            sent = f"sent:{start}..{reading.iso(end - 1)[:10]}" if weeks else f"sent:{start}"
            query = f"{whole} AND {sent}" if dated else self._query(self._graph.mails(span=(begin, end)), "")
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
