"""Productions as a case records them: which documents left under which numbers, and what kept originals back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from triage.model.items import ItemNo

TREATMENTS = NATIVE, SHEET, WITHHELD = "native", "sheet", "withheld"
"""How a document leaves: as its original and text; as a slip sheet and text, without the original; as a slip sheet."""

BEGUN, DONE = "begun", "done"


class ProducedDocument(NamedTuple):
    """A document under its number (without prefix); ``why`` says what keeps its original back, "" for NATIVE."""

    at: int
    item: ItemNo
    treatment: str
    why: str


@dataclass(frozen=True, slots=True)
class Production:
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


@dataclass(frozen=True, slots=True)
class ProductionReport:
    """What a production came to; ``treatments`` counts its documents by how they leave.

    ``missing`` are the items of which the original should have left but isn't available, each with the reason.
    ``unconfined`` and ``unsigned`` are as in ``ExportReport``.
    """

    name: str
    folder: str
    first: str
    last: str
    documents: int
    treatments: Mapping[str, int]
    missing: tuple[tuple[str, str], ...]
    files: int
    seal: str
    resumed: bool = False
    stopped: bool = False
    unconfined: bool = False
    unsigned: str = ""
