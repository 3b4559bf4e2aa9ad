"""A second engine: Whoosh, pure Python, with an index of its own in the case's ``whoosh`` folder.

It gives postings and positions; sets and distances are decided by ``evaluate`` and ``distances``. What its index lacks
is read from the store by the reference engine, so that answers are complete at any moment. A run that was killed is
caught up with when the engine is opened. One process writes at a time. An index that another login made is refused
(``OwnFiles``); where the case can't be written either, the reference engine answers.
"""

from __future__ import annotations

import hmac
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import apsw
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from triage.errors import CaseError
from triage.files import open_plain, sha256
from triage.model.items import DEFAULT_FIELDS, FIELDS, NAMED_ONLY, ItemNo
from triage.search.distances import Distance, chain, following, in_items, is_plain
from triage.search.engine import NO_LIMIT, Comparison, Deadline, Document, Engine, PlaceSums, key, mac
from triage.search.engines.memory import MemoryEngine, read_some, with_missing
from triage.search.evaluate import Evaluation, expanded
from triage.search.expand import Vocabulary
from triage.search.query.tree import Leaf, Node, Phrase, Prefix, Word, Words, searched_fields
from triage.store.reading import StoredTexts
from triage.text import BORDER

if TYPE_CHECKING:
    from triage.search.engine import Places

# The files of a Whoosh index, of which none is opened that this login didn't write.
#
# Whoosh's files contain pickles, and to read a pickle is to run what it says. So beside each table of contents stands
# a list of the index's files with their hashes, under a MAC whose key is the login's own and outside of every case. A
# file that isn't in it, or has another hash, is refused before Whoosh sees a byte of it.

_TOC, _LIST = ".toc", ".own"
_LONGEST_LIST = 1 << 24


class OwnFiles(FileStorage):  # type: ignore[misc]
    """Whoosh's storage in a folder; opening a file that this login didn't write raises CaseError."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._path = folder
        self._hashes: dict[str, str] = {}  # of files that may be opened; "" while this process writes them
        self._checked: set[str] = set()

    @property
    def empty(self) -> bool:
        return not any(name.endswith(_TOC) for name in self.list())

    def create_file(self, name: str, **options: Any) -> Any:
        self._hashes[name] = ""
        return super().create_file(name, **options)

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading, if this login wrote it and nobody changed it."""
        if name.endswith(_TOC):
            self._hashes |= self._listed(name)
        if name not in self._hashes:
            raise self._foreign(name)
        if name not in self._checked and self._hashes[name]:
            self._check(name)
        return super().open_file(name, **options)

    def file_exists(self, name: str) -> bool:
        return name in self._hashes and bool(super().file_exists(name))

    def delete_file(self, name: str) -> None:
        (self._path / name).unlink(missing_ok=True)
        self._hashes.pop(name, None)
        if name.endswith(_TOC):
            self.delete_file(name + _LIST)

    def lock(self, name: str) -> Any:
        """Return a lock; raises CaseError where something else than a file has its name."""
        if os.path.lexists(path := self._path / name) and (path.is_symlink() or not path.is_file()):
            raise self._foreign(name)
        return super().lock(name)

    def temp_storage(self, name: str | None = None) -> Any:
        """Make a folder that is deleted with all it contains after a run; one that is there is of a killed run."""
        path = self._path / (name or "own.tmp")
        path.unlink() if path.is_symlink() else shutil.rmtree(path, ignore_errors=True)
        return super().temp_storage(path.name)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Give a new file its name; that of a table of contents makes the index whole, so its list comes first."""
        self._hashes[newname] = self._hashes.pop(oldname)
        if newname.endswith(_TOC):
            self._write_list(oldname, newname)
        super().rename_file(oldname, newname, safe)

    def _write_list(self, oldname: str, toc: str) -> None:
        for name, known in list(self._hashes.items()):
            if name != toc and not super().file_exists(name):
                del self._hashes[name]
            elif not known:
                self._hashes[name] = sha256(self._path / (oldname if name == toc else name))
                self._checked.add(name)
        text = json.dumps({"files": self._hashes, "mac": _mac(self._hashes)}, sort_keys=True)
        path = self._path / (toc + _LIST)
        path.unlink(missing_ok=True)  # of a run that was killed before the table of contents had its name
        with path.open("x") as file:
            file.write(text)

    def _listed(self, toc: str) -> dict[str, str]:
        """Return the files that belong to a table of contents; raises CaseError where this login didn't list them."""
        try:
            with open_plain(self._path / (toc + _LIST)) as file:
                untrusted = json.loads(file.read(_LONGEST_LIST))
            hashes = {str(name): str(digest) for name, digest in untrusted["files"].items()}
            whole = hmac.compare_digest(_mac(hashes), untrusted["mac"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            if not super().file_exists(toc):  # a writer has just replaced it; the reader looks again
                raise FileNotFoundError(toc) from error
            raise self._foreign(toc) from error
        if not whole or toc not in hashes:
            raise self._foreign(toc)
        return hashes

    def _check(self, name: str) -> None:
        try:
            if sha256(self._path / name) != self._hashes[name]:
                raise self._foreign(name)
        except FileNotFoundError:  # likewise
            raise
        except OSError as error:
            raise self._foreign(name) from error
        self._checked.add(name)

    def _foreign(self, name: str) -> CaseError:
        return CaseError("whoosh-foreign", path=self._path, file=name)


def _mac(hashes: dict[str, str]) -> str:
    return mac(json.dumps(hashes, sort_keys=True).encode()).hex()


_BATCH = 5000
"""Documents that are kept back for one segment of the index."""

_LOCK_SECONDS = 2.0


class WhooshEngine(Engine):
    """An engine over one Whoosh index and the texts it was made from."""

    name = "whoosh"

    def __init__(self, index: Any, texts: StoredTexts) -> None:
        self._index = index
        self._texts = texts
        self._waiting: dict[ItemNo, dict[str, str]] = {}
        self._stale: set[ItemNo] = set()
        self._snapshot = _Snapshot(index)

    def add(self, documents: Iterable[Document]) -> None:
        self._waiting.update(documents)

    def replace(self, documents: Iterable[Document]) -> None:
        waiting = dict(documents)
        self._waiting.update(waiting)
        self._stale.update(waiting)

    def commit(self) -> None:
        if len(self._waiting) >= _BATCH:
            self._write(_LOCK_SECONDS)

    def finish(self) -> None:
        self._write(_LOCK_SECONDS)

    def purge(self, stop: Callable[[], bool]) -> bool:
        """Write all segments as one: a deleted document's words stay in its segment until then."""
        from whoosh.index import LockError

        with suppress(LockError):
            self._index.writer(timeout=_LOCK_SECONDS).commit(optimize=True)
            return True
        return False

    def catch_up(self) -> None:
        """Index what the store has and the index lacks, unless another process is writing: that one will do it."""
        here, there = self._texts.numbers(), self._current().indexed
        for document in read_some(self._texts, here - there) if here - there else ():
            self.add([document])
            if len(self._waiting) >= _BATCH:
                self._write(0.0, must=False)
        if self._waiting or there - here:
            self._write(0.0, must=False)

    def search(self, query: Node, clock: Deadline = NO_LIMIT) -> set[ItemNo]:
        snapshot = self._current()
        numbers = self._texts.numbers()
        ready = expanded(query, snapshot.words, clock)
        found = _WhooshEvaluation(snapshot, self._texts, numbers & snapshot.indexed, clock).of(ready) & numbers
        missing = numbers - snapshot.indexed
        return found | MemoryEngine(self._texts, missing).search(query, clock) if missing else found

    def rebuild(self) -> None:
        """Begin an index without anything; the next opening catches up with all texts."""
        self._snapshot.close()
        self._index = FileIndex.create(self._index.storage, _schema())
        self._snapshot = _Snapshot(self._index)

    def compare(self) -> Comparison:
        return self._current().compare(self._texts)

    def vocabulary(self, *, by_name: bool = False, beginning: str = "") -> Sequence[tuple[str, int]]:
        snapshot, fields = self._current(), NAMED_ONLY if by_name else DEFAULT_FIELDS
        words = snapshot.words.within(fields).beginning(beginning)
        # Words of deleted documents stay until a merge.
        counts = {word: count for word in words if (count := len(snapshot.holding(word, fields)))}
        return with_missing(counts, self._texts, self._texts.numbers() - snapshot.indexed, by_name, beginning)

    def close(self) -> None:
        """Let go of the index; what is waiting is caught up with at the next opening."""
        self._snapshot.close()
        self._index.close()

    def _current(self) -> _Snapshot:
        """Return the index as it stands, read again where a writer has added to it."""
        if self._index.latest_generation() != self._snapshot.generation:
            self._snapshot.close()
            self._snapshot = _Snapshot(self._index)
        return self._snapshot

    def _write(self, seconds: float, *, must: bool = True) -> None:
        """Write what is waiting and stands in the store, and take out what doesn't stand there."""
        from whoosh.index import LockError

        try:
            writer = self._index.writer(timeout=seconds)
        except LockError as error:
            if not must:
                self._waiting.clear()
                return
            raise CaseError("whoosh-being-written") from error
        with writer:
            snapshot, numbers = self._current(), self._texts.numbers()
            for document, no in snapshot.by_document.items():
                if no not in numbers or no in self._stale:
                    writer.delete_document(document)
            for no, fields in sorted(self._waiting.items()):
                if no in numbers and (no in self._stale or no not in snapshot.indexed):
                    writer.add_document(no=no, **fields)
        self._waiting.clear()
        self._stale.clear()


class _Snapshot:
    """The index at one moment: what it holds, and where each word stands."""

    def __init__(self, index: Any) -> None:
        self.generation: int = index.latest_generation()
        self._reader = index.reader()
        column = self._reader.column_reader("no") if self._reader.doc_count_all() else ()
        self.by_document: dict[int, ItemNo] = {document: column[document] for document in self._reader.all_doc_ids()}
        self.indexed = set(self.by_document.values())
        self._fields = [field for field in FIELDS if field in set(self._reader.indexed_field_names())]
        self._lexicons: dict[str, frozenset[str]] = {}

    @cached_property
    def words(self) -> Vocabulary:
        for field in self._fields:
            self._lexicons[field] = frozenset(text.decode() for text in self._reader.lexicon(field))

        def words(fields: tuple[str, ...], stem: str) -> list[tuple[str, int]]:
            found = frozenset[str]().union(*(self._lexicons.get(field, ()) for field in fields))
            return [(word, 0) for word in sorted(found - {BORDER}) if word.startswith(stem)]

        return Vocabulary(partial(words, DEFAULT_FIELDS), partial(words, NAMED_ONLY))

    def holding(self, word: str, fields: tuple[str, ...]) -> set[ItemNo]:
        postings = (ids for _, found in self._postings(word, fields) for ids in found.all_ids())
        return {self.by_document[document] for document in postings}

    def places(self, word: str, fields: tuple[str, ...]) -> list[int]:
        places: list[int] = []
        for field, postings in self._postings(word, fields):
            while postings.is_active():
                first = key(self.by_document[postings.id()], FIELDS.index(field))
                places += [first + offset for offset in postings.value_as("positions")]
                postings.next()
        return places

    def compare(self, texts: StoredTexts) -> Comparison:
        import numpy as np

        sums = PlaceSums(max(texts.numbers(), default=0))
        for _ in sums.add_texts(read_some(texts, self.indexed), {}):
            pass
        for field in self._fields:
            for word in map(bytes.decode, self._reader.lexicon(field)):
                places = self.places(word, (field,))
                sums.add_index([word], [len(places)], np.array(places, np.int64))
        return Comparison(len(self.indexed), True, frozenset(sums.differing()))

    def close(self) -> None:
        self._reader.close()

    def _postings(self, word: str, fields: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        for field in fields:
            # Asking Whoosh for each of very many words would take many times longer.
            lexicon = self._lexicons.get(field)
            if (field, word.encode()) in self._reader if lexicon is None else word in lexicon:
                yield field, self._reader.postings(field, word)


class _WhooshEvaluation(Evaluation):
    def __init__(self, snapshot: _Snapshot, texts: StoredTexts, indexed: set[ItemNo], clock: Deadline) -> None:
        super().__init__(texts, snapshot.words, clock, indexed)
        self._snapshot = snapshot

    def leaf(self, leaf: Leaf) -> set[ItemNo]:
        if isinstance(leaf, Phrase):
            return in_items(self._places(leaf)) if is_plain(leaf) else self.of(chain(leaf))
        found: set[ItemNo] = set()
        for word in self._words_of(leaf):
            self.clock.check()
            found |= self._snapshot.holding(word, searched_fields(leaf))
        return found

    def near(self, distance: Distance) -> set[ItemNo]:
        return distance.items({leaf: self._places(leaf) for leaf in distance.leaves})

    def _words_of(self, leaf: Leaf) -> Sequence[str]:
        match leaf:
            case Word(word=word):
                return [word]
            case Prefix(stem=stem):
                return self._snapshot.words.within(leaf.fields).beginning(stem)
            case Words(words=words):
                return words
            case _:
                raise TypeError(f"{leaf} was to be expanded before")

    def _places(self, leaf: Leaf) -> Places:
        import numpy as np

        if isinstance(leaf, Phrase):
            return following([self._places(replace(part, fields=searched_fields(leaf))) for part in leaf.parts])
        places: list[int] = []
        for word in self._words_of(leaf):
            self.clock.check()
            places += self._snapshot.places(word, searched_fields(leaf))
        return np.sort(np.array(places, np.int64))


def open_engine(folder: Path, db: apsw.Connection, texts: StoredTexts, *, create: bool) -> Engine:
    """Open the index in the case's folder, or make it where there is none, and catch up with the store.

    Where the case can't be written, an index that isn't there or isn't this login's is left alone.
    """
    path = folder / "whoosh"
    if db.readonly("main"):
        with suppress(CaseError):
            return _engine(path, texts, writing=False)
        return MemoryEngine(texts)
    engine = _engine(path, texts, create=create)
    engine.catch_up()
    return engine


def _engine(path: Path, texts: StoredTexts, *, create: bool = False, writing: bool = True) -> WhooshEngine:
    try:
        return WhooshEngine(_opened(path, create, writing), texts)
    except CaseError:
        raise
    except Exception as error:  # a damaged index raises whatever its reader stumbles over
        raise CaseError("whoosh-unreadable", path=path, error=error) from error


def _opened(path: Path, create: bool, writing: bool) -> Any:
    files = OwnFiles(path)
    if not create and (not files.empty or not writing):
        return FileIndex(files)
    if path.is_symlink() or files.list():
        raise CaseError("whoosh-foreign", path=path, file=next(iter(files.list()), ""))
    path.mkdir(exist_ok=True)
    return FileIndex.create(files, _schema())


def _schema() -> Any:
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.columns import NumericColumn
    from whoosh.fields import COLUMN, TEXT, Schema

    words = {field: TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=True) for field in FIELDS}
    return Schema(no=COLUMN(NumericColumn("q")), **words)
