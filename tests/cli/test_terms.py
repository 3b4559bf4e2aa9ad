"""``triage terms``, ``coverage``, ``saved``."""

from __future__ import annotations

import csv
import json
import threading
from pathlib import Path

from tests.cli.conftest import Say
from tests.records import case_of
from triage.case import Case
from triage.cli.terms import _term_lines

# ``triage terms``: the report in words, as JSON and as files.


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
    assert list(_term_lines(part))[-1] == "Stopped: only the first 1 term of the list was run."
    assert "Stopped" not in "\n".join(_term_lines(whole))


# ``triage coverage``: what was searched, and samples of the rest.


def test_coverage(partly_read: str, say: Say) -> None:
    text = say("coverage", partly_read, "her*", "--sample", "1", "--seed", "s")
    assert "2 of 3 items found; 2 fully searched" in text and "her* → here 1, heron 1" in text
    assert "interpreted as her*" in text and "Sample of 1, seed s" in text and "damaged" in text
    assert "All of them were checked: 1 are relevant." in say(
        "coverage", partly_read, "heron", "--sample", "1", "--seed", "s", "--found", "1"
    )
    said = json.loads(say("coverage", partly_read, "--json"))
    assert said["sentence"].startswith("3 items; 2 fully searched") and said["certificate"]["rest"] == 1
    assert "searched in full" in say("coverage", partly_read, "--within", "custodian:dana")
    assert "Which sample" in say("coverage", partly_read, "--found", "1", code=2)


def test_what_is_searched_by_name_only_is_counted(tmp_path: Path, say: Say) -> None:
    signed = "DKIM-Signature: v=1; b=qq/yak/7\nSubject: Tea\nFrom: a@a.example\n\nA heron.\n"
    case_of(tmp_path, {"a.eml": signed, "b.txt": "heron"}).close()
    case = str(tmp_path / "case")
    assert "0 of 2 items found" in (text := say("coverage", case, "yak"))
    assert "searched by name only (transport:): 1 of these items have some" in text
    assert "1 of 2 items found" in say("coverage", case, "transport:yak")
    assert "by name only" not in say("coverage", case, "heron", "--within", "type:text/plain")


# ``triage saved``: saved searches, their runs, and what changed between them.


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
