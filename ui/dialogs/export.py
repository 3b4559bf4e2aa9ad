"""The export dialog: where to, which items, what is to be decided before; it says how many before it acts."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.exports import BY_DATE, COPIES, FAMILY, NOTHING, THREAD, ReportProfile
from triage.model.items import ItemNo
from triage.model.leaving import Decided, StopLine
from ui import theme
from ui.case.selection import Selection
from ui.case.session import Session
from ui.dialogs.base import Dialog, TargetFolder, form
from ui.dialogs.report import ReportDialog
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import label, tell
from ui.widgets.builders import beside, choice, delayed
from ui.widgets.controls import button
from ui.widgets.stops import EXPORT, StopList, titles

MOST_SELECTED = 1000
"""Selected items that can be exported by their ids; more of them take a batch."""
_BELONGING = (
    (FAMILY, later("The rest of their families")),
    (THREAD, later("Their conversations and families")),
    (COPIES, later("Their exact copies and families")),
    (NOTHING, later("Nothing else")),
)
_WIDE, _HIGH = 100, 56  # steps, with items to be decided on


class _Seen(NamedTuple):
    """What an export by a query would hold now: how many items, and how many of them are past, or belong to others.

    ``lines`` are to be decided before, ``names`` those of the first items among them. ``left_out`` counts by tag the
    tagged items that stay behind.
    """

    query: str
    total: int
    past: int
    belonging: int
    lines: list[StopLine]
    names: dict[ItemNo, str]
    left_out: dict[str, int]


def _foresee(query: str, selection: Selection, rule: str, decided: Decided, case: Case) -> _Seen:
    if selection:
        query = " OR ".join(f"id:{row.id}" for row in case.search.rows(list(selection)))
    results, past = case.export.findings(query)
    belonging = case.export.belonging((*results.nos, *past), rule)
    lines = case.export.stops((*results.nos, *past, *belonging), decided)
    leaving = {*results.nos, *past, *belonging}
    leaving -= {no for line in lines if decided.leaves_out(line) for no in line.nos}
    total = len(results.nos) + len(past) + len(belonging)
    return _Seen(query, total, len(past), len(belonging), lines, titles(case, lines), case.export.left_out(leaving))


class ExportDialog(Dialog):
    """Target folder, query and what belongs to its items, and decisions on what is privileged or redacted.

    The work then runs in the status bar.
    """

    # The folder, the query, what is decided, one of BELONGING, the name of a profile or "".
    export_confirmed = Signal(object, str, object, str, str)

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, tr("Export findings"))
        self.session = session
        self.query = QLineEdit(session.results.text if session.results else "")
        self._typed = False
        self.query.setAccessibleName(tr("Query for the items to export"))
        self.belonging = choice(tr("Also export"), [tr(text) for _, text in _BELONGING])
        self._profiles: list[ReportProfile] = []
        self.profile = choice(tr("Report"), [tr("By date, with everything")])
        self.profile.activated.connect(self._choose_profile)
        arrange = button(tr("Arrange …"), self.arrange_report)
        arrange.setAccessibleName(tr("Arrange the report"))
        self.target = TargetFolder(session.path, "findings")
        self.count = label("", "muted", wraps=True)
        self.stops = StopList(EXPORT)
        self._seen: _Seen | None = None
        self.selected = QCheckBox(tr("Only the %n selected items", len(session.selection)))
        self.selected.setChecked(len(session.selection) > 1)
        offered = (self.selected,) if self.selected.isChecked() else ()
        self.query.setDisabled(self.selected.isChecked())
        self._timer = delayed(self, 150, self._ask)
        fields = form(
            (tr("Items that match"), self.query),
            (tr("Also export"), beside(self.belonging, 0)),
            (tr("Report"), beside(self.profile, arrange, 0)),
            (tr("Into the folder"), self.target.with_button(tr("Folder to export into"))),
        )
        self.arrange(*offered, fields, self.count, (self.stops, 1), self.answers(tr("Export")), wide=80)
        self.stops.decided_changed.connect(self._ask_soon)
        self.belonging.currentIndexChanged.connect(self._ask_soon)
        self.query.textChanged.connect(self._ask_soon)
        self.selected.toggled.connect(self.query.setDisabled)
        self.selected.toggled.connect(self._ask_soon)
        self.target.textChanged.connect(self._ask_soon)
        self.go.setEnabled(False)
        if self.query.text().strip() or self.selected.isChecked():
            self._ask()
        else:
            self.query.textChanged.connect(self._keep_typed)
            self.ask(
                session, lambda case: case.export.proposed_query(), self._propose, self._refuse, newest="export query"
            )
        self._read_profiles("")

    def _keep_typed(self) -> None:
        self._typed = True

    def _propose(self, query: str) -> None:
        """Take the query that exports every finding, unless something was typed meanwhile."""
        if not self._typed:
            self.query.setText(query)

    def _ask_soon(self) -> None:
        self.go.setEnabled(False)
        self._timer.start()

    def _ask(self) -> None:
        text = self.query.text() or " "  # a blank query is refused, where none at all would be every item
        selection = self.session.selection if self.selected.isChecked() else Selection()
        if len(selection) > MOST_SELECTED:
            self._fail(tr("More than %n items are selected. Put them into a batch and export that.", MOST_SELECTED))
            return
        work = partial(_foresee, text, selection, self._rule, self.stops.decided)
        self.ask(self.session, work, self._take, self._refuse, newest="export", lane="reading")

    @property
    def _rule(self) -> str:
        return _BELONGING[self.belonging.currentIndex()][0]

    def _read_profiles(self, chosen: str) -> None:
        """Offer the case's profiles of reports, one of them chosen."""
        take = partial(self._offer, chosen)
        self.ask(self.session, lambda case: case.export.profiles(), take, self._refuse, newest="report profiles")

    def _offer(self, chosen: str, profiles: list[ReportProfile]) -> None:
        self._profiles = profiles
        while self.profile.count() > 1:
            self.profile.removeItem(1)
        self.profile.addItems([formatting.isolate(profile.name) for profile in profiles])
        names = ["", *(profile.name for profile in profiles)]
        self.profile.setCurrentIndex(names.index(chosen) if chosen in names else 0)

    def _choose_profile(self, at: int) -> None:
        """Export what the profile says belongs to the items."""
        if at:
            rules = [rule for rule, _ in _BELONGING]
            self.belonging.setCurrentIndex(rules.index(self._profiles[at - 1].belonging))

    @property
    def _profile(self) -> ReportProfile:
        at = self.profile.currentIndex()
        return self._profiles[at - 1] if at else ReportProfile("", BY_DATE)

    def arrange_report(self) -> None:
        """Arrange the report and keep that as a profile."""
        if self._seen is not None:
            profile = replace(self._profile, belonging=self._rule)
            dialog = ReportDialog(self, self.session, self._seen.query, profile)
            dialog.profile_saved.connect(self._read_profiles)
            dialog.open()

    def _take(self, seen: _Seen) -> None:
        if self._timer.isActive():
            return  # something was changed since it was asked, and is asked about soon
        self._seen = seen
        self.stops.show_lines(seen.lines, seen.names)
        if seen.lines and self.height() < _HIGH * theme.STEP:
            theme.fit(self, _WIDE, _HIGH)
        self._say()

    def _say(self) -> None:
        if self._seen is None:
            return
        decided, past, undecided = self.stops.decided, self._seen.past, self.stops.undecided(self._seen.total)
        behind = {no for line in self._seen.lines if decided.leaves_out(line) for no in line.nos}
        count = self._seen.total - len(behind)
        taken = self.target.taken()
        sentence = tr("%n items will be exported, with originals, text, tables and reports.", count)
        if past:
            sentence += " " + tr("%n of these are superseded or vanished.", past)
        if self._seen.belonging and not behind:
            more = tr("%n of these don't match themselves, but belong to items that do.", self._seen.belonging)
            sentence = f"{sentence} {more}"
        if self._seen.left_out:
            tags = ", ".join(f"{formatting.isolate(tag)}: {n:,}" for tag, n in self._seen.left_out.items())
            sentence += " " + tr("Tagged items that are left out: {tags}.", tags=tags)
        if not self._seen.total:
            sentence = tr("No item matches; tag some first (R), or change the query.")
        elif taken:
            sentence = taken
        elif undecided:
            sentence = undecided
        elif not count:
            sentence = tr("All of them are left out, so there is nothing to export.")
        tell(self.count, sentence, "error" if self._seen.total and (taken or undecided or not count) else "muted")
        self.go.setEnabled(count > 0 and not taken and not undecided and bool(self.target.text().strip()))

    def _refuse(self, error: TriageError) -> None:
        self._fail(messages.error(error))

    def _fail(self, sentence: str) -> None:
        self._seen = None
        self.stops.hide()
        tell(self.count, sentence, "error")
        self.go.setEnabled(False)

    def accept(self) -> None:
        """Let the export begin."""
        assert self._seen is not None
        self.target.keep()
        decided, rule, profile = self.stops.decided, self._rule, self._profile.name
        self.export_confirmed.emit(self.target.path, self._seen.query, decided, rule, profile)
        super().accept()
