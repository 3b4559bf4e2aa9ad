"""The front door's wing for reports: what is counted and said about many items of a case at once.

``case.Case`` is a ``Reports``; nobody else makes one. It composes rooms and does no work of its own.
"""

from __future__ import annotations

import secrets
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from triage.errors import CaseError
from triage.model.items import ItemNo
from triage.store.db import Store

if TYPE_CHECKING:
    from triage.model.reports import (
        Conversation,
        Coverage,
        Difference,
        Expansion,
        Facet,
        HitList,
        SavedRun,
        SavedSearch,
        TermReport,
    )
    from triage.search.engine import Engine
    from triage.search.snapshot import Asking


class Reports(ABC):
    """The reports of one open case; every method raises a TriageError whose text says what to do."""

    name: str
    blind: bool
    _store: Store

    @property
    @abstractmethod
    def _index(self) -> Engine:
        """The open engine."""

    @property
    def _asking(self) -> Asking:
        from triage import __version__
        from triage.search.snapshot import Asking

        return Asking(self._store, self._index, __version__, blindly=self.blind)

    def terms(
        self,
        terms: Path | Sequence[str],
        within: str = "",
        untagged: bool = False,
        done: Callable[[int, int], None] | None = None,
        stop: threading.Event | None = None,
    ) -> TermReport:
        """Report what each term of a list (or of its file) finds, among all items or those that ``within`` finds.

        ``untagged``: only among items without a tag. ``done`` is told how many terms of how many were asked; ``stop``
        may be set by any thread, and the report then says that it was stopped.
        """
        from triage.search.query import language
        from triage.search.reports import term_list
        from triage.search.reports.terms import report

        listed = term_list.read(terms) if isinstance(terms, Path) else term_list.listed(terms)
        language.read(within)
        if untagged:
            within = f"({within}) AND is:untagged" if within.strip() else "is:untagged"
        return report(self._asking, self.name, listed, within, done, stop)

    def coverage(
        self,
        text: str = "",
        within: str = "",
        sample: int = 0,
        seed: str = "",
        found: str = "",
        confidence: float = 0.95,
    ) -> Coverage:
        """Certify what a search found and what it couldn't speak for, with a drawn sample of that to check by hand.

        The same ``seed`` draws the same sample; "" draws a new one. ``found`` is what was found in it: a number, or a
        query that finds it.
        """
        from triage.search.reports.coverage import coverage

        if found.strip() and not seed:
            raise CaseError("Which sample was checked? Give the seed that it was drawn with; it stands beside it.")
        seed = seed or secrets.token_hex(4)
        return coverage(self._asking, self.name, text, within, sample, seed, found, confidence)

    def expansions(self, text: str) -> tuple[Expansion, ...]:
        """Return the words of the index that each wildcard, fuzzy word and the like of a query stands for."""
        from triage.search.query import language

        return self._asking.expansions(language.read(text).query)

    def facets(self, nos: Sequence[ItemNo]) -> tuple[Facet, ...]:
        """Divide a list of items: by custodian, type, sender's domain, month, tag, problem and role in the family."""
        from triage.search.reports.facets import facets

        return facets(self._store, nos)

    def hits(
        self, text: str, width: int = 60, sort: str = "item", limit: int = 1000, stop: threading.Event | None = None
    ) -> HitList:
        """Return hits with up to ``width`` characters of text on each side, sorted by item, left or right context."""
        from triage.search.reports.hits_in_context import hits

        return hits(self._asking, text, width, sort, limit, stop)

    def conversation(self, no: ItemNo) -> Conversation:
        """Return the conversation of an item as a tree, with the messages that the case doesn't have as ghosts."""
        from triage.store.conversation import conversation

        return conversation(self._store, no)

    # Saved searches

    def save_search(self, name: str, query: str, reviewer: str) -> SavedSearch:
        """Save a query under a name; a new version where the name stands for another one."""
        from triage.search import saved

        return saved.save(self._store, name, query, reviewer)

    def saved_searches(self) -> list[SavedSearch]:
        """Return the latest version of every saved search, by name."""
        from triage.store import saved

        return saved.searches(self._store)

    def run_saved(self, name: str, reviewer: str) -> SavedRun:
        """Run a saved search, and keep what it finds and what was searched."""
        from triage.search import saved

        return saved.run(self._asking, name, reviewer)

    def saved_runs(self, name: str) -> list[SavedRun]:
        """Return the runs of a saved search, oldest first."""
        from triage.search import saved

        return saved.runs(self._store, name)

    def saved_found(self, name: str, number: int) -> list[ItemNo]:
        """Return the items that a run of a saved search found, in ascending order."""
        from triage.search import saved

        return saved.found(self._asking, name, number)

    def saved_difference(self, name: str, before: int | None = None, after: int | None = None) -> Difference:
        """Say which items only one of two runs found, and why; the last two runs unless their numbers are given."""
        from triage.search import saved

        return saved.difference(self._asking, name, before, after)


def write_hits(found: HitList, path: Path, ending: str = "") -> None:
    """Write a hit list to a new file: .csv, .xlsx or .html, by its ending or the one given."""
    from triage.export import hit_table, tables

    tables.write(hit_table.table(found), path, ending)


def write_terms(report: TermReport, path: Path, ending: str = "") -> None:
    """Write a search term report to a new file: .csv, .xlsx or .html, by its ending or the one given."""
    from triage.export import tables, term_table

    tables.write(term_table.table(report), path, ending)
