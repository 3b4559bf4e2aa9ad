"""``triage coverage``: the certificate of a search, and of what it could not search."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from triage.cli import terminal
from triage.messages import render
from triage.model.reports import Coverage, Scope

HELP = "Certify a search: hits, how far the items could be searched and why not, and a sample for manual review."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("term", nargs="?", default="", help="the query to certify; none describes the items alone")
    parser.add_argument("--within", default="", metavar="QUERY", help="only among the items that this finds")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="draw N of what couldn't be fully searched")
    parser.add_argument("--seed", default="", help="draw the same sample again (default: a new one)")
    parser.add_argument("--found", default="", metavar="K", help="relevant ones in the sample: a number, or a query")
    parser.add_argument("--confidence", type=float, default=0.95, metavar="SHARE", help="of the interval (0.95)")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the certificate."""
    from triage.case import Case

    args.query = args.term
    with Case.open(args.case) as case:
        said = case.reports.coverage(args.term, args.within, args.sample, args.seed, args.found, args.confidence)
    if args.json:
        terminal.print_json({"sentence": said.sentence, "bounds": said.bounds, "certificate": said})
        return 0
    for line in _lines(said):
        print(terminal.safe(line))
    return 0


def _lines(said: Coverage) -> Iterator[str]:
    yield f"Coverage of {said.case}, {said.time}"
    yield f"  {said.sentence}."
    if said.text:
        yield f"Term      {said.text}"
        yield f"  interpreted as {said.reading}"
        yield from (f"  note: {render(note)}" for note in said.notes)
        yield from (f"  {terminal.expansion(expansion)}" for expansion in said.expansions)
    yield f"Searched  {_set(said.scope)}"
    yield f"Index     {said.index.id}, triage {said.index.program}"
    yield from _not_searched(said)
    yield from _sample(said)


def _set(scope: Scope) -> str:
    return f"the items that {scope.reading} finds" if scope.text else "all items of the case"


def _not_searched(said: Coverage) -> Iterator[str]:
    if not said.reasons and not said.files:
        yield "Every one of these items could be searched in full."
        return
    yield "Not fully searchable, by reason (an item with several reasons counts for each):"
    for reason in said.reasons:
        yield f"  {reason.items:>7,} {reason.level:6} {reason.code or '-':16} {reason.meaning}"
    if said.files:
        yield f"  {said.files:>7,} files could not be processed: triage problems lists them"
    if said.files is None:
        yield "  Files that could not be processed belong to no part of the case: see the certificate without --within."


def _sample(said: Coverage) -> Iterator[str]:
    but = " and not found by the term" if said.text else ""
    yield f"For manual review: {said.rest:,} not fully searchable{but}"
    if said.sample:
        yield f"Sample of {len(said.sample):,}, seed {said.seed}: the smallest SHA-256 of seed:id"
        yield from (f"  {t.id or '(no item)':20} {t.level:6} {', '.join(t.codes)}  {t.path}" for t in said.sample)
    seen, bounds = said.interval, said.bounds
    if seen is None or bounds is None:
        return
    if len(said.sample) == said.rest:
        yield f"All of them were checked: {seen.found:,} are relevant."
        return
    yield (
        f"Found {seen.found:,} in {seen.sample:,}. With {seen.confidence:.4g} confidence "
        f"{seen.low:.2%} to {seen.high:.2%} of them are relevant: "
        f"that is {bounds[0]:,} to {bounds[1]:,} of {said.rest:,} (Clopper-Pearson)."
    )
