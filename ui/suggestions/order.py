"""The suggested order: what it was learned from, how far the review has come, why the item at hand is where it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from triage.errors import TriageError
from triage.insight.order.nouns import Explanation, RankedItems
from triage.model.items import ItemNo
from triage.model.reports import ReviewCurve
from ui import theme
from ui.case.session import SUGGESTED, Session
from ui.case.suggested_order import learned, target
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import Empty, Panel, label, show_message
from ui.widgets.builders import delayed, lay_out, pages, scrolled
from ui.widgets.controls import SplitParts, button, row

_WAIT = 300  # milliseconds on an item before it is explained
_OFF = later(
    "The suggested order lists first what is likely relevant. It is learned from people's decisions and the words of"
    " saved searches, and hides nothing."
)


class OrderView(Panel):
    title = "Reading order"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.learned = label(wraps=True, copies=True)
        self.progress = label(wraps=True, copies=True)
        self.why = label(wraps=True, copies=True)
        for sentence in (self.learned, self.progress, self.why):
            sentence.setContentsMargins(theme.STEP, 0, theme.STEP, 0)
        switch = lambda: session.command_requested.emit("Suggested order")  # noqa: E731
        self.end = button(tr("List as found"), switch)
        left = scrolled(lay_out(QWidget(), self.learned, self.progress, 0), tr("How far the review has come"))
        right = scrolled(lay_out(QWidget(), self.why, 0), tr("Why the item is where it is"))
        page = lay_out(QWidget(), row((self.end,)), (SplitParts(((left, 1), (right, 1))), 1))
        self.empty = Empty(tr(_OFF), tr("Suggested order"), switch)
        self.stack = pages(self, self.empty, page)
        self.setFocusProxy(self.end)
        self._nos: Sequence[ItemNo] = ()
        self._soon = delayed(self, _WAIT, self._ask_why)
        session.list_ranked.connect(self._ranked)
        session.list_sorted.connect(lambda nos: self._show_state())
        session.tags_changed.connect(lambda nos: self._show_state())
        session.item_selected.connect(lambda no: self._soon.start() if self._is_on() else None)
        session.case_opened.connect(self._forget)

    def _is_on(self) -> bool:
        return self.session.order[0] == SUGGESTED and not self.session.veiled

    def _forget(self) -> None:
        self._nos = ()
        self._show_state()

    def _show_state(self) -> None:
        self.stack.setCurrentIndex(1 if self._is_on() and self._nos else 0)

    def _ranked(self, ranked: RankedItems) -> None:
        self.learned.setText(learned(ranked.ranking))
        self._nos = ranked.nos
        self._show_state()
        self.refresh()

    def read(self) -> None:
        if self._is_on() and self._nos:
            nos = self._nos
            review = lambda case: case.reports.insight.ordering.review(nos, target(case))  # noqa: E731
            self.session.ask("rest", review, self._show_progress, self._refuse, newest="review")
            self._ask_why()

    def _ask_why(self) -> None:
        no = self.session.current
        if self.in_sight and self._is_on() and self._nos and no is not None:
            explain = lambda case: case.reports.insight.ordering.explain([no], target(case))[0]  # noqa: E731
            self.session.ask("rest", explain, partial(self._show_why, no), self._refuse, newest="explain")

    def _refuse(self, error: TriageError) -> None:
        show_message(self.why, messages.error(error), "error")

    def _show_progress(self, curve: ReviewCurve) -> None:
        self.progress.setText("\n".join(("", *progress(curve))))

    def _show_why(self, no: ItemNo, why: Explanation) -> None:
        if no == self.session.current:
            show_message(self.why, "\n\n".join(reasons(why)), "")


def reasons(why: Explanation) -> list[str]:
    """Say which words and people speak for an item, and which against it, the strongest first."""
    sentences = []
    for parts, sentence in (
        (why.speaking_for, later("Listed higher for: {words}")),
        (why.speaking_against, later("Listed lower for: {words}")),
    ):
        if parts:
            words = (formatting.isolate(formatting.safe_line(word)) for word, _ in parts)
            sentences.append(tr(sentence, words=formatting.listed(words)))
    return sentences or [tr("Nothing is known of this item's words.")]


def progress(curve: ReviewCurve) -> list[str]:
    """Say how many items were read, and what that implies for recall."""
    numbers = (curve.read, curve.in_order, curve.relevant, curve.misses)
    read, in_order, relevant, misses = map(formatting.number, numbers)
    sentence = later(
        "Read: {read} of {items}, copies counted once; {in_order} of them in the suggested order: {relevant} relevant,"
        " the last {misses} in a row not."
    )
    items = formatting.count(curve.items, "item")
    sentences = [tr(sentence, read=read, items=items, in_order=in_order, relevant=relevant, misses=misses)]
    if curve.coded:
        unread = later("Coded: {coded} more, which had not been shown to the reviewer before and don't count as read.")
        sentences.append(tr(unread, coded=formatting.number(curve.coded)))
    if curve.p is None or curve.low is None:
        nothing = later(
            "Nothing can be said about recall before 20 relevant items and 200 others in a row, all read in the"
            " suggested order."
        )
        return [*sentences, tr(nothing)]
    reached = later("Recall {recall} is most likely reached (p = {p}).")
    missed = later("Recall {recall} is not shown to be reached (p = {p}).")
    sentences.append(tr(reached if curve.enough else missed, recall=f"{curve.recall:.4g}", p=f"{curve.p:.3f}"))
    sentence = later(
        "With {confidence} confidence it is at least {low}, if no decision is wrong. Whether to go on is for people to"
        " decide."
    )
    return [*sentences, tr(sentence, confidence=f"{curve.confidence:.4g}", low=f"{curve.low:.2%}")]
