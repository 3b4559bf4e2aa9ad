"""``triage seal``: take items' text out of index, preview, results and exports; list what is sealed, open a seal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from triage.cli import query_text, terminal
from triage.errors import CaseError, DecisionError
from triage.messages import say
from triage.model.items import Receipt
from triage.model.tags import Seal

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Seal items with their attachments and duplicates: the text leaves index and exports; or list the seals."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    query_text.item_arguments(parser)
    parser.add_argument("--reason", default="", help="the reason, which stays with the item")
    parser.add_argument("--tag", default="", help="the palette's tag for it (default: its first that seals)")
    parser.add_argument("--dry-run", action="store_true", help="state how many items it would seal, and seal none")


def run(args: argparse.Namespace) -> int:
    """Seal and print what changed, or list the seals."""
    who = terminal.reviewer(args)
    with terminal.open_case(args) as case:
        if not args.ids and not args.query:
            code = clear_traces(case)
            seals = case.decisions.seals()
            return terminal.show(args, seals, _listed(seals)) or code
        nos = terminal.items(case, args)
        if args.dry_run:
            new, following = case.decisions.preview_seal(nos)
            count = terminal.count(len(new), "item")
            line = f"{count} would be sealed, and {len(following):,} as their attachments or duplicates."
            return terminal.show(args, {"sealed": new, "following": following}, [line])
        if not args.reason.strip():
            raise DecisionError("seal-without-why")
        receipt = case.decisions.seal(nos, args.reason, who, "command", args.tag, args.query or "")
        code = clear_traces(case)
    return terminal.show(args, receipt, _sealed(receipt, who)) or code


def clear_traces(case: Case) -> int:
    """Clear what sealed texts left in the case's files; say what is still to be cleared, and return the exit code."""
    try:
        if case.decisions.purge_sealed():
            return 0
        raise CaseError("traces-left", path=case.path, error=say("case-being-written"))
    except CaseError as error:
        print(f"triage: {terminal.one_line(str(error))}", file=sys.stderr)
        return 1


def _sealed(receipt: Receipt, who: str) -> Iterator[str]:
    followed = f"{len(receipt.derived):,} of them attachments or duplicates"
    changed = terminal.count(len(receipt.changed), "item was", "items were")
    yield f"{changed} sealed by {who}, {followed}; {terminal.count(receipt.unchanged, 'was', 'were')} so already."
    yield "Opening one takes two people: triage seal open CASE ID"


def _listed(seals: Sequence[Seal]) -> Iterator[str]:
    if seals:
        rows = [(s.id[:10], s.time[:16].replace("T", " "), s.reviewer, s.why, _state(s)) for s in seals]
        yield from terminal.table({"Item": 10, "Sealed": 16, "By": 24, "Why": 48, "": 40}, rows)
    yield f"{terminal.count(len(seals), 'item is', 'items are')} sealed."


def _state(seal: Seal) -> str:
    if seal.asked_by:
        return f"{seal.asked_by} asks to open it: {seal.asked_why}"
    return "propagated from another" if seal.derived else ""


def _open_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    terminal.key_arguments(parser)
    parser.add_argument("id", help="the sealed item's id, or a beginning that only it has")
    parser.add_argument("--reason", default="", help="reason for opening it (for the first call)")


def _open(args: argparse.Namespace) -> int:
    """Ask, or grant what another person has asked."""
    who = terminal.reviewer(args)
    with terminal.open_case(args) as case:
        no = case.search.find(args.id)
        seal = next(iter(case.decisions.seals(no)), None)
        if seal is None or not seal.asked_by:
            receipt = case.decisions.ask_unseal(no, who, args.reason, "command")
            line = (
                f"{who} asked to open it. It opens once another person on the roster runs the same command, under a "
                "login of their own."
            )
        else:
            receipt = case.decisions.grant_unseal(no, who, "command")
            more = f", and {len(receipt.derived):,} that were propagated from it" if receipt.derived else ""
            line = f"Unsealed, requested by {seal.asked_by} and granted by {who}{more}."
    return terminal.show(args, receipt, [line])


VERBS = {
    "open": terminal.Verb(
        "Open a sealed item. It takes two people on the roster: one asks and gives a reason, another grants it.",
        _open_arguments,
        _open,
        counts=True,
    )
}
