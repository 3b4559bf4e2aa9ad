"""``triage seal``: take items' text out of index, preview, results and exports; list what is sealed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from triage.cli import terminal
from triage.errors import DecisionError
from triage.model.tags import Seal

HELP = "Seal items with their attachments and duplicates: the text leaves index and exports; or list the seals."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("ids", nargs="*", metavar="ID", help="item ids, or beginnings that only they have")
    parser.add_argument("--query", default="", help="all items that this finds")
    parser.add_argument("--why", default="", help="the reason, which stays with the item")
    parser.add_argument("--tag", default="", help="the palette's tag for it (default: its first that seals)")
    parser.add_argument("--dry-run", action="store_true", help="state how many items it would seal, and seal none")
    parser.add_argument("--reviewer", help="who decides (default: the name you are logged in under)")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    """Seal and print what changed, or list the seals."""
    from triage.case import Case

    who = terminal.reviewer(args.reviewer)
    with Case.open(args.case) as case:
        if not args.ids and not args.query:
            case.decisions.purge_sealed()
            return _list(case.decisions.seals(), args.json)
        nos = list(
            dict.fromkeys([*map(case.search.find, args.ids), *(case.search.run(args.query).nos if args.query else ())])
        )
        if args.dry_run:
            new, following = case.decisions.preview_seal(nos)
            print(
                f"{len(new):,} items would be sealed, and {len(following):,} that are their attachments or duplicates."
            )
            return 0
        if not args.why.strip():
            raise DecisionError("seal-without-why")
        receipt = case.decisions.seal(nos, args.why, who, "command", args.tag)
        case.decisions.purge_sealed()
    if args.json:
        terminal.print_json(receipt)
        return 0
    followed = f"{len(receipt.derived):,} of them attachments or duplicates"
    print(f"{len(receipt.changed):,} items were sealed by {who}, {followed}; {receipt.unchanged:,} were so already.")
    print("Opening one takes two people: triage unseal CASE ID")
    return 0


def _list(seals: Sequence[Seal], as_json: bool) -> int:
    if as_json:
        terminal.print_json(seals)
        return 0
    rows = [(s.id[:10], s.time[:16].replace("T", " "), s.reviewer, s.why, _state(s)) for s in seals]
    if rows:
        print(terminal.table(("Item", "Sealed", "By", "Why", ""), rows, (10, 16, 24, 48, 40)))
    print(f"{len(rows):,} items are sealed.")
    return 0


def _state(seal: Seal) -> str:
    if seal.asked_by:
        return f"{seal.asked_by} asks to open it: {seal.asked_why}"
    return "propagated from another" if seal.derived else ""
