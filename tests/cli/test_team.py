"""``triage batch``, ``sample``, ``merge``."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from tests.cli.conftest import Say

# ``triage batch``: a batch from new to completed.


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


# ``triage sample``: a sample from drawing to recall.


def test_a_sample_from_drawing_to_recall(texts: str, say: Say) -> None:
    say("tag", texts, "relevant", "--query", "word0 OR word1", "--reviewer", "Rae")
    say("tag", texts, "not-relevant", "--query", "is:untagged", "--reviewer", "Rae")
    drawn = say("sample", "draw", texts, "Null", "tag:not-relevant", "--size", "3", "--seed", "s", "--reviewer", "Omar")
    assert "3 of 4 items drawn, seed s" in drawn
    items = json.loads(say("sample", "list", texts, "Null", "--json"))["rows"]
    assert "3 of 3 items are still to be assessed" in say("sample", "list", texts, "Null")
    assert "relevant" not in say("sample", "list", texts, "Null"), "blind"
    assert "has not been assessed yet" in say("sample", "report", texts, "Null")
    say("sample", "judge", texts, "Null", "relevant", items[0]["id"], "--reviewer", "Omar")
    rest = [item["id"] for item in items[1:]]
    assert "3 of 3" in say("sample", "judge", texts, "Null", "not-relevant", *rest, "--reviewer", "Omar")
    said = say("sample", "report", texts, "Null", "--known", "tag:relevant")
    assert "Rate 33.33% (1 of 3); with 0.95 confidence" in said and "1 to 2 of 4 (Clopper-Pearson)" in said
    assert "Known relevant outside it: 2" in said and "recall 50.00% to 66.67%" in said
    say("sample", "judge", texts, "Null", "none", rest[1], "--reviewer", "Omar")
    assert "The first 2 in drawing order" in say("sample", "report", texts, "Null")
    assert re.search(r"Null +3 +4 +2 +blind +s +tag:not-relevant", say("sample", "list", texts))


# ``triage merge --write`` and ``triage merge``: two people exchange their decisions.


def test_two_people_exchange_their_decisions(texts: str, tmp_path: Path, say: Say) -> None:
    theirs = str(shutil.copytree(texts, tmp_path / "theirs"))
    say("tag", texts, "relevant", "--query", "word1", "--reviewer", "Rae")
    say("tag", theirs, "not-relevant", "--query", "word1 OR word2", "--reviewer", "Omar")
    file = str(tmp_path / "omar.jsonl")
    written = say("merge", theirs, "--write", file)
    assert f"{file}: 2 decisions, 0 batches" in written
    seal = re.search(r"^checksum ([0-9a-f]{64})$", written, re.MULTILINE)
    assert seal and (tmp_path / "omar.jsonl").stat().st_mode & 0o077 == 0
    assert "exists" in say("merge", theirs, "--write", file, code=2)
    assert "not the one that was stated" in say("merge", texts, file, "--seal", "0" * 64, code=2)
    dry = say("merge", texts, file, "--seal", seal[1], "--dry-run", "--reviewer", "Rae")
    assert "Nothing has been changed" in dry and "1 conflict;" in dry and "No two" in say("merge", texts)
    merged = say("merge", texts, file, "--seal", seal[1], "--reviewer", "Rae")
    assert "2 records, 0 known here, 2 new" in merged and "New decisions: Omar 2; 2 items" in merged
    assert re.search(r"relevance +Rae: tag relevant, .*Omar: tag not-relevant, .*not-relevant, relevant", merged)
    assert "0 new" in say("merge", texts, theirs, "--reviewer", "Rae")
    assert "1 conflict;" in say("merge", texts)
    assert json.loads(say("merge", texts, "--json"))["rows"][0]["about"] == "relevance"
    back = json.loads(say("merge", theirs, texts, "--reviewer", "Omar", "--json"))
    assert back["added"] == 1 and back["disputed"] == 1
    assert "holds  decisions are audited" in say("verify", theirs)
