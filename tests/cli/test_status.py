"""``triage status`` and ``triage problems`` of a case that was read in full."""

from __future__ import annotations

import csv
import json
import shutil
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Say
from triage.files import DATABASE
from triage.store.db import Store


def test_status_and_problems_and_json(mails: str, say: Say) -> None:
    status = json.loads(say("status", mails, "--json"))
    assert (status["files"], status["with_items"], status["denied"], status["adds_up"]) == (5, 4, 1, True)
    assert json.loads(say("problems", mails, "--json"))["rows"] == []
    answer = json.loads(say("search", mails, "heron OR lunch", "--limit", "1", "--json"))
    assert answer["total"] == 3 and len(answer["rows"]) == 1
    assert "everything that the scope allows was read" in say("problems", mails)


def test_what_an_earlier_version_read_is_counted(mails: str, say: Say, tmp_path: Path) -> None:
    case = str(shutil.copytree(mails, tmp_path / "older"))
    assert "earlier version" not in say("status", case)
    with closing(Store(tmp_path / "older" / DATABASE)) as store:
        store.db.execute("UPDATE source SET state='outdated' WHERE state='done'")
    assert "4 were read by an earlier version: run triage index to read such files again" in say("status", case)


def test_problems_are_written_as_a_table(partly_read: str, say: Say, tmp_path: Path) -> None:
    path = tmp_path / "problems.csv"
    assert "damaged" in say("problems", partly_read, "--csv", str(path))
    (row,) = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    assert (row["path"], row["code"], row["searchable"]) == ("omar/3.pdf", "damaged", "partly") and row["sentence"]
    assert "already exists" in say("problems", partly_read, "--csv", str(path), code=2)
