"""One cell of a table in a newer iWork document: what its bytes say.

Not documented by the maker; known from the files. Byte 0 is the version, a word of flags says which fields follow, in a
fixed order. Up to version 4 the type is byte 2, in version 4 byte 1, and numbers are doubles; from version 5 on numbers
are IEEE 754-2008 decimal128, and other fields come first.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any

from triage.parsers.office.iwork.old_cells import date_text, duration_text, number_text

_NUMBERS, _DATE, _BOOL, _DURATION = (2, 10), 5, 6, 7
_BIAS = 6176
_ROUND = Context(prec=15)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its value as text, "" where it has none; keys into its table's lists of strings, rich texts, formats."""

    value: str = ""
    string: int | None = None
    rich: int | None = None
    format: int | None = None


def cells(storage: bytes, offsets: bytes, wide: bool) -> Iterator[bytes]:
    """Yield the bytes of a row's cells from left to right, with what follows; ``wide`` offsets count in fours."""
    for (offset,) in struct.iter_unpack("<H", offsets[: len(offsets) // 2 * 2]):
        at = offset * 4 if wide else offset
        if offset != 0xFFFF:
            yield storage[at : at + _LONGEST]


_LONGEST = 256
"""No cell is longer: 12 bytes, at most 32 fields, three of them wider than a word."""


def cell(data: bytes) -> Cell:
    """Read a cell. Raises struct.error where it is cut short, ValueError for a version that isn't known."""
    version, kind = data[:1], data[1:2]
    if version == b"\x05":
        return _newer(data, kind[0] if kind else 0)
    if not version or version > b"\x05":
        raise ValueError("a cell of no known version")
    return _older(data, version[0], data[1 if version == b"\x04" else 2])


def _newer(data: bytes, kind: int) -> Cell:
    layout = ((0x01, "<16s"), (0x02, "<d"), (0x04, "<d"), (0x08, "<I"), (0x10, "<I"))
    decimal, number, seconds, string, rich = _fields(data, 8, 12, layout)
    if kind in _NUMBERS and decimal is not None:
        return Cell(_decimal(decimal), string, rich)
    return Cell(_value(kind, number, seconds), string, rich)


def _older(data: bytes, version: int, kind: int) -> Cell:
    start, wide = (12, True) if version > 1 else (8, False)
    # Three styles and conditions stand before a format.
    _, form = _fields(data, 4, start, ((0x0C82 if wide else 0x82, ""), (0x04, "<I")))
    # Styles, formats and formulas stand before a rich text, comments and warnings before the others.
    passed, notes = (0x0D8E, 0x3000) if wide else (0x018E, 0x1000)
    layout = ((passed, ""), (0x200, "<I"), (notes, ""), (0x10, "<I"), (0x20, "<d"), (0x40, "<d"))
    _, rich, _, string, number, seconds = _fields(data, 4, start, layout)
    return Cell(_value(kind, number, seconds), string, rich, form)


def _fields(data: bytes, flags_at: int, at: int, layout: Iterable[tuple[int, str]]) -> Iterator[Any]:
    """Yield the values of fields in their order by (flag, form), None for one that isn't there or has no form.

    Without a form there may be several flags, of fields of four bytes each. Raises struct.error where one is cut.
    """
    (flags,) = struct.unpack_from("<I", data, flags_at)
    for flag, form in layout:
        if form and flags & flag:
            yield struct.unpack_from(form, data, at)[0]
            at += struct.calcsize(form)
        else:
            yield None
            at += 4 * (flags & flag).bit_count()


def _value(kind: int, number: float | None, seconds: float | None) -> str:
    if kind == _DATE and seconds is not None:
        return date_text(seconds)
    if number is None:
        return ""
    if kind == _BOOL:
        return "true" if number > 0 else "false"
    if kind == _DURATION:
        return duration_text(number)
    return number_text(number) if kind in _NUMBERS else ""


def _decimal(packed: bytes) -> str:
    """Return a decimal128 in its binary form (IEEE 754-2008 3.5.2): a sign, 14 bits of exponent, 113 of digits."""
    whole = int.from_bytes(packed, "little")
    sign, exponent, digits = whole >> 127, (whole >> 113 & 0x3FFF) - _BIAS, whole & (1 << 113) - 1
    value = _ROUND.create_decimal(Decimal(-digits if sign else digits).scaleb(exponent, Context(prec=40)))
    value = value.normalize(_ROUND)
    if value.is_finite() and -20 < value.adjusted() < 30:
        return "0" if value.is_zero() else format(value, "f")
    return str(value)
