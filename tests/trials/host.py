"""A process that has loaded the program and forks once for each command, so that none has to load it again.

It is started under the library that lets calls fail, whose plan holds in all its forks.
"""

from __future__ import annotations

import atexit
import json
import os
import pkgutil
import signal
import subprocess
import sys
import traceback
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, NoReturn, Self

from tests.faults import Fault, Faults

HANG = 120
"""Seconds after which a command is ended by SIGALRM."""
_LOADED = (
    "cli",
    "case",
    "export",
    "indexing",
    "insight",
    "proof",
    "review",
    "sandbox.parent",
    "scope",
    "search",
    "store",
)


class Ended(NamedTuple):
    """How a command ended: its exit code (negative for a signal) and what it printed."""

    code: int
    out: str
    err: str


class Host:
    """The process as seen from the tests, which run commands by it."""

    def __init__(self, faults: Faults, folder: Path) -> None:
        self._faults, self._folder = faults, folder
        code = "from tests.trials.host import serve; serve()"
        self._process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=faults.set(Fault(())),
            text=True,
        )

    def run(self, fault: Fault, keys: Path, *words: object) -> Ended:
        out, err = self._folder / "out.txt", self._folder / "err.txt"
        assert self._process.stdin is not None and self._process.stdout is not None
        self._faults.set(fault)
        order = {"argv": [*map(str, words)], "keys": str(keys), "out": str(out), "err": str(err)}
        print(json.dumps(order), file=self._process.stdin, flush=True)
        code = int(self._process.stdout.readline())
        return Ended(code, out.read_text(errors="replace"), err.read_text(errors="replace"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process.wait(HANG)


def serve() -> None:
    for package in _LOADED:
        module = import_module(f"triage.{package}")
        for found in pkgutil.walk_packages(module.__path__, f"{module.__name__}."):
            if not found.name.endswith("__main__"):
                import_module(found.name)
    for name in ("docx", "xlsxwriter", "cryptography.hazmat.primitives.asymmetric.ed25519"):
        import_module(name)
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            _be_command(**order)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _be_command(argv: list[str], keys: str, out: str, err: str) -> NoReturn:
    code = 1
    try:
        os.setpgid(0, 0)
        signal.alarm(HANG)
        for number, path in ((0, os.devnull), (1, out), (2, err)):
            os.dup2(os.open(path, os.O_RDWR | (os.O_CREAT | os.O_TRUNC if number else 0), 0o600), number)
        os.environ["TRIAGE_KEYS"] = keys
        os.environ["TRIAGE_STATE"] = f"{keys}-state"
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, "r" if n == 0 else "w", closefd=False) for n in range(3))
        from triage.cli import main

        code = main(argv)
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
