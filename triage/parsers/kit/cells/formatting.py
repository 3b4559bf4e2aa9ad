"""A spreadsheet cell's number as its reader sees it, by the cell's format code.

ECMA-376-1 18.8.30 and 18.8.31, for Office Open XML and for the older binary workbooks alike. What a code asks for that
isn't kept here (colours, fill characters) is left out, and a cell that shows ##### shows its number as "General" would.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite

from triage.parsers.kit.cells.format_code import sections
from triage.parsers.kit.cells.numbers import NumberFormat, exact, fraction_place, fraction_text
from triage.parsers.kit.cells.times import TimeFormat, is_clock
from triage.tables import rows

BUILTIN = {int(number): code for number, code in rows(__name__, "builtin_formats.tsv")}
"""Format codes that files name by number only (18.8.30).

From 27 on some mean another thing in each East Asian language, and files don't say which: they are read as Japanese,
and as Chinese where the Japanese code counts the years of an emperor.
"""

_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)\]", re.IGNORECASE)


class _Section:
    """One section of a format code: when it holds, and how it shows a moment, a fraction or another number."""

    def __init__(self, pieces: tuple[str, ...]) -> None:
        stated = next(filter(None, map(_CONDITION.match, pieces)), None)
        self.pieces = pieces
        self.condition = (stated[1], float(stated[2])) if stated else None
        self.clock = TimeFormat(pieces) if is_clock(pieces) else None
        self.fraction = fraction_place(pieces) if "/" in pieces else None
        self.number = NumberFormat(pieces)


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    """Return a format code's sections for numbers; one for texts (``@``) stands last, beside others."""
    found = sections(code)
    texts = 1 < len(found) < 4 and "@" in found[-1]
    return tuple(_Section(pieces) for pieces in (found[:-1] if texts else found[:3]))


def is_date(code: str) -> bool:
    """Whether a format code shows a date or a time."""
    return any(section.clock for section in _sections(code))


def general(value: float) -> str:
    """Return a number as "General" shows it where there is room: whole numbers whole, others to 15 digits."""
    if not isfinite(value):
        return str(value)
    if value == int(value) and abs(value) < 1e16:
        return str(int(value))
    text = f"{value:.15g}"
    if "e" not in text:
        return text
    plain = f"{Decimal(text):f}"
    return plain if len(plain.lstrip("-")) <= _ROOM else _exponent(text)


_WIDE = Decimal(10) ** 11
"""The first whole number that a cell has no room for."""
_ROOM = 20
"""Characters up to which the formula bar writes a small number out (measured, not documented)."""


def narrow(value: float) -> str:
    """Return a number as "General" shows it in a cell: eleven characters besides the sign, then rounded."""
    text = general(value)
    if len(text.lstrip("-")) <= 11 or not isfinite(value) or value == int(value):
        return text
    places = max(10 - len(str(int(abs(value)))), 0)
    rounded = exact(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if 1e-4 <= abs(value) < 1e11 else _WIDE
    return _exponent(f"{value:.5e}") if abs(rounded) >= _WIDE else _trimmed(f"{rounded:f}")


def _exponent(text: str) -> str:
    """Return a number as Python writes it with an exponent, such as 1.50e-07, as a spreadsheet does: 1.5E-07."""
    mantissa, _, exponent = text.partition("e")
    return f"{_trimmed(mantissa)}E{exponent}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(value: float, code: str, from_1904: bool = False) -> str:
    """Return a number as its format code shows it; "" where the code shows nothing (``;;;``)."""
    if code in ("General", "", "@", "GENERAL"):
        return general(value)
    choices = _sections(code)
    at = _chosen(choices, value)
    if at is None:
        return general(value)
    section = choices[at]
    signless = value < 0 and _signless(choices, at)
    try:
        if section.clock:
            text = section.clock.text(-value if signless and from_1904 else value, from_1904)
            return general(value) if text is None else text
        number = -value if signless else value
        if section.fraction:
            return fraction_text(number, section.pieces, section.fraction)
        return section.number.text(number, general(abs(value)) if section.number.general else "")
    except (ArithmeticError, ValueError):
        return general(value)


def _chosen(choices: tuple[_Section, ...], value: float) -> int | None:
    """Return the number of the section that applies, None where "General" is due."""
    if any(choice.condition for choice in choices):
        held = (n for n, choice in enumerate(choices) if choice.condition is None or _holds(*choice.condition, value))
        return next(held, len(choices) - 1 if len(choices) > 1 else None)
    if value < 0 and len(choices) > 1:
        return 1
    return 2 if value == 0 and len(choices) > 2 else 0


def _holds(sign: str, bound: float, value: float) -> bool:
    return (value < bound and "<" in sign) or (value > bound and ">" in sign) or (value == bound and "=" in sign)


def _signless(choices: tuple[_Section, ...], at: int) -> bool:
    """Whether a section is for negative numbers alone: those have no sign but what the section writes."""
    own, first = choices[at].condition, choices[0].condition
    if own:
        return own in (("<", 0), ("<=", 0))
    return at == 1 and (first is None or first in ((">", 0), (">=", 0)))
