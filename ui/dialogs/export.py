"""The export dialog: where to, which items, what is to be decided before; it says how many before it acts."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.leaving import (
    BY_DATE,
    CONVERSATION,
    COPIES,
    DATE,
    DECISIONS,
    DETAILS,
    FAMILY,
    NOTHING,
    PASSAGES,
    PERSON,
    RECORD,
    TAG,
    THREAD,
    Arrangement,
    Decided,
    ReportProfile,
    StopLine,
)
from ui import theme
from ui.case.selection import Selection
from ui.case.session import Session
from ui.dialogs.base import Dialog, TargetFolder, form
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import label, tell
from ui.preview.rich_text import Browser
from ui.widgets.builders import beside, choice, delayed, lay_out, under
from ui.widgets.controls import button, entry
from ui.widgets.stops import EXPORT, StopList, titles

# The dialog that arranges the report of an export, with a preview, and keeps it as a profile in the case.
#
# It exports nothing. The preview's markup is the report's own, in which every value is escaped, and it loads nothing.

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
_REPORT_WIDTH, _REPORT_HEIGHT = 130, 76  # steps
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
        self.arrange(
            (beside(left, (self.preview, 1)), 1),
            self.answers(tr("Save the profile")),
            wide=_REPORT_WIDTH,
            high=_REPORT_HEIGHT,
        )

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
