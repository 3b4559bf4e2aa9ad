"""``triage gaps``: silent weeks, messages, attachments and copies that may be missing, each with its evidence."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from triage.cli import json_lines, terminal
from triage.messages import render
from triage.model.insight.gaps import KINDS, Gap, GapReport
from triage.model.insight.people import SamePerson

HELP = "Show what may be missing: silent weeks, messages that others refer to, attachments, copies; with evidence."

_TITLES = {
    "silence": ("silent stretch", "silent stretches"),
    "absent": ("message that others refer to and the case doesn't have", "messages that others refer to"),
    "attachment": ("message that speaks of an attachment", "messages that speak of an attachment"),
    "file": ("file that is named and not here", "files that are named and not here"),
    "copy": ("message that a custodian lacks", "messages that a custodian lacks"),
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
    if "copy" in kinds:
        lacking = [f"{one.custodian}: {one.gaps:,}" for one in report.counts if one.kind == "copy"]
        yield from [f"in all: {', '.join(lacking)}"] if lacking else []
        yield "\nAddresses taken for custodians' own (triage people CASE --accept or --reject ID):"
        yield from (_address(one) for one in report.addresses if one.state != "rejected")


def _gap(gap: Gap) -> Iterator[str]:
    days = gap.first if gap.first == gap.last else f"{gap.first} to {gap.last}"
    about = "" if gap.kind == "silence" else gap.about
    yield "  " + " · ".join(part for part in (gap.custodian, about, days) if part)
    yield f"      {render(gap.evidence)}"
    if gap.people:
        yield f"      from {', '.join(gap.people[:_PEOPLE])}"
    if gap.query:
        yield f"      {gap.query}"


def _address(one: SamePerson) -> str:
    state = f" · {one.state} by {one.reviewer}" if one.state else ""
    return f"  {one.id}  {one.custodian}: {one.second.key} · {one.score:.0%}{state}"
