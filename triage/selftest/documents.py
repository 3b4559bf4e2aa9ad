"""The documents of the known-answer test, kept as files, with the canaries that stand in each.

What writes them is longer than the test itself, and the program needs none of it: ``python -m tests.selftest.stored``
writes the files and ``documents.json``, and a test compares. Nothing here parses a file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from triage.parsers.archives.libarchive import library
from triage.selftest.canary import Canary

FOLDER = Path(__file__).with_name("stored")
INDEX = FOLDER / "documents.json"
LIBARCHIVE = "archive (RAR, cabinet, LHA, ar, cpio, disc image)"
UNTESTED = {
    "Office document in one XML file (flat package)": "its parts are put back into a package, and read as that",
    "Encrypted Office document": "its content is read by the reader of the document's own format",
    "other known kinds of files": "of some of them readable strings are kept, and nothing else is read",
    **({} if library() else {LIBARCHIVE: "the extra 'archives' isn't installed"}),
}
"""Readers without a document, by label, and why."""


@dataclass(frozen=True, slots=True)
class Document:
    """One format's document: its row in the matrix, its file's name, its bytes, and the canaries in it, by place.

    ``label`` is that of the reader in ``PARSERS`` which must claim the file.
    """

    name: str
    file: str
    label: str
    data: bytes
    canaries: tuple[Canary, ...]


@cache
def documents() -> tuple[Document, ...]:
    """Return the documents of all readers that are installed, in the order of the matrix."""
    found = (_read(**row) for row in json.loads(INDEX.read_bytes()))
    return tuple(one for one in found if one.label not in UNTESTED)


def stored(name: str, file: str) -> Path:
    """Return where the document of a row lies."""
    return FOLDER / f"{slug(name)}-{file}"


def slug(name: str) -> str:
    """Return the name of a row as a file may have it."""
    return name.replace("/", "-").replace(" ", "-")


def _read(name: str, file: str, label: str, canaries: list[tuple[str, str, dict[str, str]]]) -> Document:
    own = (
        Canary(name, column, place, language, word)
        for column, place, words in canaries
        for language, word in words.items()
    )
    return Document(name, file, label, stored(name, file).read_bytes(), tuple(own))
