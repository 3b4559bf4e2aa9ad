"""An index's words in order of code points with the items that hold each, in little more memory than their letters.

An index of a million items has more words than items, and as Python's objects they take five times the room. They are
kept as UTF-8, a word to a line, and become Python's in blocks, while one is looked through.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import overload

_A_BLOCK = 4096
"""Words of a block; all but the last have as many."""


class CountedWords(Sequence[tuple[str, int]]):
    """Words in order of code points, each with the number of items that hold it.

    ``text`` has a line for each; ``starts`` says at which of its bytes each block begins, and where the last one ends.
    """

    def __init__(self, text: memoryview, starts: Sequence[int], counts: Sequence[int]) -> None:
        self.text, self.starts, self.counts = text, starts, counts

    @classmethod
    def of(cls, counted: Iterable[tuple[str, int]]) -> CountedWords:
        """Return pairs, which may be such words already, as such words."""
        if isinstance(counted, CountedWords):
            return counted
        text, starts, counts = bytearray(), array("I", [0]), array("I")
        pairs = iter(counted)
        while some := list(islice(pairs, _A_BLOCK)):
            text += "".join([f"{word}\n" for word, _ in some]).encode()
            counts.extend([count for _, count in some])
            starts.append(len(text))
        return cls(memoryview(text), starts, counts)

    def __len__(self) -> int:
        return len(self.counts)

    @overload
    def __getitem__(self, at: int) -> tuple[str, int]: ...
    @overload
    def __getitem__(self, at: slice) -> list[tuple[str, int]]: ...
    def __getitem__(self, at: int | slice) -> tuple[str, int] | list[tuple[str, int]]:
        if isinstance(at, slice):
            first, end, step = at.indices(len(self))
            if step != 1:
                raise ValueError(f"words are not given by steps of {step}")
            return list(zip(self._from(first, end), self.counts[first:end], strict=True))
        at = range(len(self))[at]
        return self._words(at // _A_BLOCK)[at % _A_BLOCK], self.counts[at]

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return zip(self.words(), self.counts, strict=True)

    def blocks(self) -> Iterator[str]:
        """Yield the words of each block in turn, one to a line."""
        return map(self._lines, range(len(self.starts) - 1))

    def words(self) -> Iterator[str]:
        for lines in self.blocks():
            yield from lines.split("\n")

    def beginning(self, stem: str) -> list[str]:
        found: list[str] = []
        for number in range(self._number(stem), len(self.starts) - 1):
            words = self._words(number)
            first = bisect_left(words, stem)
            end = bisect_left(words, True, first, key=lambda word: not word.startswith(stem))
            found += words[first:end]
            if end < len(words):
                break
        return found

    def some(self, words: Iterable[str]) -> dict[str, int]:
        """Return words that are among these, ascending, with their counts."""
        found: dict[str, int] = {}
        before, block = 0, [""]
        for word in words:
            if word > block[-1]:
                number = self._number(word)
                before, block = number * _A_BLOCK, self._words(number)
            found[word] = self.counts[before + bisect_left(block, word)]
        return found

    @cached_property
    def _last(self) -> list[str]:
        return [lines.rpartition("\n")[2] for lines in self.blocks()]

    def _number(self, word: str) -> int:
        """Return the number of the first block that has a word no less than this one."""
        return bisect_left(self._last, word)

    def _lines(self, number: int) -> str:
        return str(self.text[self.starts[number] : self.starts[number + 1] - 1], "utf-8")

    def _words(self, number: int) -> list[str]:
        return self._lines(number).split("\n")

    def _from(self, first: int, end: int) -> list[str]:
        numbers = range(first // _A_BLOCK, -(-end // _A_BLOCK))
        words = [word for number in numbers for word in self._words(number)]
        return words[first % _A_BLOCK :][: max(end - first, 0)]
