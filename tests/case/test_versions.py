"""The libraries that are named are those that the program uses, no more and no fewer."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import triage
from triage.case import known_answers
from triage.case.known_answers import LIBRARIES, current
from triage.parsers.archives.libarchive import library

ROOT = Path(__file__).parents[2]
READING = ("parsers", "sandbox", "search", "store")
DISTRIBUTIONS = {**packages_distributions(), "backports": ["backports.zstd"]}  # which isn't there since Python 3.14
STANDARD = {*sys.stdlib_module_names, "compression"}  # the latter since Python 3.14


def imported(folder: Path) -> set[str]:
    """Return the distributions that the modules under a folder import."""
    names = {name for path in folder.rglob("*.py") for name in _imports(path)}
    others = names - STANDARD - {"triage", "ui"}
    return {DISTRIBUTIONS.get(name, [name])[0].lower().replace("_", "-") for name in others}


@cache
def _imports(path: Path) -> frozenset[str]:
    names: set[str] = set()
    nodes: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
        # Most of a module is expressions, and no import stands in one.
        nodes += (child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.expr))
    return frozenset(names)


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    return {re.split(r"[<>=;\[ ]", line)[0] for line in lines}


def test_each_dependency_is_used_and_each_library_that_is_used_is_a_dependency() -> None:
    assert imported(ROOT / "triage") | imported(ROOT / "ui") == declared()


def test_the_libraries_that_read_or_search_are_told_with_what_they_do() -> None:
    imports = {name for part in READING for name in imported(ROOT / "triage" / part)}
    assert imports | {"backports.zstd"} == set(LIBRARIES)  # that one by way of triage/zstd.py
    assert {name for name, version in current() if version != "none"} >= {"extract-msg", "lxml"}


@pytest.mark.skipif(library() is None, reason="needs the extra 'archives'")
def test_the_version_of_libarchive_is_told_without_loading_a_parser() -> None:
    code = (
        "import sys; from triage.case.known_answers import current; current(); print('triage.parsers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"False\n"
    assert dict(current())["libarchive"] == str(library().ffi.version_number())


def test_a_table_beside_a_module_counts_as_a_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(triage, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "names.py").write_text("NAMES = 1\n")
    (tmp_path / "names.json").write_text("{}")
    before = known_answers._sources()
    (tmp_path / "names.json").write_text('{"a": 1}')
    assert known_answers._sources() != before
