"""Tests of the command line: every command on a real case, its words, its JSON and its exit codes."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records import case_of, mail, write
from triage.case import Case
from triage.cli import COMMANDS, GROUPS, main, parser
from triage.errors import CaseError

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


@pytest.mark.parametrize(
    ("argv", "near"),
    [
        (["serach"], "search"),
        (["record", "haed"], "head"),
        (["show", "--jso"], "--json"),
        (["search", "CASE", "heron", "--limt=5"], "--limit"),
        (["seal", "open", "CASE", "ID", "--reasn", "x"], "--reason"),
    ],
)
def test_what_is_mistyped_gets_a_suggestion(argv: list[str], near: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main(argv)
    assert done.value.code == 2 and capsys.readouterr().err.rstrip().endswith(f". Perhaps: {near}")


def test_an_option_that_is_like_none_gets_no_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["inspect", "letter.eml", "--json"])
    assert capsys.readouterr().err.rstrip().endswith("unrecognized arguments: --json")


def test_help_shows_the_commands_in_groups(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    groups = {name: re.findall(r"^  (\w+) ", text, re.MULTILINE) for name, text in _groups(capsys.readouterr().out)}
    assert {name: groups[name] for name in GROUPS} == {name: [*names] for name, names in GROUPS.items()}


def _groups(text: str) -> list[tuple[str, str]]:
    parts = re.split(r"^([a-z ]+):$", text, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def test_a_command_imports_no_other(case: Path) -> None:
    code = "import sys; from triage.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    args = [sys.executable, "-c", code, "status", str(case)]
    said = subprocess.run(args, capture_output=True, text=True, check=True).stdout.split()
    shared = {"triage.cli.options", "triage.cli.running", "triage.cli.terminal"}
    assert {name for name in said if name.startswith("triage.cli.")} == {"triage.cli.status", *shared}
    assert not {"triage.model.reports", "triage.model.team", "triage.parsers"} & set(said)


def test_the_whole_way(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(case), "heron"]) == 0
    out = capsys.readouterr().out
    assert "interpreted as: heron" in out and "1 of 2 items" in out and "Heron plan" in out
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


def test_errors_say_what_to_do(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for args, words in (
        (["search", str(tmp_path / "nowhere"), "x"], "triage new"),
        (["search", str(case), "(heron"], "^"),
        (["show", str(case), "zzzz"], "Ids are in the first column"),
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


@pytest.mark.parametrize(
    ("argv", "unknown"),
    [
        (["-v", "search"], "-v"),
        (["--bogus"], "--bogus"),
        (["search", "-v"], "-v"),
        (["search", "--bogus=1"], "--bogus=1"),
        (["batch", "--bogus"], "--bogus"),
        (["show", "--json", "--bogus"], "--bogus"),
    ],
)
def test_an_unknown_option_is_refused_by_name_before_what_is_missing(
    argv: list[str], unknown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(argv)
    said = capsys.readouterr().err
    assert f"unrecognized arguments: {unknown}\n" in said and "required" not in said


@pytest.mark.parametrize("argv", [["show", "--json"], ["search"], ["sample", "draw", "CASE", "--open"]])
def test_what_is_missing_is_said_where_every_option_is_known(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(argv)
    assert "the following arguments are required" in capsys.readouterr().err


WITH_ID: dict[str, list[str]] = {
    "show": ["show", "{case}", "{id}"],
    "tag": ["tag", "{case}", "hot", "{id}", "--reviewer", "Rae"],
    "redact": ["redact", "{case}", "{id}", "--words", "w", "--reviewer", "Rae"],
    "seal": ["seal", "{case}", "{id}", "--reason", "x", "--reviewer", "Rae"],
    "seal open": ["seal", "open", "{case}", "{id}", "--reviewer", "Rae"],
    "near": ["near", "{case}", "--compare", "{id}", "{id}"],
    "sample": ["sample", "judge", "{case}", "check", "relevant", "{id}", "--reviewer", "Rae"],
}
"""A line of each command that takes the id of an item; the ids of ``people`` are those of suggestions."""


@pytest.fixture(scope="module")
def shared_beginning(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A case of seventeen items, two of which have ids that begin with the same digit, and that digit."""
    folder = tmp_path_factory.mktemp("ids")
    with case_of(folder, {f"d/{at}.txt": f"word{at}" for at in range(17)}) as case:
        firsts = [row.id[0] for row in case.search.run("*", limit=None).rows]
        return str(case.path), next(first for first in firsts if firsts.count(first) > 1)


@pytest.mark.parametrize("name", WITH_ID)
def test_a_beginning_that_several_ids_have_is_refused(
    name: str, shared_beginning: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    case, first = shared_beginning
    assert main([text.format(case=case, id=first) for text in WITH_ID[name]]) == 2
    assert f"More than one item id begins with '{first}'" in capsys.readouterr().err
    with Case.open(Path(case)) as opened:
        assert not opened.search.run("is:tagged OR is:sealed OR has:note").nos


def test_every_command_that_takes_an_id_is_in_the_table() -> None:
    takes = set()
    verbs = [("seal", "open")]
    for name, verb in [*((name, "") for name in COMMANDS), *verbs]:
        actions = [*parser([name], verb)._subparsers._group_actions[0].choices[name]._actions]  # type: ignore[union-attr, index]
        for action in actions:
            if isinstance(action, argparse._SubParsersAction):
                actions += [inner for choice in action.choices.values() for inner in choice._actions]
        if any(action.metavar == "ID" or (action.dest in ("id", "ids") and action.nargs != 0) for action in actions):
            takes.add(f"{name} {verb}".strip())
    assert takes - {"people"} == WITH_ID.keys()


def test_a_call_refuses_a_shared_beginning_and_a_query_finds_all(shared_beginning: tuple[str, str]) -> None:
    with Case.open(Path(shared_beginning[0])) as case:
        with pytest.raises(CaseError, match="More than one item id begins with"):
            case.search.find(shared_beginning[1])
        full = case.search.run("*", limit=1).rows[0].id
        assert case.search.find(full) == case.search.find(full[:20])
        assert case.search.run(f"id:{full[:4]}").total == sum(
            row.id.startswith(full[:4]) for row in case.search.run("*", limit=None).rows
        )
