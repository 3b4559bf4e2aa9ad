"""Long work in the status bar: indexing, export, upkeep; with progress and cancel, never a modal box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from triage.errors import TriageError
from triage.messages import decode, say
from triage.model.exports import FAMILY
from triage.model.items import Check, ExportReport
from triage.model.leaving import UNDECIDED, Decided
from triage.model.reports import Backup
from triage.model.runs import RunReport
from triage.model.tags import NearReport
from ui.case import background, suggested_order
from ui.case.jobs import BackgroundJob
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.presenters import case_page
from ui.status_bar import StatusBar, WorkLine
from ui.widgets.builders import delayed

PRODUCING = later("Production")
_SUGGESTING: dict[str, tuple[Callable[..., Any], str]] = {
    suggested_order.TASK: (background.read_words, "%"),
    later("Finding names"): (background.find_names, "%"),
    later("Finding words used alike"): (background.find_alike, "%"),
    later("Finding contained mails"): (background.find_contained, "%"),
    later("Finding people"): (background.find_people, ""),
    later("Finding who is one person"): (background.find_same, ""),
    later("Saving who is one person"): (background.decide_person, ""),
    later("Finding gaps"): (background.find_gaps, "%"),
}
"""What is suggested: the function that does it in a process of its own, and what its progress counts."""
_QUIET = 2000  # milliseconds after a seal before its traces are cleared


class Works(QObject):
    """What runs now; one of each kind at a time. ``changed`` is emitted where something begins or ends."""

    changed = Signal()

    def __init__(self, session: Session, bar: StatusBar) -> None:
        super().__init__()
        self._session, self._bar = session, bar
        self.running: dict[str, tuple[BackgroundJob, WorkLine]] = {}
        self._quiet = delayed(self, _QUIET, self._purge)
        for signal in (session.case_opened, session.seals_changed):
            signal.connect(lambda *_: self._quiet.start())
        self._tasks: dict[str, Callable[..., None]] = {
            "Indexing": self.index,
            "Verifying": self._verify,
            "Compacting": self._compact,
            "Backing up": self._back_up,
            "Finding near-duplicates": self._find_near,
            **{name: partial(self._suggest, name) for name in _SUGGESTING},
        }
        session.task_requested.connect(lambda task, arguments: self._tasks[task](*arguments))

    def _start(self, name: str, work: Callable[..., Any], done: Callable[[Any], None], noun: str = "") -> None:
        jobs = self._session.jobs
        if not self._session.has_case() or jobs is None:
            return
        if name in self.running:
            self._session.say(tr("{name} is already running; see the status bar.", name=tr(name)))
            return

        def ended(result: Any) -> None:
            self._end(name)
            done(result)
            self._session.task_finished.emit(name, result)

        def failed(error: TriageError) -> None:
            self._end(name)
            self._session.error_posted.emit(messages.error(error))
            self._session.task_finished.emit(name, None)

        line = self._bar.add_work(tr(name), lambda: self.cancel(name))

        moved = line.show_share if noun == "%" else partial(line.show_count, noun) if noun else line.show_progress
        self.running[name] = (jobs.run(name, work, moved, ended, failed), line)
        self.changed.emit()

    def _end(self, name: str) -> None:
        _, line = self.running.pop(name)
        self._bar.end_work(line)
        self.changed.emit()

    def cancel(self, name: str) -> None:
        """Ask a piece of work to end; it ends cleanly and says so."""
        self.running[name][0].stop.set()

    @property
    def is_indexing(self) -> bool:
        """Whether the sources are being read."""
        return "Indexing" in self.running

    def drop_all(self) -> None:
        """Let go of everything, as the case is being closed."""
        for name in list(self.running):
            self.running[name][0].drop()
            self._end(name)

    def _purge(self) -> None:
        """Clear what seals left in the case's files, once no more seals come for a moment; later where it can't be."""
        if (jobs := self._session.jobs) is not None and not self._session.read_only:
            jobs.run(
                "traces",
                lambda case, report, stop: case.decisions.purge_sealed(stop.is_set),
                lambda: None,
                lambda done: None if done else self._quiet.start(),
            )

    # ---- the kinds

    def index(self, retry: Sequence[str] = (), passwords: Sequence[str] = ()) -> None:
        """Read what is new or changed under the allowed folders, and again what has one of these Problem codes."""
        work = partial(background.index, retry=retry, passwords=passwords)
        self._start(later("Indexing"), lambda case, *way: work(case.path, *way), self._indexed)

    def _verify(self) -> None:
        only = self._session.read_only
        self._start(later("Verifying"), lambda case, _, stop: background.verify(case.path, only, stop), self._checked)

    def _checked(self, checks: Sequence[Check] | None) -> None:
        if checks and not all(check.held for check in checks):
            self._session.error_posted.emit(case_page.checks(checks))

    def _compact(self) -> None:
        self._start(later("Compacting"), lambda case, _, stop: background.compact(case.path, stop), lambda _: None)

    def _back_up(self, target: Path) -> None:
        work = background.back_up
        self._start(later("Backing up"), lambda case, *way: work(case.path, target, *way), self._backed_up, "%")

    def _backed_up(self, backup: Backup | None) -> None:
        self._checked(backup.checks if backup is not None else None)

    def _find_near(self) -> None:
        work = background.find_near
        self._start(later("Finding near-duplicates"), lambda case, *way: work(case.path, *way), self._found_near, "%")

    def _found_near(self, report: NearReport | None) -> None:
        if report is not None:
            near, texts, groups = map(formatting.number, (report.near, report.compared, report.groups))
            sentence = later("Near-duplicates: {near} of {texts} texts, in {groups} groups.")
            self._session.say(tr(sentence, near=near, texts=texts, groups=groups))

    def _suggest(self, name: str, *arguments: object) -> None:
        """Have something suggested; whoever asked shows it."""
        work, noun = _SUGGESTING[name]
        self._start(name, lambda case, *way: work(case.path, *arguments, *way), lambda _: None, noun)

    def _indexed(self, report: RunReport) -> None:
        items, seconds = formatting.count(report.items, "new item"), round(report.seconds)
        parts = [tr("Indexed {items} in {seconds} s", items=items, seconds=str(seconds))]
        if report.unchanged:
            parts.append(tr("%n files unchanged", report.unchanged))
        if report.moved:
            parts.append(tr("%n files moved", report.moved))
        if report.vanished:
            parts.append(tr("%n files vanished", report.vanished))
        if report.denied_members:
            parts.append(tr("%n items inside files left out (denied by the scope)", report.denied_members))
        if report.problems:
            parts.append(tr("%n problems (see Problems)", report.problems))
        ending = tr(". Stopped early; index again to resume.") if report.stopped else "."
        unsigned = f" {messages.shown(decode(report.unsigned))}" if report.unsigned else ""
        unsigned += f" {messages.shown(say('broker-unconfined'))}" if report.unconfined else ""
        self._session.say(tr("; ").join(parts) + ending + unsigned)

    def export(
        self, target: Path, query: str, decided: Decided = UNDECIDED, belonging: str = FAMILY, profile: str = ""
    ) -> None:
        """Write the findings of a query into a folder; all else is as in ``Export.bundle``."""
        work = partial(background.export, decided=decided, belonging=belonging, profile=profile)
        self._session.naming.when_given(partial(self._export, target, query, work))

    def _export(self, target: Path, query: str, work: Callable[..., ExportReport]) -> None:
        name, who = later("Export"), self._session.reviewer
        self._start(name, lambda case, *way: work(case.path, target, query, who, *way), self._exported, "finding")

    def produce(self, target: Path, protocol: str, decided: Decided = UNDECIDED) -> None:
        """Produce what a protocol says into a folder."""
        self._session.naming.when_given(partial(self._produce, target, protocol, decided))

    def _produce(self, target: Path, protocol: str, decided: Decided) -> None:
        who, work = self._session.reviewer, partial(background.produce, decided=decided)
        self._start(
            PRODUCING, lambda case, *way: work(case.path, target, protocol, who, *way), lambda _: None, "document"
        )

    def _exported(self, report: ExportReport) -> None:
        if report.stopped:
            self._session.say(tr("The export was cancelled; nothing was left behind."))
        else:
            self._session.export_finished.emit(report)
