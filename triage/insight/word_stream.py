"""The words of many texts as numbers, in their order: what rankings of words are worked out from.

A line that was read before, as quoted mail and newsletters repeat them, is left out, so that what counts is how often
something was written and not how often it was sent on. Nothing here ranks anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from triage.model.insight.names import Writing
from triage.text import fold

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]{1,2}(?![^\W_]))?|\n|[^\w\s]")
_ENDING = re.compile("['’].*")
"""A genitive's ending, which belongs to the word."""
_QUOTED = "> \t|"
_SHORT = 4
"""Characters of a line that may come again: it tells nothing."""
_EVERY = 256


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of texts: words as written, signs and line ends.

    ``stream`` has the type of each token, an index into ``written``; ``lengths`` how many tokens each text has;
    ``keys`` the word of each type, an index into ``words``, which are folded ("" for signs).
    """

    stream: NDArray[np.int32]
    lengths: Numbers
    written: list[str]
    keys: Numbers
    words: list[str]


class WordStream:
    """The texts of items, with their senders and dates, as numbers."""

    def __init__(self, tokens: Tokens, writings: list[Writing]) -> None:
        self.tokens = tokens
        self.nos = [one.no for one in writings]
        self.senders = [one.sender for one in writings]
        self.dates = [one.date or 0 for one in writings]

    @cached_property
    def number(self) -> dict[str, int]:
        """The index of each folded word."""
        return {word: at for at, word in enumerate(self.tokens.words)}

    @cached_property
    def text_at(self) -> Numbers:
        """The text of each token, an index into ``nos``."""
        return np.repeat(np.arange(len(self.nos)), self.tokens.lengths)

    def types(self, test: Callable[[str], bool]) -> Flags:
        """Return of each type whether its written form passes a test."""
        return np.fromiter(map(test, self.tokens.written), np.bool_, len(self.tokens.written))

    @cached_property
    def named(self) -> Numbers:
        """Where a token is written as a name: with a capital, or alone between quotation marks."""
        stream = self.tokens.stream
        capital = self.types(lambda written: written[0].isupper())
        quoted = np.zeros(len(stream), np.bool_)
        quoted[self._quoted()] = True
        return np.flatnonzero(capital[stream] | quoted)

    def _quoted(self) -> list[int]:
        """Return where a word stands alone between quotation marks; a mark that ends one begins no other."""
        stream = self.tokens.stream
        opening, closing = (self.types(marks.__contains__)[stream] for marks in ('"“„«', '"”“»'))
        word = self.types(lambda written: written[0].isalpha())[stream]
        found: list[int] = []
        for at in (np.flatnonzero(opening[:-2] & word[1:-1] & closing[2:]) + 1).tolist():
            if not found or at - found[-1] > 2:
                found.append(at)
        return found


class _Types(dict[str, int]):
    """Numbers the written forms in the order in which they come."""

    def __missing__(self, written: str) -> int:
        made = self[written] = len(self)
        return made


def read(writings: Iterable[Writing], report: Callable[[int], object], stop: Callable[[], bool]) -> WordStream | None:
    """Read the texts once; None where it was stopped. ``report`` is called with how many were read."""
    types, seen = _Types(), set[int]()
    parts: list[NDArray[np.int32]] = []
    kept: list[Writing] = []
    for at, one in enumerate(writings):
        if at % _EVERY == 0:
            report(at)
            if stop():
                return None
        tokens = _TOKEN.findall(_fresh(one.text, seen))
        parts.append(np.fromiter(map(types.__getitem__, tokens), np.int32, len(tokens)))
        kept.append(Writing(one.no, one.sender, one.date, ""))
    stream = np.concatenate(parts) if parts else np.empty(0, np.int32)
    lengths = np.fromiter(map(len, parts), np.int64, len(parts))
    written = list(types)
    keys, words = _folded(written)
    return WordStream(Tokens(stream, lengths, written, keys, words), kept)


def _fresh(text: str, seen: set[int]) -> str:
    """Return a text without the lines that were seen, and note its own."""
    lines = []
    for line in text.split("\n"):
        own = line.strip(_QUOTED)
        if len(own) >= _SHORT:
            mark = hash(own)  # 64 bits; kept in place of the lines, which are ten times as large
            if mark in seen:
                own = ""
            seen.add(mark)
        lines.append(own)
    return "\n".join([*lines, "", ""])  # no text's words stand beside another one's


def _folded(written: list[str]) -> tuple[Numbers, list[str]]:
    """Return the folded word of each form, by its number, and all of them; several words are none."""
    words: dict[str, int] = {"": 0}
    keys = np.zeros(len(written), np.int64)
    for at, one in enumerate(written):
        folded = fold(_ENDING.sub("", one)).strip()
        if " " not in folded:
            keys[at] = words.setdefault(folded, len(words))
    return keys, list(words)
