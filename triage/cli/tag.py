"""``triage tag`` (cli): code items, take codings back, write notes."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import terminal
from triage.errors import DecisionError

NAME = "tag"
HELP = "Tag items by id or all that a query finds; remove a tag, write a note, or undo the last step."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("tag", nargs="?", help="the tag, such as relevant")
    parser.add_argument("ids", nargs="*", metavar="ID", help="item ids, or beginnings that only they have")
    parser.add_argument("--query", default="", help="all items that this finds")
    parser.add_argument("--remove", action="store_true", help="take the tag away instead")
    parser.add_argument("--note", metavar="TEXT", help="write this note on the items")
    parser.add_argument("--undo", action="store_true", help="take back the reviewer's last step")
    parser.add_argument("--reviewer", help="who decides (default: the name you are logged in under)")
    parser.add_argument("--json", action="store_true", help="print the receipts as JSON")


def run(args: argparse.Namespace) -> int:
    """Take the decisions and print what changed."""
    from triage.case import Case

    who = terminal.reviewer(args.reviewer)
    with Case.open(args.case) as case:
        if args.undo:
            receipts = [case.undo(who)]
        else:
            if not args.tag:
                raise DecisionError("Which tag? For example: triage tag CASE relevant --query heron")
            nos = [case.find(i) for i in args.ids]
            if args.query:
                nos += [n for n in case.search(args.query).nos if n not in set(nos)]
            elif not nos:
                raise DecisionError("Which items? Give their ids, or --query.")
            act = case.untag if args.remove else case.tag
            receipts = [act(nos, args.tag, who, "bulk" if args.query else "command")]
            receipts += [case.note(n, args.note, who, "command") for n in nos] if args.note is not None else []
    if args.json:
        terminal.print_json(receipts)
        return 0
    for r in receipts:
        print(f"{r.action} {r.value}: {len(r.changed):,} items changed, {r.unchanged:,} were so already. By {who}.")
    return 0
