"""What the cells of iWork's tables show: in the XML of iWork '08 and '09, and in the bytes of newer documents.

Nothing here is documented by its maker; names and fields are known from the files. A value stands as it is stored,
without the format of its cell: numbers with 15 digits as a sheet shows them, dates in ISO 8601.

Of a newer cell byte 0 is the version, a word of flags says which fields follow, in a fixed order. Up to version 4 the
type is byte 2, in version 4 byte 1, and numbers are doubles; from version 5 on they are IEEE 754-2008 decimal128, and
other fields come first.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Context, Decimal
from typing import Any

from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import Element, attribute, local

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


CELL_TAGS = tuple(
    (
        "n d du cb st sl ra rn rd rdu rb grouping pm fo formula menu-choices number-cell date-cell duration-cell "
        "bool-cell checkbox-cell stepper-cell slider-cell rating-cell popup-menu-cell result-number-cell "
        "result-date-cell result-duration-cell result-bool-cell"
    ).split()
)
"""The elements that ``OldCells.take`` is to be asked about, besides those of texts."""

_VALUES = ("v", "value", "du", "cell-date", "group-formula-value")
_HOLDERS = ("datasource", "r", "result-cell")
_MENUS = ("pm", "popup-menu-cell")
_FORMULAS = {"fo": "fs", "formula": "formula-string"}
_DATES, _SPANS = ("d", "rd", "date-cell", "result-date-cell"), ("du", "rdu", "duration-cell", "result-duration-cell")
_FIRST_DAY = datetime(2001, 1, 1)
_MOST_CHOICES = 100_000


class OldCells:
    """Reads the cells of one document into ``texts``, and remembers the choices of its pop-up menus by their ids."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._choices: dict[str, str] = {}
        self._told: set[str] = set()
        self._open = 0

    def take(self, event: str, element: Element, where: str) -> bool:
        """Read a cell at its end; whether the element is a cell or lies in a pop-up menu, which is read as a whole."""
        tag = local(element)
        if tag in _MENUS:
            self._open += 1 if event == "start" else -1
            if event == "end" and not self._open:
                self._menu(element, where)
            return True
        if event == "end" and tag in CELL_TAGS and not self._open:
            parent = element.getparent()
            holder = local(parent) if parent is not None else ""
            if tag in _FORMULAS and holder in ("f", "formula-cell", "grouping"):
                self._texts.add("fieldcode", attribute(element, _FORMULAS[tag]))
            elif holder in _HOLDERS:
                self._texts.add(where, _old_value(tag, element))
        return self._open > 0 or tag in CELL_TAGS

    def _menu(self, menu: Element, where: str) -> None:
        """Add the chosen value of a pop-up menu to its place; the choices to hidden, each once for a document."""
        cells = [(attribute(cell, "ID"), _choice(cell)) for choices in menu.iter("{*}menu-choices") for cell in choices]
        for name, text in cells:
            if len(self._choices) < _MOST_CHOICES:
                self._choices[name] = text
        chosen = next((attribute(e, "IDREF") for e in menu if local(e).startswith("proxied-cell")), "")
        if chosen in self._choices:
            self._texts.add(where, self._choices[chosen])
        for _, text in cells:
            if chosen not in self._choices:
                self._texts.add(where, text)
            elif text not in self._told and len(self._told) < _MOST_CHOICES:
                self._told.add(text)
                self._texts.add("hidden", text)


def _old_value(tag: str, element: Element) -> str:
    said = next(filter(None, (attribute(element, name) for name in _VALUES)), "")
    try:
        value = float(said)
    except ValueError:
        return said
    if tag in _DATES:
        return date_text(value) or said
    return duration_text(value) if tag in _SPANS else number_text(value)


def _choice(cell: Element) -> str:
    texts = [attribute(e, "s") or attribute(e, "string") for e in cell.iter("{*}ct", "{*}cell-text", "{*}so")]
    return "".join(texts) or "".join(cell.itertext()).strip() or _old_value(local(cell), cell)


def number_text(value: float) -> str:
    """Return a number with the 15 digits that a sheet shows, "" where it is none."""
    return format(value, ".15g") if math.isfinite(value) else ""


def date_text(seconds: float) -> str:
    """Return seconds since 2001-01-01 as ISO 8601, without a time where it is midnight; "" beyond the calendar."""
    try:
        moment = _FIRST_DAY + timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        return ""
    whole = moment.replace(microsecond=0)
    return str(whole.date() if (whole.hour, whole.minute, whole.second) == (0, 0, 0) else whole)


def duration_text(seconds: float) -> str:
    """Return a duration as hours, minutes and seconds (1:30:00); "" where it is none."""
    if not math.isfinite(seconds):
        return ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(int(minutes), 60)
    shown = number_text(round(rest, 3))
    sign = "-" if seconds < 0 else ""
    return f"{sign}{hours}:{minutes:02}:{'0' if rest < 10 else ''}{shown}"
