"""JSON as text: escapes undone, everything else kept."""

from __future__ import annotations

import json

import pytest

from tests.parsers.reading import read
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


@pytest.mark.parametrize("data", [b'{"a": 1}', b'[{"a": 1}]', b'["a"]\n'])
def test_told_by_content(data: bytes) -> None:
    chosen = choose(Probe(data, "noname"))
    assert chosen is not None and chosen.types[0] == "application/json"


@pytest.mark.parametrize("data", [b"[1] first point\nand so on", b"{curly} text", b"[section]\nkey=value"])
def test_text_with_brackets_is_text(data: bytes) -> None:
    chosen = choose(Probe(data, "notes.txt"))
    assert chosen is not None and chosen.types[0] == "text/plain"


def test_unescaped_without_backslash_is_the_same_text() -> None:
    text = "{}"
    assert unescaped(text) is text


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_json_in_utf_16_is_json(codec: str) -> None:
    reading = read('{"note": "\\u05e0\\u05e5 heron", "at": [1, 2]}'.encode(codec), "a.json")
    assert reading.extract.type == "application/json" and "נץ heron" in reading.text()
    chat = '[{"type": "message", "user": "U1", "text": "the kite", "ts": "1683015630.000100"}]'
    assert read(chat.encode(codec), "2023-05-02.json").extract.type == "application/x-slack-chat"
