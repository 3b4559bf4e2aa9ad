"""What SQLite sorts on disk is in the case's folder alone, and gone afterwards."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.records import case_of
from triage.store.copying import temporary_files

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
