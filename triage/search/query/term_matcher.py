"""Which words of the text a term of a query stands for, one word at a time.

Slow and obvious; ``expand`` finds the same words of a whole vocabulary faster. Nothing here knows where words stand.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from triage.index_words import BREAK, SPELLINGS, shown, spelled_alone, spellings
from triage.search.engine import NO_LIMIT, Deadline
from triage.search.query.tree import Pattern, Prefix, Term, Word, Words
from triage.text import BORDER, fold

Test = Callable[[str], bool]

_HEBREW = "ו?(?:[כמ]?ש)?[בכלמ]?ה?"
_ARABIC = "[وف]?(?:[بكل]?ال|لل|[بكل])?"


def test(term: Term, clock: Deadline = NO_LIMIT, *, alone: bool = False) -> Test:
    """Return a function that says of a token of an index whether the term stands for one of its spellings.

    A token is struck by the spelling in which it is shown. Words are tokens of the index themselves, and a Word may be
    one. That of the first half of a word that is broken at a line's end stands for the whole, too, unless ``alone``.
    """
    plain = _test_of_spelling(term, clock)
    if isinstance(term, Words) or (isinstance(term, Word) and term.word.startswith(SPELLINGS)):
        return plain
    struck = frozenset(term.struck) if isinstance(term, Pattern) else frozenset[str]()

    def stands(token: str) -> bool:
        if not token.startswith(SPELLINGS):
            return plain(token)
        return shown(token) not in struck and any(map(plain, (spelled_alone if alone else spellings)(token)))

    return stands


def test_broken(term: Term, clock: Deadline = NO_LIMIT) -> Test:
    """Return a function that says of a token whether the term stands for it and the next one, as one broken word."""
    plain = _test_of_spelling(term, clock)
    if isinstance(term, Words):
        return lambda token: False
    struck = frozenset(term.struck) if isinstance(term, Pattern) else frozenset[str]()

    def stands(token: str) -> bool:
        return BREAK in token and (word := spellings(token)[-1]) not in struck and plain(word)

    return stands


class Tests(NamedTuple):
    """What a term stands for: a token alone, and a token with the next one, which are one broken word."""

    alone: Test
    broken: Test


def tests(term: Term, clock: Deadline = NO_LIMIT) -> Tests:
    """Return what says of tokens whether the term stands for them."""
    return Tests(test(term, clock, alone=True), test_broken(term, clock))


def ends(parts: Sequence[Tests], words: Sequence[str], at: int) -> Iterator[int]:
    """Yield where what stands for the parts ends that begins here: the token after its last."""
    if not parts:
        yield at
    elif at < len(words):
        first, *rest = parts
        if first.alone(words[at]):
            yield from ends(rest, words, at + 1)
        if first.broken(words[at]):
            yield from ends(rest, words, at + 2)


def _test_of_spelling(term: Term, clock: Deadline) -> Test:
    match term:
        case Word(word=word):
            return word.__eq__
        case Prefix(stem=stem):
            return lambda word: word.startswith(stem) and word != BORDER
        case Words(words=words):
            return frozenset(words).__contains__
        case Pattern():
            inner, struck = pattern(term, clock), frozenset((*term.struck, BORDER))
            return lambda word: word not in struck and inner(word)


def pattern(term: Pattern, clock: Deadline) -> Test:
    """Return the test of a Pattern alone, struck words aside."""
    match term.kind:
        case "wild":
            wild = re.compile(fnmatch.translate(term.text))
            return lambda word: wild.match(word) is not None
        case "fuzzy":
            return _fuzzy(term.text, term.distance)
        case "stem":
            wanted = stem(term.text)
            return lambda word: stem(word) == wanted
        case "prefixes":
            prefixed = re.compile(f"(?:{_HEBREW}|{_ARABIC}){re.escape(term.text)}")
            return lambda word: prefixed.fullmatch(word) is not None
        case _:
            return _regex(term.text, clock)


def _fuzzy(text: str, distance: int) -> Test:
    """Optimal string alignment: insertion, deletion, substitution, swap of neighbours, each a distance of one."""
    from rapidfuzz.distance import OSA

    return lambda word: abs(len(word) - len(text)) <= distance and OSA.distance(text, word) <= distance


def _regex(expression: str, clock: Deadline) -> Test:
    import regex  # type: ignore[import-untyped]

    compiled = regex.compile(_folded(expression), regex.IGNORECASE)

    def fits(word: str) -> bool:
        try:
            return compiled.fullmatch(word, timeout=min(clock.left, 60.0)) is not None
        except TimeoutError:
            clock.stop()
            return False

    return fits


def lines(expression: str, text: str, clock: Deadline) -> list[str]:
    """Return the lines of a text that an expression covers, for one that can't leave its line."""
    import regex

    compiled = regex.compile(f"^(?:{_folded(expression)})$", regex.IGNORECASE | regex.MULTILINE)
    try:
        return [found[0] for found in compiled.finditer(text, timeout=min(clock.left, 60.0)) if found[0]]
    except TimeoutError:
        clock.stop()


def _folded(expression: str) -> str:
    """Fold the letters of an expression that words are folded to, one for one; never an escape such as ``\\S``."""
    pieces = re.findall(r"\\.|.", expression, re.DOTALL)
    return "".join(_letter(piece) for piece in pieces)


def _letter(piece: str) -> str:
    if len(piece) > 1 or piece.isascii():
        return piece
    folded = fold(piece).strip()
    return folded if len(folded) == 1 else piece


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return a folded word's stem after the Snowball English stemmer."""
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]
    import snowballstemmer  # type: ignore[import-untyped]

    return snowballstemmer.stemmer("english")
