"""Tests of triage.insight.near.duplicates: what is near is found as when every two texts are compared."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted, examples
from triage.insight.near import duplicates
from triage.insight.near.duplicates import LEAST, TextSignatures, nearness, runs
from triage.model.items import ItemNo

WORDS = [f"word{n}" for n in range(500)]


def groups(texts: Sequence[str], first: int = 1) -> dict[ItemNo, tuple[ItemNo, float]]:
    nos = [ItemNo(first + at) for at in range(len(texts))]
    found = duplicates.groups(nos, TextSignatures.of(texts), lambda no: texts[no - first], {}, lambda: False)
    assert found is not None
    return found


def versions(random: Random, many: int) -> list[str]:
    """Return letters, each in several versions in which some words were changed, removed or added."""
    texts = []
    for _ in range(many):
        words = random.choices(WORDS, k=random.randint(12, 200))
        for _ in range(random.randint(1, 6)):
            changed = list(words)
            for _ in range(random.randint(0, len(words) // 12)):
                at = random.randrange(len(changed))
                changed[at : at + random.randint(0, 1)] = random.choices(WORDS, k=random.randint(0, 2))
            texts.append(" ".join(changed))
    random.shuffle(texts)
    return texts


def test_the_share_of_common_runs_decides() -> None:
    text = " ".join(WORDS[:100])
    assert nearness(runs(text), runs(text.upper().replace(" ", "\n"))) == 1, "words alone count"
    changed = " ".join([*WORDS[:50], "other", *WORDS[51:100]])
    assert nearness(runs(text), runs(changed)) == pytest.approx(91 / 101)
    assert not len(runs("too few words to be compared with any other")), "nine words"


@pytest.mark.nightly
@given(st.integers(0, 2**32))
def test_each_item_is_near_one_of_its_group_and_not_far_from_its_pivot(seed: int) -> None:
    texts = versions(Random(seed), 12)
    found, made = groups(texts), [runs(text) for text in texts]
    for no, (pivot, share) in found.items():
        assert share == nearness(made[no - 1], made[pivot - 1]) and found[pivot] == (pivot, 1.0)
        group = [other - 1 for other in found if other != no and found[other][0] == pivot]
        assert share >= LEAST or (share >= 0.6 and max(nearness(made[no - 1], made[other]) for other in group) >= LEAST)


@pytest.mark.nightly
def test_hardly_a_pair_is_missed_that_comparing_every_two_finds() -> None:
    texts = versions(Random(5), 150)
    found, made = groups(texts), [runs(text) for text in texts]
    near = [pair for pair in combinations(range(len(texts)), 2) if nearness(made[pair[0]], made[pair[1]]) >= LEAST]
    missed = [pair for pair in near if pair[0] + 1 not in found or pair[1] + 1 not in found]
    assert len(near) > 80 and len(missed) <= len(near) // 50


def test_a_group_does_not_depend_on_the_order_of_reading() -> None:
    texts = versions(Random(7), 40)
    shares = {texts[no - 1]: share for no, (_, share) in groups(texts).items()}
    assert shares and shares == {texts[::-1][no - 1]: share for no, (_, share) in groups(texts[::-1]).items()}


@pytest.mark.nightly
def test_thousands_of_the_same_form_take_linear_effort() -> None:
    """As a newsletter does; and none of them may be compared with all others."""
    efforts = []
    for many in (examples(400), 4 * examples(400)):
        texts = [" ".join([*WORDS[:60], f"number{n}", *WORDS[60:120]]) for n in range(many)]
        with counted() as effort:
            found = groups(texts)
        efforts.append(effort.steps)
        assert len(found) == many and len({pivot for pivot, _ in found.values()}) == 1
    assert efforts[1] < 5 * efforts[0]


def test_comparing_stops_and_nothing_has_no_groups() -> None:
    texts = [" ".join(WORDS[:100])] * 2
    signed = TextSignatures.of(texts)
    assert duplicates.groups([ItemNo(1), ItemNo(2)], signed, lambda no: texts[no - 1], {}, lambda: True) is None
    assert groups([]) == {} and runs("").dtype == np.uint64
