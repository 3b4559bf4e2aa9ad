"""``triage near``: find near-duplicates, items whose words are nearly the same, and show how two of them differ.

With ``--contained``: mails that a later mail of their conversation quotes in full. None of them is hidden.
"""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from triage.cli import json_lines, terminal
from triage.errors import CaseError
from triage.insight.near.nouns import ContainedReport, NearReport
from triage.model.items import Item, Row

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Find near-duplicates: items whose words are nearly the same. Nothing is coded or hidden."

_WIDTH = 100
"""Characters of a line of two texts that are compared."""
_CONTAINED = {"id": 10, "date": 11, "from": 28, "subject": 48, "is in": 10, "of": 11}
_READ = ("body", "textbox", "note", "speaker", "ocr")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument(
        "--compare",
        nargs="+",
        metavar="ID",
        help="show how an item differs from the pivot of its group, or from a second one",
    )
    what = "list instead mails that a later mail of their conversation quotes in full, with that mail"
    parser.add_argument("--contained", action="store_true", help=what)
    terminal.number_argument(parser, "--limit", 100, "with --contained: how many to list (default 100; 0 lists all)")
    terminal.output_arguments(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Compare all texts, and print how many are near-duplicates; or compare two; or list contained mails."""
    if args.contained:
        return _contained(args)
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        if args.compare:
            return _compare(case, args)
        progress = json_lines.counts(args, stop, "comparing", "text")
        report = case.reports.insight.near.find(progress, stop.is_set)
    if args.progress:
        json_lines.print_result(args, report)
    elif report:
        terminal.show(args, report, _lines(report))
    return 0 if report else 130


def _lines(report: NearReport) -> Iterator[str]:
    near = f"{terminal.count(report.near, 'text')} in {terminal.count(report.groups, 'group')} of near-duplicates"
    yield f"{terminal.count(report.compared, 'different text')} compared: {near}."


def _compare(case: Case, args: argparse.Namespace) -> int:
    """Print the lines of two items that differ, the pivot's or the first one's with a minus."""
    no = case.search.find(args.compare[0])
    if len(args.compare) > 1:
        first, second = no, case.search.find(args.compare[1])
    else:
        group = case.reports.insight.near.group(no)
        others = [one.no for one in group if one.no != no]
        if not others:
            raise CaseError("no-near-duplicates", id=args.compare[0])
        first, second = others[0], no
    items = [case.search.item(one) for one in (first, second)]
    for item in items:
        case.search.showing(item, "")
    names = [item.row.id for item in items]
    before, after = map(_text, items)
    lines = list(difflib.unified_diff(before, after, names[0], names[1], lineterm="", n=1))
    return terminal.show(args, {"items": names, "lines": lines}, lines or ["Their texts are the same."])


def _text(item: Item) -> list[str]:
    """Return what a reader sees of an item, wrapped where a word of one text can't move all later lines."""
    texts = (segment.text for segment in item.segments if segment.origin in _READ)
    sentences = (sentence for text in texts for line in text.split("\n") for sentence in line.split(". "))
    return [line for sentence in sentences for line in wrap(sentence, _WIDTH)]


def _contained(args: argparse.Namespace) -> int:
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
    return terminal.show(args, value, _contained_lines(report, mails, later))


def _contained_lines(report: ContainedReport, mails: Sequence[Row], later: Sequence[Row]) -> Iterator[str]:
    compared = terminal.count(report.compared, "mail")
    yield f"{compared} compared: {len(report.mails):,} quoted in full by a later one (is:contained finds them)"
    cells = [
        (mail.id[:10], mail.date[:10], mail.sender, mail.subject, other.id[:10], other.date[:10])
        for mail, other in zip(mails, later, strict=True)
    ]
    if cells:
        yield from terminal.table(_CONTAINED, cells, len(report.mails))
