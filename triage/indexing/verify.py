"""Does the record prove what was read? (indexing room): ledger, store and audit held against one another.

Reads only: no source is opened, and nothing is mended.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from triage.errors import VerifyError
from triage.messages import say
from triage.model.items import Check
from triage.scope import ledger
from triage.scope.policy import Policy
from triage.store import current_decisions, integrity
from triage.store.db import ZERO, Store, chained


def verify(store: Store, ledger_path: Path, policy: Policy) -> list[Check]:
    """Check a case; every line says what held, with its counts, or where it failed."""
    record = _Record()
    checks = [_guard("ledger chain", lambda: record.read(ledger_path))]
    if checks[0].held:
        checks += [
            _guard("ledger end", lambda: record.anchored(store)),
            _guard("opens follow decisions", lambda: record.orderly(policy)),
            _guard("items were opened", lambda: record.covers(store)),
        ]
    checks += [
        _guard("audit chain", lambda: _audit(store)),
        _guard("decisions are audited", lambda: _decisions(store)),
        _guard("items have sources", lambda: _whole(store)),
        _guard("database", lambda: _database(store)),
    ]
    return checks


def verify_views(store: Store, ledger_path: Path, policy: Policy) -> Check:
    """Check the ledger of the originals that reviewers had shown to them."""

    def whole() -> str:
        record = _Record()
        if ledger_path.exists():
            record.read(ledger_path)
        record.anchored(store, "views")
        return record.orderly(policy)

    return _guard("originals shown", whole)


def coding(store: Store) -> list[Check]:
    """Check the record of decisions alone, as of another copy of the case, which isn't trusted."""
    checks = (("audit chain", _audit), ("decisions are audited", _decisions))
    return [_guard(name, lambda check=check: check(store)) for name, check in checks]


def _guard(name: str, check: object) -> Check:
    try:
        return Check(name, True, say(check()))  # type: ignore[operator]
    except VerifyError as error:
        return Check(name, False, say(str(error)))
    except (OSError, ValueError, TypeError, KeyError) as error:
        return Check(name, False, say(f"can't be read: {error}"))


class _Record:
    """What the ledger says: sources opened and closed, and the hashes of the lines that the store names."""

    def __init__(self) -> None:
        self.opened: dict[str, int] = {}
        self.closed: set[tuple[str, str]] = set()
        self.hashes: list[str] = [ZERO]
        self.denied = 0
        self.wrong: list[str] = []
        self._rules: dict[str, str] = {}

    def read(self, path: Path) -> str:
        allowed: set[str] = set()
        for line in ledger.read(path):
            self.hashes.append(line["h"])
            event, name = line["e"], str(line.get("f", ""))
            if event == "decide" and line["v"] == "allow":
                allowed.add(name)
                self._rules[name] = str(line["r"])
            elif event == "decide":
                self.denied += 1
            elif event == "open":
                if name not in allowed:
                    self.wrong.append(f"line {line['n']} opens {name} without an allow before it")
                allowed.discard(name)
                self.opened[name] = line["n"]
            elif event == "close":
                if name not in self.opened:
                    self.wrong.append(f"line {line['n']} closes {name}, which was not opened")
                self.closed.add((name, str(line.get("sha256", ""))))
        return f"{len(self.hashes) - 1:,} lines, each follows the one before"

    def anchored(self, store: Store, key: str = "ledger") -> str:
        head = store.meta(key)
        if not head:
            return "no run yet"
        number, _, wanted = head.partition(":")
        lines = len(self.hashes) - 1
        if int(number) > lines:
            raise VerifyError(f"the store knows {int(number):,} lines, the ledger has {lines:,}: its end was cut off")
        if self.hashes[int(number)] != wanted:
            raise VerifyError(f"line {number} isn't the one that the store knows: the ledger was written anew")
        return f"line {int(number):,} is the one that the store knows"

    def orderly(self, policy: Policy) -> str:
        if self.wrong:
            raise VerifyError("; ".join(self.wrong[:5]))
        for name, number in self.opened.items():
            root = next((a for a in policy.allow if a.id == name.partition(":")[0]), None)
            if root is None:
                raise VerifyError(f"line {number} opens {name}, whose [[allow]] scope.toml no longer has")
            verdict = policy.decide(root, name.partition(":")[2])
            if not verdict.allowed:
                raise VerifyError(
                    f"line {number} opens {name}, which the rule '{verdict.rule}' of scope.toml now denies"
                )
        opened = f"{len(self.opened):,} sources opened, each after its decision and inside the scope"
        return f"{opened}; {self.denied:,} denials"

    def covers(self, store: Store) -> str:
        count = 0
        for name, sha256 in integrity.sources_of_items(store):
            count += 1
            if (name, sha256) not in self.closed:
                raise VerifyError(f"{name} has items, but the ledger has no open and close with its SHA-256 {sha256}")
        return f"{integrity.items(store):,} items from {count:,} sources, each opened and closed with its SHA-256"


def _audit(store: Store) -> str:
    previous, count = ZERO, 0
    for row in integrity.audit(store):
        count += 1
        if row.seq != count:
            raise VerifyError(f"row {count} of the audit is missing")
        if chained(previous, row[:-1]) != row.hash:
            raise VerifyError(f"row {count} of the audit was changed, or the one before it was")
        previous = row.hash
    if int(store.meta("audit_rows", "0")) > count:
        raise VerifyError(f"the audit had {store.meta('audit_rows')} rows and has {count}: its end was cut off")
    return f"{count:,} rows, each follows the one before"


_AUDITED = ("tag", "untag", "note", "undo", "seal", "ask-unseal", "unseal", "items", "merge", "adopt")


def _steps(store: Store) -> Iterator[tuple[int, int]]:
    """Yield steps and how many decisions the audit says that each has; a merge can bring a step in parts.

    An index run that met sealed content took one, too.
    """
    for row in integrity.audit(store):
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


def _decisions(store: Store) -> str:
    groups = integrity.decisions_of_steps(store)
    audited = Counter[int]()
    for group, items in _steps(store):
        audited[group] += items
    for group in groups.keys() | audited.keys():
        if groups.get(group) != audited.get(group):
            have, said = groups.get(group, 0), audited.get(group, 0)
            raise VerifyError(f"step {group} has {have} decisions; the audit says {said}")
    decided = current_decisions.tags(store)
    stored = integrity.tagged(store)
    for lacking in decided - stored:
        raise VerifyError(f"item number {lacking[0]} lacks the tag '{lacking[1]}' that its decisions give it")
    for more in stored - decided:
        raise VerifyError(f"item number {more[0]} has the tag '{more[1]}' that its decisions don't give it")
    return f"{sum(groups.values()):,} decisions in {len(groups):,} steps, each in the audit"


def _whole(store: Store) -> str:
    if (n := integrity.orphan(store)) is not None:
        raise VerifyError(f"item number {n} has no source or no family")
    reading = integrity.half_read_sources(store)
    if reading:
        return f"all have one; {reading:,} sources are half read, from a run that was stopped: run triage index again"
    return "all have one"


def _database(store: Store) -> str:
    if damage := integrity.damage(store):
        raise VerifyError(f"SQLite says: {damage}")
    return "SQLite finds no damage"
