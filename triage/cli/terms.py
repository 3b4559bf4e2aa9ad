"""``triage terms``, ``coverage``, ``saved``: what lists of terms find, what a search speaks for, saved searches."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli.options import (
    DECIDING,
    READING,
    TABLES,
    WITHIN,
    Option,
    command,
    flag,
    group,
    number,
    query,
    share,
    text,
)
from triage.cli.running import open_case, reviewer, stopping, write_tables
from triage.cli.terminal import DONE, STOPPED, Cell, confinement, count, show, table
from triage.errors import CaseError
from triage.messages import render

if TYPE_CHECKING:
    from triage.model.reports import Coverage, Difference, TermReport, TermRow

_COUNTS = ("documents", "+family", "unique", "unique +family", "hits", "deduplicated")
_COLUMNS = {"#": 6, "term": 40, **dict.fromkeys(_COUNTS, 0), "error": 80}


@command(
    "terms",
    "Report what each term in a list finds: items, families, unique items, hits; a bad line never stops the list.",
    (
        *READING,
        Option("list", type=Path, help="one term per line; of .csv and .xlsx the column 'Term', or the first"),
        WITHIN,
        flag("--untagged", "search only items without a tag"),
        *TABLES,
    ),
)
def _terms(args: argparse.Namespace) -> int:
    args.query = args.within
    with open_case(args) as case, stopping(args) as stop:
        report = case.reports.terms(args.list, args.within, untagged=args.untagged, stop=stop)
    write_tables(args, report)
    return show(args, report, _term_lines(report), STOPPED if report.stopped else DONE)


def _term_lines(report: TermReport) -> Iterator[str]:
    s, u = report.scope, report.union
    terms, items = count(len(report.rows), "term"), count(s.items, "item")
    so_far = "" if report.index.extent.whole else " read so far"
    which = f"in the {items} that {s.reading} finds" if s.text else f"in all {items}{so_far}"
    yield f"{terms} {which} · {s.not_searchable:,} not searchable, {s.partly:,} partly"
    yield f"{report.index.id} · {report.time}"
    yield from confinement(report.index)
    union = (None, "UNION (not the sum)", u.documents, u.family, None, None, None, u.distinct, None)
    yield from table(_COLUMNS, [*map(_row, report.rows), union])
    if report.stopped:
        run = count(len(report.rows), "term of the list was", "terms of the list were")
        yield f"Stopped: only the first {run} run."


def _row(row: TermRow) -> tuple[Cell, ...]:
    t = row.tally
    counts = (t.documents, t.family, t.unique, t.unique_family, t.hits, t.distinct) if t else (None,) * len(_COUNTS)
    return (str(row.number), row.term, *counts, render(row.error) if row.error else "")


@command(
    "coverage",
    "Certify a search: hits, how far the items could be searched and why not, and a sample for manual review.",
    (
        *READING,
        *query("the query to certify (default: describe the items only)"),
        WITHIN,
        number("--sample", 0, "draw N of the items and files that couldn't be fully searched"),
        text("--seed", "draw the same sample again (default: a new one)"),
        Option("--found", metavar="K", help="the relevant ones in the sample: a number, or a query"),
        share("--confidence", 0.95, "confidence level of the interval"),
    ),
)
def _coverage(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        certificate = case.reports.coverage(
            args.query, args.within, args.sample, args.seed, args.found, args.confidence
        )
    value = {"sentence": certificate.sentence, "bounds": certificate.bounds, "certificate": certificate}
    return show(args, value, _certificate(certificate))


def _certificate(certificate: Coverage) -> Iterator[str]:
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
    yield from confinement(index)
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
        yield from table({"items": 0, "searchable": 0, "code": 0, "reason": 90}, rows)
    if certificate.files:
        yield f"  {count(certificate.files, 'file')} could not be processed: triage problems lists them"
    if certificate.files is None:
        yield "  Files that could not be processed belong to no part of the case: see the certificate without --within."


def _sample(certificate: Coverage) -> Iterator[str]:
    sample, rest = certificate.sample, certificate.rest
    yield f"For manual review: {rest:,} not fully searchable{' and not found by the term' if certificate.text else ''}"
    if sample:
        yield f"Sample of {len(sample):,}, seed {certificate.seed}: the smallest SHA-256 of seed:id"
        rows = [(t.id or "(no item)", t.level, ", ".join(t.codes), t.path) for t in sample]
        yield from table({"item": 20, "searchable": 0, "codes": 40, "path": 0}, rows)
    i, bounds = certificate.interval, certificate.bounds
    if i is None or bounds is None:
        return
    if len(sample) == rest:
        yield f"All of them were checked: {i.found:,} are relevant."
        return
    yield (
        f"Found {i.found:,} in {i.sample:,}. With {i.confidence:.4g} confidence {i.low:.2%} to {i.high:.2%} of them are"
        f" relevant: that is {bounds[0]:,} to {bounds[1]:,} of {rest:,} (Clopper-Pearson)."
    )


_LISTED = 10  # ids

group("saved", "Save searches under a name, run them again, and see why the number of items has changed.")


@command(
    "saved add",
    "save a query; an existing name gets a new version",
    (*DECIDING, Option("name"), *query("the query", needed=True)),
)
def _add_saved(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        saved = case.search.save(args.name, args.query, reviewer(args))
    return show(args, saved, [f"{saved.name}, version {saved.version}: {saved.query}"])


@command("saved run", "run a search now and keep what it finds", (*DECIDING, Option("name")))
def _run_saved(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        run = case.search.run_saved(args.name, reviewer(args))
    line = f"run {run.number} of {run.name}: {count(run.total, 'item')} · {run.index.id}"
    return show(args, run, [f"interpreted as: {run.reading}", line])


@command("saved list", "list the searches, or the runs of one", (*DECIDING, text("name", "", nargs="?")))
def _list_saved(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        if not args.name:
            searches = case.search.saved()
            columns = {"name": 40, "version": 0, "runs": 0, "last found": 0, "by": 20, "query": 80}
            listed = [(s.name, s.version, s.runs, s.last_total, s.author, s.query) for s in searches]
            return show(args, searches, table(columns, listed))
        runs = case.search.saved_runs(args.name)
    columns = {"run": 0, "version": 0, "items": 0, "time (UTC)": 0, "by": 20, "index": 0}
    rows = [(r.number, r.version, r.total, r.time, r.author, r.index.id) for r in runs]
    return show(args, runs, table(columns, rows))


@command(
    "saved diff",
    "show why two runs differ (default: the last two)",
    (*DECIDING, Option("name"), Option("runs", nargs="*", type=int, metavar="A B", help="numbers of two runs")),
)
def _diff_saved(args: argparse.Namespace) -> int:
    before, after = args.runs if len(args.runs) == 2 else (None, None)
    if args.runs and before is None:
        raise CaseError("runs-missing")
    with open_case(args) as case:
        difference = case.search.saved_difference(args.name, before, after)
    return show(args, difference, _difference(difference))


def _difference(difference: Difference) -> Iterator[str]:
    for run in (difference.before, difference.after):
        yield f"run {run.number}: {count(run.total, 'item')} · {run.time} · {run.index.id} · {run.query}"
    if not difference.moves:
        yield "Both found the same items."
    for move in difference.moves:
        more = f" and {len(move.ids) - _LISTED:,} more (--json lists all)" if len(move.ids) > _LISTED else ""
        ids = ", ".join(i[:10] for i in move.ids[:_LISTED])
        yield f"{move.sign}{len(move.ids):,}  {render(move.reason)}: {ids}{more}"
