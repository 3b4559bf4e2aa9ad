"""Which words are marked in an item: those of the query, or of an open sample, and those of the lists switched on.

It knows the session, and no widget; where the words stand the case says.
"""

from __future__ import annotations

from typing import NamedTuple

from triage.case import Case
from triage.model.items import Item, ItemNo, Span
from ui.case.session import Session


class MarkedWords(NamedTuple):
    """A query, and terms that are marked beside it: their numbers count from LISTED."""

    query: str = ""
    terms: tuple[str, ...] = ()

    def spans(self, item: Item, case: Case) -> list[Span]:
        """Return where the words stand."""
        return case.search.spans(self.query, item, self.terms) if self.query.strip() or self.terms else []


def marked_words(session: Session, no: ItemNo | None) -> MarkedWords:
    """Return what is marked in an item: the query of the list, or of an open sample it is in, and the lists' terms."""
    source, items = session.sample
    query = source if no in items else session.results.text if session.results else ""
    return MarkedWords(query, session.memory.highlights.terms)
