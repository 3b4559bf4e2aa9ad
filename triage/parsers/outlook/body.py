"""The text of Outlook items: a bag's plain, HTML and RTF bodies in, segments out, none of them twice."""

from __future__ import annotations

import re

from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Gathered
from triage.parsers.kit.html.text import html_segments
from triage.parsers.outlook.lzfu import unpack
from triage.parsers.outlook.mapi import BINARY, STRING8, UNICODE, Bag
from triage.parsers.outlook.rtf_mail import unwrap

_META = re.compile(rb"<meta[^>]{1,200}?charset=[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 512
_NO_WORD = re.compile(r"[\W_]+")


def bodies(bag: Bag, limit: int, extract: Extract, gathered: list[Gathered] | None = None) -> list[str]:
    """Add the segments of the item's bodies (MS-OXBBODY) to the extract; return the bodies as written.

    The plain body comes first, others as what they add: the HTML body stands beside the plain one as an alternative, or
    is the body where there is no plain one, and an RTF body counts if neither says the same words.
    """
    segments, troubles = extract.segments, extract.troubles
    plain = bag.text(0x1000).replace("\r\n", "\n")
    if plain.strip():
        segments.append(Segment("body", plain))
    html = _html(bag)
    text, wrapped = _rtf(bag, limit, troubles, bool(html.strip()))
    if not html.strip() and wrapped:
        html, text = text, ""
    if html.strip():
        segments += html_segments(html, "alternative" if segments else "body", gathered)
    words = bare(text)
    if text.strip() and not wrapped and not any(words in bare(segment.text) for segment in segments):
        segments.append(Segment("alternative" if segments else "body", text))
    return [plain, html, text]


def html_body(bag: Bag, limit: int) -> str:
    """Return the item's HTML body as written, be it wrapped in RTF (MS-OXRTFEX); "" where it has none."""
    html = _html(bag)
    if html.strip():
        return html
    text, wrapped = _rtf(bag, limit, [], False)
    return text if wrapped else ""


def _html(bag: Bag) -> str:
    """Return the HTML body; it is kept as bytes or as text, in the code page for internet text."""
    raw = bag.raw(0x1013, BINARY)
    if raw is None:
        raw = bag.raw(0x1013, STRING8)
    if raw is None:
        wide = bag.raw(0x1013, UNICODE)
        return wide.decode("utf-16-le", "replace") if wide else ""
    meta = _META.search(raw[:4096])
    page = bag.integer(0x3FDE)
    charset = f"cp{page}" if page else meta[1].decode("ascii", "replace") if meta else bag.codepage
    return decode_text(raw.rstrip(b"\0"), charset)[0]


def _rtf(bag: Bag, limit: int, troubles: list[Trouble], has_html: bool) -> tuple[str, bool]:
    """Return the text of the RTF body, and whether it is HTML that was wrapped.

    Where the item has an HTML body, wrapped HTML is that body once more (MS-OXBBODY 2.1.3.1) and is not unpacked.
    """
    packed = bag.binary(0x1009)
    if not packed:
        return "", False
    try:
        if has_html and b"\\fromhtml1" in unpack(packed, _HEAD):
            return "", True
        return unwrap(unpack(packed, limit))
    except ValueError as error:
        troubles.append(Trouble("damaged", say("rtf-body-broken", error=error)))
        return "", False


def bare(text: str) -> str:
    """Return the letters and digits of a text."""
    return _NO_WORD.sub("", text)
