"""``triage problems``: list what could not be read."""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

from triage.cli import terminal
from triage.messages import render
from triage.model.items import Problem

HELP = "List what could not be read, or only in part, with the reason; grouped, or one per line."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("--code", help="only this code, one per line")
    parser.add_argument("--csv", action="store_true", help="print all as CSV")
    parser.add_argument("--json", action="store_true", help="print all as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the Problems."""
    from triage.case import Case

    with Case.open(args.case) as case:
        found = [p for p in case.reports.problems() if args.code in (None, p.code)]
    if args.json:
        terminal.print_json(found)
    elif args.csv:
        _csv(found)
    elif args.code:
        for p in found:
            print(terminal.safe(f"{p.path}: {render(p.message)} ({p.searchable} searchable)"))
    else:
        _grouped(found, str(args.case))
    return 0


def _csv(found: list[Problem]) -> None:
    from triage.case import spreadsheet_cell

    writer = csv.writer(sys.stdout)
    writer.writerow(["path", "code", "searchable", "sentence", "item"])
    for p in found:
        cells = [p.path, p.code, p.searchable, render(p.message), p.item or ""]
        writer.writerow(map(spreadsheet_cell, cells))


def _grouped(found: list[Problem], case: str) -> None:
    if not found:
        print("No problems on record: everything that the scope allows was read.")
        return
    counts = Counter((p.code, p.searchable) for p in found)
    example = {p.code: p for p in reversed(found)}
    rows = [
        (f"{n:,}", code, how, example[code].path, render(example[code].message))
        for (code, how), n in sorted(counts.items(), key=lambda x: (-x[1], x[0]))
    ]
    print(terminal.table(("count", "code", "searchable", "for example", "what happened"), rows, (8, 18, 10, 40, 70)))
    print(f"All of one code: triage problems {case} --code CODE")
