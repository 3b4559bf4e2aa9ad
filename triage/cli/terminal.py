"""What commands share: their usual arguments, progress, Ctrl-C, tables, JSON, and what may reach a terminal.

Nothing here works on a case. All that a command prints goes through ``guarded``, which lets no control sequence
through: names and texts come from strangers.
"""

from __future__ import annotations

import argparse
import getpass
import json
import re
import shutil
import signal
import sys
import threading
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO, cast

from triage.errors import OUTPUT, CaseError, naming
from triage.messages import as_json, decode, render, say

if TYPE_CHECKING:
    from triage.case import Case
    from triage.model.items import Check, ExportReport, ItemNo, Status
    from triage.model.leaving import ProductionReport
    from triage.model.reports import HitList, IndexState, Table, TermReport
    from triage.model.runs import Extent, RunReport
    from triage.model.team import ReviewProgress
    from triage.proof.keys import LoginKeys

Cell = str | int | None
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
"""Embeddings and isolates: harmless where they end, but nobody sees whether they do, so they are left out."""
_NARROWEST = 6
"""Letters that a column keeps on the narrowest terminal."""
_ID = re.compile("id|item|#|format", re.IGNORECASE)
"""Heads of columns that are of no use in part."""
_TABLE_FORMATS = {"csv": "CSV", "xlsx": "a workbook", "html": "a page to read and print"}


# ---- arguments


def case_arguments(parser: argparse.ArgumentParser, *, reviewer: bool = False) -> None:
    """Declare the case's folder and ``--json``; ``--reviewer`` for a command that is recorded, else ``--read-only``."""
    parser.add_argument("case", type=Path, help="the case's folder")
    output_arguments(parser, reviewer)
    if not reviewer:
        read_only_argument(parser)


def read_only_argument(parser: argparse.ArgumentParser) -> None:
    """Declare ``--read-only``."""
    parser.add_argument("--read-only", action="store_true", help="change nothing in the case's folder")


class Verb(NamedTuple):
    """A verb of a command with its help, its arguments, what it does, and whether what it states counts items."""

    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    counts: bool = False


def case_actions(
    parser: argparse.ArgumentParser, *, reviewer: bool = False
) -> Callable[[str, str], argparse.ArgumentParser]:
    """Return a function that declares a verb of the command by its name and help; the case's folder follows it."""
    actions = parser.add_subparsers(dest="action", metavar="VERB", required=True)

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        action = actions.add_parser(name, help=summary, description=summary)
        case_arguments(action, reviewer=reviewer)
        return action

    return add


def output_arguments(parser: argparse.ArgumentParser, reviewer: bool = False) -> None:
    """Declare ``--json``, and ``--reviewer`` where that is asked for."""
    if reviewer:
        parser.add_argument("--reviewer", help="who does it (default: the name you are logged in under)")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def items(case: Case, args: argparse.Namespace) -> list[ItemNo]:
    """Return the items that ``query_text.item_arguments`` name, each once."""
    found = case.search.run(args.query, reviewer=getattr(args, "reviewer", None) or "").nos if args.query else ()
    return list(dict.fromkeys([*map(case.search.find, args.ids), *found]))


def whole_number(text: str) -> int:
    """Return a number that an argument gives; raises ArgumentTypeError below 0."""
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"write 0 or a larger whole number, not {text}")
    return int(text)


def number_argument(parser: argparse.ArgumentParser, name: str, default: int, summary: str) -> None:
    """Declare an option that takes a number from 0 up."""
    parser.add_argument(name, type=whole_number, default=default, metavar="N", help=summary)


def table_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare --csv, --xlsx and --html for a command whose report is a table."""
    for name, form in _TABLE_FORMATS.items():
        parser.add_argument(f"--{name}", type=Path, metavar="FILE", help=f"write the report as {form}, to a new file")


def key_arguments(parser: argparse.ArgumentParser, *, name: bool = False) -> None:
    """Declare where the passphrase of the key that signs is, and which key that is."""
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="the passphrase of your key (or set TRIAGE_PASSPHRASE)"
    )
    if name:
        parser.add_argument("--name", dest="key", default="", help="whose key signs (default: that of your login)")


def keys(args: argparse.Namespace) -> LoginKeys:
    """Return the login's keys, with the passphrase that the arguments, the environment or a person at a terminal give.

    Only commands that name a key ask for it.
    """
    from triage.case.head_files import keys_of_login

    own, locked = keys_of_login(args.passphrase_file, getattr(args, "key", ""))
    if locked and "key" in args and sys.stdin.isatty():
        own = replace(own, passphrase=getpass.getpass("Passphrase of your key: "))
    return own


@contextmanager
def open_case(args: argparse.Namespace) -> Iterator[Case]:
    """Open the case that the arguments name."""
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


def read_text(path: Path) -> str:
    """Return the text (UTF-8) of a file that the command line names; raises CaseError where it can't be read."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise CaseError("file-unreadable", path=path, error="it isn't text in UTF-8") from None
    except OSError as error:
        raise CaseError("file-unreadable", path=path, error=error.strerror) from None


def reviewer(args: argparse.Namespace) -> str:
    """Return the reviewer's name: as given, or the name under which the person is logged in."""
    if args.reviewer:
        return str(args.reviewer)
    with suppress(Exception):
        return getpass.getuser()
    return ""


# ---- while a command runs


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


# ---- output


def count(number: int, singular: str, plural: str = "") -> str:
    """Return "1 item", "1,284 items"; ``plural`` is given where it takes more than an s."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def show(args: argparse.Namespace, value: Any, lines: Iterable[str]) -> int:
    """Print a value as JSON where ``--json`` asks for it, else its lines; returns the exit code 0.

    Of a command that counts it goes with how much of the scope the case has read: in JSON always, where several values
    stand under "rows"; else below the lines, where that isn't all.
    """
    if args.json:
        print_json(_with_extent(args, value))
    else:
        for text in lines:
            print(text)
        state_extent(args, sys.stdout)
    return 0


def _with_extent(args: argparse.Namespace, value: Any) -> Any:
    extent = take_extent(args)
    if extent is None:
        return value
    if isinstance(value, list | tuple):
        return {"extent": extent, "rows": value}
    fields = value if isinstance(value, dict) else cast("dict[str, Any]", as_json(value))
    return {"extent": extent, **fields}


def take_extent(args: argparse.Namespace) -> Extent | None:
    """Return how much of the scope the case has read that a command opened, once; None for one that counts nothing."""
    extent: Extent | None = getattr(args, "extent", None)
    args.extent = None
    return extent


def state_extent(args: argparse.Namespace, out: TextIO) -> None:
    """Print that a case isn't whole, if it isn't and that wasn't stated before, and how it becomes so."""
    extent = take_extent(args)
    if extent is not None and extent.message is not None:
        print(f"{render(extent.message)} Read the rest with: triage index {one_line(str(args.case))}", file=out)


def print_json(value: Any) -> None:
    """Print a value as JSON: dataclasses as objects, sentences in English, bytes in hexadecimal."""
    print_exactly(json.dumps(value, ensure_ascii=False, indent=1, default=as_json))


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
    held = all(c.held for c in checks)
    lines = [f"{'holds ' if c.held else fails} {c.name}: {one_line(render(c.message))}" for c in checks]
    show(args, {"held": held, "checks": checks}, [*lines, good if held else bad])
    return 0 if held else 1


def write_tables(args: argparse.Namespace, report: HitList | TermReport | Table) -> None:
    """Write a report to the files that ``table_arguments`` asked for."""
    from triage.case import write_table

    for name in _TABLE_FORMATS:
        if (path := getattr(args, name, None)) is not None:
            write_table(report, path, f".{name}")
            print(f"written: {path}", file=sys.stderr)


def table(columns: dict[str, int], rows: Sequence[Sequence[Cell]], total: int = 0) -> Iterator[str]:
    """Yield a table's lines; ``columns`` are heads with the widest that each may be (0: any).

    They hold no control characters. Where the terminal is narrower the widest columns give way. A last line counts the
    rows of a ``total`` that aren't here.
    """
    lines = [[_text(cell) for cell in row] for row in [tuple(columns), *rows]]
    widest = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    kept = [_ID.fullmatch(head) is not None for head in columns]
    sizes = _fitting([min(a, b or a) for a, b in zip(widest, columns.values(), strict=True)], kept, room())
    yield from ("  ".join(map(_padded, line, sizes)).rstrip() for line in lines)
    yield from more(len(rows), total)


def more(shown: int, total: int) -> Iterator[str]:
    """Yield the last line of a list that was shortened, such as "and 126 more"; none where nothing was left out."""
    if shown < total:
        yield f"and {total - shown:,} more"


def room() -> int:
    """Return how wide the terminal is, in letters; very wide where the output is no terminal's."""
    return shutil.get_terminal_size((0, 0)).columns or 1_000_000


def _fitting(sizes: list[int], kept: list[bool], room: int) -> list[int]:
    """Return the widths of columns for a line of so many letters: the widest are narrowed first, unless to be kept."""
    room -= 2 * (len(sizes) - 1)
    narrow = [at for at, keep in enumerate(kept) if not keep]
    while sum(sizes) > room and max((sizes[at] for at in narrow), default=0) > _NARROWEST:
        sizes[max(narrow, key=sizes.__getitem__)] -= 1
    return sizes


class _Guarded:
    """A standard stream through which nothing gets that could steer a terminal."""

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
    """Write a line on standard error in place of the one that the cursor is on."""
    stream = _unguarded(sys.stderr)
    stream.write("\r" + safe(text))
    stream.flush()


def safe(untrusted_text: str) -> str:
    """Return text without what could steer a terminal, or show it in another order; line ends and tabs stay."""
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
    """Return a text that is just so wide, its end left out where it is wider."""
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
