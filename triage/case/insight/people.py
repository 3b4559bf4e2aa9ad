"""Who wrote to whom in a case and when, and what may be one person, as suggested and decided.

It counts messages, copies once, and hides none: whatever is counted, ``items`` returns the items, all copies of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from triage.case.insight.correspondence import Correspondence
from triage.case.insight.exact_queries import PartQueries
from triage.case.opened import OpenCase
from triage.errors import CaseError
from triage.model.insight.people import PeopleReport, Period, PersonNode, SamePerson, Tie
from triage.model.items import ItemNo
from triage.store import reading
from triage.store.facts import askable
from triage.store.seals import sealed

if TYPE_CHECKING:
    from triage.insight.people.graph import MailGraph, Ties
    from triage.insight.people.headers import Flags, Numbers

_MOST_QUERIES = 100
"""People, and ties, that have a query: each is tried before it is given out. ``items`` finds those of the others."""
_WEEK = re.compile(r"\d{4}-\d\d-\d\d")


class CasePeople:
    """The people of one open case."""

    def __init__(self, case: OpenCase, known: Correspondence) -> None:
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
        from triage.insight.people.parties import party

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
        from triage.insight.people.parties import party

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

    def __init__(self, case: OpenCase, known: Correspondence, chosen: _Chosen, limit: int | None) -> None:
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
