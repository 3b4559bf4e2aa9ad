"""``triage hits``: hits in context, in words, as JSON and as CSV."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from tests.cli.conftest import Say


def test_hits(partly_read: str, tmp_path: Path, say: Say) -> None:
    path = tmp_path / "hits.csv"
    say("hits", partly_read, "heron", "--csv", str(path))
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert [(row["Before"], row["Hit"], row["After"]) for row in rows][1] == (
        "the blue ",
        "heron",
        " flies \x9b31m red",
    )
    text = say("hits", partly_read, "heron", "--width", "12", "--sort", "left")
    assert "2 hits in 1 item\n" in text and "the blue »heron« flies" in text and "\x9b" not in text
    said = json.loads(say("hits", partly_read, "heron", "--limit", "1", "--json"))
    assert said["hits"]["total"] == 2 and len(said["hits"]["lines"]) == 1
    assert "item, date, left, right" in say("hits", partly_read, "heron", "--sort", "beauty", code=2)
