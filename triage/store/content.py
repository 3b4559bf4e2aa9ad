"""What the audit commits to: a SHA-256 digest of each row that a transaction put in, changed or took out.

``committed`` holds a row's digests, one for each audit row that changed it, and the audit row has a digest over those
that it added. A digest is over a JSON array of rows, each an array of its columns: of one row, or of those that belong
together, such as the segments of an item, with their texts unpacked. An empty one says that the row was taken out.
Triggers of the connection, which the database's file doesn't hold, note what a transaction touches; rows inserted in
bulk, by ``insert``, aren't noted but digested as they are. Tables that can be made anew from those covered aren't
covered.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import apsw
import msgspec

from triage.errors import CaseError
from triage.store.records import DecisionRecord, ItemRecord, ProblemRecord, SourceRecord
from triage.store.schema import MOST_SEGMENTS
from triage.store.texts import whole

NOTHING = hashlib.sha256().hexdigest()
"""The digest of an audit row that changed no row that is covered."""
Key = int | str
Digests = dict[Key, bytes]
Row = tuple[Any, ...]
_encode = msgspec.json.Encoder().encode


class Kind(NamedTuple):
    """Rows that are covered alike: ``columns`` of a table, the first never NULL; ``key`` is SQL that names a row.

    ``match`` is SQL for the rows of ``t.key``; ``order`` the order of rows that share a key, "" where none do; ``only``
    the condition on rows that are covered.
    """

    table: str
    columns: tuple[str, ...]
    key: str
    match: str
    order: str = ""
    only: str = "true"


def _kind(table: str, columns: str, key: str = "", match: str = "", order: str = "", only: str = "true") -> Kind:
    names = tuple(columns.split())
    key = key or f"{{row}}.{names[0]}"
    return Kind(table, names, key, match or f"{key.format(row=table)}=t.key", order, only)


_TEXT = f"{{row}}.key/{MOST_SEGMENTS}"
_TEXTS = f"segment.key>=t.key*{MOST_SEGMENTS} AND segment.key<(t.key+1)*{MOST_SEGMENTS}"
_ALIAS = "item_alias.alias=substr(t.key, 1, instr(t.key, ' ')-1) AND item_alias.id=substr(t.key, instr(t.key, ' ')+1)"
_STORED = "CAST(segment.text AS BLOB), typeof(segment.text)='text'"
_NAMED = "{row}.%s || ' ' || {row}.name"
_TAKEN = ("{row}.step", "signature.step=t.key")
_READ = "({row}.state<>'reading' OR {row}.current=0)"
KINDS = {
    kind.table: kind
    for kind in (
        _kind("decision", " ".join(("seq", *DecisionRecord._fields))),
        _kind("foreign_decision", "event item action value reviewer time how undoes derived"),
        _kind("hidden", "event digest"),
        _kind("inferred", "item parent evidence"),
        _kind("item", " ".join(ItemRecord._fields)),
        _kind("item_alias", "alias id", "{row}.alias || ' ' || {row}.id", _ALIAS),
        _kind("joined", "thread whole"),
        _kind("known_answers", "key versions matrix time"),
        _kind("meta", "key value", only="{row}.key GLOB 'derived/*'"),
        _kind("palette", "version tags author time"),
        _kind("past", "item"),
        _kind("problem", " ".join(("number", *ProblemRecord._fields))),
        _kind("produced", "production at item treatment why", order="produced.production, produced.at"),
        _kind("production", "number name protocol prefix first last author time state seal"),
        _kind("roster", "number statement key signature audit"),
        _kind("run", "number started ended whole report"),
        _kind("sample_set", "list found"),
        _kind("saved", "name version query author time", _NAMED % "version"),
        _kind("saved_run", "name number version reading time author total state found unread", _NAMED % "number"),
        _kind("scope_version", "number action sha256 text time login reason approver signature"),
        _kind("sealed", "item digest record"),
        _kind("segment", "key origin text", _TEXT, _TEXTS, "segment.key"),
        _kind(
            "signature",
            "audit step statement key signature ids taken",
            *_TAKEN,
            order="signature.step, signature.audit",
            only="{row}.taken=1",
        ),
        _kind("source", " ".join(SourceRecord._fields), only=_READ),
        _kind("successor", "item later"),
        _kind("work_step", "seq event list action id value reviewer time"),
        _kind("worklist", "number id kind name source author time detail"),
        _kind("worklist_item", "list place id item", order="worklist_item.list, worklist_item.place"),
    )
}
"""Every kind of rows that is covered, in the order of the tables' names."""

# Triggers append, as that is quickest; what was touched more than once is told apart at the end.
_TOUCHED = """CREATE TEMP TABLE touch(kind TEXT NOT NULL, key NOT NULL);
CREATE TEMP TABLE touched(kind TEXT NOT NULL, key NOT NULL, PRIMARY KEY(kind, key)) WITHOUT ROWID;"""
_SORT = """INSERT OR IGNORE INTO temp.touched SELECT kind, key FROM temp.touch ORDER BY 1, 2; DELETE FROM temp.touch;
SELECT DISTINCT kind FROM temp.touched ORDER BY 1"""
_NOTE = "CREATE TEMP TRIGGER IF NOT EXISTS touch_{name}_{event} AFTER {event} ON main.{name} BEGIN {notes} END;"


def watch(db: apsw.Connection) -> None:
    """Let the connection note from now on which rows are touched; call it before each transaction, outside of it."""
    if next(iter(db.execute("SELECT 1 FROM temp.sqlite_schema WHERE name='touched'")), None) is None:
        db.execute(_TOUCHED + "".join(_triggers(kind) for kind in KINDS.values()))


def _triggers(kind: Kind, *events: str) -> str:
    def note(row: str) -> str:
        key, only = kind.key.format(row=row), kind.only.format(row=row)
        return f"INSERT INTO touch SELECT '{kind.table}', {key} WHERE {only};"

    notes = {"INSERT": note("new"), "DELETE": note("old"), "UPDATE": note("old") + note("new")}
    return "".join(_NOTE.format(name=kind.table, event=event, notes=notes[event]) for event in events or notes)


def insert(
    db: apsw.Connection,
    sql: str,
    name: str,
    rows: Sequence[Row],
    key: Callable[[Row], Key],
    stored: Iterable[Row] | None = None,
) -> Digests:
    """Insert new rows of all columns of a kind, those that share a key one after the other; return their digests.

    All rows of a key are among them; ``stored`` are the same rows as the database holds them, where that differs. What
    changes one of them later in the transaction is noted as ever. Where this fails the transaction has to be rolled
    back.
    """
    db.execute(f"DROP TRIGGER temp.touch_{name}_INSERT")
    try:
        db.executemany(sql, rows if stored is None else stored)
    finally:
        db.execute(_triggers(KINDS[name], "INSERT"))
    return {row_key: _digest(list(parts)) for row_key, parts in groupby(rows, key)}


def commit(db: apsw.Connection, audit: int, written: Mapping[str, Digests], *, everything: bool = False) -> str:
    """Store the digests of what the transaction touched or has ``written`` in bulk, or of ``everything``.

    Returns the digest over them, in hex.
    """
    whole = hashlib.sha256()
    touched = {kind for (kind,) in db.execute(_SORT)}
    for name in KINDS if everything else sorted(touched | written.keys()):
        before, fresh = Digests(), {} if everything else written.get(name, {})
        if everything or name in touched:
            before = latest(db, name, touched=not everything)
            fresh = fresh | dict(digests(db, name, touched=not everything))
        if everything:
            fresh = dict.fromkeys(before, b"") | fresh
        rows = [(name, k, audit, fresh[k]) for k in sorted(fresh) if everything or fresh[k] != before.get(k, b"")]
        for row in rows:
            whole.update(line(*row))
        db.executemany("INSERT INTO committed VALUES(?,?,?,?)", rows)
    db.execute("DELETE FROM temp.touched")
    return whole.hexdigest()


def _digest(rows: Sequence[Row]) -> bytes:
    return hashlib.sha256(_encode(rows)).digest()


def _unpacked(row: Row) -> Row:
    """Return a segment's row with its text; where that is damaged, with what is no text and has another digest."""
    *before, stored, is_text = row
    try:
        text = stored.decode() if is_text else None if stored is None else whole(stored)
    except (CaseError, UnicodeDecodeError):
        text = ()
    return (*before, text)


def line(kind: str, key: Key, _: int, digest: bytes) -> bytes:
    """Return what an audit row's digest takes in of a row of ``committed``: kind, key and digest as a line of JSON."""
    return _encode((kind, key, digest.hex())) + b"\n"


def digests(db: apsw.Connection, name: str, *, touched: bool = False) -> Iterator[tuple[Key, bytes]]:
    """Yield the key and the digest of each row of a kind as it is; only of those ``touched``, also where it is gone."""
    kind = KINDS[name]
    rows = f"temp.touched t LEFT JOIN {name} ON {kind.match} AND {kind.only.format(row=name)} WHERE t.kind='{name}'"
    key, order = "t.key", f"t.key, {kind.order}".rstrip(", ")
    if not touched:
        rows, key = f"{name} WHERE {kind.only.format(row=name)}", kind.key.format(row=name)
        order = kind.order or key
    sql = f"SELECT {key}, {', '.join(f'{name}.{column}' for column in kind.columns)} FROM {rows} ORDER BY {order}"
    records: Iterable[Row] = db.execute(sql if name != "segment" else sql.replace("segment.text", _STORED))
    if name == "segment":
        records = map(_unpacked, records)
    alone = ((row[0], [row[1:]]) for row in records)
    together = ((record_key, [row[1:] for row in parts]) for record_key, parts in groupby(records, itemgetter(0)))
    for record_key, values in together if kind.order else alone:
        yield record_key, b"" if values[0][0] is None else _digest(values)


def latest(db: apsw.Connection, name: str, *, touched: bool = False) -> Digests:
    """Return the digests of a kind that were committed to last, by key; only of those ``touched``."""
    among = "AND key IN (SELECT key FROM temp.touched WHERE kind=?1)" if touched else ""
    sql = f"SELECT key, digest, max(audit) FROM committed WHERE kind=?1 {among} GROUP BY key"
    return {key: digest for key, digest, _ in db.execute(sql, (name,))}


def commitments(db: apsw.Connection) -> dict[int, str]:
    """Return for each audit row that has any the digest over what it committed to."""
    wholes = defaultdict[int, "hashlib._Hash"](hashlib.sha256)
    for row in db.execute("SELECT kind, key, audit, digest FROM committed ORDER BY 1, 2, 3"):
        wholes[row[2]].update(line(*row))
    return {audit: whole.hexdigest() for audit, whole in wholes.items()}
