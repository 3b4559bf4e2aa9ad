"""Tests of triage.review.palette: tags as data, versioned, refused with a sentence where they can't work together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.records import case_of
from triage.case import Case
from triage.errors import DecisionError
from triage.model.tags import DEFAULT, Tag


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, {"dana/1.txt": "one"}) as made:
        yield made


def test_a_new_case_offers_the_fields_six(case: Case) -> None:
    assert case.decisions.palette() == DEFAULT
    assert [tag.key for tag in DEFAULT] == list("RIUHPC")
    assert [(v.version, v.author) for v in case.decisions.palette_versions()] == [(0, "")]


def test_every_change_is_a_version_with_its_author(case: Case) -> None:
    more = (*DEFAULT, Tag("board", "b", "", "blue", "", "family"))
    made = case.decisions.set_palette(more, " Rae  Counsel ")
    assert made.version == 1 and made.author == "Rae Counsel" and made.time
    assert case.decisions.palette()[-1] == Tag("board", "B", "board", "blue", "", "family")
    assert case.decisions.set_palette(more, "Omar").version == 1, "the same palette is no new version"
    case.decisions.set_palette(DEFAULT, "Omar")
    assert [(v.version, v.author, len(v.tags)) for v in case.decisions.palette_versions()] == [
        (0, "", 6),
        (1, "Rae Counsel", 7),
        (2, "Omar", 6),
    ]
    with Case.open(case.path) as other:
        assert other.decisions.palette() == DEFAULT and len(other.decisions.palette_versions()) == 3
    assert all(check.held for check in case.verification.run())


ONE = Tag("one", "X", "One", "green")


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        ([], "1 to 40 tags"),
        ([ONE, replace(ONE, name="ONE", key="Y")], "Two tags are named 'ONE'"),
        ([ONE, replace(ONE, name="two", key="x")], "The key X belongs to both 'one' and 'two'"),
        ([replace(ONE, key="n")], "can't have the key N: that is the note"),
        ([replace(ONE, key=".")], "can't have the key .: that is repeating"),
        ([replace(ONE, key="AB")], "a key is one letter or digit"),
        ([replace(ONE, name='o"ne')], "can't be a tag"),
        ([replace(ONE, words="w" * 41)], "41 characters"),
        ([replace(ONE, colour="ultraviolet")], "can't have the colour"),
        ([replace(ONE, propagates="everyone")], "can't propagate by 'everyone'"),
        ([replace(ONE, seals=True, group="g")], "'one' seals: it can't be in a group"),
    ],
)
def test_what_cannot_work_is_refused_and_nothing_changes(case: Case, tags: list[Tag], said: str) -> None:
    with pytest.raises(DecisionError, match=said.replace(".", r"\.")):
        case.decisions.set_palette(tags, "Rae")
    assert case.decisions.palette() == DEFAULT


def test_all_that_is_wrong_is_said_at_once(case: Case) -> None:
    with pytest.raises(DecisionError) as error:
        case.decisions.set_palette([replace(ONE, colour="x", key="N")], "Rae")
    assert "colour" in str(error.value) and "note" in str(error.value)


def test_a_tag_that_left_the_palette_stays_on_its_items(case: Case) -> None:
    nos = case.search.run("").nos
    case.decisions.tag(nos, "hot", "Rae")
    case.decisions.set_palette([ONE], "Rae")
    assert case.status().tags == (("hot", 1),)
    case.decisions.untag(nos, "hot", "Rae")
    assert case.status().tags == ()
