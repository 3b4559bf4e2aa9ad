"""What a case holds and what stands at a target, read without the program: by SQL of our own, on a copy."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

_WHAT = {
    "items": "SELECT id, name, type, custodian, size, sha256, digest, subject, sender, date, children, searchable "
    "FROM item WHERE n NOT IN (SELECT item FROM past)",
    "texts": "SELECT i.id, s.key & 1048575, s.origin, s.text FROM segment s JOIN item i ON i.n=s.key>>20",
    "past": "SELECT i.id FROM past p JOIN item i ON i.n=p.item",
    "sources": "SELECT root, path, sha256, state, current, gone IS NULL, denied IS NULL FROM source",
    "problems": "SELECT code, path, sentence FROM problem",
    "tags": "SELECT i.id, t.tag FROM tagged t JOIN item i ON i.n=t.item",
    "decisions": "SELECT i.id, d.action, d.value, d.reviewer FROM decision d JOIN item i ON i.n=d.item",
    "sealed": "SELECT i.id FROM sealed s JOIN item i ON i.n=s.item",
    "saved": "SELECT name, version, query FROM saved",
    "searches run": "SELECT name, number, total FROM saved_run",
    "palette": "SELECT tags FROM palette",
    "lists": "SELECT w.name, w.kind, i.place, i.id FROM worklist w JOIN worklist_item i ON i.list=w.number",
    "steps": "SELECT w.name, s.action, s.id, s.value FROM work_step s JOIN worklist w ON w.number=s.list",
    "roster": "SELECT json_extract(statement, '$.action'), json_extract(statement, '$.name') FROM roster",
    "scope": "SELECT action, text, reason, approver FROM scope_version",
    "productions": "SELECT name, first, last, state FROM production",
    "produced": "SELECT production, at, treatment, why FROM produced",
    "inferred": "SELECT a.id, b.id FROM inferred f JOIN item a ON a.n=f.item JOIN item b ON b.n=f.parent",
}
_FOR = ("export", "production", "merge", "recover", "scope-purged")
"""Actions of the audit that are what a command is for, and that no other row tells."""

Holding = dict[str, frozenset[tuple[object, ...]]]
"""What a case holds, by kind, without times and random numbers."""


class State(NamedTuple):
    """A case and a target at once: ``audit`` are its actions, ``files`` those of the target by path, with size, and
    ``shown`` is the number of entries in the log of what was shown.
    """

    holds: Holding
    audit: tuple[str, ...]
    meta: dict[str, str]
    files: dict[str, int]
    shown: int = 0

    def same(self, other: State) -> bool:
        return self.holds == other.holds and self.files.keys() == other.files.keys()

    def missing(self, other: State) -> dict[str, list[str]]:
        """Return some of what the other one holds and this one doesn't, by kind."""
        rows = {kind: other.holds[kind] - self.holds.get(kind, frozenset()) for kind in self.lacks(other)}
        return {kind: [str(row)[:160] for row in sorted(found, key=str)[:2]] for kind, found in rows.items()}

    def lacks(self, other: State) -> list[str]:
        """Return of which kinds the other one holds what this one doesn't."""
        return [kind for kind, rows in other.holds.items() if rows - self.holds.get(kind, frozenset())]


def state(case: Path, target: Path) -> State:
    files = {str(p.relative_to(target)): p.lstat().st_size for p in sorted(target.rglob("*")) if not p.is_dir()}
    if target.is_file():
        files = {".": target.stat().st_size}
    if not (case / "case.db").exists():
        return State({}, (), {}, files)
    with TemporaryDirectory() as folder:
        for name in ("case.db", "case.db-wal"):
            if (case / name).exists():
                shutil.copyfile(case / name, Path(folder, name))
        with closing(sqlite3.connect(Path(folder, "case.db"))) as db:
            holds = {kind: frozenset(db.execute(sql)) for kind, sql in _WHAT.items()}
            audit = tuple(action for (action,) in db.execute("SELECT action FROM audit ORDER BY seq"))
            meta = dict(db.execute("SELECT key, value FROM meta"))
    holds["done"] = frozenset((action,) for action in audit if action in _FOR)
    shown = case / "shown.jsonl"
    return State(holds, audit, meta, files, shown.read_bytes().count(b"\n") if shown.exists() else 0)
