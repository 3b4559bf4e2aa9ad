"""Marked passages: words that stand in the text, for all copies, undone and sealed as other decisions are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import case_of
from tests.review import copies
from tests.review.people import unseal
from triage.case import Case
from triage.errors import DecisionError
from triage.model.items import ItemNo
from triage.model.redactions import LONGEST, MarkedPassage
from triage.store import decision_log

TEXT = "Dear Omar,\nthe heron 🐦 leaves on Friday.\nDana\n"
HERON = MarkedPassage(0, TEXT.index("the heron"), "the heron 🐦 leaves")
DANA = MarkedPassage(0, TEXT.rindex("Dana"), "Dana")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    files = {"dana/1.txt": TEXT, "omar/2.txt": TEXT, "omar/3.txt": "nothing else", "omar/4.txt": "x" * (LONGEST + 1)}
    with case_of(tmp_path, files) as made:
        yield made


def item(case: Case, path: str) -> ItemNo:
    return case.search.run(f"path:**/{path}").nos[0]


def test_a_passage_is_marked_for_every_copy_and_undone_as_one_step(case: Case) -> None:
    one, copy, other = (item(case, f"{n}.txt") for n in (1, 2, 3))
    assert case.decisions.passages.mark(one, [DANA, HERON], "Rae", "key").changed == (one,)
    assert case.decisions.passages.of(one) == case.decisions.passages.of(copy) == [HERON, DANA]
    assert case.decisions.passages.of(other) == []
    assert case.decisions.passages.mark(copy, [HERON], "Omar", "key").unchanged == 1, "it is marked already"
    assert [(d.action, d.value) for d in case.decisions.history(one)] == [("mark", DANA.value), ("mark", HERON.value)]
    assert case.decisions.undo("Rae").changed == (one,)
    assert case.decisions.passages.of(copy) == []
    assert all(check.held for check in case.verification.run())


def test_a_mark_is_taken_off_where_it_was_made(case: Case) -> None:
    one, copy = (item(case, f"{n}.txt") for n in (1, 2))
    case.decisions.passages.mark(one, [HERON, DANA], "Rae", "key")
    assert case.decisions.passages.unmark(copy, [HERON], "Omar", "key").changed == (one,)
    assert case.decisions.passages.of(one) == [DANA]
    case.decisions.undo("Omar")
    assert case.decisions.passages.of(one) == [HERON, DANA]


@pytest.mark.parametrize(
    "passage",
    [
        MarkedPassage(0, 1, "the heron"),
        MarkedPassage(1, 0, "Dear"),
        MarkedPassage(0, 0, ""),
        MarkedPassage(0, len("Dear Omar,"), "\n"),
    ],
)
def test_only_words_that_stand_there_are_marked(case: Case, passage: MarkedPassage) -> None:
    with pytest.raises(DecisionError, match="isn't at this position"):
        case.decisions.passages.mark(item(case, "1.txt"), [HERON, passage], "Rae", "key")
    assert case.decisions.passages.of(item(case, "1.txt")) == [], "the step is whole or not at all"


def test_a_passage_has_a_greatest_length(case: Case) -> None:
    no = item(case, "4.txt")
    case.decisions.passages.mark(no, [MarkedPassage(0, 1, "x" * LONGEST)], "Rae", "key")
    with pytest.raises(DecisionError, match="at most 5,000"):
        case.decisions.passages.mark(no, [MarkedPassage(0, 0, "x" * (LONGEST + 1))], "Rae", "key")


@pytest.mark.nightly
def test_a_seal_takes_the_words_away_and_opening_it_brings_them_back(case: Case) -> None:
    one = item(case, "1.txt")
    case.decisions.passages.mark(one, [HERON, DANA], "Rae", "key")
    case.decisions.passages.unmark(one, [DANA], "Rae", "key")
    case.decisions.tag([one], "customer-content", "Rae", "key")
    assert case.decisions.passages.of(one) == []
    assert [d.value for d in case.decisions.history(one) if "mark" in d.action] == ["", "", ""]
    with pytest.raises(DecisionError, match="two people"):
        case.decisions.passages.mark(one, [HERON], "Rae", "key")
    assert case.decisions.purge_sealed()
    assert all("heron 🐦".encode() not in p.read_bytes() for p in case.path.iterdir() if p.is_file())
    assert all(check.held for check in case.verification.run())
    unseal(case, one)
    assert case.decisions.passages.of(one) == [HERON]
    assert all(check.held for check in case.verification.run())


def test_marks_go_with_the_decisions_to_a_copy_of_the_case(case: Case, tmp_path: Path) -> None:
    path = case.path
    one = item(case, "1.txt")
    with copies.copy(path, "theirs") as theirs:
        theirs.decisions.passages.mark(one, [HERON], "Omar", "key")
        theirs.team.export_decisions(tmp_path / "decisions.jsonl")
    case.decisions.passages.mark(one, [DANA], "Rae", "key")
    report = case.team.merge(tmp_path / "decisions.jsonl", "Rae")
    assert not report.conflicts, "two who mark different passages don't differ"
    assert case.decisions.passages.of(one) == [HERON, DANA]


def test_who_changes_a_mark_behind_the_program_is_found_out(case: Case) -> None:
    case.decisions.passages.mark(item(case, "1.txt"), [HERON], "Rae", "key")
    store = case._opened.store
    with store.db:
        store.db.execute("DROP TRIGGER decision_fixed")
        store.db.execute("UPDATE decision SET value=? WHERE action='mark'", (DANA.value,))
    assert decision_log.passages(store, [item(case, "1.txt")]) == {item(case, "1.txt"): [DANA]}
    assert not all(check.held for check in case.verification.run())
