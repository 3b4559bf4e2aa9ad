"""Which words of an index a term stands for, and how many items hold each.

The words are those that ``term_parser.test`` accepts; what is here is only quicker about it. A vocabulary is (word,
documents) pairs in order of code points, as an engine gives it.
"""

from __future__ import annotations

import fnmatch
import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice

from triage.model.items import NAMED_ONLY
from triage.model.reports import Suggestion
from triage.search.engine import NO_LIMIT, Deadline, Engine
from triage.search.query import term_parser
from triage.search.query.language import write
from triage.search.query.tree import (
    Leaf,
    Near,
    Node,
    Pattern,
    Prefix,
    Word,
    leaves,
    marked,
    searched_fields,
    terms_of,
)
from triage.store.read_cache import Latest
from triage.text import BREAK, SPELLINGS, shown, spellings, tokens

_CHECK_EVERY = 1024

_LINEWISE = re.compile(r"(?:[\w.|*+?{},-]|\\[dw]|\[[\w-]+\]|\((?:\?[:=!])?(?!\?)|\))+")
"""Expressions that mean the same on a line of many as on a word alone: no look behind, no class that leaves it."""

_RARE = 2
"""Letters of a piece of a word that few words have."""
_QUICK_STARS = 2
"""Stars with which an expression is quicker on many lines at once; with more it tries too much."""
_AT_ONCE = 5_000  # words
_FREQUENT = 10  # items
_MOST_KEPT = 500_000  # words


Counted = Iterable[tuple[str, int]]
"""Words, each with the number of items that hold it, in order of code points; iterated over several times."""

# An index of a million items has more words than items, and as Python's objects they take five times the room. They are
# kept as UTF-8, a word to a line, and become Python's in blocks, while one is looked through.

_A_BLOCK = 4096
"""Words of a block; all but the last have as many."""


class CountedWords:
    """Words in order of code points, each with the number of items that hold it.

    ``text`` has a line for each; ``starts`` says at which of its bytes each block begins, and where the last one ends.
    """

    def __init__(self, text: memoryview, starts: Sequence[int], counts: Sequence[int]) -> None:
        self.text, self.starts, self.counts = text, starts, counts

    @classmethod
    def of(cls, counted: Counted) -> CountedWords:
        """Return pairs, which may be such words already, as such words."""
        if isinstance(counted, CountedWords):
            return counted
        text, starts, counts = bytearray(), array("I", [0]), array("I")
        pairs = iter(counted)
        while some := list(islice(pairs, _A_BLOCK)):
            text += "".join([f"{word}\n" for word, _ in some]).encode()
            counts.extend([count for _, count in some])
            starts.append(len(text))
        return cls(memoryview(text), starts, counts)

    def __len__(self) -> int:
        return len(self.counts)

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return zip(self.words(), self.counts, strict=True)

    def blocks(self) -> Iterator[str]:
        """Yield the words of each block in turn, one to a line."""
        return map(self._lines, range(len(self.starts) - 1))

    def words(self) -> Iterator[str]:
        for lines in self.blocks():
            yield from lines.split("\n")

    def beginning(self, stem: str) -> list[str]:
        matches: list[str] = []
        for number in range(self._number(stem), len(self.starts) - 1):
            words = self._lines(number).split("\n")
            first = bisect_left(words, stem)
            end = bisect_left(words, True, first, key=lambda word: not word.startswith(stem))
            matches += words[first:end]
            if end < len(words):
                break
        return matches

    def some(self, words: Iterable[str]) -> dict[str, int]:
        """Return words that are among these, ascending, with their counts."""
        counts: dict[str, int] = {}
        before, block = 0, [""]
        for word in words:
            if word > block[-1]:
                number = self._number(word)
                before, block = number * _A_BLOCK, self._lines(number).split("\n")
            counts[word] = self.counts[before + bisect_left(block, word)]
        return counts

    @cached_property
    def _last(self) -> list[str]:
        return [lines.rpartition("\n")[2] for lines in self.blocks()]

    def _number(self, word: str) -> int:
        """Return the number of the first block that has a word no less than this one."""
        return bisect_left(self._last, word)

    def _lines(self, number: int) -> str:
        return str(self.text[self.starts[number] : self.starts[number + 1] - 1], "utf-8")


class Vocabulary:
    """An index's words, with what makes looking through all of them quick.

    ``read`` gives those that begin with a stem, "" for all, which there may be millions of: they are read once a term
    needs them. ``by_name`` gives likewise the words of the fields that are searched by name, field by field.
    """

    def __init__(self, read: Callable[[str], Counted], by_name: Callable[[str], Counted] = lambda stem: ()) -> None:
        self._read, self._by_name = read, by_name
        self._some: Latest[str, dict[str, int]] = Latest(_MOST_KEPT)
        self._standing: Latest[Prefix | Pattern, list[str]] = Latest(_MOST_KEPT)
        self._ordered: Latest[Prefix | Pattern, tuple[str, ...]] = Latest(_MOST_KEPT)

    @classmethod
    def of(cls, engine: Engine) -> Vocabulary:
        return cls(
            lambda stem: engine.vocabulary(beginning=stem),
            lambda stem: engine.vocabulary(by_name=True, beginning=stem),
        )

    @classmethod
    def holding(cls, words: Counted) -> Vocabulary:
        return cls(lambda stem: [pair for pair in words if pair[0].startswith(stem)])

    def within(self, fields: tuple[str, ...]) -> Vocabulary:
        """Return the words among which are those of the fields."""
        return self if set(NAMED_ONLY).isdisjoint(fields) else self._whole

    @cached_property
    def _whole(self) -> Vocabulary:
        def read(stem: str) -> Counted:
            counts: dict[str, int] = {}
            for word, count in self._by_name(stem):
                counts[word] = max(count, counts.get(word, 0))
            return sorted(counts.items())

        return _TwoVocabularies(self, Vocabulary(read))

    @cached_property
    def all(self) -> CountedWords:
        return CountedWords.of(self._read(""))

    @cached_property
    def several(self) -> Mapping[str, Sequence[str]]:
        """The tokens that have several spellings, which are few, by each of these."""
        tokens: dict[str, list[str]] = {}
        for token in self._with_several():
            for spelling in spellings(token):
                tokens.setdefault(spelling, []).append(token)
        return tokens

    @cached_property
    def _broken(self) -> Mapping[str, Sequence[str]]:
        """The tokens that are first halves of words that are broken at a line's end, by the whole words."""
        firsts: dict[str, list[str]] = {}
        for token in set(chain.from_iterable(self.several.values())):
            if BREAK in token:
                firsts.setdefault(spellings(token)[-1], []).append(token)
        return firsts

    def broken(self, term: Word | Prefix | Pattern, clock: Deadline = NO_LIMIT) -> list[str]:
        """Return the first halves of the broken words that a term stands for, in order of code points."""
        if isinstance(term, Word):
            return sorted(self._broken.get(term.word, ()))
        stands = term_parser.test_broken(term, clock)
        return sorted(token for tokens in self._broken.values() for token in tokens if stands(token))

    def spelled(self, words: Iterable[str]) -> list[str]:
        """Return the tokens of an index that are shown as these words, in order of code points."""
        wanted = set(words)
        found = (token for word in wanted for token in self.several.get(word, ()) if shown(token) == word)
        return sorted(wanted.union(found))

    def _with_several(self) -> Iterable[str]:
        return (token for token, _ in self._read(SPELLINGS))

    def tokens(self, term: Word | Prefix, clock: Deadline = NO_LIMIT) -> Sequence[str]:
        """Return what a term stands for where that is more than the index knows by itself, else nothing."""
        if isinstance(term, Word):
            return (term.word, *self.several[term.word]) if term.word in self.several else ()
        more = any(spelling.startswith(term.stem) for spelling in self.several)
        return self.frequent_first(term, clock) if more else ()

    @property
    def _all_read(self) -> bool:
        return "all" in self.__dict__

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
            return self.all.some(words)
        known = self._beginning(_literal(term))
        several = self._beginning(SPELLINGS) if self.several else {}
        return {word: known[word] if word in known else several[word] for word in words}

    def beginning(self, stem: str) -> list[str]:
        return list(self._beginning(stem)) if stem and not self._all_read else self.all.beginning(stem)

    def _beginning(self, stem: str) -> dict[str, int]:
        return self._some.get(stem, lambda: _counts(self._read(stem)))

    def standing_for(self, term: Prefix | Pattern, clock: Deadline = NO_LIMIT) -> list[str]:
        """Return the words that a term stands for, in order of code points."""

        def standing() -> list[str]:
            several = set(filter(term_parser.test(term, clock), chain.from_iterable(self.several.values())))
            if isinstance(term, Prefix):
                return sorted([*self.beginning(term.stem), *several])
            struck = set(term.struck)
            matches = (word for word in self._fitting(term, clock) if word not in struck)
            return sorted([*(word for word in matches if not word.startswith(SPELLINGS)), *several])

        return self._standing.get(replace(term, fields=()), standing)

    def _fitting(self, term: Pattern, clock: Deadline) -> list[str]:
        match term.kind:
            case "wild":
                return self._wild(term.text, clock)
            case "fuzzy":
                return self._fuzzy(term.text, term.distance, clock)
            case "stem":
                return self._tested(self.beginning(_literal(term)), term, clock)
            case "prefixes":
                return self._tested(self._wild(f"*{term.text}", clock), term, clock)
            case "regex" if _LINEWISE.fullmatch(term.text):
                return self._of_blocks(lambda lines: term_parser.lines(term.text, lines, clock), clock)
            case _:
                return self._tested(self.all.words(), term, clock)

    def _of_blocks(self, fitting: Callable[[str], Iterable[str]], clock: Deadline) -> list[str]:
        """Return those of all words that fit, given a function from lines, one for a word, to those that do."""
        matches: list[str] = []
        for lines in self.all.blocks():
            clock.check()
            matches += fitting(lines)
        return matches

    def _wild(self, text: str, clock: Deadline) -> list[str]:
        literal, *rest = re.split("[*?]+", text)
        pieces = sorted(filter(None, rest), key=len, reverse=True)
        longest, contained = next(iter(pieces), ""), text == f"*{''.join(pieces)}*"
        test = re.compile(fnmatch.translate(text)).match
        line = "".join({"*": "[^\n]*", "?": "[^\n]"}.get(c) or re.escape(c) for c in text)
        expression = re.compile(f"^{line}$", re.MULTILINE)
        in_most = len(longest) < _RARE and not contained and text.count("*") <= _QUICK_STARS

        def fitting(words: list[str]) -> list[str]:
            for piece in pieces:  # cheaper than an expression on every word
                words = [word for word in words if piece in word]
            return words if contained else [word for word in words if test(word)]

        def fitting_lines(lines: str) -> list[str]:
            return expression.findall(lines) if in_most else fitting(_lines_with(longest, lines))

        return fitting(self.beginning(literal)) if literal else self._of_blocks(fitting_lines, clock)

    def _fuzzy(self, text: str, distance: int, clock: Deadline) -> list[str]:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        about_as_long = re.compile(f"^[^\n]{{{max(len(text) - distance, 0)},{len(text) + distance}}}$", re.MULTILINE)

        def near(lines: str) -> list[str]:
            words = about_as_long.findall(lines)
            return [word for word, *_ in extract(text, words, scorer=OSA.distance, score_cutoff=distance, limit=None)]

        return sorted(self._of_blocks(near, clock))

    def _tested(self, words: Iterable[str], term: Pattern, clock: Deadline) -> list[str]:
        test = term_parser.pattern(term, clock)
        matches = []
        for number, word in enumerate(words):
            if number % _CHECK_EVERY == 0:
                clock.check()
            if test(word):
                matches.append(word)
        return matches


class _TwoVocabularies(Vocabulary):
    """Two vocabularies as one; a word has the higher of its two counts, as an item may hold it in fields of both."""

    def __init__(self, one: Vocabulary, other: Vocabulary) -> None:
        super().__init__(lambda stem: ())
        self._both = one, other

    def _with_several(self) -> Iterable[str]:
        return set(chain.from_iterable(chain.from_iterable(words.several.values()) for words in self._both))

    def beginning(self, stem: str) -> list[str]:
        return sorted(set().union(*(words.beginning(stem) for words in self._both)))

    def standing_for(self, term: Prefix | Pattern, clock: Deadline = NO_LIMIT) -> list[str]:
        return sorted(set().union(*(words.standing_for(term, clock) for words in self._both)))

    def counts(self, term: Prefix | Pattern, clock: Deadline = NO_LIMIT) -> dict[str, int]:
        counts, more = (words.counts(term, clock) for words in self._both)
        return counts | {word: max(count, counts.get(word, 0)) for word, count in more.items()}


def _lines_with(piece: str, lines: str) -> list[str]:
    """Return the lines in which a piece stands; where most do, it is quicker to look at each."""
    if len(piece) < _RARE:
        return [line for line in lines.split("\n") if piece in line]
    matches: list[str] = []
    at = lines.find(piece)
    while at >= 0:
        start, end = lines.rfind("\n", 0, at) + 1, lines.find("\n", at)
        matches.append(lines[start : end if end >= 0 else None])
        at = lines.find(piece, end) if end >= 0 else -1
    return matches


def _literal(term: Prefix | Pattern) -> str:
    """Return what all words begin with that a term stands for."""
    match term:
        case Prefix(stem=stem):
            return stem
        case Pattern(kind="wild", text=text):
            return re.split("[*?]", text, maxsplit=1)[0]
        case Pattern(kind="stem", text=text):
            # Snowball changes at most a stem's last two letters: measured on the 200,000 words of 26,000 messages.
            wanted = term_parser.stem(text)
            return wanted[:-2] or wanted[:1]
        case _:
            return ""


def _counts(words: Counted) -> dict[str, int]:
    counts, pairs = dict[str, int](), iter(words)
    while some := dict(islice(pairs, _AT_ONCE)):  # all at once would hold up other threads: 0.1 s
        counts.update(some)
    return counts


def has_pattern(query: Node) -> bool:
    """Whether a Pattern stands anywhere in the tree, so that it has to be expanded."""
    return any(isinstance(term, Pattern) for term in open_terms(query))


def expansions(
    query: Node, vocabulary: Vocabulary, clock: Deadline = NO_LIMIT
) -> Iterator[tuple[Prefix | Pattern, list[tuple[str, int]]]]:
    """Yield what each Prefix and Pattern of a query stands for: words, most frequent first, each with its items."""
    for term in open_terms(query):
        counts: dict[str, int] = {}
        for token, count in vocabulary.within(term.fields).counts(term, clock).items():
            counts[shown(token)] = max(count, counts.get(shown(token), 0))
        yield term, sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def open_terms(query: Node) -> list[Prefix | Pattern]:
    """Return each Prefix and Pattern of a query, in the order in which they stand in it."""
    nodes = [leaf for leaf in leaves(query) if isinstance(leaf, Leaf)]
    terms = chain.from_iterable([replace(term, fields=leaf.fields) for term in terms_of(leaf)] for leaf in nodes)
    return [term for term in terms if isinstance(term, Prefix | Pattern)]


# Words of the index that resemble one that no item holds. No query is changed here: whoever asks decides.
#
# A million words are looked through in portions, so that other threads have their turn.

MOST = 3
_SHORTEST = 3  # letters of a word that others resemble
_LONG = 5  # letters of a word of which two may differ
_COMPARED_AT_ONCE = 20_000  # words


def suggestions(text: str, query: Node, engine: Engine, clock: Deadline = NO_LIMIT) -> tuple[Suggestion, ...]:
    """Return what may be meant by the first word of a query that no item holds and others resemble."""
    vocabulary: Counted | None = None
    for word in _searched(query):
        if len(word.word) >= _SHORTEST and not engine.search(word, clock):
            vocabulary = engine.vocabulary() if vocabulary is None else vocabulary
            start, end = _position(text, word)
            if end and (near := nearest(word.word, vocabulary, clock)):
                typed = text[start:end]
                return tuple(Suggestion(typed, other, n, text[:start] + other + text[end:]) for other, n in near)
    return ()


def _searched(query: Node) -> Iterator[Word]:
    """Yield the single words that a query looks for in fields that are searched by default."""
    for _, node in marked(query):
        for leaf in leaves(node) if isinstance(node, Near) else (node,):
            if isinstance(leaf, Leaf) and (not leaf.fields or set(NAMED_ONLY).isdisjoint(searched_fields(leaf))):
                yield from (replace(term, fields=()) for term in terms_of(leaf) if isinstance(term, Word))


def _position(text: str, word: Word) -> tuple[int, int]:
    """Return where a word stands in the query as typed, (0, 0) where it doesn't as one word."""
    first = word.place.start
    same = (token for token in tokens(text[first : word.place.end]) if token.word == word.word)
    return next(((first + token.start, first + token.end) for token in same), (0, 0))


def nearest(word: str, vocabulary: Counted, clock: Deadline = NO_LIMIT) -> list[tuple[str, int]]:
    """Return the words that differ by fewest letters, those that most items hold first, each with its items."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = 1 if len(word) < _LONG else 2
    lengths = range(len(word) - most, len(word) + most + 1)
    ranked, pairs = list[tuple[int, int, str]](), iter(vocabulary)
    while some := dict(islice(pairs, _COMPARED_AT_ONCE)):
        clock.check()
        alike = [other for other, count in some.items() if count and len(other) in lengths]
        near = extract(word, alike, scorer=OSA.distance, score_cutoff=most, limit=None)
        ranked += [(distance, -some[other], other) for other, distance, _ in near]
    ranked.sort()
    words = ((other, -count) for _, count, other in ranked)  # an operator is no word as it stands
    return list(islice((pair for pair in words if write(Word(pair[0])) == pair[0]), MOST))
