"""Tests of triage.store.derived.files: what a killed process leaves is taken back or deleted, never read in part."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests.insight.harvest_letters import harvest_letters
from tests.records import case_of, mail
from triage.store.derived import files
from triage.store.derived.near import FOLDER

TABLE = "CREATE TABLE row(item INTEGER PRIMARY KEY, word TEXT)"
# It is killed in the middle of a transaction, of which pages are already in the file, and its journal beside it.
KILLED = """
import apsw, os, signal, sys
db = apsw.Connection(sys.argv[1])
db.execute("PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN; UPDATE row SET word='changed'")
db.executemany("INSERT INTO row VALUES(?, hex(randomblob(500)))", [(n,) for n in range(10_000, 12_000)])
db.cache_flush()
os.kill(os.getpid(), signal.SIGKILL)
"""


def made(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as db:
        db.execute(TABLE)
        with db:
            db.executemany("INSERT INTO row VALUES(?, 'whimbrel')", [(n,) for n in range(5000)])


def test_a_change_that_was_killed_is_taken_back_before_rows_are_deleted(tmp_path: Path) -> None:
    path = tmp_path / "rows.db"
    made(path)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert (tmp_path / "rows.db-journal").exists()
    with files.reading(path) as db:
        assert db is None, "it is read once somebody who writes has taken it back"
    with files.deleting(path) as db:
        assert db is not None and db.execute("SELECT count(*) FROM row WHERE word='whimbrel'").get == 5000
        db.execute("DELETE FROM row WHERE item=1")
    with files.reading(path) as db:
        assert db is not None and db.execute("SELECT count(*) FROM row").get == 4999


def test_a_new_file_that_was_never_finished_leaves_no_byte(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/a.txt": "lunch"}) as case:
        folder = case.path / FOLDER
        folder.mkdir()
        made(folder / "near-duplicates.new")
        (folder / "near-duplicates.new-journal").write_bytes(b"whimbrel")
        case.decisions.seal(case.search.run("lunch").nos, "customer content", "Rae", "key")
        assert not [path for path in folder.iterdir() if b"whimbrel" in path.read_bytes()]


def test_what_is_no_database_counts_as_none_and_goes_with_the_next_seal(tmp_path: Path) -> None:
    path = tmp_path / "rows.db"
    path.write_bytes(os.urandom(20_000))
    with files.reading(path) as db:
        assert db is None
    with files.deleting(path) as db:
        assert db is None
    assert not path.exists()


@pytest.mark.nightly
def test_a_seal_leaves_nothing_of_an_item_in_any_file(tmp_path: Path) -> None:
    text = "Project Xanthippe is the word of nobody else, and harvest of a few others, in the barn with barley and rain"
    records = harvest_letters(12) | {
        "dana/secret.eml": mail("Plan", text, message_id="<1@x>", date="Tue, 02 May 2023 10:00:00 +0000"),
        "dana/answer.eml": mail(
            "Re: Plan",
            f"I see.\n\nDana Levi wrote:\n> {text}\n",
            more="In-Reply-To: <1@x>\n",
            date="Tue, 02 May 2023 12:00:00 +0000",
        ),
        "dana/near.txt": f"{text} today",
    }
    with case_of(tmp_path, records) as case:
        (no,) = case.search.run("path:dana/secret.eml").nos
        near = case.search.run("path:dana/near.txt").nos
        case.reports.find_near_duplicates()
        case.reports.insight.contained.find()
        case.reports.insight.names.find()
        case.reports.insight.ordering.update()
        assert {one.no for one in case.reports.near_duplicates(no)} == {no, *near}
        assert case.search.run("is:contained").nos == (no,)
        folder = case.path / FOLDER
        with closing(apsw.Connection(str(folder / "signatures.db"))) as db:
            signature = db.execute("SELECT hashes FROM signature WHERE item=?", (no,)).get
        assert len(list(folder.iterdir())) == 5 and _named(folder, no) and _having(folder, signature)
        case.decisions.seal([no], "customer content", "Rae", "key")
        assert _named(folder, no) == [] and _having(folder, signature) == []
        case.decisions.seal(case.search.run("xanthippe").nos, "customer content", "Rae", "key")
        assert _having(folder, b"xanthippe") == _having(folder, b"Xanthippe") == []


def _named(folder: Path, no: int) -> list[str]:
    """Return the columns of any file in which an item's number stands."""
    found = []
    for path in folder.iterdir():
        with closing(apsw.Connection(str(path))) as db:
            columns = db.execute(
                "SELECT s.name, c.name FROM sqlite_schema s JOIN pragma_table_info(s.name) c WHERE s.type='table'"
            )
            for table, column in list(columns):
                if column in ("item", "content", "pivot", "one", "other", "later"):
                    count = db.execute(f"SELECT count(*) FROM {table} WHERE abs({column})=?", (no,)).get
                    found += [f"{path.name} {table}.{column}"] if count else []
    return found


def _having(folder: Path, what: bytes) -> list[str]:
    return [path.name for path in folder.iterdir() if what in path.read_bytes()]


@pytest.mark.nightly
@pytest.mark.parametrize("command", [("contained",), ("names",)])
def test_a_command_that_is_killed_anywhere_leaves_what_is_whole(command: tuple[str, ...], tmp_path: Path) -> None:
    with case_of(tmp_path, harvest_letters(40)) as case:
        folder = case.path / FOLDER
    asked = [sys.executable, "-m", "triage", command[0], str(folder.parent), *command[1:]]
    for delay in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8):
        with subprocess.Popen(asked, stdout=subprocess.DEVNULL) as running:
            time.sleep(delay)
            running.kill()
    after = subprocess.run(asked, check=True, capture_output=True).stdout
    shutil.rmtree(folder)
    assert subprocess.run(asked, check=True, capture_output=True).stdout == after != b""
