"""Marking and redacting parts of an item, and taking that back. The words must be in the text. No source is read.

Exact copies have the same text: what is marked or redacted in one of them is so in all, and is removed from each that
has it. What a passage says isn't in the audit, so that a seal can take it away.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from triage.errors import DecisionError
from triage.model.items import Item, ItemNo, Receipt, Segment
from triage.model.previews import drawn_by_office, drawn_directly
from triage.model.redactions import LONGEST, MarkedPassage, Redaction, read_redaction, whereabouts
from triage.review import sealing
from triage.review.decision_writer import StepWriter, known
from triage.store import decision_log, reading
from triage.store.db import Store
from triage.store.decision_log import person
from triage.store.relations import copy_groups


class Passages:
    """The passages that reviewers mark, or redact (``redactions``), in the items of a case."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.redactions = Redactions(store)

    def of(self, no: ItemNo) -> list[MarkedPassage]:
        """Return the passages that are marked in an item or in a copy of it, in the order of the text."""
        each = decision_log.passages(self._store, copy_groups(self._store).of(no))
        return sorted(set().union(*each.values()))

    def mark(self, no: ItemNo, passages: Sequence[MarkedPassage], reviewer: str, how: str) -> Receipt:
        """Mark passages of an item in one step; those that are marked already are left as they are.

        Raises DecisionError where the item is sealed, a passage is too long, or its words aren't there.
        """
        with _step(self._store, no, "mark", reviewer, how) as (step, changed):
            segments = reading.item(self._store, no).segments
            for passage in passages:
                _check_passage(passage, segments, "passage-not-there")
            there = set(self.of(no))
            for passage in dict.fromkeys(passages):
                if passage not in there:
                    step.add(no, "mark", passage.value)
                    changed.append(no)
        return _receipt(step, "mark", changed)

    def unmark(self, no: ItemNo, passages: Sequence[MarkedPassage], reviewer: str, how: str) -> Receipt:
        """Remove the marks of these passages, in each copy of the item that has them."""
        return _remove(self._store, no, ("unmark", decision_log.passages), passages, reviewer, how)


class Redactions:
    """What productions cut out of the items of a case; a second person who redacts the same thing confirms it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, no: ItemNo) -> dict[Redaction, frozenset[str]]:
        """Return what is redacted in an item or in a copy of it, each with those who redacted it."""
        found: dict[Redaction, frozenset[str]] = {}
        for each in decision_log.redactions(self._store, copy_groups(self._store).of(no)).values():
            for redaction, people in each.items():
                found[redaction] = found.get(redaction, frozenset()) | people
        return found

    def redact(self, no: ItemNo, redactions: Sequence[Redaction], reviewer: str, how: str) -> Receipt:
        """Redact parts of an item in one step; what this person redacted already is left as it is.

        Raises DecisionError where the item is sealed, the reason is none, or what is to be redacted isn't there.
        """
        with _step(self._store, no, "redact", reviewer, how) as (step, changed):
            item, there = reading.item(self._store, no), self.of(no)
            for redaction in redactions:
                _check_redaction(item, redaction)
            for redaction in dict.fromkeys(redactions):
                if person(reviewer) not in there.get(redaction, ()):
                    step.add(no, "redact", redaction.value)
                    changed.append(no)
        return _receipt(step, "redact", changed)

    def unredact(self, no: ItemNo, redactions: Sequence[Redaction], reviewer: str, how: str) -> Receipt:
        """Remove these redactions, in each copy of the item that has them."""
        return _remove(self._store, no, ("unredact", decision_log.redactions), redactions, reviewer, how)


Parts = Mapping[ItemNo, Iterable[MarkedPassage | Redaction]]


@contextmanager
def _step(store: Store, no: ItemNo, action: str, reviewer: str, how: str) -> Iterator[tuple[StepWriter, list[ItemNo]]]:
    """Give a step to write decisions on parts of an item that isn't sealed, and the list of items that it changes."""
    copy_groups(store)  # outside of the change, so that it is kept
    reviewer, changed = person(reviewer), list[ItemNo]()
    with store.change(reviewer, action) as detail:
        known(store, [no])
        sealing.refuse_sealed(store, [no])
        step = StepWriter(store, reviewer, how)
        yield step, changed
        step.audit(detail, "", changed)


def _receipt(step: StepWriter, action: str, changed: Iterable[ItemNo]) -> Receipt:
    nos = tuple(dict.fromkeys(changed))
    return Receipt(step.group, action, "", nos, 0 if nos else 1)


def _remove(
    store: Store,
    no: ItemNo,
    removal: tuple[str, Callable[[Store, Collection[ItemNo]], Parts]],
    parts: Sequence[MarkedPassage | Redaction],
    reviewer: str,
    how: str,
) -> Receipt:
    """Undo what was decided on parts of an item, in each copy that has them, in one step.

    ``removal`` is the action that does, and what reads the parts that items have.
    """
    action, read = removal
    with _step(store, no, action, reviewer, how) as (step, changed):
        for copy, there in read(store, copy_groups(store).of(no)).items():
            for part in there:
                if part in parts:
                    step.add(copy, action, part.value)
                    changed.append(copy)
    return _receipt(step, action, changed)


def _check_passage(passage: MarkedPassage, segments: Sequence[Segment], refusal: str) -> None:
    if len(passage.text) > LONGEST:  # it would be a copy of its item
        raise DecisionError("passage-too-long", size=len(passage.text), most=LONGEST)
    if not passage.text.strip() or whereabouts(passage, segments) != passage:
        raise DecisionError(refusal)


def _check_redaction(item: Item, redaction: Redaction) -> None:
    if read_redaction(redaction.value) != redaction:
        raise DecisionError("redaction-odd")
    if redaction.region is not None and not (drawn_directly(item.row.type) or drawn_by_office(item.row.type)):
        raise DecisionError("redaction-without-pages")
    if redaction.passage is not None:
        _check_passage(redaction.passage, item.segments, "redaction-not-there")
