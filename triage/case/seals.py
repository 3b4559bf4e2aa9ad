"""What keeps sealed text in: out of exports and of the case's files, which shrink here. Seals are in ``decisions``."""

from __future__ import annotations

from collections.abc import Callable

from triage.case.opened import OpenCase
from triage.errors import CaseError
from triage.files import DATABASE
from triage.indexing.lock import writing
from triage.messages import say
from triage.model.items import FIELDS, Check, ItemNo
from triage.model.messages import Message
from triage.review import sealing
from triage.secret_keys import login
from triage.store import copying, sealed
from triage.store.db import DatabaseError

_TRIED = 100


def purge(case: OpenCase, stop: Callable[[], bool] = lambda: False) -> bool:
    """Remove what is left of sealed texts from the case's files; return False where it was stopped or locked out.

    Raises CaseError where the disk is full, or the files can't be written for another reason.
    """
    if case.store.read_only:
        return not sealed.purge_due(case.store)
    try:
        return _purge(case, stop)
    except (CaseError, DatabaseError) as error:
        if not sealed.purge_due(case.store):
            raise
        raise CaseError("traces-left", path=case.path, error=error.__cause__ or error) from error


def _purge(case: OpenCase, stop: Callable[[], bool]) -> bool:
    if sealed.has_notes(case.store):
        with case.store.change("triage", "seals locked up"):
            sealed.put_notes_away(case.store)
    case.settle_derived()
    if not (since := sealed.traces_since(case.store)):
        return True
    return case.engine.purge(stop) and sealed.clear_traces(case.store, since)


def compact(case: OpenCase, stop: Callable[[], bool]) -> tuple[int, int] | None:
    """Merge the index and give unused room back to the disk; returns the bytes before and after, None if stopped."""
    case.store.must_write()
    database = (case.path / DATABASE).resolve()
    with writing(case.path):
        purged = purge(case, stop)
        before = database.stat().st_size
        if not (purged and case.engine.purge(stop)):
            if not stop():
                raise CaseError("case-being-written")
            return None
        del case.engine  # its temporary tables are dropped
        if not copying.compact(case.store, stop):
            return None
        after = database.stat().st_size
        with case.store.change(login(), "compact", before=before, after=after):
            return before, after


def withheld(case: OpenCase, no: ItemNo) -> Message | None:
    """Return why an item's original can't leave: it is sealed, or something inside it is; None where it can."""
    shut = sealed.shut(case.store, no)
    if not shut:
        return None
    inner = next(iter(sealing.seals(case.store, no if no in shut else min(shut))))
    if no in shut:
        return say("withheld-sealed", who=inner.reviewer, time=inner.time, why=inner.why)
    return say("withheld-holds-sealed", id=inner.id, who=inner.reviewer, time=inner.time, why=inner.why)


def check(case: OpenCase) -> Check:
    """Prove that nothing of a sealed item is read or found; tries some words of the latest seals."""
    from triage.search.query.tree import And, Ids, Word
    from triage.text import words

    if (no := sealed.left_over(case.store)) is not None:
        return Check("seals", False, say("seal-leaves-text", number=no))
    if lone := sealing.alone(case.store):
        return Check("seals", False, say("seal-opened-alone", number=min(lone)))
    if loose := sealing.unsealed(case.store):
        return Check("seals", False, say("sealed-item-copied", number=min(loose)))
    tried = 0
    for no, texts in sealed.words(case.store, _TRIED):
        for word in {w for text in texts for w in words(text)}:
            tried += 1
            if case.engine.search(And((Word(word, FIELDS), Ids(frozenset((no,)))))):
                return Check("seals", False, say("sealed-item-found", number=no))
    many = sealed.count(case.store)
    if sealed.purge_due(case.store):
        return Check("seals", True, say("seals-hold-traces-left", count=many, words=tried))
    return Check("seals", True, say("seals-hold", count=many, words=tried))
