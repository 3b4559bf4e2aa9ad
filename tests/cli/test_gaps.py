"""``triage gaps``: what may be missing, with evidence and queries."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Say, ids
from tests.insight.people.mailboxes import mailboxes
from tests.records import case_of


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    with case_of(tmp_path_factory.mktemp("gaps"), mailboxes()) as made:
        return str(made.path)


def test_gaps_of_every_kind(case: str, say: Say) -> None:
    text = say("gaps", case, "--read-only")
    assert "2 files that are named and not here\n  omar · budget.xls · 2023-03-16\n" in text
    assert "<nowhere@orrin.example>" in text and "      from Omar Said <omar@orrin.example>" in text
    assert "and 1 more" in say("gaps", case, "--limit", "1")


def test_kinds_and_custodians_as_json(case: str, say: Say) -> None:
    value = json.loads(say("gaps", case, "--kind", "absent", "--custodian", "omar", "--json"))
    (gap,) = value["gaps"]
    assert value["counts"] == [{"kind": "absent", "custodian": "omar", "gaps": 1}]
    assert gap["evidence"] == "Items that refer to this message: 1. The case doesn't have it."
    assert ids(say, case, gap["query"]) == gap["ids"]
    assert json.loads(say("gaps", case, "--kind", "absent", "--custodian", "dana", "--json"))["gaps"] == []


def test_a_program_gets_progress_and_the_report(case: str, say: Say) -> None:
    lines = [json.loads(line) for line in say("gaps", case, "--progress", "json").splitlines()]
    assert "progress" in lines[0] and lines[-1]["report"]["mails"] > 100
