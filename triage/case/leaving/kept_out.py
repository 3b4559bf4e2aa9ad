"""What stays out of a production, and how each item therefore leaves: withheld, redacted, or holding either.

It is worked out anew whenever a production is written, so that nothing leaves on the strength of an older decision.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from triage.errors import ExportError
from triage.export.production.loadfiles import SHEETS, Protocol
from triage.export.production.originals import CONVERTED
from triage.export.production.pages import has_pages, is_text
from triage.model.items import ItemNo, Row
from triage.model.leaving import IMAGES, NATIVE, REBUILT, SHEET, WITHHELD, ProducedDocument
from triage.model.redactions import Redaction
from triage.store.db import Store
from triage.store.history import withholding

_SEALED = "Sealed"
_HOLDS = "It contains a document that is withheld or redacted"
_MESSAGES = CONVERTED | {"message/rfc822"}
_TWO = 2


class KeptOut(NamedTuple):
    """What is withheld and on which basis, what is redacted and by whom, and which originals hold either."""

    withheld: Mapping[ItemNo, str]
    redacted: Mapping[ItemNo, Mapping[Redaction, frozenset[str]]]
    holders: Collection[ItemNo]
    paged: bool

    @property
    def back(self) -> set[ItemNo]:
        """All items whose originals are kept back."""
        return {*self.withheld, *self.redacted, *self.holders}

    def treatment(self, row: Row) -> tuple[str, str]:
        """Return how an item leaves, and what keeps its original back.

        Of what holds something that is kept out the pages leave where they are made of its text, as those of a message
        are.
        """
        if row.sealed:
            return WITHHELD, _SEALED
        if row.no in self.withheld:
            return WITHHELD, self.withheld[row.no]
        if row.no in self.redacted:
            reasons = sorted({redaction.reason for redaction in self.redacted[row.no]})
            return IMAGES if has_pages(row.type) else SHEET, f"Redacted: {', '.join(reasons)}"
        why = _HOLDS if row.no in self.holders else ""
        if self.paged and has_pages(row.type) and (not why or is_text(row.type)):
            return IMAGES, why
        if why and row.type in _MESSAGES:
            return REBUILT, why
        return SHEET if why else NATIVE, why

    def withholding(self, store: Store, more: Mapping[ItemNo, str]) -> KeptOut:
        """Return the same with further items that are withheld, each with the basis."""
        withheld = {**more, **self.withheld}
        return self._replace(
            withheld=withheld, holders=withholding.holders(store, withheld.keys() | self.redacted.keys())
        )

    def check(self, protocol: Protocol, documents: Sequence[ProducedDocument], rows: Iterable[Row]) -> None:
        """Raise ExportError where documents would now leave otherwise than is on record; ``rows`` are theirs."""
        changed = 0
        for document, row in zip(documents, rows, strict=True):
            treatment, why = self.treatment(row)
            undrawn = treatment == IMAGES and document.treatment == (SHEET if why else NATIVE)
            changed += why != document.why or (treatment != document.treatment and not undrawn)
        if changed:
            raise ExportError("production-decisions-changed", count=changed, name=protocol.name)


def kept_out(store: Store, protocol: Protocol, nos: Collection[ItemNo]) -> KeptOut:
    """Return what stays out of a production of these items.

    Raises ExportError where one of them has a tag that says privileged and isn't in the protocol, or the same content
    as an item that has, or holds either; and where redactions await a second person.
    """
    withheld = withholding.withheld(store, protocol.withhold)
    others = {tag: tag for tag in withholding.privileged_tags(store) if tag not in protocol.withhold}
    open_ones = withholding.withheld(store, others).keys() - withheld.keys()
    released = (open_ones | withholding.holders(store, open_ones)) & set(nos)
    if released:
        raise ExportError("production-privileged", count=len(released), tags=", ".join(others))
    redacted = withholding.redacted(store)
    if protocol.second_reviewer:
        waiting = [no for no in redacted.keys() & set(nos) - withheld.keys() if not _confirmed(redacted[no])]
        if waiting:
            raise ExportError("redactions-unconfirmed", count=len(waiting))
    holders = withholding.holders(store, withheld.keys() | redacted.keys())
    return KeptOut(withheld, redacted, holders, protocol.images != SHEETS)


def _confirmed(redactions: Mapping[Redaction, frozenset[str]]) -> bool:
    return all(len(people) >= _TWO for people in redactions.values())
