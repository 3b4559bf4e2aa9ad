"""What a paste brings along: curly quotes, unusual blanks, invisible characters; put right and said.

Nothing here knows the language; it keeps for every character kept where it stood in the text as typed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from triage.messages import say
from triage.model.messages import Message

_QUOTES = {**dict.fromkeys("“”„‟«»＂〝〞", '"'), **dict.fromkeys("‘’‚‛＇", "'")}
_SIGNS = {"（": "(", "）": ")", "：": ":", "＊": "*", "？": "?"}
_LITERAL = re.compile('=\\s*(?:"([^"]*)"|[“”„‟]([^"“”„‟]*)[“”])')
_LINES = frozenset("\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Cleaned:
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
    return {at for found in _LITERAL.finditer(typed) for at in range(*found.span(found.lastindex or 0))}


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
