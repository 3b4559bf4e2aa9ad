"""``triage saved``: saved searches, their runs, and what changed between them."""

from __future__ import annotations

import json

from tests.cli.conftest import Say


def test_saved(partly_read: str, say: Say) -> None:
    assert "birds, version 1: heron" in say("saved", "add", partly_read, "birds", "heron", "--reviewer", "Rae")
    assert "run 1 of birds: 1 item ·" in say("saved", "run", partly_read, "birds", "--reviewer", "Rae")
    say("saved", "add", partly_read, "birds", "heron OR bird", "--reviewer", "Rae")
    assert json.loads(say("saved", "run", partly_read, "birds", "--reviewer", "Rae", "--json"))["total"] == 2
    text = say("saved", "diff", partly_read, "birds")
    assert "run 1: 1 item ·" in text and "run 2: 2 items" in text and "+1  query edited: " in text
    assert (
        json.loads(say("saved", "diff", partly_read, "birds", "1", "2", "--json"))["moves"][0]["reason"]
        == "query edited"
    )
    assert "Both found the same" in say("saved", "diff", partly_read, "birds", "2", "2")
    assert "heron OR bird" in say("saved", "list", partly_read)
    assert say("saved", "list", partly_read, "birds").count("fts5") == 2
    assert "two runs" in say("saved", "diff", partly_read, "birds", "1", code=2)
    assert "nobody" in say("saved", "run", partly_read, "nobody", code=2)
    assert "^" in say("saved", "add", partly_read, "x", "(heron", code=2)
