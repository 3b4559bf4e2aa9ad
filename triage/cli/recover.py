"""``triage recover``: begin a new record where the one before is broken; the break stays named for good."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import terminal
from triage.messages import decode, render

HELP = "Begin a new record for a case whose record is broken. The old one is kept; verify names the break for good."
NO_COUNTS = "It states what of the record was broken."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    terminal.output_arguments(parser)
    parser.add_argument("--reason", required=True, metavar="TEXT", help="what happened, as far as it is known")


def run(args: argparse.Namespace) -> int:
    """Begin the record anew and print what was broken."""
    with terminal.open_case(args) as case:
        recovery = case.verification.recover(args.reason)
    lines = [
        f"A new record begins with row {recovery.row} of the audit. These checks failed on the old one:",
        *(f"  {name}" for name in recovery.broken),
        *(f"kept: {name}" for name in recovery.kept),
        *([render(decode(recovery.unsigned))] if recovery.unsigned else []),
        "triage verify proves what is recorded from now on, and says for good that nothing before it is proved.",
    ]
    return terminal.show(args, recovery, lines)
