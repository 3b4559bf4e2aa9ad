"""The matrix: what was hidden, what was found, and the table of it as text and as JSON.

Pure data; nothing here builds, reads or searches.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from triage.selftest.canary import COLUMNS
from triage.selftest.versions import LIBRARIES

FOUND, ELSEWHERE, MISSED = "found", "elsewhere", "missed"
_SIGNS = {FOUND: "+", ELSEWHERE: "~", MISSED: "!"}


@dataclass(frozen=True, slots=True)
class Answer:
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


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A canary in a place that the scope forbids: ``traces`` are the places where it turned up, if it did."""

    place: str
    word: str
    traces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
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
        """The canaries that were not found at all."""
        return [answer for answer in self.answers if answer.outcome == MISSED]

    @property
    def elsewhere(self) -> list[Answer]:
        """The canaries that were found under another origin than theirs."""
        return [answer for answer in self.answers if answer.outcome == ELSEWHERE]

    @property
    def leaks(self) -> list[Forbidden]:
        """The forbidden canaries that turned up."""
        return [canary for canary in self.forbidden if canary.traces]

    @property
    def held(self) -> bool:
        """Whether every canary was found, and no forbidden one."""
        return not self.missed and not self.leaks and self.control

    def cell(self, name: str, column: str) -> str:
        """Return a cell: "+" found in every language, "~" under another origin, "!" missed, "" not applicable."""
        signs = {_SIGNS[a.outcome] for a in self.answers if (a.format, a.column) == (name, column)}
        return next((sign for sign in "!~+" if sign in signs), "")

    @property
    def formats(self) -> list[str]:
        """The rows, in order."""
        return list(dict.fromkeys(answer.format for answer in self.answers))


def dump(matrix: Matrix) -> str:
    """Return the matrix as JSON that ``load`` reads back."""
    return json.dumps(asdict(matrix), ensure_ascii=False)


def load(text: str) -> Matrix:
    """Read a matrix; raises ValueError, KeyError or TypeError where the text isn't one."""
    raw = json.loads(text)
    raw["versions"] = tuple((str(k), str(v)) for k, v in raw["versions"])
    raw["untested"] = tuple((str(k), str(v)) for k, v in raw["untested"])
    raw["answers"] = tuple(Answer(**a) for a in raw["answers"])
    raw["forbidden"] = tuple(Forbidden(f["place"], f["word"], tuple(f["traces"])) for f in raw["forbidden"])
    return Matrix(**raw)


def lines(matrix: Matrix) -> Iterator[str]:
    """Yield the report: the table, the misses, the forbidden places, what has no canaries, which library reads what."""
    yield from _table(matrix)
    yield from _misses(matrix)
    yield from _forbidden(matrix)
    for name, reason in matrix.untested:
        yield f"no canaries: {name}: {reason}"
    yield "Libraries that read or search; what isn't named, Triage reads by code of its own:"
    for name, version in matrix.versions:
        if name in LIBRARIES:
            yield f"  {name} {'(not installed)' if version == 'none' else version}: {LIBRARIES[name]}"


def _table(matrix: Matrix) -> Iterator[str]:
    wide = max(len(name) for name in matrix.formats) + 2
    columns = [column for column in COLUMNS if any(a.column == column for a in matrix.answers)]
    short = {column: column[:5] for column in columns}
    yield " " * wide + "".join(f"{short[column]:<6}" for column in columns).rstrip()
    for name in matrix.formats:
        cells = "".join(f"{matrix.cell(name, column) or '.':<6}" for column in columns)
        yield f"{name:<{wide}}{cells}".rstrip()
    yield "+ found in every language   ~ found, under another origin   ! missed   . not applicable"
    found = len(matrix.answers) - len(matrix.missed)
    yield f"{found:,} of {len(matrix.answers):,} canaries found in {matrix.seconds:.1f} s."


def _misses(matrix: Matrix) -> Iterator[str]:
    for title, group in (("missed", matrix.missed), ("elsewhere", matrix.elsewhere)):
        for a in group:
            where = f", it was found in {a.said}" if a.said else ""
            yield f"{title}: {a.format}, {a.column}, {a.place}, {a.language}: {a.word}{where}"


def _forbidden(matrix: Matrix) -> Iterator[str]:
    for canary in matrix.leaks:
        yield f"LEAK: {canary.word} from {canary.place} stands in {', '.join(canary.traces)}"
    if not matrix.control:
        yield "The look for traces of forbidden canaries doesn't find a word that is there: it proves nothing."
    if matrix.forbidden and not matrix.leaks and matrix.control:
        places = ", ".join(dict.fromkeys(canary.place for canary in matrix.forbidden))
        yield f"Canaries in forbidden places appear in no search, file, database or ledger: {places}."
