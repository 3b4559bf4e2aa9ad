"""``triage terms``: the report in words, as JSON and as files."""

from __future__ import annotations

import csv
import json
import threading
from pathlib import Path

from tests.cli.conftest import Say
from triage.case import Case
from triage.cli.terms import _lines


def test_terms(partly_read: str, tmp_path: Path, say: Say) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("heron\n=bird\n(broken\n")
    files = [tmp_path / f"report{ending}" for ending in (".csv", ".xlsx", ".html")]
    options = ["--csv", str(files[0]), "--xlsx", str(files[1]), "--html", str(files[2])]
    text = say("terms", partly_read, str(path), *options)
    assert "3 terms in all 3 items" in text and "UNION (not the sum)" in text and "parenthesis" in text
    assert all(file.stat().st_size for file in files)
    rows = list(csv.DictReader(files[0].read_text("utf-8-sig").splitlines()))
    assert [row["Term as entered"] for row in rows][:3] == ["heron", "'=bird", "(broken"]
    assert rows[0]["Documents"] == "1" and rows[0]["Hits"] == "2"
    said = json.loads(say("terms", partly_read, str(path), "--within", "custodian:omar", "--json"))
    assert said["scope"]["items"] == 2 and said["rows"][0]["tally"]["documents"] == 0
    assert json.loads(say("terms", partly_read, str(path), "--untagged", "--json"))["scope"]["reading"] == "is:untagged"


def test_terms_mistakes(partly_read: str, tmp_path: Path, say: Say) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("heron\n")
    for args, words in (
        ([str(tmp_path / "no.txt")], "can't be read"),
        ([str(path), "--within", "(x"], "isn't closed"),
        ([str(path), "--csv", str(path)], "already exists"),
    ):
        assert words in say("terms", partly_read, *args, code=2)
    assert path.read_text() == "heron\n"


def test_a_report_that_was_stopped_says_so_at_last(partly_read: str) -> None:
    stop = threading.Event()
    with Case.open(Path(partly_read)) as case:
        whole = case.reports.terms(["heron", "bird"])
        part = case.reports.terms(["heron", "bird"], done=lambda *_: stop.set(), stop=stop)
    assert list(_lines(part))[-1] == "Stopped: only the first 1 term of the list was run."
    assert "Stopped" not in "\n".join(_lines(whole))
