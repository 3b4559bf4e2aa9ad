"""What a transaction will write: records gathered from the readers' answers until there are enough of them.

It reads no source and searches nothing; ``identify`` makes the records of items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from triage.indexing.identify import OpenSource, identify, level
from triage.model.items import ItemNo
from triage.sandbox.wire import Part
from triage.scope.broker import Opened
from triage.store import writing
from triage.store.db import Store, stored_path
from triage.store.records import ItemRecord, ProblemRecord, SegmentRecord, SourceRecord, SourceState
from triage.store.schema import MOST_SEGMENTS


class IndexBatch:
    """Records for one transaction. ``source_no`` and ``item_no`` are the next free numbers of the case."""

    def __init__(self, run: int, source_no: int, item_no: int) -> None:
        self.run = run
        self.source_no = source_no
        self.item_no = item_no
        self.weight = 0
        self._sources: list[SourceRecord] = []
        self._met_again: list[SourceState] = []
        self._done: list[int] = []
        self._items: list[ItemRecord] = []
        self._segments: list[SegmentRecord] = []
        self._documents: list[tuple[ItemNo, dict[str, str]]] = []
        self._problems: list[ProblemRecord] = []
        self._renewed: set[int] = set()
        self._children: dict[int, int] = {}
        self._levels: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return len(self._items) + len(self._problems) + len(self._met_again)

    def add_source(self, opened: Opened, custodian: str, state: str) -> int:
        """Add a source that the store doesn't know, and return its number."""
        number, self.source_no = self.source_no, self.source_no + 1
        source = opened.source
        path, raw = stored_path(source.relative)
        self._sources.append(
            SourceRecord(
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
                state=state,
                run=self.run,
            )
        )
        return number

    def meet_again(self, source: OpenSource, state: str) -> None:
        """Note that a source which the store knows was met again, with the times it has now."""
        s = source.opened.source
        self._met_again.append(SourceState(state, s.size, s.mtime, s.ctime, s.inode, source.number))

    def add_part(self, source: OpenSource, part: Part) -> bool:
        """Add an item; False where it is stored already (its source is read for the second time)."""
        number = self._number(source, part.member)
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

    def _number(self, source: OpenSource, member: str) -> int | None:
        """Return the number under which an item is to be stored, None where it is stored already."""
        if member in source.stale:
            number = source.renew(member)
            self._renewed.add(number)
            return number
        if member in source.items:
            return None
        number, self.item_no = self.item_no, self.item_no + 1
        return number

    def add_problem(self, source: OpenSource, item: int | None, code: str, sentence: str) -> None:
        """Put a Problem of a source or of one of its items on record, once."""
        recorded = source.problems.setdefault(item, set())
        if (code, sentence) in recorded:
            return
        recorded.add((code, sentence))
        self._append_problem(source.number, item, source.path, code, sentence)
        if item is not None and (searchable := level([code])):
            self._levels.append((searchable, item))

    def add_stray(self, path: str, code: str, sentence: str) -> None:
        """Put on record a Problem of something that is no file, such as a folder that can't be listed."""
        self._append_problem(None, None, path, code, sentence)

    def _append_problem(self, source: int | None, item: int | None, path: str, code: str, sentence: str) -> None:
        self._problems.append(ProblemRecord(source, item, path, code, sentence, level([code]), self.run))

    def end_source(self, source: OpenSource) -> None:
        """Note that a source was read to its end, and count its items' children."""
        self._done.append(source.number)
        self._children.update(Counter(source.items[member.rpartition(".")[0]].n for member in source.items if member))

    def write(self, store: Store) -> Iterator[list[tuple[ItemNo, dict[str, str]]]]:
        """Write everything into the store, then hand out the documents for the engine; call inside a change.

        Those of items that are stored anew come first, as a list of their own.
        """
        writing.forget_items(store, self._renewed)
        writing.insert(store, self._sources)
        writing.update_sources(store, self._met_again)
        writing.insert(store, self._items)
        writing.insert(store, self._segments)
        writing.insert(store, self._problems)
        writing.mark_done(store, self._done)
        writing.set_children(store, self._children)
        writing.lower_levels(store, self._levels)
        yield [d for d in self._documents if d[0] in self._renewed]
        yield [d for d in self._documents if d[0] not in self._renewed] if self._renewed else self._documents

    def following(self) -> IndexBatch:
        """Return the next batch, empty, with the numbers going on."""
        return IndexBatch(self.run, self.source_no, self.item_no)
