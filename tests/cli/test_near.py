"""``triage near``: near-duplicates, and how two items differ."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Say
from tests.records import case_of


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A case of two versions of a letter, and another text."""
    points = "\n".join(f"On point {n} we have agreed with all of it" for n in range(40))
    files: dict[str, bytes | str] = {
        "dana/long.txt": f"The price is ten per ton\n{points}\nand one more line at its end",
        "dana/short.txt": f"The price is nine per ton\n{points}",
        "dana/other.txt": "a text about gannets that is like none of the others here at all",
    }
    with case_of(tmp_path_factory.mktemp("letters"), files) as case:
        return str(case.path)


def test_near(letters: str, say: Say) -> None:
    ids = {
        name: say("search", letters, f"path:dana/{name}.txt", "--ids").strip() for name in ("long", "short", "other")
    }
    assert "Nothing near" in say("near", letters, "--compare", ids["short"], code=2)
    assert "3 different texts compared: 2 texts in 1 group of near-duplicates." in say("near", letters)
    text = say("near", letters, "--compare", ids["short"])
    assert "-The price is ten per ton" in text and "+The price is nine per ton" in text and "point 20" not in text
    assert text.index(ids["long"]) < text.index(ids["short"])
    value = json.loads(say("near", letters, "--compare", ids["short"], ids["long"], "--json"))
    assert value["items"] == [ids["short"], ids["long"]] and "+and one more line at its end" in value["lines"]
    assert "Their texts are the same" in say("near", letters, "--compare", ids["other"], ids["other"])
    report = say("near", letters, "--progress", "json").splitlines()[-1]
    assert json.loads(report)["report"] == {"compared": 3, "near": 2, "groups": 1}
