"""JSON as text: escapes undone, everything else kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.parsers.reading import Reading, read
from triage.parsers import choose
from triage.parsers.kit.contract import Probe
from triage.parsers.text.json_text import unescaped


def test_escapes_are_undone_and_everything_else_stays() -> None:
    data = json.dumps({"code": "הנץ", "note": 'a\n"b"', "path": "C:\\x", "n": 1.50}).encode()
    text = read(data, "a.json").text()
    assert "הנץ" in text and 'a\n"b"' in text and "C:\\x" in text and "1.5" in text


def test_repeated_keys_and_broken_json_are_kept() -> None:
    reading = read(b'{"a": "first", "a": "second", broken', "a.json")
    assert "first" in reading.text() and "second" in reading.text() and "broken" in reading.text()


def test_surrogate_pairs_and_halves() -> None:
    assert read(b'{"a": "\\ud83e\\udd85 \\ud83e"}', "a.json").text().startswith('{"a": "🦅 ')


def test_depth_costs_nothing() -> None:
    assert read(b"[" * 100_000 + b'"deep"', "a.json").text().endswith('"deep"')


@pytest.mark.parametrize(
    ("data", "media"),
    [
        *((data, "application/json") for data in (b'{"a": 1}', b'[{"a": 1}]', b'["a"]\n')),
        *((data, "text/plain") for data in (b"[1] first point\nand so on", b"{curly} text", b"[section]\nkey=value")),
    ],
)
def test_known_by_content(data: bytes, media: str) -> None:
    chosen = choose(Probe(data, "notes.txt" if media == "text/plain" else "noname"))
    assert chosen is not None and chosen.types[0] == media


def test_unescaped_without_backslash_is_the_same_text() -> None:
    text = "{}"
    assert unescaped(text) is text


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_json_in_utf_16_is_json(codec: str) -> None:
    reading = read('{"note": "\\u05e0\\u05e5 heron", "at": [1, 2]}'.encode(codec), "a.json")
    assert reading.extract.type == "application/json" and "נץ heron" in reading.text()
    chat = '[{"type": "message", "user": "U1", "text": "the kite", "ts": "1683015630.000100"}]'
    assert read(chat.encode(codec), "2023-05-02.json").extract.type == "application/x-slack-chat"


# Chat exports of Slack and Teams: one conversation a day.

DAY = [
    {
        "type": "message",
        "user": "U1",
        "ts": "1704103200.000100",
        "text": "Morning &amp; welcome <@U2>, see <https://x.test/a|the plan>",
        "user_profile": {"real_name": "Dana Levi", "name": "dana"},
        "reactions": [{"name": "eyes", "users": ["U2"], "count": 1}],
    },
    {
        "type": "message",
        "user": "U2",
        "ts": "1704103260.000200",
        "thread_ts": "1704103200.000100",
        "text": "falcon is go",
        "user_profile": {"real_name": "Omar Haddad"},
        "edited": {"user": "U2", "ts": "1704103300"},
        "files": [{"id": "F1", "name": "budget.xlsx", "url_private": "https://files.test/F1"}],
    },
    {
        "type": "message",
        "subtype": "bot_message",
        "bot_id": "B1",
        "username": "deploybot",
        "ts": "1704103320.0",
        "text": "",
        "attachments": [{"title": "Build 7", "text": "osprey failed", "fallback": "Build 7"}],
    },
]


def _read(value: Any, name: str = "export.json") -> Reading:
    return read(json.dumps(value).encode(), name)


def test_slack_day_is_one_conversation() -> None:
    reading = _read(DAY, "general/2024-01-01.json")
    lines = reading.text().split("\n")
    assert lines[0] == "2024-01-01 10:00:00 Dana Levi: Morning & welcome @Omar Haddad, see the plan (https://x.test/a)"
    assert lines[1] == "[:eyes: Omar Haddad]"
    assert lines[2] == "    2024-01-01 10:01:00 Omar Haddad: falcon is go"
    assert lines[3] == "[file: budget.xlsx] (edited)"
    assert "deploybot: Build 7\nosprey failed" in reading.text()
    extract = reading.extract
    assert (extract.type, extract.subject) == ("application/x-slack-chat", "#general, 2024-01-01")
    assert (extract.sender, extract.to) == ("Dana Levi", ["Omar Haddad", "deploybot"])
    assert extract.date == "2024-01-01T10:00:00Z"


def test_values_that_the_conversation_does_not_show_are_hidden_text() -> None:
    hidden = _read(DAY).text("hidden")
    assert "https://files.test/F1" in hidden and "falcon is go" not in hidden


def test_slack_file_of_two_days_is_cut() -> None:
    later = {"type": "message", "user": "U2", "ts": "1704189600.0", "text": "next day"}
    reading = _read([*DAY, later])
    assert len(reading.children) == 2
    second = read(reading.children[1].data, reading.children[1].name or "")
    assert second.text() == "2024-01-02 10:00:00 U2: next day"


def _teams(text: str, when: str, chat: str = "19:abc") -> dict[str, Any]:
    return {
        "id": when,
        "chatId": chat,
        "messageType": "message",
        "createdDateTime": when,
        "from": {"user": {"id": "u", "displayName": "Dana Levi"}},
        "body": {"contentType": "html", "content": text},
        "attachments": [{"id": "a", "name": "plan.docx"}],
        "reactions": [{"reactionType": "like", "user": {"user": {"displayName": "Omar Haddad"}}}],
    }


def test_teams_messages_of_one_day() -> None:
    reading = _read({"value": [_teams("<p>the <b>fal</b>con &amp; co</p>", "2024-01-01T10:00:00.123Z")]})
    assert reading.text() == "2024-01-01 10:00:00 Dana Levi: the falcon & co\n[file: plan.docx]\n[like: Omar Haddad]"
    assert reading.extract.type == "application/x-teams-chat"


def test_teams_messages_are_cut_by_chat_and_day() -> None:
    messages = [
        _teams("one", "2024-01-01T10:00:00Z"),
        _teams("two", "2024-01-02T10:00:00Z"),
        _teams("three", "2024-01-01T11:00:00Z", "19:other"),
    ]
    reading = _read({"value": messages})
    assert len(reading.children) == 3
    texts = [read(c.data, c.name or "").text() for c in reading.children]
    assert [t.split("\n")[0].rpartition(": ")[2] for t in texts] == ["one", "two", "three"]


def test_personal_teams_export() -> None:
    message = {
        "originalarrivaltime": "2024-01-01T10:00:00Z",
        "from": "8:dana",
        "displayName": "Dana",
        "content": "<b>osprey</b>",
    }
    value = {"userId": "8:x", "conversations": [{"id": "19:z", "displayName": "Board", "MessageList": [message]}]}
    reading = _read(value, "messages.json")
    assert reading.text() == "2024-01-01 10:00:00 Dana: osprey"
    assert reading.extract.subject == "Board, 2024-01-01"


def test_odd_shapes_are_plain_json() -> None:
    shapes = ([{"ts": 1}, 2], {"messages": 5}, {"MessageList": []}, {"value": [{"createdDateTime": 1}]}, {"ts": {}})
    for value in shapes:
        assert _read(value).extract.type == "application/json"


def test_hostile_values_do_not_raise() -> None:
    first = {"ts": "nan", "type": "message", "text": {"a": 1}, "user": [], "files": "x", "reactions": [{"users": 3}]}
    second = {"ts": "1e400", "text": None, "attachments": [{"text": 5}], "user_profile": {"real_name": ["x"]}}
    value = [first, second]
    assert _read(value).extract.type == "application/x-slack-chat"
