"""Every count of a custodian's items is the same, and an export by custodian takes no other mailbox's file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.case import Case

CUSTODIANS = (
    "dana",
    "Omar Said",
    "two  blanks",
    "O’Neil, Ann",
    "Zoe\u0308",
    "דנה\u200f לוי",
    "ｗｉｄｅ（x）",
    "a\\b",
    "brackets [x]!(y)",
    "AND",
    "x:y",
    "it's 5%",
    "new\nline",
)
UNASKABLE = ("who?", "“Boss”", "all*")
COPY = mail("Fees", "the same fees")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    files: dict[str, bytes | str] = {}
    for number, name in enumerate((*CUSTODIANS, *UNASKABLE)):
        files[f"{name}/copy {number}.eml"] = COPY
        files.update({f"{name}/{n}.txt": f"own {number} {n}" for n in range(number)})
    with case_of(tmp_path_factory.mktemp("custodians"), files) as made:
        made.decisions.tag(made.search.run("own").nos[::3], "relevant", "Rae", "key")
        yield made


@pytest.mark.nightly
def test_every_count_of_a_custodian_is_that_of_the_status(case: Case) -> None:
    expected = {name: number + 1 for number, name in enumerate((*CUSTODIANS, *UNASKABLE))}
    assert dict(case.status().custodians) == expected
    (facet,) = (facet for facet in case.reports.facets(case.search.run("*").nos) if facet.name == "custodian")
    assert {value.value: value.items for value in facet.values} == expected
    (row,) = case.reports.terms(["*"]).rows
    assert row.tally is not None and dict(row.tally.custodians) == expected
    parts = case.team.progress().custodians
    assert {part.name: part.items for part in parts} == expected
    assert sum(part.coded for part in parts) == case.status().tagged
    for name, query in [*((v.value, v.query) for v in facet.values), *((p.name, p.query) for p in parts)]:
        assert (not query) == (name in UNASKABLE), name
        if query:
            rows = case.search.rows(case.search.run(query).nos)
            assert {row.custodian for row in rows} == {name} and len(rows) == expected[name], query


def test_all_custodians_and_all_paths_are_those_of_any_copy(case: Case) -> None:
    copies, dana = case.search.run('subject:"fees"').nos, case.search.run("custodian:dana").nos
    assert len(copies) == len(CUSTODIANS) + len(UNASKABLE) and len(dana) == 1
    assert case.search.run("all-custodians:dana").nos == copies
    assert case.search.run('all-paths:"*copy 0.eml"').nos == copies
    assert case.search.run('path:"*copy 0.eml"').nos == dana
    assert case.search.run('all-custodians:"omar said"').total == len(copies) + 1
    assert set(case.search.run('path:"two  blanks/*"').nos) == set(case.search.run('custodian:"two blanks"').nos)


def test_a_batch_and_an_export_by_custodian_take_no_other_mailboxs_file(case: Case, tmp_path: Path) -> None:
    batch = case.team.batches.create('custodian:"omar said"', "of Omar", "Rae").batches[0]
    assert batch.items == dict(case.status().custodians)["Omar Said"]
    assert {row.custodian for row in case.search.rows(case.search.run(batch.query).nos)} == {"Omar Said"}
    report = case.export.bundle(tmp_path / "out", 'custodian:"omar said"', "Rae")
    with (tmp_path / "out" / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert report.findings == len(rows) == batch.items
    assert {row["custodian"] for row in rows} == {"Omar Said"}
    assert all(row["path"].startswith("Omar Said/") for row in rows)


def test_every_completion_can_be_run_and_finds_what_it_names(case: Case) -> None:
    assert {"subject:", "custodian:", "is:"} <= set(case.reports.completions(""))
    fields = ("tag", "type", "is", "has", "lang", "origin", "problem", "reviewer", "batch", "sample", "judged", "date")
    offered = {field: case.reports.completions(field) for field in (*fields, "custodian")}
    for query in [query for queries in offered.values() for query in queries]:
        case.search.run(query)
    assert sum(case.search.run(query).total > 0 for query in offered["custodian"]) == len(CUSTODIANS)
    assert {"tag:relevant", "tag:hot"} <= set(offered["tag"]) and {"type:mail", "type:pdf"} <= set(offered["type"])
    assert "reviewer:Rae" in offered["reviewer"] and offered["date"] == []
