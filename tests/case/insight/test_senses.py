"""Tests of triage.case.insight.senses: marks are remembered, a drawn sample judges, and a seal leaves none of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests.insight.harvest_letters import harvest_letters
from tests.records import case_of, copied
from triage.case import Case
from triage.errors import CaseError
from triage.model.insight.senses import SenseReport
from triage.store.derived.near import FOLDER
from triage.store.derived.topics import FILE

QUERY = "harvest"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with case_of(tmp_path_factory.mktemp("senses"), harvest_letters()) as case:
        return case.path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Case]:
    with Case.open(copied(made, tmp_path) / "case") as opened:
        yield opened


def report(case: Case) -> SenseReport:
    found = case.reports.insight.senses.report(QUERY)
    assert found is not None
    return found


def is_project(case: Case, found: SenseReport, number: int) -> bool:
    (line,) = (line for line in found.lines if line.number == number)
    return case.search.item(case.search.find(line.id)).path.startswith("project/")


def mark(case: Case, numbers: tuple[int, ...], reviewer: str = "Rae") -> None:
    found = report(case)
    meant = [number for number in numbers if is_project(case, found, number)]
    case.reports.insight.senses.mark(QUERY, meant, [number for number in numbers if number not in meant], reviewer)


def mark_ten(case: Case) -> None:
    while sum(line.mark != "" for line in report(case).lines) < 10:
        mark(case, report(case).next)


def test_ten_marks_sort_the_rest_and_are_remembered(case: Case) -> None:
    before = report(case)
    assert (before.hits, before.items, len(before.lines), len(before.next)) == (60, 60, 60, 4)
    assert [line.number for line in before.lines] == list(range(1, 61)) and before.lines[0].score is None
    mark_ten(case)
    found = report(case)
    right = [((line.score or 0) > 0) == is_project(case, found, line.number) for line in found.lines]
    assert sum(right) >= 57 and len(found.next) == 2
    assert [line.score for line in found.lines] == sorted((line.score for line in found.lines), reverse=True)
    with Case.open(case.path, read_only=True) as other:
        again = other.reports.insight.senses.report(QUERY)
        assert again == found, "the same marks give the same order"
    assert {line.reviewer for line in found.lines if line.mark} == {"Rae"}
    assert case.search.run("is:tagged").nos == ()


def test_a_drawn_sample_says_how_far_the_order_can_be_trusted(case: Case) -> None:
    mark_ten(case)
    before = {line.number: line.score for line in report(case).lines}
    case.reports.insight.senses.draw(QUERY, 20, "1", "Rae")
    drawn = tuple(line.number for line in report(case).lines if line.drawn)
    assert len(drawn) == 20 and not {line.number for line in report(case).lines if line.mark} & set(drawn)
    assert report(case).precision is None and not set(report(case).next) & set(drawn)
    mark(case, drawn)
    found = report(case)
    assert {line.number: line.score for line in found.lines} == before, "nothing is learned from them"
    assert found.precision is not None and found.judged == sum((before[number] or 0) > 0 for number in drawn)
    assert found.precision.low < found.right / found.judged <= found.precision.high


def test_lines_with_the_same_words_are_one(case: Case, tmp_path: Path) -> None:
    text = harvest_letters()["crop/0.eml"]
    assert isinstance(text, bytes)
    with case_of(tmp_path / "two", {"a.eml": text, "b.eml": text.replace(b"note c0", b"Re: note c0")}) as other:
        found = report(other)
        assert (found.hits, len(found.lines), found.lines[0].same) == (2, 1, 2)


def test_a_seal_takes_marks_and_the_space_along(case: Case) -> None:
    mark_ten(case)
    sealed = next(line for line in report(case).lines if line.mark)
    kept = case.path / FOLDER / FILE
    with closing(apsw.Connection(str(kept))) as db:
        assert db.execute("SELECT count(*) FROM topics").get == 1
    case.decisions.seal([case.search.find(sealed.id)], "customer content", "Rae", "key")
    with closing(apsw.Connection(str(kept))) as db:
        assert db.execute("SELECT count(*) FROM topics").get == 0
    with closing(apsw.Connection(str(case.path / "case.db"))) as db:
        assert sealed.id not in str(db.execute("SELECT value FROM meta WHERE key='sense_marks'").get)
    found = report(case)
    assert len(found.lines) == 59 and sum(line.mark != "" for line in found.lines) == 9


def test_what_cannot_be_marked_is_refused(case: Case) -> None:
    for meant, not_meant in (([0], []), ([], [61]), ([3], [3])):
        with pytest.raises(CaseError, match="no line"):
            case.reports.insight.senses.mark(QUERY, meant, not_meant, "Rae")
    assert not [line for line in report(case).lines if line.mark]


def test_a_word_that_nothing_has(case: Case) -> None:
    found = case.reports.insight.senses.report("nowhere")
    assert found is not None and (found.hits, found.lines, found.next) == (0, (), ())


def test_it_stops_when_asked(made: Path, tmp_path: Path) -> None:
    with case_of(tmp_path, harvest_letters(4)) as case:
        assert case.reports.insight.senses.report(QUERY, stop=lambda: True) is None
