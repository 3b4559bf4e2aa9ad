"""A copy of a case, made while it is whole; a new record, where the one before is broken.

The new record names the break, and keeps the old logs. Nothing is mended: what is in the case is committed to as it
is, and stays unproved.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from triage.case import seals
from triage.case.exposure import SHOWN
from triage.case.opened import KEY, OpenCase
from triage.errors import CaseError
from triage.files import DATABASE, becoming, sha256
from triage.indexing import lock
from triage.indexing.verify import log_break
from triage.messages import render, say
from triage.model.items import Check
from triage.model.reports import Backup, Recovery
from triage.scope.broker import absolute
from triage.scope.ledger import Ledger
from triage.scope.mounts import root_among
from triage.secret_keys import key_at, login
from triage.store import copying
from triage.store.audit import recovery
from triage.store.db import now

_COVERED = ("ledger key", "audit chain", "content", "decisions are audited", "clock")
_MOST_REASON = 2_000


def recover(case: OpenCase, reason: str, checks: list[Check]) -> Recovery:
    """Begin the record anew; ``checks`` are those of the case. Raises CaseError where its record is whole."""
    reason = " ".join(reason.split())
    if not 0 < len(reason) <= _MOST_REASON:
        raise CaseError("recover-without-reason", most=_MOST_REASON)
    case.store.must_write()
    logs = case.logs | {SHOWN: case.exposure.path}
    with lock.writing(case.path), lock.looking(case.path), lock.showing(case.path):
        breaks = {name: log_break(case.store, path, name) for name, path in logs.items()}
        broken = [
            f"{check.name}: {render(check.message)}" for check in checks if not check.held and check.name in _COVERED
        ]
        broken += [f"{logs[name].name}: {render(why)}" for name, why in breaks.items() if why]
        if not broken:
            raise CaseError("record-whole", path=case.path)
        for name, why in breaks.items():
            if why:
                _put_aside(logs[name])
        kept = {path.name: sha256(path.resolve()) for path in sorted(case.path.glob("*-broken-*.jsonl"))}
        key = key_at(case.path / KEY)
        heads = {}
        for name, path in logs.items():
            log = Ledger(path, key, "" if breaks[name] else case.store.meta(name))
            files = " ".join(f"{name} {digest}" for name, digest in kept.items())
            log.event("begin-anew", {"reason": reason, "broken": "; ".join(broken), "kept": files})
            log.sync()
            log.end()
            heads[name] = log.head
        detail: dict[str, Any] = {
            "reason": reason,
            "login": login(),
            "broken": broken,
            "kept": kept,
            "ledger": heads["ledger"].name,
            SHOWN: heads[SHOWN].name,
            "ledger_key": hashlib.sha256(key).hexdigest(),
            "heads": [heads[name].lines for name in case.logs],
        }
        anchors = {name: head.anchor for name, head in heads.items()}
        recovery.begin(case.store, login(), detail, anchors)
    return Recovery(recovery.beginning(case.store).row, tuple(broken), tuple(kept))


def back_up(
    case: OpenCase, target: Path, report: Callable[[int, int], object], stop: Callable[[], bool]
) -> Backup | None:
    """Copy a case to a new or empty folder, as it is at one moment; returns None, and leaves nothing, if stopped."""
    case.store.must_write()
    target = absolute(target)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CaseError("case-folder-not-empty", path=target)
    if target.is_relative_to(case.path) or root_among(case.policy, target):
        raise CaseError("backup-inside", path=target)
    if not seals.purge(case, stop):
        if stop():
            return None
        raise CaseError("traces-left", path=case.path, error=say("case-being-written"))
    sizes, errors, done = list[int](), list[OSError](), False

    def counted(source: str, copied: str) -> None:
        try:
            sizes.append(Path(shutil.copy2(source, copied)).stat().st_size)
        except OSError as error:
            errors.append(error)
            raise

    try:
        with lock.writing(case.path), case.store.db, becoming(target, DATABASE) as made:
            with lock.looking(case.path), lock.showing(case.path):
                case.store.meta("engine")  # from its first answer on, the transaction sees one moment of the case
                left_out = shutil.ignore_patterns(f"{DATABASE}*", "*.lock")
                shutil.copytree(case.path, made, dirs_exist_ok=True, ignore=left_out, copy_function=counted)
            if not (done := copying.copy(case.store, made / DATABASE, report, stop)):
                (made / DATABASE).unlink()
    except OSError as error:
        first = (*errors, error)[0]
        raise CaseError("case-not-made", path=target, error=first.strerror or first) from error
    if not done:
        return None
    sizes.append((target / DATABASE).stat().st_size)
    return Backup(str(target), len(sizes), sum(sizes), str(case.keys.folder))


def _put_aside(path: Path) -> None:
    """Give a log the name of a broken one, where it is there."""
    if path.exists():
        time = now().replace("-", "").replace(":", "").replace(".", "")
        path.rename(path.with_name(f"{path.stem}-broken-{time}.jsonl"))
