"""Exact text: ``="XK-9/Blue"``, looked up by its words and then compared with the text as written.

Nothing here knows an index. Both sides are compared in Unicode form NFC, so that é typed as one character or as two is
the same; letter case, signs, accents, points and marks count. How a text was broken into lines doesn't: any run of
blanks, line breaks and the ``>`` before quoted lines counts as one blank.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from triage.search.query.tree import Literal, Phrase, Word, may_stand_in
from triage.text import fold, words

_SURE = re.compile(r"[!#-+\--:<-JL-\[\]-_a-~]+")
"""Printable ASCII without blank " , ; K ` and the backslash."""
_BLANKS = re.compile(r"(\s+)(>?)")
_GAP = r"(?=(?<!>)[>\u200b\u2060\ufeff]*+\s|\s)[\s>\u200b\u2060\ufeff]++"
"""What a blank stands for: blanks, at least one, with quote marks and characters without a width among them."""


def phrase(literal: Literal) -> Word | Phrase:
    """Return what an index can look up: the items that hold the literal are among those that hold this."""
    parts = tuple(Word(word) for word in words(literal.text))
    if len(parts) == 1:
        return Word(parts[0].word, literal.fields, literal.place)
    return Phrase(parts, literal.fields, literal.place)


def piece(literal: Literal) -> str:
    """Return what a text as written must hold for the literal to stand in it, "" for nothing sure.

    ASCII is the same in every Unicode form but for the few characters that others are the same as: the Kelvin sign is
    a K, the Greek question mark a semicolon, the varia a backtick.
    """
    found = _SURE.findall(unicodedata.normalize("NFC", literal.text))
    return max(found, key=len, default="")


def holds(literal: Literal, texts: list[tuple[str, str]]) -> bool:
    """Whether one of the texts, (field, text as written) each, holds the literal in a field that counts."""
    return any(next(found(literal, text), None) is not None for field, text in texts if may_stand_in(literal, field))


def found(literal: Literal, text: str) -> Iterator[tuple[int, int]]:
    """Yield where the literal stands in the text: offsets into the text's NFC form, end exclusive."""
    text = unicodedata.normalize("NFC", text)
    match = _pattern(literal.text).search(text)
    while match:
        before = _visible(text, range(match.start() - 1, -1, -1))
        after = _visible(text, range(match.end(), len(text)))
        if not _joined(before, match[0][0]) and not _joined(match[0][-1], after):
            yield match.span()
        match = match.re.search(text, match.start() + 1)


@lru_cache(maxsize=256)
def _pattern(sought: str) -> re.Pattern[str]:
    """Return what finds a text; a quote mark that it holds itself is a sign, before which stand blanks alone."""
    pieces = _BLANKS.split(unicodedata.normalize("NFC", sought))
    gaps = [r"\s++>" if mark else _GAP for mark in pieces[2::3]]
    return re.compile("".join(re.escape(word) + gap for word, gap in zip(pieces[::3], [*gaps, ""], strict=True)))


def _visible(text: str, places: range) -> str:
    """Return the first character at these places that isn't an invisible one, "" where there is none."""
    return next((text[at] for at in places if unicodedata.category(text[at]) != "Cf"), "")


def _joined(before: str, after: str) -> bool:
    """Whether two neighbouring characters belong to one word, so that there is no edge between them."""
    if not before or not after:
        return False
    pair = fold(before + after)
    return " " not in pair.strip() and bool(pair.strip()) and not (pair[0] == " " or pair[-1] == " ")
