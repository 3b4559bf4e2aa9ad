"""``triage seal``: take items' text out of index, preview, results and exports; list what is sealed."""

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
    parser.add_argument("--why", default="", help="the reason, which stays with the item")
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
        if not args.why.strip():
            raise DecisionError("seal-without-why")
        receipt = case.decisions.seal(nos, args.why, who, "command", args.tag, args.query or "")
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
    yield "Opening one takes two people: triage unseal CASE ID"


def _listed(seals: Sequence[Seal]) -> Iterator[str]:
    if seals:
        rows = [(s.id[:10], s.time[:16].replace("T", " "), s.reviewer, s.why, _state(s)) for s in seals]
        yield terminal.table({"Item": 10, "Sealed": 16, "By": 24, "Why": 48, "": 40}, rows)
    yield f"{terminal.count(len(seals), 'item is', 'items are')} sealed."


def _state(seal: Seal) -> str:
    if seal.asked_by:
        return f"{seal.asked_by} asks to open it: {seal.asked_why}"
    return "propagated from another" if seal.derived else ""
