"""SQLite databases (builders): rows, names, statements, files in cells."""

from __future__ import annotations

import sqlite3

from triage.selftest.canary import Builder, Plant


def _made(plant: Plant, encoding: str) -> bytes:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute(f"PRAGMA encoding='{encoding}'")
    note, table = plant("fieldcode", "a remark in the schema"), plant("body", "the name of a table")
    db.execute(f'CREATE TABLE "{table}" (said TEXT, "{plant("body", "the name of a column")}", held /* {note} */)')
    held = plant("attachment", "a file in a cell").encode()
    page = b"<?xml version='1.0' encoding='utf-8'?><note>" + held + b"</note>"
    db.execute(f'INSERT INTO "{table}" VALUES(?,?,?)', (plant("body", "a row"), None, page))
    db.execute(f"CREATE VIEW seen AS SELECT '{plant('fieldcode', 'a view')}'")
    data = db.serialize()
    db.close()
    return data


def _narrow(plant: Plant) -> bytes:
    return _made(plant, "UTF-8")


def _wide(plant: Plant) -> bytes:
    return _made(plant, "UTF-16le")


BUILDERS = (
    Builder("sqlite", "chat.sqlite", "SQLite database", _narrow),
    Builder("sqlite-wide", "wide.sqlite", "SQLite database", _wide),
)
