"""The engine itself: sends what the case stores, and answers queries with the cluster's help.

What the cluster doesn't have yet, or refuses to take, is read from the case's own texts by the reference engine, so
that answers are complete at any moment. Where the cluster can't answer, there is no answer, never a smaller one.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

import apsw

from triage import settings
from triage.errors import CaseError, EngineRefusal
from triage.model.items import FIELDS, ItemNo
from triage.search.distances import Distance, chain, in_texts
from triage.search.engine import NO_LIMIT, Deadline, Document, Engine
from triage.search.engines.memory import MemoryEngine, read_some, with_missing
from triage.search.engines.opensearch import queries
from triage.search.engines.opensearch.cluster import CaseIndex, Connection, NoSuchIndex, Shipment
from triage.search.engines.opensearch.records import FILE, Home, HomePlace, SentRecords, SentState, mark
from triage.search.evaluate import Evaluation, expanded
from triage.search.expand import Vocabulary
from triage.search.query.tree import And, Leaf, Node, Phrase, Words, searched_fields
from triage.store.db import closed_on_error, written_state
from triage.store.reading import StoredTexts

_BATCH_CHARACTERS = 4_000_000
_BATCH_ITEMS = 1_000
_SENDERS = 2
_MOST_SENDING = 4
"""Batches on their way at a time; whoever brings more waits."""
_LOOKS, _PAUSE = 5, 0.2
"""Looks at an index that isn't what it should be, and the seconds between them."""
_TRIED = frozenset(("cluster-failed",))


class _CaseState(NamedTuple):
    """What the case has in one state: what of it was sent, and the words there; no set of all items."""

    state: tuple[object, ...]
    record: SentState
    words: Vocabulary


class OpenSearchEngine(Engine):
    """An engine over one index of a cluster, the records of what was sent there, and the case's texts."""

    name = "opensearch"

    def __init__(self, folder: Path, db: apsw.Connection, texts: StoredTexts) -> None:
        self._folder = folder
        self._db = db
        self._texts = texts
        self._write = not db.readonly("main")
        self._waiting: dict[ItemNo, dict[str, str]] = {}
        self._sending: list[tuple[list[Shipment], Future[set[ItemNo]]]] = []
        self._seen: _CaseState | None = None

    # The index

    def add(self, documents: Iterable[Document]) -> None:
        self._waiting.update(documents)

    def replace(self, documents: Iterable[Document]) -> None:
        self._waiting.update(documents)

    def commit(self) -> None:
        batch: dict[ItemNo, dict[str, str]] = {}
        size = 0
        for no in sorted(self._waiting):
            batch[no] = self._waiting.pop(no)
            size += sum(map(len, batch[no].values()))
            if size > _BATCH_CHARACTERS or len(batch) >= _BATCH_ITEMS or not self._waiting:
                self._send(batch)
                batch, size = {}, 0

    def finish(self) -> None:
        self._index.exists()  # speaks to the cluster even where nothing was sent
        self._await(0)
        self._index.refresh()

    def purge(self, stop: Callable[[], bool]) -> bool:
        """Write all segments anew without what was replaced; words that no item holds any more must be gone."""
        gone = self._records.gone_words()
        if not self._index.merge(stop):
            return False
        self._look(NO_LIMIT)
        for at in range(0, len(gone), _BATCH_ITEMS):
            words = Words(tuple(gone[at : at + _BATCH_ITEMS]), FIELDS)
            if self._index.ids(queries.holding(words, FIELDS), NO_LIMIT):
                return False
        self._records.forget_words()
        return True

    def unused_indexes(self) -> Sequence[str]:
        with suppress(EngineRefusal, NoSuchIndex):  # the login may not list others
            return self._index.unused()
        return ()

    def rebuild(self) -> None:
        """Delete the index on the cluster; the next opening makes it again."""
        self._index.drop()

    def close(self) -> None:
        """Let go of the connection; what hasn't arrived is sent at the next opening."""
        for name in ("_senders", "_index", "_records"):
            if (opened := self.__dict__.pop(name, None)) is not None:
                opened.shutdown(wait=True, cancel_futures=True) if name == "_senders" else opened.close()

    # Questions

    def search(self, query: Node, clock: Deadline = NO_LIMIT) -> set[ItemNo]:
        try:
            return self._search(query, clock)
        except (NoSuchIndex, EngineRefusal) as error:
            if isinstance(error, EngineRefusal) and error.message.key not in _TRIED:
                raise
            self._index.forget()  # a node that held a part may have ended: its copy answers
        try:
            return self._search(query, clock)
        except NoSuchIndex as error:
            raise EngineRefusal("cluster-index-gone", index=self._index.name) from error

    def _search(self, query: Node, clock: Deadline) -> set[ItemNo]:
        timeout = Deadline(
            self._settings.search_seconds, time.monotonic, stopped=clock.stopped, refusal="cluster-out-of-time"
        )
        seen = self._look(timeout)
        clock.check()
        ready = expanded(query, seen.words, clock)
        missing, lost = seen.record.missing, seen.record.lost
        there = self._texts.numbers() - missing if missing else None
        evaluation = _ClusterEvaluation(self._index, seen.words, self._texts, there, clock, timeout)
        found = evaluation.of(ready) - missing - lost
        return found | MemoryEngine(self._texts, missing).search(query, clock) if missing else found

    def emptied(self) -> set[ItemNo]:
        return self._texts.numbers() - self._records.with_words()

    def vocabulary(self, *, by_name: bool = False, beginning: str = "") -> Sequence[tuple[str, int]]:
        missing = self._records.record(self._texts.numbers()).missing
        return with_missing(dict(self._records.words(by_name, beginning)), self._texts, missing, by_name, beginning)

    def _look(self, clock: Deadline) -> _CaseState:
        """Have the index answer of a moment that holds all that was sent; return what that is."""
        for look in range(_LOOKS):  # another process may be sending
            if look:
                time.sleep(_PAUSE)
            seen = self._seen = self._see()
            if self._index.look(seen.record.sent, seen.record.waiting, clock):
                return seen
        raise EngineRefusal("cluster-index-differs", index=self._index.name, sent=seen.record.sent.count)

    def _see(self) -> _CaseState:
        """Return what is on record now, read again where anything was written since."""
        state = (self._records.state(), *written_state(self._db))
        before = self._seen
        if before is not None and before.state == state:
            return before
        words = before.words if before and before.state[0] == state[0] else self._vocabulary()
        return _CaseState(state, self._records.record(self._texts.numbers()), words)

    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(partial(self._records.words, False), partial(self._records.words, True))

    # Sending

    def catch_up(self) -> None:
        """Send what the case has and the cluster hasn't, and take out what the case hasn't.

        Raises EngineRefusal before anything is written where the index isn't what was sent there.
        """
        self._index.exists()  # it is made before the records are asked
        record, aside = self._records.record(self._texts.numbers()), self._records.aside
        gone, lacking = record.lost | (aside - record.missing), record.missing - (aside - record.waiting)
        if gone or lacking:
            self._look(NO_LIMIT)
        if gone:
            self._remove(gone)
        for document in read_some(self._texts, lacking):
            self.add([document])
            if len(self._waiting) >= _BATCH_ITEMS:
                self.commit()
        if lacking:
            self.commit()
            self.finish()

    def _remove(self, nos: set[ItemNo]) -> None:
        self._records.await_(dict.fromkeys(nos, 0), list(self._index.texts(self._records.there(nos))))
        self._index.remove(nos)
        self._records.forget(nos)

    def _send(self, batch: dict[ItemNo, dict[str, str]]) -> None:
        shipments = [Shipment(no, mark(no, fields), fields) for no, fields in batch.items()]
        again = self._records.there(batch)
        self._records.await_({s.no: s.mark for s in shipments}, list(self._index.texts(again)))
        self._sending.append((shipments, self._senders.submit(self._index.send, shipments)))
        self._await(_MOST_SENDING)

    def _await(self, most: int) -> None:
        """Note what has arrived, and wait until no more than so many batches are on their way."""
        while self._sending and (len(self._sending) > most or self._sending[0][1].done()):
            shipments, future = self._sending.pop(0)
            if refused := future.result():
                self._index.remove(refused)  # an earlier text may be there
            self._records.note({shipment.no: shipment.fields for shipment in shipments}, refused)

    @cached_property
    def _senders(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(_SENDERS, "cluster")

    @cached_property
    def _records(self) -> SentRecords:
        return SentRecords(self._folder / FILE, write=self._write)

    @cached_property
    def _settings(self) -> settings.ClusterSettings:
        return settings.cluster(self._folder / settings.FILE)

    @cached_property
    def _index(self) -> CaseIndex:
        """The index, made where it isn't there and the case can be written.

        Raises CaseError before the cluster is spoken to where a case that can be written is in another place than the
        one on record: it may be a copy, and the index another's.
        """
        here = HomePlace.of(self._folder)
        home = self._records.home_at(here) if self._write else self._records.home
        if home is None:
            raise CaseError("cluster-not-sent", path=self._folder)
        if self._write and home.place != here:
            folder, login, host = home.place
            raise CaseError(
                "cluster-folder-differs",
                path=self._folder,
                index=_name(home),
                folder=folder,
                login=login,
                host=host,
            )
        index = _index_of(home, self._folder, self._settings, self._texts)
        if self._write:
            self._records.make_once(index.exists, index.make)
        return index


def _name(home: Home) -> str:
    return f"triage-{home.id}"


def _index_of(home: Home, folder: Path, chosen: settings.ClusterSettings, texts: StoredTexts) -> CaseIndex:
    # The cluster can't guess a folder from its hash: it never learns the audit's hash that goes into it.
    case, place = (
        hashlib.sha256("\0".join((texts.case(), *more)).encode("utf-8", "replace")).hexdigest()[:20]
        for more in ((), home.place)
    )
    return CaseIndex(Connection(chosen, folder / settings.FILE), _name(home), case, place, chosen.shards)


class _ClusterEvaluation(Evaluation):
    def __init__(
        self,
        index: CaseIndex,
        words: Vocabulary,
        texts: StoredTexts,
        items: set[ItemNo] | None,
        clock: Deadline,
        timeout: Deadline,
    ) -> None:
        super().__init__(texts, words, clock, items)
        self._index = index
        self._timeout = timeout

    def at_once(self, node: Node) -> set[ItemNo] | None:
        """Return what the cluster says of a whole tree; of an AND, of those parts that it can say exactly."""
        if (query := queries.whole(node)) is not None:
            return self._index.ids(query, self._timeout)
        if isinstance(node, And):
            sure = [part for part in node.parts if queries.whole(part) is not None]
            if 1 < len(sure) < len(node.parts):
                return self.of(And((And(tuple(sure)), *(part for part in node.parts if part not in sure))))
        return None

    def leaf(self, leaf: Leaf) -> set[ItemNo]:
        if not isinstance(leaf, Phrase):
            return self._index.ids(queries.holding(leaf, searched_fields(leaf)), self._timeout)
        return self.of(chain(leaf))

    def near(self, distance: Distance) -> set[ItemNo]:
        """Return the items in which a distance is met: where the cluster only narrows them down, their texts decide."""
        sure, perhaps, near = set[ItemNo](), set[ItemNo](), distance.node
        asked = queries.near(distance, self._words)
        for query, exact in asked:
            if exact or not near.negated:
                (sure if exact else perhaps).update(self._index.ids(query, self._timeout))
        if near.negated and not all(exact for _, exact in asked):
            left = self.of(near.left)
            perhaps = left & self.of(near.right)
            sure |= left - perhaps
        texts = read_some(self.texts, (perhaps & self.everything) - sure)
        return sure.union(*map(distance.items, in_texts(distance.leaves, texts, self.clock)))


def claim_index(folder: Path, texts: StoredTexts, *, moved: bool) -> None:
    """Have the case in a folder that isn't the one on record keep its index, if it was moved, or begin a new one."""
    with closing(SentRecords(folder / FILE, write=True)) as records:
        here = HomePlace.of(folder)
        if not moved:
            records.begin(here)
        elif (home := records.home) is not None:
            home = home._replace(place=here)
            with closing(_index_of(home, folder, settings.cluster(folder / settings.FILE), texts)) as index:
                index.move()
            records.settle(home)


def open_engine(folder: Path, db: apsw.Connection, texts: StoredTexts, *, create: bool) -> Engine:
    """Open a case's index on its cluster; where ``create`` is set, the cluster isn't spoken to until it is needed.

    Raises CaseError where the case names no cluster, or one that the login hasn't listed as its own.
    """
    readonly = db.readonly("main")
    if readonly and not (folder / FILE).exists():
        raise CaseError("cluster-not-sent", path=folder)
    engine = OpenSearchEngine(folder, db, texts)
    if not create and not readonly:
        with closed_on_error(engine):
            engine.catch_up()
    return engine
