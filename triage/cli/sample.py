"""``triage sample``: draw a random sample of any set, judge it blind, and learn what it says of the set."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import terminal
from triage.messages import render
from triage.model.team import Sample, SampleReport

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Draw a seeded random sample of any set, assess it, and report its rate and the recall that it implies."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--reviewer", help="who does it (default: the name you are logged in under)")
    common.add_argument("--json", action="store_true", help="print it as JSON")
    what = parser.add_subparsers(dest="what", metavar="draw|list|judge|report", required=True)
    draw = what.add_parser("draw", parents=[common], help="draw a sample of what a query finds")
    draw.add_argument("name")
    draw.add_argument("query", help="the set, such as tag:not-relevant")
    draw.add_argument("--size", type=int, default=0, metavar="N", help="items (default: enough for the margin)")
    draw.add_argument("--margin", type=float, default=0.05, metavar="SHARE", help="how close the rate is met (0.05)")
    draw.add_argument("--confidence", type=float, default=0.95, metavar="SHARE", help="how surely (0.95)")
    draw.add_argument("--seed", default="", help="draw the same sample again (default: a new one)")
    draw.add_argument("--open", action="store_true", help="not blind: earlier coding may be shown")
    listed = what.add_parser(
        "list", parents=[common], help="list the samples, or the items of one still to be assessed"
    )
    listed.add_argument("name", nargs="?", default="")
    judge = what.add_parser("judge", parents=[common], help="assess items of it; no tag is changed")
    judge.add_argument("name")
    judge.add_argument("value", choices=("relevant", "not-relevant", "none"), help="none clears an assessment")
    judge.add_argument("ids", nargs="+", metavar="ID", help="item ids, or beginnings that only they have")
    report = what.add_parser("report", parents=[common], help="what the assessments say about the set")
    report.add_argument("name")
    report.add_argument("--confidence", type=float, default=0.95, metavar="SHARE", help="of the interval (0.95)")
    report.add_argument(
        "--known", default="", metavar="QUERY", help="known relevant items, for the recall of an elusion test"
    )


def run(args: argparse.Namespace) -> int:
    """Do one of draw, list, judge, report."""
    from triage.case import Case

    args.who = terminal.reviewer(args.reviewer)
    with Case.open(args.case) as case:
        return int(_ACTIONS[args.what](case, args))


def _draw(case: Case, args: argparse.Namespace) -> int:
    drawn = case.team.draw_sample(
        args.query,
        args.name,
        args.who,
        size=args.size,
        margin=args.margin,
        confidence=args.confidence,
        seed=args.seed,
        blind=not args.open,
    )
    if args.json:
        terminal.print_json(drawn)
        return 0
    print(terminal.safe(f"{drawn.size:,} of {drawn.population:,} items drawn, seed {drawn.seed}: {drawn.query}"))
    print("They have the smallest SHA-256 of seed:id. Assess them in the order of: triage sample CASE list NAME")
    return 0


def _list(case: Case, args: argparse.Namespace) -> int:
    if args.name:
        return _list_items(case, args)
    samples = case.team.samples()
    if args.json:
        terminal.print_json(samples)
        return 0
    rows = [
        (s.name, f"{s.size:,}", f"{s.population:,}", f"{s.judged:,}", "blind" if s.blind else "open", s.seed, s.source)
        for s in samples
    ]
    head = ("sample", "items", "of", "judged", "", "seed", "drawn from")
    print(terminal.table(head, rows, (40, 0, 0, 0, 0, 20, 60)))
    return 0


def _list_items(case: Case, args: argparse.Namespace) -> int:
    items = case.team.judgements(args.name)
    if args.json:
        terminal.print_json(items)
        return 0
    names = {row.no: row for row in case.search.rows([item.no for item in items])}
    left = [item for item in items if not item.value]
    rows = [(i.id, names[i.no].date[:10], names[i.no].sender, names[i.no].subject or names[i.no].name) for i in left]
    print(f"{len(left):,} of {len(items):,} items are still to be assessed, in drawing order:")
    print(terminal.table(("item", "date", "from", "subject"), rows, (20, 0, 30, 60)))
    return 0


def _judge(case: Case, args: argparse.Namespace) -> int:
    value = "" if args.value == "none" else args.value.replace("-", " ")
    said = case.team.judge(args.name, [case.search.find(i) for i in args.ids], value, args.who)
    if args.json:
        terminal.print_json(said)
    else:
        print(f"{said.judged:,} of {said.size:,} items of '{said.name}' are judged.")
    return 0


def _report(case: Case, args: argparse.Namespace) -> int:
    said = case.team.sample_report(args.name, args.confidence, args.known)
    if args.json:
        terminal.print_json(said)
        return 0
    for line in _lines(said):
        print(terminal.safe(line))
    return 0


def _lines(said: SampleReport) -> Iterator[str]:
    s: Sample = said.sample
    yield f"Sample '{s.name}' of {s.size:,} from {s.population:,} items ({s.reading}), seed {s.seed}, drawn {s.time}"
    yield f"Assessed {said.judged:,}: {said.relevant:,} relevant; two reviewers disagree on {said.disputed:,}"
    if said.interval is None or said.implied is None:
        yield "Its first item has not been assessed yet: results appear once items are assessed in drawing order."
        return
    if said.used < s.size:
        yield f"The first {said.used:,} in drawing order have been assessed: what follows is based on these."
    i = said.interval
    yield (
        f"Rate {i.found / i.sample:.2%} ({i.found:,} of {i.sample:,}); with {i.confidence:.4g} confidence"
        f" {i.low:.2%} to {i.high:.2%}, that is {said.implied[0]:,} to {said.implied[1]:,} of {s.population:,}"
        " (Clopper-Pearson)"
    )
    if (e := said.elusion) is not None:
        yield f"Known relevant outside it: {e.found:,} ({e.found_query})"
        yield (
            f"Elusion leaves {e.missed[0]:,} to {e.missed[1]:,} behind: recall {e.low:.2%} to {e.high:.2%},"
            f" most likely {e.point:.2%}, if all known ones are relevant and no judgement is wrong"
        )
    yield from map(render, said.notes)


_ACTIONS = {"draw": _draw, "list": _list, "judge": _judge, "report": _report}
