"""Marking passages of an item's text, and removing marks. The words must be in the text. No source is read.

Exact copies have the same text: what is marked in one of them is marked for all, and a mark is removed from each that
has it. What a passage says isn't in the audit, so that a seal can take it away.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from triage.errors import DecisionError
from triage.model.items import Item, ItemNo, Receipt
from triage.model.previews import drawn_by_office, drawn_directly
from triage.model.redactions import LONGEST, MarkedPassage, Redaction, read_redaction, whereabouts
from triage.review import sealing
from triage.review.decision_writer import StepWriter, known
from triage.store import current_decisions, reading
from triage.store.db import Store
from triage.store.decisions import person
from triage.store.relations import copy_groups


def marked(store: Store, no: ItemNo) -> list[MarkedPassage]:
    """Return the passages that are marked in an item or in a copy of it, in the order of the text."""
    each = current_decisions.passages(store, copy_groups(store).of(no))
    return sorted(set().union(*each.values()))


def mark(store: Store, no: ItemNo, passages: Sequence[MarkedPassage], reviewer: str, how: str) -> Receipt:
    """Mark passages of an item in one step; those that are marked already are left as they are.

    Raises DecisionError where the item is sealed, a passage is too long, or its words aren't there.
    """
    copy_groups(store)  # outside of the change, so that it is kept
    reviewer = person(reviewer)
    with store.change(reviewer, "mark") as detail:
        _check(store, no, passages)
        there = set(marked(store, no))
        new = [passage for passage in dict.fromkeys(passages) if passage not in there]
        step = StepWriter(store, reviewer, how)
        for passage in new:
            step.add(no, "mark", passage.value)
        step.audit(detail, "", [no] if new else [])
    return Receipt(step.group, "mark", "", (no,) if new else (), 0 if new else 1)


def unmark(store: Store, no: ItemNo, passages: Sequence[MarkedPassage], reviewer: str, how: str) -> Receipt:
    """Remove the marks of these passages, in each copy of the item that has them."""
    return remove(store, no, ("unmark", current_decisions.passages), passages, reviewer, how)


Parts = Mapping[ItemNo, Iterable[MarkedPassage | Redaction]]


def remove(
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
    copy_groups(store)  # outside of the change, so that it is kept
    reviewer = person(reviewer)
    with store.change(reviewer, action) as detail:
        known(store, [no])
        sealing.refuse_sealed(store, [no])
        step, changing = StepWriter(store, reviewer, how), []
        for copy, there in read(store, copy_groups(store).of(no)).items():
            for part in (one for one in there if one in parts):
                step.add(copy, action, part.value)
                changing.append(copy)
        step.audit(detail, "", changing)
    return Receipt(step.group, action, "", tuple(dict.fromkeys(changing)), 0 if changing else 1)


def _check(store: Store, no: ItemNo, passages: Sequence[MarkedPassage]) -> None:
    known(store, [no])
    sealing.refuse_sealed(store, [no])
    segments = reading.item(store, no).segments
    for passage in passages:
        check_length(passage)
        if not passage.text.strip() or whereabouts(passage, segments) != passage:
            raise DecisionError("passage-not-there")


def check_length(passage: MarkedPassage) -> None:
    """Raise DecisionError for a passage that would be a copy of its item."""
    if len(passage.text) > LONGEST:
        raise DecisionError("passage-too-long", size=len(passage.text), most=LONGEST)


# Exact copies say the same: what is redacted in one of them is redacted in all, and a redaction is removed from each
# that has it. A second person who redacts the same thing confirms it. The words must be in the text; no source is read.


def redacted(store: Store, no: ItemNo) -> dict[Redaction, frozenset[str]]:
    """Return what is redacted in an item or in a copy of it, each with those who redacted it."""
    found: dict[Redaction, frozenset[str]] = {}
    for each in current_decisions.redactions(store, copy_groups(store).of(no)).values():
        for redaction, people in each.items():
            found[redaction] = found.get(redaction, frozenset()) | people
    return found


def redact(store: Store, no: ItemNo, redactions: Sequence[Redaction], reviewer: str, how: str) -> Receipt:
    """Redact parts of an item in one step; what this person redacted already is left as it is.

    Raises DecisionError where the item is sealed, the reason is none, or what is to be redacted isn't there.
    """
    copy_groups(store)  # outside of the change, so that it is kept
    reviewer = person(reviewer)
    with store.change(reviewer, "redact") as detail:
        known(store, [no])
        sealing.refuse_sealed(store, [no])
        item, there = reading.item(store, no), redacted(store, no)
        for redaction in redactions:
            _redactions_check(item, redaction)
        new = [one for one in dict.fromkeys(redactions) if reviewer not in there.get(one, ())]
        step = StepWriter(store, reviewer, how)
        for redaction in new:
            step.add(no, "redact", redaction.value)
        step.audit(detail, "", [no] if new else [])
    return Receipt(step.group, "redact", "", (no,) if new else (), 0 if new else 1)


def unredact(store: Store, no: ItemNo, redactions: Sequence[Redaction], reviewer: str, how: str) -> Receipt:
    """Remove these redactions, in each copy of the item that has them."""
    return remove(store, no, ("unredact", current_decisions.redactions), redactions, reviewer, how)


def _redactions_check(item: Item, redaction: Redaction) -> None:
    if read_redaction(redaction.value) != redaction:
        raise DecisionError("redaction-odd")
    if redaction.region is not None and not (drawn_directly(item.row.type) or drawn_by_office(item.row.type)):
        raise DecisionError("redaction-without-pages")
    passage = redaction.passage
    if passage is not None:
        check_length(passage)
        if not passage.text.strip() or whereabouts(passage, item.segments) != passage:
            raise DecisionError("redaction-not-there")
