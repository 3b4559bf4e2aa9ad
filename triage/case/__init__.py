"""The front door: create, index, search, decide, export, verify. Only this module holds all the keys.

It composes the rooms and does no work of its own. A case is a folder::

    scope.toml      the review boundary, to be read and edited by people
    case.db         items, text, decisions, audit; the default engine's index
    ledger.jsonl    every decision, open and close of a source, hash-chained
    views.jsonl     the same for sources that reviewers had shown to them
    ledger.key      the key of the hashes under which denied paths appear
    seal.key        the key of sealed texts; without it no seal can be undone
    settings.toml   settings that differ from the defaults (optional)
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from triage import unsupported

if unsupported():
    raise ImportError(unsupported())

from triage import settings as settings_file
from triage.case.decisions import Reviewing
from triage.case.originals import Viewing
from triage.case.reports import Reports, write_hits, write_terms
from triage.case.team import Teamwork
from triage.errors import CaseError
from triage.messages import say
from triage.model.items import (
    Check,
    ExportReport,
    Item,
    ItemNo,
    Problem,
    Progress,
    Results,
    Row,
    RunReport,
    Span,
    Status,
)
from triage.scope import policy as scope
from triage.scope.broker import absolute
from triage.scope.policy import Allow, Deny, Policy
from triage.secret_keys import key_at
from triage.store import reading
from triage.store.db import DATABASE, Store, closed_on_error, now

__all__ = [
    "Allow",
    "Case",
    "Deny",
    "Policy",
    "absolute",
    "inspect",
    "protections",
    "spreadsheet_cell",
    "verify",
    "write_hits",
    "write_terms",
]

if TYPE_CHECKING:
    from triage.sandbox.wire import Part
    from triage.search.engine import Engine
    from triage.search.query.language import Reading
    from triage.selftest.matrix import Matrix
    from triage.selftest.stored import KnownAnswers

_DB, _SCOPE, _LEDGER, _KEY, _SETTINGS = DATABASE, "scope.toml", "ledger.jsonl", "ledger.key", "settings.toml"


class Case(Reports, Reviewing, Teamwork, Viewing):
    """One open case. Use it in one thread; other threads and processes open their own.

    ``blind`` may be set while a sample is judged blind: queries that tell what was decided are then refused.
    Every method raises a TriageError whose text says what to do.
    """

    def __init__(self, path: Path, store: Store, engine: str) -> None:
        self.path = path
        self.name = path.name
        self.settings = settings_file.load(path / _SETTINGS)
        self.engine_name = engine
        self.blind = False
        self._store = store
        self._engine: Engine | None = None

    @classmethod
    def create(cls, path: Path, policy: Policy, engine: str = "fts5") -> Case:
        """Make a case in a new or empty folder; nothing is indexed yet."""
        from triage.search.engines import ENGINES

        if engine not in dict(ENGINES):
            raise CaseError(f"There is no engine '{engine}'. There are: {', '.join(dict(ENGINES))}.")
        scope.check(policy)
        path = absolute(path)
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise CaseError(f"{path} exists and isn't an empty folder. Choose another place for the case.")
        inside = next((a for a in policy.allow if path == Path(a.path) or Path(a.path) in path.parents), None)
        if inside:
            raise CaseError(f"The case can't lie inside what it reads ({inside.path}). Choose another place for it.")
        try:
            path.mkdir(parents=True, exist_ok=True)
            path.chmod(0o700)
            (path / _SCOPE).write_text(scope.dump(policy), "utf-8")
        except OSError as error:
            raise CaseError(f"The case can't be made in {path}: {error.strerror}. Choose another place.") from error
        store = Store(path / _DB, create=True)
        with closed_on_error(store):
            case = cls(path, store, engine)
            with store.change("triage new", "create", engine=engine, scope=scope.dump(policy)):
                store.set_meta("engine", engine)
                case._open_engine(create=True)
        return case

    @classmethod
    def open(cls, path: Path) -> Case:
        """Open a case; raises CaseError where the folder isn't one."""
        path = absolute(path)
        if not (path / _DB).is_file():
            raise CaseError(f"{path} isn't a case: it has no {_DB}. Make one with: triage new CASE --allow DIR ...")
        store = Store(path / _DB)
        with closed_on_error(store):
            return cls(path, store, store.meta("engine", "fts5"))

    def close(self) -> None:
        """Let go of the database and the index."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        self._close_originals()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def policy(self) -> Policy:
        """The scope as scope.toml has it now; raises ScopeError where it can't be read."""
        return scope.load(self.path / _SCOPE)

    def _open_engine(self, *, create: bool = False) -> Engine:
        from triage.search.engines import open_engine

        texts = reading.StoredTexts(self._store)
        engine = open_engine(self.engine_name, self.path, self._store.db, texts, create=create)
        self._catch_up(engine)
        return engine

    @property
    def _index(self) -> Engine:
        if self._engine is None:
            self._engine = self._open_engine()
        return self._engine

    # Indexing

    def index(
        self,
        only: Sequence[Path] = (),
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
        retry: Sequence[str] = (),
        passwords: Sequence[str] = (),
    ) -> RunReport:
        """Read what is new or changed under the allowed roots, or under the paths named; resumes a stopped run.

        ``retry`` are Problem codes whose sources are read again; ``passwords`` are tried on what is encrypted.
        Raises ScopeError for a path outside the scope, which is then not opened. Any thread may set ``stop``.
        """
        from triage.indexing.lock import writing
        from triage.indexing.run import Parts, Run
        from triage.scope.ledger import Ledger

        policy = self.policy
        places = [policy.covering(absolute(p)) for p in only] or [(root, "") for root in policy.allow]
        with writing(self.path):
            ledger = Ledger(self.path / _LEDGER, key_at(self.path / _KEY))
            try:
                parts = Parts(
                    self._store, self._index, self._stay_sealed, policy, ledger, self.settings, tuple(retry),
                    tuple(passwords),
                )  # fmt: skip
                report = Run(parts, places, progress, stop).run()
            finally:
                ledger.end()
            self._adopt()
            if not report.stopped:
                self._known.note(report.indexed + report.failed > 0)
                self.purge_sealed(stop.is_set if stop else lambda: False)
        return report

    # Searching

    def read(self, text: str) -> Reading:
        """Read a query without running it; raises QueryError with the place and a mend."""
        from triage.search.query import blind_guard, language

        reading = language.read(text)
        if self.blind:
            blind_guard.refuse(reading.query)
        return reading

    def search(self, text: str) -> Results:
        """Return all items that a query finds, and how it was read."""
        from triage.search.deadline import Clock
        from triage.search.query.resolve import resolve
        from triage.store.facts import StoredFacts

        read = self.read(text)
        clock = Clock(self.settings.search_seconds)
        found = self._index.search(resolve(read.query, StoredFacts(self._store)), clock)
        levels = dict(self._store.db.execute("SELECT searchable, count(*) FROM item WHERE searchable>0 GROUP BY 1"))
        nos = tuple(sorted(found))
        return Results(text, read.reading, nos, len(nos), levels.get(2, 0), levels.get(1, 0), read.notes)

    def sort(self, nos: Sequence[ItemNo], key: str, descending: bool = False) -> list[ItemNo]:
        """Return the items' numbers sorted by date, sender, subject, name, type, custodian or size."""
        return reading.ordered(self._store, nos, key, descending)

    def rows(self, nos: Sequence[ItemNo]) -> list[Row]:
        """Return the rows of items in the order asked."""
        return reading.rows(self._store, nos)

    def item(self, no: ItemNo) -> Item:
        """Return an item with its text."""
        return reading.item(self._store, no)

    def find(self, untrusted_id: str) -> ItemNo:
        """Return the item with this id, or whose id alone begins so."""
        return reading.find(self._store, untrusted_id)

    def spans(self, text: str, item: Item) -> list[Span]:
        """Return the places in an item that a query matches, in reading order."""
        from triage.search.highlights import spans
        from triage.search.query import language

        return spans(language.read(text).query, item)

    def family(self, no: ItemNo) -> list[ItemNo]:
        """Return an item's whole family in order, itself included."""
        return reading.alike(self._store, "family", no)

    def duplicates(self, no: ItemNo) -> list[ItemNo]:
        """Return the items with the same content, itself included."""
        return reading.alike(self._store, "digest", no)

    def thread(self, no: ItemNo) -> list[ItemNo]:
        """Return the items of the same conversation, itself included."""
        return reading.alike(self._store, "thread", no)

    # Leaving, saying and proving

    def export(
        self,
        target: Path,
        query: str,
        reviewer: str,
        progress: Callable[[int, int], None] | None = None,
        stop: threading.Event | None = None,
    ) -> ExportReport:
        """Export what a query finds into a new folder that proves itself; raises ExportError, and leaves nothing then.

        Originals are opened again through the broker, so that each is in the ledger.
        """
        from triage import __version__
        from triage.export.bundle import Access, write_bundle
        from triage.export.contract import Order
        from triage.indexing.lock import writing
        from triage.indexing.reopen import Natives
        from triage.scope.ledger import Ledger

        found = self.search(query)
        policy, status = self.policy, self.status()
        with writing(self.path):
            ledger = Ledger(self.path / _LEDGER, key_at(self.path / _KEY))
            natives = Natives(policy, ledger, self.settings)
            order = Order(
                self.name, reviewer, query, found.reading, policy, status, found.not_searchable, found.partly,
                tuple(self.problems()), ledger.head.hash, self._store.audit_head()[1], now(), __version__,
            )  # fmt: skip
            try:
                access = Access(self._unless_sealed(natives.read), natives.rendition)
                report = write_bundle(target, order, self, found.nos, access, progress, stop)
            finally:
                natives.close()
                ledger.sync()
                ledger.end()
            with self._store.change(
                reviewer, "export", query=query, findings=report.findings, seal=report.seal
            ) as detail:
                detail["ledger"] = f"{ledger.head.lines}:{ledger.head.hash}"
                self._store.set_meta("ledger", detail["ledger"])
        return report

    def verify(self) -> list[Check]:
        """Hold ledger, store, audit and index against one another."""
        from triage.indexing.verify import verify

        checks = verify(self._store, self.path / _LEDGER, self.policy)
        items = reading.StoredTexts(self._store).numbers()
        from triage.search.query.tree import Everything

        found = self._index.search(Everything())
        same = f"{len(items):,} items, all in the index" if found == items else "items and index differ"
        return [
            *checks,
            Check("index", found == items, say(same)),
            self._check_seals(),
            self._check_views(),
            self._known.check(),
        ]

    def keep_matrix(self, matrix: Matrix) -> None:
        """Store the known-answer test's matrix with the case; raises CaseError where other versions read the case."""
        from triage.indexing.lock import writing

        with writing(self.path):
            self._known.keep(matrix)

    @property
    def wants_matrix(self) -> bool:
        """Whether the versions in force read the case and the known-answer test's matrix for them isn't stored yet."""
        return self._known.wanting

    @property
    def _known(self) -> KnownAnswers:
        from triage.selftest.stored import KnownAnswers

        return KnownAnswers(self._store, self.path)

    def status(self) -> Status:
        """Return the sums of the case."""
        return reading.status(self._store, self.name, self.engine_name)

    def problems(self) -> list[Problem]:
        """Return every Problem on record."""
        return reading.problems(self._store)


def inspect(path: Path, passwords: tuple[str, ...] = ()) -> tuple[list[Part], list[tuple[str, str, str]]]:
    """Read one file outside any case, by the same broker and airlock.

    Returns its items, the file itself first, and its Problems as (code, sentence, member).
    """
    from triage.indexing.reopen import one_file
    from triage.sandbox.wire import Late, Part

    parts: list[Part] = []
    seen: set[str] = set()
    troubles: list[tuple[str, str, str]] = []
    with one_file(path, settings_file.Settings(workers=1)) as (natives, opened):
        for reply in natives.ask(opened, None, passwords):
            if isinstance(reply, Part) and reply.member not in seen:
                seen.add(reply.member)
                parts.append(reply)
            if isinstance(reply, Part | Late):
                troubles += [(code, sentence, reply.member) for code, sentence in reply.troubles]
    return parts, troubles


def verify(path: Path) -> list[Check]:
    """Check a case's folder, or an export's."""
    from triage.export.verify import is_bundle, verify_bundle

    if is_bundle(path):
        return verify_bundle(path)
    with Case.open(path) as case:
        return case.verify()


def protections() -> list[Check]:
    """Try each protection of the reader processes on this machine."""
    from triage.sandbox.doctor import protections as tried

    return tried()


def spreadsheet_cell(untrusted_text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula."""
    from triage.export.escape import cell

    return cell(untrusted_text)
