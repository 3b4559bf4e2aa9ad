"""Case: what may be opened and what that comes to, its versions, what is on record; reading again and upkeep.

Files are counted by their names, and only while the page is in sight. No source is opened here: long work is asked for
by ``task_requested``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QStackedWidget, QWidget

from triage.case import Allow, Case, Deny, Policy
from triage.errors import PROBLEM_CODES, TriageError
from triage.model.scope import ScopePlan, ScopeVersion
from triage.model.team import ShownShare
from ui import theme
from ui.case.jobs import BackgroundJob
from ui.case.session import Session
from ui.columns import Room
from ui.dialogs.passwords import PasswordsDialog
from ui.dialogs.scope import ScopeDialog, fresh
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, tr
from ui.panel import Command, Panel, label, least_height
from ui.presenters import case_page
from ui.widgets.builders import Part, beside, file_dialog, lay_out
from ui.widgets.controls import Listing, SplitParts, button, row

Codes = tuple[Counter[str], int]
"""The problems by code, and how many of them leave something that can't be searched."""
Record = tuple[Policy, list[ScopeVersion], dict[str, int], ShownShare | None, Codes]
_SECTIONS = (
    later("Scope"),
    later("Scope history"),
    later("Ledger and exposure"),
    later("Problems"),
    later("Maintenance"),
)


def _record(case: Case) -> Record:
    return case.scope.policy, case.scope.history(), case.reports.logs(), case.reports.shown(), _codes(case)


def _codes(case: Case) -> Codes:
    problems = case.reports.problems()
    return Counter(problem.code for problem in problems), sum(problem.searchable != "fully" for problem in problems)


class _CaseSection(QWidget):
    """A section; it scrolls where it needs more height than there is."""

    def __init__(self, *parts: Part) -> None:
        super().__init__()
        lay_out(self, *parts, margins=theme.STEP, gap=theme.STEP)

    def heightForWidth(self, width: int) -> int:
        """Return the least height."""
        return least_height(self, width)


class CasePanel(Panel):
    """The names of the sections, and one of these."""

    title = "Case"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.policy: Policy | None = None
        self.plan: ScopePlan | None = None
        self.versions: list[ScopeVersion] = []
        self.job: BackgroundJob | None = None
        self.codes = Counter[str]()
        self._before: int | None = None  # problems that left something unsearchable, before they are read again
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Sections"))
        self.names.addItems([tr(name) for name in _SECTIONS])
        self.names.setFixedWidth(self.names.sizeHintForColumn(0) + 3 * theme.STEP)
        self.stack = QStackedWidget()
        pages = (self._scope_page, self._history_page, self._record_page, self._problems_page, self._maintenance_page)
        for page in (make() for make in pages):
            room = Room()
            room.setWidget(page)
            self.stack.addWidget(room)
        self.names.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.names.setCurrentRow(0)
        lay_out(self, (beside(self.names, (self.stack, 1), gap=0), 1))
        session.case_opened.connect(self._forget)
        session.status_changed.connect(lambda status: self.refresh())
        session.task_finished.connect(self._finished)

    def _scope_page(self) -> QWidget:
        self.told = label(wraps=True, copies=True)
        self.rules = Listing(tr("Rules of the scope"), [tr(head) for head in case_page.SCOPE_HEADS], stretch=2)
        self.count_ = button(tr("Count again"), self._count_or_stop)
        self.rules.setMinimumHeight(10 * self.rules.fontMetrics().height())  # eight rows; the page scrolls
        self.rules.itemActivated.connect(lambda *_: self.edit())
        self.add_folder_ = button(tr("Add a folder …"), self.add_folder)
        self.add_pattern_ = button(tr("Add a pattern …"), self.add_pattern)
        self.edit_, self.remove_ = button(tr("Change …"), self.edit), button(tr("Remove …"), self.remove)
        self.relink_ = button(tr("Relink a moved folder …"), self.relink)
        self.relink_.hide()
        buttons = row((self.add_folder_, self.add_pattern_, self.edit_, self.remove_, self.count_, self.relink_))
        buttons.setContentsMargins(0, 0, 0, 0)
        return _CaseSection(self.told, (self.rules, 1), buttons)

    def _history_page(self) -> QWidget:
        heads = [tr(head) for head in case_page.VERSION_HEADS]
        self.history = Listing(tr("Versions of the scope"), heads, stretch=4, numbers=(0,))
        self.lines = QPlainTextEdit(readOnly=True)
        self.lines.setAccessibleName(tr("What the version changed"))
        self.lines.setTabChangesFocus(True)
        self.history.currentItemChanged.connect(lambda *_: self._show_lines())
        return _CaseSection((SplitParts(((self.history, 7), (self.lines, 3))), 1))

    def _record_page(self) -> QWidget:
        self.recorded, self.checked = label(wraps=True, copies=True), label(wraps=True, copies=True)
        return _CaseSection(self.recorded, beside(button(tr("Verify"), self.verify), 0), self.checked, 1)

    def _problems_page(self) -> QWidget:
        hint = tr(
            "What could not be read, or only in part. Its files can be read again under the scope as it is now, "
            "such as after OCR was installed or with their passwords."
        )
        self.again = label(hint, wraps=True, copies=True)
        heads = (tr("Problem"), tr("What it means"), tr("Count"))
        self.problems = Listing(tr("Problems by kind"), heads, stretch=1, numbers=(2,))
        self.again_ = button(tr("Read again"), self.read_again)
        self.passwords_ = button(tr("Passwords …"), self.ask_passwords)
        return _CaseSection(self.again, (self.problems, 1), beside(self.again_, self.passwords_, 0))

    def _maintenance_page(self) -> QWidget:
        backup = tr(
            "A backup is a copy of the case as it is at one moment, which is then verified. Sources aren't copied."
        )
        compact = tr(
            "Compacting merges the index and gives unused room back to the disk. The case holds the same as before."
        )
        self.backed_up, self.compacted = label(wraps=True, copies=True), label(wraps=True, copies=True)
        self.back_up_ = button(tr("Back up …"), self.choose_backup)
        self.compact_ = button(tr("Compact"), self.compact)
        return _CaseSection(
            label(backup, wraps=True),
            beside(self.back_up_, 0),
            self.backed_up,
            label(compact, wraps=True),
            beside(self.compact_, 0),
            self.compacted,
            1,
        )

    def commands(self) -> tuple[Command, ...]:
        """Seeing the case itself, checking it and keeping it well."""
        return (
            Command("Case page", "Case", lambda: self.bring(self.names), begins_part=True),
            Command("Add a folder to the scope …", "Case", self.add_folder, writes=True),
            Command("Verify the case", "Case", self.verify),
            Command("Read problems again", "Case", self.read_again, writes=True),
            Command("Passwords …", "Case", self.ask_passwords, writes=True),
            Command("Back up the case …", "Case", self.choose_backup, writes=True),
            Command("Compact the case", "Case", self.compact, writes=True),
        )

    def writers(self) -> tuple[QWidget, ...]:
        """Return what reads sources or changes the case."""
        scope = (self.add_folder_, self.add_pattern_, self.edit_, self.remove_, self.relink_)
        return *scope, self.again_, self.passwords_, self.back_up_, self.compact_

    # ---- reading

    def _forget(self) -> None:
        self._leave()
        self.policy = self.plan = None
        self._before = None
        said = (self.told, self.recorded, self.checked, self.backed_up, self.compacted)
        for widget in (self.rules, self.history, self.problems, *said):
            widget.clear()
        self.refresh()

    def _leave(self) -> None:
        """End a count that goes on; it begins anew with the next look."""
        if self.job is not None:
            self.job.drop()
            self.job = self.policy = None
        elif self.session.path is None or self.plan is None:
            self.policy = None

    def sight_changed(self) -> None:
        """Read again each time the page comes into sight; end what goes on once it has left."""
        if self.in_sight:
            self.refresh()
        else:
            self._leave()

    def read(self) -> None:
        """Ask for what is on record; the files of the scope are counted where it is another one."""
        self.session.ask("case", _record, self._show, self._refuse, newest="case page")

    def _refuse(self, error: TriageError) -> None:
        self.told.setText(messages.error(error))
        self._end_count()

    def _show(self, answer: Record) -> None:
        policy, self.versions, logs, shown, (self.codes, _) = answer
        status = self.session.status
        self.history.fill(self.history.line(case_page.version_cells(v), v.number) for v in reversed(self.versions))
        self.recorded.setText(case_page.record(status, logs, shown) if status is not None else "")
        self._show_problems()
        if self.policy is None or self.policy.text != policy.text:
            self.policy, self.plan = policy, None
            self._fill()
            self.count()

    def _fill(self) -> None:
        assert self.policy is not None
        rows = case_page.scope_rows(self.policy, self.plan)
        self.relink_.setVisible(self.plan is not None and any(root.error for root in self.plan.roots))
        self.rules.fill([self.rules.line(cells, rule, formatting.hint(hint)) for rule, cells, hint in rows])

    def _show_lines(self) -> None:
        number = self.history.chosen()
        self.lines.setPlainText(case_page.version_lines(self.versions, number) if isinstance(number, int) else "")

    # ---- counting

    def count(self) -> None:
        """Count what each rule includes or excludes, by names alone."""
        if (jobs := self.session.jobs) is None or not self.in_sight:
            return
        self._counting(0)
        self.count_.setText(tr("Stop counting"))
        self.job = jobs.run(
            "scope",
            lambda case, report, stop: case.scope.plan(None, report, stop.is_set),
            self._counting,
            self._counted,
            self._refuse,
        )

    def _counting(self, files: int) -> None:
        self.told.setText(tr("Counting files by their names: {number} so far …", number=formatting.number(files)))

    def _count_or_stop(self) -> None:
        if self.job is not None:
            self.job.stop.set()
        else:
            self.count()

    def _end_count(self) -> None:
        self.job = None
        self.count_.setText(tr("Count again"))

    def _counted(self, plan: ScopePlan) -> None:
        self.plan = plan
        self._end_count()
        if self.policy is not None:
            self._fill()
            self.told.setText(case_page.scope(self.policy, plan))

    # ---- changing the scope

    def _change(self, pick: Callable[[Policy], Allow | Deny | None], *, remove: bool = False) -> None:
        """Open the dialog over the rule that is picked from the scope as it is now."""

        def opened(policy: Policy) -> None:
            if (rule := pick(policy)) is not None and not self.session.read_only:
                ScopeDialog(self.below_dialogs(), self.session, policy, rule, remove=remove).open()

        self.session.ask("aside", lambda case: case.scope.policy, opened)

    def add_folder(self) -> None:
        """Add a folder that may be read."""
        self._change(lambda policy: Allow(fresh(policy, "allow"), "", ""))

    def add_pattern(self) -> None:
        """Add a pattern that is never opened."""
        self._change(lambda policy: Deny(fresh(policy, "deny"), ""))

    def _chosen(self, policy: Policy) -> Allow | Deny | None:
        rules: list[Allow | Deny] = [*policy.allow, *policy.deny]
        return next((rule for rule in rules if rule.id == self.rules.chosen()), None)

    def edit(self) -> None:
        """Change the rule that is chosen."""
        self._change(self._chosen)

    def remove(self) -> None:
        """Remove the rule that is chosen."""
        self._change(self._chosen, remove=True)

    def relink(self) -> None:
        """Give the folder that is missing, of several the one that is chosen, its new place."""
        gone = {root.id for root in self.plan.roots if root.error} if self.plan is not None else set[str]()
        first = self.rules.chosen() if self.rules.chosen() in gone else next(iter(sorted(gone)), "")
        self._change(lambda policy: next((root for root in policy.allow if root.id == first), None))

    # ---- reading again

    def _show_problems(self) -> None:
        total = self.codes.total()
        rows = [
            ("", tr("all problems"), total),
            *((code, messages.meaning(code, code), n) for code, n in self.codes.most_common()),
        ]
        self.problems.fill(
            self.problems.line([as_is(code), meaning, formatting.number(n)], code, formatting.hint(meaning))
            for code, meaning, n in rows
            if total
        )

    def read_again(self) -> None:
        """Read again what has the problem that is chosen, or any problem."""
        self._index()

    def ask_passwords(self) -> None:
        """Ask for passwords, and try them."""
        if self.session.has_case():
            dialog = PasswordsDialog(self.below_dialogs())
            dialog.passwords_given.connect(self._index)
            dialog.open()

    def _index(self, passwords: Sequence[str] = ()) -> None:
        """Read again, once it is known what problems there are."""
        chosen = self.problems.chosen() or ""

        def begin(answer: Codes) -> None:
            codes, self._before = answer
            self.again.setText(f"{tr('Read again')} …")
            retried = [code for code in codes if code in PROBLEM_CODES and chosen in ("", code)]
            self.session.task_requested.emit("Indexing", ([] if passwords else retried, passwords))

        self._open(3)
        self.session.ask("case", _codes, begin)

    def _compare(self, before: int, answer: Codes) -> None:
        self.codes, left = answer
        was, now = formatting.number(before), formatting.number(left)
        said = tr(
            "Read again. What leaves something unsearchable: {before} problems before, {now} now.", before=was, now=now
        )
        self.again.setText(said)
        self._show_problems()

    # ---- checking and upkeep

    def _open(self, section: int) -> None:
        self.names.setCurrentRow(section)
        self.session.panel_requested.emit(self.title)

    def _begin(self, section: int, told: QLabel, task: str, *arguments: object) -> None:
        if self.session.has_case():
            self._open(section)
            told.setText(f"{tr(task)} …")
            self.session.task_requested.emit(task, arguments)

    def verify(self) -> None:
        """Check the case against its records."""
        self._begin(2, self.checked, "Verifying")

    def compact(self) -> None:
        """Make the case's database smaller."""
        self._begin(4, self.compacted, "Compacting")

    def choose_backup(self) -> None:
        """Choose where the case is copied to."""
        if (path := self.session.path) is not None:
            title = tr("Folder to put the backup into")
            file_dialog(self.below_dialogs(), title, partial(self.back_up, path.name), start=path.parent).open()

    def back_up(self, name: str, folder: Path) -> None:
        """Copy the case to a folder of its own in another one."""
        stem = f"{name}-backup-{date.today()}"
        names = (f"{stem}{'' if n == 1 else f'-{n}'}" for n in count(1))
        target = next(folder / fresh for fresh in names if not (folder / fresh).exists())
        self._begin(4, self.backed_up, "Backing up", target)

    def _finished(self, task: str, result: Any) -> None:
        """Say what came of a long task; one that was stopped or failed says so in the status bar."""
        told: dict[str, tuple[QLabel, Callable[[Any], str]]] = {
            "Verifying": (self.checked, case_page.checks),
            "Compacting": (self.compacted, case_page.compacted),
            "Backing up": (self.backed_up, case_page.backed_up),
        }
        if task in told:
            place, words = told[task]
            place.setText(words(result) if result is not None else tr("Not finished."))
        elif task == "Indexing" and self._before is not None:
            before, self._before = self._before, None
            self.session.ask("case", _codes, partial(self._compare, before))
