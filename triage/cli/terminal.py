"""What commands print: tables, JSON, exit codes, and what may reach a terminal.

Nothing here works on a case. All that a command prints goes through ``guarded``, which stops control sequences: names
and texts come from strangers.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import traceback
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO, cast

import msgspec

from triage.errors import OUTPUT, naming
from triage.messages import as_json, render, say

if TYPE_CHECKING:
    from triage.model.items import Check, ExportReport, Status
    from triage.model.leaving import ProductionReport
    from triage.model.reports import IndexState
    from triage.model.runs import Extent, RunReport
    from triage.model.team import ReviewProgress

DONE, DOES_NOT_HOLD, NOT_DONE, STOPPED = 0, 1, 2, 130
Cell = str | int | None
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
"""Embeddings and isolates: harmless where they end, but nobody sees whether they do, so they are left out."""
_NARROWEST = 6
"""Letters that a column keeps on the narrowest terminal."""
_ID = re.compile("id|item|#|format", re.IGNORECASE)
"""Heads of columns that are of no use in part."""


def count(number: int, singular: str, plural: str = "") -> str:
    """Return "1 item", "1,284 items"; ``plural`` is given where it takes more than an s."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def show(args: argparse.Namespace, value: Any, lines: Iterable[str] = (), code: int = DONE) -> int:
    """Print a value as JSON if ``--json`` or ``--progress`` asks for it, else its lines; return the exit code.

    A command that counts states how much of the scope the case has read: in JSON always, with a list of values under
    "rows"; else below the lines, if that isn't all of it. None is the value of a stopped command.
    """
    if getattr(args, "progress", None):
        extent = take_extent(args)
        print_line(report=value, **({} if extent is None else {"extent": extent}))
    elif value is None:
        return STOPPED
    elif args.json:
        print_json(_with_extent(args, value))
    else:
        for text in lines:
            print(text)
        state_extent(args, sys.stdout)
    return STOPPED if value is None else code


def _with_extent(args: argparse.Namespace, value: Any) -> Any:
    extent = take_extent(args)
    if extent is None:
        return value
    if isinstance(value, list | tuple):
        return {"extent": extent, "rows": value}
    fields = value if isinstance(value, dict) else cast("dict[str, Any]", as_json(value))
    return {"extent": extent, **fields}


def take_extent(args: argparse.Namespace) -> Extent | None:
    """Return, once, how much of the scope the case has read; None for a command that counts nothing."""
    extent: Extent | None = getattr(args, "extent", None)
    args.extent = None
    return extent


def state_extent(args: argparse.Namespace, out: TextIO) -> None:
    """Print that a case isn't read to the end, if it isn't and that wasn't stated before, and how to read the rest."""
    extent = take_extent(args)
    if extent is not None and extent.message is not None:
        print(f"{render(extent.message)} Read the rest with: triage index {one_line(str(args.case))}", file=out)


def print_json(value: Any) -> None:
    """Print a value as JSON: dataclasses as objects, sentences in English, bytes in hexadecimal."""
    print_exactly(json.dumps(value, ensure_ascii=False, indent=1, default=as_json))


def print_line(**news: Any) -> None:
    print_exactly(json.dumps(news, ensure_ascii=False, default=msgspec.to_builtins))
    sys.stdout.flush()


@naming(OUTPUT)
def print_exactly(json_text: str) -> None:
    """Print JSON with what could steer a terminal as escapes, so that its values are what they were."""
    _unguarded(sys.stdout).write(_STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text) + "\n")


def confinement(
    report: RunReport | Status | ExportReport | ProductionReport | IndexState | ReviewProgress,
) -> Iterator[str]:
    """Yield what every report states where a source was opened by a process that Linux didn't confine."""
    if report.unconfined:
        yield render(say("broker-unconfined"))


def print_checks(args: argparse.Namespace, checks: Sequence[Check], fails: str, good: str, bad: str) -> int:
    """Print checks, one a line, and a last line; return the exit code: 1 where one of them doesn't hold."""
    all_hold = all(c.held for c in checks)
    lines = [f"{'holds ' if c.held else fails} {c.name}: {one_line(render(c.message))}" for c in checks]
    value = checks if getattr(args, "progress", None) else {"held": all_hold, "checks": checks}
    return show(args, value, [*lines, good if all_hold else bad], DONE if all_hold else DOES_NOT_HOLD)


def table(columns: dict[str, int], rows: Sequence[Sequence[Cell]], total: int = 0) -> Iterator[str]:
    """Yield a table's lines, without control characters; ``columns`` are heads with their greatest widths (0: any).

    On a narrower terminal the widest columns give way. A last line counts the rows of a ``total`` that are left out.
    """
    lines = [[_text(cell) for cell in row] for row in [tuple(columns), *rows]]
    widest = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    sizes = [min(width, most or width) for width, most in zip(widest, columns.values(), strict=True)]
    narrowable = [at for at, head in enumerate(columns) if not _ID.fullmatch(head)]
    width = room() - 2 * (len(sizes) - 1)
    while sum(sizes) > width and max((sizes[at] for at in narrowable), default=0) > _NARROWEST:
        sizes[max(narrowable, key=sizes.__getitem__)] -= 1
    yield from ("  ".join(map(_padded, line, sizes)).rstrip() for line in lines)
    yield from more(len(rows), total)


def more(shown: int, total: int) -> Iterator[str]:
    """Yield the last line of a shortened list, such as "and 126 more"; nothing if the list is complete."""
    if shown < total:
        yield f"and {total - shown:,} more"


def room() -> int:
    """Return the terminal's width in letters; a great number if the output isn't a terminal."""
    return shutil.get_terminal_size((0, 0)).columns or 1_000_000


class _Guarded:
    def __init__(self, stream: TextIO) -> None:
        self.unguarded = stream

    @naming(OUTPUT)
    def write(self, untrusted_text: str) -> int:
        self.unguarded.write(safe(untrusted_text))
        return len(untrusted_text)

    @naming(OUTPUT)
    def flush(self) -> None:
        self.unguarded.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unguarded, name)


@contextmanager
def guarded() -> Iterator[None]:
    """Keep what could steer a terminal out of all that is printed: results, errors, progress and tracebacks."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (cast("TextIO", stream and _Guarded(stream)) for stream in before)
    try:
        yield
    except Exception:
        sys.excepthook = lambda *error: print(safe("".join(traceback.format_exception(*error))), file=sys.stderr)
        raise
    finally:
        sys.stdout, sys.stderr = before


def _unguarded(stream: TextIO) -> TextIO:
    return getattr(stream, "unguarded", stream)


def redraw(text: str) -> None:
    stream = _unguarded(sys.stderr)
    stream.write("\r" + safe(text))
    stream.flush()


def safe(untrusted_text: str) -> str:
    """Return text without what could steer a terminal or reorder what it shows; line ends and tabs stay."""
    return _STEERING.sub(_harmless, untrusted_text)


def _harmless(match: re.Match[str]) -> str:
    if match[0] in _DIRECTIONS:
        return ""
    return "\r" if match[0] == "\r" and match.string.startswith("\n", match.end()) else "�"


def one_line(untrusted_text: str) -> str:
    """Return text as one line, so that a name can't fake another."""
    return " ".join(untrusted_text.splitlines())


def _text(cell: Cell) -> str:
    return f"{cell:,}" if isinstance(cell, int) else safe(" ".join((cell or "").split()))


def _padded(text: str, size: int) -> str:
    width = _width(text)
    if width > size:
        while text and _width(text) > size - 1:
            text = text[: min(len(text) - 1, size)]
        text, width = text + "…", _width(text) + 1
    return text + " " * (size - width)


def _width(text: str) -> int:
    return sum(map(_cells, text))


def _cells(c: str) -> int:
    if unicodedata.combining(c) or unicodedata.category(c) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1
