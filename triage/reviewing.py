"""The front door's wing for decisions (floor 5): coding items, and what may follow from it.

``case.Case`` is a ``Reviewing``; nobody else makes one. It composes rooms and does no work of its own.
"""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence

from triage.model import Decision, ItemNo, Receipt
from triage.review import decisions
from triage.store.db import Store


class Reviewing(ABC):
    """The decisions of one open case; every method raises a TriageError whose text says what to do."""

    _store: Store

    def tag(self, nos: Sequence[ItemNo], tag: str, reviewer: str, how: str = "key") -> Receipt:
        """Give items a tag."""
        return decisions.tag(self._store, nos, tag, reviewer, how)

    def untag(self, nos: Sequence[ItemNo], tag: str, reviewer: str, how: str = "key") -> Receipt:
        """Take a tag from items."""
        return decisions.untag(self._store, nos, tag, reviewer, how)

    def note(self, no: ItemNo, text: str, reviewer: str, how: str = "key") -> Receipt:
        """Write an item's note."""
        return decisions.note(self._store, no, text, reviewer, how)

    def undo(self, reviewer: str) -> Receipt:
        """Take back the reviewer's last step that stands."""
        return decisions.undo(self._store, reviewer)

    def tags(self) -> list[tuple[str, int]]:
        """Return every tag with the number of items that have it now."""
        return decisions.tags(self._store)

    def decisions(self, no: ItemNo) -> list[Decision]:
        """Return an item's decisions, oldest first."""
        return decisions.history(self._store, no)
