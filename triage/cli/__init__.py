"""The command line: one file per command, over ``triage.case`` only. A command is one file and one line.

Exit codes: 0 done; 1 done, and what was asked about doesn't hold (verify, doctor); 2 could not be done, the message
says why; 130 stopped by Ctrl-C, and a second run goes on where it stopped.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from triage import __version__, unsupported
from triage.errors import QueryError, TriageError
from triage.messages import encode

DONE, DOES_NOT_HOLD, NOT_DONE, STOPPED = 0, 1, 2, 130

COMMANDS = (
    "new",
    "index",
    "search",
    "hits",
    "facets",
    "terms",
    "coverage",
    "saved",
    "show",
    "tag",
    "palette",
    "seal",
    "unseal",
    "batch",
    "sample",
    "progress",
    "decisions",
    "merge",
    "export",
    "verify",
    "problems",
    "status",
    "inspect",
    "doctor",
    "selftest",
    "demo",
)
"""Modules here; each offers HELP (one sentence), ``arguments(parser)`` and ``run(args)``, which gives the exit code."""


def parser(commands: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser for these commands; what others need isn't imported."""
    top = argparse.ArgumentParser(
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
        one.set_defaults(run=command.run)
    return top


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sentence := unsupported():
        print(f"triage: {sentence}", file=sys.stderr)
        return NOT_DONE
    argv = sys.argv[1:] if argv is None else argv
    args = parser(argv[:1] if argv and argv[0] in COMMANDS else COMMANDS).parse_args(argv)
    try:
        return int(args.run(args))
    except TriageError as error:
        _print_error(error, args)
    except KeyboardInterrupt:
        print("triage: stopped.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    return NOT_DONE


def _print_error(error: TriageError, args: argparse.Namespace) -> None:
    if getattr(args, "progress", None) == "json":
        from triage.cli import json_lines

        json_lines.print_line(error=str(error), message=encode(error.message))
    elif isinstance(error, QueryError):
        print(_query_error(error, getattr(args, "query", "") or ""), file=sys.stderr)
    else:
        print(f"triage: {error}", file=sys.stderr)


def _query_error(error: QueryError, query: str) -> str:
    """Show the query with its error marked, and the mend."""
    lines = [f"triage: the query can't be read: {error}"]
    if query and "\n" not in query:
        lines += [f"  {query}", "  " + " " * error.start + "^" * max(1, error.end - error.start)]
    if error.mend:
        lines.append(f"  Perhaps: {error.mend}")
    return "\n".join(lines)
