"""Names that the texts of a case use: candidates for code names, other ways to write one, words used alike."""

from __future__ import annotations

import msgspec

from triage.model.items import ItemId, ItemNo


class Writing(msgspec.Struct, frozen=True):
    """What one item says in its own right: its sender as written, its date (seconds since 1970), subject and text."""

    no: ItemNo
    sender: str
    date: int | None
    text: str


class RankedName(msgspec.Struct, frozen=True):
    """A word that may be a code name: folded, as mostly written, its score, and items that use it (ascending)."""

    word: str
    written: str
    score: float
    items: tuple[ItemNo, ...]


class RankingOrigin(msgspec.Struct, frozen=True):
    """Of what a ranking was made: program and seed, the last item and the last decision that the case had."""

    program: str
    seed: int
    items: int
    decisions: int


class NameLine(msgspec.Struct, frozen=True):
    """A line in which an item uses a name: its id, when it was sent (ISO 8601, "" if unknown), by whom, the words."""

    id: ItemId
    date: str
    sender: str
    text: str


class NameCandidate(msgspec.Struct, frozen=True):
    """A candidate with its evidence: who uses it (most items first), from when to when, and up to three lines.

    ``items`` counts those that use it in lines of their own; ``state`` is "", "accepted" or "rejected".
    """

    word: str
    written: str
    score: float
    items: int
    people: tuple[str, ...]
    first: str
    last: str
    lines: tuple[NameLine, ...]
    state: str


class NameReport(msgspec.Struct, frozen=True):
    """The candidates of a case, the likeliest first, with what the ranking was made of and how many were rejected."""

    origin: RankingOrigin
    candidates: tuple[NameCandidate, ...]
    rejected: int


class UsedAlike(msgspec.Struct, frozen=True):
    """A word that is used in the same contexts as another one: its score (1 at most) and how many items use it."""

    word: str
    score: float
    items: int


class Variant(msgspec.Struct, frozen=True):
    """Another way in which texts write a name: a query that finds it, what it is a variant by, and its items.

    ``kind`` is one of "joined", "split", "tag", "line end", "spaced", "initials", "letters", "spelling" and "script".
    """

    query: str
    kind: str
    items: int


class Likeness(msgspec.Struct, frozen=True):
    """What a case has like a name: words used as it is, and other ways to write it with the items of all of these."""

    name: str
    aliases: tuple[UsedAlike, ...]
    variants: tuple[Variant, ...]
    items: int


class OtherWritings(msgspec.Struct, frozen=True):
    """Other ways to write the words of a query, those with most items first; none where there is none.

    ``query`` finds what these find as well, which are so many ``items`` more.
    """

    query: str
    variants: tuple[Variant, ...]
    items: int
