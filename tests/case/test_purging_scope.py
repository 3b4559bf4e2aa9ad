"""Tests of triage.case.scope: what a narrower scope leaves out is gone for good, and its record stays."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import apsw
import pytest

from tests.indexing.test_verify_scope import events, failing, index, over
from tests.records import copied, mail, write, zipped
from triage.case import Case
from triage.errors import CaseError, ScopeError
from triage.model.items import ItemNo

WORDS = ("kestrelwing", "Kestrelsubject", "merlinwing", "harriername", "kestrelsender")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    records = write(
        folder / "records",
        {
            "dana/1.eml": mail("One", "osprey stays"),
            "omar/2.eml": mail(
                "Kestrelsubject", "kestrelwing " * 50, sender="Kay <kestrelsender@orrin.example>", message_id="<k@kk>"
            ),
            "omar/same.eml": mail("One", "osprey stays"),
            "omar/3.pdf": b"%PDF-1.4 broken",
        },
    )
    zipped(records / "omar/box.zip", {"harriername.txt": b"merlinwing " * 50, "x.eml": mail("Two", "merlinwing")})
    for engine in ("fts5", "whoosh"):
        with Case.create(folder / engine, over(folder, "dana", "omar"), engine) as case:
            case.index()
    return folder


@pytest.fixture(params=["fts5"])
def folder(request: pytest.FixtureRequest, made: Path, tmp_path: Path) -> Path:
    return copied(made / request.param, tmp_path)


@pytest.fixture
def case(folder: Path) -> Iterator[Case]:
    with Case.open(folder / "case") as opened:
        yield opened


def only_item(case: Case, query: str) -> ItemNo:
    (no,) = case.search.run(query).nos
    return no


def files_with(folder: Path, word: str) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if word.casefold().encode() in path.read_bytes().lower()]


@pytest.mark.parametrize("folder", ["fts5", "whoosh"], indirect=True)
def test_what_the_scope_leaves_out_is_gone_and_its_record_stays(folder: Path, case: Case) -> None:
    kestrel, before = only_item(case, "kestrelwing"), case.search.item(only_item(case, "kestrelwing"))
    case.decisions.tag([kestrel], "hot", "Rae", "key")
    case.decisions.note(only_item(case, "merlinwing AND harriername"), "looked at", "Rae", "key")
    assert all(files_with(folder / "case", word) for word in ("kestrelwing", "kestrelsender"))
    stats = {path: path.stat() for path in (folder / "records").rglob("*")}
    opens = [line["f"] for line in events(folder) if line["e"] == "open"]
    index(folder, "dana", read=False)
    removal = case.scope.leaves_out()
    assert (removal.sources, removal.items, removal.decided, removal.decisions) == (4, 6, 2, 2)
    receipt = case.scope.apply("the order of 3 May")
    assert receipt.removal == removal and receipt.words > 1
    assert not failing(folder)
    assert not [(word, f) for word in WORDS if (f := files_with(folder / "case", word))]
    assert [case.search.run(word).total for word in ("kestrelwing", "type:pdf", "osprey")] == [0, 0, 1]
    item = case.search.item(kestrel)
    assert (item.row.state, item.row.id, item.sha256, item.row.subject) == ("purged", before.row.id, before.sha256, "")
    assert [d.value for d in case.decisions.history(kestrel)] == ["hot"]
    assert case.search.run("is:purged").total == 6 and case.search.run("is:vanished").total == 0
    status = case.status()
    assert (status.purged, status.items, status.decisions, status.adds_up) == (6, 1, 2, True)
    assert [line["f"] for line in events(folder) if line["e"] == "open"] == opens
    assert {path: path.stat() for path in (folder / "records").rglob("*")} == stats
    case.index()
    assert not failing(folder) and case.status().adds_up and case.status().purged == 6
    assert not case.scope.leaves_out().sources


def test_the_receipt_is_on_record(folder: Path, case: Case) -> None:
    index(folder, "dana", read=False)
    receipt = case.scope.apply("the order\n of 3 May")
    path = folder / "case" / receipt.files[0]
    stated = json.loads(path.read_text())
    assert (stated["reason"], stated["items"], stated["version"]) == ("the order of 3 May", 6, receipt.version)
    assert {"id", "sha256"} == set(stated["removed"][0]) and len(stated["removed"]) == 6
    assert path.stat().st_mode & 0o777 == 0o600
    text = (folder / "case" / receipt.files[1]).read_text()
    assert "the order of 3 May" in text and receipt.sha256 in text
    path.write_text(path.read_text().replace("3 May", "4 May"))
    assert failing(folder)["scope versions"].startswith(path.name)


def test_a_purge_that_was_stopped_goes_on(folder: Path, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.case.scope._PORTION", 1)
    index(folder, "dana", read=False)
    for most in (1, 2, 0):
        calls = count(1)
        with pytest.raises(CaseError, match="run the same command again"):
            case.scope.apply(stop=lambda calls=calls, most=most: next(calls) > most)
        assert "run triage scope apply again" in failing(folder)["scope versions"]
    assert case.scope.apply().removal.items == 6
    assert [version.action for version in case.scope.history()] == ["create", "apply"]
    assert not failing(folder)
    assert not [word for word in WORDS if files_with(folder / "case", word)]


def test_a_swap_is_settled_by_a_purge(folder: Path, case: Case) -> None:
    index(folder, "dana=omar", "omar")
    index(folder, "dana", "omar", read=False)
    assert failing(folder)
    with pytest.raises(ScopeError, match="Run triage index first"):
        case.scope.apply()
    index(folder, "dana", "omar=dana")
    assert failing(folder)
    case.scope.apply()
    assert not failing(folder)
    assert case.search.run("kestrelwing").total == 0


def test_a_swap_for_a_part_of_a_root_is_settled_by_a_purge(folder: Path, case: Case) -> None:
    index(folder, "dana=omar", read=False)
    case.index([Path(case.scope.policy.allow[0].path) / "2.eml"])
    index(folder, "dana", read=False)
    assert case.scope.leaves_out().sources == 5  # four of omar's, and one of them as if it were dana's
    case.scope.apply()
    assert not failing(folder)
    assert case.search.run("kestrelwing").total == 0


def test_what_is_in_scope_again_is_read_again(folder: Path, case: Case) -> None:
    case.decisions.tag([kestrel := only_item(case, "kestrelwing")], "hot", "Rae", "key")
    case.decisions.seal([sealed := only_item(case, "merlinwing AND harriername")], "a customer's", "Rae", "key")
    index(folder, "dana", read=False)
    case.scope.apply()
    case.decisions.seal([only_item(case, "osprey")], "a customer's", "Rae", "key")
    assert not failing(folder)
    index(folder, "dana", "omar")
    assert only_item(case, "kestrelwing AND tag:hot") == kestrel and case.search.item(kestrel).row.state == ""
    assert case.search.run("merlinwing").total == 1 and case.search.item(sealed).row.sealed
    assert case.search.run("osprey").total == 0 and case.search.run("is:sealed").total == 3
    assert not failing(folder) and case.status().purged == 0 and case.status().adds_up


def test_members_of_a_container_that_changed_meanwhile_are_read_again(folder: Path, case: Case) -> None:
    index(folder, "dana", read=False)
    case.scope.apply()
    (folder / "records").unlink()
    shutil.copytree(Path(case.scope.policy.allow[0].path).parent, folder / "records")
    zipped(folder / "records/omar/box.zip", {"harriername.txt": b"merlinwing " * 50, "new.txt": b"peregrine"})
    index(folder, "dana", "omar")
    assert case.search.run("merlinwing").total == 1 and case.search.run("peregrine").total == 1


def test_text_that_came_back_is_named(folder: Path, case: Case) -> None:
    no = only_item(case, "kestrelwing")
    index(folder, "dana", read=False)
    case.scope.apply()
    with closing(apsw.Connection(str(folder / "case/case.db"))) as db:
        db.execute("UPDATE item SET subject='Kestrelsubject' WHERE n=?", (no,))
    assert "text of it is in the case" in failing(folder)["scope versions"]


_KILLED = """
import os, signal, sys
from itertools import count
import apsw
from triage.cli import main
statements, last = count(1), int(sys.argv[2])
def trace(_):
    if next(statements) == last:
        os.kill(os.getpid(), signal.SIGKILL)
apsw.connection_hooks.append(lambda db: db.trace_v2(apsw.SQLITE_TRACE_STMT, trace))
sys.exit(main(["scope", "apply", sys.argv[1], "--yes"]))
"""


@pytest.mark.nightly
def test_a_purge_that_was_killed_loses_nothing(tmp_path: Path) -> None:
    """It is killed at a statement of SQL, as a quick machine is done before a slow one has begun."""
    texts = {f"{who}/{n}.txt": f"kestrelwing{n} " * 20 for who in ("dana", "omar") for n in range(200)}
    write(tmp_path / "records", {**texts})
    with Case.create(tmp_path / "case", over(tmp_path, "dana", "omar")) as case:
        case.index()
        case.decisions.tag(case.search.run("*").nos, "hot", "Rae", "key")
    index(tmp_path, "dana", read=False)
    command = [sys.executable, "-c", _KILLED, str(tmp_path / "case")]
    root = Path(__file__).parents[2]
    for kills in count():
        asked = [*command, str(int(20 * 1.5**kills))]
        code = subprocess.run(asked, stdout=subprocess.DEVNULL, check=False, cwd=root).returncode
        if code == 0:
            break
        assert code == -signal.SIGKILL
    assert kills > 9 and not failing(tmp_path)
    with Case.open(tmp_path / "case") as case:
        assert (case.status().purged, case.status().items, case.status().decisions) == (200, 200, 400)
        assert case.search.run("kestrelwing7").total == 1
