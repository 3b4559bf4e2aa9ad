"""The dialogs of what leaves the case: exports, the arrangement of their reports, productions.

Each says what would leave, and what is to be decided before, before it acts. None of them writes anything itself. The
preview's markup is the report's own, in which every value is escaped, and it loads nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QTreeWidgetItem, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.leaving import (
    ACCEPT,
    BY_DATE,
    CONVERSATION,
    COPIES,
    DATE,
    DECISIONS,
    DETAILS,
    DUPLICATE,
    FAMILY,
    HOLDER,
    IMAGES,
    INCLUDE,
    LEAVE_OUT,
    NATIVE,
    NEAR_MISS,
    NOTHING,
    PASSAGES,
    PERSON,
    PRIVILEGED,
    PRIVILEGED_FAMILY,
    REBUILT,
    RECORD,
    REDACT,
    REDACTED,
    SHEET,
    TAG,
    THREAD,
    TREATMENTS,
    WITHHELD,
    WITHHOLD,
    Arrangement,
    Decided,
    ReportProfile,
    StopLine,
    counts,
)
from ui import theme
from ui.case.session import Selection, Session
from ui.dialogs.base import Dialog, TargetFolder, form
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import label, show_message
from ui.preview.rich_text import Browser
from ui.widgets.builders import beside, choice, delayed, file_dialog, lay_out, save_dialog, tree, under
from ui.widgets.controls import button, entry

# ---- what a person decides before anything leaves: the items that stop it, and a choice for each kind of them

Choices = Sequence[tuple[str, str]]
EXPORT: dict[str, Choices] = {
    "privileged": (
        ("", later("Decide what to do with privileged items …")),
        (LEAVE_OUT, later("Leave privileged items out")),
        (INCLUDE, later("Export privileged items all the same")),
    ),
    "redactions": (
        ("", later("Decide what to do with redacted items …")),
        (REDACT, later("Export without what is redacted")),
        (LEAVE_OUT, later("Leave redacted items out")),
        (INCLUDE, later("Export redacted items as they are")),
    ),
}
"""What an export offers for each field of ``Decided``."""
PRODUCTION: dict[str, Choices] = {
    "privileged": (
        ("", later("Decide what to do with families of withheld items …")),
        (WITHHOLD, later("Withhold families of withheld items, too")),
        (INCLUDE, later("Produce families of withheld items all the same")),
    ),
}
"""The same for a production, which always redacts."""
_NAMES = {
    "privileged": later("What to do with privileged items"),
    "redactions": later("What to do with redacted items"),
}
_REASONS = {
    PRIVILEGED: later("Tagged privileged"),
    DUPLICATE: later("Duplicate"),
    PRIVILEGED_FAMILY: later("Family"),
    REDACTED: later("Redacted"),
    HOLDER: later("Holds a redacted item"),
}
_LISTED = 200
_LAST = 3  # the column of the decision
_DECISIONS = {"": later("to decide"), REDACT: later("redact"), ACCEPT: later("accept")}


def stop_titles(case: Case, lines: Sequence[StopLine]) -> dict[ItemNo, str]:
    rows = case.search.rows([no for line in lines[:_LISTED] for no in line.nos[:1]])
    return {row.no: f"{formatting.titled(row)}  ({row.id})" for row in rows}


class StopList(QWidget):
    """The lines to decide and the choices for them; hidden where there is nothing to decide."""

    decided_changed = Signal()

    def __init__(self, offered: Mapping[str, Choices]) -> None:
        super().__init__()
        self._offered, self.lines = offered, list[StopLine]()
        self.items = tree(tr("Items to decide on"), (tr("Why"), tr("Item")), wide=1, flat=True)
        self.choices: dict[str, QComboBox] = {}
        for name, choices in offered.items():
            self.choices[name] = made = choice(tr(_NAMES[name]), [tr(text) for _, text in choices])
            made.currentIndexChanged.connect(lambda _: self.decided_changed.emit())
        heads = (tr("Nearly a redacted word"), tr("Redacted words"), tr("Times"), tr("Decision"))
        self.strings = tree(tr("Strings that are nearly redacted words"), heads, wide=0, flat=True)
        self.strings.setSelectionMode(self.strings.SelectionMode.ExtendedSelection)
        self._near: dict[str, str] = {}
        self.redact = button(tr("Redact selected strings"), lambda: self._decide(REDACT))
        self.accept = button(tr("Accept selected strings"), lambda: self._decide(ACCEPT))
        self._deciding = (self.strings, self.redact, self.accept)
        below = beside(self.redact, self.accept, 0)
        lay_out(self, (self.items, 1), *self.choices.values(), (self.strings, 1), below, gap=8)
        self.hide()

    def _decide(self, decision: str) -> None:
        lines = self._of("near_misses", self.lines)
        selected = [self.strings.indexOfTopLevelItem(row) for row in self.strings.selectedItems()]
        self._near |= {lines[at].text: decision for at in selected or range(len(lines))}
        for at, line in enumerate(lines):
            if (item := self.strings.topLevelItem(at)) is not None:
                item.setText(_LAST, tr(_DECISIONS[self._near.get(line.text, "")]))
        self.decided_changed.emit()

    @property
    def decided(self) -> Decided:
        at = {name: box.currentIndex() for name, box in self.choices.items()}
        decisions: dict[str, Any] = {name: self._offered[name][index][0] for name, index in at.items()}
        near = {line.text: self._near[line.text] for line in self.lines if line.text in self._near}
        return Decided(**decisions, near_misses=near)

    def show_lines(self, lines: Sequence[StopLine], names: Mapping[ItemNo, str]) -> None:
        """List what is to be decided; where it isn't what was listed before, it is to be decided anew."""
        before, self.lines = self.lines, list(lines)
        for name, box in self.choices.items():
            stops = self._of(name, self.lines)
            if stops != self._of(name, before):
                box.blockSignals(True)
                box.setCurrentIndex(0)
                box.blockSignals(False)
            box.setVisible(bool(stops))
        self.items.clear()
        item_lines = [line for line in self.lines if line.kind != NEAR_MISS]
        for line in item_lines[:_LISTED]:
            name = formatting.isolate(names.get(line.nos[0], ""))
            QTreeWidgetItem(self.items, [tr(_REASONS[line.kind]), name])
        if len(item_lines) > _LISTED:
            QTreeWidgetItem(self.items, ["…"])
        self.items.setVisible(bool(item_lines))
        self._list_strings(self._of("near_misses", self.lines))
        self.setVisible(bool(self.lines))

    def _list_strings(self, lines: Sequence[StopLine]) -> None:
        self.strings.clear()
        for line in lines:
            texts = [formatting.isolate(" ".join(line.text.split())), formatting.isolate(line.near)]
            decision = tr(_DECISIONS[self._near.get(line.text, "")])
            QTreeWidgetItem(self.strings, [*texts, formatting.number(line.count), decision])
        for widget in self._deciding:
            widget.setVisible(bool(lines))

    @staticmethod
    def _of(name: str, lines: Sequence[StopLine]) -> list[StopLine]:
        return [line for line in lines if line.decided_as == name]

    def undecided(self, total: int) -> str:
        """Return how many of the items are to be decided on and why, "" where all is decided."""
        waiting = {line.decided_as for line in self.lines if not self.decided.on(line)}
        for name in self.choices:
            if name in waiting:
                numbers: dict[str, Any] = {key: formatting.number(n) for key, n in counts(self.lines, name).items()}
                many, items = formatting.number(len(self._of(name, self.lines))), formatting.count(total, "item")
                key = "families" if self._offered is PRODUCTION else name
                return tr(_SENTENCES[key], many=many, items=items, **numbers)
        if "near_misses" in waiting:
            strings = [line for line in self._of("near_misses", self.lines) if not self.decided.on(line)]
            return tr("%n strings are nearly redacted words. Nothing leaves before you decide.", len(strings))
        return ""


_SENTENCES = {
    "families": later("In a family with a withheld item: {many} of {items}. Nothing is produced before you decide."),
    "privileged": later(
        "Privileged: {many} of {items} (tagged {tagged}, duplicates {duplicates}, families {family}). Nothing is "
        "exported before you decide."
    ),
    "redactions": later(
        "Redacted: {many} of {items} (redacted {redacted}, holding a redacted item {holders}). Nothing is exported "
        "before you decide."
    ),
}


# ---- the arrangement of a report, with a preview; it is kept as a profile in the case

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
        self.status = label("", "muted", wraps=True)
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
        left = lay_out(QWidget(), (fields, 1), beside(self.removal, 0), self.status, gap=theme.STEP)
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
        self._saved_name = profile.name

    def arrangement(self) -> Arrangement:
        without = frozenset(part for part, box in self.parts.items() if not box.isChecked())
        return Arrangement(_ORDERS[self.order.currentIndex()][0], without, self.cover.toPlainText())

    # ---- preview

    def _ask(self) -> None:
        query, arrangement = self._query, self.arrangement()
        work = lambda case: case.export.preview(query, arrangement)  # noqa: E731
        self.ask(self._session, work, self._take, self._refuse, newest="report preview", reader="searches")

    def _take(self, html: str) -> None:
        bar = self.preview.verticalScrollBar()
        at = bar.value()
        self.preview.setHtml(_as_qt_shows_it(html))
        bar.setValue(at)
        show_message(self.status, tr("The preview shows how the first findings would look."), "muted")

    def _refuse(self, error: TriageError) -> None:
        show_message(self.status, messages.error(error), "error")

    # ---- keeping

    def accept(self) -> None:
        made = ReportProfile(self.name.text(), self.arrangement(), self._belonging)
        self._session.change(lambda case, who: case.export.save_profile(made, who), self._saved, self._refuse)

    def _saved(self, profile: ReportProfile) -> None:
        self.profile_saved.emit(profile.name)
        super().accept()

    def _remove(self) -> None:
        name = self._saved_name
        remove = lambda case, who: case.export.remove_profile(name, who)  # noqa: E731
        self._session.change(remove, lambda _: self._removed(), self._refuse)

    def _removed(self) -> None:
        self.profile_saved.emit("")
        super().reject()


def _as_qt_shows_it(html: str) -> str:
    """Return a page with what Qt leaves out of it: marks, and labels where lines begin. No value has such a tag."""
    mark = f'<span style="background-color: {theme.colour("hit 0").name()}; color: {theme.colour("hit text").name()}">'
    return html.replace("<mark>", mark).replace("</mark>", "</span>").replace("<th scope", '<th align="left" scope')


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
    return _Seen(
        query, total, len(past), len(belonging), lines, stop_titles(case, lines), case.export.left_out(leaving)
    )


class ExportDialog(Dialog):
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
        self.ask(self.session, work, self._take, self._refuse, newest="export", reader="searches")

    @property
    def _rule(self) -> str:
        return _BELONGING[self.belonging.currentIndex()][0]

    def _read_profiles(self, name: str) -> None:
        take = partial(self._offer, name)
        self.ask(self.session, lambda case: case.export.profiles(), take, self._refuse, newest="report profiles")

    def _offer(self, wanted: str, profiles: list[ReportProfile]) -> None:
        self._profiles = profiles
        while self.profile.count() > 1:
            self.profile.removeItem(1)
        self.profile.addItems([formatting.isolate(profile.name) for profile in profiles])
        names = ["", *(profile.name for profile in profiles)]
        self.profile.setCurrentIndex(names.index(wanted) if wanted in names else 0)

    def _choose_profile(self, at: int) -> None:
        if at:
            rules = [rule for rule, _ in _BELONGING]
            self.belonging.setCurrentIndex(rules.index(self._profiles[at - 1].belonging))

    @property
    def _profile(self) -> ReportProfile:
        at = self.profile.currentIndex()
        return self._profiles[at - 1] if at else ReportProfile("", BY_DATE)

    def arrange_report(self) -> None:
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
        refusal = self.target.refusal()
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
        elif refusal:
            sentence = refusal
        elif undecided:
            sentence = undecided
        elif not count:
            sentence = tr("All of them are left out, so there is nothing to export.")
        show_message(
            self.count, sentence, "error" if self._seen.total and (refusal or undecided or not count) else "muted"
        )
        self.go.setEnabled(count > 0 and not refusal and not undecided and bool(self.target.text().strip()))

    def _refuse(self, error: TriageError) -> None:
        self._fail(messages.error(error))

    def _fail(self, sentence: str) -> None:
        self._seen = None
        self.stops.hide()
        show_message(self.count, sentence, "error")
        self.go.setEnabled(False)

    def accept(self) -> None:
        assert self._seen is not None
        self.target.keep()
        decided, rule, profile = self.stops.decided, self._rule, self._profile.name
        self.export_confirmed.emit(self.target.path, self._seen.query, decided, rule, profile)
        super().accept()


# ---- productions: the protocol as text, what it would come to, and where to

_PROTOCOL_PAUSE = 400  # milliseconds after the last letter before the protocol is read anew
_PROTOCOL_WIDTH, _PROTOCOL_HEIGHT = 110, 76  # steps
_KINDS = "TOML (*.toml)"


class ProduceDialog(Dialog):
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
        self.status = label("", "muted", wraps=True)
        self.stops = StopList(PRODUCTION)
        self._sound, self._planned, self._total = False, "", 0
        self._timer = delayed(self, _PROTOCOL_PAUSE, self._ask)
        fields = form((tr("Into the folder"), self.target.with_button(tr("Folder to produce into"))))
        hint = label(tr("The agreed protocol: which items, numbering, load files, and what is withheld."), "muted")
        parts = (hint, (self.protocol, 1), beside(load, save, 0), fields, self.status, (self.stops, 1))
        self.arrange(*parts, self.answers(tr("Produce")), wide=_PROTOCOL_WIDTH, high=_PROTOCOL_HEIGHT)
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
        self.ask(self._session, work, self._take, self._refuse, newest="production", reader="searches")

    def _take(self, planned: _Planned) -> None:
        counts = planned.counts
        self.stops.show_lines(planned.lines, planned.names)
        self._sound, self._total = bool(counts), sum(counts.values())
        self._planned = tr("Documents: {treatments}.", treatments=treatments(counts))
        if not counts:
            show_message(self.status, tr("The query finds nothing that hasn't been produced already."), "muted")
        self._say()

    def _say(self) -> None:
        if not self._sound:
            return
        refusal = self.target.refusal() or self.stops.undecided(self._total)
        show_message(self.status, refusal or self._planned, "error" if refusal else "muted")
        self.go.setEnabled(not refusal and bool(self.target.text().strip()))

    def _refuse(self, error: TriageError) -> None:
        self._sound = False
        self.go.setEnabled(False)
        show_message(self.status, messages.error(error), "error")

    def _open(self) -> None:
        def take(path: Path) -> None:
            try:
                self.protocol.setPlainText(path.read_text("utf-8-sig"))
            except (OSError, UnicodeDecodeError) as error:
                show_message(
                    self.status, tr("{file} can't be read: {error}", file=str(path), error=str(error)), "error"
                )

        file_dialog(self, tr("Open a protocol"), take, kinds=_KINDS).open()

    def _save(self) -> None:
        def write(path: Path) -> None:
            try:
                path.write_text(self.protocol.toPlainText(), "utf-8")
            except OSError as error:
                show_message(
                    self.status, tr("{file} can't be written: {error}", file=str(path), error=str(error)), "error"
                )

        start = self.target.path.parent / "protocol.toml"
        save_dialog(self, tr("Save the protocol"), write, start=start, kinds=_KINDS).open()

    def accept(self) -> None:
        self.target.keep()
        self.production_confirmed.emit(self.target.path, self.protocol.toPlainText(), self.stops.decided)
        super().accept()


class _Planned(NamedTuple):
    counts: dict[str, int]
    lines: list[StopLine]
    names: dict[ItemNo, str]


def _plan(protocol: str, decided: Decided, case: Case) -> _Planned:
    counts, lines = case.export.productions.plan(protocol, decided), case.export.productions.stops(protocol, decided)
    return _Planned(counts, lines, stop_titles(case, lines))


_WORDS = {
    NATIVE: later("{number} as their originals"),
    REBUILT: later("{number} as messages without withheld attachments"),
    IMAGES: later("{number} as pages"),
    SHEET: later("{number} as text only"),
    WITHHELD: later("{number} withheld"),
}


def treatments(counts: Mapping[str, int]) -> str:
    used = [(treatment, counts[treatment]) for treatment in TREATMENTS if counts.get(treatment)]
    return formatting.listed([tr(_WORDS[treatment], number=formatting.number(count)) for treatment, count in used])
