"""What the front door shows of an item's original (floor 0): values made in the airlock and checked at its border.

Nothing here opens, draws or parses; the window takes these and never the file.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page of ``pages`` as pixels: four bytes each (blue, green, red, unused), row after row."""

    pages: int
    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class RichText:
    """Mail HTML made harmless, in parts that a text view lays out at once.

    ``notes`` name what was left out: "pictures", "tables" (nested too deeply, flattened), "rest" (too long).
    """

    parts: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """Rows of one sheet from ``first`` on, as the file stores their values.

    ``sheets`` are (name, hidden) pairs; ``total`` rows and ``columns`` are the whole sheet's; hidden rows and columns
    count from 0. ``notes``: "columns" (more than are shown), "rows" (whether some are hidden isn't known).
    """

    sheets: tuple[tuple[str, bool], ...]
    first: int
    total: int
    columns: int
    rows: tuple[tuple[str, ...], ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NativeBytes:
    """Bytes of an item's original from ``start`` on; ``total`` is its size."""

    start: int
    total: int
    data: bytes
