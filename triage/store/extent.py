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

from triage.model.items import ItemId, ItemNo, PastItem
from triage.model.runs import Extent, RunReport
from triage.store.db import Store, now
from triage.store.records import listed

_RUNS = """SELECT started, ended, whole, ifnull(report, '{}') FROM run
WHERE number>=ifnull((SELECT max(number) FROM run WHERE whole=1 AND ended IS NOT NULL), 0) ORDER BY number"""
_FILES = """SELECT ifnull(sum(state='failed'), 0), ifnull(sum(state='reading'), 0), count(*) FROM source
WHERE current=1 AND gone IS NULL AND denied IS NULL"""

_PASSWORDS = "passwords"
"""The meta value that is set from a run with passwords until one has come to its end."""


class _StoredRun(NamedTuple):
    """One run: when it started and ended ("" if it didn't), whether over the whole scope, and its report so far."""

    started: str
    ended: str
    whole: bool
    report: dict[str, object]

    def number(self, name: str) -> int:
        value = self.report.get(name)
        return value if isinstance(value, int) else 0

    @property
    def places(self) -> Sequence[str]:
        value = self.report.get("places")
        return [str(place) for place in value] if isinstance(value, list) else []

    @property
    def files(self) -> int:
        return self.number("files") or self.number("seen") - self.number("denied")

    @property
    def counted(self) -> bool:
        """Whether these were all counted: one that was stopped early has counted none or some."""
        return bool(self.ended or self.report.get("counted"))


def begin(store: Store, places: Sequence[str], *, whole: bool, passwords: bool) -> int:
    """Record the start of a run, over the ``whole`` scope or these places, within a change; return its number."""
    store.db.execute("INSERT INTO run(started, whole) VALUES(?,?)", (now(), int(whole)))
    number = int(store.db.last_insert_rowid())
    if passwords:
        store.set_meta(_PASSWORDS, "1")
    _keep(store, number, json.dumps({"places": places}))
    return number


def count(store: Store, number: int, files: int) -> None:
    sql = "UPDATE run SET report=json_set(report, '$.files', ?, '$.counted', json('true')) WHERE number=?"
    store.db.execute(sql, (files, number))


def end(store: Store, number: int, report: RunReport) -> RunReport:
    """Store what a run came to, within a change, and return it with the extent of the case.

    One that was stopped hasn't come to its end.
    """
    if report.stopped:
        _keep(store, number, _packed(report))
        return replace(report, extent=extent(store))
    store.db.execute("UPDATE run SET ended=?, report=? WHERE number=?", (now(), _packed(report), number))
    store.set_meta(_PASSWORDS, "")
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


def numbering_may_differ(store: Store) -> bool:
    """Whether this run has passwords, or one that was stopped since had: with others, archives have other members."""
    return bool(store.meta(_PASSWORDS))


def _made_up_for(run: _StoredRun, later: Sequence[_StoredRun]) -> bool:
    """Whether runs that came to their end have read all that this one was to read."""
    read = [place for other in later if other.ended for place in other.places]
    return bool(run.places) and all(any(_lies_in(place, other) for other in read) for place in run.places)


def _lies_in(place: str, other: str) -> bool:
    return place == other or place.startswith(other if other.endswith(":") else f"{other}/")


# What is no longer in the sources: items whose file vanished, or that a later version of it no longer holds.
#
# Their rows, text and decisions stay. Which items are past follows from the state of their sources, and is worked out
# at the end of an index run; a run that was stopped or killed before leaves it to the next.

_UNSETTLED = "unsettled"
"""The meta value that says that sources changed since it was worked out which items are past."""

# What a file that is half read holds isn't known yet.
_HALF_READ = """EXISTS (SELECT 1 FROM source c WHERE c.root=s.root AND c.path=s.path
AND c.current=1 AND c.gone IS NULL AND c.state='reading')"""
# Nor what a container still holds that can't be read to its end in its later version.
_LOSSY = (
    "crashed encrypted damaged truncated internal unsupported "
    "limit-count limit-depth limit-memory limit-ratio limit-size limit-stopped limit-time".split()
)
_UNKNOWN = f"""WITH RECURSIVE unknown(n) AS (
SELECT i.n FROM source s JOIN item i ON i.source=s.number LEFT JOIN successor x ON x.item=i.parent
JOIN problem p ON p.item=coalesce(x.later, i.parent) AND p.code IN ('{"', '".join(_LOSSY)}')
JOIN item l ON l.n=p.item JOIN source c ON c.number=l.source AND c.current=1 AND c.gone IS NULL WHERE s.current=0
UNION SELECT i.n FROM unknown u JOIN item i ON i.parent=u.n JOIN source s ON s.number=i.source AND s.current=0)
SELECT n FROM unknown"""
_ADD = f"""INSERT OR IGNORE INTO past SELECT i.n FROM source s JOIN item i ON i.source=s.number
WHERE (s.current=0 OR s.gone IS NOT NULL OR s.state='purged') AND NOT {_HALF_READ} AND i.n NOT IN ({_UNKNOWN})"""
_EMPTIED = """UPDATE item SET children=(SELECT count(*) FROM item c WHERE c.parent=item.n)
WHERE n IN (SELECT item FROM past) AND children>0"""
_REPLACED = """INSERT OR IGNORE INTO successor SELECT i.n, l.n FROM past p JOIN item i ON i.n=p.item AND i.member=''
JOIN source s ON s.number=i.source AND s.current=0 JOIN source c ON c.root=s.root AND c.path=s.path AND c.current=1
JOIN item l ON l.source=c.number AND l.member=''"""
_BACK = """SELECT i.n FROM past p JOIN item i ON i.n=p.item JOIN source s ON s.number=i.source
WHERE s.current=1 AND s.gone IS NULL AND s.state<>'purged'"""
_RETURNED = """DELETE FROM problem WHERE code='vanished' AND item IS NOT NULL
AND source IN (SELECT number FROM source WHERE current=0 OR gone IS NULL)"""
_VANISHED = """INSERT INTO problem(source, item, path, code, sentence, searchable, run)
SELECT s.number, i.n, s.path, 'vanished', ?, 0, s.gone FROM source s
LEFT JOIN item i ON i.source=s.number AND i.member='' WHERE s.current=1 AND s.gone IS NOT NULL AND s.state<>'purged'
AND NOT EXISTS (SELECT 1 FROM problem p WHERE p.source=s.number AND p.code='vanished' AND p.run=s.gone)"""

PURGED = """SELECT p.item FROM past p JOIN item i ON i.n=p.item JOIN source s ON s.number=i.source
WHERE s.state='purged'"""
"""SQL for the items of which nothing is left, as their source isn't in scope any more."""

STATE = """CASE WHEN i.n NOT IN (SELECT item FROM past) THEN ''
WHEN (SELECT state FROM source WHERE number=i.source)='purged' THEN 'purged'
WHEN i.n IN (SELECT item FROM successor) THEN 'superseded' ELSE 'vanished' END"""
"""SQL for the state of an item ``i``: "", purged, superseded or vanished."""

# What kept a file from being read is of no interest once it isn't there.
_FAILED = """DELETE FROM problem WHERE source IN (SELECT number FROM source WHERE gone IS NOT NULL AND state='failed')
AND (code<>'vanished' OR run<>(SELECT gone FROM source WHERE number=problem.source))"""
_DECIDED = f"""SELECT i.n, i.id, {STATE}, (SELECT l.id FROM successor x JOIN item l ON l.n=x.later WHERE x.item=i.n)
FROM past p JOIN item i ON i.n=p.item WHERE i.n IN (SELECT item FROM decision) AND i.n NOT IN ({PURGED})
ORDER BY i.n"""


def expect(store: Store) -> None:
    """Note that sources changed, in the same transaction."""
    store.set_meta(_UNSETTLED, "yes")


def settle(store: Store, sentence: str) -> None:
    """Work out which items are past where sources changed; each vanished file has a Problem with this sentence."""
    if not store.meta(_UNSETTLED):
        return
    store.db.execute(f"DELETE FROM successor WHERE item IN ({_BACK})")
    store.db.execute(f"DELETE FROM past WHERE item IN ({_BACK})")
    store.db.execute(_ADD)
    store.db.execute(_REPLACED)
    store.db.execute(_EMPTIED)
    store.db.execute(_RETURNED)
    store.db.execute(_FAILED)
    store.db.execute(_VANISHED, (sentence,))
    store.set_meta(_UNSETTLED, "")


def with_decisions(store: Store, nos: Sequence[ItemNo]) -> list[ItemNo]:
    sql = "SELECT value FROM json_each(?) WHERE value IN (SELECT item FROM decision)"
    return [ItemNo(n) for (n,) in store.db.execute(sql, (listed(nos),))] if nos else []


def decided(store: Store) -> tuple[PastItem, ...]:
    """Return the past items on which anybody decided, in the order in which they were read."""
    tags: dict[int, list[str]] = {}
    for n, tag in store.db.execute("SELECT item, tag FROM tagged WHERE item IN (SELECT item FROM past) ORDER BY tag"):
        tags.setdefault(n, []).append(tag)
    return tuple(
        PastItem(ItemId(item_id), state, tuple(tags.get(n, ())), later and ItemId(later))
        for n, item_id, state, later in store.db.execute(_DECIDED)
    )


# The known-answer test's place in a case: the versions that read it, and what they find of canaries.
#
# Nothing here runs the test or reads a matrix; it is text.


class ReadVersions(msgspec.Struct, frozen=True):
    """Versions that read sources of this case: ``key`` names the set, ``versions`` is JSON, ``matrix`` JSON or ""."""

    key: str
    versions: str
    matrix: str
    time: str


def read_versions(store: Store) -> list[ReadVersions]:
    """Return every set of versions that read sources of this case, oldest first."""
    sql = "SELECT key, versions, matrix, time FROM known_answers ORDER BY rowid"
    return [ReadVersions(*row) for row in store.db.execute(sql)]


def store_versions(store: Store, actor: str, key: str, versions: str, matrix: str, found: str) -> None:
    """Note a set of versions, with its matrix where there is one, and an audit row that says so.

    ``found`` is the matrix's result for the audit, an encoded sentence.
    """
    with store.change(actor, "known answers", versions=key, found=found):
        update = "ON CONFLICT DO UPDATE SET matrix=excluded.matrix, time=excluded.time"
        row = (key, versions, matrix, now())
        store.db.execute(f"INSERT INTO known_answers VALUES(?,?,?,?) {update}", row)
