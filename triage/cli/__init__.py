"""The command line, over ``triage.case`` only. A command is a function in a module here and a name in GROUPS.

Exit codes: 0 done; 1 done, and a check failed (verify, doctor); 2 could not be done, the message says why; 130 stopped
by Ctrl-C, and a second run resumes.
"""

from __future__ import annotations

import argparse
import difflib
import errno
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from itertools import takewhile
from pathlib import Path
from typing import Any, NoReturn

from triage import __version__, unsupported
from triage.cli import options
from triage.cli.options import Subcommand, refuse_unquoted, take_queries
from triage.cli.terminal import NOT_DONE, STOPPED, guarded, one_line, print_line, state_extent
from triage.errors import OUTPUT, CaseError, QueryError, TriageError
from triage.messages import encode

GROUPS = {
    "start": {
        "new": "scope",
        "scope": "scope",
        "index": "index",
        "status": "status",
        "problems": "status",
    },
    "find": {
        "search": "search",
        "show": "search",
        "hits": "search",
        "terms": "terms",
        "facets": "search",
        "coverage": "terms",
        "saved": "terms",
    },
    "decide": {
        "tag": "decide",
        "batch": "team",
        "sample": "team",
        "order": "learn",
        "redact": "decide",
        "seal": "decide",
        "merge": "team",
    },
    "learn": {"names": "learn", "people": "learn", "near": "learn", "gaps": "learn"},
    "hand over": {"export": "delivery", "produce": "delivery", "verify": "record"},
    "record": {"record": "record"},
    "check": {"doctor": "check", "selftest": "check", "inspect": "check", "demo": "demo"},
    "case": {"case": "record"},
}
"""The commands as ``triage --help`` shows them, each with its module here."""
COMMANDS = {name: module for group in GROUPS.values() for name, module in group.items()}
_LIKE_OPTION = re.compile(r"-[^\W\d]|--\w")


def command(name: str) -> Subcommand:
    """Return a command without importing the modules of others."""
    import_module(f"{__name__}.{COMMANDS[name]}")
    return options.DECLARED[name]


class CommandParser(argparse.ArgumentParser):
    """Names an unknown option before missing arguments, and suggests the nearest; options can't be abbreviated."""

    _given: Sequence[str] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"allow_abbrev": False, **options})

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        self._given = list(sys.argv[1:] if args is None else args)
        return super().parse_known_args(args, namespace)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        try:
            super()._check_value(action, value)
        except argparse.ArgumentError as error:
            if isinstance(action, argparse._SubParsersAction) and (near := _nearest(str(value), action.choices)):
                error.message += f". Perhaps: {near}"
            raise

    def error(self, message: str) -> NoReturn:
        given = self._given[: self._given.index("--")] if "--" in self._given else self._given
        known = self._options()
        unknown = [text for text in given if _LIKE_OPTION.match(text) and not _is_known(text.partition("=")[0], known)]
        if unknown:
            message = f"unrecognized arguments: {' '.join(unknown)}"
            if nearest := list(filter(None, (_nearest(text.partition("=")[0], known) for text in unknown))):
                message += f". Perhaps: {' '.join(nearest)}"
        super().error(message)

    def _options(self) -> set[str]:
        names = set(self._option_string_actions)
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                names.update(*(parser._options() for parser in action.choices.values()))
        return names


def _is_known(option: str, known: Collection[str]) -> bool:
    """Return whether an option is known, or one letter of those with its value directly after it."""
    return option in known or (option[1] != "-" and option[:2] in known)


def _nearest(typed: str, known: Iterable[str]) -> str:
    letters = {name.lstrip("-"): name for name in sorted(known)}  # dashes that all options have make none alike
    return next((letters[name] for name in difflib.get_close_matches(typed.lstrip("-"), letters, n=1)), "")


def parser(names: Iterable[str] = COMMANDS, verb: str = "") -> argparse.ArgumentParser:
    """Return the parser for these commands; what others need isn't imported.

    ``verb`` is the word after the command: a command that works without a verb gets its verbs only where one follows.
    """
    top = CommandParser(
        prog="triage",
        usage="triage COMMAND [VERB] ...",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=(
            "Search a company's own mail and documents in a stated scope; export findings that can be verified."
        ),
    )
    top.add_argument("--version", action="version", version=f"triage {__version__}")
    below = top.add_subparsers(dest="command", metavar="COMMAND", required=True, help=argparse.SUPPRESS)
    commands = {name: command(name) for name in names}
    for name, one in commands.items():
        also = ", ".join(f"triage {name} {other}" for other in one.verbs) if one.run else ""
        epilog = f"Also: {also}" if also else None
        _declare(below.add_parser(name, prog=f"triage {name}", description=one.help, epilog=epilog), one, verb)
    exit_codes = "Exit codes: 0 done; 1 a check failed; 2 not done; 130 stopped, run again to resume."
    top.epilog = f"{_grouped(commands)}\n{exit_codes}"
    return top


def _declare(parser: argparse.ArgumentParser, command: Subcommand, verb: str = "") -> None:
    """Declare a command's options, or if it has none of its own or one of its verbs follows, its verbs."""
    if command.run and verb not in command.verbs:
        for option in command.options:
            option.declare(parser)
        parser.set_defaults(run=command.run, counts=not command.uncounted)
        return
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, one in command.verbs.items():
        own = one if one.uncounted is not None else one._replace(uncounted=command.uncounted)
        _declare(verbs.add_parser(name, help=one.help, description=one.help), own)


def _grouped(commands: dict[str, Subcommand]) -> str:
    width = max(40, min(100, shutil.get_terminal_size().columns - 2))
    lines = []
    for group, names in GROUPS.items():
        listed = [
            textwrap.fill(commands[name].help, width, initial_indent=f"  {name:10}", subsequent_indent=" " * 12)
            for name in names
            if name in commands
        ]
        lines += [f"{group}:", *listed, ""] if listed else []
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    os.umask(0o077)  # all that it writes is evidence, or says something about it
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sentence := unsupported():
        print(f"triage: {sentence}", file=sys.stderr)
        return NOT_DONE
    argv = sys.argv[1:] if argv is None else argv
    try:
        with guarded():
            try:
                return _run(argv)
            finally:
                sys.stdout.flush()
    except OSError as error:
        if not _of_output(error):
            raise
        print(f"triage: the output could not be written: {error.strerror}.", file=sys.stderr)
        with suppress(OSError):  # or what is still to be written would fail once more at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_DONE


def _run(argv: list[str]) -> int:
    args = argparse.Namespace()
    try:
        others = _parse(argv, args)
        if command(argv[0]).takes_query:
            take_queries(args, others)
        code = int(args.run(args))
        if getattr(args, "extent", None) is not None:  # not stated yet: the output was for programs alone, such as ids
            state_extent(args, sys.stderr)
        return code
    except TriageError as error:
        _print_error(error, args)
    except KeyboardInterrupt:
        print("triage: stopped.", file=sys.stderr)
        return STOPPED
    except Exception as error:
        from triage.case import why_unreadable

        if _of_output(error) or (why := why_unreadable(Path(getattr(args, "case", "")), error)) is None:
            raise
        _print_error(why, args)
    return NOT_DONE


def _of_output(error: Exception) -> bool:
    """Return whether it is the output that couldn't be written."""
    return isinstance(error, OSError) and (error.errno == errno.EPIPE or error.filename == OUTPUT)


def _parse(argv: list[str], args: argparse.Namespace) -> list[str]:
    """Put the arguments into ``args``; return loose words, which may be a query's.

    Raises CaseError for text that isn't UTF-8, and for a word with a minus that would be taken for an option.
    """
    top = parser(argv[:1] if argv and argv[0] in COMMANDS else COMMANDS, "".join(argv[1:2]))
    if argv and argv[0] in COMMANDS and command(argv[0]).takes_query:
        refuse_unquoted(argv)
    for text in takewhile(lambda text: text.startswith("-"), argv):
        if text not in ("-h", "--help", "--version"):
            top.error(f"unrecognized arguments: {text}")
    _, others = top.parse_known_args(argv, args)
    if others and (any(text.startswith("--") for text in others) or not getattr(args, "query_loose", False)):
        top.error(f"unrecognized arguments: {' '.join(others)}")
    for value in (*vars(args).values(), others):
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, str) and any("\ud800" <= character <= "\udfff" for character in text):
                raise CaseError("argument-not-utf8", typed=os.fsencode(text).decode("utf-8", "replace"))
    return others


def _print_error(error: TriageError, args: argparse.Namespace) -> None:
    if getattr(args, "progress", None) == "json":
        print_line(error=str(error), message=encode(error.message))
    elif isinstance(error, QueryError):
        print(_query_error(error, getattr(args, "query", "") or ""), file=sys.stderr)
    else:
        print(f"triage: {one_line(str(error))}", file=sys.stderr)


def _query_error(error: QueryError, query: str) -> str:
    lines = [f"triage: the query can't be read: {error}"]
    if query and "\n" not in query:
        lines += [f"  {query}", "  " + " " * error.start + "^" * max(1, error.end - error.start)]
    if error.mend:
        lines.append(f"  Perhaps: {error.mend}")
    if error.quoted:
        lines.append(f"  As text: {error.quoted}")
    return "\n".join(lines)
