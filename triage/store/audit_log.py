"""The audit: what verification and proofs read of it and of what it commits to, and where its record was begun anew.

Nothing here judges what it returns.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from triage.messages import say
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.model.tags import SuggestionDecision
from triage.store import decision_log
from triage.store.db import RECOVER, ZERO, Store, system_path

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
    sql = f"SELECT {', '.join(AuditRow._fields)} FROM audit WHERE seq>=? ORDER BY seq"
    return (AuditRow(*row) for row in store.db.execute(sql, (first,)))


def row_name(store: Store, kind: str, key: int | str) -> Message:
    if kind in _OF_ITEMS:
        return say(_OF_ITEMS[kind], id=_item(store, key))
    if kind == "decision" and (n := store.value(_ITEM_OF, (key,))) is not None:
        return say("row-of-decision", number=key, id=_item(store, n))
    if kind in _OF_FILES:
        path = store.value(f"SELECT path FROM {kind} WHERE number=?", (key,))
        return say(_OF_FILES[kind], number=key, path=path or "")
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
    return {row[0] for row in store.db.execute("SELECT sha256 FROM item WHERE n IN (SELECT item FROM sealed)")}


def item_lines(store: Store) -> Iterator[bytes]:
    """Yield a line for each item that is there now: root, path, way inside the file and SHA-256, as JSON."""
    sql = "SELECT s.root, s.path, s.raw, i.member, i.sha256 FROM current_item i JOIN source s ON s.number=i.source"
    for root, path, raw, member, sha256 in store.db.execute(sql):
        yield json.dumps([root, system_path(path, raw), member, sha256]).encode()


def half_read_sources(store: Store) -> int:
    return int(store.value("SELECT count(*) FROM source WHERE state='reading' AND current=1"))


def items(store: Store) -> int:
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
    return {(ItemNo(n), tag) for n, tag in store.db.execute("SELECT item, tag FROM tagged")}


def ended_runs(store: Store) -> int:
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
    rows = ((seq, time, json.loads(detail)) for seq, time, detail in store.db.execute(sql, (HEAD, COUNTERSIGNED)))
    return [HeadRow(seq, time, str(d["file"]), str(d["sha256"]), dict(d["keys"])) for seq, time, d in rows]


# Where a record was begun anew because the one before was broken: what was there then, and isn't proved.


class Beginning(NamedTuple):
    """The audit row with which the record begins, and the hash of the one before; what follows is later than this.

    ``sources`` and ``decisions`` are the last numbers of those that were there, ``heads`` the lines of both ledgers.
    """

    row: int = 1
    previous: str = ZERO
    sources: int = 0
    decisions: int = 0
    heads: tuple[int, int] = (0, 0)


def recoveries(store: Store) -> list[tuple[int, str, dict[str, Any]]]:
    """Return the rows of the audit that began the record anew: number, time and detail."""
    sql = "SELECT seq, time, detail FROM audit WHERE action=? ORDER BY seq"
    return [(seq, time, json.loads(detail)) for seq, time, detail in store.db.execute(sql, (RECOVER,))]


def beginning(store: Store) -> Beginning:
    rows = recoveries(store)
    if not rows:
        return Beginning()
    row, _, detail = rows[-1]
    previous = store.value("SELECT hash FROM audit WHERE seq<? ORDER BY seq DESC LIMIT 1", (row,)) or ZERO
    return Beginning(row, previous, detail["sources"], detail["decisions"], tuple(detail["heads"]))


def begin_anew(store: Store, actor: str, detail: dict[str, Any], anchors: dict[str, str]) -> None:
    """Begin the record anew: it commits to all rows as they are, and to the ends of the logs that are given."""
    with store.change(actor, RECOVER, **detail) as more:
        more["sources"] = store.value("SELECT ifnull(max(number), 0) FROM source")
        more["decisions"] = store.value("SELECT ifnull(max(seq), 0) FROM decision")
        nos = {n for (n,) in store.db.execute("SELECT item FROM decision UNION SELECT item FROM tagged")}
        decision_log.restore(store, nos)
        for name, anchor in anchors.items():
            store.set_meta(name, anchor)


def key_differs(store: Store, path: Path) -> Message | None:
    """Return how the key of denied paths differs from the one that the audit names, None where it doesn't."""
    sql = "SELECT detail->>'ledger_key' FROM audit WHERE detail->>'ledger_key' IS NOT NULL AND seq>=?"
    rows = store.rows(f"SELECT DISTINCT * FROM ({sql})", (beginning(store).row,))
    record_key = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
    return say("ledger-key-differs", name=path.name) if any(known != record_key for (known,) in rows) else None


def record_key(store: Store, path: Path) -> bytes | None:
    """Return the key under which names and denied paths were recorded, None where it isn't there any more."""
    return path.read_bytes() if path.exists() and not key_differs(store, path) else None


# What people decided about suggestions, as the audit has it.

_ACTIONS = {f"{decided} {kind}": (decided, kind) for decided in ("accept", "reject") for kind in ("name", "person")}
_DECISIONS = """SELECT time, actor, action, detail FROM audit
WHERE action IN (SELECT value FROM json_each(?)) ORDER BY seq"""


def suggestion_decisions(store: Store) -> list[SuggestionDecision]:
    """Return who accepted or rejected which suggestion, in the order in which they did."""
    found = []
    for time, actor, action, text in store.rows(_DECISIONS, (json.dumps(list(_ACTIONS)),)):
        detail, (decided, kind) = json.loads(text), _ACTIONS[action]
        what = str(detail.get("name") or detail.get("suggestion") or "")
        found.append(SuggestionDecision(time, actor, kind, what, f"{decided}ed", tuple(detail.get("ends", ()))))
    return found


def rejected_names(store: Store) -> frozenset[str]:
    last = {one.what: one.decided for one in suggestion_decisions(store) if one.kind == "name"}
    return frozenset(word for word, decided in last.items() if decided == "rejected")
