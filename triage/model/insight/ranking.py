"""The nouns of ranking: what is looked for, what a ranking was made of, why an item is where it is, whether to go on.

This module does nothing: no I/O, no arithmetic.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from triage.model.items import ItemId, ItemNo


class RankingTarget(msgspec.Struct, frozen=True):
    """What a ranking looks for: tags that make an item relevant, tags that make it not so, and words to begin with.

    ``words`` are folded, each once; they count as one relevant item. ``seed`` is of the items that are taken as not
    relevant although nobody has read them.
    """

    relevant: tuple[str, ...] = ("relevant", "hot")
    not_relevant: tuple[str, ...] = ("not-relevant",)
    words: tuple[str, ...] = ()
    seed: str = "1"


class Ranking(msgspec.Struct, frozen=True):
    """What a ranking was made of, enough to make it again.

    ``columns`` are the hashes of those of the target's words that several items have. ``version`` is of the method,
    ``decisions`` the number of the last decision that was considered and ``first`` that of the first one used, both 0
    for none. ``relevant`` and ``not_relevant`` count the items that were learned from; ``items`` were ranked. ``state``
    is the hash of the audit row as of which the items are; ``digest`` is the SHA-256 of all ids in their order, each
    with its rounded score.
    """

    target: RankingTarget
    columns: tuple[int, ...]
    version: int
    first: int
    decisions: int
    relevant: int
    not_relevant: int
    items: int
    state: str
    digest: str


class RankedItems(msgspec.Struct, frozen=True):
    """Exactly the items that were given, the likeliest relevant first; equal scores by id.

    ``scores`` has the rounded score of each, None for one that isn't ranked, such as a sealed one: these come last.
    ``decided`` are those that carry one of the target's tags.
    """

    nos: tuple[ItemNo, ...]
    scores: tuple[float | None, ...]
    ranking: Ranking
    decided: frozenset[ItemNo] = frozenset()


class ListedPlace(NamedTuple):
    """Where an item was shown in a list in the suggested order: its ``place`` from 1, and in which list.

    ``skipped`` is how many items before it were neither decided on nor shown. The list has what ``query`` found when
    ``last`` was the highest number in it.
    """

    place: int
    skipped: int
    query: str
    last: ItemNo


class Explanation(msgspec.Struct, frozen=True):
    """Why an item has its score: its words, and its people as "from …" and "to …", with what each adds or takes.

    The strongest ones come first. ``score`` is rounded; None where the item isn't ranked.
    """

    no: ItemNo
    id: ItemId
    score: float | None
    speaking_for: tuple[tuple[str, float], ...]
    speaking_against: tuple[tuple[str, float], ...]


class ReviewCurve(msgspec.Struct, frozen=True):
    """How many relevant items were found by how many items read, and what that implies. It stops nothing.

    ``in_order`` is how many items were decided on by somebody to whom they had been shown in the suggested order; these
    alone count for recall, and ``relevant`` are those of them that are. ``points`` are (such items, relevant ones among
    them), in the order of the decisions. ``misses`` is how many in a row were not relevant at last. ``read`` also has
    what was shown out of that order before it was decided on; ``coded`` is how many others were decided on.

    ``recall`` is the stated goal, ``p`` how likely so many misses would be if the goal had not been reached; ``low``
    and ``high`` bound the recall reached at ``confidence``. These three are None until enough was read; ``enough`` says
    that the goal is most likely reached.
    """

    items: int
    in_order: int
    relevant: int
    misses: int
    points: tuple[tuple[int, int], ...]
    recall: float
    confidence: float
    p: float | None = None
    low: float | None = None
    high: float | None = None
    enough: bool = False
    read: int = 0
    coded: int = 0

    @property
    def sentences(self) -> list[str]:
        """Say how far the review has come, and what that implies for recall."""
        items = f"{self.items:,} item{'' if self.items == 1 else 's'}"
        read = [
            f"Read: {self.read:,} of {items}, copies counted once; {self.in_order:,} of them in the suggested order:"
            f" {self.relevant:,} relevant, the last {self.misses:,} in a row not"
        ]
        if self.coded:
            read.append(
                f"Coded: {self.coded:,} more, which had not been shown to the reviewer before and don't count as read"
            )
        if self.p is None or self.low is None:
            return [
                *read,
                "Nothing can be said about recall before 20 relevant items and 200 others in a row, all read in the"
                " suggested order.",
            ]
        reached = "most likely reached" if self.enough else "not shown to be reached"
        return [
            *read,
            f"Recall {self.recall:.4g} is {reached} (p = {self.p:.3f}); with {self.confidence:.4g} confidence it is"
            f" {self.low:.2%} to 100%, if no decision is wrong",
        ]
