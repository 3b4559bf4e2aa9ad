"""``triage saved``: searches with a name, their runs, and why two runs found something else."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import terminal
from triage.errors import CaseError
from triage.messages import render
from triage.model.reports import Difference, SavedRun

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Save searches under a name, run them again, and see why the number of items has changed."

_LISTED = 10


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--reviewer", help="who does it (default: the name you are logged in under)")
    common.add_argument("--json", action="store_true", help="print it as JSON")
    what = parser.add_subparsers(dest="what", metavar="add|run|list|diff", required=True)
    add = what.add_parser("add", parents=[common], help="save a query; an existing name gets a new version")
    add.add_argument("name")
    add.add_argument("query")
    run = what.add_parser("run", parents=[common], help="run it now and keep what it finds")
    run.add_argument("name")
    listed = what.add_parser("list", parents=[common], help="list the searches, or the runs of one")
    listed.add_argument("name", nargs="?", default="")
    diff = what.add_parser("diff", parents=[common], help="why two runs differ; the last two unless named")
    diff.add_argument("name")
    diff.add_argument("runs", nargs="*", type=int, metavar="A B", help="numbers of two runs")


def run(args: argparse.Namespace) -> int:
    """Do one of add, run, list, diff."""
    from triage.case import Case

    with Case.open(args.case) as case:
        return int(_ACTIONS[args.what](case, args))


def _add(case: Case, args: argparse.Namespace) -> int:
    saved = case.search.save(args.name, args.query, terminal.reviewer(args.reviewer))
    if args.json:
        terminal.print_json(saved)
    else:
        print(f"{saved.name}, version {saved.version}: {saved.query}")
    return 0


def _run(case: Case, args: argparse.Namespace) -> int:
    done = case.search.run_saved(args.name, terminal.reviewer(args.reviewer))
    if args.json:
        terminal.print_json(done)
    else:
        print(
            f"interpreted as: {done.reading}\nrun {done.number} of {done.name}: {done.total:,} items · {done.index.id}"
        )
    return 0


def _list(case: Case, args: argparse.Namespace) -> int:
    if args.name:
        return _list_runs(case.search.saved_runs(args.name), args.json)
    searches = case.search.saved()
    if args.json:
        terminal.print_json(searches)
        return 0
    rows = [
        (s.name, str(s.version), f"{s.runs:,}", "" if s.last_total is None else f"{s.last_total:,}", s.author, s.query)
        for s in searches
    ]
    print(terminal.table(("name", "version", "runs", "last found", "by", "query"), rows, (40, 0, 0, 0, 20, 80)))
    return 0


def _list_runs(runs: list[SavedRun], as_json: bool) -> int:
    if as_json:
        terminal.print_json(runs)
        return 0
    rows = [(str(r.number), str(r.version), f"{r.total:,}", r.time, r.author, r.index.id) for r in runs]
    print(terminal.table(("run", "version", "items", "time (UTC)", "by", "index"), rows, (0, 0, 0, 0, 20, 0)))
    return 0


def _diff(case: Case, args: argparse.Namespace) -> int:
    before, after = args.runs if len(args.runs) == 2 else (None, None)
    if args.runs and before is None:
        raise CaseError("runs-missing")
    said = case.search.saved_difference(args.name, before, after)
    if args.json:
        terminal.print_json(said)
    else:
        _print(said)
    return 0


def _print(said: Difference) -> None:
    for run in (said.before, said.after):
        print(f"run {run.number}: {run.total:,} items · {run.time} · {run.index.id} · {run.query}")
    if not said.moves:
        print("Both found the same items.")
    for move in said.moves:
        more = f" and {len(move.ids) - _LISTED:,} more (--json lists all)" if len(move.ids) > _LISTED else ""
        ids = ", ".join(i[:10] for i in move.ids[:_LISTED])
        print(f"{move.sign}{len(move.ids):,}  {render(move.reason)}: {ids}{more}")


_ACTIONS = {"add": _add, "run": _run, "list": _list, "diff": _diff}
