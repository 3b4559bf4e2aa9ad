"""Tests of sharing.merge over real copies on disk: a union, in any order the same, nothing overwritten."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.records import case_of, write
from tests.review.copies import FILES, copy, nos, original, state
from tests.store.test_current_decisions import act, steps
from triage.case import Case
from triage.errors import CaseError, DecisionError, TriageError, VerifyError
from triage.messages import render, say


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("merging"))


Steps = list[tuple[str, str, list[int], str]]


def worked(base: Path, name: str, taken: Steps) -> Case:
    case = copy(base, name)
    for step in taken:
        act(case, step)
    return case


def sound(case: Case) -> None:
    assert [check for check in case.verify() if not check.held] == []


@settings(max_examples=10)
@given(steps, steps, steps)
def test_the_order_of_merging_does_not_matter(base: Path, before: Steps, here: Steps, there: Steps) -> None:
    worked(base, "common", before).close()
    with worked(base.parent / "common", "a", here) as a, worked(base.parent / "common", "b", there) as b:
        b.write_decisions(_fresh(base.parent / "b.jsonl"))
        seen = b.merge(a.path, "Omar", dry=True)
        said = a.merge(base.parent / "b.jsonl", "Rae")
        assert {(c.id, c.about, c.ours, c.theirs, c.stands) for c in said.conflicts} == {
            (c.id, c.about, c.theirs, c.ours, c.stands) for c in seen.conflicts
        }, "both see the same conflicts"
        b.merge(a.path, "Omar")
        assert state(a) == state(b), "A with B is B with A"
        again = a.merge(b.path, "Rae")
        assert again.added == 0 and again.changed == () and state(a) == state(b), "twice is as once"
        sound(a)
        sound(b)


@settings(max_examples=5)
@given(steps, steps, steps)
def test_three_copies_come_to_the_same_by_any_way(base: Path, one: Steps, two: Steps, three: Steps) -> None:
    for name, taken in (("x", one), ("y", two), ("z", three)):
        worked(base, name, taken).close()
    x, y, z = (base.parent / name for name in "xyz")
    with copy(x, "left") as left, copy(y, "middle") as middle:
        left.merge(y, "Rae")
        left.merge(z, "Rae")
        middle.merge(z, "Rae")
        with copy(x, "right") as right:
            right.merge(middle.path, "Rae")
            assert state(left) == state(right)
            sound(right)
        sound(left)


def _fresh(path: Path) -> Path:
    path.unlink(missing_ok=True)
    return path


def test_conflicts_are_listed_and_nothing_is_overwritten(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        one, two, three, *_ = nos(a)
        a.tag([one], "relevant", "Rae")
        a.note(two, "ours", "Rae")
        a.tag([three], "hot", "Rae")
        b.tag([one], "not-relevant", "Omar")
        b.note(two, "theirs", "Omar")
        b.tag([three], "hot", "Omar")
        b.untag([three], "hot", "Omar")
        seen = a.merge(b.path, "Rae", dry=True)
        assert a.tags() == [("hot", 1), ("relevant", 1)] and seen.dry and not a.search("note:theirs").nos
        said = a.merge(b.path, "Rae")
        assert said.conflicts == seen.conflicts and said.changed == seen.changed == (one, two, three)
        assert [(c.no, c.about, c.ours.value, c.theirs.value, c.stands) for c in said.conflicts] == [
            (one, "relevance", "relevant", "not-relevant", "not-relevant, relevant"),
            (two, "note", "ours", "theirs", "theirs"),
            (three, "hot", "hot", "hot", ""),
        ]
        assert [d.value for d in a.decisions(two)] == ["ours", "theirs"], "both stay on record"
        assert a.search("is:disputed").nos == (one, three)
        assert {c.about for c in a.disagreements()} == {"relevance", "hot"}
        a.tag([one], "relevant", "Rae")
        a.untag([one], "not-relevant", "Rae")
        assert a.rows([one])[0].tags == ("relevant",)


def test_the_same_person_at_two_places_is_no_conflict(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        no = nos(a)[0]
        a.tag([no], "relevant", "Rae")
        b.tag([no], "not-relevant", "Rae")
        assert a.merge(b.path, "Rae").conflicts == ()


def test_undo_after_a_merge_takes_the_own_last_step_alone(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        one, two, *_ = nos(a)
        a.tag([one], "hot", "Rae")
        b.tag([one, two], "hot", "Omar")
        a.merge(b.path, "Rae")
        a.undo("Rae")
        assert a.search("tag:hot").nos == (one, two), "Omar's word stands"
        with pytest.raises(DecisionError, match="nothing to undo"):
            a.undo("Rae")
        a.undo("Omar")
        assert a.tags() == []
        b.merge(a.path, "Omar")
        assert b.tags() == []
        sound(b)


def test_the_last_step_is_the_latest_wherever_it_was_taken(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        one, two, three, *_ = nos(a)
        a.tag([one], "hot", "Rae")
        time.sleep(0.002)  # steps in two copies within a millisecond have no order
        b.tag([two], "hot", "Rae")
        time.sleep(0.002)
        a.tag([three], "hot", "Rae")
        a.merge(b.path, "Rae")
        undone = [a.undo("Rae").changed for _ in range(3)]
        assert undone == [(three,), (two,), (one,)]


def test_an_undo_there_leaves_what_was_said_here(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        no = nos(a)[0]
        b.tag([no], "hot", "Omar")
        a.tag([no], "hot", "Rae")
        b.undo("Omar")
        a.merge(b.path, "Rae")
        b.merge(a.path, "Omar")
        assert a.rows([no])[0].tags == b.rows([no])[0].tags == ("hot",)


def test_decisions_on_items_not_here_yet_wait_for_them(base: Path, tmp_path: Path) -> None:
    with case_of(tmp_path / "mine", dict(list(FILES.items())[:3])) as mine:
        write(tmp_path / "mine" / "records", {"dana/new.txt": "a new one"})
        shutil.copytree(mine.path, tmp_path / "theirs")
        with Case.open(tmp_path / "theirs") as theirs:
            theirs.index()
            assert theirs.search("").total == 4
            (new,) = theirs.search("new").nos
            theirs.tag([new, theirs.search("word0").nos[0]], "hot", "Omar")
            theirs.note(new, "look", "Omar")
            theirs.tag([new], "relevant", "Omar")
            theirs.undo("Omar")
            theirs.new_batches("", "All", "Omar")
            said = mine.merge(theirs.path, "Rae")
        assert (said.added, said.aside, said.batches) == (6, 4, 1)
        assert mine.batch("All").missing == 1 and mine.tags() == [("hot", 1)]
        sound(mine)
        with copy(mine.path, "third") as third:
            assert third.merge(tmp_path / "theirs", "Rae").added == 0, "kept aside is known"
            relayed = tmp_path / "relayed.jsonl"
            assert mine.write_decisions(relayed).decisions == 5, "what waits is passed on"
        mine.index()
        (here,) = mine.search("new").nos
        assert mine.rows([here])[0].tags == ("hot",) and mine.search("note:look").nos == (here,)
        assert mine.batch("All").missing == 0
        sound(mine)


def test_seals_come_along(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        (no,) = b.search("word2").nos
        b.seal([no], "customer content", "Omar")
        said = a.merge(b.path, "Rae")
        assert no in said.changed and not a.search("word2").nos and a.seals()[0].why == "customer content"
        sound(a)
        b.ask_unseal(no, "Omar", "not theirs")
        b.grant_unseal(no, "Rae")
        a.merge(b.path, "Rae")
        assert a.search("word2").nos == (no,) and not a.seals()
        sound(a)


def test_batches_and_samples_come_along(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        b.new_batches("common", "First", "Omar", size=3)
        b.take_batch("First 1", "Omar")
        sample = b.draw_sample("common", "Check", "Omar", size=2, seed="s")
        b.judge("Check", sample.items[:1], "relevant", "Omar")
        said = a.merge(b.path, "Rae")
        assert (said.batches, said.samples) == (2, 1)
        assert [x.state for x in a.batches()] == ["checked out", "blank"] and a.sample("Check").judged == 1
        a.take_batch("First 2", "Rae")
        b.take_batch("First 2", "Omar")
        said = a.merge(b.path, "Rae")
        assert set(a.batch("First 2").contested) == {"Rae", "Omar"}
        assert list(map(render, said.notes)) == [
            f"The batch 'First 2' is checked out by {' and '.join(a.batch('First 2').contested)} at once.",
        ]
        a.give_batch("First 2", "Rae")
        assert a.batch("First 2").reviewer == "Omar" and not a.batch("First 2").contested


def test_batches_of_one_name_are_told_apart_by_id(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        a.new_batches("word1", "First", "Rae")
        b.new_batches("word2", "First", "Omar")
        said = a.merge(b.path, "Rae")
        assert said.notes == (say("merge-same-name", count=2, name="First"),)
        with pytest.raises(DecisionError, match="Name its id"):
            a.take_batch("First", "Rae")
        for batch, word in zip(a.batches(), ("word1", "word2"), strict=True):
            assert a.search(batch.query).nos == a.search(word).nos == a.search(batch.left_query).nos
            assert a.take_batch(batch.id, "Rae").state == "checked out"


def test_the_other_copy_is_only_read(base: Path) -> None:
    with copy(base, "a") as a:
        with copy(base, "other") as b:
            b.tag(nos(b)[:2], "hot", "Omar")
        before = {path.name: path.read_bytes() for path in b.path.iterdir()}
        assert a.merge(b.path, "Rae").added == 2
        after = {path.name: path.read_bytes() for path in b.path.iterdir()}
        assert {name: after[name] for name in before} == before
        assert a.tags() == [("hot", 2)]


def test_another_case_is_refused_unless_items_are_the_same(base: Path, tmp_path: Path) -> None:
    with copy(base, "a") as a:
        with case_of(tmp_path / "other", {"omar/x.txt": "something else"}) as other:
            other.tag(nos(other), "hot", "Omar")
            with pytest.raises(DecisionError, match="no item in common"):
                a.merge(other.path, "Rae")
        assert a.tags() == []
        with pytest.raises(TriageError):
            a.merge(tmp_path, "Rae")
        with pytest.raises(DecisionError, match="can't be read"):
            a.merge(tmp_path / "none.jsonl", "Rae")


def test_a_case_made_apart_from_the_same_records_can_be_merged(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as one:
        two = Case.create(tmp_path / "two", one.policy)
        two.index()
        two.tag(nos(two)[:1], "hot", "Omar")
        said = one.merge(two.path, "Rae")
        two.close()
        assert not said.same_case and said.added == 1 and one.tags() == [("hot", 1)]


def test_a_changed_copy_is_refused(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        b.tag(nos(b)[:1], "hot", "Omar")
        b._store.db.execute("DROP TRIGGER decision_fixed; UPDATE decision SET item=item+1")
        with pytest.raises(VerifyError, match="doesn't prove its decisions"):
            a.merge(b.path, "Rae")
        b._store.db.execute("UPDATE tagged SET item=item+1")
        assert a.merge(b.path, "Rae").added == 1, "a forger who mends all of it is met by the seal alone"
        a.write_decisions(_fresh(base.parent / "a.jsonl"))
        b._store.db.execute("UPDATE decision SET item=item+1; UPDATE tagged SET item=item+1")
        with pytest.raises(DecisionError, match="in other words"):
            a.merge(b.path, "Rae")


def test_the_audit_names_the_other(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        b.tag(nos(b)[:2], "hot", "Omar")
        head = b._store.audit_head()
        a.merge(b.path, "Rae")
        actor, detail = a._store.rows("SELECT actor, detail FROM audit WHERE action='merge'")[0]
        said = json.loads(detail)
        assert actor == "Rae" and said["audit"] == f"{head[0]}:{head[1]}" and said["items"] == 2
        assert said["case"] == "b" and said["steps"] == [[1, 1, 2]]


def test_old_decisions_without_ids_are_merged_once(base: Path) -> None:
    def old(case: Case, at: str, item: int, group: int) -> None:
        row = (nos(case)[item], "tag", "hot", "Rae", at, "key", group, "")
        columns = "item, action, value, reviewer, time, how, grp, event"
        with case._store.change("Rae", "tag", items=1, group=group):
            case._store.db.execute(f"INSERT INTO decision({columns}) VALUES(?,?,?,?,?,?,?,?)", row)
            case._store.db.execute("INSERT INTO tagged VALUES(?,'hot')", (row[0],))

    with copy(base, "first") as first:
        old(first, "2023-05-02T10:00:00.000Z", 0, 1)
    with copy(base.parent / "first", "a") as a, copy(base.parent / "first", "b") as b:
        old(a, "2023-05-02T11:00:00.000Z", 1, 2)
        old(b, "2023-05-02T11:00:00.000Z", 2, 2)
        assert a.merge(b.path, "Rae").added == 1
        assert b.merge(a.path, "Rae").added == 1
        assert state(a) == state(b) and a.tags() == [("hot", 3)]
        assert a.merge(b.path, "Rae").added == 0
        sound(a)
        sound(b)


def test_nobody_merges_without_a_name(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b, pytest.raises(DecisionError, match="reviewer's name"):
        a.merge(b.path, " ")


def test_a_copy_of_an_earlier_version_is_to_be_opened_once(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        b._store.db.execute("DROP TABLE sample_set")
        with pytest.raises(CaseError, match="earlier version"):
            a.merge(b.path, "Rae")


def test_later_decisions_are_later_than_what_was_merged(base: Path) -> None:
    """Also where the other computer's clock is ahead: whoever decides after the merge has the last word."""
    with copy(base, "a") as a, copy(base, "b") as b:
        no = nos(a)[0]
        ahead = "2099-01-01T00:00:00.000Z"
        b.tag([no], "hot", "Omar")
        a.merge(b.path, "Rae")
        a._store.set_meta("clock", ahead)
        a.untag([no], "hot", "Rae")
        assert a.decisions(no)[-1].time == "2099-01-01T00:00:00.001Z"


def test_nothing_is_taken_from_a_file_without_its_end(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        b.tag(nos(b), "hot", "Omar")
        path = _fresh(base.parent / "cut.jsonl")
        b.write_decisions(path)
        path.write_bytes(b"\n".join(path.read_bytes().split(b"\n")[:-2]) + b"\n")
        with pytest.raises(DecisionError, match="ends too early"):
            a.merge(path, "Rae")
        assert a.tags() == [] and a._store.value("SELECT count(*) FROM audit WHERE action='merge'") == 0
