"""The command line: one file per command, over ``triage.case`` only. A command is one file and one line.

Exit codes: 0 done; 1 done, and what was asked about doesn't hold (verify, doctor); 2 could not be done, the message
says why; 130 stopped by Ctrl-C, and a second run goes on where it stopped.
"""

from __future__ import annotations

import argparse
import errno
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from itertools import takewhile
from pathlib import Path
from typing import NoReturn

from triage import __version__, unsupported
from triage.cli.terminal import guarded, one_line
from triage.errors import OUTPUT, CaseError, QueryError, TriageError
from triage.messages import encode

DONE, DOES_NOT_HOLD, NOT_DONE, STOPPED = 0, 1, 2, 130

COMMANDS = (
    "new",
    "scope",
    "roster",
    "index",
    "search",
    "hits",
    "facets",
    "terms",
    "coverage",
    "saved",
    "show",
    "tag",
    "redact",
    "palette",
    "seal",
    "unseal",
    "batch",
    "sample",
    "progress",
    "decisions",
    "merge",
    "export",
    "produce",
    "verify",
    "prove",
    "head",
    "countersign",
    "stamp",
    "recover",
    "backup",
    "compact",
    "near",
    "contained",
    "names",
    "order",
    "people",
    "gaps",
    "problems",
    "status",
    "inspect",
    "doctor",
    "selftest",
    "demo",
)
"""Modules here; each offers HELP (one sentence), ``arguments(parser)`` and ``run(args)``, which gives the exit code.

One that opens a case states with its output where the case isn't whole, unless it has NO_COUNTS, which says why what it
states doesn't depend on that.
"""
_WITH_QUERY = frozenset(
    "search hits facets terms coverage saved show tag seal batch sample progress export order people".split()
)
_LIKE_OPTION = re.compile(r"-[^\W\d]|--\w")


class CommandParser(argparse.ArgumentParser):
    """Refuses an option that there isn't by its name, before it asks for arguments that are missing."""

    _given: Sequence[str] = ()

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """Parse as ever; remember what was given."""
        self._given = list(sys.argv[1:] if args is None else args)
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Print the message and exit, naming unknown options first."""
        given = self._given[: self._given.index("--")] if "--" in self._given else self._given
        unknown = [text for text in given if _LIKE_OPTION.match(text) and not self._knows(text.partition("=")[0])]
        super().error(f"unrecognized arguments: {' '.join(unknown)}" if unknown else message)

    def _knows(self, option: str) -> bool:
        """Whether an option, or one that it abbreviates, is of this parser or of one of its actions."""
        actions = [one for one in self._actions if isinstance(one, argparse._SubParsersAction)]
        parsers = [self, *(parser for one in actions for parser in one.choices.values())]
        known = [name for parser in parsers for name in parser._option_string_actions]
        return any(name.startswith(option) for name in known) or (option[1] != "-" and option[:2] in known)


def parser(commands: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser for these commands; what others need isn't imported."""
    top = CommandParser(
        prog="triage",
        description=(
            "Search a company's own mail and documents in a stated scope; export findings that can be verified."
        ),
        epilog="Exit codes: 0 done; 1 a check failed; 2 not done; 130 stopped, run again to resume.",
    )
    top.add_argument("--version", action="version", version=f"triage {__version__}")
    sub = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in commands:
        command = import_module(f"{__name__}.{name}")
        one = sub.add_parser(name, help=command.HELP, description=command.HELP)
        command.arguments(one)
        one.set_defaults(run=command.run, counts=not hasattr(command, "NO_COUNTS"))
    return top


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    os.umask(0o077)  # all that it writes is evidence, or tells of it
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
        if argv[0] in _WITH_QUERY:
            from triage.cli import query_text

            query_text.take(args, others)
        code = int(args.run(args))
        _state_extent(args)
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
    """Whether it is what is printed that couldn't be written."""
    return isinstance(error, OSError) and (error.errno == errno.EPIPE or error.filename == OUTPUT)


def _state_extent(args: argparse.Namespace) -> None:
    """State where the case isn't whole if the output is for programs alone, such as ids, and couldn't."""
    if getattr(args, "extent", None) is not None:
        from triage.cli import terminal

        terminal.state_extent(args, sys.stderr)


def _parse(argv: list[str], args: argparse.Namespace) -> list[str]:
    """Put the arguments into ``args``; return loose words, which may be of a query.

    Raises CaseError for text that isn't UTF-8, and for a word with a minus that would be taken for an option.
    """
    top = parser(argv[:1] if argv and argv[0] in COMMANDS else COMMANDS)
    if argv and argv[0] in _WITH_QUERY:
        from triage.cli import query_text

        query_text.refuse_unquoted(argv)
    for text in takewhile(lambda text: text.startswith("-"), argv):
        if text not in ("-h", "--help", "--version"):
            top.error(f"unrecognized arguments: {text}")
    _, others = top.parse_known_args(argv, args)
    if others and (any(text.startswith("--") for text in others) or not getattr(args, "query_loose", False)):
        top.error(f"unrecognized arguments: {' '.join(others)}")
    for value in (*vars(args).values(), others):
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, str) and not _is_text(text):
                raise CaseError("argument-not-utf8", typed=os.fsencode(text).decode("utf-8", "replace"))
    return others


def _is_text(text: str) -> bool:
    """Whether no byte of an argument had to be kept as a surrogate."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _print_error(error: TriageError, args: argparse.Namespace) -> None:
    if getattr(args, "progress", None) == "json":
        from triage.cli import json_lines

        json_lines.print_line(error=str(error), message=encode(error.message))
    elif isinstance(error, QueryError):
        print(_query_error(error, getattr(args, "query", "") or ""), file=sys.stderr)
    else:
        print(f"triage: {one_line(str(error))}", file=sys.stderr)


def _query_error(error: QueryError, query: str) -> str:
    """Show the query with its error marked, and the mend."""
    lines = [f"triage: the query can't be read: {error}"]
    if query and "\n" not in query:
        lines += [f"  {query}", "  " + " " * error.start + "^" * max(1, error.end - error.start)]
    if error.mend:
        lines.append(f"  Perhaps: {error.mend}")
    if error.quoted:
        lines.append(f"  As text: {error.quoted}")
    return "\n".join(lines)
