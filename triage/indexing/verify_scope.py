"""Was each source opened under a version of the scope that allowed it, and does the scope still cover it?

A deny rule that is added later narrows a scope; that is what rules are for, and the ledger keeps to it from then on. An
allowed path that was put in and taken out again, or a rule that was lifted for a time, has to be explained: by a reason
on record, or by a purge of what was read. Reads only; no source is opened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from triage.errors import ScopeError, VerifyError
from triage.files import sha256
from triage.messages import say
from triage.model.messages import Message
from triage.model.scope import ScopeVersion
from triage.proof.keys import approving_key
from triage.scope import ledger
from triage.scope.policy import Policy, join, parse
from triage.store import audit_log, purge, scope_versions
from triage.store.db import Store
from triage.store.purge import ReadSource

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
