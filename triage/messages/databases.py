"""What readers of databases say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "database-encrypted": "The database is encrypted; it was not read, and no password is tried on it.",
    "database-broken-off": "The database can't be read further ({error}).",
    "access-partly-read": ("Forms, reports, macros and modules of the Access database were read as loose strings."),
    "access-no-tables": "no table is to be made out in it",
    "access-rows-torn": "Rows of the database can't be taken apart ({count:,}); their loose strings were kept.",
    "access-rows-torn-some-kept": (
        "Rows of the database can't be taken apart ({count:,}); of some loose strings were kept."
    ),
    "sqlite-log": "It is the log of a SQLite database; what stands in it was read as loose strings.",
    "sqlite-table-broken-off": "The table {name} breaks off ({error}); {count:,} of its rows were read.",
    "sqlite-cells-as-strings": ("Cells of the table {name} that hold bytes ({count:,}) were read as loose strings."),
}
