"""OneNote sections (floor 2): loose strings only, and said so. MS-ONESTORE 2.3.1 for the header."""

from __future__ import annotations

import re

from triage.model import Extract
from triage.parsers.contract import Context, Data, Format, Probe
from triage.parsers.ole import WIDE
from triage.parsers.texts import Texts, speaks

TYPE = "application/onenote"
_HEADERS = (bytes.fromhex("e4525c7b8cd8a74d"), bytes.fromhex("a12fff43d9ef764c"))
_NARROW = re.compile(rb"[\x20-\x7e]{6,}")


def claims(probe: Probe) -> bool:
    """Whether it begins as a section or a table of contents."""
    return probe.head[:8] in _HEADERS


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Keep the runs that look like words, in UTF-16 (how OneNote keeps text) and in single bytes."""
    texts = Texts(context.limits)
    for match in WIDE.finditer(untrusted_data):
        text = match[0].decode("utf-16-le", "replace")
        if speaks(text):
            texts.add("body", text)
    for match in _NARROW.finditer(untrusted_data):
        text = match[0].decode("ascii")
        if speaks(text):
            texts.add("body", text)
    texts.trouble("unsupported", "There is no reader for OneNote's structure; its loose strings were kept.")
    return Extract(TYPE, segments=texts.segments(), troubles=texts.troubles)


FORMAT = Format(
    label="OneNote section",
    types=(TYPE,),
    extensions=("one", "onetoc2"),
    level="loose strings",
    claims=claims,
    parse=parse,
)
