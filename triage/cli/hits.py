"""``triage hits``: keyword in context."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from triage.cli import query_text, terminal
from triage.messages import render
from triage.model.reports import HitList

HELP = "List every hit with the text around it, sorted by item, date, or the words before or after it."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    query_text.arguments(parser, "as for triage search", needed=True)
    terminal.number_argument(parser, "--width", 40, "characters on each side (default 40)")
    parser.add_argument("--sort", default="item", help="item (default), date, left, right")
    terminal.number_argument(parser, "--limit", 100, "lines to list (default 100)")
    terminal.table_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """List the hits."""
    with terminal.open_case(args) as case, terminal.stopping() as stop:
        found = case.reports.hits(args.query, args.width, args.sort, args.limit, stop, reviewer="")
    terminal.write_tables(args, found)
    terminal.show(args, {"query": args.query, "hits": found}, _lines(found, args.width))
    return 130 if stop.is_set() else 0


def _lines(found: HitList, width: int) -> Iterator[str]:
    """Yield each hit in the middle of its line, where the terminal's letters are as wide as one another."""
    yield f"interpreted as: {found.reading}"
    yield from (f"note: {render(note)}" for note in found.notes)
    more = f" · the first {len(found.lines):,}:" if len(found.lines) < found.total else ""
    yield f"{terminal.count(found.total, 'hit')} in {terminal.count(found.items, 'item')}{more}"
    side = min(width, max(8, (terminal.room() - 38) // 2))
    for line in found.lines:
        right = line.right[: max(0, terminal.room() - 24 - side - len(line.hit))]
        yield f"{line.id[:10]} {line.field[:10]:10} {line.left[-side:] if side else '':>{side}}»{line.hit}«{right}"
    yield from terminal.more(len(found.lines), found.total)
