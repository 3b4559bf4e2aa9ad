"""Filters of a query: the conditions on items that panels add to it and take from it, as text. Pure functions.

A filter is one condition on what is known of an item (``custodian:dana``, ``NOT tag:hot``, ``from:@x.example``) that
the query joins by AND to the rest. Where the query has an OR outside parentheses nothing is a filter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_NAMES = (
    "tag|custodian|type|domain|lang|path|reviewer|decided|note|origin|date|sent|modified|size|is|has|id|family|thread|hash"
    "|problem|batch|sample|judged"
)
_FILTER = re.compile(rf"(?:{_NAMES}):(?:\"[^\"]*\"|[^\s\"()]+)|from:@[^\s\"()]+", re.IGNORECASE)
_JOINTS = re.compile(r"(?:not\s+)?(?:w|pre)/\d+", re.IGNORECASE)


class Filtered(NamedTuple):
    """A query taken apart: what is searched for, and the filters in their order."""

    rest: str
    filters: tuple[str, ...]


def pieces(query: str) -> list[str]:
    """Split a query at its blanks outside quotation marks and parentheses; unbalanced ones end with the text."""
    found: list[str] = []
    start, depth, quoted = -1, 0, False
    for at, sign in enumerate(query):
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign in "()":
            depth = max(0, depth + (1 if sign == "(" else -1))
        blank = sign.isspace() and not quoted and not depth
        if blank and start >= 0:
            found.append(query[start:at])
            start = -1
        elif not blank and start < 0:
            start = at
    return [*found, query[start:]] if start >= 0 else found


def split(query: str) -> Filtered:
    """Take a query apart into what is searched for and its filters."""
    found = pieces(query)
    words = [piece.upper() for piece in found]
    if "OR" in words:
        return Filtered(query.strip(), ())
    rest: list[str] = []
    filters: list[str] = []
    at = 0
    while at < len(found):
        negated = words[at] == "NOT" and at + 1 < len(found)
        piece = found[at + 1] if negated else found[at]
        alone = not _beside(found, at - 1) and not _beside(found, at + 1 + negated)
        if alone and is_filter(piece):
            filters.append(f"NOT {piece}" if negated else piece)
            at += 1 + negated
        else:
            rest.append(found[at])
            at += 1
    return Filtered(_without_loose_and(rest), tuple(dict.fromkeys(filters)))


def _beside(found: list[str], at: int) -> bool:
    return 0 <= at < len(found) and _JOINTS.fullmatch(found[at]) is not None


def is_filter(piece: str) -> bool:
    """Return whether this is a filter, or filters in parentheses (as for what is left out)."""
    if _FILTER.fullmatch(piece):
        return True
    if not (piece.startswith("(") and piece.endswith(")")):
        return False
    inner = pieces(piece[1:-1])
    return bool(inner) and all(part.upper() in ("AND", "NOT") or _FILTER.fullmatch(part) for part in inner)


def _without_loose_and(rest: list[str]) -> str:
    """Join pieces, without an AND that has lost what it joined."""
    kept: list[str] = []
    for piece in rest:
        if piece.upper() != "AND" or (kept and kept[-1].upper() != "AND"):
            kept.append(piece)
    while kept and kept[-1].upper() == "AND":
        kept.pop()
    return " ".join(kept)


def join(rest: str, filters: Iterable[str]) -> str:
    """Put a query together again."""
    filters = tuple(filters)
    if rest and filters and "OR" in (piece.upper() for piece in pieces(rest)):
        rest = f"({rest})"
    if not filters and rest.startswith("(") and pieces(rest) == [rest]:
        rest = rest[1:-1]
    return " AND ".join((*((rest,) if rest else ()), *filters))


def add(query: str, wanted: str) -> str:
    """Add filters; one that says the opposite is taken away."""
    rest, filters = split(query)
    added = split(wanted).filters or (wanted,)
    kept = [one for one in filters if one not in added and one not in map(opposite, added)]
    return join(rest, (*kept, *added))


def take_away(query: str, unwanted: str) -> str:
    """Take a filter away."""
    rest, filters = split(query)
    return join(rest, (one for one in filters if one != unwanted))


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
    kept = [one for one in filters if not one.lower().startswith("date:")]
    return join(rest, (*kept, f"date:{first}" if first == last else f"date:{first}..{last}"))


_STRUCK = r"(?:!\([^()]*\))?"


def term_and_struck(term: str) -> tuple[str, tuple[str, ...]]:
    """Split ``atlas*!(atlases)`` into the term and the words struck out of it."""
    found = re.fullmatch(r"(.*?)!\(([^()]*)\)", term, re.DOTALL)
    if not found:
        return term, ()
    return found[1], tuple(word.strip() for word in found[2].split(",") if word.strip())


def strike(query: str, term: str, words: Iterable[str]) -> str | None:
    """Write a term with these words struck out, wherever it stands in the query; None where it isn't found."""
    plain, _ = term_and_struck(term)
    struck = ",".join(sorted(set(words)))
    edge = r"[\w*?~/]"
    pattern = re.compile(rf"(?<!{edge})({re.escape(plain)}){_STRUCK}(?!{edge})", re.IGNORECASE)
    changed, times = pattern.subn(lambda found: found[1] + (f"!({struck})" if struck else ""), query)
    return changed if times else None
