"""Letters as pen strokes, drawn for this corpus: enough Hebrew and Arabic for a page that a person can read.

A letter is lines of points ``x,y`` on a grid of six by six over the baseline, lines apart by blanks, points by ``>``;
a single point is a dot. An Arabic letter is drawn as in the middle of a word, so that the letters of a word join on the
baseline; one that doesn't join to the left ends there.
"""

from __future__ import annotations

import re

_HEBREW = {
    "א": "0,6-6,0 6,6-4,3 2,4-0,0",
    "ב": "0,6-5,6-5,0 0,0-6,0",
    "ג": "1,6-4,6-4,0 4,2-1,0",
    "ד": "0,6-6,6 5,6-5,0",
    "ה": "0,6-6,6-6,0 1,4-1,0",
    "ו": "2,6-4,6-4,0",
    "ז": "1,6-5,6 3,6-3,0",
    "ח": "0,0-0,6-6,6-6,0",
    "ט": "0,6-0,0-6,0-6,6-3,6-3,4",
    "י": "2,6-4,6-4,3",
    "כ": "0,6-5,6-6,5-6,1-5,0-0,0",
    "ך": "0,6-6,6-6,-2",
    "ל": "0,8-0,5-5,5-5,4-2,0",
    "מ": "0,0-1,6 1,5-4,6-6,5-6,0-3,0",
    "ם": "0,0-0,6-6,6-6,0-0,0",
    "נ": "2,6-5,6-5,0-1,0",
    "ן": "2,6-4,6-4,-2",
    "ס": "0,6-6,6-6,2-4,0-2,0-0,2-0,6",
    "ע": "5,6-5,2-0,-1 1,6-3,1",
    "פ": "0,0-6,0-6,6-0,6-0,3-2,3",
    "ף": "6,-2-6,6-0,6-0,3-2,3",
    "צ": "0,0-6,0-0,6 6,6-3,3",
    "ץ": "3,-2-3,3-0,6 6,6-3,3",
    "ק": "0,6-6,6-6,2-3,0 1,3-1,-2",
    "ר": "0,6-5,6-6,5-6,0",
    "ש": "0,6-0,0-6,0-6,6 3,6-3,2-0,1",
    "ת": "0,6-6,6-6,0 1,6-1,0-0,0",
}
_TOOTH = "-1,0>7,0 3,0>3,2"
_LOOP = "-1,0>7,0 1,0>1,2>4,2>4,0"
_HOOK = "-1,0>7,0 1,3>4,3>6,0"
_EYE = "-1,0>7,0 4,0>1,2>4,3>2,0"
_TEETH = "-1,0>7,0 1,0>1,2 3,0>3,2 5,0>5,2"
_LONG = "-1,0>7,0 0,0>0,2 2,0>4,2>6,2>6,0"
_TAIL = "7,0>4,0>2,-3"
_ANGLE = "7,0>1,0 4,0>3,3"
_ARABIC = {
    "ا": "7,0-3,0-3,8",
    "أ": "7,0-3,0-3,7 2,9-4,9",
    "إ": "7,0-3,0-3,8 2,-2-4,-2",
    "آ": "7,0-3,0-3,7 1,9-3,10-5,9",
    "ب": f"{_TOOTH} 3,-2",
    "ت": f"{_TOOTH} 2,4 4,4",
    "ث": f"{_TOOTH} 2,4 4,4 3,5",
    "ج": f"{_HOOK} 3,-2",
    "ح": _HOOK,
    "خ": f"{_HOOK} 3,5",
    "د": _ANGLE,
    "ذ": f"{_ANGLE} 3,5",
    "ر": _TAIL,
    "ز": f"{_TAIL} 4,2",
    "س": _TEETH,
    "ش": f"{_TEETH} 2,4 4,4 3,5",
    "ص": _LONG,
    "ض": f"{_LONG} 4,4",
    "ط": f"{_LONG} 1,0-1,8",
    "ظ": f"{_LONG} 1,0-1,8 4,4",
    "ع": _EYE,
    "غ": f"{_EYE} 3,5",
    "ف": f"{_LOOP} 3,4",
    "ق": f"{_LOOP} 2,4 4,4",
    "ك": "-1,0-7,0 4,0-4,3-1,3-5,8",
    "ل": "-1,0-7,0 3,0-3,8",
    "م": "-1,0-7,0 2,0-2,-2-4,-2-4,0",
    "ن": f"{_TOOTH} 3,4",
    "ه": "-1,0-7,0 1,0-1,3-5,3-5,0 3,0-3,3",
    "ة": "7,0-1,0-1,3-4,3-4,0 2,5 4,5",
    "و": "7,0-5,0-5,2-2,2-2,0-5,0-2,-3",
    "ي": f"{_TOOTH} 2,-2 4,-2",
    "ى": "7,0-4,0-4,-3-0,-3-0,-1",
    "ء": "2,0-5,0 4,0-2,1-4,2",
}
STROKES = _HEBREW | _ARABIC
_POINT = re.compile(r"(-?\d+),(-?\d+)")


def _points(line: str) -> list[tuple[int, int]]:
    """Return the points of a line in thousandths; a unit of the grid is a hundred."""
    return [(int(x) * 100 + 60, int(y) * 100) for x, y in _POINT.findall(line)]


def width(letter: str) -> int:
    """Return a letter's width in thousandths of its size."""
    return 860 if letter in _HEBREW else 760


def drawing(letter: str) -> str:
    """Return a letter as a glyph description of a Type 3 font (ISO 32000-1, 9.6.5)."""
    paths = []
    for line in STROKES[letter].split():
        start, *rest = _points(line)
        rest = rest or [(start[0] + 40, start[1])]
        paths.append(f"{start[0]} {start[1]} m " + " ".join(f"{x} {y} l" for x, y in rest) + " S")
    return f"{width(letter)} 0 d0\n70 w 1 J 1 j\n" + "\n".join(paths)
