"""The items of a source that is read again: which of them a part is, so that what was decided stays with it.

Members may be numbered differently than before: a password opens one that was closed and was no item, or a newer
reader gives one more. Nothing is read or written here.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator

from triage.sandbox.wire import Part
from triage.store.records import ItemIdentity, Member, Members


class StaleItems:
    """The items that an earlier run has stored of a source and that weren't met again yet, by member.

    They are stored ``anew``, or stay as they are where that run was stopped. ``members`` has them all, met or not;
    those of the source itself are numbered as they were where they are ``in_order``.
    """

    def __init__(self, members: Members, identities: dict[str, ItemIdentity], *, anew: bool, in_order: bool) -> None:
        self.anew, self.in_order = anew, in_order
        self.members = members
        self._waiting = identities
        self._parents: dict[str, int | None] = {}  # by the members of now, of those that were met again
        self._alike: defaultdict[tuple[int | None, str], deque[str]] = defaultdict(deque)
        self._places: dict[tuple[int | None, str], str] = {}
        for member, identity in identities.items():
            self._places[identity.parent, _last(member)] = member
            for mark in (identity.location, identity.sha256):
                self._alike[identity.parent, mark].append(member)

    def meet(self, part: Part) -> Member | None:
        """Return the item that a part is: what lay where it lies in the same parent, else the same bytes there.

        Where nothing says where members lie, what has its place and name is it, whatever its bytes.
        """
        former = self._find(part)
        if former is None:
            return None
        del self._waiting[former]
        self._parents[part.member] = self.members[former].n
        return self.members[former]

    def _find(self, part: Part) -> str | None:
        if not part.member:
            return "" if "" in self._waiting else None
        above = self._parents.get(part.member.rpartition(".")[0])
        if above is None:  # in something that is new
            return None
        own = self._places.get((above, _last(part.member)), "")
        there = self._waiting.get(own)
        if part.location and (lay_there := self._first(above, part.location)) is not None:
            return lay_there
        if there is not None and there.sha256 == part.sha256:
            return own
        if (same := self._first(above, part.sha256)) is not None or there is None:
            return same
        named = (there.name, there.message_id, there.location) == (part.name, part.message_id, part.location)
        return own if named else None

    def _first(self, above: int, mark: str) -> str | None:
        """Return the first of the items in a parent that have this location or hash and weren't met yet."""
        alike = self._alike[above, mark]
        while alike and alike[0] not in self._waiting:
            alike.popleft()
        return alike[0] if alike else None

    def occupant(self, member: str) -> int | None:
        """Return the item that still stands where another does now, None for none."""
        return self.members[member].n if member in self._waiting else None

    def parents(self) -> Iterator[int]:
        """Yield for each item that wasn't met again what it lies in."""
        return (one.parent for one in self._waiting.values() if one.parent is not None)


def _last(member: str) -> str:
    return member.rpartition(".")[2]
