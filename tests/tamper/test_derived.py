"""Changes to what was worked out of a case: none changes an answer, ``verify`` finds each; what is honest verifies."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests.indexing.test_audit_checks import execute
from tests.insight.contained_threads import mail, threads
from tests.records import case_of, write
from tests.review.copies import copy
from tests.store.test_soundness import ENDLESS
from tests.tamper.intact import failing
from triage import __version__
from triage.case import Case, verify
from triage.errors import CaseError
from triage.insight.names import storage as names
from triage.insight.near import storage as near
from triage.insight.order import storage as order
from triage.messages import render
from triage.store import derived_files

LETTER = "Dear Omar the price of the plover line is {} per ton and " + " ".join(f"point{n}" for n in range(80))
QUERIES = ("is:contained", "is:near-duplicate")
Act = Callable[[Path], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of which all was worked out, with a head, and what it was made of."""
    folder = tmp_path_factory.mktemp("derived")
    sources: dict[str, bytes | str] = {f"dana/{price}.txt": LETTER.format(price) for price in (10, 12)}
    for number, thread in enumerate(threads()[:4], 1):
        for place, letter in enumerate(thread.letters, 1):
            text = mail(letter, f"{number}.{place}", f"{number}.1" if place > 1 else "")
            sources[f"dana/{number}.{place}.eml"] = text
    with case_of(folder, sources) as case:
        work_out(case)
        case.verification.write_head()
        assert case.path == folder / "case" and all(case.search.run(query).nos for query in QUERIES)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made / "case", tmp_path / "case")
    return tmp_path / "case"


def index(case: Case, sources: dict[str, bytes | str]) -> None:
    (root,) = case._opened.policy.allow
    write(Path(root.path), sources)
    case.index()
    for name in sources:
        (Path(root.path) / name).unlink()


def work_out(case: Case) -> None:
    case.reports.insight.contained.find()
    case.reports.insight.near.find()
    case.reports.insight.names.find()
    case.reports.insight.ordering.update()


def file(name: str, *statements: str) -> Act:
    def act(case: Path) -> None:
        with closing(apsw.Connection(str(case / derived_files.FOLDER / name))) as db:
            list(db.execute(";".join(statements)))

    return act


def replaced(name: str, by: Callable[[Path], object]) -> Act:
    def act(case: Path) -> None:
        path = case / derived_files.FOLDER / name
        path.unlink()
        by(path)

    return act


pytestmark = pytest.mark.nightly
ELSEWHERE = "UPDATE sqlite_schema SET sql='CREATE INDEX near_pivot ON near(-pivot, content)' WHERE name='near_pivot'"
FORGED: dict[str, tuple[str, Act]] = {
    "hot mails declared contained": (
        near.CONTAINED,
        file(near.CONTAINED, "INSERT OR REPLACE INTO contained VALUES(1, 1)"),
    ),
    "contained mails emptied": (
        near.CONTAINED,
        file(near.CONTAINED, "DELETE FROM contained"),
    ),
    "a forged group": (near.NEAR, file(near.NEAR, "INSERT OR REPLACE INTO near VALUES(4, 4, 1, .9)")),
    "a nearness": (near.NEAR, file(near.NEAR, "UPDATE near SET nearness=.99 WHERE nearness<1")),
    "an index on something else": (
        near.NEAR,
        file(near.NEAR, "PRAGMA writable_schema=ON", ELSEWHERE, "PRAGMA writable_schema=RESET", "REINDEX"),
    ),
    "a weight": (order.FILE, file(order.FILE, "UPDATE words SET counts=randomblob(length(counts)) WHERE item=2")),
    "a signature": (
        near.SIGNATURES,
        file(near.SIGNATURES, "UPDATE signature SET hashes=randomblob(length(hashes)) WHERE item=2"),
    ),
    "a nearness that is kept": (near.SIGNATURES, file(near.SIGNATURES, "DELETE FROM share")),
    "a name": (names.FILE, file(names.FILE, "DELETE FROM name", "DELETE FROM uses")),
    "an endless view named like a table": (
        near.CONTAINED,
        file(near.CONTAINED, "DROP TABLE contained", f"CREATE VIEW contained AS {ENDLESS}"),
    ),
    "bytes": (
        near.CONTAINED,
        replaced(near.CONTAINED, lambda path: path.write_bytes(b"\xa5" * 9000)),
    ),
    "an empty database": (near.NEAR, replaced(near.NEAR, lambda path: path.touch())),
}


@pytest.mark.parametrize("about", FORGED)
def test_a_changed_file_is_found_and_changes_no_answer(about: str, folder: Path) -> None:
    name, act = FORGED[about]
    act(folder)
    failed = failing(folder)
    assert failed.keys() == {"derived"} and name in failed["derived"], failed
    with Case.open(folder) as case:
        for query, own in zip(QUERIES, (near.CONTAINED, near.NEAR), strict=True):
            found = case.search.run(query)
            notes = " ".join(map(render, found.notes))
            assert bool(found.nos) == (name != own)
            for file, words in (
                (near.CONTAINED, "file of contained mails"),
                (near.NEAR, "file of near-duplicates"),
            ):
                assert (f"{words} isn't the one on record" in notes) == (name == file)
        assert (case.reports.insight.names.ranked() is None) == (name == names.FILE)
        work_out(case)
        assert all(case.search.run(query).nos for query in QUERIES)
    assert not failing(folder)


def test_a_link_is_refused(folder: Path) -> None:
    replaced(near.NEAR, lambda path: path.symlink_to("/etc/passwd"))(folder)
    with pytest.raises(CaseError, match="is a link"):
        verify(folder)


def test_an_older_file_in_its_stead_is_found(folder: Path) -> None:
    path = folder / derived_files.FOLDER / near.NEAR
    earlier = path.read_bytes()
    with Case.open(folder) as case:
        index(case, {"14.txt": LETTER.format(14)})
        assert len(case.search.run("is:near-duplicate").nos) == 3
    assert not failing(folder)
    path.write_bytes(earlier)
    assert failing(folder).keys() == {"derived"}


def test_a_digest_that_was_changed_as_well_is_found(folder: Path) -> None:
    file(
        near.CONTAINED,
        "INSERT OR REPLACE INTO contained VALUES(1, 2)",
        "INSERT OR REPLACE INTO part SELECT 1, 1, 1",
    )(folder)
    with Case.open(folder) as case:
        path = folder / derived_files.FOLDER / near.CONTAINED
        with closing(apsw.Connection(str(path))) as db:
            known = derived_files.made(case._opened.store, near.CONTAINED)
            assert known is not None
            text = json.dumps([derived_files._tables(db), derived_files._rows(db), *known[2:]])
    execute(folder, f"UPDATE meta SET value='{text}' WHERE key='derived/{near.CONTAINED}'")
    assert {"content"} <= failing(folder).keys()


@pytest.mark.parametrize(
    "statement", ["DELETE FROM meta WHERE key='{}'", "UPDATE meta SET value='{{}}' WHERE key='{}'"]
)
def test_what_the_record_has_of_a_file_is_covered(statement: str, folder: Path) -> None:
    key = f"derived/{near.NEAR}"
    (folder / derived_files.FOLDER / near.NEAR).unlink()
    execute(folder, statement.format(key))
    failed = failing(folder)
    assert "content" in failed and key in failed["content"], failed


def test_an_item_that_a_file_on_record_finds_is_compared_with_its_text(folder: Path) -> None:
    with Case.open(folder) as case:
        store = case._opened.store
        at, pivot, *_ = sorted(case.search.run("NOT is:near-duplicate").nos)
        near.save_groups(store, {at: (pivot, 0.9), pivot: (pivot, 1.0)}, [[at], [pivot]], __version__)
    failed = failing(folder)
    assert failed.keys() == {"derived"} and "isn't so by its text" in failed["derived"]


# ---- what is honest


def sealed(case: Case) -> None:
    case.decisions.seal(case.search.run("plover").nos[:1], "a customer's", "Rae", "key")
    case.decisions.seal(case.search.run("is:contained").nos[:1], "a customer's", "Rae", "key")


def purged(case: Case) -> None:
    sealed(case)
    case.verification.compact()


def added(case: Case) -> None:
    index(case, {"16.txt": LETTER.format(16), "17.txt": "a note of something else"})


def shared(case: Case) -> None:
    with copy(case.path, "other") as other:
        other.decisions.tag(other.search.run("plover").nos, "hot", "Omar", "key")
        other.reports.insight.near.find()
        assert not failing(other.path)
    case.team.merge(case.path.parent / "other", "Rae")


def backed_up(case: Case) -> None:
    backup = case.verification.back_up(case.path.parent / "backup")
    assert backup is not None and all(check.held for check in backup.checks)


def deleted(case: Case) -> None:
    shutil.rmtree(case.path / derived_files.FOLDER)


def broken_off(case: Case) -> None:
    """Leave what a process leaves that ends once a file is on record and hasn't taken its place."""
    path = case.path / derived_files.FOLDER / near.CONTAINED
    known = derived_files.made(case._opened.store, near.CONTAINED)
    assert known is not None
    path.rename(derived_files._beside(path, known))
    path.write_bytes(b"the one before")


HONEST = [work_out, sealed, purged, added, shared, backed_up, deleted, broken_off]


@pytest.mark.parametrize("act", HONEST)
def test_what_is_honest_verifies(act: Callable[[Case], None], folder: Path) -> None:
    with Case.open(folder) as case:
        before = {query: set(case.search.run(query).nos) for query in QUERIES}
        act(case)
    assert not failing(folder)
    with Case.open(folder, read_only=True) as case:
        now = {query: set(case.search.run(query).nos) for query in QUERIES}
    if act in (work_out, shared, backed_up, broken_off):
        assert now == before
    (said,) = [render(check.message) for check in verify(folder) if check.name == "derived"]
    assert ("is gone" in said) == (act is deleted) and (
        act is not work_out or f"of {sum(map(len, now.values()))} " in said
    )
    assert act is not work_out or f" {sum(map(len, now.values()))} were compared" in said
    with Case.open(folder) as case:
        work_out(case)
    assert not failing(folder)


def test_a_recovered_record_has_the_files(folder: Path) -> None:
    execute(folder, "UPDATE audit SET actor='X' WHERE seq=2")
    with Case.open(folder) as case:
        before = case.search.run("is:near-duplicate").nos
        case.verification.recover("a row was changed")
        assert case.search.run("is:near-duplicate").nos == before
    assert failing(folder).keys() == {"record"}
