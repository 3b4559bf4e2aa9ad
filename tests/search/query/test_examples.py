"""The examples that the README lists: each is read as it says, finds what it says and misses what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.search.query.examples import ATTRIBUTE_EXAMPLES, EXAMPLES, Example
from tests.search.search_corpus import Corpus, RawTexts, engine_over
from triage.search.query.language import read
from triage.search.query.values import sizes


def _texts(text: str) -> RawTexts:
    field = re.fullmatch("([a-z]+):(.*)", text)
    return [(field[1], field[2])] if field else [("body", text)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.query for example in EXAMPLES])
def test_an_example_is_read_and_finds_as_it_says(example: Example, tmp_path: Path) -> None:
    reading = read(example.query)
    assert reading.reading == example.reading
    with engine_over("fts5", Corpus({1: _texts(example.found), 2: _texts(example.missed)}), tmp_path) as engine:
        assert engine.search(reading.query) == ({1, 2} if example.query == "*" else {1})


@pytest.mark.parametrize(
    ("query", "texts", "finds"),
    [
        ("a w/1 b", [("body", "a b")], True),
        ("a w/1 b", [("body", "a c b")], False),
        ("a w/2 b", [("body", "a c b")], True),
        ("a w/9 b", [("subject", "a"), ("body", "b")], False),
        ("a w/1 b", [("comment", "a"), ("comment", "b")], False),
        ("a w/2 b", [("comment", "a"), ("comment", "b")], True),
        ('"a b"', [("comment", "a"), ("comment", "b")], False),
        ("a w/2 b", [("body", "a"), ("alternative", "b")], False),
        ("東京", [("body", "在東京都")], True),
        ("東 w/3 都", [("body", "在東京都")], True),
        ("東 w/1 都", [("body", "在東京都")], False),
        ("กา", [("body", "มากากา")], True),
        ("한국", [("body", "대한국민")], True),
    ],
)
@pytest.mark.parametrize("engine", ["fts5", "memory"])
def test_distances_and_words_count_as_the_page_says(
    engine: str, query: str, texts: RawTexts, finds: bool, tmp_path: Path
) -> None:
    with engine_over(engine, Corpus({1: texts}), tmp_path) as opened:
        assert opened.search(read(query).query) == ({1} if finds else set())


def test_a_kb_is_1024_bytes() -> None:
    assert (sizes("1kb"), sizes("1mb"), sizes("1gb")) == tuple((1024**n, 1024**n + 1) for n in (1, 2, 3))


@pytest.mark.parametrize("query", [query for query, _ in ATTRIBUTE_EXAMPLES])
def test_an_attribute_is_its_own_reading(query: str) -> None:
    assert read(query).reading == query
