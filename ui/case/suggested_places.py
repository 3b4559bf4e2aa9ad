"""Where items are in the list while that is in the suggested order, and how many before them nobody has looked at.

It goes on record with each item that is shown: only what is read from the top of that order says how much is left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from triage.model.items import ItemNo, ListedPlace


class SuggestedPlaces:
    """The places in one window's list, none while it is in another order."""

    def __init__(self) -> None:
        self._seen = set[ItemNo]()
        self._at: dict[ItemNo, int] = {}
        self._query, self._last = "", ItemNo(0)
        self._passed = bytearray()  # 1 for an item that was shown or decided on

    def forget(self) -> None:
        self._seen.clear()
        self.leave()

    def leave(self) -> None:
        self._at, self._passed = {}, bytearray()

    def take(self, nos: Sequence[ItemNo], decided: Collection[ItemNo], query: str) -> None:
        self._query, self._last = query, max(nos, default=ItemNo(0))
        self._at = {no: at for at, no in enumerate(nos)}
        self._passed = bytearray(no in self._seen or no in decided for no in nos)

    def decide(self, nos: Iterable[ItemNo]) -> None:
        for at in (self._at[no] for no in nos if no in self._at):
            self._passed[at] = 1

    def show(self, no: ItemNo) -> ListedPlace | None:
        """Take note that an item is shown; return its place, None where the list doesn't have it in that order."""
        self._seen.add(no)
        at = self._at.get(no)
        if at is None:
            return None
        self._passed[at] = 1
        return ListedPlace(at + 1, self._passed.count(0, 0, at), self._query, self._last)
