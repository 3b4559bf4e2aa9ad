"""``triage unseal``: two persons open a seal; the first call asks, the second one, by another person, grants."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import terminal

HELP = "Open a sealed item. It takes two people: one asks and gives a reason, another grants it."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("id", help="the sealed item's id, or a beginning that only it has")
    parser.add_argument("--why", default="", help="reason for opening it (for the first call)")
    parser.add_argument("--reviewer", help="who asks or grants (default: the name you are logged in under)")
    parser.add_argument("--json", action="store_true", help="print the receipt as JSON")


def run(args: argparse.Namespace) -> int:
    """Ask, or grant what another person has asked."""
    from triage.case import Case

    who = terminal.reviewer(args.reviewer)
    with Case.open(args.case) as case:
        no = case.search.find(args.id)
        seal = case.decisions.seal_of(no)
        if seal is None or not seal.asked_by:
            receipt = case.decisions.ask_unseal(no, who, args.why, "command")
            said = f"{who} asked to open it. It opens once another person runs the same command."
        else:
            receipt = case.decisions.grant_unseal(no, who, "command")
            more = f", and {len(receipt.derived):,} that were propagated from it" if receipt.derived else ""
            said = f"Unsealed, requested by {seal.asked_by} and granted by {who}{more}."
    if args.json:
        terminal.print_json(receipt)
    else:
        print(terminal.safe(said))
    return 0
