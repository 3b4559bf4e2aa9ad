"""``triage merge --write`` and ``triage merge``: two people exchange their decisions."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from tests.cli.conftest import Say


def test_two_people_exchange_their_decisions(texts: str, tmp_path: Path, say: Say) -> None:
    theirs = str(shutil.copytree(texts, tmp_path / "theirs"))
    say("tag", texts, "relevant", "--query", "word1", "--reviewer", "Rae")
    say("tag", theirs, "not-relevant", "--query", "word1 OR word2", "--reviewer", "Omar")
    file = str(tmp_path / "omar.jsonl")
    written = say("merge", theirs, "--write", file)
    assert f"{file}: 2 decisions, 0 batches" in written
    seal = re.search(r"^seal ([0-9a-f]{64})$", written, re.MULTILINE)
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
