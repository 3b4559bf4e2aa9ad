"""What the audit proves: its rows follow from one another, and the case's rows are what it committed to.

Reads only. A check returns what held, with its counts, and raises VerifyError with the place where it failed.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from triage.errors import VerifyError
from triage.messages import joined, plain, say
from triage.model.messages import Message
from triage.model.redactions import PART_ACTIONS
from triage.proof.keys import verifies
from triage.store import audit_log, decision_log, events, signatures
from triage.store import content as committed
from triage.store.audit_log import AuditRow
from triage.store.db import Store, chained
from triage.store.signatures import OF_SEALS, Signature

_MOST_NAMED = 5
_SET_RIGHT = 60  # seconds by which a clock may be set back: those of machines are corrected now and then


def chain(store: Store) -> Message:
    """Check that each row follows from the one before, and that the last one is the one that the case knows."""
    begun = audit_log.beginning(store)
    previous, count = begun.previous, begun.row - 1
    for row in audit_log.audit(store, begun.row):
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
    _check_commitments(store)
    count, wrong = 0, list[Message]()
    for kind in committed.KINDS:
        last = committed.latest(store.db, kind)
        for key, digest in committed.digests(store.db, kind):
            count += 1
            before = last.pop(key, b"")
            if digest != before and len(wrong) < _MOST_NAMED:
                verdict = "content-changed" if before else "content-added"
                wrong.append(say(verdict, row=audit_log.row_name(store, kind, key)))
        missing = islice((key for key, digest in last.items() if digest), _MOST_NAMED)
        wrong += [say("content-missing", row=audit_log.row_name(store, kind, key)) for key in missing]
    if wrong:
        raise VerifyError(joined("two-clauses", wrong[:_MOST_NAMED]))
    return say("content-agrees", count=count)


def _check_commitments(store: Store) -> None:
    begun = audit_log.beginning(store).row
    digests = {row: digest for row, digest in committed.commitments(store.db).items() if row >= begun}
    for row in audit_log.audit(store, begun):
        if json.loads(row.detail).get("content") != digests.pop(row.seq, committed.NOTHING):
            raise VerifyError("commitments-differ", row=row.seq)
    if digests:
        raise VerifyError("commitments-differ", row=min(digests))


_AUDITED = ("tag", "untag", "note", *PART_ACTIONS, "undo", *OF_SEALS, "items", "merge", "adopt")


def _steps(store: Store) -> Iterator[tuple[int, int]]:
    """Yield steps and how many decisions the audit says that each has; a merge can bring a step in parts."""
    for row in audit_log.audit(store, audit_log.beginning(store).row):
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
    groups = audit_log.decisions_of_steps(store, audit_log.beginning(store).decisions)
    audited = Counter[int]()
    for group, items in _steps(store):
        audited[group] += items
    for group in groups.keys() | audited.keys():
        if groups.get(group) != audited.get(group):
            have, stated = groups.get(group, 0), audited.get(group, 0)
            raise VerifyError("step-decisions-differ", step=group, count=have, audited=stated)
    decided = decision_log.tags(store)
    stored = audit_log.tagged(store)
    for lacking in decided - stored:
        raise VerifyError("item-lacks-tag", number=lacking[0], tag=lacking[1])
    for more in stored - decided:
        raise VerifyError("item-has-undecided-tag", number=more[0], tag=more[1])
    return say("decisions-audited", decisions=sum(groups.values()), steps=len(groups))


def recovered(store: Store) -> Message:
    """Check that the record was never begun anew: what was before that isn't proved, for good."""
    rows = audit_log.recoveries(store)
    if not rows:
        return say("record-unbroken")
    wrong = list[Message]()
    for seq, time, detail in rows[-_MOST_NAMED:]:
        broken = joined("two-clauses", [plain(text) for text in detail["broken"]])
        wrong.append(
            say("record-begun-anew", row=seq, time=time, login=detail["login"], why=detail["reason"], broken=broken)
        )
        kept = detail["kept"].items()
        wrong += [say("kept-log-changed", name=name) for name, digest in kept if _file_digest(store, name) != digest]
    raise VerifyError(joined("two-clauses", wrong))


def _file_digest(store: Store, name: str) -> str:
    path = Path(store.db.filename).with_name(name)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def heads(store: Store, log: str, hashes: list[str]) -> None:
    """Raise VerifyError where a log's lines aren't those that the audit names; ``hashes`` are theirs."""
    for row in audit_log.audit(store, audit_log.beginning(store).row):
        head = json.loads(row.detail).get("shown" if log == "shown" else "ledger")
        if not isinstance(head, str) or (log != "shown" and (row.action == "view") != (log == "views")):
            continue  # the rows of signed heads have sizes alone
        line, _, digest = head.partition(":")
        if int(line) >= len(hashes) or hashes[int(line)] != digest:
            raise VerifyError("ledger-not-audited", line=int(line), row=row.seq)


def named_rows(store: Store, named: list[tuple[int, str]]) -> Message:
    """Check that the audit has the rows whose hashes the ledger names: (line, hash)."""
    first = audit_log.beginning(store).heads[0]
    known = {row.hash for row in audit_log.audit(store)}
    for line, digest in named:
        if line > first and digest not in known:
            raise VerifyError("ledger-names-lost-row", line=line)
    return say("ledger-names-rows", count=len(named))


def clock(store: Store) -> Message:
    """Say whether the clock was set back between two rows of the audit by more than setting it right explains.

    It holds all the same: a clock that was wrong changes nothing, and the audit's order doesn't rest on its times.
    """
    before, last, back = "", 0, list[Message]()
    for row in audit_log.audit(store, audit_log.beginning(store).row):
        if before and _seconds(row.time) < _seconds(before) - _SET_RIGHT:
            back.append(say("clock-went-back", row=row.seq, time=row.time, before=last, earlier=before))
        before, last = row.time, row.seq
    return joined("two-clauses", back[:_MOST_NAMED]) if back else say("clock-never-went-back")


def _seconds(time: str) -> float:
    return datetime.fromisoformat(time).timestamp()


# Are the signatures of what was decided, and of the roster, right? Reads only.


def check(store: Store, whole: bool = True) -> Message:
    """Check each signature, or why there is none; what is signed isn't compared where the audit isn't ``whole``."""
    begun = audit_log.beginning(store).row
    own, taken = defaultdict[int, list[Signature]](list), dict[str, Signature]()
    for signature in signatures.every(store):
        if signature.taken:
            taken[signature.step] = signature
        else:
            own[signature.audit].append(signature)
    ids = {step: json.loads(signature.ids) for step, signature in taken.items()}
    digests = dict(signatures.digests(events.every(store), ids, events.hidden(store))) if own or taken else {}
    keys, lacking, count = dict[str, None](), list[Message](), 0
    for row in audit_log.audit(store, begun):
        detail = json.loads(row.detail)
        if not signatures.to_be_signed(row.action, detail):
            continue
        signer = detail.get("signer")
        if signer is None:
            raise VerifyError("signature-unstated", row=row.seq, action=row.action, who=row.actor)
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
        if not signatures.sound(signature, digests.get(signature.step, "") if whole else stated, verifies):
            raise VerifyError("signature-decisions-changed", row=signature.audit)
        keys[signature.key] = None
    return _summary(count + len(taken), list(keys), lacking)


def _fits(store: Store, row: AuditRow, detail: dict[str, Any], signature: Signature, digests: dict[str, str]) -> bool:
    digest = digests.get(signature.step, "")
    wanted = signatures.statement(store, (row.seq, row.actor, row.action, row.hash), detail, signature.step, digest)
    return (signature.key, signature.statement) == (detail["signer"]["key"], wanted) and _right(signature)


def _right(signature: Signature) -> bool:
    return verifies(signature.key, signature.signature, signature.statement)


def _summary(count: int, keys: list[str], lacking: list[Message]) -> Message:
    if not count and not lacking:
        return say("signatures-none")
    summary = say("signatures-hold", count=count, keys=", ".join(keys) or "-")
    if lacking:
        rows = joined("two-clauses", lacking[:_MOST_NAMED])
        summary = say("signatures-lack", signatures=summary, rows=rows)
    return summary


def check_roster(store: Store) -> Message:
    """Check that each change of the roster is signed by who may make it; names who decided under others' names."""
    changes = signatures.roster_changes(store)
    if changes:
        now = signatures.replayed(changes, store.first_audit_hash(), verifies)
        first, approval = changes[0].key, signatures.approval_key(store, changes[0].audit)
        if approval not in ("", first):
            raise VerifyError("roster-change-by-others", number=1, key=first, approver=approval)
        members = ", ".join(f"{name} ({key})" for key, name in now.members.items())
        summary = say("roster-holds", count=len(changes), approver=now.approver, members=members or "-")
        if rows := list(_under_other_names(store, now)):
            rows = rows[:_MOST_NAMED]
            summary = say("roster-other-names", roster=summary, rows=joined("two-clauses", rows))
        return summary
    return say("roster-none")


def _under_other_names(store: Store, now: signatures.Roster) -> Iterator[Message]:
    for signature in signatures.every(store) if now.bound else ():
        stated = json.loads(signature.statement)
        who = stated["actor"]
        if not signature.taken and now.is_of_another(who, signature.key):
            yield say("roster-row-of-other-name", row=stated["audit"], who=who, key=signature.key)
