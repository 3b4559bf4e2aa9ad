"""Tests of triage.insight.senses: ten marks sort the rest, the same ones the same way, however many lines there are."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from tests.insight.harvest_letters import CROP, EVERYDAY, PROJECT
from triage.insight import senses
from triage.insight.features import ItemFeatures, counted, packed
from triage.insight.senses import SenseLines, UsedWord
from triage.insight.topics import Topics
from triage.model.items import ItemId, ItemNo


def made(many: int, seed: int = 1) -> tuple[SenseLines, list[bool]]:
    """Return lines of two senses, and which of them are meant."""
    chance = Random(seed)
    texts, uses, truth = dict[ItemNo, str](), list[UsedWord](), list[bool]()
    for at in range(many):
        meant = chance.random() < 0.4
        around = [*chance.choices(PROJECT if meant else CROP, k=10), *chance.choices(EVERYDAY, k=20)]
        chance.shuffle(around)
        no = ItemNo(at + 1)
        texts[no] = " ".join([*around[:15], "harvest", *around[15:]])
        uses.append(UsedWord(no, around[:15][::-1], around[15:]))
        truth.append(meant)
    ids = {no: ItemId(f"{no:020x}") for no in texts}
    features = ItemFeatures([(no, *packed(counted([("body", text)]))) for no, text in texts.items()], ids)
    return SenseLines(uses, features, Topics.of(features)), truth


def marked(lines: SenseLines, truth: list[bool]) -> dict[int, bool]:
    marks: dict[int, bool] = {}
    for many in (4, 2, 2, 2):
        marks |= {at: truth[at] for at in lines.propose(marks, (), many)}
    return marks


def test_ten_marks_sort_the_rest() -> None:
    lines, truth = made(150)
    marks = marked(lines, truth)
    scores = lines.scores(marks)
    assert len(marks) == 10 and scores is not None and np.abs(scores).max() <= 1
    assert np.mean((scores > 0) == np.array(truth)) >= 0.95


def test_the_same_marks_give_the_same_order() -> None:
    lines, truth = made(60)
    marks = marked(lines, truth)
    first, again = lines.scores(marks), made(60)[0].scores(dict(reversed(marks.items())))
    assert first is not None and again is not None and np.array_equal(first, again)


def test_lines_of_one_kind_alone_sort_nothing() -> None:
    lines, _ = made(30)
    assert lines.scores({}) is None and lines.scores({1: True, 2: True}) is None
    assert lines.scores({1: True, 2: False}) is not None


def test_no_line_is_proposed_that_is_marked_or_left_out() -> None:
    lines, _ = made(12)
    assert sorted(lines.propose({}, (), 50)) == list(range(12))
    assert sorted(lines.propose({0: True, 1: False}, [2, 3], 50)) == list(range(4, 12))
    assert made(0)[0].propose({}, (), 4) == []


def test_a_long_list_is_sorted_by_lines_that_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(senses, "_MOST", 60)
    lines, truth = made(150)
    marks = marked(lines, truth)
    scores = lines.scores(marks)
    assert scores is not None and np.mean((scores > 0) == np.array(truth)) >= 0.9
