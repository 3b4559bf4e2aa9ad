"""``triage unseal``: two people open a seal; the first call asks, the second one, by another person, grants."""

from __future__ import annotations

import argparse

from triage.cli import terminal

HELP = "Open a sealed item. It takes two people on the roster: one asks and gives a reason, another grants it."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    terminal.key_arguments(parser)
    parser.add_argument("id", help="the sealed item's id, or a beginning that only it has")
    parser.add_argument("--why", default="", help="reason for opening it (for the first call)")


def run(args: argparse.Namespace) -> int:
    """Ask, or grant what another person has asked."""
    who = terminal.reviewer(args)
    with terminal.open_case(args) as case:
        no = case.search.find(args.id)
        seal = next(iter(case.decisions.seals(no)), None)
        if seal is None or not seal.asked_by:
            receipt = case.decisions.ask_unseal(no, who, args.why, "command")
            line = (
                f"{who} asked to open it. It opens once another person on the roster runs the same command, under a "
                "login of their own."
            )
        else:
            receipt = case.decisions.grant_unseal(no, who, "command")
            more = f", and {len(receipt.derived):,} that were propagated from it" if receipt.derived else ""
            line = f"Unsealed, requested by {seal.asked_by} and granted by {who}{more}."
    return terminal.show(args, receipt, [line])
