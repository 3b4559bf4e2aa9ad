"""Items whose sources are no longer in scope, and what is to be removed of them. It decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from triage.model.scope import Removal
from triage.store.db import Store, listed

_IN = "IN (SELECT value FROM json_each(?))"
_MET = """SELECT json_extract(a.detail, '$.scope') FROM audit a JOIN run r ON r.number=json_extract(a.detail, '$.run')
WHERE a.action='run-begin' AND r.whole=1 AND r.ended IS NOT NULL ORDER BY a.seq DESC LIMIT 1"""


class ReadSource(NamedTuple):
    """A source that was read: number, place, content, and whether it was there when it was last looked for."""

    number: int
    root: str
    path: str
    sha256: str
    there: int


def sources(store: Store) -> Iterator[ReadSource]:
    """Yield every source of which anything is in the case."""
    sql = """SELECT number, root, path, raw, sha256, current=1 AND gone IS NULL FROM source WHERE state<>'purged'"""
    for number, root, path, raw, sha256, there in store.db.execute(sql):
        name = path if raw is None else raw.decode("utf-8", "surrogateescape")
        yield ReadSource(number, root, name, sha256, there)


def version_met(store: Store) -> int:
    """Return the version of the scope under which the last whole run met what is there, 0 where that isn't known."""
    return int(store.value(_MET) or 0)


def removal(store: Store, numbers: Iterable[int]) -> Removal:
    """Return what there is of these sources: bytes, items, and decisions on them."""
    wanted = (listed(numbers),)
    ((count, size),) = store.rows(f"SELECT count(*), total(size) FROM source WHERE number {_IN}", wanted)
    items = int(store.value(f"SELECT count(*) FROM item WHERE source {_IN}", wanted))
    sql = f"SELECT count(DISTINCT item), count(*) FROM decision WHERE item IN (SELECT n FROM item WHERE source {_IN})"
    ((decided, decisions),) = store.rows(sql, wanted)
    return Removal(count, int(size), items, decided, decisions)
