"""SQLite databases: every table row by row, and the files in their cells as children. Logs and journals give loose
strings.

SQLite reads from the bytes, which it can't write, and is told to trust nothing in them: views, triggers and virtual
tables are kept as text, and no unsafe function runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import apsw

from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.ole import MOST_STRINGS, OLE_SIGNATURE, WIDE, bounded, ending_of, unwrap
from triage.parsers.kit.texts import Texts, looks_like_words
from triage.parsers.kit.unpacking import shown

TYPE = "application/vnd.sqlite3"
_MAGIC = b"SQLite format 3\0"
_LOGS = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
_OTHER_FILES = (OLE_SIGNATURE, _MAGIC, b"\x1f\x8b\x08", b"7z\xbc\xaf\x27\x1c", b"BM")
_SMALLEST_FILE = 32
_WRITTEN_AHEAD = 18
"""Where two bytes say that a log stands beside the file; SQLite would ask for it."""

_STEPS = 20_000
Value = None | int | float | str | bytes
_RUNS = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xf4]{4,}")
_BREAKS = {ord(sign): None for sign in "\t\n\r"}


def claims(probe: Probe) -> bool:
    return probe.head.startswith((_MAGIC, *_LOGS))


def parse(untrusted_data: Data, context: Context) -> Extract:
    texts = Texts(context.limits)
    if untrusted_data[: len(_MAGIC)] != _MAGIC:
        _all_loosely(untrusted_data, texts)
        texts.trouble("partial", "sqlite-log")
        return Extract(TYPE, texts.segments(), texts.troubles)
    holders: list[str] = []
    try:
        with _opened(untrusted_data) as db:
            for _, sql in _schema(db):
                texts.add("fieldcode", sql)
            for name, sql in _schema(db):
                if sql[:20].upper().startswith("CREATE TABLE"):
                    texts.cut("body")
                    _table(db, name, holders, texts)
    except (apsw.Error, UnicodeDecodeError) as error:
        texts.trouble("damaged", "database-broken-off", error=error)
    if any(trouble.code == "damaged" for trouble in texts.troubles):
        _all_loosely(untrusted_data, texts)
    return Extract(TYPE, texts.segments(), texts.troubles, _children(untrusted_data, holders))


def _all_loosely(untrusted_data: Data, texts: Texts) -> None:
    bounded(len(untrusted_data), texts)
    for text in _words(untrusted_data[:MOST_STRINGS]):
        texts.add("body", text)
        if text[:2].isalpha() and text.isascii():  # the number before a text may look like its first letter
            texts.add("body", text[1:])


def _words(data: bytes) -> list[str]:
    # The database may have either character set.
    runs = (run.decode("utf-8", "ignore") for run in _RUNS.findall(data))
    wide = (match[0].decode("utf-16-le") for match in WIDE.finditer(data))
    return list(filter(looks_like_words, (*runs, *wide)))


def _table(db: apsw.Connection, name: str, holders: list[str], texts: Texts) -> None:
    count = binary = 0
    try:
        for columns, row in _rows(db, name):
            if not count:
                texts.add("body", "\t".join((name, *columns)))
            texts.add("body", "\t".join(map(_shown, row)))
            count += 1
            if cells := [value for value in row if isinstance(value, bytes)]:
                binary += sum(not _is_file(value) and _text(value) is None for value in cells)
                if name not in holders and any(map(_is_file, cells)):
                    holders.append(name)
    except apsw.Error as error:
        texts.trouble("damaged", "sqlite-table-broken-off", name=shown(name), error=error, count=count)
    if binary:
        texts.trouble("partial", "sqlite-cells-as-strings", name=shown(name), count=binary)


def _schema(db: apsw.Connection) -> Iterator[tuple[str, str]]:
    for name, sql in db.execute("SELECT name, sql FROM sqlite_schema ORDER BY rowid"):
        if isinstance(name, str) and isinstance(sql, str):
            yield name, sql


def _rows(db: apsw.Connection, table: str) -> Iterator[tuple[list[str], tuple[Value, ...]]]:
    quoted = _quoted(table)
    cursor = db.execute(f"SELECT * FROM {quoted}")
    with suppress(apsw.ExecutionCompleteError):  # raised where there is no row
        columns = [name for name, _ in cursor.get_description()]
        done = 0
        try:
            for row in cursor:
                yield columns, row
                done += 1
        except UnicodeDecodeError:
            typed = (f"typeof({_quoted(name)}), CAST({_quoted(name)} AS BLOB)" for name in columns)
            columns_as_bytes = ", ".join(typed)
            for row in db.execute(f"SELECT {columns_as_bytes} FROM {quoted} LIMIT -1 OFFSET {done}"):
                yield columns, tuple(map(_decoded, row[::2], row[1::2]))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _decoded(kind: str, raw: bytes | None) -> Value:
    return raw if raw is None or kind == "blob" else decode_text(raw, "utf-8")[0]


def _shown(value: Value) -> str:
    if not isinstance(value, bytes):
        return "" if value is None else str(value)
    text = "" if _is_file(value) else _text(value)
    return " ".join(_words(value)) if text is None else text


def _text(value: bytes) -> str | None:
    try:
        text = value.decode()
    except UnicodeDecodeError:
        return None
    return text if text.translate(_BREAKS).isprintable() else None


def _is_file(value: bytes) -> bool:
    return len(value) >= _SMALLEST_FILE and (bool(ending_of(value, "")) or value.startswith(_OTHER_FILES))


def _children(data: Data, holders: list[str]) -> Iterator[Child | Trouble]:
    if not holders:
        return
    with suppress(apsw.Error), _opened(data) as db:  # the damage has been reported
        for table in holders:
            for number, (columns, row) in enumerate(_rows(db, table), 1):
                for column, value in zip(columns, row, strict=True):
                    if isinstance(value, bytes) and _is_file(value):
                        name = f"{table} {column} {number}".replace(".", " ")
                        if value.startswith(OLE_SIGNATURE):
                            yield from unwrap(value, name)
                        else:
                            yield Child(name + ending_of(value, name), value)


class _Bytes(apsw.VFS):
    """A file system and its only file, which SQLite neither locks nor writes, as it can't change."""

    def __init__(self, name: str, data: Data) -> None:
        self._data = data
        super().__init__(name, base="")

    def xOpen(self, name: object, flags: list[int]) -> _Bytes:  # type: ignore[override]
        if not flags[0] & apsw.SQLITE_OPEN_MAIN_DB:
            raise apsw.CantOpenError
        flags[1] = flags[0]
        return self

    def xAccess(self, pathname: str, flags: int) -> bool:
        return False

    def xFullPathname(self, name: str) -> str:
        return name

    def xRead(self, amount: int, offset: int) -> bytes:
        piece = self._data[offset : offset + amount]
        at = _WRITTEN_AHEAD - offset
        if 0 <= at < len(piece) - 1 and piece[at : at + 2] == b"\2\2":
            piece = piece[:at] + b"\1\1" + piece[at + 2 :]
        return piece

    def xFileSize(self) -> int:
        return len(self._data)

    def xClose(self) -> None:
        pass

    def xFileControl(self, op: int, pointer: int) -> bool:
        return False

    def xDeviceCharacteristics(self) -> int:
        return apsw.SQLITE_IOCAP_IMMUTABLE


@contextmanager
def _opened(untrusted_data: Data) -> Iterator[apsw.Connection]:
    name = f"bytes {id(untrusted_data)}"
    vfs = _Bytes(name, untrusted_data)
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    try:
        with closing(apsw.Connection("file:database?immutable=1", flags=flags, vfs=name)) as db:
            for option in (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER):
                db.config(option, 0)
            db.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
            db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
            db.execute("PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON")
            db.set_progress_handler(lambda: False, _STEPS)  # gives the clock of the item its turn
            yield db
    finally:
        vfs.unregister()
