"""The new case: a wizard that writes the scope: what for, what may be read, what never, who said so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget, QWizard, QWizardPage

from triage.case import Allow, Deny, Policy
from ui import theme
from ui.columns import Room
from ui.dialogs.base import EditTable, form
from ui.i18n import formatting
from ui.i18n.language import as_is, tr
from ui.panel import label
from ui.widgets.builders import beside, file_dialog, lay_out
from ui.widgets.controls import button, entry


class _Page(QWizardPage):
    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.setTitle(title)
        inner, room = QWidget(), Room()
        room.setWidget(inner)
        lay_out(self, room)
        self.lines = QVBoxLayout(inner)
        self.lines.setSpacing(2 * theme.STEP)
        self.lines.addWidget(label(sentence, "muted", wraps=True))


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

    def isComplete(self) -> bool:
        """All three are needed."""
        return all(line.text().strip() for line in (self.folder, self.purpose, self.approved))


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
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.table.editItem(self.table.currentItem())

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

    def isComplete(self) -> bool:
        """At least one, each with an absolute path and a custodian."""
        rules = self.rules()
        return bool(rules) and all(Path(path).is_absolute() and custodian for path, custodian, _ in rules)


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

    def isComplete(self) -> bool:
        """Each needs a pattern."""
        return all(glob for glob, _ in self.rules())


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
        self.accepted.connect(lambda: self.scope_confirmed.emit(self.path(), self.policy()))

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
