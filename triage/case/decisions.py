"""Decisions on items: tags, notes, passages, the tags on offer, seals. The rules are in ``triage.review``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from triage.case.opened import OpenCase
from triage.errors import CaseError, DecisionError, TriageError
from triage.messages import say
from triage.model.items import FIELDS, Check, ItemNo, Receipt
from triage.model.messages import Message
from triage.model.tags import Palette, named
from triage.proof.keys import verifies
from triage.review import decisions, palette, sealing
from triage.review.passages import Passages
from triage.store import decision_log, relations, sealed
from triage.store.db import DatabaseError

# What keeps sealed text in: out of exports and of the case's files.

_TRIED = 100


def purge(case: OpenCase, stop: Callable[[], bool] = lambda: False) -> bool:
    """Remove what is left of sealed texts from the case's files, such as pages no longer in use; it may take seconds.

    Returns False where it was stopped, or another process writes: then call it again. Raises CaseError where the disk
    is full, or the files can't be written for another reason.
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


class Decisions:
    """The decisions of one open case. Each method that changes something takes the reviewer's name, and ``how``.

    ``how`` goes on record as the way in which it was decided: "key" for a key pressed for one item, "bulk" for many at
    once, "command" for the command line. Whether the item was read is for ``review.shown_items`` to say.
    """

    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self._store = case.store
        self._signer = case.signer
        self.passages = Passages(case.store)
        self.untag = partial(decisions.untag, case.store)
        self.preview = partial(decisions.foresee, case.store)
        self.history = partial(decision_log.history, case.store)
        self.related = partial(relations.related, case.store)
        self.palette_versions = partial(decision_log.palette_versions, case.store)
        self.set_palette = partial(palette.save, case.store)
        self.seals = partial(sealing.seals, case.store)
        self.purge_sealed = partial(purge, case)

    @property
    def unsigned(self) -> str:
        """Says, encoded, that what was decided here last isn't signed, and why; "" where it is."""
        return self._store.signing.unsigned

    # Coding

    def tag(
        self,
        nos: Sequence[ItemNo],
        tag: str,
        reviewer: str,
        how: str,
        query: str = "",
        copies: bool = False,
        leave_decided: bool = False,
    ) -> Receipt:
        """Tag items in one step, with what it replaces and whom it is propagated to; a tag that seals, seals.

        ``query`` is what found the items; it goes on record. With ``copies`` all copies of the items are tagged too.
        ``leave_decided`` leaves those alone on which a person decided about the tag, or about another of its group; it
        is no matter to a tag that seals.
        """
        one = named(self.palette(), tag)
        with self._case.updating_index(one is not None and one.seals) as index:
            return decisions.tag(
                self._store, nos, tag, reviewer, how, index, query, copies=copies, leave_decided=leave_decided
            )

    def note(self, nos: ItemNo | Sequence[ItemNo], text: str, reviewer: str, how: str) -> Receipt:
        """Write the note of an item, or of several in one step."""
        return decisions.note(self._store, [nos] if isinstance(nos, int) else nos, text, reviewer, how)

    def undo(self, reviewer: str, pending: int = 0, steps: Collection[int] | None = None) -> Receipt:
        """Undo the reviewer's last step that applies; or a ``pending`` one: it sealed so less than a minute ago.

        Raises StepElsewhere, and undoes nothing, where the last one isn't among ``steps``.
        """
        if not pending:
            return decisions.undo(self._store, reviewer, steps)
        with self._case.updating_index() as index:
            return sealing.withdraw(self._store, pending, reviewer, index, self._signer)

    def palette(self) -> Palette:
        return decision_log.palette(self._store).tags

    # Seals

    def seal(self, nos: Sequence[ItemNo], why: str, reviewer: str, how: str, tag: str = "", query: str = "") -> Receipt:
        """Seal items for a reason, by the palette's first tag that seals or the one named."""
        tags = [one for one in self.palette() if one.seals and tag in ("", one.name)]
        if not tags:
            if tag:
                raise DecisionError("no-such-seal-tag", name=tag)
            raise DecisionError("no-seal-tag")
        with self._case.updating_index() as index:
            return sealing.seal(self._store, nos, tags[0], why, reviewer, how, index, query=query)

    def preview_seal(self, nos: Sequence[ItemNo]) -> tuple[list[ItemNo], list[ItemNo]]:
        """Return which of the items a seal would seal, and to which further ones it would be propagated."""
        new, following = sealing.reach(self._store, nos)
        return new, list(following)

    def ask_unseal(self, no: ItemNo, reviewer: str, why: str, how: str) -> Receipt:
        """Ask that an item's seal be opened; it opens once another person of the roster grants it."""
        return sealing.ask(self._store, no, why, reviewer, how, self._signer, verifies)

    def grant_unseal(self, no: ItemNo, reviewer: str, how: str) -> Receipt:
        """Open a seal that another person has asked to open, with those that followed from it."""
        with self._case.updating_index() as index:
            return sealing.grant(self._store, no, reviewer, how, index, self._signer, verifies)

    def unseal_refusal(self, no: ItemNo, reviewer: str) -> Message | None:
        """Return why this reviewer can't ask for an item's seal to be opened, or grant it; None where they can."""
        try:
            for standing in sealing.seals(self._store, no):
                sealing.check(self._store, standing, reviewer, self._signer, verifies)
        except TriageError as error:
            return error.message
        return None

    @property
    def read_only(self) -> bool:
        """Whether none can be made: nothing in the case can be changed, as its folder can't be written."""
        return self._store.read_only
