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
        made = case.team.batches.create("one", "Mails", "Rae", size=4)
        assert made.added == 6 and [(b.items, b.families) for b in made.batches] == [(3, 1)] * 3
        assert [b.name for b in made.batches] == ["Mails 1", "Mails 2", "Mails 3"]
        for batch in made.batches:
            items = case.search.run(batch.query).nos
            assert set(case.search.family(items[0])) == set(items)
        two = case.team.batches.create("one", "Again", "Rae", size=2)
        assert [b.items for b in two.batches] == [3, 3, 3], "a family larger than a batch is one of its own"
        assert two.elsewhere == 9
        with pytest.raises(DecisionError, match="nothing to put into a batch"):
            case.team.batches.create("one", "Fresh", "Rae", fresh=True)


def test_the_states_of_a_batch(case: Case) -> None:
    case.team.batches.create("common", "First", "Rae", size=3)
    assert [b.state for b in case.team.batches.all()] == ["blank", "blank"]
    taken = case.team.batches.check_out("", "Rae")
    assert (taken.name, taken.state, taken.reviewer) == ("First 1", "checked out", "Rae")
    assert case.team.batches.check_out("", "Rae").name == "First 1", "what one has comes first"
    assert case.team.batches.check_out("", "Omar").name == "First 2"
    with pytest.raises(DecisionError, match="No batch is free"):
        case.team.batches.check_out("", "Dana")
    with pytest.raises(DecisionError, match="Rae has had 'First 1'"):
        case.team.batches.check_out("First 1", "Omar")
    with pytest.raises(DecisionError, match="Only the person who has a batch can complete it"):
        case.team.batches.complete("First 1", "Omar")
    assert case.team.batches.check_in("First 1", "Omar").state == "pending", "anyone may give it back"
    assert case.team.batches.named("First 1").reviewer == "Rae"
    with pytest.raises(DecisionError, match="nobody has it"):
        case.team.batches.complete("First 1", "Rae")
    case.team.batches.check_out("First 1", "Omar")
    with pytest.raises(DecisionError, match="3 of 3 items"):
        case.team.batches.complete("First 1", "Omar")
    case.decisions.tag(case.search.run(case.team.batches.named("First 1").query).nos, "relevant", "Omar", "key")
    done = case.team.batches.complete("First 1", "Omar")
    assert (done.state, done.coded, done.items) == ("completed", 3, 3)
    assert done.left_query == 'batch:"First 1" AND is:untagged' and case.search.run(done.left_query).nos == ()
    with pytest.raises(DecisionError, match="--again"):
        case.team.batches.check_out("First 1", "Rae")
    assert case.team.batches.check_out("First 1", "Rae", again=True).state == "checked out"
    assert case.team.batches.complete("First 2", "Omar", anyway=True).state == "completed"
    assert all(check.held for check in case.verification.run())


def test_names(case: Case) -> None:
    batch = case.team.batches.create("word1", "  To   read ", "Rae").batches[0]
    assert (
        batch.name == "To read"
        and case.team.batches.named("to READ") == batch
        and case.team.batches.named(batch.id) == batch
    )
    assert case.search.run('batch:"to read"').nos == case.search.run("batch:to*").nos == case.search.run("word1").nos
    with pytest.raises(DecisionError, match="already"):
        case.team.batches.create("word2", "To read", "Rae")
    for wrong in ("", " ", "a*", 'a"', "x" * 81, "a\\b", "a\x00"):
        with pytest.raises(DecisionError, match="can't name a batch"):
            case.team.batches.create("word2", wrong, "Rae")
    with pytest.raises(DecisionError, match="no batch named 'none'"):
        case.team.batches.named("none")
    with pytest.raises(DecisionError, match="finds no item"):
        case.team.batches.create("nowhere", "Empty", "Rae")
    with pytest.raises(DecisionError, match="1 to"):
        case.team.batches.create("word2", "Odd", "Rae", size=-1)
    with pytest.raises(DecisionError, match="reviewer's name"):
        case.team.batches.check_out("To read", " ")
    assert [b.name for b in case.team.batches.all()] == ["To read"]


def test_a_failed_name_makes_no_batch_at_all(case: Case) -> None:
    case.team.batches.create("word1", "B 2", "Rae")
    with pytest.raises(DecisionError, match="already a batch named 'B 2'"):
        case.team.batches.create("common", "B", "Rae", size=3)
    assert [b.name for b in case.team.batches.all()] == ["B 2"]


def test_many_batches_are_numbered_in_order(case: Case) -> None:
    made = case.team.batches.create("common", "P", "Rae", size=1).batches
    assert [b.name for b in made] == [f"P {i}" for i in range(1, 7)]
    assert [n for b in made for n in case.search.run(b.query).nos] == nos(case)


def _take(path: str, who: str, start: Any, said: Any) -> None:
    with Case.open(Path(path)) as case:
        start.wait()
        got = []
        while True:
            try:
                got.append(case.team.batches.check_out("", who).name)
                case.team.batches.complete(got[-1], who, anyway=True)
            except DecisionError:
                break
        said.put((who, got))


@pytest.mark.nightly
def test_two_processes_never_have_the_same_batch(case: Case) -> None:
    case.team.batches.create("common", "P", "Rae", size=1)
    context = multiprocessing.get_context("spawn")
    start, said = context.Barrier(2), context.Queue()
    people = [context.Process(target=_take, args=(str(case.path), who, start, said)) for who in ("Rae", "Omar")]
    for person in people:
        person.start()
    taken = [name for _ in people for name in said.get(timeout=HANGS)[1]]
    for person in people:
        person.join(HANGS)
    assert sorted(taken) == [f"P {i}" for i in range(1, 7)]
    assert {b.state for b in case.team.batches.all()} == {"completed"}


def test_the_steps_are_append_only(case: Case) -> None:
    case.team.batches.create("common", "P", "Rae")
    case.team.batches.check_out("P", "Rae")
    for sql in ("UPDATE work_step SET value='x'", "DELETE FROM work_step"):
        with pytest.raises(Exception, match="append-only"):
            case._opened.store.db.execute(sql)


def test_a_batch_has_one_of_each_copy(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {f"{who}/{i}.txt": f"word{i} common" for who in ("dana", "omar") for i in range(4)}
    with case_of(tmp_path, files) as case:
        made = case.team.batches.create("common", "All", "Rae", size=3)
        assert [(b.items, b.with_copies) for b in made.batches] == [(3, 6), (1, 2)] and made.copies == 4
        listed = [case.search.run(b.query).nos for b in made.batches]
        assert len(case.search.sorted([no for nos in listed for no in nos], "", collapse=True)) == 4
        with pytest.raises(DecisionError, match="nothing to put into a batch"):
            case.team.batches.create("custodian:omar", "Again", "Rae", fresh=True)
        (dana,) = case.team.batches.create("custodian:omar word1", "Omar", "Rae").batches
        assert {row.custodian for row in case.search.rows(case.search.run(dana.query).nos)} == {"omar"}
        with copy(case.path, "other") as other:
            (tmp_path / "all").mkdir()
            case.team.export_decisions(tmp_path / "all" / "file.jsonl")
            other.team.merge(tmp_path / "all" / "file.jsonl", "Omar")
            assert [b.with_copies for b in other.team.batches.all()] == [6, 2, 2]
