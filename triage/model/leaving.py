"""What a person chooses of an export or a production, and decides before anything leaves a case. Pure values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from triage.model.items import ItemNo
from triage.model.runs import WHOLE, Extent

LEAVE_OUT, INCLUDE = "leave-out", "include"
"""What a person decides on privileged items that an export would hold."""

BELONGING = FAMILY, THREAD, COPIES, NOTHING = "family", "thread", "copies", "nothing"
"""What belongs to the items that a query finds, and is exported with them: the rest of their families, which are also
completed with the rest of conversations and with exact copies; or nothing."""

ORDERS = DATE, PERSON, TAG, CONVERSATION = "date", "person", "tag", "conversation"
"""How a report orders its findings; by all but the date it has a heading for each person, tag or conversation."""

PARTS = DETAILS, PASSAGES, DECISIONS, RECORD = "details", "passages", "decisions", "record"
"""What a report says of each finding: people and dates; why it is one; who decided what; what proves it."""


class Arrangement(msgspec.Struct, frozen=True):
    """How a report is arranged: one of ORDERS, which of PARTS are left out, and a text for the beginning."""

    order: str = DATE
    without: frozenset[str] = frozenset()
    cover: str = ""


class ReportProfile(msgspec.Struct, frozen=True):
    """A named choice for reports of one case: the arrangement, and what belongs (one of BELONGING).

    ``author`` saved it last, at ``time`` (ISO 8601 in UTC).
    """

    name: str
    arrangement: Arrangement
    belonging: str = FAMILY
    author: str = ""
    time: str = ""


BY_DATE = Arrangement()
"""How a report is arranged unless a person chooses otherwise."""


PRIVILEGED, DUPLICATE, PRIVILEGED_FAMILY = "privileged", "duplicate", "family"
"""An item that is tagged privileged; one with the content of such; one in a family with either."""
REDACTED, HOLDER = "redacted", "holder"
"""An item in which something is redacted; one whose original holds such an item."""
NEAR_MISS = "near-miss"
"""A string that is nearly a redacted word, and so isn't cut with it."""

REDACT = "redact"
"""What a person decides on what is redacted, beside LEAVE_OUT and INCLUDE: that it leaves without what is cut."""

WITHHOLD = "withhold"
"""What a production decides on what belongs to something withheld, beside INCLUDE: it is withheld as well."""
ACCEPT = "accept"
"""What a person decides on a near miss, beside REDACT: that it may leave."""

CHOICES = {"privileged": (LEAVE_OUT, INCLUDE), "redactions": (REDACT, LEAVE_OUT, INCLUDE)}
"""What an export decides as one, by the names of the fields of ``Decided``, and the choices for each."""
PRODUCTION_CHOICES = {"privileged": (WITHHOLD, INCLUDE)}
"""The same for a production, which always redacts."""
NEAR_MISS_CHOICES = (REDACT, ACCEPT)
_COUNTED = {
    PRIVILEGED: ("privileged", "tagged"),
    DUPLICATE: ("privileged", "duplicates"),
    PRIVILEGED_FAMILY: ("privileged", "family"),
    REDACTED: ("redactions", "redacted"),
    HOLDER: ("redactions", "holders"),
    NEAR_MISS: ("near_misses", "strings"),
}


class StopLine(msgspec.Struct, frozen=True):
    """Something to be decided before it leaves: items, and why (one of the kinds above).

    A near miss has the ``text``, the redacted words that it is ``near``, why these are redacted, and how often it is
    in the items.
    """

    kind: str
    nos: tuple[ItemNo, ...]
    text: str = ""
    near: str = ""
    reason: str = ""
    count: int = 0

    @property
    def decided_as(self) -> str:
        return _COUNTED[self.kind][0]


class Decided(msgspec.Struct, frozen=True):
    """What a person has decided, each as one of CHOICES; "" where nothing yet. Near misses are decided one by one."""

    privileged: str = ""
    redactions: str = ""
    near_misses: Mapping[str, str] = msgspec.field(default_factory=dict)

    def on(self, line: StopLine) -> str:
        if line.kind == NEAR_MISS:
            return self.near_misses.get(line.text, "")
        return str(getattr(self, line.decided_as))

    def leaves_out(self, line: StopLine) -> bool:
        return line.kind != NEAR_MISS and self.on(line) in (LEAVE_OUT, WITHHOLD)

    @property
    def accepted(self) -> tuple[str, ...]:
        return tuple(text for text, decision in self.near_misses.items() if decision == ACCEPT)


UNDECIDED = Decided()


def counts(lines: Iterable[StopLine], name: str) -> dict[str, int]:
    """Return how many lines of each kind there are among those that are decided as one, by a word for each kind."""
    found = {word: 0 for group, word in _COUNTED.values() if group == name}
    for line in lines:
        if line.decided_as == name:
            found[_COUNTED[line.kind][1]] += 1
    return found


# Productions as a case records them: which documents left under which numbers, and what kept originals back.

TREATMENTS = NATIVE, REBUILT, IMAGES, SHEET, WITHHELD = "native", "rebuilt", "images", "sheet", "withheld"
"""How a document leaves: as its original and text; as a message without attachments that are kept back, and text; as
page images and text; as text alone; not at all.

All but one with images have a slip sheet.
"""

BEGUN, DONE = "begun", "done"


class ProducedDocument(NamedTuple):
    """A document under the number of its first page (without prefix), of ``pages`` that it has, each with the next one.

    ``why`` says what keeps its original back, "" where nothing does.
    """

    at: int
    item: ItemNo
    treatment: str
    why: str
    pages: int = 1

    @property
    def last(self) -> int:
        return self.at + self.pages - 1


class Production(msgspec.Struct, frozen=True):
    """One production: ``protocol`` is the text of its protocol; ``first`` and ``last`` are the numbers reserved for it.

    ``state`` is BEGUN until all of it is written; its numbers are never given to anything else, whether it was or not.
    ``seal`` is the SHA-256 of its list of files, "" until it is written. ``time`` is ISO 8601 in UTC.
    """

    number: int
    name: str
    protocol: str
    prefix: str
    first: int
    last: int
    author: str
    time: str
    state: str
    seal: str


class ProductionReport(msgspec.Struct, frozen=True):
    """What a production came to; ``treatments`` counts its documents by how they leave.

    ``missing`` are the items of which the original should have left but isn't available, each with the reason.
    ``quotations`` are pairs of numbers: of a document that is withheld or redacted, and of one that quotes it.
    ``clawed_back`` counts the documents of the production that it replaces which aren't produced as they were.
    ``faded`` are the numbers of pages that lack pale marks of what they were drawn from.
    ``unconfined``, ``unsigned`` and ``extent`` are as in ``ExportReport``.
    """

    name: str
    folder: str
    first: str = ""
    last: str = ""
    documents: int = 0
    treatments: Mapping[str, int] = msgspec.field(default_factory=dict)
    missing: tuple[tuple[str, str], ...] = ()
    files: int = 0
    seal: str = ""
    quotations: tuple[tuple[str, str], ...] = ()
    clawed_back: int = 0
    faded: tuple[str, ...] = ()
    resumed: bool = False
    stopped: bool = False
    unconfined: bool = False
    unsigned: str = ""
    extent: Extent = WHOLE
