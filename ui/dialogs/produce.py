"""The dialog of a production: its protocol as text, what it would come to, and where to. It produces nothing itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.leaving import Decided, StopLine
from ui.case.session import Session
from ui.dialogs.base import Dialog, TargetFolder, form
from ui.i18n import messages
from ui.i18n.language import tr
from ui.panel import label, tell
from ui.presenters.productions import treatments
from ui.widgets.builders import beside, delayed, file_dialog, save_dialog
from ui.widgets.controls import button
from ui.widgets.stops import PRODUCTION, StopList, titles

_PAUSE = 400  # milliseconds after the last letter before the protocol is read anew
_WIDE, _HIGH = 110, 76  # steps
_KINDS = "TOML (*.toml)"


class ProduceDialog(Dialog):
    """A protocol and a folder; the work then runs in the status bar."""

    production_confirmed = Signal(object, str, object)  # the folder, the protocol, what is decided

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, tr("Produce documents"))
        self._session = session
        self.protocol = QPlainTextEdit()
        self.protocol.setAccessibleName(tr("Protocol of the production"))
        self.protocol.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.protocol.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.protocol.setTabChangesFocus(True)
        load = button(tr("Open …"), self._open)
        load.setAccessibleName(tr("Open a protocol"))
        save = button(tr("Save …"), self._save)
        save.setAccessibleName(tr("Save the protocol"))
        self.target = TargetFolder(session.path, "production")
        self.said = label("", "muted", wraps=True)
        self.stops = StopList(PRODUCTION)
        self._sound, self._planned, self._total = False, "", 0
        self._timer = delayed(self, _PAUSE, self._ask)
        fields = form((tr("Into the folder"), self.target.with_button(tr("Folder to produce into"))))
        told = label(tr("The agreed protocol: which items, numbering, load files, and what is withheld."), "muted")
        parts = (told, (self.protocol, 1), beside(load, save, 0), fields, self.said, (self.stops, 1))
        self.arrange(*parts, self.answers(tr("Produce")), wide=_WIDE, high=_HIGH)
        self.protocol.textChanged.connect(self._ask_soon)
        self.stops.decided_changed.connect(self._ask_soon)
        self.target.textChanged.connect(self._say)
        self.go.setEnabled(False)
        self.ask(session, lambda case: case.export.productions.example(), self._begin, self._refuse, newest="protocol")

    def _begin(self, text: str) -> None:
        if not self.protocol.toPlainText():
            self.protocol.setPlainText(text)

    def _ask_soon(self) -> None:
        self._sound = False
        self.go.setEnabled(False)
        self._timer.start()

    def _ask(self) -> None:
        work = partial(_plan, self.protocol.toPlainText(), self.stops.decided)
        self.ask(self._session, work, self._take, self._refuse, newest="production", lane="reading")

    def _take(self, planned: _Planned) -> None:
        counts = planned.counts
        self.stops.show_lines(planned.lines, planned.names)
        self._sound, self._total = bool(counts), sum(counts.values())
        self._planned = tr("Documents: {treatments}.", treatments=treatments(counts))
        if not counts:
            tell(self.said, tr("The query finds nothing that hasn't been produced already."), "muted")
        self._say()

    def _say(self) -> None:
        if not self._sound:
            return
        taken = self.target.taken() or self.stops.undecided(self._total)
        tell(self.said, taken or self._planned, "error" if taken else "muted")
        self.go.setEnabled(not taken and bool(self.target.text().strip()))

    def _refuse(self, error: TriageError) -> None:
        self._sound = False
        self.go.setEnabled(False)
        tell(self.said, messages.error(error), "error")

    def _open(self) -> None:
        def take(path: Path) -> None:
            try:
                self.protocol.setPlainText(path.read_text("utf-8-sig"))
            except (OSError, UnicodeDecodeError) as error:
                tell(self.said, tr("{file} can't be read: {error}", file=str(path), error=str(error)), "error")

        file_dialog(self, tr("Open a protocol"), take, kinds=_KINDS).open()

    def _save(self) -> None:
        def write(path: Path) -> None:
            try:
                path.write_text(self.protocol.toPlainText(), "utf-8")
            except OSError as error:
                tell(self.said, tr("{file} can't be written: {error}", file=str(path), error=str(error)), "error")

        start = self.target.path.parent / "protocol.toml"
        save_dialog(self, tr("Save the protocol"), write, start=start, kinds=_KINDS).open()

    def accept(self) -> None:
        """Let the production begin."""
        self.target.keep()
        self.production_confirmed.emit(self.target.path, self.protocol.toPlainText(), self.stops.decided)
        super().accept()


class _Planned(NamedTuple):
    """How many documents would be produced in which way, and what is to be decided before."""

    counts: dict[str, int]
    lines: list[StopLine]
    names: dict[ItemNo, str]


def _plan(protocol: str, decided: Decided, case: Case) -> _Planned:
    counts, lines = case.export.productions.plan(protocol, decided), case.export.productions.stops(protocol, decided)
    return _Planned(counts, lines, titles(case, lines))
