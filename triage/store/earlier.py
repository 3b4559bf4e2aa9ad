"""Earlier states of sources: what a place held before, which file lay elsewhere, and bringing items to a new place.

Writes inside ``Store.change`` alone. Which item is met again is for the index run to say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from triage.errors import CaseError
from triage.model.items import ItemNo
from triage.store import extent, sealed
from triage.store.db import Store, system_path
from triage.store.records import ItemRecord, listed


class StoredFile(NamedTuple):
    """A source as it was met last, for a file of the same content that is met somewhere else."""

    number: int
    state: str
    root: str
    path: str
    raw: bytes | None
    inode: int
    current: int
    gone: int | None
    denied: int | None

    @property
    def raw_path(self) -> str:
        return system_path(self.path, self.raw)

    @property
    def there(self) -> bool:
        return bool(self.current) and self.gone is None and self.denied is None


class EarlierItem(NamedTuple):
    """An item that a place held in an earlier version. ``name`` is None where its seal hides it."""

    n: int
    member: str
    parent: int | None
    sha256: str
    message_id: str
    name: str | None
    type: str


class NewPlace(NamedTuple):
    """Where a source lies now, whose it is, and what it is called there."""

    root: str
    path: str
    raw: bytes | None
    custodian: str
    name: str
    number: int


class StoredMembers(NamedTuple):
    """Members of a source that a later version of it may still have: where the first stand in it, but for the last.

    ``items`` and ``size`` are how many items and bytes they come to with all that is inside them.
    """

    locations: list[str]
    items: int
    size: int


class Appended(NamedTuple):
    """A source to which something was appended, as ``later``: how many of its members stand in that as they did.

    ``root`` is the item that the later one itself is.
    """

    number: int
    later: int
    members: int
    root: int
    custodian: str


_OF = "source IN (SELECT value FROM json_each(?))"
_ITEMS = f"""SELECT {", ".join(EarlierItem._fields)}, n IN (SELECT item FROM sealed) FROM item WHERE {_OF}
AND (SELECT state FROM source WHERE number=item.source)<>'purged' ORDER BY source DESC, n"""
_MET = ("source", "member", "location", "parent", "family", "custodian")
_NAMED = "n NOT IN (SELECT item FROM sealed)"
_TOP = "SELECT n FROM item WHERE source=?1 AND member=''"
_FIRST = "source=?1 AND member<>'' AND CAST(member AS INTEGER)<?2"  # of "12.0.3" that is 12
_MAY_DIFFER = f"""SELECT 1 FROM problem WHERE source=?1 AND (item IN ({_TOP}) OR (item IS NULL AND code<>'changed')
OR code IN ('crashed', 'internal', 'not-extracted') OR code GLOB 'limit-*' OR (code='encrypted' AND ?2))"""


def item_id(key: str, member: str, sha256: str) -> str:
    """Return the id of an item that is first read at a place, given by its source's key and content: in any case."""
    return hashlib.sha256(f"{key}\0{member}\0{sha256}".encode("utf-8", "surrogateescape")).hexdigest()[:20]


def with_content(store: Store, sha256: str, below: int) -> list[StoredFile]:
    """Return the sources of this content whose numbers are below one."""
    columns = ", ".join(StoredFile._fields)
    sql = f"SELECT {columns} FROM source WHERE sha256=? AND number<? AND state<>'failed' ORDER BY number"
    return [StoredFile(*row) for row in store.db.execute(sql, (sha256, below))]


def unread(store: Store, root: str, path: str) -> int | None:
    """Return the source that stands for a file at a place that couldn't be read: it has no content."""
    number = store.value("SELECT number FROM source WHERE root=? AND path=? AND sha256=''", (root, path))
    return None if number is None else int(number)


def at(store: Store, root: str, path: str, number: int = 0) -> list[int]:
    """Return the sources that a place or a source has held: those whose places they have taken, at any remove, too."""
    sql = """WITH RECURSIVE held(number) AS (SELECT number FROM source WHERE (root=? AND path=?) OR number=?
    UNION SELECT s.number FROM held h JOIN source s ON s.later=h.number) SELECT number FROM held"""
    return [number for (number,) in store.db.execute(sql, (root, path, number))]


def with_members(store: Store, sources: Sequence[int]) -> list[int]:
    """Return those of the sources that hold more than the item that each is itself."""
    sql = """SELECT value FROM json_each(?)
    WHERE EXISTS (SELECT 1 FROM item i WHERE i.source=value AND i.member<>'')"""
    return [number for (number,) in store.db.execute(sql, (listed(sources),))] if sources else []


def first_members(store: Store, source: int, media: str) -> StoredMembers | None:
    """Return the members of a source of this type but for the last; None where they are to be read again.

    That is so if its reading met a limit or didn't get to its end, here or in any of its items.
    """
    sql = f"{_TOP} AND type=?2 AND n NOT IN (SELECT item FROM sealed)"
    root = store.value(sql, (source, media))
    if root is None or store.rows(_MAY_DIFFER, (source, extent.numbering_may_differ(store))):
        return None
    sql = "SELECT CAST(member AS INTEGER), location FROM item WHERE source=? AND parent=? ORDER BY 1"
    members = store.rows(sql, (source, root))
    last = len(members) - 1
    if last < 1 or members[last][0] != last:
        return None
    ((items, size),) = store.rows(f"SELECT count(*), sum(size) FROM item WHERE {_FIRST}", (source, last))
    return StoredMembers([location for _, location in members[:last]], items, size)


def root_of(store: Store, source: int) -> list[int]:
    """Return the number of the item that a source itself is, nothing where it became none."""
    return [n for (n,) in store.db.execute("SELECT n FROM item WHERE source=? AND member=''", (source,))]


def items_of(store: Store, sources: Sequence[int]) -> list[EarlierItem]:
    """Return the items of sources, those of the latest source first."""
    rows = store.rows(_ITEMS, (listed(sources),))
    return [
        EarlierItem(*row)._replace(name=_sealed_name(store, row[0])) if hidden else EarlierItem(*row)
        for *row, hidden in rows
    ]


def _sealed_name(store: Store, n: int) -> str | None:
    with suppress(CaseError):
        return sealed.name(store, ItemNo(n))
    return None


def problems_of(store: Store, sources: Sequence[int]) -> dict[int | None, set[tuple[str, str]]]:
    by_item: dict[int | None, set[tuple[str, str]]] = {}
    sql = f"SELECT item, code, sentence FROM problem WHERE {_OF} AND item IS NOT NULL"
    for n, code, sentence in store.db.execute(sql, (listed(sources),)):
        by_item.setdefault(n, set()).add((code, sentence))
    return by_item


def bring(store: Store, records: Sequence[ItemRecord]) -> list[ItemNo]:
    """Bring items that were met again to the source that holds them now, which is stored already.

    Returns those that have another name there.
    """
    if records:
        extent.expect(store)
    columns = ", ".join(f"{column}=?" for column in _MET)
    sql = f"UPDATE item SET {columns}, date=iif(date_kind='family', ?, date) WHERE n=?"
    store.db.executemany(sql, [(*(getattr(r, column) for column in _MET), r.date, r.n) for r in records])
    _add_aliases(store, [(r.n, r.id) for r in records])
    sql = """UPDATE problem SET source=?1, path=iif(path='', '', (SELECT path FROM source WHERE number=?1))
    WHERE item=?2"""
    store.db.executemany(sql, [(r.source, r.n) for r in records])
    sql = f"UPDATE item SET name=? WHERE n=? AND name<>? AND {_NAMED} RETURNING n"
    return [ItemNo(n) for (n,) in store.db.executemany(sql, [(r.name, r.n, r.name) for r in records])]


def bring_first(store: Store, sources: Sequence[Appended]) -> None:
    """Bring the first members of sources, with all that is inside them, to the later ones."""
    for source, later, members, root, custodian in sources:
        extent.expect(store)
        sql = f"""UPDATE item SET source=?3, custodian=?4, parent=iif(parent IN ({_TOP}), ?5, parent) WHERE {_FIRST}"""
        store.db.execute(sql, (source, members, later, custodian, root))
        sql = "UPDATE problem SET source=?2 WHERE source=?1 AND item IN (SELECT n FROM item WHERE source=?2)"
        store.db.execute(sql, (source, later))
        _add_place(store, later)


def _add_place(store: Store, source: int) -> None:
    """Note the ids that a source's items would have if they were first read where it lies."""
    sql = """SELECT i.n, i.member, s.root, s.path, s.raw, s.sha256
    FROM item i JOIN source s ON s.number=i.source WHERE i.source=?"""
    items = store.rows(sql, (source,))
    own = [(n, item_id(f"{root}:{system_path(*path)}", member, sha256)) for n, member, root, *path, sha256 in items]
    _add_aliases(store, own)


def move(store: Store, places: Sequence[NewPlace]) -> list[ItemNo]:
    """Let sources lie somewhere else with all that they hold; return the items that have another name there."""
    renamed = []
    for place in places:
        *where, custodian, name, number = place
        sql = "UPDATE source SET root=?, path=?, raw=?, custodian=? WHERE number=?"
        store.db.execute(sql, (*where, custodian, number))
        store.db.execute("UPDATE item SET custodian=? WHERE source=?", (custodian, number))
        _add_place(store, number)
        store.db.execute("UPDATE problem SET path=? WHERE source=? AND path<>''", (place.path, number))
        sql = f"UPDATE item SET name=? WHERE source=? AND member='' AND name<>? AND {_NAMED} RETURNING n"
        renamed += [ItemNo(n) for (n,) in store.db.execute(sql, (name, number, name))]
    return renamed


def _add_aliases(store: Store, items: Sequence[tuple[int, str]]) -> None:
    """Note the ids that items would have if they were first read where they are now."""
    sql = """INSERT OR IGNORE INTO item_alias SELECT ?2, id FROM item WHERE n=?1 AND id<>?2
    AND NOT EXISTS (SELECT 1 FROM item o WHERE o.id=?2)"""
    store.db.executemany(sql, items)


def with_own_ids(store: Store, records: Sequence[ItemRecord]) -> list[ItemRecord]:
    """Return the records with the ids that their items have already, new ones with ids that no other item has.

    An id names the place where an item was read first, at which something of the same content may be read again.
    """
    sql = "SELECT n, id FROM item WHERE n IN (SELECT value FROM json_each(?))"
    kept = dict(store.db.execute(sql, (listed(r.n for r in records),)))
    sql = "SELECT id, n FROM item WHERE id IN (SELECT value FROM json_each(?))"
    taken = dict(store.db.execute(sql, (json.dumps([r.id for r in records]),)))
    own = []
    for record in records:
        item_id = kept.get(record.n, record.id)
        while taken.get(item_id, record.n) != record.n:
            item_id = hashlib.sha256(f"{item_id} again".encode()).hexdigest()[:20]
            taken.update(store.db.execute("SELECT id, n FROM item WHERE id=?", (item_id,)))
        own.append(record if item_id == record.id else record._replace(id=item_id))
    return own


def roots(store: Store, pairs: Sequence[tuple[int, int]]) -> dict[int, list[int]]:
    """Return for the items that are these sources those that were the sources before: of (earlier, later) pairs."""
    sql = """SELECT l.n, e.n FROM item e JOIN item l ON l.source=? AND l.member='' WHERE e.source=? AND e.member=''"""
    return {later: [before] for pair in pairs for later, before in store.db.execute(sql, pair[::-1])}


def replace(store: Store, pairs: Sequence[tuple[int, int]]) -> None:
    store.db.executemany("INSERT OR IGNORE INTO successor VALUES(?,?)", pairs)
