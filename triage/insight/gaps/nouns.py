"""What may be missing in a case, each gap with its evidence. Data alone."""

from __future__ import annotations

import msgspec

from triage.model.items import ItemId, ItemNo
from triage.model.messages import Message

ABSENT, FILE = KINDS = ("absent", "file")
"""Messages that others refer to, and files that messages name."""


class Gap(msgspec.Struct, frozen=True):
    """Something that may be missing: one of KINDS, in whose records ("" for no single custodian's), and what it is.

    ``about`` is a Message-ID or a file's name. ``first`` and ``last`` are the days between which its items were sent.
    ``nos`` are the items that show it, copies included, and ``ids`` theirs; ``people`` who sent these. ``query`` finds
    exactly them, "" where there are too many.
    """

    kind: str
    custodian: str
    about: str
    first: str
    last: str
    evidence: Message
    people: tuple[str, ...]
    nos: tuple[ItemNo, ...]
    ids: tuple[ItemId, ...]
    query: str


class GapCount(msgspec.Struct, frozen=True):
    """How many gaps of a kind there are in a custodian's records, "" for those that are in several or none."""

    kind: str
    custodian: str
    gaps: int


class GapReport(msgspec.Struct, frozen=True):
    """The gaps of a case: how many messages were looked at, counts of all gaps by kind and custodian, and the gaps."""

    mails: int
    counts: tuple[GapCount, ...]
    gaps: tuple[Gap, ...]

    def total(self, kind: str) -> int:
        return sum(count.gaps for count in self.counts if count.kind == kind)
