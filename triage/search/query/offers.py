"""What is offered instead of a query that is refused: a mended query, and the text itself in quotation marks.

Nothing is offered that can't be read, that loses a value that was typed, or in which an operator of another program
stands as a plain word.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable

from triage.search.query.fields import is_field
from triage.search.query.foreign import OPERATORS
from triage.search.query.grammar import Wrong
from triage.search.query.lexer import Raw, clean, lex
from triage.text import words

MENDABLE = 2000
"""Longest query for which a mend is sought, in characters: each try reads the whole query again."""

_STEPS = 8
_SIGNS = re.compile(r'"(?<![א-ת]")|"(?![א-ת])|[*?~]|(?<=!)\(')
"""What means something inside of a phrase."""
_FUNCTION = re.compile(r"\b(?:stem|prefixes)\(", re.IGNORECASE)
_SYNTAX = frozenset(("FIELD", "STRING", "LITERAL", "REGEX", "FUNC", "NEAR", "NOTNEAR"))
_NO_VALUES = frozenset(words(f"and or not w pre {' '.join(OPERATORS)}"))
_FOREIGN = frozenset(("foreign-syntax", "foreign-nearest", "distance-by-sentence"))
"""Refusals whose equivalents the tests judge one by one: they may spell values in another way."""
_SQL = frozenset(("SELECT", "FROM", "WHERE", "NULL"))
Reader = Callable[[str], object]


def mended(text: str, wrong: Wrong, read: Reader) -> str | None:
    """Return the query with its mistakes mended, None where that takes more than a few steps or loses something.

    ``read`` raises Wrong for a query that can't be read.
    """
    for _ in range(_STEPS):
        if wrong.mend is None or len(text) > MENDABLE:
            return None
        start, end, instead = wrong.mend
        if wrong.message.key not in _FOREIGN and not _kept(text[start:end], instead):
            return None
        text = clean(" ".join((text[:start] + instead + text[end:]).split())).text
        try:
            read(text)
        except Wrong as next_wrong:
            wrong = next_wrong
        else:
            return text if text and not _holds_operator(text) else None
    return None


def quoted(text: str, start: int, end: int, read: Reader) -> str | None:
    """Return the query with what was refused at a place as a phrase; all of it where nothing else is an operator."""
    offer = text
    for _ in range(_STEPS if len(text) <= MENDABLE else 0):
        tokens = list(lex(offer))
        first, last = _around(tokens, start, end)
        others = [token for token in tokens if token.end <= first or token.start >= last]
        if not any(map(_is_syntax, others)):
            break
        phrase = _phrase(offer[first:last])
        if phrase is None:
            break
        left = "" if offer[:first][-1:] in ("", " ", "(") else " "
        right = "" if offer[last : last + 1] in ("", " ", ")") else " "
        offer = f"{offer[:first]}{left}{phrase}{right}{offer[last:]}"
        try:
            read(offer)
        except Wrong as wrong:
            start, end = wrong.start, wrong.end
        else:
            return " ".join(offer.split())
    return _phrase(text)


def _phrase(text: str) -> str | None:
    if _FUNCTION.search(text):
        text = re.sub("[()]", " ", text)
    plain = " ".join(_SIGNS.sub(" ", text).split()).lstrip("#")
    return f'"{plain}"' if words(plain) else None


def _around(tokens: list[Raw], start: int, end: int) -> tuple[int, int]:
    """Widen a place to all that touches it of the words, and to the name of the field that they stand behind."""
    at = next((at for at, token in enumerate(tokens) if token.end > start), len(tokens) - 1)
    to = next((to for to in range(at, len(tokens)) if tokens[to].end >= end), len(tokens) - 1)
    if at and tokens[at - 1].kind == "FIELD":
        at -= 1
    if to + 1 < len(tokens) and tokens[to].text[-1:] == ":" and tokens[to + 1].start == tokens[to].end:
        to += 1
    return min(start, tokens[at].start), max(end, tokens[to].end)


def _is_syntax(token: Raw) -> bool:
    return token.kind in _SYNTAX or (token.kind in ("AND", "OR", "NOT") and token.text.isupper())


def _kept(typed: str, instead: str) -> bool:
    """Whether all words of a piece of a query are in what is put in its place, or something spelled much like them."""
    kept = [word.lstrip("0") for word in words(instead)]
    if "".join(words(typed)) == "".join(words(instead)):
        return True
    plain = re.sub(r"~\d*", " ", typed)
    return all(
        word.lstrip("0") in kept
        or word in _NO_VALUES
        or (is_field(word) and f"{word}:" in typed.lower())
        or difflib.get_close_matches(word, kept, n=1, cutoff=0.7)
        for word in words(plain)
    )


def _holds_operator(text: str) -> bool:
    tokens = list(lex(text))
    plain = [token.text for token in tokens if token.kind == "WORD"]
    return not _SQL.isdisjoint(plain) or any(word.upper() in OPERATORS for word in plain)
