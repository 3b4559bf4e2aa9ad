"""What an index holds: a token for each word of ``text``, with all of its spellings where it has several.

A word beside which something stands small is spelled with and without that. Where a word was hyphenated at the end of a
line, its first half also stands for the whole. Each stays one token in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from triage.text import MARKED, RAISED, SMALL, fold, folded_characters

SPELLINGS = "\ue010"
"""Begins a token of an index that stands for several spellings, and stands between them. No text folds to it."""
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
    places = [found.start() for found in SMALL.finditer(text)] if not text.isascii() else []
    if breaks_words(text):
        places = sorted({*places, *_breaks(text)})
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
            pieces.append(" ".join(map(_with_spellings, _several(text[start:end]))))
    return " ".join([*pieces, fold(text[end:])])


def breaks_words(text: str) -> bool:
    """Whether words may be hyphenated at the ends of a text's lines, so that its lines don't say all of its words."""
    return "-\n" in text or "-\r\n" in text or "\u2010" in text


def spellings(token: str) -> Sequence[str]:
    """Return how the word is spelled for which a token of an index stands."""
    return token.split(SPELLINGS)[1:] if token.startswith(SPELLINGS) else (token,)


def shown(token: str) -> str:
    """Return a token of an index as ``words`` has it."""
    return spellings(token)[0]


def _breaks(text: str) -> Iterator[int]:
    """Yield where letters stand on both sides of a hyphen at a line's end."""
    found = (found.start() for hyphen in _BREAKS for found in hyphen.finditer(text))
    return (at for at in found if text[at - 1 : at].isalpha())


def _end_of_words(text: str, at: int) -> int:
    """Return where the words end that stand here, those included that are broken at the ends of their lines."""
    while True:
        blank = _BLANK.search(text, at)
        end = blank.start() if blank else len(text)
        broken = _BROKEN.match(text, end - 1) if end > at else None
        if broken is None:
            return end
        at = broken.end()


def _with_spellings(token: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(filter(None, token)))
    return distinct[0] if len(distinct) == 1 else SPELLINGS + SPELLINGS.join(distinct)


def _several(text: str) -> list[list[str]]:
    """Return the spellings of each token: that of ``words``, the one without what stands small, the whole word's."""
    found: list[list[str]] = []
    places: list[tuple[int, int]] = []
    small = {at for stretch in MARKED.finditer(text) for at in range(*stretch.span())} if RAISED in text else ()
    inside = False
    for at, character, folded in folded_characters(text):
        if folded == " ":
            inside = False
            continue
        if not inside:
            found.append(["", ""])
            places.append((at, at))
            inside = True
        found[-1][0] += folded
        found[-1][1] += "" if at in small or SMALL.match(character) else folded
        places[-1] = places[-1][0], at + 1
    for first, second, (_, end), (start, _) in zip(found, found[1:], places, places[1:], strict=False):
        if first[0].isalpha() and second[0].isalpha() and _BROKEN.fullmatch(text, end, start):
            first.append(first[0] + second[0])
    return found
