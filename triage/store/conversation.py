"""A conversation as a tree: who answered whom, with the messages that the case doesn't have as ghosts.

Source of the rule: RFC 5256, REFERENCES algorithm, steps 1 to 4, with three differences: what a message says of itself
is taken before what others say of it, so that no link is broken again; a missing message is shown and not passed
over; and nothing is joined by its subject (steps 5 and 6). What was inferred (``triage/insight/threads.py``) adds links
between trees of headers, marked as such, and changes none of them. Reads only, and is bounded. A sealed message stands
in its place without sender, subject and Message-ID.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import msgspec

from triage.model.items import ItemId, ItemNo
from triage.model.reports import Conversation, ConversationNode
from triage.store.db import Store
from triage.store.reading import SEALED_NAME, iso
from triage.store.threads import IS_MESSAGE, WHOLE, inferred, message_key, root

MOST_MESSAGES = 50_000
"""Messages of one conversation that are read; the rest is counted."""
MOST_REFERENCES = 100
"""References of one message that are followed: the latest."""
MOST_GHOSTS = 20_000

_OWN = "SELECT thread, family FROM item WHERE n=? AND thread<>''"
_MESSAGES = f"""FROM item i LEFT JOIN item p ON p.n=i.parent LEFT JOIN sealed z ON z.item=i.n
WHERE i.thread IN ({WHOLE.format("?1")}) AND {IS_MESSAGE}
AND (i.n=?2 OR i.n NOT IN (SELECT item FROM past))"""
_MEMBERS = f"""SELECT i.n, i.id, i.message_id, i.digest, i.sender, i.date, iif(z.item IS NULL, i.subject, ?4), i.refs
{_MESSAGES} ORDER BY i.n=?2 DESC, i.n=?3 DESC, i.parent IS NOT NULL, i.n LIMIT ?5"""


class _Message(msgspec.Struct):
    """One message and where its copies lie; the first is the one to show."""

    no: ItemNo
    id: ItemId
    message_id: str
    digest: str
    sender: str
    date: int | None
    subject: str
    references: list[str]
    copies: list[ItemNo] = msgspec.field(default_factory=list)


def conversation(store: Store, no: ItemNo) -> Conversation:
    """Return the conversation that an item, or the message that it is attached to, belongs to."""
    own = store.rows(_OWN, (no,))
    if not own:
        return Conversation((), None, 0)
    thread, family = own[0]
    rows = store.rows(_MEMBERS, (thread, no, family, SEALED_NAME, MOST_MESSAGES))
    left_out = 0
    if len(rows) == MOST_MESSAGES:
        left_out = int(store.value(f"SELECT count(*) {_MESSAGES}", (thread, no)) or 0) - len(rows)
    messages = _merged(rows)
    parents, leader = _parents(messages)
    evidence = _infer(store, messages, parents, leader)
    nodes = tuple(_nodes(messages, parents, evidence))
    here = next((at for wanted in (no, family) for at, node in enumerate(nodes) if wanted in node.copies), None)
    return Conversation(nodes, here, left_out)


def _merged(rows: Iterable[tuple[Any, ...]]) -> dict[str, _Message]:
    """Return messages by key; copies are one, and another content under the same Message-ID has a key of its own."""
    found: dict[str, _Message] = {}
    other: dict[tuple[str, str], str] = {}
    for row in rows:
        message = _Message(*row)
        no, own, digest = message.no, message_key(message.message_id), message.digest
        key = own or f"#{digest}"
        if key in found and found[key].digest != digest:
            key = other.setdefault((own, digest), f"#{no}")
        if key not in found:
            found[key] = message
            message.references = [r for r in json.loads(row[-1])[-MOST_REFERENCES:] if r != own]
        found[key].copies.append(no)
    in_time = sorted(found.items(), key=lambda pair: (pair[1].date is None, pair[1].date or 0, pair[1].no))
    return dict(in_time)


def _parents(messages: dict[str, _Message]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the parent of each key, known or missing; and what leads from each key towards the root of its tree."""
    parents: dict[str, str] = {}
    leader: dict[str, str] = {}  # union-find: there are no circles

    def link(parent: str, child: str) -> None:
        if child not in parents and root(leader, parent) != child:
            parents[child] = leader[child] = parent

    ghosts = 0
    known = set(messages)
    for message in messages.values():
        for reference in message.references:
            if reference not in known and ghosts < MOST_GHOSTS:
                known.add(reference)
                ghosts += 1
        message.references = [r for r in message.references if r in known]
    for key, message in messages.items():
        if message.references:
            link(message.references[-1], key)
    for message in messages.values():
        for before, after in pairwise(message.references):
            link(before, after)
    return parents, leader


def _infer(
    store: Store, messages: dict[str, _Message], parents: dict[str, str], leader: dict[str, str]
) -> dict[str, str]:
    """Put trees of headers under the messages that they answer by inference; return the evidence for each top."""
    keys = {no: key for key, message in messages.items() for no in message.copies}
    evidence: dict[str, str] = {}
    for link in inferred(store, keys):
        top = root(leader, keys[ItemNo(link.no)])
        parent = keys.get(ItemNo(link.parent))
        if parent is not None and top not in parents and root(leader, parent) != top:
            parents[top] = leader[top] = parent
            evidence[top] = link.evidence
    return evidence


def _nodes(
    messages: dict[str, _Message], parents: dict[str, str], evidence: dict[str, str]
) -> Iterator[ConversationNode]:
    """Yield the tree from the top, siblings by date."""
    parents = _without_idle_ghosts(messages, parents)
    children: dict[str, list[str]] = {}
    for child, parent in parents.items():
        children.setdefault(parent, []).append(child)
    tops = [key for key in dict.fromkeys((*messages, *children)) if key not in parents]
    when = _dates(tops, children, messages)
    waiting = [(0, key) for key in sorted(tops, key=when.__getitem__, reverse=True)]
    while waiting:
        depth, key = waiting.pop()
        yield _node(depth, key, messages.get(key), evidence.get(key, ""))
        waiting += [(depth + 1, c) for c in sorted(children.get(key, ()), key=when.__getitem__, reverse=True)]


def _without_idle_ghosts(messages: dict[str, _Message], parents: dict[str, str]) -> dict[str, str]:
    """Drop missing messages that nothing stands under (RFC 5256, step 3: "a dummy message with no children")."""
    needed: set[str] = set()
    for key in messages:
        while key not in needed:
            needed.add(key)
            key = parents.get(key, key)
    return {child: parent for child, parent in parents.items() if child in needed}


def _dates(
    tops: list[str], children: dict[str, list[str]], messages: dict[str, _Message]
) -> dict[str, tuple[bool, int, int]]:
    """Return what each key is sorted by: its date, or that of its first child where it is missing (step 4)."""
    order, when = list(tops), {}
    for key in order:
        order += children.get(key, ())
    for key in reversed(order):
        message = messages.get(key)
        if message is not None:
            when[key] = (message.date is None, message.date or 0, int(message.no))
        else:
            when[key] = min((when[c] for c in children.get(key, ())), default=(True, 0, 0))
    return when


def _node(depth: int, key: str, message: _Message | None, evidence: str) -> ConversationNode:
    if message is None:
        return ConversationNode(
            depth=depth, no=None, id=None, copies=(), message_id=key, sender="", date="", subject="", inferred=evidence
        )
    own = "" if message.subject == SEALED_NAME else message.message_id
    return ConversationNode(
        depth=depth,
        no=message.no,
        id=message.id,
        copies=tuple(message.copies),
        message_id=own,
        sender=message.sender,
        date=iso(message.date),
        subject=message.subject,
        inferred=evidence,
    )
