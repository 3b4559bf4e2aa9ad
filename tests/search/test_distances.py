"""Distances are met where the reference meets them, in the fields that are searched by name as well."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.search.search_corpus import Corpus, engine_over
from triage.arrays import distinct
from triage.errors import EngineRefusal
from triage.model.items import ItemNo
from triage.search import distances
from triage.search.distances import Distance, Joiner, Stretches
from triage.search.engines.fts5 import match, places
from triage.search.engines.fts5.engine import Fts5Engine
from triage.search.engines.fts5.match import Narrowing
from triage.search.engines.fts5.read import IndexCache, ItemRange
from triage.search.query.language import read
from triage.search.query.tree import Near, Node, Or, Phrase, Word, Words

if TYPE_CHECKING:
    from triage.search.engine import Places

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
    _apart(monkeypatch)
    for name in ("memory", "fts5"):
        with engine_over(name, CORPUS, tmp_path) as engine:
            assert engine.search(read(query).query) == found, name


def _apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the places of each word read by themselves, never by MATCH and never in texts."""
    for limit in ("_MOST_PHRASES", "_MOST_NEARS"):
        monkeypatch.setattr(match, limit, 0)
    monkeypatch.setattr(places, "_A_TEXT", 1 << 40)


def test_places_that_are_too_long_a_text_are_read_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _apart(monkeypatch)
    corpus = Corpus({no: [("body", "heron of" if no % 2 else "heron")] for no in range(1, 1001)})
    with engine_over("fts5", corpus, tmp_path) as engine:
        assert isinstance(engine, Fts5Engine)
        engine._db.limit(apsw.SQLITE_LIMIT_LENGTH, 6_000)
        assert engine.search(read("heron w/3 of").query) == set(range(1, 1001, 2))


@pytest.mark.parametrize("phrases", [0, 100])
@pytest.mark.parametrize("query", ['"*ing of the"', '"of the *ing"', '("of the" OR wad*) w/3 (heron OR "*ing of")'])
def test_places_of_phrases_are_read_once_for_a_state_of_the_index(
    query: str, phrases: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _apart(monkeypatch)
    monkeypatch.setattr(match, "_MOST_PHRASES", phrases)
    for limit in ("_MOST_OF_A_CHOICE", "_MOST_OF_A_LEAF"):
        monkeypatch.setattr(match, limit, 1)
    reads: list[str] = []
    for name in ("_located", "_of_words"):
        read_places = getattr(places.PlaceReader, name)
        monkeypatch.setattr(
            places.PlaceReader, name, lambda *asked, read=read_places: reads.append(query) or read(*asked)
        )
    with engine_over("fts5", CORPUS, tmp_path) as engine:
        found = engine.search(read(query).query)
        before = len(reads)
        assert engine.search(read(query).query) == found
        assert before == len(reads) > 0
        engine.add([(ItemNo(8), {"body": "wading of the heron"})])
        assert engine.search(read(query).query) >= found
        assert len(reads) > before


def test_items_with_too_many_places_for_the_memory_are_decided_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _apart(monkeypatch)
    spans: list[ItemRange] = []
    narrowed = places.PlaceReader._narrowed

    def watched(reader: places.PlaceReader, narrow: Narrowing, span: ItemRange, cache: IndexCache) -> object:
        spans.append(span)
        return narrowed(reader, narrow, span, cache)

    monkeypatch.setattr(places.PlaceReader, "_narrowed", watched)
    monkeypatch.setattr(places, "_MOST_READ", 4)
    with engine_over("fts5", CORPUS, tmp_path) as engine:
        for _ in range(2):
            assert engine.search(read("of w/2 div*").query) == {2, 4}
            assert engine.search(read("heron w/3 wad*").query) == {3}
            assert engine.search(read('("of the" OR wad*) w/3 (heron OR "*ing of")').query) == {2, 3}
    assert len(spans) > 6 and any(span.size > 1 for span in spans) and not any(span.size == 7 for span in spans)


A, B, C = map(Word, "abc")
BITS = 36


def joined(by_item: list[list[int]]) -> Places:
    return np.array([(item << BITS) + place for item, places in enumerate(by_item) for place in places], np.int64)


def stretches(by_item: list[list[int]], width: int = 1) -> Stretches:
    return Stretches.solid(joined(by_item), width, claiming=True)


@pytest.mark.parametrize("more", [[], [9, 10, 11]])
def test_one_directly_behind_the_other_is_like_one_leaf(more: list[int]) -> None:
    near = Near(Words(("a", "b")), Phrase((A, B)), 1, ordered=True)
    sides = [stretches([[3], [3], [2, 5, *more]])], [stretches([[4], [3], [3, 6]], 2)]
    (found,) = Joiner(near, False, lambda: None).joined(*sides)
    ((starts, width),) = found.claims
    assert found.width == width == 3 and starts.tolist() == [3, (2 << BITS) + 2, (2 << BITS) + 5]


@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize("swapped", [False, True])
def test_the_shorter_side_is_looked_up_in_the_longer(
    ordered: bool, swapped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    near = Joiner._near
    monkeypatch.setattr(Joiner, "_near", lambda *asked: sizes.append(len(asked[1])) or near(*asked))
    longer, shorter = joined([[0, 5, 9], [3], [2, 8]]), joined([[6], [], [1]])
    places = {A: shorter, B: longer} if swapped else {A: longer, B: shorter}
    met = Distance(Near(A, B, 1, ordered)).items(places)
    assert met == (({2} if swapped else {0}) if ordered else {0, 2})
    assert sizes == [len(shorter)]


offsets = st.integers(0, 39)


@pytest.mark.parametrize("name", ["fts5", "whoosh"])
@settings(max_examples=examples(30), suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(st.tuples(st.sets(offsets, max_size=2), st.sets(offsets, max_size=30)), min_size=1, max_size=5),
    sides=st.permutations([A, Or((B, Phrase((A, B))))]),
    distance=st.integers(1, 5),
    ordered=st.booleans(),
    negated=st.booleans(),
)
def test_short_and_long_lists_of_places_give_the_same_answers(
    name: str,
    rows: list[tuple[set[int], set[int]]],
    sides: list[Node],
    distance: int,
    ordered: bool,
    negated: bool,
) -> None:
    texts = (["a" if at in few else "b" if at in many else "x" for at in range(40)] for few, many in rows)
    corpus = Corpus({no: [("body", " ".join(words))] for no, words in enumerate(texts, 1)})
    near = Near(sides[0], sides[1], distance, ordered, negated)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        _apart(patch)
        with (
            engine_over("memory", corpus, Path(folder)) as reference,
            engine_over(name, corpus, Path(folder)) as engine,
        ):
            assert engine.search(near) == reference.search(near)


def test_the_end_of_a_stretch_is_what_is_near() -> None:
    one, other = stretches([[10], [10], [10]]), Stretches(joined([[5], [1], [5]]), joined([[6], [9], [7]]))
    (found,) = Joiner(Near(A, Near(B, C, 8), 3), True, lambda: None).near([one], [other])
    assert distinct(found.firsts >> BITS).tolist() == [1, 2]


def test_more_pairs_than_there_is_room_for_are_tried_a_part_of_the_text_after_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = {A: joined([list(range(0, 300, 3))]), B: joined([list(range(1, 300, 3))]), C: joined([[299]])}
    distance = Distance(Near(Near(A, B, 2, ordered=True), C, 3))
    whole = distance.tokens(places).tolist()
    monkeypatch.setattr(distances, "_MOST_PAIRS", 20)
    assert distance.tokens(places).tolist() == whole == [297, 298, 299]
    monkeypatch.setattr(distances, "_MOST_PAIRS", 1)
    with pytest.raises(EngineRefusal, match="too many places of one text"):
        Distance(Near(Near(A, B, 90, ordered=True), C, 3)).tokens(places)


def test_wide_distances_in_any_order_take_no_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distances, "_MOST_PAIRS", 0)
    places = {A: joined([list(range(0, 900, 2))]), B: joined([list(range(1, 900, 2))]), C: joined([[2_000]])}
    assert Distance(Near(Near(A, B, 1_000), C, 1_101)).items(places) == {0}
    assert Distance(Near(Near(A, B, 1_000), C, 1_100)).items(places) == set()


def test_the_clock_is_looked_at() -> None:
    looks: list[None] = []
    side = [stretches([[1, 2, 3]])]
    joiner = Joiner(Near(A, B, 4), False, lambda: looks.append(None))
    joiner.near(side, side)
    assert looks
    joiner.joined(side, side)
    assert len(looks) > 1
