"""Hostile text made safe to show: nothing here reads or writes."""

from __future__ import annotations

import re
import unicodedata

from triage.proof.verify.page import visible

RIGHT_TO_LEFT = frozenset({"R", "AL"})
STRONG = RIGHT_TO_LEFT | {"L"}
"""Classes of characters that have a direction of their own (Unicode Annex 9, table 4)."""
MAY_TURN = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""What may be written from right to left: the blocks that Unicode keeps for it (UAX 9, 3.2), and the mark."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")


def right_to_left(text: str) -> bool:
    """Return whether the first letter of a text with a direction is written from right to left (UAX 9, P2)."""
    if text.isascii() or not MAY_TURN.search(text):
        return False
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in STRONG), "L")
    return first in RIGHT_TO_LEFT


def line(text: str) -> str:
    """Return the text as one visible line: runs of white space become one blank."""
    return visible(" ".join(text.split()))


def cell(text: str) -> str:
    """Return the text as a cell that no spreadsheet takes for a formula: a leading apostrophe where one would.

    Source: OWASP ASVS 1.2.10, with carriage return, line feed and the full-width forms, which Excel folds.
    """
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8")
    return f"'{text}" if text.startswith(_FORMULA) else text
