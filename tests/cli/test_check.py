"""``triage selftest`` and ``inspect``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import MAILS, Say
from tests.records import write
from tests.selftest.plant import Builder, Plant
from triage.cli import main
from triage.selftest import trial
from triage.selftest.documents import documents

# ``triage selftest``: its words, its JSON, its exit codes, and the case that it is stored with.


pytestmark = pytest.mark.xdist_group("selftest")
TEXT = "text (notes, tables, logs, source code)"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep matrices apart from those of the person who runs the tests."""
    monkeypatch.setenv("TRIAGE_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three documents are enough for the words."""
    few = tuple(d for d in documents() if d.name in ("eml plain", "docx", "zip"))
    monkeypatch.setattr(trial.run, "__defaults__", (None, few))


def new_case(folder: Path) -> str:
    root = write(folder / "records", {"a.txt": "heron\n"})
    new = ["new", str(folder / "case"), "--allow", str(root), "--custodian", "Dana", "--purpose", "t"]
    assert main([*new, "--approved-by", "Rae"]) == 0
    return str(folder / "case")


@pytest.mark.nightly
@pytest.mark.usefixtures("small")
def test_the_matrix_in_words_and_in_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["selftest", "--folder", str(tmp_path / "kept")]) == 0
    out = capsys.readouterr().out
    assert "docx" in out and "+ found in every language" in out and "Canaries in forbidden places appear in no" in out
    assert (tmp_path / "kept" / "canaries" / "docx" / "report.docx").is_file()
    assert main(["selftest", "--folder", str(tmp_path / "kept")]) == 2
    assert "isn't an empty folder" in capsys.readouterr().err


@pytest.mark.nightly
@pytest.mark.usefixtures("small")
def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["selftest", "--json"]) == 0
    matrix = json.loads(capsys.readouterr().out)
    assert {answer["outcome"] for answer in matrix["answers"]} == {"found"}
    assert dict(matrix["versions"])["triage"] and matrix["control"] is True


@pytest.mark.nightly
def test_a_miss_is_exit_code_1(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def lacking(plant: Plant) -> bytes:
        plant("body", "left out")
        return plant("body", "there").encode()

    monkeypatch.setattr(trial.run, "__defaults__", (None, [Builder("lacking", "a.txt", TEXT, lacking).document()]))
    assert main(["selftest"]) == 1
    assert "missed: lacking, body, left out, English" in capsys.readouterr().out


@pytest.mark.nightly
@pytest.mark.usefixtures("small")
def test_index_stores_it_and_verify_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = new_case(tmp_path)
    assert main(["index", case]) == 0
    assert "stored with the case" in capsys.readouterr().out
    assert main(["verify", case]) == 0
    assert "holds  known answers: versions" in capsys.readouterr().out
    assert main(["selftest", "--case", case]) == 0
    assert "Stored with the case" in capsys.readouterr().out


@pytest.mark.nightly
@pytest.mark.usefixtures("small")
def test_a_case_that_was_not_read_refuses_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = new_case(tmp_path)
    assert main(["selftest", "--case", case]) == 2
    assert "Read it first: triage index" in capsys.readouterr().err


def test_an_index_run_ends_well_where_the_test_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its own work was done; the message says how to make the matrix later."""

    def full(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(trial, "run", full)
    case = new_case(tmp_path)
    assert main(["index", case]) == 0
    assert "couldn't be made (no room). Later: triage selftest --case" in capsys.readouterr().out


# ``triage inspect``: everything that is read of one file.


def test_inspect(tmp_path: Path, say: Say) -> None:
    path = write(tmp_path, {"1.eml": MAILS["dana/1.eml"]}) / "1.eml"
    item = json.loads(say("inspect", str(path)))["items"][0]
    assert item["subject"] == "Heron plan" and item["from"] == "Dana Levi <dana@orrin.example>"
    assert item["parent"] is None and "blue heron" in item["segments"]["body"]


def test_inspect_shows_all_properties_of_one_name(tmp_path: Path, say: Say) -> None:
    path = tmp_path / "two.eml"
    path.write_bytes(b"Subject: x\nFrom: a@x.test\nKeywords: heron\nKeywords: kestrel\n\nHello\n")
    assert json.loads(say("inspect", str(path)))["items"][0]["properties"]["Keywords"] == "heron; kestrel"
