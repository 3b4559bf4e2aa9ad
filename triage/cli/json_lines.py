"""``--progress json``: a command that another program runs, such as the window. No work of a case.

Standard output gets one JSON object a line: ``{"progress": ...}`` while the command runs, and at last
``{"report": ..., "extent": ...}`` or ``{"error": ...}``, a sentence, with its key and values in ``"message"``. A pipe
on standard input that closes cancels the command as Ctrl-C does, so that it doesn't outlive the program that started
it.
"""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import msgspec

from triage.cli import terminal
from triage.errors import CaseError

if TYPE_CHECKING:
    from triage.model.items import ExportReport
    from triage.model.leaving import ProductionReport

_PAUSE = 0.1  # seconds between two lines of progress
_CHUNK = 1 << 16


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the option."""
    parser.add_argument(
        "--progress",
        choices=("json",),
        help="for programs: print progress, and at last the report or the error, as JSON, one object a line;"
        " stop when a pipe on standard input closes",
    )


def print_result(args: argparse.Namespace, report: Any) -> None:
    """Print what the command came to, and if it counts something, how much of the scope the case has read."""
    extent = terminal.take_extent(args)
    print_line(report=report, **({} if extent is None else {"extent": extent}))


def print_line(**news: Any) -> None:
    """Print one object."""
    terminal.print_exactly(json.dumps(news, ensure_ascii=False, default=msgspec.to_builtins))
    sys.stdout.flush()


def progress(value: Callable[..., Any], stop: threading.Event) -> Callable[..., None]:
    """Return a function that prints what ``value`` makes of progress, at times; sets ``stop`` where nobody reads."""
    last = 0.0

    def report(*numbers: Any) -> None:
        nonlocal last
        if time.monotonic() - last >= _PAUSE and not stop.is_set():
            last = time.monotonic()
            try:
                print_line(progress=value(*numbers))
            except BrokenPipeError:
                stop.set()

    return report


def counts(
    args: argparse.Namespace, stop: threading.Event, verb: str = "", noun: str = ""
) -> Callable[[int, int], None]:
    """Return what reports how many of how many are done: as JSON, else on a terminal if there is a ``verb``."""

    def show(done: int, total: int) -> None:
        if verb and sys.stderr.isatty():
            terminal.redraw(f"{verb}: {done:,} of {terminal.count(total, noun)}" + ("\n" if done == total else ""))

    return progress(lambda done, total: {"done": done, "total": total}, stop) if args.progress else show


@contextmanager
def stopping(args: argparse.Namespace) -> Iterator[threading.Event]:
    """Give an event that Ctrl-C sets, a request to end, or with ``--progress`` the end of a pipe on standard input."""
    with terminal.stopping() as stop:
        with suppress(OSError):  # standard input may be closed
            if args.progress and stat.S_ISFIFO(os.fstat(0).st_mode):
                threading.Thread(target=_wait_for_end, args=(stop,), daemon=True).start()
        yield stop


def _wait_for_end(stop: threading.Event) -> None:
    while os.read(0, _CHUNK):  # not through sys.stdin: a thread that waits in there makes Python abort at its end
        pass
    stop.set()


def first_line() -> str:
    """Return the first line of standard input; raises CaseError where it ends before that."""
    if (line := _line()) is None:
        raise CaseError("query-not-on-input")
    return line.strip()


def lines_to_empty() -> Iterator[str]:
    """Yield the lines of standard input, up to an empty one or its end; the rest isn't read."""
    while line := _line():
        yield line


def _line() -> str | None:
    text = b""
    while not text.endswith(b"\n"):
        character = os.read(0, 1)
        if not character:
            return None
        text += character
    try:
        return text[:-1].decode("utf-8")
    except UnicodeDecodeError:
        raise CaseError("query-not-utf8") from None


def print_report(args: argparse.Namespace, report: ExportReport | ProductionReport, lines: Iterable[str]) -> int:
    """Print what was written, as these lines where no program asked; return the exit code. Stopped, nothing was."""
    if args.progress:
        print_result(args, report)
    elif args.json or not report.stopped:
        terminal.show(args, report, lines)
    return 130 if report.stopped else 0
