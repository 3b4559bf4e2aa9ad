"""Every value of a case's database as bytes (store room), for whoever looks for what must not be there. Reads only."""

from __future__ import annotations

from collections.abc import Iterator

from triage.store.db import Store


def values(store: Store) -> Iterator[tuple[str, bytes]]:
    """Yield each table's name with all its values, text as UTF-8; an index's own tables are among them."""
    names = store.rows("SELECT name FROM sqlite_schema WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    for (name,) in names:
        row_values = (value for row in store.db.execute(f'SELECT * FROM "{name}"') for value in row)
        yield name, b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in row_values)
