"""A reader's memory: freed memory is kept for what comes next, so that the system isn't asked for it page by page."""

from __future__ import annotations

import subprocess
import sys

import pytest

_FAULTS = """
import resource, sys
from triage.sandbox.memory import keep_freed
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
import resource, sys
from triage.sandbox.memory import Growth, collect_seldom
collect_seldom()
growth = Growth()
for _ in range(60):
    holder = [bytearray(5_000_000)]
    holder.append(holder)
    weight = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if len(sys.argv) > 1:
        growth.watch(weight)
print(weight)
"""


def _faults(*kept: str) -> int:
    done = subprocess.run([sys.executable, "-c", _FAULTS, *kept], capture_output=True, text=True, check=False)
    if done.stderr.strip() == "no mallopt":
        pytest.skip("This system's C library can't be told to keep memory.")
    return int(done.stdout)


def test_memory_that_was_freed_is_not_had_anew_from_the_system() -> None:
    """Ten times 5 MB in small pieces: without being kept they are given back and faulted in again each time."""
    assert _faults("kept") * 10 < _faults()


def test_what_lies_in_cycles_goes_before_it_fills_the_memory() -> None:
    """Sixty jobs that leave 5 MB in a cycle each: too few objects for Python to look for them by itself."""
    left, watched = (
        int(subprocess.run([sys.executable, "-c", _CYCLES, *kept], capture_output=True, text=True, check=True).stdout)
        for kept in ((), ("watched",))
    )
    assert watched * 2 < left
