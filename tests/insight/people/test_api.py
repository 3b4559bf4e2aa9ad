"""Tests of triage.insight.people.api: what is counted is what is found, merges are decided, a seal leaves nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.insight.people.mailboxes import mailboxes
from tests.records import case_of
from triage.case import Case, verify
from triage.errors import CaseError, DecisionError
from triage.insight.people.nouns import PeopleReport, SamePerson

DANA, OMAR, RAE = (f"{name}@orrin.example" for name in ("dana", "omar", "rae"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with case_of(tmp_path_factory.mktemp("people"), mailboxes()) as case:
        return case.path


def between(case: Case, one: str, other: str) -> SamePerson:
    every = case.reports.insight.people.suggestions(decided=True)
    return next(s for s in every if s.first and {s.first.key, s.second.key} == {one, other})


def test_people_ties_and_timeline_count_copies_once(case: Case) -> None:
    report = case.reports.insight.people.report()
    people = {one.key: one for one in report.people}
    assert (people[DANA].sent, people[DANA].received, people[DANA].name) == (57, 1, "Dana Levi")
    assert people[OMAR].sent == 66 + 8 and people[OMAR].first == "2023-01-02"
    ties = {(one.sender, one.recipient): one.mails for one in report.ties}
    assert ties[DANA, OMAR] == 57 and ties[OMAR, DANA] == 1 and ties[OMAR, RAE] == 73
    assert report.mails == sum(one.mails for one in report.timeline) == 57 + 74 + 3
    assert report.people_count == len(people) and report.undated == 0


def test_the_set_shown_is_the_set_searched(case: Case) -> None:
    """Each person, tie and period has a query, and it finds what ``items`` gives."""
    people = case.reports.insight.people
    for weeks in (False, True):
        report = people.report(weeks=weeks)
        for period in report.timeline:
            assert case.search.run(period.query).nos == people.items(period=period.start) != ()
    for one in report.people:
        assert case.search.run(one.query).nos == people.items(person=one.key) != ()
    for tie in report.ties:
        nos = set(case.search.run(tie.query).nos)
        assert nos and nos <= set(people.items(person=tie.sender, other=tie.recipient))
        assert len({case.search.item(no).row.subject for no in nos}) == tie.mails


@pytest.mark.parametrize("query", ["subject:budget", "from:omar OR from:rae", "is:duplicate", "custodian:dana"])
def test_a_query_and_a_person_choose_messages(case: Case, query: str) -> None:
    people = case.reports.insight.people
    report = people.report(query, person=OMAR)
    assert set(people.items(query, person=OMAR)) == set(case.search.run(f"({query}) participants:{OMAR}").nos)
    for part in (*report.people, *report.ties, *report.timeline):
        nos = set(case.search.run(part.query).nos)
        assert nos and nos <= set(people.items(query, person=OMAR))
    assert sum(one.mails for one in report.timeline) == report.mails


def test_two_people_and_one_who_is_unknown(case: Case) -> None:
    people = case.reports.insight.people
    report = people.report(person="Dana Levi <dana@orrin.example>", other=OMAR)
    assert report.person == DANA and report.mails == 58
    with pytest.raises(CaseError, match="No message is from or to 'nobody'"):
        people.report(person="nobody")
    with pytest.raises(CaseError, match="no month and no week"):
        people.items(period="2023-13")


# ---- what may be one person


def test_accepted_identities_are_one_person(case: Case) -> None:
    people = case.reports.insight.people
    for other in ("dl77@post.example", "x1@post.example"):
        accepted = people.accept(between(case, DANA, other).id, "Rae")
        assert (accepted.state, accepted.reviewer) == ("accepted", "Rae") and accepted.time
    report = people.report()
    dana = next(one for one in report.people if one.key == DANA)
    assert dana.identities == (DANA, "dl77@post.example", "x1@post.example") and dana.sent == 59
    assert case.search.run(dana.query).nos == people.items(person="x1@post.example")
    assert (report.accepted, report.rejected) == (2, 0)
    assert people.report(person="dl77@post.example").person == DANA
    people.reject(between(case, DANA, "dl77@post.example").id, "Omar")
    assert people.report(person="dl77@post.example").person == "dl77@post.example"
    assert all(check.held for check in verify(case.path))


def test_a_name_alone_in_another_script_is_merged_too(case: Case) -> None:
    people = case.reports.insight.people
    people.accept(between(case, OMAR, "סעיד עומר").id, "Rae")
    omar = next(one for one in people.report().people if one.key == OMAR)
    assert omar.sent == 75 and case.search.run(omar.query).nos == people.items(person=OMAR)


def test_two_are_merged_that_nothing_suggests(case: Case) -> None:
    people = case.reports.insight.people
    made = people.join("Dana Levi <dana@orrin.example>", RAE, "Omar")
    assert made.state == "accepted" and made.evidence == ()
    assert next(one for one in people.report().people if one.key == RAE).identities == (DANA, RAE)
    (listed,) = [one for one in people.suggestions(decided=True) if one.id == made.id]
    assert listed == made and made.id not in {one.id for one in people.suggestions()}
    people.reject(made.id, "Omar")
    assert people.report(person=RAE).person == RAE
    suggested = between(case, DANA, "dl77@post.example")
    assert people.join("Levi, Dana <dl77@post.example>", DANA, "Omar").id == suggested.id
    for pair, why in (((DANA, "x@y.example"), "No message"), ((DANA, DANA), "given twice")):
        with pytest.raises(CaseError, match=why):
            people.join(*pair, "Omar")


def test_a_merge_is_listed_when_it_is_suggested_no_longer(case: Case) -> None:
    people = case.reports.insight.people
    one = between(case, DANA, "dl77@post.example")
    store = case._opened.store
    ends = people._people.ends(one)
    with store.change("Rae", "accept person", suggestion="0123456789ab", likeness=one.score, ends=ends):
        pass
    (listed,) = [other for other in people.suggestions(decided=True) if other.id == "0123456789ab"]
    assert listed.state == "accepted" and listed.second.key == "dl77@post.example"
    people.reject(listed.id, "Rae")
    assert people.report(person="dl77@post.example").person == "dl77@post.example"


def test_what_is_rejected_is_remembered_and_never_lost(case: Case) -> None:
    people = case.reports.insight.people
    one = between(case, DANA, "dl77@post.example")
    people.reject(one.id[:6], "Rae")
    assert one.id not in {other.id for other in people.suggestions()}
    with Case.open(case.path, read_only=True) as again:
        rejected = between(again, DANA, "dl77@post.example")
        assert (rejected.state, rejected.reviewer) == ("rejected", "Rae")
        assert rejected.evidence == one.evidence and rejected.items == one.items
        assert again.reports.insight.people.report().rejected == 1


def test_nobody_decides_and_no_other_suggestion_is_known(case: Case) -> None:
    with pytest.raises(DecisionError):
        case.reports.insight.people.accept(between(case, DANA, "dl77@post.example").id, " ")
    for wrong in ("", "abc", "ffffffffffff"):
        with pytest.raises(CaseError, match="No suggestion"):
            case.reports.insight.people.reject(wrong, "Rae")


def test_decisions_name_no_address_on_disk(case: Case) -> None:
    case.reports.insight.people.accept(between(case, DANA, "dl77@post.example").id, "Rae")
    store = case._opened.store
    (detail,) = [json.loads(row[0]) for row in store.rows("SELECT detail FROM audit WHERE action='accept person'")]
    assert set(detail) >= {"suggestion", "likeness", "ends"} and "@" not in json.dumps(detail)


def test_a_decision_is_what_the_audit_has(case: Case) -> None:
    people, store = case.reports.insight.people, case._opened.store
    one = between(case, DANA, "dl77@post.example")
    people.accept(one.id, "Rae")
    (made,) = people._decisions
    forged = msgspec.json.encode([made._replace(id="0123456789ab")._asdict()]).decode()
    for text in ("[]", forged):
        store.set_meta("same_person", text)
        with Case.open(case.path) as again:
            report = again.reports.insight.people.report()
            assert (report.accepted, report.rejected) == (1, 0)
            assert again.reports.insight.people.report(person="dl77@post.example").person == DANA


def test_an_early_row_of_the_audit_names_the_suggestion_alone(case: Case) -> None:
    people = case.reports.insight.people
    one = between(case, DANA, "dl77@post.example")
    with case._opened.store.change("Rae", "accept person", suggestion=one.id, likeness=one.score):
        pass
    assert people.report(person="dl77@post.example").person == DANA


# ---- seals


def test_nothing_of_a_sealed_message_is_shown_or_kept(case: Case) -> None:
    people = case.reports.insight.people
    people.accept(between(case, DANA, "dl77@post.example").id, "Rae")
    people.report(person="dl77@post.example")
    case.decisions.seal(list(case.search.run("subject:private").nos), "customer content", "Rae", "key")
    report = people.report()
    assert not any("dl77" in text for text in told(report)) and report.mails == 133
    with pytest.raises(CaseError):
        people.items(person="dl77@post.example")
    assert not any("dl77" in one.second.key for one in people.suggestions(decided=True))
    assert case.decisions.purge_sealed()
    files = (path for path in case.path.rglob("*") if path.is_file() and path.name != "shown.jsonl")
    assert [path.name for path in files if b"dl77" in path.read_bytes()] == []
    sealed = set(case.search.run("is:sealed").nos)
    for part in (*report.people, *report.ties, *report.timeline):
        assert part.query and sealed.isdisjoint(case.search.run(part.query).nos)
    for period in report.timeline:
        assert case.search.run(period.query).nos == people.items(period=period.start)


def told(report: PeopleReport) -> Iterator[str]:
    for one in report.people:
        yield from (one.key, one.name, *one.identities)
    for tie in report.ties:
        yield from (tie.sender, tie.recipient)


def test_two_runs_give_the_same_report(case: Case) -> None:
    first, suggested = case.reports.insight.people.report(), case.reports.insight.people.suggestions()
    with Case.open(case.path, read_only=True) as again:
        assert again.reports.insight.people.report() == first
        assert again.reports.insight.people.suggestions() == suggested
