"""While a command runs: the case it opens, the key it signs with, Ctrl-C, and progress for people and for programs.

With ``--progress json`` another program runs the command, such as the window. Standard output gets one JSON object per
line: ``{"progress": ...}`` while the command runs, and finally ``{"report": ..., "extent": ...}`` or
``{"error": ...}``, a sentence, with its key and values in ``"message"``. A pipe on standard input that closes cancels
the command as Ctrl-C does, so that it doesn't outlive the program that started it.
"""

from __future__ import annotations

import argparse
import getpass
import os
import signal
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from triage.cli.options import TABLE_FORMATS
from triage.cli.terminal import count, print_line, redraw
from triage.messages import decode, render

if TYPE_CHECKING:
    from triage.case import Case
    from triage.model.items import ItemNo
    from triage.model.reports import HitList, Table, TermReport
    from triage.proof.keys import LoginKeys

_PAUSE = 0.1  # seconds between two lines of progress
_CHUNK = 1 << 16


def keys(args: argparse.Namespace) -> LoginKeys:
    """Return the login's keys, with the passphrase from the arguments or the environment.

    Commands that name a key ask for it at a terminal.
    """
    from triage.case.heads import keys_of_login

    own, locked = keys_of_login(args.passphrase_file, getattr(args, "key", ""))
    if locked and "key" in args and sys.stdin.isatty():
        own = replace(own, passphrase=getpass.getpass("Passphrase of your key: "))
    return own


@contextmanager
def open_case(args: argparse.Namespace) -> Iterator[Case]:
    from triage.case import Case

    own = keys(args) if "passphrase_file" in args else None
    case = Case.open(args.case, read_only=getattr(args, "read_only", False), keys=own)
    try:
        if args.counts:
            args.extent = case.extent
        yield case
        if "reviewer" in args and case.decisions.unsigned:
            print(render(decode(case.decisions.unsigned)), file=sys.stderr)
    finally:
        unrecorded = case.close()
    if unrecorded:
        print(f"triage: {render(decode(unrecorded))}", file=sys.stderr)


def items(case: Case, args: argparse.Namespace) -> list[ItemNo]:
    nos = case.search.run(args.query, reviewer=getattr(args, "reviewer", None) or "").nos if args.query else ()
    return list(dict.fromkeys([*map(case.search.find, args.ids), *nos]))


def reviewer(args: argparse.Namespace) -> str:
    """Return the reviewer's name: the option's, or the login name."""
    if args.reviewer:
        return str(args.reviewer)
    with suppress(Exception):
        return getpass.getuser()
    return ""


def write_tables(args: argparse.Namespace, report: HitList | TermReport | Table) -> None:
    from triage.case import write_table

    for name in TABLE_FORMATS:
        if (path := getattr(args, name, None)) is not None:
            write_table(report, path, f".{name}")
            print(f"written: {path}", file=sys.stderr)


@contextmanager
def stopping(args: argparse.Namespace) -> Iterator[threading.Event]:
    """Yield an event that the first Ctrl-C or SIGTERM sets, or with ``--progress`` the end of a pipe on standard input.

    The second Ctrl-C ends the program at once.
    """
    event = threading.Event()

    def note(_signal: int, _frame: object) -> None:
        if event.is_set():
            raise KeyboardInterrupt
        event.set()
        print("\ntriage: stopping after the current item; Ctrl-C again to stop at once.", file=sys.stderr)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with suppress(OSError):  # standard input may be closed
            if getattr(args, "progress", None) and stat.S_ISFIFO(os.fstat(0).st_mode):
                threading.Thread(target=_wait_for_end, args=(event,), daemon=True).start()
        yield event
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _wait_for_end(stop: threading.Event) -> None:
    while os.read(0, _CHUNK):  # not through sys.stdin: a thread that waits in there makes Python abort at its end
        pass
    stop.set()


def progress_lines(value: Callable[..., Any], stop: threading.Event) -> Callable[..., None]:
    """Return a function that prints ``value`` of its arguments, ten times a second; sets ``stop`` when nobody reads."""
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


def counting(
    args: argparse.Namespace, stop: threading.Event, verb: str = "", noun: str = ""
) -> Callable[[int, int], None]:
    """Return a function that reports what is done, of how many: as JSON, or at a terminal if there is a ``verb``."""

    def show(done: int, total: int) -> None:
        if verb and sys.stderr.isatty():
            redraw(f"{verb}: {done:,} of {count(total, noun)}" + ("\n" if done == total else ""))

    return progress_lines(lambda done, total: {"done": done, "total": total}, stop) if args.progress else show
