"""The source that an item of Outlook for Mac may keep: a mail as it came; what the item itself doesn't say.

Some archives hold the whole mail a second time, some its headers alone, and some nothing but it. Nothing is said twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from triage.model.items import Child, Trouble
from triage.parsers.kit.html.text import html_segments
from triage.parsers.mail.eml import html_of, read_message
from triage.parsers.outlook.body import bare

_SPOKEN = ("body", "alternative", "hidden")
_HEAD = re.compile(r"[!-9;-~]+[ \t]*:")


@dataclass(slots=True)
class OlmSource:
    """What a source adds: its headers, the two bodies where the item has none, files; and what was wrong with it."""

    headers: str = ""
    plain: str = ""
    page: str = ""
    children: list[Child] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def read_source(untrusted: str, plain: str, page: str, held: list[bytes]) -> OlmSource:
    """Compare a source with the item's bodies and the files that it holds, and return what it adds to them."""
    text = untrusted.replace("\r\n", "\n").strip("\n")
    headers, _, body = text.partition("\n\n")
    data = untrusted.encode("utf-8", "replace")
    if not _HEAD.match(headers):
        return OlmSource(children=[Child("source.txt", data, "text/plain")])
    source = OlmSource(headers.replace("\n", "\r\n") + "\r\n")
    if not body.strip():
        return source
    mail = read_message(data)
    files = list(mail.children)
    children = [child for child in files if isinstance(child, Child)]
    if not plain.strip() and not page.strip() and not held:
        pages = html_of(data)
        source.page = "<hr>".join(pages)
        beside = not pages or any(segment.origin == "alternative" for segment in mail.segments)
        source.plain = "\n".join(s.text for s in mail.segments if s.origin == "body") if beside else ""
        source.children = children
        source.troubles = [*mail.troubles, *(trouble for trouble in files if isinstance(trouble, Trouble))]
        held = [child.data for child in children]
    said = words(plain or source.plain, page or source.page)
    new = any(bare(segment.text) not in said for segment in mail.segments if segment.origin in _SPOKEN)
    if new or any(child.data not in held for child in children):
        source.children.append(Child("source.eml", data, "message/rfc822"))
    return source


def words(plain: str, page: str) -> str:
    """Return the letters and digits of both bodies, in order."""
    shown = (segment.text for segment in html_segments(page)) if page.strip() else ()
    return bare("".join((plain, *shown)))
