"""The export dialog: where to, which items; it says how many before it does anything."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from triage.errors import TriageError
from triage.model.reports import Results
from ui import preferences, theme
from ui.i18n import messages
from ui.i18n.language import tr
from ui.panel import label, tell
from ui.session import Session

QUERY = "tag:relevant"


class ExportDialog(QDialog):
    """Target folder and query; ``chosen`` carries both, and the work then runs in the status bar."""

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(tr("Export findings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.query = QLineEdit(QUERY)
        self.query.setAccessibleName(tr("Query for the items to export"))
        self.target = QLineEdit(str(_fresh(session.path)))
        self.target.setAccessibleName(tr("Target folder"))
        self.browse = QPushButton(tr("Choose …"))
        self.browse.setAccessibleName(tr("Choose the target folder"))
        self.count = label("", "muted")
        self.count.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.go = self.buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("role", "main")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._alive = True
        self._lay_out()
        self._timer.timeout.connect(self._ask)
        self.query.textChanged.connect(self._ask_soon)
        self.target.textChanged.connect(self._ask_soon)
        self.browse.clicked.connect(self._choose)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._end)
        self.go.setEnabled(False)
        self._ask()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(theme.STEP)
        row = QHBoxLayout()
        row.addWidget(self.target, 1)
        row.addWidget(self.browse)
        form.addRow(tr("Items that match"), self.query)
        form.addRow(tr("Into the folder"), row)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP)
        lines.setSpacing(2 * theme.STEP)
        lines.addLayout(form)
        lines.addWidget(self.count)
        lines.addWidget(self.buttons)
        theme.fit(self, 80, self.sizeHint().height() // theme.STEP + 1)

    def _end(self) -> None:
        self._alive = False

    def _ask_soon(self) -> None:
        self.go.setEnabled(False)
        self._timer.start()

    def _ask(self) -> None:
        text, jobs = self.query.text(), self.session.jobs
        if jobs is not None:
            jobs.ask("reading", lambda case: case.search.run(text), self._say, self._refuse, newest="export")

    def _say(self, results: Results) -> None:
        if not self._alive:
            return
        many = len(results.nos)
        target = Path(self.target.text()).expanduser()
        taken = target.exists() and any(target.iterdir()) if target.is_dir() else target.exists()
        sentence = tr("%n items will be exported, with originals, text, tables and reports.", many)
        if not many:
            sentence = tr("No item matches; tag some first (R), or change the query.")
        elif taken:
            sentence = tr(
                "{folder} exists and is not empty. Choose another folder; nothing is overwritten.", folder=str(target)
            )
        tell(self.count, sentence, "error" if many and taken else "muted")
        self.go.setEnabled(bool(many) and not taken and bool(self.target.text().strip()))

    def _refuse(self, error: TriageError) -> None:
        if self._alive:
            tell(self.count, messages.error(error), "error")
            self.go.setEnabled(False)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Folder to export into"), str(Path(self.target.text()).parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.target.setText(str(Path(name) / "findings")))
        dialog.open()

    def _accept(self) -> None:
        target = Path(self.target.text()).expanduser().absolute()
        preferences.put("exports", str(target.parent))
        self.chosen.emit(target, self.query.text())
        self.accept()


def _fresh(case: Path | None) -> Path:
    """Return a folder name that isn't taken, beside the case or where the last export went."""
    home = Path(preferences.text("exports") or (case.parent if case else Path.home()))
    base = home / f"{case.name if case else 'case'}-findings"
    tried, n = base, 1
    while tried.exists():
        n += 1
        tried = base.with_name(f"{base.name}-{n}")
    return tried
