"""What is installed is written down once: versions in pyproject.toml, the same with hashes in requirements.txt."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import chain
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.pins import HASHED, PROJECT, pins, with_pins


@cache
def _project() -> dict[str, Any]:
    return tomllib.loads(PROJECT.read_text("utf-8"))


@cache
def _pinned() -> dict[str, set[Version]]:
    """Return the exact versions of each package, of which there are several where Python's version decides."""
    versions: dict[str, set[Version]] = {}
    for pin in map(Requirement, _project()["tool"]["uv"]["constraint-dependencies"]):
        (exactly,) = pin.specifier
        assert exactly.operator == "=="
        versions.setdefault(canonicalize_name(pin.name), set()).add(Version(exactly.version))
    return versions


def _bounded() -> list[str]:
    """Return every requirement of the program, its extras, its tests and its build."""
    project = _project()
    extras = project["project"]["optional-dependencies"].values()
    return [*project["project"]["dependencies"], *chain(*extras), *project["dependency-groups"]["dev"]]


def test_both_lists_have_the_same_versions() -> None:
    assert pins(HASHED.read_text("utf-8")) == _project()["tool"]["uv"]["constraint-dependencies"]


def test_every_version_has_a_hash_and_no_host_is_named() -> None:
    text = HASHED.read_text("utf-8")
    requirements = [line for line in text.replace("\\\n", "").splitlines() if not line.startswith("#")]
    assert requirements
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", line) for line in requirements)
    assert "://" not in text
    assert "index" not in text


@pytest.mark.parametrize("requirement", _bounded())
def test_a_bound_ends_before_the_next_major_version(requirement: str) -> None:
    asked = Requirement(requirement)
    tried = _pinned()[canonicalize_name(asked.name)]
    assert all(asked.specifier.contains(version) for version in tried)
    untried = f"{max(tried).major + 1}"
    assert not asked.specifier.contains(untried), f"{asked.name} {untried} was never tried"


def test_what_builds_is_exact_as_well() -> None:
    pinned = [Requirement(pin) for pin in _project()["tool"]["uv"]["build-constraint-dependencies"]]
    assert all(str(pin.specifier).startswith("==") for pin in pinned)
    named = {pin.name: pin.specifier for pin in pinned}
    for asked in map(Requirement, _project()["build-system"]["requires"]):
        (exactly,) = named[asked.name]
        assert asked.specifier.contains(exactly.version)


def test_lists_are_replaced_in_their_places() -> None:
    text = with_pins(PROJECT.read_text("utf-8"), ["one==1", "two==2 ; python_full_version < '3.12'"], [])
    uv = tomllib.loads(text)["tool"]["uv"]
    assert uv["constraint-dependencies"] == ["one==1", "two==2 ; python_full_version < '3.12'"]
    assert uv["build-constraint-dependencies"] == []
    assert {**_project(), "tool": 0} == {**tomllib.loads(text), "tool": 0}


def test_a_project_without_the_lists_is_refused() -> None:
    with pytest.raises(LookupError, match="0 lists"):
        with_pins("[tool.uv]\n", [], [])
