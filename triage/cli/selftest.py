"""``triage selftest``: what does this program find, and what not?"""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import terminal
from triage.errors import CaseError

HELP = "Hide invented words in every place of every format, search for each, and report which were found."
NO_COUNTS = "It reads files of its own."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--case", type=Path, metavar="CASE", help="store the result with this case")
    parser.add_argument(
        "--folder", type=Path, metavar="DIR", help="keep the documents and their case in this new folder"
    )
    terminal.output_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Make the matrix, print it, keep it; exit code 1 where a canary was missed or a forbidden one turned up."""
    from triage.case import Case, known_answers
    from triage.selftest import table, trial

    if args.folder and args.folder.exists() and (not args.folder.is_dir() or any(args.folder.iterdir())):
        raise CaseError("selftest-folder-not-empty", path=args.folder)
    made = trial.run(args.folder)
    kept = known_answers.cache(made)
    lines = list(table.lines(made))
    if not kept:
        lines.append("The result couldn't be kept in your cache folder, so new cases won't have it by themselves.")
    terminal.show(args, made, lines)
    if args.case:
        with Case.open(args.case) as case:
            case.verification.keep_matrix(made)
        if not args.json:
            print(f"Stored with the case {args.case}.")
    return 0 if made.held else 1
