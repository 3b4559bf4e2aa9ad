"""Notices what other windows and commands write to the open case, so that this window follows within a second.

It reads only; what the window does about it is for those to say who listen.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from triage.case import Case
from triage.model.items import ItemNo, Receipt, Row
from triage.model.team import READING, SHOWING, Changes
from ui.case.deciding import CurrentTags

T = TypeVar("T")
Change = tuple[Changes, T, Changes]
_EVERY = 500
"""Milliseconds between two looks; more where a look has to wait for sums that take long to count."""


def between(case: Case, work: Callable[[], T]) -> Change[T]:
    """Return what a change of this window returned, between how far the case was before and after it."""
    return case.team.changes(None), work(), case.team.changes(None)


class CaseWatch(QObject):
    """Looks at a case again and again while it is open. ``ask`` is ``Session.ask``, ``writing`` counts its writes."""

    case_changed = Signal()  # others wrote more than what they were shown
    decisions_read = Signal(object)  # Receipt: these items were decided on by others
    tags_changed = Signal(object)  # frozenset of ItemNo
    seals_changed = Signal(object)  # frozenset of ItemNo
    reading_paused = Signal()  # an index run of another process added items, and none came for a while

    def __init__(self, ask: Callable[..., Any], current_tags: CurrentTags, writing: Callable[[], int]) -> None:
        super().__init__()
        self._ask, self._current_tags, self._writing = ask, current_tags, writing
        self._put_off = False
        self._seen: Changes | None = None
        self._reading = False
        self._asked_at = 0.0
        self._opened = 0

    def start(self, seen: Changes | None = None) -> None:
        """Begin with the case as it was ``seen``, which is before anything of it was read; None is as it is now."""
        self._seen, self._reading = seen, False
        self._opened += 1
        self._look(self._opened)

    def pass_over(self, change: Change[T]) -> T:
        """Leave out a change of this window, which shows it already, unless others wrote since the last look."""
        before, result, after = change
        if self._seen is not None and self._seen.audit == before.audit:
            self._seen = after
        return result

    def _look(self, opened: int) -> None:
        if opened != self._opened:
            return  # another case was opened since, and has looks of its own
        before, self._asked_at = self._seen, time.monotonic()
        self._ask("rest", lambda case: case.team.changes(before), self._take, lambda error: None)

    def _take(self, changes: Changes) -> None:
        # A case that can't be looked at (a copy without a writer) isn't watched.
        waited = round((time.monotonic() - self._asked_at) * 1000)
        # A timer that belonged to this object could be stopped from a thread in which Python collects garbage.
        QTimer.singleShot(max(_EVERY, 4 * waited), self, partial(self._look, self._opened))
        self._put_off = bool(self._writing()) and not self._put_off
        if self._put_off:
            return  # it may have read a step of this window, which isn't told yet that it is saved
        before, self._seen = self._seen, changes
        if before is None or changes.audit < before.audit:
            self._seen = before or changes  # this window's own change came in between
            return
        actions = changes.actions if changes.audit > before.audit else frozenset[str]()
        if actions - SHOWING:
            self.take_over(changes.decided)
            self.case_changed.emit()
        paused, self._reading = self._reading and not actions & READING, bool(actions & READING)
        if paused:
            self.reading_paused.emit()

    def take_over(self, decided: Sequence[ItemNo]) -> None:
        self.decisions_read.emit(Receipt(0, "merge", "", tuple(decided), 0))
        self._read_again(decided)

    def settle(self, these: Sequence[ItemNo], changed: Sequence[ItemNo]) -> None:
        self._current_tags.finish(these, changed)
        self._read_again(changed)

    def learn(self, rows: Sequence[Row], *, over: bool = True) -> None:
        """Take rows just read as the truth, as ``CurrentTags.learn`` says; those that came too late are read again."""
        if turned := self._current_tags.learn(rows, over=over):
            self.seals_changed.emit(turned)
        if late := self._current_tags.late(rows):
            self._ask("item", lambda case: case.search.rows(late), self._show)

    def _read_again(self, nos: Sequence[ItemNo]) -> None:
        if known := self._current_tags.known(nos):
            self._ask("item", lambda case: case.search.rows(known), self._show)

    def _show(self, rows: list[Row]) -> None:
        self.learn(rows)
        self.tags_changed.emit(frozenset(row.no for row in rows))
