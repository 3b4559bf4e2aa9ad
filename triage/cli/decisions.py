"""``triage decisions``: write a decision file for another copy of the case, or list where reviewers differ."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from triage.cli import terminal
from triage.cli.merge import conflict_lines
from triage.messages import decode, render

HELP = "Write all decisions to a file that another copy of the case can merge, or list where two reviewers differ now."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    terminal.key_arguments(parser)
    parser.add_argument("--out", type=Path, metavar="FILE", help="the new file (none: list where two reviewers differ)")


def run(args: argparse.Namespace) -> int:
    """Write the file and print its seal, or list the disagreements."""
    with terminal.open_case(args) as case:
        if args.out is None:
            conflicts = case.team.disagreements()
            return terminal.show(args, conflicts, conflict_lines(conflicts))
        file = case.team.export_decisions(args.out)
    lines = [
        f"{file.path}: {terminal.count(file.decisions, 'decision')}, "
        f"{terminal.count(file.batches, 'batch', 'batches')}, {terminal.count(file.samples, 'sample')}, "
        f"{terminal.count(file.steps, 'step')} of work in them",
        f"seal {file.seal}",
        "Send the checksum through a different channel: triage merge CASE FILE --seal checks it.",
    ]
    if file.unsigned:
        print(render(decode(file.unsigned)), file=sys.stderr)
    return terminal.show(args, file, lines)
