"""Opening a sealed item by two persons: one asks and says why, another one grants it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.model.tags import Seal
from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.i18n import messages
from ui.i18n.language import tr
from ui.panel import label
from ui.presenters import tags
from ui.widgets.controls import entry


class UnsealDialog(Dialog):
    """Who sealed it, when and why; then either a reason to give, or a request to grant."""

    def __init__(self, parent: QWidget, session: Session, no: ItemNo) -> None:
        super().__init__(parent, tr("Open a sealed item"))
        self.session, self.no = session, no
        self.told = label(tr("Reading …"), wraps=True)
        self.told.setMinimumHeight(10 * self.told.fontMetrics().height())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.why = entry(tr("Reason for opening"))
        self.why.textChanged.connect(lambda: self._enable())
        self._asked_by = ""
        self._ready = False
        self._since = session.keyboard.presses
        self.arrange(self.told, self.why, self.answers(tr("Ask")), wide=64)
        self._enable()
        who = session.reviewer
        self.ask(
            session,
            lambda case: (next(iter(case.decisions.seals(no)), None), case.decisions.unseal_refusal(no, who)),
            lambda answer: self._say(*answer),
            newest="seal",
        )

    def _say(self, seal: Seal | None, refusal: Message | None) -> None:
        if seal is None:
            self.told.setText(tr("This item isn't sealed."))
            self.why.hide()
            return
        lines = [tags.sealed(seal)]
        if seal.derived:
            lines.append(
                tr(
                    "Sealed by propagation from another item; unsealing opens this item and what was "
                    "propagated from it."
                )
            )
        lines += self._rest(seal, refusal)
        self.told.setText("\n\n".join(lines))
        self._asked_by, self._ready = seal.asked_by, refusal is None
        self.why.setVisible(not seal.asked_by)
        self.go.setText(tr("Grant") if seal.asked_by else tr("Ask"))
        self.session.keyboard.give(self.go if seal.asked_by else self.why, self._since)
        self._enable()

    def _rest(self, seal: Seal, refusal: Message | None) -> Iterator[str]:
        """Yield what is to be done next, or why this person can't do it."""
        if seal.asked_by:
            yield tags.asked(seal)
        if refusal is not None:
            yield messages.shown(refusal)
        elif seal.asked_by:
            yield tr("If you grant it, the text returns to searches, lists and exports.")
        else:
            yield tr("Opening takes two people. You ask and give a reason; another reviewer grants it.")

    def _enable(self) -> None:
        self.go.setEnabled(self._ready and bool(self._asked_by or self.why.text().strip()))

    def accept(self) -> None:
        """Grant the request, or make it."""
        no, why = self.no, self.why.text()
        if self._asked_by:
            self.session.record(lambda case, who: case.decisions.grant_unseal(no, who, "key"))
        else:
            self.session.record(lambda case, who: case.decisions.ask_unseal(no, who, why, "key"))
        super().accept()
