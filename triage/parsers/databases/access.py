"""Access databases: tables row by row, queries, embedded files and attachments as children.

Rows that were deleted and not written over yet, and tables that are in no list any more, are hidden text. Forms,
reports, macros and modules aren't put together; what they hold is read as loose strings, and said to be.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import datetime

from triage.errors import FormatError
from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.archives.compressed import pieces
from triage.parsers.databases.jet import OLE, EncryptedError, Jet, JetTable, Value
from triage.parsers.kit.compound.ole import MOST_STRINGS, OLE_SIGNATURE, bounded, ending_of, from_cell, loose, strings
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.html.text import html_segments
from triage.parsers.kit.texts import Texts, speaks
from triage.parsers.kit.unpacking import UnpackingBudget

TYPE = "application/x-msaccess"
_MAGICS = (b"\x00\x01\x00\x00Standard Jet DB\x00", b"\x00\x01\x00\x00Standard ACE DB\x00")
_CATALOG = 2
"""The page of the definition of MSysObjects, which lists all others."""

_OBJECTS = {
    4: "Linked table",
    5: "Query",
    6: "Linked table",
    -32768: "Form",
    -32766: "Macro",
    -32764: "Report",
    -32761: "Module",
}
_ATTACHED = "FileData"
_LINKS = ("Name", "ForeignName", "Database", "Connect")


def claims(probe: Probe) -> bool:
    """Tell by the header of Jet or ACE."""
    return probe.head.startswith(_MAGICS)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the tables; of a database that is damaged, loose strings stand beside what was read."""
    texts = Texts(context.limits)
    try:
        database = _Database(Jet(untrusted_data), texts)
        database.read()
    except EncryptedError:
        return Extract(TYPE, troubles=[Trouble("encrypted", say("database-encrypted"))])
    except (ValueError, IndexError, struct.error) as error:
        texts.trouble("damaged", "database-broken-off", error=error)
        _loosely(untrusted_data[: MOST_STRINGS + 1], texts, "body")
        return Extract(TYPE, texts.segments(), texts.troubles)
    texts.trouble("partial", "access-partly-read")
    return Extract(TYPE, texts.segments(), texts.troubles, database.children(UnpackingBudget(context.limits)))


def _loosely(data: bytes, texts: Texts, origin: str) -> None:
    """Add loose strings; the mark of a field in single bytes would else be two letters before its first word."""
    loose(data.replace(b"\xff\xfe", b"\0\0"), texts, origin)


class _Database:
    """Takes one database into ``texts``, and gives the files in its tables."""

    def __init__(self, jet: Jet, texts: Texts) -> None:
        self._jet = jet
        self._texts = texts
        self._names: dict[int, str] = {}
        self._holders: list[JetTable] = []

    def read(self) -> None:
        """Read the list of objects, then each table, then what is left as loose strings."""
        tables = self._jet.tables()
        if not tables:
            raise FormatError("access-no-tables")
        for table in tables:
            if table.page == _CATALOG:
                self._catalog(table)
        for table in (table for table in tables if table.page != _CATALOG):
            name = self._names.get(table.page, "" if self._names else f"Table {table.page}")
            if name == "MSysACEs":  # who may do what, in numbers
                self._jet.read.update(table.pages)
            elif name.startswith("MSys"):
                self._lines(table, "fieldcode" if name == "MSysQueries" else "properties")
            else:
                self._table(table, name)
        self._left()

    def _left(self) -> None:
        """Read what no table gave as loose strings: rows that make no sense, and pages of everything else."""
        if torn := self._jet.torn_rows:
            all_kept = torn == len(self._jet.torn)
            self._texts.trouble("damaged", "access-rows-torn" if all_kept else "access-rows-torn-some-kept", count=torn)
        for row in self._jet.torn:
            _loosely(row, self._texts, "body")
        searched = 0
        for page in self._jet.unread():
            searched += len(page)
            if searched <= MOST_STRINGS:
                _loosely(page, self._texts, "hidden")
        bounded(searched, self._texts)

    def _catalog(self, table: JetTable) -> None:
        """Take the names of tables, and tell of everything else that the database lists."""
        columns = [column.name for column in table.columns]
        for deleted, row in self._jet.rows(table):
            entry = dict(zip(columns, row, strict=True))
            kind, number, name = entry.get("Type"), entry.get("Id"), entry.get("Name")
            if kind == 1 and isinstance(number, int) and isinstance(name, str) and not deleted:
                self._names[number & 0xFFFFFF] = name
            if kind in _OBJECTS:
                told = [value for key in _LINKS if isinstance(value := entry.get(key), str) and value]
                self._texts.add("properties", f"{_OBJECTS[kind]}: {', '.join(told)}")  # type: ignore[index]
            self._bytes(row, "properties")

    def _table(self, table: JetTable, name: str) -> None:
        """Read a table; one that the list doesn't name any more was deleted."""
        self._texts.cut("body")
        told = False
        for deleted, row in self._jet.rows(table):
            origin = "hidden" if deleted or not name else "body"
            if origin == "body" and not told:
                self._texts.add("body", "\t".join((name, *(column.name for column in table.columns))))
                told = True
            shown = (self._shown(value, column.name) for value, column in zip(row, table.columns, strict=True))
            self._texts.add(origin, "\t".join(shown))
        if name and not told:
            self._texts.add("properties", "\t".join((f"Empty table: {name}", *(c.name for c in table.columns))))
        if any(column.kind == OLE for column in table.columns):
            self._holders.append(table)

    def _lines(self, table: JetTable, origin: str) -> None:
        for _, row in self._jet.rows(table):
            self._texts.add(origin, "\t".join(value for value in row if isinstance(value, str) and value))
            self._bytes(row, "hidden")

    def _bytes(self, row: list[Value], origin: str) -> None:
        for value in row:
            if isinstance(value, bytes):
                _loosely(value, self._texts, origin)

    def _shown(self, value: Value, column: str) -> str:
        if isinstance(value, bytes):
            is_file = column == _ATTACHED or OLE_SIGNATURE in value or ending_of(value, "")
            return "" if is_file else " ".join(filter(speaks, strings(value)))
        if isinstance(value, datetime):
            return value.isoformat(" ").removesuffix(" 00:00:00")
        if not isinstance(value, str):
            return "" if value is None else str(value)
        if not value.startswith("<div") or not value.endswith("</div>"):
            return value
        shown = ""  # rich text is kept as HTML
        for segment in html_segments(value):
            if segment.origin == "body":
                shown = segment.text
            else:
                self._texts.add(segment.origin, segment.text)
        return shown

    def children(self, budget: UnpackingBudget) -> Iterator[Child | Trouble]:
        """Yield the files in the cells of tables, under the name that stands beside them or that of their place."""
        for table in self._holders:
            names = [column.name for column in table.columns]
            told = self._names.get(table.page, "deleted")
            for number, (_, row) in enumerate(self._jet.rows(table), 1):
                entry = dict(zip(names, row, strict=True))
                for column in table.columns:
                    value = entry[column.name]
                    if column.kind == OLE and isinstance(value, bytes) and value:
                        given, at = entry.get("FileName"), value.find(OLE_SIGNATURE)
                        if column.name == _ATTACHED and isinstance(given, str):
                            yield from _attachment(value, given, budget)
                        elif at >= 0 or ending_of(value, ""):  # Access writes a head before a compound file
                            yield from from_cell(value[max(0, at) :], told, column.name, number)


def _attachment(value: bytes, name: str, budget: UnpackingBudget) -> Iterator[Child | Trouble]:
    """Yield an attachment: eight bytes say whether it is packed, and a head of its own stands before the file."""
    packed = value[8:]
    if value[:4] == b"\1\0\0\0":
        done = budget.collect(pieces(packed, "zlib"), len(packed), name)
        if done.trouble is not None:
            yield done.trouble
        packed = done.data or b""
    head = int.from_bytes(packed[:4], "little")
    if packed:
        yield Child(name, packed[head if head < len(packed) else 0 :])
