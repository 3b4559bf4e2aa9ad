"""Text to tokens of the query language. It knows how tokens look and nothing of what they mean.

See ``language`` for the language itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from triage.search.query.fields import is_field

_END = r"(?=[\s()\"]|\Z)"
_HEBREW_QUOTE = r"(?<=[א-ת])\"(?=[א-ת])"
_STRUCK = r"(?:!\([^()\"]*\))?"
_TOKEN = re.compile(
    rf"""
    (?P<LPAR> \( ) | (?P<RPAR> \) )
    | (?P<LITERAL> =\s*" [^"]* " )
    | (?P<STRING> " (?:[^"] | {_HEBREW_QUOTE})* " )
    | (?P<UNCLOSED> =?" )
    | (?P<REGEX> / (?:[^/\\\s] | \\\S)+ / {_STRUCK} {_END} )
    | (?P<NOTNEAR> not \s+ (?:w|pre)/\d+ {_END} )
    | (?P<NEAR> (?:w|pre)/\d+ {_END} )
    | (?P<FOREIGN> (?:w|pre)/(?:\s+\d+|[sp]|\d+\w*) {_END} | (?:near|within|adj|onear)/\d+ {_END} | /\d{{1,4}} {_END} )
    | (?P<AND> and {_END} ) | (?P<OR> or {_END} ) | (?P<NOT> not {_END} )
    | (?P<FUNC> (?:stem|prefixes)\( (?: [^()"] | {_HEBREW_QUOTE} )* \) {_STRUCK} )
    | (?P<FIELD> [a-z]+ : (?!//) \s* )
    | (?P<WORD> (?: (?!!\() [^\s()"] | {_HEBREW_QUOTE} )+ {_STRUCK} )
    | (?P<OTHER> \S )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(rf"(?:(?!!\()[^\s()\"])+{_STRUCK}")
_BLANKS = re.compile(r"\s*")
_UNIT = rf"(?:\s+(?:kb|mb|gb){_END})?"
_VALUE = re.compile(rf"(?:[<>]=?\s*)?[^\s()\"<>]+{_UNIT}(?:\s+\.\.\s+[^\s()\"<>]+{_UNIT})?", re.IGNORECASE)
_MEASURED = frozenset(("date", "sent", "modified", "decided", "size"))
"""Fields whose values may have blanks in them, as in ``size:> 1 mb``; they are read as if they had none."""


@dataclass(frozen=True, slots=True)
class Raw:
    """What was written: a token of the cleaned text, or what ``grammar`` makes of several.

    ``kind`` is a token's name in the grammar, or either, both, close, negation or scoped; ``text`` the token's, of a
    close its operator. ``group`` is set where parentheses stood around it.
    """

    kind: str
    text: str
    start: int
    end: int
    parts: tuple[Raw, ...] = ()
    group: bool = False
    depth: int = 1


def lex(text: str) -> Iterator[Raw]:
    """Yield the tokens of a cleaned text; every character but blanks belongs to one."""
    at, field = 0, ""
    while True:
        found = _BLANKS.match(text, at)
        at = found.end() if found else at
        lexeme = _next(text, at, field)
        if lexeme is None:
            return
        yield lexeme
        at = lexeme.end
        field = lexeme.text.strip().lower() if lexeme.kind == "FIELD" else ""


def _next(text: str, at: int, field: str) -> Raw | None:
    """Return the token at a place, where the field named directly before it, "" for none, decides with it."""
    value = _VALUE.match(text, at) if field.rstrip(":") in _MEASURED else None
    if value:
        return Raw("WORD", "".join(value[0].split()), at, value.end())
    token = _TOKEN.match(text, at)
    if token is None:
        return None
    kind = token.lastgroup or "OTHER"
    if field and (kind == "FOREIGN" or (kind == "FIELD" and not is_field(token[0]))):  # subject:RE: is no field in one
        token = _WORD.match(text, at) or token
        kind = "WORD"
    return Raw(kind, token[0], at, token.end())
