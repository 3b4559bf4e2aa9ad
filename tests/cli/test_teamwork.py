"""Tests of the commands of shared work: batch, sample, progress, decisions and merge, as a person types them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.review.copies import copy, original
from triage.cli import main


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("teamwork"))


@pytest.fixture
def case(base: Path) -> str:
    copy(base, "mine").close()
    return str(base.parent / "mine")


@pytest.fixture
def theirs(base: Path) -> str:
    copy(base, "theirs").close()
    return str(base.parent / "theirs")


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command that must end well; return what it printed."""

    def run(*args: str, code: int = 0) -> str:
        assert main(list(args)) == code
        said = capsys.readouterr()
        return said.err if code else said.out

    return run


def test_a_batch_from_new_to_done(case: str, say: Any) -> None:
    assert "no batch yet" in say("batch", case, "list")
    assert "First 2" in say("batch", case, "new", "First", "common", "--size", "3", "--reviewer", "Rae")
    taken = json.loads(say("batch", case, "take", "--reviewer", "Rae", "--json"))
    assert (taken["name"], taken["state"]) == ("First 1", "checked out")
    assert "Rae has had" in say("batch", case, "take", "First 1", "--reviewer", "Omar", code=2)
    assert "3 of 3 items" in say("batch", case, "done", "First 1", "--reviewer", "Rae", code=2)
    say("tag", case, "relevant", "--query", taken["query"], "--reviewer", "Rae")
    line = say("batch", case, "done", "First 1", "--reviewer", "Rae").splitlines()[1]
    assert re.search(r"First 1 +completed +Rae +3 +3 +3 +100%", line)
    assert "is blank: nobody has it" in say("batch", case, "give", "First 2", "--reviewer", "Rae", code=2)
    again = say("batch", case, "new", "Again", "common", "--reviewer", "Rae")
    assert "3 of the items are in another open batch, too" in again
    assert [b["state"] for b in json.loads(say("batch", case, "list", "--json"))] == ["completed", "blank", "blank"]


def test_a_sample_from_drawing_to_recall(case: str, say: Any) -> None:
    say("tag", case, "relevant", "--query", "word0 OR word1", "--reviewer", "Rae")
    say("tag", case, "not-relevant", "--query", "is:untagged", "--reviewer", "Rae")
    drawn = say("sample", case, "draw", "Null", "tag:not-relevant", "--size", "3", "--seed", "s", "--reviewer", "Omar")
    assert "3 of 4 items drawn, seed s" in drawn
    items = json.loads(say("sample", case, "list", "Null", "--json"))
    assert "3 of 3 items are still to be judged" in say("sample", case, "list", "Null")
    assert "relevant" not in say("sample", case, "list", "Null"), "blind"
    assert "isn't judged yet" in say("sample", case, "report", "Null")
    say("sample", case, "judge", "Null", "relevant", items[0]["id"], "--reviewer", "Omar")
    rest = [item["id"] for item in items[1:]]
    assert "3 of 3" in say("sample", case, "judge", "Null", "not-relevant", *rest, "--reviewer", "Omar")
    said = say("sample", case, "report", "Null", "--known", "tag:relevant")
    assert "Rate 33.33% (1 of 3); with 0.95 confidence" in said and "1 to 2 of 4 (Clopper-Pearson)" in said
    assert "Known relevant outside of it: 2" in said and "recall 50.00% to 66.67%" in said
    say("sample", case, "judge", "Null", "none", rest[1], "--reviewer", "Omar")
    assert "The first 2 in the order of drawing" in say("sample", case, "report", "Null")
    assert re.search(r"Null +3 +4 +2 +blind +s +tag:not-relevant", say("sample", case, "list"))


def test_two_people_exchange_their_decisions(case: str, theirs: str, tmp_path: Path, say: Any) -> None:
    say("tag", case, "relevant", "--query", "word1", "--reviewer", "Rae")
    say("tag", theirs, "not-relevant", "--query", "word1 OR word2", "--reviewer", "Omar")
    file = str(tmp_path / "omar.jsonl")
    written = say("decisions", theirs, "--out", file)
    assert f"{file}: 2 decisions, 0 batches" in written
    seal = re.search(r"^seal ([0-9a-f]{64})$", written, re.MULTILINE)
    assert seal and (tmp_path / "omar.jsonl").stat().st_mode & 0o077 == 0
    assert "exists" in say("decisions", theirs, "--out", file, code=2)
    assert "not the one that was told" in say("merge", case, file, "--seal", "0" * 64, code=2)
    dry = say("merge", case, file, "--seal", seal[1], "--dry-run", "--reviewer", "Rae")
    assert "Nothing was changed" in dry and "1 conflicts" in dry and "No two" in say("decisions", case)
    merged = say("merge", case, file, "--seal", seal[1], "--reviewer", "Rae")
    assert "2 records, 0 known here, 2 new" in merged and "New decisions: Omar 2; 2 items" in merged
    assert re.search(r"relevance +Rae: tag relevant, .*Omar: tag not-relevant, .*not-relevant, relevant", merged)
    assert "0 new" in say("merge", case, theirs, "--reviewer", "Rae")
    assert "1 conflicts" in say("decisions", case)
    assert json.loads(say("decisions", case, "--json"))[0]["about"] == "relevance"
    back = json.loads(say("merge", theirs, case, "--reviewer", "Omar", "--json"))
    assert back["added"] == 1 and back["disputed"] == 1
    assert "holds  decisions are audited" in say("verify", theirs)


def test_progress_names_what_is_left(case: str, say: Any) -> None:
    say("tag", case, "relevant", "--query", "word1 OR word2", "--reviewer", "Rae")
    say("saved", case, "add", "ones", "word1", "--reviewer", "Rae")
    said = say("progress", case, "--term", "word2")
    assert "2 of 6 items have a tag (33%)" in said and "2 decisions; reviewers differ on 0 items" in said
    assert re.search(r'^dana +6 +2 +33% +custodian:"dana" AND is:untagged$', said, re.MULTILINE)
    assert re.search(r"^ones +1 +1 +100%", said, re.MULTILINE) and re.search(r"^word2 +1 +1", said, re.MULTILINE)
    assert re.search(r"^Rae +2 +2 +2 ", said, re.MULTILINE)
    whole = json.loads(say("progress", case, "--json"))
    assert whole["whole"] == {
        "name": "",
        "items": 6,
        "coded": 2,
        "query": "",
        "left_query": "is:untagged",
        "note": None,
    }
    assert "and 1 more" in say("progress", case, "--term", "a", "--term", "b", "--limit", "2")
