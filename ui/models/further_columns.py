"""The columns of the result list that the case reads apart from its rows: page by page, and only those that are shown.

They have a lane of their own, so that no row waits for a count of hits. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.tags import RowColumns
from ui.case.session import Session
from ui.i18n import messages

_KEPT = 12  # pages
_WANTED = 4  # pages asked for at most; the oldest wish is forgotten


class FurtherColumns:
    """Reads columns for pages of items; ``loaded`` is called with the number of each page that has come."""

    def __init__(
        self, session: Session, nos_of: Callable[[int], Sequence[ItemNo]], loaded: Callable[[int], None]
    ) -> None:
        self._session, self._nos_of, self._loaded = session, nos_of, loaded
        self.names: frozenset[str] = frozenset()
        self._pages: dict[int, dict[ItemNo, RowColumns]] = {}
        self._wanted: list[int] = []
        self._asked: int | None = None
        self._round = 0

    def forget(self) -> None:
        """Let go of everything read, as the list is another one, or shows other columns."""
        self._round += 1
        self._pages.clear()
        self._wanted.clear()
        self._asked = None

    def get(self, page: int, no: ItemNo) -> RowColumns | None:
        """Return what was read for an item of a page, None while it is being read."""
        if (read := self._pages.get(page)) is None:
            self.want(page)
            return None
        return read.get(no)

    def want(self, page: int) -> None:
        """Read a page, though it may have been read before."""
        if not self.names or page == self._asked:
            return
        self._wanted = [*(wanted for wanted in self._wanted if wanted != page), page][-_WANTED:]
        self._ask()

    def read_again(self, changed: Set[ItemNo]) -> None:
        """Read again those pages on which one of these items, or a copy of one, is listed."""
        for page, read in tuple(self._pages.items()):
            if any(
                no in changed or (row.copies and not changed.isdisjoint(row.copies.nos)) for no, row in read.items()
            ):
                self.want(page)

    def _ask(self) -> None:
        if self._asked is not None or not self._wanted or self._session.jobs is None:
            return
        page = self._asked = self._wanted.pop()
        nos, names, round_ = self._nos_of(page), self.names, self._round
        text = self._session.results.text if self._session.results else ""
        self._session.ask(
            "columns",
            lambda case: case.reports.columns(nos, names, text),
            lambda read: self._take(round_, page, read),
            lambda error: self._fail(round_, error),
        )

    def _take(self, round_: int, page: int, read: list[RowColumns]) -> None:
        if round_ != self._round:
            return
        self._asked = None
        self._pages.pop(page, None)
        self._pages[page] = {row.no: row for row in read}
        if len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]
        self._loaded(page)
        self._ask()

    def _fail(self, round_: int, error: TriageError) -> None:
        if round_ == self._round:
            self._asked = None
            self._session.error_posted.emit(messages.error(error))
