"""``triage verify``: prove a case or an export."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import json_lines, terminal
from triage.model.items import EXTENT

HELP = "Check that a case's ledger, audit and items agree, or that an export is complete and unchanged."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("path", type=Path, metavar="CASE|EXPORT", help="a case's folder, or an export's")
    parser.add_argument("--head", type=Path, metavar="FILE", help="a head of the case that was kept elsewhere")
    parser.add_argument(
        "--quick", action="store_true", help="look up a sample of a case's items in the index, instead of comparing all"
    )
    terminal.output_arguments(parser)
    terminal.read_only_argument(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Check, print, and say by the exit code whether all held."""
    from triage.case import verify

    checks = verify(args.path, args.head, read_only=args.read_only, quick=args.quick)
    part = any(check.name == EXTENT for check in checks)
    good = "Everything that was read holds; that is not the whole case." if part else "Everything holds."
    bad = "Not everything holds: see FAILS above."
    if args.progress:
        json_lines.print_result(args, list(checks))
        return 0 if all(check.held for check in checks) else 1
    return terminal.print_checks(args, checks, "FAILS ", good, bad)
