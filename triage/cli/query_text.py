"""Where a command's queries come from: the command line, standard input or a file. Nothing here reads the language."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from triage.cli import json_lines
from triage.errors import CaseError

_QUERIES = ("query", "within", "known", "found")
"""Arguments that are queries."""
_UNQUOTED = re.compile(r"-[^\W\d_]\w+")


def arguments(
    parser: argparse.ArgumentParser, summary: str, *, option: bool = False, needed: bool = False, default: str = ""
) -> None:
    """Declare a command's query, an argument or ``--query``, and ``--query-file``; ``default`` stands for none."""
    if option:
        parser.add_argument("--query", metavar="QUERY", help=f"{summary}; -: from standard input")
    else:
        parser.add_argument("query", nargs="?", metavar="QUERY", help=f"{summary}; -: from standard input")
    parser.add_argument("--query-file", type=Path, metavar="FILE", help="read the query from this file, in UTF-8")
    parser.set_defaults(query_loose=not option, query_needed=needed, query_default=default)


def item_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the two ways to name items: by ids and by a query."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="item ids, or beginnings that only they have")
    arguments(parser, "all items that this finds", option=True)


def refuse_unquoted(argv: Sequence[str]) -> None:
    """Raise CaseError for what looks like a word with a minus, which would be taken for an option."""
    for text in argv[: argv.index("--")] if "--" in argv else argv:
        if _UNQUOTED.fullmatch(text):
            raise CaseError("query-unquoted", rest=text)


def take(args: argparse.Namespace, others: Sequence[str]) -> None:
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
    return json_lines.first_line() if getattr(args, "progress", None) else _text(sys.stdin.buffer.read())


def _of_file(path: Path) -> str:
    try:
        return _checked(_text(path.read_bytes()))
    except OSError as error:
        raise CaseError("query-file-unreadable", path=path, error=error.strerror) from None


def _text(data: bytes) -> str:
    """Return a query of one or more lines, which mean no more than blanks."""
    try:
        return " ".join(data.decode("utf-8-sig").split("\n")).strip()
    except UnicodeDecodeError:
        raise CaseError("query-not-utf8") from None
