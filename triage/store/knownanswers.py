"""The known-answer test's place in a case: the versions that read it, and what they find of canaries.

Nothing here runs the test or reads a matrix; it is text.
"""

from __future__ import annotations

import msgspec

from triage.store.db import Store, now


class Kept(msgspec.Struct, frozen=True):
    """Versions that read sources of this case: ``key`` names the set, ``versions`` is JSON, ``matrix`` JSON or ""."""

    key: str
    versions: str
    matrix: str
    time: str


def kept(store: Store) -> list[Kept]:
    """Return every set of versions that read sources of this case, oldest first."""
    sql = "SELECT key, versions, matrix, time FROM known_answers ORDER BY rowid"
    return [Kept(*row) for row in store.db.execute(sql)]


def keep(store: Store, actor: str, key: str, versions: str, matrix: str, found: str) -> None:
    """Note a set of versions, with its matrix where there is one, and an audit row that says so.

    ``found`` is the matrix's result for the audit, an encoded sentence.
    """
    with store.change(actor, "known answers", versions=key, found=found):
        update = "ON CONFLICT DO UPDATE SET matrix=excluded.matrix, time=excluded.time"
        row = (key, versions, matrix, now())
        store.db.execute(f"INSERT INTO known_answers VALUES(?,?,?,?) {update}", row)
