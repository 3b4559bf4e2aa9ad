"""Which items are of one conversation: threads by the headers of messages, joined when an index run ends.

``item.thread`` is what headers say, and nothing else changes it. What was inferred is in tables of its own. Whatever
writes is called inside ``Store.change``.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from bisect import bisect_left
from collections.abc import Collection, Container, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from triage.store.db import Store
from triage.store.records import listed
from triage.store.schema import MOST_SEGMENTS
from triage.store.texts import plain

if TYPE_CHECKING:
    from apsw import SQLiteValue

_UNLINKED = "unlinked"
"""The meta value with the first of the items whose threads haven't been joined; a killed run leaves it set."""

_MAIL = "({0}.type LIKE 'message/%' OR {0}.type='application/vnd.ms-outlook')"
_ALONE = f"({_MAIL.format('i')} AND NOT ifnull({_MAIL.format('p')}, 0))"
IS_MESSAGE = f"(i.message_id<>'' OR i.refs<>'[]' OR {_ALONE})"
"""Of an item i, whose parent (or NULL) is p: it takes part in a conversation, rather than what holds it."""
_PLACEABLE = f"""FROM item i LEFT JOIN item p ON p.n=i.parent
WHERE i.sender<>'' AND i.thread<>'' AND i.date IS NOT NULL AND i.date_kind NOT IN ('file', 'family') AND {IS_MESSAGE}
AND i.n NOT IN (SELECT item FROM past)"""
"""Current messages that can be placed by inference. A sealed one has no sender and stays where its headers put it."""
WHOLE = """SELECT thread FROM joined WHERE whole IN (SELECT whole FROM joined WHERE thread IN ({0}))
UNION SELECT thread FROM item WHERE thread IN ({0})"""
"""The threads that are one conversation with those that a statement selects."""
_FOLLOW = f"""UPDATE item SET thread=p.thread FROM item p WHERE p.n=item.parent AND item.thread<>p.thread
AND NOT {IS_MESSAGE.replace("i.", "item.")}"""


def is_mail(media_type: str) -> bool:
    return media_type.startswith("message/") or media_type == "application/vnd.ms-outlook"


def message_key(message_id: str) -> str:
    """Return a Message-ID as others refer to it: in angle brackets, unbroken, without what stands around; "" for none.

    Some programs write it without brackets, and refer to it with them, or the other way round.
    """
    if message_id[:1] == "<" and message_id[-1:] == ">" and " " not in message_id:
        return message_id
    inner = message_id.partition("<")[2].partition(">")[0] or message_id
    key = "".join(inner.split()).strip("<>")
    return f"<{key}>" if key else ""


def thread_of(key: str) -> str:
    """Return the name of the thread that begins with the message of this key."""
    return hashlib.md5(key.encode(), usedforsecurity=False).hexdigest()


def await_threads(store: Store, first: int) -> None:
    """Note that items from a number on were stored whose threads are to be joined at the end of a run, now or later."""
    store.set_meta(_UNLINKED, str(min(first, _awaited(store) or first)))


def _awaited(store: Store) -> int:
    return int(store.meta(_UNLINKED) or 0)


def link_threads(store: Store) -> int:
    """Join the threads of messages that refer to one another (References, In-Reply-To: RFC 5322 3.6.4).

    Returns the number of the first item stored since this was done last, by this run or by one that didn't come to its
    end; 0 where there is none.

    The thread of a conversation is named by the smallest of its messages' ids, whatever order they came in. What is no
    message, or one that names no other, is in the thread of what holds it.
    """
    first = _awaited(store)
    if first:
        _join(store)
        store.set_meta(_UNLINKED, "")
    return first


def root(leader: dict[str, str], key: str) -> str:
    """Return the key that stands for all that are joined with this one (union-find)."""
    while (up := leader.get(key, key)) != key:
        leader[key] = key = leader.get(up, up)  # half of the way is saved for the next time
    return key


def _unite(leader: dict[str, str], keys: Iterable[str]) -> None:
    """Join keys under the smallest of those that stand for them."""
    roots = {root(leader, key) for key in keys}
    leader.update(dict.fromkeys(roots, min(roots, default="")))


def _join(store: Store) -> None:
    rows = store.rows("SELECT n, thread, message_id, refs FROM item WHERE refs<>'[]'")
    if not rows:
        return
    leader: dict[str, str] = {}
    for _, _, own, refs in rows:
        _unite(leader, (key for key in (message_key(own), *json.loads(refs)) if key))
    names = {key: thread_of(root(leader, key)) for key in leader}
    wanted = (
        (n, thread, names.get(message_key(own)))
        for n, thread, own in store.db.execute("SELECT n, thread, message_id FROM item WHERE message_id<>''")
    )
    moved = [(name, n) for n, thread, name in wanted if name and name != thread]
    refer = [(names[k], n) for n, thread, own, refs in rows if not own and (k := json.loads(refs)[0]) in names]
    store.db.executemany("UPDATE item SET thread=? WHERE n=?", moved + refer)
    changed = -1
    while changed != store.db.total_changes():  # from the outermost inwards, a level each time
        changed = store.db.total_changes()
        store.db.execute(_FOLLOW)


# ---- what no header says


class Candidate(NamedTuple):
    """What is stored of a message that may be placed by inference; lists are JSON. Untrusted, as it was read."""

    no: int
    date: int
    subject: str
    sender: str
    recipients: str
    refs: str
    thread: str
    properties: str


class Link(NamedTuple):
    """A message, the one that it most likely answers, and the evidence; one of EVIDENCE."""

    no: int
    parent: int
    evidence: str


def _key_hash(*texts: SQLiteValue) -> int:
    return hash(message_key(str(texts[0])))


class MessageKeys(Container[str]):
    """The keys of all messages, to be asked whether one is among them.

    They are kept by their 64-bit hashes: a million take 8 MB, while the keys themselves would take 120. The chance that
    a key is taken for one of a million others is about one in 10^13.
    """

    def __init__(self, store: Store) -> None:
        # Sorted by SQLite, which needs no object for each.
        store.db.create_scalar_function("key_hash", _key_hash, 1)
        found = store.db.execute("SELECT key_hash(message_id) FROM item WHERE message_id<>'' ORDER BY 1")
        self._hashes = array("q", (key for (key,) in found))

    def __contains__(self, key: object) -> bool:
        sought = hash(key)
        at = bisect_left(self._hashes, sought)
        return at < len(self._hashes) and self._hashes[at] == sought


def subjects(store: Store) -> Iterator[tuple[int, str]]:
    """Yield the messages that can be placed, each with its subject."""
    return iter(store.db.execute(f"SELECT i.n, i.subject {_PLACEABLE}"))


def candidates(store: Store, nos: Iterable[int]) -> Iterator[Candidate]:
    columns = "n, date, subject, sender, recipients, refs, thread, properties"
    sql = f"SELECT {columns} FROM item WHERE n IN (SELECT value FROM json_each(?))"
    return map(Candidate._make, store.db.execute(sql, (listed(nos),)))


def texts(store: Store, nos: Iterable[int], most: int) -> dict[int, str]:
    """Return the beginning of what a reader of each item sees first, where there is any."""
    sql = f"""SELECT j.value, s.text FROM json_each(?) j CROSS JOIN segment s
    ON s.key>=j.value*{MOST_SEGMENTS} AND s.key<(j.value+1)*{MOST_SEGMENTS} WHERE s.origin='body'"""
    found: dict[int, str] = {}
    for n, text in store.db.execute(sql, (listed(nos),)):
        found.setdefault(n, plain(text)[:most])
    return found


def drop_answered(store: Store, known: Container[str]) -> None:
    """Drop what was inferred of messages whose headers name one of the case, which has come since."""
    rows = store.rows("SELECT i.n, i.refs FROM inferred f JOIN item i ON i.n=f.item WHERE i.refs<>'[]'")
    answered = [(n,) for n, refs in rows if any(key in known for key in json.loads(refs))]
    store.db.executemany("DELETE FROM inferred WHERE item=?", answered)


def replace_inferred(store: Store, nos: Iterable[int], links: Iterable[Link]) -> None:
    store.db.execute("DELETE FROM inferred WHERE item IN (SELECT value FROM json_each(?))", (listed(nos),))
    store.db.executemany("INSERT INTO inferred VALUES(?,?,?)", links)


def join_inferred(store: Store) -> None:
    """Note which threads are one conversation by what was inferred, under the smallest of their names."""
    leader: dict[str, str] = {}
    sql = "SELECT c.thread, p.thread FROM inferred f JOIN item c ON c.n=f.item JOIN item p ON p.n=f.parent"
    for threads in store.db.execute(sql):
        _unite(leader, threads)
    store.db.execute("DELETE FROM joined")
    store.db.executemany("INSERT INTO joined VALUES(?,?)", [(key, root(leader, key)) for key in leader])


def inferred(store: Store, nos: Collection[int]) -> list[Link]:
    sql = "SELECT item, parent, evidence FROM inferred WHERE item IN (SELECT value FROM json_each(?)) ORDER BY item"
    return [Link(*row) for row in store.db.execute(sql, (listed(nos),))]
