"""Tests of triage.insight.order.features: what a row holds of an item, and that what is stored comes back."""

from __future__ import annotations

import numpy as np
import pytest

from triage.insight.order.features import ItemFeatures, counted, packed
from triage.model.items import ItemId, ItemNo
from triage.text import words

TEXTS = ["the heron flies", "The HERON sleeps, the heron eats", "lunch for the team", "lunch"]


def made(texts: list[str], first: int = 1) -> ItemFeatures:
    rows = [(ItemNo(first + at), *packed(counted([("body", text)]))) for at, text in enumerate(texts)]
    return ItemFeatures(rows, {no: ItemId(f"{no * 7919:020x}") for no, *_ in rows})


def test_subject_text_and_people_count_but_not_what_is_hidden_from_readers() -> None:
    counts = counted(
        [
            ("subject", "Heron plan"),
            ("body", "a plan, a Plan"),
            ("from", "Dana Levi <Dana@orrin.example>"),
            ("to", "Omar Said, Noa Bar"),
            ("headers", "canary"),
            ("alternative", "canary"),
        ]
    )
    people = {"from dana@orrin.example": 1, "to omar said": 1, "to noa bar": 1}
    assert counts == {"heron": 5, "plan": 7, "a": 2, **people}


def test_a_row_has_what_several_items_have_scaled_to_one() -> None:
    features = made(TEXTS)
    matrix = features.rows(np.array([0, 1, 2, 3]))
    assert features.width == 3 and all(features.column(word) is not None for word in ("the", "heron", "lunch"))
    assert features.column("sleeps") is None and features.column("nowhere") is None
    assert np.sqrt(matrix.power(2).sum(axis=1)).A1.tolist() == pytest.approx([1, 1, 1, 1], abs=1e-6)
    assert matrix[1, features.column("heron")] > matrix[1, features.column("the")]


def test_scores_are_what_the_parts_of_an_item_come_to() -> None:
    features = made(TEXTS)
    weights = np.arange(1.0, features.width + 1)
    expected = features.rows(np.arange(4)) @ weights
    assert features.scores(weights) == pytest.approx(expected, abs=1e-6)
    for at, text in enumerate(TEXTS):
        parts = features.parts(ItemNo(at + 1), counted([("body", text)]), weights)
        assert sum(parts.values()) == pytest.approx(expected[at], abs=1e-6)
        assert parts.keys() == {word for word in words(text) if features.column(word) is not None}
    assert features.parts(ItemNo(99), {"heron": 1}, weights) == {}


def test_words_stand_first_as_an_item_of_their_own() -> None:
    features = made(TEXTS)
    matrix = features.rows(np.array([3]), features.columns_of(["lunch", "unknown"]))
    assert matrix.shape[0] == 2 and matrix[0].toarray() == pytest.approx(matrix[1].toarray())


def test_the_same_ids_are_drawn_whatever_their_numbers() -> None:
    some, others = made(TEXTS * 20), made(TEXTS * 20, first=1000)
    among = np.ones(80, bool)
    ids = [id_.decode() for id_ in some.ids[some.drawn(among, "1", 8)]]
    same = ItemFeatures(
        [(ItemNo(no + 500), b"", b"") for no in range(1, 81)],
        {ItemNo(no + 500): ItemId(f"{no * 7919:020x}") for no in range(1, 81)},
    )
    assert [id_.decode() for id_ in same.ids[same.drawn(among, "1", 8)]] == ids and len(set(ids)) == 8
    assert [id_.decode() for id_ in some.ids[some.drawn(among, "2", 8)]] != ids
    assert [id_.decode() for id_ in others.ids[others.drawn(among, "1", 8)]] != ids, "other items"
    among[::2] = False
    assert set(some.drawn(among, "1", 80).tolist()) == set(range(1, 80, 2))


def test_a_long_item_keeps_its_most_frequent_words() -> None:
    columns, often = packed(counted([("body", "heron " * 300 + " ".join(f"word{n}" for n in range(6_000)))]))
    assert len(often) == 4_000 and len(columns) == 16_000 and max(often) == 255
    assert (np.diff(np.frombuffer(columns, "<u4").astype(np.int64)) > 0).all()


def test_no_items_and_items_without_words() -> None:
    assert made([]).width == 0 and made([]).scores(np.zeros(0)).tolist() == []
    assert made(["", ""]).scores(np.zeros(0)).tolist() == [0, 0]
