"""Hebrew in visual order: old text stored as it was drawn, left to right, turned into reading order.

ISO-8859-8 stands for visual order in RFC 1555 and RFC 1556, yet much of it is logical; so the letters decide, not the
name.
"""

from __future__ import annotations

import re

_STARTS = re.compile("(?<![א-ת])[ךםןףץ](?=[א-ת])")
_ENDS = re.compile("(?<=[א-ת])[ךםןףץ](?![א-ת])")
_LEFT_TO_RIGHT = re.compile("[0-9A-Za-z](?:[^\u0590-\u05ff]*[0-9A-Za-z])?")
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def logical_order(text: str) -> str | None:
    """Return the text in reading order, or None where it already is (final letters stand at the ends of words)."""
    sample = text[:100_000]
    starts, ends = len(_STARTS.findall(sample)), len(_ENDS.findall(sample))
    if starts < 2 or starts <= 2 * ends:
        return None
    return "".join(_turn(line) for line in text.splitlines(keepends=True))


def _turn(line: str) -> str:
    """Reverse a line, and within it again what reads left to right."""
    body = line.rstrip("\r\n")
    turned = body[::-1].translate(_MIRROR)
    turned = _LEFT_TO_RIGHT.sub(lambda match: match[0][::-1].translate(_MIRROR), turned)
    return turned + line[len(body) :]
