"""Text to tokens of the query language (search room). It knows how tokens look and nothing of what they mean.

See ``language`` for the language itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = r"(?=[\s()\"]|\Z)"
_HEBREW_QUOTE = r"(?<=[א-ת])\"(?=[א-ת])"
_STRUCK = r"(?:!\([^()\"]*\))?"
_TOKEN = re.compile(
    rf"""
    (?P<LPAR> \( ) | (?P<RPAR> \) )
    | (?P<LITERAL> =" [^"]* " )
    | (?P<STRING> " (?:[^"] | {_HEBREW_QUOTE})* " )
    | (?P<UNCLOSED> =?" )
    | (?P<REGEX> / (?:[^/\\\s] | \\\S)+ / {_STRUCK} {_END} )
    | (?P<NOTNEAR> not \s+ (?:w|pre)/\d+ {_END} )
    | (?P<NEAR> (?:w|pre)/\d+ {_END} )
    | (?P<AND> and {_END} ) | (?P<OR> or {_END} ) | (?P<NOT> not {_END} )
    | (?P<FUNC> (?:stem|prefixes)\( [^()"]* \) {_STRUCK} )
    | (?P<FIELD> [a-z]+ : (?!//) \s* )
    | (?P<WORD> (?: (?!!\() [^\s()"] | {_HEBREW_QUOTE} )+ {_STRUCK} )
    | (?P<OTHER> \S )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BLANKS = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One token of a query: its kind (a name in the grammar), its text and its place in the cleaned text."""

    kind: str
    text: str
    start: int
    end: int


def lex(text: str) -> Iterator[Lexeme]:
    """Yield the tokens of a cleaned text; every character but blanks belongs to one."""
    at = 0
    while True:
        found = _BLANKS.match(text, at)
        at = found.end() if found else at
        token = _TOKEN.match(text, at)
        if token is None:
            return
        yield Lexeme(token.lastgroup or "OTHER", token[0], at, token.end())
        at = token.end()
