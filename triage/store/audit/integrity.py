"""What a verification reads of a case's database: rows of the audit, what items rest on, every value. Reads only.

Nothing here judges what it returns.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import NamedTuple

from triage.messages import say
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.store.db import Store, system_path

_OF_ITEMS = {
    "inferred": "row-of-inferred",
    "item": "row-of-item",
    "past": "row-of-past",
    "sealed": "row-of-sealed",
    "segment": "row-of-segment",
    "successor": "row-of-successor",
}
_OF_FILES = {"problem": "row-of-problem", "source": "row-of-source"}
_ITEM_OF = "SELECT item FROM decision WHERE seq=?"


class AuditRow(NamedTuple):
    """A row of the audit; ``hash`` is over the others and the row before."""

    seq: int
    time: str
    actor: str
    action: str
    detail: str
    hash: str


def audit(store: Store, first: int = 0) -> Iterator[AuditRow]:
    """Yield the rows of the audit in their order, from the ``first`` on."""
    sql = f"SELECT {', '.join(AuditRow._fields)} FROM audit WHERE seq>=? ORDER BY seq"
    return (AuditRow(*row) for row in store.db.execute(sql, (first,)))


def row_name(store: Store, kind: str, key: int | str) -> Message:
    """Return what a row that is committed to is called."""
    if kind in _OF_ITEMS:
        return say(_OF_ITEMS[kind], id=_item(store, key))
    if kind == "decision" and (n := store.value(_ITEM_OF, (key,))) is not None:
        return say("row-of-decision", number=key, id=_item(store, n))
    if kind in _OF_FILES:
        return say(
            f"row-of-{kind}", number=key, path=store.value(f"SELECT path FROM {kind} WHERE number=?", (key,)) or ""
        )
    return say("row-of-table", table=kind, key=key)


def _item(store: Store, n: int | str | None) -> str:
    return str(store.value("SELECT id FROM item WHERE n=?", (n,)) or n or "")


def sources_of_items(store: Store, after: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the sources ``after`` one that have items, or were read, if only in part, as (``root:path``, SHA-256)."""
    read = "(state IN ('done', 'outdated', 'reading') OR number IN (SELECT source FROM item))"
    sql = f"SELECT root, path, raw, sha256 FROM source WHERE number>? AND {read}"
    for root, path, raw, sha256 in store.db.execute(sql, (after,)):
        yield f"{root}:{system_path(path, raw)}", sha256


def contents(store: Store) -> set[str]:
    """Return the SHA-256 of all that was ever read: items, attachments included, and files that became none."""
    sql = "SELECT sha256 FROM item UNION SELECT sha256 FROM source WHERE sha256<>''"
    return {row[0] for row in store.db.execute(sql)}


def sealed_contents(store: Store) -> set[str]:
    """Return the SHA-256 of all sealed items."""
    return {row[0] for row in store.db.execute("SELECT sha256 FROM item WHERE n IN (SELECT item FROM sealed)")}


def item_lines(store: Store) -> Iterator[bytes]:
    """Yield a line for each item that is there now: root, path, way inside the file and SHA-256, as JSON."""
    sql = "SELECT s.root, s.path, s.raw, i.member, i.sha256 FROM current_item i JOIN source s ON s.number=i.source"
    for root, path, raw, member, sha256 in store.db.execute(sql):
        yield json.dumps([root, system_path(path, raw), member, sha256]).encode()


def half_read_sources(store: Store) -> int:
    """Return how many sources are half read, from a run that was stopped."""
    return int(store.value("SELECT count(*) FROM source WHERE state='reading' AND current=1"))


def items(store: Store) -> int:
    """Return how many items there are."""
    return int(store.value("SELECT count(*) FROM item"))


def orphan(store: Store) -> ItemNo | None:
    """Return an item without a source or a family, None where there is none."""
    sql = "SELECT n FROM item WHERE source NOT IN (SELECT number FROM source) OR family NOT IN (SELECT n FROM item)"
    n = store.value(sql)
    return None if n is None else ItemNo(n)


def decisions_of_steps(store: Store, after: int = 0) -> dict[int, int]:
    """Return how many decisions ``after`` one each step has."""
    return dict(store.db.execute("SELECT grp, count(*) FROM decision WHERE seq>? GROUP BY grp", (after,)))


def tagged(store: Store) -> set[tuple[ItemNo, str]]:
    """Return the (item, tag) pairs that are stored."""
    return {(ItemNo(n), tag) for n, tag in store.db.execute("SELECT item, tag FROM tagged")}


def ended_runs(store: Store) -> int:
    """Return how many runs came to their end."""
    return int(store.value("SELECT count(*) FROM run WHERE ended IS NOT NULL"))


def damage(store: Store) -> str:
    """Return what SQLite finds wrong with the database, "" for nothing; its indexes are compared with the tables."""
    answer = str(store.value("PRAGMA integrity_check(1)"))
    return "" if answer == "ok" else answer


def values(store: Store) -> Iterator[tuple[str, bytes]]:
    """Yield each table's name with all its values, text as UTF-8; an index's own tables are among them."""
    names = store.rows("SELECT name FROM sqlite_schema WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    for (name,) in names:
        row_values = (value for row in store.db.execute(f'SELECT * FROM "{name}"') for value in row)
        yield name, b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in row_values)


# ---- the audit as one of the case's logs

HEAD, COUNTERSIGNED = "head", "countersigned"
"""The actions of the rows that record that a file of the folder of heads was written."""


class HeadRow(NamedTuple):
    """What the audit says of a head's file, and of each key that signed how it is protected ("" for others' keys)."""

    seq: int
    time: str
    file: str
    sha256: str
    keys: dict[str, str]


def audit_entries(store: Store, after: int = 0, ended: Callable[[int], object] = int) -> Iterator[bytes]:
    """Yield the audit's rows as they are hashed, from the one after a number on; ``ended`` gets the last number."""
    sql = "SELECT seq, time, actor, action, detail FROM audit WHERE seq>? ORDER BY seq"
    for row in store.db.execute(sql, (after,)):
        after = row[0]
        yield "|".join(map(str, row)).encode()
    ended(after)


def last_begun(store: Store) -> tuple[str, str]:
    """Return what began to leave last: a production's name, "" for an export, and the hash of the row before."""
    sql = """SELECT ifnull(b.detail->>'name', ''), a.hash FROM audit b JOIN audit a ON a.seq=b.seq-1
    WHERE b.action IN ('export-begin', 'production-write') ORDER BY b.seq DESC LIMIT 1"""
    return next(iter(store.rows(sql)), ("", ""))


def head_rows(store: Store) -> list[HeadRow]:
    """Return what the audit says of heads; raises ValueError, KeyError or TypeError where a row isn't as written."""
    sql = "SELECT seq, time, detail FROM audit WHERE action IN (?,?) ORDER BY seq"
    rows = [(seq, time, json.loads(detail)) for seq, time, detail in store.db.execute(sql, (HEAD, COUNTERSIGNED))]
    return [HeadRow(seq, time, str(d["file"]), str(d["sha256"]), dict(d["keys"])) for seq, time, d in rows]
