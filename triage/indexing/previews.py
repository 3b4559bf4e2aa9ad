"""An item's original while somebody looks at it: opened once through the broker, drawn in the airlock.

Each opening is in ``views.jsonl``, a ledger of its own beside the one of the runs, so that people can read while the
case is being indexed. One item is held at a time, in memory or as a descriptor; its source stays open for the others in
it. Nothing is written to disk, but for the copy that an office program needs, where ``office_pages`` lets one be used.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from triage.errors import CaseError
from triage.indexing.reopen import ItemBytes, Natives
from triage.messages import decode, encode, say
from triage.model.items import Item, Trouble
from triage.model.messages import Message
from triage.model.previews import CellPlaces, PageImage, RichText, SheetRows, drawn_by_office
from triage.sandbox.render import libreoffice
from triage.sandbox.wire import TABLES, Job, Late, Shown, ViewRequest, is_sound
from triage.scope.ledger import Head, Ledger, looking
from triage.scope.policy import Policy
from triage.settings import FILE as SETTINGS_FILE
from triage.settings import Settings

_PDF = "application/pdf"
_PATIENCE = 30  # seconds that drawing one page may take
_Kind = TypeVar("_Kind", PageImage, RichText, SheetRows, CellPlaces)


class OriginalPreviews:
    """The original of the item looked at last, and the reader process that draws it. Close it at the end."""

    def __init__(
        self, folder: Path, settings: Settings, scope: Callable[[], Policy], log: Callable[[], Ledger]
    ) -> None:
        self._folder = folder
        self._log = log
        self._scope = scope
        self._settings = replace(settings, limit_seconds=min(_PATIENCE, settings.limit_seconds))
        self._natives: Natives | None = None
        self._original: tuple[str, ItemBytes] | None = None
        self._pdf: ItemBytes | None = None
        self._number = 0
        self._no_table: Message | None = None

    @property
    def unconfined(self) -> bool:
        """Whether the original at hand was opened by a process that Linux doesn't confine."""
        return self._natives is not None and self._natives.unconfined

    def holds(self, item_id: str) -> bool:
        """Whether this item's original is at hand, and neither its source nor the scope has changed."""
        if self._natives is None or self._original is None or self._original[0] != item_id:
            return False
        return self._natives.still_open()

    def open(self, item: Item, reviewer: str, opened: Callable[[Head], None]) -> None:
        """Open an item's original in place of the last one; raises CaseError where it can't be had or has changed."""
        self.drop()
        self._number += 1
        with looking(self._folder):
            ledger = self._log()
            try:
                ledger.event("view", {"by": reviewer}, item=item.row.id)
                original = self._natives_in(ledger).hold(item)
            finally:
                ledger.sync()
                ledger.end()
            opened(ledger.head)
        name = item.row.name or item.row.id
        if isinstance(original, Trouble):
            raise CaseError("original-not-shown", name=name, why=original.message)
        if original.sha256 != item.sha256:
            original.close()
            raise CaseError("original-changed", name=name)
        self._original = (item.row.id, original)

    def part(self, start: int, length: int) -> tuple[bytes, int]:
        original = self._at_hand
        return original.part(max(0, start), length), original.size

    def picture(
        self, media: str, page: int, width: int, stop: threading.Event | None = None, sought: Sequence[str] = ()
    ) -> PageImage:
        """Draw a page, with the phrases ``sought`` marked; any thread may set ``stop``. Raises CaseError."""
        view = ViewRequest("page", page, width, sought=tuple(sought))
        if drawn_by_office(media):
            return self._shown(PageImage, _PDF, view, self._printed(media, stop), stop)
        return self._shown(PageImage, media, view, stop=stop)

    def _printed(self, media: str, stop: threading.Event | None) -> ItemBytes:
        """Return the PDF that an office program makes of the original at hand; made once."""
        if not self._settings.office_pages:
            raise CaseError("office-pages-off", file=self._folder / SETTINGS_FILE)
        if self._pdf is None:
            original = self._at_hand
            if original.size > self._settings.limit_item_mb << 20:
                raise CaseError("too-large-for-pages")
            pdf = libreoffice.to_pdf(original.part(0, original.size), media, self._folder, stop)
            self._pdf = ItemBytes(pdf, "", size=len(pdf), custodian=original.custodian)
        return self._pdf

    def rich(self, media: str) -> RichText:
        return self._shown(RichText, media, ViewRequest("rich"))

    def cells(self, media: str, sheet: int, first: int) -> SheetRows:
        return self._table(SheetRows, media, ViewRequest("cells", sheet, first=first, original=self._number))

    def places(self, media: str, sought: Sequence[str]) -> CellPlaces:
        """Return the cells that hold one of these texts, which are case-folded."""
        view = ViewRequest("places", sought=tuple(sought), original=self._number)
        return self._table(CellPlaces, media, view)

    def _table(self, kind: type[_Kind], media: str, request: ViewRequest) -> _Kind:
        """Return a view of a table; one that a reader died of isn't tried again."""
        if self._no_table is not None:
            raise CaseError(self._no_table)
        return self._shown(kind, media, request)

    @property
    def _at_hand(self) -> ItemBytes:
        assert self._original is not None, "open an original first"
        return self._original[1]

    def _natives_in(self, ledger: Ledger) -> Natives:
        if self._natives is None:
            self._natives = Natives(self._scope, ledger, self._settings)
        self._natives.use(ledger)
        return self._natives

    def _shown(
        self,
        kind: type[_Kind],
        media: str,
        request: ViewRequest,
        instead: ItemBytes | None = None,
        stop: threading.Event | None = None,
    ) -> _Kind:
        original = instead or self._at_hand
        untrusted = self._ask(original, media, request, stop)
        if isinstance(untrusted, Late):
            message = decode(untrusted.troubles[0][1]) if untrusted.troubles else say("not-shown")
            if request.kind in TABLES and any(code == "crashed" for code, _ in untrusted.troubles):
                self._no_table = message
            raise CaseError(message)
        view = untrusted.view
        if not isinstance(view, kind) or (isinstance(view, PageImage) and not is_sound(view)):
            raise CaseError("reader-answered-otherwise", size=original.size)
        return view

    def _ask(self, original: ItemBytes, media: str, view: ViewRequest, stop: threading.Event | None) -> Shown | Late:
        answer: Shown | Late = Late(0, "", [("crashed", encode(say("reader-gave-no-answer")))])
        assert self._natives is not None, "open an original first"
        for reply in self._natives.ask(original, Job(0, "original", declared=media, view=view), stop):
            if isinstance(reply, Shown | Late):
                answer = reply
        if stop is not None and stop.is_set():
            self._natives.stop()
            raise CaseError("view-cancelled")
        return answer

    def drop(self) -> None:
        self._pdf = self._no_table = None
        if self._original is not None:
            self._original[1].close()
            self._original = None

    def close(self) -> None:
        self.drop()
        if self._natives is not None:
            self._natives.close()
