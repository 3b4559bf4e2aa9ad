"""The moment in which a seal that this window set can be taken back: it is pending on disk, and Esc withdraws it.

The text is gone from every window, search and export by then; what is known here is only whether a person can still
cancel. It holds no widget and writes nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from triage.model.items import ItemNo, Receipt
from triage.model.tags import PENDING
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.keyboard import Keyboard
from ui.widgets.builders import delayed

GRACE = 8000
"""Milliseconds for which a seal that is on disk can be withdrawn, unless the reviewer moves on before."""


class Sealing(QObject):
    """The last step that sealed, while it can be cancelled; ``withdraw`` takes back the step of a number."""

    changed = Signal()  # it can be cancelled now, or no longer, or of more items
    sealed = Signal(object)  # Receipt: of what can't be cancelled any more

    def __init__(self, keyboard: Keyboard, withdraw: Callable[[int], None]) -> None:
        super().__init__()
        self._keyboard, self._withdraw = keyboard, withdraw
        self._since = 0
        self._nos: Sequence[ItemNo] = ()
        self._cancelled: Sequence[ItemNo] = ()
        self._receipt: Receipt | None = None  # None until it is on disk
        self.timer = delayed(self, GRACE, self.end)

    @property
    def pending(self) -> bool:
        """Whether something can be cancelled."""
        return bool(self._nos)

    def sentence(self) -> str:
        """Return what is being sealed, and how to cancel that."""
        receipt = self._receipt
        items = formatting.count(len(receipt.changed if receipt else self._nos), "item")
        if receipt is None or not receipt.derived:
            return tr("Sealing {items}. Esc to cancel.", items=items)
        more = formatting.number(len(receipt.derived))
        return tr("Sealing {items}, {more} of them attachments or duplicates. Esc to cancel.", items=items, more=more)

    def begin(self, nos: Sequence[ItemNo]) -> str:
        """Take note that these items are to be sealed, and what was pending no longer is; return how they are."""
        self.end()
        self._nos, self._since = nos, self._keyboard.presses
        self.changed.emit()
        return PENDING

    def written(self, receipt: Receipt, nos: Sequence[ItemNo]) -> bool:
        """Take note that a step is on disk; return whether it is one that is pending, or was cancelled meanwhile."""
        if nos and nos is self._cancelled:
            self._cancelled = ()
            self._withdraw(receipt.group)
            return True
        if not nos or nos is not self._nos:
            return False
        self._receipt = receipt
        self.timer.start()
        self.changed.emit()
        return True

    def failed(self, nos: Sequence[ItemNo]) -> None:
        """Take note that a step wasn't written."""
        if nos is self._nos:
            self._forget()

    def cancel(self) -> bool:
        """Withdraw what is pending, as soon as it is on disk; return whether there was anything."""
        nos, receipt = self._nos, self._receipt
        if not nos:
            return False
        self._forget()
        if receipt is None:
            self._cancelled = nos
        else:
            self._withdraw(receipt.group)
        return True

    def move_on(self) -> None:
        """End it where a person has gone to another item, not where the program has, as after a coding."""
        if not self._keyboard.untouched_since(self._since):
            self.end()

    def end(self) -> None:
        """Leave sealed what is pending."""
        receipt, pending = self._receipt, self.pending
        if pending:
            self._forget()
        if receipt is not None:
            self.sealed.emit(receipt)

    def _forget(self) -> None:
        self.timer.stop()
        self._nos, self._receipt = (), None
        self.changed.emit()
