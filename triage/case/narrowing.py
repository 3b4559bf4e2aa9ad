"""Removing from a case what its scope no longer covers, for good, with a receipt. No source is opened or changed.

It works in portions, each in one transaction. A purge that was killed goes on with what is left when it is asked for
again; until then verification reports it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import msgspec

from triage.case import seals
from triage.case.opened import OpenCase
from triage.errors import CaseError, ScopeError
from triage.files import sha256
from triage.indexing.verify_scope import Versions, last_run_scope, out_of_scope
from triage.messages import render, say
from triage.model.items import FIELDS
from triage.model.scope import PurgeReceipt, Removal
from triage.scope.ledger import Head
from triage.scope.policy import Policy
from triage.search.query.tree import And, Ids, Word
from triage.secret_keys import login, replace
from triage.store import scope_versions
from triage.store.db import now
from triage.store.seals import purge
from triage.text import words

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
        if not seals.purge(case, stop):
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
