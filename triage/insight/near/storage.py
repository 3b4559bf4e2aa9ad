"""What is kept of near-duplicates and of contained mails: three files of numbers, which can be made anew any time.

None holds text. Rows of sealed items are deleted with the step that seals them, and never given out. Signatures have a
file of their own: it is large, is read by a search for near-duplicates alone, and is vouched for as a whole.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import apsw

from triage.insight.near.nouns import ContainedMail, ContainedReport, NearDuplicate
from triage.model.items import ItemNo
from triage.store import derived_files
from triage.store.db import Store
from triage.store.records import joined_numbers, listed, numbers
from triage.store.relations import HERE, items_state
from triage.store.schema import MOST_SEGMENTS
from triage.store.texts import plain
from triage.store.threads import IS_MESSAGE

FILES = NEAR, SIGNATURES, CONTAINED = "near-duplicates.db", "signatures.db", "contained.db"
_NEAR_TABLES = """CREATE TABLE near(
    item INTEGER PRIMARY KEY, content INTEGER NOT NULL, pivot INTEGER NOT NULL, nearness REAL NOT NULL);
CREATE INDEX near_pivot ON near(pivot, content);"""
_CONTENTS = f"""SELECT group_concat(n) FROM item WHERE {HERE} AND digest<>'' GROUP BY digest
UNION ALL SELECT n FROM item WHERE {HERE} AND digest=''"""
_TEXT = "SELECT text FROM segment WHERE key>=? AND key<? AND origin IN ('body', 'textbox', 'note', 'speaker', 'ocr')"
_GIVEN = "(SELECT value FROM json_each(?))"


def contents(store: Store) -> list[list[ItemNo]]:
    """Return the items that are here, those of the same content together, each in ascending order."""
    return [sorted(joined_numbers(str(joined))) for (joined,) in store.db.execute(_CONTENTS)]


def text(store: Store, no: ItemNo) -> str:
    """Return what a reader of an item sees of it: without headers, names, and what is hidden."""
    rows = store.db.execute(_TEXT, (no * MOST_SEGMENTS, (no + 1) * MOST_SEGMENTS))
    return "\n".join(plain(text) for (text,) in rows)


def save_groups(
    store: Store,
    groups: Mapping[ItemNo, tuple[ItemNo, float]],
    alike: Sequence[Sequence[ItemNo]],
    program: str = "",
) -> None:
    """Store the groups, of the first item of each content, for all that have it, in place of those before.

    ``program`` is the version that made them. No seal is set meanwhile: one that was set since the texts were read is
    left out, and a later one deletes its rows.
    """
    rows = [(no, nos[0], *groups[nos[0]]) for nos in alike if nos[0] in groups for no in nos]
    with derived_files.replacing(store, NEAR, _NEAR_TABLES, program) as db:
        here = _here(store, [no for no, *_ in rows])
        db.executemany("INSERT INTO near VALUES(?, ?, ?, ?)", (row for row in rows if row[0] in here))


def _rows(store: Store, sql: str, bindings: tuple[object, ...] = ()) -> list[tuple[int, int, int, float]]:
    with derived_files.vouched(store, NEAR) as db:
        return [] if db is None else list(db.execute(sql, bindings))


def _here(store: Store, nos: Collection[int]) -> set[ItemNo]:
    return numbers(store.db, f"SELECT n FROM item WHERE n IN {_GIVEN} AND {HERE}", (listed(nos),))


def pairs(store: Store) -> list[tuple[ItemNo, ItemNo, float]]:
    """Return each item that has near-duplicates with the pivot of its group and how near it is to that.

    Those whose pivot is gone are left out.
    """
    sql = "SELECT * FROM near WHERE pivot>0 ORDER BY item"
    return [(ItemNo(no), ItemNo(pivot), nearness) for no, _, pivot, nearness in _rows(store, sql)]


def counts(store: Store, nos: Collection[ItemNo]) -> dict[ItemNo, int]:
    """Return of these items those that have near-duplicates, with how many other contents these have."""
    own = _rows(store, f"SELECT * FROM near WHERE item IN {_GIVEN}", (listed(nos),))
    groups = _rows(store, f"SELECT * FROM near WHERE pivot IN {_GIVEN}", (listed({row[2] for row in own}),))
    here = _here(store, {row[0] for row in groups})
    in_group = defaultdict[int, set[int]](set)
    for item, content, pivot, _ in groups:
        if item in here:
            in_group[pivot].add(content)
    others = {ItemNo(item): len(in_group[pivot] - {content}) for item, content, pivot, _ in own if item in here}
    return {no: count for no, count in others.items() if count}


def items(store: Store) -> frozenset[ItemNo]:
    """Return all items that have near-duplicates, as ``counts`` counts them."""
    return frozenset(counts(store, [ItemNo(item) for item, *_ in _rows(store, "SELECT * FROM near")]))


def group(store: Store, no: ItemNo) -> list[NearDuplicate]:
    """Return an item's near-duplicates, one item of each content, the nearest to the group's pivot first, and itself.

    The list is blank where it has none, or none were looked for since it came.
    """
    sql = "SELECT * FROM near WHERE pivot=(SELECT pivot FROM near WHERE item=?) ORDER BY nearness DESC, content, item"
    rows = _rows(store, sql, (no,))
    here, first = _here(store, {row[0] for row in rows}), dict[int, NearDuplicate]()
    for item, content, pivot, nearness in rows:
        if item in here and (content not in first or item == no):
            first[content] = NearDuplicate(ItemNo(item), nearness, content == pivot)
    return list(first.values()) if no in here and len(first) > 1 else []


# What near-duplicates are found by: a signature of each text, and how near texts are that were compared. It is out of
# date once an item's texts were read again.

_SIGNATURE_TABLES = """CREATE TABLE signature(
    item INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, size INTEGER NOT NULL, sum BLOB NOT NULL, hashes BLOB NOT NULL);
CREATE TABLE share(
    one INTEGER, other INTEGER, share REAL NOT NULL, PRIMARY KEY(one, other)) WITHOUT ROWID;
CREATE INDEX share_other ON share(other);"""


class SignatureRow(NamedTuple):
    """An item's signature: the audit row as of which its texts are, how many runs they have, their sum, the hashes."""

    no: ItemNo
    stamp: int
    size: int
    sum: bytes
    hashes: bytes


def signatures(store: Store, version: int, stamps: Mapping[ItemNo, int], width: int) -> list[SignatureRow]:
    """Return the signatures of this version that items have as they are now; ``width`` is how many bytes one has."""
    with derived_files.vouched(store, SIGNATURES) as db:
        if db is None or db.pragma("user_version") != version:
            return []
        rows = map(SignatureRow._make, db.execute("SELECT * FROM signature ORDER BY item"))
        return [
            row for row in rows if stamps.get(row.no) == row.stamp and len(row.hashes) == width and len(row.sum) == 8
        ]


def shares(store: Store, version: int, nos: Collection[ItemNo]) -> dict[tuple[ItemNo, ItemNo], float]:
    """Return how near those of these items are that were compared."""
    with derived_files.vouched(store, SIGNATURES) as db:
        if db is None or db.pragma("user_version") != version:
            return {}
        rows = db.execute("SELECT one, other, share FROM share")
        return {(one, other): share for one, other, share in rows if one in nos and other in nos}


def save_signatures(
    store: Store,
    version: int,
    current: Collection[ItemNo],
    fresh: Sequence[SignatureRow],
    shares: Mapping[tuple[ItemNo, ItemNo], float],
) -> None:
    """Keep signatures in place of those that items had, and how near items are; nothing of others than ``current``.

    No seal is set meanwhile: an item that was sealed since it was read is left out, and a later seal deletes its row.
    """
    with derived_files.replacing(store, SIGNATURES, _SIGNATURE_TABLES, version=version, kept=True) as db:
        here = numbers(store.db, f"SELECT n FROM item WHERE {HERE}") & set(current)
        signed = {ItemNo(no) for (no,) in db.execute("SELECT item FROM signature")}
        _forget_signatures(db, (signed - here) | {row.no for row in fresh})
        db.executemany("INSERT INTO signature VALUES(?,?,?,?,?)", [row for row in fresh if row.no in here])
        signed = here & (signed | {row.no for row in fresh})
        rows = [(*pair, share) for pair, share in sorted(shares.items()) if signed.issuperset(pair)]
        db.executemany("INSERT OR REPLACE INTO share VALUES(?,?,?)", rows)


def _forget_signatures(db: apsw.Connection, nos: Collection[ItemNo]) -> None:
    if nos:
        for table, column in (("signature", "item"), ("share", "one"), ("share", "other")):
            db.execute(f"DELETE FROM {table} WHERE {column} IN {_GIVEN}", (listed(nos),))


# Which mails are contained in later ones. That holds as long as the mail, the later one and the attachments of both are
# as they were then.

_CONTAINED_TABLES = """CREATE TABLE made(state TEXT NOT NULL, compared INTEGER NOT NULL);
CREATE TABLE contained(item INTEGER PRIMARY KEY, later INTEGER NOT NULL);
CREATE INDEX contained_later ON contained(later);
CREATE TABLE part(item INTEGER PRIMARY KEY, parts INTEGER NOT NULL, stamp INTEGER NOT NULL);"""
# Attached mails are left out: what holds them is shown with them.
_MAILS = f"""SELECT i.n, ifnull(j.whole, i.thread) AS whole, i.date, i.sender, i.subject, i.recipients, i.searchable=0
AND NOT EXISTS(SELECT 1 FROM problem WHERE problem.item=i.n)
AND (i.properties NOT LIKE '%"Kind of item","%' OR i.properties LIKE '%"Kind of item","IPM.Note%')
FROM item i LEFT JOIN item p ON p.n=i.parent LEFT JOIN joined j ON j.thread=i.thread
WHERE i.thread<>'' AND i.sender<>'' AND i.date_kind='sent' AND {IS_MESSAGE} AND i.{HERE.replace(" AND n", " AND i.n")}
AND NOT ifnull(p.type LIKE 'message/%' OR p.type='application/vnd.ms-outlook', 0) ORDER BY whole, i.n"""
_ATTACHED = f"""SELECT i.parent, CASE WHEN i.{HERE.replace(" AND n", " AND i.n")} THEN i.sha256 ELSE '' END
FROM item i WHERE i.parent IN (SELECT value FROM json_each(?)) ORDER BY i.parent, i.n"""
_TEXTS = f"""SELECT origin, text FROM segment WHERE key>=?*{MOST_SEGMENTS} AND key<(?+1)*{MOST_SEGMENTS} ORDER BY key"""
# How many items there are of a mail with its attachments, and the last row of the audit that changed one of them.
_PARTS = f"""WITH part(n, item) AS (SELECT value, value FROM json_each(?1)
UNION ALL SELECT i.parent, i.n FROM item i WHERE i.parent IN (SELECT value FROM json_each(?1)))
SELECT part.n, count(*), max(max(ifnull((SELECT max(audit) FROM committed WHERE kind='item' AND key=part.item), 0),
ifnull((SELECT max(audit) FROM committed WHERE kind='segment' AND key=part.item), 0)))
FROM part JOIN item h ON h.n=part.item WHERE h.{HERE.replace(" AND n", " AND h.n")} GROUP BY part.n"""


class StoredMail(NamedTuple):
    """What is stored of a mail; ``recipients`` are JSON. ``conversation`` is equal for all of one conversation."""

    no: ItemNo
    conversation: str
    date: int
    sender: str
    subject: str
    recipients: str
    is_whole: bool


def mails(store: Store) -> list[StoredMail]:
    """Return the mails that are here, those of one conversation together."""
    return [StoredMail(ItemNo(no), *row) for no, *row in store.db.execute(_MAILS)]


def attachments(store: Store, nos: Collection[ItemNo]) -> dict[ItemNo, tuple[str, ...]]:
    """Return the SHA-256 of what is attached to mails, "" for what isn't here."""
    digests = defaultdict[ItemNo, list[str]](list)
    for no, sha256 in store.db.execute(_ATTACHED, (listed(nos),)):
        digests[no].append(sha256)
    return {no: tuple(each) for no, each in digests.items()}


def mail_texts(store: Store, no: ItemNo) -> list[tuple[str, str]]:
    """Return the texts of a mail with their origins."""
    return [(origin, plain(text)) for origin, text in store.db.execute(_TEXTS, (no, no))]


class PartsState(NamedTuple):
    """How many items a mail and its attachments are, and as of which row of the audit."""

    parts: int
    stamp: int


def parts(store: Store, nos: Collection[ItemNo]) -> dict[ItemNo, PartsState]:
    """Return the state of mails that are here, with their attachments."""
    return {ItemNo(no): PartsState(*state) for no, *state in store.db.execute(_PARTS, (listed(sorted(nos)),))}


def save_contained(
    store: Store,
    mails: Sequence[ContainedMail],
    states: dict[ItemNo, PartsState],
    state: str,
    compared: int,
    program: str = "",
) -> None:
    """Store contained mails in place of those before; ``state`` is that of the items, ``states`` that of the mails.

    ``program`` is the version that found them. No seal is set meanwhile: what was sealed since the texts were read is
    left out.
    """
    with derived_files.replacing(store, CONTAINED, _CONTAINED_TABLES, program) as db:
        now = parts(store, states)
        pairs = [(mail.no, mail.later) for mail in mails]
        current = [pair for pair in pairs if all(states.get(no) == now.get(no) for no in pair)]
        kept = sorted({no for pair in current for no in pair})
        db.execute("INSERT INTO made VALUES(?, ?)", (state, compared))
        db.executemany("INSERT INTO contained VALUES(?, ?)", current)
        db.executemany("INSERT INTO part VALUES(?, ?, ?)", [(no, *states[no]) for no in kept])


def contained(store: Store) -> ContainedReport | None:
    """Return what was found, without what isn't so any more as items were changed since; None where none was made."""
    with derived_files.vouched(store, CONTAINED) as db:
        if db is None:
            return None
        ((state, compared),) = db.execute("SELECT state, compared FROM made")
        rows = list(db.execute("SELECT item, later FROM contained ORDER BY item"))
        then = {ItemNo(no): PartsState(*state) for no, *state in db.execute("SELECT item, parts, stamp FROM part")}
    current = state == items_state(store)
    now = then if current else parts(store, then)
    unchanged = {no for no, parts_then in then.items() if now.get(no) == parts_then}
    mails = tuple(ContainedMail(no, later) for no, later in rows if no in unchanged and later in unchanged)
    return ContainedReport(compared, mails, current)


def bcc(recipients: str) -> frozenset[str]:
    """Return the persons to whom a mail went unseen, from its recipients as stored."""
    return frozenset(person.casefold() for person in json.loads(recipients)[2])


def forget(store: Store, nos: Collection[ItemNo]) -> None:
    """Delete what was kept of items; a group whose pivot goes is named by the first item that is left, and has none."""
    given = (listed(nos),)
    with derived_files.leaving_out(store, NEAR) as db:
        if db is not None:
            db.execute(f"DELETE FROM near WHERE item IN {_GIVEN}", given)
            for column, sign in (("pivot", "-"), ("content", "")):
                sql = f"SELECT {sign}min(item), {column} FROM near WHERE {column} IN {_GIVEN} GROUP BY {column}"
                db.executemany(f"UPDATE near SET {column}=? WHERE {column}=?", list(db.execute(sql, given)))
    with derived_files.leaving_out(store, SIGNATURES) as db:
        if db is not None:
            _forget_signatures(db, nos)
    with derived_files.leaving_out(store, CONTAINED) as db:
        if db is not None:
            db.execute(f"DELETE FROM contained WHERE item IN {_GIVEN} OR later IN {_GIVEN}", given * 2)
            db.execute(f"DELETE FROM part WHERE item IN {_GIVEN}", given)


def _contained_items(store: Store) -> frozenset[ItemNo]:
    report = contained(store)
    return frozenset(mail.no for mail in report.mails) if report else frozenset()


STATES = {
    "near-duplicate": derived_files.DerivedState(NEAR, items),
    "contained": derived_files.DerivedState(CONTAINED, _contained_items),
}
"""What ``is:`` asks of these files."""
