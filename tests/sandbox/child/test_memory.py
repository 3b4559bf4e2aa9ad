"""A reader's memory: freed memory is kept for what comes next, so that the system isn't asked for it page by page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_FAULTS = """
import resource, sys
from triage.sandbox.child.memory import keep_freed
if len(sys.argv) > 1 and not keep_freed():
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
from triage.sandbox.child import memory
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.child.members import whole
from triage.sandbox.wire import Job
from triage.settings import Settings
path = Path(sys.argv[1])
memory._MAPPED = int(sys.argv[2])
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
from triage.sandbox.child.memory import Cycles, collect_seldom
collect_seldom()
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
