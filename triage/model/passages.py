"""Passages of items that reviewers mark: what they are and how a decision's value names one. Pure values.

A passage is named by its words as well as by where they stand, so that it can be recognised in a text that a later
version reads otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from triage.model.items import Segment

LONGEST = 5_000
"""Most characters of a passage; a longer one would be a copy of the item."""


class MarkedPassage(NamedTuple):
    """Words of one segment (by its index in the item), and at which character of it they begin."""

    segment: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The character after the last one."""
        return self.start + len(self.text)

    @property
    def value(self) -> str:
        """The value of a decision that marks it."""
        return f"{self.segment}:{self.start}:{self.text}"

    def overlaps(self, other: MarkedPassage) -> bool:
        """Whether two passages have a character of the text in common."""
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
