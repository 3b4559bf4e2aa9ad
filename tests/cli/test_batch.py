"""``triage batch``: a batch from new to completed."""

from __future__ import annotations

import json
import re

from tests.cli.conftest import Say


def test_a_batch_from_new_to_done(texts: str, say: Say) -> None:
    assert "no batches yet" in say("batch", "list", texts)
    assert "First 2" in say("batch", "new", texts, "First", "common", "--size", "3", "--reviewer", "Rae")
    taken = json.loads(say("batch", "take", texts, "--reviewer", "Rae", "--json"))
    assert (taken["name"], taken["state"]) == ("First 1", "checked out")
    assert "Rae has had" in say("batch", "take", texts, "First 1", "--reviewer", "Omar", code=2)
    assert "3 of 3 items" in say("batch", "done", texts, "First 1", "--reviewer", "Rae", code=2)
    say("tag", texts, "relevant", "--query", taken["query"], "--reviewer", "Rae")
    line = say("batch", "done", texts, "First 1", "--reviewer", "Rae").splitlines()[1]
    assert re.search(r"First 1 +completed +Rae +3 +3 +3 +3 +100%", line)
    assert "is blank: nobody has it" in say("batch", "give", texts, "First 2", "--reviewer", "Rae", code=2)
    again = say("batch", "new", texts, "Again", "common", "--reviewer", "Rae")
    assert "3 of the items are also in another open batch" in again
    assert [b["state"] for b in json.loads(say("batch", "list", texts, "--json"))["rows"]] == [
        "completed",
        "blank",
        "blank",
    ]
