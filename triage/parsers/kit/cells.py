"""The cells of a sheet as their reader sees them, shared by the workbook formats (format codes: ECMA-376-1 18.8.30 and
18.8.31).

The number behind a cell's text goes to "alternative" where it says more (dates in ISO 8601); hidden sheets, rows,
columns and values, and white text, to "hidden". Colours and fill characters are left out; for ##### stands "General".
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from math import floor, isfinite

from triage.files import rows
from triage.messages import say
from triage.model.messages import Message
from triage.parsers.kit.texts import Texts

# The pieces of a number format: ECMA-376-1 18.8.31.

_LONGEST = 500
"""Characters of a format code; Excel takes 255, and files write some with escapes."""

_TOKEN = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM/PM|A/P|上午/下午|General|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+'
    r"|E[+-]0+|[eE]+|[gG]+|[0#?,.]+|%|@|/|.",
    re.DOTALL | re.IGNORECASE,
)


def sections(untrusted_code: str) -> tuple[tuple[str, ...], ...]:
    """Return the pieces of each section of a format code; a code that is too long to be one counts as "General"."""
    code = untrusted_code if len(untrusted_code) <= _LONGEST else "General"
    pieces_by_section: list[list[str]] = [[]]
    for piece in _TOKEN.findall(code):
        if piece == ";":
            pieces_by_section.append([])
        else:
            pieces_by_section[-1].append(piece)
    return tuple(tuple(s) for s in pieces_by_section)


def _literal(piece: str) -> str | None:
    if piece[0] == '"':
        return piece[1:-1]
    if piece[0] == "\\":
        return piece[1:]
    if piece[0] in "_*":
        return " " if piece[0] == "_" else ""
    if piece[0] == "[":
        return piece[2:-1].split("-")[0] if piece[1:2] == "$" else ""
    return None


def _is_general(piece: str) -> bool:
    return piece == "@" or piece.lower() == "general"


def _is_elapsed(piece: str) -> bool:
    # Hours, minutes or seconds in all, such as ``[h]``.
    return piece[0] == "[" and bool(piece[1:-1]) and not piece[1:-1].strip(piece[1]) and piece[1] in "hmsHMS"


def _is_date_piece(piece: str) -> bool:
    return piece[0] in "yYmMdDhHsS" or _is_elapsed(piece)


# Numbers, by one section of a code. A ``?`` doesn't pad here. Text among the digits stays among them:
# ``000-00-0000``, ``0" dollars and ".00" cents"``.

_ALL_DIGITS = Context(prec=2000)
"""Digits for the largest number before the point, and for as many after it as a code may ask for."""
_PLACES = re.compile(r"[0#?]+|\.")


class _NumberFormat:
    """A section but for fractions; pieces are (kind, text): "whole", "point", "part", "power" (E+00), "general", ""."""

    def __init__(self, section: tuple[str, ...]) -> None:
        integer, _, part = "".join(p for p in section if p[0] in "0#?,.").partition(".")
        before, after = integer.replace(",", ""), part.replace(",", "").replace(".", "")
        scaled = len(integer) - len(integer.rstrip(",")) + len(part) - len(part.rstrip(","))
        self._pieces = _pieces(section)
        self._digits_before, self._digits_after = len(before), len(after)
        # Digits before and after the point that are always shown.
        self._always_before, self._always_after = len(before.lstrip("#?")), after.rfind("0") + 1
        # The power of ten that the number is multiplied by.
        self._shift = 2 * section.count("%") - 3 * scaled
        self._grouped = "," in integer.strip(",")
        # What the power is a multiple of (``##0.0E+0`` counts in thousands); 0 without one.
        self._step = max(len(before), 1) if any(kind == "power" for kind, _ in self._pieces) else 0
        self.general = ("general", "") in self._pieces
        self._plain = self._plain_form()

    def _plain_form(self) -> tuple[str, str, str] | None:
        """Return the text before the digits, their format in Python and the text after, where Python writes them."""
        kinds = [kind for kind, _ in self._pieces]
        digits = kinds[kinds.index("whole") :] if "whole" in kinds else []
        while digits and not digits[-1]:
            digits.pop()
        exact_places = self._always_before == 1 and self._always_after == self._digits_after
        if self._step or not exact_places or digits not in (["whole"], ["whole", "point", "part"]):
            return None
        start = kinds.index("whole")
        before, after = (
            "".join(text for _, text in p) for p in (self._pieces[:start], self._pieces[start + len(digits) :])
        )
        return before, f"{',' if self._grouped else ''}.{self._digits_after}f", after

    def text(self, value: float, general: str) -> str:
        number = exact(abs(value)).scaleb(self._shift)
        if self._plain:
            before, form, after = self._plain
            number = _rounded(number, self._digits_after)
            return signed(f"{before}{number:{form}}{after}", value < 0 and bool(number))
        power = 0
        if self._step:
            number, power = self._mantissa(number)
        elif self._digits_before or self._digits_after:
            number = _rounded(number, self._digits_after)
        integer, _, part = f"{number:f}".partition(".")
        integer = (integer if integer != "0" else "").zfill(self._always_before)
        part = part[: self._always_after] + part[self._always_after :].rstrip("0")
        return signed(self._filled(integer, part, power, general), value < 0 and bool(number))

    def _mantissa(self, number: Decimal) -> tuple[Decimal, int]:
        power = number.adjusted() // self._step * self._step if number else 0
        mantissa = _rounded(number.scaleb(-power), self._digits_after)
        if number and mantissa.adjusted() >= self._step:  # rounded up to the next power, such as 9.99 to 10.0
            power += self._step
            mantissa = _rounded(number.scaleb(-power), self._digits_after)
        return mantissa, power

    def _filled(self, integer: str, part: str, power: int, general: str) -> str:
        # Before the point from the right: the first place takes what is left.
        right, start, after = self._digits_before, 0, 0
        parts = []
        for kind, text in self._pieces:
            if not kind:
                parts.append(text)
            elif kind == "whole":
                right -= len(text)
                end = max(len(integer) - right, start)
                parts.append(_with_commas(integer, start, end) if self._grouped else integer[start:end])
                start = end
            elif kind == "point":
                parts.append(integer[start:] + ".")
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
    # Where a slash makes no fraction, the number stands there as "General" shows it.
    pieces: list[tuple[str, str]] = []
    broken = "/" in section
    pointed = False
    for piece in section:
        text = _literal(piece)
        if text is not None:
            pieces.append(("", text))
        elif _is_general(piece):
            pieces.append(("general", ""))
        elif piece[0] in "0#?,.":
            if broken:
                pieces += [("general", "")] if ("general", "") not in pieces else []
                continue
            for digits in _PLACES.findall(piece.replace(",", "")):
                kind = "part" if pointed else "whole"
                pieces.append((kind if digits != "." else "" if pointed else "point", digits))
                pointed = pointed or digits == "."
        elif piece[1:2] in ("+", "-"):
            pieces.append(("power", piece))
        elif piece != "/":
            pieces.append(("", piece))
    return pieces


def signed(text: str, negative: bool) -> str:
    # The sign stands before a currency too.
    return "-" + text.strip() if negative else text.strip()


def exact(value: float) -> Decimal:
    """Return the number that a spreadsheet calculates its display from: the nearest one of 15 digits."""
    return Decimal(f"{value:.15g}")


def _rounded(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _ALL_DIGITS)


def _with_commas(integer: str, start: int, end: int) -> str:
    last = len(integer) - 1
    return "".join(c if at == last or (last - at) % 3 else c + "," for at, c in enumerate(integer[start:end], start))


_WIDEST = 7
"""Digits that Excel gives a denominator at most, however many the code asks for."""
_LONGEST_SECTION = 255  # a format code has no more (18.8.30)


@dataclass(frozen=True, slots=True)
class _FractionPlace:
    """Numbers of a fraction's pieces: integer (-1 for none), top, bottom, end. ``below`` is the denominator's code."""

    integer: int
    top: int
    bottom: int
    end: int
    below: str


def _fraction_place(section: tuple[str, ...]) -> _FractionPlace | None:
    slash = section.index("/") if "/" in section else 0
    groups = [number for number in range(slash) if section[number][0] in "0#?"]
    bottom = next((n for n in range(slash + 1, len(section)) if section[n] != " "), len(section))
    end = bottom
    while end < len(section) and not section[end].strip("0123456789#?"):
        end += 1
    below = "".join(section[bottom:end])
    apart = not groups or any(piece != " " for piece in section[groups[-1] + 1 : slash])
    if apart or not 0 < len(below) <= _LONGEST_SECTION or any("." in piece for piece in section):
        return None
    return _FractionPlace(groups[-2] if len(groups) > 1 else -1, groups[-1], bottom, end, below)


def _fraction_text(value: float, section: tuple[str, ...], at: _FractionPlace) -> str:
    # ``?`` doesn't pad here, as in other numbers.
    number = exact(abs(value)) * 100 ** section.count("%")
    if at.below.strip("0#?"):
        bottom = int("".join(c for c in at.below if c.isdigit()))
        top = int(number * bottom + Decimal("0.5"))
    else:
        top, bottom = _near(float(number), 10 ** min(len(at.below), _WIDEST) - 1)
    integer, top = divmod(top, bottom) if at.integer >= 0 else (0, top)
    digits: dict[int, str] = {}
    if at.integer < 0 or top or "0" in section[at.top]:
        digits = {at.top: str(top).zfill(section[at.top].count("0")), at.bottom: str(bottom)}
    if at.integer >= 0 and (integer or not digits or "0" in section[at.integer]):
        digits[at.integer] = _NumberFormat((section[at.integer],)).text(integer, "") or "0"
    gap = range(at.integer + 1, at.top if at.bottom in digits else at.end)
    alone = at.integer >= 0 and len(digits) < 3
    parts = []
    for index, piece in enumerate(section):
        text = _literal(piece)
        if index in digits:
            parts.append(digits[index])
        elif text is not None:
            parts.append(text)
        elif not (piece[0] in "0#?," or at.bottom <= index < at.end or (alone and index in gap and piece in " /")):
            parts.append(piece)
    return signed("".join(parts), value < 0 and bool(integer or top))


def _near(value: float, most: int) -> tuple[int, int]:
    """Return the last convergent of a continued fraction whose denominator is ``most`` or less, as Excel does."""
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
    """Return the value of an RkNumber (MS-XLS 2.5.217): 30 bits of an integer or of a double, perhaps in hundredths."""
    if packed & 2:
        value = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        (value,) = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", packed & 0xFFFFFFFC))
    return value / 100 if packed & 1 else value


# Dates and times: ECMA-376-1 18.8.31 and 18.17.4. Seconds are rounded to the digits that a code shows, as Excel does
# it. English names of months and days.

_MONTHS = ("January February March April May June July August September October November December").split()
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_ERAS = [
    ((2019, 5, 1), "R令和"),
    ((1989, 1, 8), "H平成"),
    ((1926, 12, 25), "S昭和"),
    ((1912, 7, 30), "T大正"),
    ((1868, 1, 1), "M明治"),
]
"""The first day of Japan's eras since 1868, and each one's letter and name."""
_START_1904 = date(1904, 1, 1)
_DAY = 86400
_SECONDS = {"h": 3600, "n": 60, "s": 1}
_END = 2958466
"""The serial number of the day after 31 December 9999; in books that count from 1904 it is 1,462 less."""


def _is_clock(section: tuple[str, ...]) -> bool:
    return any(_is_date_piece(p) for p in section) and not any(p.lower() == "general" for p in section)


class _TimeFormat:
    """A section that shows a moment. Pieces are (kind, width, text): y, m, d, h, n (minutes), s, f (parts of a second),
    a (halves of a day), g and e (eras), "" (text).
    """

    def __init__(self, section: tuple[str, ...]) -> None:
        kinds = _kinds(section)
        self._pieces = [_piece(kind, piece) for kind, piece in zip(kinds, section, strict=True)]
        self._digits = max((width for kind, width, _ in self._pieces if kind == "f"), default=0)
        self._timed = not {"h", "n", "s"}.isdisjoint(kinds)
        self._dated = not {"y", "m", "d", "g", "e"}.isdisjoint(kinds)
        # The kinds that count the whole time: ``[h]`` is "h" here.
        self._elapsed = {kind for kind, piece in zip(kinds, section, strict=True) if kind and _is_elapsed(piece)}
        self._halved = "a" in kinds and "h" not in self._elapsed
        self._calendar = _calendar(section)

    def text(self, value: float, from_1904: bool) -> str | None:
        # Excel shows no moment before 1900 or after 9999.
        end = _end(from_1904)
        if not (-end if from_1904 else 0) <= value < end:
            return None
        scale = 10**self._digits
        ticks = _ticks(abs(value), scale) if self._timed else int(round(abs(value) * _DAY, 3))
        seconds, part = divmod(ticks, scale)
        days = seconds // _DAY
        if days >= end:
            return None
        hour = seconds // 3600 % 24
        numbers = {"h": (hour % 12 or 12) if self._halved else hour, "n": seconds // 60 % 60, "s": seconds % 60}
        for kind in self._elapsed:
            numbers[kind] = seconds // _SECONDS[kind]
        day = _day(days, from_1904) if self._dated else (0, 0, 0, 0)
        parts = []
        for kind, width, text in self._pieces:
            if not kind:
                parts.append(text)
            elif kind in numbers:
                parts.append(str(numbers[kind]).zfill(width))
            elif kind == "f":
                parts.append("." + str(part).zfill(self._digits)[:width])
            elif kind == "a":
                parts.append(text.split("/")[hour >= 12])
            else:
                parts.append(_date(kind, width, day, self._calendar))
        return ("-" if value < 0 and ticks else "") + "".join(parts).strip()


def _kinds(section: tuple[str, ...]) -> list[str]:
    # ``m`` is minutes after hours, before seconds, and wherever time is counted in all.
    kinds = [_kind(piece) for piece in section]
    fields = [at for at, piece in enumerate(section) if _is_date_piece(piece)]
    counting = any(_is_elapsed(section[at]) for at in fields)
    before = ""
    for at, following in zip(fields, [*fields[1:], None], strict=True):
        minutes = counting or before == "h" or (following is not None and kinds[following] == "s")
        if kinds[at] == "m" and minutes and len(section[at].strip("[]")) < 3:
            kinds[at] = "n"
        before = kinds[at]
    seconds = False
    for at, kind in enumerate(kinds):
        if kind == "f" and not seconds:
            kinds[at] = ""
        seconds = kind == "s" or (seconds and not kind)
    return kinds


def _kind(piece: str) -> str:
    if _is_date_piece(piece):
        return piece.strip("[")[0].lower()
    if _literal(piece) is not None:
        return ""
    if piece[:2] == ".0":
        return "f"
    if "/" in piece[1:]:
        return "a"
    return piece[0].lower() if piece[0] in "eEgG" else ""


def _piece(kind: str, piece: str) -> tuple[str, int, str]:
    text = _literal(piece)
    if kind == "f":
        return kind, min(piece.count("0"), 3), ""
    if kind == "a":
        return kind, 0, piece.upper() if len(piece) == len("AM/PM") and piece.isascii() else piece
    if kind:
        return kind, len(piece.strip("[]")), ""
    return kind, 0, text if text is not None else "" if _is_general(piece) else piece


def _calendar(section: tuple[str, ...]) -> str:
    tags = [piece.lower() for piece in section if piece[0] == "["]
    if any("404]" in tag or "-tw]" in tag for tag in tags):
        return "tw"
    return "ja" if any("411]" in tag or "-ja" in tag for tag in tags) or any(p[0] in "gG" for p in section) else ""


def iso(value: float, from_1904: bool = False) -> str:
    """Return a serial number's date and time in ISO 8601, "" where it is none; without the time at midnight."""
    if not 0 <= value < _end(from_1904):
        return ""
    days, seconds = divmod(_ticks(value, 1), _DAY)
    if days >= _end(from_1904):
        return ""
    time = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if value < 1:
        return time
    day = str(_START_1904 + timedelta(days) if from_1904 else _since_1900(days))
    return f"{day} {time}" if seconds else day


def _ticks(value: float, scale: int) -> int:
    # What floating point adds to halves doesn't count.
    return floor(round(value * _DAY, 5) * scale + 0.5)


def _end(from_1904: bool) -> int:
    return _END - 1462 if from_1904 else _END


@lru_cache(maxsize=65536)
def _day(days: int, from_1904: bool) -> tuple[int, int, int, int]:
    # Excel counts from 0 January 1900, and has a 29 February 1900.
    if from_1904:
        day = _START_1904 + timedelta(days)
        return day.year, day.month, day.day, day.weekday()
    weekday = (days + 5) % 7
    if days in (0, 60):
        return 1900, 2 if days else 1, 29 if days else 0, weekday
    day = _since_1900(days)
    return day.year, day.month, day.day, weekday


def _since_1900(days: int) -> date:
    return date(1899, 12, 30 if days >= 60 else 31) + timedelta(days)


def _date(kind: str, width: int, day: tuple[int, int, int, int], calendar: str) -> str:
    year, month, number, weekday = day
    if kind == "y":
        return f"{year:04}" if width > 2 else f"{year % 100:02}"
    if kind == "m":
        name = _MONTHS[month - 1]
        return str(month).zfill(width) if width < 3 else {3: name[:3], 5: name[0]}.get(width, name)
    if kind == "d":
        name = _DAYS[weekday]
        return str(number).zfill(width) if width < 3 else name[:3] if width == 3 else name
    return _era(kind, width, day[:3], calendar)


def _era(kind: str, width: int, day: tuple[int, ...], calendar: str) -> str:
    if calendar == "tw":
        return "民國" if kind == "g" else str(day[0] - 1911).zfill(width)
    first, name = next(((f, n) for f, n in _ERAS if day >= f and calendar), ((1, 1, 1), ""))
    if kind == "g":
        return name[:1] if width == 1 else name[1 : min(width, 3)]
    return str(day[0] - first[0] + 1).zfill(width)


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
        self.clock = _TimeFormat(pieces) if _is_clock(pieces) else None
        self.fraction = _fraction_place(pieces) if "/" in pieces else None
        self.number = _NumberFormat(pieces)


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    # A section for texts (``@``) stands last, beside others.
    pieces_by_section = sections(code)
    texts = 1 < len(pieces_by_section) < 4 and "@" in pieces_by_section[-1]
    return tuple(_Section(pieces) for pieces in (pieces_by_section[:-1] if texts else pieces_by_section[:3]))


@lru_cache(maxsize=512)
def is_date(code: str) -> bool:
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
    return _narrow(value, general(value))


def _narrow(value: float, text: str) -> str:
    if len(text.lstrip("-")) <= 11 or not isfinite(value) or value == int(value):
        return text
    digits = max(10 - len(str(int(abs(value)))), 0)
    rounded = exact(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) if 1e-4 <= abs(value) < 1e11 else _WIDE
    return _exponent(f"{value:.5e}") if abs(rounded) >= _WIDE else _trimmed(f"{rounded:f}")


def _exponent(text: str) -> str:
    mantissa, _, exponent = text.partition("e")
    return f"{_trimmed(mantissa)}E{exponent}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


_GENERAL = frozenset({"General", "", "@", "GENERAL"})


def shown(value: float, code: str, from_1904: bool = False) -> str:
    """Return a number as its format code shows it; "" where the code shows nothing (``;;;``)."""
    if code in _GENERAL:
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
            return _fraction_text(number, section.pieces, section.fraction)
        return section.number.text(number, general(abs(value)) if section.number.general else "")
    except (ArithmeticError, ValueError):
        return general(value)


def _chosen(choices: tuple[_Section, ...], value: float) -> int | None:
    if any(choice.condition for choice in choices):
        fitting = (
            n for n, choice in enumerate(choices) if choice.condition is None or _is_met(*choice.condition, value)
        )
        return next(fitting, len(choices) - 1 if len(choices) > 1 else None)
    if value < 0 and len(choices) > 1:
        return 1
    return 2 if value == 0 and len(choices) > 2 else 0


def _is_met(sign: str, bound: float, value: float) -> bool:
    return (value < bound and "<" in sign) or (value > bound and ">" in sign) or (value == bound and "=" in sign)


def _signless(choices: tuple[_Section, ...], at: int) -> bool:
    # Negative numbers with a section of their own have no sign but what it writes.
    own, first = choices[at].condition, choices[0].condition
    if own:
        return own in (("<", 0), ("<=", 0))
    return at == 1 and (first is None or first in ((">", 0), (">=", 0)))


# The cells of one sheet as they come.

_MOST_COLUMNS = 16384
"""Columns of a sheet (XFD is the last); a file's statement about others has no effect."""

_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[LCRPNDTZFABIUSEXYGHOk+-])')

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


@dataclass(slots=True)
class CellStyle:
    """What a cell's format index means for its text: the number format's code, and whether it is white on white."""

    code: str = "General"
    unseen: bool = False


class Grid:
    """Takes a sheet's cells row by row and puts them into ``texts``; columns count from 0."""

    def __init__(self, texts: Texts, formats: list[CellStyle], from_1904: bool, hidden: bool) -> None:
        self._texts = texts
        self._formats = formats
        self._from_1904 = from_1904
        self._hidden = hidden
        self._hidden_columns = bytearray(_MOST_COLUMNS)
        self._formulas: set[str] = set()
        self._lines: dict[str, list[str]] = {"body": [], "hidden": [], "alternative": []}
        self.row_hidden = False
        self._rows = self._sheet = 0

    def _count_row(self) -> None:
        self._rows += 1
        if self._rows == 1:
            self._texts.sheets += 1
            self._sheet = self._texts.sheets
            self._texts.reached = self._reached

    def _reached(self) -> Message:
        return say("place-row", row=self._rows, sheet=self._sheet)

    def hide_columns(self, first: int, last: int) -> None:
        last = min(last, _MOST_COLUMNS - 1)
        if 0 <= first <= last:
            self._hidden_columns[first : last + 1] = b"\1" * (last + 1 - first)

    def text(self, value: str, column: int, style: int) -> None:
        """Add a cell that holds text."""
        unseen = self._hides(column) or self._style(style).unseen
        self._lines["hidden" if unseen else "body"].append(value)

    def number(self, value: float, column: int, style: int) -> None:
        """Add a cell that holds a number: as its format shows it, and what stands behind where that says more."""
        form = self._style(style)
        text, other = _cell_texts(value, form.code, self._from_1904)
        unseen = self._hides(column) or form.unseen or not text
        self._lines["hidden" if unseen else "body"].append(text or general(value))
        if text and other and other != text:
            self._lines["alternative"].append(other)

    def error(self, code: int, column: int, style: int) -> None:
        self.text(_ERRORS.get(code, "#ERROR!"), column, style)

    def formula(self, text: str, mark: str = "=") -> None:
        """Add a formula, or without its ``mark`` a string in one, each once for a sheet."""
        if text and text not in self._formulas:
            self._formulas.add(text)
            self._texts.add("fieldcode", mark + text)

    def end_row(self) -> None:
        """Close the row: its cells are separated by tabs."""
        filled = False
        for origin, cells in self._lines.items():
            if cells:
                self._texts.add(origin, "\t".join(cells))
                cells.clear()
                filled = True
        if filled:
            self._count_row()

    def _style(self, index: int) -> CellStyle:
        return self._formats[index] if 0 <= index < len(self._formats) else CellStyle()

    def _hides(self, column: int) -> bool:
        if self._hidden or self.row_hidden:
            return True
        return 0 <= column < _MOST_COLUMNS and self._hidden_columns[column] == 1


def _cell_texts(value: float, code: str, from_1904: bool) -> tuple[str, str]:
    """Return how a cell shows a number; what stands behind it or, where that is the same, what a narrow cell shows."""
    if code not in _GENERAL and is_date(code):
        return _date_texts(value, code, from_1904)
    plain = general(value)
    text = plain if code in _GENERAL else shown(value, code, from_1904)
    return text, _narrow(value, plain) if plain == text else plain


@lru_cache(maxsize=65536)  # days are few, and take as long as all else of a cell; other numbers hardly come again
def _date_texts(value: float, code: str, from_1904: bool) -> tuple[str, str]:
    text, behind = shown(value, code, from_1904), iso(value, from_1904)
    return text, narrow(value) if behind == text else behind


def plain_margin(text: str) -> str:
    """Return a header's or footer's text without its codes (ECMA-376-1 18.3.1.46, MS-XLS 2.4.136)."""
    return _CODES.sub(" ", text).replace("&&", "&").strip()
