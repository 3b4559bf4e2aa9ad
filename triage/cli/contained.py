"""``triage contained``: list mails that a later mail of their conversation quotes in full. It hides none of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from triage.cli import json_lines, terminal
from triage.model.items import Row
from triage.model.tags import ContainedReport

HELP = "List mails that a later mail of their conversation quotes in full, with that mail. Nothing is coded or hidden."

_COLUMNS = {"id": 10, "date": 11, "from": 28, "subject": 48, "is in": 10, "of": 11}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    terminal.number_argument(parser, "--limit", 100, "how many to list (default 100; 0 lists all)")
    terminal.output_arguments(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Compare the mails of each conversation, unless nothing changed since that was done, and list what was found."""
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        contained = case.reports.insight.contained
        report = contained.last()
        if report is None or not report.current:
            report = contained.find(json_lines.counts(args, stop, "comparing", "mail"), stop.is_set)
        if report is None:
            return 130
        shown = report.mails[: args.limit or None]
        mails = case.search.rows([one.no for one in shown], "is:contained", reviewer="")
        later = case.search.rows([one.later for one in shown], reviewer="")
    pairs = [{"id": mail.id, "in": other.id} for mail, other in zip(mails, later, strict=True)]
    value = {"compared": report.compared, "contained": len(report.mails), "mails": pairs}
    if args.progress:
        json_lines.print_result(args, value)
        return 0
    return terminal.show(args, value, _lines(report, mails, later))


def _lines(report: ContainedReport, mails: Sequence[Row], later: Sequence[Row]) -> Iterator[str]:
    compared = terminal.count(report.compared, "mail")
    yield f"{compared} compared: {len(report.mails):,} quoted in full by a later one (is:contained finds them)"
    cells = [
        (mail.id[:10], mail.date[:10], mail.sender, mail.subject, other.id[:10], other.date[:10])
        for mail, other in zip(mails, later, strict=True)
    ]
    if cells:
        yield terminal.table(_COLUMNS, cells)
    yield from terminal.more(len(cells), len(report.mails))
