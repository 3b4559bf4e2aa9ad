"""``triage doctor`` (cli): does this machine protect the person from what is read?"""

from __future__ import annotations

import argparse

from triage.cli import terminal

NAME = "doctor"
HELP = "Try each protection of the reader processes on this machine, and say which hold."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="print the checks as JSON")


def run(args: argparse.Namespace) -> int:
    """Try and print; exit code 1 where a protection doesn't hold."""
    from triage.case import protections

    checks = protections()
    held = all(c.held for c in checks)
    if args.json:
        terminal.print_json({"held": held, "checks": checks})
    else:
        for c in checks:
            print(f"{'holds ' if c.held else 'MISSING'} {c.name}: {c.sentence}")
        print("All protections hold." if held else "Without the missing ones, read only material that you trust.")
    return 0 if held else 1
