"""Which stored sources a scope doesn't cover any more. No source is opened, and none is looked at on the disk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from triage.scope import ledger
from triage.scope.policy import Policy, join
from triage.store.audit import recovery
from triage.store.db import Store
from triage.store.seals import purge
from triage.store.seals.purge import ReadSource

Versions = Callable[[int], list[Policy]]
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
    key = recovery.key(store, ledger_path.with_name("ledger.key"))
    places = _places(ledger.read(ledger_path, key=key), versions, {(f"{s.root}:{s.path}", s.sha256) for s in vanished})
    for source in vanished:
        known = places.get((f"{source.root}:{source.path}", source.sha256)) or _under(policy, source.root, source.path)
        if not any(policy.judge(path).allowed for path in known):
            left.append(source.number)
    return sorted(left)


def last_run_scope(store: Store, policy: Policy, versions: Versions) -> Policy:
    """Return the scope of the last whole run, the policy itself where that isn't known."""
    _, number = purge.last_met(store)
    return versions(number)[0] if number else policy


def _under(policy: Policy, root_id: str, relative: str) -> set[str]:
    return {join(root.path, relative) for root in policy.allow if root.id == root_id}


def _places(
    lines: Iterator[dict[str, Any]], versions: Versions, wanted: set[tuple[str, str]]
) -> dict[tuple[str, str], set[str]]:
    """Return where sources lay when they were opened, by ``root:path`` and SHA-256."""
    places = defaultdict[tuple[str, str], set[str]](set)
    number = 0
    for line in lines if wanted else ():
        if line["e"] == "scope":
            number = int(line["version"])
        key = (str(line.get("f", "")), str(line.get("sha256", "")))
        if line["e"] == "close" and key in wanted:
            root_id, _, relative = key[0].partition(":")
            places[key] |= set[str]().union(*(_under(policy, root_id, relative) for policy in versions(number)))
    return places
