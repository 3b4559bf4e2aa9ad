"""What a transaction will write (indexing room): rows gathered from replies until there are enough of them.

It turns Parts into identified items: numbers, stable ids, families, threads, custodians. It reads no source and
searches nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from triage.errors import PROBLEM_CODES
from triage.model.items import LANGUAGES, ItemNo
from triage.sandbox.wire import Part
from triage.scope.broker import Opened
from triage.store import writing
from triage.store.db import Store, place
from triage.store.schema import MOST_SEGMENTS

_LEVEL = {"fully": 0, "partly": 1, "not": 2}
_json = msgspec.json.Encoder().encode
_EMPTY_LISTS = "[[],[],[]]"
_CHILDREN, _SEARCHABLE = 23, 24


MAILBOXES = (
    "application/mbox",
    "application/vnd.ms-outlook-pst",
    "application/vnd.ms-outlook-olm",
)
"""Types whose members stand for themselves: each message in a mailbox heads a family of its own."""


class Kin(NamedTuple):
    """What an item hands down to its children: its number, family, thread, date and type."""

    no: int
    family: int
    thread: str
    date: int | None
    type: str


@dataclass(slots=True)
class Open:
    """A source that is being read: its number, what was opened, and the items that it has given so far.

    ``items`` are by member, those of an earlier run included; ``said`` are the Problems on record. ``stale`` are the
    members whose items an earlier run has stored and this one stores anew.
    """

    number: int
    opened: Opened
    custodian: str
    path: str
    items: dict[str, Kin] = field(default_factory=dict)
    said: dict[int | None, set[tuple[str, str]]] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)

    def holder(self, member: str) -> Kin | None:
        """Return the item that holds a member, None for the source itself."""
        return self.items[member.rpartition(".")[0]] if member else None

    def keep_opened(self, part: Part) -> None:
        """Let an item that a password opened in an earlier run stay as it is where none fits now."""
        if part.member in self.stale and any(code == "encrypted" for code, _ in part.troubles):
            number = self.items[part.member].no
            if any(code == "password" for code, _ in self.said.get(number, ())):
                self.stale.discard(part.member)
                part.troubles.clear()

    def forget(self, member: str) -> int:
        """Return the number of a stale item, which is now stored anew with its Problems as they are now."""
        self.stale.discard(member)
        number = self.items[member].no
        self.said.pop(number, None)
        return number

    def number_of(self, member: str) -> int | None:
        """Return the number of an item by its member, None where it isn't known."""
        kin = self.items.get(member)
        return kin.no if kin else None


class Batch:
    """Rows for one transaction. ``source_no`` and ``item_no`` are the next free numbers of the case."""

    def __init__(self, run: int, source_no: int, item_no: int) -> None:
        self.run = run
        self.source_no = source_no
        self.item_no = item_no
        self.weight = 0
        self._sources: dict[int, list[object]] = {}
        self._restated: list[tuple[str, int, int, int, int, int]] = []
        self._done: list[int] = []
        self._items: dict[int, list[object]] = {}
        self._segments: list[tuple[int, str, str]] = []
        self._documents: list[tuple[ItemNo, dict[str, str]]] = []
        self._problems: list[tuple[object, ...]] = []
        self._again: list[int] = []
        self._children: dict[int, int] = {}
        self._worse: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return len(self._items) + len(self._problems) + len(self._restated)

    def add_source(self, opened: Opened, custodian: str, state: str) -> int:
        """Add a source that the store doesn't know, and return its number."""
        number, self.source_no = self.source_no, self.source_no + 1
        s = opened.source
        text, raw = place(s.relative)
        self._sources[number] = [
            number, s.root.id, text, raw, custodian, s.size, s.mtime, s.ctime, s.inode, opened.sha256, state, self.run,
        ]  # fmt: skip
        return number

    def again(self, source: Open, state: str) -> None:
        """Note that a source which the store knows was met again, with the times it has now."""
        s = source.opened.source
        self._restated.append((state, s.size, s.mtime, s.ctime, s.inode, source.number))

    def add_part(self, source: Open, part: Part) -> bool:
        """Add an item; False where it is stored already (its source is read for the second time)."""
        parent = source.holder(part.member)
        if part.member in source.stale:
            n = source.forget(part.member)
            self._again.append(n)
        elif part.member in source.items:
            return False
        else:
            n, self.item_no = self.item_no, self.item_no + 1
        heir = None if parent is None or parent.type in MAILBOXES else parent
        key = part.references[0] if part.references else ""
        own_thread = hashlib.md5(key.encode(), usedforsecurity=False).hexdigest() if key else part.mih
        thread = own_thread or (heir.thread if heir else "")
        date, kind = part.date, part.date_kind
        if date is None and parent is None:
            date, kind = source.opened.source.mtime // 1_000_000_000, "file"
        elif date is None and heir is not None:
            date, kind = heir.date, "family"
        sha256 = part.sha256 if part.member else source.opened.sha256
        family = heir.family if heir else n
        source.items[part.member] = Kin(n, family, thread, date, part.type)
        to_cc_bcc = _json((part.to, part.cc, part.bcc)).decode() if part.to or part.cc or part.bcc else _EMPTY_LISTS
        level = max((_LEVEL[PROBLEM_CODES[code][0]] for code, _ in part.troubles), default=0)
        self._items[n] = [
            n, source.number, part.member, self._id(source, part.member),
            parent.no if parent else None, family,
            part.name if part.member else place(source.opened.source.name)[0],
            part.type, source.custodian, part.size, sha256, part.mih, part.digest or sha256,
            part.subject, part.sender, to_cc_bcc, date, kind, part.date_raw, part.message_id,
            _json(part.references).decode() if part.references else "[]", thread,
            _json(part.properties).decode() if part.properties else "[]", 0, level,
            part.lang if part.lang in LANGUAGES else "",
        ]  # fmt: skip
        for seq, (origin, text) in enumerate(part.segments):
            self._segments.append((n * MOST_SEGMENTS + seq, origin, text))
            self.weight += len(text)
        self._documents.append((ItemNo(n), dict(part.folded)))
        for code, sentence in part.troubles:
            self.add_problem(source, n, code, sentence)
        return True

    @staticmethod
    def _id(source: Open, member: str) -> str:
        s = source.opened
        key = f"{s.source.key}\0{member}\0{s.sha256}".encode("utf-8", "surrogateescape")
        return hashlib.sha256(key).hexdigest()[:20]

    def add_problem(self, source: Open, item: int | None, code: str, sentence: str) -> None:
        """Put a Problem of a source or of one of its items on record, once."""
        said = source.said.setdefault(item, set())
        if (code, sentence) in said:
            return
        said.add((code, sentence))
        level = _LEVEL[PROBLEM_CODES[code][0]]
        self._problems.append((source.number, item, source.path, code, sentence, level, self.run))
        row = self._items.get(item) if item is not None else None
        if row is not None:
            row[_SEARCHABLE] = max(level, int(str(row[_SEARCHABLE])))
        elif item is not None and level:
            self._worse.append((level, item))

    def add_stray(self, path: str, code: str, sentence: str) -> None:
        """Put on record a Problem of something that is no file, such as a folder that can't be listed."""
        self._problems.append((None, None, path, code, sentence, _LEVEL[PROBLEM_CODES[code][0]], self.run))

    def end_source(self, source: Open) -> None:
        """Note that a source was read to its end, and count its items' children."""
        row = self._sources.get(source.number)
        if row is None:
            self._done.append(source.number)
        else:
            row[10] = "done"
        if len(source.items) == 1:
            return
        counts: dict[int, int] = {}
        for member in source.items:
            if member:
                parent = source.items[member.rpartition(".")[0]].no
                counts[parent] = counts.get(parent, 0) + 1
        for n, count in counts.items():
            if n in self._items:
                self._items[n][_CHILDREN] = count
            else:
                self._children[n] = count

    def write(self, store: Store) -> Iterator[list[tuple[ItemNo, dict[str, str]]]]:
        """Write everything into the store, then hand out the documents for the engine; call inside a change.

        Those of items that are stored anew come first, as a list of their own.
        """
        writing.forget_items(store, self._again)
        writing.insert(store, writing.SOURCE, list(self._sources.values()))
        writing.restate(store, self._restated)
        writing.insert(store, writing.ITEM, list(self._items.values()))
        writing.insert(store, writing.SEGMENT, self._segments)
        writing.insert(store, writing.PROBLEM, self._problems)
        writing.mark_done(store, self._done)
        writing.set_children(store, self._children)
        writing.worsen(store, self._worse)
        again = set(self._again)
        yield [d for d in self._documents if d[0] in again]
        yield [d for d in self._documents if d[0] not in again] if again else self._documents

    def following(self) -> Batch:
        """Return the next batch, empty, with the numbers going on."""
        return Batch(self.run, self.source_no, self.item_no)
