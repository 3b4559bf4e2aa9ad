"""The dialog that arranges the report of an export, with a preview, and keeps it as a profile in the case.

It exports nothing. The preview's markup is the report's own, in which every value is escaped, and it loads nothing.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.exports import (
    CONVERSATION,
    DATE,
    DECISIONS,
    DETAILS,
    PASSAGES,
    PERSON,
    RECORD,
    TAG,
    Arrangement,
    ReportProfile,
)
from ui import theme
from ui.case.session import Session
from ui.dialogs.base import Dialog, form
from ui.i18n import messages
from ui.i18n.language import later, tr
from ui.panel import label, tell
from ui.preview.rich_text import Browser
from ui.widgets.builders import beside, choice, delayed, lay_out, under
from ui.widgets.controls import button, entry

_ORDERS = (
    (DATE, later("Date")),
    (PERSON, later("Person, with a heading for each")),
    (TAG, later("Tag, with a heading for each")),
    (CONVERSATION, later("Conversation, with a heading for each")),
)
_PARTS = (
    (DETAILS, later("People, dates and custodians")),
    (PASSAGES, later("Why it is a finding")),
    (DECISIONS, later("Who decided what")),
    (RECORD, later("Place, hash and files")),
)
_PAUSE = 300  # milliseconds after the last letter before the preview is made anew
_WIDE, _HIGH = 130, 76  # steps
_LEFT = 46


class ReportDialog(Dialog):
    """Order, parts and beginning of the report. ``profile_saved`` carries the name, "" once one was removed."""

    profile_saved = Signal(str)

    def __init__(self, parent: QWidget, session: Session, query: str, profile: ReportProfile) -> None:
        super().__init__(parent, tr("Arrange the report"))
        self._session, self._query, self._belonging = session, query, profile.belonging
        self.order = choice(tr("Order the findings by"), [tr(text) for _, text in _ORDERS])
        self.parts = {part: QCheckBox(tr(text)) for part, text in _PARTS}
        self.cover = QPlainTextEdit()
        self.cover.setAccessibleName(tr("Text at the beginning"))
        self.cover.setPlaceholderText(tr("A text for the beginning of the report; a blank line ends a paragraph."))
        self.cover.setTabChangesFocus(True)
        self.name = entry(tr("Name of the profile"), tr("such as: for counsel"))
        self.removal = button(tr("Remove the profile"), self._remove)
        self.said = label("", "muted", wraps=True)
        self.preview = Browser()
        self.preview.setAccessibleName(tr("Preview of the report"))
        self._timer = delayed(self, _PAUSE, self._ask)
        self._lay_out()
        self._show(profile)
        self.order.currentIndexChanged.connect(lambda _: self._timer.start())
        self.cover.textChanged.connect(self._timer.start)
        for box in self.parts.values():
            box.toggled.connect(lambda _: self._timer.start())
        self._ask()

    def _lay_out(self) -> None:
        fields = form(
            (tr("Order the findings by"), beside(self.order, 0)),
            (tr("Of each finding"), under(*self.parts.values())),
            (tr("Text at the beginning"), self.cover),
            (tr("Name of the profile"), self.name),
        )
        left = lay_out(QWidget(), (fields, 1), beside(self.removal, 0), self.said, gap=theme.STEP)
        left.setFixedWidth(_LEFT * theme.STEP)
        self.arrange((beside(left, (self.preview, 1)), 1), self.answers(tr("Save the profile")), wide=_WIDE, high=_HIGH)

    def _show(self, profile: ReportProfile) -> None:
        arrangement = profile.arrangement
        self.order.setCurrentIndex([order for order, _ in _ORDERS].index(arrangement.order))
        for part, box in self.parts.items():
            box.setChecked(part not in arrangement.without)
        self.cover.setPlainText(arrangement.cover)
        self.name.setText(profile.name)
        self.removal.setVisible(bool(profile.name))
        self._kept = profile.name

    def arrangement(self) -> Arrangement:
        """Return what is chosen."""
        without = frozenset(part for part, box in self.parts.items() if not box.isChecked())
        return Arrangement(_ORDERS[self.order.currentIndex()][0], without, self.cover.toPlainText())

    # ---- preview

    def _ask(self) -> None:
        work = partial(_preview, self._query, self.arrangement())
        self.ask(self._session, work, self._take, self._refuse, newest="report preview", lane="reading")

    def _take(self, html: str) -> None:
        bar = self.preview.verticalScrollBar()
        at = bar.value()
        self.preview.setHtml(_as_qt_shows_it(html))
        bar.setValue(at)
        tell(self.said, tr("The preview shows how the first findings would look."), "muted")

    def _refuse(self, error: TriageError) -> None:
        tell(self.said, messages.error(error), "error")

    # ---- keeping

    def accept(self) -> None:
        """Keep the profile in the case, and close once it is on disk."""
        made = ReportProfile(self.name.text(), self.arrangement(), self._belonging)
        work = partial(_save, made)
        self._session.change(work, self._saved, self._refuse)

    def _saved(self, profile: ReportProfile) -> None:
        self.profile_saved.emit(profile.name)
        super().accept()

    def _remove(self) -> None:
        self._session.change(partial(_remove, self._kept), lambda _: self._removed(), self._refuse)

    def _removed(self) -> None:
        self.profile_saved.emit("")
        super().reject()


def _as_qt_shows_it(html: str) -> str:
    """Return a page with what Qt leaves out of it: marks, and labels where lines begin. No value has such a tag."""
    lit = f'<span style="background-color: {theme.colour("hit 0").name()}; color: {theme.colour("hit text").name()}">'
    return html.replace("<mark>", lit).replace("</mark>", "</span>").replace("<th scope", '<th align="left" scope')


def _preview(query: str, arrangement: Arrangement, case: Case) -> str:
    return case.export.preview(query, arrangement)


def _save(profile: ReportProfile, case: Case, reviewer: str) -> ReportProfile:
    return case.export.save_profile(profile, reviewer)


def _remove(name: str, case: Case, reviewer: str) -> None:
    case.export.remove_profile(name, reviewer)
