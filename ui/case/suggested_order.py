"""The suggested order of the list: learned aside, and anew as people decide. It hides nothing and decides nothing.

Reading the words of a case takes minutes, so a process of its own does that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from triage.case import Case
from triage.errors import TriageError
from triage.insight.order.nouns import RankedItems, Ranking, RankingTarget
from triage.model.items import ItemNo
from ui.case.session import SUGGESTED, Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.widgets.builders import delayed

TASK = later("Suggesting an order")
_WAIT = 2_000  # milliseconds after a decision before it is looked whether enough was decided to learn anew


def target(case: Case) -> RankingTarget:
    """Return what is looked for: what people tagged, and the words of the case's saved searches."""
    return case.reports.insight.ordering.target(saved=[search.name for search in case.search.saved()])


def _rank(nos: Sequence[ItemNo], due: bool, case: Case) -> RankedItems | None:
    aim = target(case)
    return case.reports.insight.ordering.order(nos, aim) if due or case.reports.insight.ordering.is_due(aim) else None


def learned(made: Ranking) -> str:
    """Say what an order was learned from."""
    parts = (
        (made.relevant, formatting.count(made.relevant, "relevant item")),
        (made.not_relevant, formatting.count(made.not_relevant, "other item")),
        (words := len(made.target.words), formatting.count(words, "searched word")),
    )
    return tr("Suggested order, learned from {known}", known=formatting.listed(part for count, part in parts if count))


def followed(passed: Sequence[ItemNo], ranked: Sequence[ItemNo]) -> tuple[ItemNo, ...]:
    """Return the items that somebody has passed as they are, and after them the others in their order."""
    seen = frozenset(passed)
    return (*passed, *(no for no in ranked if no not in seen))


class SuggestedOrder(QObject):
    """Asks for the order of what is listed, which ``listed`` returns.

    ``ranked`` carries it, as RankedItems, and whether nothing was pressed or clicked since it was asked for: else
    somebody reads already, and what is passed stays. ``withdrawn``: a blind sample was opened, of which an order that
    is learned from decisions could tell.
    """

    ranked = Signal(object, bool)
    withdrawn = Signal()

    def __init__(self, session: Session, listed: Callable[[], Sequence[ItemNo]]) -> None:
        super().__init__()
        self._session, self._listed = session, listed
        self._touched = 0  # the presses so far when the order was asked for
        self._due = False  # asked for and not there yet: a later question whether it is due doesn't replace that
        self._read = self._reading = False  # the words of all items, as far as is known
        self._later = delayed(self, _WAIT, partial(self._ask, due=False))
        session.task_finished.connect(self._ended)
        session.decisions_saved.connect(lambda receipt: self._later.start() if self.on else None)
        session.decisions_saved.connect(lambda receipt: session.places.decide(receipt.changed))
        session.results_changed.connect(lambda results: session.places.leave())
        session.case_opened.connect(self._forget)
        session.tags_changed.connect(lambda _: self.withdrawn.emit() if self.on and session.veiled else None)

    @property
    def on(self) -> bool:
        return self._session.order[0] == SUGGESTED

    def _forget(self) -> None:
        self._later.stop()
        self._session.places.forget()
        self._due = self._reading = False
        self._read = self._session.read_only  # nothing can be kept of what a process would read

    def start(self) -> None:
        self._session.order = SUGGESTED, False
        self.sort()

    def sort(self) -> None:
        """Ask for the order of what is listed now; where the words of items aren't read yet, once they are."""
        self._touched = self._session.keyboard.presses
        if not self._listed():
            return
        if self._read:
            self._ask(due=True)
        elif not self._reading:
            self._reading = True
            self._session.task_requested.emit(TASK, ())

    def _ended(self, task: str, result: object) -> None:
        if task == "Indexing":
            self._read = self._session.read_only
        elif task == TASK:
            self._reading, self._read = False, result is not None
            if self.on and self._read:
                self._ask(due=True)
            elif self.on:
                self._end()

    def _ask(self, *, due: bool) -> None:
        nos = self._listed()
        if self._session.veiled or not self._read:  # once the words are read, the order is asked for anyway
            return
        due = self._due = due or self._due
        if due:
            self._session.waiting_changed.emit(tr("Sorting …"))
        take = partial(self._take, nos, due)
        self._session.ask("rest", partial(_rank, nos, due), take, self._fail, newest="order")

    def _take(self, nos: Sequence[ItemNo], due: bool, ranked: RankedItems | None) -> None:
        if due:
            self._due = False
            self._session.waiting_changed.emit("")
        if self.on and nos is self._listed() and ranked is not None:
            self.ranked.emit(ranked, due and self._session.keyboard.untouched_since(self._touched))
            self._session.say(learned(ranked.ranking))

    def _fail(self, error: TriageError) -> None:
        self._due = False
        self._session.waiting_changed.emit("")
        self._end()
        self._session.error_posted.emit(messages.error(error))

    def _end(self) -> None:
        self._session.places.leave()
        self._session.order = "", False
