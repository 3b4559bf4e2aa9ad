"""The nouns of reports: what is counted and said about many items at once. Frozen values, beside ``model``.

This module does nothing: no I/O, no counting, no layout.
"""

from __future__ import annotations

from functools import cache
from math import ceil, floor
from pathlib import Path
from typing import NamedTuple

import msgspec

from triage.model.items import Check, ItemId, ItemNo, Row
from triage.model.messages import Message
from triage.model.runs import WHOLE, Extent

Counts = tuple[tuple[str, int], ...]
"""Names with a number each."""


class IndexState(msgspec.Struct, frozen=True):
    """What was searched: enough to say later why the same query finds something else.

    ``run`` is the last index run, 0 before the first; ``ledger`` its "lines:hash"; ``items`` and ``sources`` the
    highest numbers given so far, ``decisions`` the last decision's; ``engine`` with its version; ``program`` this
    program's version. ``unconfined``: a source was opened by a process that Linux didn't keep to the scope's folders.
    ``extent``: how much of the scope had been read.
    """

    run: int
    ledger: str
    items: int
    sources: int
    decisions: int
    engine: str
    program: str
    unconfined: bool = False
    extent: Extent = WHOLE

    @property
    def id(self) -> str:
        """The state in one short text for people to compare: run, ledger head, engine, and what was read if not all."""
        lines, _, head = self.ledger.partition(":")
        part = "" if self.extent.whole else f", {self.extent.in_words}"
        return f"run {self.run}, ledger {lines or 0}:{head[:16]}, {self.engine}{part}"


class Expansion(msgspec.Struct, frozen=True):
    """What a term stood for: the term as the language writes it, how many words of the index fit, the most frequent.

    Each word comes with the number of the case's items that hold it.
    """

    term: str
    count: int
    words: Counts

    def in_words(self, most: int | None = None) -> str:
        """Return ``atlas* → atlas 412, atlases 3`` with at most so many words of the index."""
        listed = self.words[:most]
        words = ", ".join(f"{word} {count:,}" for word, count in listed) or "no word of the index"
        more = self.count - len(listed)
        return f"{self.term} → {words}" + (f" and {more:,} more words" if more else "")


class Results(msgspec.Struct, frozen=True):
    """What a search found: the text as typed, how it was read, and the items' numbers in ascending order.

    ``notes`` are sentences about the reading (what was cleaned from pasted text, say). ``items`` counts all items of
    the case, ``not_searchable`` those that no search can cover, ``partly`` those searched in part. ``order`` are the
    items found in the order asked, ``rows`` the first of them, as many as were asked for. If copies are collapsed, they
    are one of each, and ``distinct`` is their number; else that is None. ``expansions`` are what the query's wildcards,
    fuzzy words and the like stand for, where asked. ``past`` are the superseded and vanished items that match and that
    the query didn't ask for.
    """

    text: str
    reading: str
    nos: tuple[ItemNo, ...]
    total: int
    items: int
    not_searchable: int
    partly: int
    notes: tuple[Message, ...]
    order: tuple[ItemNo, ...]
    rows: tuple[Row, ...]
    expansions: tuple[Expansion, ...]
    past: tuple[ItemNo, ...] = ()
    distinct: int | None = None


class Scope(msgspec.Struct, frozen=True):
    """The searched set: how it was asked for and read ("" for all), its items, and how far they can be searched."""

    text: str
    reading: str
    items: int
    fully: int
    partly: int
    not_searchable: int


class Tally(msgspec.Struct, frozen=True):
    """What one term, or all of them together, found in the searched set; every item is counted once in each number.

    ``family`` counts the documents with the whole of their families, in the searched set or not. ``unique`` counts the
    documents that no other term of the list found, ``unique_family`` those in families that no other term reached.
    ``hits`` are the places in the text, None where they aren't counted. ``distinct`` counts duplicates once.
    ``custodians`` says how many documents lie in whose records.
    """

    documents: int
    family: int
    unique: int | None
    unique_family: int | None
    hits: int | None
    distinct: int
    families: int
    custodians: Counts


class TermRow(msgspec.Struct, frozen=True):
    """One line of a term list: as entered, as read, what it stood for, what it found; or why it couldn't be asked.

    ``tally`` is None where it wasn't asked; ``error`` says why, or why its hits weren't counted. ``time`` is when
    it was asked, ISO 8601 in UTC.
    """

    number: int
    term: str
    reading: str
    notes: tuple[Message, ...]
    expansions: tuple[Expansion, ...]
    tally: Tally | None
    error: Message | None
    time: str


class TermReport(msgspec.Struct, frozen=True):
    """A search term report: one row for each term, and ``union``, which is all terms together and not their sum.

    ``custodians`` are those of the searched set. ``stopped`` says that the rest of the list was not asked.
    """

    case: str
    scope: Scope
    rows: tuple[TermRow, ...]
    union: Tally
    custodians: tuple[str, ...]
    index: IndexState
    time: str
    stopped: bool = False


class Reason(msgspec.Struct, frozen=True):
    """Why items of a set can't be searched, or not in full: a Problem's code, what it means, how many items.

    ``level`` is "partly" or "not"; an item with several Problems counts for each of them. ``code`` is "" for items
    without a Problem of their own.
    """

    code: str
    meaning: str
    level: str
    items: int


class Unsearched(msgspec.Struct, frozen=True):
    """One thing that a search can't speak for: an item, or a file that became no item (then ``id`` is "")."""

    no: ItemNo | None
    id: ItemId | None
    path: str
    level: str
    codes: tuple[str, ...]


class Interval(msgspec.Struct, frozen=True):
    """What a sample lets one say: ``low`` to ``high`` as shares of the whole, at a level of confidence such as 0.95."""

    found: int
    sample: int
    confidence: float
    low: float
    high: float

    def within(self, whole: int) -> tuple[int, int]:
        """Return how many of ``whole`` there are at least and at most: the interval, held to what the sample showed."""
        unseen = whole - self.sample
        low, high = ceil(round(self.low * whole, 9)), floor(round(self.high * whole, 9))
        return min(max(self.found, low), self.found + unseen), max(self.found, min(high, self.found + unseen))


class ReviewCurve(msgspec.Struct, frozen=True):
    """How many relevant items were found by how many items read, and what that implies. It stops nothing.

    ``in_order`` is how many items were decided on by somebody to whom they had been shown in the suggested order; these
    alone count for recall, and ``relevant`` are those of them that are. ``points`` are (such items, relevant ones among
    them), in the order of the decisions. ``misses`` is how many in a row were not relevant at last. ``read`` also has
    what was shown out of that order before it was decided on; ``coded`` is how many others were decided on.

    ``recall`` is the stated goal, ``p`` how likely so many misses would be if the goal had not been reached; ``low``
    and ``high`` bound the recall reached at ``confidence``. These three are None until enough was read; ``enough`` says
    that the goal is most likely reached.
    """

    items: int
    in_order: int
    relevant: int
    misses: int
    points: tuple[tuple[int, int], ...]
    recall: float
    confidence: float
    p: float | None = None
    low: float | None = None
    high: float | None = None
    enough: bool = False
    read: int = 0
    coded: int = 0

    @property
    def sentences(self) -> list[str]:
        items = f"{self.items:,} item{'' if self.items == 1 else 's'}"
        read = [
            f"Read: {self.read:,} of {items}, copies counted once; {self.in_order:,} of them in the suggested order:"
            f" {self.relevant:,} relevant, the last {self.misses:,} in a row not"
        ]
        if self.coded:
            read.append(
                f"Coded: {self.coded:,} more, which had not been shown to the reviewer before and don't count as read"
            )
        if self.p is None or self.low is None:
            return [
                *read,
                "Nothing can be said about recall before 20 relevant items and 200 others in a row, all read in the"
                " suggested order.",
            ]
        reached = "most likely reached" if self.enough else "not shown to be reached"
        return [
            *read,
            f"Recall {self.recall:.4g} is {reached} (p = {self.p:.3f}); with {self.confidence:.4g} confidence it is"
            f" {self.low:.2%} to 100%, if no decision is wrong",
        ]


class Coverage(msgspec.Struct, frozen=True):
    """The certificate: what a search found, and what it couldn't speak for.

    ``text`` and ``reading`` are the term's, "" where the searched set alone is described; ``hits`` counts items.
    ``files`` counts the files that became no item, None where the searched set is a part of the case, to which such
    files can't be counted. ``rest`` is how many things are not, or not fully, searchable and weren't found: out of
    these ``sample`` was drawn. ``with_transport`` counts the items with header fields that are searched by name only.
    ``interval`` speaks of ``rest``. ``review`` says how far the review of the searched set
    has come, None before anything of it was coded.
    """

    case: str
    text: str
    reading: str
    notes: tuple[Message, ...]
    expansions: tuple[Expansion, ...]
    scope: Scope
    hits: int
    reasons: tuple[Reason, ...]
    files: int | None
    rest: int
    with_transport: int
    seed: str
    sample: tuple[Unsearched, ...]
    interval: Interval | None
    index: IndexState
    time: str
    review: ReviewCurve | None = None

    @property
    def sentence(self) -> str:
        s = self.scope
        items = f"{self.hits:,} of {s.items:,} items found" if self.text else f"{s.items:,} items"
        text = f"{items}; {s.fully:,} fully searched, {s.partly:,} partly, {s.not_searchable:,} not"
        text += f"; {self.files:,} files became no item" if self.files else ""
        extent = self.index.extent
        return text if extent.whole else f"{text}; not the whole case: {extent.in_words}"

    @property
    def bounds(self) -> tuple[int, int] | None:
        return self.interval.within(self.rest) if self.interval else None


class FacetValue(msgspec.Struct, frozen=True):
    """One value of a facet: how many items of the list have it, and the query that finds them ("" for none)."""

    value: str
    items: int
    query: str


class Facet(msgspec.Struct, frozen=True):
    """One way to divide a list: custodian, type, month ..., most frequent value first (months in their order)."""

    name: str
    values: tuple[FacetValue, ...]


class HitLine(msgspec.Struct, frozen=True):
    """One hit with the text around it, in the order of the text: ``field`` is where it stands.

    ``segment`` and ``start`` are its place in the item, as a Span has them, and ``term`` is the first that marks it.
    """

    no: ItemNo
    id: ItemId
    field: str
    left: str
    hit: str
    right: str
    segment: int
    start: int
    term: int


class HitList(msgspec.Struct, frozen=True):
    """Hits with their context: the lines asked for, out of ``total`` hits in ``items`` items."""

    reading: str
    notes: tuple[Message, ...]
    items: int
    total: int
    lines: tuple[HitLine, ...]
    extent: Extent = WHOLE


Cell = str | int | float | None
"""Text, a count, a share from 0 to 1, or nothing."""


class Table(msgspec.Struct, frozen=True):
    """A report to be written: its title, facts about it, sentences to know when reading it, the heads and the rows."""

    title: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class SavedSearch(msgspec.Struct, frozen=True):
    """A search with a name: its version (each change of the query is one), who saved it and when, its runs."""

    name: str
    version: int
    query: str
    author: str
    time: str
    runs: int
    last_total: int | None


class SavedRun(msgspec.Struct, frozen=True):
    """One run of a saved search, numbered from 1 for each name: what was asked, of what, how many items it found."""

    name: str
    number: int
    version: int
    query: str
    reading: str
    time: str
    author: str
    total: int
    index: IndexState


class Move(msgspec.Struct, frozen=True):
    """Items that one run found and another didn't, for one reason; ``sign`` is "+" (came) or "-" (went)."""

    sign: str
    reason: Message
    ids: tuple[ItemId, ...]


class Difference(msgspec.Struct, frozen=True):
    """Why a saved search found something else: two runs and the moves between them, every item in one of them."""

    before: SavedRun
    after: SavedRun
    moves: tuple[Move, ...]


EVIDENCE = ("quoted-text", "participants", "thread-index", "same-message")
"""Why a message is taken to answer another though no header says so.

It quotes the other one; it has the other's subject, and came soon after it between the same people or on the same list;
Outlook's Thread-Index; it is the same message under another Message-ID.
"""


class ConversationNode(msgspec.Struct, frozen=True):
    """One message of a conversation, ``depth`` levels under its first.

    ``no`` and ``id`` are None for a ghost: a message that others refer to and that the case doesn't have. Then its
    Message-ID is all that is known. ``copies`` are the items that hold the message, the one to show first.
    ``inferred``: no header puts it under the message above it, but this evidence does, one of EVIDENCE; else "".
    """

    depth: int
    no: ItemNo | None
    id: ItemId | None
    copies: tuple[ItemNo, ...]
    message_id: str
    sender: str
    date: str
    subject: str
    inferred: str = ""


class Conversation(msgspec.Struct, frozen=True):
    """A conversation as a tree, read from the top: each node stands under the last one before it of a lesser depth.

    ``here`` is the place of the item asked for, or of the message that it is attached to. ``left_out`` counts the
    items beyond the most that are read. Empty for an item that belongs to no conversation.
    """

    nodes: tuple[ConversationNode, ...]
    here: int | None
    left_out: int

    @property
    def missing(self) -> int:
        return sum(node.no is None for node in self.nodes)


class Recovery(msgspec.Struct, frozen=True):
    """A record begun anew: the audit's row with which it begins, the checks that failed, the files that were kept.

    ``unsigned`` is, encoded, why no head continues it, "" where one does.
    """

    row: int
    broken: tuple[str, ...]
    kept: tuple[str, ...]
    unsigned: str = ""


class Backup(msgspec.Struct, frozen=True):
    """A copy of a case, and what verification says of it. The login's keys, in ``keys``, aren't part of it."""

    folder: str
    files: int
    bytes: int
    keys: str
    checks: tuple[Check, ...] = ()
    stopped: bool = False


# What is offered to whoever writes a query: other words, and what the language has.


class Suggestion(msgspec.Struct, frozen=True):
    """A word that may be meant by one ``typed`` that no item holds: in how many items it is, the query with it."""

    typed: str
    word: str
    items: int
    query: str


class HelpRow(NamedTuple):
    """What the query language has: the fields in question, "" for none, queries to try, and what they find."""

    fields: str
    examples: tuple[str, ...]
    meaning: Message


@cache
def language_help() -> tuple[tuple[Message, tuple[HelpRow, ...]], ...]:
    """Return the parts of the query language, each with its title. The table is ``query_examples.txt``."""
    table = Path(__file__).with_name("query_examples.txt").read_text("utf-8")
    parts = []
    for part in table.removeprefix("# ").split("\n# "):
        title, *lines = part.strip("\n").split("\n")
        cells = (line.split("\t") for line in lines)
        parts.append(
            (Message(title), tuple(HelpRow(fields, tuple(more), Message(key)) for key, fields, *more in cells))
        )
    return tuple(parts)
