"""Tests of triage.insight.order.ranking: an order is a permutation, the same wherever it is made, likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.insight.order import ranking
from triage.insight.order.ranking import ItemFeatures, counted, packed
from triage.model.items import ItemId, ItemNo
from triage.text import words

COMMON = "the and of to in for with please meeting week time team day report call".split()
TOPIC = "turbine heron bearing vibration gearbox rotor".split()
OTHER = "lunch budget holiday printer parking coffee invoice travel hotel badge".split()


def review(
    features: ItemFeatures, truth: np.ndarray, terms: Sequence[str], seed: int, least: float
) -> Iterator[np.ndarray]:
    """Yield the places of the items of each batch of a simulated review, until this share of the relevant is found."""
    decided, size, found = dict[ItemNo, bool](), 10, 0
    needed = int(np.ceil(least * truth.sum()))
    while len(decided) < len(truth) and found < needed:
        model = ranking.train(features, decided, features.columns_of(terms), str(seed))
        assert model is not None
        left = [ItemNo(no) for no in features.nos.tolist() if no not in decided]
        nos, _ = ranking.order(features, model, left)
        batch = features.positions(nos[:size])
        decided |= dict(zip(nos[:size], truth[batch].tolist(), strict=True))
        found, size = found + int(truth[batch].sum()), size + -(-size // 10)
        yield batch


def collection(seed: int, many: int, share: float = 0.1) -> tuple[ItemFeatures, list[str], np.ndarray]:
    """Return features, texts and which are relevant: those about a machine, some in few words."""
    random = Random(seed)
    truth = np.array([random.random() < share for _ in range(many)])
    texts = [
        " ".join(random.choices(COMMON, k=20) + random.choices(TOPIC if t else OTHER, k=random.randint(1, 6)))
        for t in truth
    ]
    return of_texts(texts), texts, truth


def of_texts(texts: list[str], first: int = 1) -> ItemFeatures:
    rows = [(ItemNo(first + at), *packed(counted([("body", text)]))) for at, text in enumerate(texts)]
    return ItemFeatures(rows, {no: ItemId(f"{(no - first + 1) * 104729:020x}") for no, *_ in rows})


def test_what_is_like_the_relevant_items_comes_first() -> None:
    features, _, truth = collection(1, 400)
    read = {ItemNo(no): bool(truth[no - 1]) for no in range(1, 60)}
    model = ranking.train(features, read, (), "1")
    assert model is not None and model.relevant + model.not_relevant == 59
    nos, _ = ranking.order(features, model, [ItemNo(no) for no in range(60, 401)])
    first = [truth[no - 1] for no in nos[: truth[59:].sum()]]
    assert np.mean(first) > 0.8


def test_words_alone_are_enough_to_begin_with() -> None:
    features, _, truth = collection(2, 300)
    model = ranking.train(features, {}, features.columns_of(["turbine", "rotor"]), "1")
    assert model is not None and model.relevant == model.not_relevant == 0
    nos, _ = ranking.order(features, model, [ItemNo(no) for no in range(1, 301)])
    assert np.mean([truth[no - 1] for no in nos[:10]]) > 0.8


@pytest.mark.parametrize("share", [0.02, 0.5, 0.95])
def test_no_other_weights_tell_relevant_items_better(share: float) -> None:
    """At the least loss, weights are what the rows within the margin pull, each by its cost and how far in it is."""
    features, _, truth = collection(6, 300, share)
    rows = features.rows(np.arange(300)).toarray()
    weights, signs = ranking.train_svm(features.rows(np.arange(300)), truth), np.where(truth, 1, -1)
    costs = ranking._COST * 150 / np.where(truth, truth.sum(), (~truth).sum())
    threshold = 0.0
    for _ in range(10_000):  # it is the fixed point of its own pull
        pull = 2 * costs * np.maximum(1 - signs * (rows @ weights + threshold), 0) * signs
        threshold += 0.02 * (pull.sum() - threshold)
    assert np.abs(weights - rows.T @ pull).max() < 1e-8 and np.abs(weights).max() > 0.1


def test_nothing_relevant_or_no_word_that_is_known_gives_no_model() -> None:
    features, _, _ = collection(3, 50)
    assert ranking.train(features, {ItemNo(1): False}, features.columns_of(["nowhere"]), "1") is None
    assert ranking.train(of_texts([]), {}, (), "1") is None


@pytest.mark.parametrize("seed", range(3))
def test_a_simulated_review_saves_reading(seed: int) -> None:
    features, _, truth = collection(seed, 300)
    read = np.concatenate(list(review(features, truth, ["turbine"], seed, 0.95)))
    assert len(np.unique(read)) == len(read)
    assert 0.95 - len(read) / len(truth) > 0.5


def test_the_order_goes_by_ids_and_not_by_numbers_or_the_order_of_decisions() -> None:
    _, texts, truth = collection(4, 120)
    orders = []
    for first in (1, 700):
        features = of_texts(texts, first)
        read = [(ItemNo(first + at), bool(truth[at])) for at in range(40)]
        model = ranking.train(features, dict(read if first == 1 else read[::-1]), features.columns_of(["rotor"]), "7")
        assert model is not None
        nos, scores = ranking.order(features, model, [ItemNo(first + at) for at in range(120)])
        orders.append(([no - first for no in nos], scores, ranking.digest(features, model)))
    assert orders[0] == orders[1]


@given(st.lists(st.sets(st.sampled_from(COMMON[:6] + TOPIC)), max_size=12), st.data())
@pytest.mark.nightly
def test_an_order_is_a_permutation_and_equal_scores_go_by_id(texts: list[set[str]], data: st.DataObject) -> None:
    features = of_texts([" ".join(sorted(text)) for text in texts])
    every = [ItemNo(no) for no in range(1, len(texts) + 3)]  # two of which nothing is known
    read = data.draw(st.dictionaries(st.sampled_from(every), st.booleans()))
    model = ranking.train(features, read, features.columns_of(["heron"]), "1")
    found = data.draw(st.lists(st.sampled_from(every), unique=True))
    if model is not None:
        nos, scores = ranking.order(features, model, found)
        assert sorted(nos) == sorted(found) and len(scores) == len(nos)
        known = [(-score, features.ids[no - 1]) for no, score in zip(nos, scores, strict=True) if score is not None]
        assert known == sorted(known) and [no for no in nos if no <= len(texts)] == nos[: len(known)]


def test_an_item_is_explained_by_its_words() -> None:
    features, texts, truth = collection(5, 200)
    model = ranking.train(features, {ItemNo(no): bool(truth[no - 1]) for no in range(1, 200)}, (), "1")
    assert model is not None
    no = int(np.flatnonzero(truth)[0]) + 1
    score, for_it, against = ranking.explained(features, model, ItemNo(no), counted([("body", texts[no - 1])]), 3)
    assert score == model.scores[no - 1] and for_it[0][0] in TOPIC and len(for_it) <= 3
    assert all(part > 0 for _, part in for_it) and all(part < 0 for _, part in against)
    assert ranking.explained(features, model, ItemNo(999), {}, 3) == (None, [], [])


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
    ids = [id_.decode() for id_ in some.ids[some.random_rows(among, "1", 8)]]
    same = ItemFeatures(
        [(ItemNo(no + 500), b"", b"") for no in range(1, 81)],
        {ItemNo(no + 500): ItemId(f"{no * 7919:020x}") for no in range(1, 81)},
    )
    assert [id_.decode() for id_ in same.ids[same.random_rows(among, "1", 8)]] == ids and len(set(ids)) == 8
    assert [id_.decode() for id_ in some.ids[some.random_rows(among, "2", 8)]] != ids
    assert [id_.decode() for id_ in others.ids[others.random_rows(among, "1", 8)]] != ids, "other items"
    among[::2] = False
    assert set(some.random_rows(among, "1", 80).tolist()) == set(range(1, 80, 2))


def test_a_long_item_keeps_its_most_frequent_words() -> None:
    columns, often = packed(counted([("body", "heron " * 300 + " ".join(f"word{n}" for n in range(6_000)))]))
    assert len(often) == 4_000 and len(columns) == 16_000 and max(often) == 255
    assert (np.diff(np.frombuffer(columns, "<u4").astype(np.int64)) > 0).all()


def test_no_items_and_items_without_words() -> None:
    assert made([]).width == 0 and made([]).scores(np.zeros(0)).tolist() == []
    assert made(["", ""]).scores(np.zeros(0)).tolist() == [0, 0]
