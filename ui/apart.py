"""Indexing in a process of its own (ui), so that the window neither waits for it nor grows with it. Knows no Qt.

``python -m ui.apart CASE`` indexes and writes one JSON object a line: ``{"progress": ...}`` as it goes on, at last
``{"report": ...}`` or ``{"error": sentence}``. It stops cleanly when its standard input ends, so also when the window
is killed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from triage.case import Case
from triage.errors import CaseError, TriageError
from triage.model import Progress, RunReport

_PAUSE = 0.1  # seconds between two lines of progress


def index(path: Path, report: Callable[[Progress], None], stop: threading.Event) -> RunReport:
    """Index a case in a process of its own; raises CaseError with its sentence where it fails."""
    command = [sys.executable, "-m", "ui.apart", str(path)]
    root = str(Path(__file__).parent.parent)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as process:
        threading.Thread(target=_pass_on, args=(process, stop), daemon=True).start()
        assert process.stdout is not None
        for line in process.stdout:
            news = json.loads(line)
            if "progress" in news:
                report(Progress(**news["progress"]))
            elif "error" in news:
                raise CaseError(news["error"])
            else:
                told: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in news["report"].items()}
                return RunReport(**told)
    raise CaseError("Indexing ended before it was done. Index again: it goes on where it was.")


def _pass_on(process: subprocess.Popen[bytes], stop: threading.Event) -> None:
    """End the other process's input once it shall stop."""
    while not stop.wait(0.05):
        if process.poll() is not None:
            return
    assert process.stdin is not None
    process.stdin.close()


def _say(**news: Any) -> None:
    sys.stdout.write(json.dumps(news) + "\n")
    sys.stdout.flush()


def _prove(case: Case) -> None:
    """Store the known-answer test's matrix with the case; where it can't be made, ``triage verify`` says so."""
    from triage.selftest.trial import attach

    with suppress(TriageError, OSError):
        attach(case)


def main() -> None:
    """Index the case named on the command line, behind what a person does in the window."""
    if hasattr(os, "nice"):
        os.nice(15)
    stop, last = threading.Event(), 0.0

    def wait_for_the_end() -> None:
        # Not through sys.stdin: a thread that waits in there would make Python abort when this process ends.
        while os.read(0, 1 << 16):
            pass
        stop.set()

    def report(progress: Progress) -> None:
        nonlocal last
        if time.monotonic() - last >= _PAUSE:
            last = time.monotonic()
            _say(progress=asdict(progress))

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    try:
        with Case.open(Path(sys.argv[1])) as case:
            done = case.index(progress=report, stop=stop)
            if not done.stopped:
                _prove(case)
            _say(report=asdict(done))
    except TriageError as error:
        _say(error=str(error))


if __name__ == "__main__":
    main()
