"""What AutoCAD writes between the letters of a text (floor 2): codes for signs, lines, fonts and colours, undone.

The codes are those of the DXF reference and of AutoCAD's own help on control codes and multiline text. So a word that
changes its colour in the middle is one word. Strings in, strings out.
"""

from __future__ import annotations

import re
import struct
from datetime import datetime, timedelta

_SIGN = re.compile(r"\\U\+([0-9A-Fa-f]{4})|\\M\+([1-5])([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})|%%([dDpPcCuUoOkK%])|%%(\d{3})")
_SIGNS = {"d": "°", "p": "±", "c": "⌀", "%": "%"}
_SETS = {"1": "cp932", "2": "cp950", "3": "cp949", "4": "johab", "5": "cp936"}
_FORMAT = re.compile(
    r"\\([\\{}])|\\([PNX~])|\\[LlOoKk]|\\S([^;]{0,500});|\\[AaCcFfHhQqTtWwp][^;\\{}]{0,200};|\^([IJM ])|[{}]"
    r"|(\\U\+[0-9A-Fa-f]{4}|\\M\+[1-5][0-9A-Fa-f]{4})"
)
_BREAKS = {"P": "\n", "N": "\n", "X": "\n", "~": " "}
_CARETS = {"I": "\t", "J": "\n", "M": "", " ": "^"}
_STACK = re.compile(r"\\(.)|[\^#]\s?")
_MARKED = re.compile(r"[\\%]")
CODE_PAGES = (
    *("cp1252", "cp1252", "cp1252", *(f"iso8859_{part}" for part in range(2, 10))),
    *(f"cp{page}" for page in (437, 850, 852, 855, 857, 860, 861, 863, 864, 865, 869, 932)),
    *("mac_roman", "cp950", "cp949", "johab", "cp866", "cp1250", "cp1251", "cp1252", "cp936", "cp1253", "cp1254"),
    *(f"cp{page}" for page in (1255, 1256, 1257, 874, 932, 936, 949, 950)),
    *("johab", "utf-16-le", "cp1258"),
)
"""Codecs by the number under which a drawing states its code page."""

VERSIONS = {
    b"AC1012": "R13", b"AC1014": "R14", b"AC1015": "2000", b"AC1018": "2004", b"AC1021": "2007", b"AC1024": "2010",
    b"AC1027": "2013", b"AC1032": "2018",
}  # fmt: skip
"""AutoCAD's name for each version of the file."""

MACHINE_MADE = re.compile(r"\*[A-Z]\d*|\*(?:Model|Paper)_Space\d*", re.IGNORECASE)
"""Names of blocks that AutoCAD itself makes up."""

STRING, BYTES = -1, -2
"""Sizes of values that say their length themselves."""

_SIZES = (
    (0, 9, STRING), (10, 39, 24), (40, 59, 8), (60, 79, 2), (90, 99, 4), (100, 104, STRING), (105, 105, 8),
    (110, 139, 24), (140, 149, 8), (160, 169, 8), (170, 179, 2), (210, 239, 24), (270, 279, 2), (280, 299, 1),
    (300, 309, STRING), (310, 319, BYTES), (320, 369, 8), (370, 389, 2), (390, 399, 8), (400, 409, 2),
    (410, 419, STRING), (420, 429, 4), (430, 439, STRING), (440, 459, 4), (460, 469, 8), (470, 479, STRING),
    (480, 481, 8), (999, 1003, STRING), (1004, 1004, BYTES), (1005, 1005, 8), (1010, 1039, 24), (1040, 1059, 8),
    (1060, 1070, 2), (1071, 1071, 4),
)  # fmt: skip


def value_size(code: int) -> int:
    """Return how many bytes a value of a group code takes in a record (DXF reference, group code value types).

    STRING and BYTES for those that say their length, 0 where the code is unknown.
    """
    if code == 5:
        return 8
    return next((size for first, last, size in _SIZES if first <= code <= last), 0)


def plain(text: str) -> str:
    """Return a text of one line: signs by number (\\U+05D0, %%d) as themselves, without lines over and under it."""
    return _SIGN.sub(_sign, text) if _MARKED.search(text) else text


def _sign(found: re.Match[str]) -> str:
    number, page, first, second, letter, code = found.groups()
    if number:
        return chr(int(number, 16))
    if page:
        return bytes.fromhex(first + second).decode(_SETS[page], "replace")
    if letter:
        return _SIGNS.get(letter.lower(), "")
    return bytes((int(code) & 0xFF,)).decode("cp1252", "replace")


def flowing(text: str) -> str:
    """Return a text of several lines (MTEXT and what is written like it) without its formatting; fractions as 1/2."""
    return plain(_FORMAT.sub(_unformatted, text))


def _unformatted(found: re.Match[str]) -> str:
    escaped, line, stacked, caret, kept = found.groups()
    if stacked is not None:
        return _STACK.sub(lambda part: part[1] or "/", stacked)
    if line:
        return _BREAKS[line]
    return escaped or kept or (_CARETS[caret] if caret else "")


def moment_of(day: int, milliseconds: int) -> str:
    """Return a Julian day and a time of day as ISO 8601, "" for none."""
    if not 2_300_000 < day < 2_600_000:
        return ""
    when = datetime(2000, 1, 1) + timedelta(days=day - 2_451_545, milliseconds=min(milliseconds, 86_400_000))
    return when.isoformat("T", "seconds")


def day_and_time(value: str | bytes) -> str:
    """Return a Julian day with its fraction, as DXF writes it, as ISO 8601; "" for none."""
    try:
        number = struct.unpack("<d", value)[0] if isinstance(value, bytes) else float(value)
        return moment_of(int(number), round(number % 1 * 86_400_000))
    except (ValueError, OverflowError, struct.error):
        return ""
