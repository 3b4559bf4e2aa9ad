"""``triage inspect``: everything that is read of one file."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import MAILS, Say
from tests.records import write


def test_inspect(tmp_path: Path, say: Say) -> None:
    path = write(tmp_path, {"1.eml": MAILS["dana/1.eml"]}) / "1.eml"
    item = json.loads(say("inspect", str(path)))["items"][0]
    assert item["subject"] == "Heron plan" and item["from"] == "Dana Levi <dana@orrin.example>"
    assert item["parent"] is None and "blue heron" in item["segments"]["body"]


def test_inspect_shows_all_properties_of_one_name(tmp_path: Path, say: Say) -> None:
    path = tmp_path / "two.eml"
    path.write_bytes(b"Subject: x\nFrom: a@x.test\nKeywords: heron\nKeywords: kestrel\n\nHello\n")
    assert json.loads(say("inspect", str(path)))["items"][0]["properties"]["Keywords"] == "heron; kestrel"
