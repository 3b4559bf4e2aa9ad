"""The labels of numbered paragraphs, such as "4.2 (a)": what a reader sees and a file doesn't spell out.

ECMA-376-1 17.9 for the counting, 17.18.59 for the number formats; the older Word formats and OpenDocument number alike.
Bullets are no words and give no label. A form that isn't known is written in figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

_ROMAN = dict(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)
)
_HEBREW = dict(
    zip(
        (400, 300, 200, 100, 90, 80, 70, 60, 50, 40, 30, 20, 16, 15, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1),
        "ת ש ר ק צ פ ע ס נ מ ל כ טז טו י ט ח ז ו ה ד ג ב א".split(),
        strict=True,
    )
)
_ALPHABETS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "hebrew2": "אבגדהוזחטיכלמנסעפצקרשת",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_CAPITALS = {"upperRoman": "lowerRoman", "upperLetter": "lowerLetter", "russianUpper": "russianLower"}
_MOST = 32767
"""Numbers from which on letters and Roman figures would fill pages; Word itself counts no further."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; ``text`` has ``%1`` to ``%9`` for the levels' numbers, ``legal`` writes all in figures,
    ``restart`` is the level (from 1) after which it starts again: 0 for never, -1 for any higher one.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int = -1


def whole_number(text: str, otherwise: int) -> int:
    """Return an attribute's whole number, ``otherwise`` where it is none or absurdly long."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def number(form: str, value: int) -> str:
    """Return a number in a format by its name in WordprocessingML; "" for bullets and "none"."""
    if form in ("bullet", "none"):
        return ""
    writer = _FORMS.get(_CAPITALS.get(form, form))
    if writer is None or not (0 if form in _FROM_ZERO else 1) <= value <= _MOST:
        return str(value)
    return writer(value).upper() if form in _CAPITALS else writer(value)


def _letters(alphabet: str) -> Callable[[int], str]:
    return lambda value: alphabet[(value - 1) % len(alphabet)] * ((value - 1) // len(alphabet) + 1)


def _summed(signs: dict[int, str]) -> Callable[[int], str]:
    def written(value: int) -> str:
        parts = []
        for worth, sign in signs.items():
            parts.append(sign * (value // worth))
            value %= worth
        return "".join(parts)

    return written


def _cardinal(value: int) -> str:
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = _cardinal(value % size) if value % size else ""
            return f"{_cardinal(value // size)} {name} {rest}".strip()
    if value < 20:
        return _ONES[value]
    return _TENS[value // 10 - 2] + (f"-{_ONES[value % 10]}" if value % 10 else "")


def _ordinal_text(value: int) -> str:
    head, cut, last = re.fullmatch("(.*?)([ -]?)([a-z]+)", _cardinal(value)).groups()  # type: ignore[union-attr]
    word = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return f"{head}{cut}{word}".capitalize()


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _summed(_ROMAN),
    "hebrew1": _summed(_HEBREW),
    "ordinal": _ordinal,
    "ordinalText": _ordinal_text,
    "cardinalText": lambda value: _cardinal(value).capitalize(),
    "decimalZero": lambda value: f"{value:02}",
    "numberInDash": lambda value: f"- {value} -",
    **{name: _letters(signs) for name, signs in _ALPHABETS.items()},
}
_FROM_ZERO = frozenset({"decimalZero", "ordinal", "numberInDash"})
"""Forms in figures, which write a zero too; of the others Word shows the plain figure."""


class ListLabels:
    """Counts the paragraphs of lists by key; ``counts_skipped`` counts skipped levels too, which PowerPoint doesn't."""

    def __init__(self, counts_skipped: bool = True) -> None:
        self._counts_skipped = counts_skipped
        self._counts: dict[Hashable, dict[int, int]] = {}

    def start(self, key: Hashable, level: int, value: int) -> None:
        self._counts.setdefault(key, {})[level] = value - 1

    def forget(self, key: Hashable, level: int = 0) -> None:
        """Let a list start again at this level and the deeper ones."""
        counts = self._counts.get(key, {})
        for deeper in [d for d in counts if d >= level]:
            del counts[deeper]

    def label(self, key: Hashable, level: int, levels: Sequence[Level]) -> str:
        """Count a paragraph of a list at a level (from 0); return its label."""
        if not 0 <= level < len(levels):
            return ""
        counts = self._counts.setdefault(key, {})
        for passed in range(level if self._counts_skipped else 0):
            counts.setdefault(passed, levels[passed].start)
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [d for d in counts if d > level]:
            after = levels[deeper].restart if deeper < len(levels) else -1
            if after < 0 or level < after:
                del counts[deeper]
        own = levels[level]

        def shown(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            if index >= len(levels):
                return ""
            form = "decimal" if own.legal else levels[index].form
            return number(form, counts.get(index, levels[index].start))

        return "" if own.form == "bullet" else re.sub("%([1-9])", shown, own.text)
