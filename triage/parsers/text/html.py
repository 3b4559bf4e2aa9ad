"""HTML and XHTML files: the page's text, what it hides, its title and its embedded pictures.

Nothing is fetched: pictures, frames and style sheets that lie elsewhere are addresses in the hidden text.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.html_text import flat_segments, html_segments
from triage.parsers.kit.texts import clean
from triage.parsers.text.plain import charset_of, is_wide, read_text

TYPE = "text/html"
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:(?><!--.{0,2000}?-->)\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|table|div|center|font|h[1-6]|meta|script|style|p|br|a\s+href|b)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]{0,200}>\s*+(?:(?><!--.{0,2000}?-->)\s*+)*+"
    rb"<(?!!doctype\s+html\b|html\b|[^>]{1,1000}[\"']http://www\.w3\.org/1999/xhtml[\"'])",
    re.IGNORECASE | re.DOTALL,
)
"""XML of another vocabulary than HTML (XML 1.0 2.8): elements such as table and title are common in both."""

_CHARSET = re.compile(
    rb"<meta[^>]{1,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title[^>]{0,200}>(.{0,2000}?)</title", re.IGNORECASE | re.DOTALL)
_DATA = re.compile(r"data:(image/[\w.+-]{2,30}|application/[\w.+-]{2,60})(;[\w=;-]{0,60})?,([A-Za-z0-9+/=%_.~-]{24,})")
_ENDINGS = frozenset(("html", "htm", "xhtml", "xht", "shtml", "hta"))


def claims(probe: Probe) -> bool:
    head = probe.head
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] == b"\x00\x00\xfe\xff" or is_wide(head):
        head = head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    elif not probe.is_text:
        return False
    if _START.match(head) and not _XML.match(head):
        return True
    named = probe.extension in _ENDINGS or probe.declared.startswith(("text/html", "application/xhtml"))
    return named and b"<" in head


def parse(untrusted_data: Data, context: Context) -> Extract:
    text, troubles = _decoded(untrusted_data, context)
    segments = [Segment(s.origin, clean(s.text)) for s in html_segments(text, "body", context.limits.gathered)]
    extract = Extract(TYPE, segments, troubles)
    heads = next((s.text for s in segments if s.origin == "properties"), "").split("\n")
    titles = (clean(" ".join(html.unescape(match[1]).split())) for match in _TITLE.finditer(text[:20_000]))
    extract.subject = next((title for title in titles if title and title in heads), None)
    if "data:" in text:
        extract.children = _embedded(text)
    if not any(s.origin in ("body", "hidden") for s in segments):
        extract.troubles.append(Trouble("no-text", say("html-without-text")))
    return extract


def source(untrusted_data: Data, context: Context) -> str:
    return _decoded(untrusted_data, context)[0]


def _decoded(untrusted_data: Data, context: Context) -> tuple[str, list[Trouble]]:
    head = untrusted_data[:8192]
    stated = _CHARSET.search(head)
    charset = charset_of(context.declared) or ((stated[1] or stated[2]).decode("ascii", "replace") if stated else None)
    if charset and charset.lower().startswith(("utf-16", "utf16", "ucs-2")) and b"\x00" not in head:
        charset = None  # a meta that can be read as ASCII isn't UTF-16 (WHATWG HTML, prescan)
    return read_text(untrusted_data, charset, context.limits, _plainly)


def _plainly(text: str) -> list[Segment]:
    return [Segment(s.origin, f"{clean(s.text)}\n") for s in flat_segments(text)]


def _embedded(text: str) -> Iterator[Child | Trouble]:
    """Yield the pictures and files that stand in the page itself as data: addresses (RFC 2397), each once."""
    seen: set[int] = set()
    for match in _DATA.finditer(text):
        media, options, untrusted_value = match[1].lower(), match[2] or "", match[3]
        mark = hash((media, untrusted_value))
        if mark in seen:
            continue
        seen.add(mark)
        data = unquote_to_bytes(untrusted_value)
        if "base64" in options:
            try:
                data = base64.b64decode(data + b"=" * (-len(data) % 4))
            except (binascii.Error, ValueError):
                yield Trouble("damaged", say("html-embedded-broken", kind=media))
                continue
        yield Child(f"embedded-{len(seen)}.{media.partition('/')[2].split('+')[0]}", data, media)
