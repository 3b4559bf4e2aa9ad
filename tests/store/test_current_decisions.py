"""Tests of triage.store.decision_log: the replay of all decisions is what was kept up step by step."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.review.copies import copy, nos, original
from triage.case import Case
from triage.errors import DecisionError
from triage.model.items import ItemNo
from triage.store import decision_log

TAGS = ("relevant", "not-relevant", "hot")
PEOPLE = ("Rae", "Omar")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("standing"))


steps = st.lists(
    st.tuples(
        st.sampled_from(["tag", "untag", "note", "undo"]),
        st.sampled_from(PEOPLE),
        st.lists(st.integers(0, 5), min_size=1, max_size=3, unique=True),
        st.sampled_from(TAGS),
    ),
    max_size=8,
)


def act(case: Case, step: tuple[str, str, list[int], str]) -> None:
    action, who, which, tag = step
    chosen = [nos(case)[i] for i in which]
    if action == "undo":
        try:
            case.decisions.undo(who)
        except DecisionError as error:
            assert "nothing to undo" in str(error)
    elif action == "note":
        case.decisions.note(chosen[0], f"{who} {tag}", who, "key")
    else:
        (case.decisions.tag if action == "tag" else case.decisions.untag)(chosen, tag, who, "key")


@pytest.mark.nightly
@settings(max_examples=examples(15))
@given(steps)
def test_the_replay_is_what_was_kept_up(base: Path, steps: list[tuple[str, str, list[int], str]]) -> None:
    with copy(base, "replayed") as case:
        for step in steps:
            act(case, step)
            stored = set(case._opened.store.rows("SELECT item, tag FROM tagged"))
            assert decision_log.tags(case._opened.store) == stored
            assert decision_log.restore(case._opened.store, nos(case)) == set()
        assert all(check.held for check in case.verification.run())


def test_an_undo_takes_one_step_and_leaves_what_others_said(base: Path) -> None:
    with copy(base, "undone") as case:
        (no, *_) = nos(case)
        case.decisions.tag([no], "hot", "Rae", "key")
        case.decisions.untag([no], "hot", "Omar", "key")
        case.decisions.tag([no], "hot", "Omar", "key")
        case.decisions.undo("Rae")
        assert case.search.rows([no])[0].tags == ("hot",), "Omar's word stands"
        case.decisions.undo("Omar")
        assert case.search.rows([no])[0].tags == ()


def test_notes_that_stand(base: Path) -> None:
    with copy(base, "notes") as case:
        one, two, *_ = nos(case)
        case.decisions.note(one, "first", "Rae", "key")
        case.decisions.note(one, "second", "Omar", "key")
        case.decisions.note(two, "gone", "Rae", "key")
        case.decisions.note(two, "", "Rae", "key")
        assert decision_log.notes(case._opened.store) == {one: "second"}
        case.decisions.undo("Omar")
        assert decision_log.notes(case._opened.store, [one]) == {one: "first"}


def test_a_decision_has_an_id(base: Path) -> None:
    with copy(base, "old") as case, pytest.raises(apsw.ConstraintError):
        columns = "item, action, value, reviewer, time, how, grp, event"
        row = (nos(case)[0], "tag", "hot", "Rae", "2023-05-02T10:00:05.000Z", "key", 1, "")
        case._opened.store.db.execute(f"INSERT INTO decision({columns}) VALUES(?,?,?,?,?,?,?,?)", row)


def test_disputed_are_those_whose_last_words_differ(base: Path) -> None:
    with copy(base, "disputed") as case:
        one, two, three, *_ = nos(case)
        case.decisions.tag([one, two], "hot", "Rae", "key")
        case.decisions.untag([one, two], "hot", "Omar", "key")
        case.decisions.tag([two], "hot", "Omar", "key")
        case.decisions.tag([three], "hot", "Rae", "key")
        case.decisions.untag([three], "hot", "Rae", "key")
        assert case.search.run("is:disputed").nos == (one,)
        (said,) = case.team.disagreements()
        assert (said.no, said.about, said.ours.reviewer, said.theirs.reviewer, said.stands) == (
            one,
            "hot",
            "Rae",
            "Omar",
            "",
        )
        case.decisions.undo("Omar")
        case.decisions.undo("Omar")
        assert not case.search.run("is:disputed").nos


def test_without_a_step(base: Path) -> None:
    with copy(base, "without") as case:
        no = nos(case)[0]
        receipt = case.decisions.tag([no], "hot", "Rae", "key")
        about = (ItemNo(no), "tag", "hot")
        assert decision_log.current(case._opened.store, [no])[about].action == "tag"
        assert about not in decision_log.current(case._opened.store, [no], without=receipt.group)
