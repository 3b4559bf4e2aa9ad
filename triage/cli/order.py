"""``triage order``: the order in which to read items, as learned from what people decided. It changes nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import json_lines, query_text, terminal
from triage.insight.order.nouns import Explanation, RankedItems, RankingTarget
from triage.model.items import Row
from triage.model.reports import ReviewCurve

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Suggest an order in which to read items, likeliest relevant first, learned from people's own decisions."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    query_text.arguments(parser, "the items to order, such as is:untagged (default: all)")
    default = RankingTarget()
    parser.add_argument(
        "--relevant", action="append", metavar="TAG", help=f"makes an item relevant ({', '.join(default.relevant)})"
    )
    parser.add_argument(
        "--not-relevant", action="append", metavar="TAG", help=f"makes it not so ({', '.join(default.not_relevant)})"
    )
    parser.add_argument("--like", action="append", default=[], metavar="QUERY", help="words of relevant items")
    parser.add_argument("--saved", action="append", default=[], metavar="NAME", help="the words of a saved search")
    parser.add_argument("--terms", type=Path, metavar="FILE", help="the words of a list of terms")
    parser.add_argument("--seed", default=default.seed, help="of the unread items taken as not relevant (1)")
    terminal.number_argument(parser, "--limit", 20, "rows to list (default 20; 0 lists all)")
    parser.add_argument("--ids", action="store_true", help="print the item ids alone, one per line, all of them")
    parser.add_argument("--only-read", action="store_true", help="read the words of new items, and order none yet")
    parser.add_argument("--explain", action="store_true", help="show which words and people put each item there")
    parser.add_argument("--recall", type=float, default=0.95, metavar="SHARE", help="the recall aimed at (0.95)")
    parser.add_argument("--confidence", type=float, default=0.95, metavar="SHARE", help="how surely (0.95)")
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Order the items and print them."""
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        ordering, target = case.reports.insight.ordering, _target(case, args)
        if not ordering.update(json_lines.counts(args, stop, "reading", "item"), stop.is_set):
            return 130
        if args.only_read:
            return _read(case, args)
        nos = case.search.run(args.query).nos
        ranked, curve = ordering.order(nos, target), ordering.review(nos, target, args.recall, args.confidence)
        if args.progress:
            json_lines.print_result(
                args,
                {
                    "order": ranked.nos,
                    "ranking": ranked.ranking,
                    "review": curve,
                },
            )
            return 0
        shown = ranked.nos if args.ids or not args.limit else ranked.nos[: args.limit]
        rows = case.search.rows(shown, args.query, reviewer="")
        explanations = ordering.explain(shown, target) if args.explain else []
    if args.ids:
        print("\n".join(row.id for row in rows))
        return 0
    value = {"ranking": ranked.ranking, "review": curve, "rows": rows, "scores": ranked.scores[: len(rows)]}
    return terminal.show(args, value | {"explanations": explanations}, _lines(ranked, curve, rows, explanations))


def _read(case: Case, args: argparse.Namespace) -> int:
    items = case.status().items
    if args.progress:
        json_lines.print_result(args, {"items": items})
        return 0
    return terminal.show(args, {"items": items}, [f"The words of {terminal.count(items, 'item')} are read."])


def _target(case: Case, args: argparse.Namespace) -> RankingTarget:
    return case.reports.insight.ordering.target(
        args.like,
        saved=args.saved,
        terms=args.terms,
        relevant=args.relevant or RankingTarget().relevant,
        not_relevant=args.not_relevant or RankingTarget().not_relevant,
        seed=args.seed,
    )


def _lines(
    ranked: RankedItems, curve: ReviewCurve, rows: Sequence[Row], explanations: Sequence[Explanation]
) -> Iterator[str]:
    made, tags = ranked.ranking, " or ".join(ranked.ranking.target.relevant)
    learned = f"{made.relevant:,} relevant and {terminal.count(made.not_relevant, 'other item')}"
    beside = f", and from {terminal.count(len(made.target.words), 'word')}" if made.target.words else ""
    items = terminal.count(len(ranked.nos), "item")
    yield f"{items}, likeliest {tags} first: a suggestion, learned from {learned}{beside}"
    yield from curve.sentences
    columns = {"id": 10, "score": 0, "date": 11, "from": 28, "subject or name": 48, "tags": 20}
    cells = [
        (
            row.id[:10],
            "" if score is None else f"{score:+.4f}",
            row.date[:10],
            row.sender,
            row.subject or row.name,
            ", ".join(row.tags),
        )
        for row, score in zip(rows, ranked.scores, strict=False)
    ]
    if not explanations:
        yield from terminal.table(columns, cells, len(ranked.nos))
        return
    for line, why in zip(cells, explanations, strict=True):
        yield "  ".join(cell for cell in line if cell)
        yield "  " + "; ".join(_parts(why))
    yield from terminal.more(len(rows), len(ranked.nos))


def _parts(why: Explanation) -> Iterator[str]:
    """Yield what speaks for an item and what against it, such as "harvest, from dana@orrin.example: +"."""
    for parts, sign in ((why.speaking_for, "+"), (why.speaking_against, "−")):
        if parts:
            yield f"{', '.join(word for word, _ in parts)}: {sign}"
    if not (why.speaking_for or why.speaking_against):
        yield "nothing is known of its words"
