"""What a seal leaves behind in the database's files: pages no longer in use, and the journal.

A deleted row's page keeps its bytes until something else is written there. ``clear`` writes zeros over all of them.
"""

from __future__ import annotations

import apsw

from triage.store.db import Store, now

_DUE = "seal_traces"
_PORTION = 16 << 20
_FREE = "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size"


def expect(store: Store) -> None:
    """Note that text was taken out, in the same transaction."""
    store.set_meta(_DUE, now())


def due(store: Store) -> str:
    """Return since when traces are to be cleared, "" where there are none."""
    return store.meta(_DUE)


def clear(store: Store, since: str) -> bool:
    """Write zeros over what is free and empty the journal; return whether nothing is left that was due ``since`` then.

    False where another process reads or writes at that moment: try again later. Any other fault is raised.
    """
    try:
        with store.db:
            _fill(store)
        busy, *_ = store.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0]
        if not busy:  # only now, as the journal held traces
            store.db.execute("UPDATE meta SET value='' WHERE key=? AND value=?", (_DUE, since))
    except apsw.BusyError:
        return False
    return not busy


def _fill(store: Store) -> None:
    """Take up every free page with zeros, and give them back."""
    if free := int(store.value(_FREE)):
        store.db.execute("CREATE TABLE zeros(zero BLOB)")
        while free > 0:
            store.db.execute("INSERT INTO zeros VALUES(zeroblob(?))", (min(free, _PORTION),))
            free -= _PORTION
        store.db.execute("DROP TABLE zeros")
