"""The front door's wing for looking at originals: page images, rich text, tables, bytes.

``case.Case`` is a ``Viewing``; nobody else makes one. Every method opens the item's source through the broker if it
isn't at hand, with the reviewer's name in the ledger and in the audit, and lets the airlock draw it. An item that is
sealed, or holds a sealed one, is never opened.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from triage.errors import CaseError
from triage.model.items import Check, Item, ItemNo, Row
from triage.model.previews import CellPlaces, NativeBytes, PageImage, RichText, SheetRows
from triage.scope.policy import Policy
from triage.settings import Settings
from triage.store.db import Store
from triage.store.seals import sealed

if TYPE_CHECKING:
    from triage.indexing.previews import Originals
    from triage.scope.ledger import Head

MOST_BYTES = 1 << 20
"""Most bytes in one answer of ``native_bytes``."""


class Viewing(ABC):
    """The originals of one open case; every method raises a TriageError whose text says what to do."""

    path: Path
    settings: Settings
    _store: Store
    _originals: Originals | None = None

    @property
    @abstractmethod
    def policy(self) -> Policy:
        """The scope in force."""

    @abstractmethod
    def item(self, no: ItemNo) -> Item:
        """Return an item with its text."""

    @abstractmethod
    def rows(self, nos: Sequence[ItemNo]) -> list[Row]:
        """Return the rows of items."""

    def page_count(self, no: ItemNo, reviewer: str) -> int:
        """Return how many pages an item has that can be drawn."""
        return self.page_image(no, 0, 16, reviewer).pages

    def page_image(
        self, no: ItemNo, page: int, width: int, reviewer: str, stop: threading.Event | None = None
    ) -> PageImage:
        """Return a page (from 0) of a PDF, a picture or a document, about ``width`` pixels wide, drawn in the airlock.

        Any thread may set ``stop``; CaseError is raised then.
        """
        originals, media = self._open(no, reviewer)
        drawn = originals.picture(media, page, width, stop)
        return PageImage(drawn.pages, drawn.width, drawn.height, drawn.data)

    def rich(self, no: ItemNo, reviewer: str) -> RichText:
        """Return a mail's or page's HTML with everything taken out but words and their arrangement."""
        originals, media = self._open(no, reviewer)
        made = originals.rich(media)
        return RichText(tuple(made.parts), tuple(made.notes))

    def table(self, no: ItemNo, sheet: int, first: int, reviewer: str) -> SheetRows:
        """Return rows of a sheet (both from 0) of a workbook or a text of separated cells."""
        originals, media = self._open(no, reviewer)
        found = originals.cells(media, sheet, first)
        return SheetRows(
            tuple(found.sheets),
            found.first,
            found.total,
            found.columns,
            tuple(map(tuple, found.rows)),
            frozenset(found.hidden_rows),
            frozenset(found.hidden_columns),
            tuple(found.notes),
        )

    def cell_places(self, no: ItemNo, sought: Sequence[str], reviewer: str) -> CellPlaces:
        """Return the cells, in every sheet, that hold one of these texts, letter case apart."""
        originals, media = self._open(no, reviewer)
        found = originals.places(media, [text.casefold() for text in sought if text])
        return CellPlaces(tuple(found.places), found.more)

    def native_bytes(self, no: ItemNo, start: int, length: int, reviewer: str) -> NativeBytes:
        """Return up to ``length`` bytes (MOST_BYTES at most) of the item's original; nothing is read into them."""
        originals, _ = self._open(no, reviewer)
        data, total = originals.part(start, max(0, min(length, MOST_BYTES)))
        return NativeBytes(start, total, data)

    def _open(self, no: ItemNo, reviewer: str) -> tuple[Originals, str]:
        """Return the holder of the item's original, opened if need be, and the item's media type."""
        row = self._may_show(no)
        if self._originals is None:
            from triage.indexing.previews import Originals

            self._originals = Originals(self.path, self.settings)
        if not self._originals.holds(row.id):
            self._originals.open(self.item(no), self.policy, reviewer, lambda head: self._note(row, reviewer, head))
        return self._originals, row.type

    def _may_show(self, no: ItemNo) -> Row:
        """Return the item's row; raises CaseError where its original must not be seen: it is or holds sealed text."""
        row = next(iter(self.rows([no])), None)
        if row is None:
            raise CaseError(f"There is no item number {no}.")
        if row.sealed or sealed.shut(self._store, no):
            if self._originals is not None:
                self._originals.drop()
            raise CaseError("This item is sealed, or something inside it is; its original stays closed.")
        return row

    def _note(self, row: Row, reviewer: str, head: Head) -> None:
        """Tie the ledger of views to the audit, so that its end can't be cut off unseen."""
        end = f"{head.lines}:{head.hash}"
        with self._store.change(reviewer, "view", item=row.id, ledger=end):
            self._store.set_meta("views", end)

    def _close_originals(self) -> None:
        if self._originals is not None:
            self._originals.close()
            self._originals = None

    def _check_views(self) -> Check:
        """Check the ledger of views: chain, end, and that each opening follows its decision inside the scope."""
        from triage.indexing.previews import VIEWS
        from triage.indexing.verify import verify_views

        return verify_views(self._store, self.path / VIEWS, self.policy)
