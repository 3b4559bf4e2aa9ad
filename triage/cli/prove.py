"""``triage prove``: write a folder by which outsiders can check what was opened, without any name in it."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import terminal

HELP = "Write a proof of what was opened that anybody can check with Python alone, and that gives no names away."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="the new folder; OUT.annex.jsonl beside it stays at home")
    terminal.key_arguments(parser, name=True)


def run(args: argparse.Namespace) -> int:
    """Write it, check it, and print what it states."""
    with terminal.open_case(args) as case:
        stated = case.export.prove(args.out, args.key)
    opens, denied = stated["counts"]["ledger"]["opens"], stated["counts"]["ledger"]["denied"]
    lines = [
        f"A proof of {opens:,} openings and {denied:,} refusals: {args.out}",
        f"To check it: python3 -I {args.out / 'verify.py'} {args.out}",
        f"Keep this file at home, since it has the names: {args.out}.annex.jsonl",
    ]
    return terminal.show(args, {"path": str(args.out), **stated}, lines)
