"""Rich Text Format: rtf, text in the code page of its font, what is set apart told apart.

Rich Text Format Specification 1.9.1. Headers, footnotes, comments, deleted and hidden text, fields, text boxes and
properties are told apart; embedded objects become children; pictures are passed over.
"""

from __future__ import annotations

from triage.model.items import Extract
from triage.parsers.kit.contract import Context, Data, Format, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.rtf.objects import children
from triage.parsers.rtf.tokens import RtfReader

TYPE = "application/rtf"


def claims(probe: Probe) -> bool:
    """Whether it begins as RTF, blanks before it allowed."""
    return probe.head.lstrip(b"\xef\xbb\xbf \t\r\n\0")[:5] in (b"{\\rtf", b"{\\urt")


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the document."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    reader = RtfReader(texts)
    reader.read(untrusted_data[:])
    for name, value in reader.properties:
        extract.properties.append((name, value))
        texts.add("properties", f"{name}: {value}")
    known = dict(extract.properties)
    extract.subject = known.get("title")
    extract.date = known.get("revtim") or known.get("creatim")
    texts.judge(reader.pictures > 0)
    extract.segments = texts.segments()
    extract.children = children(reader.objects, context.limits)
    return extract


FORMAT = Format(
    label="Rich text",
    types=(TYPE, "text/rtf"),
    extensions=("rtf",),
    level="text in any code page, margins, notes, comments, deleted and hidden text, fields, text boxes, objects",
    claims=claims,
    parse=parse,
)
