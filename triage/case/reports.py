"""Reports: what is counted and stated about many items of a case at once."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from triage.case import exposure
from triage.case.opened import OpenCase
from triage.errors import CaseError
from triage.insight.near import storage as near
from triage.insight.order.api import Ordering
from triage.model.items import ItemNo
from triage.model.reports import Coverage, HitLine, HitList, Suggestion, TermReport
from triage.model.tags import RowColumns
from triage.search import reports
from triage.search.expand import suggestions
from triage.search.query import language
from triage.store import decision_log, reading, relations, report_counts

if TYPE_CHECKING:
    from triage.insight.gaps.api import CaseGaps
    from triage.insight.names.api import CaseNames
    from triage.insight.near.api import ContainedMails, NearDuplicates
    from triage.insight.order.api import Ordering
    from triage.insight.people.api import CasePeople


class Insight:
    """What is ranked, grouped and suggested in one open case; each part is loaded on first use.

    Nothing of it hides, codes or removes an item.
    """

    def __init__(self, case: OpenCase) -> None:
        self._case = case

    @cached_property
    def names(self) -> CaseNames:
        """Candidates for code names, and words and spellings like a name."""
        from triage.insight.names.api import CaseNames

        return CaseNames(self._case)

    @cached_property
    def people(self) -> CasePeople:
        """Who wrote to whom and when, and what may be one person."""
        from triage.insight.people.api import CasePeople

        return CasePeople(self._case)

    @cached_property
    def gaps(self) -> CaseGaps:
        from triage.insight.gaps.api import CaseGaps

        return CaseGaps(self._case, self.people)

    @cached_property
    def near(self) -> NearDuplicates:
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


class Reports:
    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self.insight = Insight(case)
        self.problems = partial(reading.problems, case.store)
        self.facets = partial(reports.facets, case.store)
        self.undated = partial(reports.undated, case.store)
        self.copies = partial(decision_log.copies, case.store)
        self.families = partial(relations.families, case.store)
        self.shown = case.exposure.shown

    def terms(
        self,
        listed: Path | Sequence[str],
        within: str = "",
        untagged: bool = False,
        done: Callable[[int, int], None] | None = None,
        stop: threading.Event | None = None,
    ) -> TermReport:
        """Report what each term of a list (or of its file) finds, among all items or those that ``within`` finds.

        ``untagged``: only among items without a tag. ``done`` is called with how many terms of how many were run;
        ``stop`` may be set by any thread, and the report then says that it was stopped.
        """
        lines = reports.read_terms(listed) if isinstance(listed, Path) else reports.listed_terms(listed)
        language.read(within)
        if untagged:
            within = f"({within}) AND is:untagged" if within.strip() else "is:untagged"
        return reports.term_report(self._case.snapshot, self._case.path.name, lines, within, done, stop)

    def completions(self, field: str) -> list[str]:
        """Return what a query can hold of a field with few values, such as ``tag:hot``; for "" the fields' names."""
        return self._case.snapshot.completions(field)

    def suggestions(self, text: str) -> tuple[Suggestion, ...]:
        """Return words of the case that resemble a word of a query that no item holds."""
        snapshot = self._case.snapshot
        return suggestions(text, snapshot.read(text).query, snapshot.engine, snapshot.clock)

    def coverage(
        self,
        text: str = "",
        within: str = "",
        sample: int = 0,
        seed: str = "",
        found: str = "",
        confidence: float = 0.95,
    ) -> Coverage:
        """Certify what a search found and what it couldn't cover, with a random sample of that for manual review.

        The same ``seed`` draws the same sample; "" draws a new one. ``found`` is how many of it are relevant: a number,
        or a query that finds them. It states how far the review has come, unless a sample is judged blind.
        """
        if found.strip() and not seed:
            raise CaseError("sample-without-seed")
        seed = seed or secrets.token_hex(4)
        certificate = reports.coverage(
            self._case.snapshot,
            self._case.path.name,
            text,
            within,
            sample=sample,
            seed=seed,
            found=found,
            confidence=confidence,
        )
        if self._case.blind:
            return certificate
        curve = Ordering(self._case).review(self._case.found(within)[1], confidence=confidence)
        return replace(certificate, review=curve) if curve.read or curve.coded else certificate

    def columns(self, nos: Sequence[ItemNo], names: Collection[str], query: str = "") -> list[RowColumns]:
        """Return those of the further columns that ``names`` has, for items that a query found.

        No reviewer is named while a sample is judged blind. Raises EngineRefusal where counting hits takes too long.
        """
        asked = set(names) - {"hits", "near", "reviewers" if self._case.blind else ""}
        values: dict[str, Mapping[ItemNo, Any]] = {
            name: report_counts.column(self._case.store, nos, name) for name in asked
        }
        if "hits" in names:
            snapshot = self._case.snapshot
            values["hits"] = snapshot.occurrences(query, frozenset(nos), snapshot.clock)
        if "near" in names:
            values["near"] = near.counts(self._case.store, nos)
        return [
            RowColumns(no, **{name: of_items[no] for name, of_items in values.items() if no in of_items}) for no in nos
        ]

    def logs(self) -> dict[str, int]:
        """Return how many lines of each log the case knows: "ledger", "views" (originals opened), "shown"."""
        names = (*self._case.logs, exposure.SHOWN)
        return {name: int(self._case.store.meta(name).partition(":")[0] or 0) for name in names}

    @property
    def unrecorded(self) -> str:
        """Says, encoded, why something that was shown isn't on record in the case; "" where all of it is."""
        return self._case.exposure.unrecorded

    def hits(
        self,
        text: str,
        width: int = 60,
        sort: str = "item",
        limit: int | None = 1000,
        stop: threading.Event | None = None,
        reviewer: str | None = None,
        order: Sequence[ItemNo] | None = None,
        after: HitLine | None = None,
    ) -> HitList:
        """Return hits with up to ``width`` characters of text on each side: by "item", "date", "left" or "right".

        Left and right are the words before and after. ``order`` has the items whose hits are wanted, in the order that
        "item" has then; ``after`` is the last line of the page before. ``reviewer`` is to whom they are shown, as in
        ``Search.run``.
        """
        listed = reports.hits(self._case.snapshot, text, width, sort, limit, stop, order=order, after=after)
        characters = sum(len(line.left) + len(line.hit) + len(line.right) for line in listed.lines)
        items = len({line.no for line in listed.lines})
        self._case.exposure.note("hits", reviewer, q=text, lines=len(listed.lines), items=items, chars=characters)
        return listed
