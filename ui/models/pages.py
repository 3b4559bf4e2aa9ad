"""Items read for the preview: the one wanted, the one likely to be next, and the last few."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import Item, ItemNo, ListedPlace
from ui.case.session import Session
from ui.i18n import messages
from ui.models.marks import MarkedWords, marked_words
from ui.models.page import Page, lay_out

LONG = 400_000
"""Characters from which on an item's text is shown before its hits are found."""

_MOST_PAGES = 12
_ATTACHED = 8  # attachments that are named over an item
_Key = tuple[ItemNo, MarkedWords]


def _read(no: ItemNo, words: MarkedWords, case: Case) -> Page:
    """Read an item and light its hits; in a very long one they are found later, and its text is shown at once."""
    item = case.search.item(no)
    attached = tuple(case.search.rows(case.search.family(no, _ATTACHED))) if item.row.attachments else ()
    passages = () if item.row.sealed else tuple(case.decisions.passages.of(no))
    redactions = () if item.row.sealed else tuple(case.decisions.passages.redactions.of(no))
    late = any(words) and sum(len(segment.text) for segment in item.segments) > LONG
    page = lay_out(item, () if late else words.spans(item, case))
    return replace(
        page, hits_known=page.hits_known and not late, attached=attached, passages=passages, redactions=redactions
    )


def _light(page: Page, words: MarkedWords, case: Case) -> Page:
    complete = lay_out(page.item, words.spans(page.item, case))
    return replace(complete, attached=page.attached, passages=page.passages, redactions=page.redactions)


class Pages(QObject):
    """Reads pages in the background; ``page_loaded`` carries a page that was asked for and is the current item's."""

    page_loaded = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pages: OrderedDict[_Key, Page] = OrderedDict()
        self._requested: _Key | None = None
        self._recorded: tuple[Item, str, ListedPlace | None] | None = None  # recorded last: to whom, and where
        session.item_shown.connect(self._record)
        session.list_ranked.connect(lambda ranked: self._record_again())
        session.naming.named.connect(lambda name, first: self._record_again())
        session.decisions_saved.connect(lambda receipt: self._pages.clear())

    def _record(self, item: Item) -> None:
        """Record that an item's text is shown, to whom, and where in the suggested order: once for as long as it is."""
        reviewer, place = self._session.reviewer, self._session.places.show(item.row.no)
        before, self._recorded = self._recorded, (item, reviewer, place)
        if before is None or before[0] is not item or before[1:] != (reviewer, place):
            work = lambda case: case.search.showing(item, reviewer, place)  # noqa: E731
            self._session.ask("rest", work, lambda _: None)

    def _record_again(self) -> None:
        if self._recorded is not None and self._recorded[0].row.no == self._session.current:
            self._record(self._recorded[0])

    def forget(self) -> None:
        self._pages.clear()
        self._requested = None

    def words(self, no: ItemNo | None) -> MarkedWords:
        return marked_words(self._session, no)

    def want(self, no: ItemNo) -> Page | None:
        """Return an item's page where it is at hand; else it will arrive."""
        key = (no, self.words(no))
        page = self._pages.get(key)
        if page is None:
            self._ask(key)
        else:
            self._pages.move_to_end(key)
            self._light(key, page)
        return page

    def read_ahead(self) -> None:
        no = self._session.upcoming
        if no is not None and (key := (no, self.words(no))) not in self._pages:
            self._ask(key)

    def _ask(self, key: _Key) -> None:
        if key == self._requested or self._session.jobs is None:
            return
        self._requested = key
        self._session.ask(
            "item", lambda case: _read(*key, case), lambda page: self._take(key, page), self._failed, newest="item"
        )

    def _failed(self, error: TriageError) -> None:
        self._requested = None
        self._session.error_posted.emit(messages.error(error))

    def _take(self, key: _Key, page: Page) -> None:
        if key == self._requested:
            self._requested = None
        self._pages[key] = page
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)
        current = self._session.current
        if current is None or key[0] != current:
            return
        if key[1] == self.words(current):
            self.page_loaded.emit(page)
            self._light(key, page)
        elif (now := self.want(current)) is not None:  # other words are marked by now
            self.page_loaded.emit(now)

    def _light(self, key: _Key, page: Page) -> None:
        if not page.hits_known:
            work = partial(_light, page, key[1])
            self._session.ask("rest", work, lambda complete: self._take(key, complete), newest="hits")
