"""How what leaves a case is written: on record before it begins, tied to the ledger at its end.

What an export or a production that was killed left behind is deleted by the next one. One that is complete and that the
case couldn't record is deleted, too; where it stays all the same, the next change puts that on record.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from triage.case.leaving import leftovers
from triage.case.leaving.desk import CaseDesk
from triage.case.leaving.leftovers import FILLED
from triage.case.opened import OpenCase
from triage.errors import ExportError, TriageError
from triage.export.folder import remove_left_over
from triage.scope.ledger import Ledger
from triage.store.db import DatabaseError, stored_text

T = TypeVar("T")
Recorded = TypeVar("Recorded")
Begin = Callable[[Path], None]
"""Is called with the folder that is filled, before anything is in it."""


def beginning(case: OpenCase, target: Path, reviewer: str, action: str, about: dict[str, Any]) -> Begin:
    """Return what records, under this action, where something is written; an earlier leftover is deleted now."""
    left = leftovers.filled(case.store)
    removed = str(left) if left and remove_left_over(left) else ""
    return partial(_begin, case, reviewer, action, about, {"target": str(target.absolute()), "removed": removed})


def _begin(
    case: OpenCase, reviewer: str, action: str, about: dict[str, Any], paths: dict[str, str], filled: Path
) -> None:
    texts = {key: stored_text(path) for key, path in paths.items() if path}
    with case.store.change(reviewer, action, **about, **texts):
        case.store.set_meta(FILLED, json.dumps(str(filled)))


def write(
    case: OpenCase,
    work: Callable[[CaseDesk, Ledger], T],
    record: Callable[[T, CaseDesk, Ledger], Recorded],
    target: Path | None = None,
) -> Recorded:
    """Do work that reads sources again, and record it once the ledger has ended; return what ``record`` returns.

    ``target`` is the folder that is there once the work is done, unless it was stopped. Raises ExportError where it
    can't be put on record.
    """
    case.exposure.anchor()
    done: T | None = None
    with case.ledger() as ledger:
        desk = CaseDesk(case, ledger)
        try:
            try:
                done = work(desk, ledger)
            finally:
                desk.close()
                ledger.sync()
            ledger.end()
            return record(done, desk, ledger)
        except (TriageError, OSError, DatabaseError) as error:
            if target is None or done is None or getattr(done, "stopped", False) or not leftovers.filled(case.store):
                raise
            raise _withdrawn(target, error) from error


def _withdrawn(target: Path, error: Exception) -> ExportError:
    """Delete what the case couldn't record; return what to say of it."""
    cause = error.__cause__ or error
    try:
        shutil.rmtree(target)
    except OSError as fault:
        return ExportError("export-unrecorded", path=target, error=cause, why=fault.strerror)
    return ExportError("export-withdrawn", path=target, error=cause)


def end(case: OpenCase, ledger: Ledger, detail: dict[str, Any]) -> None:
    """Tie the ledger to the audit, so that its end can't be cut off unseen; called inside ``Store.change``."""
    detail["ledger"] = ledger.head.name
    case.store.set_meta("ledger", ledger.head.anchor)
    case.store.set_meta(FILLED, "")
