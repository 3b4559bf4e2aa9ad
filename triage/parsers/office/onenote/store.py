"""OneNote's revision store: the lists of a .one or .onetoc2 file and what they say, the form on a computer.

MS-ONESTORE 2.1 and 2.5; 2.3 and 2.4 for the lists: fragments, their entries, and the log of transactions. Each fragment
is read once, so that what goes round ends; a list is read as far as the log says that it was written. Bytes in, a Store
out. An entry that makes no sense is passed over and told.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from uuid import UUID

from triage.messages import say
from triage.parsers.kit.contract import Data
from triage.parsers.kit.texts import Texts
from triage.parsers.office.onenote import objects

STORED = UUID("109ADD3F-911B-49F5-A5D0-1791EDC8AED8").bytes_le
"""What stands at byte 48 of such a file (2.3.1)."""

_FILE_BEGINS = UUID("BDE316E7-2665-4511-A4C4-8D4D0B7A9EAC").bytes_le
_FILE_ENDS = UUID("71FBA722-0F79-4A0B-BB13-899256426B24").bytes_le
_FILE_HEAD, _FOOTER = 36, 7 + 16
_TABLE_STARTS, _TABLE_ENTRY, _TABLE_INHERITS = (0x21, 0x22), 0x24, (0x25, 0x26)
_OLD, _REVISED, _FILES = (0x2D, 0x2E), (0x41, 0x42), {0x72: 9, 0x73: 12}
"""Entries that declare an object as older files do, that revise one, that declare a file (and where its name is)."""

_DECLARES = frozenset((*_OLD, *_REVISED, *_FILES, 0xA4, 0xA5, 0xC4, 0xC5))
_STARTS = {0x1B: 48, 0x1E: 40, 0x1F: 40}
_ROLES = {**_STARTS, 0x5C: 20, 0x5D: 20}
_CONTEXTS = {0x1F: 46, 0x5D: 24}
"""Entries that begin a revision (2.5.6 to 2.5.8) or give it a role (2.5.17, 2.5.18): where role and context stand."""

_HEAD = 1024
"""Bytes of the header (2.3.1)."""

_LOGGED, _LOG, _ROOT, _LENGTH = 96, 160, 172, 196
_BEGIN = 0xA4567AB1F5F7F4C4
_LEAST, _MOST_TIMES = 36, 4
"""Bytes of a fragment at least, and how many times the size of the file all fragments may have together."""

_NOWHERE = frozenset((0, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF))
_TERMINATOR, _SENTINEL = 0xFF, 1

_STARTING = ((8, 1), (4, 1), (2, 8), (4, 8))
_SIZED = ((4, 1), (8, 1), (1, 8), (2, 8))
"""How a place and its size are written, by their format: bytes, and what they count."""

Place = tuple[int, int]
"""Start and end in the file."""


def read_store(untrusted_data: Data, texts: Texts) -> objects.OneNoteStore:
    """Read a file; what can't be followed is told in ``texts``."""
    return _OneNoteReading(untrusted_data, texts).store


def _id(raw: bytes, at: int = 0) -> objects.Id:
    return raw[at : at + 16], int(struct.unpack_from("<I", raw, at + 16)[0])


@dataclass(frozen=True, slots=True)
class _ListNode:
    """An entry of a list (2.4.3): its id, its data behind what it refers to, and the place of that, if any."""

    kind: int
    body: bytes
    place: Place = (0, 0)


class _OneNoteLists:
    """The lists of one file, from that at ``root`` on; ``read`` collects the places that were made out.

    What breaks off is told in ``texts``.
    """

    def __init__(self, untrusted_data: Data, texts: Texts, read: list[Place]) -> None:
        self._data = untrusted_data
        self._texts = texts
        self._read = read
        self._seen: set[int] = set()
        self._head = untrusted_data[:_HEAD].ljust(_HEAD, b"\0")
        if len(untrusted_data) >= _HEAD:
            read.append((0, _HEAD))
        if struct.unpack_from("<Q", self._head, _LENGTH)[0] > len(untrusted_data):
            texts.trouble("truncated", "onenote-cut")
        self._left = _MOST_TIMES * len(untrusted_data)
        start, size = struct.unpack_from("<QI", self._head, _ROOT)
        self.root = start, start + size
        self._counts = self._log()

    def torn(self, why: str) -> None:
        """Note where a list can't be followed, by the key of the message that says why."""
        self._texts.trouble("damaged", "onenote-list-broken", what=say(why))

    def each(self, place: Place, take: Callable[[_ListNode], None]) -> None:
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

    def nodes(self, place: Place) -> Iterator[_ListNode]:
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

    def _entries(self, fragment: bytes) -> Iterator[_ListNode]:
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


def _node(head: int, body: bytes) -> _ListNode | None:
    """Take an entry apart; what it refers to (2.2.4.2) stands before its own data. None where that has no room."""
    kind, base = head & 0x3FF, head >> 27 & 0xF
    if base not in (1, 2):
        return _ListNode(kind, body)
    width, times = _STARTING[head >> 23 & 3]
    sized, by = _SIZED[head >> 25 & 3]
    if len(body) < width + sized:
        return None
    start = int.from_bytes(body[:width], "little")
    size = int.from_bytes(body[width : width + sized], "little") * by
    if start == (1 << 8 * width) - 1:
        return _ListNode(kind, body[width + sized :])
    return _ListNode(kind, body[width + sized :], (start * times, start * times + size))


class _OneNoteReading:
    """Takes one file apart into ``store``: the lists of spaces, their revisions (2.1.9), groups of objects (2.1.13).

    A later list of the same space takes the place of an earlier one, whose revisions stay as older ones.
    """

    def __init__(self, untrusted_data: Data, texts: Texts) -> None:
        self._data = untrusted_data
        self._texts = texts
        self.store = objects.OneNoteStore(untrusted_data)
        self._lists = _OneNoteLists(untrusted_data, texts, self.store.read)
        self._groups: dict[int, list[objects.OneNoteObject]] = {}
        self._space = objects.Space(objects.NONE)
        self._kinds: dict[objects.Id, int] = {}
        self._now: objects.OneNoteRevision | None = None
        self._lists.each(self._lists.root, self._rooted)
        self._stray()

    def _rooted(self, node: _ListNode) -> None:
        """Take an entry of the root list: the root space, a space's list, or the list of files."""
        if node.kind == 0x04:
            self.store.root = _id(node.body)
        elif node.kind == 0x08:
            self._space = self.store.space(_id(node.body))
            for inner in self._lists.nodes(node.place):
                if inner.kind == 0x10:
                    self._kinds, self._now = {}, None
                    self._lists.each(inner.place, self._take)
        elif node.kind == 0x90:
            for inner in self._lists.nodes(node.place):
                if inner.kind == 0x94:
                    self._file(inner)

    def _file(self, node: _ListNode) -> None:
        """Note where a file's bytes stand (2.6.13)."""
        start, end = node.place
        size = self._size(start)
        if size is None:
            self._lists.torn("onenote-file-bytes")
            return
        begin = start + _FILE_HEAD
        there = max(0, min(begin + size, end, len(self._data)) - begin)
        if there < size:
            self._texts.trouble("truncated", "onenote-files-cut")
        self._add_file(str(UUID(bytes_le=node.body[:16])), begin, begin + there)

    def _size(self, start: int) -> int | None:
        """Return how long the file is whose head stands there, None where there is no such head."""
        head = self._data[start : start + _FILE_HEAD]
        is_head = head.startswith(_FILE_BEGINS) and len(head) == _FILE_HEAD
        return int(struct.unpack_from("<Q", head, 16)[0]) if is_head else None

    def _add_file(self, name: str, begin: int, end: int) -> None:
        self.store.files[name] = (begin, end)
        self.store.read.append((begin - _FILE_HEAD, end))

    def _stray(self) -> None:
        """Note whole files that no list tells of: deleted ones, and those of a list that breaks off.

        What stands inside another file, such as a section in a section, is that one's own.
        """
        known = dict(self.store.files.values())
        at = self._data.find(_FILE_BEGINS)
        while at >= 0:
            begin, size = at + _FILE_HEAD, self._size(at) or 0
            after = known.get(begin, begin)
            end = begin + size
            if begin not in known and size and _FILE_ENDS in self._data[end : end + _FOOTER]:
                after = end
                self._add_file(str(at), begin, after)
            at = self._data.find(_FILE_BEGINS, after)

    def _take(self, node: _ListNode) -> None:
        """Take an entry of a space's list: the beginning of a revision, its role, or what it changed."""
        kind, body = node.kind, node.body
        if kind in _ROLES:
            number = _id(body)
            if kind in _STARTS:
                self._now = self._begun(number, _id(body, 20))
            if struct.unpack_from("<I", body, _ROLES[kind])[0] == objects.DEFAULT:
                context = _id(body, _CONTEXTS[kind]) if kind in _CONTEXTS else objects.NONE
                self._space.current[context] = number
        elif self._now is not None:
            self._changed(node, self._now)

    def _begun(self, number: objects.Id, base: objects.Id) -> objects.OneNoteRevision:
        """Return a new revision; where that on which it is based isn't there, it is the one before."""
        known = self._space.revisions
        if base != objects.NONE and base not in known:
            self._lists.torn("onenote-revision-missing")
            base = next(reversed(known), objects.NONE)
        return known.setdefault(number, objects.OneNoteRevision(number, base))

    def _changed(self, node: _ListNode, now: objects.OneNoteRevision) -> None:
        """Take an entry inside a revision: a group, a root object, a key; or an object, as older files have it."""
        kind, body = node.kind, node.body
        if kind == 0xB0:
            group = self._groups.get(node.place[0])
            if group is None:  # one that several revisions name is read once
                group = self._groups[node.place[0]] = []
                self._lists.each(node.place, partial(self._declared, now, group))
            now.groups.append(group)
        elif kind == 0x59:
            number, role = struct.unpack_from("<II", body)
            now.roots[role] = objects.resolved(number, now.table)
        elif kind == 0x5A:
            now.roots[struct.unpack_from("<I", body, 20)[0]] = _id(body)
        elif kind == 0x7C:
            now.is_encrypted = True
        else:
            if kind in _DECLARES and not now.groups:
                now.groups.append([])
            self._declared(now, now.groups[-1] if now.groups else [], node)

    def _declared(self, now: objects.OneNoteRevision, group: list[objects.OneNoteObject], node: _ListNode) -> None:
        """Take an entry that extends the table of ids (2.1.3), or one that declares or revises an object (2.1.5)."""
        kind, body = node.kind, node.body
        if kind in _TABLE_STARTS:
            now.table = {}
        elif kind == _TABLE_ENTRY:
            now.table[struct.unpack_from("<I", body)[0]] = body[4:20]
        elif kind in _TABLE_INHERITS:
            self._inherit(kind, body, now)
        elif kind in _DECLARES:
            number = objects.resolved(struct.unpack_from("<I", body)[0], now.table)
            thing = objects.OneNoteObject(number, 0, *node.place, table=now.table)
            if kind in _REVISED:
                thing.kind = self._kinds.get(number, 0)
            else:
                jcid = struct.unpack_from("<I", body, 4)[0]
                thing.kind = (jcid & 0x3FF) | 0x20000 if kind in _OLD else jcid
            if kind in _FILES:
                thing.file, at = _string(body, _FILES[kind])
                thing.ending, _ = _string(body, at)
            self._kinds[number] = thing.kind
            self.store.read.append(node.place)
            group.append(thing)

    def _inherit(self, kind: int, body: bytes, now: objects.OneNoteRevision) -> None:
        """Take over entries of the table of the revision before (2.5.11, 2.5.12)."""
        base = self._space.revisions.get(now.base)
        old = base.table if base is not None else {}
        first, second, *third = struct.unpack_from("<II" if kind == 0x25 else "<III", body)
        count, to = (second, third[0]) if third else (1, second)
        self.store.steps -= len(old)
        for at, guid in list(old.items()) if self.store.steps >= 0 else ():
            if first <= at < first + count:
                now.table[at - first + to] = guid


def _string(body: bytes, at: int) -> tuple[str, int]:
    """Return a counted string (2.2.3), and where it ends: the reference to a file, or the ending of its name."""
    end = at + 4 + 2 * int(struct.unpack_from("<I", body, at)[0])
    return body[at + 4 : end].decode("utf-16-le", "replace").rstrip("\0"), end
