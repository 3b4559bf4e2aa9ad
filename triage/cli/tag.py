"""``triage tag``: code items, take codings back, write notes; say before what would change."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import terminal
from triage.errors import DecisionError
from triage.model.items import ItemNo, Receipt
from triage.model.tags import Conflict, Foreseen

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Tag items by id, or all that a query finds; remove a tag, write a note, or undo the last step."
WITH = ("family", "thread", "duplicates")
_LISTED = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("tag", nargs="?", help="the tag, such as relevant")
    parser.add_argument("ids", nargs="*", metavar="ID", help="item ids, or beginnings that only they have")
    parser.add_argument("--query", default="", help="all items that this finds")
    parser.add_argument("--with", dest="along", choices=WITH, action="append", default=[], help="and theirs")
    parser.add_argument("--remove", action="store_true", help="remove the tag instead")
    parser.add_argument("--note", metavar="TEXT", help="write this note on the items")
    parser.add_argument("--undo", action="store_true", help="undo the reviewer's last step")
    parser.add_argument("--dry-run", action="store_true", help="state what would change, and change nothing")
    parser.add_argument("--reviewer", help="who decides (default: the name you are logged in under)")
    parser.add_argument("--json", action="store_true", help="print the receipts as JSON")


def run(args: argparse.Namespace) -> int:
    """Take the decisions and print what changed."""
    from triage.case import Case

    who = terminal.reviewer(args.reviewer)
    with Case.open(args.case) as case:
        if args.dry_run:
            return _foresee(args, case.decisions.preview(_items(case, args), args.tag, not args.remove))
        if args.undo:
            receipts = [case.decisions.undo(who)]
        else:
            nos = _items(case, args)
            act = case.decisions.untag if args.remove else case.decisions.tag
            receipts = [act(nos, args.tag, who, "bulk" if args.query or args.along else "command")]
            case.decisions.purge_sealed()
            receipts += (
                [case.decisions.note(n, args.note, who, "command") for n in nos] if args.note is not None else []
            )
    if args.json:
        terminal.print_json(receipts)
        return 0
    for receipt in receipts:
        print(said(receipt, who))
    return 0


def _items(case: Case, args: argparse.Namespace) -> list[ItemNo]:
    if not args.tag:
        raise DecisionError("tag-missing")
    if not args.ids and not args.query:
        raise DecisionError("items-missing")
    nos = [case.search.find(i) for i in args.ids]
    if args.query:
        nos += case.search.run(args.query).nos
    return with_theirs(case, nos, args.along)


def with_theirs(case: Case, nos: Sequence[ItemNo], along: Sequence[str]) -> list[ItemNo]:
    """Return the items, each once, with those of their families, threads or duplicates after them."""
    reach = {"family": case.search.family, "thread": case.search.thread, "duplicates": case.search.duplicates}
    return list(dict.fromkeys([*nos, *(other for way in along for no in nos for other in reach[way](no))]))


def said(receipt: Receipt, who: str) -> str:
    """Return what a step did in one line."""
    text = f"{receipt.action} {terminal.safe(receipt.value)}: {len(receipt.changed):,} items changed"
    if receipt.derived:
        text += f" ({len(receipt.derived):,} of them propagated)"
    text += f", {receipt.unchanged:,} were so already"
    if receipt.kept:
        text += f", {receipt.kept:,} keep an earlier decision"
    return f"{text}. By {who}."


def _foresee(args: argparse.Namespace, foreseen: Foreseen) -> int:
    if args.json:
        terminal.print_json(foreseen)
        return 0
    print(f"{foreseen.changed:,} items would change, {foreseen.already:,} are so already.")
    print(
        f"{foreseen.propagated:,} more would be propagated; {foreseen.replaced:,} would lose another tag of the group."
    )
    for name, count in foreseen.reviewers:
        print(f"{count:,} earlier decisions of {terminal.safe(name)} conflict with it:")
        mine = [c for c in foreseen.conflicts if c.reviewer == name]
        print(*map(_line, mine[:_LISTED]), *(["  …"] if len(mine) > _LISTED else []), sep="\n")
    print("Nothing was changed.")
    return 0


def _line(conflict: Conflict) -> str:
    did = "tagged" if conflict.action == "tag" else "took off"
    stays = "stays" if conflict.kept else "would be replaced"
    return f"  {conflict.id[:10]}  {did} {terminal.safe(conflict.tag)} at {conflict.time}: {stays}"
