"""A search term report as Qt sees it: a row for each term, then all of them together. Knows no widget."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from triage.model.reports import Tally, TermReport, TermRow
from ui import theme
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.models.tables import AnyIndex, Role, TableModel
from ui.presenters import filters

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
