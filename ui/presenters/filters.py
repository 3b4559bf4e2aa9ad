"""Filters of a query: the conditions on items that panels add to it and take from it, as text. Pure functions.

A filter is one condition on what is known of an item (``custodian:dana``, ``NOT tag:hot``, ``from:@x.example``) that
the query joins by AND to the rest. Where the query has an OR outside parentheses nothing is a filter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from triage.model.reports import Expansion
from ui.i18n import formatting
from ui.i18n.language import as_is, tr

_NAMES = (
    "tag|custodian|all-custodians|type|domain|lang|path|all-paths|reviewer|decided|note|origin|date|sent|modified|size"
    "|is|has|id|family|thread|hash|problem|batch|sample|judged"
)
_CONDITION = rf"(?:(?:{_NAMES}):(?:\"[^\"]*\"|[^\s\"()]+)|from:@[^\s\"()]+)"
_NEGATABLE = rf"(?:NOT\s+)*{_CONDITION}"
_FILTER = re.compile(rf"{_CONDITION}|\(\s*{_NEGATABLE}(?:\s+(?:AND\s+)?{_NEGATABLE})*\s*\)", re.IGNORECASE)
_JOINTS = re.compile(r"(?:not\s+)?(?:w|pre)/\d+", re.IGNORECASE)


class _Filtered(NamedTuple):
    """A query taken apart: what is searched for, and the filters in their order."""

    rest: str
    filters: tuple[str, ...]


def pieces(query: str) -> list[str]:
    """Split a query at its blanks outside quotation marks and parentheses; unbalanced ones end with the text."""
    parts: list[str] = []
    start, depth, quoted = -1, 0, False
    for at, sign in enumerate(query):
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign in "()":
            depth = max(0, depth + (1 if sign == "(" else -1))
        blank = sign.isspace() and not quoted and not depth
        if blank and start >= 0:
            parts.append(query[start:at])
            start = -1
        elif not blank and start < 0:
            start = at
    return [*parts, query[start:]] if start >= 0 else parts


def split(query: str) -> _Filtered:
    """Take a query apart into what is searched for and its filters."""
    parts = pieces(query)
    if "OR" in map(str.upper, parts):
        return _Filtered(query.strip(), ())
    rest: list[str] = []
    filters: list[str] = []
    at = 0
    while at < len(parts):
        negated = parts[at].upper() == "NOT" and at + 1 < len(parts)
        end = at + 1 + negated
        beside = (*parts[at - 1 : at], *parts[end : end + 1])
        if is_filter(parts[end - 1]) and not any(map(_JOINTS.fullmatch, beside)):
            filters.append(f"NOT {parts[end - 1]}" if negated else parts[at])
            at = end
        else:
            rest.append(parts[at])
            at += 1
    return _Filtered(_without_loose_and(rest), tuple(dict.fromkeys(filters)))


def is_filter(piece: str) -> bool:
    """Return whether this is a filter, or filters in parentheses, as ``opposite`` writes them."""
    return _FILTER.fullmatch(piece) is not None


def _without_loose_and(rest: list[str]) -> str:
    """Join pieces, without an AND that has lost what it joined."""
    joined: list[str] = []
    for piece in rest:
        if piece.upper() != "AND" or (joined and joined[-1].upper() != "AND"):
            joined.append(piece)
    if joined and joined[-1].upper() == "AND":
        joined.pop()
    return " ".join(joined)


def join(rest: str, filters: Iterable[str]) -> str:
    filters = tuple(filters)
    if rest and filters and "OR" in map(str.upper, pieces(rest)):
        rest = f"({rest})"
    if not filters and rest.startswith("(") and pieces(rest) == [rest]:
        rest = rest[1:-1]
    return " AND ".join(filter(None, (rest, *filters)))


def add(query: str, wanted: str) -> str:
    """Add filters; one that says the opposite is taken away."""
    rest, filters = split(query)
    added = split(wanted).filters or (wanted,)
    others = [condition for condition in filters if condition not in added and condition not in map(opposite, added)]
    return join(rest, (*others, *added))


def take_away(query: str, unwanted: str) -> str:
    rest, filters = split(query)
    return join(rest, (condition for condition in filters if condition != unwanted))


def opposite(wanted: str) -> str:
    """Return the filter that leaves out what this one takes in."""
    parts = pieces(wanted)
    if len(parts) == 2 and parts[0].upper() == "NOT":
        return parts[1]
    return f"NOT {wanted}" if len(parts) == 1 else f"NOT ({wanted})"


def within(query: str) -> str:
    """Return the filters alone: the set in which the rest of the query is searched for, "" for every item."""
    return " AND ".join(split(query).filters)


def between(query: str, first: str, last: str) -> str:
    """Add the filter for the months from first to last, in place of other dates."""
    rest, filters = split(query)
    others = [condition for condition in filters if not condition.lower().startswith("date:")]
    return join(rest, (*others, f"date:{first}" if first == last else f"date:{first}..{last}"))


_STRUCK = r"(?:!\([^()]*\))?"


def term_and_struck(term: str) -> tuple[str, tuple[str, ...]]:
    """Split ``atlas*!(atlases)`` into the term and the words struck out of it."""
    match = re.fullmatch(r"(.*?)!\(([^()]*)\)", term, re.DOTALL)
    if not match:
        return term, ()
    return match[1], tuple(word.strip() for word in match[2].split(",") if word.strip())


def strike(query: str, term: str, words: Iterable[str]) -> str | None:
    """Write a term with these words struck out, wherever it stands in the query; None where it isn't found."""
    plain, _ = term_and_struck(term)
    struck = ",".join(sorted(set(words)))
    edge = r"[\w*?~/]"
    pattern = re.compile(rf"(?<!{edge})({re.escape(plain)}){_STRUCK}(?!{edge})", re.IGNORECASE)
    changed, times = pattern.subn(lambda match: match[1] + (f"!({struck})" if struck else ""), query)
    return changed if times else None


# What can complete a query at the cursor: a field's name, or a value of a field that has few. Pure functions.

_NAME = r"[A-Za-z][A-Za-z-]"
_PIECE_TYPED = re.compile(rf'(?:^|[\s(])({_NAME}*:(?:"[^"]*|[^\s"()]*)|{_NAME}+)$')


def piece_typed(before: str) -> str:
    """Return the field, or the field with its value, that is being typed before the cursor; "" where none is."""
    match = _PIECE_TYPED.search(before)
    return match[1] if match and before[: match.start(1)].count('"') % 2 == 0 else ""


def field_of(piece: str) -> str:
    """Return the field of which a value is being typed, "" while its name is."""
    name, colon, _ = piece.partition(":")
    return name.lower() if colon else ""


def fitting(piece: str, known: Iterable[str]) -> list[str]:
    """Return what of the known pieces completes the one begun: those that begin so first, then those that hold it."""
    typed = _plain(piece)
    rest = typed.partition(":")[2]
    texts = {candidate: _plain(candidate) for candidate in known}
    if typed in texts.values():
        return []
    first = [candidate for candidate, text in texts.items() if text.startswith(typed)]
    return first + [
        candidate
        for candidate, text in texts.items()
        if rest and rest in text.partition(":")[2] and candidate not in first
    ]


def _plain(piece: str) -> str:
    return piece.replace('"', "").casefold()


# What wildcards and other open terms stand for, in words of the window. Pure functions.
#
# Words of the index come from evidence; each keeps its own order, or a Hebrew one would move its number.

_FEW = 8  # words of a term that a line names; the others are in its tooltip


def stands_for(expansion: Expansion) -> str:
    """Return ``atlas* → atlas 412, atlases 3``."""
    more = expansion.count - len(expansion.words)
    text = f"{formatting.safe_line(expansion.term)} → {_counted(expansion)}"
    return tr("{words} and {more} more", words=text, more=more) if more else as_is(text)


def briefly(expansions: Sequence[Expansion]) -> str:
    """Return ``(atlas 412, atlases 3; blue 7 …)``, the terms in their order in the query; "" for none."""
    terms = [_counted(expansion, _FEW) + (" …" if expansion.count > _FEW else "") for expansion in expansions]
    return f"({'; '.join(terms)})" if terms else ""


def _counted(expansion: Expansion, most: int | None = None) -> str:
    words = (f"{_word(word)} {formatting.number(count)}" for word, count in expansion.words[:most])
    return formatting.listed(words) or tr("no word of the index")


def _word(untrusted: str) -> str:
    line = formatting.safe_line(untrusted)
    return formatting.isolate(line) if formatting.right_to_left(line) else as_is(line)
