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
from ui.dialogs.scope import PasswordsDialog, ScopeDialog, fresh_rule_id
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
    def __init__(self, *parts: Part) -> None:
        super().__init__()
        lay_out(self, *parts, margins=theme.STEP, gap=theme.STEP)

    def heightForWidth(self, width: int) -> int:
        return least_height(self, width)


class CasePanel(Panel):
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
        self.status = label(wraps=True, copies=True)
        self.rules = Listing(tr("Rules of the scope"), [tr(head) for head in case_page.SCOPE_HEADS], stretch=2)
        self.count_button = button(tr("Count again"), self._count_or_stop)
        self.rules.setMinimumHeight(10 * self.rules.fontMetrics().height())  # eight rows; the page scrolls
        self.rules.itemActivated.connect(lambda *_: self.edit())
        self.add_folder_button = button(tr("Add a folder …"), self.add_folder)
        self.add_pattern_button = button(tr("Add a pattern …"), self.add_pattern)
        self.edit_button, self.remove_button = button(tr("Change …"), self.edit), button(tr("Remove …"), self.remove)
        self.relink_button = button(tr("Relink a moved folder …"), self.relink)
        self.relink_button.hide()
        buttons = row(
            (
                self.add_folder_button,
                self.add_pattern_button,
                self.edit_button,
                self.remove_button,
                self.count_button,
                self.relink_button,
            )
        )
        buttons.setContentsMargins(0, 0, 0, 0)
        return _CaseSection(self.status, (self.rules, 1), buttons)

    def _history_page(self) -> QWidget:
        heads = [tr(head) for head in case_page.VERSION_HEADS]
        self.history = Listing(tr("Versions of the scope"), heads, stretch=4, numbers=(0,))
        self.lines = QPlainTextEdit(readOnly=True)
        self.lines.setAccessibleName(tr("What the version changed"))
        self.lines.setTabChangesFocus(True)
        self.history.currentItemChanged.connect(lambda *_: self._show_lines())
        return _CaseSection((SplitParts(((self.history, 7), (self.lines, 3))), 1))

    def _record_page(self) -> QWidget:
        self.record_status, self.verification = label(wraps=True, copies=True), label(wraps=True, copies=True)
        return _CaseSection(self.record_status, beside(button(tr("Verify"), self.verify), 0), self.verification, 1)

    def _problems_page(self) -> QWidget:
        hint = tr(
            "What could not be read, or only in part. Its files can be read again under the scope as it is now, "
            "such as after OCR was installed or with their passwords."
        )
        self.read_again_status = label(hint, wraps=True, copies=True)
        heads = (tr("Problem"), tr("What it means"), tr("Count"))
        self.problems = Listing(tr("Problems by kind"), heads, stretch=1, numbers=(2,))
        self.read_again_button = button(tr("Read again"), self._index)
        self.passwords_button = button(tr("Passwords …"), self.ask_passwords)
        return _CaseSection(
            self.read_again_status, (self.problems, 1), beside(self.read_again_button, self.passwords_button, 0)
        )

    def _maintenance_page(self) -> QWidget:
        backup = tr(
            "A backup is a copy of the case as it is at one moment, which is then verified. Sources aren't copied."
        )
        compact = tr(
            "Compacting merges the index and gives unused room back to the disk. The case holds the same as before."
        )
        self.backup_status, self.compact_status = label(wraps=True, copies=True), label(wraps=True, copies=True)
        self.back_up_button = button(tr("Back up …"), self.choose_backup)
        self.compact_button = button(tr("Compact"), self.compact)
        return _CaseSection(
            label(backup, wraps=True),
            beside(self.back_up_button, 0),
            self.backup_status,
            label(compact, wraps=True),
            beside(self.compact_button, 0),
            self.compact_status,
            1,
        )

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("Case page", "Case", lambda: self.bring(self.names), begins_part=True),
            Command("Add a folder to the scope …", "Case", self.add_folder, writes=True),
            Command("Verify the case", "Case", self.verify),
            Command("Read problems again", "Case", self._index, writes=True),
            Command("Passwords …", "Case", self.ask_passwords, writes=True),
            Command("Back up the case …", "Case", self.choose_backup, writes=True),
            Command("Compact the case", "Case", self.compact, writes=True),
        )

    def writers(self) -> tuple[QWidget, ...]:
        scope = (
            self.add_folder_button,
            self.add_pattern_button,
            self.edit_button,
            self.remove_button,
            self.relink_button,
        )
        return *scope, self.read_again_button, self.passwords_button, self.back_up_button, self.compact_button

    # ---- reading

    def _forget(self) -> None:
        self._leave()
        self.policy = self.plan = None
        self._before = None
        labels = (self.status, self.record_status, self.verification, self.backup_status, self.compact_status)
        for widget in (self.rules, self.history, self.problems, *labels):
            widget.clear()
        self.refresh()

    def _leave(self) -> None:
        if self.job is not None:
            self.job.drop()
            self.job = self.policy = None
        elif self.session.path is None or self.plan is None:
            self.policy = None

    def sight_changed(self) -> None:
        if self.in_sight:
            self.refresh()
        else:
            self._leave()

    def read(self) -> None:
        self.session.ask("rest", _record, self._show, self._refuse, newest="case page")

    def _refuse(self, error: TriageError) -> None:
        self.status.setText(messages.error(error))
        self._end_count()

    def _show(self, answer: Record) -> None:
        policy, self.versions, logs, shown, (self.codes, _) = answer
        status = self.session.status
        self.history.fill(self.history.line(case_page.version_cells(v), v.number) for v in reversed(self.versions))
        self.record_status.setText(case_page.record(status, logs, shown) if status is not None else "")
        self._show_problems()
        if self.policy is None or self.policy.text != policy.text:
            self.policy, self.plan = policy, None
            self._fill()
            self.count()

    def _fill(self) -> None:
        assert self.policy is not None
        rows = case_page.scope_rows(self.policy, self.plan)
        self.relink_button.setVisible(self.plan is not None and any(root.error for root in self.plan.roots))
        self.rules.fill([self.rules.line(cells, rule, formatting.hint(hint)) for rule, cells, hint in rows])

    def _show_lines(self) -> None:
        number = self.history.chosen()
        self.lines.setPlainText(case_page.version_lines(self.versions, number) if isinstance(number, int) else "")

    # ---- counting

    def count(self) -> None:
        if (jobs := self.session.jobs) is None or not self.in_sight:
            return
        self._counting(0)
        self.count_button.setText(tr("Stop counting"))
        self.job = jobs.run(
            lambda case, report, stop: case.scope.plan(None, report, stop.is_set),
            self._counting,
            self._counted,
            self._refuse,
        )

    def _counting(self, files: int) -> None:
        self.status.setText(tr("Counting files by their names: {number} so far …", number=formatting.number(files)))

    def _count_or_stop(self) -> None:
        if self.job is not None:
            self.job.stop.set()
        else:
            self.count()

    def _end_count(self) -> None:
        self.job = None
        self.count_button.setText(tr("Count again"))

    def _counted(self, plan: ScopePlan) -> None:
        self.plan = plan
        self._end_count()
        if self.policy is not None:
            self._fill()
            self.status.setText(case_page.scope(self.policy, plan))

    # ---- changing the scope

    def _change(self, pick: Callable[[Policy], Allow | Deny | None], *, remove: bool = False) -> None:
        def opened(policy: Policy) -> None:
            if (rule := pick(policy)) is not None and not self.session.read_only:
                ScopeDialog(self.below_dialogs(), self.session, policy, rule, remove=remove).open()

        self.session.ask("rest", lambda case: case.scope.policy, opened)

    def add_folder(self) -> None:
        self._change(lambda policy: Allow(fresh_rule_id(policy, "allow"), "", ""))

    def add_pattern(self) -> None:
        self._change(lambda policy: Deny(fresh_rule_id(policy, "deny"), ""))

    def _chosen(self, policy: Policy) -> Allow | Deny | None:
        rules: list[Allow | Deny] = [*policy.allow, *policy.deny]
        return next((rule for rule in rules if rule.id == self.rules.chosen()), None)

    def edit(self) -> None:
        self._change(self._chosen)

    def remove(self) -> None:
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

    def ask_passwords(self) -> None:
        if self.session.has_case():
            dialog = PasswordsDialog(self.below_dialogs())
            dialog.passwords_given.connect(self._index)
            dialog.open()

    def _index(self, passwords: Sequence[str] = ()) -> None:
        code_chosen = self.problems.chosen() or ""

        def begin(answer: Codes) -> None:
            codes, self._before = answer
            self.read_again_status.setText(f"{tr('Read again')} …")
            retried = [code for code in codes if code in PROBLEM_CODES and code_chosen in ("", code)]
            self.session.task_requested.emit("Indexing", ([] if passwords else retried, passwords))

        self._open(3)
        self.session.ask("rest", _codes, begin)

    def _compare(self, before: int, answer: Codes) -> None:
        self.codes, remaining = answer
        was, now = formatting.number(before), formatting.number(remaining)
        sentence = tr(
            "Read again. What leaves something unsearchable: {before} problems before, {now} now.", before=was, now=now
        )
        self.read_again_status.setText(sentence)
        self._show_problems()

    # ---- checking and upkeep

    def _open(self, section: int) -> None:
        self.names.setCurrentRow(section)
        self.session.panel_requested.emit(self.title)

    def _begin(self, section: int, status: QLabel, task: str, *arguments: object) -> None:
        if self.session.has_case():
            self._open(section)
            status.setText(f"{tr(task)} …")
            self.session.task_requested.emit(task, arguments)

    def verify(self) -> None:
        self._begin(2, self.verification, "Verifying")

    def compact(self) -> None:
        self._begin(4, self.compact_status, "Compacting")

    def choose_backup(self) -> None:
        if (path := self.session.path) is not None:
            title = tr("Folder to put the backup into")
            file_dialog(self.below_dialogs(), title, partial(self.back_up, path.name), start=path.parent).open()

    def back_up(self, case: str, folder: Path) -> None:
        stem = f"{case}-backup-{date.today()}"
        names = (f"{stem}{'' if n == 1 else f'-{n}'}" for n in count(1))
        target = next(folder / name for name in names if not (folder / name).exists())
        self._begin(4, self.backup_status, "Backing up", target)

    def _finished(self, task: str, result: Any) -> None:
        results: dict[str, tuple[QLabel, Callable[[Any], str]]] = {
            "Verifying": (self.verification, case_page.checks),
            "Compacting": (self.compact_status, case_page.compacted),
            "Backing up": (self.backup_status, case_page.backed_up),
        }
        if task in results:
            status, words = results[task]
            status.setText(words(result) if result is not None else tr("Not finished."))
        elif task == "Indexing" and self._before is not None:
            before, self._before = self._before, None
            self.session.ask("rest", _codes, partial(self._compare, before))
