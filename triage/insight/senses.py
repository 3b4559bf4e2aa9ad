"""Tells the senses of a word apart: of lines that have it, which are likely meant, learned from a few marked ones.

A line is a point: what the words around the hit are about, the nearer ones more, beside what its item and the people of
it are about. Two learners vote: a linear one (ridge regression), and one that hands marks on from line to line among
the most alike ones (D. Zhou and others, "Learning with local and global consistency", 2004). Lines to mark are
proposed that stand for many others, then those among them that are in doubt. The same marks give the same order;
scores are rounded. It hides and decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from triage.insight.features import Floats, ItemFeatures, Rows, column_of
from triage.insight.topics import Topics
from triage.model.items import ItemNo

FIRST = 4
"""Lines that are proposed before doubt counts."""
AROUND = 25
"""Words on each side of the hit that count."""
_PENALTY, _HANDED_ON, _ALIKE = 0.1, 0.9, 20
"""Of the ridge; share of a mark that is handed on; lines to which each line hands marks on."""
_MOST = 2_000
"""Lines among which marks are handed on; those of a longer list are drawn, and the others ask these."""
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class UsedWord:
    """A use of the word: its item, and the words before it and after it, folded, the nearest first."""

    no: ItemNo
    before: Sequence[str]
    after: Sequence[str]


class SenseLines:
    """The lines of one word as points."""

    def __init__(self, uses: Sequence[UsedWord], features: ItemFeatures, topics: Topics) -> None:
        near = np.array([_around(use, features, topics) for use in uses]).reshape(len(uses), topics.points.shape[1])
        nos = sorted({use.no for use in uses} & set(features.nos.tolist()))
        items = topics.of_items(features, nos)
        at = {no: place for place, no in enumerate(nos)}
        item = np.array([items[at[use.no]] if use.no in at else np.zeros(near.shape[1]) for use in uses])
        self._points = _scaled(np.hstack([_scaled(near), _scaled(item.reshape(near.shape))]))

    def scores(self, marks: Mapping[int, bool]) -> Floats | None:
        """Return how likely each line is meant (1) or not (-1), by some marked ones; None without both kinds.

        ``marks`` are by the places of lines.
        """
        if len(set(marks.values())) < 2:
            return None
        compared = self._compared(marks)
        votes = self._ridge(marks), self._handed_on(marks, compared)
        return np.round((_held(votes[0]) + _held(votes[1])) / 2, _DIGITS)

    def propose(self, marks: Mapping[int, bool], left_out: Sequence[int], many: int) -> list[int]:
        """Return up to so many lines to mark next, the most telling first; none of those that are left out."""
        compared = self._compared(marks)
        alike = np.maximum(0, self._points[compared] @ self._points[compared].T)
        known = np.flatnonzero(np.isin(compared, list(marks)))
        covered = alike[known].max(axis=0) if len(known) else np.zeros(len(compared))
        scores = self.scores(marks) if len(marks) >= FIRST else None
        doubt = np.ones(len(compared)) if scores is None else np.exp(-2 * np.abs(scores[compared]))
        free = ~np.isin(compared, [*marks, *left_out])
        chosen = list[int]()
        for _ in range(min(many, int(free.sum()))):
            gains = np.round(np.maximum(0, alike - covered).sum(axis=1) * doubt, _DIGITS)
            gains[~free] = -1
            best = int(np.argmax(gains))
            free[best] = False
            chosen.append(int(compared[best]))
            covered = np.maximum(covered, alike[best])
        return chosen

    def _compared(self, marks: Mapping[int, bool]) -> Rows:
        """Return the lines that are compared with one another: all, or evenly chosen ones and those that are marked."""
        many = len(self._points)
        if many <= _MOST:
            return np.arange(many)
        return np.union1d(np.linspace(0, many - 1, _MOST).astype(np.int64), np.array(sorted(marks), np.int64))

    def _ridge(self, marks: Mapping[int, bool]) -> Floats:
        at, signs = _signs(marks)
        points = np.hstack([self._points, np.ones((len(self._points), 1))])
        own = points[at]
        weights = own.T @ np.linalg.solve(own @ own.T + _PENALTY * np.eye(len(at)), signs)
        scores: Floats = points @ weights
        return scores

    def _handed_on(self, marks: Mapping[int, bool], compared: Rows) -> Floats:
        points = self._points[compared]
        links = _strongest(np.maximum(0, points @ points.T) * (1 - np.eye(len(points))))
        links = np.maximum(links, links.T)
        sums = np.sqrt(np.maximum(links.sum(axis=1), 1e-9))
        at, signs = _signs(marks)
        given = np.zeros(len(points))
        given[np.searchsorted(compared, at)] = signs
        system = np.eye(len(points)) - _HANDED_ON * links / np.outer(sums, sums)
        spread: Floats = np.linalg.solve(system, given).astype(np.float64)
        if len(points) == len(self._points):
            return spread
        scores = np.empty(len(self._points))
        for first in range(0, len(scores), _MOST):
            asked = _strongest(np.maximum(0, self._points[first : first + _MOST] @ points.T))
            scores[first : first + _MOST] = asked @ spread / np.maximum(asked.sum(axis=1), 1e-9)
        scores[compared] = spread
        return scores


def _around(use: UsedWord, features: ItemFeatures, topics: Topics) -> Floats:
    """Return what the words around a hit are about."""
    columns, weights = list[int](), list[float]()
    for side in (use.before, use.after):
        for distance, word in enumerate(side[:AROUND], 1):
            columns.append(column_of(word))
            weights.append(features.rarity_of(word) / distance**0.5)
    return topics.of_words(columns, weights)


def _held(votes: Floats) -> Floats:
    """Return votes between -1 and 1, 0 where they were, half of that at their mean."""
    sizes = np.abs(votes)
    held: Floats = votes / np.maximum(sizes + sizes.mean(), 1e-12)
    return held


def _signs(marks: Mapping[int, bool]) -> tuple[Rows, Floats]:
    at = np.array(sorted(marks), np.int64)
    return at, np.array([1.0 if marks[int(one)] else -1.0 for one in at])


def _strongest(alike: Floats) -> Floats:
    """Return for each row its largest values alone."""
    if alike.shape[1] <= _ALIKE:
        return alike
    least = np.partition(alike, -_ALIKE, axis=1)[:, -_ALIKE][:, None]
    return np.where(alike >= least, alike, 0)


def _scaled(points: Floats) -> Floats:
    """Return points at a distance of 1."""
    scaled: Floats = points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-12)
    return scaled
