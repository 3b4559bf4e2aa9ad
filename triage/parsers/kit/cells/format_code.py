"""The pieces of a spreadsheet's number format: ECMA-376-1 18.8.31. Text only, no value is shown here."""

from __future__ import annotations

import re

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
    found: list[list[str]] = [[]]
    for piece in _TOKEN.findall(code):
        if piece == ";":
            found.append([])
        else:
            found[-1].append(piece)
    return tuple(tuple(s) for s in found)


def literal(piece: str) -> str | None:
    """Return what a piece puts into the text as it stands, None where it stands for a number."""
    if piece[0] == '"':
        return piece[1:-1]
    if piece[0] == "\\":
        return piece[1:]
    if piece[0] in "_*":
        return " " if piece[0] == "_" else ""
    if piece[0] == "[":
        return piece[2:-1].split("-")[0] if piece[1:2] == "$" else ""
    return None


def is_general(piece: str) -> bool:
    """Whether a piece stands for the number as "General" shows it."""
    return piece == "@" or piece.lower() == "general"


def is_elapsed(piece: str) -> bool:
    """Whether a piece stands for hours, minutes or seconds in all, such as ``[h]``."""
    return piece[0] == "[" and bool(piece[1:-1]) and not piece[1:-1].strip(piece[1]) and piece[1] in "hmsHMS"


def is_date_piece(piece: str) -> bool:
    """Whether a piece stands for a part of a date or a time."""
    return piece[0] in "yYmMdDhHsS" or is_elapsed(piece)
