"""Tests of triage.insight.names.api: candidates with evidence, what is decided of them, and what is like a name."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

from tests.insight.letters import letter_files
from tests.records import case_of
from triage.case import Case, verify
from triage.errors import CaseError, DecisionError
from triage.insight.names.nouns import NameCandidate

WAYS = {
    "dana/joined.txt": "see #blueheron for more",
    "dana/split.txt": "the Blue Heron stands",
    "dana/broken.txt": "they call it Blue Her-\non now\nher work goes on",
    "dana/spaced.txt": "B l u e H e r o n",
    "dana/initials.txt": "as B.H. says",
    "dana/cyrillic.txt": "the Вlue Heron paper",
    "dana/wrong.txt": "Blue Herom again",
    "dana/camel.txt": "BlueHeron as such",
    "dana/hebrew.txt": "יצחק כתב",
    "dana/latin.txt": "Yitzhak wrote",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = letter_files(many=80)
    with case_of(tmp_path_factory.mktemp("names"), files | WAYS) as case:
        case.reports.insight.names.find()
        return case.path


def candidates(case: Case, rejected: bool = False) -> dict[str, NameCandidate]:
    report = case.reports.insight.names.ranked(rejected=rejected)
    assert report is not None
    return {one.word: one for one in report.candidates}


@pytest.mark.nightly
def test_a_candidate_has_people_dates_and_three_lines(case: Case) -> None:
    plover = candidates(case)["plover"]
    assert plover.written == "Plover" and plover.items == 10 and plover.first == plover.last == "2023-05-02T08:20:30Z"
    assert len(plover.people) == 3 and len(plover.lines) == 3
    assert all("Plover" in line.text and case.search.find(line.id) for line in plover.lines)
    assert len({line.sender for line in plover.lines}) == 3


@pytest.mark.nightly
def test_an_accepted_name_becomes_a_saved_search_with_its_origin(case: Case) -> None:
    saved = case.reports.insight.names.accept("Plover", "Rae", "the deal")
    assert (saved.name, saved.query, saved.author) == ("the deal", "plover", "Rae")
    assert candidates(case)["plover"].state == "accepted"
    details = [json.loads(row[0]) for row in case._opened.store.rows("SELECT detail FROM audit ORDER BY seq")]
    assert any(str(detail.get("origin")).startswith("name candidate ") for detail in details)
    assert all(check.held for check in verify(case.path))


@pytest.mark.nightly
def test_a_report_says_what_was_suggested_and_decided(case: Case, tmp_path: Path) -> None:
    case.reports.insight.names.accept("Plover", "Rae")
    case.decisions.tag(case.search.run("plover").nos[:1], "relevant", "Rae", "key")
    other = next(one.word for one in candidates(case).values() if not one.state)
    case.reports.insight.names.reject(other, "Omar")
    case.export.bundle(tmp_path / "export", "plover", "Rae")
    text = (tmp_path / "export" / "report.html").read_text("utf-8")
    assert "copies counted once; 0 of them in the suggested order" in text and "Coded: 1 more" in text
    assert "words that may be names" in text and "accepted the name plover" in text
    assert f"rejected the name {other}" in text


def test_a_rejected_name_is_remembered_and_never_lost(case: Case) -> None:
    case.reports.insight.names.reject("plover", "Rae")
    case.reports.insight.names.find()
    assert "plover" not in candidates(case) and candidates(case, rejected=True)["plover"].state == "rejected"
    report = case.reports.insight.names.ranked()
    assert report is not None and report.rejected == 1
    case.reports.insight.names.accept("plover", "Rae")
    assert candidates(case)["plover"].state == "accepted"
    case._opened.store.set_meta("rejected_names", '["plover"]')  # as a program wrote it that isn't this one
    assert candidates(case)["plover"].state == "accepted"


def test_nobody_rejects_and_no_other_word_is_a_candidate(case: Case) -> None:
    with pytest.raises(CaseError, match="isn't among the candidates"):
        case.reports.insight.names.accept("pump", "Rae")
    with pytest.raises(DecisionError):
        case.reports.insight.names.reject("plover", " ")


def test_a_name_is_found_in_each_other_way_that_items_write_it(case: Case) -> None:
    variants, more = case.reports.insight.names.variants("Blue Heron")
    kinds = {one.kind: one.items for one in variants}
    assert kinds == {"joined": 2, "spaced": 1, "initials": 1, "letters": 1, "spelling": 1}, "the name itself is found"
    assert more == 6
    assert {one.kind for one in case.reports.insight.names.variants("BlueHeron")[0]} == {
        *kinds,
        "line end",
        "split",
    } - {"joined"}
    assert [(one.query, one.kind, one.items) for one in case.reports.insight.names.variants("Yitzhak")[0]] == [
        ('"יצחק"', "script", 1)
    ]
    assert case.reports.insight.names.variants("Whimbrel") == ((), 0)


def test_words_used_alike_come_with_it_and_nothing_is_widened(case: Case) -> None:
    likeness = case.reports.insight.names.like("Plover")
    assert likeness is not None and likeness.aliases[0].word == "gannet"
    assert case.search.run("Plover").total == 10
    assert case.reports.insight.names.like("Plover", stop=lambda: True) is None


def test_no_ranking_is_listed_before_one_was_made(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/1.txt": "word"}) as fresh:
        assert fresh.reports.insight.names.ranked() is None
        assert fresh.reports.insight.names.find() is not None
        report = fresh.reports.insight.names.ranked()
        assert report is not None and report.candidates == ()


@pytest.mark.parametrize(
    ("query", "more"),
    [('"blue heron"', 6), ("BlueHeron", 6), ("NOT BlueHeron", 0), ("subject:blueheron", 0), ("blue w/3 heron", 0)],
)
def test_what_is_also_written_is_found_by_one_more_query(case: Case, query: str, more: int) -> None:
    other = case.reports.insight.names.also_written(query)
    before, after = case.search.run(query).nos, case.search.run(other.query).nos
    assert set(before) <= set(after) and len(after) - len(before) == other.items == more
    assert bool(other.variants) == bool(more)


def test_the_words_of_the_index_are_let_go_at_once(case: Case) -> None:
    gc.collect()
    gc.disable()  # as in the window, whose threads never look for garbage
    try:
        assert case.reports.insight.names.also_written('BlueHeron OR "blue heron"').variants
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        kept = [one for holder in gc.garbage for one in gc.get_referents(holder) if isinstance(one, dict)]
        assert not [words for words in kept if "blueheron" in words]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


def test_other_ways_to_write_stay_where_the_word_stands_in_a_query(case: Case) -> None:
    other = case.reports.insight.names.also_written("BlueHeron AND again")
    names = {row.name for row in case.search.rows(case.search.run(other.query).nos)}
    assert names == {"wrong.txt"} and other.items == 1
