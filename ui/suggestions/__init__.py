"""The kinds of suggestion that the panel Suggestions shows, a module each, and what their views have in common.

A view suggests, with its evidence first. It hides nothing, and decides nothing that a person hasn't asked for. What a
task returns is shown until the case is closed or something in it is sealed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from ui.case.session import Session
from ui.i18n.language import later, tr
from ui.panel import Brief, Empty, Panel
from ui.widgets.builders import Part, lay_out, pages
from ui.widgets.controls import Listing, row

STATES = {"accepted": later("accepted"), "rejected": later("rejected")}
"""What was decided on a suggestion, in words."""


class SuggestionView(Panel):
    """A view with a task, whose result it shows; ``place`` is never asked for, as it stands in a panel.

    Before there is a result ``hint`` says what is listed here, over a button named ``action`` that begins the task.
    """

    place = "bottom"
    task: ClassVar[str]
    hint: ClassVar[str]
    action: ClassVar[str]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.empty = Empty(tr(self.hint), tr(self.action), self.find_all)
        self.status = Brief("", "muted")
        self.stack = pages(self, self.empty)
        session.case_opened.connect(self.forget)
        session.seals_changed.connect(lambda nos: self.forget())
        session.task_finished.connect(self.ended)

    def set_content(self, controls: Sequence[QWidget], *parts: Part) -> None:
        """Put in what is seen once there is a result: controls and the status in a row, and parts under it."""
        line = row((*controls, self.status), (*[0] * len(controls), 1))
        self.stack.addWidget(lay_out(QWidget(), line, *parts))

    def find_all(self) -> None:
        self.session.task_requested.emit(self.task, ())

    def ended(self, task: str, result: Any) -> None:
        """Show what a task returned, where it is this view's and wasn't stopped."""
        if task == self.task and result is not None:
            self.take(result)

    def take(self, result: Any) -> None:
        """Show a result; a view that reads it from the case does so anew."""
        self.refresh()

    def forget(self) -> None:
        """Show nothing of another case, or of what has been sealed since."""
        self.stack.setCurrentIndex(0)
        for listing in self.findChildren(Listing):
            listing.clear()
