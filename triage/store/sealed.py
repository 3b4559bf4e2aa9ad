"""Taking an item's text, and that of notes on it, out of all that is read, and bringing it back. It decides nothing.

What is taken out lies in the table ``sealed``, encrypted, with the key in a file of its own beside the database; only
``restore`` and the verification read it. An item keeps its number, id, custodian, type, size, dates and hashes, and its
Message-IDs so that its conversation holds together. Called inside ``Store.change``. What then still lies in pages that
are no longer in use, ``clear_traces`` takes out.
"""

from __future__ import annotations

import json
import secrets
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import apsw

from triage.errors import CaseError
from triage.messages import encode, say
from triage.model.items import ItemNo
from triage.secret_keys import key_at
from triage.store import reading, signatures, threads
from triage.store.db import Store, now
from triage.store.records import QUOTING, listed
from triage.store.schema import DECISION_FIXED, MOST_SEGMENTS
from triage.store.texts import packed, whole

# What a seal leaves behind in the database's files: pages no longer in use, and the journal.
#
# A deleted row's page keeps its bytes until something else is written there. ``clear_traces`` writes zeros over all
# of them.

_DUE = "seal_traces"
_PORTION = 16 << 20
_FREE = "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size"


def note_traces(store: Store) -> None:
    store.set_meta(_DUE, now())


def traces_since(store: Store) -> str:
    """Return since when traces are to be cleared, "" where there are none."""
    return store.meta(_DUE)


def clear_traces(store: Store, since: str) -> bool:
    """Write zeros over what is free and empty the journal; return whether nothing is left that was due ``since`` then.

    False where another process reads or writes at that moment: try again later. Any other fault is raised.
    """
    try:
        with store.db:
            _fill(store)
        busy, *_ = store.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0]
        if not busy:  # only now, as the journal held traces
            store.db.execute("UPDATE meta SET value='' WHERE key=? AND value=?", (_DUE, since))
    except apsw.BusyError:
        return False
    return not busy


def _fill(store: Store) -> None:
    """Take up every free page with zeros, and give them back."""
    if free := int(store.value(_FREE)):
        store.db.execute("CREATE TABLE zeros(zero BLOB)")
        while free > 0:
            store.db.execute("INSERT INTO zeros VALUES(zeroblob(?))", (min(free, _PORTION),))
            free -= _PORTION
        store.db.execute("DROP TABLE zeros")


# What is put away under lock: encrypted, with the key in a file of its own beside the database.
#
# Whoever has the database alone can't read it, and nobody can once the key is gone: the original has to be read
# again.

KEY = "seal.key"
"""What the file with the key is called in the case's folder."""

_NONCE = 12


def lock(store: Store, n: int, text: str) -> bytes:
    """Return an item's text so that only ``unlock`` can read it; the key is made at the first time."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key_at(_key_file(store))).encrypt(nonce, zlib.compress(text.encode(), 6), str(n).encode())


def unlock(store: Store, n: int, token: bytes) -> str:
    """Return an item's text again; raises CaseError where the key isn't there, or is another one's."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    with suppress(FileNotFoundError, InvalidTag, ValueError, TypeError):
        key = AESGCM(_key_file(store).read_bytes())
        return zlib.decompress(key.decrypt(token[:_NONCE], token[_NONCE:], str(n).encode())).decode()
    raise CaseError("seal-key-lost", number=n, file=_key_file(store))


def has_key(store: Store) -> bool:
    return _key_file(store).is_file()


def _key_file(store: Store) -> Path:
    return Path(store.db.filename).with_name(KEY)


CODE = "sealed"
"""The code of the Problem that says so."""

SENTENCE = encode(say("item-is-sealed"))

BLANK = {"name": "", "subject": "", "sender": "", "recipients": "[[],[],[]]", "date_raw": "", "properties": "[]"}
_COLUMNS = (*BLANK, "searchable")
_NOT = reading.LEVELS.index("not")
_SET = ", ".join(f"{column}=?" for column in _COLUMNS)
_HAS_TEXT = f"""EXISTS(SELECT 1 FROM segment WHERE key>=n*{MOST_SEGMENTS} AND key<(n+1)*{MOST_SEGMENTS}
AND trim(text)<>'')"""
# A Problem of a whole file names it: it goes with the item that is the file.
_ITS = "(item=? OR (item IS NULL AND source=(SELECT source FROM item WHERE n=? AND member='')))"
_IN = "IN (SELECT value FROM json_each(?))"


def among(store: Store, nos: Iterable[ItemNo]) -> set[ItemNo]:
    return {ItemNo(n) for (n,) in store.db.execute(f"SELECT item FROM sealed WHERE item {_IN}", (listed(nos),))}


def every(store: Store) -> set[ItemNo]:
    return {ItemNo(n) for (n,) in store.db.execute("SELECT item FROM sealed")}


def count(store: Store) -> int:
    return int(store.value("SELECT count(*) FROM sealed"))


def inside(store: Store, nos: Iterable[ItemNo]) -> dict[ItemNo, ItemNo]:
    """Return what lies inside these items, at any depth, each with the item that it lies directly in."""
    sql = f"""WITH RECURSIVE below(n, parent) AS (SELECT n, parent FROM item WHERE parent {_IN}
    UNION SELECT i.n, i.parent FROM below b JOIN item i ON i.parent=b.n) SELECT n, parent FROM below ORDER BY n"""
    return {ItemNo(n): ItemNo(parent) for n, parent in store.db.execute(sql, (listed(nos),))}


def copies(store: Store, nos: Iterable[ItemNo]) -> dict[ItemNo, ItemNo]:
    """Return the items with the same content as these, each with the one that it is a copy of, where there is text."""
    sql = f"""SELECT m.n, c.n FROM item c JOIN item m ON m.digest=c.digest AND m.n<>c.n
    WHERE c.digest<>'' AND c.n {_IN} AND {_HAS_TEXT.replace("n*", "c.n*").replace("(n+", "(c.n+")} ORDER BY 1, 2"""
    found: dict[ItemNo, ItemNo] = {}
    for n, cause in store.db.execute(sql, (listed(nos),)):
        found.setdefault(ItemNo(n), ItemNo(cause))
    return found


def shut(store: Store, no: ItemNo) -> set[ItemNo]:
    """Return the sealed items among this one and what lies inside it."""
    return among(store, [no, *inside(store, [no])]) if count(store) else set()


def alike(store: Store, nos: Collection[ItemNo] | None) -> dict[ItemNo, ItemNo]:
    """Return those of the items (None: of all) that lie in a sealed one or have its content, each with the sealed one.

    Sealed items are among them where they are alike.
    """
    if not count(store):
        return {}
    given = "AND (SELECT state FROM source WHERE number=i.source)<>'purged'"
    given += "" if nos is None else f" AND i.n {_IN}"
    sql = f"""SELECT i.n, z.item FROM sealed z JOIN item i ON i.digest=z.digest AND i.n<>z.item
    WHERE z.digest<>'' {given} UNION ALL
    SELECT i.n, i.parent FROM sealed z JOIN item i ON i.parent=z.item WHERE i.parent IS NOT NULL {given}"""
    found: dict[ItemNo, ItemNo] = {}
    for n, cause in sorted(store.db.execute(sql, () if nos is None else (listed(nos),) * 2)):
        found.setdefault(ItemNo(n), ItemNo(cause))
    return found


def put_away(store: Store, nos: Iterable[ItemNo]) -> None:
    """Take the items' text out; what was put away of them before is replaced."""
    for n in nos:
        signatures.hide(store, "d.item=? AND d.item NOT IN (SELECT item FROM sealed)", (n,))
        sql = f"SELECT {', '.join(_COLUMNS)}, source, digest, {_HAS_TEXT} FROM item WHERE n=?"
        *values, source, digest, has_text = store.rows(sql, (n,))[0]
        content = {
            "item": values,
            "problems": store.rows(f"SELECT number, path, sentence FROM problem WHERE {_ITS}", (n, n)),
            "segments": take(store, n),
            "notes": _notes_away(store, n),
        }
        record = lock(store, n, json.dumps(content, ensure_ascii=False))
        store.db.execute("INSERT OR REPLACE INTO sealed VALUES(?,?,?)", (n, digest if has_text else "", record))
        overwrite(store, "item", BLANK, "n=?", (n,))
        store.db.execute(f"UPDATE item SET {_SET} WHERE n=?", (*BLANK.values(), _NOT, n))
        overwrite(store, "problem", ("path", "sentence"), _ITS, (n, n))
        store.db.execute(f"UPDATE problem SET path='', sentence=? WHERE {_ITS}", (SENTENCE, n, n))
        insert = "INSERT INTO problem(source, item, path, code, sentence, searchable, run) VALUES(?,?,'',?,?,?,0)"
        store.db.execute(insert, (source, n, CODE, SENTENCE, _NOT))
        note_traces(store)
    put_notes_away(store)


def take(store: Store, n: int) -> list[tuple[int, str, str]]:
    """Return an item's segments, each with its place among them, and delete them."""
    first, bounds = n * MOST_SEGMENTS, (n * MOST_SEGMENTS, (n + 1) * MOST_SEGMENTS)
    rows = store.rows(f"SELECT key-{first}, origin, text FROM segment WHERE key>=? AND key<? ORDER BY key", bounds)
    taken = [(at, origin, whole(text)) for at, origin, text in rows]
    overwrite(store, "segment", ("text",), "key>=? AND key<?", bounds)
    store.db.execute("DELETE FROM segment WHERE key>=? AND key<?", bounds)
    return taken


def overwrite(store: Store, table: str, columns: Iterable[str], which: str, bindings: tuple[int, ...]) -> None:
    """Put blanks of the same size in the place of texts.

    SQLite writes them where the text stands. A row that grows or shrinks it writes elsewhere, and rows beside one that
    is deleted it moves; both leave copies of what was there.
    """
    blanks = ", ".join(f"{column}=printf('%*s', octet_length({column}), '')" for column in columns)
    store.db.execute(f"UPDATE {table} SET {blanks} WHERE {which}", bindings)


# ---- notes and passages, which may hold words of what they are about

_NOTES = f"{QUOTING} AND value<>'' AND item IN (SELECT item FROM sealed)"


def has_notes(store: Store) -> bool:
    """Whether a note on a sealed item, or a passage marked in it, can be read."""
    return store.value(f"SELECT 1 FROM decision WHERE {_NOTES} LIMIT 1") is not None


def _notes_away(store: Store, n: ItemNo) -> list[tuple[int, str]]:
    """Return the notes and passages of an item that were put away before; without the key they are lost."""
    record = store.value("SELECT record FROM sealed WHERE item=?", (n,))
    with suppress(CaseError):
        if record is not None:
            return list(_content(store, n).get("notes", ()))
    return []


def put_notes_away(store: Store) -> None:
    """Take the notes on sealed items and their passages out, those that came since too; without the key they are lost.

    The decisions stay, and so do the digests of their rows that the audit committed to before.
    """
    signatures.hide(store, "d.value<>'' AND d.item IN (SELECT item FROM sealed)")
    noted: dict[ItemNo, list[tuple[int, str]]] = {}
    for seq, n, value in store.rows(f"SELECT seq, item, value FROM decision WHERE {_NOTES} ORDER BY seq"):
        noted.setdefault(ItemNo(n), []).append((seq, value))
    for n, notes in noted.items():
        with suppress(CaseError):
            content = _content(store, n)
            content["notes"] = [*content.get("notes", ()), *notes]
            token = lock(store, n, json.dumps(content, ensure_ascii=False))
            store.db.execute("UPDATE sealed SET record=? WHERE item=?", (token, n))
    if noted:
        with _rewriting(store):
            overwrite(store, "decision", ("value",), _NOTES, ())
            store.db.execute(f"UPDATE decision SET value='' WHERE {_NOTES}")
        note_traces(store)


@contextmanager
def _rewriting(store: Store) -> Iterator[None]:
    store.db.execute("DROP TRIGGER decision_fixed")
    yield
    store.db.execute(DECISION_FIXED)


def forget(store: Store, nos: Iterable[ItemNo]) -> None:
    """Drop what was put away of those of the items that are sealed: they stay sealed, and nobody can open them."""
    blank = json.dumps({"item": [*BLANK.values(), _NOT], "problems": [], "segments": []})
    for n in among(store, nos):
        store.db.execute("UPDATE sealed SET record=? WHERE item=?", (lock(store, n, blank), n))


def suppress_problems(store: Store) -> None:
    sql = "UPDATE problem SET path='', sentence=? WHERE item IN (SELECT item FROM sealed) AND sentence<>?"
    store.db.execute(sql, (SENTENCE, SENTENCE))


def restore(store: Store, nos: Iterable[ItemNo]) -> None:
    """Bring the items' text back as it was; the next index run may place them in a conversation."""
    for n in nos:
        content = _content(store, n)
        store.db.execute(f"UPDATE item SET {_SET} WHERE n=?", (*content["item"], n))
        store.db.execute("DELETE FROM problem WHERE item=? AND code=?", (n, CODE))
        for number, path, sentence in content["problems"]:
            store.db.execute("UPDATE problem SET path=?, sentence=? WHERE number=?", (path, sentence, number))
        store.db.execute("DELETE FROM sealed WHERE item=?", (n,))
        take(store, n)
        rows = ((n * MOST_SEGMENTS + at, origin, packed(text)) for at, origin, text in content["segments"])
        store.db.executemany("INSERT INTO segment VALUES(?,?,?)", rows)
        if notes := content.get("notes"):
            with _rewriting(store):
                store.db.executemany("UPDATE decision SET value=?2 WHERE seq=?1", notes)
        threads.await_threads(store, n)


def name(store: Store, no: ItemNo) -> str:
    """Return what a sealed item is called; raises CaseError without the key."""
    return str(_content(store, no)["item"][0])


def _content(store: Store, n: ItemNo) -> dict[str, Any]:
    """Return what was taken out of an item."""
    token = store.value("SELECT record FROM sealed WHERE item=?", (n,))
    content: dict[str, Any] = json.loads(unlock(store, n, token))
    return content


def purge_due(store: Store) -> bool:
    """Whether something of sealed texts is still to be removed from the case's files."""
    return bool(traces_since(store) or has_notes(store))


def left_over(store: Store) -> ItemNo | None:
    """Return a sealed item of which text still stands where it is read, None where there is none."""
    blank = " AND ".join(f"i.{column}='{value}'" for column, value in BLANK.items())
    sql = f"""SELECT z.item FROM sealed z JOIN item i ON i.n=z.item WHERE NOT ({blank}) OR i.searchable<>{_NOT}
    OR EXISTS(SELECT 1 FROM segment WHERE key>=z.item*{MOST_SEGMENTS} AND key<(z.item+1)*{MOST_SEGMENTS}) LIMIT 1"""
    found = store.value(sql)
    return None if found is None else ItemNo(found)


def words(store: Store, most: int) -> list[tuple[ItemNo, list[str]]]:
    """Return some sealed items, the latest first, with a few long words of each: for the proof that none is found.

    Without the key there are none.
    """
    found = []
    most = most if has_key(store) else 0
    for (n,) in store.rows("SELECT item FROM sealed ORDER BY item DESC LIMIT ?", (most,)):
        texts = " ".join(text[:2000] for _, _, text in _content(store, n)["segments"][:3])
        longest = sorted({w for w in texts.split() if w.isalnum()}, key=lambda w: (-len(w), w))
        found.append((ItemNo(n), longest[:3]))
    return found
