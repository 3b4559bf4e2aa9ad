"""Tokens to a raw tree (search room): the grammar, what its rules build, and what a broken query is told.

The raw tree says what was written; what it means is ``language``'s business. lark is imported on first use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from triage.search.lexer import Lexeme, lex

if TYPE_CHECKING:
    from lark import Lark

GRAMMAR = """
start: either?
either: both (OR both)*
both: close (AND? close)*
close: single ((NEAR | NOTNEAR) single)*
?single: NOT single -> negation
       | FIELD atom -> scoped
       | atom
?atom: LPAR either RPAR -> group
     | (WORD | STRING | LITERAL | REGEX | FUNC) -> leaf
%declare OR AND NEAR NOTNEAR NOT FIELD LPAR RPAR WORD STRING LITERAL REGEX FUNC
"""
MAX_DEPTH = 100
"""Deepest nesting of operators; parentheses around parentheses count once."""

_NUMBER = re.compile(r"\d+")
_OPERATORS = frozenset(("AND", "OR", "NEAR", "NOTNEAR"))


@dataclass(frozen=True, slots=True)
class Raw:
    """What was written: ``kind`` is either, both, close, negation, scoped or a token's name; ``text`` the token's.

    ``group`` is set where parentheses stood around it; ``text`` of a close is its operator.
    """

    kind: str
    text: str
    start: int
    end: int
    parts: tuple[Raw, ...] = ()
    group: bool = False
    depth: int = 1


class Wrong(Exception):
    """What is wrong at a place of the cleaned text, and how it might be mended: (start, end, text to put there)."""

    def __init__(self, message: str, start: int, end: int, mend: tuple[int, int, str] | None = None) -> None:
        super().__init__(message)
        self.start = start
        self.end = end
        self.mend = mend


def parse(text: str) -> Raw | None:
    """Return the raw tree of a cleaned text, None where it is empty. Raises Wrong."""
    from lark import UnexpectedInput, UnexpectedToken

    lexemes = _checked(text)
    try:
        return cast(Raw | None, _parser().parse(text))
    except UnexpectedToken as error:
        token = error.token
        index = len(lexemes) if token.type == "$END" else token.value[0]
        raise _syntax(text, lexemes, index) from None
    except UnexpectedInput:
        raise Wrong("This can't be read", 0, len(text)) from None


def _checked(text: str) -> list[Lexeme]:
    lexemes = []
    for lexeme in lex(text):
        if lexeme.kind == "UNCLOSED":
            message = "This quotation mark has no partner: add one at the end of the phrase"
            raise Wrong(message, lexeme.start, lexeme.end, (len(text), len(text), '"'))
        if lexeme.kind == "FOREIGN":
            raise _foreign(lexeme)
        if lexeme.kind == "OTHER":
            raise Wrong(f"'{lexeme.text}' can't stand here", lexeme.start, lexeme.end, (lexeme.start, lexeme.end, " "))
        lexemes.append(lexeme)
    return lexemes


def _foreign(lexeme: Lexeme) -> Wrong:
    """Say how a distance is written that was written as in another program, or mistyped."""
    found = _NUMBER.search(lexeme.text)
    if found is None:
        message = f"{lexeme.text}: there is no distance by sentence or paragraph; write w/20 or another number of words"
        return Wrong(message, lexeme.start, lexeme.end)
    operator = "pre" if lexeme.text.lower().startswith(("pre", "onear")) else "w"
    meant = f"{operator}/{found[0]}"
    message = f'A distance is written {meant}; for the words themselves write "{lexeme.text}"'
    mend = f" {meant} {lexeme.text[found.end() :]} "
    return Wrong(message, lexeme.start, lexeme.end, (lexeme.start, lexeme.end, mend))


@lru_cache(maxsize=1)
def _parser() -> Lark:
    from lark import Lark, Transformer
    from lark.lexer import Lexer, Token

    class Given(Lexer):
        """Hands our tokens to lark; a token's value is its index and our lexeme."""

        def __init__(self, _conf: object) -> None:
            pass

        def lex(self, text: str) -> Iterator[Token]:  # type: ignore[override]
            for index, lexeme in enumerate(lex(text)):
                yield Token(lexeme.kind, (index, lexeme))

    class Rules(Transformer[Any, Any]):
        """What each rule builds, called while parsing, so that no depth of parentheses overflows a stack."""

        start = staticmethod(lambda children: children[0] if children else None)
        either = staticmethod(lambda children: _joined("either", children))
        both = staticmethod(lambda children: _joined("both", children))
        close = staticmethod(_closed)
        negation = staticmethod(_negated)
        scoped = staticmethod(_scoped)
        group = staticmethod(_grouped)
        leaf = staticmethod(_leaf)

    return Lark(GRAMMAR, parser="lalr", lexer=Given, transformer=Rules())


def _lexeme(token: Any) -> Lexeme:
    lexeme: Lexeme = token.value[1]
    return lexeme


def _node(kind: str, text: str, start: int, end: int, parts: tuple[Raw, ...]) -> Raw:
    depth = 1 + max(part.depth for part in parts)
    if depth > MAX_DEPTH:
        raise Wrong(f"This is nested more than {MAX_DEPTH} deep: split it into several searches", start, end)
    return Raw(kind, text, start, end, parts, depth=depth)


def _joined(kind: str, children: list[Any]) -> Raw:
    parts = tuple(child for child in children if isinstance(child, Raw))
    return parts[0] if len(parts) == 1 else _node(kind, "", parts[0].start, parts[-1].end, parts)


def _closed(children: list[Any]) -> Raw:
    left: Raw = children[0]
    for token, right in zip(children[1::2], children[2::2], strict=True):
        left = _node("close", _lexeme(token).text, left.start, right.end, (left, right))
    return left


def _negated(children: list[Any]) -> Raw:
    return _node("negation", "", _lexeme(children[0]).start, children[1].end, (children[1],))


def _scoped(children: list[Any]) -> Raw:
    name = _lexeme(children[0])
    return _node("scoped", name.text, name.start, children[1].end, (children[1],))


def _grouped(children: list[Any]) -> Raw:
    inner: Raw = children[1]
    if inner.kind == "scoped":
        return inner
    start, end = _lexeme(children[0]).start, _lexeme(children[2]).end
    return Raw(inner.kind, inner.text, start, end, inner.parts, True, inner.depth)


def _leaf(children: list[Any]) -> Raw:
    lexeme = _lexeme(children[0])
    return Raw(lexeme.kind, lexeme.text, lexeme.start, lexeme.end)


def _syntax(text: str, lexemes: list[Lexeme], index: int) -> Wrong:
    """Say why the token at ``index`` (or the end) can't stand where it does."""
    before = lexemes[index - 1] if index else None
    here = lexemes[index] if index < len(lexemes) else None
    if before and (before.kind in _OPERATORS or before.kind == "NOT") and (here is None or here.kind == "RPAR"):
        return _wrong(before, f"Nothing follows {_shown(before)}: add what it should join, or take it away", "")
    if before and before.kind == "FIELD":
        name = before.text.strip()
        if here is not None and here.kind in _OPERATORS | {"NOT"}:
            return _wrong(
                here, f'{name} needs a value; for the word itself write {name}"{here.text}"', f'"{here.text}"'
            )
        return _wrong(before, f"{name} needs a value: write {name}word or take it away", "")
    if here is None:
        missing = sum((lexeme.kind == "LPAR") - (lexeme.kind == "RPAR") for lexeme in lexemes)
        opened = _unclosed(lexemes)
        return Wrong("This parenthesis isn't closed", opened.start, opened.end, (len(text), len(text), ")" * missing))
    if here.kind == "RPAR" and before and before.kind == "LPAR":
        return Wrong("These parentheses are empty", before.start, here.end, (before.start, here.end, " "))
    if here.kind == "RPAR":
        return _wrong(here, "This parenthesis closes nothing: take it away", "")
    message = f'Nothing stands before {_shown(here)}: take it away; for the word itself write "{here.text}"'
    return _wrong(here, message, "")


def _wrong(lexeme: Lexeme, message: str, instead: str) -> Wrong:
    return Wrong(message, lexeme.start, lexeme.end, (lexeme.start, lexeme.end, instead))


def _shown(lexeme: Lexeme) -> str:
    return " ".join(lexeme.text.upper().split()) if lexeme.kind in ("AND", "OR", "NOT") else lexeme.text


def _unclosed(lexemes: list[Lexeme]) -> Lexeme:
    """Return the innermost parenthesis left open."""
    stack = []
    for lexeme in lexemes:
        if lexeme.kind == "LPAR":
            stack.append(lexeme)
        elif lexeme.kind == "RPAR" and stack:
            stack.pop()
    return stack[-1] if stack else lexemes[-1]
