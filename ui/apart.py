"""Indexing and exporting in a process of its own, so that the window waits for neither. Knows no Qt.

``python -m ui.apart CASE`` indexes; ``python -m ui.apart CASE export`` reads its order, a JSON object on a line, from
its standard input and exports. Both write a JSON object a line: ``{"progress": ...}`` as they go on, at last
``{"report": ...}`` or ``{"error": sentence}``. They stop cleanly when their standard input ends, so also when the
window is killed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from triage.case import Case
from triage.errors import CaseError, TriageError
from triage.messages import decode, encode
from triage.model.items import ExportReport, Progress, RunReport

T = TypeVar("T")
_PAUSE = 0.1  # seconds between two lines of progress
_PIECE = 1 << 16


def index(path: Path, report: Callable[[Progress], None], stop: threading.Event) -> RunReport:
    """Index a case in a process of its own; raises CaseError with its sentence where it fails."""
    done = _follow(path, None, lambda news: report(Progress(**news)), stop, RunReport)
    if done is None:
        raise CaseError("indexing-ended-early")
    return done


def export(
    path: Path, target: Path, query: str, reviewer: str, report: Callable[[int, int], None], stop: threading.Event
) -> ExportReport:
    """Export what a query finds, as ``Case.export`` does; raises CaseError with its sentence where it fails.

    The order isn't on the command line, which others on the machine can read.
    """
    order = {"target": str(target), "query": query, "reviewer": reviewer}
    done = _follow(path, order, lambda news: report(*news), stop, ExportReport)
    if done is None:
        raise CaseError("export-ended-early", path=target)
    return done


def _follow(
    path: Path, order: dict[str, str] | None, report: Callable[[Any], None], stop: threading.Event, kind: type[T]
) -> T | None:
    """Start a process, pass its progress on and return its report, None where it ended without one."""
    command = [sys.executable, "-m", "ui.apart", str(path), *(() if order is None else ("export",))]
    root = str(Path(__file__).parent.parent)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdin is not None and process.stdout is not None
        if order is not None:
            process.stdin.write(f"{json.dumps(order)}\n".encode())
            process.stdin.flush()
        threading.Thread(target=_pass_on, args=(process, stop), daemon=True).start()
        for line in process.stdout:
            news = json.loads(line)
            if "error" in news:
                raise CaseError(decode(news["error"]))
            if "report" in news:
                return msgspec.convert(news["report"], kind)
            report(news["progress"])
    return None


def _pass_on(process: subprocess.Popen[bytes], stop: threading.Event) -> None:
    """End the other process's input once it shall stop."""
    while not stop.wait(0.05):
        if process.poll() is not None:
            return
    assert process.stdin is not None
    process.stdin.close()


# ---- in the other process


def _say(**news: Any) -> None:
    sys.stdout.write(json.dumps(news) + "\n")
    sys.stdout.flush()


def _seldom(made: Callable[..., Any]) -> Callable[..., None]:
    """Return a function that says progress, but not all the time."""
    last = 0.0

    def report(*progress: Any) -> None:
        nonlocal last
        if time.monotonic() - last >= _PAUSE:
            last = time.monotonic()
            _say(progress=made(*progress))

    return report


def _index(case: Case, stop: threading.Event) -> RunReport:
    """Index, and store the known-answer test's matrix; where it can't be made, ``triage verify`` says so."""
    from triage.selftest.trial import attach

    done = case.index(progress=_seldom(asdict), stop=stop)
    if not done.stopped:
        with suppress(TriageError, OSError):
            attach(case)
    return done


def _export(case: Case, order: dict[str, str], stop: threading.Event) -> ExportReport:
    report = _seldom(lambda *numbers: numbers)
    return case.export.bundle(Path(order["target"]), order["query"], order["reviewer"], progress=report, stop=stop)


def _pieces() -> Iterator[bytes]:
    """Yield what comes in. Not through sys.stdin: a thread that waits in there makes Python abort at its end."""
    while piece := os.read(0, _PIECE):
        yield piece


def _order() -> dict[str, str]:
    """Return the order on the first line; without one there is nobody to do it for."""
    read = b""
    for piece in _pieces():
        read += piece
        if read.endswith(b"\n"):
            break
    return dict(json.loads(read or b"{}"))


def main() -> None:
    """Do what the command line says, behind what a person does in the window."""
    os.nice(15)
    path, *work = sys.argv[1:]
    order = _order() if work else {}
    if work and not order:
        return
    stop = threading.Event()

    def wait_for_the_end() -> None:
        for _ in _pieces():
            pass
        stop.set()

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    try:
        with Case.open(Path(path)) as case:
            _say(report=asdict(_export(case, order, stop) if work else _index(case, stop)))
    except TriageError as error:
        _say(error=encode(error.message))


if __name__ == "__main__":
    main()
