"""``triage near --contained``: mails that later ones quote in full."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Say
from tests.insight.contained_threads import mail, threads
from tests.records import case_of


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A case of two conversations."""
    files: dict[str, bytes | str] = {
        f"all/{n}{at}.eml": mail(letter, f"{n}.{at}", f"{n}.1" if at > 1 else "")
        for n, thread in enumerate(threads()[:3], 1)
        for at, letter in enumerate(thread.letters, 1)
    }
    with case_of(tmp_path_factory.mktemp("answers"), files) as case:
        return str(case.path)


def test_contained(answers: str, say: Say) -> None:
    text = say("near", answers, "--contained")
    assert "7 mails compared: 3 quoted in full by a later one" in text and "Pump in the north barn" in text
    value = json.loads(say("near", answers, "--contained", "--limit", "1", "--json"))
    assert value["contained"] == 3 and len(value["mails"]) == 1
    assert "and 2 more" in say("near", answers, "--contained", "--limit", "1")
    assert value["mails"][0]["id"] in say("search", answers, "is:contained", "--ids")
    report = json.loads(say("near", answers, "--contained", "--progress", "json").splitlines()[-1])["report"]
    assert len(report["mails"]) == 3


def test_none_is_contained(texts: str, say: Say) -> None:
    assert "0 mails compared: 0 quoted in full" in say("near", texts, "--contained")
