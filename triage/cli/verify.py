"""``triage verify``: prove a case, or what left one."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import json_lines, terminal
from triage.messages import render
from triage.model.items import EXTENT

HELP = "Check that a case's ledger, audit and items agree, or that an export, a production or a proof is unchanged."
_SIGNERS = ("signer-unknown", "signer-none")
"""What is said of who signed where nobody can tell; the verdict repeats it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    what = "the folder of a case, an export, a production or a proof"
    parser.add_argument("path", type=Path, metavar="CASE|FOLDER", help=what)
    parser.add_argument("--head", type=Path, metavar="FILE", help="a head of the case that was kept elsewhere")
    what = "the key of whoever must have signed it, or a file with one such key a line; repeatable"
    parser.add_argument("--key", action="append", default=[], metavar="KEY|FILE", help=what)
    what = "check this production, and that it is what the case has on record, in place of the case"
    parser.add_argument("--production", type=Path, metavar="FOLDER", help=what)
    parser.add_argument(
        "--quick", action="store_true", help="look up a sample of a case's items in the index, instead of comparing all"
    )
    terminal.output_arguments(parser)
    terminal.read_only_argument(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Check, print, and say by the exit code whether all held."""
    from triage.case import verify

    checks = verify(args.path, args.head, args.key, args.production, read_only=args.read_only, quick=args.quick)
    part = any(check.name == EXTENT for check in checks)
    good = "Everything that was read holds; that is not the whole case." if part else "Everything holds."
    signers = [render(check.message) for check in checks if check.message.key in _SIGNERS]
    good = " ".join([*signers, good] if part else signers or [good])
    bad = "Not everything holds: see FAILS above."
    if args.progress:
        json_lines.print_result(args, list(checks))
        return 0 if all(check.held for check in checks) else 1
    return terminal.print_checks(args, checks, "FAILS ", good, bad)
