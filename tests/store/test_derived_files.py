"""Tests of triage.store.derived_files: each is whole and on record, wherever a step ends."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import apsw
import pytest

from tests.insight.harvest_letters import harvest_letters
from tests.records import case_of, mail
from triage.case import Case
from triage.store import derived_files
from triage.store.db import Store
from triage.store.derived_files import FOLDER

ROWS = "rows.db"
TABLE = "CREATE TABLE row(item INTEGER PRIMARY KEY, word TEXT)"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, {"dana/a.txt": "lunch"}) as case:
        yield case


def filled(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as db:
        db.execute(TABLE)
        with db:
            db.executemany("INSERT INTO row VALUES(?, 'whimbrel')", [(n,) for n in range(5000)])


def replaced(store: Store, *nos: int, version: int = 0) -> None:
    with derived_files.replacing(store, ROWS, TABLE, version=version, kept=True) as db:
        db.executemany("INSERT INTO row VALUES(?, 'whimbrel')", [(no,) for no in nos])


def rows(store: Store) -> list[int] | None:
    with derived_files.vouched(store, ROWS) as db:
        return None if db is None else [no for (no,) in db.execute("SELECT item FROM row")]


def test_rows_are_kept_of_a_file_on_record_and_of_its_version_alone(case: Case) -> None:
    store, path = case._opened.store, case.path / FOLDER / ROWS
    replaced(store, 1)
    replaced(store, 2)
    assert rows(store) == [1, 2] and derived_files.state(store, ROWS) == "sound"
    replaced(store, 3, version=2)
    assert rows(store) == [3]
    with closing(apsw.Connection(str(path))) as db:
        db.execute("UPDATE row SET word='heron'")
    assert derived_files.state(store, ROWS) == "changed" and rows(store) is None
    replaced(store, 4, version=2)
    assert rows(store) == [4] and [one.name for one in path.parent.iterdir()] == [ROWS]


@pytest.mark.parametrize("when", ["while rows are deleted", "before it is stored", "once it is stored"])
def test_a_step_that_ends_anywhere_leaves_a_file_on_record(case: Case, when: str) -> None:
    store, path = case._opened.store, case.path / FOLDER / ROWS
    replaced(store, 1, 2, 3)
    with suppress(ZeroDivisionError), store.change("Rae", "seal"):
        for no in (1, 2):  # as a merge does that seals and opens
            with derived_files.leaving_out(store, ROWS) as db:
                assert db is not None
                db.execute("DELETE FROM row WHERE item=?", (no,))
                _ = 1 // (when != "while rows are deleted")
        _ = 1 // (when != "before it is stored")
    left = [3] if when == "once it is stored" else [1, 2, 3]
    assert derived_files.state(store, ROWS) == "sound" and rows(store) == left
    derived_files.settle(store, ROWS)
    assert [one.name for one in path.parent.iterdir()] == [ROWS] and rows(store) == left


def test_a_new_file_that_was_never_finished_leaves_no_byte(case: Case) -> None:
    folder = case.path / FOLDER
    folder.mkdir()
    filled(folder / "near-duplicates.new")
    (folder / "near-duplicates.new-journal").write_bytes(b"whimbrel")
    case.decisions.seal(case.search.run("lunch").nos, "customer content", "Rae", "key")
    assert not [path for path in folder.iterdir() if b"whimbrel" in path.read_bytes()]


def test_what_is_not_on_record_counts_as_none_and_goes_with_the_next_seal(case: Case) -> None:
    folder = case.path / FOLDER
    folder.mkdir()
    (folder / "names.db").write_bytes(os.urandom(20_000))
    filled(folder / "near-duplicates.db")
    for path in folder.iterdir():
        with derived_files.vouched(case._opened.store, path.name) as db:
            assert db is None
    case.decisions.seal(case.search.run("lunch").nos, "customer content", "Rae", "key")
    assert not list(folder.iterdir())


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
        case.reports.insight.near.find()
        case.reports.insight.contained.find()
        case.reports.insight.names.find()
        case.reports.insight.ordering.update()
        assert {one.no for one in case.reports.insight.near.group(no)} == {no, *near}
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
@pytest.mark.parametrize("command", [("near", "--contained"), ("names",)])
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
