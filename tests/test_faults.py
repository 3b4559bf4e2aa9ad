"""The faults that other tests cause come to pass, at exactly the call that is meant, and nowhere else."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import faults
from tests.faults import ALWAYS, CREATE, KILL, ONCE, READ, SYNC, WRITE, Fault, Faults
from tests.records import case_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with case_of(tmp_path, {"a.txt": "heron", "b.txt": "egret"}) as case:
        return case.path


def test_calls_are_counted_and_exactly_one_of_them_fails(folder: Path, under: Faults) -> None:
    words = ("tag", folder, "hot", "--query", "heron", "--reviewer", "Rae")
    outcome = under.run(Fault((folder,), at=1), *words)
    assert (outcome.code, outcome.calls >= 1) == (2, True) and outcome.first.startswith(str(folder))
    elsewhere = under.run(Fault((folder.parent / "elsewhere",)), *words)
    assert (elsewhere.code, elsewhere.calls, elsewhere.first) == (0, 0, "")


@pytest.mark.nightly
@pytest.mark.parametrize("kinds", [READ, WRITE, SYNC, CREATE])
def test_each_kind_of_call_is_met_and_can_be_where_a_process_is_killed(folder: Path, under: Faults, kinds: int) -> None:
    assert under.calls(Fault((folder,), kinds), "tag", folder, "hot", "--query", "heron", "--reviewer", "Rae") > 0
    killed = under.run(
        Fault((folder,), kinds, 1, KILL), "tag", folder, "unsure", "--query", "heron", "--reviewer", "Rae"
    )
    assert (killed.code, killed.calls) == (-signal.SIGKILL, 1)


def test_without_a_compiler_tests_are_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.skip.Exception, match="compiler"):
        faults.compiled(tmp_path)


def test_a_full_disk_is_called_that_and_names_its_file(folder: Path, under: Faults) -> None:
    words = ("tag", folder, "hot", "--query", "heron", "--reviewer", "Rae")
    for at in (1, 3):  # the files that SQLite keeps beside the database can't be made
        outcome = under.run(Fault((folder,), at=at), *words)
        assert outcome.code == 2 and f"The disk is full: {folder / 'case.db'} can't be written" in outcome.err
        assert "backup" not in outcome.err
    failing = under.run(Fault((folder,), at=3, error=errno.EIO), *words)
    assert failing.code == 2 and "case.db can't be read or written" in failing.err and "backup" not in failing.err


@pytest.mark.nightly
@pytest.mark.parametrize("command", ["near", "names", "near --contained"])
@pytest.mark.parametrize("mode", [ONCE, ALWAYS])
def test_a_full_disk_under_what_is_derived_is_told(folder: Path, under: Faults, command: str, mode: int) -> None:
    name, *words = command.split()
    told = 0
    for at in range(2, 24, 6):
        outcome = under.run(Fault((folder / "derived",), at=at, mode=mode), name, folder, *words)
        assert "Traceback" not in outcome.err, (at, outcome)
        told += f"The disk is full: {folder / 'derived'}" in outcome.err
        shutil.rmtree(folder / "derived", ignore_errors=True)
    assert told > 0


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("name", "kinds", "said"),
    [
        ("ledger.jsonl", WRITE, "can't be written. This step isn't finished; what was saved before it is kept"),
        ("index.lock", CREATE, "can't be written. This step isn't finished; what was saved before it is kept"),
    ],
)
def test_a_log_or_lock_that_cannot_be_written_is_named(
    folder: Path, under: Faults, name: str, kinds: int, said: str
) -> None:
    (folder / "index.lock").unlink(missing_ok=True)
    (folder.parent / "records" / "c.txt").write_text("heron")
    outcome = under.run(Fault((folder / name,), kinds), "index", folder)
    assert outcome.code == 2 and "the output" not in outcome.err
    assert str(folder / name) in outcome.err and said in outcome.err


@pytest.mark.nightly
@pytest.mark.parametrize("command", ["record prove", "case backup"])
def test_what_fails_leaves_nothing_in_the_way_of_the_next_try(
    folder: Path, under: Faults, command: str, tmp_path: Path
) -> None:
    out = tmp_path / "to" / "out"
    out.parent.mkdir()
    for at in (2, 5, 9, 12):
        failed = under.run(Fault((out.parent,), at=at), *command.split(), folder, out)
        assert failed.code == 2 and failed.first and "Traceback" not in failed.err, failed
        assert not any(out.parent.iterdir()) and "/out" in failed.err
    assert under.run(Fault((tmp_path / "elsewhere",)), *command.split(), folder, out).code == 0


def _new(records: Path, case: Path) -> tuple[object, ...]:
    given = ("--custodian", "Dana", "--basis", "records", "--purpose", "test", "--approved-by", "Rae")
    return ("new", case, "--allow", records, *given)


@pytest.mark.nightly
@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("mode", [KILL, ALWAYS])
def test_a_case_that_is_being_made_is_whole_or_none(
    folder: Path, under: Faults, tmp_path: Path, mode: int, there: bool
) -> None:
    case, kinds = tmp_path / "new" / "case", WRITE | CREATE | SYNC
    command = _new(folder.parent / "records", case)
    counted = under.calls(Fault((case.parent,), kinds), *command)
    for at in (2, counted // 2, counted - 20, counted):
        shutil.rmtree(case.parent)
        (case if there else case.parent).mkdir(parents=True)
        outcome = under.run(Fault((case.parent,), kinds, at, mode), *command)
        assert outcome.code in (2, -signal.SIGKILL) and "Traceback" not in outcome.err, outcome
        if mode == ALWAYS:
            assert "disk is full" in outcome.err or "case can't be created" in outcome.err
            assert list(case.parent.rglob("*")) in ([], [case])
        elif there and not (case / "case.db").exists():
            for words in (("status", case), ("index", case), command):
                refused = under.run(Fault(()), *words)
                assert refused.code == 2 and f"{case} is only half of a case" in refused.err
            shutil.rmtree(case)
        if not (case / "case.db").exists():
            assert under.run(Fault(()), *command).code == 0
        assert under.run(Fault(()), "index", case).code == 0
        assert [path.name for path in case.parent.iterdir()] == ["case"]


@pytest.mark.nightly
def test_small_blocks_of_a_full_disk_end_no_command_by_a_signal(folder: Path, under: Faults, tmp_path: Path) -> None:
    image, disk = tmp_path / "image", tmp_path / "disk"
    disk.mkdir()
    image.write_bytes(b"")
    os.truncate(image, 16 << 20)
    make = ["mkfs.ext4", "-q", "-F", "-b", "1024", "-m", "0", image]
    mount = ["mount", "-o", "loop", image, disk]
    if not shutil.which("mkfs.ext4") or any(subprocess.run(words, check=False).returncode for words in (make, mount)):
        pytest.skip("no file system can be made and mounted here")
    try:
        case = Path(shutil.copytree(folder, disk / "case"))
        with (disk / "fills").open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(disk).free - 8192)
        for words in (("search", case, "heron"), ("index", case), ("tag", case, "hot", "--query", "heron")):
            outcome = under.run(Fault(()), *words)
            assert outcome.code == 2 and f"The disk is full: {case / 'case.db'}" in outcome.err, outcome
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.nightly
def test_a_drive_that_fails_is_not_told_as_damage(folder: Path, under: Faults) -> None:
    words = ("search", folder, "heron")
    for at in range(4, under.calls(Fault((folder / "case.db",), READ), *words), 6):
        outcome = under.run(Fault((folder / "case.db",), READ, at, ONCE, errno.EIO), *words)
        assert "damaged" not in outcome.err and "backup" not in outcome.err, outcome
        assert outcome.code == 0 or "can't be read or written" in outcome.err
    (folder / "case.db").write_bytes(b"no database" * 1000)
    assert "is damaged" in under.run(Fault(()), *words).err


@pytest.mark.nightly
def test_a_head_that_the_login_cannot_keep_is_signed_all_the_same(folder: Path, under: Faults) -> None:
    keys = folder.parent / "keys"
    outcome = under.run(Fault((keys / "heads",)), "index", folder, TRIAGE_KEYS=str(keys))
    assert outcome.code == 0 and "was signed, but your login couldn't keep the head" in outcome.out + outcome.err
    assert "not signed" not in outcome.out + outcome.err


@pytest.mark.nightly
def test_too_little_memory_is_told(folder: Path, under: Faults) -> None:
    environment = under.set(Fault(()))
    for kib in range(90_000, 170_000, 10_000):
        words = f"ulimit -v {kib}; exec {sys.executable} -m triage near {folder}"
        done = subprocess.run(["bash", "-c", words], env=environment, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr, done
        if "There isn't enough memory" in done.stderr:
            return
    pytest.fail("no limit let a library fail")


@pytest.mark.nightly
def test_an_export_that_cannot_be_signed_says_so(folder: Path, under: Faults, tmp_path: Path) -> None:
    keys, out = folder.parent / "keys", tmp_path / "out"
    assert under.run(Fault(()), "index", folder, TRIAGE_KEYS=str(keys)).code == 0
    reads = under.calls(Fault((keys / "root.key",), READ), "export", folder, tmp_path / "first", "--query", "*")
    for at in range(1, reads + 8):
        fault = Fault((keys,), READ, at, ONCE, errno.EIO)
        outcome = under.run(fault, "export", folder, out, "--query", "*", TRIAGE_KEYS=str(keys))
        assert outcome.code or (out / "export.sig").exists() or "isn't signed by your key" in outcome.out, outcome
        shutil.rmtree(out, ignore_errors=True)
