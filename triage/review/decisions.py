"""Taking and undoing decisions (review room): append-only, one transaction with the audit row, nothing overwritten.

A step is what one key or command did: one group of decisions, undone as one. Nothing here searches or reads sources.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from triage.errors import DecisionError
from triage.model import Decision, ItemId, ItemNo, Receipt
from triage.store.db import Store, now

_OPPOSITE = {"tag": "untag", "untag": "tag"}
_MOST_TEXT = 20_000


def tag(store: Store, nos: Sequence[ItemNo], name: str, reviewer: str, how: str) -> Receipt:
    """Give items a tag; those that have it already are left as they are."""
    return _step(store, "tag", _tag_name(name), nos, _person(reviewer), how)


def untag(store: Store, nos: Sequence[ItemNo], name: str, reviewer: str, how: str) -> Receipt:
    """Take a tag from items; those that don't have it are left as they are."""
    return _step(store, "untag", _tag_name(name), nos, _person(reviewer), how)


def note(store: Store, no: ItemNo, text: str, reviewer: str, how: str) -> Receipt:
    """Write an item's note; the last one stands, an empty one takes the note back."""
    text = text.strip()
    if len(text) > _MOST_TEXT:
        raise DecisionError(f"The note has {len(text):,} characters; at most {_MOST_TEXT:,} are kept. Shorten it.")
    return _step(store, "note", text, [no], _person(reviewer), how)


def undo(store: Store, reviewer: str) -> Receipt:
    """Take back the reviewer's last step that still stands; raises DecisionError where there is none."""
    reviewer = _person(reviewer)
    with store.change(reviewer, "undo") as detail:
        sql = """SELECT max(grp) FROM decision WHERE reviewer=? AND how<>'undo'
        AND grp NOT IN (SELECT undoes FROM decision WHERE undoes IS NOT NULL)"""
        last = store.value(sql, (reviewer,))
        if last is None:
            raise DecisionError(f"There is nothing to undo: {reviewer} has taken no decision that still stands.")
        action, value = store.rows("SELECT action, value FROM decision WHERE grp=? LIMIT 1", (last,))[0]
        nos = [n for (n,) in store.db.execute("SELECT item FROM decision WHERE grp=? ORDER BY seq", (last,))]
        group = _next_group(store)
        if action == "note":
            before = [(n, "note", _note_before(store, n, last)) for n in nos]
        else:
            before = [(n, _OPPOSITE[action], value) for n in nos]
        step = secrets.token_hex(16)
        for at, (n, what, text) in enumerate(before):
            _append(store, n, what, text, reviewer, "undo", group, last, f"{step}.{at}")
        detail.update(action=action, value=value, items=len(nos), undoes=last, group=group)
    return Receipt(group, "undo " + action, value, tuple(nos), 0)


def _note_before(store: Store, n: int, group: int) -> str:
    sql = "SELECT value FROM decision WHERE item=? AND action='note' AND grp<? ORDER BY seq DESC LIMIT 1"
    return store.value(sql, (n, group)) or ""


def _step(store: Store, action: str, value: str, nos: Sequence[ItemNo], reviewer: str, how: str) -> Receipt:
    with store.change(reviewer, action) as detail:
        changed = _changing(store, action, value, nos)
        group = _next_group(store)
        step = secrets.token_hex(16)
        for at, n in enumerate(changed):
            _append(store, n, action, value, reviewer, how, group, None, f"{step}.{at}")
        detail.update(
            value=value, items=len(changed), group=group, how=how, first=[_id(store, n) for n in changed[:20]]
        )
    return Receipt(group, action, value, tuple(changed), len(nos) - len(changed))


def _changing(store: Store, action: str, value: str, nos: Sequence[ItemNo]) -> list[ItemNo]:
    """Return the items that the step changes; raises DecisionError for a number that the case doesn't have."""
    known = {n for n in nos if store.value("SELECT 1 FROM item WHERE n=?", (n,))}
    if missing := [n for n in nos if n not in known]:
        raise DecisionError(f"The case has no item number {missing[0]}. Nothing was changed.")
    if action == "note":
        return [n for n in nos if _note_before(store, n, 1 << 60) != value]
    having = {n for (n,) in store.db.execute("SELECT item FROM tagged WHERE tag=?", (value,))}
    return [n for n in dict.fromkeys(nos) if (n in having) == (action == "untag")]


def _append(
    store: Store, n: int, action: str, value: str, who: str, how: str, group: int, undoes: int | None, event: str
) -> None:
    sql = "INSERT INTO decision(item, action, value, reviewer, time, how, grp, undoes, event) VALUES(?,?,?,?,?,?,?,?,?)"
    store.db.execute(sql, (n, action, value, who, now(), how, group, undoes, event))
    if action == "tag":
        store.db.execute("INSERT OR IGNORE INTO tagged VALUES(?,?)", (n, value))
    elif action == "untag":
        store.db.execute("DELETE FROM tagged WHERE item=? AND tag=?", (n, value))


def _next_group(store: Store) -> int:
    return int(store.value("SELECT max(grp) FROM decision") or 0) + 1


def _id(store: Store, n: int) -> str:
    return str(store.value("SELECT id FROM item WHERE n=?", (n,)))


def _tag_name(name: str) -> str:
    text = " ".join(name.split())
    if not text or len(text) > 80 or any(c in text for c in '"*?'):
        raise DecisionError(f"'{name}' can't be a tag: it takes 1 to 80 characters, without \" * and ?.")
    return text


def _person(reviewer: str) -> str:
    text = " ".join(reviewer.split())
    if not text:
        raise DecisionError("A decision needs a reviewer's name. Give it with --reviewer, or set it in the window.")
    return text


def history(store: Store, no: ItemNo) -> list[Decision]:
    """Return an item's decisions, oldest first."""
    sql = """SELECT d.seq, i.id, d.action, d.value, d.reviewer, d.time, d.how, d.grp FROM decision d
    JOIN item i ON i.n=d.item WHERE d.item=? ORDER BY d.seq"""
    return [_decision(row) for row in store.db.execute(sql, (no,))]


def _decision(row: tuple[Any, ...]) -> Decision:
    seq, item, action, value, reviewer, time, how, group = row
    return Decision(seq, ItemId(item), action, value, reviewer, time, how, group)


def tags(store: Store) -> list[tuple[str, int]]:
    """Return every tag with the number of items that have it now."""
    return [(t, c) for t, c in store.db.execute("SELECT tag, count(*) FROM tagged GROUP BY tag ORDER BY tag")]
