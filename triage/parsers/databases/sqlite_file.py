"""A SQLite database opened from its bytes: read by SQLite itself, which is told to trust nothing in them.

The bytes are the one file there is, and can't be written: no journal, no log, nothing beside. Of what a hostile schema
may name, no view, trigger, virtual table or unsafe function runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import apsw

from triage.parsers.kit.contract import Data

MAGIC = b"SQLite format 3\0"
_WRITTEN_AHEAD = 18
"""Where two bytes say that a log stands beside the file; SQLite would ask for it."""

_STEPS = 20_000


class _SqliteFile:
    """The one file, as SQLite asks for it."""

    def __init__(self, data: Data) -> None:
        self._data = data

    def xRead(self, amount: int, offset: int) -> bytes:
        piece = self._data[offset : offset + amount]
        at = _WRITTEN_AHEAD - offset
        if 0 <= at < len(piece) - 1 and piece[at : at + 2] == b"\2\2":
            piece = piece[:at] + b"\1\1" + piece[at + 2 :]
        return piece

    def xFileSize(self) -> int:
        return len(self._data)

    def xWrite(self, data: bytes, offset: int) -> None:
        raise apsw.ReadOnlyError

    def xTruncate(self, size: int) -> None:
        raise apsw.ReadOnlyError

    def xClose(self) -> None:
        pass

    def xSync(self, flags: int) -> None:
        pass

    def xLock(self, level: int) -> None:
        pass

    def xUnlock(self, level: int) -> None:
        pass

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, op: int, pointer: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return 4096

    def xDeviceCharacteristics(self) -> int:
        return apsw.SQLITE_IOCAP_IMMUTABLE


class _Bytes(apsw.VFS):
    """A file system that holds one file and gives no other."""

    def __init__(self, name: str, data: Data) -> None:
        self._data = data
        super().__init__(name, base="")

    def xOpen(self, name: object, flags: list[int]) -> _SqliteFile:  # type: ignore[override]
        if not flags[0] & apsw.SQLITE_OPEN_MAIN_DB:
            raise apsw.CantOpenError
        flags[1] = flags[0]
        return _SqliteFile(self._data)

    def xAccess(self, pathname: str, flags: int) -> bool:
        return False

    def xFullPathname(self, name: str) -> str:
        return name


@contextmanager
def opened(untrusted_data: Data) -> Iterator[apsw.Connection]:
    """Open a database; raises apsw.Error where SQLite refuses it, also later, where it comes to a damaged page."""
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
