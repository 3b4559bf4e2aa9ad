"""``triage coverage``: what was searched, and samples of the rest."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Say
from tests.records import case_of


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


def test_what_is_searched_by_name_only_is_counted(tmp_path: Path, say: Say) -> None:
    signed = "DKIM-Signature: v=1; b=qq/yak/7\nSubject: Tea\nFrom: a@a.example\n\nA heron.\n"
    case_of(tmp_path, {"a.eml": signed, "b.txt": "heron"}).close()
    case = str(tmp_path / "case")
    assert "0 of 2 items found" in (text := say("coverage", case, "yak"))
    assert "searched by name only (transport:): 1 of these items have some" in text
    assert "1 of 2 items found" in say("coverage", case, "transport:yak")
    assert "by name only" not in say("coverage", case, "heron", "--within", "type:text/plain")
