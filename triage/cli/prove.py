"""``triage prove``: write a folder by which outsiders can check what was opened, without names of files in it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from triage.cli import terminal
from triage.model.scope import ProofQuestions

HELP = "Write a proof of what was opened that anybody can check with Python alone, without giving file names away."

_ALONE = """Nobody else has seen this record, so whoever gets the proof can't tell whether all of it was made anew.
Before you hand it out, give a head to somebody who signs it (triage head, triage countersign), or have one stamped
(triage stamp)."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="the new folder; OUT.annex.jsonl beside it stays at home")
    add = parser.add_argument
    add("--absent", type=Path, action="append", default=[], metavar="PATH", help="also: nothing below it was opened")
    add(
        "--against",
        type=Path,
        action="append",
        default=[],
        metavar="HASHES",
        help="also: how many SHA-256 in this file, one a line, are of what was read",
    )
    add("--items-root", action="store_true", help="also: one hash over all items, the same in a second run")
    add("--disclose-key", action="store_true", help="let others work out these answers again, and test guesses")
    terminal.key_arguments(parser, name=True)


def run(args: argparse.Namespace) -> int:
    """Write it, check it, and print what it states."""
    with terminal.open_case(args) as case:
        if not case.verification.seen_by_others(args.key):
            print(_ALONE, file=sys.stderr)
        questions = ProofQuestions(args.absent, args.against, args.items_root, args.disclose_key)
        stated = case.export.prove(args.out, args.key, questions)
    opens, denied = stated["counts"]["ledger"]["opens"], stated["counts"]["ledger"]["denied"]
    lines = [
        f"A proof of {opens:,} openings and {denied:,} refusals: {args.out}",
        *stated["statements"],
        f"To check it: python3 -I {args.out / 'verify.py'} {args.out}",
        f"Keep this file at home, since it has the names: {args.out}.annex.jsonl",
    ]
    return terminal.show(args, {"path": str(args.out), **stated}, lines)
