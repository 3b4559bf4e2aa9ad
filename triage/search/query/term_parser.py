"""What stands for one word of the text: from what was typed to Word, Prefix or Pattern and back, and which words it is.

Every letter goes through ``triage.text``, so that a query's words are the index's words.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, NoReturn

from triage.errors import EngineRefusal
from triage.search.engine import NO_LIMIT, Deadline
from triage.search.query.tree import Pattern, Place, Prefix, Term, Word, Words
from triage.search.query.values import Unreadable
from triage.text import BORDER, BREAK, SPELLINGS, fold, shown, spelled_alone, spellings, stands_alone, tokens, words

WILD = re.compile("[*?]")
_FUZZY = re.compile(r"(.*[^~])~([0-9]*)", re.DOTALL)
_STRUCK = re.compile(r"(.*)!\(([^()]*)\)", re.DOTALL)
_CHUNK = re.compile(r"(?:!\([^()]*\)|\S)+")
_GAP = re.compile(r"(.)([*?]+)(?=(.))")
_FUNCTION = re.compile(r"(stem|prefixes)\(([^()]*)\)", re.IGNORECASE)


Struck = dict[str, str]
"""Words struck out of a term, folded, in order, with each as it was typed."""


def split_struck(text: str) -> tuple[str, Struck]:
    """Split ``atlas*!(Atlasblue,atlases)`` into the term and the words struck out of it."""
    match = _STRUCK.fullmatch(text)
    if match and WILD.search(match[2]):
        raise Unreadable("no-wildcard-struck-out", typed=match[2])
    return (match[1], dict(sorted(zip(words(match[2]), _typed(match[2]), strict=True)))) if match else (text, {})


def chunks(text: str) -> list[str]:
    """Split a text at its blanks, those between struck words aside."""
    return _CHUNK.findall(text)


def terms(text: str, place: Place) -> list[Term]:
    """Return what a run of characters without blanks stands for: one term for each word, in order; none for signs.

    Raises Unreadable where it can't be read.
    """
    text, struck = split_struck(text)
    fuzzy = _FUZZY.fullmatch(text)
    if fuzzy:
        return [_fuzzy(fuzzy[1], fuzzy[2] or "1", struck, place)]
    _refuse_gap(text)
    parsed = [_wild(piece, shown, struck, place) for piece, shown in _pieces(text)]
    if struck and not any(isinstance(term, Pattern) for term in parsed):
        raise Unreadable("nothing-to-strike-out")
    return parsed


def inside(text: str, place: Place) -> list[Term]:
    """Return what a run of characters without blanks stands for inside a phrase. Raises Unreadable."""
    return [function(text, place)] if _FUNCTION.fullmatch(split_struck(text)[0]) else terms(text, place)


def plain(text: str, place: Place) -> list[Term]:
    """Return the words of a text in which no sign means anything."""
    return [Word(word, place=place, shown=shown) for word, shown in zip(words(text), _typed(text), strict=True)]


def without_idle_stars(text: str) -> str:
    """Return a run of characters without the stars at its ends beside a character that is a word by itself."""
    if text[-1:] == "*" and stands_alone(text.rstrip("*")[-1:]):
        text = text.rstrip("*")
    return text.lstrip("*") if stands_alone(text.lstrip("*")[:1]) else text


def function(text: str, place: Place) -> Pattern:
    """Return what ``stem(word)`` or ``prefixes(word)`` stands for. Raises Unreadable."""
    text, struck = split_struck(text)
    match = _FUNCTION.fullmatch(text)
    kind, inner = (match[1].lower(), match[2]) if match else ("stem", text)
    folded = words(inner)
    if len(folded) != 1 or WILD.search(inner):
        raise Unreadable("function-takes-word", kind=kind)
    return _struck_from(Pattern(kind, folded[0], place=place, shown=_typed(inner)[0]), struck)


def regex(text: str, place: Place) -> Pattern:
    """Return what ``/expression/`` stands for. Raises Unreadable where it is no expression."""
    import regex as engine  # type: ignore[import-untyped]

    text, struck = split_struck(text)
    expression = text[1:-1].replace("\\/", "/")
    try:
        engine.compile(expression)
    except (engine.error, OverflowError, RecursionError) as error:
        raise Unreadable("no-regular-expression", error=error) from None
    return _struck_from(Pattern("regex", expression, place=place), struck)


def written(term: Term) -> str:
    """Return the term as the language writes it, without its field; reading that gives the same term."""
    match term:
        case Word(word=word):
            return term.shown or word
        case Prefix(stem=stem):
            return f"{term.shown or stem}*"
        case Pattern():
            return _pattern(term) + (f"!({','.join(term.struck_shown or term.struck)})" if term.struck else "")
        case _:
            return f"({' OR '.join(term.words)})"


def _pattern(term: Pattern) -> str:
    text = term.shown or term.text
    match term.kind:
        case "fuzzy":
            return f"{text}~{term.distance}"
        case "regex":
            return "/" + text.replace("/", "\\/") + "/"
        case "wild":
            return text
        case kind:
            return f"{kind}({text})"


def _typed(text: str) -> list[str]:
    """Return the words of a text as they were typed, folded where that wouldn't read as the same word."""
    spelled = ((token.word, text[token.start : token.end]) for token in tokens(text))
    return [typed if words(typed) == [word] else word for word, typed in spelled]


def _pieces(text: str) -> list[tuple[str, str]]:
    """Fold a text but keep its wildcards, and split it into words, each with how it was typed."""
    if not WILD.search(text):
        return list(zip(words(text), _typed(text), strict=True))
    folded = _folded(text)
    typed = "".join(" " if fold(c).isspace() and c not in "*?" else c for c in re.sub(r"\*+", "*", text)).split()
    if [piece for part in typed for piece in _folded(part)] != folded or len(typed) != len(folded):
        typed = folded
    return list(zip(folded, typed, strict=True))


def _refuse_gap(text: str) -> None:
    """Refuse a wildcard between two characters that are words by themselves: a distance says what is meant."""
    for gap in _GAP.finditer(text):
        if stands_alone(gap[1]) and stands_alone(gap[3]):
            far = 5 if "*" in gap[2] else len(gap[2]) + 1
            meant = f"{text[: gap.end(1)]} pre/{far} {text[gap.start(3) :]}"
            raise Unreadable("wildcard-between-words", meant, typed=gap[2], meant=meant)


def _folded(text: str) -> list[str]:
    folded = "".join(part if part in "*?" else fold(part) for part in re.split("([*?])", text) if part)
    return re.sub(r"\*+", "*", folded).split()


def _wild(piece: str, shown: str, struck: Struck, place: Place) -> Term:
    if not WILD.search(piece):
        return Word(piece, place=place, shown=shown)
    if not piece.strip("*?"):
        raise Unreadable("wildcard-alone", typed=piece)
    if piece.endswith("*") and not WILD.search(piece[:-1]) and not struck:
        return Prefix(piece[:-1], place=place, shown=shown[:-1])
    return _struck_from(Pattern("wild", piece, place=place, shown=shown), struck)


def _fuzzy(text: str, distance: str, struck: Struck, place: Place) -> Pattern:
    folded, shown = words(text), _typed(text)
    if len(folded) != 1 or WILD.search(text):
        plain = " ".join(shown)
        raise Unreadable("fuzzy-follows-word", f'"{plain}"' if " " in plain else plain)
    most = min(2, len(folded[0]) - 1)
    mend = f"{shown[0]}~{most}" if most else shown[0]
    if distance not in ("1", "2"):
        raise Unreadable("fuzzy-distance", mend)
    if most < int(distance):
        raise Unreadable("fuzzy-word-too-short", mend, typed=folded[0], distance=distance)
    return _struck_from(Pattern("fuzzy", folded[0], int(distance), place=place, shown=shown[0]), struck)


def _struck_from(term: Pattern, struck: Struck) -> Pattern:
    return replace(term, struck=tuple(struck), struck_shown=tuple(struck.values())) if struck else term


# Which words of the text a term of a query stands for, one word at a time.
#
# Slow and obvious; ``expand`` finds the same words of a whole vocabulary faster. Nothing here knows where words
# stand.

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
            return _is_fuzzy(term.text, term.distance)
        case "stem":
            wanted = stem(term.text)
            return lambda word: stem(word) == wanted
        case "prefixes":
            prefixed = re.compile(f"(?:{_HEBREW}|{_ARABIC}){re.escape(term.text)}")
            return lambda word: prefixed.fullmatch(word) is not None
        case _:
            return _regex(term.text, clock)


def _is_fuzzy(text: str, distance: int) -> Test:
    """Optimal string alignment: insertion, deletion, substitution, swap of neighbours, each a distance of one."""
    from rapidfuzz.distance import OSA

    return lambda word: abs(len(word) - len(text)) <= distance and OSA.distance(text, word) <= distance


_LONGEST_MATCH = 5.0
"""Seconds of CPU for one match of an expression, which nothing can stop in between."""


def _regex(expression: str, clock: Deadline) -> Test:
    import regex

    compiled = regex.compile(_folded_word(expression), regex.IGNORECASE)

    def fits(word: str) -> bool:
        bound = min(clock.left, _LONGEST_MATCH)
        try:
            return compiled.fullmatch(word, timeout=bound) is not None
        except TimeoutError:
            _stop(clock, bound)

    return fits


def lines(expression: str, text: str, clock: Deadline) -> list[str]:
    """Return the lines of a text that an expression covers, for one that can't leave its line."""
    import regex

    compiled = regex.compile(f"^(?:{_folded_word(expression)})$", regex.IGNORECASE | regex.MULTILINE)
    bound = min(clock.left, _LONGEST_MATCH)
    try:
        return [match[0] for match in compiled.finditer(text, timeout=bound) if match[0]]
    except TimeoutError:
        _stop(clock, bound)


def _stop(clock: Deadline, bound: float) -> NoReturn:
    """Raise EngineRefusal for the bound that a match met, the search's or its own."""
    if clock.stopped() or bound < _LONGEST_MATCH:
        clock.stop()
    raise EngineRefusal("search-out-of-time", seconds=_LONGEST_MATCH)


def _folded_word(expression: str) -> str:
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
