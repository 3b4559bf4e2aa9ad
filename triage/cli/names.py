"""``triage names``: words that may be code names, with evidence; words used like a name, and other ways to write it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import json_lines, terminal
from triage.insight.names.nouns import Likeness, NameCandidate, NameReport

if TYPE_CHECKING:
    from triage.case import Case

HELP = "List words that may be code names, with evidence; accept one as a saved search, or find what is like a name."

_ALIASES = 20
_KINDS = {
    "joined": "as one word",
    "split": "as two words",
    "line end": "broken at a line's end",
    "spaced": "spaced out",
    "initials": "as initials",
    "letters": "with letters that look the same",
    "spelling": "misspelled",
    "script": "in another script",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--accept", metavar="WORD", help="save a search for this candidate")
    action.add_argument("--reject", metavar="WORD", help="remember that this candidate is none")
    action.add_argument(
        "--like",
        metavar="NAME",
        help="find words used as this name is, and other ways to write it; -: a line of standard input",
    )
    action.add_argument("--again", action="store_true", help="rank anew, with what was read since")
    parser.add_argument("--name", default="", help="with --accept: the name of the saved search (default: the word)")
    parser.add_argument("--all", action="store_true", help="list rejected candidates too")
    terminal.number_argument(parser, "--limit", 100, "candidates to list (default 100; 0 lists all)")
    terminal.output_arguments(parser, True)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Accept or reject a candidate, find what is like a name, or list the candidates, which are ranked if need be."""
    with terminal.open_case(args) as case:
        if args.accept:
            saved = case.reports.insight.names.accept(args.accept, terminal.reviewer(args), args.name)
            return terminal.show(args, saved, [f"{saved.name}, version {saved.version}: {saved.query}"])
        if args.reject:
            case.reports.insight.names.reject(args.reject, terminal.reviewer(args))
            return terminal.show(args, {"rejected": args.reject}, [f"Rejected: {args.reject}"])
        if args.like == "-":
            args.like = json_lines.first_line()
        return _like(case, args) if args.like else _list(case, args)


def _like(case: Case, args: argparse.Namespace) -> int:
    with json_lines.stopping(args) as stop:
        likeness = case.reports.insight.names.like(
            args.like, json_lines.counts(args, stop, "reading", "text"), stop.is_set
        )
    if args.progress:
        json_lines.print_result(args, likeness)
    elif likeness:
        terminal.show(args, likeness, _likeness(likeness))
    return 0 if likeness else 130


def _likeness(likeness: Likeness) -> Iterator[str]:
    if likeness.variants:
        queries = ", ".join(variant.query for variant in likeness.variants)
        yield f"also written: {queries} ({terminal.count(likeness.items, 'more item')})"
        rows = [(one.query, one.items, _KINDS[one.kind]) for one in likeness.variants]
        yield from terminal.table({"query": 60, "items": 0, "": 40}, rows)
    else:
        yield f"No item writes {likeness.name} in another way."
    shown = likeness.aliases[:_ALIASES]
    if shown:
        yield ""
        alike = [(one.word, one.items) for one in shown]
        yield from terminal.table({"used alike": 40, "items": 0}, alike, len(likeness.aliases))


def _list(case: Case, args: argparse.Namespace) -> int:
    names = case.reports.insight.names
    with json_lines.stopping(args) as stop:
        report = (
            None if args.again else names.ranked(args.limit or None, rejected=args.all, reviewer=args.reviewer or "")
        )
        if report is None:
            if names.find(json_lines.counts(args, stop, "reading", "text"), stop.is_set) is None:
                return 130
            report = names.ranked(args.limit or None, rejected=args.all, reviewer=args.reviewer or "")
    if args.progress:
        json_lines.print_result(args, report)
    elif report:
        terminal.show(args, report, _lines(report))
    return 0


def _lines(report: NameReport) -> Iterator[str]:
    for place, one in enumerate(report.candidates, 1):
        yield from _candidate(place, one)
    if report.rejected:
        yield f"{terminal.count(report.rejected, 'name was', 'names were')} rejected; --all lists them too."
    if not report.candidates:
        yield "No word stands out as a name."


def _candidate(place: int, one: NameCandidate) -> Iterator[str]:
    state = f" · {one.state}" if one.state else ""
    dates = f" · {one.first[:10]} to {one.last[:10]}" if one.first else ""
    yield f"{place}. {one.written} · {terminal.count(one.items, 'item')}{dates}{state}"
    if one.people:
        yield f"   {', '.join(one.people)}"
    for line in one.lines:
        yield f"   {line.id[:10]} {line.date[:10]} {line.text}"
