"""Fractions among a spreadsheet's number formats, such as ``# ?/?``: ECMA-376-1 18.8.30. Pure arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import floor

from triage.parsers.kit.cells.format_code import literal
from triage.parsers.kit.cells.numbers import NumberFormat, exact, signed

_WIDEST = 7
"""Digits that Excel gives a denominator at most, however many the code asks for."""
_LONGEST = 255
"""Characters of a denominator's code; a whole format code has no more (18.8.30)."""


@dataclass(frozen=True, slots=True)
class FractionPlace:
    """Where a section's fraction stands, as numbers of its pieces: whole (-1 where it has none), top, bottom, end.

    ``below`` is the denominator's code: digits for one that is fixed, else as many signs as it may have digits.
    """

    whole: int
    top: int
    bottom: int
    end: int
    below: str


def place(section: tuple[str, ...]) -> FractionPlace | None:
    """Return where a section of a format code writes a fraction, None where it writes none."""
    slash = section.index("/") if "/" in section else 0
    groups = [number for number in range(slash) if section[number][0] in "0#?"]
    bottom = next((n for n in range(slash + 1, len(section)) if section[n] != " "), len(section))
    end = bottom
    while end < len(section) and not section[end].strip("0123456789#?"):
        end += 1
    below = "".join(section[bottom:end])
    apart = not groups or any(piece != " " for piece in section[groups[-1] + 1 : slash])
    if apart or not 0 < len(below) <= _LONGEST or any("." in piece for piece in section):
        return None
    return FractionPlace(groups[-2] if len(groups) > 1 else -1, groups[-1], bottom, end, below)


def told(value: float, section: tuple[str, ...], at: FractionPlace) -> str:
    """Return a number as a section such as ``# ?/?`` shows it; ``?`` doesn't pad here, as in other numbers."""
    whole, top, bottom = approximated(exact(abs(value)) * 100 ** section.count("%"), at)
    said: dict[int, str] = {}
    if at.whole < 0 or top or "0" in section[at.top]:
        said = {at.top: str(top).zfill(section[at.top].count("0")), at.bottom: str(bottom)}
    if at.whole >= 0 and (whole or not said or "0" in section[at.whole]):
        said[at.whole] = NumberFormat((section[at.whole],)).text(whole, "") or "0"
    gap = range(at.whole + 1, at.top if at.bottom in said else at.end)
    alone = at.whole >= 0 and len(said) < 3
    parts = []
    for number, piece in enumerate(section):
        text = literal(piece)
        if number in said:
            parts.append(said[number])
        elif text is not None:
            parts.append(text)
        elif not (piece[0] in "0#?," or at.bottom <= number < at.end or (alone and number in gap and piece in " /")):
            parts.append(piece)
    return signed("".join(parts), value < 0 and bool(whole or top))


def approximated(value: Decimal, at: FractionPlace) -> tuple[int, int, int]:
    """Return a number from 0 on as (whole, numerator, denominator), as the denominator's code allows."""
    if at.below.strip("0#?"):
        below = int("".join(c for c in at.below if c.isdigit()))
        above = int(value * below + Decimal("0.5"))
    else:
        above, below = _near(float(value), 10 ** min(len(at.below), _WIDEST) - 1)
    whole, rest = divmod(above, below) if at.whole >= 0 else (0, above)
    return whole, rest, below


def _near(value: float, most: int) -> tuple[int, int]:
    """Return the last convergent of a number's continued fraction whose denominator is ``most`` or less.

    Excel shows this one and not always the nearest; it counts in floating point, which 0.3 as 2/7 gives away.
    """
    before, now = (0, 1), (1, 0)
    while True:  # ends: each denominator is the sum of the two before it at least
        term = floor(value)
        before, now = now, (term * now[0] + before[0], term * now[1] + before[1])
        if now[1] > most:
            return before
        if value - term < 5e-8:
            return now
        value = 1 / (value - term)
