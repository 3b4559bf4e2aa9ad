"""How much of the scope the case has read: what its runs counted, and how far the files are read. Decides nothing else.

The row of a run has the report that it has come to so far: the places that it is to read from its start, the number of
their files as soon as it is known, everything else at its end.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from triage.model.runs import Extent, RunReport
from triage.store import writing
from triage.store.db import Store, now

_RUNS = """SELECT started, ended, whole, ifnull(report, '{}') FROM run
WHERE number>=ifnull((SELECT max(number) FROM run WHERE whole=1 AND ended IS NOT NULL), 0) ORDER BY number"""
_FILES = """SELECT ifnull(sum(state='failed'), 0), ifnull(sum(state='reading'), 0), count(*) FROM source
WHERE current=1 AND gone IS NULL AND denied IS NULL"""


class _StoredRun(NamedTuple):
    """One run: when it started and ended ("" if it didn't), whether over the whole scope, and its report so far."""

    started: str
    ended: str
    whole: bool
    report: dict[str, object]

    def number(self, name: str) -> int:
        """Return a number of the report, 0 where it isn't known."""
        value = self.report.get(name)
        return value if isinstance(value, int) else 0

    @property
    def places(self) -> Sequence[str]:
        """The places that it was to read."""
        value = self.report.get("places")
        return [str(place) for place in value] if isinstance(value, list) else []

    @property
    def files(self) -> int:
        """How many files in scope its places have."""
        return self.number("files") or self.number("seen") - self.number("denied")

    @property
    def counted(self) -> bool:
        """Whether these were all counted: one that was stopped early has counted none or some."""
        return bool(self.ended or self.report.get("counted"))


def begin(store: Store, places: Sequence[str], *, whole: bool, passwords: bool) -> int:
    """Record the start of a run, over the ``whole`` scope or these places, within a change; return its number."""
    number = writing.begin_run(store, now(), whole, passwords)
    _keep(store, number, json.dumps({"places": places}))
    return number


def count(store: Store, number: int, files: int) -> None:
    """Store how many files the places of a run have, as soon as that is known; within a change."""
    sql = "UPDATE run SET report=json_set(report, '$.files', ?, '$.counted', json('true')) WHERE number=?"
    store.db.execute(sql, (files, number))


def end(store: Store, number: int, report: RunReport) -> RunReport:
    """Store what a run came to, within a change, and return it with the extent of the case.

    One that was stopped hasn't come to its end.
    """
    if report.stopped:
        _keep(store, number, _packed(report))
        return replace(report, extent=extent(store))
    writing.end_run(store, number, now(), _packed(report))
    report = replace(report, extent=extent(store))
    if report.extent.whole:
        _keep(store, number, _packed(report))
    return report


def _keep(store: Store, number: int, report: str) -> None:
    store.db.execute("UPDATE run SET report=? WHERE number=?", (report, number))


def _packed(report: RunReport) -> str:
    """Return a report as it is stored: with the extent where it can be told from it alone."""
    stored = msgspec.to_builtins(report)
    if not report.extent.whole:
        del stored["extent"]
    return json.dumps(stored)


def extent(store: Store) -> Extent:
    """Return how much of the scope the case has read. What isn't whole takes a look at all of its sources."""
    runs = [
        _StoredRun(started, ended or "", bool(whole), json.loads(report))
        for started, ended, whole, report in store.db.execute(_RUNS)
    ]
    if not runs:
        return Extent()
    first, *later = runs
    whole = first if first.whole and first.ended else None
    if whole and not later and (known := whole.report.get("extent")):
        return msgspec.convert(known, Extent)
    return _measured(store, whole, later if whole else runs)


def _measured(store: Store, whole: _StoredRun | None, later: Sequence[_StoredRun]) -> Extent:
    """Return the extent after the last ``whole`` run that came to its end, and those that began later."""
    ((failed, reading, there),) = store.rows(_FILES)
    stopped = [run for at, run in enumerate(later) if not run.ended and not _made_up_for(run, later[at + 1 :])]
    complete = whole is not None and not stopped
    files, denied = (whole.files, whole.number("denied")) if whole else (0, 0)
    files += sum(run.number("grown") for run in later if run.ended)
    counted = complete
    for run in stopped:
        denied = max(denied, run.number("denied"))
        if counted := run.whole and run.counted:
            files = run.files
    last = later[-1] if later else whole
    files = there if complete else max(files, there)
    return Extent(
        whole=complete,
        files=files,
        counted=counted,
        read=there - failed - reading,
        failed=failed,
        pending=files - there + reading,
        denied=denied,
        walked=(last.ended or last.started) if last else "",
        unfinished=bool(stopped),
    )


def _made_up_for(run: _StoredRun, later: Sequence[_StoredRun]) -> bool:
    """Whether runs that came to their end have read all that this one was to read."""
    read = [place for other in later if other.ended for place in other.places]
    return bool(run.places) and all(any(_lies_in(place, other) for other in read) for place in run.places)


def _lies_in(place: str, other: str) -> bool:
    return place == other or place.startswith(other if other.endswith(":") else f"{other}/")
