"""Databases (builders): SQLite."""

from __future__ import annotations

import sqlite3
from functools import partial

from tests.selftest.plant import Builder, Plant


def _sqlite(plant: Plant, encoding: str) -> bytes:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute(f"PRAGMA encoding='{encoding}'")
    note, table = plant("fieldcode", "a remark in the schema"), plant("body", "the name of a table")
    db.execute(f'CREATE TABLE "{table}" (said TEXT, "{plant("body", "the name of a column")}", held /* {note} */)')
    file = plant("attachment", "a file in a cell").encode()
    page = b"<?xml version='1.0' encoding='utf-8'?><note>" + file + b"</note>"
    db.execute(f'INSERT INTO "{table}" VALUES(?,?,?)', (plant("body", "a row"), None, page))
    db.execute(f"CREATE VIEW seen AS SELECT '{plant('fieldcode', 'a view')}'")
    data = db.serialize()
    db.close()
    return data


BUILDERS = (
    Builder("sqlite", "chat.sqlite", "SQLite database", partial(_sqlite, encoding="UTF-8")),
    Builder("sqlite-wide", "wide.sqlite", "SQLite database", partial(_sqlite, encoding="UTF-16le")),
)
