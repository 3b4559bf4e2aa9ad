"""Distances decided on all places of their words are met in the fields that are searched by name as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.search_corpus import Corpus, engine_over
from triage.search.engines.fts5 import bulk, match
from triage.search.query.language import read

CORPUS = Corpus(
    {
        1: [("message-id", "diving of the heron")],
        2: [("body", "diving of the heron")],
        3: [("message-id", "of the diving"), ("body", "wading of a heron")],
        4: [("body", "of the diving"), ("message-id", "wading of the")],
        5: [("transport", "diving of the heron")],
        6: [("body", "wading")],
        7: [("message-id", "zoning of heron")],
    }
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"*ing of the"', {1, 2, 4}),
        ('"of the *ing"', {3, 4}),
        ('"*ing of the" w/3 heron', {2}),
        ('"of the" w/2 *ing', {2, 4}),
        ('message-id:"*ing of the"', {1, 4}),
        ('transport:"*ing of the"', {5}),
        ('("of the" OR wad*) w/3 (heron OR "*ing of")', {2, 3}),
        ('("of the" OR crane) w/2 (diving OR wad*)', {2, 4}),
        ("message-id:(div* w/4 her*)", {1}),
        ("message-id:(wad* w/2 of)", {4}),
        ("message-id:(zon* w/2 of)", {7}),
        ('wad* not w/4 ("of the" OR heron)', {6}),
        ('(wad* OR "of the") not w/3 (heron OR div*)', {1, 3, 4, 6}),
        ('(*ing pre/1 of) not w/2 "the heron"', {3}),
        ('("the heron" w/2 of) w/2 (*ing OR "crane of")', {2}),
    ],
)
def test_a_phrase_is_located_in_each_field(
    query: str, found: set[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match, "_MOST_PHRASES", 0)
    monkeypatch.setattr(match, "_MOST_OF_A_LEAF", 1)
    read_in_bulk: list[object] = []
    search = bulk.BulkReader.search
    monkeypatch.setattr(bulk.BulkReader, "search", lambda *asked: read_in_bulk.append(asked) or search(*asked))
    for name in ("memory", "fts5"):
        with engine_over(name, CORPUS, tmp_path) as engine:
            assert engine.search(read(query).query) == found, name
    assert read_in_bulk


def test_a_word_at_more_places_than_are_read_at_once_is_located(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match, "_MOST_PHRASES", 0)
    monkeypatch.setattr(bulk, "_MOST_READ", 2)
    with engine_over("fts5", CORPUS, tmp_path) as engine:
        assert engine.search(read("of w/2 div*").query) == {2, 4}
        assert engine.search(read("heron w/3 wad*").query) == {3}
