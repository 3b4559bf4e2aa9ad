"""Numbers among a spreadsheet's number formats, by one section of a code: ECMA-376-1 18.8.31.

Pure arithmetic. A ``?`` doesn't pad here. Text among the digits stays among them: ``000-00-0000``,
``0" dollars and ".00" cents"``.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from math import floor

from triage.parsers.kit.cells.format_code import is_general, literal

_ROOM = Context(prec=2000)
"""Digits for the largest number before the point, and for as many after it as a code may ask for."""
_PLACES = re.compile(r"[0#?]+|\.")


class NumberFormat:
    """How a section of a format code shows a number, one that isn't a fraction.

    Its pieces are (kind, text): "whole", "point" and "part" for digits before the point, it and digits after it,
    "power" (``E+00``), "general" for the number as "General" shows it, "" for text.
    """

    def __init__(self, section: tuple[str, ...]) -> None:
        whole, _, part = "".join(p for p in section if p[0] in "0#?,.").partition(".")
        before, after = whole.replace(",", ""), part.replace(",", "").replace(".", "")
        scaled = len(whole) - len(whole.rstrip(",")) + len(part) - len(part.rstrip(","))
        self._pieces = _pieces(section)
        self._places, self._digits = len(before), len(after)
        # Digits before and after the point that are always shown.
        self._zeros, self._kept = len(before.lstrip("#?")), after.rfind("0") + 1
        # The power of ten that the number is multiplied by.
        self._shift = 2 * section.count("%") - 3 * scaled
        self._grouped = "," in whole.strip(",")
        # What the power is a multiple of (``##0.0E+0`` counts in thousands); 0 without one.
        self._step = max(len(before), 1) if any(kind == "power" for kind, _ in self._pieces) else 0
        self.general = ("general", "") in self._pieces

    def text(self, value: float, general: str) -> str:
        """Return a number as it is shown, with a sign before all of it; ``general`` is how "General" shows it."""
        number = exact(abs(value)).scaleb(self._shift)
        power = 0
        if self._step:
            number, power = self._mantissa(number)
        elif self._places or self._digits:
            number = _rounded(number, self._digits)
        whole, _, part = f"{number:f}".partition(".")
        whole = (whole if whole != "0" else "").zfill(self._zeros)
        part = part[: self._kept] + part[self._kept :].rstrip("0")
        return signed(self._filled(whole, part, power, general), value < 0 and bool(number))

    def _mantissa(self, number: Decimal) -> tuple[Decimal, int]:
        """Return a number as (mantissa, power of ten)."""
        power = number.adjusted() // self._step * self._step if number else 0
        mantissa = _rounded(number.scaleb(-power), self._digits)
        if number and mantissa.adjusted() >= self._step:  # rounded up to the next power, such as 9.99 to 10.0
            power += self._step
            mantissa = _rounded(number.scaleb(-power), self._digits)
        return mantissa, power

    def _filled(self, whole: str, part: str, power: int, general: str) -> str:
        """Put the digits among the pieces: before the point from the right, the first place takes what is left."""
        right, start, after = self._places, 0, 0
        parts = []
        for kind, text in self._pieces:
            if not kind:
                parts.append(text)
            elif kind == "whole":
                right -= len(text)
                end = max(len(whole) - right, start)
                parts.append(_with_commas(whole, start, end) if self._grouped else whole[start:end])
                start = end
            elif kind == "point":
                parts.append(whole[start:] + ".")
            elif kind == "part":
                parts.append(part[after : after + len(text)])
                after += len(text)
            elif kind == "power":
                sign = "-" if power < 0 else text[1].strip("-")
                parts.append(f"{text[0]}{sign}{abs(power):0{len(text) - 2}}")
            else:
                parts.append(general)
        return "".join(parts)


def _pieces(section: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return a pattern's pieces; where a slash makes no fraction, the number stands there as "General" shows it."""
    pieces: list[tuple[str, str]] = []
    broken = "/" in section
    pointed = False
    for piece in section:
        text = literal(piece)
        if text is not None:
            pieces.append(("", text))
        elif is_general(piece):
            pieces.append(("general", ""))
        elif piece[0] in "0#?,.":
            if broken:
                pieces += [("general", "")] if ("general", "") not in pieces else []
                continue
            for places in _PLACES.findall(piece.replace(",", "")):
                kind = "part" if pointed else "whole"
                pieces.append((kind if places != "." else "" if pointed else "point", places))
                pointed = pointed or places == "."
        elif piece[1:2] in ("+", "-"):
            pieces.append(("power", piece))
        elif piece != "/":
            pieces.append(("", piece))
    return pieces


def signed(text: str, negative: bool) -> str:
    """Return a number's text with its sign, which stands before a currency too."""
    return "-" + text.strip() if negative else text.strip()


def exact(value: float) -> Decimal:
    """Return the number that a spreadsheet calculates its display from: the nearest one of 15 digits."""
    return Decimal(f"{value:.15g}")


def _rounded(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _ROOM)


def _with_commas(whole: str, start: int, end: int) -> str:
    """Return some of a whole number's digits with commas between thousands."""
    last = len(whole) - 1
    return "".join(c if at == last or (last - at) % 3 else c + "," for at, c in enumerate(whole[start:end], start))


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


def fraction_place(section: tuple[str, ...]) -> FractionPlace | None:
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


def fraction_text(value: float, section: tuple[str, ...], at: FractionPlace) -> str:
    """Return a number as a section such as ``# ?/?`` shows it; ``?`` doesn't pad here, as in other numbers."""
    number = exact(abs(value)) * 100 ** section.count("%")
    if at.below.strip("0#?"):
        bottom = int("".join(c for c in at.below if c.isdigit()))
        top = int(number * bottom + Decimal("0.5"))
    else:
        top, bottom = _near(float(number), 10 ** min(len(at.below), _WIDEST) - 1)
    whole, top = divmod(top, bottom) if at.whole >= 0 else (0, top)
    digits: dict[int, str] = {}
    if at.whole < 0 or top or "0" in section[at.top]:
        digits = {at.top: str(top).zfill(section[at.top].count("0")), at.bottom: str(bottom)}
    if at.whole >= 0 and (whole or not digits or "0" in section[at.whole]):
        digits[at.whole] = NumberFormat((section[at.whole],)).text(whole, "") or "0"
    gap = range(at.whole + 1, at.top if at.bottom in digits else at.end)
    alone = at.whole >= 0 and len(digits) < 3
    parts = []
    for index, piece in enumerate(section):
        text = literal(piece)
        if index in digits:
            parts.append(digits[index])
        elif text is not None:
            parts.append(text)
        elif not (piece[0] in "0#?," or at.bottom <= index < at.end or (alone and index in gap and piece in " /")):
            parts.append(piece)
    return signed("".join(parts), value < 0 and bool(whole or top))


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


def rk_number(packed: int) -> float:
    """Return the number in an RkNumber of a binary workbook (MS-XLS 2.5.217, MS-XLSB 2.5.122).

    It has 30 bits of a whole number or of a double, and is perhaps to be divided by 100.
    """
    if packed & 2:
        value = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        (value,) = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", packed & 0xFFFFFFFC))
    return value / 100 if packed & 1 else value
