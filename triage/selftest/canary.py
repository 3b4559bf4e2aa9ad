"""Canaries: invented words, each of which stands in one place of one document and nowhere else.

Words are made from what they mark, so that every run makes the same ones. Nothing here writes a file.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

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
