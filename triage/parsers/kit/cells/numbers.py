"""Numbers among a spreadsheet's number formats, by one section of a code: ECMA-376-1 18.8.31.

Pure arithmetic. A ``?`` doesn't pad here. Text among the digits stays among them: ``000-00-0000``,
``0" dollars and ".00" cents"``.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

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
