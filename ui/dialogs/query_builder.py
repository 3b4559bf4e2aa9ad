"""Builds a query from rows of fields, conditions and values. It only writes text of the query language, and counts."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from triage.errors import TriageError
from triage.model.reports import Results
from ui import theme
from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, tr
from ui.panel import label
from ui.presenters.filters import is_filter
from ui.widgets.builders import beside, choice, delayed, lay_out, under
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
        self.joint = choice(tr("How this row is joined"), [tr(one) for one in (_FIRST if first else _JOINTS)])
        self.field = choice(tr("Field"), [tr("any field"), *map(as_is, fields)])
        self.condition = choice(tr("Condition"), [tr(one) for one in _CONDITIONS])
        self.value = choice(tr("Value"), [])
        self.value.setEditable(True)
        if (line := self.value.lineEdit()) is not None:
            line.setAccessibleName(tr("Value"))
        self.away = tool_button("✕", tr("Remove row"), lambda: None, hint=True)
        self.away.setEnabled(not first)
        self._fields = ["", *fields]
        lay_out(self, beside(self.joint, self.field, self.condition, (self.value, 1), self.away, gap=theme.STEP))

    def named(self) -> str:
        """Return the field with its colon, "" for any."""
        return self._fields[self.field.currentIndex()]

    def is_fact(self) -> bool:
        """Return whether the field takes one value, not words."""
        return bool(self.named()) and is_filter(f"{self.named()}x")

    def written(self) -> str:
        """Return the condition in the query language, "" without a value."""
        words = self.value.currentText().replace('"', " ").split()
        if not words:
            return ""
        if self.is_fact() or self.condition.currentIndex() == 1:
            value = " ".join(words)
            bare = len(words) == 1 and not _needs_quotes(value, fact=self.is_fact())
            return self.named() + (value if bare else f'"{value}"')
        joined = (" " if self.condition.currentIndex() == 0 else " OR ").join(map(_word, words))
        return f"{self.named()}({joined})" if len(words) > 1 else self.named() + joined


def _needs_quotes(value: str, *, fact: bool) -> bool:
    return not (_BARE if fact else _PLAIN).fullmatch(value) or _OPERATOR.fullmatch(value) is not None


def _word(word: str) -> str:
    return f'"{word}"' if _needs_quotes(word, fact=False) else word


def joined(rows: list[tuple[int, str]]) -> str:
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
    """Rows, and under them the query with the number of items that it finds."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, tr("Build a query"))
        self._session, self._fields = session, list[str]()
        self.rows: list[QueryRow] = []
        self._lines = under()
        self.query = label("", wraps=True, copies=True)
        self.found = label("", "muted", wraps=True)
        self.more = button(tr("Add a row"), self.add)
        box = self.answers(tr("Search"))
        self.arrange(self._lines, beside(self.more, 0), self.query, self.found, 0, box, wide=100, high=40)
        self._timer = delayed(self, _WAIT, self._count)
        self.ask(session, lambda case: case.reports.completions(""), self._begin, newest="fields")
        self._show()

    def _begin(self, fields: list[str]) -> None:
        self._fields = fields
        self.add()

    def add(self) -> None:
        """Add a row."""
        row = QueryRow(self._fields, first=not self.rows)
        self.rows.append(row)
        self._lines.addWidget(row)
        row.away.clicked.connect(lambda: self._remove(row))
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
        """Offer the values of a field that has few."""
        field = row.named()
        row.condition.setVisible(not row.is_fact())

        def fill(pieces: list[str]) -> None:
            if row in self.rows and row.named() == field:
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
        """Return the query as built so far."""
        return joined([(row.joint.currentIndex(), row.written()) for row in self.rows if row.written()])

    def _show(self) -> None:
        text = self.text()
        self.query.setText(as_is(text) if text else tr("Enter a value in a row."))
        self.go.setEnabled(bool(text))
        self.found.setText("")
        self._timer.start()

    def _count(self) -> None:
        if text := self.text():
            self.ask(self._session, lambda case: case.search.run(text), self._counted, self._refused, newest="building")

    def _counted(self, results: Results) -> None:
        if results.text == self.text():
            self.found.setText(tr("{items} found", items=formatting.count(results.total, "item")))

    def _refused(self, error: TriageError) -> None:
        self.found.setText(messages.error(error))

    def accept(self) -> None:
        """Put the query into the search bar and run it."""
        if text := self.text():
            super().accept()
            self._session.query_proposed.emit(text)
