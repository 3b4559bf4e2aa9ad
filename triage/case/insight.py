"""What is ranked, grouped and suggested in a case. Nothing here hides, codes or removes an item."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triage.case.opened import OpenCase

if TYPE_CHECKING:
    from triage.insight.gaps.api import CaseGaps
    from triage.insight.names.api import CaseNames
    from triage.insight.near.api import ContainedMails, NearDuplicates
    from triage.insight.order.api import Ordering
    from triage.insight.people.api import CasePeople, Correspondence


class Insight:
    """The suggestions of one open case; each part is loaded on first use."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case

    @cached_property
    def names(self) -> CaseNames:
        """Candidates for code names, and words and spellings like a name."""
        from triage.insight.names.api import CaseNames

        return CaseNames(self._case)

    @cached_property
    def _correspondence(self) -> Correspondence:
        from triage.insight.people.api import Correspondence

        return Correspondence(self._case)

    @cached_property
    def people(self) -> CasePeople:
        """Who wrote to whom and when, and what may be one person."""
        from triage.insight.people.api import CasePeople

        return CasePeople(self._case, self._correspondence)

    @cached_property
    def gaps(self) -> CaseGaps:
        """What may be missing."""
        from triage.insight.gaps.api import CaseGaps

        return CaseGaps(self._case, self._correspondence)

    @cached_property
    def near(self) -> NearDuplicates:
        """Items whose words are nearly the same."""
        from triage.insight.near.api import NearDuplicates

        return NearDuplicates(self._case)

    @cached_property
    def contained(self) -> ContainedMails:
        """Mails that later mails of their conversation quote in full."""
        from triage.insight.near.api import ContainedMails

        return ContainedMails(self._case)

    @cached_property
    def ordering(self) -> Ordering:
        """The suggested order of items, and how far a review has come."""
        from triage.insight.order.api import Ordering

        return Ordering(self._case)
