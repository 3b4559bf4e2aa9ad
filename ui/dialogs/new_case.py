"""The new case: a wizard that writes the scope: what for, what may be read, what never, who said so."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from triage.case import Allow, Deny, Policy, check_scope
from triage.errors import TriageError
from triage.messages import say
from ui import theme
from ui.columns import Room
from ui.dialogs.base import EditTable, form
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, tr
from ui.panel import label
from ui.widgets.builders import beside, file_dialog, lay_out
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
        """Whether one can go on; where not, the page says why."""
        missing = self.missing()
        self.why.setText(missing)
        return not missing

    def refusal(self, *, deny: bool) -> str:
        """Return why the folders that may be read, and the patterns, can't be a scope, "" where they can."""
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
    """Where the case lies, what it is for, who approved it."""

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
        """All three are needed, and the folder must be new or empty."""
        for line in (self.folder, self.purpose, self.approved):
            if not line.text().strip():
                return tr("To go on, fill in: {field}", field=line.accessibleName())
        folder = Path(self.folder.text().strip()).expanduser().absolute()
        with suppress(OSError):
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                return messages.shown(say("case-folder-not-empty", path=folder))
        return ""


class TablePage(_Page):
    """Rules as lines of a table that is typed into."""

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
        """Add a line with these values."""
        at = self.table.rowCount()
        self.table.insertRow(at)
        for column in range(self.table.columnCount()):
            self.table.setItem(at, column, QTableWidgetItem(values[column] if column < len(values) else ""))

    def more(self) -> None:
        """Add an empty line and start typing in it."""
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
        """Return the lines that hold anything."""
        columns, rows = range(self.table.columnCount()), range(self.table.rowCount())
        lines = [[self.table.text(row, column).strip() for column in columns] for row in rows]
        return [line for line in lines if any(line)]


class AllowPage(TablePage):
    """Folders that may be read."""

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
        """Choose a folder and add it."""
        file_dialog(self, tr("A folder that may be read"), lambda folder: self.put(str(folder), "", "")).open()

    def missing(self) -> str:
        """At least one, each with an absolute path and a custodian."""
        for path, custodian, _ in self.rules():
            if not Path(path).is_absolute():
                return tr("To go on, give the whole path of this folder: {folder}", folder=path)
            if not custodian:
                return tr("To go on, name the custodian of {folder}.", folder=path)
        return self.refusal(deny=False) if self.rules() else tr("To go on, add a folder that may be read.")


class DenyPage(TablePage):
    """Globs that are never opened."""

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
        """Each needs a pattern that can match."""
        if not all(glob for glob, _ in self.rules()):
            return tr("To go on, write a pattern in each row, or remove the row.")
        return self.refusal(deny=True)


class SummaryPage(_Page):
    """The scope in words."""

    def __init__(self) -> None:
        super().__init__(
            tr("Check"), tr("This is written to scope.toml in the case. Nothing is read before you start indexing.")
        )
        self.told = label(wraps=True)
        self.lines.addWidget(self.told)
        self.lines.addStretch()

    def initializePage(self) -> None:
        """Say the scope as it will be written."""
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
        self.told.setText("\n".join(lines))


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
        """Ask before what was entered is discarded, as by Esc."""
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
        """Return the folder of the case."""
        return Path(self.basics.folder.text().strip()).expanduser().absolute()

    def policy(self) -> Policy:
        """Return the scope as filled in."""
        allow = [
            Allow(f"allow-{n}", str(Path(path)), custodian, basis)
            for n, (path, custodian, basis) in enumerate(self.allow.rules(), 1)
        ]
        deny = [Deny(f"deny-{n}", glob, reason) for n, (glob, reason) in enumerate(self.deny.rules(), 1)]
        purpose, approved = self.basics.purpose.text().strip(), self.basics.approved.text().strip()
        return Policy(purpose, approved, tuple(allow), tuple(deny))
