"""Dates and times among a spreadsheet's number formats: ECMA-376-1 18.8.31 and 18.17.4. Pure arithmetic.

Seconds are rounded to the digits that a code shows, as Excel does it. English names of months and days.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import floor

from triage.parsers.kit.cells.format_code import is_date_piece, is_elapsed, is_general, literal

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


def is_clock(section: tuple[str, ...]) -> bool:
    """Whether a section of a format code shows a moment."""
    return any(is_date_piece(p) for p in section) and not any(p.lower() == "general" for p in section)


class TimeFormat:
    """What a section that is a clock's shows of a moment.

    Its pieces are (kind, width, text): y, m, d, h, n (minutes), s, f (parts of a second), a (halves of a day), g and e
    (eras), "" (text). Books that count from 1904 show what lies before it with a sign.
    """

    def __init__(self, section: tuple[str, ...]) -> None:
        kinds = _kinds(section)
        self._pieces = [_piece(kind, piece) for kind, piece in zip(kinds, section, strict=True)]
        self._digits = max((width for kind, width, _ in self._pieces if kind == "f"), default=0)
        self._timed = not {"h", "n", "s"}.isdisjoint(kinds)
        self._dated = not {"y", "m", "d", "g", "e"}.isdisjoint(kinds)
        # The kinds that count the whole time: ``[h]`` is "h" here.
        self._elapsed = {kind for kind, piece in zip(kinds, section, strict=True) if kind and is_elapsed(piece)}
        self._halved = "a" in kinds and "h" not in self._elapsed
        self._calendar = _calendar(section)

    def text(self, value: float, from_1904: bool) -> str | None:
        """Return a serial number as it is shown, None where Excel shows no moment: before 1900, after 9999."""
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
    """Return each piece's kind; ``m`` is minutes after hours, before seconds, and wherever time is counted in all."""
    kinds = [_kind(piece) for piece in section]
    fields = [at for at, piece in enumerate(section) if is_date_piece(piece)]
    counting = any(is_elapsed(section[at]) for at in fields)
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
    if is_date_piece(piece):
        return piece.strip("[")[0].lower()
    if literal(piece) is not None:
        return ""
    if piece[:2] == ".0":
        return "f"
    if "/" in piece[1:]:
        return "a"
    return piece[0].lower() if piece[0] in "eEgG" else ""


def _piece(kind: str, piece: str) -> tuple[str, int, str]:
    text = literal(piece)
    if kind == "f":
        return kind, min(piece.count("0"), 3), ""
    if kind == "a":
        return kind, 0, piece.upper() if len(piece) == len("AM/PM") and piece.isascii() else piece
    if kind:
        return kind, len(piece.strip("[]")), ""
    return kind, 0, text if text is not None else "" if is_general(piece) else piece


def _calendar(section: tuple[str, ...]) -> str:
    """Return whose years a section's ``e`` counts: "ja" for Japan's eras, "tw" for Taiwan's, "" for the usual ones."""
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
    """Return a time of days in parts of a second, rounded; what floating point adds to halves doesn't count."""
    return floor(round(value * _DAY, 5) * scale + 0.5)


def _end(from_1904: bool) -> int:
    return _END - 1462 if from_1904 else _END


def _day(days: int, from_1904: bool) -> tuple[int, int, int, int]:
    """Return (year, month, day, weekday) as Excel counts: from 0 January 1900, and with a 29 February 1900."""
    if from_1904:
        found = _START_1904 + timedelta(days)
        return found.year, found.month, found.day, found.weekday()
    weekday = (days + 5) % 7
    if days in (0, 60):
        return 1900, 2 if days else 1, 29 if days else 0, weekday
    found = _since_1900(days)
    return found.year, found.month, found.day, weekday


def _since_1900(days: int) -> date:
    return date(1899, 12, 30 if days >= 60 else 31) + timedelta(days)


def _date(kind: str, width: int, day: tuple[int, int, int, int], calendar: str) -> str:
    """Return one piece of a date: a number as wide as the code asks, or a name."""
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
    """Return an era's name (``g``, up to ``ggg``) or a year in it (``e``)."""
    if calendar == "tw":
        return "民國" if kind == "g" else str(day[0] - 1911).zfill(width)
    first, name = next(((f, n) for f, n in _ERAS if day >= f and calendar), ((1, 1, 1), ""))
    if kind == "g":
        return name[:1] if width == 1 else name[1 : min(width, 3)]
    return str(day[0] - first[0] + 1).zfill(width)
