"""Redacting parts of an item, and removing redactions. The words must be in the text. No source is read.

Exact copies say the same: what is redacted in one of them is redacted in all, and a redaction is removed from each
that has it. A second person who redacts the same thing confirms it.
"""

from __future__ import annotations

from collections.abc import Sequence

from triage.errors import DecisionError
from triage.model.items import Item, ItemNo, Receipt
from triage.model.previews import drawn_by_office, drawn_directly
from triage.model.redactions import Redaction, read_redaction, whereabouts
from triage.review import passages, sealing
from triage.review.decision_writer import StepWriter, known
from triage.store import current_decisions, reading
from triage.store.db import Store
from triage.store.decisions import person
from triage.store.relations import copy_groups


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
            _check(item, redaction)
        new = [one for one in dict.fromkeys(redactions) if reviewer not in there.get(one, ())]
        step = StepWriter(store, reviewer, how)
        for redaction in new:
            step.add(no, "redact", redaction.value)
        step.audit(detail, "", [no] if new else [])
    return Receipt(step.group, "redact", "", (no,) if new else (), 0 if new else 1)


def unredact(store: Store, no: ItemNo, redactions: Sequence[Redaction], reviewer: str, how: str) -> Receipt:
    """Remove these redactions, in each copy of the item that has them."""
    return passages.remove(store, no, ("unredact", current_decisions.redactions), redactions, reviewer, how)


def _check(item: Item, redaction: Redaction) -> None:
    if read_redaction(redaction.value) != redaction:
        raise DecisionError("redaction-odd")
    if redaction.region is not None and not (drawn_directly(item.row.type) or drawn_by_office(item.row.type)):
        raise DecisionError("redaction-without-pages")
    passage = redaction.passage
    if passage is not None:
        passages.check_length(passage)
        if not passage.text.strip() or whereabouts(passage, item.segments) != passage:
            raise DecisionError("redaction-not-there")
