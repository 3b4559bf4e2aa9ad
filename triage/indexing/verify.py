"""Does the record prove what was read?: ledger, store and audit held against one another.

Reads only: no source is opened, and nothing is mended.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from triage.errors import TriageError, VerifyError
from triage.indexing import audit_checks
from triage.indexing.verify_scope import Named, Opened, ScopeRecord
from triage.messages import joined, say
from triage.model.items import Check
from triage.model.messages import Message
from triage.scope import ledger
from triage.store import audit_log
from triage.store.db import ZERO, Store
from triage.store.schema import missing


def verify(store: Store, ledger_path: Path, scope: ScopeRecord) -> list[Check]:
    """Check a case; every line says what held, with its counts, or where it failed."""
    record = _Record(audit_log.record_key(store, ledger_path.with_name("ledger.key")))
    if not ledger_path.exists() and not store.meta("ledger"):
        checks = [Check("ledger chain", True, say("no-run-yet"))]
    else:
        checks = [make_check("ledger chain", lambda: record.read(ledger_path, store.meta("ledger")))]
    if checks[0].held:
        checks += [
            make_check("ledger end", lambda: record.anchored(store)),
            make_check("opens follow decisions", lambda: record.orderly(scope)),
            make_check("items were opened", lambda: record.covers(store)),
            make_check("audit rows named", lambda: audit_checks.named_rows(store, record.audited)),
        ]
    checks += [make_check("ledger key", lambda: _key(store, ledger_path)), *coding(store)]
    return [
        *checks,
        make_check("clock", lambda: audit_checks.clock(store)),
        make_check("items have sources", lambda: _whole(store)),
        make_check("database", lambda: _database(store)),
    ]


def verify_views(store: Store, ledger_path: Path, scope: ScopeRecord) -> Check:
    def check_views() -> Message:
        record = _Record(audit_log.record_key(store, ledger_path.with_name("ledger.key")))
        if ledger_path.exists():
            record.read(ledger_path, store.meta("views"))
        record.anchored(store, "views")
        return record.orderly(scope)

    return make_check("originals shown", check_views)


def verify_shown(store: Store, path: Path) -> Check:
    def check_shown() -> Message:
        record = _Record(None)
        count = record.read(path, store.meta("shown")) if path.exists() else say("lines-follow", count=0)
        record.anchored(store, "shown")
        return count

    return make_check("shown to people", check_shown)


def log_break(store: Store, path: Path, name: str) -> Message | None:
    """Return why a ledger isn't the one that the case knows under a name, or its key isn't; None where all is well."""
    key = path.with_name("ledger.key")
    record = _Record(audit_log.record_key(store, key))

    def check_log() -> Message:
        if path.exists() or store.meta(name):
            record.read(path, store.meta(name))
        return record.anchored(store, name)

    check = make_check(name, check_log)
    return audit_log.key_differs(store, key) if check.held else check.message


def coding(store: Store) -> list[Check]:
    """Check the record of decisions alone, as of another copy of the case, which isn't trusted."""
    chain = make_check("audit chain", lambda: audit_checks.chain(store))
    content = make_check("content", lambda: audit_checks.content(store))
    return [
        chain,
        content,
        make_check("decisions are audited", lambda: audit_checks.decisions(store)),
        make_check("signatures", lambda: audit_checks.check(store, chain.held and content.held)),
        make_check("roster", lambda: audit_checks.check_roster(store)),
        make_check("record", lambda: audit_checks.recovered(store)),
    ]


def make_check(name: str, check: Callable[[], Message]) -> Check:
    """Return a check that holds with what a function returns, or fails with what it raises or can't read."""
    try:
        return Check(name, True, check())
    except TriageError as error:
        return Check(name, False, error.message)
    except (OSError, ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError) as error:
        return Check(name, False, say("check-unreadable", error=error))


class _Record:
    """What the ledger says: sources opened and closed, and the hashes of the lines that the store names."""

    def __init__(self, key: bytes | None) -> None:
        self._key = key
        self.opened: Opened = {0: {}}
        self.versions: Named = []
        self.version = 0
        self.closed: set[tuple[str, str]] = set()
        self.hashes: list[str] = [ZERO]
        self.audited: list[tuple[int, str]] = []
        self.path = Path()
        self.name = ""
        self.denied = 0
        self.wrong: list[Message] = []
        self.torn: VerifyError | None = None

    def read(self, path: Path, known: str) -> Message:
        """Read a log whose end the case knows so; a torn line is told of later."""
        self.name, self.path = path.name, path
        ledger.check_size(path, known)
        try:
            self._read(path)
        except VerifyError as error:
            if error.message.key != "ledger-torn":
                raise
            self.torn = error
        return say("lines-follow", count=len(self.hashes) - 1)

    def _read(self, path: Path) -> None:
        allowed: set[str] = set()
        for line in ledger.read(path, key=self._key):
            if line["n"] == len(self.hashes):
                self.hashes.append(line["h"])
            if "audit" in line:
                self.audited.append((line["n"], str(line["audit"])))
            event, name = line["e"], str(line.get("f", ""))
            if event == "decide" and line["v"] == "allow":
                allowed.add(name)
            elif event == "decide":
                self.denied += 1
            elif event == "open":
                if name not in allowed:
                    self.wrong.append(say("line-opens-undecided", line=line["n"], name=name))
                allowed.discard(name)
                self.opened[self.version][name] = line["n"]
            elif event == "scope":
                self.version = int(line["version"])
                self.versions.append((line["n"], self.version, str(line["sha256"])))
                self.opened.setdefault(self.version, {})
            elif event == "close":
                if name not in self.opened[self.version]:
                    self.wrong.append(say("line-closes-unopened", line=line["n"], name=name))
                self.closed.add((name, str(line.get("sha256", ""))))

    def anchored(self, store: Store, key: str = "ledger") -> Message:
        """Check that the ledger ends where the case knows; a torn line can only follow that."""
        audit_checks.heads(store, key, self.hashes)
        head = store.meta(key)
        number, wanted, *_ = head.split(":") if head else ("0", ZERO)
        lines = len(self.hashes) - 1
        if int(number) > lines:
            raise VerifyError("ledger-cut-off", known=int(number), lines=lines)
        if self.hashes[int(number)] != wanted:
            raise VerifyError("ledger-rewritten", line=number)
        if head:
            ledger.check(self.path, head, self._key)
        if self.torn:
            raise self.torn
        return say("ledger-anchored", line=int(number)) if head else say("no-run-yet")

    def orderly(self, scope: ScopeRecord) -> Message:
        if self.wrong:
            raise VerifyError(joined("two-clauses", self.wrong[:5]))
        scope.judge(self.name, self.opened, self.versions)
        sources = set[str]().union(*self.opened.values())
        return say("sources-opened-in-scope", count=len(sources), denied=self.denied)

    def covers(self, store: Store) -> Message:
        count = 0
        for name, sha256 in audit_log.sources_of_items(store, audit_log.beginning(store).sources):
            count += 1
            if (name, sha256) not in self.closed:
                raise VerifyError("source-not-opened", name=name, sha256=sha256)
        return say("items-were-opened", items=audit_log.items(store), sources=count)


def _key(store: Store, ledger_path: Path) -> Message:
    if differs := audit_log.key_differs(store, ledger_path.with_name("ledger.key")):
        raise VerifyError(differs)
    return say("ledger-key-holds")


def _whole(store: Store) -> Message:
    if (n := audit_log.orphan(store)) is not None:
        raise VerifyError("item-without-source", number=n)
    reading = audit_log.half_read_sources(store)
    if reading:
        return say("items-have-sources-some-half-read", count=reading)
    return say("items-have-sources")


def _database(store: Store) -> Message:
    if lacking := missing(store.db, indexed=bool(audit_log.ended_runs(store))):
        raise VerifyError("database-lacks", name=lacking)
    if damage := audit_log.damage(store):
        raise VerifyError("database-damaged", error=damage)
    return say("database-sound")
