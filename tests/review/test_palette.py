"""Tests of triage.review.palette: tags as data, versioned, refused with a sentence where they can't work together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from tests.records import case_of
from tests.review.copies import copy, nos, original
from triage.case import Case
from triage.errors import DecisionError
from triage.messages import render
from triage.model.tags import DEFAULT, Palette, Tag
from triage.model.team import MergeReport
from triage.review import exchange


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
    case.decisions.tag(nos, "hot", "Rae", "key")
    case.decisions.set_palette([ONE], "Rae")
    assert case.status().tags == (("hot", 1),)
    case.decisions.untag(nos, "hot", "Rae", "key")
    assert case.status().tags == ()


OURS, THEIRS = Tag("board", "B", "Board", "blue"), Tag("budget", "B", "Budget", "pink", propagates="family")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("palettes"))


def told(report: MergeReport) -> str:
    return " ".join(map(render, report.notes))


def names(case: Case) -> list[str]:
    return [tag.name for tag in case.decisions.palette()]


def test_an_unchanged_palette_takes_the_changed_one_over(base: Path, tmp_path: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        b.decisions.set_palette((*DEFAULT, OURS), "Lea")
        b.decisions.set_palette((*DEFAULT, OURS, THEIRS_FREE), "Omar")
        b.decisions.tag(nos(b)[:2], "board", "Omar", "key")
        seen = a.team.merge(b.path, "Rae", dry=True)
        assert a.decisions.palette() == DEFAULT and "by Omar" in told(seen) and "'board'" in told(seen)
        b.team.export_decisions(tmp_path / "b.decisions")
        said = a.team.merge(tmp_path / "b.decisions", "Rae")
        assert said.notes == seen.notes and said.added == seen.added == 3
        assert a.decisions.palette() == b.decisions.palette() and a.decisions.palette_versions()[-1].author == "Omar"
        assert a.search.run("tag:board").total == 2
        again = b.team.merge(a.path, "Omar")
        assert (again.added, again.notes, len(b.decisions.palette_versions())) == (0, (), 3), (
            "the one it grew out of adds nothing"
        )
        assert all(check.held for check in a.verification.run())


THEIRS_FREE = replace(THEIRS, key="G")


def test_two_changed_palettes_are_united_and_conflicts_named(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        hot = replace(DEFAULT[3], words="Red hot", propagates="family")
        a.decisions.set_palette((*DEFAULT, OURS), "Rae")
        b.decisions.set_palette((*DEFAULT[:3], hot, *DEFAULT[4:], THEIRS), "Omar")
        said = a.team.merge(b.path, "Rae")
        assert a.decisions.palette() == (*DEFAULT, OURS, replace(THEIRS, key=""))
        assert "'budget' has no key here: B belongs to 'board'" in told(said)
        differs = "'hot' differs: words is Hot here and Red hot there, propagates is none here and family there"
        assert differs in told(said)
        assert a.decisions.palette_versions()[-1].author == "Rae" and len(a.decisions.palette_versions()) == 3
        back = b.team.merge(a.path, "Omar")
        assert set(names(b)) == set(names(a)) and hot in b.decisions.palette() and "differs" in told(back)
        assert a.team.merge(b.path, "Rae").added == 0 and b.team.merge(a.path, "Omar").added == 0, "twice is as once"


def test_a_tag_taken_off_the_list_stays_off(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        a.decisions.set_palette(DEFAULT[:5], "Rae")
        b.decisions.set_palette((*DEFAULT, THEIRS), "Omar")
        said = a.team.merge(b.path, "Rae")
        assert names(a) == [*(tag.name for tag in DEFAULT[:5]), "budget"]
        assert "'customer-content'" in told(said) and "stays removed" in told(said)


def test_no_more_tags_than_a_palette_takes(base: Path) -> None:
    def many(word: str) -> Palette:
        return (*DEFAULT, *(Tag(f"{word}{n}", "", word, "blue") for n in range(25)))

    with copy(base, "a") as a, copy(base, "b") as b:
        a.decisions.set_palette(many("one"), "Rae")
        b.decisions.set_palette(many("two"), "Omar")
        said = a.team.merge(b.path, "Rae")
        assert len(a.decisions.palette()) == 40 and "'two24' aren't offered: there can be at most 40" in told(said)


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": 0},
        {"version": "1"},
        {"tags": []},
        {"tags": [{}]},
        {"tags": None},
        {"author": ""},
        {"time": "now"},
        {"more": 1},
        {"tags": [{**msgspec.to_builtins(OURS), "key": "N"}]},
        {"tags": [{**msgspec.to_builtins(OURS), "seals": 1}]},
        {"tags": [{**msgspec.to_builtins(OURS), "finding": "yes"}]},
        {"tags": [{**msgspec.to_builtins(OURS), "name": "a*"}]},
        {"tags": [{**msgspec.to_builtins(OURS), "colour": 7}]},
    ],
)
def test_a_forged_palette_is_refused(wrong: dict[str, object]) -> None:
    right = {"version": 1, "tags": [msgspec.to_builtins(OURS)], "author": "Omar", "time": "2023-05-02T10:00:00.000Z"}
    assert exchange.tags({**right, "tags": [msgspec.to_builtins(OURS)]}).tags == (OURS,)
    with pytest.raises((DecisionError, TypeError)):
        exchange.tags({**right, **wrong})
