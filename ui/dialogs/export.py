"""The export dialog: where to, which items; it says how many before it does anything."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.reports import Results
from ui import preferences
from ui.dialogs.base import Dialog, form
from ui.i18n import messages
from ui.i18n.language import tr
from ui.panel import label, tell
from ui.session import Session
from ui.widgets.builders import beside, delayed, file_dialog
from ui.widgets.controls import button

QUERY = "tag:relevant"


class ExportDialog(Dialog):
    """Target folder and query; ``export_confirmed`` carries both, and the work then runs in the status bar."""

    export_confirmed = Signal(object, str)

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, tr("Export findings"))
        self.session = session
        self.query = QLineEdit(QUERY)
        self.query.setAccessibleName(tr("Query for the items to export"))
        self.target = QLineEdit(str(_fresh(session.path)))
        self.target.setAccessibleName(tr("Target folder"))
        browse = button(tr("Choose …"), self._choose)
        browse.setAccessibleName(tr("Choose the target folder"))
        self.count = label("", "muted", wraps=True)
        self._timer = delayed(self, 150, self._ask)
        target = beside((self.target, 1), browse)
        fields = form((tr("Items that match"), self.query), (tr("Into the folder"), target))
        self.arrange(fields, self.count, self.answers(tr("Export")), wide=80)
        self.query.textChanged.connect(self._ask_soon)
        self.target.textChanged.connect(self._ask_soon)
        self.go.setEnabled(False)
        self._ask()

    def _ask_soon(self) -> None:
        self.go.setEnabled(False)
        self._timer.start()

    def _ask(self) -> None:
        text = self.query.text() or " "  # a blank query is refused, where none at all would be every item
        self.ask(
            self.session,
            lambda case: case.export.findings(text),
            self._say,
            self._refuse,
            newest="export",
            lane="reading",
        )

    def _say(self, findings: tuple[Results, list[ItemNo]]) -> None:
        results, past = findings
        count = len(results.nos) + len(past)
        target = Path(self.target.text()).expanduser()
        taken = target.exists() and any(target.iterdir()) if target.is_dir() else target.exists()
        sentence = tr("%n items will be exported, with originals, text, tables and reports.", count)
        if past:
            sentence += " " + tr("%n of these are superseded or vanished.", len(past))
        if not count:
            sentence = tr("No item matches; tag some first (R), or change the query.")
        elif taken:
            sentence = tr(
                "{folder} exists and is not empty. Choose another folder; nothing is overwritten.", folder=str(target)
            )
        tell(self.count, sentence, "error" if count and taken else "muted")
        self.go.setEnabled(bool(count) and not taken and bool(self.target.text().strip()))

    def _refuse(self, error: TriageError) -> None:
        tell(self.count, messages.error(error), "error")
        self.go.setEnabled(False)

    def _choose(self) -> None:
        def take(folder: Path) -> None:
            self.target.setText(str(folder / "findings"))

        file_dialog(self, tr("Folder to export into"), take, start=Path(self.target.text()).parent).open()

    def accept(self) -> None:
        """Let the export begin."""
        target = Path(self.target.text()).expanduser().absolute()
        preferences.put("exports", str(target.parent))
        self.export_confirmed.emit(target, self.query.text())
        super().accept()


def _fresh(case: Path | None) -> Path:
    """Return a folder name that isn't taken, beside the case or where the last export went."""
    home = Path(preferences.text("exports") or (case.parent if case else Path.home()))
    base = home / f"{case.name if case else 'case'}-findings"
    tried, n = base, 1
    while tried.exists():
        n += 1
        tried = base.with_name(f"{base.name}-{n}")
    return tried
