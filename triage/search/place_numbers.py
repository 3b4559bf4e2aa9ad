"""A place of a word as one number: the item's, the field's, and the word's number in the field, from 0."""

from __future__ import annotations

FIELD_BITS, OFFSET_BITS = 5, 31
ITEM_BITS = FIELD_BITS + OFFSET_BITS


def key(no: int, column: int, offset: int = 0) -> int:
    """Return a place as one number: places of one field follow one another, and no two fields are near."""
    return (no << ITEM_BITS) + (column << OFFSET_BITS) + offset
