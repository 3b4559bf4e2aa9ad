"""The lists of OneNote's revision store: fragments, their entries, and the log of transactions.

MS-ONESTORE 2.3 and 2.4. Bytes in, entries out. Each fragment is read once, so that what goes round ends; a list is
read as far as the log says that it was written. What an entry means is not known here.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from triage.messages import say
from triage.parsers.kit.contract import Data
from triage.parsers.kit.texts import Texts

HEAD = 1024
"""Bytes of the header (2.3.1)."""

_LOGGED, _LOG, _ROOT, _LENGTH = 96, 160, 172, 196
_BEGIN = 0xA4567AB1F5F7F4C4
_LEAST, _MOST_TIMES = 36, 4
"""Bytes of a fragment at least, and how many times the size of the file all fragments may have together."""

_NOWHERE = frozenset((0, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF))
_TERMINATOR, _SENTINEL = 0xFF, 1

Place = tuple[int, int]
"""Start and end in the file."""


@dataclass(frozen=True, slots=True)
class ListNode:
    """An entry of a list (2.4.3): its id, its data behind what it refers to, and the place of that, if any."""

    kind: int
    body: bytes
    place: Place = (0, 0)


class OneNoteLists:
    """The lists of one file, from that at ``root`` on; ``read`` collects the places that were made out.

    What breaks off is told in ``texts``.
    """

    def __init__(self, untrusted_data: Data, texts: Texts, read: list[Place]) -> None:
        self._data = untrusted_data
        self._texts = texts
        self._read = read
        self._seen: set[int] = set()
        self._head = untrusted_data[:HEAD].ljust(HEAD, b"\0")
        if len(untrusted_data) >= HEAD:
            read.append((0, HEAD))
        if struct.unpack_from("<Q", self._head, _LENGTH)[0] > len(untrusted_data):
            texts.trouble("truncated", "onenote-cut")
        self._left = _MOST_TIMES * len(untrusted_data)
        start, size = struct.unpack_from("<QI", self._head, _ROOT)
        self.root = start, start + size
        self._counts = self._log()

    def torn(self, why: str) -> None:
        """Note where a list can't be followed, by the key of the message that says why."""
        self._texts.trouble("damaged", "onenote-list-broken", what=say(why))

    def each(self, place: Place, take: Callable[[ListNode], None]) -> None:
        """Hand out the entries of the list that stands there; one that is cut is passed over and noted."""
        for node in self.nodes(place):
            try:
                take(node)
            except struct.error:
                self.torn("onenote-entry-cut")

    def _log(self) -> dict[int, int] | None:
        """Return how many entries of each list were written (2.3.3), None where the log can't be read to its end."""
        left = struct.unpack_from("<I", self._head, _LOGGED)[0]
        start, size = struct.unpack_from("<QI", self._head, _LOG)
        counts: dict[int, int] = {}
        seen: set[int] = set()
        while left and start not in seen and size >= 20 and start + size <= len(self._data) and self._left >= 0:
            seen.add(start)
            self._left -= size
            log = self._data[start : start + size]
            self._read.append((start, start + size))
            for number, count in struct.iter_unpack("<II", log[: (size - 12) // 8 * 8]):
                if number == _SENTINEL:
                    left -= 1
                    if not left:
                        return counts
                elif number:
                    counts[number] = count
            start, size = struct.unpack_from("<QI", log, size - 12)
        self._texts.trouble("damaged", "onenote-log-unreadable")
        return None

    def nodes(self, place: Place) -> Iterator[ListNode]:
        """Yield the entries of the list whose first fragment stands there."""
        (start, end), left, is_first = place, None, True
        while start not in _NOWHERE and start not in self._seen and start + _LEAST <= end <= len(self._data):
            self._left -= end - start
            if self._left < 0:
                break
            fragment = self._data[start:end]
            begin, number = struct.unpack_from("<QI", fragment)
            if begin != _BEGIN:
                break
            if is_first and self._counts is not None:
                left = self._counts.get(number, 0)
            is_first = False
            self._seen.add(start)
            self._read.append((start, end))
            for node in islice(self._entries(fragment), left):
                left = None if left is None else left - 1
                yield node
            start, size = struct.unpack_from("<QI", fragment, len(fragment) - 20)
            end = start + size
            if left == 0 or (left is None and start in _NOWHERE):
                return
        self.torn("onenote-next-piece")

    def _entries(self, fragment: bytes) -> Iterator[ListNode]:
        at, end = 16, len(fragment) - 20
        while at + 4 <= end:
            head: int = struct.unpack_from("<I", fragment, at)[0]
            size = head >> 10 & 0x1FFF
            if head & 0x3FF == _TERMINATOR or not head:
                return
            node = _node(head, fragment[at + 4 : at + size]) if 4 <= size <= end - at else None
            if node is None:
                self.torn("onenote-entry-size")
                return
            yield node
            at += size


_STARTING = ((8, 1), (4, 1), (2, 8), (4, 8))
_SIZED = ((4, 1), (8, 1), (1, 8), (2, 8))
"""How a place and its size are written, by their format: bytes, and what they count."""


def _node(head: int, body: bytes) -> ListNode | None:
    """Take an entry apart; what it refers to (2.2.4.2) stands before its own data. None where that has no room."""
    kind, base = head & 0x3FF, head >> 27 & 0xF
    if base not in (1, 2):
        return ListNode(kind, body)
    width, times = _STARTING[head >> 23 & 3]
    sized, by = _SIZED[head >> 25 & 3]
    if len(body) < width + sized:
        return None
    start = int.from_bytes(body[:width], "little")
    size = int.from_bytes(body[width : width + sized], "little") * by
    if start == (1 << 8 * width) - 1:
        return ListNode(kind, body[width + sized :])
    return ListNode(kind, body[width + sized :], (start * times, start * times + size))
