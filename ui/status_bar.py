"""The status bar: the case's sums, the last save, long work with rate, time left and cancel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QProgressBar,
    QPushButton,
    QStatusBar,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolBar,
    QToolButton,
    QWidget,
)

from triage.errors import TriageError
from triage.insight.near.nouns import NearReport
from triage.messages import decode, say
from triage.model.items import Check, ExportReport
from triage.model.leaving import FAMILY, UNDECIDED, Decided
from triage.model.reports import Backup
from triage.model.runs import WHOLE, Extent, Progress, RunReport
from ui import theme
from ui.case import background, suggested_order
from ui.case.jobs import BackgroundJob
from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.dialogs.window import ErrorsDialog
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, tr
from ui.panel import Brief, label
from ui.presenters import case_page
from ui.widgets.builders import beside, delayed, indented, lay_out
from ui.widgets.controls import tool_button

_SHOWN = 8000  # milliseconds that a sentence stays
_CUT = 90  # letters of a sentence that stand in the bar
_SOON = 300  # milliseconds before waiting is worth a word
_STEPS = 1000  # of a bar
_ENDINGS = {
    "linking": later("{name}: linking conversations …"),
    "merging": later("{name}: merging the index …"),
}


class WorkLine(QWidget):
    def __init__(self, name: str, cancel: Callable[[], object]) -> None:
        super().__init__()
        self.name = name
        self.text = label(f"{name} …")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(12 * theme.STEP)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("{name}: progress", name=name))
        self.cancel = QToolButton()
        self.cancel.setText(tr("Cancel"))
        self.cancel.setAccessibleName(tr("Cancel: {name}", name=name))
        self.cancel.clicked.connect(self._end)
        self._cancel = cancel
        lay_out(self, beside(self.text, self.bar, self.cancel, gap=theme.STEP))

    def _end(self) -> None:
        self.cancel.setEnabled(False)
        self.text.setText(tr("{name}: stopping …", name=self.name))
        self._cancel()

    def show_count(self, noun: str, done: int, total: int) -> None:
        if self.cancel.isEnabled():
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            of = formatting.count(total, noun)
            self.text.setText(tr("{name}: {done} of {total}", name=self.name, done=formatting.number(done), total=of))

    def show_share(self, done: int, total: int) -> None:
        if self.cancel.isEnabled() and total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.text.setText(f"{self.name} {as_is(f'{100 * done // total} %')}")

    def show_progress(self, progress: Progress) -> None:
        if not self.cancel.isEnabled():
            return
        if ending := _ENDINGS.get(progress.stage):
            self.bar.setRange(0, 0)
            self.text.setText(tr(ending, name=self.name))
            return
        done = None if progress.share is None else round(_STEPS * progress.share)
        self.bar.setRange(0, 0 if done is None else _STEPS)
        self.bar.setValue(done or 0)
        rate = progress.items / progress.seconds if progress.seconds > 0 else 0
        parts = [tr("{rate} items/s", rate=formatting.number(round(rate)))] if rate >= 1 else []
        share = formatting.count(progress.items, "item")
        if done is not None:
            parts.append(formatting.time_left(done, _STEPS, progress.seconds))
            share = as_is(f"{100 * done // _STEPS} %")
        speed = formatting.listed(parts)
        self.text.setText(f"{self.name} {share}" + (f" ({speed})" if speed else ""))


class _ElidedButton(QToolButton):
    def minimumSizeHint(self) -> QSize:
        return QSize(12 * theme.STEP, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option, measured = QStyleOptionToolButton(), self.fontMetrics()
        self.initStyleOption(option)
        room = self.width() - (self.sizeHint().width() - measured.horizontalAdvance(self.text()))
        option.text = measured.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


class StatusBar(QStatusBar):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setSizeGripEnabled(False)
        self.setMinimumWidth(1)  # however much there is to say, the window doesn't grow beyond the screen
        self.sums = Brief()
        self.sums.setContentsMargins(indented(theme.STEP))
        self._show_sums(tr("No case is open."))
        link = partial(tool_button, "", role="link")
        self.blind = link(tr("Show what is not searchable"), lambda: session.panel_requested.emit("Problems"))
        index = "Index the sources"
        self.outdated = link(tr(index), lambda: session.command_requested.emit(index))
        gone = "is:superseded OR is:vanished"
        self.gone = link(tr("Find what is no longer in the sources"), lambda: session.query_proposed.emit(gone))
        self.saved = label("")
        self.waiting = label("")
        self.message = Brief()
        self.troubles: list[str] = []
        self.trouble = tool_button("", tr("What went wrong"), self.show_troubles, "trouble", kind=_ElidedButton)
        ask = "Reviewer's name …"
        self.reviewer = link(tr("Change the reviewer's name"), lambda: session.command_requested.emit(ask))
        self.read_only = link(tr("Read-only"), lambda: session.say(session.unwritable))
        self.read_only.setText(tr("Read-only"))
        for widget in (self.read_only, self.sums, self.blind, self.outdated, self.gone, self.saved, self.waiting):
            self.addWidget(widget)
        self.addWidget(self.message, 1)
        self.works = beside(gap=2 * theme.STEP)
        self.addPermanentWidget(lay_out(QWidget(), self.works))
        self.addPermanentWidget(self.trouble)
        self.addPermanentWidget(self.reviewer)
        for widget in (self.read_only, self.blind, self.outdated, self.gone, self.trouble):
            widget.hide()
        self._busy = ""
        self._soon = delayed(self, _SOON, lambda: self.waiting.setText(self._busy))
        self._expiry = delayed(self, _SHOWN, self.message.clear)
        session.status_changed.connect(lambda status: self.show_counts())
        session.results_changed.connect(lambda results: self.show_counts())
        session.case_opened.connect(self._opened)
        session.tags_changed.connect(lambda nos: self._saving())
        session.saved_at.connect(self._say_saved)
        session.message_posted.connect(self.say)
        session.message_withdrawn.connect(self._withdraw)
        session.error_posted.connect(self.show_error)
        session.waiting_changed.connect(self._wait)
        self.name_reviewer()

    def _opened(self) -> None:
        self.saved.setText("")
        self.message.clear()
        self._dismiss()
        self.read_only.setVisible(self.session.read_only)
        self.read_only.setToolTip(formatting.hint(self.session.unwritable))

    def _show_sums(self, sums: str) -> None:
        self.sums.setText(sums)
        self.sums.setMinimumWidth(1)  # a label's hint is never below its minimum
        self.sums.setMinimumWidth(self.sums.sizeHint().width())

    def show_counts(self) -> None:
        status, results = self.session.status, self.session.results
        parts = [formatting.count(status.items, "item")] if status is not None else []
        if results is not None:
            parts.append(tr("{items} found", items=formatting.with_copies(results.distinct, results.total)))
        if status is not None:
            parts.append(tr("{items} coded", items=formatting.number(status.tagged)))
        self._show_sums("  ·  ".join(parts))
        blind = status.not_searchable if status else 0
        self.blind.setText(f"{tr('{items} not searchable', items=formatting.number(blind))} {formatting.forward()}")
        self.blind.setVisible(bool(blind))
        outdated = status.outdated if status else 0
        again = tr("They were to be read again by a run that was stopped: click to read them now.")
        self.outdated.setText(f"{tr('%n files outdated', outdated)} {formatting.forward()}")
        self.outdated.setToolTip(formatting.hint(again))
        self.outdated.setVisible(bool(outdated))
        self._show_vanished()

    def _show_vanished(self) -> None:
        status = self.session.status
        files, items = (status.vanished_files, len(status.past_decided)) if status else (0, 0)
        decided = tr("%n superseded or vanished items have decisions", items) if items else ""
        parts = (tr("%n files vanished", files) if files else "", decided)
        self.gone.setText(f"{formatting.listed(parts)} {formatting.forward()}")
        self.gone.setToolTip(formatting.hint(tr("What was read from them is kept: click to find it.")))
        self.gone.setVisible(bool(files or items))

    def _saving(self) -> None:
        if self.session.unwritten:
            self.saved.setText(tr("saving …"))

    def _say_saved(self, iso: str) -> None:
        waiting = self.session.unwritten
        left = tr("{items} to save …", items=formatting.number(waiting)) if waiting else ""
        self.saved.setText(formatting.listed((tr("saved {time}", time=formatting.clock(iso)), left)))

    def _wait(self, what: str) -> None:
        self._busy = what
        if what:
            self._soon.start()
        else:
            self._soon.stop()
            self.waiting.setText("")

    def say(self, sentence: str) -> None:
        self.message.setText(as_is(sentence))
        self.message.setToolTip(formatting.hint(sentence))
        self._expiry.start()

    def _withdraw(self, sentence: str) -> None:
        if sentence and self.message.text() == as_is(sentence):
            self.message.clear()

    def show_error(self, sentence: str) -> None:
        if sentence not in self.troubles:
            self.troubles.append(sentence)
        more = f" (+{len(self.troubles) - 1})" if len(self.troubles) > 1 else ""
        self.trouble.setText(as_is(sentence if len(sentence) < _CUT else f"{sentence[: _CUT - 2]}…") + more)
        self.trouble.setToolTip(formatting.hint(sentence))
        self.trouble.setAccessibleName(sentence)
        self.trouble.show()

    def show_troubles(self) -> None:
        dialog = ErrorsDialog(self.window(), self.troubles)
        dialog.finished.connect(self._dismiss)
        dialog.show()

    def _dismiss(self) -> None:
        self.troubles = []
        self.trouble.hide()

    def name_reviewer(self) -> None:
        self.reviewer.setText(as_is(self.session.reviewer))
        self.reviewer.setToolTip(tr("Decisions are recorded under this name. Click to change it."))

    def add_work(self, name: str, cancel: Callable[[], object]) -> WorkLine:
        line = WorkLine(name, cancel)
        self.works.addWidget(line)
        return line

    def end_work(self, line: WorkLine) -> None:
        self.works.removeWidget(line)
        line.hide()
        line.deleteLater()


# Long work in the status bar: indexing, export, upkeep; with progress and cancel, never a modal box.

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
        jobs, path = self._session.jobs, self._session.path
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
        self.running[name] = (jobs.command(partial(work, path), moved, ended, failed), line)
        self.changed.emit()

    def _end(self, name: str) -> None:
        _, line = self.running.pop(name)
        self._bar.end_work(line)
        self.changed.emit()

    def cancel(self, name: str) -> None:
        self.running[name][0].stop.set()

    @property
    def is_indexing(self) -> bool:
        return "Indexing" in self.running

    def drop_all(self) -> None:
        for name in list(self.running):
            self.running[name][0].drop()
            self._end(name)

    def _purge(self) -> None:
        """Clear what seals left in the case's files, once no more seals come for a moment; later where it can't be."""
        if (jobs := self._session.jobs) is not None and not self._session.read_only:
            jobs.run(
                lambda case, report, stop: case.decisions.purge_sealed(stop.is_set),
                lambda: None,
                lambda done: None if done else self._quiet.start(),
            )

    # ---- the kinds

    def index(self, retry: Sequence[str] = (), passwords: Sequence[str] = ()) -> None:
        work = partial(background.index, retry=retry, passwords=passwords)
        self._start(later("Indexing"), work, self._indexed)

    def _verify(self) -> None:
        only = self._session.read_only
        self._start(later("Verifying"), lambda path, _, stop: background.verify(path, only, stop), self._checked)

    def _checked(self, checks: Sequence[Check] | None) -> None:
        if checks and not all(check.held for check in checks):
            self._session.error_posted.emit(case_page.checks(checks))

    def _compact(self) -> None:
        self._start(later("Compacting"), lambda path, _, stop: background.compact(path, stop), lambda _: None)

    def _back_up(self, target: Path) -> None:
        work = background.back_up
        self._start(later("Backing up"), lambda path, *way: work(path, target, *way), self._backed_up, "%")

    def _backed_up(self, backup: Backup | None) -> None:
        self._checked(backup.checks if backup is not None else None)

    def _find_near(self) -> None:
        self._start(later("Finding near-duplicates"), background.find_near, self._found_near, "%")

    def _found_near(self, report: NearReport | None) -> None:
        if report is not None:
            near, texts, groups = map(formatting.number, (report.near, report.compared, report.groups))
            sentence = later("Near-duplicates: {near} of {texts} texts, in {groups} groups.")
            self._session.say(tr(sentence, near=near, texts=texts, groups=groups))

    def _suggest(self, name: str, *arguments: object) -> None:
        work, noun = _SUGGESTING[name]
        self._start(name, lambda path, *way: work(path, *arguments, *way), lambda _: None, noun)

    def _indexed(self, report: RunReport) -> None:
        items, seconds = formatting.count(report.items, "new item"), round(report.seconds)
        parts = [tr("Indexed {items} in {seconds} s", items=items, seconds=str(seconds))]
        if report.unchanged:
            parts.append(tr("%n files unchanged", report.unchanged))
        if report.moved:
            parts.append(tr("%n files moved", report.moved))
        if report.kept:
            parts.append(tr("%n items of mailboxes that grew not read again", report.kept))
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
        work = partial(background.export, decided=decided, belonging=belonging, profile=profile)
        self._session.naming.when_named(partial(self._export, target, query, work))

    def _export(self, target: Path, query: str, work: Callable[..., ExportReport]) -> None:
        name, who = later("Export"), self._session.reviewer
        self._start(name, lambda path, *way: work(path, target, query, who, *way), self._exported, "finding")

    def produce(self, target: Path, protocol: str, decided: Decided = UNDECIDED) -> None:
        self._session.naming.when_named(partial(self._produce, target, protocol, decided))

    def _produce(self, target: Path, protocol: str, decided: Decided) -> None:
        who, work = self._session.reviewer, partial(background.produce, decided=decided)
        self._start(PRODUCING, lambda path, *way: work(path, target, protocol, who, *way), lambda _: None, "document")

    def _exported(self, report: ExportReport) -> None:
        if report.stopped:
            self._session.say(tr("The export was cancelled; nothing was left behind."))
        else:
            self._session.export_finished.emit(report)


# The bar that stays for as long as a case isn't read to its end: how much is, and a button that goes on reading.
#
# And what is asked where a case that is being indexed is about to be closed, which stops that.

_COMMAND = "Index the sources"


class ExtentBar(QToolBar):
    """One line over everything that states a number. It is hidden where the case is whole, or none is open.

    ``stated`` is emitted with what it says, for windows that it doesn't stand over.
    """

    stated = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(tr("How much of the case is read"))
        self.setObjectName("extent")
        self.setMovable(False)
        self.toggleViewAction().setEnabled(False)
        self._session = session
        self._indexing = False
        self.extent = WHOLE
        self.line = Brief("", "warning")
        self.resume = QPushButton()
        self.resume.clicked.connect(lambda: session.command_requested.emit(_COMMAND))
        inner = lay_out(QWidget(), beside((self.line, 1), self.resume, gap=2 * theme.STEP))
        inner.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        self.addWidget(inner)
        self.hide()
        session.status_changed.connect(lambda status: self.show_extent(status.extent))

    def show_extent(self, extent: Extent) -> None:
        self.extent = extent
        self.line.setText(words(extent))
        self.line.setToolTip(formatting.hint(messages.shown(extent.message)) if extent.message else "")
        self.resume.setText(tr("Resume") if extent.unfinished else tr(_COMMAND))
        self.resume.setVisible(not self._session.read_only and not self._indexing)
        self._keep_apart()
        self.setVisible(not extent.whole)
        self.stated.emit(self.line.text())

    def _keep_apart(self) -> None:
        # A layout that was saved before there was this bar puts it beside the search.
        window = self.window()
        if isinstance(window, QMainWindow) and not window.toolBarBreak(self):
            window.insertToolBarBreak(self)

    def set_indexing(self, on: bool) -> None:
        self._indexing = on
        self.show_extent(self.extent)


class StopIndexing(Dialog):
    def __init__(self, parent: QWidget, read: str) -> None:
        super().__init__(parent, tr("Indexing is not finished"))
        more = tr("Closing the case stops indexing. What was read is kept, and indexing resumes where it stopped.")
        self.warning = label("\n\n".join(filter(None, (read, more))), wraps=True)
        self.arrange(self.warning, self.answers(tr("Stop and close")), wide=56)


def words(extent: Extent) -> str:
    """Return how much of the scope is read, in a few words; "" where all is."""
    if extent.whole:
        return ""
    read, files = formatting.number(extent.read), formatting.number(extent.files)
    if not extent.walked:
        return tr("No file has been read yet")
    if not extent.counted:
        return tr("{read} of at least {files} files read", read=read, files=files)
    if not extent.pending:
        return tr("{read} files read; the last run was stopped, and what changed before it may be missing", read=read)
    return tr("{read} of {files} files read", read=read, files=files)
