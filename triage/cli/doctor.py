"""``triage doctor``: does this machine protect the person from what is read, and with which versions does it read?"""

from __future__ import annotations

import argparse

from triage.cli import terminal

HELP = "Test each protection of the reader processes on this machine, report which hold, and list all versions."
NO_COUNTS = "It tries this machine."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.output_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Try and print; exit code 1 where a protection doesn't hold."""
    from triage.case import protections

    good, bad = "All protections hold.", "Without the missing ones, read only material that you trust."
    return terminal.print_checks(args, protections(), "MISSING", good, bad)
