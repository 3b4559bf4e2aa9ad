"""The nouns of shared work: batches, exchanged decisions, samples, progress. Frozen values, beside ``model``.

This module does nothing: no I/O, no counting, no layout. Every number that a person sees comes with the query that
finds its items ("" finds all of the case, None where no query can).
"""

from __future__ import annotations

import msgspec

from triage.model.items import ItemId, ItemNo
from triage.model.messages import Message
from triage.model.reports import Interval
from triage.model.runs import WHOLE, Extent

JUDGEMENTS = ("relevant", "not relevant")
"""What an item of a sample may be judged to be."""


READING = frozenset(("run-begin", "items", "source-failed", "sources-missing", "run-end"))
"""Actions of the audit with which an index run adds items to a case, or notes that their files are gone."""

SHOWING = frozenset(("view", "shown"))
"""Actions of the audit that record what was shown to somebody, and change nothing else."""


class Changes(msgspec.Struct, frozen=True):
    """How far a case is (its last audit row, its last decision), and what was written since an earlier look at it.

    ``actions`` are those of the audit rows, ``decided`` the items decided on, in ascending order.
    """

    audit: int
    decisions: int
    actions: frozenset[str] = frozenset()
    decided: tuple[ItemNo, ...] = ()


class Batch(msgspec.Struct, frozen=True):
    """A set of items for one person at a time: where it is from, who has it, how far it is.

    ``id`` is the same in every copy of the case (32 hex digits). ``reviewer`` is who has it or completed it, who had it
    last where it is pending, "" while blank. ``items`` counts all, ``missing`` those of them that this copy of the case
    doesn't have, ``coded`` those with a tag; ``with_copies`` counted all copies of the items when the batch was made.
    ``contested`` are the reviewers who had checked it out at the same time in copies that were merged.
    """

    id: str
    name: str
    source: str
    author: str
    time: str
    state: str
    reviewer: str
    since: str
    items: int
    families: int
    coded: int
    missing: int
    contested: tuple[str, ...]
    query: str
    left_query: str
    with_copies: int


class NewBatches(msgspec.Struct, frozen=True):
    """Batches made at once: ``added`` items came in as members of the families, ``elsewhere`` are in others too.

    ``elsewhere`` counts the items that are in an older batch that isn't completed, ``copies`` those found that were
    left out as copies of items in the batches, or in such an older one.
    """

    batches: tuple[Batch, ...]
    added: int
    elsewhere: int
    copies: int = 0


class LastWord(msgspec.Struct, frozen=True):
    """What one reviewer last said of one thing: "tag", "untag" with the tag's name, or "note" with the text."""

    reviewer: str
    action: str
    value: str
    time: str


class Disagreement(msgspec.Struct, frozen=True):
    """An item on which two people differ: about a tag, within a group of single choice, or in their notes.

    ``about`` is the tag's name, the group's name, or "note". ``stands`` is what holds now: the tags of these that the
    item carries ("" for none), joined by commas, or its note.
    """

    no: ItemNo
    id: ItemId
    about: str
    ours: LastWord
    theirs: LastWord
    stands: str


class MergeReport(msgspec.Struct, frozen=True):
    """What a merge did, or would do (``dry``).

    ``offered`` counts the other's records, ``known`` those that stood here, ``added`` the new ones; ``reviewers`` says
    whose the new decisions are. ``aside`` were kept for items that this copy doesn't have (yet), ``adopted`` are those
    kept earlier whose items have come since. ``changed`` are the items whose tags, note or seal are others now.
    ``same_case`` says whether both began as the same case. ``disputed`` counts the items on which reviewers differ now,
    whichever merge they came with (is:disputed).
    """

    other: str
    seal: str
    offered: int
    known: int
    added: int
    aside: int
    adopted: int
    reviewers: tuple[tuple[str, int], ...]
    batches: int
    samples: int
    changed: tuple[ItemNo, ...]
    conflicts: tuple[Disagreement, ...]
    same_case: bool
    disputed: int
    notes: tuple[Message, ...] = ()
    dry: bool = False


class DecisionFile(msgspec.Struct, frozen=True):
    """A decision file as written: its records, and the seal by which whoever knows it can tell a forgery.

    ``steps`` counts what was done with batches and samples; ``unsigned`` says, encoded, why it isn't signed.
    """

    path: str
    decisions: int
    batches: int
    samples: int
    steps: int
    seal: str
    unsigned: str = ""


class RosterReport(msgspec.Struct, frozen=True):
    """Whose keys may open seals: (name, public line); ``own`` is this login's key, or why it can't be used.

    ``appointing`` are the keys that one person has appointed as the approver's, which takes two. Where there is no
    ``approver`` there is no roster yet.
    """

    approver: str
    members: tuple[tuple[str, str], ...]
    appointing: tuple[str, ...]
    changes: int
    own: Message


class Sample(msgspec.Struct, frozen=True):
    """A seeded random sample of a set, kept with the set that it was drawn from.

    ``items`` are those drawn, in the order of drawing, one of each copy; ``population`` is how many items the set had
    then, copies counted once, and ``with_copies`` how many in all. ``blind`` says that nobody's coding of its items may
    be shown while one judges. ``judged`` counts those judged so far, and ``missing`` those that this copy of the case
    doesn't have.
    """

    id: str
    name: str
    source: str
    reading: str
    seed: str
    author: str
    time: str
    population: int
    items: tuple[ItemNo, ...]
    judged: int
    missing: int
    blind: bool
    query: str
    left_query: str
    with_copies: int

    @property
    def size(self) -> int:
        return len(self.items) + self.missing


class Judgement(msgspec.Struct, frozen=True):
    """What an item of a sample was last judged to be (one of JUDGEMENTS), by whom and when, "" where it wasn't."""

    no: ItemNo
    id: ItemId
    value: str
    reviewer: str
    time: str


class Elusion(msgspec.Struct, frozen=True):
    """What a sample of the null set (what was left behind as not relevant) says of recall.

    ``found`` relevant items are known outside the null set by ``found_query``. ``missed`` are the bounds of how many
    relevant items the null set holds, and ``low`` to ``high`` the bounds of recall, as shares.
    """

    found_query: str
    found: int
    missed: tuple[int, int]
    low: float
    point: float
    high: float


class SampleReport(msgspec.Struct, frozen=True):
    """What a judged sample says of its set.

    ``interval`` speaks of the first ``used`` items in the order of drawing, all judged: a sample of its own, however
    many were judged beyond it; None where there are none. ``implied`` is how many relevant items the set then holds, at
    least and at most. ``disputed`` counts the items that two people judged differently. ``extent`` is that of the case.
    """

    sample: Sample
    judged: int
    relevant: int
    disputed: int
    used: int
    interval: Interval | None
    implied: tuple[int, int] | None
    elusion: Elusion | None
    notes: tuple[Message, ...] = ()
    extent: Extent = WHOLE


class Count(msgspec.Struct, frozen=True):
    """A number of items with its name and the query that finds them, None where no query can."""

    name: str
    items: int
    query: str | None


class ReviewPart(msgspec.Struct, frozen=True):
    """A part of the case and how far it is coded: an item with a tag is coded.

    ``query`` finds the part, ``left_query`` what isn't coded yet in it; None where no query can. ``note`` says why a
    part couldn't be counted.
    """

    name: str
    items: int
    coded: int
    query: str | None
    left_query: str | None
    note: Message | None = None


class ReviewerPart(msgspec.Struct, frozen=True):
    """One reviewer's work: decisions that weren't undone, on how many items, between which times (ISO 8601 UTC)."""

    name: str
    decisions: int
    items: int
    hours: int
    first: str
    last: str
    query: str | None

    @property
    def per_hour(self) -> float:
        return self.decisions / self.hours if self.hours else 0.0


class HourPart(msgspec.Struct, frozen=True):
    """One reviewer's decisions in an hour, and the query that finds the items that they are on."""

    name: str
    decisions: int
    query: str | None


class Hour(msgspec.Struct, frozen=True):
    """The decisions of one hour, by reviewer; ``start`` is ISO 8601 in UTC, such as 2023-05-02T10:00Z."""

    start: str
    decisions: int
    reviewers: tuple[HourPart, ...]
    query: str


class ShownShare(msgspec.Struct, frozen=True):
    """How much of a case people were shown: ``items`` whose text or original was, and ``octets`` of their text (UTF-8).

    ``people`` are those who saw any, with the number of items. ``elsewhere`` counts this login's sessions that couldn't
    write the case and are recorded outside of it; they aren't in the other numbers, and nor are those of other logins.
    ``coded`` counts the items that carry a tag, ``read`` those of them that had been shown to who coded them before.
    """

    items: int
    of_items: int
    octets: int
    of_octets: int
    searches: int
    hit_lists: int
    people: tuple[tuple[str, int], ...]
    elsewhere: int
    coded: int = 0
    read: int = 0

    def in_words(self) -> str:
        share = self.octets / self.of_octets if self.of_octets else 0.0
        more = f" ({self.elsewhere:,} by this login)" if self.elsewhere else ""
        coded = f"; of {self.coded:,} coded items {self.read:,} were read before they were coded" if self.coded else ""
        return (
            f"{self.items:,} of {self.of_items:,} items, {share:.1%} of the text; {self.searches:,} searches, "
            f"{self.hit_lists:,} lists of hits; read-only sessions are not counted{more}{coded}"
        )


class ReviewProgress(msgspec.Struct, frozen=True):
    """The numbers of the dashboard, all of one moment.

    ``months`` divide by the items' own dates, "" for items without one. ``terms`` are the saved searches and the terms
    asked for; ``hours`` has only hours with decisions, the latest last. ``searchable`` are fully, partly and not;
    ``files`` is how many files became no item. ``disputed`` are the items on which two reviewers differ now.
    ``read`` is how many of the coded items had been shown before to who coded them. ``unconfined`` and ``extent`` are
    as for a Status.
    """

    case: str
    time: str
    whole: ReviewPart
    decisions: int
    custodians: tuple[ReviewPart, ...]
    terms: tuple[ReviewPart, ...]
    months: tuple[ReviewPart, ...]
    batches: tuple[Batch, ...]
    tags: tuple[Count, ...]
    reviewers: tuple[ReviewerPart, ...]
    hours: tuple[Hour, ...]
    disputed: Count
    problems: tuple[Count, ...]
    searchable: tuple[Count, ...]
    files: int
    seconds: float
    unconfined: bool = False
    extent: Extent = WHOLE
    read: int = 0
