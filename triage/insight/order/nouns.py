"""What a ranking looks for, what it was learned from, the order of items, and why each is where it is: plain data."""

from __future__ import annotations

import msgspec

from triage.model.items import ItemId, ItemNo


class RankingTarget(msgspec.Struct, frozen=True):
    """What a ranking looks for: tags that make an item relevant or not relevant, and words to begin with.

    ``words`` are folded, each once; they count as one relevant item. ``seed`` draws the items that are taken as not
    relevant although nobody has read them.
    """

    relevant: tuple[str, ...] = ("relevant", "hot")
    not_relevant: tuple[str, ...] = ("not-relevant",)
    words: tuple[str, ...] = ()
    seed: str = "1"


class Ranking(msgspec.Struct, frozen=True):
    """What a ranking was learned from: enough to make the same one again.

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


class Explanation(msgspec.Struct, frozen=True):
    """Why an item has its score: its words, and its people as "from …" and "to …", with what each adds or takes.

    The strongest ones come first. ``score`` is rounded; None where the item isn't ranked.
    """

    no: ItemNo
    id: ItemId
    score: float | None
    speaking_for: tuple[tuple[str, float], ...]
    speaking_against: tuple[tuple[str, float], ...]
