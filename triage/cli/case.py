"""``triage case``: a case as files: copy it, make it smaller."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import json_lines, terminal

HELP = "Copy a case as it is at one moment, or make its database smaller."


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("target", type=Path, help="folder to make; it must not exist, or be empty")
    terminal.output_arguments(parser)
    json_lines.arguments(parser)


def _backup(args: argparse.Namespace) -> int:
    """Copy, verify, and say by the exit code whether all held."""
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        backup = case.verification.back_up(args.target, json_lines.counts(args, stop), stop.is_set)
    if backup is None:
        return 130
    failed = [check for check in backup.checks if not check.held]
    if args.progress:
        json_lines.print_result(args, backup)
    else:
        lines = [
            f"{terminal.count(backup.files, 'file')}, {backup.bytes:,} bytes, in {backup.folder}.",
            "The keys of the case (ledger.key, seal.key) are in it: keep it as safe as the case.",
            f"The keys with which this login signs are not; they are in {backup.keys}.",
            f"Not everything in it holds. See: triage verify {backup.folder}" if failed else "Everything in it holds.",
        ]
        terminal.show(args, backup, lines)
    return 1 if failed else 0


def _compact_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    terminal.output_arguments(parser)
    json_lines.arguments(parser)


def _compact(args: argparse.Namespace) -> int:
    """Compact, and print what that saved."""
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        sizes = case.verification.compact(stop.is_set)
    if args.progress:
        json_lines.print_result(args, sizes)
    elif sizes:
        terminal.show(args, sizes, [f"The database had {sizes[0]:,} bytes and has {sizes[1]:,} now."])
    return 0 if sizes else 130


VERBS = {
    "backup": terminal.Verb(
        "Copy a case to another folder, as it is at one moment, and verify the copy.",
        _backup_arguments,
        _backup,
        counts=True,
    ),
    "compact": terminal.Verb(
        "Make a case's database smaller: merge its index and give back the room that is no longer used.",
        _compact_arguments,
        _compact,
    ),
}
