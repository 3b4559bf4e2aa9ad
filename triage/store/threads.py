"""Which items are of one conversation: threads by the headers of messages, joined at the end of an index run.

Called inside ``Store.change``.
"""

from __future__ import annotations

import hashlib
import json

from triage.store.db import Store

_UNLINKED = "unlinked"
"""The meta value that says that items were stored whose threads haven't been joined; a killed run leaves it set."""

_FOLLOW = (
    "UPDATE item SET thread=(SELECT p.thread FROM item p WHERE p.n=item.parent)"
    " WHERE message_id='' AND refs='[]' AND parent IS NOT NULL"
    " AND thread<>(SELECT p.thread FROM item p WHERE p.n=item.parent)"
)


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


def await_threads(store: Store) -> None:
    """Note that items were stored whose threads are to be joined at the end of a run, this one or the next."""
    store.set_meta(_UNLINKED, "yes")


def link_threads(store: Store) -> bool:
    """Join the threads of messages that refer to one another (References, In-Reply-To: RFC 5322 3.6.4).

    Returns whether items were stored since this was done last, by this run or by one that didn't come to its end.

    The thread of a conversation is named by the smallest of its messages' ids, whatever order they came in. What is no
    message, or one that names no other, is in the thread of what holds it.
    """
    waiting = bool(store.meta(_UNLINKED))
    if waiting:
        _join(store)
        store.set_meta(_UNLINKED, "")
    return waiting


def _join(store: Store) -> None:
    rows = store.rows("SELECT n, thread, message_id, refs FROM item WHERE refs<>'[]'")
    if not rows:
        return
    leader: dict[str, str] = {}

    def find(key: str) -> str:
        while (up := leader.setdefault(key, key)) != key:
            leader[key] = key = leader[up]  # half of the way is saved for the next time
        return key

    for _, _, own, refs in rows:
        keys = [k for k in [message_key(own), *json.loads(refs)] if k]
        first = find(keys[0]) if keys else ""
        for key in keys[1:]:
            low, high = sorted((first, find(key)))
            leader[high], first = low, low
    names = {key: thread_of(find(key)) for key in leader}
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
