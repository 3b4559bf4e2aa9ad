"""The connection to a case's database: opening, the one transaction by which it is written, the audit chain, copies."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import apsw

from triage.errors import CaseError, naming
from triage.files import DATABASE, FULL, is_full, must_be_writable, shared_memory_fails
from triage.messages import say
from triage.model.messages import Message
from triage.store import content
from triage.store.schema import TABLES, VERSION, foreign, is_damaged
from triage.store.texts import teach

if TYPE_CHECKING:
    from triage.store.derived_files import DerivedState


ZERO = "0" * 64
DatabaseError = apsw.Error
"""What a damaged database raises."""
UNWRITTEN = (apsw.FullError, apsw.IOError, apsw.BusyError)
"""What is raised where something can't be written now, which says nothing against what is stored."""
RECOVER = "recover"
"""The action of the audit row with which a new record begins after the one before was broken."""
_UNNAMEABLE = re.compile(r"[|\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What would make it unclear where a name ends in a row of the audit."""
_PATIENCE = 60_000
"""Milliseconds for which a database is waited for that somebody else has locked; the first statement waits too."""
_DAMAGED = apsw.CorruptError | apsw.NotADBError
_UNREACHED = apsw.IOError | apsw.CantOpenError | apsw.ReadOnlyError
_PRAGMAS = (
    "PRAGMA foreign_keys=OFF; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4096;"
    "PRAGMA wal_autocheckpoint=8192; PRAGMA secure_delete=FAST"
)
"""A cache (KiB) counts once for each connection. A larger one, or a map of the file, answers no faster."""


def now(after: str = "") -> str:
    """Return the time as ISO 8601 in UTC with milliseconds, or a millisecond ``after`` one that it hasn't passed."""
    time = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if time > after:
        return time
    later = datetime.fromisoformat(after) + timedelta(milliseconds=1)
    return later.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def why_unreadable(path: Path, error: Exception) -> CaseError | None:
    """Return what to tell of an error of the system, or of a database in a case's folder; None for any other error.

    The error may name the file that it is about (``triage.errors.naming``); else that is the case's database.
    """
    named = getattr(error, "filename", None)
    if isinstance(error, apsw.BusyError):
        return CaseError("case-being-written")
    out_of_memory = isinstance(error, ImportError) and "failed to map segment" in str(error)  # of a library
    if out_of_memory or isinstance(error, MemoryError | apsw.NoMemError) or getattr(error, "errno", 0) == errno.ENOMEM:
        return CaseError("memory-full")
    if isinstance(error, OSError):
        name = os.fsdecode(named or path)
        if error.errno in FULL:
            return CaseError("disk-full", path=name)
        return CaseError("file-failed", path=name, error=error.strerror or str(error))
    if isinstance(error, UnicodeDecodeError) and (path / DATABASE).is_file():  # SQLite gives out text as it is stored
        return CaseError("database-unopened", path=path, error=error)
    while isinstance(error, apsw.SQLError) and isinstance(error.__context__, apsw.Error):
        error = error.__context__  # it was taken back by itself, and so it couldn't be
    if not isinstance(error, apsw.FullError | _DAMAGED | _UNREACHED):
        return None
    if not path.is_dir():
        return CaseError("case-folder-missing", path=path)
    file = Path(named) if named else (path / DATABASE).resolve()
    if isinstance(error, _DAMAGED) and file.name == DATABASE and is_damaged(file):
        return CaseError("database-unopened", path=path, error=error)
    if isinstance(error, apsw.FullError) or is_full(file.parent):
        return CaseError("disk-full", path=file)
    return CaseError("database-unreached", path=file, error=error)


@contextmanager
def closed_on_error(opened: Any) -> Iterator[None]:
    """Close what was opened if the block, which makes it ready for use, fails."""
    try:
        yield
    except BaseException:
        opened.close()
        raise


def _looking(path: Path, option: str, vfs: str | None = None) -> apsw.Connection:
    """Open a database for reading alone; what it holds is untrusted."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    db = apsw.Connection(f"{path.absolute().as_uri()}?{option}", flags=flags, vfs=vfs)
    with closed_on_error(db):
        db.set_busy_timeout(_PATIENCE)
        db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        list(db.execute("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON"))
        if vfs:
            list(db.execute("PRAGMA locking_mode=EXCLUSIVE"))  # of this process's own, in memory
        db.execute("SELECT count(*) FROM sqlite_schema")
    return db


def beside(db: apsw.Connection) -> apsw.Connection | None:
    """Open another connection to the same database, for reading in another thread; None beside one that is frozen."""
    return None if db.exec_trace or not db.filename else _looking(Path(db.filename), "mode=ro")


def _frozen(path: Path, unchanged: Callable[[], None]) -> apsw.Connection:
    """Open a database as it is now, so that no file beside it is made or changed.

    That takes no lock. So ``unchanged`` is called before each statement.
    """
    db = _looking(path, "mode=ro", "unix-none") if _journal(path) else _looking(path, "immutable=1")

    def before_each(*_: object) -> bool:
        unchanged()
        return True

    db.exec_trace = before_each
    return db


def _journal(path: Path) -> bytes:
    """Return the head of the journal in which changes of a database wait; it is another one once they have moved."""
    with suppress(FileNotFoundError), path.with_name(path.name + "-wal").open("rb") as file:
        return file.read(32)
    return b""


def _unchanged(path: Path) -> Callable[[], None]:
    """Return a function that raises CaseError once another process has changed what of a database was to be read."""

    def state() -> tuple[object, ...]:
        s = path.stat()
        return s.st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns, journal and _journal(path)

    def check() -> None:
        if state() != before:
            raise CaseError("case-changed-meanwhile", path=path.parent)

    journal = _journal(path)
    before = state()
    return check


class ChangeSigning:
    """Signs changes; this one signs none. ``unsigned`` says, encoded, why the last change isn't signed."""

    unsigned = ""

    def __call__(self, _seq: int, _actor: str, _action: str, _detail: dict[str, Any]) -> Callable[[str], None]:
        """Take a row of the audit, and add to its detail; return what is called with the row's hash."""
        return lambda _: None


class Store:
    """One connection to a case's database. Use it in one thread; open another for another.

    Without ``write`` nothing can be changed through it, and what it reads is untrusted. If it is ``frozen`` as well, no
    file beside it is made or changed, and any method raises CaseError once another process has changed the database.
    """

    def __init__(self, path: Path, *, create: bool = False, write: bool = True, frozen: bool = False) -> None:
        flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
        self._unchanged: Callable[[], None] = lambda: None
        self.written = defaultdict[str, content.Digests](dict)
        self.signing = ChangeSigning()
        self.derived_states: Mapping[str, DerivedState] = {}  # what ``is:`` asks that is worked out of many items
        self.before_change: Callable[[], None] = lambda: None  # raises CaseError where the case's logs are broken
        try:
            if write and shared_memory_fails(path):
                raise CaseError("disk-full", path=path)
            self.db = apsw.Connection(str(path), flags=flags) if write else self._look(path, frozen)
            with closed_on_error(self.db):
                self.db.set_busy_timeout(_PATIENCE)
                if not create and (version := self.db.pragma("user_version")) != VERSION:
                    raise self._other_format(path, version)
                if alien := foreign(self.db):
                    raise CaseError("database-foreign", path=path, kind=alien[0], name=alien[1])
                self._prepare(create)
        except (apsw.Error, OSError) as error:
            why = why_unreadable(path.parent, error)
            raise why or CaseError("database-unopened", path=path, error=error) from error

    def _look(self, path: Path, frozen: bool) -> apsw.Connection:
        if not frozen and not shared_memory_fails(path):
            with suppress(apsw.CantOpenError, apsw.ReadOnlyError):  # as on a read-only disk
                return _looking(path, "mode=ro")
        path = path.resolve()  # its journal is beside the file itself
        self._unchanged = _unchanged(path)
        return _frozen(path, self._unchanged)

    def _other_format(self, path: Path, version: int) -> CaseError:
        """Return why a case of another format isn't opened; a newer one names the program that made it, if it can."""
        if version < VERSION:
            return CaseError("case-older-format", path=path, format=version, known=VERSION)
        program: Message | str = say("newer-program-unnamed")
        # Nothing has been compared with the schema yet: what is read must be a table, as a view could run for ever.
        if self.value("SELECT 1 FROM sqlite_schema WHERE name='audit' AND type='table' AND rootpage>0"):
            with suppress(apsw.SQLError, ValueError, LookupError, TypeError):
                program = f"Triage {json.loads(self.value('SELECT detail FROM audit WHERE seq=1'))['program']}"
        return CaseError("case-newer-format", path=path, format=version, known=VERSION, program=program)

    def _prepare(self, create: bool) -> None:
        if create:
            self.db.execute("PRAGMA page_size=8192; PRAGMA journal_mode=WAL")
        teach(self.db)
        list(self.db.execute(_PRAGMAS))  # a statement that answers holds up those after it until it is read
        if create:
            with self.db:
                self.db.execute(TABLES)
                self.db.execute(f"PRAGMA user_version={VERSION}")

    def close(self) -> None:
        self.db.close()
        self._unchanged()

    def rows(self, sql: str, bindings: Any = ()) -> list[tuple[Any, ...]]:
        return list(self.db.execute(sql, bindings))

    def value(self, sql: str, bindings: Any = ()) -> Any:
        """Return the first column of the first row, None where there is no row."""
        row = next(iter(self.db.execute(sql, bindings)), None)
        return row[0] if row else None

    def meta(self, key: str, default: str = "") -> str:
        found = self.value("SELECT value FROM meta WHERE key=?", (key,))
        return default if found is None else str(found)

    def set_meta(self, key: str, value: str) -> None:
        self.db.execute("INSERT INTO meta VALUES(?,?) ON CONFLICT DO UPDATE SET value=excluded.value", (key, value))

    @contextmanager
    def change(self, actor: str, action: str, **detail: Any) -> Iterator[dict[str, Any]]:
        """Write in one transaction together with the audit row that names who did what.

        Yields the detail, to which more can be added until the end. Raises CaseError where the disk is full, another
        process holds the case, or the audit doesn't end as the last change left it; then nothing was written.
        """
        self.must_write(actor)
        try:
            content.watch(self.db)
            if action != RECOVER:
                self.before_change()
            with self._change(actor, action, detail):
                yield detail
        except (apsw.FullError, apsw.BusyError) as error:
            raise why_unreadable(Path(self.db.filename).parent, error) or error from error
        except (apsw.IOError, apsw.ReadOnlyError) as error:
            if is_full(Path(self.db.filename).parent):
                raise CaseError("disk-full", path=self.db.filename) from error
            raise CaseError("case-unwritable", error=error) from error

    @property
    def read_only(self) -> bool:
        return self.db.readonly("main")

    def must_write(self, actor: str = "") -> None:
        """Raise CaseError where the case is open for reading alone, or the audit can't name who is to write."""
        if _UNNAMEABLE.search(actor):
            raise CaseError("reviewer-odd", name=actor)
        if self.read_only:
            must_be_writable(Path(self.db.filename).parent)

    @contextmanager
    def _change(self, actor: str, action: str, detail: dict[str, Any]) -> Iterator[None]:
        with self.immediate():
            seq, previous = self.audit_head()
            if action == RECOVER:
                self.db.execute("DELETE FROM committed WHERE audit>?", (seq,))
            elif broken := self.audit_break():
                raise CaseError("record-broken", path=Path(self.db.filename).parent, why=broken)
            self.written.clear()
            yield
            detail["content"] = content.commit(self.db, seq + 1, self.written, everything=action == RECOVER)
            sign = self.signing(seq + 1, actor, action, detail)
            text = json.dumps(detail, ensure_ascii=False, sort_keys=True)
            row = (seq + 1, now(), actor, action, text)
            self.db.execute("INSERT INTO audit VALUES(?,?,?,?,?,?)", (*row, digest := chained(previous, row)))
            self.set_meta("audit", f"{seq + 1}:{digest}")
            sign(digest)

    @contextmanager
    def immediate(self) -> Iterator[None]:
        """Keep all other writers out meanwhile; what raises takes back what was written."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.db.execute("COMMIT")
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise

    def audit_head(self) -> tuple[int, str]:
        """Return the number and the hash of the last audit row; (0, zeros) where there is none."""
        row = next(iter(self.db.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")), None)
        return (int(row[0]), str(row[1])) if row else (0, ZERO)

    def audit_break(self) -> Message | None:
        """Return how the audit's end differs from what the last change left, None where it doesn't."""
        sql = "SELECT seq, time, actor, action, detail, hash FROM audit ORDER BY seq DESC LIMIT 2"
        (rows, *row, last), (*_, previous) = (*self.rows(sql), (0, ZERO), (0, ZERO))[:2]
        known, _, digest = self.meta("audit").partition(":")
        if not known:
            return say("audit-end-unknown", rows=rows) if rows else None
        if int(known) != rows:
            return say("audit-cut-off", known=int(known), rows=rows)
        return None if digest == last == chained(previous, (rows, *row)) else say("audit-row-changed", row=rows)

    def first_audit_hash(self) -> str:
        """Return the hash of the audit row with which the case began, "" where there is none."""
        return str(self.value("SELECT hash FROM audit WHERE seq=1") or "")

    def kinds(self, *names: str) -> set[str]:
        """Return what things of these names are in the database: "table", "view" and the like."""
        sql = "SELECT type FROM sqlite_schema WHERE name IN (SELECT value FROM json_each(?))"
        return {kind for (kind,) in self.db.execute(sql, (json.dumps(names),))}


def chained(previous: str, row: Sequence[object]) -> str:
    """Return the hash of an audit row: SHA-256 over the one before, a newline, and the row's values joined by ``|``."""
    return hashlib.sha256(f"{previous}\n{'|'.join(map(str, row))}".encode()).hexdigest()


def stored_path(path: str) -> tuple[str, bytes | None]:
    """Return a path as text that any database holds, and its bytes where it isn't valid UTF-8 (then shown as \\xNN)."""
    try:
        path.encode()
        return path, None
    except UnicodeEncodeError:
        raw = path.encode(sys.getfilesystemencoding(), "surrogateescape")
        return raw.decode("utf-8", "backslashreplace"), raw


def system_path(path: str, raw: bytes | None) -> str:
    """Return a path as the operating system has it, of what ``stored_path`` made of it."""
    return path if raw is None else os.fsdecode(raw)


def stored_text(path: str) -> str:
    """Return a path, or a part of one, as text that any database holds."""
    return path if path.isascii() else stored_path(path)[0]


def written_state(db: apsw.Connection) -> tuple[int, int]:
    """Return what is another pair of numbers whenever this connection or another has written to the database."""
    return int(db.pragma("data_version")), db.total_changes()


# The database written anew: as a copy, or without the room that removed rows left. What it holds stays the same.

_PAGES = 2048
"""Pages between two reports of progress."""
_STEPS = 100
"""Steps of SQLite between two looks at whether to stop."""


def copy(store: Store, path: Path, report: Callable[[int, int], object], stop: Callable[[], bool]) -> bool:
    """Copy the database to a new file, as it is once others no longer write; return False where it was stopped."""
    try:
        with naming(path), closing(apsw.Connection(str(path))) as target:
            backup = target.backup("main", store.db, "main")
            while not backup.done and not stop():
                backup.step(_PAGES)
                report(backup.page_count - backup.remaining, backup.page_count)
            return backup.done
    except apsw.FullError as error:
        raise CaseError("disk-full", path=path) from error


@contextmanager
def temporary_files(store: Store) -> Iterator[None]:
    """Let SQLite sort on disk rather than in memory: in the case's folder, in files without a name.

    Nothing is written outside the folder, and nothing is left. SQLite drops the connection's temporary tables at the
    beginning and at the end.
    """
    folder = str(Path(store.db.filename).resolve().parent).replace("'", "''")
    list(store.db.execute(f"PRAGMA temp_store=FILE; PRAGMA temp_store_directory='{folder}'"))
    try:
        yield
    finally:
        list(store.db.execute("PRAGMA temp_store_directory=''; PRAGMA temp_store=MEMORY"))


def compact(store: Store, stop: Callable[[], bool]) -> bool:
    """Give the room that removed rows left back to the disk; return False where it was stopped."""
    store.db.set_progress_handler(stop, _STEPS)
    try:
        with temporary_files(store):
            store.db.execute("VACUUM")
    except apsw.InterruptError:
        return False
    except apsw.FullError as error:
        raise CaseError("disk-full", path=store.db.filename) from error
    except apsw.BusyError as error:
        raise CaseError("case-being-written") from error
    finally:
        store.db.set_progress_handler(None)
    list(store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)"))  # answers that it is busy where others read
    return True
