"""Other systems than Linux: one sentence at every entrance, before anything is imported that they lack."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WINDOWS = """
import os, shutil, signal, socket, sys, time
sys.platform = "win32"
for module, names in (
    (os, "O_CLOEXEC O_DIRECTORY O_NOCTTY O_NOFOLLOW O_NONBLOCK fork geteuid getuid killpg mkfifo nice pipe2 posix_spawn"
         " pread pwrite sched_getaffinity setsid statvfs sysconf uname"),
    (signal, "SIGKILL SIGALRM SIGPROF ITIMER_PROF ITIMER_REAL setitimer"),
    (socket, "AF_UNIX recv_fds send_fds"),
    (time, "tzset"),
):
    for name in names.split():
        delattr(module, name)
for name in ("fcntl", "grp", "pwd", "resource", "syslog", "termios", "tty"):
    sys.modules[name] = None
"""
"""Takes away what Python lacks on Windows; argparse loads shutil, which there needs what Python has only on Windows."""
MACOS = "import sys; sys.platform = 'darwin'"
SENTENCE = "Triage runs on Linux only, because "
ENTRANCES = {
    "the command line": ("from triage.cli import main; sys.exit(main(['status', 'case']))", "triage: "),
    "the window": ("from ui.__main__ import main; sys.exit(main(['case']))", ""),
    "the library": ("try: import triage.case\nexcept ImportError as error: sys.exit(str(error))", ""),
}


@pytest.mark.parametrize("system", [WINDOWS, MACOS], ids=["windows", "macos"])
@pytest.mark.parametrize("entrance", ENTRANCES)
def test_elsewhere_it_ends_with_one_sentence(entrance: str, system: str) -> None:
    code, before = ENTRANCES[entrance]
    done = _run(f"{system}\n{code}")
    assert done.returncode in (1, 2) and done.stdout == ""
    assert done.stderr.startswith(before + SENTENCE) and done.stderr.count("\n") == 1, done.stderr


def test_without_the_sentence_there_would_be_a_traceback() -> None:
    done = _run(f"{WINDOWS}\nsys.platform = 'linux'\nimport triage.case")
    assert done.returncode == 1 and "Traceback" in done.stderr


def _run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
