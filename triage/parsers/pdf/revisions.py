"""What a PDF said before it was changed: the revisions that incremental updates leave in a file.

ISO 32000-1 7.5.6: a writer may append what changes, and then the bytes up to an earlier end mark are the whole earlier
document. So a word that was replaced or blacked out in the last save can still be read there. Nothing is decided here
about how a revision is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from triage.model.items import Segment
from triage.parsers.kit.contract import Data, seconds_left
from triage.parsers.kit.texts import Texts

_Read = Callable[[bytes], list[Segment]]
_MARK = b"%%EOF"
_LINE_END = re.compile(rb"[ \t]*(?:\r\n|\r|\n)?")
_MOST = 20
_LARGEST = 64 << 20
"""Bytes of a revision that is still read: its bytes are copied, and the item itself must not be lost to its past."""


def earlier(untrusted_data: Data) -> list[int]:
    """Return where each earlier revision ends, from the first on; updates that hold no object change nothing."""
    ends, at = [], untrusted_data.find(_MARK)
    while at >= 0:
        line_end = _LINE_END.match(untrusted_data, at + len(_MARK))
        ends.append(line_end.end() if line_end else at + len(_MARK))
        at = untrusted_data.find(_MARK, ends[-1])
    if b"/Linearized" in untrusted_data[:1024]:  # its first end mark stands before most of the document (Annex F)
        ends = ends[1:]
    return [end for end, following in pairwise(ends) if untrusted_data.find(b"endobj", end, following) >= 0]


def add_past(untrusted_data: Data, spent: float, reserve: float, now: list[Segment], read: _Read, texts: Texts) -> int:
    """Add as tracked what earlier revisions said and the document doesn't say now; return how many were read.

    ``now`` is what the document says, whose pages took ``spent`` seconds; ``reserve`` must be left at the end. ``read``
    gives what a revision says, nothing where it can't be read as one, and stops where the reserve begins. Newer
    revisions are read first. What is left out is reported.
    """
    ends = earlier(untrusted_data)
    known = {line for segment in now for line in _lines(segment)}
    count = 0
    for end in reversed(ends):
        fits = count < _MOST and end <= _LARGEST and seconds_left() > reserve + 2 * spent
        segments = read(untrusted_data[:end]) if fits else []
        count += bool(segments)
        lines = dict.fromkeys(line for segment in segments for line in _lines(segment) if line not in known)
        for line in lines:
            texts.add("tracked", line)
        known |= lines.keys()
        if not fits or seconds_left() < reserve:
            texts.trouble("limit-count", "revisions-over-count", count=len(ends), most=count)
            break
    return count


def _lines(segment: Segment) -> list[str]:
    return [" ".join(line.split()) for line in segment.text.splitlines()]
