"""``triage gaps``: messages and files that may be missing, each with its evidence."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from triage.cli import json_lines, terminal
from triage.insight.gaps.nouns import KINDS, Gap, GapReport
from triage.messages import render

HELP = "Show what may be missing: messages that others refer to, and files that messages name; with evidence."

_TITLES = {
    "absent": ("message that others refer to and the case doesn't have", "messages that others refer to"),
    "file": ("file that is named and not here", "files that are named and not here"),
}
_PEOPLE = 3


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("--kind", action="append", choices=KINDS, help="only gaps of this kind (default: all)")
    parser.add_argument("--custodian", default="", metavar="NAME", help="only gaps in this custodian's records")
    terminal.number_argument(parser, "--limit", 10, "rows of each kind to list (default 10; 0 lists all)")
    parser.add_argument("--reviewer", help="who looks at it (default: the name you are logged in under)")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    terminal.read_only_argument(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Find the gaps and print them."""
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        report = case.reports.insight.gaps.find(
            kinds=args.kind or KINDS,
            custodian=args.custodian,
            limit=args.limit or None,
            reviewer=args.reviewer or "",
            done=json_lines.counts(args, stop, "reading", "text"),
            stop=stop.is_set,
        )
    if args.progress:
        json_lines.print_result(args, report)
    elif report:
        terminal.show(args, report, _lines(report, args.kind or KINDS))
    return 0 if report else 130


def _lines(report: GapReport, kinds: Sequence[str]) -> Iterator[str]:
    yield f"{terminal.count(report.mails, 'message')} looked at"
    for kind in kinds:
        gaps, count = [gap for gap in report.gaps if gap.kind == kind], report.total(kind)
        yield f"\n{terminal.count(count, *_TITLES[kind])}"
        for gap in gaps:
            yield from _gap(gap)
        yield from terminal.more(len(gaps), count)


def _gap(gap: Gap) -> Iterator[str]:
    days = gap.first if gap.first == gap.last else f"{gap.first} to {gap.last}"
    yield "  " + " · ".join(part for part in (gap.custodian, gap.about, days) if part)
    yield f"      {render(gap.evidence)}"
    if gap.people:
        yield f"      from {', '.join(gap.people[:_PEOPLE])}"
    if gap.query:
        yield f"      {gap.query}"
