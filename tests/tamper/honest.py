"""What people and their machines do in good faith: all of it verifies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import apsw

from tests.indexing.test_verify_scope import index, over
from tests.parsers.archive_builders import aes_member
from tests.parsers.archives.test_zip import zip_of
from tests.records import write
from tests.tamper.intact import DENY, SCOPE, Change, failing
from triage.case import Case


def narrowed(folder: Path) -> None:
    index(folder, "dana", deny=DENY, read=False)
    with Case.open(folder / "case") as case:
        assert case.scope.apply("the customer's").removal.items


def new_case(folder: Path, **files: str | bytes) -> Case:
    shutil.rmtree(folder / "case")
    (folder / "records").unlink()
    write(folder / "records/dana", {name.replace("_", "."): data for name, data in files.items()})
    return Case.create(folder / "case", over(folder, "dana"))


def files_change(folder: Path) -> None:
    with new_case(folder, a_txt="heron", b_txt="egret") as case:
        for change in ({}, {"a.txt": "stork"}, {"a.txt": "heron", "b.txt": "egret"}):
            write(folder / "records/dana", dict(change))
            case.index()
            (folder / "records/dana/b.txt").unlink(missing_ok=True)
            case.index()
            assert not failing(folder / "case")


def passwords(folder: Path) -> None:
    with new_case(folder, a_zip=zip_of(aes_member("a.txt", b"kestrel", "open-sesame-77"))) as case:
        case.index()
        case.index(retry=["encrypted"], passwords=["open-sesame-77"])
        assert case.search.run("kestrel").total == 1


def merged(folder: Path) -> None:
    for _ in range(2):
        for mine, theirs in (("case", "other"), ("other", "case")):
            with Case.open(folder / mine) as case:
                case.team.merge(folder / theirs, "Rae")
            assert not failing(folder / "case")


def moved(folder: Path) -> None:
    (folder / "case").rename(folder / "moved")
    with patch.dict(os.environ, {"TRIAGE_KEYS": str(folder / "keys")}):
        assert not failing(folder / "moved", folder / "kept.head")
        with Case.open(folder / "moved") as case:
            case.index()
            case.decisions.tag(case.search.run("yes").nos, "relevant", "Rae", "key")
            case.verification.write_head()


def never_indexed(folder: Path) -> None:
    new_case(folder, a_txt="heron").close()


def decided_later(folder: Path) -> None:
    with Case.open(folder / "case") as case:
        case.decisions.tag(case.search.run("yes").nos, "relevant", "Rae", "key")


def by_another_tool(*statements: str) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        with closing(apsw.Connection(str(folder / "case/case.db"))) as db:
            for statement in statements:
                list(db.execute(statement))

    return act


def elsewhere(folder: Path) -> None:
    code = "import sys; from triage.cli import main; sys.exit(main(['verify', sys.argv[1]]))"
    zone = {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}
    done = subprocess.run([sys.executable, "-c", code, folder / "case"], env=os.environ | zone, capture_output=True)
    assert done.returncode == 0, done.stdout


def beside(*names: str) -> Callable[[Path], None]:
    """Return what leaves files in the case's folder, as editors and programs that synchronise folders do."""

    def act(folder: Path) -> None:
        for name in names:
            shutil.copy(folder / "case" / ("case.db" if name.endswith(".db") else "scope.toml"), folder / "case" / name)

    return act


CHANGES = [
    Change(80, "a root is added", lambda folder: index(folder, *SCOPE, "later", deny=DENY), in_suite=True),
    Change(81, "a rule is added later", lambda folder: index(folder, *SCOPE, deny=(*DENY, "0.eml"))),
    Change(82, "a narrower scope is applied", narrowed),
    Change(83, "files change, vanish and come back", files_change),
    Change(84, "passwords come later", passwords),
    Change(85, "two copies are merged both ways, twice", merged),
    Change(88, "the case is moved", moved, checked="moved"),
    Change(90, "nothing was ever indexed", never_indexed),
    Change(140, "compared with a head that is its own", lambda _: None, head=True),
    Change(141, "compared with a head before later tags", decided_later, head=True),
    Change(142, "written anew by another tool", by_another_tool("VACUUM")),
    Change(143, "statistics of another tool", by_another_tool("ANALYZE")),
    Change(144, "another journal", by_another_tool("PRAGMA journal_mode=DELETE", "PRAGMA journal_mode=WAL")),
    Change(145, "another time zone and language", elsewhere),
    Change(146, "what an editor left", beside("scope.toml~", ".scope.toml.swp")),
    Change(147, "what a cloud left", beside("case (conflicted copy).db")),
    Change(148, "indexed again", lambda folder: index(folder, *SCOPE, deny=DENY)),
    Change(149, "the sources are gone", lambda folder: (folder / "records").unlink()),
]
ELSEWHERE = {
    86: "tests/indexing/test_kill.py::test_kills_lose_nothing",
    87: "tests/case/test_export.py::test_what_a_killed_export_left_is_deleted_by_the_next",
    89: "tests/review/test_sealing.py::test_two_persons_bring_it_back_whole",
}
"""Rows that are performed, and verified, where the rest of the same thing is tested."""
