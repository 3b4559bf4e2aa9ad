"""The known-answer test's matrix as lines of text. Nothing here builds, reads or searches."""

from __future__ import annotations

from collections.abc import Iterator

from triage.case.versions import LIBRARIES
from triage.model.known_answers import Matrix
from triage.selftest.canary import COLUMNS


def lines(matrix: Matrix) -> Iterator[str]:
    """Yield the report: the table, the misses, the forbidden places, what has no canaries, which library reads what."""
    yield from _table(matrix)
    for title, group in (("missed", matrix.missed), ("elsewhere", matrix.elsewhere)):
        for a in group:
            where = f", it was found in {a.said}" if a.said else ""
            yield f"{title}: {a.format}, {a.column}, {a.place}, {a.language}: {a.word}{where}"
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
    yield " " * wide + "".join(f"{column[:5]:<6}" for column in columns).rstrip()
    for name in matrix.formats:
        cells = "".join(f"{matrix.cell(name, column) or '.':<6}" for column in columns)
        yield f"{name:<{wide}}{cells}".rstrip()
    yield "+ found in every language   ~ found, under another origin   ! missed   . not applicable"
    found = len(matrix.answers) - len(matrix.missed)
    yield f"{found:,} of {len(matrix.answers):,} canaries found in {matrix.seconds:.1f} s."


def _forbidden(matrix: Matrix) -> Iterator[str]:
    for canary in matrix.leaks:
        yield f"LEAK: {canary.word} from {canary.place} stands in {', '.join(canary.traces)}"
    if not matrix.control:
        yield "The look for traces of forbidden canaries doesn't find a word that is there: it proves nothing."
    if matrix.forbidden and not matrix.leaks and matrix.control:
        places = ", ".join(dict.fromkeys(canary.place for canary in matrix.forbidden))
        yield f"Canaries in forbidden places appear in no search, file, database or ledger: {places}."
