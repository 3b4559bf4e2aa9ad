"""Tests of search term reports: every number against a count by hand over the stored text, on every engine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.records import case_of, mail, write
from tests.search.search_corpus import EVERY
from triage.case import Case
from triage.errors import EngineRefusal
from triage.messages import render, say
from triage.model.items import Item
from triage.model.reports import TermRow
from triage.text import words


def with_attachment(subject: str, body: str, attached: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "dana@orrin.example", "omar@orrin.example", subject
    message["Date"], message["Message-ID"] = "Tue, 02 May 2023 10:20:30 +0200", f"<{subject}@orrin.example>"
    message.set_content(body)
    message.add_attachment(attached.encode(), maintype="text", subtype="plain", filename=f"{subject}.txt")
    return message.as_bytes()


FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("One", "the blue heron, and a heron"),
    "dana/2.eml": mail("Two", "an egret and a heron"),
    "dana/2 again.eml": mail("Two", "an egret and a heron"),
    "omar/3.eml": with_attachment("Three", "see the list", "herons nest"),
    "omar/4.eml": with_attachment("Four", "an egret", "a heron w an egret"),
    "omar/5.eml": mail("Five", "nothing at all"),
    "omar/6.pdf": b"%PDF-1.4 broken",
}
TERMS = ["heron", "egret", "her*", '"blue heron"', "(broken", "egret OR stork", "nest w/2 herons", "stork"]


@pytest.fixture(scope="module", params=EVERY)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with case_of(tmp_path_factory.mktemp(request.param), FILES, engine=request.param) as case:
        yield case


def everything(case: Case) -> list[Item]:
    return [case.search.item(no) for no in case.search.run("*").nos]


def _error(row: TermRow) -> str:
    return render(row.error) if row.error else ""


def tokens(item: Item) -> list[list[str]]:
    row = item.row
    return [*map(words, (row.subject, row.name, row.sender, *item.to)), *(words(s.text) for s in item.segments)]


def test_the_numbers_are_those_of_a_count_by_hand(case: Case) -> None:
    report = case.reports.terms(TERMS)
    items = everything(case)
    tests = {"heron": {"heron"}, "egret": {"egret"}, "her*": {"heron", "herons"}, "egret OR stork": {"egret", "stork"}}
    for row in report.rows:
        if row.term not in tests:
            continue
        wanted = tests[row.term]
        hits = {item.row.no: sum(w in wanted for text in tokens(item) for w in text) for item in items}
        found = [item for item in items if hits[item.row.no]]
        families = {item.family for item in found}
        t = row.tally
        assert t is not None
        assert t.documents == len(found) and t.hits == sum(hits.values()), row.term
        assert t.families == len(families) and t.family == sum(item.family in families for item in items)
        assert t.distinct == len({item.digest for item in found})
        assert dict(t.custodians) == {
            c: n for c in ("dana", "omar") if (n := sum(item.row.custodian == c for item in found))
        }


def test_unique_is_what_no_other_term_finds(case: Case) -> None:
    report = case.reports.terms(["heron", "egret", '"blue heron"', "nest"])
    by_term = {row.term: row.tally for row in report.rows}
    heron, egret, blue, nest = (by_term[term] for term in ("heron", "egret", '"blue heron"', "nest"))
    assert heron and egret and blue and nest
    # 1 is also blue; 2 and its copy have both; 4's attachment has both, its message the egret alone
    assert (heron.documents, heron.unique) == (4, 0)
    assert (egret.documents, egret.unique) == (4, 1)
    assert (blue.documents, blue.unique, blue.unique_family) == (1, 0, 0)
    assert (nest.documents, nest.unique, nest.unique_family) == (1, 1, 2)
    assert egret.unique_family == 0  # the heron reaches 4's family as well


def test_the_union_is_no_sum(case: Case) -> None:
    report = case.reports.terms(["heron", "egret", "heron"])
    union = report.union
    assert union.documents == 5 and sum(row.tally.documents for row in report.rows if row.tally) == 12
    assert union.hits is None and union.unique is None
    assert dict(union.custodians) == {"dana": 3, "omar": 2}


def test_a_bad_term_stops_nothing_and_says_why(case: Case) -> None:
    report = case.reports.terms(TERMS)
    assert [row.term for row in report.rows] == TERMS and not report.stopped
    bad = report.rows[TERMS.index("(broken")]
    assert bad.tally is None and "parenthesis" in _error(bad) and "Perhaps: (broken)" in _error(bad)
    nothing = report.rows[TERMS.index("stork")].tally
    assert nothing is not None and (nothing.documents, nothing.hits, nothing.family) == (0, 0, 0)
    assert report.rows[TERMS.index("her*")].expansions[0].words == (("heron", 4), ("herons", 1))


def test_within_and_untagged(case: Case) -> None:
    within = case.reports.terms(["heron"], within="custodian:omar")
    assert within.scope.items == 6 and within.scope.reading == "custodian:omar" and within.custodians == ("omar",)
    tally = within.rows[0].tally
    assert tally is not None and (tally.documents, tally.family, tally.hits) == (1, 2, 1)
    assert within.scope.fully + within.scope.partly + within.scope.not_searchable == within.scope.items
    assert within.scope.partly + within.scope.not_searchable == 1  # the broken PDF
    nos = case.search.run("egret").nos
    case.decisions.tag(nos, "seen", "Rae", "key")
    untagged = case.reports.terms(["heron", "egret"], untagged=True)
    assert [row.tally.documents for row in untagged.rows if row.tally] == [1, 0]
    both = case.reports.terms(["heron"], within="custodian:omar OR custodian:dana", untagged=True)
    assert both.rows[0].tally and both.rows[0].tally.documents == 1
    case.decisions.undo("Rae")


def test_it_can_be_stopped_and_says_so(case: Case) -> None:
    stop = threading.Event()
    seen: list[tuple[int, int]] = []

    def done(number: int, of: int) -> None:
        seen.append((number, of))
        stop.set()

    report = case.reports.terms(["heron", "egret"], done=done, stop=stop)
    assert report.stopped and len(report.rows) == 1 and seen == [(1, 2)]


@pytest.mark.parametrize("line", ["\u200b", "\x00", "\u202e\u200f"])
def test_a_line_that_only_looks_empty_does_not_find_everything(case: Case, line: str) -> None:
    row = case.reports.terms([line, "*"]).rows[0]
    assert row.tally is None and row.error == say("query-blank")
    everything = case.reports.terms(["*"]).rows[0].tally
    assert everything is not None and everything.documents == case.status().items and everything.hits == 0


def test_hits_that_take_too_long_leave_the_documents(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> int:
        raise EngineRefusal("search-out-of-time", seconds=30)

    monkeypatch.setattr("triage.search.highlights.Occurrences.by_item", slow)
    row = case.reports.terms(["heron"]).rows[0]
    assert row.tally is not None and (row.tally.documents, row.tally.hits) == (4, None)
    assert "hits were not counted" in _error(row)


def test_all_terms_are_asked_of_one_moment(tmp_path: Path) -> None:
    """What another process reads in meanwhile is in none of the numbers, or the rows would not speak of one set."""
    with case_of(tmp_path, FILES) as case:

        def done(number: int, of: int) -> None:
            if number == 1:
                write(tmp_path / "records", {"dana/7.eml": mail("Seven", "heron")})
                with Case.open(case.path) as other:
                    other.index()
                    assert other.search.run("heron").total == 5

        report = case.reports.terms(["heron", "heron"], done=done)
        assert [row.tally.documents for row in report.rows if row.tally] == [4, 4]
        assert report.index.run == 1 and report.union.documents == 4
        assert case.reports.terms(["heron"]).union.documents == 5


def test_the_index_is_named(case: Case) -> None:
    index = case.reports.terms(["heron"]).index
    assert (
        index.run == 1 and index.engine.startswith(case._opened.engine_name) and index.id.startswith("run 1, ledger ")
    )
    assert index.items == len(everything(case))
