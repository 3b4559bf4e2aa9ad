"""The nouns of the known-answer test: what was hidden, what was found, for which versions. Frozen values only."""

from __future__ import annotations

import msgspec

from triage.model.messages import Message

FOUND, ELSEWHERE, MISSED = "found", "elsewhere", "missed"
_SIGNS = {FOUND: "+", ELSEWHERE: "~", MISSED: "!"}


class Answer(msgspec.Struct, frozen=True):
    """What a search for one canary gave: found in its place, elsewhere (under another origin) or missed.

    ``said`` is the place where it was found, "" where it was found as expected or not at all.
    """

    format: str
    column: str
    place: str
    language: str
    word: str
    outcome: str
    said: str = ""


class Forbidden(msgspec.Struct, frozen=True):
    """A canary in a place that the scope forbids: ``traces`` are the places where it turned up, if it did."""

    place: str
    word: str
    traces: tuple[str, ...]


class Matrix(msgspec.Struct, frozen=True):
    """All answers, the forbidden canaries, and the versions they hold for; ``made`` is ISO 8601 in UTC.

    ``untested`` are readers without canaries, with the reason. ``control`` says whether the look for traces finds a
    word that is there; without that, finding no traces proves nothing.
    """

    made: str
    seconds: float
    versions: tuple[tuple[str, str], ...]
    answers: tuple[Answer, ...]
    forbidden: tuple[Forbidden, ...]
    control: bool
    untested: tuple[tuple[str, str], ...]

    @property
    def missed(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.outcome == MISSED]

    @property
    def elsewhere(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.outcome == ELSEWHERE]

    @property
    def leaks(self) -> list[Forbidden]:
        return [canary for canary in self.forbidden if canary.traces]

    @property
    def held(self) -> bool:
        return not self.missed and not self.leaks and self.control

    def cell(self, name: str, column: str) -> str:
        """Return a cell: "+" found in every language, "~" under another origin, "!" missed, "" not applicable."""
        signs = {_SIGNS[a.outcome] for a in self.answers if (a.format, a.column) == (name, column)}
        return next((sign for sign in "!~+" if sign in signs), "")

    @property
    def formats(self) -> list[str]:
        return list(dict.fromkeys(answer.format for answer in self.answers))


class KnownAnswers(msgspec.Struct, frozen=True):
    """What is on record of versions that read a case: since when, and the matrix, None where none was made.

    ``result`` is the matrix's in a sentence, or why it can't be read.
    """

    key: str
    time: str
    versions: str
    result: Message | None
    matrix: Matrix | None
