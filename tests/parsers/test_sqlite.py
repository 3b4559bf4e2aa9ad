"""SQLite databases: rows, files in cells, damage, and that no code of theirs runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.parsers.office_builders import pdf, shows
from tests.parsers.reading import LIMITS, read
from triage.messages import render
from triage.parsers.kit.compound import Storage, build
from triage.parsers.kit.contract import Limits

PDF = pdf([shows("Falcon drawing")])


def made(*statements: str, values: tuple[object, ...] = (), page: int = 4096, encoding: str = "UTF-8") -> bytes:
    """Return a database that these statements make; the values are for the last of them."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    for pragma in (f"page_size={page}", f"encoding='{encoding}'", "secure_delete=OFF"):
        db.execute(f"PRAGMA {pragma}")
    for statement in statements[:-1]:
        db.execute(statement)
    db.execute(statements[-1], values)
    data = db.serialize()
    db.close()
    return data


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16le", "UTF-16be"])
@pytest.mark.parametrize("page", [512, 4096, 65536])
def test_tables_are_read_row_by_row(encoding: str, page: int) -> None:
    data = made(
        "CREATE TABLE chat(sender TEXT, said TEXT, at REAL, seen INTEGER /* kept by the bot */)",
        'CREATE TABLE "odd ""name"(t)',
        'INSERT INTO "odd ""name" VALUES(\'in the odd one\')',
        "INSERT INTO chat VALUES('dana','the falcon is ready',1.5,NULL),('omar','הבז מוכן',2.5,7)",
        page=page,
        encoding=encoding,
    )
    found = read(data, "chat.db")
    assert found.label == "SQLite database" and found.codes == []
    body = found.text()
    assert "chat\tsender\tsaid\tat\tseen\ndana\tthe falcon is ready\t1.5\t\nomar\tהבז מוכן\t2.5\t7" in body
    assert "in the odd one" in body
    assert "kept by the bot" in found.text("fieldcode")
    assert len([s for s in found.extract.segments if s.origin == "body"]) == 2  # no phrase goes across tables


def test_a_table_without_rows_or_row_numbers() -> None:
    data = made(
        "CREATE TABLE none(a)", "CREATE TABLE k(a PRIMARY KEY, b) WITHOUT ROWID", "INSERT INTO k VALUES('x','y')"
    )
    found = read(data)
    assert found.text() == "k\ta\tb\nx\ty" and found.codes == [] and "none" in found.text("fieldcode")


def test_files_in_cells_are_children_and_other_bytes_are_read_loosely() -> None:
    data = made(
        "CREATE TABLE t(name, file, raw)",
        "INSERT INTO t VALUES('a',?,?)",
        values=(PDF, b"\1\2the falcon memo\0\3\xff\xfe"),
    )
    found = read(data)
    assert found.names == ["t file 1.pdf"] and found.children[0].data == PDF
    assert found.text() == "t\tname\tfile\traw\na\t\tthe falcon memo" and found.codes == ["partial"]


def test_office_files_in_cells_have_the_ending_of_their_kind() -> None:
    root = Storage()
    root.put(["WordDocument"], bytes(600))
    data = made("CREATE TABLE t(f)", "INSERT INTO t VALUES(?)", values=(build(root),))
    assert read(data).names == ["t f 1.doc"]


def test_text_that_is_kept_as_bytes_is_text() -> None:
    data = made("CREATE TABLE t(a)", "INSERT INTO t VALUES(?), (x'')", values=("K7: 12\nהבז".encode(),))
    found = read(data)
    assert found.text() == "t\ta\nK7: 12\nהבז" and found.codes == []


def test_files_behind_more_text_than_the_limit_are_children_still() -> None:
    data = made(
        "CREATE TABLE long(a)",
        "INSERT INTO long VALUES('" + "falcon " * 1000 + "')",
        "CREATE TABLE t(f)",
        "INSERT INTO t VALUES(?)",
        values=(PDF,),
    )
    found = read(data, limits=Limits(LIMITS.item_bytes, LIMITS.total_bytes, LIMITS.ratio, 2000))
    assert found.names == ["t f 1.pdf"] and found.codes == ["limit-size"]


def test_views_triggers_and_virtual_tables_are_told_and_never_run() -> None:
    data = made(
        "CREATE TABLE t(a)",
        "INSERT INTO t VALUES('falcon')",
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i AS heron FROM n",
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 'egret'; END",
        "CREATE VIRTUAL TABLE f USING fts5(words)",
        "INSERT INTO f VALUES('the ibis')",
    )
    found = read(data)
    assert "heron" in found.text("fieldcode") and "egret" in found.text("fieldcode")
    assert "t\ta\nfalcon" in found.text() and "the ibis" in found.text()


def test_a_column_that_calls_what_is_not_safe_is_never_computed() -> None:
    data = made("CREATE TABLE t(a, b AS (upper(trim(a,''))))", "INSERT INTO t(a) VALUES('falcon')")
    assert read(data).text() == "t\ta\tb\nfalcon\tFALCON"
    found = read(data.replace(b"upper(trim(a,''))", b"load_extension(a)"))
    assert found.codes == ["damaged"] and "unsafe use" in render(found.troubles[0].message) and "falcon" in found.text()


def test_text_that_is_no_utf_8_is_decoded_as_elsewhere() -> None:
    data = made("CREATE TABLE t(n, a, b)", "INSERT INTO t VALUES(1,'first',x'00'),(2,'M_nchen und K_ln',NULL)")
    found = read(data.replace(b"M_nchen und K_ln", b"M\xfcnchen und K\xf6ln"))
    assert "1\tfirst\t" in found.text() and "2\tMünchen und Köln\t" in found.text()


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_a_log_beside_a_database_is_read_loosely(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "a.db"
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(f"PRAGMA journal_mode={'WAL' if suffix == '-wal' else 'PERSIST'}")
    db.execute("CREATE TABLE t(a)")
    db.execute("INSERT INTO t VALUES('the falcon is ready')")
    db.execute("BEGIN")
    db.execute("UPDATE t SET a='the heron is ready'")
    log = (tmp_path / f"a.db{suffix}").read_bytes()
    if suffix == "-journal":  # its first bytes are written last
        log = bytes.fromhex("d9d505f920a163d7") + log[8:]
    base = path.read_bytes()
    db.execute("COMMIT")
    db.close()
    found = read(log, f"a.db{suffix}")
    assert "falcon is ready" in found.text() and found.codes == ["partial"]
    assert read(base).label == "SQLite database"
    closed = read(path.read_bytes())
    assert "the heron is ready" in closed.text() and closed.codes == []  # a header that asks for a log


def rows(count: int) -> bytes:
    told = ", ".join(f"('the falcon number {n} in the long table')" for n in range(count))
    return made("CREATE TABLE t(a)", f"INSERT INTO t VALUES{told}")


def test_a_damaged_page_ends_its_table_and_loses_nothing() -> None:
    data = bytearray(rows(1000))
    at = data.index(b"number 500 ")
    start = at // 4096 * 4096
    data[start : start + 8] = b"\xff" * 8
    found = read(bytes(data))
    assert "damaged" in found.codes
    for number in (1, 499, 501, 999):
        assert f"the falcon number {number} in the long table" in found.text()


@pytest.mark.parametrize("keep", [100, 101, 1000, 4096, 9000])
def test_a_cut_database_keeps_what_is_there(keep: int) -> None:
    data = rows(1000)
    found = read(data[:keep])
    assert "damaged" in found.codes
    if keep == 9000:
        assert "the falcon number 5 in" in found.text() or "the falcon number 999" in found.text()


def test_text_stops_at_its_limit() -> None:
    limits = Limits(LIMITS.item_bytes, LIMITS.total_bytes, LIMITS.ratio, 2000)
    found = read(rows(1000), limits=limits)
    assert found.codes == ["limit-size"] and len(found.text()) <= 2000


def damages() -> Iterator[tuple[int, int]]:
    for at in (16, 18, 20, 21, 24, 28, 40, 44, 56, 100, 101, 103, 105, 108, 110, 4096, 4099, 4101):
        for byte in (0, 1, 0x7F, 0xFF):
            yield at, byte


@pytest.mark.parametrize(("at", "byte"), damages())
def test_any_damaged_header_is_read_or_told(at: int, byte: int) -> None:
    data = bytearray(rows(200))
    data[at] = byte
    found = read(bytes(data))
    assert "the falcon number 150 in the long table" in found.text()
