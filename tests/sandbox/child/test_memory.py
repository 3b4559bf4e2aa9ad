"""A reader's memory: freed memory is kept for what comes next, so that the system isn't asked for it page by page."""

from __future__ import annotations

import subprocess
import sys

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
