"""What a matrix holds for (selftest room): the versions of the program, of Python and of every library that reads.

Two machines with equal versions read alike; where anything differs the matrix must be made again.
"""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib import metadata
from pathlib import Path

import triage

LIBRARIES = tuple(
    (
        "apsw chardet cramjam extract-msg inflate64 libarchive-c libpff-python lxml msgspec msoffcrypto-tool "
        "olefile py7zr pypdfium2 python-calamine python-docx selectolax tesserocr whoosh3"
    ).split()
)

Versions = tuple[tuple[str, str], ...]
"""Pairs of a name and its version, in a fixed order."""


@cache
def current() -> Versions:
    """Return the versions in force; "sources" is a hash of the program's own source, "" where it has none on disk."""
    import apsw

    found = [("triage", triage.__version__), ("sources", _sources()), ("python", platform.python_version())]
    found += [("system", f"{platform.system()} {platform.machine()}"), ("sqlite", apsw.sqlite_lib_version())]
    return (*found, *((name, _version(name)) for name in LIBRARIES))


def key(versions: Versions) -> str:
    """Return the name of a set of versions: 20 hex digits of a hash over all of them."""
    return hashlib.sha256("\n".join(f"{name}={value}" for name, value in versions).encode()).hexdigest()[:20]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def _sources() -> str:
    """Return a hash over the program's source files but those of the command line, which read nothing."""
    here = Path(triage.__file__).parent
    total = hashlib.sha256()
    count = 0
    for path in sorted(here.glob("**/*.py")):
        name = path.relative_to(here).as_posix()
        if not name.startswith(("cli/", "_sample_corpus/")):
            total.update(f"{name}\0".encode() + path.read_bytes())
            count += 1
    return total.hexdigest()[:20] if count else ""
