"""What the benchmarks share: keys of their own, running a command with its times and peak memory, and copying a corpus.

Peak memory is the largest sum of the proportional set sizes (PSS) of the command and all processes below it, looked at
five times a second (more often would slow down what is measured); shared pages count once. It needs Linux's /proc.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TRIAGE = [sys.executable, "-c", "import sys; from triage.cli import main; sys.exit(main())"]
_EVERY = 0.2

if "TRIAGE_KEYS" not in os.environ:  # nothing is written where the login's own keys are
    os.environ["TRIAGE_KEYS"] = tempfile.mkdtemp(prefix="triage-keys-")
    atexit.register(shutil.rmtree, os.environ["TRIAGE_KEYS"], ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Measure:
    """One run of a command: wall and processor seconds (children included), peak MiB, exit code, what it said."""

    wall: float
    cpu: float
    peak_mb: float
    code: int
    said: str


def triage(*arguments: str | Path) -> list[str]:
    """Return the command line that runs the program of this working tree."""
    return [*TRIAGE, *map(str, arguments)]


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return this process's environment, with the working tree first on Python's path."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path, "PYTHONSAFEPATH": "1", **(more or {})}


def measure(command: Sequence[str], more: Mapping[str, str] | None = None, expect: int | None = 0) -> Measure:
    """Run a command to its end; raises RuntimeError with what it said where its exit code isn't the one expected."""
    started = time.monotonic()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment(more)
    )
    watch = _Watch(process.pid)
    watch.start()
    try:
        assert process.stdout is not None
        with process.stdout:
            said = process.stdout.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        process.kill()
        raise
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.finish()
    if expect is not None and process.returncode != expect:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said[-2000:]}")
    return Measure(wall, usage.ru_utime + usage.ru_stime, watch.peak_kb / 1024, process.returncode, said)


class _Watch(threading.Thread):
    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._end = threading.Event()
        self.peak_kb = 0

    def run(self) -> None:
        while not self._end.wait(_EVERY):
            self.peak_kb = max(self.peak_kb, sum(map(_pss_kb, family(self._pid))))

    def finish(self) -> None:
        self._end.set()
        self.join()


def family(pid: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid]
    for one in found:
        found += parents.get(one, [])
    return found


def _pss_kb(pid: int) -> int:
    try:
        lines = Path("/proc", str(pid), "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def corpus_argument() -> str | None:
    """Return the corpus named in the environment, for the default of ``--corpus``."""
    return os.environ.get("TRIAGE_BENCH_CORPUS")


def mirror(corpus: Path, target: Path, times: int) -> int:
    """Make ``times`` copies of a corpus below ``target``, each folder as a Maildir's; return the number of files.

    mu reads files only in folders named ``cur`` or ``new``, so that every tool gets this form. Files are copied: one
    with a hard link outside the scope isn't opened.
    """
    count = 0
    for folder, _, names in os.walk(corpus):
        place = Path(folder).relative_to(corpus)
        for copy in range(times if names else 0):
            box = target / str(copy + 1) / place
            for part in ("cur", "new", "tmp"):
                (box / part).mkdir(parents=True, exist_ok=True)
            for name in names:
                shutil.copyfile(Path(folder, name), box / "cur" / name)
                count += 1
    return count


def warm(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.read_bytes()
