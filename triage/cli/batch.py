"""``triage batch``: portions of a result, each with one reviewer at a time."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import terminal
from triage.model.team import Batch

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Divide what a query finds into batches, families whole; check one out, return it, complete it."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--reviewer", help="who does it (default: the name you are logged in under)")
    common.add_argument("--json", action="store_true", help="print it as JSON")
    what = parser.add_subparsers(dest="what", metavar="new|list|take|give|done", required=True)
    new = what.add_parser("new", parents=[common], help="create batches from what a query finds")
    new.add_argument("name")
    new.add_argument("query")
    new.add_argument("--size", type=int, default=0, metavar="N", help="most items in each (default: one batch of all)")
    new.add_argument("--fresh", action="store_true", help="leave out families that are in a batch not yet completed")
    what.add_parser("list", parents=[common], help="list the batches, who has them, how far they are")
    take = what.add_parser("take", parents=[common], help="check out a batch, or the next free one")
    take.add_argument("name", nargs="?", default="")
    take.add_argument("--again", action="store_true", help="reopen a completed one")
    give = what.add_parser("give", parents=[common], help="return it before it is complete")
    give.add_argument("name")
    done = what.add_parser("done", parents=[common], help="complete it")
    done.add_argument("name")
    done.add_argument("--anyway", action="store_true", help="even with items that have no tag")


def run(args: argparse.Namespace) -> int:
    """Do one of new, list, take, give, done, and print the batches concerned."""
    from triage.case import Case

    args.who = terminal.reviewer(args.reviewer)
    with Case.open(args.case) as case:
        if args.what == "new":
            return _new(case, args)
        batches = _asked(case, args)
    if args.json:
        terminal.print_json(batches if args.what == "list" else batches[0])
    else:
        _print(batches)
    return 0


def _asked(case: Case, args: argparse.Namespace) -> list[Batch]:
    match args.what:
        case "list":
            return case.team.batches()
        case "take":
            return [case.team.check_out_batch(args.name, args.who, args.again)]
        case "give":
            return [case.team.return_batch(args.name, args.who)]
        case _:
            return [case.team.complete_batch(args.name, args.who, args.anyway)]


def _new(case: Case, args: argparse.Namespace) -> int:
    made = case.team.create_batches(args.query, args.name, args.who, args.size, args.fresh)
    if args.json:
        terminal.print_json(made)
        return 0
    _print(made.batches)
    if made.added:
        print(f"{made.added:,} items were added with their families.")
    if made.elsewhere:
        print(f"{made.elsewhere:,} of the items are also in another open batch (--fresh excludes them).")
    return 0


def _print(batches: Sequence[Batch]) -> None:
    if not batches:
        print("There are no batches yet. Create some with: triage batch CASE new NAME QUERY --size 200")
        return
    rows = [
        (
            b.name,
            b.state + (" twice" if b.contested else ""),
            " and ".join(b.contested) or b.reviewer,
            f"{b.items:,}",
            f"{b.families:,}",
            f"{b.coded:,}",
            f"{b.coded / b.items:.0%}",
            b.query,
        )
        for b in batches
    ]
    head = ("batch", "state", "reviewer", "items", "families", "coded", "done", "query")
    print(terminal.table(head, rows, (40, 0, 40, 0, 0, 0, 0, 60)))
    if missing := sum(b.missing for b in batches):
        print(f"{missing:,} of the items aren't in this copy of the case: index it to have them.")
