"""The originals of a case: page images, rich text, tables, bytes.

Every method opens the item's source through the broker unless it is open, unchanged and under the same scope, with the
reviewer's name in the ledger and in the audit, and lets the sandbox render it. An item that is sealed, or contains a
sealed one, is never opened.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from msgspec.structs import replace

from triage.case.opened import OpenCase
from triage.errors import CaseError, naming
from triage.indexing.previews import OriginalPreviews
from triage.model.items import ItemNo, Row
from triage.model.previews import CellPlaces, NativeBytes, PageImage, PageText, RichText, SheetRows
from triage.scope.ledger import Head, Ledger
from triage.store import reading, sealed
from triage.store.db import why_unreadable

MOST_BYTES = 1 << 20
"""Most bytes in one answer of ``read_bytes``."""


class Originals:
    """The originals of one open case, one of which is open at a time."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self._holder: OriginalPreviews | None = None

    def page(
        self,
        no: ItemNo,
        number: int,
        width: int,
        reviewer: str,
        stop: threading.Event | None = None,
        marked: PageText | None = None,
    ) -> PageImage:
        """Return a page (from 0) of a PDF, a picture or a document, about ``width`` pixels wide, drawn in the sandbox.

        Any thread may set ``stop``; CaseError is raised then. Of what is ``marked`` in its text the places come along.
        """
        from triage.search.highlights import PageWords

        originals, media = self._open(no, reviewer, "page", number)
        words = PageWords(marked or PageText())
        image = originals.picture(media, number, width, stop, words.sought)
        return replace(image, marks=words.marks(image.marks))

    def rich_text(self, no: ItemNo, reviewer: str) -> RichText:
        """Return a mail's or page's HTML with everything taken out but words and their arrangement."""
        originals, media = self._open(no, reviewer, "rich text")
        return originals.rich(media)

    def table(self, no: ItemNo, sheet: int, first: int, reviewer: str) -> SheetRows:
        """Return rows of a sheet (both from 0) of a workbook or a text of separated cells."""
        originals, media = self._open(no, reviewer, "sheet", sheet, first)
        return originals.cells(media, sheet, first)

    def find_cells(self, no: ItemNo, sought: Sequence[str], reviewer: str) -> CellPlaces:
        """Return the cells, in every sheet, that hold one of these texts, letter case apart."""
        originals, media = self._open(no, reviewer)
        return originals.places(media, [text.casefold() for text in sought if text])

    def read_bytes(self, no: ItemNo, start: int, length: int, reviewer: str) -> NativeBytes:
        """Return up to ``length`` bytes (MOST_BYTES at most) of the item's original; nothing is read into them."""
        originals, _ = self._open(no, reviewer, "bytes", start, length)
        try:
            data, total = originals.part(start, max(0, min(length, MOST_BYTES)))
        except OSError as error:  # as where its drive is gone
            raise CaseError("original-not-shown", name=self._may_show(no).name, why=error.strerror) from error
        return NativeBytes(start, total, data)

    def close(self) -> None:
        if self._holder is not None:
            self._holder.close()
            self._holder = None

    def _open(
        self, no: ItemNo, reviewer: str, view: str = "", part: int = 0, first: int = 0
    ) -> tuple[OriginalPreviews, str]:
        """Return the holder of the item's original, opened if need be, and the item's media type.

        Which ``view`` of it is shown is recorded, and which part of that.
        """
        row = self._may_show(no)
        self._case.store.must_write(reviewer)
        if self._holder is None:
            self._holder = OriginalPreviews(self._case.path, self._case.settings, self._case.in_force, self._log)
        if not self._holder.holds(row.id):
            item = reading.item(self._case.store, no)
            try:
                with naming(self._case.logs["views"]):
                    self._holder.open(item, reviewer, lambda head: self._note(row, reviewer, head))
            except OSError as error:
                raise why_unreadable(self._case.path, error) or error from error
        if view:
            self._case.exposure.note("page", reviewer, item=row.id, view=view, part=part, first=first)
        return self._holder, row.type

    def _may_show(self, no: ItemNo) -> Row:
        """Return the item's row; raises CaseError where its original must not be seen: it is or holds sealed text."""
        row = next(iter(reading.rows(self._case.store, [no])), None)
        if row is None:
            raise CaseError("item-unknown", number=no)
        if row.sealed or sealed.shut(self._case.store, no):
            if self._holder is not None:
                self._holder.close()
            raise CaseError("original-stays-sealed")
        return row

    def _log(self) -> Ledger:
        return self._case.open_log("views")

    def _note(self, row: Row, reviewer: str, head: Head) -> None:
        """Tie the ledger of views to the audit, so that its end can't be cut off unseen."""
        with self._case.store.change(reviewer, "view", item=row.id, ledger=head.name) as detail:
            detail |= {"unconfined": True} if self._holder is not None and self._holder.unconfined else {}
            self._case.store.set_meta("views", head.anchor)
