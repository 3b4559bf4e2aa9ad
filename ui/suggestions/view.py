"""What the views behind Suggestions have in common: a task that works something out, and a way to begin it.

What a task returns is shown until the case is closed or something in it is sealed; a view decides nothing by itself.
"""

from __future__ import annotations

from typing import Any, ClassVar

from ui.case.session import Session
from ui.panel import Panel


class SuggestionView(Panel):
    """A view with a task, whose result it shows; ``place`` is never asked for, as it stands in a panel."""

    place = "bottom"
    task: ClassVar[str]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        session.case_opened.connect(self.forget)
        session.seals_changed.connect(lambda nos: self.forget())
        session.task_finished.connect(self.ended)

    def find_all(self) -> None:
        self.session.task_requested.emit(self.task, ())

    def ended(self, task: str, result: Any) -> None:
        """Show what a task returned, where it is this view's and wasn't stopped."""
        if task == self.task and result is not None:
            self.take(result)

    def take(self, result: Any) -> None:
        """Show a result."""

    def forget(self) -> None:
        """Show nothing of another case, or of what has been sealed since."""
