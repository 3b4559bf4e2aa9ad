"""The front door's wing for decisions: coding items, and what may follow from it.

``case.Case`` is a ``Reviewing``; nobody else makes one. It composes rooms and does no work of its own.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from triage.errors import DecisionError
from triage.messages import say
from triage.model.items import Check, Decision, Item, ItemNo, Receipt, Trouble
from triage.model.tags import Foreseen, Palette, PaletteVersion, Seal, Tag, named
from triage.review import decisions, palette, sealing
from triage.store import reading
from triage.store.db import Store
from triage.store.seals import scrub, sealed

if TYPE_CHECKING:
    from triage.search.engine import Engine

_BEHIND = "index_behind"
_TRIED = 100


class Reviewing(ABC):
    """The decisions of one open case; every method raises a TriageError whose text says what to do."""

    _store: Store

    @property
    @abstractmethod
    def _index(self) -> Engine:
        """The open engine."""

    # Coding

    def tag(self, nos: Sequence[ItemNo], tag: str, reviewer: str, how: str = "key") -> Receipt:
        """Give items a tag, in one step with what it replaces and whom it follows to; one that seals, seals."""
        one = named(self.palette(), tag)
        with self._indexing(one is not None and one.seals) as index:
            return decisions.tag(self._store, nos, tag, reviewer, how, index)

    def untag(self, nos: Sequence[ItemNo], tag: str, reviewer: str, how: str = "key") -> Receipt:
        """Take a tag from items, and from those that it only followed to; a seal isn't taken off so."""
        return decisions.untag(self._store, nos, tag, reviewer, how)

    def foresee(self, nos: Sequence[ItemNo], tag: str, put: bool = True) -> Foreseen:
        """Say what ``tag``, or ``untag``, would do now, and which earlier decisions speak against it."""
        return decisions.foresee(self._store, nos, tag, put)

    def kin(self, nos: Sequence[ItemNo]) -> set[ItemNo]:
        """Return the items with all that may be coded along: families, conversations, the same content elsewhere."""
        from triage.review import propagation

        return propagation.kin(self._store, nos)

    def note(self, no: ItemNo, text: str, reviewer: str, how: str = "key") -> Receipt:
        """Write an item's note."""
        return decisions.note(self._store, no, text, reviewer, how)

    def undo(self, reviewer: str) -> Receipt:
        """Take back the reviewer's last step that stands."""
        return decisions.undo(self._store, reviewer)

    def tags(self) -> list[tuple[str, int]]:
        """Return every tag with the number of items that have it now."""
        return decisions.tags(self._store)

    def decisions(self, no: ItemNo) -> list[Decision]:
        """Return an item's decisions, oldest first."""
        return decisions.history(self._store, no)

    # The tags on offer

    def palette(self) -> Palette:
        """Return the tags on offer."""
        return palette.current(self._store).tags

    def set_palette(self, tags: Sequence[Tag], reviewer: str) -> PaletteVersion:
        """Put other tags on offer, as a new version; raises DecisionError where they can't work together."""
        return palette.save(self._store, tags, reviewer)

    @staticmethod
    def checked_palette(tags: Sequence[Tag]) -> Palette:
        """Return tags in their stored form; raises DecisionError that says all that can't work."""
        return palette.checked(tags)

    def palette_versions(self) -> list[PaletteVersion]:
        """Return every version of the tags on offer, the built-in one first."""
        return palette.versions(self._store)

    # Seals

    def seal(self, nos: Sequence[ItemNo], why: str, reviewer: str, how: str = "key", tag: str = "") -> Receipt:
        """Seal items for a reason, by the palette's first tag that seals or the one named."""
        tags = [one for one in self.palette() if one.seals and tag in ("", one.name)]
        if not tags:
            what = f"No tag '{tag}' of the palette seals." if tag else "No tag of the palette seals."
            raise DecisionError(f"{what} Give one that does with: triage palette CASE, or in the window.")
        with self._indexing() as index:
            return sealing.seal(self._store, nos, tags[0], why, reviewer, how, index)

    def foresee_seal(self, nos: Sequence[ItemNo]) -> tuple[list[ItemNo], list[ItemNo]]:
        """Return which of the items a seal would seal, and which further ones would follow."""
        new, following = sealing.reach(self._store, nos)
        return new, list(following)

    def seals(self) -> list[Seal]:
        """Return the seals that stand, the latest last."""
        return sealing.seals(self._store)

    def seal_of(self, no: ItemNo) -> Seal | None:
        """Return the seal on an item, None where there is none."""
        return next(iter(sealing.seals(self._store, no)), None)

    def ask_unseal(self, no: ItemNo, reviewer: str, why: str, how: str = "key") -> Receipt:
        """Ask that an item's seal be opened; it opens once another person grants it."""
        return sealing.ask(self._store, no, why, reviewer, how)

    def grant_unseal(self, no: ItemNo, reviewer: str, how: str = "key") -> Receipt:
        """Open a seal that another person has asked to open, with those that followed from it."""
        with self._indexing() as index:
            return sealing.grant(self._store, no, reviewer, how, index)

    def settle_seals(self) -> set[ItemNo]:
        """Seal and open what decisions from another copy say; return those items. Raises nothing where all is so."""
        with self._indexing() as index, self._store.change("triage", "settle seals") as detail:
            changed = sealing.settle(self._store, index)
            detail["items"] = len(changed)
        with self._indexing() as index:
            return changed | sealing.spread(self._store, index)

    def purge_sealed(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Take what is left of sealed texts out of the case's files, such as pages no longer in use.

        May take seconds in a large case. Returns False where it was stopped, or another process writes: then call it
        again. Nothing is done where nothing is due.
        """
        if self._store.value(sealed.CLEAR):
            with self._store.change("triage", "seals locked up") as detail:
                detail["items"] = sealed.lock_up(self._store)
        if not (since := scrub.due(self._store)):
            return True
        return self._index.purge(stop) and scrub.clear(self._store, since)

    def traces_due(self) -> bool:
        """Whether ``purge_sealed`` has something to do."""
        return bool(scrub.due(self._store) or self._store.value(sealed.CLEAR))

    def withheld(self, no: ItemNo) -> str:
        """Return why an item's original can't leave: it is sealed, or something inside it is; "" where it can."""
        shut = sealed.shut(self._store, no)
        if not shut:
            return ""
        inner = self.seal_of(no if no in shut else min(shut))
        assert inner is not None
        where = "Withheld: it is sealed" if no in shut else f"Withheld: item {inner.id} inside it is sealed"
        return f"{where}, by {inner.reviewer} at {inner.time}: {inner.why}."

    def _unless_sealed(self, read: Callable[[Item], bytes | Trouble]) -> Callable[[Item], bytes | Trouble]:
        """Return a reader of originals that opens none of which something is sealed."""

        def gated(item: Item) -> bytes | Trouble:
            why = self.withheld(item.row.no)
            return Trouble(sealed.CODE, say(why)) if why else read(item)

        return gated

    def _stay_sealed(self, again: Sequence[ItemNo], fresh: Sequence[ItemNo], detail: dict[str, Any]) -> set[ItemNo]:
        """Keep seals through an index run; see ``sealing.stay``."""
        return sealing.stay(self._store, again, fresh, detail)

    # What an index outside the database has to catch up with

    @contextmanager
    def _indexing(self, seals: bool = True) -> Iterator[sealing.Index]:
        """Give the callback by which a step tells the index, and let the index take it in once the step is stored."""
        told: list[ItemNo] = []
        if seals:
            _ = self._index  # opened before the transaction: opening may write an index outside of the database

        def index(documents: list[tuple[ItemNo, dict[str, str]]]) -> None:
            if documents:
                told.extend(no for no, _ in documents)
                self._index.replace(documents)
                self._store.set_meta(_BEHIND, json.dumps(told))

        yield index
        if told:
            self._index_told()

    def _index_told(self) -> None:
        self._index.commit()
        self._index.finish()
        self._store.set_meta(_BEHIND, "")

    def _catch_up(self, engine: Engine) -> None:
        """Index anew what a step told the index before the program was killed."""
        if behind := self._store.meta(_BEHIND):
            nos: Iterable[ItemNo] = map(ItemNo, json.loads(behind))
            documents = [(no, reading.document(self._store, no)) for no in nos]
            with self._store.change("triage", "index caught up", items=len(documents)):
                engine.replace(documents)
            engine.commit()
            engine.finish()
            self._store.set_meta(_BEHIND, "")

    def _check_seals(self) -> Check:
        """Prove that nothing of a sealed item is read or found; tries some words of the latest seals."""
        from triage.search.query.tree import And, Ids, Word
        from triage.text import words

        if (no := sealed.left_over(self._store)) is not None:
            return Check("seals", False, say(f"item number {no} is sealed, and text of it still stands in the case"))
        if lone := sealing.lone_openings(self._store):
            return Check(
                "seals", False, say(f"item number {min(lone)} was opened without another person's request before")
            )
        tried = 0
        for no, texts in sealed.words(self._store, _TRIED):
            for word in {w for text in texts for w in words(text)}:
                tried += 1
                if self._index.search(And((Word(word), Ids(frozenset((no,)))))):
                    return Check("seals", False, say(f"item number {no} is sealed, and a search by its text finds it"))
        many = sealed.count(self._store)
        rest = "; traces of them are still to be cleared from the files: run triage seal" if self.traces_due() else ""
        said = f"{many:,} items are sealed; none is found by its text ({tried:,} words tried){rest}"
        return Check("seals", True, say(said))
