"""Productions as a case records them: which documents left under which numbers, and what kept originals back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from triage.model.extent import WHOLE, Extent
from triage.model.items import ItemNo

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
        """The number of its last page."""
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
