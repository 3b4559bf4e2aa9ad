"""Text to tokens of the query language. It knows how tokens look and nothing of what they mean; see ``language``.

What a paste brings along is put right before, and said: curly quotes, unusual blanks, invisible characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from triage.messages import say
from triage.model.messages import Message
from triage.model.tables import ANSWER, FORWARD
from triage.search.query.values import TEXT_FIELDS, is_field

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
    | (?P<AND> and {_END} ) | (?P<OR> or {_END} ) | (?P<NOT> not {_END} )
    | (?P<FUNC> (?:stem|prefixes)\( (?: [^()"] | {_HEBREW_QUOTE} )* \) {_STRUCK} )
    | (?P<FIELD> [a-z]+(?:-[a-z]+)* : (?!//) \s* )
    | (?P<WORD> (?: (?!!\() [^\s()"] | {_HEBREW_QUOTE} )+ {_STRUCK} )
    | (?P<OTHER> \S )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(rf"(?:(?!!\()[^\s()\"])+{_STRUCK}")
_PASTED = re.compile(
    rf"(?:(?i:{ANSWER}|{FORWARD})\s?(?:\[\d{{1,4}}\])?:\s*)+(?=[^\s:])"
    r"(?:(?!\s(?:(?:AND|OR|NOT)\s|(?i:w|pre)/\d))[^\"])*(?<!\s)"
)
"""The subject of an answer, up to what can only be an operator or a phrase."""
_BLANKS = re.compile(r"\s*")
_UNIT = rf"(?:\s+(?:kb|mb|gb){_END})?"
_VALUE = re.compile(rf"(?:[<>]=?\s*)?[^\s()\"<>]+{_UNIT}(?:\s+\.\.\s+[^\s()\"<>]+{_UNIT})?", re.IGNORECASE)
_MEASURED = frozenset(("date", "sent", "modified", "decided", "size"))
"""Fields whose values may have blanks in them, as in ``size:> 1 mb``; they are read as if they had none."""


class Raw(msgspec.Struct, frozen=True):
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
    at, field, begins = 0, "", True
    while True:
        blanks = _BLANKS.match(text, at)
        at = blanks.end() if blanks else at
        lexeme = (_pasted(text, at) if begins else None) or _next(text, at, field)
        if lexeme is None:
            return
        yield lexeme
        at = lexeme.end
        field = lexeme.text.strip(" :").lower() if lexeme.kind == "FIELD" else ""
        begins = field in TEXT_FIELDS


def _pasted(text: str, at: int) -> Raw | None:
    subject = _PASTED.match(text, at)
    return Raw("PASTED", subject[0], at, subject.end()) if subject else None


def _next(text: str, at: int, field: str) -> Raw | None:
    """Return the token at a place, where the field named directly before it, "" for none, decides with it."""
    value = _VALUE.match(text, at) if field in _MEASURED else None
    if value:
        return Raw("WORD", "".join(value[0].split()), at, value.end())
    token = _TOKEN.match(text, at)
    if token is None:
        return None
    kind = token.lastgroup or "OTHER"
    if kind == "FIELD" and not is_field(token[0]):
        token = _WORD.match(text, at) or token
        kind = "WORD"
    return Raw(kind, token[0], at, token.end())


_QUOTES = {**dict.fromkeys("“”„‟«»＂〝〞", '"'), **dict.fromkeys("‘’‚‛＇", "'")}
_SIGNS = {"（": "(", "）": ")", "：": ":", "＊": "*", "？": "?"}
_EXACT_TEXT = re.compile('=\\s*(?:"([^"]*)"|[“”„‟]([^"“”„‟]*)[“”])')
_LINES = frozenset("\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029")


class Cleaned(msgspec.Struct, frozen=True):
    """A text put right; ``at[i]`` is where its character i stood as typed, with one more entry for the end."""

    text: str
    at: tuple[int, ...]
    notes: tuple[Message, ...]


def clean(typed: str) -> Cleaned:
    """Straighten quotes, make every blank plain, drop control and invisible characters; say which was done."""
    if typed.isascii() and typed.isprintable():
        return Cleaned(typed, tuple(range(len(typed) + 1)), ())
    kept: list[str] = []
    at: list[int] = []
    done: dict[str, int] = {}
    exact = _exact(typed)
    for offset, character in enumerate(typed):
        new, note = _mended(character) if offset not in exact or character not in _QUOTES else (character, "")
        if note:
            done[note] = done.get(note, 0) + 1
        if new:
            kept.append(new)
            at.append(offset)
    notes = tuple(say(note, count=count) for note, count in done.items())
    return Cleaned("".join(kept), (*at, len(typed)), notes)


def _exact(typed: str) -> set[int]:
    """Return the places inside exact texts, ="...": quotation marks there are what is sought."""
    return {at for match in _EXACT_TEXT.finditer(typed) for at in range(*match.span(match.lastindex or 0))}


def _mended(character: str) -> tuple[str, str]:
    """Return what the character becomes and the key of the note on it, "" where the change isn't worth saying."""
    if character in _QUOTES:
        return _QUOTES[character], "quotes-straightened"
    if character in _SIGNS:
        return _SIGNS[character], "wide-signs-made-plain"
    if character in _LINES:
        return " ", ""
    kind = unicodedata.category(character)
    if kind == "Zs" and character != " ":
        return " ", "blanks-made-plain"
    if kind in ("Cc", "Cf", "Cs"):
        return "", "invisible-dropped"
    return character, ""
