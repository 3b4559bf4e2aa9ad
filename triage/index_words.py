"""What an index holds: a token for each word of ``text``, with all of its spellings where it has several.

A word beside which something stands small is spelled with and without that. Where a word was hyphenated at the end of a
line, its first half also stands for the whole, and says what the second half is, the token after it. Each stays one
token in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from triage.text import MARKED, RAISED, SMALL, fold, folded_characters

SPELLINGS = "\ue010"
"""Begins a token of an index that stands for several spellings, and stands between them. No text folds to it."""
BREAK = "\ue011"
"""Stands in such a token before the second half of a word that is broken at a line's end."""
_BLANK = re.compile(r"\s|\Z")
_BROKEN = re.compile(r"[-\u2010]\r?\n[> \t]*")
"""What stands between the halves of a word that was hyphenated at the end of a line, of a quoted one as well."""

_BREAKS = tuple(re.compile(rf"{hyphen}\r?\n[> \t]*(?=[^\W\d_])") for hyphen in "-\u2010")
"""The same before a letter; each begins with one character, for which a text is searched the fastest."""


def indexed(text: str) -> str:
    """Return the tokens as ``fold`` does, for an index: those with several spellings hold each of them.

    A word beside which something stands small (``quillback²``) is spelled with and without that. Where a word was
    hyphenated at a line's end, its first half also stands for the whole. Each stays one token in its place.
    """
    ascii_alone = text.isascii()  # a character set of small ones would be looked up for each character
    if ascii_alone and ("\n" not in text or _BREAKS[0].search(text) is None):
        return fold(text)
    small = () if ascii_alone else [found.start() for found in SMALL.finditer(text)]
    places = sorted({*small, *_breaks(text)})
    if not places:
        return fold(text)
    pieces: list[str] = []
    end = 0
    for place in places:
        if place >= end:
            start = max(text.rfind(" ", end, place), end)
            start = max(text.rfind("\n", start, place), start)
            pieces.append(fold(text[end:start]))
            broken = _BROKEN.match(text, place)
            end = _end_of_words(text, broken.end() if broken else place)
            pieces.append(" ".join(_several(text[start:end])))
    return " ".join([*pieces, fold(text[end:])])


def breaks_words(text: str) -> bool:
    """Whether words may be hyphenated at the ends of a text's lines, so that its lines don't say all of its words."""
    return "-\n" in text or "-\r\n" in text or "\u2010" in text


def spellings(token: str) -> Sequence[str]:
    """Return how the word is spelled for which a token of an index stands; last the whole of a broken one."""
    alone = spelled_alone(token)
    return [*alone, alone[0] + second_half(token)] if BREAK in token else alone


def spelled_alone(token: str) -> Sequence[str]:
    """Return the same of a token by itself, without the second half of a broken word."""
    return token.partition(BREAK)[0].split(SPELLINGS)[1:] if token.startswith(SPELLINGS) else (token,)


def second_half(token: str) -> str:
    """Return the second half of the broken word whose first half a token is, "" where it is none."""
    return token.partition(BREAK)[2]


def shown(token: str) -> str:
    """Return a token of an index as ``words`` has it."""
    return spelled_alone(token)[0]


def _breaks(text: str) -> list[int]:
    """Return where letters stand on both sides of a hyphen at a line's end."""
    hyphens = _BREAKS[:1] if text.isascii() else _BREAKS
    found = [found.start() for hyphen in hyphens for found in hyphen.finditer(text)]
    return [at for at in found if text[at - 1 : at].isalpha()]


def _end_of_words(text: str, at: int) -> int:
    """Return where the words end that stand here, those included that are broken at the ends of their lines."""
    while True:
        blank = _BLANK.search(text, at)
        end = blank.start() if blank else len(text)
        broken = _BROKEN.match(text, end - 1) if end > at else None
        if broken is None:
            return end
        at = broken.end()


def _several(text: str) -> Iterator[str]:
    """Yield the tokens of an index for the words of a text."""
    found = _words(text)
    for at, word in enumerate(found):
        distinct = list(dict.fromkeys(filter(None, (word.spelled, word.bare))))
        token = distinct[0] if len(distinct) == 1 else SPELLINGS + SPELLINGS.join(distinct)
        after = found[at + 1] if at + 1 < len(found) else None
        if after and _BROKEN.fullmatch(text, word.end, after.start) and (word.spelled[-1] + after.spelled[0]).isalpha():
            token = f"{SPELLINGS * (len(distinct) == 1)}{token}{BREAK}{after.spelled}"
        yield token


@dataclass(slots=True)
class _Word:
    """A word, with and without what stands small in it, and where it is in its text."""

    spelled: str
    bare: str
    start: int
    end: int


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    small = {at for stretch in MARKED.finditer(text) for at in range(*stretch.span())} if RAISED in text else ()
    inside = False
    for at, character, folded in folded_characters(text):
        if folded == " ":
            inside = False
            continue
        if not inside:
            found.append(_Word("", "", at, at))
            inside = True
        word = found[-1]
        word.spelled += folded
        word.bare += "" if at in small or SMALL.match(character) else folded
        word.end = at + 1
    return found
