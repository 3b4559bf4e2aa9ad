"""What commands declare: their arguments and options, the shared ones once, and where queries come from.

Nothing here works on a case or reads the query language.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from triage.errors import CaseError


class Option:
    """An argument or an option: its names, and settings for argparse. ``is_query``: its value is a query."""

    def __init__(self, *names: str, help: str = "", is_query: bool = False, **settings: Any) -> None:
        self._names, self._settings = names, {"help": help, **settings}
        self.is_query = is_query

    def declare(self, parser: argparse._ActionsContainer) -> None:
        parser.add_argument(*self._names, **self._settings)


class OneOf(Option):
    """Options of which only one may be given."""

    def __init__(self, *options: Option) -> None:
        super().__init__()
        self._options = options

    def declare(self, parser: argparse._ActionsContainer) -> None:
        group = parser.add_mutually_exclusive_group()
        for option in self._options:
            option.declare(group)


class Defaults(Option):
    """Values that no option sets."""

    def declare(self, parser: argparse._ActionsContainer) -> None:
        parser.set_defaults(**{name: value for name, value in self._settings.items() if name != "help"})


class Subcommand(NamedTuple):
    """A command or a verb: a sentence for the help, the function that returns the exit code, and its options.

    A command with ``verbs`` does something itself only if it has a ``run``. It states with its output that the case
    isn't read to the end, unless ``uncounted`` says why its output doesn't depend on that; None leaves that to the
    command above a verb.
    """

    help: str
    run: Callable[[argparse.Namespace], int] | None
    options: Sequence[Option]
    uncounted: str | None
    verbs: dict[str, Subcommand]

    @property
    def takes_query(self) -> bool:
        return any(option.is_query for option in self.options) or any(v.takes_query for v in self.verbs.values())


DECLARED: dict[str, Subcommand] = {}
"""The commands of the modules that are imported."""
_Run = TypeVar("_Run", bound=Callable[[argparse.Namespace], int])


def command(
    name: str, help: str, options: Sequence[Option] = (), *, uncounted: str | None = None
) -> Callable[[_Run], _Run]:
    """Make a function the command of this name, such as "search", or the verb of a command, such as "seal open"."""

    def declare(run: _Run) -> _Run:
        _declare(name, Subcommand(help, run, options, uncounted, {}))
        return run

    return declare


def group(name: str, help: str, uncounted: str | None = None) -> None:
    """Declare a command that does nothing without a verb."""
    _declare(name, Subcommand(help, None, (), uncounted, {}))


def _declare(name: str, subcommand: Subcommand) -> None:
    *above, last = name.split()
    siblings = DECLARED
    for part in above:
        siblings = siblings[part].verbs
    siblings[last] = subcommand


def flag(name: str, help: str) -> Option:
    return Option(name, action="store_true", help=help)


def text(name: str, help: str, **settings: Any) -> Option:
    """Return an option whose value is "" where it isn't given."""
    return Option(name, default="", help=help, **settings)


def file(*names: str, help: str, metavar: str = "FILE", **settings: Any) -> Option:
    return Option(*names, type=Path, metavar=metavar, help=help, **settings)


def several(name: str, metavar: str | None, help: str, **settings: Any) -> Option:
    return Option(name, action="append", metavar=metavar, help=help, **{"default": [], **settings})


def number(name: str, default: int, help: str) -> Option:
    return Option(name, type=_whole_number, default=default, metavar="N", help=help)


def limit(default: int, rows: str = "rows to list") -> Option:
    return number("--limit", default, f"{rows} (default {default}; 0 lists all)")


def share(name: str, default: float, help: str) -> Option:
    return Option(name, type=float, default=default, metavar="SHARE", help=f"{help} (default {default})")


def _whole_number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"write 0 or a larger whole number, not {text}")
    return int(text)


CASE = Option("case", type=Path, help="the case's folder")
JSON = flag("--json", "print everything as JSON")
READ_ONLY = flag("--read-only", "change nothing in the case's folder")
REVIEWER = Option("--reviewer", help="the reviewer's name (default: your login name)")
READING = (CASE, JSON, READ_ONLY)
DECIDING = (CASE, REVIEWER, JSON)
PROGRESS = Option(
    "--progress",
    choices=("json",),
    help="for programs: print progress, then the report or the error, as JSON, one object per line; stop when a pipe"
    " on standard input closes",
)
PASSPHRASE = file("--passphrase-file", help="the passphrase of your key (or set TRIAGE_PASSPHRASE)")
KEY = Option("--name", dest="key", default="", help="whose key signs (default: your login's)")
OUT = ("-o", "--out")
WITHIN = Option("--within", is_query=True, metavar="QUERY", help="search only the items that this query finds")
IDS_ALONE = flag("--ids", "print only the item ids, all of them, one per line")
TABLE_FORMATS = {"csv": "CSV", "xlsx": "a workbook", "html": "a page to read and print"}
TABLES = tuple(
    file(f"--{name}", help=f"write the report as {form} to a new file") for name, form in TABLE_FORMATS.items()
)


_QUERIES = ("query", "within", "known", "found")
"""Arguments that are queries."""
_UNQUOTED = re.compile(r"-[^\W\d_]\w+")


def query(help: str, *, option: bool = False, needed: bool = False, default: str = "") -> tuple[Option, Option, Option]:
    """Return a command's query, an argument or ``--query``, and ``--query-file``; ``default`` stands for none."""
    names, settings = (("--query",), {}) if option else (("query",), {"nargs": "?"})
    return (
        Option(*names, is_query=True, metavar="QUERY", help=f"{help}; - reads standard input", **settings),
        file("--query-file", help="read the query from this file, in UTF-8"),
        Defaults(query_loose=not option, query_needed=needed, query_default=default),
    )


ID = Option("id", help="the item's id, or a unique prefix of it")
IDS = Option("ids", nargs="*", metavar="ID", help="item ids, or unique prefixes of them")
ITEMS = (IDS, *query("all items that this query finds", option=True))
"""The two ways to name items."""


def refuse_unquoted(argv: Sequence[str]) -> None:
    """Raise CaseError for what looks like a query word with a minus, which would be taken for an option."""
    for text in argv[: argv.index("--")] if "--" in argv else argv:
        if _UNQUOTED.fullmatch(text):
            raise CaseError("query-unquoted", rest=text)


def take_queries(args: argparse.Namespace, others: Sequence[str]) -> None:
    """Replace ``-`` and files among the arguments by their queries; raises CaseError for a missing or blank query.

    ``others`` are words on the command line that belong to no argument, such as a query after the options.
    """
    if len(others) == 1 and args.query is None:
        args.query, others = others[0], ()
    if others:
        raise CaseError("query-unquoted", rest=" ".join(others))
    if file := getattr(args, "query_file", None):
        if args.query is not None:
            raise CaseError("query-twice")
        args.query = _of_file(file)
    for name in _QUERIES:
        if (text := getattr(args, name, None)) is not None:
            setattr(args, name, _not_blank(_of_input(args) if text == "-" else text))
        elif hasattr(args, name):
            setattr(args, name, "")
    for text in getattr(args, "term", ()):
        _not_blank(text)
    if not getattr(args, "query", "x"):
        if args.query_needed:
            raise CaseError("query-missing")
        args.query = args.query_default


def _not_blank(text: str) -> str:
    if not text.strip():
        raise CaseError("query-blank")
    return text


def _of_input(args: argparse.Namespace) -> str:
    # a program may keep standard input open after the first line
    return first_line() if getattr(args, "progress", None) else _one_line(sys.stdin.buffer.read())


def _of_file(path: Path) -> str:
    try:
        return _not_blank(_one_line(path.read_bytes()))
    except OSError as error:
        raise CaseError("query-file-unreadable", path=path, error=error.strerror) from None


def _one_line(data: bytes) -> str:
    try:
        return " ".join(data.decode("utf-8-sig").split("\n")).strip()
    except UnicodeDecodeError:
        raise CaseError("query-not-utf8") from None


def first_line() -> str:
    """Return the first line of standard input; raises CaseError where it ends before a line does."""
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


def read_text(path: Path) -> str:
    """Return the text (UTF-8) of a file that the command line names; raises CaseError where it can't be read."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise CaseError("file-unreadable", path=path, error="it isn't text in UTF-8") from None
    except OSError as error:
        raise CaseError("file-unreadable", path=path, error=error.strerror) from None
