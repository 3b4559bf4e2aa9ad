"""The examples that the README lists: each is read as it says, finds what it says and misses what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.search.query.examples import ATTRIBUTE_EXAMPLES, EXAMPLES, Example
from tests.search.search_corpus import Corpus, RawTexts, engine_over
from triage.search.query.language import read


def _texts(text: str) -> RawTexts:
    field = re.fullmatch("([a-z]+):(.*)", text)
    return [(field[1], field[2])] if field else [("body", text)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.query for example in EXAMPLES])
def test_an_example_is_read_and_finds_as_it_says(example: Example, tmp_path: Path) -> None:
    reading = read(example.query)
    assert reading.reading == example.reading
    with engine_over("fts5", Corpus({1: _texts(example.found), 2: _texts(example.missed)}), tmp_path) as engine:
        assert engine.search(reading.query) == ({1, 2} if example.query == "*" else {1})


@pytest.mark.parametrize("query", [query for query, _ in ATTRIBUTE_EXAMPLES])
def test_an_attribute_is_its_own_reading(query: str) -> None:
    assert read(query).reading == query
