"""``triage decisions``: write a decision file for another copy of the case, or list where reviewers differ."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import terminal
from triage.cli.merge import print_differing

HELP = "Write all decisions to a file that another copy of the case can merge, or list where two reviewers differ now."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the new file (none: list where two reviewers differ)")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    """Write the file and print its seal, or list the disagreements."""
    from triage.case import Case

    with Case.open(args.case) as case:
        if args.out is None:
            differing = case.team.disagreements()
            if args.json:
                terminal.print_json(differing)
            else:
                print_differing(differing)
            return 0
        said = case.team.export_decisions(args.out)
    if args.json:
        terminal.print_json(said)
        return 0
    print(
        f"{said.path}: {said.decisions:,} decisions, {said.batches:,} batches, {said.samples:,} samples,"
        f" {said.steps:,} steps of work in them"
    )
    print(f"seal {said.seal}\nSend the checksum through a different channel: triage merge CASE FILE --seal checks it.")
    return 0
