"""``triage coverage``: what was searched, and samples of the rest."""

from __future__ import annotations

import json

from tests.cli.conftest import Say


def test_coverage(partly_read: str, say: Say) -> None:
    text = say("coverage", partly_read, "her*", "--sample", "1", "--seed", "s")
    assert "2 of 3 items found; 2 fully searched" in text and "her* → here 1, heron 1" in text
    assert "interpreted as her*" in text and "Sample of 1, seed s" in text and "damaged" in text
    assert "All of them were checked: 1 are relevant." in say(
        "coverage", partly_read, "heron", "--sample", "1", "--seed", "s", "--found", "1"
    )
    said = json.loads(say("coverage", partly_read, "--json"))
    assert said["sentence"].startswith("3 items; 2 fully searched") and said["certificate"]["rest"] == 1
    assert "searched in full" in say("coverage", partly_read, "--within", "custodian:dana")
    assert "Which sample" in say("coverage", partly_read, "--found", "1", code=2)
