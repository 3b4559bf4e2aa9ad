"""Tests of triage.review.decisions: append-only, one step one undo, and the state is what the history says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records import case_of
from triage.case import Case
from triage.errors import DecisionError
from triage.model import ItemNo


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, {f"dana/{i}.txt": f"word{i} common" for i in range(4)}) as made:
        yield made


def tags(case: Case) -> dict[int, tuple[str, ...]]:
    return {r.no: r.tags for r in case.rows(case.search("").nos)}


def test_tag_untag_and_history(case: Case) -> None:
    one, two = case.search("").nos[:2]
    receipt = case.tag([one, two], "relevant", "Rae", "bulk")
    assert receipt.changed == (one, two)
    assert case.tag([one, two], "relevant", "Rae").unchanged == 2
    case.untag([one], "relevant", "Omar")
    assert case.tags() == [("relevant", 1)]
    history = case.decisions(one)
    assert [(d.action, d.value, d.reviewer, d.how) for d in history] == [
        ("tag", "relevant", "Rae", "bulk"),
        ("untag", "relevant", "Omar", "key"),
    ]
    assert case.search("tag:relevant").nos == (two,)
    assert case.search("is:untagged").total == 3


def test_undo_takes_back_whole_steps_in_turn(case: Case) -> None:
    nos = case.search("").nos
    case.tag(nos, "relevant", "Rae", "bulk")
    case.tag(nos[:1], "hot", "Rae")
    case.tag(nos[1:2], "hot", "Omar")
    assert case.undo("Rae").changed == nos[:1]
    assert case.undo("Rae").changed == nos
    with pytest.raises(DecisionError, match="nothing to undo"):
        case.undo("Rae")
    assert tags(case) == {nos[0]: (), nos[1]: ("hot",), nos[2]: (), nos[3]: ()}
    assert len(case.decisions(nos[0])) == 4, "undoing adds to the history"


def test_undo_restores_only_what_the_step_changed(case: Case) -> None:
    nos = case.search("").nos
    case.tag(nos[:2], "relevant", "Omar")
    case.tag(nos, "relevant", "Rae", "bulk")
    case.undo("Rae")
    assert case.search("tag:relevant").nos == nos[:2]


def test_notes(case: Case) -> None:
    (no,) = case.search("word1").nos
    case.note(no, "first", "Rae")
    case.note(no, "second", "Rae")
    assert case.search("note:second").nos == (no,)
    case.undo("Rae")
    assert case.search("note:first").nos == (no,) and not case.search("note:second").nos
    case.note(no, "", "Rae")
    assert not case.search("has:note").nos


@pytest.mark.parametrize("name", ["", "  ", 'a"b', "a*", "x" * 81])
def test_bad_tags_are_refused(case: Case, name: str) -> None:
    with pytest.raises(DecisionError, match="can't be a tag"):
        case.tag(case.search("").nos, name, "Rae")


def test_no_reviewer_and_no_such_item_are_refused(case: Case) -> None:
    with pytest.raises(DecisionError, match="reviewer"):
        case.tag(case.search("").nos, "hot", " ")
    with pytest.raises(DecisionError, match="no item number 999"):
        case.tag([*case.search("").nos, ItemNo(999)], "hot", "Rae")
    assert case.tags() == []


def test_tags_of_several_words(case: Case) -> None:
    (no,) = case.search("word1").nos
    case.tag([no], "customer content", "Rae")
    assert case.search('tag:"customer content"').nos == (no,)


steps = st.lists(
    st.tuples(st.sampled_from(["tag", "untag", "undo"]), st.sets(st.integers(0, 3)), st.sampled_from(["a", "b"])),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_state_is_what_the_history_says(case: Case, steps: list[tuple[str, set[int], str]]) -> None:
    nos = case.search("").nos
    expected = {no: set(found) for no, found in tags(case).items()}
    done: list[dict[int, set[str]]] = []
    who = f"R{len(case.decisions(nos[0]))}-{id(steps)}"
    for action, which, tag in steps:
        before = {no: set(t) for no, t in expected.items()}
        chosen = [nos[i] for i in sorted(which)]
        if action == "undo":
            if not done:
                continue
            expected = done.pop()
            case.undo(who)
        else:
            (case.tag if action == "tag" else case.untag)(chosen, tag, who)
            for no in chosen:
                expected[no] = expected[no] | {tag} if action == "tag" else expected[no] - {tag}
            if expected != before:
                done.append(before)
        assert {no: set(t) for no, t in tags(case).items()} == expected
    assert all(c.held for c in case.verify())
