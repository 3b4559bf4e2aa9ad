"""The recipes of CONTRIBUTING.md work: each adds one file and one line, and the tests of its socket pass."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ui.qt_libraries import missing_library

WITHOUT_QT = missing_library()
ROOT = Path(__file__).parent.parent
RECIPE = re.compile(
    r"^### (?P<title>[^\n]+)\n(?:(?!^### ).)*?^```python\n# (?P<path>\S+)\n(?P<code>.*?)^```\n"
    r".*?^In `(?P<registry>[^`]+)`, before `(?P<anchor>[^`]+)`:\n\n```text\n(?P<line>[^\n]+)\n```$",
    re.MULTILINE | re.DOTALL,
)
TESTS = {
    "A file format": ("tests/test_parsers.py", "shopping"),
    "A search engine": ("tests/search/test_engines.py", "plain"),
    "A command": ("tests/test_cli.py", "roots"),
    "A panel": ("tests/ui/test_panels.py", "Tally"),
    "An export format": ("tests/export/test_writers.py", "ids.txt"),
}
"""The tests of each socket, and what the names of those hold that test the recipe."""
RECIPES = {match["title"]: match for match in RECIPE.finditer((ROOT / "CONTRIBUTING.md").read_text("utf-8"))}

pytestmark = pytest.mark.xdist_group("contributing")


def test_there_is_a_recipe_for_each_socket() -> None:
    assert RECIPES.keys() == TESTS.keys()


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("copy")
    for folder in ("triage", "ui", "tests", "docs", "sample_corpus"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for recipe in RECIPES.values():
        (copy / recipe["path"]).write_text(recipe["code"], "utf-8")
        registry = copy / recipe["registry"]
        text = registry.read_text("utf-8")
        assert text.count(f"{recipe['anchor']}\n") == 1
        registry.write_text(text.replace(recipe["anchor"], f"{recipe['line']}\n{recipe['anchor']}"), "utf-8")
    return copy


@pytest.fixture(scope="module")
def outcomes(extended: Path) -> dict[str, list[str]]:
    modules, names = zip(
        *(tests for title, tests in TESTS.items() if title != "A panel" or not WITHOUT_QT), strict=True
    )
    options = ["-n", "0", "-p", "no:cacheprovider", "--hypothesis-profile", "few", "--junitxml", "outcomes.xml"]
    command = [sys.executable, "-m", "pytest", *options, "-k", " or ".join(names), *modules]
    environment = {**os.environ, "PYTHONPATH": str(extended)}
    done = subprocess.run(command, cwd=extended, capture_output=True, text=True, env=environment)
    assert done.returncode in (0, 1), done.stdout[-3000:] + done.stderr[-1000:]
    cases = ElementTree.parse(extended / "outcomes.xml").iter("testcase")
    return {f"{case.get('classname')}.{case.get('name')}": [part.get("message", "") for part in case] for case in cases}


@pytest.mark.nightly
@pytest.mark.parametrize("title", TESTS)
def test_a_recipe_works(outcomes: dict[str, list[str]], title: str) -> None:
    if title == "A panel" and WITHOUT_QT:
        pytest.skip(WITHOUT_QT)
    module, word = TESTS[title]
    start = module.removesuffix(".py").replace("/", ".")
    about = {name: wrong for name, wrong in outcomes.items() if name.startswith(start) and word in name}
    assert about and not any(about.values()), about


def test_the_recipes_keep_the_rules(extended: Path) -> None:
    """They are formatted, sorted and typed as the rest of the tree."""
    files = [recipe["path"] for recipe in RECIPES.values()]
    for check in (["ruff", "check", "-q"], ["ruff", "format", "--check", "-q"]):
        done = subprocess.run([sys.executable, "-m", *check, *files], cwd=extended, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
