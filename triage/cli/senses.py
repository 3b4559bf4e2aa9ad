"""``triage senses``: the lines of a word with several senses, sorted by a few that people marked. It codes nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from triage.cli import json_lines, terminal
from triage.model.insight.senses import SenseLine, SenseReport

HELP = "Sort the lines of a word that has several senses: mark ten as meant or not, and the rest is sorted."

_COLUMNS = {"no": 6, "score": 0, "mark": 8, "date": 11, "from": 24, "line": 120}
_SEED, _LIMIT = "1", 40


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("word", help="the word, or a query in quotation marks")
    terminal.read_only_argument(parser)
    parser.add_argument("--meant", nargs="+", type=int, default=[], metavar="NO", help="mark these lines as meant")
    parser.add_argument("--not", nargs="+", type=int, default=[], metavar="NO", dest="not_meant", help="as not meant")
    parser.add_argument("--sample", type=int, metavar="N", help="draw so many lines, to judge the rest by")
    parser.add_argument("--seed", default=_SEED, help=f"of that sample ({_SEED})")
    parser.add_argument("--confidence", type=float, default=0.95, metavar="SHARE", help="of the precision (0.95)")
    terminal.number_argument(parser, "--limit", _LIMIT, f"lines to list (default {_LIMIT}; 0 lists all)")
    terminal.output_arguments(parser, True)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Mark lines, draw a sample, and list the lines, the likeliest meant first."""
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        senses = case.reports.insight.senses
        if args.meant or args.not_meant:
            senses.mark(args.word, args.meant, args.not_meant, terminal.reviewer(args))
        if args.sample:
            senses.draw(args.word, args.sample, args.seed, terminal.reviewer(args))
        progress = json_lines.counts(args, stop, "reading", "item")
        report = senses.report(args.word, args.reviewer or "", args.confidence, progress, stop.is_set)
    if report is None:
        return 130
    if args.progress:
        json_lines.print_result(args, report)
        return 0
    return terminal.show(args, report, _lines(report, args.limit or None))


def _lines(report: SenseReport, limit: int | None) -> Iterator[str]:
    different = terminal.count(len(report.lines), "different line")
    marked = [line for line in report.lines if line.mark and not line.drawn]
    meant = sum(line.mark == "meant" for line in marked)
    yield f"interpreted as: {report.reading}"
    yield (
        f"{terminal.count(report.hits, 'hit')} in {terminal.count(report.items, 'item')}, {different};"
        f" {meant:,} marked as meant, {len(marked) - meant:,} as not"
    )
    if (read := sum(line.same for line in report.lines)) < report.hits:
        yield f"note: only the first {read:,} hits were read; narrow the query to have all of them"
    yield from _sample(report)
    by_number = {line.number: line for line in report.lines}
    if report.next:
        yield "\nMark these next, with --meant NO … and --not NO …:"
        yield _table(by_number[number] for number in report.next)
    yield "\nThe likeliest meant first:" if report.lines and report.lines[0].score is not None else "\nAs in the items:"
    shown = report.lines[:limit]
    yield _table(shown)
    yield from terminal.more(len(shown), len(report.lines))


def _sample(report: SenseReport) -> Iterator[str]:
    """Yield what the drawn lines say, and those that aren't judged yet."""
    waiting = sorted((line for line in report.lines if line.drawn and not line.mark), key=lambda line: line.number)
    if report.precision is not None:
        p = report.precision
        judged = f"Of {terminal.count(report.judged, 'drawn line')} sorted as meant, {report.right:,} are"
        interval = f"{p.low:.0%} to {p.high:.0%}, confidence {p.confidence:.4g}"
        yield f"{judged}: precision {report.right / report.judged:.0%} ({interval})"
    if waiting:
        yield "\nDrawn, and not judged yet; they say how far the order can be trusted, and teach nothing:"
        yield _table(waiting)


def _table(lines: Iterable[SenseLine]) -> str:
    rows = [
        (
            line.number,
            "" if line.score is None else f"{line.score:+.2f}",
            line.mark,
            line.date[:10],
            line.sender,
            f"{line.left}»{line.hit}«{line.right}" + (f" (×{line.same})" if line.same > 1 else ""),
        )
        for line in lines
    ]
    return terminal.table(_COLUMNS, rows)
