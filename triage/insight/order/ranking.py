"""Ranks items by how likely they are relevant: a linear model over words, learned from people's own decisions.

It learns from items that people read, from words that relevant items probably have (they count as one relevant item),
and from a few random items that nobody has read, which are taken as not relevant, different ones each time (G.
Cormack and M. Grossman, "Autonomy and reliability of continuous active learning", 2015). The model is a support vector
machine with balanced classes. The same decisions give the same order, wherever it is made: what it learns from is put
in the order of ids, scores are rounded, and equal scores are ordered by id. It hides nothing and decides nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from triage.errors import library
from triage.insight.threads import ADDRESS
from triage.model.items import ItemId, ItemNo
from triage.text import words

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

# Items as rows of numbers: which words and people an item has, and how often.
#
# A column is the hash of a word, as the index folds it, or of a person, so that no word is stored. A word that only one
# item has says nothing about others, and one that more than half of them have says little: both are left out. A value
# is 1 + ln(how often), times the square root of the word's rarity; each row is scaled to length 1.

ROWS_VERSION = 1
"""The version of the method that makes rows of texts: rows of another version are made anew."""
_COLUMNS = 1 << 22
_TEXTS = frozenset(("body", "comment", "note", "margin", "textbox", "speaker", "annotation", "ocr"))
_PEOPLE = {"from": "from", "to": "to", "cc": "to", "bcc": "to"}
_SUBJECT_WEIGHT = 5
"""How many times a word in the subject counts."""
_MOST_COLUMNS, _MOST_COUNT = 4_000, 255
"""Words of one item that count, the most frequent ones; how often a word counts."""
_MOST_PEOPLE = 200
_ALWAYS_COMMON = 20
"""In a small case, a word counts even if most items have it, as long as it is in no more than so many."""
_BLOCK_ROWS = 1 << 12
_MOST_CACHED = 200_000
_DAMPED = np.concatenate(([0.0], 1 + np.log(np.arange(1, _MOST_COUNT + 1)))).astype(np.float32)

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
FeatureRow = tuple[ItemNo, bytes, bytes]
"""An item's number, its columns in ascending order (4 bytes each), and how often each counts (1 byte)."""


class _ColumnCache(dict[str, int]):
    """The column of each word; the cache is emptied when it is full."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_CACHED:
            self.clear()
        made = self[word] = crc32(word.encode("utf-8", "surrogatepass")) % _COLUMNS
        return made


_column_of = _ColumnCache()


def counted(texts: Iterable[tuple[str, str]]) -> Counter[str]:
    """Return an item's words, and its people as "from …" and "to …", with how often each counts.

    ``texts`` are (field, text as written).
    """
    counts: Counter[str] = Counter()
    for field, text in texts:
        if field == "subject":
            for word in words(text):
                counts[word] += _SUBJECT_WEIGHT
        elif field in _TEXTS:
            counts.update(words(text))
        elif field in _PEOPLE:
            counts.update({f"{_PEOPLE[field]} {who}": 1 for who in _people(text)})
    return counts


def _people(text: str) -> list[str]:
    addresses = [address.lower() for address in ADDRESS.findall(text)]
    names = addresses or [" ".join(words(name)) for name in text.split(", ")]
    return [name for name in dict.fromkeys(names[:_MOST_PEOPLE]) if name]


def packed(counts: Mapping[str, int]) -> tuple[bytes, bytes]:
    """Return a row as bytes: its columns in ascending order (4 bytes each), and how often each counts (1 byte)."""
    by_column: dict[int, int] = {}
    for word, count in counts.items():
        column = _column_of[word]
        by_column[column] = by_column.get(column, 0) + count
    kept: Iterable[int] = by_column
    if len(by_column) > _MOST_COLUMNS:
        kept = nsmallest(_MOST_COLUMNS, by_column, key=lambda column: (-by_column[column], column))
    columns = sorted(kept)
    frequencies = bytes(min(by_column[column], _MOST_COUNT) for column in columns)
    return np.array(columns, "<u4").tobytes(), frequencies


class ItemFeatures:
    """The rows of all items that have an id, in memory: five bytes for each word of an item.

    ``rows`` are read twice, so that they are never in memory as a whole; they come by number. ``nos`` are the items'
    numbers in ascending order, ``ids`` theirs in the same order, and ``ranks`` say which id comes before which.
    """

    def __init__(self, rows: Iterable[FeatureRow], ids: Mapping[ItemNo, ItemId]) -> None:
        nos, sizes, items_with = list[ItemNo](), list[int](), np.zeros(_COLUMNS, np.int32)
        for some, columns, _, lengths in _blocks(rows, ids):
            nos += some
            sizes += lengths
            np.add.at(items_with, columns, 1)
        self.nos: Rows = np.array(nos, np.int64)
        self.ids = np.array([ids[no] for no in nos], "S")
        self.ranks: Rows = np.argsort(np.argsort(self.ids, kind="stable"), kind="stable")
        self._keys = np.array([int(ids[no][:16], 16) for no in nos], np.uint64)
        self._fill(rows, ids, (items_with >= 2) & (items_with <= max(_ALWAYS_COMMON, len(nos) // 2)), items_with)
        self._scale = np.ones(len(nos))
        self._scale = 1 / np.sqrt(np.maximum(self._sums(self._rarity**2, _DAMPED**2), 1e-12))

    def _fill(
        self,
        rows: Iterable[FeatureRow],
        ids: Mapping[ItemNo, ItemId],
        common: NDArray[np.bool_],
        items_with: NDArray[np.int32],
    ) -> None:
        """Read the rows again, with the ``common`` columns alone, which are numbered from 0 here."""
        self._names = np.flatnonzero(common)
        number = np.cumsum(common, dtype=np.int32) - np.int32(1)
        size = int(items_with[self._names].sum(dtype=np.int64))
        self._columns, self._counts = np.empty(size, np.int32), np.empty(size, np.uint8)
        at, sizes = 0, list[int]()
        for _, columns, counts, lengths in _blocks(rows, ids):
            kept = common[columns]
            end = at + int(kept.sum())
            self._columns[at:end], self._counts[at:end] = number[columns[kept]], counts[kept]
            edges = np.concatenate(([0], np.cumsum(lengths)))
            sizes += np.diff(np.concatenate(([0], np.cumsum(kept)))[edges]).tolist()
            at = end
        self._begins: Rows = np.concatenate(([0], np.cumsum(np.array(sizes, np.int64))))
        rare = np.log((1 + len(self.nos)) / (1 + items_with[self._names]))
        self._rarity: Floats = np.sqrt(np.maximum(rare, 0.0))

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self._names)

    def scores(self, weights: Floats) -> Floats:
        """Return each item's score, given a weight for each column."""
        return self._sums(self._rarity * weights, _DAMPED) * self._scale

    def _sums(self, weights: Floats, values: NDArray[np.float32]) -> Floats:
        with library("scipy"):
            from scipy.sparse import csr_matrix

        sums, factors = np.zeros(len(self.nos)), weights.astype(np.float32)
        for first in range(0, len(self.nos), _BLOCK_ROWS):
            edges = self._begins[first : first + _BLOCK_ROWS + 1]
            parts = slice(int(edges[0]), int(edges[-1]))
            shape = (len(edges) - 1, max(1, self.width))
            block = csr_matrix((values[self._counts[parts]], self._columns[parts], edges - edges[0]), shape)
            sums[first : first + len(edges) - 1] = block @ (factors if self.width else np.zeros(1, np.float32))
        return sums

    def rows(self, at: Rows, named: Sequence[int] = ()) -> csr_matrix:
        """Return the rows at these places as a matrix; before them, if any, one that has the ``columns_of`` words."""
        with library("scipy"):
            from scipy.sparse import csr_matrix

        sizes = self._begins[at + 1] - self._begins[at]
        begins = np.concatenate(([0], np.cumsum(sizes)))
        taken = np.arange(begins[-1]) + np.repeat(self._begins[at] - begins[:-1], sizes)
        columns = self._columns[taken]
        values = _DAMPED[self._counts[taken]] * self._rarity[columns] * np.repeat(self._scale[at], sizes)
        if named:
            chosen = np.searchsorted(self._names, np.array(named))
            weights = self._rarity[chosen] / max(float(np.linalg.norm(self._rarity[chosen])), 1e-12)
            columns, values = np.concatenate((chosen, columns)), np.concatenate((weights, values))
            begins = np.concatenate(([0], begins + len(named)))
        return csr_matrix((values, columns.astype(np.int32), begins.astype(np.int32)), (len(begins) - 1, self.width))

    def columns_of(self, listed: Iterable[str]) -> tuple[int, ...]:
        """Return the hashes of those of the words that have a column, ascending."""
        return tuple(sorted({_column_of[word] for word in listed if self.column(word) is not None}))

    def column(self, word: str) -> int | None:
        """Return the column of a word or person, None where fewer than two items have it, or most."""
        name = _column_of[word]
        at = int(np.searchsorted(self._names, name))
        return at if at < len(self._names) and self._names[at] == name else None

    def parts(self, no: ItemNo, counts: Mapping[str, int], weights: Floats) -> dict[str, float]:
        """Return what each of an item's words adds to its score; none for an item without a row."""
        at = self.positions([no])
        if not len(at):
            return {}
        parts: dict[str, float] = {}
        for word, count in counts.items():
            if (column := self.column(word)) is not None:
                value = _DAMPED[min(count, _MOST_COUNT)] * self._rarity[column] * self._scale[at[0]]
                parts[word] = float(value * weights[column])
        return parts

    def positions(self, nos: Sequence[ItemNo]) -> Rows:
        """Return the positions of these items' rows, in the order given, without the items that have no row."""
        wanted = np.asarray(nos, np.int64)
        at = np.searchsorted(self.nos, wanted)
        known = at < len(self.nos)
        known[known] = self.nos[at[known]] == wanted[known]
        positions: Rows = at[known]
        return positions

    def random_rows(self, among: NDArray[np.bool_], seed: str, size: int) -> Rows:
        """Return the places of ``size`` random rows among those given as true; the same ids and seed give the same."""
        mixed = self._keys ^ np.uint64(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big"))
        for times, shift in ((0xBF58476D1CE4E5B9, 30), (0x94D049BB133111EB, 27)):
            mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(times)
        at = np.flatnonzero(among)
        order = np.lexsort((self.ranks[at], mixed[at]))[:size]
        chosen: Rows = at[order]
        return chosen


def _blocks(
    rows: Iterable[FeatureRow], ids: Mapping[ItemNo, ItemId]
) -> Iterator[tuple[list[ItemNo], NDArray[np.uint32], NDArray[np.uint8], list[int]]]:
    """Yield rows, many at once: the numbers of the items that have an id, all columns, all counts, and their sizes."""
    known = (row for row in rows if row[0] in ids)
    while some := list(islice(known, _BLOCK_ROWS)):
        columns = np.frombuffer(b"".join(row[1] for row in some), "<u4") & np.uint32(_COLUMNS - 1)
        counts = np.frombuffer(b"".join(row[2] for row in some), np.uint8)
        yield [row[0] for row in some], columns, counts, [len(row[2]) for row in some]


VERSION = ROWS_VERSION * 1_000 + 2
_MOST_UNREAD = 100
"""How many unread items are taken as not relevant: a tenth of all, and at most so many."""
_COST = 0.1
"""The penalty for an item on the wrong side (the C of an SVM); small, as the model is learned from few items."""
_MOST_STEPS, _TOLERANCE = 100, 1e-10
DIGITS = 4


@dataclass(frozen=True, slots=True, eq=False)
class RankingModel:
    """What was learned, and from how many items: a weight for each column of the features, a score for each row."""

    weights: Floats
    scores: Floats
    relevant: int
    not_relevant: int


def train(
    features: ItemFeatures, decided: Mapping[ItemNo, bool], named: Sequence[int], seed: str
) -> RankingModel | None:
    """Return the model learned from items that are relevant (True) or not, and from words of relevant ones.

    ``named`` are the features' ``columns_of`` these words. None where there are no relevant examples, or no others.
    """
    read = features.positions(list(decided))
    relevant = np.array([decided[ItemNo(no)] for no in features.nos[read].tolist()], bool)
    by_id = np.argsort(features.ranks[read], kind="stable")
    read, relevant = read[by_id], relevant[by_id]
    unread = np.ones(len(features.nos), bool)
    unread[read] = False
    taken = features.random_rows(unread, f"{seed}:{len(read)}", min(_MOST_UNREAD, max(1, len(features.nos) // 10)))
    taken = taken[np.argsort(features.ranks[taken], kind="stable")]
    truth = np.concatenate((np.ones(min(1, len(named))), relevant, np.zeros(len(taken))))
    if len(np.unique(truth)) < 2 or not features.width:
        return None
    weights = train_svm(features.rows(np.concatenate((read, taken)), named), truth == 1)
    count = int(relevant.sum())
    scores = np.round(features.scores(weights), DIGITS) + 0.0  # no negative zero
    return RankingModel(weights, scores, count, len(relevant) - count)


def train_svm(rows: csr_matrix, truth: NDArray[np.bool_]) -> Floats:
    """Return the weights of a support vector machine with squared hinge loss that separates true rows from others.

    Each step solves a least-squares problem over the rows within the margin, until these stay the same (S. Keerthi and
    D. DeCoste, "A modified finite Newton method for fast solution of large scale linear SVMs", 2005). The threshold is
    the weight of one more column, which has 1 in every row.
    """
    signs = np.where(truth, 1.0, -1.0)
    costs = 2 * _COST * np.where(truth, 0.5 / truth.mean(), 0.5 / (1 - truth.mean()))
    weights, in_margin = np.zeros(rows.shape[1] + 1), np.ones(len(signs), bool)

    def margins(of: Floats) -> Floats:
        slack: Floats = 1 - signs * (rows @ of[:-1] + of[-1])
        return slack

    def loss(of: Floats) -> float:
        return float(of @ of + costs @ np.maximum(margins(of), 0) ** 2)

    for _ in range(_MOST_STEPS):
        best = _least_squares(rows[in_margin], signs[in_margin], costs[in_margin], weights)
        while loss(best) > loss(weights) * (1 + _TOLERANCE):
            best = (best + weights) / 2
        weights, before, in_margin = best, in_margin, margins(best) > 0
        if np.array_equal(in_margin, before):
            break
    return weights[:-1]


def _least_squares(rows: csr_matrix, targets: Floats, costs: Floats, weights: Floats) -> Floats:
    """Solve ridge regression by conjugate gradients, beginning with these weights."""
    columns = rows.T

    def transposed(values: Floats) -> Floats:
        return np.append(columns @ values, values.sum())

    residual = transposed(costs * (targets - rows @ weights[:-1] - weights[-1])) - weights
    direction, square = residual, float(residual @ residual)
    smallest = square * _TOLERANCE**2
    for _ in range(10 * _MOST_STEPS):
        if square <= smallest:
            break
        product = direction + transposed(costs * (rows @ direction[:-1] + direction[-1]))
        step = square / float(direction @ product)
        weights, residual = weights + step * direction, residual - step * product
        square, before = float(residual @ residual), square
        direction = residual + square / before * direction
    return weights


def order(
    features: ItemFeatures, model: RankingModel, nos: Sequence[ItemNo]
) -> tuple[list[ItemNo], list[float | None]]:
    """Return exactly these items, the likeliest relevant first, and their rounded scores.

    Those without a row come last, with None, in the order given.
    """
    at, scores = features.positions(nos), model.scores
    best = at[np.lexsort((features.ranks[at], -scores[at]))]
    ranked = [ItemNo(no) for no in features.nos[best].tolist()]
    has_row = set(ranked)
    rest = [no for no in nos if no not in has_row]
    return [*ranked, *rest], [*scores[best].tolist(), *[None] * len(rest)]


def digest(features: ItemFeatures, model: RankingModel) -> str:
    """Return the SHA-256 of all ids in their order, each with its score."""
    scores = model.scores
    best = np.lexsort((features.ranks, -scores))
    hashed = hashlib.sha256(features.ids[best].tobytes())
    hashed.update(np.round(scores[best] * 10**DIGITS).astype("<i8").tobytes())
    return hashed.hexdigest()


def explained(
    features: ItemFeatures, model: RankingModel, no: ItemNo, counts: Mapping[str, int], most: int
) -> tuple[float | None, list[tuple[str, float]], list[tuple[str, float]]]:
    """Return an item's rounded score, and the words and people that add most to it and that take most from it.

    ``counts`` are what the item has (``counted``); at most ``most`` of either are returned.
    """
    at = features.positions([no])
    if not len(at):
        return None, [], []
    parts = {word: round(part, DIGITS) for word, part in features.parts(no, counts, model.weights).items()}
    by_size = sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))
    speaking_for, against = ([part for part in by_size if sign * part[1] > 0][:most] for sign in (1, -1))
    return float(model.scores[at[0]]), speaking_for, against
