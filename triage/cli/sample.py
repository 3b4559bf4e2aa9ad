"""``triage sample``: draw a random sample of any set, judge it blind, and learn what it says of the set."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from triage.cli import query_text, terminal
from triage.messages import render
from triage.model.team import Judgement, Sample, SampleReport

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Draw a seeded random sample of any set, assess it, and report its rate and the recall that it implies."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add = terminal.case_actions(parser, reviewer=True)
    draw = add("draw", "draw a sample of what a query finds")
    draw.add_argument("name")
    query_text.arguments(draw, "the set, such as tag:not-relevant", needed=True)
    terminal.number_argument(draw, "--size", 0, "items (default: enough for the margin)")
    draw.add_argument("--margin", type=float, default=0.05, metavar="SHARE", help="how close the rate is met (0.05)")
    draw.add_argument("--confidence", type=float, default=0.95, metavar="SHARE", help="how surely (0.95)")
    draw.add_argument("--seed", default="", help="draw the same sample again (default: a new one)")
    draw.add_argument("--open", action="store_true", help="not blind: earlier coding may be shown")
    listed = add("list", "list the samples, or the items of one still to be assessed")
    listed.add_argument("name", nargs="?", default="")
    judge = add("judge", "assess items of it; no tag is changed")
    judge.add_argument("name")
    judge.add_argument("value", choices=("relevant", "not-relevant", "none"), help="none clears an assessment")
    judge.add_argument("ids", nargs="+", metavar="ID", help="item ids, or beginnings that only they have")
    report = add("report", "what the assessments say about the set")
    report.add_argument("name")
    report.add_argument("--confidence", type=float, default=0.95, metavar="SHARE", help="of the interval (0.95)")
    report.add_argument("--known", metavar="QUERY", help="known relevant items, for the recall of an elusion test")


def run(args: argparse.Namespace) -> int:
    """Do one of draw, list, judge, report."""
    with terminal.open_case(args) as case:
        return {"draw": _draw, "list": _list, "judge": _judge, "report": _report}[args.action](case, args)


def _draw(case: Case, args: argparse.Namespace) -> int:
    drawn = case.team.draw_sample(
        args.query,
        args.name,
        terminal.reviewer(args),
        size=args.size,
        margin=args.margin,
        confidence=args.confidence,
        seed=args.seed,
        blind=not args.open,
    )
    lines = [
        f"{drawn.size:,} of {_population(drawn)} drawn, seed {drawn.seed}: {drawn.query}",
        "They have the smallest SHA-256 of seed:id. Assess them in the order of: triage sample list CASE NAME",
    ]
    return terminal.show(args, drawn, lines)


def _population(sample: Sample) -> str:
    """Return how many items the set of a sample has, and how many with their copies where these count once."""
    items = terminal.count(sample.population, "item")
    more = sample.with_copies not in (None, sample.population)
    return f"{items} ({sample.with_copies:,} with copies)" if more else items


def _list(case: Case, args: argparse.Namespace) -> int:
    if args.name:
        items = case.team.judgements(args.name)
        return terminal.show(args, items, _left(case, items))
    samples = case.team.samples()
    rows = [(s.name, s.size, s.population, s.judged, "blind" if s.blind else "open", s.seed, s.source) for s in samples]
    columns = {"sample": 40, "items": 0, "of": 0, "judged": 0, "": 0, "seed": 20, "drawn from": 60}
    return terminal.show(args, samples, terminal.table(columns, rows))


def _left(case: Case, items: Sequence[Judgement]) -> Iterator[str]:
    left = [item for item in items if not item.value]
    nos = [item.no for item in left]
    rows, copies = zip(left, case.search.rows(nos), strict=True), case.reports.copies(nos)
    yield f"{len(left):,} of {len(items):,} items are still to be assessed, in drawing order:"
    yield from terminal.table(
        {"item": 20, "date": 0, "from": 30, "subject": 60, "copies": 0},
        [
            (i.id, row.date[:10], row.sender, row.subject or row.name, len(copies[i.no].nos) if i.no in copies else 1)
            for i, row in rows
        ],
    )


def _judge(case: Case, args: argparse.Namespace) -> int:
    value = "" if args.value == "none" else args.value.replace("-", " ")
    sample = case.team.judge(args.name, [case.search.find(i) for i in args.ids], value, terminal.reviewer(args))
    return terminal.show(args, sample, [f"{sample.judged:,} of {sample.size:,} items of '{sample.name}' are judged."])


def _report(case: Case, args: argparse.Namespace) -> int:
    report = case.team.sample_report(args.name, args.confidence, args.known)
    return terminal.show(args, report, _report_lines(report))


def _report_lines(report: SampleReport) -> Iterator[str]:
    s = report.sample
    yield f"Sample '{s.name}' of {s.size:,} from {_population(s)} ({s.reading}), seed {s.seed}, drawn {s.time}"
    yield f"Assessed {report.judged:,}: {report.relevant:,} relevant; two reviewers disagree on {report.disputed:,}"
    if report.interval is None or report.implied is None:
        yield "Its first item has not been assessed yet: results appear once items are assessed in drawing order."
        return
    if report.used < s.size:
        yield f"The first {report.used:,} in drawing order have been assessed: what follows is based on these."
    i = report.interval
    yield (
        f"Rate {i.found / i.sample:.2%} ({i.found:,} of {i.sample:,}); with {i.confidence:.4g} confidence"
        f" {i.low:.2%} to {i.high:.2%}, that is {report.implied[0]:,} to {report.implied[1]:,} of {s.population:,}"
        " (Clopper-Pearson)"
    )
    if (e := report.elusion) is not None:
        yield f"Known relevant outside it: {e.found:,} ({e.found_query})"
        yield (
            f"Elusion leaves {e.missed[0]:,} to {e.missed[1]:,} behind: recall {e.low:.2%} to {e.high:.2%},"
            f" most likely {e.point:.2%}, if all known ones are relevant and no judgement is wrong"
        )
    yield from map(render, report.notes)
