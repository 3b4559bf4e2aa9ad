"""Where a reviewer left a case: query, order, row, batch, sample, panels. The next session begins there.

It is kept with the window's preferences, outside the case. Of the case itself it holds the text of queries, the names
of a batch and a sample and the id of one item, never what was decided or read. Of notes that weren't saved see
``drafts``.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote

import msgspec
from PySide6.QtCore import QObject, Signal

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.team import Changes
from ui import preferences
from ui.case.drafts import Draft, Drafts, read_drafts
from ui.widgets.builders import delayed

# The term lists that are always highlighted, whatever is searched for.

MOST = 200
"""Terms that are highlighted at once."""


class _Highlights(QObject):
    """Lists by their names, and the ``terms`` of all of them, each once; the place of a term says its colour."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lists: dict[str, list[str]] = {}
        self.terms: tuple[str, ...] = ()

    def switch(self, lists: dict[str, list[str]]) -> None:
        if lists != self.lists:
            self.lists = lists
            self.terms = tuple(dict.fromkeys(term for terms in lists.values() for term in terms))[:MOST]
            self.changed.emit()


_MOST = 50  # queries
_LATER = 20_000  # milliseconds after a change before it is kept: each time costs 20 ms


class CasePlace(msgspec.Struct, omit_defaults=True):
    """Where a reviewer is in a case. ``sort`` is None where nobody has been there before.

    ``item`` is the id of the current row, which has so many rows ``above`` it in sight; ``docks`` are states of the
    window's docks, in base 64, by the name under which they are kept; ``history`` has the last queries, ``lists`` the
    term lists that are highlighted.
    """

    query: str = ""
    sort: str | None = None
    descending: bool = False
    all_copies: bool = False
    item: str = ""
    above: int = 0
    batch: str = ""
    sample: str = ""
    docks: dict[str, str] = {}
    history: list[str] = []
    lists: dict[str, list[str]] = {}


class Recalled(NamedTuple):
    """A place with what the case has to say of it: the item's number, and the items that a blind sample veils.

    ``seen`` is how far the case was then: what the window reads of it is read later. ``drafts`` are notes that were
    begun and not saved.
    """

    case_id: str = ""
    place: CasePlace = CasePlace()
    no: ItemNo | None = None
    veiled: frozenset[ItemNo] = frozenset()
    seen: Changes | None = None
    drafts: Mapping[ItemNo, Draft] = MappingProxyType({})


def recall(case: Case, reviewer: str) -> Recalled:
    """Return where a reviewer left a case, without an item that is gone or sealed."""
    case_id, seen = case.team.case_id or str(case.path), case.team.changes(None)
    place, no, veiled = _stored(case_id, reviewer), None, frozenset[ItemNo]()
    with suppress(TriageError):
        if place.item and not case.search.rows([item_no := case.search.find(place.item)])[0].sealed:
            no = item_no
    with suppress(TriageError):
        if place.sample and (sample := case.team.samples.named(place.sample)).blind:
            veiled = frozenset(case.decisions.related(sample.items))
    return Recalled(case_id, place, no, veiled, seen, read_drafts(case, case_id, reviewer))


def _key(case_id: str, reviewer: str) -> str:
    return f"place/{quote(case_id, safe='')}/{quote(reviewer, safe='')}"


def _stored(case_id: str, reviewer: str) -> CasePlace:
    with suppress(msgspec.MsgspecError):
        return msgspec.json.decode(preferences.text(_key(case_id, reviewer), "{}"), type=CasePlace)
    return CasePlace()


class Memory(QObject):
    """The place in the open case. ``place_requested`` carries a CasePlace into which each panel writes where it is."""

    place_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._recalled, self._reviewer = Recalled(), ""
        self.history: list[str] = []
        self.highlights = _Highlights()
        self.highlights.changed.connect(self.changed)
        self._saved = CasePlace()
        self._resumed = False
        self.drafts = Drafts()
        self._later = delayed(self, _LATER, self.keep)

    @property
    def place(self) -> CasePlace:
        return self._recalled.place

    @property
    def item(self) -> ItemNo | None:
        return None if self._resumed else self._recalled.no

    def open(self, recalled: Recalled, reviewer: str) -> None:
        self._recalled, self._reviewer, self._saved, self._resumed = recalled, reviewer, recalled.place, False
        self.history = recalled.place.history
        self.highlights.switch(recalled.place.lists)
        self.drafts.open(recalled.case_id, reviewer, recalled.drafts)

    def resume(self) -> tuple[CasePlace, ItemNo | None]:
        """Return the place and its item, the first time; from now on what is shown is worth keeping."""
        first, self._resumed = not self._resumed, True
        return (self._recalled.place, self._recalled.no) if first else (CasePlace(), None)

    def add_query(self, query: str) -> None:
        if query.strip():
            self.history = [query, *(earlier for earlier in self.history if earlier != query)][:_MOST]
        self.changed()

    def changed(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def keep(self) -> None:
        self._later.stop()
        if self._resumed:
            place = CasePlace(docks=dict(self._saved.docks), history=self.history, lists=self.highlights.lists)
            self.place_requested.emit(place)
            if place != self._saved:
                self._saved = place
                preferences.put(_key(self._recalled.case_id, self._reviewer), msgspec.json.encode(place).decode())

    def rename(self, reviewer: str, first: bool) -> None:
        """Keep the place under one name, and from now on under another's, with that one's history.

        Whoever gives their ``first`` name has made the history so far.
        """
        self.keep()
        self._reviewer = reviewer
        self.drafts.rename(self._recalled.case_id, reviewer, along=first)
        place = _stored(self._recalled.case_id, reviewer)
        self.history = place.history or (self.history if first else [])
        self.highlights.switch(place.lists or self.highlights.lists)  # those of whoever gives a name at last stay

    def close(self) -> None:
        self.keep()
        self.drafts.keep()
        self.open(Recalled(), "")
