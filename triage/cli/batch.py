"""``triage batch``: portions of a result, each with one reviewer at a time."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from triage.cli import query_text, terminal
from triage.model.team import Batch, NewBatches

HELP = "Divide what a query finds into batches, families whole; check one out, return it, complete it."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add = terminal.case_actions(parser, reviewer=True)
    new = add("new", "create batches from what a query finds")
    new.add_argument("name")
    query_text.arguments(new, "what to divide", needed=True)
    terminal.number_argument(new, "--size", 0, "most items in each (default: one batch of all)")
    new.add_argument("--fresh", action="store_true", help="leave out families that are in a batch not yet completed")
    add("list", "list the batches, who has them, how far they are")
    take = add("take", "check out a batch, or the next free one")
    take.add_argument("name", nargs="?", default="")
    take.add_argument("--again", action="store_true", help="reopen a completed one")
    add("give", "return it before it is complete").add_argument("name")
    done = add("done", "complete it")
    done.add_argument("name")
    done.add_argument("--anyway", action="store_true", help="even with items that have no tag")


def run(args: argparse.Namespace) -> int:
    """Do one of new, list, take, give, done, and print the batches concerned."""
    who = terminal.reviewer(args)
    with terminal.open_case(args) as case:
        team = case.team
        match args.action:
            case "new":
                made = team.create_batches(args.query, args.name, who, args.size, args.fresh)
                return terminal.show(args, made, _made(made))
            case "list":
                batches = team.batches()
                return terminal.show(args, batches, _listed(batches))
            case "take":
                batch = team.check_out_batch(args.name, who, args.again)
            case "give":
                batch = team.return_batch(args.name, who)
            case _:
                batch = team.complete_batch(args.name, who, args.anyway)
        return terminal.show(args, batch, _listed([batch]))


def _made(made: NewBatches) -> Iterator[str]:
    yield from _listed(made.batches)
    if made.added:
        yield f"{terminal.count(made.added, 'item was', 'items were')} added with their families."
    if made.copies:
        yield f"{terminal.count(made.copies, 'copy was', 'copies were')} left out: a batch has one of each."
    if made.elsewhere:
        elsewhere = terminal.count(made.elsewhere, "of the items is", "of the items are")
        yield f"{elsewhere} also in another open batch (--fresh excludes such items)."


def _listed(batches: Sequence[Batch]) -> Iterator[str]:
    if not batches:
        yield "There are no batches yet. Create some with: triage batch new CASE NAME QUERY --size 200"
        return
    rows = [
        (
            b.name,
            b.state + (" twice" if b.contested else ""),
            " and ".join(b.contested) or b.reviewer,
            b.items,
            "" if b.with_copies is None else b.with_copies,
            b.families,
            b.coded,
            f"{b.coded / b.items:.0%}",
            b.query,
        )
        for b in batches
    ]
    columns = {"batch": 40, "state": 0, "reviewer": 40, "items": 0, "with copies": 0}
    columns |= {"families": 0, "coded": 0, "done": 0, "query": 60}
    yield from terminal.table(columns, rows)
    if missing := sum(b.missing for b in batches):
        absent = terminal.count(missing, "of the items isn't", "of the items aren't")
        yield f"{absent} in this copy of the case: index the copy to add what is missing."
