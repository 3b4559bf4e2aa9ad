"""A reader's memory: freed memory is kept for what comes next, so that the system isn't asked for it page by page."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from triage.model.previews import RichText, SheetRows
from triage.sandbox.child.worker import Channel
from triage.sandbox.wire import REPLIES, Begin, Done, Frames, Job, Late, Native, Reply, Shown, pack, unpack

_FAULTS = """
import resource, sys
from triage.sandbox.child.worker import keep_freed_memory
if len(sys.argv) > 1 and not keep_freed_memory():
    sys.exit("no mallopt")
def build():
    pieces = [bytearray(50_000) for _ in range(100)]
build()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(10):
    build()
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


_MAPPED = """
import sys
from pathlib import Path
from triage.sandbox.child import worker
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.child.worker import whole
from triage.sandbox.wire import Job
from triage.settings import Settings
path = Path(sys.argv[1])
worker._MAPPED = int(sys.argv[2])
def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("RssFile", "RssShmem"))) << 10
job, most, parts = Job(1, path.name, mapped=path.stat().st_size), 0, 0
def send(reply):
    global most, parts
    most, parts = max(most, resident()), parts + 1
with path.open("rb") as file, whole(job, __import__("os").dup(file.fileno())) as data:
    before = resident()
    SourceReading(job, Settings(), send).read(data, path.name, "")
print(parts, most - before)
"""


_CYCLES = """
import sys
from triage.sandbox.child.worker import Cycles, collect_garbage_rarely
collect_garbage_rarely()
cycles, peak = Cycles(), int(sys.argv[2])
class Left:
    number = most = 0
    def __init__(self):
        self.itself = self
        Left.number += 1
        Left.most = max(Left.most, Left.number)
    def __del__(self):
        Left.number -= 1
for job in range(1000):
    Left()
    cycles.watch(int(sys.argv[1]), peak * job)
print(Left.most)
"""


def _faults(*kept: str) -> int:
    done = subprocess.run([sys.executable, "-c", _FAULTS, *kept], capture_output=True, text=True, check=False)
    if done.stderr.strip() == "no mallopt":
        pytest.skip("This system's C library can't be told to keep memory.")
    return int(done.stdout)


def test_memory_that_was_freed_is_not_had_anew_from_the_system() -> None:
    """Ten times 5 MB in small pieces: without being kept they are given back and faulted in again each time."""
    assert _faults("kept") * 10 < _faults()


@pytest.mark.parametrize(
    ("size", "growth", "most"),
    [(1 << 18, 0, 5), (2 << 20, 0, 1), (0, 1, 50), (0, 0, 1000)],
    ids=["small", "large", "growing", "still"],
)
def test_cycles_are_looked_for_by_what_was_read_and_where_memory_grows(size: int, growth: int, most: int) -> None:
    """A thousand jobs that leave one cycle each, too few objects for Python to look for them by itself."""
    told = subprocess.run([sys.executable, "-c", _CYCLES, str(size), str(growth)], capture_output=True, check=True)
    assert most * 0.5 < int(told.stdout) <= most


@pytest.mark.parametrize("kept", [1 << 20, 1 << 30], ids=["little", "all"])
def test_a_large_mailbox_does_not_stay_in_memory(kept: int, tmp_path: Path) -> None:
    """Twenty mails of 1 MB, of which as many bytes may stay mapped as ``kept`` says."""
    mail = "From a@example.com Mon Jan  1 00:00:00 2024\nSubject: heron\n\n" + "A grey heron.\n" * 75_000 + "\n"
    path = tmp_path / "heron.mbox"
    path.write_text(mail * 20)
    done = subprocess.run([sys.executable, "-c", _MAPPED, path, str(kept)], capture_output=True, text=True, check=True)
    parts, most = map(int, done.stdout.split())
    assert parts == 21
    assert (most < path.stat().st_size // 2) == (kept == 1 << 20)


# Replies arrive whole and in order, however large; text is made fit to be sent.


def told(*replies: Reply) -> list[Reply]:
    """Return what the other side has of replies that a reader sends."""
    ours, theirs = socket.socketpair()
    frames, got = Frames(), []

    def receive() -> None:
        while piece := ours.recv(1 << 16):
            frames.feed(piece)
            got.extend(unpack(REPLIES, body) for body in iter(frames.next, None))

    listener = Thread(target=receive)
    listener.start()
    with theirs:
        channel = Channel(theirs)
        for reply in replies:
            channel.send(reply)
        channel.flush()
    listener.join()
    ours.close()
    return got


def test_small_and_large_replies_arrive_in_their_order() -> None:
    replies = [Done(1, 1), Native(2, bytes(range(256)) * 9000), Done(3, 3), Begin(4, "0"), Native(5, b"x" * (1 << 18))]
    assert told(*replies) == replies


def test_halves_of_characters_are_mended() -> None:
    assert told(Late(1, "0", [("damaged", "a\ud800b")])) == [Late(1, "0", [("damaged", "a\ufffdb")])]


def test_halves_of_characters_in_previews_are_mended() -> None:
    def views(text: str) -> list[Reply]:
        sheet = SheetRows(((text, False),), 0, 1, 1, ((text,),), frozenset([3]), frozenset(), ("columns",))
        return [Shown(1, RichText((text,), ("rest",))), Shown(2, sheet)]

    assert told(*views("a\ud800b\ud83d\ude00")) == views("a\ufffdb\U0001f600")


def test_jobs_come_until_the_other_side_closes() -> None:
    ours, theirs = socket.socketpair()
    with theirs:
        ours.sendall(pack(Job(1, "a")) + pack(Job(2, "b")))
        ours.close()
        assert [job.name for job in Channel(theirs).jobs()] == ["a", "b"]


# What is ready before readers are forked, none of them makes anew.

_CODE = """
import os, sys
from triage.sandbox.child.confine import confine
from triage.sandbox.child.worker import load_libraries, load_tables, warm_up
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.wire import Job, Part
from triage.settings import Settings
warm_up()
load_tables()
load_libraries()
_GIF = b"GIF87a\\1\\0\\1\\0\\x80\\0\\0\\0\\0\\0\\xff\\xff\\xff,\\0\\0\\0\\0\\1\\0\\1\\0\\0\\2\\2D\\1\\0;"
before = set(sys.modules)
confine(1024)  # refuses where a library has started a thread
for data in (_GIF, b"Subject: caf\\xe9\\n\\nl'\\xe9t\\xe9", b"<html><p>kestrel", b"caf\\xe9 d\\xe9j\\xe0 vu"):
    replies = []
    SourceReading(Job(0, "f", data), Settings(), replies.append).read(data, "f", "")
    assert isinstance(replies[0], Part) and not replies[0].troubles[1:], replies
print([name for name in set(sys.modules) - before if not name.startswith("encodings.")])
"""


def test_readers_of_common_files_load_nothing_any_more() -> None:
    done = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
