"""Whether the record proves what was read and decided: ledger, scope, store and audit compared with one another.

Reads only: no source is opened, and nothing is mended.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from triage.errors import ScopeError, TriageError, VerifyError
from triage.files import sha256
from triage.messages import joined, plain, say
from triage.model.items import Check
from triage.model.messages import Message
from triage.model.redactions import PART_ACTIONS
from triage.model.scope import ScopeVersion
from triage.proof.keys import approving_key, verifies
from triage.scope import ledger
from triage.scope.policy import Policy, join, parse
from triage.store import audit_log, decision_log, events, purge, scope_versions, signatures
from triage.store import content as committed
from triage.store.audit_log import AuditRow
from triage.store.db import ZERO, Store, chained
from triage.store.purge import ReadSource
from triage.store.schema import missing
from triage.store.signatures import OF_SEALS, Signature


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
            make_check("audit rows named", lambda: check_named_rows(store, record.audited)),
        ]
    checks += [make_check("ledger key", lambda: _key(store, ledger_path)), *coding(store)]
    return [
        *checks,
        make_check("clock", lambda: check_clock(store)),
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
    chain = make_check("audit chain", lambda: check_chain(store))
    content = make_check("content", lambda: check_content(store))
    return [
        chain,
        content,
        make_check("decisions are audited", lambda: check_decisions(store)),
        make_check("signatures", lambda: check_signatures(store, chain.held and content.held)),
        make_check("roster", lambda: check_roster(store)),
        make_check("record", lambda: check_recoveries(store)),
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
        check_heads(store, key, self.hashes)
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
        for name, digest in audit_log.sources_of_items(store, audit_log.beginning(store).sources):
            count += 1
            if (name, digest) not in self.closed:
                raise VerifyError("source-not-opened", name=name, sha256=digest)
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


# What the audit proves: its rows follow from one another, and the case's rows are what it committed to. Reads only. A
# check returns what held, with its counts, and raises VerifyError with the place where it failed.


_MOST_NAMED = 5
_SET_RIGHT = 60  # seconds by which a clock may be set back: those of machines are corrected now and then


def check_chain(store: Store) -> Message:
    """Check that each row follows from the one before, and that the last one is the one that the case knows."""
    begun = audit_log.beginning(store)
    previous, count = begun.previous, begun.row - 1
    for row in audit_log.audit(store, begun.row):
        count += 1
        if row.seq != count:
            raise VerifyError("audit-row-missing", row=count)
        if chained(previous, row[:-1]) != row.hash:
            raise VerifyError("audit-row-changed", row=count)
        previous = row.hash
    if broken := store.audit_break():
        raise VerifyError(broken)
    return say("audit-rows-follow", count=count)


def check_content(store: Store) -> Message:
    """Check that each row that is covered is what the audit committed to, and that none is missing or was added."""
    _check_commitments(store)
    count, wrong = 0, list[Message]()
    for kind in committed.KINDS:
        last = committed.latest(store.db, kind)
        for key, digest in committed.digests(store.db, kind):
            count += 1
            before = last.pop(key, b"")
            if digest != before and len(wrong) < _MOST_NAMED:
                verdict = "content-changed" if before else "content-added"
                wrong.append(say(verdict, row=audit_log.row_name(store, kind, key)))
        missing = islice((key for key, digest in last.items() if digest), _MOST_NAMED)
        wrong += [say("content-missing", row=audit_log.row_name(store, kind, key)) for key in missing]
    if wrong:
        raise VerifyError(joined("two-clauses", wrong[:_MOST_NAMED]))
    return say("content-agrees", count=count)


def _check_commitments(store: Store) -> None:
    begun = audit_log.beginning(store).row
    digests = {row: digest for row, digest in committed.commitments(store.db).items() if row >= begun}
    for row in audit_log.audit(store, begun):
        if json.loads(row.detail).get("content") != digests.pop(row.seq, committed.NOTHING):
            raise VerifyError("commitments-differ", row=row.seq)
    if digests:
        raise VerifyError("commitments-differ", row=min(digests))


_AUDITED = ("tag", "untag", "note", *PART_ACTIONS, "undo", *OF_SEALS, "items", "merge", "adopt")


def _steps(store: Store) -> Iterator[tuple[int, int]]:
    """Yield steps and how many decisions the audit says that each has; a merge can bring a step in parts."""
    for row in audit_log.audit(store, audit_log.beginning(store).row):
        if row.action not in _AUDITED:
            continue
        step = json.loads(row.detail)
        if row.action in ("merge", "adopt"):
            for first, last, items in step["steps"]:
                yield from ((group, items) for group in range(first, last + 1))
            continue
        step = step.get("sealed", {"items": 0}) if row.action == "items" else step
        if step["items"]:
            yield step["group"], step["items"]


def check_decisions(store: Store) -> Message:
    """Check that each step has as many decisions as the audit says, and that the tags are what decisions come to."""
    groups = audit_log.decisions_of_steps(store, audit_log.beginning(store).decisions)
    audited = Counter[int]()
    for group, items in _steps(store):
        audited[group] += items
    for group in groups.keys() | audited.keys():
        if groups.get(group) != audited.get(group):
            have, stated = groups.get(group, 0), audited.get(group, 0)
            raise VerifyError("step-decisions-differ", step=group, count=have, audited=stated)
    decided = decision_log.tags(store)
    stored = audit_log.tagged(store)
    for lacking in decided - stored:
        raise VerifyError("item-lacks-tag", number=lacking[0], tag=lacking[1])
    for more in stored - decided:
        raise VerifyError("item-has-undecided-tag", number=more[0], tag=more[1])
    return say("decisions-audited", decisions=sum(groups.values()), steps=len(groups))


def check_recoveries(store: Store) -> Message:
    """Check that the record was never begun anew: what was before that isn't proved, for good."""
    rows = audit_log.recoveries(store)
    if not rows:
        return say("record-unbroken")
    wrong = list[Message]()
    for seq, time, detail in rows[-_MOST_NAMED:]:
        broken = joined("two-clauses", [plain(text) for text in detail["broken"]])
        wrong.append(
            say("record-begun-anew", row=seq, time=time, login=detail["login"], why=detail["reason"], broken=broken)
        )
        kept = detail["kept"].items()
        wrong += [say("kept-log-changed", name=name) for name, digest in kept if _file_digest(store, name) != digest]
    raise VerifyError(joined("two-clauses", wrong))


def _file_digest(store: Store, name: str) -> str:
    path = Path(store.db.filename).with_name(name)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def check_heads(store: Store, log: str, hashes: list[str]) -> None:
    """Raise VerifyError where a log's lines aren't those that the audit names; ``hashes`` are theirs."""
    for row in audit_log.audit(store, audit_log.beginning(store).row):
        head = json.loads(row.detail).get("shown" if log == "shown" else "ledger")
        if not isinstance(head, str) or (log != "shown" and (row.action == "view") != (log == "views")):
            continue  # the rows of signed heads have sizes alone
        line, _, digest = head.partition(":")
        if int(line) >= len(hashes) or hashes[int(line)] != digest:
            raise VerifyError("ledger-not-audited", line=int(line), row=row.seq)


def check_named_rows(store: Store, named: list[tuple[int, str]]) -> Message:
    """Check that the audit has the rows whose hashes the ledger names: (line, hash)."""
    first = audit_log.beginning(store).heads[0]
    known = {row.hash for row in audit_log.audit(store)}
    for line, digest in named:
        if line > first and digest not in known:
            raise VerifyError("ledger-names-lost-row", line=line)
    return say("ledger-names-rows", count=len(named))


def check_clock(store: Store) -> Message:
    """Say whether the clock was set back between two rows of the audit by more than setting it right explains.

    It holds all the same: a clock that was wrong changes nothing, and the audit's order doesn't rest on its times.
    """
    before, last, back = "", 0, list[Message]()
    for row in audit_log.audit(store, audit_log.beginning(store).row):
        if before and _seconds(row.time) < _seconds(before) - _SET_RIGHT:
            back.append(say("clock-went-back", row=row.seq, time=row.time, before=last, earlier=before))
        before, last = row.time, row.seq
    return joined("two-clauses", back[:_MOST_NAMED]) if back else say("clock-never-went-back")


def _seconds(time: str) -> float:
    return datetime.fromisoformat(time).timestamp()


# Are the signatures of what was decided, and of the roster, right? Reads only.


def check_signatures(store: Store, whole: bool = True) -> Message:
    """Check each signature, or why there is none; what is signed isn't compared where the audit isn't ``whole``."""
    begun = audit_log.beginning(store).row
    own, taken = defaultdict[int, list[Signature]](list), dict[str, Signature]()
    for signature in signatures.every(store):
        if signature.taken:
            taken[signature.step] = signature
        else:
            own[signature.audit].append(signature)
    ids = {step: json.loads(signature.ids) for step, signature in taken.items()}
    digests = dict(signatures.digests(events.every(store), ids, events.hidden(store))) if own or taken else {}
    keys, lacking, count = dict[str, None](), list[Message](), 0
    for row in audit_log.audit(store, begun):
        detail = json.loads(row.detail)
        if not signatures.to_be_signed(row.action, detail):
            continue
        signer = detail.get("signer")
        if signer is None:
            raise VerifyError("signature-unstated", row=row.seq, action=row.action, who=row.actor)
        if "key" not in signer:
            lacking.append(say("signatures-row", row=row.seq, time=row.time, action=row.action, who=row.actor))
            continue
        if not any(
            _fits(store, row, detail, signature, digests) if whole else _right(signature) for signature in own[row.seq]
        ):
            verdict = "signature-of-row-wrong" if own[row.seq] else "signature-missing"
            raise VerifyError(verdict, row=row.seq, action=row.action, who=row.actor, key=signer["key"])
        keys[signer["key"]] = None
        count += 1
    for signature in taken.values():
        stated = str(json.loads(signature.statement)["decisions"])
        if not signatures.sound(signature, digests.get(signature.step, "") if whole else stated, verifies):
            raise VerifyError("signature-decisions-changed", row=signature.audit)
        keys[signature.key] = None
    return _summary(count + len(taken), list(keys), lacking)


def _fits(store: Store, row: AuditRow, detail: dict[str, Any], signature: Signature, digests: dict[str, str]) -> bool:
    digest = digests.get(signature.step, "")
    wanted = signatures.statement(store, (row.seq, row.actor, row.action, row.hash), detail, signature.step, digest)
    return (signature.key, signature.statement) == (detail["signer"]["key"], wanted) and _right(signature)


def _right(signature: Signature) -> bool:
    return verifies(signature.key, signature.signature, signature.statement)


def _summary(count: int, keys: list[str], lacking: list[Message]) -> Message:
    if not count and not lacking:
        return say("signatures-none")
    summary = say("signatures-hold", count=count, keys=", ".join(keys) or "-")
    if lacking:
        rows = joined("two-clauses", lacking[:_MOST_NAMED])
        summary = say("signatures-lack", signatures=summary, rows=rows)
    return summary


def check_roster(store: Store) -> Message:
    """Check that each change of the roster is signed by who may make it; names who decided under others' names."""
    changes = signatures.roster_changes(store)
    if changes:
        now = signatures.replayed(changes, store.first_audit_hash(), verifies)
        first, approval = changes[0].key, signatures.approval_key(store, changes[0].audit)
        if approval not in ("", first):
            raise VerifyError("roster-change-by-others", number=1, key=first, approver=approval)
        members = ", ".join(f"{name} ({key})" for key, name in now.members.items())
        summary = say("roster-holds", count=len(changes), approver=now.approver, members=members or "-")
        if rows := list(_under_other_names(store, now)):
            rows = rows[:_MOST_NAMED]
            summary = say("roster-other-names", roster=summary, rows=joined("two-clauses", rows))
        return summary
    return say("roster-none")


def _under_other_names(store: Store, now: signatures.Roster) -> Iterator[Message]:
    for signature in signatures.every(store) if now.bound else ():
        stated = json.loads(signature.statement)
        who = stated["actor"]
        if not signature.taken and now.is_of_another(who, signature.key):
            yield say("roster-row-of-other-name", row=stated["audit"], who=who, key=signature.key)


# Was each source opened under a version of the scope that allowed it, and does the scope still cover it? A deny rule
# that is added later narrows a scope; that is what rules are for, and the ledger keeps to it from then on. An allowed
# path that was put in and taken out again, or a rule that was lifted for a time, has to be explained: by a reason on
# record, or by a purge of what was read. Reads only; no source is opened.


Opened = dict[int, dict[str, int]]
"""What a ledger says was opened: by the version of the scope that it named before, the sources and their last lines."""
Named = list[tuple[int, int, str]]  # the versions that a ledger names: line, number, SHA-256


class ScopeRecord:
    """The versions of a case's scope, compared with what its ledgers say was opened, and with scope.toml."""

    def __init__(self, store: Store, scope: Policy | ScopeError, settings: dict[str, int]) -> None:
        self._store, self._scope, self._settings = store, scope, settings
        self._versions = scope_versions.every(store)
        self._policies: dict[int, Policy] = {}
        self._opened: list[tuple[str, Opened]] = []
        self._used: dict[int, tuple[str, int]] = {}

    def judge(self, log: str, opened: Opened, named: Named) -> None:
        """Raise VerifyError where a source was opened against the version that the ledger names before it."""
        known = {(version.number, version.sha256) for version in self._versions}
        for line, number, digest in named:
            if (number, digest) not in known:
                raise VerifyError("line-names-unknown-scope", line=line, name=log, number=number)
            self._used.setdefault(number, (log, line))
        for number, sources in opened.items():
            for name, line in sources.items():
                if not number:
                    raise VerifyError("line-opens-before-scope", line=line, name=name)
                _allowing(self.in_force(number), name, line)
        self._opened.append((log, opened))

    def in_force(self, number: int) -> Policy:
        if not 0 < number <= len(self._versions):
            raise VerifyError("scope-version-unaudited", version=number)
        return self._policy(self._versions[number - 1])

    def _policy(self, version: ScopeVersion) -> Policy:
        if version.number not in self._policies:
            self._policies[version.number] = parse(version.text, Path(f"scope.toml, version {version.number}"))
        return self._policies[version.number]

    def _on_disk(self) -> Policy:
        if isinstance(self._scope, ScopeError):
            raise VerifyError(self._scope.message)
        return self._scope

    def check(self) -> Message:
        """Return what is on record, once the ledgers were judged; raises VerifyError that names what is wrong."""
        scope = self._on_disk()
        self._check_recorded()
        last = self._versions[-1]
        if scope_versions.digest(scope.text) != last.sha256:
            raise VerifyError("scope-differs")
        if scope_versions.approval_required(self._store):
            for number, (log, line) in sorted(self._used.items()):
                if not scope_versions.approved(self._versions[:number]):
                    raise VerifyError("scope-used-unapproved", version=number, name=log, line=line)
        self._purged()
        left = self._no_longer_covered()
        return say("scope-versions-hold", count=len(self._versions), last=last.number, time=last.time, left=left)

    def check_settings(self) -> Message:
        """Return whether settings.toml says what it said when it was used last; raises VerifyError where it doesn't."""
        last = scope_versions.last_settings(self._store)
        if last is None:
            return say("settings-not-recorded-yet")
        for key in sorted(last.keys() | self._settings.keys()):
            if last.get(key) != self._settings.get(key):
                before, now = (some.get(key, say("setting-default")) for some in (last, self._settings))
                raise VerifyError("settings-differ", key=key, before=before, now=now)
        return say("settings-hold")

    def _check_recorded(self) -> None:
        audited = scope_versions.audited(self._store)
        for at, v in enumerate(self._versions, 1):
            if v.number != at or (v.action, v.sha256, v.reason, v.approver) != audited.get(at):
                raise VerifyError("scope-version-unaudited", version=at)
            if scope_versions.digest(v.text) != v.sha256:
                raise VerifyError("scope-version-changed", version=at)
            if v.approver:
                approving_key(self._store.first_audit_hash(), v)
        if len(audited) > len(self._versions) or not audited:
            raise VerifyError("scope-version-unaudited", version=max(audited, default=1))

    def _purged(self) -> None:
        """Raise VerifyError where a purge hasn't come to its end, or left something, or its receipt isn't there."""
        if purge.due(self._store):
            raise VerifyError("purge-due")
        if (number := purge.left_over(self._store)) is not None:
            raise VerifyError("purge-leaves-text", number=number)
        for name, digest in purge.receipts(self._store):
            path = Path(self._store.db.filename).with_name(name)
            if not path.is_file() or sha256(path) != digest:
                raise VerifyError("purge-receipt-changed", name=name)

    def _no_longer_covered(self) -> int:
        """Return how many opened sources the scope no longer covers; raises VerifyError for an unexplained one."""
        policies = [self._policy(version) for version in self._versions]
        explaining = [
            (v.number, p) for v, p in zip(self._versions, policies, strict=True) if v.reason or v.action == "apply"
        ]
        count = 0
        for log, line, number, path in self._opened_otherwise(policies[-1]):
            verdict = policies[-1].judge(path)
            if verdict.allowed:
                continue
            count += 1
            by_rule = verdict.denied and not any(p.judge(path).denied for p in policies[: number - 1])
            if not by_rule and not any(n > number and not p.judge(path).allowed for n, p in explaining):
                raise VerifyError("scope-narrowed-unexplained", line=line, name=log, path=path, version=number)
        return count

    def _opened_otherwise(self, last: Policy) -> Iterator[tuple[str, int, int, str]]:
        """Yield what was opened under other rules than the last ones: ledger, line, version and absolute path."""
        for log, opened in self._opened:
            for number, sources in opened.items():
                if not sources:
                    continue
                then = self.in_force(number)
                if (then.allow, then.deny) == (last.allow, last.deny):
                    continue
                for name, line in sources.items():
                    yield log, line, number, _allowing(then, name, line)


def _allowing(policy: Policy, name: str, line: int) -> str:
    """Return where a source lay by a policy; raises VerifyError where that doesn't allow it."""
    root_id, _, relative = name.partition(":")
    root = next((a for a in policy.allow if a.id == root_id), None)
    if root is None:
        raise VerifyError("line-opens-unknown-root", line=line, name=name)
    if (verdict := policy.decide(root, relative)).denied:
        raise VerifyError("line-opens-denied", line=line, name=name, rule=verdict.rule)
    return join(root.path, relative)


# Which stored sources a scope doesn't cover any more. No source is opened, and none is looked at on the disk.

Versions = Callable[[int], Policy]
"""Gives the policies of a version by its number; for 0, those that may have been in force before there were any."""


def out_of_scope(store: Store, policy: Policy, ledger_path: Path, versions: Versions) -> list[int]:
    """Return the numbers of the sources that were read and that a policy doesn't cover.

    What the last whole run met lies where the roots were then. Anything else lay where the ledger says that it
    was opened: it is covered as long as one of these places is. Raises VerifyError where the ledger is damaged.
    """
    run, _ = purge.last_met(store)
    roots = {root.id: root.path for root in last_run_scope(store, policy, versions).allow}
    left, vanished = list[int](), list[ReadSource]()
    for source in purge.sources(store):
        if not source.there or source.run > run or source.root not in roots:
            vanished.append(source)
        elif not policy.judge(join(roots[source.root], source.path)).allowed:
            left.append(source.number)
    key = audit_log.record_key(store, ledger_path.with_name("ledger.key"))
    places = _places(ledger.read(ledger_path, key=key), versions, {(f"{s.root}:{s.path}", s.sha256) for s in vanished})
    for source in vanished:
        known = places.get((f"{source.root}:{source.path}", source.sha256)) or _under(policy, source.root, source.path)
        if not any(policy.judge(path).allowed for path in known):
            left.append(source.number)
    return sorted(left)


def last_run_scope(store: Store, policy: Policy, versions: Versions) -> Policy:
    """Return the scope of the last whole run, the policy itself where that isn't known."""
    _, number = purge.last_met(store)
    return versions(number) if number else policy


def _under(policy: Policy, root_id: str, relative: str) -> set[str]:
    return {join(root.path, relative) for root in policy.allow if root.id == root_id}


def _places(
    lines: Iterator[dict[str, Any]], versions: Versions, wanted: set[tuple[str, str]]
) -> dict[tuple[str, str], set[str]]:
    places = defaultdict[tuple[str, str], set[str]](set)
    number = 0
    for line in lines if wanted else ():
        if line["e"] == "scope":
            number = int(line["version"])
        key = (str(line.get("f", "")), str(line.get("sha256", "")))
        if line["e"] == "close" and key in wanted:
            root_id, _, relative = key[0].partition(":")
            places[key] |= _under(versions(number), root_id, relative)
    return places
