"""A case that is open for reading alone: it can be searched, shown and verified, and no byte of its folder changes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.cli import main
from triage.errors import CaseError, TriageError
from triage.store.db import Store
from triage.text import RULES

NOBODY = 65534
FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("Heron plan", "the blue heron flies"),
    "dana/2.eml": mail("Re: Heron plan", "customer egret"),
    "omar/3.pdf": b"%PDF-1.4 broken",
}
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("search", "her*n OR stork~1"),
    ("hits", "heron"),
    ("facets", "heron"),
    ("coverage", "heron", "--sample", "1", "--seed", "x"),
    ("problems",),
    ("status",),
    ("status", "--review"),
    ("merge",),
    ("verify",),
)


@pytest.fixture(scope="module", params=["fts5", "whoosh"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with case_of(tmp_path_factory.mktemp("made"), FILES, engine=request.param) as case:
        heron, egret = (case.search.run(word).nos for word in ("blue", "egret"))
        case.decisions.tag(heron, "hot", "Rae", "key")
        case.decisions.note(heron[0], "see this", "Rae", "key")
        case.decisions.seal(egret, "customer", "Rae", "command")
        case.decisions.purge_sealed()
        return case.path


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "case")


def _everything(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Return bytes, mode and time of change of all in a folder, itself included."""
    paths = [folder, *folder.rglob("*")]
    states = {path: path.stat() for path in paths}
    return {
        str(path): (path.read_bytes() if path.is_file() else b"", states[path].st_mode, states[path].st_mtime_ns)
        for path in paths
    }


def _read_all(folder: Path, *options: str) -> None:
    for name, *words in COMMANDS:
        assert main([name, str(folder), *words, *options]) == 0, name
    terms = folder.parent / "terms.txt"
    terms.write_text("heron\nstork\n")
    assert main(["terms", str(folder), str(terms), *options]) == 0
    with Case.open(folder, read_only="--read-only" in options) as case:
        ident = case.search.rows(case.search.run("blue").nos)[0].id
    assert main(["show", str(folder), ident, "--query", "heron", *options]) == 0


def test_nothing_in_the_folder_changes(folder: Path) -> None:
    before = _everything(folder)
    _read_all(folder, "--read-only")
    assert _everything(folder) == before


def test_nor_where_changes_wait_in_the_journal_of_a_killed_run(folder: Path, tmp_path: Path) -> None:
    store = Store(folder / "case.db")
    store.db.execute("PRAGMA wal_autocheckpoint=0")
    with Case.open(folder) as case:
        case.decisions.tag(case.search.run("blue").nos, "relevant", "Rae", "key")
        killed = shutil.copytree(folder, tmp_path / "killed" / "case")
    store.close()
    assert (killed / "case.db-wal").stat().st_size and (killed / "case.db-shm").exists()
    before = _everything(killed)
    _read_all(killed, "--read-only")
    assert _everything(killed) == before
    with Case.open(killed, read_only=True) as case:
        assert len(case.search.run("tag:relevant").nos) == 1


@contextmanager
def _without_rights(folder: Path) -> Iterator[None]:
    """Let nobody write into a case's folder, the superuser neither."""
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o700)


def test_a_folder_that_cannot_be_written_is_read(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as other:
        Path(other).chmod(0o755)
        case = shutil.copytree(made, Path(other) / "case")
        (case / "case.db").touch()
        monkeypatch.setenv("TRIAGE_KEYS", str(Path(other) / "keys"))  # of another login
        with _without_rights(case):
            before = _everything(case)
            with Case.open(case) as opened:
                assert len(opened.search.run("heron").nos) == 1
                with pytest.raises(CaseError, match="open for reading only"):
                    opened.decisions.tag(opened.search.run("heron").nos, "hot", "Rae", "key")
            assert _everything(case) == before


WRITING: tuple[Callable[[Case, Path], object], ...] = (
    lambda case, _: case.index(),
    lambda case, _: case.decisions.tag(case.search.run("heron").nos, "hot", "Rae", "key"),
    lambda case, _: case.decisions.note(case.search.run("heron").nos[0], "x", "Rae", "key"),
    lambda case, _: case.decisions.seal(case.search.run("heron").nos, "x", "Rae", "command"),
    lambda case, _: case.decisions.undo("Rae"),
    lambda case, _: case.search.save("birds", "heron", "Rae"),
    lambda case, _: case.team.batches.create("*", "all", "Rae"),
    lambda case, _: case.team.samples.draw("*", "some", "Rae", size=1),
    lambda case, _: case.originals.read_bytes(case.search.run("heron").nos[0], 0, 9, "Rae"),
    lambda case, out: case.export.bundle(out, "heron", "Rae"),
)


def test_what_seals_left_behind_stays_until_the_case_can_be_written(folder: Path) -> None:
    with Case.open(folder) as case:
        case.decisions.seal(case.search.run("blue").nos, "customer", "Rae", "command")
    before = _everything(folder)
    with Case.open(folder, read_only=True) as case:
        assert not case.decisions.purge_sealed() and len(case.decisions.seals()) == 2
    assert _everything(folder) == before


def test_what_must_write_says_so(folder: Path, tmp_path: Path) -> None:
    before = _everything(folder)
    for write in WRITING:
        with Case.open(folder, read_only=True) as case, pytest.raises(TriageError, match=r"reading only.*Nothing was"):
            write(case, tmp_path / "out")
    assert _everything(folder) == before
    assert not (tmp_path / "out").exists()


def test_a_command_that_must_write_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _everything(folder)
    assert main(["index", str(folder), "--read-only"]) == 2
    assert "open for reading only" in capsys.readouterr().err
    assert _everything(folder) == before


def test_what_another_process_changes_meanwhile_is_never_mixed_in(folder: Path) -> None:
    with Case.open(folder) as writer:
        frozen = Case.open(folder, read_only=True)
        writer.decisions.tag(writer.search.run("blue").nos, "relevant", "Rae", "key")
        assert frozen.search.run("tag:relevant").nos == (), "as it was when it was opened"
        writer._opened.store.db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        for failing in (lambda: frozen.search.run("blue"), frozen.close):
            with pytest.raises(CaseError, match="changed by another process"):
                failing()


@pytest.mark.parametrize("name", ["settings.toml", "ledger.jsonl", "case.db-wal", "views.jsonl"])
def test_no_pipe_and_no_device_is_waited_for(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    with pytest.raises(CaseError, match=f"{name} is a link, a pipe"):
        Case.open(folder)
    (folder / name).unlink()
    (folder / name).symlink_to("/dev/zero")
    with pytest.raises(CaseError, match=f"{name} is a link, a pipe"):
        Case.open(folder)


DEEP = "[" * 200_000


@pytest.mark.parametrize("made", ["fts5"], indirect=True)
def test_deeply_nested_files_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder / "ledger.jsonl").open("a") as ledger:
        ledger.write(f'{{"n":{DEEP}\n')
    assert main(["verify", str(folder), "--read-only"]) == 1
    assert "FAILS  ledger chain" in capsys.readouterr().out
    for name in ("scope.toml", "settings.toml"):
        (folder / name).write_text(f"x = {DEEP}")
        main(["verify", str(folder), "--read-only"])
        printed = "".join(capsys.readouterr())
        assert f"{name} can't be read: maximum recursion" in printed


@pytest.mark.parametrize("made", ["whoosh"], indirect=True)
def test_an_index_of_another_login_is_never_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "other"))
    assert main(["search", str(folder), "heron"]) == 2
    assert "Delete that folder" in capsys.readouterr().err
    assert main(["verify", str(folder)]) == 1
    assert "FAILS  index: The index in" in capsys.readouterr().out
    assert main(["search", str(folder), "heron", "--read-only", "--ids"]) == 0
    assert len(capsys.readouterr().out.split()) == 1
    assert main(["verify", str(folder), "--read-only"]) == 1
    assert "searches read the stored text instead" in capsys.readouterr().out
    shutil.rmtree(folder / "whoosh")
    assert main(["verify", str(folder)]) == 0


def test_an_index_that_is_behind_is_not_asked(folder: Path) -> None:
    with Case.open(folder) as case:
        no = case.search.run("blue").nos[0]
        case._opened.store.set_meta("index_behind", f"[{no}]")
    before = _everything(folder)
    with Case.open(folder, read_only=True) as case:
        assert case.search.run("heron").nos == (no,)
        assert case._opened.engine.name == "memory"
    assert _everything(folder) == before


def test_an_index_of_other_rules_of_words_is_made_again_or_left_alone(folder: Path) -> None:
    with Case.open(folder) as case:
        store, engine = case._opened.store, case._opened.engine
        (no,) = case.search.run("flies").nos
        with store.change("triage", "test"):
            engine.replace([(no, {"body": "as the rules were then"})])
        engine.commit()
        engine.finish()
        store.set_meta("index_rules", "1")
    with Case.open(folder, read_only=True) as case:
        assert case.search.run("flies").nos == (no,) and not case.search.run("rules").nos
    with Case.open(folder) as case:
        assert case.search.run("flies").nos == (no,) and not case.search.run("rules").nos
        assert case._opened.store.meta("index_rules") == RULES
        assert not case.search.run("egret").nos  # sealed, as before
    with Case.open(folder) as case:
        assert case.search.run("flies").nos == (no,)
