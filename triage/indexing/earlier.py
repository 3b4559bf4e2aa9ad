"""What a source held in earlier versions, met again by its content: members of a container that grew or was reordered.

An item is met again where an item of the same bytes stands in the same parent, or in what the parent was before. Of
equal ones the earlier come first. It reads no source and writes nothing.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import islice

from triage.sandbox.wire import Part
from triage.store.history.earlier import EarlierItem

_TOP = 0
_MOST_VERSIONS = 50
"""Items of the same name in one parent that are looked at for one that may have replaced them."""


class EarlierItems:
    """The items of earlier versions of one source that weren't met again yet."""

    def __init__(self, items: Iterable[EarlierItem]) -> None:
        self._by_content: defaultdict[tuple[int, str], deque[EarlierItem]] = defaultdict(deque)
        self._by_label: defaultdict[tuple[int, str, str], deque[int]] = defaultdict(deque)
        self._met: set[int] = set()
        self._before: dict[str, list[int]] = {}
        for item in items:
            parent = item.parent or _TOP
            self._by_content[parent, item.sha256].append(item)
            hidden = item.name is None and item.member and not item.message_id
            label = _hidden(item.type) if hidden else _label(item.member, item.message_id, item.name or "")
            self._by_label[parent, *label].append(item.n)

    def meet(self, part: Part) -> EarlierItem | None:
        """Return the item that a part is again, None for one that is new."""
        for parent in self._parents(part.member):
            if alike := self._by_content.get((parent, part.sha256)):
                item = alike.popleft()
                self._met.add(item.n)
                self._before[part.member] = [item.n]
                return item
        self._before[part.member] = self.versions(part)
        return None

    def pass_over(self, part: Part, number: int) -> None:
        """Take in a part whose item is known already, for the sake of what is inside it."""
        self._before[part.member] = [number, *self.versions(part)]

    def versions(self, part: Part) -> list[int]:
        """Return the items that stood where a new part stands, and that weren't met again so far."""
        return list(self._versions(part))

    def left(self, numbers: Iterable[int]) -> list[int]:
        """Return those of the items that weren't met again."""
        return [n for n in numbers if n not in self._met]

    def _versions(self, part: Part) -> Iterator[int]:
        for parent in self._parents(part.member):
            for label in (_label(part.member, part.message_id, part.name), _hidden(part.type)):
                numbers = self._by_label.get((parent, *label), deque())
                while numbers and numbers[0] in self._met:
                    numbers.popleft()
                yield from (n for n in islice(numbers, _MOST_VERSIONS) if n not in self._met)

    def _parents(self, member: str) -> list[int]:
        return self._before.get(member.rpartition(".")[0], []) if member else [_TOP]


def _label(member: str, message_id: str, name: str) -> tuple[str, str]:
    """Return by what an item is told from others in the same parent."""
    if not member:
        return "source", ""
    if message_id:
        return "message", message_id
    return ("name", name) if name else ("place", member.rpartition(".")[2])


def _hidden(kind: str) -> tuple[str, str]:
    """Return by what an item is told whose name its seal hides: its type alone."""
    return "type", kind
