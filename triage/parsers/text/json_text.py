"""JSON: chat exports become readable conversations, everything else its own text with escapes undone.

Text is made from the file as written and not from a parsed tree, so that repeated keys, order and numbers stay, nesting
doesn't matter, and broken JSON reads as well as sound JSON.
"""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from typing import Any

from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.html_text import html_segments
from triage.parsers.kit.texts import clean
from triage.parsers.text.plain import charset_of, is_wide, read_text

# One day of one conversation is one item, as reviewers of chats expect (RSMF does so). Read are Slack day files (a list
# of messages with ``ts``), Microsoft Graph ``chatMessage`` lists, and the personal Teams export (``_conversations``,
# ``MessageList``).

SLACK, TEAMS = "application/x-slack-chat", "application/x-teams-chat"
_REFERENCE = re.compile(r"<([@#!]?)([^<>|]{1,2000})(?:\|([^<>]{0,2000}))?>")
_Json = dict[str, Any]


@dataclass(slots=True)
class _ChatLog:
    """Messages of one conversation: ``raw`` as exported, in order, at least one, and the people known by their ids."""

    type: str
    title: str
    raw: list[_Json]
    people_by_id: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        return "\n".join(self._line(message) for message in self.raw)

    def people(self) -> list[str]:
        names = (_author(message, self.people_by_id) for message in self.raw)
        return list(dict.fromkeys(filter(None, names)))

    def date(self) -> str | None:
        first = min(filter(None, map(_when, self.raw)), default="")
        return first.replace(" ", "T") + "Z" if first else None

    def subject(self, untrusted_name: str) -> str | None:
        # Slack keeps the channel's name in the folder of the file.
        folder = untrusted_name.replace("\\", "/").rpartition("/")[0].rpartition("/")[2]
        title = self.title or (f"#{folder}" if folder and self.type == SLACK else "")
        return ", ".join(filter(None, (title, _when(self.raw[0])[:10]))) or None

    def child(self) -> Child:
        value: Any = self.raw
        if self.type == TEAMS:
            value = {"displayName": self.title, "MessageList": self.raw, "people": self.people_by_id}
        name = f"{self.title or 'conversation'} {_when(self.raw[0])[:10]}.json"
        return Child(name, json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"), "application/json")

    def _line(self, message: _Json) -> str:
        reply = "    " if message.get("thread_ts") not in (None, message.get("ts")) or message.get("replyToId") else ""
        words = _slack_text(message, self.people_by_id) if self.type == SLACK else _teams_text(message)
        edited = " (edited)" if message.get("edited") or message.get("lastEditedDateTime") else ""
        return f"{reply}{_when(message)} {_author(message, self.people_by_id)}: {words}{edited}"


def _conversations(value: Any) -> list[_ChatLog]:
    if isinstance(value, list):
        if value and all(isinstance(m, dict) and "ts" in m and ("text" in m or "type" in m) for m in value):
            return [_ChatLog(SLACK, "", value, _slack_people(value))]
        return _graph(value)
    if not isinstance(value, dict):
        return []
    if isinstance(value.get("messages"), list) and value["messages"]:
        return _conversations(value["messages"])
    if isinstance(value.get("conversations"), list):
        return [c for part in value["conversations"] if isinstance(part, dict) for c in _conversations(part)]
    if isinstance(value.get("MessageList"), list):
        messages = [m for m in value["MessageList"] if isinstance(m, dict)]
        people = value.get("people")
        known = {str(k): str(v) for k, v in people.items()} if isinstance(people, dict) else {}
        title = str(value.get("displayName") or value.get("id") or "")
        return [_ChatLog(TEAMS, title, messages, known)] if messages else []
    return _graph(value.get("value"))


def _slices(chats: list[_ChatLog]) -> list[_ChatLog]:
    parts: dict[tuple[int, str], _ChatLog] = {}
    for number, chat in enumerate(chats):
        for message in chat.raw:
            part = _ChatLog(chat.type, chat.title, [], chat.people_by_id)
            parts.setdefault((number, _when(message)[:10]), part).raw.append(message)
    return list(parts.values())


def _graph(value: Any) -> list[_ChatLog]:
    if not isinstance(value, list) or not value:
        return []
    if not all(isinstance(m, dict) and "createdDateTime" in m and "body" in m for m in value):
        return []
    chats: dict[str, list[_Json]] = {}
    for message in value:
        channel = message.get("channelIdentity")
        title = message.get("chatId") or (channel.get("channelId") if isinstance(channel, dict) else "") or ""
        chats.setdefault(str(title), []).append(message)
    return [_ChatLog(TEAMS, title, messages) for title, messages in chats.items()]


def _when(message: _Json) -> str:
    stamp = message.get("ts")
    try:
        if stamp is not None:
            moment = datetime.fromtimestamp(float(stamp), UTC)
        else:
            written = message.get("createdDateTime") or message.get("originalarrivaltime") or ""
            moment = datetime.fromisoformat(str(written)[:40].replace("Z", "+00:00"))
            moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        return ""
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def _author(message: _Json, people: dict[str, str]) -> str:
    profile = message.get("user_profile")
    if isinstance(profile, dict):
        return _name_in(profile) or str(message.get("user", ""))
    sender = message.get("from")
    if isinstance(sender, dict):
        inner = next((v for v in sender.values() if isinstance(v, dict)), {})
        return str(inner.get("displayName") or inner.get("id") or "")
    name = message.get("displayName") or message.get("username") or message.get("imdisplayname")
    key = str(message.get("user") or message.get("bot_id") or sender or "")
    return str(name or people.get(key, key))


def _name_in(profile: _Json) -> str:
    names = (profile.get(key) for key in ("real_name", "display_name", "name"))
    return next((str(name) for name in names if name), "")


def _slack_people(messages: list[_Json]) -> dict[str, str]:
    people = {}
    for message in messages:
        profile = message.get("user_profile")
        if isinstance(profile, dict) and message.get("user") and _name_in(profile):
            people[str(message["user"])] = _name_in(profile)
    return people


def _slack_text(message: _Json, people: dict[str, str]) -> str:
    def spelled(match: re.Match[str]) -> str:
        kind, target, label = match[1], match[2], match[3]
        if kind == "@":
            return "@" + (label or people.get(target, target))
        if kind:
            return ("#" if kind == "#" else "@") + (label or target)
        return f"{label} ({target})" if label and label not in target else target

    parts = [unescape(_REFERENCE.sub(spelled, str(message.get("text") or "")))]
    for attachment in _dicts(message.get("attachments")):
        shown = (attachment.get(key) for key in ("pretext", "author_name", "title", "text", "fallback", "title_link"))
        parts += dict.fromkeys(unescape(_REFERENCE.sub(spelled, str(part))) for part in shown if part)
    for file in _dicts(message.get("files")):
        parts.append(f"[file: {file.get('name') or file.get('title') or file.get('id')}]")
    for reaction in _dicts(message.get("reactions")):
        users = reaction.get("users")
        names = [people.get(str(u), str(u)) for u in users] if isinstance(users, list) else []
        parts.append(f"[:{reaction.get('name')}: {', '.join(names)}]")
    return "\n".join(part for part in parts if part)


def _teams_text(message: _Json) -> str:
    body = message.get("body")
    if isinstance(body, dict):
        content = str(body.get("content") or "")
        is_html = str(body.get("contentType", "")).lower() == "html"
    else:
        content, is_html = str(message.get("content") or body or ""), True
    parts = [str(message.get("subject") or "")]
    parts += [s.text for s in html_segments(content)] if is_html and ("<" in content or "&" in content) else [content]
    for attachment in _dicts(message.get("attachments")):
        parts.append(f"[file: {attachment.get('name') or attachment.get('contentUrl') or attachment.get('id')}]")
    for reaction in _dicts(message.get("reactions")):
        parts.append(f"[{reaction.get('reactionType')}: {_author({'from': reaction.get('user')}, {})}]")
    return "\n".join(part for part in parts if part)


def _dicts(value: Any) -> list[_Json]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


TYPE = "application/json"
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{\"\]]|-?\d|true|false|null))")
_ENDINGS = frozenset(("json", "ndjson", "jsonl", "geojson", "har", "ipynb", "webmanifest", "map"))
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SHORT = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": "\n"}
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?', re.DOTALL)
_MAX_CHAT = 64 << 20
_CHATTY = re.compile(r'"(?:ts|messageType|createdDateTime|MessageList|originalarrivaltime|user_profile)"')


def claims(probe: Probe) -> bool:
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
    text, troubles = read_text(untrusted_data, charset_of(context.declared), context.limits, _plainly)
    chats: list[_ChatLog] = []
    if len(untrusted_data) <= _MAX_CHAT and _CHATTY.search(text[: 1 << 16]):
        with contextlib.suppress(ValueError, RecursionError):
            chats = _conversations(json.loads(text))
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


def _chat_extract(chats: list[_ChatLog], text: str, context: Context, troubles: list[Trouble]) -> Extract:
    parts = _slices(chats)
    if len(parts) > 1:
        names = "\n".join(dict.fromkeys(c.title for c in chats if c.title))
        extract = Extract(chats[0].type, [Segment("body", names)] if names else [], troubles)
        extract.children = (part.child() for part in parts)
        return extract
    part = parts[0]
    body = clean(part.text())
    extract = Extract(part.type, [Segment("body", body)], troubles)
    words = set(body.split())
    # Every string value of the file that the conversation doesn't show is kept beside it.
    strings = (unescaped(match[1]) for match in _STRING.finditer(text) if not match[2])
    rest = [string for string in strings if string.strip() and not words.issuperset(string.split())]
    if rest:
        extract.segments.append(Segment("hidden", clean("\n".join(dict.fromkeys(rest)))))
    extract.subject = part.subject(context.name)
    people = part.people()
    extract.sender, extract.to = (people[0] if people else None), people[1:]
    extract.date = part.date()
    return extract
