"""Writes down the exact versions of everything that is installed: the newest that the bounds in pyproject.toml allow.

``python -m tests.pins`` resolves them for every version of Python that pyproject.toml allows. The versions go into
pyproject.toml, where uv reads them, and with the hashes of their files into requirements.txt. Asks the package index.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = ROOT / "pyproject.toml"
HASHED = ROOT / "requirements.txt"
BUILDERS = ("setuptools>=77,<84",)
"""What builds the dependencies that exist as source only."""
_EVERYWHERE = re.compile(r" ;(?: (.*) and)? sys_platform == 'linux'$")
_HEAD = "# Written by `python -m tests.pins`. To install: uv pip install --require-hashes -r requirements.txt\n"


def pins(requirements: str) -> list[str]:
    """Return the exact versions of a requirements file, with their conditions and without hashes.

    That the platform is Linux goes without saying, as pyproject.toml allows no other.
    """
    lines = requirements.replace("\\\n", "").splitlines()
    bare = [line.split(" --hash=")[0].rstrip() for line in lines if "==" in line.split("#")[0]]
    return [_EVERYWHERE.sub(lambda found: f" ; {found[1]}" if found[1] else "", line) for line in bare]


def with_pins(project: str, constraints: list[str], builders: list[str]) -> str:
    """Return the text of pyproject.toml with these lists in the places of those that it has."""
    for name, lines in (("constraint-dependencies", constraints), ("build-constraint-dependencies", builders)):
        rows = "".join(f'    "{line}",\n' for line in lines)
        block = f"{name} = [\n{rows}]" if lines else f"{name} = []"
        project, found = re.subn(rf"^{name} = \[[^\]]*\]", lambda _, block=block: block, project, flags=re.MULTILINE)
        if found != 1:
            raise LookupError(f"pyproject.toml has {found} lists named {name}")
    return project


def _uv(*arguments: str, folder: Path, given: str = "") -> str:
    """Return what uv prints when it runs in a folder."""
    uv = os.environ.get("UV") or shutil.which("uv") or str(Path(sys.executable).parent / "uv")
    return subprocess.run(
        [uv, *arguments], cwd=folder, input=given, stdout=subprocess.PIPE, text=True, check=True
    ).stdout


def main() -> None:
    """Resolve the newest versions and write both files."""
    project = PROJECT.read_text("utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / PROJECT.name).write_text(with_pins(project, [], []), "utf-8")
        hashed = _uv(
            *("export", "--format", "requirements-txt", "--all-extras", "--all-groups"),
            *("--no-annotate", "--no-header", "--no-emit-project"),
            folder=folder,
        )
        asked = [*tomllib.loads(project)["build-system"]["requires"], *BUILDERS]
        built = _uv(
            *("pip", "compile", "-", "--universal", "--python-version", "3.11", "--no-header", "--no-annotate", "-q"),
            folder=folder,
            given="\n".join(asked),
        )
    PROJECT.write_text(with_pins(project, pins(hashed), pins(built)), "utf-8")
    HASHED.write_text(_HEAD + hashed, "utf-8")
    print(f"{len(pins(hashed))} versions, and {len(pins(built))} of what builds them.")


if __name__ == "__main__":
    main()
