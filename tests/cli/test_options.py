"""Where queries come from: quoted or not, blank, in other encodings, from files and from standard input."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.cli import main

FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("Heron plan", "the blue heron flies to Müller"),
    "omar/2.eml": mail("Lunch", "no bird, mller"),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    with case_of(tmp_path_factory.mktemp("queries"), FILES) as case:
        return str(case._opened.path)


def _shell(line: str, case: str) -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from triage.cli import main; sys.exit(main())"
    triage = f'triage() {{ "{sys.executable}" -c "{code}" "$@"; }}'
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {triage}; {line}"], capture_output=True, env={**os.environ, "CASE": case}
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (r"triage search $CASE $'m\xfcller'", "'m�ller' isn't text in UTF-8"),
        (r"triage tag $CASE hot --query $'\xfc\xfc'", "isn't text in UTF-8"),
        (r"triage tag $CASE hot --query heron --note $'\xfc'", "isn't text in UTF-8"),
        (r"triage search $CASE heron $'\xfc'", "isn't text in UTF-8"),
        (r"printf 'm\xfcller' | triage search $CASE -", "The query isn't text in UTF-8"),
        (r"triage search $CASE '*' > /dev/full", "could not be written: No space left on device"),
        (r"triage search $CASE '*' --json > /dev/full", "could not be written: No space left on device"),
        (r"triage search $CASE '*' --ids | true", "could not be written: Broken pipe"),
    ],
)
def test_what_cannot_be_read_or_written_is_one_sentence(line: str, words: str, case: str) -> None:
    done = _shell(line, case)
    assert done.returncode == 2
    assert words in done.stderr.decode("utf-8", "backslashreplace")
    assert done.stderr.count(b"\n") == 1 and done.stderr.startswith(b"triage: ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["search", "{}", "heron", "plan"], "plan isn't part of the query. Put the whole query in quotation marks"),
        (["search", "{}", "-heron"], "-heron isn't part of the query"),
        (["search", "{}", "plan", "-heron"], "write NOT for a minus"),
        (["hits", "{}", "-heron"], "-heron isn't part of the query"),
        (["facets", "{}", "heron", "plan"], "plan isn't part of the query"),
        (["search", "{}"], "A query is missing"),
        (["saved", "add", "{}", "name"], "A query is missing"),
        (["batch", "new", "{}", "name"], "A query is missing"),
        (["search", "{}", ""], "The query is blank. Write * for all items."),
        (["search", "{}", "  \t"], "The query is blank"),
        (["search", "{}", "\u200b"], "The query is blank"),
        (["facets", "{}", ""], "The query is blank"),
        (["coverage", "{}", "heron", "--within", " "], "The query is blank"),
        (["tag", "{}", "hot", "--query", ""], "The query is blank"),
        (["tag", "{}", "hot", "--query", "\u00a0"], "The query is blank"),
        (["export", "{}", "{}/out", "--query", ""], "The query is blank"),
        (["batch", "new", "{}", "name", " "], "The query is blank"),
        (["sample", "draw", "{}", "name", " "], "The query is blank"),
        (["status", "{}", "--review", "--term", "heron", "--term", ""], "The query is blank"),
        (["terms", "{}", "{}/list.txt", "--within", ""], "The query is blank"),
        (["search", "{}", "--query-file", "{}/nothing.txt"], "can't be read from"),
        (["search", "{}", "heron", "--query-file", "{}/nothing.txt"], "There are two queries"),
        (["problems", "{}", "--code", "encripted"], "There is no Problem code 'encripted'. The codes are: encrypted"),
    ],
)
def test_a_query_that_is_none_is_refused(
    arguments: list[str], words: str, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([text.replace("{}", case) for text in arguments]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "{}", "heron", "--limit", "-1"],
        ["hits", "{}", "heron", "--width", "-1"],
        ["facets", "{}", "--limit", "x"],
        ["batch", "new", "{}", "name", "heron", "--size", "-5"],
    ],
)
def test_a_number_below_zero_is_refused(arguments: list[str], case: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main([text.replace("{}", case) for text in arguments])
    assert done.value.code == 2 and "write 0 or a larger whole number" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["heron\nOR nothing\n", "\ufeffheron\r\nOR nothing", '  "blue\nheron"  '])
def test_a_query_of_several_lines_comes_from_a_file_or_standard_input(
    text: str, case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "query.txt"
    file.write_bytes(text.encode())
    for arguments in (["search", case, "--query-file", str(file), "--ids"], ["search", case, "-", "--ids"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert main(arguments) == 0
        assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["hits", "{}", "--query-file", "{file}"],
        ["facets", "{}", "--query-file", "{file}"],
        ["coverage", "{}", "--query-file", "{file}"],
        ["show", "{}", "{id}", "--query-file", "{file}"],
        ["tag", "{}", "hot", "--query-file", "{file}", "--dry-run"],
        ["seal", "{}", "--query-file", "{file}", "--dry-run"],
        ["saved", "add", "{}", "name", "--query-file", "{file}"],
        ["batch", "new", "{}", "name", "--query-file", "{file}"],
        ["sample", "draw", "{}", "name", "--query-file", "{file}"],
        ["export", "{}", "{file}.out", "--query-file", "{file}"],
    ],
)
def test_every_command_that_takes_a_query_takes_a_file(
    arguments: list[str], case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "query.txt"
    file.write_text("heron")
    assert main(["search", case, "heron", "--ids"]) == 0
    known = {"{}": case, "{file}.out": str(tmp_path / "out"), "{file}": str(file), "{id}": capsys.readouterr().out[:10]}
    assert main([known.get(text, text) for text in arguments]) == 0


def test_a_query_may_stand_behind_the_options(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", case, "--ids", "--limit", "5", "heron"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["search", case, "--", "*"]) == 0
    assert "2 of 2 items" in capsys.readouterr().out


def test_a_word_behind_the_options_is_no_query_where_ids_are_meant(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["tag", case, "hot", "--reviewer", "Rae", "heron", "--bogus"])
    assert "unrecognized arguments" in capsys.readouterr().err
