"""Tests of the command line: every command on a real case, its words, its JSON and its exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.records import mail, write
from triage.cli import COMMANDS, main

FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("Heron plan", "the blue heron flies"),
    "omar/2.eml": mail("Lunch", "no bird here", sender="Omar Said <omar@orrin.example>"),
    "secret/3.eml": mail("Secret", "canary"),
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    root = write(tmp_path / "records", FILES)
    path = tmp_path / "case"
    new = ["new", str(path), "--allow", str(root), "--custodian", "{1}", "--deny", "secret/**", "--purpose", "test"]
    assert main([*new, "--approved-by", "Rae"]) == 0
    assert main(["index", str(path), "--json"]) == 0
    return path


def json_of(capsys: pytest.CaptureFixture[str], *args: str, code: int = 0) -> object:
    capsys.readouterr()
    assert main([*args, "--json"]) == code
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("name", COMMANDS)
def test_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main([name, "--help"])
    assert done.value.code == 0
    assert f"usage: triage {name}" in capsys.readouterr().out


def test_help_and_an_unknown_command_name_all_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    for asked, code in ((["--help"], 0), (["serach"], 2)):
        with pytest.raises(SystemExit) as done:
            main(asked)
        said = capsys.readouterr()
        assert done.value.code == code
        assert all(name in said.out + said.err for name in COMMANDS)


def test_a_command_imports_no_other(case: Path) -> None:
    code = "import sys; from triage.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    args = [sys.executable, "-c", code, "status", str(case)]
    said = subprocess.run(args, capture_output=True, text=True, check=True).stdout.split()
    assert {name for name in said if name.startswith("triage.cli.")} == {"triage.cli.status", "triage.cli.terminal"}
    assert not {"triage.model.reports", "triage.model.team", "triage.parsers"} & set(said)


def test_a_search_shows_what_its_wildcards_stand_for(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(case), "hero* OR stork~1"]) == 0
    out = capsys.readouterr().out
    assert "hero* → heron 1" in out and "stork~1 → no word of the index" in out
    assert main(["search", str(case), "hero*", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["expansions"][0]["words"] == [["heron", 1]]


def test_the_whole_way(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(case), "heron"]) == 0
    out = capsys.readouterr().out
    assert "read as: heron" in out and "1 of 2 items" in out and "Heron plan" in out
    assert main(["tag", str(case), "relevant", "--query", "heron", "--reviewer", "Rae", "--note", "see this"]) == 0
    assert main(["search", str(case), "tag:relevant", "--ids"]) == 0
    ident = capsys.readouterr().out.strip().splitlines()[-1]
    assert main(["show", str(case), ident[:6], "--query", "heron"]) == 0
    out = capsys.readouterr().out
    assert "the blue »heron« flies" in out and "Rae: tag relevant" in out and "see this" in out
    assert main(["export", str(case), str(tmp_path / "out"), "--reviewer", "Rae"]) == 0
    assert main(["verify", str(tmp_path / "out")]) == 0
    assert main(["verify", str(case)]) == 0
    native = next((tmp_path / "out" / "natives").iterdir())
    assert native.read_bytes() == FILES["dana/1.eml"]
    native.write_bytes(native.read_bytes() + b"x")
    assert main(["verify", str(tmp_path / "out")]) == 1
    assert main(["tag", str(case), "--undo", "--reviewer", "Rae"]) == 0


def test_status_and_problems_and_json(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = json_of(capsys, "status", str(case))
    assert isinstance(status, dict)
    assert (status["files"], status["with_items"], status["denied"], status["adds_up"]) == (3, 2, 1, True)
    assert json_of(capsys, "problems", str(case)) == []
    found = json_of(capsys, "search", str(case), "heron OR lunch", "--limit", "1")
    assert isinstance(found, dict) and found["total"] == 2 and len(found["rows"]) == 1
    assert main(["problems", str(case)]) == 0
    assert "everything that the scope allows was read" in capsys.readouterr().out


def test_errors_say_what_to_do(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for args, words in (
        (["search", str(tmp_path / "nowhere"), "x"], "triage new"),
        (["search", str(case), "(heron"], "^"),
        (["show", str(case), "zzzz"], "Ids stand in the first column"),
        (["index", str(case), "/etc/passwd"], "[[allow]]"),
        (["tag", str(case)], "Which tag?"),
        (["tag", str(case), "hot"], "Which items?"),
        (["new", str(case), "--allow", "/", "--custodian", "x"], "isn't an empty folder"),
        (["new", str(tmp_path / "n"), "--allow", str(tmp_path / "no"), "--custodian", "x"], "isn't a folder"),
        (["search", str(case), "x", "--sort", "beauty"], "can't be sorted"),
        (["export", str(case), str(case.parent / "records" / "out")], "evidence"),
        (["inspect", str(tmp_path / "nothing.eml")], "can't be"),
    ):
        assert main(args) == 2, args
        assert words in capsys.readouterr().err, args


def test_inspect(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "records/dana/1.eml"
    capsys.readouterr()
    assert main(["inspect", str(path)]) == 0
    answer = json.loads(capsys.readouterr().out)
    item = answer["items"][0]
    assert item["subject"] == "Heron plan" and item["from"] == "Dana Levi <dana@orrin.example>"
    assert item["parent"] is None and "blue heron" in item["segments"]["body"]


def test_inspect_shows_all_properties_of_one_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "two.eml"
    path.write_bytes(b"Subject: x\nFrom: a@x.test\nKeywords: heron\nKeywords: kestrel\n\nHello\n")
    assert main(["inspect", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["items"][0]["properties"]["Keywords"] == "heron; kestrel"


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(tmp_path / "records", {"d/x.txt": "evil \x1b[31m red\x07"})
    case = tmp_path / "case"
    assert main(["new", str(case), "--allow", str(root), "--custodian", "D"]) == 0
    assert main(["index", str(case), "--json"]) == 0
    main(["search", str(case), "evil", "--ids"])
    ident = capsys.readouterr().out.strip().splitlines()[-1]
    assert main(["show", str(case), ident]) == 0
    out = capsys.readouterr().out
    assert "evil" in out and "\x1b" not in out and "\x07" not in out


def test_ctrl_c_stops_cleanly_and_a_second_run_resumes(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {f"d/{i:05}.eml": mail(f"S{i}", f"w{i} " * 200) for i in range(2000)}
    root = write(tmp_path / "records", files)
    case = tmp_path / "case"
    assert main(["new", str(case), "--allow", str(root), "--custodian", "D"]) == 0
    command = [sys.executable, "-m", "triage", "index", str(case)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    ledger = case / "ledger.jsonl"
    while not ledger.exists() or ledger.stat().st_size < 50_000:
        assert run.poll() is None
        time.sleep(0.005)
    os.kill(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=60)
    assert run.returncode == 130, (out, err)
    assert "Traceback" not in err and "Run it again to go on" in out
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr
    assert main(["verify", str(case)]) == 0
    assert main(["status", str(case)]) == 0
