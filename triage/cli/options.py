"""What commands declare: their arguments and options as data, those of several once, and where queries come from.

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
    """An argument or an option: its names and what argparse is told of it. ``is_query``: its value is a query."""

    def __init__(self, *names: str, help: str = "", is_query: bool = False, **settings: Any) -> None:
        self._names, self._settings = names, {"help": help, **settings}
        self.is_query = is_query

    def declare(self, parser: argparse._ActionsContainer) -> None:
        """Add it to a parser, or to a group of options."""
        parser.add_argument(*self._names, **self._settings)


class OneOf(Option):
    """Options of which only one may be given."""

    def __init__(self, *options: Option) -> None:
        super().__init__()
        self._options = options

    def declare(self, parser: argparse._ActionsContainer) -> None:
        """Add them as a group."""
        group = parser.add_mutually_exclusive_group()
        for option in self._options:
            option.declare(group)


class Defaults(Option):
    """Values that stand where no option gives them."""

    def declare(self, parser: argparse._ActionsContainer) -> None:
        """Set them."""
        parser.set_defaults(**{name: value for name, value in self._settings.items() if name != "help"})


class Subcommand(NamedTuple):
    """A command, or a verb of one: a sentence for the help, what it does, which gives the exit code, and its options.

    One with ``verbs`` does something of its own as well if it has a ``run``. A command states with its output where
    the case isn't whole, unless ``uncounted`` says why what it states doesn't depend on that; what None says of a verb
    is said of its command.
    """

    help: str
    run: Callable[[argparse.Namespace], int] | None
    options: Sequence[Option]
    uncounted: str | None
    verbs: dict[str, Subcommand]

    @property
    def takes_query(self) -> bool:
        """Whether an option of it or of a verb is a query."""
        return any(one.is_query for one in self.options) or any(verb.takes_query for verb in self.verbs.values())


DECLARED: dict[str, Subcommand] = {}
"""The commands of the modules that are imported."""
_Run = TypeVar("_Run", bound=Callable[[argparse.Namespace], int])


def command(
    name: str, help: str, options: Sequence[Option] = (), *, uncounted: str | None = None
) -> Callable[[_Run], _Run]:
    """Make a function the command of this name, such as "search", or the verb of a command, such as "seal open"."""

    def offer(run: _Run) -> _Run:
        _offer(name, Subcommand(help, run, options, uncounted, {}))
        return run

    return offer


def group(name: str, help: str, uncounted: str | None = None) -> None:
    """Declare a command that does nothing without a verb."""
    _offer(name, Subcommand(help, None, (), uncounted, {}))


def _offer(name: str, one: Subcommand) -> None:
    *above, last = name.split()
    among = DECLARED
    for part in above:
        among = among[part].verbs
    among[last] = one


def flag(name: str, help: str) -> Option:
    """Return an option without a value."""
    return Option(name, action="store_true", help=help)


def text(name: str, help: str, **settings: Any) -> Option:
    """Return an option whose value is "" where it isn't given."""
    return Option(name, default="", help=help, **settings)


def file(*names: str, help: str, metavar: str = "FILE", **settings: Any) -> Option:
    """Return an option that names a file or a folder."""
    return Option(*names, type=Path, metavar=metavar, help=help, **settings)


def several(name: str, metavar: str | None, help: str, **settings: Any) -> Option:
    """Return an option that may be given several times."""
    return Option(name, action="append", metavar=metavar, help=help, **{"default": [], **settings})


def number(name: str, default: int, help: str) -> Option:
    """Return an option that takes a number from 0 up."""
    return Option(name, type=_whole_number, default=default, metavar="N", help=help)


def limit(default: int, rows: str = "rows to list") -> Option:
    """Return the option that says how much a command lists."""
    return number("--limit", default, f"{rows} (default {default}; 0 lists all)")


def share(name: str, default: float, help: str) -> Option:
    """Return an option that takes a number between 0 and 1."""
    return Option(name, type=float, default=default, metavar="SHARE", help=f"{help} ({default})")


def _whole_number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"write 0 or a larger whole number, not {text}")
    return int(text)


CASE = Option("case", type=Path, help="the case's folder")
JSON = flag("--json", "print everything as JSON")
READ_ONLY = flag("--read-only", "change nothing in the case's folder")
REVIEWER = Option("--reviewer", help="who does it (default: the name you are logged in under)")
READING = (CASE, JSON, READ_ONLY)
DECIDING = (CASE, REVIEWER, JSON)
PROGRESS = Option(
    "--progress",
    choices=("json",),
    help="for programs: print progress, and at last the report or the error, as JSON, one object a line;"
    " stop when a pipe on standard input closes",
)
PASSPHRASE = file("--passphrase-file", help="the passphrase of your key (or set TRIAGE_PASSPHRASE)")
KEY = Option("--name", dest="key", default="", help="whose key signs (default: that of your login)")
OUT = ("-o", "--out")
WITHIN = Option("--within", is_query=True, metavar="QUERY", help="only among the items that this finds")
IDS_ALONE = flag("--ids", "print the item ids alone, one per line, all of them")
TABLE_FORMATS = {"csv": "CSV", "xlsx": "a workbook", "html": "a page to read and print"}
TABLES = tuple(
    file(f"--{name}", help=f"write the report as {form}, to a new file") for name, form in TABLE_FORMATS.items()
)


# ---- queries

_QUERIES = ("query", "within", "known", "found")
"""Arguments that are queries."""
_UNQUOTED = re.compile(r"-[^\W\d_]\w+")


def query(help: str, *, option: bool = False, needed: bool = False, default: str = "") -> tuple[Option, Option, Option]:
    """Return a command's query, an argument or ``--query``, and ``--query-file``; ``default`` stands for none."""
    help = f"{help}; -: from standard input"
    return (
        Option("--query", is_query=True, metavar="QUERY", help=help)
        if option
        else Option("query", is_query=True, nargs="?", metavar="QUERY", help=help),
        file("--query-file", help="read the query from this file, in UTF-8"),
        Defaults(query_loose=not option, query_needed=needed, query_default=default),
    )


IDS = Option("ids", nargs="*", metavar="ID", help="item ids, or beginnings that only they have")
ITEMS = (IDS, *query("all items that this finds", option=True))
"""The two ways to name items."""


def refuse_unquoted(argv: Sequence[str]) -> None:
    """Raise CaseError for what looks like a word with a minus, which would be taken for an option."""
    for text in argv[: argv.index("--")] if "--" in argv else argv:
        if _UNQUOTED.fullmatch(text):
            raise CaseError("query-unquoted", rest=text)


def take_queries(args: argparse.Namespace, others: Sequence[str]) -> None:
    """Put the queries that the arguments name into them; raises CaseError for one that is missing, blank or not text.

    ``others`` are words on the command line that belong to nothing, such as a query behind options.
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
            setattr(args, name, _checked(_of_input(args) if text == "-" else text))
        elif hasattr(args, name):
            setattr(args, name, "")
    for text in getattr(args, "term", ()):
        _checked(text)
    if not getattr(args, "query", "x"):
        if args.query_needed:
            raise CaseError("query-missing")
        args.query = args.query_default


def _checked(text: str) -> str:
    if not text.strip():
        raise CaseError("query-blank")
    return text


def _of_input(args: argparse.Namespace) -> str:
    """Return all of standard input; its first line alone where a program may keep it open behind that."""
    return first_line() if getattr(args, "progress", None) else _one_line(sys.stdin.buffer.read())


def _of_file(path: Path) -> str:
    try:
        return _checked(_one_line(path.read_bytes()))
    except OSError as error:
        raise CaseError("query-file-unreadable", path=path, error=error.strerror) from None


def _one_line(data: bytes) -> str:
    """Return a query of one or more lines, which mean no more than blanks."""
    try:
        return " ".join(data.decode("utf-8-sig").split("\n")).strip()
    except UnicodeDecodeError:
        raise CaseError("query-not-utf8") from None


# ---- standard input, and files that the command line names


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


def read_text(path: Path) -> str:
    """Return the text (UTF-8) of a file that the command line names; raises CaseError where it can't be read."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise CaseError("file-unreadable", path=path, error="it isn't text in UTF-8") from None
    except OSError as error:
        raise CaseError("file-unreadable", path=path, error=error.strerror) from None
