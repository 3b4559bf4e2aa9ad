"""Cases that come from others, made so that looking at them runs what they bring."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from tests.indexing.test_audit_checks import execute
from tests.search.engines.test_whoosh_files import Planted
from tests.tamper.intact import Change, failing


def planted(folder: Path) -> None:
    """Let the case name Whoosh as its engine, and plant a pickle in its index: it must be named, and not run."""
    execute(folder / "case", "UPDATE meta SET value='whoosh' WHERE key='engine'")
    (folder / "case/whoosh").mkdir()
    index, ran = FileStorage(str(folder / "case/whoosh")), folder / "ran"
    TOC(Schema(body=TEXT()), [Planted(ran)], 1).write(index, "MAIN")
    assert "index" in failing(folder / "case") and not ran.exists()
    TOC.read(index, "MAIN")
    assert ran.exists(), "Whoosh alone would have run it"


def linked(name: str) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        shutil.move(folder / "case" / name, folder / "elsewhere")
        (folder / "case" / name).symlink_to(folder / "elsewhere")

    return act


def linked_away(folder: Path) -> None:
    """Put a link to a file of the system where what is worked out from the record is kept."""
    (folder / "case/derived").mkdir(exist_ok=True)
    (folder / "case/derived/near-duplicates.db").unlink(missing_ok=True)
    (folder / "case/derived/near-duplicates.db").symlink_to("/etc/passwd")


CHANGES = [
    Change(128, "a derived file that is a link", linked_away, refused="near-duplicates.db is a link"),
    Change(79, "a planted pickle", planted, ("index", "seals"), "another login|your login", in_suite=True),
    Change(129, "a ledger that is a link", linked("ledger.jsonl"), refused="ledger.jsonl is a link"),
    Change(130, "a database that is a link", linked("case.db"), refused="case.db is a link"),
]
