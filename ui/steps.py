"""Steps of coding (ui): what one key does to a case, and how it is taken back. Runs on the writing lane only."""

from __future__ import annotations

from dataclasses import replace

from triage.case import Case
from triage.model import ItemNo, Receipt
from ui import tags


class Steps:
    """Takes and takes back steps; used on the writing lane only.

    A tag that replaces others of its choice group takes those off first. As that is more than one group of decisions,
    it is remembered here how many belong to each step of this session.
    """

    def __init__(self) -> None:
        self._groups: list[int] = []

    def take(self, case: Case, nos: list[ItemNo], tag: str, put: bool, reviewer: str, how: str) -> Receipt:
        """Put a tag on items or take it off."""
        done = []
        for rival in tags.rivals(tag) if put else ():
            carried = set(case.search(f'tag:"{rival}"').nos).intersection(nos)
            if carried:
                done.append(case.untag(sorted(carried), rival, reviewer, how))
        done.append((case.tag if put else case.untag)(nos, tag, reviewer, how))
        return self._count(done)

    def note(self, case: Case, no: ItemNo, text: str, reviewer: str) -> Receipt:
        """Write a note."""
        return self._count([case.note(no, text, reviewer)])

    def undo(self, case: Case, reviewer: str) -> Receipt:
        """Take back the last step; of a step from an earlier session its last group."""
        receipts = [case.undo(reviewer) for _ in range(self._groups[-1] if self._groups else 1)]
        del self._groups[-1:]
        return _joined(receipts)

    def _count(self, receipts: list[Receipt]) -> Receipt:
        groups = sum(bool(receipt.changed) for receipt in receipts)
        if groups:
            self._groups.append(groups)
        return _joined(receipts)


def _joined(receipts: list[Receipt]) -> Receipt:
    changed = sorted({no for receipt in receipts for no in receipt.changed})
    return replace(receipts[-1], changed=tuple(changed))
