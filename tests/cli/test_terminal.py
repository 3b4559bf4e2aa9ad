"""Tables: as wide as the terminal at most, types as people call them, and what was left out said at the end."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import Files, Say
from tests.records import case_of, mail
from triage.cli import main, terminal

COLUMNS = {"id": 10, "from": 28, "subject": 48, "items": 0}
ROWS = [("0123456789", "Dana Levi <dana@orrin.example>", "A long subject about the blue heron's nest", 1234)]


def test_without_a_terminal_columns_are_as_wide_as_they_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert [*terminal.table(COLUMNS, ROWS)][1] == (
        "0123456789  Dana Levi <dana@orrin.examp…  A long subject about the blue heron's nest  1,234"
    )


@pytest.mark.parametrize("columns", [40, 50, 60, 80, 100])
def test_a_table_is_no_wider_than_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = [*terminal.table(COLUMNS, [*ROWS, ("9876543210", "雪" * 40, "雪の中の青い鷺", None)])]
    assert max(map(terminal._width, lines)) <= columns
    assert all(line[:10] in ("id        ", "0123456789", "9876543210") for line in lines)
    assert "1,234" in lines[1]


def test_on_the_narrowest_terminal_every_column_keeps_a_few_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "5")
    assert [*terminal.table(COLUMNS, ROWS)][1] == "0123456789  Dana …  A lon…  1,234"
    assert [*terminal.table({"id": 10}, [("0123456789",)])] == ["id", "0123456789"]


def test_lists_say_what_they_leave_out(texts: str, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert say("search", texts, "common", "--limit", "2").splitlines()[-1] == "and 4 more"
    assert "more" not in say("search", texts, "common")
    assert say("hits", texts, "common", "--limit", "4").splitlines()[-1] == "and 2 more"


def test_lists_fit(partly_read: str, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "\nand 1 more\n" in say("facets", partly_read, "--limit", "1")
    for command in (("search", partly_read, "*"), ("hits", partly_read, "heron OR bird"), ("facets", partly_read)):
        assert max(map(len, say(*command).splitlines())) <= 80


def test_types_are_called_as_people_call_them(partly_read: str, say: Say) -> None:
    assert "mail 2, pdf 1" in say("status", partly_read)
    listed = say("search", partly_read, "*")
    assert " mail " in listed and " pdf " in listed and "rfc822" not in listed
    facets = say("facets", partly_read)
    assert "2      mail" in facets and "type:message/rfc822" in facets


def test_one_takes_the_singular_and_its_verb() -> None:
    assert [terminal.count(number, "item") for number in (0, 1, 1284)] == ["0 items", "1 item", "1,284 items"]
    assert terminal.count(1, "batch", "batches") == "1 batch" and terminal.count(2, "batch", "batches") == "2 batches"


# ---- nothing that is printed can steer the terminal

CLIPBOARD, TITLE, RED, RED_IN_ONE = "\x1b]52;c;ZXZpbA==\x07", "\x1b]0;root@host\x07", "\x1b[31m", "\x9b31m"
OVERRIDE, EMBEDDING = "\u202egpj.exe\u202c", "\u202bשלום\u202c"
HOSTILE: Files = {
    f"da{RED}na\nStatus/1{TITLE}\n.eml": mail(
        f"He{RED_IN_ONE}ron {OVERRIDE}", f"the heron {CLIPBOARD} flies {EMBEDDING}"
    ),
    f"da{RED}na\nStatus/2.eml": mail("Re: heron", f"heron, too{TITLE}", sender=f'"Om{RED}ar" <o@orrin.example>'),
    f"da{RED}na\nStatus/3{CLIPBOARD}\nholds  all.pdf": b"%PDF-1.4 broken",
}
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A case whose names, subjects, texts, notes and tags hold control sequences; reviewers' names could once, too."""
    with (
        pytest.MonkeyPatch.context() as patch,
        case_of(tmp_path_factory.mktemp("hostile"), HOSTILE) as case,
    ):
        patch.setattr("triage.store.db._UNNAMEABLE", re.compile("(?!)"))
        nos = case.search.run("heron").nos
        case.decisions.note(nos[0], f"look{CLIPBOARD}\nDecision   all is well", f"R{RED}ae", "key")
        case.decisions.tag(nos, "hot", f"R{RED}ae", "key")
        case.search.save("birds", f'heron OR "{RED}x"', f"R{RED}ae")
        case.team.batches.create("*", "all", f"R{RED}ae")
        ident = case.search.rows(nos)[0].id
    (case.path.parent / "terms.txt").write_text(f"heron\nhe{RED_IN_ONE}ron\n(bad{CLIPBOARD}\n")
    return f"{case.path} {ident}"


def _commands(hostile: str) -> Iterator[list[str]]:
    case, ident = hostile.split()
    for command in (
        "search heron",
        f"show {ident} --query heron",
        "hits heron",
        "facets heron",
        f"terms {Path(case).parent / 'terms.txt'}",
        "coverage heron",
        "problems",
        "problems --code damaged",
        "status",
        "status --review",
        "merge",
        "verify",
    ):
        name, *words = command.split()
        yield [name, case, *words]
    yield ["tag", "palette", case]
    yield ["saved", "list", case]
    yield ["batch", "list", case]


def test_no_command_prints_a_control_sequence(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in _commands(hostile):
        assert main(command) == 0, command
        printed = "".join(capsys.readouterr()).replace("\r\n", "\n")
        assert printed and not STEERING.search(printed), (command, STEERING.findall(printed))


def test_json_says_exactly_what_is_there(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in _commands(hostile):
        main([*command, "--json"])
        printed = capsys.readouterr().out
        assert not STEERING.search(printed), command
        if command[0] == "show":
            item = json.loads(printed)["item"]
            assert CLIPBOARD in item["segments"][0]["text"] and OVERRIDE in item["row"]["subject"]


def test_errors_do_not_either(hostile: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = hostile.split()[0]
    for command in (
        ["status", str(tmp_path / f"none{RED}")],
        ["search", case, f"he{RED}ron AND (x"],
        ["show", case, f"x{CLIPBOARD}"],
        ["export", case, str(tmp_path / f"{TITLE}" / "out")],
        ["status", case, f"more{RED}"],
        [f"st{RED}atus", case],
    ):
        with suppress(SystemExit):
            main(command)
        printed = capsys.readouterr().err
        assert printed and not STEERING.search(printed), command


def test_neither_does_a_crash() -> None:
    code = "from triage.cli import terminal\nwith terminal.guarded():\n raise RuntimeError('\\x1b]0;x\\x07')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "RuntimeError: \N{REPLACEMENT CHARACTER}]0;x" in done.stderr
    assert not STEERING.search(done.stderr)


def test_a_name_with_line_ends_fakes_no_line(hostile: str, say: Say) -> None:
    case, ident = hostile.split()
    problems, coverage = ["problems", case, "--code", "damaged"], ["coverage", case, "heron", "--sample", "9"]
    for command in (["show", case, ident], ["status", case], problems, coverage):
        lines = say(*command).splitlines()
        assert not [line for line in lines if line.startswith(("Status", "Decision   all", "holds"))]


def test_text_that_runs_both_ways_stays_readable() -> None:
    assert terminal.safe(f"a{EMBEDDING}b\u200f \u2067c\u2069") == "aשלוםb\u200f c"
    assert terminal.safe("a\u202egpj.exe") == "a\N{REPLACEMENT CHARACTER}gpj.exe"
    assert terminal.safe("a\r\nb\tc\rd") == "a\r\nb\tc\N{REPLACEMENT CHARACTER}d"


def test_a_line_of_progress_is_drawn_again(capsys: pytest.CaptureFixture[str]) -> None:
    with terminal.guarded():
        terminal.redraw(f"reading {RED}")
    assert capsys.readouterr().err == "\rreading \N{REPLACEMENT CHARACTER}[31m"
