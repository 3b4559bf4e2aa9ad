"""The scope of a case: the wizard that creates a case by it, a change of one of its rules, passwords for its files.

The wizard writes what the review is for, what may be read, what never, and who said so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from triage.case import Allow, Case, Deny, Policy, check_scope
from triage.errors import TriageError
from triage.messages import say
from triage.model.scope import ScopePlan, ScopeVersion
from ui import theme
from ui.case.jobs import BackgroundJob
from ui.case.session import Session
from ui.columns import Room
from ui.dialogs.base import Dialog, EditTable, form
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, tr
from ui.panel import label, show_message
from ui.presenters import case_page
from ui.widgets.builders import beside, delayed, file_dialog, lay_out
from ui.widgets.controls import button, entry, notice


class _Page(QWizardPage):
    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.setTitle(title)
        inner, room = QWidget(), Room()
        room.setWidget(inner)
        self.why = label("", "muted", wraps=True)
        self.why.setAccessibleName(tr("What is missing on this page"))
        lay_out(self, (room, 1), self.why, gap=theme.STEP)
        self.lines = QVBoxLayout(inner)
        self.lines.setSpacing(2 * theme.STEP)
        self.lines.addWidget(label(sentence, "muted", wraps=True))

    def missing(self) -> str:
        """Return what is needed before one can go on, "" where nothing is."""
        return ""

    def isComplete(self) -> bool:
        missing = self.missing()
        self.why.setText(missing)
        return not missing

    def refusal(self, *, deny: bool) -> str:
        wizard = self.wizard()
        assert isinstance(wizard, NewCase)
        policy = wizard.policy()
        if not policy.allow:
            return tr("Add at least one folder that may be read, with its custodian.")
        try:
            check_scope(policy if deny else replace(policy, deny=()))
        except TriageError as error:
            return messages.error(error)
        return ""


class BasicsPage(_Page):
    def __init__(self) -> None:
        super().__init__(tr("The case"), tr("A case is one folder. This appears in the scope and in every report."))
        self.folder = entry(tr("Folder of the case"), str(Path.home() / "cases" / "2026-014"))
        self.purpose = entry(tr("Purpose"), tr("Suspected sale of designs, 2022 to 2023"))
        self.approved = entry(tr("Approved by"), tr("Works council and general counsel, 3 May 2026"))
        browse = button(tr("Choose …"), self._choose)
        browse.setAccessibleName(tr("Choose the folder of the case"))
        folder = (tr("Folder"), beside((self.folder, 1), browse))
        self.lines.addLayout(form(folder, (tr("Purpose"), self.purpose), (tr("Approved by"), self.approved)))
        self.lines.addStretch()
        for line in (self.folder, self.purpose, self.approved):
            line.textChanged.connect(self.completeChanged)

    def _choose(self) -> None:
        title = tr("A new, empty folder for the case")
        file_dialog(self, title, lambda folder: self.folder.setText(str(folder))).open()

    def missing(self) -> str:
        for line in (self.folder, self.purpose, self.approved):
            if not line.text().strip():
                return tr("To go on, fill in: {field}", field=line.accessibleName())
        folder = Path(self.folder.text().strip()).expanduser().absolute()
        with suppress(OSError):
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                return messages.shown(say("case-folder-not-empty", path=folder))
        return ""


class TablePage(_Page):
    def __init__(self, title: str, sentence: str, columns: Sequence[str], add: str) -> None:
        super().__init__(title, sentence)
        self.table = EditTable(title, columns)
        self.table.setEditTriggers(QTableWidget.EditTrigger.AllEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.itemChanged.connect(lambda item: self.completeChanged.emit())
        self.add = button(add, self.more)
        self.lines.addWidget(self.table, 1)
        self.lines.addLayout(beside(self.add, button(tr("Remove row"), self._less), 0))

    def put(self, *values: str) -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        for column in range(self.table.columnCount()):
            self.table.setItem(at, column, QTableWidgetItem(values[column] if column < len(values) else ""))

    def more(self) -> None:
        self.put()
        self.table.setFocus()
        self.table.setCurrentCell(
            self.table.rowCount() - 1, 0
        )  # which begins to edit it, as every cell that is gone to

    def _less(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.completeChanged.emit()

    def rules(self) -> list[list[str]]:
        columns, rows = range(self.table.columnCount()), range(self.table.rowCount())
        lines = [[self.table.text(row, column).strip() for column in columns] for row in rows]
        return [line for line in lines if any(line)]


class AllowPage(TablePage):
    def __init__(self) -> None:
        super().__init__(
            tr("What may be read"),
            tr(
                "Only these folders are ever opened. State for each whose records it holds and on what basis "
                "they may be read. As custodian, {1} stands for the name of the first folder below it."
            ),
            (tr("Folder"), tr("Custodian"), tr("Basis")),
            tr("Add a folder …"),
        )

    def more(self) -> None:
        file_dialog(self, tr("A folder that may be read"), lambda folder: self.put(str(folder), "", "")).open()

    def missing(self) -> str:
        for path, custodian, _ in self.rules():
            if not Path(path).is_absolute():
                return tr("To go on, give the whole path of this folder: {folder}", folder=path)
            if not custodian:
                return tr("To go on, name the custodian of {folder}.", folder=path)
        return self.refusal(deny=False) if self.rules() else tr("To go on, add a folder that may be read.")


class DenyPage(TablePage):
    def __init__(self) -> None:
        super().__init__(
            tr("What must never be opened"),
            tr(
                "Whatever matches is never opened, listed or counted individually, whatever the folders above"
                " allow. Write customer-data/** for a folder, *.pst for a type of file. Give the reason."
            ),
            (tr("Pattern"), tr("Reason")),
            tr("Add a pattern"),
        )

    def missing(self) -> str:
        if not all(glob for glob, _ in self.rules()):
            return tr("To go on, write a pattern in each row, or remove the row.")
        return self.refusal(deny=True)


class SummaryPage(_Page):
    def __init__(self) -> None:
        super().__init__(
            tr("Check"), tr("This is written to scope.toml in the case. Nothing is read before you start indexing.")
        )
        self.summary = label(wraps=True)
        self.lines.addWidget(self.summary)
        self.lines.addStretch()

    def initializePage(self) -> None:
        wizard = self.wizard()
        assert isinstance(wizard, NewCase)
        policy = wizard.policy()
        lines = [tr("Case in {folder}", folder=str(wizard.path())), tr("Purpose: {purpose}", purpose=policy.purpose)]
        lines += [tr("Approved by: {names}", names=policy.approved_by), ""]
        lines.append(tr("%n folders may be read:", len(policy.allow)))
        lines += [
            f"   {as_is(a.path)}   ({formatting.listed(map(as_is, (a.custodian, a.basis)))})" for a in policy.allow
        ]
        lines += ["", tr("%n patterns never opened:", len(policy.deny))]
        lines += [f"   {as_is(d.glob)}   ({as_is(d.reason)})" for d in policy.deny]
        self.summary.setText("\n".join(lines))


class NewCase(QWizard):
    """Four pages; ``scope_confirmed`` carries the folder and the scope."""

    scope_confirmed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New case"))
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.basics, self.allow, self.deny = BasicsPage(), AllowPage(), DenyPage()
        for page in (self.basics, self.allow, self.deny, SummaryPage()):
            self.addPage(page)
        self.setButtonText(QWizard.WizardButton.FinishButton, tr("Create case"))
        theme.fit(self, 90, 60)
        self.box: QMessageBox | None = None
        self.accepted.connect(lambda: self.scope_confirmed.emit(self.path(), self.policy()))

    def reject(self) -> None:
        fields = (self.basics.folder, self.basics.purpose, self.basics.approved)
        if any(line.text().strip() for line in fields) or self.allow.rules() or self.deny.rules():
            self.box = notice(self, self.windowTitle(), tr("Discard what was entered for the new case?"))
            self.box.button(QMessageBox.StandardButton.Close).setText(tr("Keep editing"))
            discard = self.box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
            discard.clicked.connect(lambda: QWizard.reject(self))
            self.box.open()
        else:
            super().reject()

    def path(self) -> Path:
        return Path(self.basics.folder.text().strip()).expanduser().absolute()

    def policy(self) -> Policy:
        allow = [
            Allow(f"allow-{n}", str(Path(path)), custodian, basis)
            for n, (path, custodian, basis) in enumerate(self.allow.rules(), 1)
        ]
        deny = [Deny(f"deny-{n}", glob, reason) for n, (glob, reason) in enumerate(self.deny.rules(), 1)]
        purpose, approved = self.basics.purpose.text().strip(), self.basics.approved.text().strip()
        return Policy(purpose, approved, tuple(allow), tuple(deny))


# ---- a change: one rule added, changed or removed; what it comes to before and after, and the reason

_SOON = 300  # milliseconds after the last letter before files are counted
Rule = TypeVar("Rule", bound=Allow | Deny)
Counts = tuple[ScopePlan, ScopePlan, tuple[int, int] | None]


def fresh_rule_id(policy: Policy, kind: str) -> str:
    known = {root.id for root in policy.allow} | {rule.id for rule in policy.deny}
    return next(name for n in range(1, len(known) + 2) if (name := f"{kind}-{n}") not in known)


def _exchanged(rules: tuple[Rule, ...], old: Rule, new: Rule | None) -> tuple[Rule, ...]:
    at = next((n for n, rule in enumerate(rules) if rule.id == old.id), len(rules))
    return (*rules[:at], *(() if new is None else (new,)), *rules[at + 1 :])


class ScopeDialog(Dialog):
    """Changes one rule of a scope; with ``remove`` it only asks for the reason. Nothing is written before ``go``."""

    def __init__(
        self, parent: QWidget, session: Session, policy: Policy, rule: Allow | Deny, *, remove: bool = False
    ) -> None:
        super().__init__(parent, tr("Remove a rule of the scope") if remove else tr("Change the scope"))
        self.session, self.before, self.rule, self.remove = session, policy, rule, remove
        self.fields: dict[str, QLineEdit] = {}
        self.job: BackgroundJob | None = None
        self._writing = self._counted = False
        self.counts, self.why = label(wraps=True), label("", "muted", wraps=True)
        self.reason = entry(tr("Reason for the change"), tr("goes on record with the new version"))
        self.approver = entry(tr("Approved by"), tr("optional; signed with the key of your login"))
        self._timer = delayed(self, _SOON, self._count)
        rows = [] if remove else self._rows()
        rows += [(tr("Reason for the change"), self.reason), (tr("Approved by"), self.approver)]
        rule_label = label(formatting.foreign(rule.path if isinstance(rule, Allow) else rule.glob), "title", wraps=True)
        parts = [rule_label] if remove else []
        self.arrange(*parts, form(*rows), self.counts, self.why, self.answers(tr("Change the scope")), wide=84, high=50)
        for field in self.fields.values():
            field.textChanged.connect(self._soon)
        self.reason.textChanged.connect(self._ready)
        self.finished.connect(lambda _: self._stop())
        self._soon()

    def _rows(self) -> list[tuple[str, Any]]:
        names = {"glob": tr("Pattern"), "reason": tr("Reason for the rule")}
        if isinstance(self.rule, Allow):
            names = {"path": tr("Folder"), "custodian": tr("Custodian"), "basis": tr("Basis")}
        rows: list[tuple[str, Any]] = []
        for key, name in names.items():
            self.fields[key] = entry(name)
            self.fields[key].setText(getattr(self.rule, key))
            browse = button(tr("Choose …"), self.choose)
            browse.setAccessibleName(tr("Choose the folder that may be read"))
            rows.append((name, beside((self.fields[key], 1), browse) if key == "path" else self.fields[key]))
        return rows

    def choose(self) -> None:
        file_dialog(self, tr("A folder that may be read"), lambda path: self.fields["path"].setText(str(path))).open()

    def policy(self) -> Policy:
        texts, old = {key: field.text().strip() for key, field in self.fields.items()}, self.rule
        if isinstance(old, Deny):
            rule = None if self.remove else Deny(old.id, texts["glob"], texts["reason"])
            return replace(self.before, deny=_exchanged(self.before.deny, old, rule), text="")
        path = str(Path(texts["path"])) if texts.get("path") else ""
        root = (
            None
            if self.remove
            else msgspec.structs.replace(old, path=path, custodian=texts["custodian"], basis=texts["basis"])
        )
        return replace(self.before, allow=_exchanged(self.before.allow, old, root), text="")

    # ---- counting

    def _stop(self) -> None:
        if self.job is not None:
            self.job.drop()
            self.job = None

    def _soon(self) -> None:
        self._stop()
        self._counted = False
        self.counts.clear()
        self._timer.start()
        self._ready()

    def _missing(self) -> str:
        for key, field in self.fields.items():
            if key in ("path", "custodian", "glob") and not field.text().strip():
                return tr("To go on, fill in: {field}", field=field.accessibleName())
        return tr("Nothing has been changed yet.") if self.policy() == self.before else ""

    def _refusal(self) -> str:
        try:
            check_scope(self.policy())
        except TriageError as error:
            return messages.error(error)
        return ""

    def _count(self) -> None:
        jobs = self.session.jobs
        if jobs is None or self._missing() or self._refusal():
            return
        policy = self.policy()

        def work(case: Case, report: Callable[..., None], stop: Any) -> Counts:
            before, after = (case.scope.plan(scope, report, stop.is_set) for scope in (None, policy))
            root = next((root for root in after.roots if root.id == self.rule.id), None)
            old = next((root for root in before.roots if root.id == self.rule.id), None)
            moved = root is not None and old is not None and root.path != old.path and root.error is None
            return before, after, case.scope.moved_there(policy.root(self.rule.id)) if moved else None

        self._counting(0)
        self.job = jobs.run(work, self._counting, self._show, self._refuse)

    def _counting(self, files: int) -> None:
        number = formatting.number(files)
        self.counts.setText(tr("Counting files by their names: {number} so far …", number=number))

    def _show(self, counts: Counts) -> None:
        self.job, self._counted = None, True
        self.counts.setText(case_page.change(*counts))
        self._ready()

    def _refuse(self, error: TriageError) -> None:
        self._writing = False
        show_message(self.why, messages.error(error), "error")

    def _ready(self) -> None:
        missing, refusal = self._missing(), ""
        if not missing and not (refusal := self._refusal()) and not self.reason.text().strip():
            missing = tr("To go on, give the reason for the change.")
        show_message(self.why, missing or refusal, "error" if refusal else "muted")
        self.go.setEnabled(not missing and not refusal and self._counted)

    # ---- changing

    def accept(self) -> None:
        policy, reason, approver = self.policy(), self.reason.text(), self.approver.text()
        self._writing = True
        self.go.setEnabled(False)
        self.session.write(lambda case, _: case.scope.change(policy, reason, approver), self._changed, self._refuse)

    def _changed(self, version: ScopeVersion) -> None:
        self._writing = False
        sentence = tr(
            "Version {number} of the scope is in force. Index the sources to read what is new.", number=version.number
        )
        self.session.say(sentence)
        self.session.recount()
        super().accept()

    def reject(self) -> None:
        if not self._writing:
            super().reject()


# ---- passwords: tried in the next run, and written nowhere


class PasswordsDialog(Dialog):
    """One password a line; ``passwords_given`` carries them."""

    passwords_given = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Passwords"))
        sentence = tr(
            "One password per line. They are tried on the encrypted files in the run that starts now, "
            "and are not stored anywhere."
        )
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Passwords, one per line"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(lambda: self.go.setEnabled(bool(self._lines())))
        hint = label(sentence, "muted", wraps=True)
        self.arrange(hint, (self.text, 1), self.answers(tr("Try them")), wide=60, high=32)
        self.go.setEnabled(False)
        self.text.setFocus()

    def _lines(self) -> list[str]:
        return [line for line in self.text.toPlainText().splitlines() if line]

    def accept(self) -> None:
        self.passwords_given.emit(self._lines())
        super().accept()
