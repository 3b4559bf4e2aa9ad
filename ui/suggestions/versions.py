"""Versions: mails that a later one quotes in full, side by side with it, and texts that are nearly the same.

Nothing is hidden: what is contained stays in every list, and a query with NOT is:contained is a person's choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from triage.case import Case
from triage.insight.near.nouns import ContainedReport
from triage.model.items import ItemNo, Row
from ui.case.session import Session
from ui.dialogs.compare import CompareDialog
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.suggestions import SuggestionView
from ui.widgets.controls import Listing, button

NEAR = "Finding near-duplicates"
_MOST = 500  # mails that are listed
_MAIL = Qt.ItemDataRole.UserRole
_LATER = _MAIL + 1
_Contained = tuple[ContainedReport, Sequence[tuple[Row, Row]]]


def _read(who: str, case: Case) -> _Contained | None:
    report = case.reports.insight.contained.last()
    if report is None:
        return None
    listed = report.mails[:_MOST]
    mails = case.search.rows([mail.no for mail in listed], reviewer=who)
    others = case.search.rows([mail.later for mail in listed], reviewer=who)
    return report, list(zip(mails, others, strict=True))


class VersionsView(SuggestionView):
    title = "Versions"
    task = "Finding contained mails"
    hint = later(
        "Mails that a later one of their conversation quotes in full, with every attachment, are listed here beside it."
        " None is hidden."
    )
    action = later("Find contained mails")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.dialog: CompareDialog | None = None
        heads = (tr("Subject"), tr("From"), tr("Date"), tr("Is in one of"))
        self.list = Listing(tr("Mails that a later one quotes in full"), heads)
        self.list.itemActivated.connect(lambda line, column: self._visit(_MAIL))
        self.list.currentItemChanged.connect(lambda now, before: self._show_state())
        self.later_button = button(tr("Go to the later mail"), lambda: self._visit(_LATER))
        self.compare_button = button(tr("Compare both"), self.compare, "main")
        self.search_button = button(tr("List them"), lambda: session.query_proposed.emit("is:contained"))
        self.find_button = button(tr("Look again"), self.find_all)
        self.near_button = button(tr("Find near-duplicates"), lambda: session.task_requested.emit(NEAR, ()))
        finding = (self.search_button, self.find_button, self.near_button)
        self.set_content((self.compare_button, self.later_button, *finding), (self.list, 1))
        self.setFocusProxy(self.list)

    def writers(self) -> tuple[QWidget, ...]:
        return self.find_button, self.near_button, self.empty.button

    def forget(self) -> None:
        super().forget()
        self.refresh()

    def ended(self, task: str, result: Any) -> None:
        super().ended(task, result)
        if task == NEAR and result is not None and self.in_sight:
            self.session.query_proposed.emit("is:near-duplicate")

    def read(self) -> None:
        self.session.ask("rest", partial(_read, self.session.reviewer), self._list, newest="contained")

    def _list(self, contained: _Contained | None) -> None:
        self.stack.setCurrentIndex(0 if contained is None else 1)
        if contained is not None:
            report, pairs = contained
            self.list.fill(self._lines(pairs))
            outdated = "" if report.current else tr("items have changed since")
            counted = tr(
                "{contained} of {mails} compared",
                contained=formatting.number(len(report.mails)),
                mails=formatting.count(report.compared, "mail"),
            )
            self.status.setText(formatting.listed(filter(None, (counted, outdated))))
        self._show_state()

    def _lines(self, pairs: Sequence[tuple[Row, Row]]) -> Iterator[QTreeWidgetItem]:
        for mail, other in pairs:
            name = formatting.foreign(mail.subject or mail.name)
            texts = (name, formatting.foreign(mail.sender), formatting.when(mail.date), formatting.when(other.date))
            line = self.list.line(texts, int(mail.no), formatting.hint(name))
            line.setData(0, _LATER, int(other.no))
            yield line

    def _show_state(self) -> None:
        for widget in (self.compare_button, self.later_button):
            widget.setEnabled(self.list.currentItem() is not None)

    def _visit(self, role: int) -> None:
        if (line := self.list.currentItem()) is not None:
            self.session.visit(ItemNo(int(line.data(0, role))))

    def compare(self) -> None:
        if (line := self.list.currentItem()) is not None:
            nos = (ItemNo(int(line.data(0, role))) for role in (_MAIL, _LATER))
            self.dialog = CompareDialog(self.below_dialogs(), self.session, *nos)
            self.dialog.show()
