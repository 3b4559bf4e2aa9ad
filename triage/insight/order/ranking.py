"""Ranks items by how likely they are relevant: a linear model over words, learned from people's own decisions.

It learns from items that people read, from words that relevant items probably have, which count as one relevant item,
and from a few random items that nobody has read, which are taken as not relevant; these are others each time (G.
Cormack and M. Grossman, "Autonomy and reliability of continuous active learning", 2015). The model is a support vector
machine with balanced classes. The same decisions give the same order, wherever it is made: what it learns from is put
in the order of ids, scores are rounded, equal ones go by id. It hides and decides nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from triage.insight.order.features import VERSION as ROWS_VERSION
from triage.insight.order.features import Floats, ItemFeatures
from triage.model.items import ItemNo

VERSION = ROWS_VERSION * 1_000 + 1
_MOST_UNREAD = 100
"""Items that are taken as not relevant although nobody has read them: a tenth of all, and at most so many."""
_COST = 0.1
"""How much an item on the wrong side costs the model; small, as few items have to speak for all."""
_MOST_STEPS, _TOLERANCE = 2_000, 1e-3
DIGITS = 4


@dataclass(frozen=True, slots=True, eq=False)
class RankingModel:
    """What was learned: a weight for each column of the features, the score of each row, and of how many items.

    Scores are rounded, so that other processors come to the same.
    """

    weights: Floats
    scores: Floats
    relevant: int
    not_relevant: int


def train(
    features: ItemFeatures, decided: Mapping[ItemNo, bool], named: Sequence[int], seed: str
) -> RankingModel | None:
    """Return what is learned from items that are relevant (True) or not, and from words of relevant ones.

    ``named`` are the features' ``columns_of`` these words. None where there is nothing that is relevant, or nothing
    beside that.
    """
    from sklearn.svm import LinearSVC

    read = features.places(list(decided))
    relevant = np.array([decided[ItemNo(no)] for no in features.nos[read].tolist()], bool)
    by_id = np.argsort(features.ranks[read], kind="stable")
    read, relevant = read[by_id], relevant[by_id]
    unread = np.ones(len(features.nos), bool)
    unread[read] = False
    taken = features.drawn(unread, f"{seed}:{len(read)}", min(_MOST_UNREAD, max(1, len(features.nos) // 10)))
    taken = taken[np.argsort(features.ranks[taken], kind="stable")]
    truth = np.concatenate((np.ones(min(1, len(named))), relevant, np.zeros(len(taken))))
    if len(np.unique(truth)) < 2 or not features.width:
        return None
    machine = LinearSVC(C=_COST, class_weight="balanced", random_state=0, tol=_TOLERANCE, max_iter=_MOST_STEPS)
    machine.fit(features.rows(np.concatenate((read, taken)), named), truth)
    weights, many = machine.coef_[0], int(relevant.sum())
    scores = np.round(features.scores(weights), DIGITS) + 0.0  # no negative zero
    return RankingModel(weights, scores, many, len(relevant) - many)


def order(
    features: ItemFeatures, model: RankingModel, nos: Sequence[ItemNo]
) -> tuple[list[ItemNo], list[float | None]]:
    """Return exactly these items, the likeliest relevant first, and their rounded scores.

    Those without a row come last, with None, in the order given.
    """
    at, scores = features.places(nos), model.scores
    best = at[np.lexsort((features.ranks[at], -scores[at]))]
    ranked = [ItemNo(no) for no in features.nos[best].tolist()]
    there = set(ranked)
    rest = [no for no in nos if no not in there]
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

    ``counts`` are what the item has (``features.counted``); at most ``most`` of either are returned.
    """
    at = features.places([no])
    if not len(at):
        return None, [], []
    parts = {word: round(part, DIGITS) for word, part in features.parts(no, counts, model.weights).items()}
    by_size = sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))
    score = float(model.scores[at[0]])
    speaking_for = [part for part in by_size if part[1] > 0][:most]
    return score, speaking_for, [part for part in by_size if part[1] < 0][:most]
