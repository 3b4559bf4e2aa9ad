"""What the audit proves: its rows follow from one another, and the case's rows are what it committed to.

Reads only. A check returns what held, with its counts, and raises VerifyError with the place where it failed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from triage.errors import VerifyError
from triage.messages import joined, say
from triage.model.messages import Message
from triage.store import current_decisions
from triage.store.audit import content as committed
from triage.store.audit import integrity
from triage.store.db import COVER, ZERO, Store, chained

_MOST_NAMED = 5


def chain(store: Store) -> Message:
    """Check that each row follows from the one before, and that the last one is the one that the case knows."""
    previous, count = ZERO, 0
    for row in integrity.audit(store):
        count += 1
        if row.seq != count:
            raise VerifyError("audit-row-missing", row=count)
        if chained(previous, row[:-1]) != row.hash:
            raise VerifyError("audit-row-changed", row=count)
        previous = row.hash
    if broken := store.audit_break():
        raise VerifyError(broken)
    return say("audit-rows-follow", count=count)


def content(store: Store) -> Message:
    """Check that each row that is covered is what the audit committed to, and that none is missing or was added."""
    since = _commitments(store)
    if since is None:
        return say("content-not-covered")
    count, wrong = 0, list[Message]()
    for kind in committed.KINDS:
        last = committed.latest(store.db, kind)
        for key, digest in committed.digests(store.db, kind):
            count += 1
            before = last.pop(key, b"")
            if digest != before and len(wrong) < _MOST_NAMED:
                verdict = "content-changed" if before else "content-added"
                wrong.append(say(verdict, row=integrity.row_name(store, kind, key)))
        missing = islice((key for key, digest in last.items() if digest), _MOST_NAMED)
        wrong += [say("content-missing", row=integrity.row_name(store, kind, key)) for key in missing]
    if wrong:
        raise VerifyError(joined("two-clauses", wrong[:_MOST_NAMED]))
    if since.action == COVER:
        return say("content-agrees-since", count=count, row=since.seq, time=since.time)
    return say("content-agrees", count=count)


def _commitments(store: Store) -> integrity.AuditRow | None:
    """Check that the commitments are those of the audit; return the first row that has any, None where none has."""
    digests = committed.commitments(store.db)
    first: integrity.AuditRow | None = None
    for row in integrity.audit(store):
        digest = json.loads(row.detail).get("content")
        if first is None and digest is not None and (row.seq == 1 or row.action == COVER):
            first = row
        if digest != (digests.pop(row.seq, committed.NOTHING) if first else None):
            raise VerifyError("commitments-differ", row=row.seq)
    if digests:
        raise VerifyError("commitments-differ", row=min(digests))
    return first


_AUDITED = ("tag", "untag", "note", "undo", "seal", "ask-unseal", "unseal", "items", "merge", "adopt")


def _steps(store: Store) -> Iterator[tuple[int, int]]:
    """Yield steps and how many decisions the audit says that each has; a merge can bring a step in parts.

    An index run that met sealed content took one, too.
    """
    for row in integrity.audit(store):
        if row.action not in _AUDITED:
            continue
        step = json.loads(row.detail)
        if row.action in ("merge", "adopt"):
            for first, last, items in step["steps"]:
                yield from ((group, items) for group in range(first, last + 1))
            continue
        step = step.get("sealed", {"items": 0}) if row.action == "items" else step
        if step["items"]:
            yield step["group"], step["items"]


def decisions(store: Store) -> Message:
    """Check that each step has as many decisions as the audit says, and that the tags are what decisions come to."""
    groups = integrity.decisions_of_steps(store)
    audited = Counter[int]()
    for group, items in _steps(store):
        audited[group] += items
    for group in groups.keys() | audited.keys():
        if groups.get(group) != audited.get(group):
            have, said = groups.get(group, 0), audited.get(group, 0)
            raise VerifyError("step-decisions-differ", step=group, count=have, audited=said)
    decided = current_decisions.tags(store)
    stored = integrity.tagged(store)
    for lacking in decided - stored:
        raise VerifyError("item-lacks-tag", number=lacking[0], tag=lacking[1])
    for more in stored - decided:
        raise VerifyError("item-has-undecided-tag", number=more[0], tag=more[1])
    return say("decisions-audited", decisions=sum(groups.values()), steps=len(groups))
