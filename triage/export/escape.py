"""Hostile text made safe to show: nothing here reads or writes."""

from __future__ import annotations

import re

_DECEIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")


def visible(text: str) -> str:
    """Return the text with every character that XML forbids or that turns letters around spelled out as ⟦U+202E⟧.

    Marks, embeddings and isolates stay: Hebrew and Arabic mail is full of them, and each value stands in a paragraph of
    its own, at whose end they end (Unicode Annex 9, P1).
    """
    if text.isascii() and text.isprintable():
        return text
    return _DECEIVING.sub(lambda found: f"⟦U+{ord(found[0]):04X}⟧", text.replace("\r\n", "\n").replace("\r", "\n"))


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
