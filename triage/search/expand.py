"""Patterns become words: which words of an index a term stands for, and how many items hold each.

The words are those that ``term_matcher`` says; what is here is only quicker about it. A vocabulary is (word,
documents) pairs in order of code points, as an engine gives it.
"""

from __future__ import annotations

import fnmatch
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import overload

from triage.model.items import NAMED_ONLY
from triage.search.engine import NO_LIMIT, Deadline, Engine
from triage.search.query import term_matcher
from triage.search.query.tree import (
    Leaf,
    Node,
    Pattern,
    Phrase,
    Prefix,
    Term,
    Words,
    leaves,
    rebuilt,
    searched_fields,
    terms_of,
)
from triage.store.read_cache import Latest

_CHECK_EVERY = 1024

_LINEWISE = re.compile(r"(?:[\w.|*+?{},-]|\\[dw]|\[[\w-]+\]|\((?:\?[:=!])?(?!\?)|\))+")
"""Expressions that mean the same on a line of many as on a word alone: no look behind, no class that leaves it."""

_AT_ONCE = 5_000  # words
_FREQUENT = 10  # items
_MOST_KEPT = 500_000  # words


Counted = Sequence[tuple[str, int]]
"""Words, each with the number of items that hold it, in order of code points."""


class CountedWords(Sequence[tuple[str, int]]):
    """Words in order of code points with the items that hold each, in half the memory that pairs take."""

    def __init__(self, words: list[str], counts: Sequence[int]) -> None:
        self.words = words
        self.counts = counts

    @classmethod
    def of(cls, counted: Counted) -> CountedWords:
        """Return pairs, which may be such words already, as such words."""
        if isinstance(counted, CountedWords):
            return counted
        return cls([word for word, _ in counted], [count for _, count in counted])

    def __len__(self) -> int:
        return len(self.words)

    @overload
    def __getitem__(self, at: int) -> tuple[str, int]: ...
    @overload
    def __getitem__(self, at: slice) -> list[tuple[str, int]]: ...
    def __getitem__(self, at: int | slice) -> tuple[str, int] | list[tuple[str, int]]:
        if isinstance(at, slice):
            return list(zip(self.words[at], self.counts[at], strict=True))
        return self.words[at], self.counts[at]

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return zip(self.words, self.counts, strict=True)

    def some(self, words: Iterable[str]) -> dict[str, int]:
        """Return words that are among these, ascending, with their counts."""
        found: dict[str, int] = {}
        at = 0
        for word in words:
            at = bisect_left(self.words, word, at)
            found[word] = self.counts[at]
        return found


class Vocabulary:
    """An index's words, with what makes looking through all of them quick.

    ``read`` gives those that begin with a stem, "" for all, which there may be millions of: they are read once a term
    needs them. ``by_name`` gives likewise the words of the fields that are searched by name.
    """

    def __init__(self, read: Callable[[str], Counted], by_name: Callable[[str], Counted] = lambda stem: ()) -> None:
        self._read, self._by_name = read, by_name
        self._some: Latest[str, dict[str, int]] = Latest(_MOST_KEPT)
        self._standing: Latest[Prefix | Pattern, list[str]] = Latest(_MOST_KEPT)
        self._ordered: Latest[Prefix | Pattern, tuple[str, ...]] = Latest(_MOST_KEPT)

    @classmethod
    def of(cls, engine: Engine) -> Vocabulary:
        """Return the words of an engine's index."""
        return cls(
            lambda stem: engine.vocabulary(beginning=stem),
            lambda stem: engine.vocabulary(by_name=True, beginning=stem),
        )

    @classmethod
    def holding(cls, words: Counted) -> Vocabulary:
        """Return a vocabulary of these words."""
        return cls(lambda stem: [pair for pair in words if pair[0].startswith(stem)])

    def within(self, fields: tuple[str, ...]) -> Vocabulary:
        """Return the words among which are those of the fields."""
        return self if set(NAMED_ONLY).isdisjoint(fields) else self._whole

    @cached_property
    def _whole(self) -> Vocabulary:
        """All words; each with the highest of its counts, as an item that holds it in two fields is one item."""

        def read(stem: str) -> Counted:
            counts = dict(self._read(stem))
            for word, count in self._by_name(stem):
                counts[word] = max(count, counts.get(word, 0))
            return sorted(counts.items())

        return Vocabulary(read)

    @cached_property
    def words(self) -> list[str]:
        """All words."""
        return self._all.words

    @cached_property
    def _all(self) -> CountedWords:
        return CountedWords.of(self._read(""))

    @property
    def _all_read(self) -> bool:
        return "_all" in self.__dict__

    @cached_property
    def lines(self) -> str:
        """All words, each on a line of its own, for one pass of a regular expression."""
        return "\n".join(self.words)

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """All words by how long they are, for those that must have about a length."""
        found: dict[int, list[str]] = {}
        for word in self.words:
            found.setdefault(len(word), []).append(word)
        return found

    def frequent_first(self, term: Prefix | Pattern, clock: Deadline = NO_LIMIT) -> tuple[str, ...]:
        """Return the words that a term stands for, those that most items hold first, those that few hold unsorted."""

        def ordered() -> tuple[str, ...]:
            counts = self.counts(term, clock)
            frequent = [word for word, count in counts.items() if count >= _FREQUENT]
            frequent.sort(key=counts.__getitem__, reverse=True)
            return (*frequent, *(word for word, count in counts.items() if count < _FREQUENT))

        return self._ordered.get(replace(term, fields=()), ordered)

    def counts(self, term: Prefix | Pattern, clock: Deadline = NO_LIMIT) -> dict[str, int]:
        """Return the words that a term stands for, each with the number of items that hold it."""
        words = self.standing_for(term, clock)
        if self._all_read:
            return self._all.some(words)
        known = self._beginning(_literal(term))
        return {word: known[word] for word in words}

    def beginning(self, stem: str) -> list[str]:
        """Return the words that begin with a stem."""
        if not self._all_read:
            return list(self._beginning(stem))
        start = bisect_left(self.words, stem)
        end = bisect_left(self.words, True, start, key=lambda word: not word.startswith(stem))
        return self.words[start:end]

    def _beginning(self, stem: str) -> dict[str, int]:
        """Return the words that begin with a stem, with their items; read alone, unless all are read or wanted."""
        return self._some.get(stem, lambda: _counts(self._read(stem))) if stem else self._all.some(self.words)

    def standing_for(self, term: Prefix | Pattern, clock: Deadline = NO_LIMIT) -> list[str]:
        """Return the words that a term stands for, in order of code points."""

        def standing() -> list[str]:
            if isinstance(term, Prefix):
                return self.beginning(term.stem)
            struck = set(term.struck)
            return [word for word in self._fitting(term, clock) if word not in struck]

        return self._standing.get(replace(term, fields=()), standing)

    def _fitting(self, term: Pattern, clock: Deadline) -> list[str]:
        match term.kind:
            case "wild":
                return self._wild(term.text)
            case "fuzzy":
                return self._fuzzy(term.text, term.distance)
            case "stem":
                return self._tested(self.beginning(_literal(term)), term, clock)
            case "prefixes":
                return self._tested(self._wild(f"*{term.text}"), term, clock)
            case "regex" if _LINEWISE.fullmatch(term.text):
                return term_matcher.lines(term.text, self.lines, clock)
            case _:
                return self._tested(self.words, term, clock)

    def _wild(self, text: str) -> list[str]:
        literal, *rest = re.split("[*?]+", text)
        words = self.beginning(literal)
        for piece in sorted(filter(None, rest), key=len, reverse=True):  # cheaper than an expression on every word
            words = [word for word in words if piece in word]
        if len(rest) == 2 and text == f"*{rest[0]}*":
            return words
        if (
            self._all_read and len(words) * 10 > len(self.words) and text.count("*") <= 2
        ):  # one pass over all; more stars make it slow
            line = "".join({"*": "[^\n]*", "?": "[^\n]"}.get(c, c) for c in text)
            return re.findall(f"^{line}$", self.lines, re.MULTILINE)
        test = re.compile(fnmatch.translate(text)).match
        return [word for word in words if test(word)]

    def _fuzzy(self, text: str, distance: int) -> list[str]:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        lengths = range(len(text) - distance, len(text) + distance + 1)
        near = [word for length in lengths for word in self.by_length.get(length, ())]
        found = extract(text, near, scorer=OSA.distance, score_cutoff=distance, limit=None)
        return sorted(word for word, _, _ in found)

    def _tested(self, words: Sequence[str], term: Pattern, clock: Deadline) -> list[str]:
        test = term_matcher.pattern(term, clock)
        found = []
        for number, word in enumerate(words):
            if number % _CHECK_EVERY == 0:
                clock.check()
            if test(word):
                found.append(word)
        return found


def _literal(term: Prefix | Pattern) -> str:
    """Return what all words begin with that a term stands for."""
    match term:
        case Prefix(stem=stem):
            return stem
        case Pattern(kind="wild", text=text):
            return re.split("[*?]", text, maxsplit=1)[0]
        case Pattern(kind="stem", text=text):
            # Snowball changes at most a stem's last two letters: measured on the 200,000 words of 26,000 messages.
            wanted = term_matcher.stem(text)
            return wanted[:-2] or wanted[:1]
        case _:
            return ""


def _counts(words: Counted) -> dict[str, int]:
    counts: dict[str, int] = {}
    for at in range(0, len(words), _AT_ONCE):  # all at once would hold up other threads: 0.1 s
        counts.update(words[at : at + _AT_ONCE])
    return counts


def expanded(query: Node, vocabulary: Vocabulary, clock: Deadline = NO_LIMIT) -> Node:
    """Return the same tree with every Pattern replaced by the Words it stands for, the most frequent ones first."""

    def words(term: Term, fields: tuple[str, ...]) -> Term:
        if not isinstance(term, Pattern):
            return term
        return Words(vocabulary.within(fields).frequent_first(term, clock), term.fields, term.place)

    def change(node: Node) -> Node:
        match node:
            case Pattern():
                return words(node, node.fields)
            case Phrase(parts=parts):
                return replace(node, parts=tuple(words(part, searched_fields(node)) for part in parts))
            case _:
                return rebuilt(node, change)

    return change(query)


def has_pattern(query: Node) -> bool:
    """Whether a Pattern stands anywhere in the tree, so that the vocabulary is needed."""
    return any(isinstance(term, Pattern) for term in open_terms(query))


def expansions(
    query: Node, vocabulary: Vocabulary, clock: Deadline = NO_LIMIT
) -> Iterator[tuple[Prefix | Pattern, list[tuple[str, int]]]]:
    """Yield what each Prefix and Pattern of a query stands for: words, most frequent first, each with its items."""
    for term in open_terms(query):
        among = vocabulary.within(term.fields)
        yield term, sorted(among.counts(term, clock).items(), key=lambda pair: (-pair[1], pair[0]))


def open_terms(query: Node) -> list[Prefix | Pattern]:
    """Return each Prefix and Pattern of a query, in the order in which they stand in it."""
    found = [leaf for leaf in leaves(query) if isinstance(leaf, Leaf)]
    terms = chain.from_iterable([replace(term, fields=leaf.fields) for term in terms_of(leaf)] for leaf in found)
    return [term for term in terms if isinstance(term, Prefix | Pattern)]
