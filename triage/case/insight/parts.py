"""What is ranked, grouped and suggested in a case. Nothing here hides, codes or removes an item."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from triage.case.opened import OpenCase

if TYPE_CHECKING:
    from triage.case.insight.contained import ContainedMails
    from triage.case.insight.correspondence import Correspondence
    from triage.case.insight.gaps import CaseGaps
    from triage.case.insight.names import CaseNames
    from triage.case.insight.ordering import Ordering
    from triage.case.insight.people import CasePeople


class Insight:
    """The suggestions of one open case; each part is loaded on first use."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case

    @cached_property
    def names(self) -> CaseNames:
        """Candidates for code names, and words and spellings like a name."""
        from triage.case.insight.names import CaseNames

        return CaseNames(self._case)

    @cached_property
    def _correspondence(self) -> Correspondence:
        from triage.case.insight.correspondence import Correspondence

        return Correspondence(self._case)

    @cached_property
    def people(self) -> CasePeople:
        """Who wrote to whom and when, and what may be one person."""
        from triage.case.insight.people import CasePeople

        return CasePeople(self._case, self._correspondence)

    @cached_property
    def gaps(self) -> CaseGaps:
        """What may be missing."""
        from triage.case.insight.gaps import CaseGaps

        return CaseGaps(self._case, self._correspondence)

    @cached_property
    def contained(self) -> ContainedMails:
        """Mails that later mails of their conversation quote in full."""
        from triage.case.insight.contained import ContainedMails

        return ContainedMails(self._case)

    @cached_property
    def ordering(self) -> Ordering:
        """The suggested order of items, and how far a review has come."""
        from triage.case.insight.ordering import Ordering

        return Ordering(self._case)
