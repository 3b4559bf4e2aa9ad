"""The open case and the signals that everyone listens to. It holds no widget and asks no question.

Panels read and decide through it: what is selected, what was found, which tags an item carries *now* (a decision is
shown at once and counts as saved only when the case has it on disk).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from triage.case import Case, Policy
from triage.errors import StepElsewhere, TriageError
from triage.messages import decode
from triage.model.items import ItemNo, Receipt, Row, Status
from triage.model.reports import Results
from triage.model.tags import Palette, Tag
from ui import preferences
from ui.case.deciding import CurrentTags, Naming, Sealing, Steps, receipt_message
from ui.case.jobs import BackgroundJob, Done, Failed, Jobs, Reader
from ui.case.memory import CasePlace, Memory, Recalled, recall
from ui.case.suggested_places import SuggestedPlaces
from ui.case.watch import CaseWatch, between
from ui.i18n import messages
from ui.i18n.language import tr
from ui.keyboard import Keyboard
from ui.presenters.tags import Tags

MOST_AT_ONCE = 50
"""Items that one key or click codes without a dialog that says first, in numbers, what changes."""


class Selection:
    """Items selected in a list, in its order; a list that is shown later changes nothing in it."""

    def __init__(self, nos: Sequence[ItemNo] = (), rows: Iterable[range] = ()) -> None:
        self._nos = nos
        self.rows = tuple(_joined(rows))
        self._count = sum(map(len, self.rows))

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[ItemNo]:
        for run in self.rows:
            yield from self._nos[run.start : run.stop]


def _joined(rows: Iterable[range]) -> Iterator[range]:
    start = stop = -1
    for run in sorted(rows, key=lambda run: run.start):
        if run.start > stop:
            if stop > start:
                yield range(start, stop)
            start = run.start
        stop = max(stop, run.stop)
    if stop > start:
        yield range(start, stop)


# What a window's parts tell one another about its case. It keeps nothing and does nothing.

SUGGESTED = "suggested"
"""How the suggested order is called in a session's ``order``; the others are keys of ``Search.sorted``."""


class _Signals(QObject):
    case_opened = Signal()
    results_changed = Signal(object)  # Results
    list_sorted = Signal(object)  # the numbers of the items found, in the order in which they are listed now
    list_ranked = Signal(object)  # RankedItems: what is listed is in this order now
    item_selected = Signal(object)  # ItemNo, or None
    selection_changed = Signal()  # other rows of the list are selected
    menu_requested = Signal(object, str)  # QPoint of the screen, and a menu's path, "" for that of what is selected
    bulk_requested = Signal(str, bool)  # a tag to apply to what is selected, or to remove, once a person confirms it
    tags_changed = Signal(object)  # frozenset of ItemNo: tags as shown changed
    decisions_saved = Signal(object)  # Receipt: decisions are on disk
    undo_asked = Signal(object)  # LastStep of an earlier session or from elsewhere, to be undone once a person confirms
    seals_changed = Signal(object)  # frozenset of ItemNo: their text was taken out of the case, or is back
    palette_changed = Signal()  # other tags are on offer
    commands_changed = Signal(object, object)  # commands that a panel no longer offers, and those in their place
    status_changed = Signal(object)  # Status
    saved_at = Signal(str)  # ISO time at which a decision was on disk
    message_posted = Signal(str)  # a sentence for the status bar
    error_posted = Signal(str)  # a sentence that needs a person
    query_proposed = Signal(str)  # a query that a panel proposes; the search bar takes it
    panel_requested = Signal(str)  # the title of a panel to bring to the front
    item_requested = Signal(object)  # ItemNo to go to, in the list or outside it
    hit_requested = Signal(object)  # HitLine: the preview goes to this hit once it shows the item
    command_requested = Signal(str)  # the words of a command to run
    assessment_requested = Signal(object, str)  # ItemNo and the tag whose key was pressed for it while it is veiled
    step_requested = Signal(int)  # go so many results on or back
    item_shown = Signal(object)  # Item: the preview shows it
    export_finished = Signal(object)  # ExportReport
    task_requested = Signal(str, object)  # a long task to begin, and its arguments, a tuple
    task_finished = Signal(str, object)  # the task, and what it returned, None where it failed or was stopped
    colours_changed = Signal()  # the colours changed
    message_withdrawn = Signal(str)  # what was said no longer holds, as another item is the current one
    waiting_changed = Signal(str)  # what is being waited for, "" when nothing is


T = TypeVar("T")


class Session(_Signals):
    """One window's case. Without a case, ``jobs`` is None and nothing can be asked."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.jobs: Jobs | None = None
        self.keyboard = Keyboard()
        self.naming = Naming(self._fail)
        self.current: ItemNo | None = None
        self.selection, self.places = Selection(), SuggestedPlaces()  # blank: the current item alone is
        self._remark, self._warned, self.last_tag = "", set[str](), ""  # the last is what "." puts on
        self.results: Results | None = None
        self.order = ("", False)  # SUGGESTED or a key for Search.sorted ("" for none), and whether descending
        self.all_copies = False  # the list shows each of an item's copies, not one of them
        self.status: Status | None = None
        self.upcoming: ItemNo | None = None
        self.autoforward = self.read_only = False  # the latter: the case can't be written
        self.veiled: frozenset[ItemNo] = frozenset()  # a blind sample and its kin: coding isn't shown, nor changed
        self.sample = ("", frozenset[ItemNo]())  # what the open one was drawn from, and its items
        self._current_tags, self._steps, self.memory = CurrentTags(), Steps(), Memory()
        withdraw = lambda step: self.record(lambda case, who: case.decisions.undo(who, pending=step))  # noqa: E731
        self.sealing = Sealing(self.keyboard, withdraw)
        self.sealing.sealed.connect(lambda receipt: self.say(receipt_message(receipt, self.tags)))
        self.item_selected.connect(self.sealing.move_on)
        self.memory.place_requested.connect(self._write_place)
        self.naming.named.connect(self.memory.rename)
        self.results_changed.connect(lambda results: self.memory.add_query(results.text))
        self.item_selected.connect(lambda no: self.memory.changed())
        self._opening: Jobs | None = None
        self.watch = CaseWatch(self.ask, self._current_tags, lambda: self.unwritten)
        self.watch.decisions_read.connect(self.decisions_saved)
        self.watch.tags_changed.connect(self.tags_changed)
        self.watch.seals_changed.connect(self.seals_changed)
        self.watch.case_changed.connect(self.recount)
        self.watch.reading_paused.connect(self.search_again)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a case in place of the one at hand; ``case_opened`` follows, or ``error_posted``."""
        self._start(Jobs(path, read_only=read_only), path)

    def create(self, path: Path, policy: Policy) -> None:
        """Make a case and open it; ``case_opened`` follows, or ``error_posted``."""
        self._start(Jobs(path, partial(Case.create, path, policy)), path)

    def _start(self, jobs: Jobs, path: Path) -> None:
        def failed(error: TriageError) -> None:
            self._stop_opening()
            self._fail(error)

        self._stop_opening()
        self._opening, reviewer = jobs, self.reviewer
        self.waiting_changed.emit(tr("Opening the case …"))
        jobs.ask(
            "rest",
            lambda case: (case.decisions.palette(), case.decisions.read_only, recall(case, reviewer)),
            lambda answer: self._take(jobs, path, *answer),
            failed,
        )

    def _stop_opening(self) -> None:
        opening, self._opening = self._opening, None
        if opening is not None:
            opening.close()

    def _take(self, jobs: Jobs, path: Path, palette: Palette, read_only: bool, recalled: Recalled) -> None:
        self._opening = None
        self.close()
        self.path, self.jobs, self.read_only = path, jobs, read_only
        self._current_tags.clear(jobs)
        self.memory.open(recalled, self.reviewer)
        self._steps, self.veiled, jobs.blind = Steps(), recalled.veiled, bool(recalled.veiled)
        jobs.job_failed.connect(self._fail)
        preferences.add_recent(path)
        self._offer(palette)
        self.case_opened.emit()
        self._go_on(recalled.place.query, self.keyboard.presses)
        self.watch.start(recalled.seen)

    def _go_on(self, query: str, since: int) -> None:
        def refused(error: TriageError) -> None:
            why = messages.error(error)
            self.say(tr("Your last query can't be run any more, so all items are listed. {why}", why=why))
            # Whoever has begun to type goes on.
            (self.query_proposed.emit if self.keyboard.untouched_since(since) else self.search)("")

        self.search(query, refused if query else None)

    def _write_place(self, place: CasePlace) -> None:
        place.query = self.results.text if self.results is not None else ""
        place.sort, place.descending = self.order

    def close(self) -> bool:
        """Let go of the case once its writes are done; return False where they weren't in time."""
        self._stop_opening()
        self.memory.close()
        self.sealing.end()
        self.keyboard.suspended = 0
        jobs, self.jobs, self.path = self.jobs, None, None
        self.current = self.upcoming = self.results = self.status = None
        self.selection, self.veiled, self.sample = Selection(), frozenset(), ("", frozenset())
        self._current_tags.clear()
        self.naming.waiting.clear()
        return jobs is None or jobs.close()

    def _fail(self, error: TriageError) -> None:
        self.waiting_changed.emit("")
        self.error_posted.emit(messages.error(error))

    # ---- asking and changing the case

    def has_case(self) -> bool:
        """Return whether a case is open; say what to do where none is."""
        if self.jobs is None:
            self.say(tr("Open a case first."))
        return self.jobs is not None

    @property
    def unwritten(self) -> int:
        return self.jobs.unwritten if self.jobs is not None else 0

    @property
    def unwritable(self) -> str:
        why = tr("Read-only: this case can't be written here. You can search and read; decisions can't be saved.")
        return why if self.read_only else ""

    def ask(
        self,
        reader: Reader,
        work: Callable[[Case], T],
        done: Callable[[T], None],
        failed: Failed = None,
        newest: str = "",
        stop: threading.Event | None = None,
    ) -> BackgroundJob | None:
        """Read, as ``Jobs.ask`` says; without a case nothing is asked."""

        def work_and_remark(case: Case) -> tuple[T, str]:
            return work(case), case.reports.unrecorded

        if self.jobs is None:
            return None
        return self.jobs.ask(reader, work_and_remark, lambda answer: self._pass_on(done, *answer), failed, newest, stop)

    @property
    def reviewer(self) -> str:
        return self.naming.name

    def change(self, work: Callable[[Case, str], T], done: Callable[[T], None], failed: Failed = None) -> None:
        """Write under the reviewer's name; without a case nothing is written."""
        self.naming.when_named(lambda: self.write(work, done, failed), failed)

    def write(self, work: Callable[[Case, str], T], done: Callable[[T], None], failed: Failed = None) -> None:
        """Write what is recorded under nobody's name, or under one that is known."""
        if self.jobs is not None:
            reviewer = self.reviewer
            self.jobs.change(
                lambda case: (between(case, lambda: work(case, reviewer)), case.decisions.unsigned),
                lambda answer: self._pass_on(lambda change: done(self.watch.pass_over(change)), *answer),
                failed,
            )

    def _pass_on(self, done: Callable[[T], None], answer: T, remark: str) -> None:
        done(answer)
        if remark and remark not in self._warned:
            self._warned.add(remark)
            self.say(messages.shown(decode(remark)))

    # ---- finding

    def search(self, text: str, failed: Callable[[TriageError], None] | None = None) -> None:
        """Search and sort in one go; ``results_changed`` follows, or ``error_posted`` is called with the QueryError."""
        if self.jobs is None:
            return
        self.waiting_changed.emit(tr("Searching …"))
        (key, down), who, once, keep = self.order, self.reviewer, not self.all_copies, self.current or self.memory.item
        key = "" if key == SUGGESTED else key
        self.ask(
            "searches",
            lambda case: case.search.run(text, sort=key, descending=down, reviewer=who, collapse=once, keep=keep),
            self._take_results,
            failed or self._fail,
            newest="search",
        )

    def _take_results(self, results: Results) -> None:
        self.results = results
        self._current_tags.forget_saved(self.current)
        self.waiting_changed.emit("")
        self.results_changed.emit(results)
        self.recount()

    def search_again(self) -> None:
        self.search(self.results.text if self.results else "")

    def recount(self) -> None:
        self.ask("rest", lambda case: (case.status(), case.decisions.palette()), self._counted, newest="count")

    def _counted(self, counted: tuple[Status, Palette]) -> None:
        self.status, palette = counted
        self._offer(palette)
        self.status_changed.emit(self.status)

    def select(self, no: ItemNo | None) -> None:
        if no != self.current:
            self.current = no
            self.message_withdrawn.emit(self._remark)
            self.item_selected.emit(no)

    def say(self, sentence: str) -> None:
        self.message_posted.emit(sentence)

    def remark(self, sentence: str) -> None:
        """Say something about the current item; it isn't said any more once another is selected."""
        self._remark = sentence
        self.say(sentence)

    def visit(self, no: ItemNo) -> None:
        """Go to an item wherever it is; the list follows where it holds it."""
        self.upcoming = None
        self.select(no)
        self.item_requested.emit(no)

    def visit_id(self, untrusted_id: str) -> None:
        self.ask("rest", lambda case: case.search.find(untrusted_id), self.visit, newest="visit")

    # ---- judging blind

    def veil(self, nos: Iterable[ItemNo]) -> None:
        """Hide what was decided on these items, and what else could tell of it; none shows all again."""
        before, self.veiled, current = self.veiled, frozenset(nos), self.current
        if self.jobs is not None:
            self.jobs.blind = bool(self.veiled)
        self.tags_changed.emit(before | self.veiled)
        if current is not None and current in before ^ self.veiled:
            self.select(None)
            self.visit(current)

    def refuse_while_blind(self) -> bool:
        """Return whether a blind sample is open, and say that what was asked for has to wait for its end."""
        if self.veiled:
            self.say(tr("A blind sample is open, and this would reveal decisions. Close the sample first."))
        return bool(self.veiled)

    # ---- deciding

    @property
    def tags(self) -> Tags:
        return self._current_tags.tags

    def tags_of(self, no: ItemNo) -> tuple[str, ...]:
        return () if no in self.veiled else self._current_tags.of(no)

    def is_closed(self, no: ItemNo) -> bool:
        return self._current_tags.is_closed(no)

    def learn(self, rows: Sequence[Row], *, over: bool = True) -> None:
        self.watch.learn(rows, over=over)

    def code(self, no: ItemNo, tag: str) -> None:
        if no in self.veiled and not self.tags.seals(tag):
            self.assessment_requested.emit(no, tag)
            return
        put = not self._current_tags.is_sealed(no) if self.tags.seals(tag) else tag not in self.tags_of(no)
        if not put and self.tags.seals(tag):
            self.say(tr("This item is sealed. Opening it takes two people: Code > Open a sealed item."))
            return
        if put:
            self.last_tag = tag
        self.decide([no], tag, put, "key")
        if put and self.autoforward:
            self.naming.when_named(lambda: self.step_requested.emit(1), lambda _: None)

    def repeat(self, no: ItemNo) -> None:
        if self.last_tag and self.last_tag not in self.tags_of(no):
            self.code(no, self.last_tag)

    def selected(self) -> Selection:
        """Return what is selected in the list, the current item where nothing else is."""
        return self.selection if self.selection or self.current is None else Selection((self.current,), [range(1)])

    def decide(
        self, nos: Iterable[ItemNo], tag: str, put: bool, how: str, query: str = "", leave_decided: bool = False
    ) -> None:
        """Put a tag on these items, which a query found, and on their copies, or take it off; few are shown at once."""
        if self.read_only:
            self.say(self.unwritable)
        elif self.jobs is not None:
            self.naming.when_named(partial(self._decide, sorted(nos), tag, put, how, query, leave_decided))

    def _decide(self, these: list[ItemNo], tag: str, put: bool, how: str, query: str, leave_decided: bool) -> None:
        how = self.sealing.begin(these) if put and self.tags.seals(tag) else how
        # What is left alone is known once it was written.
        changed = frozenset() if leave_decided else self._current_tags.begin(these, tag, put)

        def work(case: Case, reviewer: str) -> Receipt:
            if put:
                return case.decisions.tag(these, tag, reviewer, how, query, copies=True, leave_decided=leave_decided)
            return case.decisions.untag(these, tag, reviewer, how, query, copies=True)

        step = self._steps.noting(work)
        self.change(step, lambda receipt: self._written(receipt, these), lambda e: self._unwritten(these, e))
        self.tags_changed.emit(changed)

    def record(self, work: Callable[[Case, str], Receipt], done: Done = lambda: None, failed: Failed = None) -> None:
        self.change(self._steps.noting(work), lambda receipt: self._written(receipt, done=done), failed)

    def undo(self, confirmed: int = 0) -> None:
        """Undo the last step, if not this window's a ``confirmed`` one; letters are ignored until that shows."""

        def undone(outcome: Receipt | TriageError | None) -> None:
            if outcome is None:
                self.say(tr("Your last step changed nothing, so nothing was undone. Ctrl+Z undoes the one before it."))
            elif isinstance(outcome, StepElsewhere):
                self.undo_asked.emit(outcome.step)
            else:
                self._fail(outcome) if isinstance(outcome, TriageError) else self._written(outcome)
            self.ask("item", lambda case: None, lambda _: self.keyboard.resume())

        if not self.sealing.cancel():
            self.keyboard.suspended += 1
            self.change(partial(self._steps.undo, confirmed=confirmed), undone, undone)

    def offer(self, palette: Sequence[Tag]) -> None:
        """Put other tags on offer, as a new version of the palette; ``palette_changed`` or ``error_posted`` follows."""
        self.change(
            lambda case, reviewer: case.decisions.set_palette(palette, reviewer),
            lambda version: self._offer(version.tags),
        )

    def _offer(self, palette: Palette) -> None:
        if palette != self.tags.palette:
            self._current_tags.tags = Tags(palette)
            self.palette_changed.emit()

    def _written(self, receipt: Receipt, these: Sequence[ItemNo] = (), done: Done = lambda: None) -> None:
        done()
        self.saved_at.emit(datetime.now(UTC).isoformat(timespec="seconds"))
        if turned := self._current_tags.turn(receipt):
            self.seals_changed.emit(turned)
        self.watch.settle(these, receipt.changed)
        self.decisions_saved.emit(receipt)
        if not self.sealing.written(receipt, these) and (message := receipt_message(receipt, self.tags)):
            self.say(message)
        self.recount()

    def _unwritten(self, these: Sequence[ItemNo], error: TriageError) -> None:
        self.sealing.failed(these)
        self.watch.settle(these, these)
        self._fail(error)
