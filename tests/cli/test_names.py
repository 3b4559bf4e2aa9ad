"""``triage names``: candidates for code names, what is decided of them, and what is like a name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.insight.letters import letters
from tests.records import case_of, mail


@pytest.fixture(scope="module")
def deals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of letters about a deal."""
    files: dict[str, bytes | str] = {
        f"dana/{one.no}.eml": mail(f"note {one.no}", one.text, sender=one.sender) for one in letters(many=80)
    }
    files["dana/way.txt"] = "P l o v e r and Plovers\nto a person"
    with case_of(tmp_path_factory.mktemp("deals"), files) as case:
        return case.path


def test_names(deals: Path, say: Say) -> None:
    case = str(deals)
    text = say("names", case)
    assert "1. " in text and "Plover · 10 items · 2023-05-02 to 2023-05-02" in text and "@orrin.example" in text
    assert len(json.loads(say("names", case, "--limit", "1", "--json"))["candidates"]) == 1
    assert "Gannet, version 1: gannet" in say("names", case, "--accept", "gannet", "--reviewer", "Rae")
    assert "Rejected: plover" in say("names", case, "--reject", "plover", "--reviewer", "Rae")
    text = say("names", case, "--again")
    assert "1 name was rejected" in text and "· accepted" in text and "Plover ·" not in text
    assert "· rejected" in say("names", case, "--all")
    assert "isn't among the candidates" in say("names", case, "--accept", "pump", code=2)
    report = say("names", case, "--progress", "json").splitlines()
    assert json.loads(report[-1])["report"]["rejected"] == 1


def test_names_like(deals: Path, say: Say) -> None:
    text = say("names", str(deals), "--like", "Plover")
    assert 'also written: "p l o v e r", "plovers" (1 more item)' in text and "spaced out" in text
    assert "gannet" in text
    assert json.loads(say("names", str(deals), "--like", "Plover", "--json"))["aliases"][0]["word"] == "gannet"
    assert "in another way" in say("names", str(deals), "--like", "Whimbrel")


def test_nothing_stands_out(texts: str, say: Say) -> None:
    assert "No word stands out" in say("names", texts)
