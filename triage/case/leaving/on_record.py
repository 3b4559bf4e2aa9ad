"""How what leaves a case is written: on record before it begins, tied to the ledger at its end.

What an export or a production that was killed left behind is deleted by the next one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from triage.case.leaving.desk import CaseDesk
from triage.case.opened import OpenCase
from triage.export.folder import remove_left_over
from triage.scope.ledger import Ledger
from triage.store.db import stored_text

T = TypeVar("T")
Recorded = TypeVar("Recorded")
Begin = Callable[[Path], None]
"""Is called with the folder that is filled, before anything is in it."""

_FILLED = "export_filled"
"""The key under which the case knows the folder that is being filled."""


def beginning(case: OpenCase, target: Path, reviewer: str, action: str, about: dict[str, Any]) -> Begin:
    """Return what records, under this action, where something is written; an earlier leftover is deleted now."""
    left = json.loads(case.store.meta(_FILLED) or '""')
    removed = left if left and remove_left_over(Path(left)) else ""
    return partial(_begin, case, reviewer, action, about, {"target": str(target.absolute()), "removed": removed})


def _begin(
    case: OpenCase, reviewer: str, action: str, about: dict[str, Any], paths: dict[str, str], filled: Path
) -> None:
    texts = {key: stored_text(path) for key, path in paths.items() if path}
    with case.store.change(reviewer, action, **about, **texts):
        case.store.set_meta(_FILLED, json.dumps(str(filled)))


def write(
    case: OpenCase, work: Callable[[CaseDesk, Ledger], T], record: Callable[[T, CaseDesk, Ledger], Recorded]
) -> Recorded:
    """Do work that reads sources again, and record it once the ledger has ended; return what ``record`` returns."""
    case.exposure.anchor()
    with case.ledger() as ledger:
        desk = CaseDesk(case, ledger)
        try:
            done = work(desk, ledger)
        finally:
            desk.close()
            ledger.sync()
        ledger.end()
        return record(done, desk, ledger)


def end(case: OpenCase, ledger: Ledger, detail: dict[str, Any]) -> None:
    """Tie the ledger to the audit, so that its end can't be cut off unseen; called inside ``Store.change``."""
    detail["ledger"] = ledger.head.name
    case.store.set_meta("ledger", ledger.head.anchor)
    case.store.set_meta(_FILLED, "")
