"""Cases that come from others, made so that looking at them runs what they bring."""

from __future__ import annotations

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


CHANGES = [Change(79, "a planted pickle", planted, ("index", "seals"), "another login|your login", in_suite=True)]
