"""Changes to a case as a whole: an older state in its stead, traces removed everywhere, and a clock set back."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from unittest.mock import patch

from tests.indexing.test_verify_scope import index
from tests.tamper.intact import DENY, SCOPE, Change
from triage.case import Case
from triage.store import db


def rolled_back(folder: Path) -> None:
    shutil.rmtree(folder / "case")
    (folder / "early").rename(folder / "case")


def rolled_back_here(folder: Path) -> None:
    with Case.open(folder / "case") as case:
        case.verification.write_head()
    rolled_back(folder)


def forbidden_read(folder: Path) -> None:
    """Read a denied folder, and remove every trace of that, as well as the login that did it ever could.

    The best that a script can come to is the record of a case that never read it, and goes on from there.
    """
    shutil.copytree(folder / "case", folder / "unread")
    index(folder, *SCOPE, "forbidden", deny=DENY)
    with Case.open(folder / "case") as case:
        (folder / "kept.head").write_text(case.verification.write_head().head.dump())
    shutil.rmtree(folder / "case")
    (folder / "unread").rename(folder / "case")
    shutil.rmtree(Path(os.environ["TRIAGE_KEYS"]) / "heads")
    index(folder, *SCOPE, deny=DENY)


class _Earlier(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) - timedelta(days=400)


def clock_set_back(folder: Path) -> None:
    with patch.object(db, "datetime", _Earlier), Case.open(folder / "case") as case:
        case.decisions.tag(case.search.run("yes").nos, "relevant", "Rae", "key")


CHANGES = [
    Change(53, "rolled back, on this machine", rolled_back_here, ("latest head",), "rolled back", in_suite=True),
    Change(56, "a denied folder was read and nobody knows", forbidden_read, ("given head",), "entries", head=True),
    Change(57, "rolled back, on another machine", rolled_back, ("given head",), "its end was cut off", head=True),
    Change(67, "a clock set back by 400 days", clock_set_back, noted="clock", names="row [0-9]+ of the audit is of"),
]
