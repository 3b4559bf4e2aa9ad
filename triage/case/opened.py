"""What the parts of an open case share: its folder, settings, scope, database and index. It decides nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triage import settings as settings_file
from triage.case.exposure import Exposure
from triage.errors import CaseError, VerifyError
from triage.files import DATABASE, refuse_special_files, remove_left_over, writable
from triage.insight.names import storage as names
from triage.insight.near import storage as near
from triage.insight.order import storage as order
from triage.model.items import ItemNo
from triage.proof.keys import LoginSigner, approving_key
from triage.scope import policy as scope
from triage.scope.ledger import Ledger, check_end, writing
from triage.scope.policy import Policy
from triage.secret_keys import key_at
from triage.store import audit_log, derived_files, reading, scope_versions
from triage.store.db import UNWRITTEN, ChangeSigning, Store, closed_on_error, stored_text
from triage.text import RULES, UNICODE

if TYPE_CHECKING:
    from triage.proof.keys import LoginKeys
    from triage.review.sealing import Index
    from triage.search.engine import Deadline, Engine
    from triage.search.query.language import Reading
    from triage.search.snapshot import CaseSnapshot


# An export or a production may leave what isn't on record, as the program was killed or the case couldn't be written.
# The case knows the folder that is filled; it becomes the target, beside which it is, before that is on record.

FILLED = "export_filled"
"""The key under which the case knows the folder that is being filled."""


def filled(store: Store) -> Path | None:
    """Return the folder that is filled, or was by one that isn't on record; None for none."""
    left = json.loads(store.meta(FILLED) or '""')
    return Path(left) if left else None


def record_left(store: Store, folder: Path) -> None:
    """Put on record what is complete, and that the case in this folder couldn't record."""
    partial = filled(store)
    if partial is None or partial.exists():
        return
    target = partial.with_name(partial.name.removeprefix(".").removesuffix(".partial"))
    with suppress(CaseError, OSError, ValueError, AttributeError):
        untrusted = json.loads((target / "manifest.json").read_bytes())
        name, before = audit_log.last_begun(store)
        if untrusted.get("production", "") != name or untrusted.get("audit_head", before) != before:
            return  # another one is at its place by now
        checksum = hashlib.sha256((target / "SHA256SUMS").read_bytes()).hexdigest()
        # Whoever holds the lock is about to record it; that is how this ends when the change below asks for it again.
        with writing(folder), store.change("triage", "export-left", target=stored_text(str(target)), seal=checksum):
            store.set_meta(FILLED, "")


SCOPE = "scope.toml"
KEY = "ledger.key"
_DERIVED = near, names, order
_BEHIND = "index_behind"
_RULES = "index_rules"
_UNICODE = "index_unicode"
"""The versions of Unicode by which the words of the index were told apart, with blanks between them."""
_AT_ONCE = 1000
"""Items that are indexed anew in one step."""


def index_versions(store: Store) -> list[str]:
    return store.meta(_UNICODE).split()


def note_unicode(store: Store, *, anew: bool = False) -> None:
    """Note, before something is indexed, by which version of Unicode that is; ``anew``: all of it is."""
    before = [] if anew else index_versions(store)
    if UNICODE not in before:
        store.set_meta(_UNICODE, " ".join([*before, UNICODE]))


class _SigningLater(ChangeSigning):
    """Lets the login sign from the first change on; a case that is only read loads nothing for it."""

    def __init__(self, store: Store, signer: LoginSigner) -> None:
        self._store, self._signer = store, signer

    def __call__(self, seq: int, actor: str, action: str, detail: dict[str, Any]) -> Callable[[str], None]:
        from triage.store.signatures import ChangeSigner

        self._store.signing = ChangeSigner(self._store, self._signer)
        return self._store.signing(seq, actor, action, detail)


def _prepare_changes(store: Store, signer: LoginSigner, check_logs: Callable[[], None]) -> None:
    store.signing, store.before_change = _SigningLater(store, signer), check_logs


class OpenCase:
    """One open case, as its parts see it. ``blind`` refuses queries that tell what was decided.

    With ``read_only``, or where its folder can't be written, nothing there is changed.
    """

    def __init__(
        self,
        path: Path,
        *,
        create: bool = False,
        engine: str = "",
        read_only: bool = False,
        keys: LoginKeys | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        refuse_special_files(path)
        self.path = path
        self.logs = {"ledger": path / "ledger.jsonl", "views": path / "views.jsonl"}
        self.settings = settings_file.load(path / settings_file.FILE)
        self.blind = False
        self._stopped = stopped
        write = create or (not read_only and writable(path))
        if write:
            remove_left_over(path)
        self.store = Store(path / DATABASE, create=create, write=write, frozen=not write)
        self._keys = keys
        self.signer = LoginSigner(lambda: self.keys)
        self.store.derived_states = near.STATES
        _prepare_changes(self.store, self.signer, self._check_logs)
        with closed_on_error(self.store):
            self.engine_name = engine or self.store.meta("engine", "fts5")
        self.exposure = Exposure(path, self.store)
        self._engine: Engine | None = None
        self._scope: tuple[tuple[int, ...], Policy] | None = None

    @property
    def policy(self) -> Policy:
        """The scope as scope.toml has it now; raises ScopeError where it can't be read."""
        path = self.path / SCOPE
        with suppress(OSError):
            s = path.stat()
            stamp = (s.st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns)
            if self._scope is None or self._scope[0] != stamp:
                self._scope = stamp, scope.load(path)
            return self._scope[1]
        return scope.load(path)

    def in_force(self, policy: Policy | None = None) -> Policy:
        """Return the scope under its number on record, which it gets where it isn't the version that was last used.

        Whatever is opened is opened under that. Raises ScopeError where it can't be read, or must be approved first.
        """
        policy = policy or self.policy
        number = scope_versions.in_force(self.store, policy.text, self.settings.changed())
        if number != policy.version:
            self._check_approval()
            policy = replace(policy, version=number)
            if self._scope is not None and self._scope[1].text == policy.text:
                self._scope = self._scope[0], policy
        return policy

    def _check_approval(self) -> None:
        """Raise VerifyError where the case wants its scope approved, and the approval isn't signed."""
        if (approving := scope_versions.approving(self.store)) is not None:
            approving_key(self.store.first_audit_hash(), approving)

    @property
    def keys(self) -> LoginKeys:
        """The keys that sign for the case: those of the login, unless others were given."""
        from triage.proof.keys import LoginKeys

        return self._keys or LoginKeys.of_login()

    def _check_logs(self) -> None:
        """Raise CaseError where a ledger doesn't have the end that the case knows; record what a failed step left."""
        for name, path in self.logs.items():
            try:
                check_end(path, self.store.meta(name))
            except VerifyError as error:
                raise CaseError("record-broken", path=self.path, why=error) from error
        record_left(self.store, self.path)

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """Lock the case for writing and open its ledger; raises CaseError where another process writes."""
        self.store.must_write()
        with writing(self.path):
            ledger = self.open_log("ledger")
            try:
                yield ledger
            finally:
                ledger.end()

    def open_log(self, name: str) -> Ledger:
        """Open one of the ledgers; raises CaseError where it doesn't end as the case knows."""
        if differs := audit_log.key_differs(self.store, self.path / KEY):
            raise CaseError("record-broken", path=self.path, why=differs)
        return Ledger(self.logs[name], key_at(self.path / KEY), self.store.meta(name))

    def close(self) -> None:
        del self.engine
        self.exposure.close()
        self.store.close()

    # The index

    @property
    def engine(self) -> Engine:
        """The search engine over this case's index, opened on first use."""
        if self._engine is None:
            self._engine = self.open_engine()
        return self._engine

    @engine.deleter
    def engine(self) -> None:
        """Close it; it is opened again on its next use."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def open_engine(self, *, create: bool = False) -> Engine:
        """Open the search engine, and make its index where ``create`` is set.

        An index that is behind the texts, or holds words of other rules, and can't be written is left alone: the
        reference engine answers.
        """
        from triage.search.engines import open_engine

        texts = reading.StoredTexts(self.store)
        behind, aged = self.store.meta(_BEHIND), not create and self.store.meta(_RULES) != RULES
        name = "memory" if (behind or aged) and self.store.read_only else self.engine_name
        engine = open_engine(name, self.path, self.store.db, texts, create=create)
        if create:
            self.store.set_meta(_RULES, RULES)
            note_unicode(self.store, anew=True)
        if aged and not self.store.read_only:
            self._index_anew(engine, texts)
        if behind and not self.store.read_only:
            self._catch_up(engine, behind)
        return engine

    @contextmanager
    def updating_index(self, needed: bool = True) -> Iterator[Index]:
        """Give the callback that indexes items anew inside a step; the index takes them in once the step is stored."""
        pending: list[ItemNo] = []
        if needed:
            _ = self.engine  # opened before the transaction: opening may write an index outside of the database

        def index(documents: list[tuple[ItemNo, dict[str, str]]]) -> None:
            if documents:
                pending.extend(no for no, _ in documents)
                self.engine.replace(documents)
                self.store.set_meta(_BEHIND, json.dumps(pending))
                note_unicode(self.store)
                for derived in _DERIVED:
                    derived.forget(self.store, [no for no, _ in documents])

        yield index
        if pending:
            self.settle_derived()
            self._commit(self.engine)

    def settle_derived(self) -> None:
        """Let files that were worked out anew in a step that is stored take the place of those before."""
        derived_files.settle(self.store, *(name for derived in _DERIVED for name in derived.FILES))

    def _catch_up(self, engine: Engine, behind: str) -> None:
        nos: Iterable[ItemNo] = map(ItemNo, json.loads(behind))
        documents = [(no, reading.document(self.store, no)) for no in nos]
        with self.store.change("triage", "index caught up", items=len(documents)):
            note_unicode(self.store)
            engine.replace(documents)
        self._commit(engine)

    def _index_anew(self, engine: Engine, texts: reading.StoredTexts) -> None:
        """Index all items by the rules of now, in portions; a run that is killed begins again."""
        documents = texts.documents()
        while some := list(islice(documents, _AT_ONCE)):
            with self.store.change("triage", "indexed by new rules of words", items=len(some)):
                engine.replace(some)
            engine.commit()
        engine.finish()
        self.store.set_meta(_RULES, RULES)
        note_unicode(self.store, anew=True)

    def _commit(self, engine: Engine) -> None:
        """Have the index take in what a step stored, which stands on record whatever comes to pass here.

        Where the note that the index is behind can't be taken back, the next opening indexes the same items once more.
        """
        engine.commit()
        with suppress(*UNWRITTEN):
            engine.finish()
            self.store.set_meta(_BEHIND, "")

    # Queries

    def read(self, text: str) -> Reading:
        """Read a query without running it; raises QueryError with the position and a correction."""
        from triage.search.query import language
        from triage.search.snapshot import refuse_telling

        reading = language.read(text)
        if self.blind:
            refuse_telling(reading.query)
        return reading

    def _clock(self) -> Deadline:
        from triage.search.engine import Deadline

        return Deadline(self.settings.search_cpu_seconds, stopped=self._stopped)

    def found(self, text: str) -> tuple[Reading, tuple[ItemNo, ...], tuple[ItemNo, ...]]:
        """Read and run a query; return how it was read and the items' numbers in ascending order.

        The last ones are of superseded and vanished items that it would find, unasked.
        """
        from triage.search.snapshot import left_out, resolve, with_dates_outside
        from triage.store.facts import StoredFacts

        clock, facts = self._clock(), StoredFacts(self.store)
        reading = with_dates_outside(self.read(text), facts)
        nos = self.engine.ascending(resolve(reading.query, facts, text), clock)
        if not (past := left_out(reading.query, facts)):
            return reading, tuple(nos), ()
        out = past.intersection(nos)
        return reading, tuple(no for no in nos if no not in out), tuple(sorted(out - facts.state("purged")))

    @property
    def snapshot(self) -> CaseSnapshot:
        """One moment of the case to ask many questions of."""
        from triage import __version__
        from triage.search.snapshot import CaseSnapshot

        return CaseSnapshot(self.store, self.engine, __version__, blindly=self.blind, clock=self._clock())
