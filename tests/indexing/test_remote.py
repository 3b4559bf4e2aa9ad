"""Tests of triage.indexing.remote: sources are opened in a process of its own, which can open nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.brokers import IDLE_LANDLOCK, NO_LANDLOCK, brokers_run, opening
from tests.records import scope, write
from triage.case import Case
from triage.cli import main
from triage.errors import BrokerEnded, CaseError, ScopeError
from triage.indexing import remote
from triage.indexing.remote import RemoteBroker
from triage.proof.verify.ledgers import STRACE, strace_open
from triage.scope import ledger
from triage.scope.ledger import Ledger
from triage.settings import Settings

FILES = {"dana/a.txt": "heron", "dana/b.txt": "kestrel", "private/c.txt": "secret", "omar/d.txt": "heron and kestrel"}
ODD = os.fsdecode(b"dana/odd\xff.txt")
_USE = """
import sys
from pathlib import Path
from triage.case import Case
from triage.model.scope import ProofQuestions
folder, root = map(Path, sys.argv[1:])
with Case.open(folder / "case") as case:
    case.index()
    no = case.search.run("heron").nos[0]
    assert case.originals.read_bytes(no, 0, 9, "Rae").data.startswith(b"heron")
    assert case.export.bundle(folder / "out", "heron", "Rae").natives == 2
    case.export.prove(folder / "proof", questions=ProofQuestions([root / "private"], [], True, False))
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "records", FILES)


def events(case: Path, name: str = "ledger.jsonl") -> list[str]:
    return [line["e"] for line in ledger.read(case / name)]


def opens(trace: Path) -> list[tuple[bytes, str, bool]]:
    """Return what strace says was opened: by which process, the path, whether it is a folder."""
    pending: dict[bytes, bytes] = {}
    calls = [call for line in trace.read_bytes().splitlines(keepends=True) if (call := STRACE.match(line))]
    return [(call[1] or call[2], *opened) for call in calls for opened in strace_open(call, pending)]


@pytest.mark.nightly
def test_only_the_broker_opens_sources(tmp_path: Path, root: Path) -> None:
    """What the kernel opened is what the ledgers say, nothing that is denied, and by processes that do only that.

    One more counts the files in scope while they are read, and opens nothing but folders.
    """
    if shutil.which("strace") is None:
        pytest.skip("needs strace")
    case, log, proof = (tmp_path / name for name in ("case", "log", "proof"))
    Case.create(case, scope(root, deny=("private",))).close()
    trace = ["strace", "-f", "-y", "--seccomp-bpf", "-e", "trace=open,openat,openat2,creat", "-o", str(log)]
    done = subprocess.run([*trace, sys.executable, "-c", _USE, str(tmp_path), str(root)], capture_output=True)
    if b"ptrace" in done.stderr.lower():
        pytest.skip("strace isn't allowed here")
    assert done.returncode == 0, done.stderr.decode()
    lines = [line for name in ("ledger.jsonl", "views.jsonl") for line in ledger.read(case / name)]
    recorded = [line["f"].replace("mail:", f"{root}/") for line in lines if line["e"] == "open"]
    sources = [(pid, path) for pid, path, folder in opens(log) if path.startswith(f"{root}/") and not folder]
    assert sorted(path for _, path in sources) == sorted(recorded) and len(recorded) == 3 + 1 + 2
    brokers = {pid for pid, path, _ in opens(log) if path == str(root) or path.startswith(f"{root}/")}
    assert {pid for pid, _ in sources} <= brokers and len(brokers) == 3 + 1
    others = [path for pid, path, _ in opens(log) if pid in brokers and not path.startswith((str(root), "/proc/"))]
    assert not others
    check = [sys.executable, "-I", str(proof / "verify.py"), str(proof), "--annex", f"{proof}.annex.jsonl"]
    done = subprocess.run([*check, "--kernel-log", str(log)], capture_output=True, env={})
    assert done.returncode == 0 and b"kernel log: 6 openings of files" in done.stdout, done.stdout.decode()
    assert b"ledger and views that it doesn't have" not in done.stdout and b"none of them denied" in done.stdout


def test_it_walks_and_reads_what_a_broker_does(tmp_path: Path, root: Path) -> None:
    (root / ODD).write_bytes(b"x")
    os.truncate(os.open(root / "omar/large.txt", os.O_CREAT | os.O_WRONLY), 33 << 20)
    policy, log = scope(root, deny=("private",)), Ledger(tmp_path / "l", b"key")
    broker = RemoteBroker(policy, log, Settings())
    try:
        chunks = list(broker.walk(policy.allow[0]))
        assert [source.relative for chunk in chunks for source in chunk][:3] == ["dana/a.txt", "dana/b.txt", ODD]
        opened = [each for chunk in broker.walk(policy.allow[0]) for each in broker.read(chunk)]
        assert [each.data for each in opened] == [b"heron", b"kestrel", b"x", b"heron and kestrel", b""]
        assert opened[-1].size == os.fstat(opened[-1].fd).st_size == 33 << 20
        assert broker.unchanged(opened[0]) and broker.inode("mail", ODD) == opened[2].source.inode
        assert broker.allowed(policy.allow[0], ["dana/a.txt", "private/x"]) == [True, False]
        assert broker.forecast(policy.allow[0])[0] == 5 and (broker.denied, broker.idle()) == (2, ())
        with pytest.raises(ScopeError, match="can't be opened"):
            next(broker.walk(policy.allow[0], "nowhere/x"))
        os.close(opened[-1].fd)
        (large,) = [source for source in chunks[1] if source.size > 1 << 20]
        for _ in range(2):  # whoever takes one and asks no more gets the right answer to what it asks next
            first = next(broker.read(next(broker.walk(policy.allow[0], large.relative))))
            assert broker.unchanged(first)
            os.close(first.fd)
    finally:
        broker.close()
        log.end()
    assert [line["e"] for line in ledger.read(tmp_path / "l")].count("close") == 7


def test_a_broker_that_is_killed_is_started_again_and_nothing_is_lost(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive, killed, always = (tmp_path / name for name in ("alive", "killed", "always"))
    kill = f"(os.path.exists({str(always)!r}) or os.rename({str(alive)!r}, {str(killed)!r}), os.kill(os.getpid(), 9))"
    brokers_run(monkeypatch, opening("d.txt", f"os.path.exists({str(alive)!r}) and {kill}") + NO_LANDLOCK)
    alive.touch()
    with Case.create(tmp_path / "case", scope(root)) as case:
        assert (case.index().items, case.status().items) == (2, 4) and case.status().adds_up
        killed.rename(alive)
        no = case.search.run("heron kestrel").nos[0]
        assert case.originals.read_bytes(no, 0, 9, "Rae").data == b"heron and"
        assert killed.exists()
        for file in (always, alive):
            file.touch()
        (root / "omar/d.txt").write_text("other")
        with pytest.raises(CaseError, match="ended again when it was restarted"):
            case.index()
        assert all(check.held for check in case.verification.run())


def test_a_broker_that_hangs_ends_the_run(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brokers_run(monkeypatch, opening("b.txt", "signal.pause()"))
    with closing(RemoteBroker(scope(root), None, Settings())) as warm:
        warm.start()
    monkeypatch.setattr(remote, "PATIENCE", 0.2)
    with Case.create(tmp_path / "case", scope(root)) as case, pytest.raises(CaseError, match="stopped responding"):
        case.index()


def test_what_one_process_began_no_other_goes_on_with(tmp_path: Path, root: Path) -> None:
    policy, log = scope(root, deny=("hr",)), Ledger(tmp_path / "l", b"key")
    with closing(RemoteBroker(policy, log, Settings())) as broker:
        walk = broker.walk(policy.allow[0])
        next(walk)
        broker.close()
        assert broker.allowed(policy.allow[0], ["dana/a.txt", "hr/x"]) == [True, False]
        broker.close()
        assert broker.inode("mail", "dana/a.txt") == (root / "dana/a.txt").stat().st_ino
        with pytest.raises(BrokerEnded):
            next(walk)
        log.end()


def test_a_broker_that_could_open_something_else_opens_nothing(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brokers_run(monkeypatch, IDLE_LANDLOCK)
    with Case.create(tmp_path / "case", scope(root)) as case:
        with pytest.raises(CaseError, match="outside the scope"):
            case.index()
        assert "open" not in events(case.path)


@pytest.mark.nightly
def test_without_landlock_every_record_and_report_says_so(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def states(command: str, *arguments: object) -> bool:
        assert main([command, *map(str, arguments)]) == 0
        return "Landlock is missing" in capsys.readouterr().out

    (terms := tmp_path / "terms.txt").write_text("heron")
    out = tmp_path / "out"
    with Case.create(case := tmp_path / "case", scope(root)) as opened:
        assert not opened.index().unconfined and not opened.status().unconfined
        assert not opened.reports.coverage().index.unconfined
        brokers_run(monkeypatch, NO_LANDLOCK)
        assert opened.export.bundle(out, "heron", "Rae").unconfined
        assert events(case).count("unconfined") == 1 and opened.status().unconfined
        opened.originals.read_bytes(opened.search.run("heron").nos[0], 0, 1, "Rae")
        assert "unconfined" in events(case, "views.jsonl")
    for command in ("index", "status", "coverage", "status --review", "verify"):
        name, *words = command.split()
        assert states(name, case, *words), command
    assert states("terms", case, terms, "--html", tmp_path / "terms.html") and states("verify", out)
    assert json.loads((out / "manifest.json").read_text())["unconfined"]
    assert main(["record", "prove", str(case), str(tmp_path / "proof")]) == 0
    pages = (out / "report.html", tmp_path / "terms.html", tmp_path / "proof" / "non-access.html")
    assert all("Landlock is missing" in page.read_text() for page in pages)


def test_another_scope_has_another_process(tmp_path: Path, root: Path) -> None:
    with Case.create(tmp_path / "case", scope(root)) as case:
        case.index()
        no = case.search.run("kestrel").nos[0]
        assert case.originals.read_bytes(no, 0, 9, "Rae").data
        scope_file = case.path / "scope.toml"
        scope_file.write_text(scope_file.read_text() + '\n[[deny]]\nid = "later"\nglob = "dana"\n')
        with pytest.raises(CaseError, match="deni"):
            for no in case.search.run("kestrel").nos:
                case.originals.read_bytes(no, 0, 9, "Rae")


def test_what_is_opened_is_on_record_before(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it takes to count hard links; what has some elsewhere is on record as denied."""
    os.link(root / "dana/a.txt", tmp_path / "outside")
    (root / "omar/gone.txt").write_text("x")
    read_before = f"""
import os
from triage.indexing import remote
from triage.scope import broker
remote.BEAT = 0.0
real = os.open
def opened(path, flags, *rest, **names):
    if path.endswith(".txt"):
        assert f'{{path}}"' in os.pread(log, 1 << 20, 0).decode(), f"{{path}} is opened unrecorded"
        os.rename({str(root / "omar/gone.txt")!r}, {str(tmp_path / "gone")!r}) if path == "d.txt" else None
    return real(path, flags, *rest, **names)
broker.os.open, log = opened, os.open({str(tmp_path / "case/ledger.jsonl")!r}, os.O_RDWR | os.O_CREAT)
"""
    with Case.create(tmp_path / "case", scope(root)) as case:
        brokers_run(monkeypatch, f"{NO_LANDLOCK}{read_before}")
        assert (case.index().failed, {problem.code for problem in case.reports.problems()}) == (
            2,
            {"hard-link-outside", "vanished"},
        )
        lines = list(ledger.read(case.path / "ledger.jsonl"))
        names = [line["e"] for line in lines]
        assert names.count("open") == 4 == names.count("close")
        assert sum("failed" in line for line in lines) == 1
        assert [line["r"] for line in lines if line.get("v") == "deny"] == ["hard-link-outside"]
        assert all(check.held for check in case.verification.run())
