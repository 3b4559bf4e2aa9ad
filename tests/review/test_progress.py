"""Tests of triage.review.batches: every number is what its query finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.case import Case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    twice = "the same words at two places"
    files: dict[str, bytes | str] = {
        "dana/a.txt": twice,
        "omar/a.txt": twice,
        "dana/b.txt": "heron b",
        "omar/c.txt": "heron c",
        "dana/may.eml": mail(message_id="<1@orrin.example>"),
        "omar/empty.txt": b"",
        "omar/odd.bin": b"\x00\x01\x02" * 50,
        "dana/june.eml": mail("June", date="Fri, 02 Jun 2023 10:20:30 +0200", message_id="<2@orrin.example>"),
    }
    with case_of(tmp_path_factory.mktemp("progress"), files) as made:
        heron = made.search.run("heron").nos
        made.decisions.tag(heron, "relevant", "Rae", "key")
        made.decisions.tag(made.search.run("from:dana").nos, "not-relevant", "Omar", "key")
        made.decisions.untag(heron[:1], "relevant", "Omar", "key")
        made.decisions.tag(made.search.run("heron").nos, "hot", "Rae", "key")
        made.decisions.undo("Rae")
        made.decisions.note(heron[0], "look again", "Dana", "key")
        made.search.save("Herons", "heron", "Rae")
        made.search.save("Odd", "subject:(june)", "Rae")
        made.team.batches.create("heron", "First", "Rae")
        yield made


def test_every_number_is_what_its_query_finds(case: Case) -> None:
    said = case.team.progress(terms=["from:dana", "same AND words"])
    counts = [*said.tags, *said.problems, *said.searchable, said.disputed]
    parts = [said.whole, *said.custodians, *said.months, *said.terms]
    assert len(said.custodians) == 2 and len(said.months) >= 2 and len(said.terms) == 4 and said.problems
    for count in counts:
        assert count.query is not None and case.search.run(count.query).total == count.items, count
    for part in parts:
        assert part.query is not None and part.left_query is not None
        assert case.search.run(part.query).total == part.items, part
        assert case.search.run(part.left_query).total == part.items - part.coded, part
    for reviewer in said.reviewers:
        assert reviewer.query is not None and case.search.run(reviewer.query).total == reviewer.items
    for hour in said.hours:
        everybody = set[int]()
        for part in hour.reviewers:
            assert part.query is not None
            found = set(case.search.run(part.query).nos)
            mine = {n for n in case.search.run("").nos for d in case.decisions.history(n) if d.reviewer == part.name}
            assert 0 < len(found) <= part.decisions and found <= mine
            everybody |= found
        assert set(case.search.run(hour.query).nos) == everybody
    for batch in said.batches:
        assert case.search.run(batch.query).total == batch.items
        assert case.search.run(batch.left_query).total == batch.items - batch.coded


def test_the_numbers(case: Case) -> None:
    said = case.team.progress()
    assert said.whole.items == 8 and said.whole.coded == 3 and said.decisions == 6
    assert {r.name: (r.decisions, r.items, r.hours) for r in said.reviewers} == {
        "Rae": (2, 2, 1),
        "Omar": (3, 3, 1),
        "Dana": (1, 1, 1),
    }
    assert sum(hour.decisions for hour in said.hours) == 6 and said.hours[0].start.endswith(":00Z")
    assert [(c.name, c.items) for c in said.tags] == [("not-relevant", 2), ("relevant", 1)]
    assert said.disputed.items == 1
    assert {p.name: p.items for p in said.months} == {"": 6, "2023-05": 1, "2023-06": 1}, "files' times are no dates"
    assert [p.name for p in said.terms] == ["Herons", "Odd"]
    assert sum(c.items for c in said.searchable) == 8
    assert not case.team.progress(saved=False).terms


def test_a_search_that_cannot_be_asked_says_why(case: Case) -> None:
    (term,) = case.team.progress(terms=["a AND ("], saved=False).terms
    assert term.note and term.left_query is None and (term.items, term.coded) == (0, 0)


def test_an_empty_case(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    with case_of(tmp_path, {}) as empty:
        said = empty.team.progress()
        assert said.whole.items == said.decisions == said.disputed.items == 0
        assert said.custodians == said.months == said.hours == said.reviewers == said.batches == ()
