"""Indexing and exporting by the command line, in a process of its own, so that the window waits for neither. No Qt.

The process is told to stop, and also stops when the window is killed, by the end of its standard input.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from triage.errors import CaseError
from triage.messages import decode
from triage.model.items import ExportReport, Progress, RunReport

T = TypeVar("T")
_NICE = 15  # behind what a person does in the window


def index(path: Path, report: Callable[[Progress], None], stop: threading.Event) -> RunReport:
    """Index a case; raises CaseError with the command's sentence where it fails."""
    done = _run(["index", str(path)], "", lambda progress: report(Progress(**progress)), stop, RunReport)
    if done is None:
        raise CaseError("indexing-ended-early")
    return done


def export(
    path: Path, target: Path, query: str, reviewer: str, report: Callable[[int, int], None], stop: threading.Event
) -> ExportReport:
    """Export what a query finds; raises CaseError with the command's sentence where it fails.

    The query isn't on the command line, which others on the machine can read.
    """
    command = ["export", "--query", "-", f"--reviewer={reviewer}", "--", str(path), str(target)]
    line = " ".join(query.split("\n")) + "\n"
    done = _run(command, line, lambda counts: report(counts["done"], counts["total"]), stop, ExportReport)
    if done is None:
        raise CaseError("export-ended-early", path=target)
    return done


def _run(
    command: Sequence[str], line: str, report: Callable[[Any], None], stop: threading.Event, kind: type[T]
) -> T | None:
    """Run a command, pass its progress on and return its report, None where it ended without one."""
    arguments = [sys.executable, "-m", "triage", command[0], "--progress", "json", *command[1:]]
    root = Path(__file__).parent.parent
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdin is not None and process.stdout is not None
        os.setpriority(os.PRIO_PROCESS, process.pid, _NICE)
        process.stdin.write(line.encode())
        process.stdin.flush()
        threading.Thread(target=_end_input, args=(process, stop), daemon=True).start()
        for news in map(json.loads, process.stdout):
            if "error" in news:
                raise CaseError(decode(news["message"]))
            if "report" in news:
                return msgspec.convert(news["report"], kind)
            report(news["progress"])
    return None


def _end_input(process: subprocess.Popen[bytes], stop: threading.Event) -> None:
    """Close the process's standard input once it shall stop."""
    while not stop.wait(0.05):
        if process.poll() is not None:
            return
    assert process.stdin is not None
    process.stdin.close()
