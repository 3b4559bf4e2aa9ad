"""Facets (ui/panels): the case's custodians, types and tags with their counts; a click adds one to the query."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QTreeWidget, QTreeWidgetItem

from triage.model import Results, Status
from ui import theme, words
from ui.panel import Empty, Panel
from ui.session import Session

_TERM = Qt.ItemDataRole.UserRole
_MOST = 200  # lines of one facet


class FacetsPanel(Panel):
    """A tree of three facets. The counts are of the whole case."""

    title = "Facets"
    place = "left"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Custodians, types and tags of the case")
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels(["Facet", "Items"])
        self.tree.setIndentation(theme.STEP)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        heads = self.tree.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.empty = Empty("Custodians, types and tags appear here once items have been read.")
        self.stack = QStackedLayout(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.tree)
        self._shown: object = None
        self.query = ""
        self.tree.itemActivated.connect(self._add)
        self.tree.itemClicked.connect(self._add)
        session.counted.connect(self._show)
        session.searched.connect(self._searched)
        session.opened.connect(lambda: self.stack.setCurrentIndex(0))

    def _searched(self, results: Results) -> None:
        self.query = results.text.strip()

    def _show(self, status: Status) -> None:
        content = (status.custodians, status.types, status.tags)
        self.stack.setCurrentIndex(1 if status.items else 0)
        if content == self._shown:
            return
        self._shown = content
        self.tree.clear()
        for name, field, values in zip(
            ("Custodian", "Type", "Tag"), ("custodian", "type", "tag"), content, strict=True
        ):
            if values:
                self._fill(name, field, values)

    def _fill(self, name: str, field: str, values: tuple[tuple[str, int], ...]) -> None:
        head = QTreeWidgetItem(self.tree, [name, ""])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setForeground(0, theme.colour("muted"))
        for value, many in sorted(values, key=lambda pair: -pair[1])[:_MOST]:
            shown = words.kind(value) if field == "type" else value
            line = QTreeWidgetItem(head, [words.safe_line(shown) or "(none)", words.number(many)])
            line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.setToolTip(0, words.hint(words.safe_line(value)))
            line.setData(0, _TERM, f"{field}:{_quoted(value)}")
        head.setExpanded(True)

    def _add(self, line: QTreeWidgetItem, column: int) -> None:
        term = line.data(0, _TERM)
        if not term:
            return
        if term in self.query:
            self.session.said.emit("The query has this already.")
        elif " OR " in self.query.upper():
            self.session.wanted.emit(f"({self.query}) AND {term}")
        else:
            self.session.wanted.emit(f"{self.query} AND {term}" if self.query else term)


def _quoted(value: str) -> str:
    plain = value.replace("-", "").replace("_", "").replace(".", "").isalnum()
    return value if plain else '"' + value.replace('"', " ") + '"'
