"""Tests of triage.store.facts: what is true of items now, of their own copy unless all copies are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.store.facts import StoredFacts

ATTACHED = (
    "From: Dana <dana@x.example>\nTo: Omar <omar@x.example>\nBcc: Lea <lea@x.example>\nSubject: With\n"
    "Date: Tue, 02 May 2023 10:00:00 +0000\nMessage-ID: <9@x.example>\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nsee attached\n--b\n'
    'Content-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n'
    "\nattached text\n--b--\n"
)
FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("One", "alpha", date="Mon, 01 May 2023 23:59:59 +0000"),
    "omar/1.eml": mail("One", "alpha", date="Mon, 01 May 2023 23:59:59 +0000"),
    "omar/2.eml": ATTACHED,
    "omar/notes.txt": "gamma",
    "omar/empty.bin": "",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with case_of(tmp_path_factory.mktemp("facts"), FILES) as made:
        made.decisions.tag(made.search.run("gamma").nos, "Hot Stuff", "Rae", "bulk")
        made.decisions.note(made.search.run("gamma").nos[0], "ask counsel", "Omar", "key")
        yield made


def places(case: Case, nos: frozenset[int] | set[int]) -> set[str]:
    items = [case.search.item(n) for n in nos]  # type: ignore[arg-type]
    return {f"{i.path}{'#' + i.member if i.member else ''}" for i in items}


@pytest.mark.parametrize(
    ("name", "pattern", "expected"),
    [
        ("tag", "hot stuff", {"omar/notes.txt"}),
        ("tag", "h*", {"omar/notes.txt"}),
        ("tag", "hot", set()),
        ("custodian", "dana", {"dana/1.eml"}),
        ("custodian", "d*", {"dana/1.eml"}),
        ("all-custodians", "dana", {"dana/1.eml", "omar/1.eml"}),
        ("all-custodians", "nobody", set()),
        ("type", "plain", {"omar/notes.txt", "omar/2.eml#0"}),
        ("type", "text/*", {"omar/notes.txt", "omar/2.eml#0"}),
        ("type", "eml", {"dana/1.eml", "omar/1.eml", "omar/2.eml"}),
        ("path", "dana/*", {"dana/1.eml"}),
        ("all-paths", "dana/*", {"dana/1.eml", "omar/1.eml"}),
        ("reviewer", "omar", {"omar/notes.txt"}),
        ("origin", "body", {"dana/1.eml", "omar/1.eml", "omar/2.eml", "omar/2.eml#0", "omar/notes.txt"}),
    ],
)
def test_named(case: Case, name: str, pattern: str, expected: set[str]) -> None:
    assert places(case, StoredFacts(case._opened.store).named(name, pattern)) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("tagged", {"omar/notes.txt"}),
        ("duplicate", {"dana/1.eml", "omar/1.eml"}),
        ("problem", {"omar/empty.bin"}),
        ("attachment", {"omar/2.eml#0"}),
        ("family", {"omar/2.eml", "omar/2.eml#0"}),
        ("unsearchable", set()),
        ("undated", {"omar/empty.bin", "omar/notes.txt"}),
    ],
)
def test_states(case: Case, state: str, expected: set[str]) -> None:
    assert places(case, StoredFacts(case._opened.store).state(state)) == expected


@pytest.mark.parametrize(
    ("holding", "expected"),
    [
        ("attachment", {"omar/2.eml"}),
        ("bcc", {"omar/2.eml"}),
        ("note", {"omar/notes.txt"}),
        ("tag", {"omar/notes.txt"}),
    ],
)
def test_holdings(case: Case, holding: str, expected: set[str]) -> None:
    assert places(case, StoredFacts(case._opened.store).having(holding)) == expected


def test_dates_are_utc_days_with_an_open_end(case: Case) -> None:
    facts = StoredFacts(case._opened.store)
    assert places(case, facts.dated("sent", "2023-05-01", "2023-05-02")) == {"dana/1.eml", "omar/1.eml"}
    assert places(case, facts.dated("sent", "2023-05-02", "")) == {"omar/2.eml"}
    assert places(case, facts.dated("", "", "2023-05-03")) == {"dana/1.eml", "omar/1.eml", "omar/2.eml", "omar/2.eml#0"}


def test_dates_may_be_hours(case: Case) -> None:
    facts = StoredFacts(case._opened.store)
    assert places(case, facts.dated("sent", "2023-05-01T23", "2023-05-02")) == {"dana/1.eml", "omar/1.eml"}
    assert not facts.dated("sent", "2023-05-01T22", "2023-05-01T23")


def test_decisions_by_their_time_and_reviewer(case: Case) -> None:
    facts = StoredFacts(case._opened.store)
    times = dict(case._opened.store.rows("SELECT reviewer, time FROM decision"))
    hour = times["Rae"][:13]
    assert places(case, facts.decided(hour, "", "*")) == {"omar/notes.txt"}
    assert places(case, facts.decided(hour, "", "omar")) == {"omar/notes.txt"}
    assert not facts.decided(hour, "", "Nobody")
    assert not facts.decided("", hour, "*")
    assert not facts.decided("2999-01-01", "", "*")


def test_what_was_undone_was_not_decided(tmp_path: Path) -> None:
    with case_of(tmp_path, {"omar/notes.txt": "gamma"}) as made:
        made.decisions.tag(made.search.run("gamma").nos, "hot", "Rae", "key")
        assert len(StoredFacts(made._opened.store).decided("", "", "*")) == 1
        made.decisions.undo("Rae")
        assert not StoredFacts(made._opened.store).decided("", "", "*")


def test_sizes(case: Case) -> None:
    facts = StoredFacts(case._opened.store)
    assert places(case, facts.sized(0, 1)) == {"omar/empty.bin"}
    assert places(case, facts.sized(5, 6)) == {"omar/notes.txt"}


def test_ids_families_and_hashes_by_their_beginning(case: Case) -> None:
    facts = StoredFacts(case._opened.store)
    child = next(case.search.item(n) for n in case.search.run("").nos if case.search.item(n).member)
    assert places(case, facts.identified("id", child.row.id[:8])) == {"omar/2.eml#0"}
    assert places(case, facts.identified("family", child.row.id)) == {"omar/2.eml", "omar/2.eml#0"}
    parent = case.search.item(child.family)
    assert places(case, facts.identified("hash", parent.mih)) == {"omar/2.eml"}
    assert places(case, facts.identified("hash", parent.sha256[:12])) == {"omar/2.eml"}


def test_notes_that_stand(case: Case) -> None:
    facts = StoredFacts(case._opened.store)
    assert places(case, facts.noted("*COUNSEL*")) == {"omar/notes.txt"}
    assert not facts.noted("*lawyer*")
