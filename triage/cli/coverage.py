"""``triage coverage``: the certificate of a search, and of what it could not search."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from triage.cli import query_text, terminal
from triage.messages import render
from triage.model.reports import Coverage

HELP = "Certify a search: hits, how far the items could be searched and why not, and a sample for manual review."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    query_text.arguments(parser, "the query to certify; none describes the items alone")
    parser.add_argument("--within", metavar="QUERY", help="only among the items that this finds")
    terminal.number_argument(parser, "--sample", 0, "draw N of what couldn't be fully searched")
    parser.add_argument("--seed", default="", help="draw the same sample again (default: a new one)")
    parser.add_argument("--found", metavar="K", help="relevant ones in the sample: a number, or a query")
    parser.add_argument("--confidence", type=float, default=0.95, metavar="SHARE", help="of the interval (0.95)")


def run(args: argparse.Namespace) -> int:
    """Print the certificate."""
    with terminal.open_case(args) as case:
        certificate = case.reports.coverage(
            args.query, args.within, args.sample, args.seed, args.found, args.confidence
        )
    value = {"sentence": certificate.sentence, "bounds": certificate.bounds, "certificate": certificate}
    return terminal.show(args, value, _lines(certificate))


def _lines(certificate: Coverage) -> Iterator[str]:
    scope, index = certificate.scope, certificate.index
    yield f"Coverage of {certificate.case}, {certificate.time}"
    yield f"  {certificate.sentence}."
    if certificate.text:
        yield f"Term      {certificate.text}"
        yield f"  interpreted as {certificate.reading}"
        yield from (f"  note: {render(note)}" for note in certificate.notes)
        yield from (f"  {expansion.in_words()}" for expansion in certificate.expansions)
    every = "all items of the case" if index.extent.whole else "all items read so far"
    yield f"Searched  {f'the items that {scope.reading} finds' if scope.text else every}"
    if certificate.with_transport:
        yield (
            "  Transport headers, signatures among them, are searched by name only (transport:): "
            f"{certificate.with_transport:,} of these items have some"
        )
    yield f"Index     {index.id}, triage {index.program}"
    yield from terminal.confinement(index)
    yield from _not_searched(certificate)
    yield from _sample(certificate)
    if certificate.review is not None:
        yield from certificate.review.sentences


def _not_searched(certificate: Coverage) -> Iterator[str]:
    if not certificate.reasons and not certificate.files:
        yield "Every one of these items could be searched in full."
        return
    yield "Not fully searchable, by reason (an item with several reasons counts for each):"
    rows = [(reason.items, reason.level, reason.code or "-", reason.meaning) for reason in certificate.reasons]
    if rows:
        yield from terminal.table({"items": 0, "searchable": 0, "code": 0, "reason": 90}, rows)
    if certificate.files:
        yield f"  {terminal.count(certificate.files, 'file')} could not be processed: triage problems lists them"
    if certificate.files is None:
        yield "  Files that could not be processed belong to no part of the case: see the certificate without --within."


def _sample(certificate: Coverage) -> Iterator[str]:
    sample, rest = certificate.sample, certificate.rest
    yield f"For manual review: {rest:,} not fully searchable{' and not found by the term' if certificate.text else ''}"
    if sample:
        yield f"Sample of {len(sample):,}, seed {certificate.seed}: the smallest SHA-256 of seed:id"
        rows = [(t.id or "(no item)", t.level, ", ".join(t.codes), t.path) for t in sample]
        yield from terminal.table({"item": 20, "searchable": 0, "codes": 40, "path": 0}, rows)
    checked, bounds = certificate.interval, certificate.bounds
    if checked is None or bounds is None:
        return
    if len(sample) == rest:
        yield f"All of them were checked: {checked.found:,} are relevant."
        return
    yield (
        f"Found {checked.found:,} in {checked.sample:,}. With {checked.confidence:.4g} confidence "
        f"{checked.low:.2%} to {checked.high:.2%} of them are relevant: "
        f"that is {bounds[0]:,} to {bounds[1]:,} of {rest:,} (Clopper-Pearson)."
    )
