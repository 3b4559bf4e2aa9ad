"""Term lists: many terms asked at once, what each finds beside the others, and the report as a file.

The list is run in the background with progress and cancel; a line that can't be read is a row with its error.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMargins, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QCheckBox, QFileDialog, QMenu, QPlainTextEdit, QProgressBar, QWidget

from triage.case import write_table
from triage.errors import TriageError
from triage.messages import say
from triage.model.reports import Tally, TermReport, TermRow
from ui import theme
from ui.case.jobs import BackgroundJob
from ui.case.memory import MOST
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.models.tables import AnyIndex, Role, TableModel
from ui.panel import Brief, Command, Panel, label
from ui.presenters import filters
from ui.widgets.builders import RowTable, file_dialog, lay_out, pages, save_dialog
from ui.widgets.controls import Listing, SplitParts, button, row

_HEADS = (
    ("#", later("Number in the list")),
    (later("Term"), later("As entered")),
    (later("Interpreted as"), later("How the term was interpreted, or why it could not be run")),
    (later("Items"), later("Items of the searched set that the term finds")),
    (later("+ family"), later("Including whole families")),
    (later("Unique"), later("Found by no other term in this list")),
    (later("Unique + family"), later("In families that no other term finds")),
    (later("Hits"), later("Hits of the term in the text")),
    (later("Dedup."), later("Deduplicated: items with the same content count once")),
    (later("Families"), later("Families that the items belong to")),
    (later("% of scope"), later("Share of the searched set")),
    (later("Not searchable"), later("Items of the searched set that no term can speak for")),
    (later("Error"), later("Why a term could not be run")),
)
NUMBER, TERM, READING, DOCUMENTS = range(4)
BLIND = len(_HEADS) - 2
"""From this column on, numbers of the searched set, errors and custodians."""
ERROR = len(_HEADS) - 1
UNION = later("All terms combined (not the sum)")


class TermsModel(TableModel):
    """The rows of a report. Custodians follow the other columns."""

    def __init__(self) -> None:
        super().__init__()
        self.report: TermReport | None = None

    def show_report(self, report: TermReport | None) -> None:
        self.beginResetModel()
        self.report = report
        self.endResetModel()

    def term(self, row: int) -> TermRow | None:
        """Return the term of a row; None for the union."""
        rows = self.report.rows if self.report else ()
        return rows[row] if 0 <= row < len(rows) else None

    def row_total(self) -> int:
        return len(self.report.rows) + 1 if self.report else 0

    def column_total(self) -> int:
        return len(_HEADS) + (len(self.report.custodians) if self.report else 0)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        head, meaning = self._head(section)
        match role:
            case Role.TextAlignmentRole:
                return _side(section) | int(Qt.TextFlag.TextWordWrap)
            case Role.DisplayRole:
                return head
            case Role.ToolTipRole:
                return meaning
        return None

    def _head(self, section: int) -> tuple[str, str]:
        if section < len(_HEADS):
            head, meaning = map(tr, _HEADS[section])
            return head.replace("+ ", "+\u00a0"), meaning  # a head breaks before the plus
        assert self.report is not None
        name = formatting.foreign(self.report.custodians[section - len(_HEADS)])
        return name, formatting.hint(tr("Items among the records of {name}", name=name))

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        column, term = index.column(), self.term(index.row())
        match role:
            case Role.DisplayRole:
                return self._text(term, column)
            case Role.ToolTipRole:
                return formatting.hint(formatting.safe_text(_hint(term, column))) if term else None
            case Role.TextAlignmentRole:
                return _side(column)
            case Role.ForegroundRole:
                refused = column == READING and term is not None and not term.reading
                return theme.colour("error") if column == ERROR or refused else None
            case Role.FontRole if term is None:
                font = QFont()
                font.setBold(True)
                return font
        return None

    def longest(self, column: int) -> str:
        terms = (self.term(row) for row in range(self.rowCount()))
        return max((self._text(term, column) for term in terms), key=len, default="")

    def _text(self, term: TermRow | None, column: int) -> str:
        report = self.report
        assert report is not None
        if column in (NUMBER, TERM, READING, ERROR):
            if term is None:
                return tr(UNION) if column == TERM else ""
            if column == ERROR or (column == READING and not term.reading):
                return messages.shown(term.error) if term.error else ""
            return formatting.foreign({NUMBER: str(term.number), TERM: term.term, READING: term.reading}[column])
        tally = report.union if term is None else term.tally
        if tally is None:
            return ""
        if column >= len(_HEADS):
            return formatting.number(dict(tally.custodians).get(report.custodians[column - len(_HEADS)], 0))
        return _number(report, tally, column)


def _side(column: int) -> int:
    return int(theme.WORDS if column in (TERM, READING, ERROR) else theme.NUMBER)


def _number(report: TermReport, tally: Tally, column: int) -> str:
    searched = report.scope
    share = f"{tally.documents / searched.items:.2%}" if searched.items else ""
    counts = (tally.documents, tally.family, tally.unique, tally.unique_family, tally.hits, tally.distinct)
    cells = (*counts, tally.families, share, searched.not_searchable)
    cell = cells[column - DOCUMENTS]
    return formatting.number(cell) if isinstance(cell, int) else cell or ""


def _hint(term: TermRow, column: int) -> str:
    refused = [messages.shown(term.error)] if term.error else []
    if column == ERROR:
        return "".join(refused)
    if column not in (TERM, READING):
        return ""
    reading = [tr("Interpreted as  {reading}", reading=term.reading)] if term.reading not in ("", term.term) else []
    notes = map(messages.shown, term.notes)
    return "\n".join((term.term, *reading, *refused, *notes, *map(filters.stands_for, term.expansions)))


_LISTS = later("Term lists (*.txt *.csv *.tsv *.xlsx *.xlsm);;Every file (*)")
_REPORTS = later("CSV (*.csv);;Excel workbook (*.xlsx);;Web page (*.html)")
_ENDINGS = (".csv", ".xlsx", ".html")
_BESIDE = 12  # pixels beside the words of a head
_LEAST = 8  # steps, of a term and of its reading
_ACROSS = Qt.Orientation.Horizontal
_ASK = later("Paste search terms, one per line, or open a list: .txt, or .csv and .xlsx with a column “Term”.")


class TermsPanel(Panel):
    title = "Terms"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.model = TermsModel()
        self.job: BackgroundJob | None = None
        self._list_run: Path | Sequence[str] = ()  # the list that was run
        self._presses = 0  # the presses so far when the list was run
        self.within = ""
        self._case_path: Path | None = None
        self.list = QPlainTextEdit()
        self.list.setPlaceholderText(tr(_ASK))
        self.list.setAccessibleName(tr("Search terms, one per line"))
        self.list.setTabChangesFocus(True)
        self._make_table()
        self.refused = label("", "error", wraps=True)
        self.refused.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        self.refused.hide()
        self.aside = Listing(tr("Where the term's items are"), [tr("Custodian"), tr("Items")], numbers=(1,))
        self.status = Brief(tr(_ASK), "muted")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(12 * theme.STEP)
        self.bar.setAccessibleName(tr("Terms run"))
        self.among = QCheckBox(tr("Only in the current results"))
        self.untagged = QCheckBox(tr("Only untagged items"))
        self.open = button(tr("Open a list …"), self.choose_list)
        self.run_button = button(tr("Run"), self.run_list, "main")
        self.cancel = button(tr("Cancel"), self._cancel)
        self.highlight_button = button(f"{tr('Highlight')}  ▾", lambda: None)
        self.highlight_button.setAccessibleName(tr("Highlight"))
        self.highlight_button.setToolTip(tr("Term lists whose words are always highlighted in this case"))
        self.lists = QMenu(self.highlight_button)
        self.lists.aboutToShow.connect(self._offer_lists)
        self.highlight_button.setMenu(self.lists)
        self.edit = button(tr("Edit the list"), self._edit)
        self.save = button(tr("Save the report …"), self.choose_target)
        asking = (self.open, self.edit, self.run_button, self.highlight_button, self.among, self.untagged)
        page, step = QWidget(), theme.STEP
        typed = lay_out(QWidget(), self.list, margins=QMargins(step, 0, step, step), gap=-1)
        beside = lay_out(QWidget(), self.refused, (self.aside, 1))
        self.stack = pages(page, typed, SplitParts(((self.table, 39), (beside, 11))))
        top = row((*asking, self.status, self.bar, self.cancel, self.save), (0, 0, 0, 0, 0, 0, 1))
        lay_out(self, top, (page, 1))
        self._show_state()
        session.case_opened.connect(self._forget)

    def _make_table(self) -> None:
        self.table = RowTable(tr("What each term finds"))
        self.table.setModel(self.model)
        self.table.horizontalHeader().setFixedHeight(2 * self.fontMetrics().height() + theme.STEP)
        self.table.row_opened.connect(self._search)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._show_row(now.row()))
        self.table.viewport().installEventFilter(self)

    def commands(self) -> tuple[Command, ...]:
        return (Command("Term lists", "Find", self._go, ("Ctrl+T",), begins_part=True),)

    def _go(self) -> None:
        self.bring(self.table if self.stack.currentIndex() else self.list)

    def _forget(self) -> None:
        if self.job is not None:
            self.job.drop()
            self.job = None
        self.model.show_report(None)
        self.status.setText("")
        self._edit()

    def _edit(self) -> None:
        self.stack.setCurrentIndex(0)
        self._show_state()
        self.status.setText("")

    def _show_state(self) -> None:
        running, listing = self.job is not None, self.stack.currentIndex() == 0
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        self.edit.setVisible(not listing and not running)
        for widget in (self.open, self.run_button, self.among, self.untagged):
            widget.setVisible(listing)
            widget.setEnabled(not running)
        self.list.setReadOnly(running)
        self.save.setVisible(not listing and not running and self.model.report is not None)

    # ---- highlighting

    def _at_hand(self) -> tuple[str, list[str]]:
        report = self.model.report if self.stack.currentIndex() else None
        terms = [term.term for term in report.rows] if report is not None else self._lines()
        if report is not None and isinstance(self._list_run, Path):
            return self._list_run.name, terms
        return " … ".join(dict.fromkeys([*terms[:1], *terms[-1:]])), terms

    def _offer_lists(self) -> None:
        self.lists.clear()
        highlighted, (name, terms) = self.session.memory.highlights.lists, self._at_hand()
        for title, listed in (highlighted | ({name: terms} if terms else {})).items():
            terms_of = f"{formatting.safe_line(title)} ({formatting.count(len(listed), 'term')})"
            action = self.lists.addAction(formatting.isolate(terms_of).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(highlighted.get(title) == listed)
            action.triggered.connect(partial(self._highlight, title, listed))
        if self.lists.isEmpty():
            self.lists.addAction(tr("The list is empty. Paste the terms, one per line.")).setEnabled(False)

    def _highlight(self, title: str, terms: list[str]) -> None:
        highlights = self.session.memory.highlights
        on = highlights.lists.get(title) != terms
        lists = {name: listed for name, listed in highlights.lists.items() if name != title}
        if self.session.has_case():
            highlights.switch(lists | ({title: terms} if on else {}))
        if on and len(highlights.terms) == MOST:
            self.session.say(tr("The first {most} terms are highlighted.", most=MOST))

    def _lines(self) -> list[str]:
        return [line.strip() for line in self.list.toPlainText().splitlines() if line.strip()]

    # ---- running

    def choose_list(self) -> None:
        file_dialog(self.below_dialogs(), tr("Open a list of terms"), self.run_terms, kinds=tr(_LISTS)).open()

    def run_list(self) -> None:
        if terms := self._lines():
            self.run_terms(terms)
        else:
            self.status.setText(tr("The list is empty. Paste the terms, one per line."))

    def run_terms(self, terms: Path | Sequence[str]) -> None:
        jobs, results = self.session.jobs, self.session.results
        if jobs is None or self.job is not None:
            return
        self._list_run = terms
        self.within = results.text.strip() if results is not None and self.among.isChecked() else ""
        within, untagged = self.within, self.untagged.isChecked()
        self.bar.setRange(0, 0)
        self.status.setText(tr("Requesting …"))
        self._presses = self.session.keyboard.presses
        self.cancel.setEnabled(True)
        self.job = jobs.run(
            lambda case, *way: case.reports.terms(terms, within, untagged, *way),
            self._moved,
            self._show,
            self._failed,
        )
        self._show_state()

    def _cancel(self) -> None:
        if self.job is not None:
            self.cancel.setEnabled(False)
            self.status.setText(tr("Stopping …"))
            self.job.stop.set()

    def _moved(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if self.cancel.isEnabled():
            terms = formatting.count(total, "term")
            self.status.setText(tr("{done} of {total}", done=formatting.number(done), total=terms))

    def _failed(self, error: TriageError) -> None:
        self.job = None
        self._show_state()
        self.status.setText("")
        self.session.error_posted.emit(messages.error(error))

    def _show(self, report: TermReport) -> None:
        self.job = None
        self.model.show_report(report)
        for column in range(self.model.columnCount()):
            self.table.setColumnHidden(column, column >= BLIND)  # they stand beside, for the term at hand
            if column < BLIND and column not in (TERM, READING):
                self.table.setColumnWidth(column, self._ample(column))
        self._share()
        self.table.clearSpans()
        self.table.setSpan(self.model.rowCount() - 1, TERM, 1, 2)  # all terms together aren't read as anything
        self.stack.setCurrentIndex(1)
        self._show_state()
        self.status.setText(_summary(report))
        self.status.setToolTip(formatting.hint(f"{_summary(report)}. {report.index.id}, {report.time}"))
        self.table.setCurrentIndex(self.model.index(0, TERM))
        self.session.keyboard.give(self.table, self._presses)

    def _ample(self, column: int) -> int:
        """Return the width in which a column's numbers are read in full, and its head in two lines."""
        metrics, head = self.table.horizontalHeader().fontMetrics(), str(self.model.headerData(column, _ACROSS))
        bold = self.table.font()
        bold.setBold(True)  # as the last row is
        cells = QFontMetrics(bold).horizontalAdvance(self.model.longest(column))
        return max(*map(metrics.horizontalAdvance, head.split(" ")), cells) + theme.px(_BESIDE)

    def _share(self) -> None:
        numbers = sum(self.table.columnWidth(column) for column in range(BLIND) if column not in (TERM, READING))
        left = max(2 * _LEAST * theme.STEP, self.table.viewport().width() - numbers)
        self.table.setColumnWidth(TERM, left * 11 // 20)
        self.table.setColumnWidth(READING, left - left * 11 // 20)

    def _show_row(self, row: int) -> None:
        report = self.model.report
        if report is None or row < 0:
            self.aside.clear()
            return
        term = self.model.term(row)
        tally = report.union if term is None else term.tally
        counts = dict(tally.custodians) if tally is not None else {}
        custodians = [(name, counts.get(name, 0)) for name in report.custodians] if tally is not None else []
        rows = [(formatting.foreign(name), count) for name, count in sorted(custodians, key=lambda pair: -pair[1])]
        rows.append((tr("(not searchable)"), report.scope.not_searchable))
        self.aside.fill(
            self.aside.line([name, formatting.number(count)], name, formatting.hint(name)) for name, count in rows
        )
        self.refused.setText(messages.shown(term.error) if term is not None and term.error else "")
        self.refused.setVisible(bool(self.refused.text()))

    # ---- using the report

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.model.report is not None:
            self._share()
        return super().eventFilter(watched, event)

    def _search(self, index: QModelIndex) -> None:
        term, report = self.model.term(index.row()), self.model.report
        if term is None or report is None:
            return
        within = report.scope.text.strip() if term.tally is not None else ""
        self.session.query_proposed.emit(f"({within}) AND ({term.term})" if within else term.term)

    def choose_target(self) -> None:
        start = Path.home() / "terms.csv"
        dialog = save_dialog(self.below_dialogs(), tr("Save the report"), self.write, start=start, kinds=tr(_REPORTS))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_ending(chosen)))
        dialog.open()

    def write(self, path: Path) -> None:
        if (report := self.model.report) is None:
            return
        if path.suffix.lower() not in _ENDINGS:
            path = path.with_name(f"{path.name}.csv")
        message = tr("The report is in {path}.", path=str(path))
        self.session.ask("rest", lambda case: write_table(report, path), lambda _: self.session.say(message))


def _ending(kind: str) -> str:
    return kind.rpartition("*.")[2].rstrip(")")


def _summary(report: TermReport) -> str:
    scope = report.scope
    failed = sum(row.tally is None for row in report.rows)
    terms, items = formatting.count(len(report.rows), "term"), formatting.count(scope.items, "item")
    parts = [tr("{terms} in {items}", terms=terms, items=items)]
    if scope.text:
        parts = [tr("{terms} in {items} of {set}", terms=terms, items=items, set=formatting.safe_line(scope.reading))]
    if failed:
        parts.append(tr("{terms} could not be run", terms=formatting.number(failed)))
    if scope.not_searchable or scope.partly:
        blind, partly = formatting.number(scope.not_searchable), formatting.number(scope.partly)
        parts.append(tr("{blind} not searchable, {partly} partly", blind=blind, partly=partly))
    if not report.index.extent.whole:
        parts.append(messages.part(report.index.extent))
    if report.index.unconfined:
        parts.append(messages.shown(say("broker-unconfined")))
    if report.stopped:
        parts.append(tr("stopped: the remaining terms were not run"))
    return "  ·  ".join(parts)
