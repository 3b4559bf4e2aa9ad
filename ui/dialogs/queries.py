"""Queries in dialogs: a builder of rows, which only writes text of the query language, and the language on one page."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem, QWidget

from triage.errors import TriageError
from triage.model.reports import HelpRow, Results, language_help
from ui import theme
from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, tr
from ui.models.tables import AnyIndex
from ui.panel import label
from ui.presenters.filters import is_filter
from ui.widgets.builders import beside, choice, delayed, group, lay_out, tree, under
from ui.widgets.controls import button, tool_button

_FIRST = (later("items with"), later("items without"))
_JOINTS = (later("and"), later("and not"), later("or"))
_CONDITIONS = (later("all of these words"), later("this phrase"), later("any of these words"))
_WAIT = 300  # milliseconds after a change before it is counted
_PLAIN = re.compile(r"[\w*?~]+")
_BARE = re.compile(r"[\w*?.@<>=/-]+")
_OPERATOR = re.compile(r"and|or|not", re.IGNORECASE)


class QueryRow(QWidget):
    """One condition: how it joins those before it, a field, what is asked of it, a value."""

    def __init__(self, fields: list[str], *, first: bool) -> None:
        super().__init__()
        self.joint = choice(tr("How this row is joined"), [tr(text) for text in (_FIRST if first else _JOINTS)])
        self.field = choice(tr("Field"), [tr("any field"), *map(as_is, fields)])
        self.condition = choice(tr("Condition"), [tr(text) for text in _CONDITIONS])
        self.value = choice(tr("Value"), [])
        self.value.setEditable(True)
        if (line := self.value.lineEdit()) is not None:
            line.setAccessibleName(tr("Value"))
        self.remove_button = tool_button("✕", tr("Remove row"), lambda: None, hint=True)
        self.remove_button.setEnabled(not first)
        self._fields = ["", *fields]
        lay_out(
            self, beside(self.joint, self.field, self.condition, (self.value, 1), self.remove_button, gap=theme.STEP)
        )

    def field_prefix(self) -> str:
        return self._fields[self.field.currentIndex()]

    def is_fact(self) -> bool:
        return bool(self.field_prefix()) and is_filter(f"{self.field_prefix()}x")

    def condition_text(self) -> str:
        """Return the condition in the query language, "" without a value."""
        words = self.value.currentText().replace('"', " ").split()
        if not words:
            return ""
        if self.is_fact() or self.condition.currentIndex() == 1:
            value = " ".join(words)
            bare = len(words) == 1 and not _needs_quotes(value, fact=self.is_fact())
            return self.field_prefix() + (value if bare else f'"{value}"')
        joined = (" " if self.condition.currentIndex() == 0 else " OR ").join(map(_word, words))
        return f"{self.field_prefix()}({joined})" if len(words) > 1 else self.field_prefix() + joined


def _needs_quotes(value: str, *, fact: bool) -> bool:
    return not (_BARE if fact else _PLAIN).fullmatch(value) or _OPERATOR.fullmatch(value) is not None


def _word(word: str) -> str:
    return f'"{word}"' if _needs_quotes(word, fact=False) else word


def join_rows(rows: list[tuple[int, str]]) -> str:
    """Return rows as one query: how each joins what is before it (0 and, 1 and not, 2 or), and its text.

    The first has 0 or 1. What is before is in parentheses where AND and OR would meet.
    """
    query, before = "", -1
    for joint, text in rows:
        if not query:
            query = f"NOT {text}" if joint == 1 else text
            continue
        if before not in (-1, joint == 2):
            query = f"({query})"
        query += f" {('AND', 'AND NOT', 'OR')[joint]} {text}"
        before = joint == 2
    return query


class QueryBuilder(Dialog):
    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, tr("Build a query"))
        self._session, self._fields = session, list[str]()
        self.rows: list[QueryRow] = []
        self._lines = under()
        self.query = label("", wraps=True, copies=True)
        self.count_label = label("", "muted", wraps=True)
        self.more = button(tr("Add a row"), self.add)
        box = self.answers(tr("Search"))
        self.arrange(self._lines, beside(self.more, 0), self.query, self.count_label, 0, box, wide=100, high=40)
        self._timer = delayed(self, _WAIT, self._count)
        self.ask(session, lambda case: case.reports.completions(""), self._begin, newest="fields")
        self._show()

    def _begin(self, fields: list[str]) -> None:
        self._fields = fields
        self.add()

    def add(self) -> None:
        row = QueryRow(self._fields, first=not self.rows)
        self.rows.append(row)
        self._lines.addWidget(row)
        row.remove_button.clicked.connect(lambda: self._remove(row))
        row.field.currentIndexChanged.connect(lambda _: self._offer(row))
        for changed in (row.joint.currentIndexChanged, row.condition.currentIndexChanged, row.value.editTextChanged):
            changed.connect(self._show)
        row.value.setFocus()
        self._show()

    def _remove(self, row: QueryRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._show()

    def _offer(self, row: QueryRow) -> None:
        field = row.field_prefix()
        row.condition.setVisible(not row.is_fact())

        def fill(pieces: list[str]) -> None:
            if row in self.rows and row.field_prefix() == field:
                typed = row.value.currentText()
                row.value.clear()
                row.value.addItems([piece.removeprefix(field).strip('"') for piece in pieces])
                row.value.setEditText(typed)

        if field:
            name = field.rstrip(":")
            self.ask(self._session, lambda case: case.reports.completions(name), fill, newest="values")
        else:
            row.value.clear()
        self._show()

    def text(self) -> str:
        return join_rows(
            [(row.joint.currentIndex(), row.condition_text()) for row in self.rows if row.condition_text()]
        )

    def _show(self) -> None:
        text = self.text()
        self.query.setText(as_is(text) if text else tr("Enter a value in a row."))
        self.go.setEnabled(bool(text))
        self.count_label.setText("")
        self._timer.start()

    def _count(self) -> None:
        if text := self.text():
            self.ask(
                self._session,
                lambda case: case.search.run(text),
                self._counted,
                self._refused,
                newest="building",
                reader="searches",
            )

    def _counted(self, results: Results) -> None:
        if results.text == self.text():
            self.count_label.setText(tr("{items} found", items=formatting.count(results.total, "item")))

    def _refused(self, error: TriageError) -> None:
        self.count_label.setText(messages.error(error))

    def accept(self) -> None:
        if text := self.text():
            super().accept()
            self._session.query_proposed.emit(text)


# ---- the language, from the table that the documentation has too; a click runs an example

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
