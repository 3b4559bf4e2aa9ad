"""Writing what an index run found: sources, items, text, Problems. One call is one transaction's work.

Called inside ``Store.change``; it decides nothing and reads no source.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any

import msgspec

from triage.messages import encode, say
from triage.store import content, extent, records
from triage.store.db import Store
from triage.store.schema import LATE_INDEXES, MOST_SEGMENTS
from triage.store.texts import packed

NOT_WHAT_WAS_HASHED = encode(say("source-not-what-was-hashed"))
"""The sentence of the Problem of a source that changed while it was read."""
_LARGER_CACHE = 16 << 10  # KiB

_INSERTIONS: dict[type[records.Record], str] = {
    records.SourceRecord: records.insertion("source", records.SourceRecord),
    records.ItemRecord: records.insertion("item", records.ItemRecord),
    records.SegmentRecord: records.insertion("segment", records.SegmentRecord),
    records.ProblemRecord: records.insertion("problem", records.ProblemRecord),
}
_COVERED: dict[type[records.Record], tuple[str, Callable[[tuple[Any, ...]], int]]] = {
    records.SourceRecord: ("source", itemgetter(0)),
    records.ItemRecord: ("item", itemgetter(0)),
    records.SegmentRecord: ("segment", lambda row: int(row[0]) // MOST_SEGMENTS),
}


class KnownSource(msgspec.Struct, frozen=True):
    """What the store knows of a source: its number, size, times, inode, hash and state.

    ``gone`` and ``denied`` are the runs that missed it, or found it denied.
    """

    number: int
    size: int
    mtime: int
    ctime: int
    inode: int
    sha256: str
    state: str
    gone: int | None
    denied: int | None

    @property
    def there(self) -> bool:
        """Whether the last run that looked for it has met it."""
        return self.gone is None and self.denied is None

    def same(self, size: int, mtime: int, ctime: int, inode: int) -> bool:
        """Whether a file with this size, times and inode is the one that was read to its end."""
        return (
            self.state == "done"
            and self.there
            and (size, mtime, ctime, inode) == (self.size, self.mtime, self.ctime, self.inode)
        )


KnownSources = dict[str, KnownSource]
"""Sources by path as the store writes it."""


def known_sources(store: Store, root: str, below: str) -> KnownSources:
    """Return the current sources under a root, or at or below a path in it, by path as the store writes it."""
    columns = "path, number, size, mtime_ns, ctime_ns, inode, sha256, state, gone, denied"
    within = "AND (path=? OR path>=? AND path<?)" if below else ""
    bounds = (below, f"{below}/", f"{below}0") if below else ()  # 0 comes after the slash
    sql = f"SELECT {columns} FROM source WHERE root=? AND current=1 {within}"
    return {row[0]: KnownSource(*row[1:]) for row in store.db.execute(sql, (root, *bounds))}


def members(store: Store, source: int) -> records.Members:
    sql = f"SELECT {', '.join(records.Member._fields)} FROM item WHERE source=?"
    return records.Members(records.Member(*row) for row in store.db.execute(sql, (source,)))


def identities(store: Store, source: int) -> dict[str, records.ItemIdentity]:
    columns = ", ".join(records.ItemIdentity._fields)
    rows = store.db.execute(f"SELECT member, {columns} FROM item WHERE source=?", (source,))
    return {member: records.ItemIdentity(*known) for member, *known in rows}


def problems(store: Store, source: int) -> dict[int | None, set[tuple[str, str]]]:
    """Return the Problems of a source that are stored already, (code, sentence) by item."""
    by_item: dict[int | None, set[tuple[str, str]]] = {}
    for item, code, sentence in store.db.execute("SELECT item, code, sentence FROM problem WHERE source=?", (source,)):
        by_item.setdefault(item, set()).add((code, sentence))
    return by_item


def has_items(store: Store) -> bool:
    return store.value("SELECT 1 FROM item LIMIT 1") is not None


def next_numbers(store: Store) -> tuple[int, int]:
    sql = "SELECT (SELECT ifnull(max(number), 0) + 1 FROM source), (SELECT ifnull(max(n), 0) + 1 FROM item)"
    ((source, item),) = store.rows(sql)
    return source, item


def insert(store: Store, rows: Sequence[records.Record]) -> None:
    """Insert records of one table, within a change; of an item's text all segments, one after the other."""
    if not rows:
        return
    if (record := type(rows[0])) is records.ProblemRecord:
        store.db.executemany(_INSERTIONS[record], rows)
        return
    name, key = _COVERED[record]
    stored = map(_packed, rows) if record is records.SegmentRecord else rows
    store.written[name] |= content.insert(store.db, _INSERTIONS[record], name, rows, key, stored)


def _packed(row: Any) -> tuple[int, str, str | bytes]:
    return row.key, row.origin, packed(row.text)


def insert_sources(store: Store, rows: Collection[records.SourceRecord]) -> None:
    """Insert sources; those that aren't read to their end are covered once they are."""
    store.db.executemany(_INSERTIONS[records.SourceRecord], [row for row in rows if row.state == "reading"])
    insert(store, [row for row in rows if row.state != "reading"])


def retire(store: Store, pairs: Sequence[tuple[int, int]]) -> None:
    """Mark sources as no longer current, as each has given its place to another: (earlier, later) pairs.

    Their items stay as evidence.

    Some of them may come into its successor; if its content comes back, it is read again.
    """
    sql = "UPDATE source SET current=0, later=?2, state=iif(state='done', 'reading', state) WHERE number=?1"
    store.db.executemany(sql, pairs)
    forget_failures(store, [number for number, _ in pairs])
    if pairs:
        extent.expect(store)


def update_sources(store: Store, states: Sequence[records.SourceState]) -> None:
    """Store what sources are like now; they are current, not gone, and nothing stands in their place."""
    columns = ", ".join(f"{column}=?" for column in records.SourceState._fields[:-1])
    sql = f"UPDATE source SET {columns}, current=1, gone=NULL, denied=NULL, later=NULL WHERE number=?"
    store.db.executemany(sql, states)
    forget_failures(store, [state.number for state in states])
    if states:
        extent.expect(store)


def keep_unread(store: Store, source: KnownSource) -> None:
    """Note that a source is there but can't be read now; it may be what it was, so its items are current."""
    if not source.there:
        store.db.execute("UPDATE source SET gone=NULL, denied=NULL WHERE number=?", (source.number,))
        extent.expect(store)
    forget_failures(store, [source.number])


def forget_failures(store: Store, numbers: Iterable[int]) -> None:
    """Drop what kept files from being read, which are tried again."""
    sql = """DELETE FROM problem WHERE source=? AND item IS NULL
    AND (code IN ('unreadable', 'vanished', 'limit-size', 'hard-link-outside') OR (code='changed' AND sentence=?))"""
    store.db.executemany(sql, [(number, NOT_WHAT_WAS_HASHED) for number in numbers])


def mark_missing(store: Store, run: int, gone: list[int], denied: list[int]) -> None:
    """Note that this run didn't find sources any more, or found them denied by the scope; their items stay."""
    store.db.executemany("UPDATE source SET gone=?, denied=NULL WHERE number=?", [(run, n) for n in gone])
    store.db.executemany("UPDATE source SET denied=? WHERE number=?", [(run, n) for n in denied])
    extent.expect(store)


def roots(store: Store) -> list[str]:
    """Return the ids of the roots that sources are from, each looked up in the index after the one before."""
    sql = """WITH RECURSIVE ids(root) AS (SELECT min(root) FROM source UNION ALL
    SELECT (SELECT min(s.root) FROM source s WHERE s.root>ids.root) FROM ids WHERE root IS NOT NULL)
    SELECT root FROM ids WHERE root IS NOT NULL"""
    return [root for (root,) in store.db.execute(sql)]


def mark_done(store: Store, numbers: list[int]) -> None:
    store.db.executemany("UPDATE source SET state='done' WHERE number=?", [(n,) for n in numbers])


def forget_problems(store: Store, source: int | None) -> None:
    """Drop the Problems of a source that is read again; None means those of what isn't a file."""
    store.db.execute("DELETE FROM problem WHERE source IS ?", (source,))


def forget_items(store: Store, numbers: Iterable[int]) -> None:
    """Drop rows, text and Problems of items that are stored anew under the same numbers; decisions stay."""
    for n in numbers:
        store.db.execute("DELETE FROM item WHERE n=?", (n,))
        store.db.execute("DELETE FROM segment WHERE key>=? AND key<?", (n * MOST_SEGMENTS, (n + 1) * MOST_SEGMENTS))
        store.db.execute("DELETE FROM problem WHERE item=?", (n,))


def renumber_members(store: Store, members: Iterable[tuple[str, int]]) -> None:
    """Note which members of their sources items are now, one after the other: (member, n) pairs."""
    store.db.executemany("UPDATE item SET member=? WHERE n=?", members)


def with_problem(store: Store, codes: Sequence[str]) -> set[int]:
    """Return the current sources in which a Problem of one of these codes is on record."""
    sql = "SELECT p.source FROM problem p JOIN source s ON s.number=p.source WHERE s.current=1 AND p.code IN ({})"
    return {n for (n,) in store.db.execute(sql.format(",".join("?" * len(codes))), tuple(codes))}


def set_children(store: Store, counts: dict[int, int]) -> None:
    store.db.executemany("UPDATE item SET children=? WHERE n=?", [(c, n) for n, c in counts.items()])


def lower_levels(store: Store, rows: list[tuple[int, int]]) -> None:
    """Lower how far items can be searched: (searchable, n) pairs."""
    store.db.executemany("UPDATE item SET searchable=max(searchable, ?) WHERE n=?", rows)


@contextmanager
def larger_cache(store: Store) -> Iterator[None]:
    """Keep more of the database in memory for as long as much is written, which is a few per cent faster."""
    before = store.db.pragma("cache_size")
    store.db.pragma("cache_size", -_LARGER_CACHE)
    try:
        yield
    finally:
        store.db.pragma("cache_size", before)


def add_indexes(store: Store) -> None:
    store.db.execute(LATE_INDEXES)


def join_copies(store: Store) -> None:
    """Give items of equal bytes one digest, that of a message where one of them was read as one.

    They may have got several, where a limit or a reader's death kept one of them from being read like the others.
    """
    names: dict[str, str] = {}

    def name_of(digest: str) -> str:
        while digest in names:
            digest = names[digest]
        return digest

    sql = """SELECT sha256, group_concat(DISTINCT digest) FROM item WHERE sha256<>'' AND digest<>''
    GROUP BY sha256 HAVING min(digest)<>max(digest)"""
    for sha256, joined in store.rows(sql):
        first, *others = sorted(set(map(name_of, joined.split(","))), key=lambda digest: (digest == sha256, digest))
        names.update(dict.fromkeys(others, first))
    for table in ("item", "sealed"):
        pairs = ((name_of(digest), digest) for digest in names)
        store.db.executemany(f"UPDATE {table} SET digest=? WHERE digest=?", pairs)
