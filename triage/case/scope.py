"""The scope of one open case: what it would include, its versions, who approved them."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from functools import partial

from triage.case import narrowing
from triage.case.opened import SCOPE, OpenCase
from triage.errors import CaseError, ScopeError
from triage.indexing.lock import writing
from triage.indexing.verify_scope import ScopeRecord, out_of_scope
from triage.model.scope import DeniedNames, PurgeReceipt, Removal, ScopeDiff, ScopePlan, ScopeVersion
from triage.proof.signer import signed_approval
from triage.scope.broker import Broker
from triage.scope.mounts import check_ways
from triage.scope.policy import Allow, Policy, check, check_custodians, dump
from triage.scope.survey import Survey, denied
from triage.secret_keys import login, replace
from triage.store import scope_versions
from triage.store.decisions import person
from triage.store.seals import purge


class CaseScope:
    """The scope of one open case."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self._store = case.store

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
        survey = Survey(policy, in_force(len(versions))[0], counted)
        left = out_of_scope(self._store, policy, self._case.logs["ledger"], in_force)
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

    def history(self) -> list[ScopeVersion]:
        """Return every version on record, the oldest first."""
        return scope_versions.every(self._store)

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
        left = narrowing.left_out(self._case, self.policy, self._record.in_force)
        return purge.removal(self._store, left)

    def apply(self, reason: str = "", stop: Callable[[], bool] = lambda: False) -> PurgeReceipt:
        """Remove what was read and scope.toml leaves out now, for good; one that was killed goes on.

        Decisions, ids and digests stay, and the sources are left alone. Raises CaseError where ``stop`` says so, or
        another process uses the case.
        """
        return narrowing.apply(self._case, " ".join(reason.split()), self._record.in_force, stop)

    @property
    def _record(self) -> ScopeRecord:
        return ScopeRecord(self._store, self.policy, {})
