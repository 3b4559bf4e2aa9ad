"""The status bar: the case's sums, the last save, long work with rate, time left and cancel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QProgressBar,
    QStatusBar,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from triage.model.runs import Progress
from ui import theme
from ui.case.session import Session
from ui.dialogs.errors import ErrorsDialog
from ui.i18n import formatting
from ui.i18n.language import as_is, later, tr
from ui.panel import Brief, label
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
    """One long piece of work: what it is, how far, and a button that ends it."""

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
        """Say how many of how many are done."""
        if self.cancel.isEnabled():
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            of = formatting.count(total, noun)
            self.text.setText(tr("{name}: {done} of {total}", name=self.name, done=formatting.number(done), total=of))

    def show_share(self, done: int, total: int) -> None:
        """Say how much is done, in per cent."""
        if self.cancel.isEnabled() and total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.text.setText(f"{self.name} {as_is(f'{100 * done // total} %')}")

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is; while the crawl runs the end isn't known."""
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
    """Shows as much of its text as there is room for."""

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few words."""
        return QSize(12 * theme.STEP, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text with dots for what is left out."""
        option, measured = QStyleOptionToolButton(), self.fontMetrics()
        self.initStyleOption(option)
        room = self.width() - (self.sizeHint().width() - measured.horizontalAdvance(self.text()))
        option.text = measured.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


class StatusBar(QStatusBar):
    """Sums on the left, work and the reviewer on the right."""

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
        self.word = Brief()
        self.troubles: list[str] = []
        self.trouble = tool_button("", tr("What went wrong"), self.show_troubles, "trouble", kind=_ElidedButton)
        ask = "Reviewer's name …"
        self.reviewer = link(tr("Change the reviewer's name"), lambda: session.command_requested.emit(ask))
        self.read_only = link(tr("Read-only"), lambda: session.say(session.unwritable))
        self.read_only.setText(tr("Read-only"))
        for widget in (self.read_only, self.sums, self.blind, self.outdated, self.gone, self.saved, self.waiting):
            self.addWidget(widget)
        self.addWidget(self.word, 1)
        self.works = beside(gap=2 * theme.STEP)
        self.addPermanentWidget(lay_out(QWidget(), self.works))
        self.addPermanentWidget(self.trouble)
        self.addPermanentWidget(self.reviewer)
        for widget in (self.read_only, self.blind, self.outdated, self.gone, self.trouble):
            widget.hide()
        self._busy = ""
        self._soon = delayed(self, _SOON, lambda: self.waiting.setText(self._busy))
        self._gone = delayed(self, _SHOWN, self.word.clear)
        session.status_changed.connect(lambda status: self.tell())
        session.results_changed.connect(lambda results: self.tell())
        session.case_opened.connect(self._opened)
        session.tags_changed.connect(lambda nos: self._saving())
        session.saved_at.connect(self._say_saved)
        session.message_posted.connect(self.say)
        session.message_withdrawn.connect(self._unsay)
        session.error_posted.connect(self.complain)
        session.waiting_changed.connect(self._wait)
        self.name_reviewer()

    def _opened(self) -> None:
        self.saved.setText("")
        self.word.clear()
        self._dismiss()
        self.read_only.setVisible(self.session.read_only)
        self.read_only.setToolTip(formatting.hint(self.session.unwritable))

    def _show_sums(self, sums: str) -> None:
        """Show the sums in full, as long as anything else can give way."""
        self.sums.setText(sums)
        self.sums.setMinimumWidth(1)  # a label's hint is never below its minimum
        self.sums.setMinimumWidth(self.sums.sizeHint().width())

    def tell(self) -> None:
        """Show the sums: items, found, coded, not searchable, outdated."""
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
        until = tr(
            "Read by an earlier version of Triage: click to index them again. "
            "Until then, their messages count as exact copies only of messages with equal bytes."
        )
        self.outdated.setText(f"{tr('%n files outdated', outdated)} {formatting.forward()}")
        self.outdated.setToolTip(formatting.hint(until))
        self.outdated.setVisible(bool(outdated))
        self._tell_gone()

    def _tell_gone(self) -> None:
        """Show how many files have vanished, and how many decided items are no longer in the sources."""
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
        """Say something that needs no answer; it goes away by itself."""
        self.word.setText(as_is(sentence))
        self.word.setToolTip(formatting.hint(sentence))
        self._gone.start()

    def _unsay(self, sentence: str) -> None:
        if sentence and self.word.text() == as_is(sentence):
            self.word.clear()

    def complain(self, sentence: str) -> None:
        """Show what went wrong until it is dismissed; a click shows all of it."""
        if sentence not in self.troubles:
            self.troubles.append(sentence)
        more = f" (+{len(self.troubles) - 1})" if len(self.troubles) > 1 else ""
        self.trouble.setText(as_is(sentence if len(sentence) < _CUT else f"{sentence[: _CUT - 2]}…") + more)
        self.trouble.setToolTip(formatting.hint(sentence))
        self.trouble.setAccessibleName(sentence)
        self.trouble.show()

    def show_troubles(self) -> None:
        """Show what went wrong in full, until that is dismissed."""
        dialog = ErrorsDialog(self.window(), self.troubles)
        dialog.finished.connect(self._dismiss)
        dialog.show()

    def _dismiss(self) -> None:
        self.troubles = []
        self.trouble.hide()

    def name_reviewer(self) -> None:
        """Show who decides here."""
        self.reviewer.setText(as_is(self.session.reviewer))
        self.reviewer.setToolTip(tr("Decisions are recorded under this name. Click to change it."))

    def add_work(self, name: str, cancel: Callable[[], object]) -> WorkLine:
        """Show a long piece of work until ``end_work``."""
        line = WorkLine(name, cancel)
        self.works.addWidget(line)
        return line

    def end_work(self, line: WorkLine) -> None:
        """Take a finished piece of work away."""
        self.works.removeWidget(line)
        line.hide()
        line.deleteLater()
