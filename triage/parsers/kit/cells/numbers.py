"""Numbers among a spreadsheet's number formats, by one section of a code: ECMA-376-1 18.8.31.

Pure arithmetic. A ``?`` doesn't pad here. Text among the digits stays among them: ``000-00-0000``,
``0" dollars and ".00" cents"``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from triage.parsers.kit.cells.format_code import is_general, literal

_ROOM = Context(prec=2000)
"""Digits for the largest number before the point, and for as many after it as a code may ask for."""
_PLACES = re.compile(r"[0#?]+|\.")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a section shows a number: pieces as (kind, text), and what is done to the number before.

    Kinds: "whole", "point" and "part" for digits before the point, it and digits after it, "power" (``E+00``),
    "general" for the number as "General" shows it, "" for text.
    """

    pieces: tuple[tuple[str, str], ...]
    places: int
    zeros: int
    """Digits before the point that are always shown."""
    digits: int
    kept: int
    """Digits after the point that are always shown."""
    shift: int
    """The power of ten that the number is multiplied by."""
    grouped: bool
    step: int
    """What the power is a multiple of (``##0.0E+0`` counts in thousands); 0 without one."""
    general: bool


def pattern(section: tuple[str, ...]) -> NumberFormat:
    """Return how a section of a format code shows a number, one that isn't a fraction."""
    pieces = _pieces(section)
    whole, _, part = "".join(p for p in section if p[0] in "0#?,.").partition(".")
    before, after = whole.replace(",", ""), part.replace(",", "").replace(".", "")
    scaled = len(whole) - len(whole.rstrip(",")) + len(part) - len(part.rstrip(","))
    return NumberFormat(
        pieces=tuple(pieces),
        places=len(before),
        zeros=len(before.lstrip("#?")),
        digits=len(after),
        kept=after.rfind("0") + 1,
        shift=2 * section.count("%") - 3 * scaled,
        grouped="," in whole.strip(","),
        step=max(len(before), 1) if any(kind == "power" for kind, _ in pieces) else 0,
        general=("general", "") in pieces,
    )


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
                pieces.append(("", ".") if places == "." and pointed else (_kind(places, pointed), places))
                pointed = pointed or places == "."
        elif piece[1:2] in ("+", "-"):
            pieces.append(("power", piece))
        elif piece != "/":
            pieces.append(("", piece))
    return pieces


def _kind(places: str, pointed: bool) -> str:
    return "point" if places == "." else "part" if pointed else "whole"


def told(value: float, form: NumberFormat, general: str) -> str:
    """Return a number as a pattern shows it, with a sign before all of it; ``general`` is how "General" shows it."""
    number = exact(abs(value)).scaleb(form.shift)
    power = 0
    if form.step:
        number, power = _mantissa(number, form)
    elif form.places or form.digits:
        number = _rounded(number, form.digits)
    whole, _, part = f"{number:f}".partition(".")
    whole = (whole if whole != "0" else "").zfill(form.zeros)
    part = part[: form.kept] + part[form.kept :].rstrip("0")
    text = _filled(form, whole, part, power, general)
    return signed(text, value < 0 and bool(number))


def signed(text: str, negative: bool) -> str:
    """Return a number's text with its sign, which stands before a currency too."""
    return "-" + text.strip() if negative else text.strip()


def exact(value: float) -> Decimal:
    """Return the number that a spreadsheet calculates its display from: the nearest one of 15 digits."""
    return Decimal(f"{value:.15g}")


def _rounded(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _ROOM)


def _mantissa(number: Decimal, form: NumberFormat) -> tuple[Decimal, int]:
    """Return a number as (mantissa, power of ten)."""
    power = number.adjusted() // form.step * form.step if number else 0
    found = _rounded(number.scaleb(-power), form.digits)
    if number and found.adjusted() >= form.step:  # rounded up to the next power, such as 9.99 to 10.0
        power += form.step
        found = _rounded(number.scaleb(-power), form.digits)
    return found, power


def _filled(form: NumberFormat, whole: str, part: str, power: int, general: str) -> str:
    """Put the digits among the pieces: before the point from the right, the first place takes what is left."""
    right, start, after = form.places, 0, 0
    parts = []
    for kind, text in form.pieces:
        if not kind:
            parts.append(text)
        elif kind == "whole":
            right -= len(text)
            end = max(len(whole) - right, start)
            parts.append(_grouped(whole, start, end) if form.grouped else whole[start:end])
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


def _grouped(whole: str, start: int, end: int) -> str:
    """Return some of a whole number's digits with commas between thousands."""
    last = len(whole) - 1
    return "".join(c if at == last or (last - at) % 3 else c + "," for at, c in enumerate(whole[start:end], start))
