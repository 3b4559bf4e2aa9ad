"""Search term reports and hit lists as tables: the columns and their words. Nothing here counts or searches."""

from __future__ import annotations

from triage.export.tables import Cell, Table
from triage.export.texts import READ_SO_FAR
from triage.messages import render, say
from triage.model.reports import HitList, Scope, Tally, TermReport, TermRow

HIT_HEAD = ("#", "Item", "Field", "Before", "Hit", "After")
_COUNTS = (
    "Documents",
    "+Family",
    "Unique documents",
    "Unique +Family",
    "Hits",
    "Deduplicated documents",
    "Families",
)
UNION = "UNION of all terms: each document once, not the sum of the rows"
NOTES = (
    "Documents: items of the searched set that the term finds. +Family: these with the whole of their families, also "
    "what lies outside the searched set. Unique: found by no other term of this list; unique +family: in families "
    "that no other term reaches.",
    "Hits: places in the text that the term marks, each counted once. Words of a family's other members and words "
    "under NOT don't count.",
    "Deduplicated documents: items with the same content count once. The columns of custodians say in whose records "
    "the documents lie, copies included.",
    "Variants: the words of the index that a term stands for, with the number of the case's items that hold each.",
    "Not searchable in scope: items of the searched set that no term can speak for. A term that finds nothing says "
    "nothing about them; triage coverage draws a sample to check.",
)


def term_table(report: TermReport) -> Table:
    """Return a search term report as a table: one row for each term, then the union."""
    head = ("#", "Term as entered", "Parsed as", "Variants", *_COUNTS, *report.custodians)
    head = (*head, "% of scope", "Not searchable in scope", "Error", "Run at (UTC)", "Index id")
    rows = [_row(row, report) for row in report.rows]
    union = ("", UNION, "", "", *_numbers(report.union, report), "", report.time, report.index.id)
    return Table(f"Search terms: {report.case}", tuple(_facts(report)), NOTES, head, (*rows, union))


def _row(row: TermRow, report: TermReport) -> tuple[Cell, ...]:
    reading = "\n".join((row.reading, *map(render, row.notes)))
    variants = "\n".join(expansion.in_words() for expansion in row.expansions)
    numbers = _numbers(row.tally, report)
    error = render(row.error) if row.error else ""
    return (row.number, row.term, reading, variants, *numbers, error, row.time, report.index.id)


def _numbers(tally: Tally | None, report: TermReport) -> tuple[Cell, ...]:
    if tally is None:
        return (None,) * (len(_COUNTS) + len(report.custodians) + 2)
    by_custodian = dict(tally.custodians)
    return (
        tally.documents,
        tally.family,
        tally.unique,
        tally.unique_family,
        tally.hits,
        tally.distinct,
        tally.families,
        *(by_custodian.get(name, 0) for name in report.custodians),
        tally.documents / report.scope.items if report.scope.items else 0.0,
        report.scope.not_searchable,
    )


def _facts(report: TermReport) -> list[tuple[str, str]]:
    failed = sum(1 for row in report.rows if row.tally is None)
    facts = [
        ("Case", report.case),
        ("Searched set", searched(report.scope) + ("" if report.index.extent.whole else "; read so far")),
        ("Terms", f"{len(report.rows):,}, of which {failed:,} could not be asked"),
        ("Run at (UTC)", report.time),
        ("Index", f"{report.index.id}, triage {report.index.program}"),
    ]
    if extent := report.index.extent.message:
        facts.append((READ_SO_FAR, render(extent)))
    if report.index.unconfined:
        facts.append(("Confinement", render(say("broker-unconfined"))))
    return [*facts, ("Stopped", "the rest of the list was not asked")] if report.stopped else facts


def searched(scope: Scope) -> str:
    """Return the searched set in words."""
    which = f"{scope.items:,} items that {scope.reading} finds" if scope.text else f"all {scope.items:,} items"
    return f"{which}: {scope.fully:,} fully searchable, {scope.partly:,} partly, {scope.not_searchable:,} not"


def hit_table(found: HitList) -> Table:
    """Return a hit list as a table: keyword in context, its lines in their order."""
    extent = found.extent.message
    facts = (
        ("Read as", found.reading),
        ("Hits", f"{found.total:,} in {found.items:,} items"),
        ("Listed", f"{len(found.lines):,} hits"),
        *([(READ_SO_FAR, render(extent))] if extent else []),
    )
    rows = tuple(
        (number, line.id, line.field, line.left, line.hit, line.right) for number, line in enumerate(found.lines, 1)
    )
    return Table(f"Hits of {found.reading}", facts, tuple(map(render, found.notes)), HIT_HEAD, rows)
