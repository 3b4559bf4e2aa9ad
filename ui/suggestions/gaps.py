"""Gaps: messages and files that may be missing, each with its evidence and its items."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QTreeWidgetItem

from triage.insight.gaps.nouns import ABSENT, FILE, KINDS, Gap, GapReport
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, tr
from ui.suggestions import SuggestionView
from ui.widgets.builders import choice
from ui.widgets.controls import Listing, button

_KINDS = {
    ABSENT: later("Messages that others refer to"),
    FILE: later("Files that are named"),
}


class GapsView(SuggestionView):
    title = "Gaps"
    task = "Finding gaps"
    hint = later(
        "What may be missing is listed here: messages that others refer to, and files that messages name. It may have"
        " an innocent reason. Nothing of it is kept."
    )
    action = later("Find gaps")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._report: GapReport | None = None
        self.kind = choice(tr("Kind of gap"), [tr(_KINDS[kind]) for kind in KINDS])
        self.kind.currentIndexChanged.connect(lambda at: self._list())
        heads = (tr("Custodian"), tr("What"), tr("Days"), tr("Items"), tr("Evidence"))
        self.list = Listing(tr("What may be missing"), heads, stretch=4, numbers=(3,))
        self.list.itemActivated.connect(lambda line, column: self._open())
        self.again = button(tr("Look again"), self.find_all)
        self.set_content((self.kind, self.again), (self.list, 1))
        self.setFocusProxy(self.list)

    def forget(self) -> None:
        super().forget()
        self._report = None

    def take(self, report: GapReport) -> None:
        self._report = report
        self.stack.setCurrentIndex(1)
        for at, kind in enumerate(KINDS):
            self.kind.setItemText(at, f"{tr(_KINDS[kind])} ({formatting.number(report.total(kind))})")
        self._list()

    def _gaps(self) -> list[Gap]:
        kind = KINDS[self.kind.currentIndex()]
        return [gap for gap in self._report.gaps if gap.kind == kind] if self._report is not None else []

    def _list(self) -> None:
        gaps = self._gaps()
        self.list.fill(self._lines(gaps))
        total = self._report.total(KINDS[self.kind.currentIndex()]) if self._report is not None else 0
        count = formatting.number(len(gaps))
        more = tr("the first {shown} are listed", shown=count) if total > len(gaps) else ""
        self.status.setText(formatting.listed(filter(None, (formatting.count(total, "gap"), more))))

    def _lines(self, gaps: list[Gap]) -> Iterator[QTreeWidgetItem]:
        for at, gap in enumerate(gaps):
            days = as_is(" – ".join(dict.fromkeys(filter(None, (gap.first, gap.last)))))
            evidence = messages.shown(gap.evidence)
            named = formatting.foreign(gap.custodian), formatting.foreign(gap.about)
            texts = (*named, days, formatting.number(len(gap.nos)), evidence)
            yield self.list.line(texts, at, formatting.hint("\n".join((evidence, *gap.people))))

    def _open(self) -> None:
        at = self.list.chosen()
        if isinstance(at, int) and (query := self._gaps()[at].query):
            self.session.query_proposed.emit(query)
        else:
            self.session.say(tr("No short query finds exactly these items."))
