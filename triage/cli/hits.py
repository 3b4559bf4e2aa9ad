"""``triage hits``: keyword in context."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import table_files, terminal
from triage.messages import render
from triage.model.reports import HitLine, HitList

HELP = "List every hit with the text around it, sorted by item or by the words before or after it."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("query", help="as for triage search")
    parser.add_argument("--width", type=int, default=40, metavar="N", help="characters on each side (default 40)")
    parser.add_argument("--sort", default="item", help="item (default), left, right")
    parser.add_argument("--limit", type=int, default=100, metavar="N", help="lines to list (default 100)")
    table_files.arguments(parser)
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def run(args: argparse.Namespace) -> int:
    """List the hits."""
    from triage.case import Case, write_table

    with Case.open(args.case) as case, terminal.stopping() as stop:
        found = case.reports.hits(args.query, args.width, args.sort, args.limit, stop)
    table_files.write(args, lambda path, ending: write_table(found, path, ending))
    if args.json:
        terminal.print_json({"query": args.query, "hits": found})
    else:
        _print(found, args.width)
    return 130 if stop.is_set() else 0


def _print(found: HitList, width: int) -> None:
    print(f"interpreted as: {found.reading}")
    for note in found.notes:
        print(f"note: {render(note)}")
    more = f" · the first {len(found.lines):,}:" if len(found.lines) < found.total else ""
    print(f"{found.total:,} hits in {found.items:,} items{more}")
    for line in found.lines:
        print(terminal.safe(_line(line, width)))


def _line(line: HitLine, width: int) -> str:
    """Return one line with its hit in the middle, where the terminal's letters are as wide as one another."""
    pad = " " * max(0, width - len(line.left))
    return f"{line.id[:10]} {line.field[:10]:10} {pad}{line.left}»{line.hit}«{line.right}"
