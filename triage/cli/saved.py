"""``triage saved``: searches with a name, their runs, and why two runs found something else."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from triage.cli import query_text, terminal
from triage.errors import CaseError
from triage.messages import render
from triage.model.reports import Difference

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Save searches under a name, run them again, and see why the number of items has changed."

_LISTED = 10


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add = terminal.case_actions(parser, reviewer=True)
    save = add("add", "save a query; an existing name gets a new version")
    save.add_argument("name")
    query_text.arguments(save, "the query", needed=True)
    add("run", "run it now and keep what it finds").add_argument("name")
    add("list", "list the searches, or the runs of one").add_argument("name", nargs="?", default="")
    diff = add("diff", "why two runs differ; the last two unless named")
    diff.add_argument("name")
    diff.add_argument("runs", nargs="*", type=int, metavar="A B", help="numbers of two runs")


def run(args: argparse.Namespace) -> int:
    """Do one of add, run, list, diff."""
    with terminal.open_case(args) as case:
        match args.action:
            case "add":
                saved = case.search.save(args.name, args.query, terminal.reviewer(args))
                return terminal.show(args, saved, [f"{saved.name}, version {saved.version}: {saved.query}"])
            case "run":
                done = case.search.run_saved(args.name, terminal.reviewer(args))
                line = f"run {done.number} of {done.name}: {terminal.count(done.total, 'item')} · {done.index.id}"
                return terminal.show(args, done, [f"interpreted as: {done.reading}", line])
            case "list":
                return _list(case, args)
            case _:
                return _diff(case, args)


def _list(case: Case, args: argparse.Namespace) -> int:
    if args.name:
        runs = case.search.saved_runs(args.name)
        columns = {"run": 0, "version": 0, "items": 0, "time (UTC)": 0, "by": 20, "index": 0}
        rows = [(r.number, r.version, r.total, r.time, r.author, r.index.id) for r in runs]
        return terminal.show(args, runs, terminal.table(columns, rows))
    searches = case.search.saved()
    columns = {"name": 40, "version": 0, "runs": 0, "last found": 0, "by": 20, "query": 80}
    listed = [(s.name, s.version, s.runs, s.last_total, s.author, s.query) for s in searches]
    return terminal.show(args, searches, terminal.table(columns, listed))


def _diff(case: Case, args: argparse.Namespace) -> int:
    before, after = args.runs if len(args.runs) == 2 else (None, None)
    if args.runs and before is None:
        raise CaseError("runs-missing")
    difference = case.search.saved_difference(args.name, before, after)
    return terminal.show(args, difference, _lines(difference))


def _lines(difference: Difference) -> Iterator[str]:
    for run in (difference.before, difference.after):
        yield f"run {run.number}: {terminal.count(run.total, 'item')} · {run.time} · {run.index.id} · {run.query}"
    if not difference.moves:
        yield "Both found the same items."
    for move in difference.moves:
        more = f" and {len(move.ids) - _LISTED:,} more (--json lists all)" if len(move.ids) > _LISTED else ""
        ids = ", ".join(i[:10] for i in move.ids[:_LISTED])
        yield f"{move.sign}{len(move.ids):,}  {render(move.reason)}: {ids}{more}"
