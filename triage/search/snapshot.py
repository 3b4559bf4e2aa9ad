"""One moment of a case to ask many questions of: reading, resolving, expanding, searching.

Reports are made of it, so that all their numbers speak of the same items. Nothing here writes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cached_property
from typing import NamedTuple

import apsw
from msgspec.structs import replace

from triage.errors import QueryError
from triage.messages import say
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.model.reports import Expansion, IndexState, Scope
from triage.model.tables import short
from triage.search.engine import NO_LIMIT, Deadline, Engine
from triage.search.evaluate import expanded
from triage.search.expand import Vocabulary, expansions, open_terms
from triage.search.highlights import Occurrences, with_sources
from triage.search.query import language, term_parser, values
from triage.search.query.language import Reading, quoted, write
from triage.search.query.tree import Attribute, Ids, Node, leaves, rebuilt
from triage.search.query.values import ATTRIBUTES, CLOSED, TEXT_FIELDS
from triage.store import report_counts
from triage.store.db import Store
from triage.store.facts import StoredFacts, askable
from triage.store.reading import StoredTexts

# Attributes of a query: they become item numbers, so that engines never hear of decisions. While a sample is judged
# blind, those that tell what was decided are refused; whether one is, whoever asks says.

_TELLING_FIELDS = frozenset(("tag", "reviewer", "decided", "note"))
_TELLING_VALUES = frozenset((("is", "tagged"), ("is", "untagged"), ("is", "disputed"), ("has", "tag"), ("has", "note")))


def refuse_telling(query: Node) -> None:
    """Raise QueryError at the place of what tells how items were coded, by whom or when."""
    for leaf in leaves(query):
        if isinstance(leaf, Attribute) and (leaf.name in _TELLING_FIELDS or (leaf.name, leaf.value) in _TELLING_VALUES):
            named = f"{leaf.name}:{leaf.value}" if leaf.name in ("is", "has") else f"{leaf.name}:"
            raise QueryError("query-blind", leaf.place.start, leaf.place.end, field=named)


def resolve(query: Node, facts: StoredFacts, text: str | None) -> Node:
    """Return the same tree with every Attribute replaced by the Ids of the items that have it now.

    Raises QueryError for a name that nothing in the case ever had, and offers the nearest in the text as typed. Without
    a text, as for searches that were saved, such a name finds nothing.
    """
    if isinstance(query, Attribute):
        nos = _items(query, facts)
        if not nos and text is not None:
            _refuse_unknown(query, facts, text)
        return Ids(nos, query.place)
    return rebuilt(query, lambda node: resolve(node, facts, text))


def with_dates_outside(reading: Reading, facts: StoredFacts) -> Reading:
    """Return a reading with a note for each date range: how many items with no certain date lie outside it."""
    notes: dict[Message, None] = {}
    for leaf in leaves(reading.query):
        if isinstance(leaf, Attribute) and leaf.name in ("date", "sent", "modified"):
            uncertain = facts.state("undated") | facts.named("problem", "date-doubtful")
            outside = uncertain - _items(leaf, facts) - left_out(None, facts)
            asked = f"(is:undated OR problem:date-doubtful) NOT {write(leaf)}"
            if outside:
                notes[say("dates-outside", count=len(outside), range=write(leaf), query=asked)] = None
    return replace(reading, notes=(*reading.notes, *notes)) if notes else reading


def _refuse_unknown(query: Attribute, facts: StoredFacts, text: str) -> None:
    """Raise QueryError for a value that its field can't have in this case."""
    name, value = query.name, query.value
    if name == "decided":
        name, value = "reviewer", values.decided(value)[2]
    known = facts.known(name, value)
    if known is None:
        return
    types = {short(kind) for kind in known if "/" in kind} if name == "type" else ()
    error = values.unknown(f"{name}:", value, known, types)
    mend = None
    if error.mend:
        written = write(Attribute(query.name, query.value.replace(value, error.mend))).partition(":")[2]
        mend = text[: query.place.start] + written + text[query.place.end :]
    place = query.place
    raise QueryError(error.message, place.start, place.end, mend, quoted(text, place.start, place.end))


def left_out(query: Node | None, facts: StoredFacts) -> frozenset[ItemNo]:
    """Return the items that are superseded, vanished or purged, unless a query asks for such by ``is:``."""
    nodes = leaves(query) if query else ()
    named = {leaf.value for leaf in nodes if isinstance(leaf, Attribute) and leaf.name == "is"}
    return frozenset().union(*(facts.state(state) for state in values.PAST if state not in named))


def _items(query: Attribute, facts: StoredFacts) -> frozenset[ItemNo]:
    match query.name:
        case "date" | "sent" | "modified":
            return facts.dated("" if query.name == "date" else query.name, *values.dates(query.value))
        case "decided":
            return facts.decided(*values.decided(query.value))
        case "size":
            return facts.sized(*values.sizes(query.value))
        case "is":
            return facts.state(query.value)
        case "has":
            return facts.having(query.value)
        case "id" | "family" | "thread" | "hash":
            return facts.identified(query.name, query.value)
        case "lang":
            return facts.named("lang", values.language(query.value))
        case "note":
            return facts.noted(f"*{query.value}*")
        case _:
            return facts.named(query.name, query.value)


MOST_WORDS = 50
"""Words that an expansion lists; the rest is counted."""


class SearchAnswer(NamedTuple):
    """A query as read, as the engine was asked (resolved, patterns expanded), and the items found."""

    reading: Reading
    query: Node
    found: set[ItemNo]


class CaseSnapshot:
    """A case to ask questions of; ``program`` is this program's version, which reports name.

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
        return Occurrences(self.engine, self.texts).by_item(self.words(self.read(text), clock), within, clock)

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
        levels = Counter(self.levels[no] for no in self.levels.keys() & found)
        fully = len(found) - levels.total()
        return found, Scope(text, reading, len(found), fully, levels["partly"], levels["not"])

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary.of(self.engine)

    @cached_property
    def levels(self) -> dict[ItemNo, str]:
        """The items that are "partly" or "not" searchable."""
        return report_counts.levels(self.store)

    @property
    def state(self) -> IndexState:
        engine = self.engine.name
        if engine == "fts5":
            engine += f" {apsw.sqlite_lib_version()}"
        elif engine == "whoosh":
            from importlib.metadata import version  # takes as long to load as a small search

            engine += f" {version('whoosh3')}"
        return report_counts.index_state(self.store, engine, self._program)

    @cached_property
    def _facts(self) -> StoredFacts:
        return StoredFacts(self.store)
