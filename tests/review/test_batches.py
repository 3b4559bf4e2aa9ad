"""Tests of triage.review.batches: whole families, one person at a time, and every state in its turn."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.effort import HANGS
from tests.records import case_of
from tests.review.copies import copy, family, nos, original
from triage.case import Case
from triage.errors import DecisionError


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("batches"))


@pytest.fixture
def case(base: Path) -> Iterator[Case]:
    with copy(base, "case1") as made:
        yield made


def test_families_stay_whole(tmp_path: Path) -> None:
    with family(tmp_path, 3) as case:
        found = case.search.run("one").nos
        assert len(nos(case)) == 9 and len(found) == 3, "the attachments alone hold the word"
        made = case.team.create_batches("one", "Mails", "Rae", size=4)
        assert made.added == 6 and [(b.items, b.families) for b in made.batches] == [(3, 1)] * 3
        assert [b.name for b in made.batches] == ["Mails 1", "Mails 2", "Mails 3"]
        for batch in made.batches:
            items = case.search.run(batch.query).nos
            assert set(case.search.family(items[0])) == set(items)
        two = case.team.create_batches("one", "Again", "Rae", size=2)
        assert [b.items for b in two.batches] == [3, 3, 3], "a family larger than a batch is one of its own"
        assert two.elsewhere == 9
        with pytest.raises(DecisionError, match="nothing to put into a batch"):
            case.team.create_batches("one", "Fresh", "Rae", fresh=True)


def test_the_states_of_a_batch(case: Case) -> None:
    case.team.create_batches("common", "First", "Rae", size=3)
    assert [b.state for b in case.team.batches()] == ["blank", "blank"]
    taken = case.team.check_out_batch("", "Rae")
    assert (taken.name, taken.state, taken.reviewer) == ("First 1", "checked out", "Rae")
    assert case.team.check_out_batch("", "Rae").name == "First 1", "what one has comes first"
    assert case.team.check_out_batch("", "Omar").name == "First 2"
    with pytest.raises(DecisionError, match="No batch is free"):
        case.team.check_out_batch("", "Dana")
    with pytest.raises(DecisionError, match="Rae has had 'First 1'"):
        case.team.check_out_batch("First 1", "Omar")
    with pytest.raises(DecisionError, match="Only the person who has a batch can complete it"):
        case.team.complete_batch("First 1", "Omar")
    assert case.team.return_batch("First 1", "Omar").state == "pending", "anyone may give it back"
    assert case.team.batch("First 1").reviewer == "Rae"
    with pytest.raises(DecisionError, match="nobody has it"):
        case.team.complete_batch("First 1", "Rae")
    case.team.check_out_batch("First 1", "Omar")
    with pytest.raises(DecisionError, match="3 of 3 items"):
        case.team.complete_batch("First 1", "Omar")
    case.decisions.tag(case.search.run(case.team.batch("First 1").query).nos, "relevant", "Omar", "key")
    done = case.team.complete_batch("First 1", "Omar")
    assert (done.state, done.coded, done.items) == ("completed", 3, 3)
    assert done.left_query == 'batch:"First 1" AND is:untagged' and case.search.run(done.left_query).nos == ()
    with pytest.raises(DecisionError, match="--again"):
        case.team.check_out_batch("First 1", "Rae")
    assert case.team.check_out_batch("First 1", "Rae", again=True).state == "checked out"
    assert case.team.complete_batch("First 2", "Omar", anyway=True).state == "completed"
    assert all(check.held for check in case.verification.run())


def test_names(case: Case) -> None:
    batch = case.team.create_batches("word1", "  To   read ", "Rae").batches[0]
    assert batch.name == "To read" and case.team.batch("to READ") == batch and case.team.batch(batch.id) == batch
    assert case.search.run('batch:"to read"').nos == case.search.run("batch:to*").nos == case.search.run("word1").nos
    with pytest.raises(DecisionError, match="already"):
        case.team.create_batches("word2", "To read", "Rae")
    for wrong in ("", " ", "a*", 'a"', "x" * 81, "a\\b", "a\x00"):
        with pytest.raises(DecisionError, match="can't name a batch"):
            case.team.create_batches("word2", wrong, "Rae")
    with pytest.raises(DecisionError, match="no batch named 'none'"):
        case.team.batch("none")
    with pytest.raises(DecisionError, match="finds no item"):
        case.team.create_batches("nowhere", "Empty", "Rae")
    with pytest.raises(DecisionError, match="1 to"):
        case.team.create_batches("word2", "Odd", "Rae", size=-1)
    with pytest.raises(DecisionError, match="reviewer's name"):
        case.team.check_out_batch("To read", " ")
    assert [b.name for b in case.team.batches()] == ["To read"]


def test_a_failed_name_makes_no_batch_at_all(case: Case) -> None:
    case.team.create_batches("word1", "B 2", "Rae")
    with pytest.raises(DecisionError, match="already a batch named 'B 2'"):
        case.team.create_batches("common", "B", "Rae", size=3)
    assert [b.name for b in case.team.batches()] == ["B 2"]


def test_many_batches_are_numbered_in_order(case: Case) -> None:
    made = case.team.create_batches("common", "P", "Rae", size=1).batches
    assert [b.name for b in made] == [f"P {i}" for i in range(1, 7)]
    assert [n for b in made for n in case.search.run(b.query).nos] == nos(case)


def _take(path: str, who: str, start: Any, said: Any) -> None:
    with Case.open(Path(path)) as case:
        start.wait()
        got = []
        while True:
            try:
                got.append(case.team.check_out_batch("", who).name)
                case.team.complete_batch(got[-1], who, anyway=True)
            except DecisionError:
                break
        said.put((who, got))


@pytest.mark.nightly
def test_two_processes_never_have_the_same_batch(case: Case) -> None:
    case.team.create_batches("common", "P", "Rae", size=1)
    context = multiprocessing.get_context("spawn")
    start, said = context.Barrier(2), context.Queue()
    people = [context.Process(target=_take, args=(str(case.path), who, start, said)) for who in ("Rae", "Omar")]
    for person in people:
        person.start()
    taken = [name for _ in people for name in said.get(timeout=HANGS)[1]]
    for person in people:
        person.join(HANGS)
    assert sorted(taken) == [f"P {i}" for i in range(1, 7)]
    assert {b.state for b in case.team.batches()} == {"completed"}


def test_the_steps_are_append_only(case: Case) -> None:
    case.team.create_batches("common", "P", "Rae")
    case.team.check_out_batch("P", "Rae")
    for sql in ("UPDATE work_step SET value='x'", "DELETE FROM work_step"):
        with pytest.raises(Exception, match="append-only"):
            case._opened.store.db.execute(sql)


def test_a_batch_has_one_of_each_copy(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {f"{who}/{i}.txt": f"word{i} common" for who in ("dana", "omar") for i in range(4)}
    with case_of(tmp_path, files) as case:
        made = case.team.create_batches("common", "All", "Rae", size=3)
        assert [(b.items, b.with_copies) for b in made.batches] == [(3, 6), (1, 2)] and made.copies == 4
        listed = [case.search.run(b.query).nos for b in made.batches]
        assert len(case.search.sorted([no for nos in listed for no in nos], "", collapse=True)) == 4
        with pytest.raises(DecisionError, match="nothing to put into a batch"):
            case.team.create_batches("custodian:omar", "Again", "Rae", fresh=True)
        (dana,) = case.team.create_batches("custodian:omar word1", "Omar", "Rae").batches
        assert {row.custodian for row in case.search.rows(case.search.run(dana.query).nos)} == {"omar"}
        with copy(case.path, "other") as other:
            (tmp_path / "all").mkdir()
            case.team.export_decisions(tmp_path / "all" / "file.jsonl")
            other.team.merge(tmp_path / "all" / "file.jsonl", "Omar")
            assert [b.with_copies for b in other.team.batches()] == [6, 2, 2]
