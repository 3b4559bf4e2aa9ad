"""Tests of sharing.merge over real copies on disk: a union, in any order the same, nothing overwritten."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.effort import examples
from tests.records import case_of, mail, write
from tests.review.copies import FILES, copy, nos, original, state, unsigned
from tests.review.histories import accused, made
from tests.review.people import unseal
from tests.store.test_current_decisions import act, steps
from triage.case import Case, LoginKeys
from triage.errors import DecisionError, TriageError, VerifyError
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
    assert [check for check in case.verification.run() if not check.held] == []


@pytest.mark.nightly
@settings(max_examples=examples(10))
@given(steps, steps, steps)
def test_the_order_of_merging_does_not_matter(base: Path, before: Steps, here: Steps, there: Steps) -> None:
    worked(base, "common", before).close()
    with worked(base.parent / "common", "a", here) as a, worked(base.parent / "common", "b", there) as b:
        b.team.export_decisions(_fresh(base.parent / "b.jsonl"))
        seen = b.team.merge(a.path, "Omar", dry=True)
        said = a.team.merge(base.parent / "b.jsonl", "Rae")
        assert {(c.id, c.about, c.ours, c.theirs, c.stands) for c in said.conflicts} == {
            (c.id, c.about, c.theirs, c.ours, c.stands) for c in seen.conflicts
        }, "both see the same conflicts"
        b.team.merge(a.path, "Omar")
        assert state(a) == state(b), "A with B is B with A"
        again = a.team.merge(b.path, "Rae")
        assert again.added == 0 and again.changed == () and state(a) == state(b), "twice is as once"
        sound(a)
        sound(b)


@pytest.mark.nightly
@settings(max_examples=examples(5))
@given(steps, steps, steps)
def test_three_copies_come_to_the_same_by_any_way(base: Path, one: Steps, two: Steps, three: Steps) -> None:
    for name, taken in (("x", one), ("y", two), ("z", three)):
        worked(base, name, taken).close()
    x, y, z = (base.parent / name for name in "xyz")
    with copy(x, "left") as left, copy(y, "middle") as middle:
        left.team.merge(y, "Rae")
        left.team.merge(z, "Rae")
        middle.team.merge(z, "Rae")
        with copy(x, "right") as right:
            right.team.merge(middle.path, "Rae")
            assert state(left) == state(right)
            sound(right)
        sound(left)


def _fresh(path: Path) -> Path:
    path.unlink(missing_ok=True)
    return path


def test_conflicts_are_listed_and_nothing_is_overwritten(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        one, two, three, *_ = nos(a)
        a.decisions.tag([one], "relevant", "Rae", "key")
        a.decisions.note(two, "ours", "Rae", "key")
        a.decisions.tag([three], "hot", "Rae", "key")
        b.decisions.tag([one], "not-relevant", "Omar", "key")
        b.decisions.note(two, "theirs", "Omar", "key")
        b.decisions.tag([three], "hot", "Omar", "key")
        b.decisions.untag([three], "hot", "Omar", "key")
        seen = a.team.merge(b.path, "Rae", dry=True)
        assert a.status().tags == (("hot", 1), ("relevant", 1)) and seen.dry and not a.search.run("note:theirs").nos
        said = a.team.merge(b.path, "Rae")
        assert said.conflicts == seen.conflicts and said.changed == seen.changed == (one, two, three)
        assert [(c.no, c.about, c.ours.value, c.theirs.value, c.stands) for c in said.conflicts] == [
            (one, "relevance", "relevant", "not-relevant", "not-relevant, relevant"),
            (two, "note", "ours", "theirs", "theirs"),
            (three, "hot", "hot", "hot", ""),
        ]
        assert [d.value for d in a.decisions.history(two)] == ["ours", "theirs"], "both stay on record"
        assert a.search.run("is:disputed").nos == (one, three)
        assert {c.about for c in a.team.disagreements()} == {"relevance", "hot"}
        a.decisions.tag([one], "relevant", "Rae", "key")
        a.decisions.untag([one], "not-relevant", "Rae", "key")
        assert a.search.rows([one])[0].tags == ("relevant",)


def test_the_same_person_at_two_places_is_no_conflict(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        no = nos(a)[0]
        a.decisions.tag([no], "relevant", "Rae", "key")
        b.decisions.tag([no], "not-relevant", "Rae", "key")
        assert a.team.merge(b.path, "Rae").conflicts == ()


def test_undo_after_a_merge_takes_the_own_last_step_alone(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        one, two, *_ = nos(a)
        a.decisions.tag([one], "hot", "Rae", "key")
        b.decisions.tag([one, two], "hot", "Omar", "key")
        a.team.merge(b.path, "Rae")
        a.decisions.undo("Rae")
        assert a.search.run("tag:hot").nos == (one, two), "Omar's word stands"
        with pytest.raises(DecisionError, match="nothing to undo"):
            a.decisions.undo("Rae")
        a.decisions.undo("Omar")
        assert a.status().tags == ()
        b.team.merge(a.path, "Omar")
        assert b.status().tags == ()
        sound(b)


def test_the_last_step_is_the_latest_wherever_it_was_taken(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        one, two, three, *_ = nos(a)
        a.decisions.tag([one], "hot", "Rae", "key")
        time.sleep(0.002)  # steps in two copies within a millisecond have no order
        b.decisions.tag([two], "hot", "Rae", "key")
        time.sleep(0.002)
        a.decisions.tag([three], "hot", "Rae", "key")
        a.team.merge(b.path, "Rae")
        undone = [a.decisions.undo("Rae").changed for _ in range(3)]
        assert undone == [(three,), (two,), (one,)]


def test_an_undo_there_leaves_what_was_said_here(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        no = nos(a)[0]
        b.decisions.tag([no], "hot", "Omar", "key")
        a.decisions.tag([no], "hot", "Rae", "key")
        b.decisions.undo("Omar")
        a.team.merge(b.path, "Rae")
        b.team.merge(a.path, "Omar")
        assert a.search.rows([no])[0].tags == b.search.rows([no])[0].tags == ("hot",)


def test_decisions_on_items_not_here_yet_wait_for_them(base: Path, tmp_path: Path) -> None:
    with case_of(tmp_path / "mine", dict(list(FILES.items())[:3])) as mine:
        write(tmp_path / "mine" / "records", {"dana/new.txt": "a new one"})
        shutil.copytree(mine.path, tmp_path / "theirs")
        with Case.open(tmp_path / "theirs", keys=LoginKeys(tmp_path / "keys")) as theirs:
            theirs.index()
            assert theirs.search.run("").total == 4
            (new,) = theirs.search.run("new").nos
            theirs.decisions.tag([new, theirs.search.run("word0").nos[0]], "hot", "Omar", "key")
            theirs.decisions.note(new, "look", "Omar", "key")
            theirs.decisions.tag([new], "relevant", "Omar", "key")
            theirs.decisions.undo("Omar")
            theirs.team.batches.create("", "All", "Omar")
            said = mine.team.merge(theirs.path, "Rae")
        assert (said.added, said.aside, said.batches) == (6, 4, 1)
        assert mine.team.batches.named("All").missing == 1 and mine.status().tags == (("hot", 1),)
        sound(mine)
        with copy(mine.path, "third") as third:
            assert third.team.merge(tmp_path / "theirs", "Rae").added == 0, "kept aside is known"
            relayed = tmp_path / "relayed.jsonl"
            assert mine.team.export_decisions(relayed).decisions == 5, "what waits is passed on"
        mine.index()
        (here,) = mine.search.run("new").nos
        assert mine.search.rows([here])[0].tags == ("hot",) and mine.search.run("note:look").nos == (here,)
        assert mine.team.batches.named("All").missing == 0
        sound(mine)


def test_seals_come_along(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        (no,) = b.search.run("word2").nos
        b.decisions.seal([no], "customer content", "Kim", "key")
        said = a.team.merge(b.path, "Rae")
        assert no in said.changed and not a.search.run("word2").nos and a.decisions.seals()[0].why == "customer content"
        sound(a)
        unseal(b, no, "not theirs", asking="Omar", granting="Rae")
        left_out = a.team.merge(b.path, "Rae")
        notes = " ".join(map(render, left_out.notes))
        assert "The roster there wasn't taken over" in notes and "3 decisions were left out" in notes
        assert a.decisions.seals() and not left_out.added
        sound(a)
        a.team.merge(b.path, "Rae", approver=b.team.roster().approver)
        assert a.search.run("word2").nos == (no,) and not a.decisions.seals()
        sound(a)


def test_batches_and_samples_come_along(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        b.team.batches.create("common", "First", "Omar", size=3)
        b.team.batches.check_out("First 1", "Omar")
        sample = b.team.samples.draw("common", "Check", "Omar", size=2, seed="s")
        b.team.samples.judge("Check", sample.items[:1], "relevant", "Omar")
        said = a.team.merge(b.path, "Rae")
        assert (said.batches, said.samples) == (2, 1)
        assert [x.state for x in a.team.batches.all()] == ["checked out", "blank"]
        assert a.team.samples.named("Check").judged == 1
        a.team.batches.check_out("First 2", "Rae")
        b.team.batches.check_out("First 2", "Omar")
        said = a.team.merge(b.path, "Rae")
        assert set(a.team.batches.named("First 2").contested) == {"Rae", "Omar"}
        both = " and ".join(a.team.batches.named("First 2").contested)
        assert list(map(render, said.notes)) == [f"The batch 'First 2' is checked out by {both} at the same time."]
        a.team.batches.check_in("First 1", "Rae")
        assert {a.team.batches.check_out("", who).name for who in ("Rae", "Omar")} == {"First 2"}, "each goes on"
        a.team.batches.check_in("First 2", "Rae")
        assert a.team.batches.named("First 2").reviewer == "Omar" and not a.team.batches.named("First 2").contested


def test_batches_of_one_name_are_told_apart_by_id(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        a.team.batches.create("word1", "First", "Rae")
        b.team.batches.create("word2", "First", "Omar")
        said = a.team.merge(b.path, "Rae")
        assert said.notes == (say("merge-same-name", count=2, name="First"),)
        with pytest.raises(DecisionError, match="Use an id instead"):
            a.team.batches.check_out("First", "Rae")
        for batch, word in zip(a.team.batches.all(), ("word1", "word2"), strict=True):
            assert a.search.run(batch.query).nos == a.search.run(word).nos == a.search.run(batch.left_query).nos
            assert a.team.batches.check_out(batch.id, "Rae").state == "checked out"


def test_the_other_copy_is_only_read(base: Path) -> None:
    with copy(base, "a") as a:
        with copy(base, "other") as b:
            b.decisions.tag(nos(b)[:2], "hot", "Omar", "key")
        before = {path.name: path.read_bytes() for path in b.path.iterdir() if path.is_file()}
        assert a.team.merge(b.path, "Rae").added == 2
        after = {path.name: path.read_bytes() for path in b.path.iterdir() if path.is_file()}
        assert {name: after[name] for name in before} == before
        assert a.status().tags == (("hot", 2),)


def test_another_case_is_refused_unless_items_are_the_same(base: Path, tmp_path: Path) -> None:
    with copy(base, "a") as a:
        with case_of(tmp_path / "other", {"omar/x.txt": "something else"}) as other:
            other.decisions.tag(nos(other), "hot", "Omar", "key")
            with pytest.raises(DecisionError, match="no item in common"):
                a.team.merge(other.path, "Rae")
        assert a.status().tags == ()
        with pytest.raises(TriageError):
            a.team.merge(tmp_path, "Rae")
        with pytest.raises(DecisionError, match="can't be read"):
            a.team.merge(tmp_path / "none.jsonl", "Rae")


def test_a_case_made_apart_from_the_same_records_can_be_merged(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as one:
        two = Case.create(tmp_path / "two", one.scope.policy)
        two.index()
        two.decisions.tag(nos(two)[:1], "hot", "Omar", "key")
        said = one.team.merge(two.path, "Rae")
        two.close()
        assert not said.same_case and said.added == 1 and one.status().tags == (("hot", 1),)


def test_a_changed_copy_is_refused(base: Path) -> None:
    move = "UPDATE decision SET item=item+1; UPDATE tagged SET item=item+1"
    with copy(base, "a") as a, copy(base, "b") as b:
        b.decisions.tag(nos(b)[:1], "hot", "Omar", "key")
        b._opened.store.db.execute(f"DROP TRIGGER decision_fixed; {move}")
        with pytest.raises(VerifyError, match="doesn't prove its decisions"):
            a.team.merge(b.path, "Rae")
        with b._opened.store.change("Omar", "test"):
            b._opened.store.db.execute(move)
        with pytest.raises(VerifyError, match="signatures: the signature of row"):
            a.team.merge(b.path, "Rae")
    with copy(base, "a") as a, copy(base, "b") as b:
        unsigned(b)
        b.decisions.tag(nos(b)[:1], "hot", "Omar", "key")
        with pytest.raises(DecisionError, match="1 new decisions of 'b', by Omar, aren't signed"):
            a.team.merge(b.path, "Rae")
        assert a.team.merge(b.path, "Rae", unsigned=True).added == 1
        a.team.export_decisions(_fresh(base.parent / "a.jsonl"))
        with b._opened.store.change("Omar", "test"):
            b._opened.store.db.execute(f"DROP TRIGGER decision_fixed; {move}")
        with pytest.raises(DecisionError, match="recorded differently"):
            a.team.merge(b.path, "Rae")


def test_the_audit_names_the_other(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        b.decisions.tag(nos(b)[:2], "hot", "Omar", "key")
        head = b._opened.store.audit_head()
        a.team.merge(b.path, "Rae")
        actor, detail = a._opened.store.rows("SELECT actor, detail FROM audit WHERE action='merge'")[0]
        said = json.loads(detail)
        assert actor == "Rae" and said["audit"] == f"{head[0]}:{head[1]}" and said["items"] == 2
        assert said["case"] == "b" and said["steps"] == [[1, 1, 2]]


def test_nobody_merges_without_a_name(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b, pytest.raises(DecisionError, match="reviewer's name"):
        a.team.merge(b.path, " ")


def test_later_decisions_are_later_than_what_was_merged(base: Path) -> None:
    """Also where the other computer's clock is ahead: whoever decides after the merge has the last word."""
    with copy(base, "a") as a, copy(base, "b") as b:
        no = nos(a)[0]
        ahead = "2099-01-01T00:00:00.000Z"
        b.decisions.tag([no], "hot", "Omar", "key")
        a.team.merge(b.path, "Rae")
        a._opened.store.set_meta("clock", ahead)
        a.decisions.untag([no], "hot", "Rae", "key")
        assert a.decisions.history(no)[-1].time == "2099-01-01T00:00:00.001Z"


def test_nothing_is_taken_from_a_file_without_its_end(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        b.decisions.tag(nos(b), "hot", "Omar", "key")
        path = _fresh(base.parent / "cut.jsonl")
        b.team.export_decisions(path)
        path.write_bytes(b"\n".join(path.read_bytes().split(b"\n")[:-2]) + b"\n")
        with pytest.raises(DecisionError, match="ends too early"):
            a.team.merge(path, "Rae")
        assert a.status().tags == () and a._opened.store.value("SELECT count(*) FROM audit WHERE action='merge'") == 0


def test_items_that_moved_are_known_in_copies_that_read_them_where_they_are(tmp_path: Path) -> None:
    """One copy has read a mailbox before it grew and was renamed, the other one only afterwards."""

    def box(*numbers: int) -> bytes:
        return b"".join(
            b"From a@x Tue May  2 08:20:30 2023\n" + mail(f"Bird {n}", f"heron {n}\n", message_id=f"<{n}@x>") + b"\n"
            for n in numbers
        )

    with case_of(tmp_path, {"dana/box.mbox": box(1, 2), "dana/plan.txt": "the plan"}) as first:
        root = tmp_path / "records/dana"
        (root / "box.mbox").write_bytes(box(3, 2, 1))
        first.index()
        (root / "box.mbox").rename(root / "old.mbox")
        (root / "plan.txt").rename(root / "old.txt")
        first.index()
        with Case.create(tmp_path / "second", first.scope.policy) as second:
            second.index()
            for case, words, tag in ((first, '"heron 1" OR plan', "hot"), (second, '"heron 2" OR plan', "relevant")):
                case.decisions.tag(case.search.run(words).nos, tag, "Rae" if tag == "hot" else "Omar", "key")
            first.team.batches.create("heron", "birds", "Rae")
            first.team.export_decisions(tmp_path / "first.jsonl")
            report = second.team.merge(tmp_path / "first.jsonl", "Omar")
            assert (report.added, report.aside) == (3, 0) and second.team.batches.all()[0].missing == 0
            assert second.team.merge(tmp_path / "first.jsonl", "Omar").added == 0
            assert first.team.merge(second.path, "Rae").aside == 0

            def tagged(case: Case) -> set[tuple[str, tuple[str, ...]]]:
                rows = case.search.rows(case.search.run("*").nos)
                return {(row.subject or row.name, row.tags) for row in rows if row.tags}

            assert tagged(first) == tagged(second) and len(tagged(first)) == 3
            sound(first)
            sound(second)


def test_notes_on_sealed_items_stay_at_home_until_they_are_open(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        one, two, three, *_ = nos(a)
        a.decisions.note(one, "known to both", "Rae", "key")
        b.team.merge(a.path, "Omar")
        a.decisions.note(two, "only here", "Rae", "key")
        b.decisions.note(three, "only there", "Omar", "key")
        a.decisions.seal([one, two, three], "why", "Rae", "key")
        b.team.merge(a.path, "Omar")
        assert {note for _, note in state(b).values()} == {""} and b.search.run("is:sealed").total == 3
        a.team.merge(b.path, "Rae")
        for case in (a, b):
            case.team.export_decisions(_fresh(base.parent / "notes.jsonl"))
            assert not any(word in (base.parent / "notes.jsonl").read_text() for word in ("both", "only"))
            sound(case)
        for no in (one, two):
            unseal(a, no, asking="Kim", granting="Lee")
        b.team.merge(a.path, "Omar", approver=a.team.roster().approver)
        assert state(a) == state(b) and sorted(note for _, note in state(b).values())[-2:] == [
            "known to both",
            "only here",
        ]
        sound(b)


# Tests that no honest course of events in two copies of a case is taken for an alteration.


@pytest.mark.nightly
def test_nobody_is_accused(tmp_path: Path) -> None:
    assert [*accused(made(tmp_path), range(1000, 1000 + examples(8)))] == []
