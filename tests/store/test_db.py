"""Tests of triage.store.db: another's database is only read, on a disk that can't be written too."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
import tempfile
import urllib.parse  # noqa: F401 - Path.as_uri loads it, which nobody may not where Python lies in a home
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Timer
from typing import Any

import apsw
import pytest

from tests.effort import HANGS
from tests.records import case_of
from triage.errors import CaseError
from triage.store.db import Store, temporary_files

NOBODY = 65534


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("db")
    with case_of(folder, {"dana/a.txt": "heron"}) as case:
        case.decisions.tag(case.search.run("").nos, "hot", "Rae", "key")
    return folder / "case"


@pytest.fixture
def shown(base: Path) -> Iterator[Path]:
    """A copy of the case in a place that anyone can read and nobody write."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "case"
        shutil.copytree(base, copy)
        yield copy
        Path(folder).chmod(0o755)
        copy.chmod(0o700)


def _shut(folder: Path) -> None:
    folder.parent.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)


def _read(path: str, said: Any) -> None:
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
    try:
        with closing(Store(Path(path), write=False)) as store:
            said.put(store.value("SELECT tag FROM tagged"))
    except CaseError as error:
        said.put(str(error))


def read_apart(path: Path) -> str:
    """Read the one tag in a process that has no right to write; return it or the message."""
    context = multiprocessing.get_context("spawn")
    said = context.Queue()
    process = context.Process(target=_read, args=(str(path), said))
    process.start()
    found = str(said.get(timeout=HANGS))
    process.join(HANGS)
    return found


@pytest.mark.nightly
def test_a_disk_that_cannot_be_written(shown: Path) -> None:
    _shut(shown)
    assert read_apart(shown / "case.db") == "hot"
    assert sorted(path.name for path in shown.iterdir() if path.name.startswith("case.db")) == ["case.db"]


@pytest.mark.nightly
def test_what_waits_in_a_journal_there_is_not_passed_over(shown: Path) -> None:
    writer = Store(shown / "case.db")
    writer.db.execute("PRAGMA wal_autocheckpoint=0")
    with writer.change("Rae", "test"):
        writer.db.execute("UPDATE tagged SET tag='cold'")
    late = shown.parent / "late"
    shutil.copytree(shown, late)
    writer.close()
    (late / "case.db-shm").unlink()
    assert (late / "case.db-wal").stat().st_size
    _shut(late)
    assert read_apart(late / "case.db") == "cold"
    late.chmod(0o700)


@pytest.mark.parametrize("linked", [False, True])
def test_a_frozen_database_has_what_waits_in_its_journal_and_changes_nothing(
    base: Path, tmp_path: Path, linked: bool
) -> None:
    writer = Store(base / "case.db")
    writer.db.execute("PRAGMA wal_autocheckpoint=0")
    with writer.change("Rae", "test"):
        writer.set_meta("late", str(linked))
    late = shutil.copytree(base, tmp_path / "late")
    writer.close()
    path = late / "case.db"
    if linked:
        path = tmp_path / "link.db"
        path.symlink_to(late / "case.db")
    before = {other.name: (other.stat().st_mtime_ns, other.read_bytes()) for other in late.iterdir() if other.is_file()}
    with closing(Store(path, write=False, frozen=True)) as store:
        assert store.meta("late") == str(linked) and store.read_only
        assert store.value("SELECT count(*) FROM audit") == store.audit_head()[0]
    assert before == {
        other.name: (other.stat().st_mtime_ns, other.read_bytes()) for other in late.iterdir() if other.is_file()
    }
    assert sorted(other.name for other in tmp_path.iterdir()) == (["late", "link.db"] if linked else ["late"])


def test_nothing_can_be_changed_through_it(base: Path) -> None:
    store = Store(base / "case.db", write=False)
    for sql in ("DELETE FROM tagged", "CREATE TABLE x(y)", "PRAGMA user_version=9"):
        with pytest.raises(apsw.ReadOnlyError):
            store.db.execute(sql)
    with pytest.raises(CaseError), store.change("Rae", "test"):
        store.set_meta("x", "y")
    store.close()
    with pytest.raises(CaseError, match="can't be read"):
        Store(base / "none.db", write=False)


@pytest.mark.parametrize("write", [True, False])
def test_a_database_that_somebody_has_locked_is_waited_for(base: Path, tmp_path: Path, write: bool) -> None:
    path = shutil.copytree(base, tmp_path / "case") / "case.db"
    locked = apsw.Connection(str(path))
    list(locked.execute("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE"))
    Timer(0.2, locked.close, [True]).start()
    with closing(Store(path, write=write)) as store:
        assert store.value("SELECT count(*) FROM item") == 1


# What SQLite sorts on disk is in the case's folder alone, and gone afterwards.

_MANY = """WITH RECURSIVE one(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM one WHERE n<60000)
SELECT n, printf('%0200d', n) AS words FROM one ORDER BY words DESC"""


def _deleted() -> list[Path]:
    """Return the files without a name that this process has open."""
    links = [str(fd.readlink()) for fd in Path("/proc/self/fd").iterdir() if fd.is_symlink()]
    return [Path(link.removesuffix(" (deleted)")) for link in links if link.endswith(" (deleted)")]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_what_is_sorted_on_disk_is_in_the_case_and_gone_afterwards(tmp_path: Path) -> None:
    with case_of(tmp_path, {"a.txt": "heron"}) as case:
        store, before, others = case._opened.store, sorted(case.path.iterdir()), set(_deleted())
        assert store.db.pragma("temp_store") == 2  # in memory
        with temporary_files(store):
            rows = store.db.execute(_MANY)
            assert next(iter(rows))[0] == 60_000
            assert {path.parent for path in _deleted() if path not in others} == {case.path.resolve()}
            rows.close()
        assert store.db.pragma("temp_store") == 2
        assert sorted(case.path.iterdir()) == before
        list(store.db.execute(_MANY))
        assert set(_deleted()) == others
