"""A process that has loaded the program and forks once for each command, so that none has to load it again.

It is started under the library that lets calls fail, whose plan holds in all its forks.
"""

from __future__ import annotations

import atexit
import json
import os
import pkgutil
import signal
import sys
import traceback
from importlib import import_module
from typing import NoReturn

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


def _be_command(argv: list[str], environment: dict[str, str], out: str, err: str) -> NoReturn:
    code = 1
    try:
        os.setpgid(0, 0)
        signal.alarm(HANG)
        for number, path in ((0, os.devnull), (1, out), (2, err)):
            os.dup2(os.open(path, os.O_RDWR | (os.O_CREAT | os.O_TRUNC if number else 0), 0o600), number)
        os.environ.update(environment)
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
