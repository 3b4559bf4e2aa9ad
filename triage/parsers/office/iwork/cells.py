"""One cell of a table in a newer iWork document: what its bytes say.

Not documented by the maker; known from the files. Byte 0 is the version, a word of flags says which fields follow, in a
fixed order. Up to version 4 the type is byte 2, in version 4 byte 1, and numbers are doubles; from version 5 on numbers
are IEEE 754-2008 decimal128, and other fields come first.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
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


class _Fields:
    """The fields of a cell, taken in their order: each is there if its flag is set."""

    def __init__(self, data: bytes, flags: int, at: int) -> None:
        self._data = data
        self._flags = flags
        self._at = at

    def take(self, flag: int, form: str) -> Any:
        """Return the value of a field, None where it isn't there. Raises struct.error where it is cut."""
        if not self._flags & flag:
            return None
        value = struct.unpack_from(form, self._data, self._at)[0]
        self._at += struct.calcsize(form)
        return value

    def skip(self, flags: int) -> None:
        """Pass over these fields, which have four bytes each."""
        self._at += 4 * (self._flags & flags).bit_count()


def _newer(data: bytes, kind: int) -> Cell:
    held = _Fields(data, struct.unpack_from("<I", data, 8)[0], 12)
    decimal, number, seconds = held.take(0x01, "<16s"), held.take(0x02, "<d"), held.take(0x04, "<d")
    string, rich = held.take(0x08, "<I"), held.take(0x10, "<I")
    if kind in _NUMBERS and decimal is not None:
        return Cell(_decimal(decimal), string, rich)
    return Cell(_value(kind, number, seconds), string, rich)


def _older(data: bytes, version: int, kind: int) -> Cell:
    (flags,) = struct.unpack_from("<I", data, 4)
    at, wide = (12, True) if version > 1 else (8, False)
    before = _Fields(data, flags, at)
    before.skip(0x0C82 if wide else 0x82)  # three styles and conditions stand before a format
    form = before.take(0x04, "<I")
    held = _Fields(data, flags, at)
    held.skip(0x0D8E if wide else 0x018E)  # styles, formats and formulas
    rich = held.take(0x200, "<I")
    held.skip(0x3000 if wide else 0x1000)  # comments and warnings
    string, number, seconds = held.take(0x10, "<I"), held.take(0x20, "<d"), held.take(0x40, "<d")
    return Cell(_value(kind, number, seconds), string, rich, form)


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
