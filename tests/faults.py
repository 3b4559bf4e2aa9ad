"""Faults on purpose: a disk that is full, a read, write or sync that fails, a kill at an exact call, in real processes.

A library of our own (``fault_shim.c``) is loaded before the C library. The plan lies in a file that all processes map:
a process that runs under it may be given another plan, and may fork.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.effort import HANGS

READ, WRITE, SYNC, CREATE = 1, 2, 4, 8
"""Kinds of calls: reads, writes and growths, syncs, and what makes a file or folder or gives it a name."""
COUNT, ONCE, ALWAYS, KILL = range(4)
"""What becomes of the call that is meant: nothing, it fails, it and all after it fail, its process is killed."""
FULL = errno.ENOSPC

_LAYOUT = struct.Struct("@qqiiii2048s1024s4q")
_SOURCE = Path(__file__).with_name("fault_shim.c")
_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Fault:
    """The ``at``-th call (from 1 on) of these ``kinds`` on files whose paths begin with one of ``paths``.

    Calls are counted in all processes together, whatever of them comes to pass.
    """

    paths: tuple[Path, ...]
    kinds: int = WRITE | CREATE
    at: int = 1
    mode: int = ALWAYS
    error: int = FULL


class Ended(NamedTuple):
    """How a command ended under a fault: its exit code (negative for a signal), what it printed, how many calls were
    counted, and where the first one failed.
    """

    code: int
    out: str
    err: str
    calls: int
    first: str


class Faults:
    """Runs commands under faults, each in a fork of one process that has loaded the program (``tests.trials.host``)."""

    def __init__(self, shim: Path, folder: Path) -> None:
        self._shim, self._folder, self._plan = shim, folder, folder / "plan"
        self._process: subprocess.Popen[str] | None = None

    def set(self, fault: Fault) -> dict[str, str]:
        """Write a plan, which holds at once for what runs already; return the environment under which it holds."""
        paths = "".join(f"{path}\n" for path in fault.paths).encode()
        plan = _LAYOUT.pack(0, fault.at, fault.mode, fault.error, fault.kinds, 0, paths, b"", 0, 0, 0, 0)
        with self._plan.open("r+b" if self._plan.exists() else "xb") as file:
            file.write(plan)
        return os.environ | {"LD_PRELOAD": str(self._shim), "FAULT_PLAN": str(self._plan)}

    def run(self, fault: Fault, *command: object, **environment: str) -> Ended:
        """Run a command of the program under a fault, to its end."""
        given = self.set(fault)
        if self._process is None:
            words = [sys.executable, "-c", "from tests.trials.host import serve; serve()"]
            self._process = subprocess.Popen(
                words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=given, cwd=_ROOT, text=True
            )
        assert self._process.stdin is not None and self._process.stdout is not None
        out, err = self._folder / "out.txt", self._folder / "err.txt"
        order = {"argv": [*map(str, command)], "environment": given | environment, "out": str(out), "err": str(err)}
        print(json.dumps(order), file=self._process.stdin, flush=True)
        code = int(self._process.stdout.readline())
        calls, *_, first = _LAYOUT.unpack(self._plan.read_bytes())[:-4]
        printed = (path.read_text(errors="replace") for path in (out, err))
        return Ended(code, *printed, calls, first.split(b"\0")[0].decode("utf-8", "replace"))

    def close(self) -> None:
        if self._process is not None:
            self._process.communicate(timeout=HANGS)

    def calls(self, fault: Fault, *command: object, **environment: str) -> int:
        """Return how many calls a command makes that a fault is about, by running it undisturbed."""
        ended = self.run(Fault(fault.paths, fault.kinds, mode=COUNT), *command, **environment)
        assert ended.code == 0, ended
        return ended.calls

    def by_kind(self) -> dict[int, int]:
        """Return how many calls of each kind were counted under the plan."""
        counts = _LAYOUT.unpack(self._plan.read_bytes())[-4:]
        return dict(zip((READ, WRITE, SYNC, CREATE), counts, strict=True))


def of_login(keys: Path) -> dict[str, str]:
    """Return the environment of a login whose keys are in a folder."""
    return {"TRIAGE_KEYS": str(keys), "TRIAGE_STATE": f"{keys}-state"}


def compiled(folder: Path) -> Path:
    """Compile the library; skips the test where there is no C compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler for the library that lets calls fail")
    shim = folder / "fault_shim.so"
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", shim, _SOURCE, "-ldl"], check=True, timeout=HANGS)
    return shim
