"""One moment of a case to ask many questions of: reading, resolving, expanding, searching.

Reports are made of it, so that all their numbers speak of the same items. Nothing here writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cached_property
from importlib.metadata import version
from typing import NamedTuple

import apsw

from triage.errors import QueryError
from triage.model.items import ItemNo
from triage.model.reports import Expansion, IndexState, Scope
from triage.model.type_names import short
from triage.search.engine import NO_LIMIT, Deadline, Engine
from triage.search.expand import Vocabulary, expansions, open_terms
from triage.search.forms import expanded
from triage.search.highlights import Locator, Occurrences, locator, with_sources
from triage.search.query import language, term_parser
from triage.search.query.language import Reading
from triage.search.query.resolve import left_out, refuse_telling, resolve, with_dates_outside
from triage.search.query.tree import Attribute, Node
from triage.search.query.values import ATTRIBUTES, CLOSED, TEXT_FIELDS
from triage.store import report_counts
from triage.store.db import Store
from triage.store.facts import StoredFacts, askable
from triage.store.reading import StoredTexts

MOST_WORDS = 50
"""Words that an expansion lists; the rest is counted."""


class SearchAnswer(NamedTuple):
    """A query as read, as the engine was asked (resolved, patterns expanded), and the items found."""

    reading: Reading
    query: Node
    found: set[ItemNo]


class Asking:
    """Questions to one case; ``program`` is this program's version, which reports name.

    ``blindly`` refuses those that tell what was decided; ``clock`` is the time for what may take long.
    """

    def __init__(
        self, store: Store, engine: Engine, program: str, *, blindly: bool = False, clock: Deadline = NO_LIMIT
    ) -> None:
        self._blindly = blindly
        self.clock = clock
        self.store = store
        self._program = program
        self.engine = engine
        self.texts = StoredTexts(store)

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Hold the case still: what another process writes meanwhile isn't seen."""
        with self.store.db:
            yield

    def read(self, text: str) -> Reading:
        """Read a query without running it. Raises QueryError."""
        reading = language.read(text)
        if self._blindly:
            refuse_telling(reading.query)
        return reading

    def check(self, text: str) -> None:
        """Raise QueryError for a query that is blank, can't be read, or names what the case doesn't have."""
        if not text:
            raise QueryError("query-blank", 0, 0)
        resolve(self.read(text).query, self._facts, text)

    def ask(self, text: str, clock: Deadline = NO_LIMIT, *, saved: bool = False) -> SearchAnswer:
        """Read and run a query; in a ``saved`` one, names that the case doesn't have find nothing.

        Raises QueryError or EngineRefusal.
        """
        reading = with_dates_outside(self.read(text), self._facts)
        query = resolve(reading.query, self._facts, None if saved else text)
        query = expanded(query, self.vocabulary, clock)
        return SearchAnswer(reading, query, self.engine.search(query, clock) - left_out(reading.query, self._facts))

    def expansions(self, query: Node, clock: Deadline = NO_LIMIT) -> tuple[Expansion, ...]:
        """Return what each open term of a query (as read, not expanded) stands for in the index."""
        return tuple(
            Expansion(term_parser.written(term), len(words), tuple(words[:MOST_WORDS]))
            for term, words in (expansions(query, self.vocabulary, clock) if open_terms(query) else ())
        )

    def completions(self, field: str) -> list[str]:
        """Return what can be written for a field and its value, such as ``tag:hot``; for "" the names of all fields."""
        if not field:
            return [f"{name}:" for name in (*TEXT_FIELDS, *ATTRIBUTES)]
        values = {short(value) if "/" in value else value for value in CLOSED.get(field) or self._facts.values(field)}
        return sorted(language.write(Attribute(field, value)) for value in values if askable(value))

    def occurrences(self, text: str, within: Set[ItemNo], clock: Deadline = NO_LIMIT) -> Mapping[ItemNo, int]:
        """Return in how many places of each item the words of a query stand. Raises QueryError or EngineRefusal."""
        return Occurrences(self.locator, self.texts).by_item(self.words(self.read(text), clock), within, clock)

    def words(self, reading: Reading, clock: Deadline = NO_LIMIT) -> Node:
        """Return a query as ``spans`` marks its words, patterns expanded, with those of the batches it names."""
        query = with_sources(reading.query, self._facts.sources)
        return expanded(query, self.vocabulary, clock, stretches=True)

    def scope(self, text: str) -> tuple[set[ItemNo], Scope]:
        """Return the searched set that a query names, "" for all items, and how far it can be searched."""
        found, reading = self.texts.numbers() - left_out(None, self._facts), ""
        if text:
            answer = self.ask(text)
            found, reading = answer.found, answer.reading.reading
        levels = [self.levels[no] for no in self.levels.keys() & found]
        partly, not_at_all = levels.count("partly"), levels.count("not")
        return found, Scope(text, reading, len(found), len(found) - partly - not_at_all, partly, not_at_all)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the index."""
        return Vocabulary.of(self.engine)

    @cached_property
    def levels(self) -> dict[ItemNo, str]:
        """The items that are "partly" or "not" searchable."""
        return report_counts.levels(self.store)

    @cached_property
    def locator(self) -> Locator:
        """Where words stand, by the engine's own tokens."""
        return locator(self.engine, self.store.db, self.texts)

    @property
    def state(self) -> IndexState:
        """What is searched."""
        engine = self.engine.name
        if engine == "fts5":
            engine += f" {apsw.sqlite_lib_version()}"
        elif engine == "whoosh":
            engine += f" {version('whoosh3')}"
        return report_counts.index_state(self.store, engine, self._program)

    @cached_property
    def _facts(self) -> StoredFacts:
        return StoredFacts(self.store)
