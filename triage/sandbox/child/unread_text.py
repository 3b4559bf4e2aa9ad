"""Whether the text that a parser gave is text: what stands in it for letters that nobody could read.

It only counts. Which characters were lost, and why, the parser says where it knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.messages import say
from triage.model.items import Extract, Trouble

A_FEW = 3
"""So many characters without a meaning are let pass: a bullet, a logo, an emoji of an old phone."""

_BEYOND_LETTERS = re.compile("[^\0-\ud7ff]")
_WITHOUT_MEANING = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
"""The replacement character, and those of private use (Unicode 23.5), which mean something to one font only."""

_BULLET = re.compile(r"(?<!\S)[\uf000-\uf0ff](?!\S)")
"""A sign of a symbol font (Microsoft's OpenType specification, "cmap", encoding 0) by itself, as lists begin with."""

_ESCAPE = re.compile(r"\x1b[ -~]")


def unread_text(extract: Extract) -> list[Trouble]:
    """Return what makes a text less than fully searchable, whatever its reader thought of it."""
    texts = list(_texts(extract))
    count = sum(_without_meaning(text) for text in texts if not text.isascii())
    troubles = [Trouble("unread-text", say("text-without-meaning", count=count))] if count > A_FEW else []
    if any("\x1b" in text and _ESCAPE.search(text) for text in texts):
        troubles.append(Trouble("unread-text", say("text-holds-escapes")))
    return troubles


def _texts(extract: Extract) -> Iterator[str]:
    yield extract.subject or ""
    yield extract.sender or ""
    yield from (segment.text for segment in extract.segments)


def _without_meaning(text: str) -> int:
    if _BEYOND_LETTERS.search(text) is None:
        return 0
    return len(_WITHOUT_MEANING.findall(_BULLET.sub("", text)))
