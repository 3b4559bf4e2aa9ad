"""The scope of one open case: what it would include, its versions, who approved them."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from triage.case import decisions
from triage.case.opened import SCOPE, OpenCase
from triage.errors import CaseError, ScopeError
from triage.files import sha256
from triage.indexing.verify import ScopeRecord, Versions, last_run_scope, out_of_scope
from triage.messages import render, say
from triage.model.items import FIELDS
from triage.model.scope import DeniedNames, PurgeReceipt, Removal, ScopeDiff, ScopePlan, ScopeVersion
from triage.proof.keys import signed_approval
from triage.scope.broker import Broker, Survey, denied
from triage.scope.ledger import Head, writing
from triage.scope.mounts import check_ways
from triage.scope.policy import Allow, Policy, check, check_custodians, dump
from triage.search.query.tree import And, Ids, Word
from triage.secret_keys import login, replace
from triage.store import purge, scope_versions
from triage.store.db import now
from triage.store.decision_log import person
from triage.text import words

# Removing from a case what its scope no longer covers, for good, with a receipt; no source is opened or changed. It
# works in portions, each in one transaction: a purge that was killed goes on with what is left when it is asked for
# again, and until then verification reports it.

_PORTION = 500
"""Sources that are purged in one transaction."""
_TRIED = 300
"""Texts from each of which a word is searched for afterwards; beyond these it is one text of each portion."""


def left_out(case: OpenCase, policy: Policy, versions: Versions) -> list[int]:
    """Return the sources that a purge would remove.

    Raises ScopeError where a root has another path than in the last whole run: what lies there isn't known yet.
    """
    before = {root.id: root.path for root in last_run_scope(case.store, policy, versions).allow}
    for root in policy.allow:
        if before.get(root.id, root.path) != root.path:
            raise ScopeError("scope-root-moved", root=root.id, before=before[root.id], now=root.path)
    return out_of_scope(case.store, policy, case.logs["ledger"], versions)


def apply(case: OpenCase, reason: str, versions: Versions, stop: Callable[[], bool]) -> PurgeReceipt:
    """Remove what the scope leaves out; raises CaseError where it was stopped, or the case is in use."""
    policy = case.policy
    scope_versions.refuse_unapproved(case.store, policy.text)
    with case.ledger() as ledger:
        numbers = left_out(case, policy, versions)
        number = _begin(case, policy, reason)
        searched = 0
        for at in range(0, len(numbers), _PORTION):
            searched = _purge(case, number, numbers[at : at + _PORTION], searched, stop)
        if not decisions.purge(case, stop):
            raise CaseError("purge-unfinished", path=case.path)
        if purge.left_over(case.store) is not None:
            raise CaseError("purge-incomplete", path=case.path)
        sources = purge.purged(case.store)
        searched += purge.searched(case.store)
        removal = purge.removal(case.store, sources)
        ledger.under(number, policy.text)
        ledger.event("purge", version=number, sources=removal.sources, items=removal.items)
        ledger.sync()
        return _receipt(case, number, searched, removal, sources, ledger.head)


def _begin(case: OpenCase, policy: Policy, reason: str) -> int:
    """Put the purge on record as a version of the scope; return its number, or that of the one that goes on."""
    store = case.store
    last = scope_versions.last(store)
    if last is not None and last.number == purge.due(store) and last.sha256 == scope_versions.digest(policy.text):
        return last.number
    with store.change(login(), "scope", settings=case.settings.changed()) as detail:
        number = scope_versions.add(store, detail, "apply", policy.text, reason).number
        purge.begin(store, number)
    return number


def _purge(case: OpenCase, version: int, numbers: Sequence[int], searched: int, stop: Callable[[], bool]) -> int:
    """Purge some sources, and search for words of them; return for how many, which the next portion puts on record.

    ``searched`` is what the portion before returned. Raises CaseError where a word is found.
    """
    if stop():
        raise CaseError("purge-unfinished", path=case.path)
    texts = purge.texts(case.store, numbers, max(1, _TRIED - purge.searched(case.store)))
    with (
        case.updating_index() as index,
        case.store.change(login(), "scope-purge", version=version, sources=list(numbers)) as detail,
    ):
        nos = purge.remove(case.store, numbers)
        index([(no, {}) for no in nos])
        detail |= {"items": len(nos), "searched": searched}
    tried = {max(tokens, key=len) for text in texts if (tokens := list(words(text)))}
    for word in tried:
        if case.engine.search(And((Word(word, FIELDS), Ids(frozenset(nos))))):
            raise CaseError("purge-incomplete", path=case.path)
    return len(tried)


def _receipt(
    case: OpenCase, number: int, tried: int, removal: Removal, sources: Sequence[int], end: Head
) -> PurgeReceipt:
    """Write the receipt, as text and as JSON, and put it on record; the purge has come to its end."""
    version = scope_versions.every(case.store)[number - 1]
    stated = {
        "format": "triage-purge 1",
        "case": case.path.name,
        "version": number,
        "scope_sha256": version.sha256,
        "begun": version.time,
        "ended": now(),
        "login": version.login,
        "reason": version.reason,
        **msgspec.to_builtins(removal),
        "words_searched": tried,
        "words_found": 0,
        "ledger": end.name,
        "removed": [{"id": item_id, "sha256": digest} for item_id, digest in purge.digests(case.store, sources)],
    }
    message = say(
        "purge-receipt",
        case=stated["case"],
        version=stated["version"],
        scope_sha256=stated["scope_sha256"],
        begun=stated["begun"],
        login=stated["login"],
        ended=stated["ended"],
        reason=stated["reason"],
        sources=stated["sources"],
        bytes=stated["bytes"],
        items=stated["items"],
        decisions=stated["decisions"],
        decided=stated["decided"],
        words_searched=stated["words_searched"],
        ledger=stated["ledger"],
    )
    texts = {"json": json.dumps(stated, ensure_ascii=False, indent=1), "txt": render(message)}
    paths = {case.path / f"scope-purge-{number}.{kind}": text for kind, text in texts.items()}
    for path, text in paths.items():
        replace(path, f"{text}\n".encode("utf-8", "replace"))
    sums = {path.name: sha256(path) for path in paths}
    with case.store.change(login(), "scope-purged", version=number, receipts=sums, ledger=end.name):
        case.store.set_meta("ledger", end.anchor)
        purge.end(case.store)
    return PurgeReceipt(number, version.sha256, removal, tried, tuple(sums))


class CaseScope:
    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self._store = case.store
        self.history = partial(scope_versions.every, case.store)

    @property
    def policy(self) -> Policy:
        """The scope as scope.toml has it now; raises ScopeError where it can't be read."""
        return self._case.policy

    def plan(
        self,
        policy: Policy | None = None,
        progress: Callable[[int], object] = lambda files: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> ScopePlan:
        """Return what scope.toml, or another scope, would include, beside the version on record; nothing is opened.

        ``progress`` is called with the files counted so far. Raises CaseError where ``stop`` says so.
        """

        def counted(files: int) -> None:
            if stop():
                raise CaseError("scope-count-stopped")
            progress(files)

        policy, versions = policy or self.policy, self.history()
        in_force = self._record.in_force
        left = out_of_scope(self._store, policy, self._case.logs["ledger"], in_force)
        survey = Survey(policy, in_force(len(versions)), counted)
        text = policy.text or dump(policy)
        return ScopePlan(
            version=len(versions),
            changed=not versions or versions[-1].sha256 != scope_versions.digest(text),
            unapproved=scope_versions.unapproved(self._store, text),
            roots=survey.roots,
            rules=survey.rules,
            other=survey.other,
            new_files=survey.new_files,
            new_bytes=survey.new_bytes,
            removal=purge.removal(self._store, left),
        )

    def denied(self) -> DeniedNames:
        """Return each name that scope.toml keeps out now, and why; nothing is opened, no denied folder listed."""
        return denied(self.policy)

    def diff(self, before: str = "", after: str = "") -> ScopeDiff:
        """Return how two versions differ, or the last one and scope.toml; ``after`` "" is scope.toml as it is."""
        versions = {str(version.number): version.text for version in self.history()}
        before = before or next(reversed(versions), "")
        for number in (before, after):
            if number and number not in versions:
                raise ScopeError("no-such-scope-version", number=number, known=", ".join(versions))
        old, new = ((versions[number] if number else self.policy.text).splitlines() for number in (before, after))
        names = [f"version {number}" if number else SCOPE for number in (before, after)]
        lines = difflib.unified_diff(old, new, names[0], names[1], lineterm="", n=1)
        return ScopeDiff(before, after, tuple(lines))

    def approve(self, name: str, reason: str = "") -> ScopeVersion:
        """Put scope.toml on record as a version that this person approves, signed with the key of the login.

        Raises CaseError where the key can't be used.
        """
        return self._put_on_record(self.policy.text, reason, person(name))

    def change(self, policy: Policy, reason: str, approver: str = "") -> ScopeVersion:
        """Make this the scope from now on, and put it on record with the reason and, unless "", who approves it.

        Raises ScopeError where it can't be what was meant or no reason is given, CaseError while sources are read.
        """
        check(policy)
        check_custodians(policy)
        check_ways(policy, self._case.path)
        if not reason.strip():
            raise ScopeError("scope-without-reason")
        text = dump(policy)
        with writing(self._case.path):
            return self._put_on_record(text, reason, person(approver) if approver.strip() else "", write=True)

    def _put_on_record(self, text: str, reason: str, approver: str, *, write: bool = False) -> ScopeVersion:
        keys, case, sign = self._case.keys, self._store.first_audit_hash(), None
        if approver:
            sign = partial(signed_approval, case, keys.secret(keys.owner))
        with self._store.change(approver or login(), "scope", settings=self._case.settings.changed()) as detail:
            act, reason = "approve" if approver else "use", " ".join(reason.split())
            version = scope_versions.add(self._store, detail, act, text, reason, approver, sign)
            if write:
                replace(self._case.path / SCOPE, text.encode())
            return version

    def moved_there(self, root: Allow) -> tuple[int, int]:
        """Return how many files that were read under a root are there, and how many were read, by names alone."""
        read = {source.path for source in purge.sources(self._store) if source.root == root.id}
        chunks = Broker(Policy("", "", (root,))).walk(root)
        return len(read & {source.relative for chunk in chunks for source in chunk}), len(read)

    def leaves_out(self) -> Removal:
        """Return what ``apply`` would remove; raises ScopeError where that isn't known before the next run."""
        left = left_out(self._case, self.policy, self._record.in_force)
        return purge.removal(self._store, left)

    def apply(self, reason: str = "", stop: Callable[[], bool] = lambda: False) -> PurgeReceipt:
        """Remove what was read and scope.toml leaves out now, for good; one that was killed goes on.

        Decisions, ids and digests stay, and the sources are left alone. Raises CaseError where ``stop`` says so, or
        another process uses the case.
        """
        return apply(self._case, " ".join(reason.split()), self._record.in_force, stop)

    @property
    def _record(self) -> ScopeRecord:
        return ScopeRecord(self._store, self.policy, {})
