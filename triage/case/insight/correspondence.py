"""Who the people of a case are: identities that may be one person's, and what was decided of them.

Nothing is merged unless somebody accepts it. The audit has the decisions, as hashes: an address may be one that only an
item has which is sealed later. All else is worked out anew whenever the items changed, and kept in memory alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from triage.case.opened import OpenCase
from triage.errors import CaseError
from triage.model.insight.people import Identity, SamePerson
from triage.model.insight.suggestions import SuggestionDecision
from triage.review.decision_writer import person
from triage.store import reading
from triage.store.audit import suggestions
from triage.store.db import Store
from triage.store.derived import messages
from triage.store.relations import items_state
from triage.store.threads import root

if TYPE_CHECKING:
    from triage.insight.people.exchange import NamedTwice
    from triage.insight.people.graph import MailGraph
    from triage.insight.people.headers import MailHeaders
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

    def __init__(self, case: OpenCase) -> None:
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

        return MailHeaders(messages.messages(self._store))

    @cached_property
    def used(self) -> dict[str, Usage]:
        """The identities, and how each is used."""
        from triage.insight.people import identities

        return identities.usages(self.headers)

    @cached_property
    def twice(self) -> list[NamedTwice]:
        """Who is named in two ways by headers."""
        from triage.insight.people import exchange

        return exchange.named_twice(messages.exchange_headers(self._store))

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
