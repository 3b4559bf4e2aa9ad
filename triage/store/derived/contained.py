"""Which mails are contained in later ones, as last worked out: numbers in a file of their own, and what it is made of.

The file holds no text, and can be made anew any time. Rows of sealed items are deleted with the step that seals them.
What is said of a mail holds as long as it, the later mail and the attachments of both are as they were then.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from triage.model.items import ItemNo
from triage.model.tags import ContainedMail, ContainedReport
from triage.store.db import Store, listed
from triage.store.derived import files
from triage.store.derived.near import FOLDER
from triage.store.relations import HERE, items_state
from triage.store.schema import MOST_SEGMENTS
from triage.store.texts.packing import plain
from triage.store.threads import IS_MESSAGE

FILE = "contained.db"
_TABLES = """CREATE TABLE made(state TEXT NOT NULL, compared INTEGER NOT NULL);
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
_GIVEN = "(SELECT value FROM json_each(?))"


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
    found: dict[ItemNo, list[str]] = {}
    for no, sha256 in store.db.execute(_ATTACHED, (listed(nos),)):
        found.setdefault(no, []).append(sha256)
    return {no: tuple(digests) for no, digests in found.items()}


def texts(store: Store, no: ItemNo) -> list[tuple[str, str]]:
    """Return the texts of a mail with their origins."""
    return [(origin, plain(text)) for origin, text in store.db.execute(_TEXTS, (no, no))]


class PartsState(NamedTuple):
    """How many items a mail and its attachments are, and as of which row of the audit."""

    parts: int
    stamp: int


def parts(store: Store, nos: Collection[ItemNo]) -> dict[ItemNo, PartsState]:
    """Return the state of mails that are here, with their attachments."""
    return {ItemNo(no): PartsState(*state) for no, *state in store.db.execute(_PARTS, (listed(sorted(nos)),))}


def save(
    store: Store,
    case: Path,
    found: Sequence[ContainedMail],
    states: dict[ItemNo, PartsState],
    state: str,
    compared: int,
    program: str = "",
) -> None:
    """Store what was found in place of what was before; ``state`` is that of the items, ``states`` that of the mails.

    ``program`` is the version that found it.

    No seal is set meanwhile: what was sealed since the texts were read is left out.
    """
    with files.replacing(store, case / FOLDER / FILE, _TABLES, program) as db:
        now = parts(store, states)
        current = [one for one in found if all(states.get(no) == now.get(no) for no in (one.no, one.later))]
        kept = {no for one in current for no in (one.no, one.later)}
        db.execute("INSERT INTO made VALUES(?, ?)", (state, compared))
        db.executemany("INSERT INTO contained VALUES(?, ?)", [(one.no, one.later) for one in current])
        db.executemany("INSERT INTO part VALUES(?, ?, ?)", [(no, *states[no]) for no in sorted(kept)])


def forget(store: Store, case: Path, nos: Collection[ItemNo]) -> None:
    """Delete what was kept of items."""
    with files.leaving_out(store, case / FOLDER / FILE) as db:
        if db is not None:
            given = (listed(nos),)
            db.execute(f"DELETE FROM contained WHERE item IN {_GIVEN} OR later IN {_GIVEN}", given * 2)
            db.execute(f"DELETE FROM part WHERE item IN {_GIVEN}", given)


def load(store: Store, case: Path) -> ContainedReport | None:
    """Return what was found, without what isn't so any more as items were changed since; None where none was made."""
    with files.vouched(store, case / FOLDER / FILE) as db:
        if db is None:
            return None
        ((state, compared),) = db.execute("SELECT state, compared FROM made")
        rows = list(db.execute("SELECT item, later FROM contained ORDER BY item"))
        then = {ItemNo(no): PartsState(*state) for no, *state in db.execute("SELECT item, parts, stamp FROM part")}
    current = state == items_state(store)
    now = then if current else parts(store, then)
    unchanged = {no for no, parts_then in then.items() if now.get(no) == parts_then}
    found = tuple(ContainedMail(no, later) for no, later in rows if no in unchanged and later in unchanged)
    return ContainedReport(compared, found, current)


def bcc(recipients: str) -> frozenset[str]:
    """Return the persons to whom a mail went unseen, from its recipients as stored."""
    return frozenset(person.casefold() for person in json.loads(recipients)[2])


def conversations(stored: Sequence[StoredMail]) -> Iterator[list[StoredMail]]:
    """Yield the mails of each conversation that has several."""
    group = list[StoredMail]()
    for mail in stored:
        if group and group[0].conversation != mail.conversation:
            if len(group) > 1:
                yield group
            group = []
        group.append(mail)
    if len(group) > 1:
        yield group
