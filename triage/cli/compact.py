"""``triage compact``: merge the index and give the room in the database that is no longer used back to the disk."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import json_lines, terminal

HELP = "Make a case's database smaller: merge its index and give back the room that is no longer used."
NO_COUNTS = "It states the size of a file."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    terminal.output_arguments(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Compact, and print what that saved."""
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        sizes = case.verification.compact(stop.is_set)
    if args.progress:
        json_lines.print_result(args, sizes)
    elif sizes:
        terminal.show(args, sizes, [f"The database had {sizes[0]:,} bytes and has {sizes[1]:,} now."])
    return 0 if sizes else 130
