"""What productions cut out of the items of a case. The rules are in ``triage.review``."""

from __future__ import annotations

from collections.abc import Sequence

from triage.model.items import ItemNo, Receipt
from triage.model.redactions import Redaction
from triage.review import redactions
from triage.store.db import Store


class Redactions:
    """What productions cut out of the items of one open case."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, no: ItemNo) -> dict[Redaction, frozenset[str]]:
        """Return what is redacted in an item, or in a copy of it, each with those who redacted it."""
        return redactions.redacted(self._store, no)

    def redact(self, no: ItemNo, redacted: Sequence[Redaction], reviewer: str, how: str) -> Receipt:
        """Redact parts of an item, in one step; who redacts what another person did confirms it."""
        return redactions.redact(self._store, no, redacted, reviewer, how)

    def unredact(self, no: ItemNo, redacted: Sequence[Redaction], reviewer: str, how: str) -> Receipt:
        """Take redactions of an item back, in one step."""
        return redactions.unredact(self._store, no, redacted, reviewer, how)
