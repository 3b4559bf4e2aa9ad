"""Which words of the text a term of a query stands for, one word at a time.

Slow and obvious; ``expand`` finds the same words of a whole vocabulary faster. Nothing here knows where words stand.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable
from functools import lru_cache

from triage.index_words import SPELLINGS, shown, spellings
from triage.search.engine import NO_LIMIT, Deadline
from triage.search.query.tree import Pattern, Prefix, Term, Word, Words
from triage.text import BORDER, fold

Test = Callable[[str], bool]

_HEBREW = "ו?(?:[כמ]?ש)?[בכלמ]?ה?"
_ARABIC = "[وف]?(?:[بكل]?ال|لل|[بكل])?"


def test(term: Term, clock: Deadline = NO_LIMIT) -> Test:
    """Return a function that says of a token of an index whether the term stands for one of its spellings.

    A token is struck by the spelling in which it is shown. Words are tokens of the index themselves.
    """
    plain = _test_of_spelling(term, clock)
    if isinstance(term, Words):
        return plain
    struck = frozenset(term.struck) if isinstance(term, Pattern) else frozenset[str]()

    def stands(token: str) -> bool:
        if not token.startswith(SPELLINGS):
            return plain(token)
        return shown(token) not in struck and any(map(plain, spellings(token)))

    return stands


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
