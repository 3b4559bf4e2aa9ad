"""Decisions on items: tags, notes, passages, the tags on offer, seals. The rules are in ``triage.review``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from triage.case import seals
from triage.case.opened import OpenCase
from triage.errors import DecisionError, TriageError
from triage.model.items import Decision, ItemNo, Receipt
from triage.model.messages import Message
from triage.model.redactions import MarkedPassage, Redaction
from triage.model.tags import Foreseen, Palette, PaletteVersion, Seal, Tag, named
from triage.proof.keys import verifies
from triage.review import decisions, palette, passages, sealing
from triage.store import decisions as rows
from triage.store import palettes, relations
from triage.store.db import Store


class Redactions:
    """What productions cut out of the items of one open case."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, no: ItemNo) -> dict[Redaction, frozenset[str]]:
        """Return what is redacted in an item, or in a copy of it, each with those who redacted it."""
        return passages.redacted(self._store, no)

    def redact(self, no: ItemNo, redacted: Sequence[Redaction], reviewer: str, how: str) -> Receipt:
        """Redact parts of an item, in one step; who redacts what another person did confirms it."""
        return passages.redact(self._store, no, redacted, reviewer, how)

    def unredact(self, no: ItemNo, redacted: Sequence[Redaction], reviewer: str, how: str) -> Receipt:
        """Take redactions of an item back, in one step."""
        return passages.unredact(self._store, no, redacted, reviewer, how)


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

    def untag(
        self,
        nos: Sequence[ItemNo],
        tag: str,
        reviewer: str,
        how: str,
        query: str = "",
        copies: bool = False,
    ) -> Receipt:
        """Remove a tag from items, and from those that it was only propagated to; no seal is removed so."""
        return decisions.untag(self._store, nos, tag, reviewer, how, query, copies=copies)

    def preview(
        self,
        nos: Sequence[ItemNo],
        tag: str,
        put: bool = True,
        reviewer: str = "",
        copies: bool = False,
        leave_decided: bool = False,
    ) -> Foreseen:
        """Return what ``tag``, or ``untag``, would do now, and which earlier decisions conflict with it."""
        return decisions.foresee(self._store, nos, tag, put, reviewer, copies=copies, leave_decided=leave_decided)

    def related(self, nos: Sequence[ItemNo]) -> set[ItemNo]:
        """Return the items with all that may be coded along: families, conversations, duplicates."""
        return relations.related(self._store, nos)

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

    def history(self, no: ItemNo) -> list[Decision]:
        """Return an item's decisions, oldest first."""
        return rows.history(self._store, no)

    # The tags on offer

    def palette(self) -> Palette:
        """Return the tags on offer."""
        return palettes.current(self._store).tags

    def set_palette(self, tags: Sequence[Tag], reviewer: str) -> PaletteVersion:
        """Offer other tags, as a new version; raises DecisionError where they can't work together."""
        return palette.save(self._store, tags, reviewer)

    def palette_versions(self) -> list[PaletteVersion]:
        """Return every version of the tags on offer, the built-in one first."""
        return palettes.versions(self._store)

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

    def seals(self, no: ItemNo | None = None) -> list[Seal]:
        """Return the seals that apply, the latest last; of one item its seal, if it has any."""
        return sealing.seals(self._store, no)

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

    def purge_sealed(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Remove what is left of sealed texts from the case's files, such as pages no longer in use.

        May take seconds in a large case. Returns False where it was stopped, or another process writes: then call it
        again. Nothing is done where nothing is due.
        """
        return seals.purge(self._case, stop)


class Passages:
    """The passages that reviewers mark, or redact (``redactions``), in the items of one open case."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.redactions = Redactions(store)

    def of(self, no: ItemNo) -> list[MarkedPassage]:
        """Return the passages that are marked in an item, or in a copy of it, in the order of the text."""
        return passages.marked(self._store, no)

    def mark(self, no: ItemNo, marked: Sequence[MarkedPassage], reviewer: str, how: str) -> Receipt:
        """Mark passages of an item as what matters in it, in one step."""
        return passages.mark(self._store, no, marked, reviewer, how)

    def unmark(self, no: ItemNo, marked: Sequence[MarkedPassage], reviewer: str, how: str) -> Receipt:
        """Remove the marks of passages of an item, in one step."""
        return passages.unmark(self._store, no, marked, reviewer, how)
