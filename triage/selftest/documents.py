"""The documents of the known-answer test, kept as files, with the canaries that stand in each.

A canary is an invented word that stands in one place of one document and nowhere else. Words are made from what they
mark, so that every run makes the same ones. What writes the documents is longer than the test
itself, and the program needs none of it: ``python -m tests.selftest.stored`` writes the files and ``documents.json``,
and a test compares. Nothing here parses a file.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from triage.parsers.archives.libarchive import library

ENGLISH, HEBREW, ARABIC = "English", "Hebrew", "Arabic"
LANGUAGES = (ENGLISH, HEBREW, ARABIC)

_FIELDS = {"note": "footnote", "attachment": "body", "inner": "body"}
COLUMNS = {
    name: _FIELDS.get(name, name)
    for name in (
        "body alternative comment tracked note margin textbox fieldcode hidden speaker annotation properties headers"
        " message-id transport subject from to cc bcc file attachment inner"
    ).split()
}
"""Hiding places, in the order of the matrix, and the field that a query names to search there alone.

attachment: the text of something inside the file. inner: the text of something inside that.
"""

_LETTERS = {
    ENGLISH: ("bdfgjklmnprstvz", "aeiou"),
    HEBREW: ("גזחטסעפצקרת", "אגדזחטלמנסעפצקרשת"),
    ARABIC: ("جخدذرزضطظعغقن", "بتثجحخدذرزسشصضطظعغفقكلمن"),
}
"""For each language the letters that stand at odd and at even places; none that folding changes or a prefix uses."""


@dataclass(frozen=True, slots=True)
class Canary:
    """One word and where it was put: format, column of the matrix, place in words, language."""

    format: str
    column: str
    place: str
    language: str
    word: str


def word(language: str, *marks: str, letters: tuple[str, str] | None = None) -> str:
    """Return the word of nine letters for what the marks say; ``letters`` are others for odd and for even places."""
    digest = hashlib.sha256("|".join((language, *marks)).encode()).digest()
    rows = letters or _LETTERS[language]
    return "".join(rows[at % 2][value % len(rows[at % 2])] for at, value in enumerate(digest[:9]))


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
    return FOLDER / f"{slug(name)}-{file}"


def slug(name: str) -> str:
    return name.replace("/", "-").replace(" ", "-")


def _read(name: str, file: str, label: str, canaries: list[tuple[str, str, dict[str, str]]]) -> Document:
    own = (
        Canary(name, column, place, language, word)
        for column, place, words in canaries
        for language, word in words.items()
    )
    return Document(name, file, label, stored(name, file).read_bytes(), tuple(own))
