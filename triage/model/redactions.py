"""Redactions: what a production cuts out of an item, and for which reason. Pure values.

What is cut is named by words, by a field of the header, or by a region of a page. A decision's value names it; what it
cuts isn't in the audit, so that a seal can take it away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from triage.model.items import Decision, Segment

# Passages of items that reviewers mark: what they are and how a decision's value names one. Pure values.
#
# A passage is named by its words as well as by where they stand, so that it can be recognised in a text that a later
# version reads otherwise.

LONGEST = 5_000
"""Most characters of a passage; a longer one would be a copy of the item."""


class MarkedPassage(NamedTuple):
    """Words of one segment (by its index in the item), and at which character of it they begin."""

    segment: int
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def value(self) -> str:
        return f"{self.segment}:{self.start}:{self.text}"

    def overlaps(self, other: MarkedPassage) -> bool:
        return self.segment == other.segment and self.start < other.end and other.start < self.end


def read_value(value: str) -> MarkedPassage | None:
    """Return the passage that a decision's value names, None where it names none."""
    segment, _, rest = value.partition(":")
    start, _, text = rest.partition(":")
    if not text or not (_is_number(segment) and _is_number(start)):
        return None
    return MarkedPassage(int(segment), int(start), text)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 12 and str(int(text)) == text


def whereabouts(passage: MarkedPassage, segments: Sequence[Segment]) -> MarkedPassage | None:
    """Return a passage where its words stand in these segments now: where it says, else at their first place."""
    if passage.segment < len(segments):
        text = segments[passage.segment].text
        if text.startswith(passage.text, passage.start):
            return passage
    for index, segment in enumerate(segments):
        if (at := segment.text.find(passage.text)) >= 0:
            return MarkedPassage(index, at, passage.text)
    return None


PART_ACTIONS = ("mark", "unmark", "redact", "unredact")
"""Actions of decisions on parts of an item, which they may quote."""
REDACTED_FIELDS = ("subject", "from", "to", "cc", "bcc", "file")
"""Fields of the header that can be redacted whole."""
SCALE = 10_000
"""Parts of a page's width and height in which regions are measured."""
LONGEST_REASON = 80
NOWHERE = -1
"""The segment of a passage that stands for words alone: what is cut because it is nearly what was redacted."""
_VALUE = re.compile(
    r"([^|]{1,80})\|(?:(text|field)\|(.+)|region\|(\d{1,6}):(\d{1,5}):(\d{1,5}):(\d{1,5}):(\d{1,5}))", re.DOTALL
)


class Region(NamedTuple):
    """A part of a page (from 0): its edges in SCALEths of the page's width and height, from the upper left corner."""

    page: int
    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_sound(self) -> bool:
        return 0 <= self.left < self.right <= SCALE and 0 <= self.top < self.bottom <= SCALE and self.page >= 0


class Redaction(NamedTuple):
    """One of a passage of the text, a field of the header or a region of a page; and why it is cut out."""

    reason: str
    passage: MarkedPassage | None = None
    field: str = ""
    region: Region | None = None

    @property
    def value(self) -> str:
        if self.passage is not None:
            return f"{self.reason}|text|{self.passage.value}"
        if self.region is not None:
            return f"{self.reason}|region|{':'.join(map(str, self.region))}"
        return f"{self.reason}|field|{self.field}"


def read_redaction(value: str) -> Redaction | None:
    """Return the redaction that a decision's value names, None where it names none."""
    match = _VALUE.fullmatch(value)
    if match is None or not match[1].isprintable() or match[1] != match[1].strip():
        return None
    if match[2] == "text":
        passage = read_value(match[3])
        return None if passage is None else Redaction(match[1], passage)
    if match[2] == "field":
        return Redaction(match[1], field=match[3]) if match[3] in REDACTED_FIELDS else None
    region = Region(*map(int, match.groups()[3:]))
    made = Redaction(match[1], region=region)
    return made if region.is_sound and made.value == value else None


def value_words(decision: Decision) -> str:
    """Return what a decision's value says to a person: of one on a passage its words."""
    if decision.action in ("mark", "unmark"):
        passage = read_value(decision.value)
        return decision.value if passage is None else passage.text
    redaction = read_redaction(decision.value) if decision.action in ("redact", "unredact") else None
    return decision.value if redaction is None else f"{_what(redaction)} ({redaction.reason})"


def _what(redaction: Redaction) -> str:
    if redaction.passage is not None:
        return redaction.passage.text
    return redaction.field if redaction.region is None else f"page {redaction.region.page + 1}"
