"""Where a query's words stand in an item: exact positions, from the same tokens as every index.

Nothing here knows an index. A word under NOT is not marked, nor what a ``not w/N`` keeps away; of a distance only the
words that take part in meeting it. Of a batch or a sample the words are those of the query that it was made of.
"""

from __future__ import annotations

import sys
import time
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import cached_property, reduce
from itertools import chain
from operator import and_
from typing import TYPE_CHECKING

from msgspec.structs import replace

from triage.arrays import are_among, distinct
from triage.errors import EngineRefusal, QueryError
from triage.model.items import FIELDS, LISTED, Item, ItemNo, Span
from triage.model.previews import PageMark, PageText
from triage.search.distances import in_texts, roles, taking_part, width
from triage.search.engine import ITEM_BITS, NO_LIMIT, Deadline, Engine, key
from triage.search.engines.memory import read_some
from triage.search.evaluate import expanded
from triage.search.expand import Vocabulary
from triage.search.query import exact_text, language, term_parser
from triage.search.query.tree import (
    And,
    Attribute,
    Leaf,
    Literal,
    Near,
    Node,
    Term,
    Word,
    marked,
    may_stand_in,
    rebuilt,
    searched_fields,
    term_numbers,
    terms_of,
)
from triage.store.reading import StoredTexts
from triage.store.texts import Pieces
from triage.text import BORDER, BREAK, SPELLINGS, breaks_words, indexed, tokens
from triage.text import marked as marked_text

if TYPE_CHECKING:
    from triage.search.engine import Places

_ITEM = ItemNo(0)
"""Stands in places for the one item that they are of."""
_SECONDS = 2.0
"""Longest CPU time for the distances of one item; beyond it all words of the distance are marked."""
_DEEPEST = 8
"""Batches made of batches that are looked into; copies of a case that were merged could name one another in a ring."""


def with_sources(query: Node, sources: Callable[[str, str], Iterable[str]], depth: int = _DEEPEST) -> Node:
    """Return a query with the queries beside each batch and sample in it that ``sources`` says it was made of.

    It isn't there to be run: it has the words to mark.
    """
    if not isinstance(query, Attribute):
        return rebuilt(query, lambda node: with_sources(node, sources, depth))
    trees: list[Node] = []
    for source in sources(query.name, query.value) if query.name in ("batch", "sample", "judged") and depth else ():
        with suppress(QueryError):  # it was made by a version that had another language
            trees.append(with_sources(language.read(source).query, sources, depth - 1))
    return And((query, *trees)) if trees else query


Piece = tuple[int, str, Sequence[tuple[int, int]]]


class Field:
    """A field of an item as it was indexed: its pieces, and their tokens with a border between pieces.

    A piece is a segment's number, -1 for what is no segment, its text, and where in that something stands small. Where
    a token stands is worked out for the lines that are asked about: of a long text few are, and no word crosses a line.
    """

    def __init__(self, name: str, pieces: list[Piece]) -> None:
        self.name = name
        self.pieces = pieces
        self.words: list[str] = []
        self._lines: list[tuple[int, int, int]] = []  # first token, piece, offset
        self._placed: dict[int, list[tuple[int, int]]] = {}
        for number, (_, text, small) in enumerate(pieces):
            if number:
                self.words.append(BORDER)
            first, offset = len(self.words), 0
            stored = marked_text(text, small) if small else text
            for line, as_stored in zip(text.split("\n"), stored.split("\n"), strict=True):
                self._lines.append((len(self.words), number, offset))
                self.words += indexed(as_stored).split()
                offset += len(line) + 1
            if breaks_words(text):
                self.words[first:] = indexed(stored).split()

    def begins(self, first: Term, test: term_parser.Test) -> Iterator[int]:
        """Yield the tokens that meet a term's test, from first to last."""
        if isinstance(first, Word) and not self._has_several:
            with suppress(ValueError):
                at = -1
                while True:
                    yield (at := self.words.index(first.word, at + 1))
        elif heads := set(filter(test, self.spelled)):
            yield from (at for at, word in enumerate(self.words) if word in heads)

    @cached_property
    def _has_several(self) -> bool:
        return any(word.startswith(SPELLINGS) for word in self.spelled)

    @cached_property
    def spelled(self) -> frozenset[str]:
        """Its tokens, each once; a border between pieces is no word, though one character would stand for it."""
        return frozenset(self.words) - {BORDER}

    def place(self, token: int) -> tuple[int, int, int]:
        """Return where a token stands: its piece, and its first and last character (end exclusive)."""
        line = bisect_right(self._lines, (token, sys.maxsize)) - 1
        first, number, offset = self._lines[line]
        if line not in self._placed:
            text = self.pieces[number][1]
            end = text.find("\n", offset)
            self._placed[line] = [(start, end) for _, start, end in tokens(text[offset : end if end >= 0 else None])]
        start, end = self._placed[line][token - first]
        return number, offset + start, offset + end

    def span(self, first: int, last: int, term: int) -> Span:
        number, start, _ = self.place(first)
        return Span(self.pieces[number][0], self.name, start, self.place(last)[2], term)

    def around(self, first: int, last: int) -> tuple[int, str, Set[int]]:
        """Return the text of some tokens with all signs around them, up to the neighbouring tokens.

        Before it stands its offset, after it the places in it of what stands small.
        """
        number = self.place(first)[0]
        _, text, small = self.pieces[number]
        start = self.place(first - 1)[2] if self._is_beside(first - 1, number) else 0
        text = text[start : self.place(last + 1)[1] if self._is_beside(last + 1, number) else None]
        places = chain.from_iterable(range(*stretch) for stretch in small)
        return start, text, frozenset(at - start for at in places if at >= start)

    def _is_beside(self, token: int, number: int) -> bool:
        inside = 0 <= token < len(self.words) and self.words[token] != BORDER
        return inside and self.place(token)[0] == number


def fields(item: Item) -> list[Field]:
    """Return an item's fields that hold text, in the order of ``model.items.FIELDS``."""
    pieces: dict[str, list[Piece]] = {name: [] for name in FIELDS}
    for number, segment in enumerate(item.segments):
        pieces.get(segment.origin, []).append((number, segment.text, segment.small))
    for name in FIELDS:
        if value := whole(item, name):
            pieces[name].append((-1, value, ()))
    return [Field(name, some) for name, some in pieces.items() if some]


def whole(item: Item, field: str) -> str:
    """Return the text in which the spans of a field without segments count: subject, from, to, cc, bcc or file.

    The persons of a field are one text, joined by ", " as in a header. A field of segments has none: "".
    """
    people = {"to": item.to, "cc": item.cc, "bcc": item.bcc}
    if field in people:
        return ", ".join(people[field])
    return {"subject": item.row.subject, "from": item.row.sender, "file": item.row.name}.get(field, "")


def spans(query: Node, item: Item, listed: Sequence[Node] = ()) -> list[Span]:
    """Return where the query's words stand, in reading order: field by field, then by place.

    ``Span.term`` numbers the query's words, phrases and exact texts from 0, from left to right, those under NOT too.
    A phrase is one span for each of its words' stretch from first to last. The words of ``listed`` queries are marked
    as well: each query is one term, and they count from LISTED.
    """
    nodes = list(marked(query))
    beside = [(at, node) for at, each in enumerate(listed, LISTED) for _, node in marked(each)]
    if not nodes and not beside:
        return []
    marker = _Marker(fields(item))
    with suppress(EngineRefusal):  # an expression that takes too long leaves the rest unmarked
        for number, node in nodes:
            marker.mark(node, number)
        for number, node in beside:
            marker.mark(node, number, as_one=True)
    order = {field: at for at, field in enumerate(FIELDS)}
    return sorted(marker.places(), key=lambda s: (order[s.field], s.segment, s.start, s.end, s.term))


class _Marker:
    """Gathers the spans of nodes, each of which has the number of its first term."""

    def __init__(self, fields: list[Field]) -> None:
        self._fields = fields
        self._ends: dict[tuple[int, int, int], int] = {}  # field, first token, term: the last token
        self._exact_places: list[Span] = []
        self._clock = Deadline(_SECONDS, time.thread_time)
        self._tests: dict[Term, term_parser.Tests] = {}

    def places(self) -> set[Span]:
        """Return the spans; of a term that stands for a broken word and for its first half as well, one, the whole."""
        stretches = (self._fields[at].span(first, last, number) for (at, first, number), last in self._ends.items())
        return {*self._exact_places, *stretches}

    def mark(self, node: Leaf | Literal | Near, number: int, *, as_one: bool = False) -> None:
        """Mark a node's words; of a distance those that take part in meeting it, all ``as_one`` term where asked."""
        if isinstance(node, Near):
            self._near(node, number, as_one)
            return
        for at, field in enumerate(self._fields):
            if isinstance(node, Literal):
                self._exact_places += self._exact(node, field, number)
            else:
                self._add(at, self._stretches(node, field), number)

    def _add(self, at: int, stretches: Iterable[tuple[int, int]], number: int) -> None:
        for first, last in stretches:
            self._ends[at, first, number] = max(last, self._ends.get((at, first, number), last))

    def _exact(self, literal: Literal, field: Field, number: int) -> Iterator[Span]:
        """Yield where exact text stands, with the signs that it begins or ends with."""
        # Text that isn't in the form in which exact text is compared (NFC) has other offsets: its words are marked.
        for first, last in self._stretches(exact_text.phrase(literal), field):
            start, text, small = field.around(first, last)
            stretch = next(exact_text.found(literal, text, small), None)
            if stretch is not None:
                span = field.span(first, last, number)
                composed = unicodedata.is_normalized("NFC", text)
                yield replace(span, start=start + stretch[0], end=start + stretch[1]) if composed else span

    def _near(self, near: Near, first: int, as_one: bool) -> None:
        node = expanded(near, self._broken, self._clock) if self._broken is not None else near
        try:
            tokens = set(taking_part(node, self._places, self._clock).tolist())
        except EngineRefusal:
            tokens = None  # all are marked
        for number, role in zip(term_numbers(node, first), roles(node), strict=True) if tokens != set() else ():
            for at, field in enumerate(self._fields) if role.taking_part else ():
                start, stretches = key(_ITEM, at), self._stretches(role.leaf, field)
                whole = [
                    s for s in stretches if tokens is None or tokens.issuperset(range(start + s[0], start + s[1] + 1))
                ]
                self._add(at, whole, first if as_one else number)

    def _places(self, leaves: Iterable[Leaf]) -> dict[Leaf, Places]:
        """Return where leaves begin in all fields."""
        import numpy as np

        def places(leaf: Leaf) -> Iterator[int]:
            for at, field in enumerate(self._fields):
                yield from (key(_ITEM, at, start) for start in self._starts(leaf, field))

        return {leaf: np.fromiter(places(leaf), np.int64) for leaf in leaves}

    @cached_property
    def _broken(self) -> Vocabulary | None:
        """The item's words, where some are broken at the ends of its lines: a distance is counted from both ends."""
        words = frozenset().union(*(field.spelled for field in self._fields))
        return Vocabulary.holding([(w, 1) for w in sorted(words)]) if any(BREAK in w for w in words) else None

    def _stretches(self, leaf: Leaf, field: Field) -> list[tuple[int, int]]:
        if not may_stand_in(leaf, field.name):
            return []
        tests = [self._tests_of(term) for term in terms_of(leaf)]
        begins = field.begins(terms_of(leaf)[0], lambda token: tests[0].alone(token) or tests[0].broken(token))
        return [(start, end - 1) for start in begins for end in term_parser.ends(tests, field.words, start)]

    def _starts(self, leaf: Leaf, field: Field) -> Iterator[int]:
        """Yield where a leaf of a plan begins, which is of as many tokens as it has terms."""
        width = len(terms_of(leaf))
        return (first for first, last in self._stretches(leaf, field) if last - first + 1 == width)

    def _tests_of(self, term: Term) -> term_parser.Tests:
        if term not in self._tests:
            self._tests[term] = term_parser.tests(term, self._clock)
        return self._tests[term]


# The words to mark on a page image: hits of the page's text become words to look for, and their boxes marks. The reader
# process knows no query: it says where each word stands, and a word that is no hit at one place isn't marked there.


class PageWords:
    """The words of a page's hits: ``sought`` is what the reader process is asked for."""

    def __init__(self, page: PageText) -> None:
        words = list(tokens(page.text))
        starts = [word.start for word in words]
        self._numbers: dict[str, int] = {}
        self._terms: dict[int, int] = {}
        self._places: dict[tuple[int, int], int] = {}
        for start, end, term in page.spans:
            first = bisect_left(starts, start)
            phrase = " ".join(word.word for word in words[first : bisect_left(starts, end)])
            if phrase:
                number = self._numbers.setdefault(phrase, len(self._numbers))
                self._terms.setdefault(number, term)
                self._places.setdefault((number, first), term)
        self._whole = page.whole
        self.sought = tuple(self._numbers)

    def marks(self, boxes: tuple[PageMark, ...]) -> tuple[PageMark, ...]:
        """Return those of the boxes that are hits, with their terms.

        Where the page hasn't the words that were indexed, as after its font was mended, all boxes are taken.
        """
        at_hits = [(self._places[box[0], box[1]], *box[1:]) for box in boxes if (box[0], box[1]) in self._places]
        if self._whole and at_hits:
            return tuple(at_hits)
        return tuple((self._terms[box[0]], *box[1:]) for box in boxes)


# How often a query's words stand in what it found: the places that ``spans`` marks, counted. A place is a stretch of
# text, counted once even where several terms of the query mark it. Exact texts are counted beside.
#
# Where words stand is known by the tokens of the index itself, as far as the engine gives them; for one that doesn't,
# the stored texts are folded again as for the index.


class Occurrences:
    def __init__(self, engine: Engine, texts: StoredTexts) -> None:
        self._engine = engine
        self._texts = texts

    def by_item(self, query: Node, within: Set[ItemNo], clock: Deadline = NO_LIMIT) -> Counter[ItemNo]:
        """Return at how many places the query's words stand in each of some items. Raises EngineRefusal out of time."""
        import numpy as np

        counts = Counter[ItemNo]()
        terms: dict[int, dict[int, list[Places]]] = defaultdict(lambda: defaultdict(list))  # starts by term and width
        for number, node in marked(query):
            clock.check()
            match node:
                case Literal():
                    counts += self._exact(node, within, clock)
                case Near():
                    for term, wide, starts in self._taking_part(node, number, within, clock):
                        terms[term][wide].append(starts)
                case _:
                    terms[number][width(node)].append(self._places([node], within, clock)[node])
        stretches: dict[int, list[Places]] = defaultdict(list)
        for by_width in terms.values():
            begun = np.empty(0, np.int64)
            for wide in sorted(by_width, reverse=True):  # of those that begin together the longest, not a half as well
                starts = distinct(np.concatenate(by_width[wide]))
                stretches[wide].append(starts[~are_among(starts, begun)])
                begun = distinct(np.concatenate([begun, starts]))
        for some in stretches.values():
            times = np.bincount(distinct(np.concatenate(some)) >> ITEM_BITS)
            counts.update({ItemNo(no): int(times[no]) for no in np.flatnonzero(times).tolist()})
        return counts

    def _places(self, leaves: Sequence[Leaf], within: Set[ItemNo], clock: Deadline) -> Mapping[Leaf, Places]:
        import numpy as np

        if (places := self._engine.places(leaves, within, clock)) is not None:
            return places
        parts = list(in_texts(leaves, read_some(self._texts, within), clock))
        return {leaf: np.concatenate([np.empty(0, np.int64), *(part[leaf] for part in parts)]) for leaf in leaves}

    def _taking_part(
        self, near: Near, first: int, within: Set[ItemNo], clock: Deadline
    ) -> Iterator[tuple[int, int, Places]]:
        """Yield what takes part in meeting a distance: the number of a term, a width, and where such stretches begin.

        ``first`` is the first term's number.
        """
        tokens = taking_part(near, lambda leaves: self._places(leaves, within, clock), clock)
        numbered = [pair for pair in zip(term_numbers(near, first), roles(near), strict=True) if pair[1].taking_part]
        places = self._places(list({role.leaf: None for _, role in numbered}), within, clock)
        for number, (leaf, *_) in numbered:
            wide, starts = width(leaf), places[leaf]
            yield number, wide, starts[reduce(and_, [are_among(starts + n, tokens) for n in range(wide)])]

    def _exact(self, node: Literal, within: Set[ItemNo], clock: Deadline) -> Counter[ItemNo]:
        counts = Counter[ItemNo]()
        for no, text in self._texts.holding(within, Pieces(exact_text.pieces(node), searched_fields(node))):
            clock.check()
            counts[no] += sum(1 for _ in exact_text.found(node, text))
        return counts
