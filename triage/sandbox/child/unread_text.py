"""Whether the text that a parser gave is text: what stands in it for letters that nobody could read.

It only counts. Which characters were lost, and why, the parser says where it knows.
"""

from __future__ import annotations

import re

from triage.messages import say
from triage.model.items import Extract, Trouble

A_FEW = 3
"""So many characters without a meaning are let pass: a bullet, a logo, an emoji of an old phone."""

_BEYOND_LETTERS = re.compile("[\ue000-\U0010ffff]")
_WITHOUT_MEANING = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
"""The replacement character, and those of private use (Unicode 23.5), which mean something to one font only."""

_BULLET = re.compile(r"(?<!\S)[\uf000-\uf0ff](?!\S)")
"""A sign of a symbol font (Microsoft's OpenType specification, "cmap", encoding 0) by itself, as lists begin with."""

_ESCAPE = re.compile(r"\x1b[ -~]")


def unread_text(extract: Extract) -> list[Trouble]:
    """Return what makes a text less than fully searchable, whatever its reader thought of it."""
    count, escapes = 0, False
    for text in (extract.subject or "", extract.sender or "", *[segment.text for segment in extract.segments]):
        count += _without_meaning(text)
        escapes = escapes or ("\x1b" in text and _ESCAPE.search(text) is not None)
    troubles = [Trouble("unread-text", say("text-without-meaning", count=count))] if count > A_FEW else []
    if escapes:
        troubles.append(Trouble("unread-text", say("text-holds-escapes")))
    return troubles


def _without_meaning(text: str) -> int:
    if text.isascii() or _BEYOND_LETTERS.search(text) is None:
        return 0
    return len(_WITHOUT_MEANING.findall(_BULLET.sub("", text)))
