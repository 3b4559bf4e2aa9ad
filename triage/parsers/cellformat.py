"""A spreadsheet cell's number as its reader sees it (floor 2), by the cell's format code.

ECMA-376-1 18.8.30 and 18.8.31, for Office Open XML and for the older binary workbooks alike. What a code asks for that
isn't kept here (fractions, colours, fill characters) gives the number as "General" would show it. English names of
months and days.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite

BUILTIN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '"$"#,##0;-"$"#,##0', 6: '"$"#,##0;-"$"#,##0',
    7: '"$"#,##0.00;-"$"#,##0.00', 8: '"$"#,##0.00;-"$"#,##0.00', 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 41: "#,##0;-#,##0;-", 42: '"$"#,##0;-"$"#,##0;"$"-',
    43: "#,##0.00;-#,##0.00;-", 44: '"$"#,##0.00;-"$"#,##0.00;"$"-', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""Format codes that files name by number only (18.8.30)."""

_TOKEN = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM/PM|A/P|General|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?'
    r"|E[+-]0+|[0#?,.]+|%|@|/|.",
    re.DOTALL | re.IGNORECASE,
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@lru_cache(maxsize=2048)
def _sections(code: str) -> tuple[tuple[str, ...], ...]:
    """Return the pieces of each section of a format code."""
    sections: list[list[str]] = [[]]
    for piece in _TOKEN.findall(code):
        if piece == ";":
            sections.append([])
        else:
            sections[-1].append(piece)
    return tuple(tuple(s) for s in sections)


@lru_cache(maxsize=2048)
def is_date(code: str) -> bool:
    """Whether a format code shows a date or a time."""
    return any(_is_date_piece(t) for t in _sections(code)[0]) and "General" not in code


def _is_date_piece(piece: str) -> bool:
    return (piece[0] in "yYmMdDhHsS") or bool(re.fullmatch(r"\[[hms]+\]", piece, re.IGNORECASE))


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


_ROOM = 20
"""Characters up to which the formula bar writes a small number out (measured, not documented)."""


def narrow(value: float) -> str:
    """Return a number as "General" shows it in a cell: eleven characters besides the sign, then rounded."""
    text = general(value)
    if len(text.lstrip("-")) <= 11 or not isfinite(value) or value == int(value):
        return text
    if not 1e-4 <= abs(value) < 1e10:
        return _exponent(f"{value:.5e}")
    return _trimmed(f"{value:.{10 - len(str(int(abs(value))))}f}")


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
    sections = _sections(code)
    if is_date(code):
        moment = to_datetime(value, from_1904)
        if moment and value < 1 and not from_1904:
            day_zero = moment.replace(1900, 1)  # a time alone counts from the day before 1 January 1900
            return _date(day_zero, value, tuple("0" * len(t) if t in ("d", "dd") else t for t in sections[0]))
        return _date(moment, value, sections[0]) if moment else general(value)
    section, value = _chosen(sections, value)
    try:
        return _number(value, section).strip()
    except (ArithmeticError, ValueError):
        return general(value)


_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]")


def _chosen(sections: tuple[tuple[str, ...], ...], value: float) -> tuple[tuple[str, ...], float]:
    """Return the section that applies and the number that it shows (a section for negatives shows no sign)."""
    if any(_CONDITION.match(t) for s in sections for t in s):
        return next((s for s in sections[:3] if _holds(s, value)), sections[-1]), value
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _holds(section: tuple[str, ...], value: float) -> bool:
    found = next((m for t in section if (m := _CONDITION.match(t))), None)
    if found is None:
        return True
    sign, bound = found[1], float(found[2])
    return (value < bound and "<" in sign) or (value > bound and ">" in sign) or (value == bound and "=" in sign)


def _literal(piece: str) -> str | None:
    """Return what a piece puts into the text as it stands, None where it stands for a number or nothing."""
    if piece[0] == '"':
        return piece[1:-1]
    if piece[0] == "\\":
        return piece[1:]
    if piece[0] in "_*":
        return " " if piece[0] == "_" else ""
    if piece[0] == "[":
        return piece[2:-1].split("-")[0] if piece[1:2] == "$" else ""
    return None


def _number(value: float, section: tuple[str, ...]) -> str:
    pattern = "".join(t for t in section if t[0] in "0#?,.")
    if not section:
        return ""
    if "General" in section or "/" in section or any(t.lower() == "general" for t in section):
        digits = general(abs(value))
    elif exponent := next((t for t in section if t[0] in "eE" and len(t) > 1), ""):
        digits = _scientific(abs(value), pattern, exponent)
    else:
        digits = _digits(abs(value), pattern, section.count("%"))
    sign = "-" if value < 0 and digits.strip("0.,") else ""
    return _placed(section, sign, digits)


def _placed(section: tuple[str, ...], sign: str, digits: str) -> str:
    """Put the digits among the section's literals; words between the whole and the fraction stay between them."""
    groups = [p for p in section if p[0] in "0#?," or p == "@" or p.lower() == "general"]
    split = bool(groups) and any(p[0] == "." for p in section)
    whole, point, fraction = digits.partition(".") if split else (digits, "", "")
    pieces = _distributed(groups, sign + whole)
    parts = []
    for piece in section:
        literal = _literal(piece)
        if literal is not None:
            parts.append(literal)
        elif piece[0] == ".":
            parts.append(point + fraction if split else sign + digits)
        elif piece in groups:
            parts.append(pieces.pop(0))
        elif piece[0] != "E" and piece != "/":
            parts.append(piece)
    return "".join(parts)


def _distributed(groups: list[str], whole: str) -> list[str]:
    """Return the digits as the groups of a code such as ``000-00-0000`` take them, filled from the right."""
    taken: list[str] = []
    for group in reversed(groups[1:]):
        size = sum(c in "0#?" for c in group)
        taken.insert(0, whole[-size:] if size else "")
        whole = whole[:-size] if size else whole
    return [whole, *taken]


def _digits(value: float, pattern: str, percents: int) -> str:
    whole, _, fraction = pattern.partition(".")
    scaled = _exact(value) * (100**percents)
    while whole.endswith(","):
        scaled /= 1000
        whole = whole[:-1]
    places = sum(c in "0#?" for c in fraction)
    rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if scaled.adjusted() < 25 else scaled
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    before, _, after = text.partition(".")
    needed = sum(c in "0?" for c in fraction)
    after = after[:needed] + after[needed:].rstrip("0")
    before = before.zfill(whole.count("0")) if "," not in whole else before
    if before == "0" and "0" not in whole and after:
        before = ""
    return f"{before}.{after}" if after else before


def _scientific(value: float, pattern: str, exponent: str) -> str:
    places = sum(c in "0#?" for c in pattern.partition(".")[2])
    mantissa, _, power = f"{_exact(value):.{places}E}".partition("E")
    sign = "-" if power[0] == "-" else exponent[1].strip("-")
    return f"{mantissa}E{sign}{power[1:].zfill(len(exponent) - 2)}"


def _exact(value: float) -> Decimal:
    """Return the number that a spreadsheet calculates its display from: the nearest one of 15 digits."""
    return Decimal(f"{value:.15g}")


def to_datetime(value: float, from_1904: bool = False) -> datetime | None:
    """Return the moment of a serial number (18.17.4), None where it lies outside of the calendar."""
    if not 0 <= value < 2958466:
        return None
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if value >= 60 else 31)
    return start + timedelta(seconds=round(value * 86400, 3))


def iso(value: float, from_1904: bool = False) -> str:
    """Return a serial number's date and time in ISO 8601, "" where it is none; without the time at midnight."""
    moment = to_datetime(value, from_1904)
    if moment is None:
        return ""
    if value < 1:
        return moment.time().isoformat("seconds")
    return (
        moment.isoformat(" ", "seconds")
        if moment.time().replace(microsecond=0) != datetime.min.time()
        else str(moment.date())
    )


def _date(moment: datetime, value: float, section: tuple[str, ...]) -> str:
    moment += timedelta(microseconds=500)
    half_day = any(t.upper() in ("AM/PM", "A/P") for t in section)
    parts = []
    for index, piece in enumerate(section):
        low = piece.lower()
        if re.fullmatch(r"\[[hms]+\]", low):
            seconds = round(value * 86400)
            parts.append(str(seconds // {"h": 3600, "m": 60, "s": 1}[low[1]]).zfill(len(low) - 2))
        elif (literal := _literal(piece)) is not None:
            parts.append(literal)
        elif low in ("am/pm", "a/p"):
            parts.append(("AM" if moment.hour < 12 else "PM")[: 2 if low == "am/pm" else 1])
        elif low[0] == "m":
            parts.append(f"{moment.minute:0{len(low)}}" if _is_minute(section, index) else _month(moment, len(low)))
        elif low[0] in "ydhs":
            parts.append(_field(moment, low, half_day))
        elif piece != "@":
            parts.append(piece)
    return "".join(parts).strip()


@lru_cache(maxsize=2048)
def _is_minute(section: tuple[str, ...], index: int) -> bool:
    """Whether an ``m`` stands for minutes: after hours or before seconds (18.8.31)."""
    fields = [(i, t.lower().strip("[")[0]) for i, t in enumerate(section) if _is_date_piece(t)]
    at = next(n for n, (i, _) in enumerate(fields) if i == index)
    return (at > 0 and fields[at - 1][1] == "h") or (at + 1 < len(fields) and fields[at + 1][1] == "s")


def _month(moment: date, width: int) -> str:
    name = _MONTHS[moment.month - 1]
    return {1: str(moment.month), 2: f"{moment.month:02}", 3: name[:3], 5: name[0]}.get(width, name)


def _field(moment: datetime, piece: str, half_day: bool) -> str:
    kind, width = piece[0], len(piece)
    if kind == "y":
        return f"{moment.year:04}" if width > 2 else f"{moment.year % 100:02}"
    if kind == "d":
        day = _DAYS[moment.weekday()]
        return {1: str(moment.day), 2: f"{moment.day:02}", 3: day[:3]}.get(width, day)
    if kind == "h":
        hour = (moment.hour % 12 or 12) if half_day else moment.hour
        return f"{hour:0{width}}"
    whole = f"{moment.second:0{len(piece.partition('.')[0])}}"
    return whole + (f".{moment.microsecond // 1000:03}"[: 1 + len(piece.partition(".")[2])] if "." in piece else "")
