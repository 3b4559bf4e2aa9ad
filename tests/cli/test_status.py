"""``triage status`` and ``triage problems``: the sums of a case, and how far its review is."""

from __future__ import annotations

import csv
import json
import re
import shutil
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Say
from triage.files import DATABASE
from triage.store.db import Store

# ``triage status`` and ``triage problems`` of a case that was read in full.


def test_status_and_problems_and_json(mails: str, say: Say) -> None:
    status = json.loads(say("status", mails, "--json"))
    assert (status["files"], status["with_items"], status["denied"], status["adds_up"]) == (5, 4, 1, True)
    assert json.loads(say("problems", mails, "--json"))["rows"] == []
    answer = json.loads(say("search", mails, "heron OR lunch", "--limit", "1", "--json"))
    assert answer["total"] == 3 and len(answer["rows"]) == 1
    assert "everything that the scope allows was read" in say("problems", mails)


def test_what_is_to_be_read_again_is_counted(mails: str, say: Say, tmp_path: Path) -> None:
    case = str(shutil.copytree(mails, tmp_path / "older"))
    assert "read again" not in say("status", case)
    with closing(Store(tmp_path / "older" / DATABASE)) as store:
        store.db.execute("UPDATE source SET state='outdated' WHERE state='done'")
    assert "4 were to be read again by a run that was stopped: run triage index" in say("status", case)


def test_problems_are_written_as_a_table(partly_read: str, say: Say, tmp_path: Path) -> None:
    path = tmp_path / "problems.csv"
    assert "damaged" in say("problems", partly_read, "--csv", str(path))
    (row,) = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    assert (row["path"], row["code"], row["searchable"]) == ("omar/3.pdf", "damaged", "partly") and row["sentence"]
    assert "already exists" in say("problems", partly_read, "--csv", str(path), code=2)


# ``triage status --review``: how much is coded, by whom, and what is left.


def test_progress_names_what_is_left(texts: str, say: Say) -> None:
    say("tag", texts, "relevant", "--query", "word1 OR word2", "--reviewer", "Rae")
    say("saved", "add", texts, "ones", "word1", "--reviewer", "Rae")
    said = say("status", texts, "--review", "--term", "word2")
    assert (
        "2 of 6 items are coded (33%)" in said
        and "0 of these were read" in said
        and "2 decisions; reviewers disagree on 0 items" in said
    )
    assert re.search(r'^dana +6 +2 +33% +custodian:"dana" AND is:untagged$', said, re.MULTILINE)
    assert re.search(r"^ones +1 +1 +100%", said, re.MULTILINE) and re.search(r"^word2 +1 +1", said, re.MULTILINE)
    assert re.search(r"^Rae +2 +2 +2 ", said, re.MULTILINE)
    whole = json.loads(say("status", texts, "--review", "--json"))
    assert whole["whole"] == {
        "name": "",
        "items": 6,
        "coded": 2,
        "query": "",
        "left_query": "is:untagged",
        "note": None,
    }
    assert "and 1 more" in say("status", texts, "--review", "--term", "a", "--term", "b", "--limit", "2")
