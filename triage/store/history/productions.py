"""The record of productions: numbers are reserved in the transaction that records who gets which, and never reused.

A production that was stopped or killed keeps its numbers and documents, and is gone on with under the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from triage.errors import ExportError
from triage.model.items import ItemNo
from triage.model.leaving import BEGUN, DONE, WITHHELD, ProducedDocument, Production
from triage.store.db import Store, now

_COLUMNS = "number, name, protocol, prefix, first, last, author, time, state, seal"


def all_of(store: Store) -> list[Production]:
    """Return the productions of a case, the first one first."""
    return [Production(*row) for row in store.db.execute(f"SELECT {_COLUMNS} FROM production ORDER BY number")]


def named(store: Store, name: str) -> Production | None:
    """Return the production of this name, None where there is none."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM production WHERE name=?", (name,))
    return Production(*rows[0]) if rows else None


def documents(store: Store, production: Production) -> Iterator[ProducedDocument]:
    """Yield a production's documents in the order of their numbers."""
    sql = """SELECT at, item, treatment, why, lead(at, 1, ?) OVER (ORDER BY at) - at FROM produced
    WHERE production=? ORDER BY at"""
    return (ProducedDocument(*row) for row in store.db.execute(sql, (production.last + 1, production.number)))


def produced(store: Store) -> set[ItemNo]:
    """Return the items that finished productions hold other than as withheld."""
    sql = "SELECT item FROM produced JOIN production ON number=production WHERE state=? AND treatment<>?"
    return {ItemNo(n) for (n,) in store.db.execute(sql, (DONE, WITHHELD))}


def next_number(store: Store, prefix: str) -> int:
    """Return the first number of a prefix that nothing has."""
    return int(store.value("SELECT coalesce(max(last), 0)+1 FROM production WHERE prefix=?", (prefix,)))


def reserve(
    store: Store, protocol: tuple[str, str, str], planned: Sequence[ProducedDocument], author: str
) -> Production:
    """Record a production and give each page of its documents the next number, in this order.

    ``protocol`` is the production's name, its prefix and the text of its protocol. Called inside ``Store.change``.
    """
    name, prefix, text = protocol
    if named(store, name) is not None:
        raise ExportError("production-name-taken", name=name)
    first = next_number(store, prefix)
    number = int(store.value("SELECT coalesce(max(number), 0)+1 FROM production"))
    begins = list(accumulate((document.pages for document in planned), initial=first))
    values = (number, name, text, prefix, first, begins[-1] - 1, author, now(), BEGUN, "")
    store.db.execute(f"INSERT INTO production({_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?,?)", values)
    made = Production(*values)
    rows = ((number, at, one.item, one.treatment, one.why) for at, one in zip(begins, planned, strict=False))
    store.db.executemany("INSERT INTO produced VALUES(?,?,?,?,?)", rows)
    return made


def finish(store: Store, production: Production, seal: str) -> None:
    """Record that all of a production is written; called inside ``Store.change``."""
    store.db.execute("UPDATE production SET state=?, seal=? WHERE number=?", (DONE, seal, production.number))
