"""MATCH strings for FTS5: flat ones, every token quoted. Nothing here touches a database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from triage.search.query.tree import Leaf, Pattern, Phrase, Prefix, Term, Word, Words

BLOCK = "SELECT rowid FROM search_fts WHERE search_fts MATCH ?"
WORDS_AT_ONCE = 50
"""Most alternatives in one MATCH string; FTS5's time for an OR grows faster than the number of its parts."""

_MOST_PHRASES = 300


def match_strings(leaf: Leaf) -> Iterator[str] | None:
    """Return MATCH strings whose results together are the leaf's, none for no word; None where that takes too many."""
    if isinstance(leaf, Words):  # quoted as they are asked for, as the first of very many may be enough
        return (_block(list(map(quoted, words)), leaf) for words in _blocks(leaf.words))
    try:
        return (_block(phrases, leaf) for phrases in _blocks(alternatives(leaf)))
    except TooManyPhrases:
        return None


def _blocks(all_of: Sequence[str]) -> Iterator[Sequence[str]]:
    return (all_of[at : at + WORDS_AT_ONCE] for at in range(0, len(all_of), WORDS_AT_ONCE))


def _block(phrases: Sequence[str], leaf: Leaf) -> str:
    return scoped(" OR ".join(phrases), leaf.fields)


class TooManyPhrases(Exception):
    """It takes more phrases than is quick, or ones that FTS5 can't say."""


def alternatives(leaf: Leaf) -> list[str]:
    """Return the FTS5 phrases that a leaf stands for. Raises TooManyPhrases."""
    match leaf:
        case Word(word=word):
            return [quoted(word)]
        case Prefix(stem=stem):
            return [f"{quoted(stem)} *"]
        case Words(words=words):
            return list(map(quoted, words))
        case Phrase(parts=parts):
            return _phrases(parts)
        case _:
            raise TypeError(f"{leaf} was to be expanded before")


def scoped(expression: str, fields: tuple[str, ...]) -> str:
    """Return an expression of phrases held to some columns."""
    if not fields:
        return expression
    return "{" + " ".join(map(quoted, fields)) + "} : (" + expression + ")"


def quoted(token: str) -> str:
    """Return a token as an FTS5 string; tokens hold no quotation mark, but nothing relies on it."""
    return '"' + token.replace('"', '""') + '"'


def _phrases(parts: tuple[Term, ...]) -> list[str]:
    if any(isinstance(part, Prefix | Pattern) for part in parts[:-1]) or isinstance(parts[-1], Pattern):
        raise TooManyPhrases
    choices = list(map(alternatives, parts))
    if prod(map(len, choices)) > _MOST_PHRASES:
        raise TooManyPhrases
    return [" + ".join(words) for words in product(*choices)]
