"""What became of the documents of a production that another one replaces: their numbers before and now. Pure.

It names no subject, no file and no word of a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from triage.model.items import ItemNo
from triage.model.leaving import IMAGES, NATIVE, REBUILT, SHEET, WITHHELD, ProducedDocument

HEAD = ("Number before", "To", "Produced before", "Number now", "To", "Produced now", "Basis", "Clawed back")
_WORDS = {
    NATIVE: "in native format",
    REBUILT: "without withheld attachments",
    IMAGES: "as pages",
    SHEET: "as text only",
    WITHHELD: "withheld",
}
_NOT = "not produced"


class Listed(NamedTuple):
    """A document of either production, with its first and last number as they are written."""

    number: str
    last: str
    document: ProducedDocument


def is_clawed_back(before: ProducedDocument, now: ProducedDocument | None) -> bool:
    """Whether what was produced isn't any more: all of it, its original, or parts of it."""
    if before.treatment == WITHHELD:
        return False
    return now is None or now.treatment == WITHHELD or (bool(now.why) and now.why != before.why)


def rows(replaced: Mapping[ItemNo, Listed], now: Mapping[ItemNo, Listed]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each document of the production that is replaced; ``now`` are those of the new one."""
    for no, before in replaced.items():
        one = now.get(no)
        after = (one.number, one.last, _WORDS[one.document.treatment], one.document.why) if one else ("", "", _NOT, "")
        recalled = "yes" if is_clawed_back(before.document, one.document if one else None) else ""
        yield before.number, before.last, _WORDS[before.document.treatment], *after, recalled
