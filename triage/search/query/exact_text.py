"""Exact text: ``="XK-9/Blue"``, looked up by its words and then compared with the text as written.

Nothing here knows an index. Both sides are compared in Unicode form NFC, so that é typed as one character or as two is
the same; letter case, signs, accents, points and marks count. How a text was broken into lines doesn't: any run of
blanks, line breaks and the ``>`` before quoted lines counts as one blank. Invisible characters (soft hyphens, those
without a width) are taken away on both sides: whoever copies a passage doesn't see whether they come along.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from functools import lru_cache

from triage.search.query.tree import Literal, Phrase, Word, searched_fields
from triage.text import INVISIBLE, LEVEL, RAISED, SMALL, fold, visible, words

_SURE = re.compile(r"[!-:<-JL-_a-~]+")
"""Printable ASCII without blank ; K and `."""
_MOST_PIECES = 3
_BLANKS = re.compile(r"(\s+)(>?)")
_GAP = r"(?=(?<!>)>*+\s|\s)[\s>]++"
"""What a blank stands for: blanks, at least one, with quote marks among them."""
_SET_SMALL = re.compile(rf"{RAISED}[^{LEVEL}\s]*")
_NOTHING = frozenset[int]()
_PART = rb"[0-9A-Za-z\x80-\xff]"
"""Bytes of UTF-8 beside which a letter or digit may be in the middle of a word."""


def phrase(literal: Literal) -> Word | Phrase:
    """Return what an index can look up: the items that hold the literal are among those that hold this."""
    parts = tuple(Word(word) for word in words(literal.text))
    if len(parts) == 1:
        return Word(parts[0].word, literal.fields, literal.place)
    return Phrase(parts, literal.fields, literal.place)


def pieces(literal: Literal) -> list[str]:
    """Return what a text as written, without invisible characters, must hold for the literal to stand in it.

    First those with signs, of which an index knows nothing, the longest of each kind before the others.
    ASCII is the same in every Unicode form but for the few characters that others are the same as: the Kelvin sign is
    a K, the Greek question mark a semicolon, the varia a backtick.
    """
    sure = _SURE.findall(_composed(literal.text))
    return sorted(dict.fromkeys(sure), key=lambda piece: (piece.isalnum(), -len(piece)))[:_MOST_PIECES]


@lru_cache(maxsize=256)
def in_utf8(literal: Literal) -> re.Pattern[bytes] | None:
    """Return what finds the literal in the UTF-8 of most texts that hold it; None for one that isn't ASCII or has a >.

    Wherever it matches, the literal stands, and what it matches holds the literal by itself. It may pass over places
    beside characters other than ASCII: one may belong to the word, or make one character with the literal's last.
    """
    text = visible(literal.text)
    if not text.isascii() or ">" in text or text != text.strip():
        return None
    first, *others = map(re.escape, text.encode().split())
    begins = rb"(?<!%b%b)" % (_PART, first) if text[0].isalnum() else b""
    ends = rb"(?!%b)" % (_PART if text[-1].isalnum() else rb"[\x80-\xff]")
    return re.compile(first + begins + b"".join(rb"\s[\s>]*+" + word for word in others) + ends)


def holds(literal: Literal, texts: list[tuple[str, str]]) -> bool:
    """Whether one of the texts, (field, text as written) each, holds the literal in a field that counts."""
    fields = searched_fields(literal)
    return any(stands(literal, text) for field, text in texts if field in fields)


def stands(literal: Literal, text: str) -> bool:
    """Whether the literal stands in a text as written."""
    if len(text) <= len(literal.text) + 2:
        return _stands_in_little(literal.text, text)  # few different excerpts, met again and again
    return next(_places(literal.text, text, _NOTHING), None) is not None


@lru_cache(maxsize=256)
def _stands_in_little(sought: str, text: str) -> bool:
    return next(_places(sought, text, _NOTHING), None) is not None


def found(literal: Literal, text: str, small: Set[int] = _NOTHING) -> Iterator[tuple[int, int]]:
    """Yield where the literal stands in the text: offsets into the text's NFC form, end exclusive.

    ``small`` are the places of what stands small, of a text in which that isn't marked.
    """
    return _places(literal.text, text, small)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", visible(text))


def _places(sought: str, text: str, small: Set[int]) -> Iterator[tuple[int, int]]:
    if not text.isascii() and INVISIBLE.search(text := unicodedata.normalize("NFC", text)):
        at = [at for at, character in enumerate(text) if not INVISIBLE.match(character)]
        small = _set_small(text) if RAISED in text else small
        bare = _composed(text)
        if len(bare) < len(at):  # letters and marks that stood apart are one character now
            at, small = list(range(len(bare))), _NOTHING
        among = frozenset(n for n, place in enumerate(at) if place in small) if small else small
        yield from ((at[start], at[end - 1] + 1) for start, end in _visible_places(sought, bare, among))
    else:
        yield from _visible_places(sought, text, small)


def _set_small(text: str) -> frozenset[int]:
    """Return the places of the characters that a reader marked as standing small."""
    return frozenset(at for match in _SET_SMALL.finditer(text) for at in range(*match.span()))


def _visible_places(sought: str, text: str, small: Set[int]) -> Iterator[tuple[int, int]]:
    """Yield where the text stands from word edge to word edge; what stands small at its ends belongs to no word."""
    first, pattern = _pattern(sought)
    passes = SMALL.search(sought) is None
    at = text.find(first)
    while at >= 0 and (match := pattern.search(text, at)):
        passing = passes and small.isdisjoint(range(*match.span()))
        before = _visible(text, match.start() - 1, -1, small if passing else None)
        after = _visible(text, match.end(), 1, small if passing else None)
        if not _joined(before, match[0][0]) and not _joined(match[0][-1], after):
            yield match.span()
        at = match.start() + 1


@lru_cache(maxsize=256)
def _pattern(sought: str) -> tuple[str, re.Pattern[str]]:
    """Return the first word of a text, and what finds all of it.

    A quote mark that it holds itself is a sign, before which stand blanks alone.
    """
    pieces = _BLANKS.split(_composed(sought))
    gaps = [r"\s++>" if mark else _GAP for mark in pieces[2::3]]
    whole = "".join(re.escape(word) + gap for word, gap in zip(pieces[::3], [*gaps, ""], strict=True))
    return pieces[0], re.compile(whole)


def _visible(text: str, at: int, step: int, small: Set[int] | None) -> str:
    """Return the first character from here on that isn't an invisible one, "" where there is none.

    Small characters, those at the places ``small`` among them, are passed over unless it is None.
    """
    while 0 <= at < len(text):
        passed = small is not None and (at in small or SMALL.match(text[at]))
        if not passed and (text[at].isascii() or unicodedata.category(text[at]) != "Cf"):
            return text[at]
        at += step
    return ""


@lru_cache(maxsize=4096)
def _joined(before: str, after: str) -> bool:
    """Whether two neighbouring characters belong to one word, so that there is no edge between them."""
    if not before or not after:
        return False
    pair = fold(before + after)
    return " " not in pair.strip() and bool(pair.strip()) and not (pair[0] == " " or pair[-1] == " ")
