"""The query language on one page, from the table that the documentation has too; a click runs an example."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem, QWidget

from triage.model.reports import HelpRow, language_help
from ui import theme
from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, tr
from ui.models.tables import AnyIndex
from ui.panel import label
from ui.widgets.builders import group, lay_out, tree

_QUERY = Qt.ItemDataRole.UserRole


class _Wrapped(QStyledItemDelegate):
    """Rows as high as their text is in the width of its column, which Qt's tree doesn't tell its delegates."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        tree = self.parent()
        assert isinstance(tree, QTreeWidget)
        option.rect = QRect(0, 0, tree.header().sectionSize(index.column()), 1)
        return super().sizeHint(option, index)


class QueryHelp(Dialog):
    """It stays open beside the list while its examples are tried."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, tr("Query language"))
        self._session = session
        self.tree = tree(tr("Examples of queries"), (tr("Query"), tr("Finds")), wide=1, flat=True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setUniformRowHeights(False)
        self.tree.setWordWrap(True)
        self.tree.setItemDelegate(_Wrapped(self.tree))
        self.tree.header().sectionResized.connect(lambda *_: self.tree.scheduleDelayedItemsLayout())  # rows grow higher
        for title, rows in language_help():
            head = group(self.tree, messages.shown(title))
            head.addChildren([line for row in rows for line in _lines(row)])
        self.tree.itemClicked.connect(self._run)
        self.tree.itemActivated.connect(self._run)
        hint = tr("A click, or Enter, runs an example. Operators and names of fields are English in every language.")
        lay_out(self, label(hint, "muted", wraps=True), self.tree, margins=theme.STEP, gap=-1)
        theme.fit(self, 100, 80)

    def _run(self, line: QTreeWidgetItem, column: int) -> None:
        if (query := line.data(0, _QUERY)) and self._session.has_case():
            self._session.query_proposed.emit(str(query))


def _lines(row: HelpRow) -> list[QTreeWidgetItem]:
    """Return a line for each example, the first with what they find; the fields where there is no example."""
    meaning = messages.shown(row.meaning).replace("`", "")
    if row.examples and " " in row.fields:
        meaning = f"{as_is(row.fields)}  {meaning}"
    lines = []
    for at, query in enumerate(row.examples or (row.fields,)):
        line = QTreeWidgetItem([as_is(query), meaning if at == 0 else ""])
        line.setToolTip(1, formatting.hint(f"{row.fields} {meaning}".strip()))
        if row.examples:
            line.setData(0, _QUERY, query)
            line.setForeground(0, theme.colour("accent"))
        lines.append(line)
    return lines
