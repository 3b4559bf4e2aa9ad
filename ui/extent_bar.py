"""The bar that stays for as long as a case isn't read to its end: how much is, and a button that goes on reading.

And what is asked where a case that is being indexed is about to be closed, which stops that.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolBar, QWidget

from triage.model.extent import WHOLE, Extent
from ui import theme
from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.i18n import formatting, messages
from ui.i18n.language import tr
from ui.panel import Brief, label
from ui.widgets.builders import beside, lay_out

_COMMAND = "Index the sources"


class ExtentBar(QToolBar):
    """One line over everything that states a number. It is hidden where the case is whole, or none is open.

    ``stated`` is emitted with what it says, for windows that it doesn't stand over.
    """

    stated = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(tr("How much of the case is read"))
        self.setObjectName("extent")
        self.setMovable(False)
        self.toggleViewAction().setEnabled(False)
        self._session = session
        self._indexing = False
        self.extent = WHOLE
        self.line = Brief("", "warning")
        self.resume = QPushButton()
        self.resume.clicked.connect(lambda: session.command_requested.emit(_COMMAND))
        inner = lay_out(QWidget(), beside((self.line, 1), self.resume, gap=2 * theme.STEP))
        inner.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        self.addWidget(inner)
        self.hide()
        session.status_changed.connect(lambda status: self.show_extent(status.extent))

    def show_extent(self, extent: Extent) -> None:
        """Say how much is read; nothing where all is."""
        self.extent = extent
        self.line.setText(words(extent))
        self.line.setToolTip(formatting.hint(messages.shown(extent.message)) if extent.message else "")
        self.resume.setText(tr("Resume") if extent.unfinished else tr(_COMMAND))
        self.resume.setVisible(not self._session.read_only and not self._indexing)
        self._keep_apart()
        self.setVisible(not extent.whole)
        self.stated.emit(self.line.text())

    def _keep_apart(self) -> None:
        """Stand on a line of its own: a layout that was saved before there was this bar puts it beside the search."""
        window = self.window()
        if isinstance(window, QMainWindow) and not window.toolBarBreak(self):
            window.insertToolBarBreak(self)

    def set_indexing(self, on: bool) -> None:
        """Take note that the sources are being read, so that nobody need ask for it."""
        self._indexing = on
        self.show_extent(self.extent)


class StopIndexing(Dialog):
    """How much is read, and whether to stop there."""

    def __init__(self, parent: QWidget, read: str) -> None:
        super().__init__(parent, tr("Indexing is not finished"))
        more = tr("Closing the case stops indexing. What was read is kept, and indexing resumes where it stopped.")
        self.told = label("\n\n".join(filter(None, (read, more))), wraps=True)
        self.arrange(self.told, self.answers(tr("Stop and close")), wide=56)


def words(extent: Extent) -> str:
    """Return how much of the scope is read, in a few words; "" where all is."""
    if extent.whole:
        return ""
    read, files = formatting.number(extent.read), formatting.number(extent.files)
    if not extent.walked:
        return tr("No file has been read yet")
    if not extent.counted:
        return tr("{read} of at least {files} files read", read=read, files=files)
    if not extent.pending:
        return tr("{read} files read; the last run was stopped, and what changed before it may be missing", read=read)
    return tr("{read} of {files} files read", read=read, files=files)
