"""Tests of the process that readers are forked from, with real readers: their birth, their end, and its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.sandbox.readers import answered, read_by, readers_of, replies_of
from triage.errors import CaseError
from triage.sandbox.parent import forkserver
from triage.sandbox.parent.forkserver import ReaderOrder, server
from triage.sandbox.parent.pool import _START, Pool
from triage.sandbox.wire import Done, Job, Part, pack
from triage.settings import Settings

pytestmark = pytest.mark.xdist_group("pool")
_FFI = re.compile(r"/usr/lib/.*/libffi\.so[.0-9]*")
"""A library behind ctypes that opens its own file, read-only, where its trampolines are mapped from it."""


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(Settings(workers=1, limit_seconds=5))
    yield made
    made.close()


def gone(pid: int) -> bool:
    """Whether the process has ended; one that is dead and not waited for counts as ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def wait_for_end(*pids: int) -> None:
    while not all(map(gone, pids)):
        time.sleep(0.01)


def test_a_server_that_another_thread_is_closing_is_not_alive(pool: Pool) -> None:
    assert answered(pool)
    closing = server(_START)
    closing._ours.close()
    assert not closing.alive and server(_START) is not closing


def test_all_pools_of_a_process_have_readers_of_one_server_and_each_its_own(pool: Pool) -> None:
    with closing(Pool(Settings(workers=1))) as other:
        assert answered(pool) and answered(other)
        ours, theirs = readers_of(pool), readers_of(other)
        assert len(ours) == len(theirs) == 1 and ours != theirs
        assert pool._readers[0].server is other._readers[0].server
    assert gone(theirs[0]) and answered(pool) and readers_of(pool) == ours


def test_a_reader_knows_its_own_socket_only(pool: Pool) -> None:
    with closing(Pool(Settings(workers=1))) as other:
        assert answered(pool) and answered(other)
        for pid in readers_of(pool) + readers_of(other):
            links = [str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()]
            assert sum(link.startswith("socket:") for link in links) == 1
            others = {link for link in links if not link.startswith("socket:")}
            assert {link for link in others if not _FFI.fullmatch(link)} == {"/dev/null"}


def test_an_end_that_was_broken_off_leaves_none_for_the_next(pool: Pool) -> None:
    asked = server(_START)
    (ours, theirs), (others, rest) = socket.socketpair(), socket.socketpair()
    first, second = asked.start(theirs, Settings()), asked.start(rest, Settings())
    for end in (theirs, rest):
        end.close()
    asked._ours.sendall(pack(ReaderOrder(first)))  # as where Ctrl-C comes before the answer
    asked.end(second)
    for ended in (ours, others):
        ended.setblocking(False)
        while ended.recv(1 << 16):  # raises where its reader still holds it
            pass
        assert not ended.recv(1), "its reader is gone"
        ended.close()


def test_a_reader_has_the_settings_of_its_pool(pool: Pool) -> None:
    with closing(Pool(Settings(workers=1, limit_memory_mb=333))) as other:
        assert answered(pool) and answered(other)
        for made, mb in ((pool, 1024), (other, 333)):
            (pid,) = readers_of(made)
            assert f"Max data size             {mb << 20}" in Path(f"/proc/{pid}/limits").read_text()


def test_a_server_that_died_takes_its_readers_along_and_another_follows(pool: Pool) -> None:
    assert answered(pool)
    dead, (reader,) = pool._readers[0].server, readers_of(pool)
    os.kill(dead._process.pid, signal.SIGKILL)
    wait_for_end(reader)
    assert answered(pool)
    assert pool._readers[0].server is not dead and pool.deaths == 1


@pytest.mark.nightly
@pytest.mark.parametrize("blow", [signal.SIGSTOP, signal.SIGKILL])
def test_a_server_that_is_hit_while_starting_costs_one_restart(monkeypatch: pytest.MonkeyPatch, blow: int) -> None:
    """All readers of a run wait for it, with jobs given to them already."""
    code = f"\nimport time\n{_START}"  # a server of its own
    monkeypatch.setattr("triage.sandbox.parent.pool._START", code)
    monkeypatch.setattr("triage.sandbox.parent.pool.FEW_JOBS", 1)
    made = Pool(Settings(workers=2))
    try:
        os.kill((hit := server(code))._process.pid, blow)
        for number in range(4):
            made.submit(Job(number, "note.txt", b"kestrel"))
        assert len(made._readers) == 2
        replies = replies_of(made)
        assert sorted(reply.job for reply in replies if isinstance(reply, Done)) == [0, 1, 2, 3]
        assert len(replies) == 8 and made.deaths == 0
        assert gone(hit._process.pid) and server(code).alive
    finally:
        made.close()
        server(code).close()


def test_a_server_that_is_stopped_for_a_moment_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """As what limits the processor time of a program does to all its processes, many times a second."""
    started = server(f"\nimport errno\n{_START}")
    pid = started._process.pid
    try:
        monkeypatch.setattr("time.sleep", lambda seconds: os.kill(pid, signal.SIGCONT))
        os.kill(pid, signal.SIGSTOP)
        assert started.alive
    finally:
        started.close()


@pytest.mark.nightly
def test_a_server_that_is_stopped_holds_up_neither_a_run_nor_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    code = f"\nimport signal\n{_START}"
    monkeypatch.setattr("triage.sandbox.parent.pool._START", code)
    first, second = Pool(Settings(workers=1)), Pool(Settings(workers=1))
    try:
        assert answered(first) and answered(second)
        os.kill(server(code)._process.pid, signal.SIGSTOP)
        first.close()  # ends its reader through the server
        assert answered(second)
        os.kill(server(code)._process.pid, signal.SIGSTOP)
        server(code).close()
    finally:
        first.close()
        second.close()


def test_a_flood_of_threads_ends_its_reader_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    read_by("hostile", monkeypatch)
    with closing(Pool(Settings(workers=1))) as made:
        made.submit(Job(1, "flood", b"HOSTILE threads"))
        made.submit(Job(2, "note.txt", b"plain"))
        troubles = [(r.job, code) for r in replies_of(made) if isinstance(r, Part) for code, _ in r.troubles]
        assert troubles == [(1, "crashed")] and made.deaths == 2


@pytest.mark.nightly
def test_a_server_that_has_no_reader_is_ended_and_another_started(pool: Pool) -> None:
    assert answered(pool)
    forkserver.end_idle()
    first = pool._readers[0].server
    assert first.alive and answered(pool)  # it has one
    pool._replace(pool._readers[0])
    assert first.alive and server(_START) is first
    pool._stop(pool._readers.pop())
    forkserver.end_idle()
    assert gone(first._process.pid)
    assert answered(pool) and pool._readers[0].server is not first


def test_servers_and_readers_end_with_the_process_that_started_them() -> None:
    code = """import os, sys
from tests.sandbox.readers import answered, readers_of
from triage.sandbox.parent.pool import Pool
from triage.settings import Settings
pool = Pool(Settings(workers=1))
assert answered(pool)
print(pool._readers[0].server._process.pid, *readers_of(pool), flush=True)
sys.stdin.read() if len(sys.argv) > 1 else None"""
    root = Path(__file__).parents[3]
    command = [sys.executable, "-W", "ignore::ResourceWarning", "-c", code]  # the pool is left open on purpose
    ended = subprocess.run(command, capture_output=True, text=True, cwd=root, check=True)
    assert not ended.stderr
    killed = subprocess.Popen([*command, "wait"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)
    assert killed.stdin and killed.stdout
    line = killed.stdout.readline()
    killed.kill()
    killed.communicate()
    for said in (ended.stdout, line):
        first, second = map(int, said.split())
        wait_for_end(first, second)


def test_ending_an_unknown_reader_raises_nothing() -> None:
    server(_START).end(12_345_678)


def test_pools_in_many_threads_get_answers_of_their_own() -> None:
    right: list[bool] = []

    def use() -> None:
        with closing(Pool(Settings(workers=1))) as made:
            right.append(answered(made))

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert right == [True] * 8


def test_a_server_that_is_closed_leaves_nothing() -> None:
    made = forkserver.ForkServer(_START)
    made.close()
    assert not made.alive and gone(made._process.pid)


def test_what_goes_wrong_in_a_readers_start_ends_that_reader_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = "from triage.sandbox.parent.forkserver import serve\ndef main(fd, settings): raise RuntimeError('no')\n"
    code = f"\n{wrong}serve(int(sys.argv[2]), main)"
    monkeypatch.setattr("triage.sandbox.parent.pool._START", code)
    made = Pool(Settings(workers=1))
    try:
        for _ in range(2):
            with pytest.raises(CaseError, match="can't start"):
                answered(made)
        assert server(code).alive
    finally:
        made.close()
        server(code).close()


def test_a_reader_that_cannot_be_forked_costs_the_others_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a machine has no room for one more process just then."""
    scarce = "import os\nborn = [os.fork, None, None, os.fork]\n"
    scarce += "def fork():\n    have = born.pop(0)\n    if have: return have()\n    raise BlockingIOError('no room')\n"
    code = _START.replace("serve(int", f"exec({scarce!r});os.fork=fork;serve(int")
    monkeypatch.setattr("triage.sandbox.parent.pool._START", code)
    first, second, third = (Pool(Settings(workers=1)) for _ in range(3))
    try:
        assert answered(first)
        with pytest.raises(CaseError, match="can't start"):
            answered(second)
        assert answered(third) and answered(first) and first.deaths == 0
    finally:
        for made in (first, second, third):
            made.close()
        server(code).close()
