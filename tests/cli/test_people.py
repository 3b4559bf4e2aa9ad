"""``triage people``: who wrote to whom, and what is decided of who may be one person."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Say, ids
from tests.insight.people.mailboxes import mailboxes
from tests.records import case_of

DANA, OMAR = "dana@orrin.example", "omar@orrin.example"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with case_of(tmp_path_factory.mktemp("people"), mailboxes()) as case:
        return case.path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> str:
    return str(shutil.copytree(made, tmp_path / "case"))


def test_people_ties_and_timeline(case: str, say: Say) -> None:
    text = say("people", case, "--read-only")
    assert "134 messages, copies counted once" in text and "and 1 more" not in text
    assert f'type:mail AND from:"{OMAR}" AND (to:"rae@orrin.example"' in text
    assert "2023-03  " in text and "####" in text and "Who may be one person: 0 accepted, 0 rejected" in text
    value = json.loads(say("people", case, "subject:week", "--limit", "1", "--weeks", "--json"))
    assert len(value["people"]) == len(value["ties"]) == 1 and value["ties_count"] == 2
    assert value["timeline"][0]["start"] == "2023-01-02" and value["query"] == "subject:week"
    assert "and 1 more" in say("people", case, "subject:week", "--limit", "1")


def test_the_ids_are_what_the_query_finds(case: str, say: Say) -> None:
    value = json.loads(say("people", case, "--person", DANA, "--json"))
    (month,) = [one for one in value["timeline"] if one["start"] == "2023-02"]
    listed = say("people", case, "--person", DANA, "--period", "2023-02", "--ids").split()
    assert sorted(listed) == sorted(ids(say, case, month["query"])) and listed
    both = json.loads(say("people", case, "--person", DANA, "--other", OMAR, "--ids", "--json"))["items"]
    assert set(listed) <= set(both)
    assert "No message is from or to" in say("people", case, "--person", "nobody", code=2)


def test_suggestions_are_accepted_rejected_and_listed(case: str, say: Say) -> None:
    text = say("people", case, "--suggestions")
    assert "Dana Levi <dana@orrin.example> = Levi, Dana <dl77@post.example>" in text
    assert "Both are named dana levi." in text
    value = json.loads(say("people", case, "--suggestions", "--json"))
    every = {(one["first"]["key"], one["second"]["key"]): one["id"] for one in value["suggestions"]}
    post, script = (every[DANA, key] for key in ("dl77@post.example", "x1@post.example"))
    assert "accepted: Dana Levi <dana@orrin.example>" in say("people", case, "--accept", post, "--reviewer", "Rae")
    assert "rejected: " in say("people", case, "--reject", script[:8], "--reviewer", "Omar")
    text = say("people", case, "--suggestions", "--all")
    assert "· accepted by Rae, " in text and "· rejected by Omar, " in text and "1 accepted, 1 rejected." in text
    assert post not in say("people", case, "--suggestions")
    assert "1 accepted, 1 rejected" in say("people", case)
    assert "accepted: " in say("people", case, "--same", OMAR, "rae@orrin.example", "--reviewer", "Rae")
    assert "2 accepted, 1 rejected." in say("people", case, "--suggestions", "--all", "--limit", "0")
    assert "No suggestion has the id" in say("people", case, "--accept", "0000", code=2)
