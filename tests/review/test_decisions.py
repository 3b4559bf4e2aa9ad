"""Tests of triage.review.decisions: append-only, one step one undo, and the state is what the history says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.effort import examples
from tests.records import case_of
from triage.case import Case
from triage.errors import DecisionError, StepElsewhere
from triage.model.items import Decision, ItemNo


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, {f"dana/{i}.txt": f"word{i} common" for i in range(4)}) as made:
        yield made


def tags(case: Case) -> dict[int, tuple[str, ...]]:
    return {r.no: r.tags for r in case.search.rows(case.search.run("").nos)}


def test_tag_untag_and_history(case: Case) -> None:
    one, two = case.search.run("").nos[:2]
    receipt = case.decisions.tag([one, two], "relevant", "Rae", "bulk")
    assert receipt.changed == (one, two)
    assert case.decisions.tag([one, two], "relevant", "Rae", "key").unchanged == 2
    case.decisions.untag([one], "relevant", "Omar", "key")
    assert case.status().tags == (("relevant", 1),)
    history = case.decisions.history(one)
    assert [(d.action, d.value, d.reviewer, d.how) for d in history] == [
        ("tag", "relevant", "Rae", "bulk"),
        ("untag", "relevant", "Omar", "key"),
    ]
    assert case.search.run("tag:relevant").nos == (two,)
    assert case.search.run("is:untagged").total == 3


def test_undo_takes_back_whole_steps_in_turn(case: Case) -> None:
    nos = case.search.run("").nos
    case.decisions.tag(nos, "relevant", "Rae", "bulk")
    case.decisions.tag(nos[:1], "hot", "Rae", "key")
    case.decisions.tag(nos[1:2], "hot", "Omar", "key")
    assert case.decisions.undo("Rae").changed == nos[:1]
    assert case.decisions.undo("Rae").changed == nos
    with pytest.raises(DecisionError, match="nothing to undo"):
        case.decisions.undo("Rae")
    assert tags(case) == {nos[0]: (), nos[1]: ("hot",), nos[2]: (), nos[3]: ()}
    assert len(case.decisions.history(nos[0])) == 4, "undoing adds to the history"


def test_only_a_step_that_was_named_is_undone(case: Case) -> None:
    nos = case.search.run("").nos
    mine = case.decisions.tag(nos[:1], "a", "Rae", "key").group
    other = case.decisions.tag(nos[1:], "b", "Rae", "key").group
    with pytest.raises(StepElsewhere) as refused:
        case.decisions.undo("Rae", steps=[mine])
    step = refused.value.step
    assert (step.group, step.action, step.value, step.items) == (other, "tag", "b", tuple(nos[1:]))
    assert step.time == case.decisions.history(nos[1])[-1].time
    assert case.search.rows(nos[1:2])[0].tags == ("b",), "nothing was undone"
    assert case.decisions.undo("Rae", steps=[other]).changed == tuple(nos[1:])
    assert case.decisions.undo("Rae", steps=[mine]).changed == tuple(nos[:1])


def test_undo_restores_only_what_the_step_changed(case: Case) -> None:
    nos = case.search.run("").nos
    case.decisions.tag(nos[:2], "relevant", "Omar", "key")
    case.decisions.tag(nos, "relevant", "Rae", "bulk")
    case.decisions.undo("Rae")
    assert case.search.run("tag:relevant").nos == nos[:2]


def test_notes(case: Case) -> None:
    (no,) = case.search.run("word1").nos
    case.decisions.note(no, "first", "Rae", "key")
    case.decisions.note(no, "second", "Rae", "key")
    assert case.search.run("note:second").nos == (no,)
    case.decisions.undo("Rae")
    assert case.search.run("note:first").nos == (no,) and not case.search.run("note:second").nos
    case.decisions.note(no, "", "Rae", "key")
    assert not case.search.run("has:note").nos


@pytest.mark.parametrize("name", ["", "  ", 'a"b', "a*", "x" * 81])
def test_bad_tags_are_refused(case: Case, name: str) -> None:
    with pytest.raises(DecisionError, match="can't be a tag"):
        case.decisions.tag(case.search.run("").nos, name, "Rae", "key")


def test_no_reviewer_and_no_such_item_are_refused(case: Case) -> None:
    with pytest.raises(DecisionError, match="reviewer"):
        case.decisions.tag(case.search.run("").nos, "hot", " ", "key")
    with pytest.raises(DecisionError, match="no item number 999"):
        case.decisions.tag([*case.search.run("").nos, ItemNo(999)], "hot", "Rae", "key")
    assert case.status().tags == ()


def test_tags_of_several_words(case: Case) -> None:
    (no,) = case.search.run("word1").nos
    case.decisions.tag([no], "customer content", "Rae", "key")
    assert case.search.run('tag:"customer content"').nos == (no,)


def test_one_of_a_group_replaces_the_other_in_one_step(case: Case) -> None:
    nos = case.search.run("").nos
    case.decisions.tag(nos[:2], "not-relevant", "Omar", "key")
    foreseen = case.decisions.preview(nos, "relevant")
    assert (foreseen.changed, foreseen.replaced, foreseen.reviewers) == (4, 2, (("Omar", 2),))
    case.decisions.tag(nos, "relevant", "Rae", "bulk")
    assert case.status().tags == (("relevant", 4),)
    assert [(d.action, d.value, d.group) for d in case.decisions.history(nos[0])[1:]] == [
        ("untag", "not-relevant", 2),
        ("tag", "relevant", 2),
    ]
    case.decisions.undo("Rae")
    assert case.status().tags == (("not-relevant", 2),)


def test_decided_items_are_left_alone_where_that_is_asked_for(case: Case) -> None:
    nos = case.search.run("").nos
    case.decisions.tag(nos[:1], "not-relevant", "Omar", "key")
    case.decisions.tag(nos[1:2], "relevant", "Omar", "key")
    case.decisions.untag(nos[1:2], "relevant", "Omar", "key")
    case.decisions.tag(nos[2:3], "hot", "Omar", "key")
    foreseen = case.decisions.preview(nos, "relevant", leave_decided=True)
    assert (foreseen.changed, foreseen.left_alone, foreseen.replaced) == (len(nos) - 2, 2, 0)
    receipt = case.decisions.tag(nos, "relevant", "Rae", "bulk", leave_decided=True)
    assert (receipt.changed, receipt.kept) == (nos[2:], 2)
    assert set(case.search.run("tag:relevant").nos) == set(nos[2:])
    assert case.search.run("tag:not-relevant").nos == nos[:1]
    case.decisions.undo("Rae")
    receipt = case.decisions.tag(nos, "hot", "Rae", "key", leave_decided=True)
    assert receipt.changed == (*nos[:2], *nos[3:]), "hot is in no group: only decisions on it count"


def test_a_note_on_several_is_one_step(case: Case) -> None:
    nos = case.search.run("").nos
    case.decisions.note(nos[0], "earlier", "Omar", "key")
    case.decisions.note(nos[1], "same", "Omar", "key")
    receipt = case.decisions.note(nos[:3], "same", "Rae", "key")
    assert (receipt.changed, receipt.unchanged) == ((nos[0], nos[2]), 1)
    case.decisions.undo("Rae")
    assert [bool(case.search.run(f"id:{row.id} AND has:note").nos) for row in case.search.rows(nos[:3])] == [
        True,
        True,
        False,
    ]


def test_an_undo_never_brings_two_of_a_group_together(case: Case) -> None:
    (no,) = case.search.run("word1").nos
    case.decisions.tag([no], "relevant", "Rae", "key")
    case.decisions.tag([no], "not-relevant", "Rae", "key")
    case.decisions.tag([no], "unsure", "Omar", "key")
    case.decisions.undo("Rae")
    assert tags(case)[no] == ("unsure",), "Omar's word came later and stands"
    case.decisions.undo("Omar")
    assert len(tags(case)[no]) <= 1
    assert all(c.held for c in case.verification.run())


def test_an_undo_leaves_what_others_said_since(case: Case) -> None:
    (no,) = case.search.run("word1").nos
    case.decisions.tag([no], "hot", "Rae", "key")
    case.decisions.untag([no], "hot", "Omar", "key")
    case.decisions.tag([no], "hot", "Omar", "key")
    case.decisions.undo("Rae")
    assert tags(case)[no] == ("hot",)


def test_times_rise_strictly(case: Case) -> None:
    (no,) = case.search.run("word1").nos
    for _ in range(20):
        case.decisions.tag([no], "hot", "Rae", "key")
        case.decisions.untag([no], "hot", "Rae", "key")
    times = [d.time for d in case.decisions.history(no)]
    assert times == sorted(set(times)) and len(times) == 40


steps = st.lists(
    st.tuples(st.sampled_from(["tag", "untag", "undo"]), st.sets(st.integers(0, 3)), st.sampled_from(["a", "b"])),
    max_size=12,
)


@pytest.mark.nightly
@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_state_is_what_the_history_says(case: Case, steps: list[tuple[str, set[int], str]]) -> None:
    nos = case.search.run("").nos
    expected = {no: set(found) for no, found in tags(case).items()}
    done: list[dict[int, set[str]]] = []
    who = f"R{len(case.decisions.history(nos[0]))}-{id(steps)}"
    for action, which, tag in steps:
        before = {no: set(t) for no, t in expected.items()}
        chosen = [nos[i] for i in sorted(which)]
        if action == "undo":
            if not done:
                continue
            expected = done.pop()
            case.decisions.undo(who)
        else:
            (case.decisions.tag if action == "tag" else case.decisions.untag)(chosen, tag, who, "key")
            for no in chosen:
                expected[no] = expected[no] | {tag} if action == "tag" else expected[no] - {tag}
            if expected != before:
                done.append(before)
        assert {no: set(t) for no, t in tags(case).items()} == expected
    assert all(c.held for c in case.verification.run())


GROUP = ("relevant", "not-relevant", "unsure")
many = st.lists(
    st.tuples(
        st.sampled_from(["tag", "tag", "untag", "undo"]),
        st.sets(st.integers(0, 4), min_size=1),
        st.sampled_from([*GROUP, "hot"]),
        st.sampled_from(["Rae", "Omar"]),
    ),
    max_size=14,
)


@pytest.mark.nightly
@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(many)
def test_tags_are_the_replay_of_the_decisions(family_case: Case, steps: list[tuple[str, set[int], str, str]]) -> None:
    """With groups and a rule that follows, by two people: one of a group at most, and the decisions say all of it."""
    case = family_case
    nos = case.search.run("").nos
    for action, which, tag, who in steps:
        chosen = [nos[i] for i in sorted(which)]
        try:
            if action == "undo":
                case.decisions.undo(who)
            else:
                foreseen = case.decisions.preview(chosen, tag, action == "tag")
                receipt = (case.decisions.tag if action == "tag" else case.decisions.untag)(chosen, tag, who, "key")
                assert foreseen.changed + foreseen.propagated == len(receipt.changed)
        except DecisionError as error:
            assert "nothing to undo" in str(error)
        now = tags(case)
        assert all(len(set(GROUP).intersection(found)) <= 1 for found in now.values())
        assert now == {no: tuple(sorted(replayed(case.decisions.history(no), undone(case, nos)))) for no in nos}
    assert all(c.held for c in case.verification.run())


def undone(case: Case, nos: Sequence[ItemNo]) -> set[int]:
    rows = case._opened.store.rows("SELECT grp, undoes FROM decision WHERE undoes IS NOT NULL")
    return {group for row in rows for group in row}


def replayed(decisions: list[Decision], without: set[int]) -> set[str]:
    """What an item's decisions come to, by the slow and obvious way: an undone step and its undoing count for nothing.

    A row of an undoing that does count is the one that keeps two of a group apart: it follows from the other tag, where
    one that takes back a row that followed from another follows from that row, of the same tag.
    """
    standing: set[str] = set()
    tag_of = {d.event: d.value for d in decisions}
    for d in decisions:
        apart = d.how == "undo" and d.action == "untag" and tag_of.get(d.derived, d.value) != d.value
        counts = d.group not in without or apart
        if counts and d.action == "tag":
            standing.add(d.value)
        elif counts and d.action == "untag":
            standing.discard(d.value)
    return standing


@pytest.fixture
def family_case(tmp_path: Path) -> Iterator[Case]:
    attached = EmailMessage()
    attached["Subject"], attached["From"] = "plover", "dana@orrin.example"
    attached.set_content("see both")
    for name in ("left", "right"):
        attached.add_attachment(f"the {name} file", filename=f"{name}.txt")
    files: dict[str, bytes | str] = {"dana/a.txt": "one", "dana/b.txt": "two", "dana/m.eml": attached.as_bytes()}
    with case_of(tmp_path, files) as made:
        made.decisions.set_palette(
            [replace(t, propagates="family") if t.name == "relevant" else t for t in made.decisions.palette()], "Rae"
        )
        yield made
