"""Tests of triage.insight.topics: words of the same items lie close together, and bytes that don't fit are refused."""

from __future__ import annotations

import numpy as np

from tests.insight.test_senses import CROP, PROJECT
from triage.insight.features import ItemFeatures, column_of, counted, packed
from triage.insight.topics import Topics
from triage.model.items import ItemId, ItemNo


def features() -> ItemFeatures:
    texts = [" ".join((CROP if at % 2 else PROJECT)[at % 5 : at % 5 + 8]) for at in range(60)]
    rows = [(ItemNo(at), *packed(counted([("body", text)]))) for at, text in enumerate(texts, 1)]
    return ItemFeatures(rows, {row[0]: ItemId(f"{row[0]:020x}") for row in rows})


def test_words_of_the_same_items_lie_close_together() -> None:
    topics = Topics.of(features())
    field, barn, bid = (topics.of_words([column_of(word)], [1.0]) for word in ("field", "rain", "bid"))
    assert field @ barn > 10 * abs(field @ bid)
    assert not topics.of_words([column_of("nowhere")], [1.0]).any()
    assert not topics.without([column_of("field")]).of_words([column_of("field")], [1.0]).any()


def test_it_is_kept_as_bytes() -> None:
    topics = Topics.of(features())
    again = Topics.unpacked(*topics.packed())
    assert again is not None and np.array_equal(again.names, topics.names)
    assert np.array_equal(again.points, topics.points)
    names, points = topics.packed()
    for broken in ((names[:-1], points), (names, points[:-4]), (b"", b""), (names, b""), (names[::-1], points)):
        assert Topics.unpacked(*broken) is None
    assert Topics.unpacked(names, np.full(len(points) // 4, np.nan, "<f4").tobytes()) is None


def test_few_items_have_no_space() -> None:
    few = ItemFeatures([], {})
    assert len(Topics.of(few).names) == 0 and len(Topics.of(few).of_items(few, [])) == 0
