"""What words are about, as points in a space of few dimensions: latent semantic analysis of a sample of the items.

Words that stand in the same items, and in items of the same people, lie close together. The decomposition begins at
fixed numbers, and its sample is the same for the same ids. Nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from triage.insight.features import Floats, ItemFeatures, Rows
from triage.model.items import ItemNo

VERSION = 1
DIMENSIONS = 200
_MOST_ITEMS = 12_000
"""Items that are drawn; more of them make the space hardly better."""
_FEWEST = 4
"""Items of the sample that must have a word."""
_ROUNDS = 4
_LEAST_SIZE = 1e-3
"""A dimension that is smaller than this share of the largest is noise."""


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """The space: a point for each of these columns of the features, by the column's hash, which ascend."""

    names: NDArray[np.int64]
    points: NDArray[np.float32]

    @classmethod
    def of(cls, features: ItemFeatures) -> Topics:
        """Work out the space; it has no columns where there are too few items."""
        from sklearn.utils.extmath import randomized_svd

        sample = features.drawn(np.ones(len(features.nos), bool), "topics", _MOST_ITEMS)
        rows = features.rows(np.sort(sample))
        columns = np.flatnonzero(np.diff(rows.tocsc().indptr) >= _FEWEST)
        dimensions = min(DIMENSIONS, rows.shape[0] - 1, len(columns) - 1)
        if dimensions < 1:
            return cls(np.empty(0, np.int64), np.empty((0, 1), np.float32))
        _, sizes, axes = randomized_svd(rows[:, columns], dimensions, n_iter=_ROUNDS, random_state=0)
        telling = sizes > _LEAST_SIZE * sizes.max()
        scaled = axes[telling].T / np.sqrt(sizes[telling])
        return cls(features.names[columns], scaled.astype(np.float32))

    def packed(self) -> tuple[bytes, bytes]:
        """Return the names and the points as bytes."""
        return self.names.astype("<i8").tobytes(), self.points.astype("<f4").tobytes()

    @classmethod
    def unpacked(cls, untrusted_names: bytes, untrusted_points: bytes) -> Topics | None:
        """Return the space that these bytes are, None where they don't fit together."""
        if len(untrusted_names) % 8 or not untrusted_names or len(untrusted_points) % (len(untrusted_names) // 2):
            return None
        names, points = np.frombuffer(untrusted_names, "<i8"), np.frombuffer(untrusted_points, "<f4")
        fits = np.all(np.diff(names) > 0) and np.isfinite(points).all() and len(points)
        return cls(names, points.reshape(len(names), -1)) if fits else None

    def without(self, columns: Sequence[int]) -> Topics:
        """Return the space without the points of some columns."""
        kept = ~np.isin(self.names, np.array(columns, np.int64))
        return Topics(self.names[kept], self.points[kept])

    def of_words(self, columns: Sequence[int], weights: Sequence[float]) -> Floats:
        """Return the weighted sum of the points of columns; those that aren't known count nothing."""
        named = np.array(columns, np.int64)
        at = np.searchsorted(self.names, named)
        known = at < len(self.names)
        known[known] = self.names[at[known]] == named[known]
        total: Floats = np.array(weights, np.float64)[known] @ self.points[at[known]].astype(np.float64)
        return total

    def of_items(self, features: ItemFeatures, nos: Sequence[ItemNo]) -> Floats:
        """Return the points of items that have a row, in the order given; rare words count more than in the row."""
        places: Rows = np.searchsorted(features.names, self.names)
        rows = features.rows(features.places(nos))[:, places]
        points: Floats = rows @ (features.rarity[places][:, None] * self.points)
        return points
