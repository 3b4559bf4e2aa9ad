"""Finds near-duplicates: items whose words are nearly the same, in the same order. It suggests, and changes nothing.

What is compared are the runs of five words that texts have (resemblance as of Broder, "On the resemblance and
containment of documents", 1997). MinHash signatures propose pairs; the share of common runs decides. Each group has a
pivot, one of its longest items: all others are near that, or near another item of the group and not far from the pivot.
The same texts give the same groups on any machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from triage.arrays import distinct
from triage.model.items import ItemNo
from triage.text import fold

VERSION = 1
"""Changes whenever signatures do, or what they are made of."""
LEAST = 0.8
"""Least share of common runs, of all that either has, that makes two texts near-duplicates."""
_LEAST_OF_PIVOT = 0.6
"""The same for what is in a group as it is near another item of it, and not its pivot."""
_WORDS = 5
_FEWEST = 10
"""Words of a run; words of the shortest text that is compared."""
_BANDS, _ROWS = 20, 6
"""Two texts are compared if their signatures agree in a band: at a share of .8 with a chance of .998."""
_MOST_BEFORE = 4
"""Texts of a band, the longest ones, that each other one there is compared with, besides its neighbour."""
_LIKELY = 0.66
"""Share of equal hashes below which two texts are hardly near (four deviations below ``LEAST``)."""
WIDTH = _BANDS * _ROWS
"""Hashes of a signature."""
_AT_ONCE = 1 << 12
PORTION = 256
"""Texts that are in memory at a time."""
_MOST_KEPT, _MOST_WORDS = 4_000, 200_000

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]
Shares = MutableMapping[tuple[ItemNo, ItemNo], float]
"""How near texts are that were compared, by their items, the one with the lower number first."""
Groups = dict[ItemNo, tuple[ItemNo, float]]
"""Of each item that has near-duplicates the pivot of its group, and how near it is to that (1 for the pivot)."""

_raw = np.random.PCG64(20231127).random_raw(2 * _BANDS * _ROWS)
_TIMES, _PLUS = ((part >> np.uint64(32)).astype(np.uint32) for part in np.split(_raw, 2))
_TIMES, _PLUS = (_TIMES | np.uint32(1))[:, None], _PLUS[:, None]
_POWERS = np.array([pow(0x9E3779B97F4A7C15, at, 1 << 64) for at in range(1, _WORDS + 1)], np.uint64)


class _WordHashes(dict[bytes, int]):
    """64 bits for each word; those of a large vocabulary are worked out anew now and then."""

    def __missing__(self, word: bytes) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        made = self[word] = int.from_bytes(blake2b(word, digest_size=8).digest(), "little")
        return made


_hash_of = _WordHashes()


def runs(text: str) -> Hashes:
    """Return the text's runs of words, one number for each, ascending; none of a text that is too short."""
    words = fold(text).encode().split()
    if len(words) < _FEWEST:
        return np.empty(0, np.uint64)
    hashes = np.fromiter(map(_hash_of.__getitem__, words), np.uint64, len(words))
    count = len(words) - _WORDS + 1
    mixed = np.zeros(count, np.uint64)
    for at, power in enumerate(_POWERS):
        mixed += hashes[at : at + count] * power
    mixed ^= mixed >> np.uint64(31)
    return distinct(mixed * np.uint64(0xD6E8FEB86659FD93))


def nearness(first: Hashes, second: Hashes) -> float:
    """Return the share of common runs, of all that either text has."""
    common = len(np.intersect1d(first, second, assume_unique=True))
    return common / max(1, len(first) + len(second) - common)


@dataclass(frozen=True, slots=True, eq=False)
class TextSignatures:
    """What is kept of texts: the last 16 bits of each least hash (a row for each text), how many runs, their sum."""

    hashes: NDArray[np.uint16]
    sizes: NDArray[np.int64]
    sums: NDArray[np.uint64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> TextSignatures:
        """Sign texts."""
        made = [runs(text) for text in texts]
        return cls(
            np.array([_signature(text) for text in made], np.uint16).reshape(len(made), WIDTH),
            np.array([len(text) for text in made], np.int64),
            np.array([np.bitwise_xor.reduce(text) for text in made], np.uint64),
        )


def _signature(text: Hashes) -> NDArray[np.uint16]:
    least = np.full(WIDTH, 0xFFFFFFFF, np.uint32)
    short = (text >> np.uint64(32)).astype(np.uint32)
    for at in range(0, len(short), _AT_ONCE):
        np.minimum(least, (_TIMES * short[at : at + _AT_ONCE] + _PLUS).min(axis=1), out=least)
    return least.astype(np.uint16)


def groups(
    nos: Sequence[ItemNo],
    signed: TextSignatures,
    text_of: Callable[[ItemNo], str],
    shares: Shares,
    stop: Callable[[], bool],
) -> Groups | None:
    """Return the items that have near-duplicates among these, by their signatures; None where it was stopped.

    Only texts whose share isn't among ``shares`` are read; what is compared is put there.
    """
    # By what they say where they are equally long: numbers tell which file was read first.
    order = np.lexsort((np.asarray(nos, np.int64), signed.sums, -signed.sizes))
    order = order[signed.sizes[order] > 0]
    proposed = _proposed(signed.hashes[order], signed.sizes[order])
    runs_of = lru_cache(_MOST_KEPT)(lambda no: runs(text_of(no)))

    def share(one: ItemNo, other: ItemNo) -> float:
        pair = (min(one, other), max(one, other))
        if pair not in shares:
            shares[pair] = nearness(runs_of(one), runs_of(other))
        return shares[pair]

    return _grouped([nos[at] for at in order], proposed, share, stop)


def _proposed(signatures: NDArray[np.uint16], sizes: NDArray[np.int64]) -> tuple[Places, Places]:
    """Return pairs of texts that may be near, by their places, the longest first: the later ones, the earlier ones."""
    pairs = np.empty(0, np.int64)
    for band in range(_BANDS):
        pairs = distinct(np.concatenate([pairs, *(_likely(signatures, sizes, *met) for met in _met(signatures, band))]))
    return np.divmod(pairs, max(1, len(sizes)))


def _each(keys: Places, values: Places) -> Iterator[tuple[int, list[int]]]:
    order = np.lexsort((values, keys))
    keys, values = keys[order], values[order]
    begins = np.flatnonzero(np.diff(keys, prepend=-1)).tolist()
    for begin, end in pairwise([*begins, len(keys)]):
        yield int(keys[begin]), values[begin:end].tolist()


def _met(signatures: NDArray[np.uint16], band: int) -> Iterator[tuple[Places, Places]]:
    """Yield pairs of texts that agree in a band, the later and the earlier ones."""
    keys = np.zeros(len(signatures), np.uint64)
    for row in range(band * _ROWS, (band + 1) * _ROWS):
        keys = (keys ^ signatures[:, row]) * np.uint64(0x9E3779B97F4A7C15)
        keys ^= keys >> np.uint64(29)
    by_key = np.argsort(keys, kind="stable")
    at = np.arange(len(keys))
    begins = np.concatenate(([True], keys[by_key][1:] != keys[by_key][:-1])) if len(keys) else np.empty(0, bool)
    first = np.maximum.accumulate(np.where(begins, at, 0))
    for other in (*(first + ahead for ahead in range(_MOST_BEFORE)), at - 1):
        met = (other < at) & (other >= first)
        yield by_key[at[met]], by_key[other[met]]


def _likely(signatures: NDArray[np.uint16], sizes: NDArray[np.int64], later: Places, earlier: Places) -> Places:
    """Return those pairs whose lengths and signatures allow that they are near, as one number each."""
    close = sizes[later] >= LEAST * sizes[earlier]
    later, earlier = later[close], earlier[close]
    alike = [
        (signatures[later[at : at + _AT_ONCE]] == signatures[earlier[at : at + _AT_ONCE]]).mean(axis=1) >= _LIKELY
        for at in range(0, len(later), _AT_ONCE)
    ]
    kept = np.concatenate(alike) if alike else np.empty(0, bool)
    pairs: Places = later[kept] * len(sizes) + earlier[kept]
    return pairs


def _grouped(
    nos: Sequence[ItemNo],
    proposed: tuple[Places, Places],
    share_of: Callable[[ItemNo, ItemNo], float],
    stop: Callable[[], bool],
) -> Groups | None:
    """Put each text into the group that it belongs to, the longest first; what belongs to none can begin one."""
    pivots, shares_of = dict[int, int](), dict[int, float]()
    later, earlier = proposed

    def join(text: int, others: Sequence[int]) -> None:
        def share(other: int) -> float:
            return share_of(nos[text], nos[other])

        shares = {pivot: share(pivot) for pivot in sorted({pivots.get(at, at) for at in others} - {text})}
        near = {pivot for pivot, one in shares.items() if one >= LEAST} or {
            pivots[at]
            for at in others
            if pivots.get(at, text) != text and shares[pivots[at]] >= _LEAST_OF_PIVOT and share(at) >= LEAST
        }
        if near:
            pivots[text] = max(near, key=lambda pivot: (shares[pivot], -pivot))
            shares_of[text] = shares[pivots[text]]

    for text, others in _each(later, earlier):
        if stop():
            return None
        join(text, others)
    grouped = pivots.keys() | set(pivots.values())
    for text, others in _each(earlier, later):
        if text not in grouped:  # shorter ones may be in a group that it belongs to as well
            join(text, [other for other in others if other in pivots])
    of_pivots = {nos[pivot]: (nos[pivot], 1.0) for pivot in pivots.values()}
    return of_pivots | {nos[text]: (nos[pivot], shares_of[text]) for text, pivot in pivots.items()}
