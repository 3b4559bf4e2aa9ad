"""README and docs are true: every command, setting, format, field and operator is there, and the examples run.

``python tests/test_docs.py`` writes the tables that are made from the code into the pages again.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from tests.search.query.foreign_queries import FOREIGN
from triage.case.known_answers import LIBRARIES
from triage.cli import COMMANDS, parser
from triage.errors import PROBLEM_CODES
from triage.messages import render
from triage.model.reports import language_help
from triage.parsers import PARSERS
from triage.proof.keys import LoginKeys
from triage.search.engines import ENGINES
from triage.search.query import language
from triage.search.query.values import ATTRIBUTES, HOLDINGS, STATES, TEXT_FIELDS
from triage.settings import ClusterSettings, Settings
from ui.qt_libraries import DEBIAN, FEDORA

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = (README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
LANGUAGE = ("words", "text-fields", "fact-fields")
FUNCTION = f"""
triage() {{ {sys.executable} -c 'import sys; from triage.cli import main; sys.exit(main())' "$@"; }}
"""
"""The command as a person has it installed, for a shell that doesn't."""

pytestmark = pytest.mark.xdist_group("docs")


@cache
def _text() -> str:
    return "\n".join(page.read_text("utf-8") for page in PAGES)


def _section(title: str) -> str:
    """Return the text under a heading, up to the next one of the same level or above."""
    level, _, rest = _text().partition(f" {title}\n")
    marks = level.rsplit("\n", 1)[-1]
    return re.split(rf"^#{{1,{len(marks)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def _tables() -> dict[str, str]:
    """Return the tables that are made from the code, by the name of their place in the README."""
    formats = ["| format | what is read of it |", "|---|---|", *(f"| {f.label} | {f.level} |" for f in PARSERS)]
    problems = ["| code | searchable | meaning |", "|---|---|---|"]
    problems += [f"| `{code}` | {level} | {meaning} |" for code, (level, meaning) in PROBLEM_CODES.items()]
    libraries = ["| library | what it does |", "|---|---|", *(f"| {name} | {use} |" for name, use in LIBRARIES.items())]
    foreign = ["| query | here | finds |", "|---|---|---|"]
    for program, rows in FOREIGN.items():
        foreign.append(f"| **{program}** | | |")
        foreign += [f"| {_code(row.typed)} | {_code(row.suggestion)} | {row.meaning} |" for row in rows]
    made = {
        "formats": formats,
        "problems": problems,
        "settings": _settings(Settings),
        "cluster settings": _settings(ClusterSettings),
        "libraries": libraries,
        "foreign": foreign,
        **_language(),
    }
    return {name: "\n".join(lines) for name, lines in made.items()}


def _settings(of: type[Settings | ClusterSettings]) -> list[str]:
    defaults = ((s, s.default if isinstance(s.default, int) else "") for s in fields(of))
    rows = [f"| `{s.name}` | {default} | {s.metadata['sentence']} |" for s, default in defaults]
    return ["| key | default | meaning |", "|---|---|---|", *rows]


def _language() -> dict[str, list[str]]:
    """Return the tables of the query language, which the window's help page shows too."""
    tables: dict[str, list[str]] = {}
    for name, (_, rows) in zip(LANGUAGE, language_help(), strict=True):
        tables[name] = ["| query | finds items with |", "|---|---|"]
        if name != LANGUAGE[0]:
            tables[name] = [
                f"| field | example | {'finds' if name == LANGUAGE[2] else 'searches in'} |",
                "|---|---|---|",
            ]
        for row in rows:
            cells = [" ".join(map(_code, row.fields.split()))] if name != LANGUAGE[0] else []
            cells += [", ".join(map(_code, row.examples)), render(row.meaning)]
            tables[name].append(f"| {' | '.join(cells)} |")
    return tables


def _code(query: str) -> str:
    return f"`{query}`".replace("|", "\\|")


def _between(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n(.*?)\n?<!-- /{name} -->", _text(), re.DOTALL)
    assert found, f"no page has a place for {name}"
    return found[1]


def write_tables() -> None:
    for page in PAGES:
        text = page.read_text("utf-8")
        for name, table in _tables().items():
            marks = re.compile(rf"<!-- {name} -->.*<!-- /{name} -->", re.DOTALL)
            text = marks.sub(lambda _, n=name, t=table: f"<!-- {n} -->\n{t}\n<!-- /{n} -->", text)  # type: ignore[misc]
        page.write_text(text, "utf-8")


@pytest.mark.parametrize(
    "name", ["formats", "problems", "settings", "cluster settings", "libraries", "foreign", *LANGUAGE]
)
def test_a_table_says_what_the_code_says(name: str) -> None:
    """Mend it with ``python tests/test_docs.py``."""
    assert _between(name) == _tables()[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_in_the_table_with_an_example_of_its_own(name: str) -> None:
    """Name, sentence and a line that can be typed."""
    assert f"| `triage {name}` |" in _section("Commands")
    assert re.search(rf"^triage {name} |`triage {name}\b[^`|]*`", _text(), re.MULTILINE)


@pytest.mark.parametrize("field", [*TEXT_FIELDS, *ATTRIBUTES])
def test_a_field_is_documented(field: str) -> None:
    """As it is typed, with its colon."""
    assert f"`{field}:`" in _section("The query language")


@pytest.mark.parametrize("value", [*(f"is:{s}" for s in STATES), *(f"has:{h}" for h in HOLDINGS)])
def test_a_state_is_documented(value: str) -> None:
    """Every value that is: and has: take."""
    assert f"`{value}`" in _section("The query language")


@pytest.mark.parametrize(
    "operator",
    ["AND", "OR", "NOT", "(", '"', "*", "?", "~1", "~2", "stem(", "prefixes(", "/", "!(", "w/", "pre/", "not w/", '="'],
)
def test_an_operator_is_documented(operator: str) -> None:
    assert any(operator in code for code in re.findall("`([^`]+)`", _section("The query language"))) or (
        f" {operator}" in _section("The query language")
    )


def _queries() -> Iterator[str]:
    for line in _section("The query language").splitlines():
        cells = line.strip("|").split("|")
        if line.startswith("| `") and len(cells) > 1:
            examples = cells[1] if cells[0].strip(" `").endswith(":") else cells[0]
            yield from (code for code in re.findall("`([^`]+)`", examples) if not code.endswith(":"))


@pytest.mark.parametrize("query", sorted(set(_queries())))
def test_an_example_of_the_language_can_be_read(query: str) -> None:
    assert language.read(query).reading


def test_there_are_examples_of_the_language() -> None:
    assert len(set(_queries())) > 40


@pytest.mark.parametrize("engine", dict(ENGINES))
def test_an_engine_is_documented(engine: str) -> None:
    assert f"| `{engine}` |" in _section("Search engines")


def test_every_exit_code_is_documented() -> None:
    from triage.cli import terminal

    for code in (terminal.DONE, terminal.DOES_NOT_HOLD, terminal.NOT_DONE, terminal.STOPPED):
        assert f"| {code} |" in _section("Exit codes")


def test_the_first_lines_are_the_two_commands() -> None:
    block = _blocks(_text())[0]
    assert [line.split("#")[0].strip() for line in block.splitlines()] == [
        "python3 -m venv .venv && .venv/bin/pip install uv && .venv/bin/uv run triage demo",
        ".venv/bin/uv run pytest",
    ]


def test_continuous_integration_runs_the_two_commands() -> None:
    """Without the window at the end of the demo."""
    demo, tests = (line.split("#")[0].strip() for line in _blocks(_text())[0].splitlines())
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert f"{demo} --no-window" in lines and tests in lines


def test_the_packages_that_the_window_needs_are_those_of_its_hint() -> None:
    """On both systems."""
    assert f"`sudo apt install {DEBIAN}`" in _text() and f"`sudo dnf install {FEDORA}`" in _text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Anchors are headings of the page, other targets are files."""
    text = page.read_text("utf-8")
    anchors = {
        re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert target[1:] in anchors if target.startswith("#") else (page.parent / target).is_file(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_named_exist(page: Path) -> None:
    """A path of the source tree in code style, as in the walks through the architecture."""
    sockets = set(re.findall(r"^# (\S+)$", page.read_text("utf-8"), re.MULTILINE))
    for path in re.findall(r"`((?:triage|ui|tests)/[\w/]+\.(?:py|sh))`", page.read_text("utf-8")):
        assert path in sockets or (ROOT / path).is_file(), path


def test_the_readme_is_short() -> None:
    """It leads to the other pages, each of which it names."""
    text = README.read_text("utf-8")
    assert text.count("\n") <= 200
    assert all(f"(docs/{page.name})" in text for page in PAGES if page.parent != ROOT)


# The examples


def _blocks(text: str) -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def _examples() -> list[str]:
    """Return the command lines of the tour, then those of the table of commands, as one session."""
    tour = _blocks(_section("A tour of five minutes"))
    lines = [line for block in tour for line in block.replace("\\\n", " ").splitlines() if line.strip()]
    table = re.findall(r"\| `(triage [^`|]+)` \|$", _section("Commands"), re.MULTILINE)
    return [*lines, *(line for line in table if not line.startswith("triage demo"))]


@pytest.mark.parametrize("example", _examples())
def test_the_commands_know_the_arguments_of_an_example(example: str) -> None:
    """Without running it, which the nightly test below does."""
    for inner in re.findall(r"\$\((.+?)\)", example):
        test_the_commands_know_the_arguments_of_an_example(inner)
    for command in example.split(" && "):
        name, *arguments = shlex.split(command)
        assert name != "triage" or parser(COMMANDS, "".join(arguments[1:2])).parse_args(arguments)


_PROTOCOL = """name = "First"\nvolume = "VOL001"\nprefix = "TOUR"
[withhold]
privileged = "Attorney-client privilege"
"""


@pytest.mark.nightly
def test_the_examples_run(tmp_path: Path) -> None:
    """All of them in their order, in a folder with the sample records; each one ends well."""
    shutil.copytree(ROOT / "sample_corpus" / "files", tmp_path / "sample_corpus" / "files")
    (tmp_path / "hashes.txt").write_text("0" * 64 + "\n")
    (tmp_path / "first.toml").write_text(_PROTOCOL)
    examples = _examples()
    assert len(examples) > 25
    for example in examples:
        env = _surroundings()
        if "broken" in shlex.split(example):  # signed by a login of its own: a copy that goes on is another case's end
            _break_a_copy(tmp_path)
            env["TRIAGE_KEYS"] = str(tmp_path / "keys")
        if "sender.key" in example:
            keys = LoginKeys.of_login()
            (tmp_path / "sender.key").write_text(f"{keys.secret(keys.owner).public.line}\n")
        done = subprocess.run(["bash", "-c", FUNCTION + example], cwd=tmp_path, capture_output=True, text=True, env=env)
        allowed = (0, 1) if example == "triage doctor" else (0,)
        assert done.returncode in allowed, f"{example}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        assert "Traceback" not in done.stderr, example


def _break_a_copy(folder: Path) -> None:
    """Make a case whose ledger has lost its end, out of the one of the tour."""
    shutil.copytree(folder / "tour", folder / "broken")
    ledger = folder / "broken" / "ledger.jsonl"
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:-3]))


def _surroundings() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_the_demo_runs(tmp_path: Path) -> None:
    """The first command of all, without its window, in a screenful; then what it suggests, with its own keys."""

    def run(command: str) -> str:
        env = {**_surroundings(), "TRIAGE_KEYS": str(tmp_path / "of-login"), "TMPDIR": str(tmp_path)}
        done = subprocess.run(["bash", "-c", FUNCTION + command], cwd=tmp_path, capture_output=True, text=True, env=env)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    lines = run("triage demo --no-window").splitlines()
    assert 10 < len(lines) < 60
    export = lines[-2].partition(": ")[2]
    verify, search, _window = lines[-1].removeprefix("next").strip().split("     ")
    assert "latest head: the case has everything" in run(f"{export}; {verify} && {search}")
    assert not (tmp_path / "of-login").exists()
    assert next(tmp_path.glob("triage-demo-*/findings/hits.jsonl")).stat().st_size > 0


if __name__ == "__main__":
    write_tables()
