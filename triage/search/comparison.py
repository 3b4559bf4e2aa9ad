"""Whether an index holds what the items' texts fold to: each word at its place in its field, and no other.

Both sides are summed up for each item, under a key that is drawn anew for each check: whoever changed an index could
not know which changes cancel out. Reads only; no engine is asked here how it keeps its index.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.model.items import FIELDS, ItemNo
from triage.model.messages import Message
from triage.search.query.tree import Phrase, Word
from triage.text import BORDER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

FIELD_BITS, OFFSET_BITS = 5, 31
ITEM_BITS = FIELD_BITS + OFFSET_BITS
_AT_ONCE = 500_000
_A_PHRASE = 8
"""Words of a text that are looked for as one phrase where an index can't be read as a whole."""
_MOST_PHRASES = 40


def key(no: int, column: int, offset: int = 0) -> int:
    """Return a word's place as one number: places of one field follow one another, and no two fields are near."""
    return (no << ITEM_BITS) + (column << OFFSET_BITS) + offset


@dataclass(frozen=True)
class Comparison:
    """What a comparison showed: the items whose words differ, and what else is wrong with the index, None for nothing.

    ``items`` is how many were compared, and ``whole`` whether all of the index was: else only that each word of these
    items is found, not whether others are found that they don't hold.
    """

    items: int
    whole: bool
    differing: frozenset[ItemNo] = frozenset()
    wrong: Message | None = None


class PlaceSums:
    """For each item two sums over (field, place, word): of its text, and of the index."""

    def __init__(self, last: int) -> None:
        import numpy as np

        # Python's hashes of text have a key that is drawn for each process, unless the environment names one.
        self._salt = secrets.token_hex(8) if "PYTHONHASHSEED" in os.environ else ""
        self._factor = np.uint64(secrets.randbits(64) | 1)
        self._texts, self._index = (np.zeros(last + 1, np.uint64) for _ in range(2))
        self._strange: set[int] = set()

    def add_texts(
        self, documents: Iterable[tuple[ItemNo, dict[str, str]]], marks: Mapping[str, str]
    ) -> Iterator[tuple[ItemNo, list[int]]]:
        """Add the folded texts of items; yields each item with the number of words in each of FIELDS.

        ``marks`` are what the index has before each word of a field.
        """
        import numpy as np

        words: list[str] = []
        places: list[Places] = []
        for no, fields in documents:
            counts = [0] * len(FIELDS)
            for column, field in enumerate(FIELDS):
                if field in fields:
                    new = self._salted(fields[field].split(), marks.get(field, ""))
                    first = key(no, column)
                    places.append(np.arange(first, first + len(new)))
                    words += new
                    counts[column] = len(new)
            yield no, counts
            if len(words) >= _AT_ONCE:
                self._add(self._texts, _hashes(words), np.concatenate(places))
                words, places = [], []
        if places:
            self._add(self._texts, _hashes(words), np.concatenate(places))

    def _salted(self, words: list[str], mark: str = "") -> list[str]:
        before = self._salt + mark
        return (before + f" {before}".join(words)).split() if before and words else words

    def add_index(self, words: Sequence[str], times: Sequence[int], places: Places) -> None:
        """Add places of the index: those of the first word, as many ``times``, then those of the next."""
        import numpy as np

        hashes = np.repeat(_hashes(list(map(self._salt.__add__, words))), times)[: len(places)]
        items = places >> ITEM_BITS
        known = (items >= 0) & (items < len(self._index))
        if not known.all():
            self._strange.update(items[~known].tolist()[:_AT_ONCE])
            hashes, places = hashes[known], places[known]
        self._add(self._index, hashes, places)

    def mixed(self, hashes: Hashes, places: Places) -> Hashes:
        """Return numbers of 64 bits that hashes and places make together under this object's key."""
        import numpy as np

        # The finalizer of splitmix64 (Steele, Lea, Flood 2014): every bit depends on every other.
        mixed = places.astype(np.uint64) * self._factor + hashes
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            mixed ^= mixed >> np.uint64(shift)
            mixed *= np.uint64(factor)
        return mixed ^ (mixed >> np.uint64(31))

    def _add(self, sums: Hashes, hashes: Hashes, places: Places) -> None:
        import numpy as np

        np.add.at(sums, places >> ITEM_BITS, self.mixed(hashes, places))

    def differing(self) -> set[ItemNo]:
        """Return the items whose sums differ, and those that only the index has."""
        import numpy as np

        differing = np.flatnonzero(self._texts != self._index).tolist()
        return set(map(ItemNo, [*differing, *self._strange]))


def _hashes(words: list[str]) -> Hashes:
    """Return Python's own hashes of words: SipHash (PEP 456)."""
    import numpy as np

    return np.fromiter(map(hash, words), np.int64, len(words)).view(np.uint64)


def sampled(
    holds: Callable[[ItemNo, Sequence[Phrase | Word]], bool], documents: Iterable[tuple[ItemNo, dict[str, str]]]
) -> Comparison:
    """Look for the words of some items, in pieces of their texts from all of its parts, by an engine's ``holds``."""
    count = 0
    differing: set[ItemNo] = set()
    for no, fields in documents:
        count += 1
        phrases = [phrase for field, text in fields.items() for phrase in _phrases(field, text.split())]
        some = phrases[:: len(phrases) // _MOST_PHRASES + 1]
        if some and not holds(no, some):
            differing.add(no)
    return Comparison(count, False, frozenset(differing))


def _phrases(field: str, words: list[str]) -> Iterator[Phrase | Word]:
    """Yield a field's words as phrases, none across the border of two texts."""
    for at in range(0, len(words), _A_PHRASE):
        piece = words[at : at + _A_PHRASE]
        while BORDER in piece:
            before, piece = piece[: piece.index(BORDER)], piece[piece.index(BORDER) + 1 :]
            yield from _phrase(field, before)
        yield from _phrase(field, piece)


def _phrase(field: str, words: list[str]) -> Iterator[Phrase | Word]:
    if len(words) == 1:
        yield Word(words[0], (field,))
    elif words:
        yield Phrase(tuple(Word(word) for word in words), (field,))
