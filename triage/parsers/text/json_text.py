"""JSON: chat exports become readable conversations, everything else its own text with escapes undone.

Text is made from the file as written and not from a parsed tree, so that repeated keys, order and numbers stay, nesting
doesn't matter, and broken JSON reads as well as sound JSON.
"""

from __future__ import annotations

import contextlib
import json
import re

from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import clean
from triage.parsers.text.chat import ChatLog, conversations, slices
from triage.parsers.text.plain import charset_of, is_wide, read_text

TYPE = "application/json"
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{\"\]]|-?\d|true|false|null))")
_ENDINGS = frozenset(("json", "ndjson", "jsonl", "geojson", "har", "ipynb", "webmanifest", "map"))
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SHORT = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": "\n"}
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?', re.DOTALL)
_MAX_CHAT = 64 << 20
_CHATTY = re.compile(r'"(?:ts|messageType|createdDateTime|MessageList|originalarrivaltime|user_profile)"')


def claims(probe: Probe) -> bool:
    """Tell by name or declared type, or by a first token of JSON with a chat's keys or a matching end."""
    head, tail = probe.head, probe.data[max(0, len(probe.data) - 64) :]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or is_wide(head):  # PowerShell writes UTF-16
        head, tail = head.replace(b"\0", b"").lstrip(b"\xff\xfe"), tail.replace(b"\0", b"")
    elif not probe.is_text:
        return False
    if not _START.match(head):
        return False
    if probe.extension in _ENDINGS or "json" in probe.declared:
        return True
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] + tail.rstrip()[-1:] in (b"{}", b"[]") and b'"' in head


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read a chat export as conversations, other JSON as text."""
    text, troubles = read_text(untrusted_data, charset_of(context.declared), context.limits, _plainly)
    chats: list[ChatLog] = []
    if len(untrusted_data) <= _MAX_CHAT and _CHATTY.search(text[: 1 << 16]):
        with contextlib.suppress(ValueError, RecursionError):
            chats = conversations(json.loads(text))
    if chats:
        return _chat_extract(chats, text, context, troubles)
    body = clean(unescaped(text))
    return Extract(TYPE, [Segment("body", body)] if body.strip() else [], troubles)


def _plainly(text: str) -> list[Segment]:
    return [Segment("body", clean(unescaped(text)))]


def unescaped(text: str) -> str:
    """Return JSON text with the escapes of its strings undone (RFC 8259 7), surrogate pairs joined later."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _SHORT.get(m[2], m[2]), text)


def _chat_extract(found: list[ChatLog], text: str, context: Context, troubles: list[Trouble]) -> Extract:
    """One conversation on one day is an item; more than that are children, one for each conversation and day."""
    parts = slices(found)
    if len(parts) > 1:
        names = "\n".join(dict.fromkeys(c.title for c in found if c.title))
        extract = Extract(found[0].type, [Segment("body", names)] if names else [], troubles)
        extract.children = (part.child() for part in parts)
        return extract
    part = parts[0]
    body = clean(part.text())
    extract = Extract(part.type, [Segment("body", body)], troubles)
    said = set(body.split())
    # Every string value of the file that the conversation doesn't show is kept beside it.
    strings = (unescaped(match[1]) for match in _STRING.finditer(text) if not match[2])
    rest = [string for string in strings if string.strip() and not said.issuperset(string.split())]
    if rest:
        extract.segments.append(Segment("hidden", clean("\n".join(dict.fromkeys(rest)))))
    extract.subject = part.subject(context.name)
    people = part.people()
    extract.sender, extract.to = (people[0] if people else None), people[1:]
    extract.date = part.date()
    return extract
