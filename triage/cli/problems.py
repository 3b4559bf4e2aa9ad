"""``triage problems``: list what could not be read."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from triage.cli import terminal
from triage.errors import PROBLEM_CODES, CaseError
from triage.messages import render
from triage.model.items import Problem

if TYPE_CHECKING:
    from triage.model.reports import Table
    from triage.model.runs import Extent

HELP = "List what could not be read, or only in part, with the reason; grouped, or one per line."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    parser.add_argument("--code", help="only this code, one per line")
    terminal.table_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the Problems."""
    if args.code not in (None, *PROBLEM_CODES):
        raise CaseError("problem-code-bad", code=args.code, known=", ".join(PROBLEM_CODES))
    with terminal.open_case(args) as case:
        problems = [p for p in case.reports.problems() if args.code in (None, p.code)]
    if any((args.csv, args.xlsx, args.html)):
        terminal.write_tables(args, _table(problems, str(args.case), args.extent))
    one_by_one = (terminal.one_line(f"{p.path}: {render(p.message)} ({p.searchable} searchable)") for p in problems)
    grouped = _grouped(problems, str(args.case), so_far=not args.extent.whole)
    return terminal.show(args, problems, one_by_one if args.code else grouped)


def _table(problems: list[Problem], case: str, extent: Extent) -> Table:
    from triage.model.reports import Table

    notes = (render(extent.message),) if extent.message else ()
    rows = tuple((p.path, p.code, p.searchable, render(p.message), p.item or "") for p in problems)
    return Table(f"Problems: {case}", (), notes, ("path", "code", "searchable", "sentence", "item"), rows)


def _grouped(problems: list[Problem], case: str, *, so_far: bool) -> Iterator[str]:
    if not problems:
        everything = "" if so_far else ": everything that the scope allows was read"
        yield f"No problems on record{everything}."
        return
    counts = Counter((p.code, p.searchable) for p in problems)
    example = {p.code: p for p in reversed(problems)}
    rows = [
        (n, code, how, example[code].path, render(example[code].message))
        for (code, how), n in sorted(counts.items(), key=lambda x: (-x[1], x[0]))
    ]
    yield from terminal.table({"count": 8, "code": 18, "searchable": 10, "for example": 40, "what happened": 70}, rows)
    yield f"All of one code: triage problems {case} --code CODE"
