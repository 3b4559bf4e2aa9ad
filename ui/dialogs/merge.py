"""Exchanging decisions: take over another copy's, after a look at what that does; write one's own out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.messages import decode
from triage.model.items import ItemNo
from triage.model.team import DecisionFile, Disagreement, LastWord, MergeReport
from ui import theme
from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import label, show_message
from ui.presenters import tags
from ui.widgets.builders import beside, file_dialog, lay_out, save_dialog
from ui.widgets.controls import Listing, button, entry, notice, row

_MOST = 1000  # disagreements that are listed
_ENDING = "decisions"
_WIDE = 160  # steps, so that what stands on either side is read in full
_KINDS = later("Decision files (*.decisions);;Every file (*)")

Seen = tuple[MergeReport, dict[ItemNo, str]]


class MergeDialog(Dialog):
    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, tr("Merge decisions"))
        self.session = session
        self.report: MergeReport | None = None
        self._alive = True
        self._source = Path()
        self._since = 0  # the presses so far when something was asked for
        self.path = entry(tr("Another copy's folder, or the decision file that it wrote"))
        self.path.returnPressed.connect(self.look)
        file = button(tr("File …"), lambda: self._choose(tr(_KINDS)))
        folder = button(tr("Folder …"), lambda: self._choose(""))
        self.seal = entry(tr("The file's checksum, as stated by the sender (optional)"))
        self.seal.returnPressed.connect(self.look)
        look = button(tr("Look"), self.look)
        hint = tr("Nothing is overwritten: the decisions of both copies are kept, and disagreements are listed.")
        self.status = label(hint, wraps=True, copies=True)
        self.status.setContentsMargins(theme.STEP, 0, theme.STEP, 0)
        self.list = Listing(
            tr("Where two people disagree"),
            [tr("Item"), tr("About what"), tr("Here"), tr("There"), tr("Applies")],
        )
        self.list.itemActivated.connect(lambda line, column: self._visit())
        self.list.itemDoubleClicked.connect(lambda line, column: self._visit())
        self.list.hide()
        self.go = button(tr("Merge"), self.merge, "main")
        self.disputed_button = button(tr("Find disputed items"), self._find)
        self.disputed_button.hide()
        self.close_button = button(tr("Close"), self.reject)
        for made in (file, folder, look, self.go, self.disputed_button, self.close_button):
            made.setAutoDefault(False)
        self.finished.connect(self._end)
        button_row, list_row = (
            beside(1, self.disputed_button, self.go, self.close_button, gap=theme.STEP),
            beside((self.list, 1)),
        )
        for line in (button_row, list_row):
            line.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        fields = (row((self.path, file, folder), (1,)), row((self.seal, look), (1,)))
        lay_out(self, *fields, self.status, (list_row, 1), 0, button_row, margins=theme.STEP, gap=-1)
        theme.fit(self, _WIDE, 56)
        self._reset()

    def _end(self) -> None:
        self._alive = False

    def _reset(self) -> None:
        self.report = None
        self.go.setText(tr("Merge"))
        self.go.setEnabled(False)

    def _choose(self, kinds: str) -> None:
        def take(path: Path) -> None:
            self.path.setText(str(path))
            self.look()

        file_dialog(self, tr("Merge decisions"), take, kinds=kinds).open()

    # ---- looking and merging

    def look(self) -> None:
        """Say what merging would do; nothing is changed."""
        text = self.path.text().strip()
        if text:
            self._reset()
            self._source = Path(text).expanduser()
            show_message(self.status, tr("Checking …"), "")
            self._ask(dry=True)

    def merge(self) -> None:
        if self.report is not None and self.report.dry:
            self.go.setEnabled(False)
            self.status.setText(tr("Merging …"))
            self._ask(dry=False)

    def _ask(self, *, dry: bool) -> None:
        path, seal = self._source, self.seal.text().strip()
        self._since = self.session.keyboard.presses
        run = self.session.write if dry else self.session.change
        run(lambda case, who: _merge(case, path, who, seal, dry), self._show, self._refuse)

    def _refuse(self, error: TriageError) -> None:
        if self._alive:
            self._reset()
            self.list.hide()
            show_message(self.status, messages.error(error), "error")
        else:
            self.session.error_posted.emit(messages.error(error))

    def _show(self, seen: Seen) -> None:
        report, names = seen
        if not report.dry:
            self._merged(report)
        if not self._alive:
            return
        self.report = report
        self.status.setText("\n".join(_lines(report)))
        conflicts = report.conflicts[:_MOST]
        self.list.fill(self._line(conflict, names) for conflict in conflicts)
        self.list.setVisible(bool(conflicts))
        self.disputed_button.setVisible(bool(conflicts) and not report.dry)
        new = report.added + report.adopted
        records = formatting.count(new, "new record")
        self.go.setText(tr("Merge {records}", records=records) if report.dry else tr("Merge"))
        self.go.setEnabled(report.dry and new > 0)
        self.session.keyboard.give(self.go if self.go.isEnabled() else self.close_button, self._since)

    def _merged(self, report: MergeReport) -> None:
        records, items = formatting.count(report.added, "new record"), formatting.count(len(report.changed), "item")
        self.session.say(tr("Merged {records}; {items} changed.", records=records, items=items))
        self.session.watch.take_over(report.changed)
        self.session.search_again()

    def _line(self, conflict: Disagreement, names: dict[ItemNo, str]) -> QTreeWidgetItem:
        about = tr("note") if conflict.about == "note" else formatting.foreign(conflict.about)
        stands = formatting.foreign(conflict.stands or "–")
        cells = [names[conflict.no], about, _word(conflict.ours), _word(conflict.theirs), stands]
        return self.list.line(cells, conflict.no, formatting.hint(formatting.listed((names[conflict.no], conflict.id))))

    def _visit(self) -> None:
        if (no := self.list.chosen()) is not None:
            self.session.visit(ItemNo(int(str(no))))

    def _find(self) -> None:
        self.session.query_proposed.emit("is:disputed")
        self.accept()


def _merge(case: Case, path: Path, who: str, seal: str, dry: bool) -> Seen:
    report = case.team.merge(path, who, seal, dry)
    differ = list(dict.fromkeys(conflict.no for conflict in report.conflicts[:_MOST]))
    return report, {row.no: formatting.titled(row) for row in case.search.rows(differ)}


def _word(word: LastWord) -> str:
    deed = tags.describe_decision(word.action, formatting.safe_line(word.reviewer), formatting.safe_line(word.value))
    return formatting.listed((deed, formatting.when(word.time)))


def _lines(report: MergeReport) -> Iterator[str]:
    """Say what a merge did, or would do, in the words of ``triage merge``."""
    if report.dry:
        yield tr("Nothing has been changed yet. Merging would do this:")
    if not report.same_case:
        not_a_copy = later("{other} did not start as a copy of this case; its decisions concern items that both have.")
        yield tr(not_a_copy, other=report.other)
    yield tr(
        "{other}: {offered}, {known} known here, {added} new.",
        other=report.other,
        offered=formatting.count(report.offered, "record"),
        known=formatting.number(report.known),
        added=formatting.number(report.added),
    )
    if report.reviewers:
        counts = ((formatting.safe_line(name), formatting.number(count)) for name, count in report.reviewers)
        whose, items = formatting.listed(map(" ".join, counts)), formatting.count(len(report.changed), "item")
        yield tr("New decisions: {reviewers}. They change the coding of {items}.", reviewers=whose, items=items)
    if report.batches or report.samples:
        batches = formatting.count(report.batches, "batch", "batches")
        samples = formatting.count(report.samples, "sample")
        yield tr("New: {batches}, {samples}.", batches=batches, samples=samples)
    if report.aside:
        yield tr("%n decisions are stored for items that this copy doesn't have yet.", report.aside)
    if report.adopted:
        yield tr("%n decisions stored earlier apply now: their items have been indexed.", report.adopted)
    yield from map(messages.shown, report.notes)
    if report.conflicts:
        yield tr("On %n points two people disagree; decide again where it matters:", len(report.conflicts))
    else:
        yield tr("No two people disagree on them.")


# ---- writing a decision file


def choose_target(parent: QWidget, session: Session) -> None:
    if not session.has_case() or session.path is None:
        return
    name = f"{session.path.name}-{'-'.join(session.reviewer.split())}.{_ENDING}"
    save = partial(write, parent, session)
    save_dialog(parent, tr("Export decisions"), save, start=Path.home() / name, kinds=tr(_KINDS)).open()


def write(parent: QWidget, session: Session, path: Path) -> None:
    session.write(lambda case, who: case.team.export_decisions(path), partial(_written, parent))


def _written(parent: QWidget, file: DecisionFile) -> None:
    counts = formatting.listed(
        (
            formatting.count(file.decisions, "decision"),
            formatting.count(file.batches, "batch", "batches"),
            formatting.count(file.samples, "sample"),
        )
    )
    lines = (
        tr("{counts} are in", counts=counts),
        file.path,
        "",
        tr("Checksum (send it through a different channel; merging checks it):"),
        file.seal,
        *(["", messages.shown(decode(file.unsigned))] if file.unsigned else []),
    )
    notice(parent, tr("Decision file"), "\n".join(lines)).show()
