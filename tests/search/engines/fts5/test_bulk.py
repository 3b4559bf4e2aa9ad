"""Distances decided on all places of their words are met in the fields that are searched by name as well."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from tests.search.search_corpus import Corpus, engine_over
from triage.model.items import ItemNo
from triage.search.engines.fts5 import bulk, match
from triage.search.engines.fts5.engine import Fts5Engine
from triage.search.engines.fts5.read import ItemRange
from triage.search.proximity.exact import Plan
from triage.search.query.language import read
from triage.search.query.tree import Near

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


@pytest.mark.parametrize("most", ["_MOST_OF_A_LEAF", "_MOST_READ"])
def test_items_with_too_many_places_for_the_memory_are_decided_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: str
) -> None:
    monkeypatch.setattr(match, "_MOST_PHRASES", 0)
    monkeypatch.setattr(bulk, most, 1)
    spans: list[ItemRange] = []
    decided = bulk.BulkReader._decided

    def watched(reader: bulk.BulkReader, node: Near, plan: Plan, span: ItemRange) -> set[ItemNo]:
        spans.append(span)
        return decided(reader, node, plan, span)

    monkeypatch.setattr(bulk.BulkReader, "_decided", watched)
    with engine_over("fts5", CORPUS, tmp_path) as engine:
        assert engine.search(read("of w/2 div*").query) == {2, 4}
        assert engine.search(read("heron w/3 wad*").query) == {3}
        assert engine.search(read('("of the" OR wad*) w/3 (heron OR "*ing of")').query) == {2, 3}
    assert len(spans) > 3 and any(span.size > 1 for span in spans[1:])


def test_places_that_are_too_long_a_text_are_read_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match, "_MOST_PHRASES", 0)
    corpus = Corpus({no: [("body", "heron of" if no % 2 else "heron")] for no in range(1, 1001)})
    with engine_over("fts5", corpus, tmp_path) as engine:
        assert isinstance(engine, Fts5Engine)
        engine._db.limit(apsw.SQLITE_LIMIT_LENGTH, 6_000)
        assert engine.search(read("heron w/3 of").query) == set(range(1, 1001, 2))
