"""``triage senses``: the lines of a word with several senses."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Say
from tests.insight.harvest_letters import harvest_letters
from tests.records import case_of


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> str:
    with case_of(tmp_path_factory.mktemp("letters"), harvest_letters(12)) as case:
        return str(case.path)


def test_senses(letters: str, say: Say) -> None:
    text = say("senses", letters, "harvest", "--limit", "3")
    assert "24 hits in 24 items, 24 different lines; 0 marked as meant, 0 as not" in text
    assert "Mark these next" in text and "As in the items" in text and "»harvest«" in text and "and 21 more" in text
    value = json.loads(say("senses", letters, "harvest", "--json"))
    assert len(value["next"]) == 4 and value["lines"][0]["score"] is None
    text = say("senses", letters, "harvest", "--meant", "1", "2", "--not", "3", "--reviewer", "Rae")
    assert "2 marked as meant, 1 as not" in text and "The likeliest meant first" in text and "+" in text
    text = say("senses", letters, "harvest", "--sample", "5")
    assert "Drawn, and not judged yet" in text
    drawn = [
        str(line["number"])
        for line in json.loads(say("senses", letters, "harvest", "--json"))["lines"]
        if line["drawn"]
    ]
    text = say("senses", letters, "harvest", "--meant", *drawn)
    assert len(drawn) == 5 and "sorted as meant" in text and "confidence 0.95" in text
    report = json.loads(say("senses", letters, "harvest", "--progress", "json").splitlines()[-1])["report"]
    assert report["drawn"] == 5
    assert "no line 99" in say("senses", letters, "harvest", "--meant", "99", code=2)


def test_no_line(texts: str, say: Say) -> None:
    assert "0 hits in 0 items" in say("senses", texts, "nowhere")
