"""What commands share: progress on a terminal or in plain lines, Ctrl-C, tables, JSON. No work of a case."""

from __future__ import annotations

import getpass
import json
import shutil
import signal
import sys
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from triage.messages import render
from triage.model.messages import Message

if TYPE_CHECKING:
    from triage.model.items import Check, Progress
    from triage.model.reports import Expansion


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """Give an event that the first Ctrl-C or SIGTERM sets; the second one ends the program at once."""
    event = threading.Event()

    def note(_signal: int, _frame: object) -> None:
        if event.is_set():
            raise KeyboardInterrupt
        event.set()
        print("\ntriage: stopping after the current item; Ctrl-C again to stop at once.", file=sys.stderr)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield event
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class ProgressLine:
    """Shows progress on standard error: one line drawn again on a terminal, else a plain line every ten seconds."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._next = 10.0

    def __call__(self, p: Progress) -> None:
        """Show how far the run is."""
        text = describe(p)
        if self._terminal:
            width = shutil.get_terminal_size().columns
            sys.stderr.write("\r" + text[: width - 1].ljust(width - 1))
            if p.stage == "done":
                sys.stderr.write("\r" + " " * (width - 1) + "\r")
            sys.stderr.flush()
        elif p.seconds >= self._next and p.stage == "reading":
            self._next = p.seconds + 10
            print(text, file=sys.stderr)


def describe(p: Progress) -> str:
    """Return progress in words: share, files, rate, time left."""
    rate = p.items / p.seconds if p.seconds else 0.0
    text = f"{p.stage}: {p.files:,}"
    if p.total_files and p.stage == "reading":
        share = min(1.0, p.files / p.total_files)
        filled = int(share * 20)
        left = p.seconds * (1 - share) / share if share else 0.0
        text = f"[{'#' * filled}{'.' * (20 - filled)}] {share:4.0%}  {p.files:,} of {p.total_files:,} files"
        text += f"  {_duration(left)} left"
    return f"{text}  {p.items:,} items  {rate:,.0f}/s  {p.problems:,} problems"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.5), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def reviewer(given: str | None) -> str:
    """Return the reviewer's name: as given, or the name under which the person is logged in."""
    if given:
        return given
    with suppress(Exception):
        return getpass.getuser()
    return ""


def print_json(value: Any) -> None:
    """Print a value as JSON: dataclasses as objects, sentences in English, bytes in hexadecimal."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1, default=_plain)
    sys.stdout.write("\n")


def _plain(value: Any) -> Any:
    if isinstance(value, Message):
        return render(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(type(value).__name__)


def print_checks(checks: Sequence[Check], as_json: bool, fails: str, good: str, bad: str) -> int:
    """Print checks, one a line, and a last line; return the exit code: 1 where one of them doesn't hold."""
    held = all(c.held for c in checks)
    if as_json:
        print_json({"held": held, "checks": checks})
    else:
        for c in checks:
            print(f"{'holds ' if c.held else fails} {c.name}: {safe(render(c.message))}")
        print(good if held else bad)
    return 0 if held else 1


def table(head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Return a table in columns no wider than ``widths`` (0: any width), without control characters."""
    lines = [[_cell(c, w) for c, w in zip(row, widths, strict=True)] for row in [head, *rows]]
    size = [max(_width(line[i]) for line in lines) for i in range(len(widths))]
    return "\n".join("  ".join(c + " " * (size[i] - _width(c)) for i, c in enumerate(line)).rstrip() for line in lines)


def safe(untrusted_text: str) -> str:
    """Return text without control characters other than line ends and tabs, which could steer a terminal."""
    return "".join(c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") else "�" for c in untrusted_text)


def _cell(text: str, width: int) -> str:
    text = safe(" ".join(text.split()))
    return text if not width or len(text) <= width else text[: width - 1] + "…"


def _width(text: str) -> int:
    return sum(map(_cells, text))


def _cells(c: str) -> int:
    if unicodedata.combining(c) or unicodedata.category(c) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def expansion(said: Expansion, most: int = 1000) -> str:
    """Return what a term stands for on one line: at most so many words, each with the number of items that hold it."""
    shown = said.words[:most]
    words = ", ".join(f"{word} {count:,}" for word, count in shown) or "no word of the index"
    more = said.count - len(shown)
    return f"{said.term} → {words}" + (f" and {more:,} more words" if more else "")
