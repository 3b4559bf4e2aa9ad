"""Are the signatures of what was decided, and of the roster, right? Reads only."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from triage.errors import VerifyError
from triage.messages import joined, say
from triage.model.messages import Message
from triage.proof.signer import verifies
from triage.store import events
from triage.store.audit import integrity, recovery, roster, signatures
from triage.store.audit.integrity import AuditRow
from triage.store.audit.signatures import Signature
from triage.store.db import Store

_MOST_NAMED = 5


def check(store: Store, whole: bool = True) -> Message:
    """Check each signature, and that each row that should have one has it, or says why not.

    Where chain and content of the audit aren't ``whole``, which is said elsewhere, what is signed isn't compared.
    """
    begun = recovery.beginning(store).row
    own, taken = defaultdict[int, list[Signature]](list), dict[str, Signature]()
    for signature in signatures.every(store):
        if signature.taken:
            taken[signature.step] = signature
        else:
            own[signature.audit].append(signature)
    ids = {step: json.loads(signature.ids) for step, signature in taken.items()}
    digests = dict(signatures.digests(events.every(store), ids, events.hidden(store))) if own or taken else {}
    keys, since, lacking, count = dict[str, None](), "", list[Message](), 0
    for row in integrity.audit(store, begun):
        detail = json.loads(row.detail)
        if not signatures.to_be_signed(row.action, detail):
            continue
        signer = detail.get("signer")
        if signer is None and (keys or lacking):
            raise VerifyError("signature-unstated", row=row.seq, action=row.action, who=row.actor)
        if signer is None:
            continue
        since = since or row.time
        if "key" not in signer:
            lacking.append(say("signatures-row", row=row.seq, time=row.time, action=row.action, who=row.actor))
            continue
        if not any(
            _fits(store, row, detail, signature, digests) if whole else _right(signature) for signature in own[row.seq]
        ):
            verdict = "signature-of-row-wrong" if own[row.seq] else "signature-missing"
            raise VerifyError(verdict, row=row.seq, action=row.action, who=row.actor, key=signer["key"])
        keys[signer["key"]] = None
        count += 1
    for signature in taken.values():
        stated = str(json.loads(signature.statement)["decisions"])
        if not signatures.sound(signature, digests.get(signature.step, stated) if whole else stated, verifies):
            raise VerifyError("signature-decisions-changed", row=signature.audit)
        keys[signature.key] = None
    return _summary(count + len(taken), list(keys), lacking, since if _decided_before(store, since) else "")


def _fits(store: Store, row: AuditRow, detail: dict[str, Any], signature: Signature, digests: dict[str, str]) -> bool:
    """Whether a signature is of this row, and by the key that the row names.

    A note that a seal of an earlier version took away is left to the digest of the row's content.
    """
    digest = digests.get(signature.step, str(json.loads(signature.statement)["decisions"]))
    wanted = signatures.statement(store, (row.seq, row.actor, row.action, row.hash), detail, signature.step, digest)
    return (signature.key, signature.statement) == (detail["signer"]["key"], wanted) and _right(signature)


def _right(signature: Signature) -> bool:
    return verifies(signature.key, signature.signature, signature.statement)


def _decided_before(store: Store, since: str) -> bool:
    rows = integrity.audit(store)
    return any(row.time < since and signatures.to_be_signed(row.action, json.loads(row.detail)) for row in rows)


def _summary(count: int, keys: list[str], lacking: list[Message], since: str) -> Message:
    if not count and not lacking:
        return say("signatures-none")
    summary = say("signatures-hold", count=count, keys=", ".join(keys) or "-")
    if since:
        summary = say("signatures-hold-since", signatures=summary, time=since)
    if lacking:
        rows = joined("two-clauses", lacking[:_MOST_NAMED])
        summary = say("signatures-lack", signatures=summary, rows=rows)
    return summary


def check_roster(store: Store) -> Message:
    """Check that each change of the roster is signed by who may make it; names who decided under others' names."""
    changes, before = roster.every(store), roster.openings_before(store)
    if changes:
        now = roster.replayed(changes, store.first_audit_hash(), verifies)
        first, approval = changes[0].key, roster.approval_key(store, changes[0].audit)
        if approval not in ("", first):
            raise VerifyError("roster-change-by-others", number=1, key=first, approver=approval)
        members = ", ".join(f"{name} ({key})" for key, name in now.members.items())
        summary = say("roster-holds", count=len(changes), approver=now.approver, members=members or "-")
        if rows := list(_under_other_names(store, now)):
            rows = rows[:_MOST_NAMED]
            summary = say("roster-other-names", roster=summary, rows=joined("two-clauses", rows))
    else:
        summary = say("roster-none")
    return say("roster-openings-before", roster=summary, count=len(before)) if before else summary


def _under_other_names(store: Store, now: roster.Roster) -> Iterator[Message]:
    for signature in signatures.every(store) if now.bound else ():
        stated = json.loads(signature.statement)
        who = stated["actor"]
        if not signature.taken and now.is_of_another(who, signature.key):
            yield say("roster-row-of-other-name", row=stated["audit"], who=who, key=signature.key)
