"""Search term reports: what each term of a list finds, alone and beside the others.

All terms are asked of one moment of the case. A term that can't be read, or takes too long, has its error in its row
and stops nothing.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from triage.errors import EngineRefusal, QueryError
from triage.messages import say
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.model.reports import Tally, TermReport, TermRow
from triage.search.engine import Deadline
from triage.search.occurrences import Occurrences
from triage.search.reports.term_list import ListedTerm
from triage.search.snapshot import Asking, SearchAnswer
from triage.store.db import now
from triage.store.report_counts import Population

TERM_SECONDS = 30.0
"""Longest time for one term."""

Done = Callable[[int, int], None]
"""Told how many terms of how many are done."""


def report(
    asking: Asking,
    case: str,
    terms: Sequence[ListedTerm],
    within: str = "",
    done: Done | None = None,
    stop: threading.Event | None = None,
) -> TermReport:
    """Ask every term of the items that ``within`` finds ("" for all). Raises QueryError for ``within`` alone."""
    with asking.moment():
        counting = _Counting(asking, within)
        rows: list[TermRow] = []
        for number, term in enumerate(terms, 1):
            if stop is not None and stop.is_set():
                break
            rows.append(counting.row(number, term))
            if done is not None:
                done(number, len(terms))
        custodians = tuple(sorted({counting.population.custodian[no] for no in counting.within}))
        return TermReport(
            case=case,
            scope=counting.scope,
            rows=counting.finished(rows),
            union=counting.union(),
            custodians=custodians,
            index=asking.state,
            time=now(),
            stopped=len(rows) < len(terms),
        )


class _Owners:
    """Which term alone reached a thing: numbers of terms, 0 where it was more than one."""

    def __init__(self) -> None:
        self.of: dict[int, int] = {}

    def claim(self, things: Iterable[int], term: int) -> None:
        """Note that a term reached these things."""
        of = self.of
        for thing in things:
            of[thing] = term if of.get(thing, term) == term else 0

    def unique(self, weight: Callable[[int], int]) -> Counter[int]:
        """Return, by term, the weight of what only this term reached."""
        found: Counter[int] = Counter()
        for thing, term in self.of.items():
            found[term] += weight(thing)
        return found


class _Counting:
    """Counts what each term finds, and keeps what is needed to say what only one of them found."""

    def __init__(self, asking: Asking, within: str) -> None:
        self._asking = asking
        self._occurrences = Occurrences(asking.locator, asking.texts)
        self.within, self.scope = asking.scope(within)
        self.population = Population(asking.store)
        self._documents = _Owners()
        self._families = _Owners()

    def row(self, number: int, term: ListedTerm) -> TermRow:
        """Ask one term."""
        clock = Deadline(TERM_SECONDS)
        asked = TermRow(number, term.text, reading="", notes=(), expansions=(), tally=None, error=None, time=now())
        try:
            _check(term)
            answer = self._asking.ask(term.text, clock)
            words = self._asking.expansions(answer.reading.query, clock)
        except (QueryError, EngineRefusal) as error:
            mend = error.mend or error.quoted if isinstance(error, QueryError) else None
            return replace(
                asked, error=error.message if mend is None else say("error-and-mend", error=error.message, query=mend)
            )
        found = answer.found & self.within
        hits, why = self._hits(answer, found, clock)
        families = {self.population.family[no] for no in found}
        self._documents.claim(found, number)
        self._families.claim(families, number)
        tally = self._counted(found, families, hits)
        reading = answer.reading
        return replace(asked, reading=reading.reading, notes=reading.notes, expansions=words, tally=tally, error=why)

    def _hits(self, answer: SearchAnswer, found: set[ItemNo], clock: Deadline) -> tuple[int | None, Message | None]:
        """Return how many places the term marks; None and a sentence where counting them takes too long."""
        try:
            return self._occurrences.count(answer.query, found, clock), None
        except EngineRefusal:
            return None, say("hits-not-counted", seconds=TERM_SECONDS)

    def _counted(self, found: Iterable[ItemNo], families: set[int], hits: int | None) -> Tally:
        population, found = self.population, list(found)
        return Tally(
            documents=len(found),
            family=sum(map(population.family_size.__getitem__, families)),
            unique=None,
            unique_family=None,
            hits=hits,
            distinct=len({population.distinct[no] for no in found}),
            families=len(families),
            custodians=tuple(sorted(Counter(population.custodian[no] for no in found).items())),
        )

    def finished(self, rows: Sequence[TermRow]) -> tuple[TermRow, ...]:
        """Return the rows with what only each of them found, which is known when all were asked."""
        documents = self._documents.unique(lambda _: 1)
        families = self._families.unique(self.population.family_size.__getitem__)
        return tuple(
            replace(row, tally=replace(row.tally, unique=documents[row.number], unique_family=families[row.number]))
            if row.tally
            else row
            for row in rows
        )

    def union(self) -> Tally:
        """Return what all terms together found."""
        return self._counted(map(ItemNo, self._documents.of), set(self._families.of), None)


def _check(term: ListedTerm) -> None:
    """Raise QueryError for a line that can't be read."""
    if term.error:
        raise QueryError(term.error, 0, len(term.text))
