"""Hits with their context as Qt sees them: lines that grow by pages. Knows no widget and asks nothing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from triage.model.items import ItemNo, Row
from triage.model.reports import HitLine
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.page import ORIGIN_WORDS
from ui.models.tables import NOWHERE, AnyIndex, Role, TableModel

HEADS = (later("Hit in context"), later("Date"), later("Item"), later("Custodian"), later("Where"))
CONTEXT, DATE, ITEM, CUSTODIAN, WHERE = range(len(HEADS))
_FIELDS = {
    "from": later("From"),
    "to": later("To"),
    "cc": later("Cc"),
    "bcc": later("Bcc"),
    "subject": later("Subject"),
    "file": later("File name"),
}


class HitsModel(TableModel):
    """Lines in the order asked for. ``more_requested`` is emitted at the last of them where there are others."""

    heads = HEADS
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[HitLine, ...] = ()
        self.complete = True
        self._rows: dict[ItemNo, Row] = {}

    def show_lines(self, lines: tuple[HitLine, ...], rows: dict[ItemNo, Row], *, complete: bool) -> None:
        self.beginResetModel()
        self.lines, self._rows, self.complete = lines, rows, complete
        self.endResetModel()

    def add_lines(self, lines: tuple[HitLine, ...], rows: dict[ItemNo, Row], *, complete: bool) -> None:
        self.complete = complete
        if lines:
            self.beginInsertRows(NOWHERE, len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self._rows |= rows
            self.endInsertRows()

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and not self.complete

    def fetchMore(self, parent: AnyIndex) -> None:
        self.more_requested.emit()

    def row_total(self) -> int:
        return len(self.lines)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Role.DisplayRole:
            return self._text(line, index.column())
        if role == Role.ToolTipRole:
            row = self._rows.get(line.no)
            hint = self._text(line, CONTEXT) if index.column() == CONTEXT or row is None else row.path
            return formatting.hint(formatting.safe_line(hint))
        return None

    def _text(self, line: HitLine, column: int) -> str:
        if column == CONTEXT:
            return formatting.foreign(f"{line.left}{line.hit}{line.right}")
        if column == WHERE:
            return tr(_FIELDS.get(line.field) or ORIGIN_WORDS.get(line.field, line.field))
        row = self._rows.get(line.no)
        if row is None:
            return line.id if column == ITEM else ""
        if column == DATE:
            return row.date[:10] + "?" * row.doubtful
        return {ITEM: formatting.titled(row), CUSTODIAN: formatting.foreign(row.custodian)}[column]
