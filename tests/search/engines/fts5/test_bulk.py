"""Distances decided on all places of their words are met in the fields that are searched by name as well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.search.search_corpus import Corpus, engine_over
from triage.arrays import distinct
from triage.model.items import ItemNo
from triage.search.distances import Plan, width
from triage.search.engines.fts5 import match
from triage.search.engines.fts5 import places as fts5_places
from triage.search.engines.fts5.engine import Fts5Engine
from triage.search.engines.fts5.places import Joiner, Numbers, Stretches, TooManyAtOnce, either
from triage.search.engines.fts5.read import ItemRange
from triage.search.query.language import read
from triage.search.query.tree import Leaf, Near, Node, Or, Phrase, Word, Words

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
    search = fts5_places.BulkReader.search
    monkeypatch.setattr(fts5_places.BulkReader, "search", lambda *asked: read_in_bulk.append(asked) or search(*asked))
    for name in ("memory", "fts5"):
        with engine_over(name, CORPUS, tmp_path) as engine:
            assert engine.search(read(query).query) == found, name
    assert read_in_bulk


@pytest.mark.parametrize("most", ["_MOST_OF_A_LEAF", "_MOST_READ"])
def test_items_with_too_many_places_for_the_memory_are_decided_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: str
) -> None:
    monkeypatch.setattr(match, "_MOST_PHRASES", 0)
    monkeypatch.setattr(fts5_places, most, 1)
    spans: list[ItemRange] = []
    decided = fts5_places.BulkReader._decided

    def watched(reader: fts5_places.BulkReader, node: Near, plan: Plan, span: ItemRange) -> set[ItemNo]:
        spans.append(span)
        return decided(reader, node, plan, span)

    monkeypatch.setattr(fts5_places.BulkReader, "_decided", watched)
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


# A distance decided on the places of many items at once is met where it is item by item.

A, B, C = map(Word, "abc")
BITS = 8
LEAVES: tuple[Leaf, ...] = (A, B, Words(("a", "b")), Words(("b", "c")), Phrase((A, B)), Phrase((C, C)))
positions = st.lists(st.sets(st.integers(0, 12)).map(sorted), min_size=5, max_size=5)
placed = st.fixed_dictionaries(dict.fromkeys(LEAVES, positions))


def _nears(sides: st.SearchStrategy[Node]) -> st.SearchStrategy[Near]:
    return st.builds(Near, sides, sides, st.integers(1, 4), st.booleans(), st.booleans())


def _both(sides: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return _nears(sides) | st.lists(sides, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts)))


distances = _nears(st.recursive(st.sampled_from(LEAVES), _both, max_leaves=4))


def joined(by_item: list[list[int]]) -> Numbers:
    return np.array([(item << BITS) + place for item, places in enumerate(by_item) for place in places], np.int64)


def stretches(node: Node, places: dict[Leaf, list[list[int]]], apart: bool) -> list[Stretches]:
    match node:
        case Or(parts=parts):
            return either(each for part in parts for each in stretches(part, places, apart))
        case Near(left=left, right=right):
            joiner = Joiner(node, apart, lambda: None)
            sides = stretches(left, places, apart), stretches(right, places, apart)
            return joiner.far(*sides) if node.negated else joiner.joined(*sides)
        case Word() | Words() | Phrase():
            return [Stretches([joined(places[node])], [width(node)])]
    raise TypeError(node)


def met(near: Near, places: dict[Leaf, list[list[int]]], apart: bool) -> Iterator[Numbers]:
    joiner = Joiner(near, apart, lambda: None)
    lefts, rights = (stretches(side, places, apart) for side in (near.left, near.right))
    if near.negated:
        yield from (each.firsts for each in joiner.far(lefts, rights))
    else:
        yield from joiner.near(lefts, rights)


@pytest.mark.nightly
@settings(max_examples=examples(500))
@given(distances, placed, st.sampled_from([1, 3, 500_000]))
def test_it_is_met_in_the_same_items(near: Near, places: dict[Leaf, list[list[int]]], piece: int) -> None:
    plan = Plan(near)
    one_by_one = [item for item in range(5) if plan.holds([places[leaf][item] for leaf in plan.leaves])]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fts5_places, "_AT_ONCE", piece)
        found = [np.empty(0, np.int64), *met(near, places, plan.apart)]
    assert distinct(np.concatenate(found) >> BITS).tolist() == one_by_one


@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize("more", [0, 1])
def test_the_shorter_side_is_looked_up_in_the_longer(ordered: bool, more: int) -> None:
    longer, shorter = joined([[0, 5, 9], [3], [2, 8]]), joined([[6], [], [1]])
    sides = [[Stretches([places], [1])] for places in ((longer, shorter) if more else (shorter, longer))]
    (found,) = Joiner(Near(A, B, 1, ordered), True, lambda: None).near(*sides)
    there = ([0] if more else [2]) if ordered else [0, 2]
    assert distinct(found >> BITS).tolist() == there


@pytest.mark.parametrize("more", [[], [9, 10, 11]])
def test_one_directly_behind_the_other_is_like_one_leaf(more: list[int]) -> None:
    near = Near(Words(("a", "b")), Phrase((A, B)), 1, ordered=True)
    sides = [Stretches([joined([[3], [3], [2, 5, *more]])], [1])], [Stretches([joined([[4], [3], [3, 6]])], [2])]
    (found,) = Joiner(near, False, lambda: None).joined(*sides)
    assert found.widths == [3] and found.starts[0].tolist() == [3, 2 * 256 + 2, 2 * 256 + 5]


def test_the_end_of_a_stretch_is_what_is_near() -> None:
    one = Stretches([joined([[10], [10], [10]])], [1])
    other = Stretches([joined([[5], [1], [5]]), joined([[6], [9], [7]])], [1, 1])
    (found,) = Joiner(Near(A, Near(B, C, 8), 3), True, lambda: None).near([one], [other])
    assert distinct(found >> BITS).tolist() == [1, 2]


def test_more_pairs_than_there_is_room_for_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fts5_places, "_MOST", 3)
    side = [Stretches([joined([[1, 2, 3]])], [1])]
    with pytest.raises(TooManyAtOnce):
        Joiner(Near(A, B, 4), True, lambda: None).joined(side, side)


def test_the_clock_is_looked_at() -> None:
    looks: list[None] = []
    side = [Stretches([joined([[1, 2, 3]])], [1])]
    joiner = Joiner(Near(A, B, 4), False, lambda: looks.append(None))
    list(joiner.near(side, side))
    assert looks
    joiner.joined(side, side)
    assert len(looks) > 1
