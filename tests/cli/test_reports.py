"""Tests of the commands that report: terms, coverage, facets, hits and saved, with their words, JSON and exit codes."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.records import mail, write
from triage.cli import main

FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("Heron plan", "the blue heron flies \x1b[31m red"),
    "omar/2.eml": mail("Lunch", "no bird here", sender="Omar Said <omar@orrin.example>"),
    "omar/3.pdf": b"%PDF-1.4 broken",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("reports")
    root = write(folder / "records", FILES)
    path = str(folder / "case")
    assert main(["new", path, "--allow", str(root), "--custodian", "{1}", "--purpose", "test"]) == 0
    assert main(["index", path, "--json"]) == 0
    return path


def out(capsys: pytest.CaptureFixture[str], *args: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main(list(args)) == code
    return capsys.readouterr().out


def json_of(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    return json.loads(out(capsys, *args, "--json"))


def test_terms(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("heron\n=bird\n(broken\n")
    files = [tmp_path / f"report{ending}" for ending in (".csv", ".xlsx", ".html")]
    options = ["--csv", str(files[0]), "--xlsx", str(files[1]), "--html", str(files[2])]
    text = out(capsys, "terms", case, str(path), *options)
    assert "3 terms in all 3 items" in text and "UNION (not the sum)" in text and "parenthesis" in text
    assert all(file.stat().st_size for file in files)
    rows = list(csv.DictReader(files[0].read_text("utf-8-sig").splitlines()))
    assert [row["Term as entered"] for row in rows][:3] == ["heron", "'=bird", "(broken"]
    assert rows[0]["Documents"] == "1" and rows[0]["Hits"] == "2"
    said = json_of(capsys, "terms", case, str(path), "--within", "custodian:omar")
    assert said["scope"]["items"] == 2 and said["rows"][0]["tally"]["documents"] == 0
    assert json_of(capsys, "terms", case, str(path), "--untagged")["scope"]["reading"] == "is:untagged"


def test_terms_mistakes(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("heron\n")
    for args, words in (
        ([str(tmp_path / "no.txt")], "can't be read"),
        ([str(path), "--within", "(x"], "isn't closed"),
        ([str(path), "--csv", str(path)], "is there already"),
    ):
        assert main(["terms", case, *args]) == 2
        assert words in capsys.readouterr().err
    assert path.read_text() == "heron\n"


def test_coverage(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = out(capsys, "coverage", case, "her*", "--sample", "1", "--seed", "s")
    assert "2 of 3 items found; 2 fully searched" in text and "her* → here 1, heron 1" in text
    assert "read as her*" in text and "Sample of 1, seed s" in text and "damaged" in text
    assert "All of them were checked: 1 are relevant." in out(
        capsys, "coverage", case, "heron", "--sample", "1", "--seed", "s", "--found", "1"
    )
    said = json_of(capsys, "coverage", case)
    assert said["sentence"].startswith("3 items; 2 fully searched") and said["certificate"]["rest"] == 1
    assert "searched in full" in out(capsys, "coverage", case, "--within", "custodian:dana")
    assert main(["coverage", case, "--found", "1"]) == 2
    assert "Which sample" in capsys.readouterr().err


def test_facets(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = out(capsys, "facets", case, "heron OR bird", "--limit", "1")
    assert "2 items" in text and "custodian (the first 1 of 2)" in text and "custodian:dana" in text
    said = json_of(capsys, "facets", case)
    assert said["total"] == 3 and said["facets"][0]["values"][0] == {
        "value": "omar",
        "items": 2,
        "query": "custodian:omar",
    }


def test_hits(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "hits.csv"
    out(capsys, "hits", case, "heron", "--csv", str(path))
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert [(row["Before"], row["Hit"], row["After"]) for row in rows][1] == (
        "the blue ",
        "heron",
        " flies \x1b[31m red",
    )
    text = out(capsys, "hits", case, "heron", "--width", "12", "--sort", "left")
    assert "2 hits in 1 items" in text and "the blue »heron« flies" in text and "\x1b" not in text
    said = json_of(capsys, "hits", case, "heron", "--limit", "1")
    assert said["hits"]["total"] == 2 and len(said["hits"]["lines"]) == 1
    assert main(["hits", case, "heron", "--sort", "beauty"]) == 2
    assert "item, left, right" in capsys.readouterr().err


def test_saved(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "birds, version 1: heron" in out(capsys, "saved", case, "add", "birds", "heron", "--reviewer", "Rae")
    assert "run 1 of birds: 1 items" in out(capsys, "saved", case, "run", "birds", "--reviewer", "Rae")
    out(capsys, "saved", case, "add", "birds", "heron OR bird", "--reviewer", "Rae")
    assert json_of(capsys, "saved", case, "run", "birds", "--reviewer", "Rae")["total"] == 2
    text = out(capsys, "saved", case, "diff", "birds")
    assert "run 1: 1 items" in text and "run 2: 2 items" in text and "+1  query edited: " in text
    assert json_of(capsys, "saved", case, "diff", "birds", "1", "2")["moves"][0]["reason"] == "query edited"
    assert "Both found the same" in out(capsys, "saved", case, "diff", "birds", "2", "2")
    assert "heron OR bird" in out(capsys, "saved", case, "list")
    assert out(capsys, "saved", case, "list", "birds").count("fts5") == 2
    assert main(["saved", case, "diff", "birds", "1"]) == 2
    assert "two runs" in capsys.readouterr().err
    assert main(["saved", case, "run", "nobody"]) == 2
    assert main(["saved", case, "add", "x", "(heron"]) == 2
    assert "^" in capsys.readouterr().err
