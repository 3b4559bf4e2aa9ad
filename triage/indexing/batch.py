"""What a transaction will write: records gathered from the readers' answers until there are enough of them.

It reads no source and searches nothing; ``identify`` makes the records of items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol

from triage.indexing.identify import EarlierItems, OpenSource, StaleItems, identify, level
from triage.model.items import ItemNo
from triage.sandbox.wire import NOT_EXTRACTED, Part
from triage.scope.ledger import Ledger
from triage.scope.policy import Policy
from triage.scope.sources import Opened
from triage.settings import Settings
from triage.store import earlier, threads, writing
from triage.store.db import Store, stored_path, stored_text
from triage.store.earlier import Appended, NewPlace
from triage.store.reading import document
from triage.store.records import ItemRecord, ProblemRecord, SegmentRecord, SourceRecord, SourceState
from triage.store.schema import MOST_SEGMENTS

# What an index run works with.


class RunIndex(Protocol):
    """Where the words of new items go; every search engine is one."""

    def add(self, documents: list[tuple[ItemNo, dict[str, str]]]) -> None:
        """Index documents inside the store's transaction."""

    def replace(self, documents: list[tuple[ItemNo, dict[str, str]]]) -> None:
        """Index documents anew."""

    def commit(self) -> None:
        """The store's transaction was committed."""

    def finish(self) -> None:
        """The run is over."""


KeepSealed = Callable[[list[ItemNo], list[ItemNo], dict[int, list[int]], dict[str, Any]], set[ItemNo]]
"""Seals items just stored (anew, new, by those whose places they took) that must be; returns them, tells the audit."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a run works with; Case holds the keys and hands them over."""

    store: Store
    engine: RunIndex
    keep_sealed: KeepSealed
    infer_threads: Callable[[Store, int], None]
    policy: Policy
    ledger: Ledger
    settings: Settings
    retry: tuple[str, ...] = ()
    passwords: tuple[str, ...] = ()
    scheduler: str = ""


class IndexBatch:
    """Records for one transaction; ``versions`` are new items, each with those that were in its place before."""

    def __init__(self, run: int, source_no: int, item_no: int, resumed: bool | None = None) -> None:
        self._resumed = item_no > 1 if resumed is None else resumed
        self.run = run
        self.source_no = source_no
        self.item_no = item_no
        self.weight = 0
        self._sources: dict[int, SourceRecord] = {}
        self._reading: set[int] = set()
        self._met_again: list[SourceState] = []
        self._done: list[int] = []
        self._items: list[ItemRecord] = []
        self._segments: list[SegmentRecord] = []
        self._documents: list[tuple[ItemNo, dict[str, str]]] = []
        self._problems: list[ProblemRecord] = []
        self._renewed: set[int] = set()
        self._renumbered: list[tuple[str, int]] = []
        self._children: dict[int, int] = {}
        self._levels: list[tuple[int, int]] = []
        self._brought: list[ItemRecord] = []
        self._retired: list[tuple[int, int]] = []
        self._moved: list[NewPlace] = []
        self._appended: list[Appended] = []
        self.versions: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._items) + len(self._problems) + len(self._met_again) + len(self._brought)

    def add_source(self, opened: Opened, custodian: str, state: str) -> int:
        """Add a source that the store doesn't know, and return its number; "reading" until ``end_source``."""
        number, self.source_no = self.source_no, self.source_no + 1
        source = opened.source
        path, raw = stored_path(source.relative)
        self._sources[number] = SourceRecord(
            number=number,
            root=source.root.id,
            path=path,
            raw=raw,
            custodian=custodian,
            size=source.size,
            mtime_ns=source.mtime,
            ctime_ns=source.ctime,
            inode=source.inode,
            sha256=opened.sha256,
            state="done" if state == "reading" else state,
            run=self.run,
        )
        if state == "reading":
            self._reading.add(number)
        return number

    def meet_again(self, source: OpenSource, state: str) -> None:
        """Note that a source which the store knows was met again, with the times it has now."""
        s = source.opened.source
        self._met_again.append(SourceState(state, s.size, s.mtime, s.ctime, s.inode, source.number))

    def add_unread(self, source: OpenSource, number: int | None) -> None:
        """Add a source for a file that couldn't be read; ``number`` is the one that stands for it already, if any."""
        if number is None:
            source.number = self.add_source(source.opened, source.custodian, "failed")
        else:
            source.number = number
            self.meet_again(source, "failed")

    def retire(self, number: int, later: int) -> None:
        self._retired.append((number, later))

    def move(self, source: OpenSource) -> None:
        s = source.opened.source
        path, raw = stored_path(s.relative)
        self._moved.append(NewPlace(s.root.id, path, raw, source.custodian, stored_text(s.name), source.number))

    def keep(self, source: OpenSource, members: int) -> None:
        """Let so many members of a source, to which something was appended, stand as they stood in the one before."""
        root = source.items[""].n
        self._appended.append(Appended(source.before, source.number, members, root, source.custodian))

    def add_part(self, source: OpenSource, part: Part) -> bool:
        """Add an item; False where it is stored already: its source is read again, or an earlier version held it."""
        number = self._number(source, part)
        if number is None:
            return False
        self._items.append(identify(source, part, number))
        for seq, (origin, text) in enumerate(part.segments):
            self._segments.append(SegmentRecord(number * MOST_SEGMENTS + seq, origin, text))
            self.weight += len(text)
        self._documents.append((ItemNo(number), dict(part.folded)))
        for code, sentence in part.troubles:
            self.add_problem(source, number, code, sentence)
        return True

    def _number(self, source: OpenSource, part: Part) -> int | None:
        if source.stale is not None:
            return self._number_again(source, source.stale, part)
        member, before = part.member, source.earlier
        if member in source.items and before is not None:
            self._pass_over(source, before, part, source.items[member].n)
        if member in source.items or (before is not None and (_is_lost(part) or self._rematch(source, before, part))):
            return None
        return self._new_number(source, part)

    def _number_again(self, source: OpenSource, stale: StaleItems, part: Part) -> int | None:
        if part.member in source.items:  # given again after a reader died
            return None
        met = stale.meet(part)
        if (occupant := stale.occupant(part.member)) is not None:
            self._renumbered.append((f"-{occupant}", occupant))  # until it is met itself
        if met is None:
            return None if source.earlier is not None and _is_lost(part) else self._new_number(source, part)
        if source.earlier is not None:
            self._pass_over(source, source.earlier, part, met.n)
        if not stale.anew or _is_lost(part) or source.keeps(met.n, part):
            part.troubles.clear()
            source.items[part.member] = met
            if met.member != part.member:
                self._renumbered.append((part.member, met.n))
            return None
        source.problems.pop(met.n, None)
        self._renewed.add(met.n)
        return met.n

    def _new_number(self, source: OpenSource, part: Part) -> int:
        before = source.earlier
        number, self.item_no = self.item_no, self.item_no + 1
        versions = [] if before is None else before.versions(part)
        if versions := versions if part.member else [*versions, *source.displaced]:
            self.versions[number] = versions
        return number

    @staticmethod
    def _pass_over(source: OpenSource, before: EarlierItems, part: Part, number: int) -> None:
        before.pass_over(part, number)
        source.arrived[number] = before.versions(part)

    def _rematch(self, source: OpenSource, before: EarlierItems, part: Part) -> bool:
        """Let the item that a part is again stand where it stands now; False where there is none."""
        item = before.meet(part)
        if item is None:
            return False
        self._brought.append(identify(source, part, item.n))
        source.arrived[item.n] = before.versions(part)
        return True

    def add_problem(self, source: OpenSource, item: int | None, code: str, sentence: str) -> bool:
        """Put a Problem of a source or of one of its items on record; False where it is already."""
        recorded = source.problems.setdefault(item, set())
        if (code, sentence) in recorded:
            return False
        recorded.add((code, sentence))
        self._append_problem(source.number, item, source.path, code, sentence)
        if item is not None and (searchable := level([code])):
            self._levels.append((searchable, item))
        return True

    def add_stray(self, path: str, code: str, sentence: str) -> None:
        """Put on record a Problem of something that is no file, such as a folder that can't be listed."""
        self._append_problem(None, None, path, code, sentence)

    def _append_problem(self, source: int | None, item: int | None, path: str, code: str, sentence: str) -> None:
        self._problems.append(ProblemRecord(source, item, path, code, sentence, level([code]), self.run))

    def end_source(self, source: OpenSource) -> None:
        """Note that a source was read to its end, and count its items' children."""
        if source.number in self._reading:
            self._reading.remove(source.number)
        else:
            self._done.append(source.number)
        if source.earlier is not None:
            left = {n: source.earlier.left(versions) for n, versions in source.arrived.items()}
            self.versions.update((n, versions) for n, versions in left.items() if versions)
        if len(source.items) > 1:  # else it is the source alone
            unmet = source.stale.parents() if source.stale is not None else ()
            inside = (source.items[m.rpartition(".")[0]].n for m in source.items if m)
            self._children.update(Counter(chain(inside, unmet)))

    def store(self, parts: Parts, detail: dict[str, Any]) -> None:
        """Write everything into the store and the index, inside a change.

        ``detail`` tells what was sealed again, and how many members of which sources weren't read again.
        """
        if self._appended:
            detail["not_read_again"] = {str(source.later): source.members for source in self._appended}
        anew, fresh = self.write(parts.store)
        if anew or fresh:
            threads.await_threads(parts.store, min(no for no, _ in (*anew, *fresh)))
        sealed = parts.keep_sealed([no for no, _ in anew], [no for no, _ in fresh], self.versions, detail)
        if sealed:
            anew = [*anew, *((no, {}) for no in sealed.difference(no for no, _ in (*anew, *fresh)))]
            anew, fresh = (
                [(no, {} if no in sealed else fields) for no, fields in documents] for documents in (anew, fresh)
            )
        if anew:
            parts.engine.replace(anew)
        parts.engine.add(fresh)

    def write(self, store: Store) -> Iterator[list[tuple[ItemNo, dict[str, str]]]]:
        """Write everything into the store, then hand out the documents for the engine; call inside a change.

        What lay somewhere else or had another name is written before what is new, so that no place is taken twice.
        Those of items that are stored anew come first, as a list of their own.
        """
        if self._resumed:
            self._items = earlier.with_own_ids(store, self._items)
        writing.forget_items(store, self._renewed)
        writing.renumber_members(store, self._renumbered)
        writing.retire(store, self._retired)
        writing.update_sources(store, self._met_again)
        renamed = earlier.move(store, self._moved)
        for number in self._reading:
            self._sources[number] = self._sources[number]._replace(state="reading")
        writing.insert_sources(store, self._sources.values())
        earlier.bring_first(store, self._appended)
        renamed += earlier.bring(store, self._brought)
        writing.insert(store, self._items)
        writing.insert(store, self._segments)
        writing.insert(store, self._problems)
        writing.mark_done(store, self._done)
        writing.set_children(store, self._children)
        writing.lower_levels(store, self._levels)
        earlier.replace(store, [(old, new) for new, before in self.versions.items() for old in before])
        self.versions |= earlier.roots(store, self._retired)
        documents = [(no, document(store, no)) for no in renamed]
        yield [*documents, *(d for d in self._documents if d[0] in self._renewed)]
        yield [d for d in self._documents if d[0] not in self._renewed] if self._renewed else self._documents

    def following(self) -> IndexBatch:
        """Return the next batch, empty, with the numbers going on."""
        return IndexBatch(self.run, self.source_no, self.item_no, self._resumed)


def _is_lost(part: Part) -> bool:
    """Whether it stands for a member that couldn't be extracted: what stood there before may be in it still."""
    return any(code == NOT_EXTRACTED for code, _ in part.troubles)
