"""A hit list as a table: keyword in context for printing and for spreadsheets. Nothing here searches."""

from __future__ import annotations

from triage.export.tables import Table
from triage.messages import render
from triage.model.reports import HitList

HEAD = ("#", "Item", "Field", "Before", "Hit", "After")


def table(found: HitList) -> Table:
    """Return the lines in their order."""
    facts = (
        ("Read as", found.reading),
        ("Hits", f"{found.total:,} in {found.items:,} items"),
        ("Listed", f"{len(found.lines):,} hits"),
    )
    rows = tuple(
        (number, line.id, line.field, line.left, line.hit, line.right) for number, line in enumerate(found.lines, 1)
    )
    return Table(f"Hits of {found.reading}", facts, tuple(map(render, found.notes)), HEAD, rows)
