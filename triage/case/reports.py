"""Reports: what is counted and stated about many items of a case at once."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from triage.case.exposure import shown
from triage.case.opened import OpenCase
from triage.errors import CaseError
from triage.model.items import ItemNo, Problem
from triage.model.reports import Coverage, Facet, HitList, TermReport
from triage.model.tags import Copies, RowColumns
from triage.model.team import ShownShare
from triage.search.engine import Deadline
from triage.search.query import language
from triage.search.reports import coverage, facets, hits_in_context, term_list, terms
from triage.store import current_decisions, reading, report_counts


class Reports:
    """The reports of one open case."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case

    def problems(self) -> list[Problem]:
        """Return every Problem on record."""
        return reading.problems(self._case.store)

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
        lines = term_list.read(listed) if isinstance(listed, Path) else term_list.listed(listed)
        language.read(within)
        if untagged:
            within = f"({within}) AND is:untagged" if within.strip() else "is:untagged"
        return terms.report(self._case.asking, self._case.path.name, lines, within, done, stop)

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
        or a query that finds them.
        """
        if found.strip() and not seed:
            raise CaseError("sample-without-seed")
        seed = seed or secrets.token_hex(4)
        return coverage.coverage(
            self._case.asking,
            self._case.path.name,
            text,
            within,
            sample=sample,
            seed=seed,
            found=found,
            confidence=confidence,
        )

    def facets(self, nos: Sequence[ItemNo], past: Sequence[ItemNo] = (), collapse: bool = False) -> tuple[Facet, ...]:
        """Divide a list of items: by custodian, type, sender's domain, month, tag, problem and role in the family.

        With the ``past`` items that its query left out, also into current, superseded and vanished. With ``collapse``
        the copies that have a value count once for it.
        """
        return facets.facets(self._case.store, nos, past, collapse=collapse)

    def copies(self, nos: Sequence[ItemNo]) -> dict[ItemNo, Copies]:
        """Return of these items those that have copies, or are disputed, with who has the copies and what is decided.

        A copy has the same content and is the same part of a family of which the top items are exact copies.
        """
        return current_decisions.copies(self._case.store, nos)

    def columns(self, nos: Sequence[ItemNo], names: Collection[str], query: str = "") -> list[RowColumns]:
        """Return those of the further columns that ``names`` has, for items that a query found.

        No reviewer is named while a sample is judged blind. Raises EngineRefusal where counting hits takes too long.
        """
        asked = {name for name in names if name != "hits" and not (name == "reviewers" and self._case.blind)}
        values: dict[str, Mapping[ItemNo, Any]] = {
            name: report_counts.column(self._case.store, nos, name) for name in asked
        }
        if "hits" in names:
            clock = Deadline(self._case.settings.search_seconds)
            values["hits"] = self._case.asking.occurrences(query, frozenset(nos), clock)
        return [
            RowColumns(no, **{name: of_items[no] for name, of_items in values.items() if no in of_items}) for no in nos
        ]

    def shown(self) -> ShownShare | None:
        """Return how much of the case people were shown; None where the record of it was changed."""
        return shown(self._case.exposure.path, self._case.store)

    def hits(
        self,
        text: str,
        width: int = 60,
        sort: str = "item",
        limit: int = 1000,
        stop: threading.Event | None = None,
        reviewer: str | None = None,
    ) -> HitList:
        """Return hits with up to ``width`` characters of text on each side, sorted by item, left or right context.

        ``reviewer`` is to whom they are shown, as in ``Search.run``.
        """
        listed = hits_in_context.hits(self._case.asking, text, width, sort, limit, stop)
        characters = sum(len(line.left) + len(line.hit) + len(line.right) for line in listed.lines)
        items = len({line.no for line in listed.lines})
        self._case.exposure.note("hits", reviewer, q=text, lines=len(listed.lines), items=items, chars=characters)
        return listed
