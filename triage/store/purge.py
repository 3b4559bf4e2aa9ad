"""Items whose sources are no longer in scope, and what is to be removed of them. It decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from triage.model.items import ItemNo
from triage.model.scope import Removal
from triage.store import reading, sealed
from triage.store.db import Store, system_path
from triage.store.extent import PURGED
from triage.store.records import listed
from triage.store.schema import MOST_SEGMENTS
from triage.store.texts import plain

_BLANK = {**sealed.BLANK, "message_id": "", "refs": "[]", "location": "", "lang": "", "date_kind": ""}
_SET = ", ".join([*(f"{column}=?" for column in _BLANK), f"date=NULL, searchable={reading.LEVELS.index('not')}"])
_DUE = "scope_purge"
_IN = "IN (SELECT value FROM json_each(?))"
_GOING_ON = """a.action='scope-purge'
AND a.seq>(SELECT ifnull(max(seq), 0) FROM audit WHERE action='scope-purged')"""
_MET = """SELECT r.number, json_extract(a.detail, '$.scope') FROM audit a
JOIN run r ON r.number=json_extract(a.detail, '$.run')
WHERE a.action='run-begin' AND r.whole=1 AND r.ended IS NOT NULL ORDER BY a.seq DESC LIMIT 1"""


class ReadSource(NamedTuple):
    """A source that was read: number, place, content, first run, and whether the last look for it found it."""

    number: int
    root: str
    path: str
    sha256: str
    run: int
    there: int


def sources(store: Store) -> Iterator[ReadSource]:
    """Yield every source of which anything is in the case."""
    columns = "number, root, path, raw, sha256, run, current=1 AND gone IS NULL"
    sql = f"SELECT {columns} FROM source WHERE state<>'purged'"
    for number, root, path, raw, *rest in store.db.execute(sql):
        yield ReadSource(number, root, system_path(path, raw), *rest)


def last_met(store: Store) -> tuple[int, int]:
    """Return the last whole run that came to its end, and the version of the scope that it had; zeros for unknown."""
    ((run, version),) = store.rows(_MET) or [(0, 0)]
    return run, version or 0


def items(store: Store, numbers: Iterable[int]) -> list[ItemNo]:
    sql = f"SELECT n FROM item WHERE source {_IN} ORDER BY n"
    return [ItemNo(n) for (n,) in store.db.execute(sql, (listed(numbers),))]


def remove(store: Store, numbers: Sequence[int]) -> list[ItemNo]:
    """Take all that was read out of these sources' items, which stay as numbers, ids and digests; return the items.

    Decisions on them stay, and so does what the sources are called. What was sealed stays sealed.
    """
    of = (listed(numbers),)
    nos = items(store, numbers)
    for n in nos:
        sealed.take(store, n)
        sealed.overwrite(store, "item", _BLANK, "n=?", (n,))
        store.db.execute(f"UPDATE item SET {_SET} WHERE n=?", (*_BLANK.values(), n))
    for number in numbers:
        sealed.overwrite(store, "problem", ("path", "sentence"), "source=?", (number,))
        store.db.execute("DELETE FROM problem WHERE source=?", (number,))
    wanted = (listed(nos),)
    store.db.execute(f"DELETE FROM inferred WHERE item {_IN}", wanted)
    store.db.execute("INSERT OR IGNORE INTO past SELECT value FROM json_each(?)", wanted)
    store.db.execute(f"UPDATE source SET state='purged' WHERE number {_IN}", of)
    sealed.forget(store, nos)
    sealed.note_traces(store)
    return nos


def texts(store: Store, numbers: Sequence[int], most: int) -> list[str]:
    """Return the beginning of some texts of these sources' items, to search for their words once they are removed."""
    sql = f"""SELECT s.text FROM item i JOIN segment s
    ON s.key>=i.n*{MOST_SEGMENTS} AND s.key<(i.n+1)*{MOST_SEGMENTS} WHERE i.source {_IN} LIMIT ?"""
    return [plain(text)[:2000] for (text,) in store.db.execute(sql, (listed(numbers), most))]


def left_over(store: Store) -> ItemNo | None:
    """Return a purged item of which text is left, None where there is none."""
    blank = " AND ".join(f"i.{column}='{value}'" for column, value in _BLANK.items())
    sql = f"""SELECT i.n FROM source o JOIN item i ON i.source=o.number WHERE o.state='purged' AND (NOT ({blank})
    OR EXISTS(SELECT 1 FROM segment WHERE key>=i.n*{MOST_SEGMENTS} AND key<(i.n+1)*{MOST_SEGMENTS})) LIMIT 1"""
    n = store.value(sql)
    return None if n is None else ItemNo(n)


# ---- the purge that goes on until it has come to its end


def begin(store: Store, version: int) -> None:
    """Note that a purge by a version of the scope has begun, in the transaction that puts it on record."""
    store.set_meta(_DUE, str(version))


def due(store: Store) -> int:
    """Return the version by which a purge has begun and not come to its end, 0 where there is none."""
    return int(store.meta(_DUE) or 0)


def end(store: Store) -> None:
    """Note that the purge has come to its end; nothing is inferred to answer what was purged any more."""
    store.db.execute(f"DELETE FROM inferred WHERE parent IN ({PURGED})")
    store.set_meta(_DUE, "")


def purged(store: Store) -> list[int]:
    """Return the sources that were purged since a purge last came to its end."""
    sql = f"SELECT s.value FROM audit a, json_each(a.detail, '$.sources') s WHERE {_GOING_ON} ORDER BY 1"
    return [number for (number,) in store.db.execute(sql)]


def searched(store: Store) -> int:
    """Return how many words were searched for since then, those of the last portion apart."""
    return int(store.value(f"SELECT total(json_extract(a.detail, '$.searched')) FROM audit a WHERE {_GOING_ON}"))


def digests(store: Store, numbers: Iterable[int]) -> list[tuple[str, str]]:
    """Return the ids and the SHA-256 of these sources' items, "" for the latter of sealed ones."""
    sha256 = "iif(n IN (SELECT item FROM sealed), '', sha256)"
    return store.rows(f"SELECT id, {sha256} FROM item WHERE source {_IN} ORDER BY n", (listed(numbers),))


def receipts(store: Store) -> list[tuple[str, str]]:
    sql = "SELECT r.key, r.value FROM audit a, json_each(a.detail, '$.receipts') r WHERE a.action='scope-purged'"
    return store.rows(sql)


def removal(store: Store, numbers: Iterable[int]) -> Removal:
    """Return what there is of these sources: bytes, items, and decisions on them."""
    wanted = (listed(numbers),)
    ((count, size),) = store.rows(f"SELECT count(*), total(size) FROM source WHERE number {_IN}", wanted)
    count_of_items = int(store.value(f"SELECT count(*) FROM item WHERE source {_IN}", wanted))
    sql = f"SELECT count(DISTINCT item), count(*) FROM decision WHERE item IN (SELECT n FROM item WHERE source {_IN})"
    ((decided, decisions),) = store.rows(sql, wanted)
    return Removal(count, int(size), count_of_items, decided, decisions)
