"""What a dialog is: it stands before the window, blocks nothing, and changes nothing before it is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLayout,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)

from triage.case import Case
from triage.errors import TriageError
from ui import preferences, theme
from ui.case.jobs import Reader
from ui.case.session import Session
from ui.i18n.language import tr
from ui.widgets.builders import Part, beside, file_dialog, lay_out
from ui.widgets.controls import button
from ui.widgets.result_list import Foreign

T = TypeVar("T")


class Dialog(QDialog):
    """A dialog that is deleted once it is closed. ``go`` confirms: a dialog with ``answers`` acts in ``accept``."""

    go: QPushButton

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def answers(self, confirm: str) -> QDialogButtonBox:
        """Return the buttons: one that cancels, and ``go`` with this name."""
        box = QDialogButtonBox()
        box.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.go = box.addButton(confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("role", "main")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def arrange(self, *parts: Part, wide: int, high: int = 0) -> None:
        lay_out(self, *parts, margins=2 * theme.STEP, gap=2 * theme.STEP)
        theme.fit(self, wide, high or self.sizeHint().height() // theme.STEP + 1)

    def ask(
        self,
        session: Session,
        work: Callable[[Case], T],
        done: Callable[[T], None],
        failed: Callable[[TriageError], None] | None = None,
        *,
        newest: str,
        reader: Reader = "rest",
    ) -> None:
        if (job := session.ask(reader, work, done, failed, newest)) is not None:
            self.finished.connect(lambda _: job.drop())


class EditTable(QTableWidget):
    """Rows that are typed into, each cell in the direction of its own text."""

    def __init__(self, name: str, heads: Sequence[str]) -> None:
        super().__init__(0, len(heads))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        self.setItemDelegate(Foreign(self))
        self.verticalHeader().hide()
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.horizontalHeader().setDefaultAlignment(theme.WORDS)

    def text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""


def form(*rows: tuple[str, QWidget | QLayout]) -> QFormLayout:
    """Return fields under one another, each with its name before it."""
    layout = QFormLayout()
    layout.setSpacing(theme.STEP)
    for name, field in rows:
        layout.addRow(name, field)
    return layout


class TargetFolder(QLineEdit):
    """The folder that something leaves into: beside the case or where the last went, under a name that isn't taken."""

    def __init__(self, case: Path | None, ending: str) -> None:
        home = Path(preferences.text("exports") or (case.parent if case else Path.home()))
        base = home / f"{case.name if case else 'case'}-{ending}"
        folder, n = base, 1
        while folder.exists():
            n += 1
            folder = base.with_name(f"{base.name}-{n}")
        super().__init__(str(folder))
        self._ending = ending
        self.setAccessibleName(tr("Target folder"))

    def with_button(self, title: str) -> QLayout:
        """Return the line with a button beside it, which chooses the folder in a dialog of this title."""
        browse = button(tr("Choose …"), lambda: self._choose(title))
        browse.setAccessibleName(tr("Choose the target folder"))
        return beside((self, 1), browse)

    def _choose(self, title: str) -> None:
        def take(folder: Path) -> None:
            self.setText(str(folder / self._ending))

        file_dialog(self, title, take, start=self.path.parent).open()

    @property
    def path(self) -> Path:
        return Path(self.text()).expanduser().absolute()

    def refusal(self) -> str:
        """Return why nothing can be written there, "" where it can: it exists and has something in it."""
        if not (any(self.path.iterdir()) if self.path.is_dir() else self.path.exists()):
            return ""
        return tr(
            "{folder} exists and is not empty. Choose another folder; nothing is overwritten.", folder=str(self.path)
        )

    def keep(self) -> None:
        preferences.put("exports", str(self.path.parent))
