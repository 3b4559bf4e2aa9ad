"""The query builder makes queries that the language reads as meant; the help page runs its examples."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.model.reports import language_help
from triage.search.query import language
from ui.dialogs.queries import QueryBuilder, QueryHelp, join_rows
from ui.i18n.formatting import strip_isolates
from ui.main_window import MainWindow
from ui.widgets.builders import children


@pytest.mark.parametrize(
    ("rows", "query"),
    [
        ([(0, "a"), (0, "b"), (1, "c")], "a AND b AND NOT c"),
        ([(0, "a"), (2, "b"), (0, "c")], "(a OR b) AND c"),
        ([(1, "a"), (0, "b"), (2, "c"), (2, "d")], "(NOT a AND b) OR c OR d"),
        ([], ""),
    ],
)
def test_and_and_or_never_meet_without_parentheses(rows: list[tuple[int, str]], query: str) -> None:
    assert join_rows(rows) == query
    assert not query or language.read(query).notes == ()


@pytest.mark.nightly
def test_a_query_is_built_counted_and_run(qtbot: QtBot, opened: MainWindow) -> None:
    opened.run("Build a query …")
    dialog = opened.panels["Search"].builder  # type: ignore[attr-defined]
    assert isinstance(dialog, QueryBuilder)
    qtbot.waitUntil(lambda: len(dialog.rows) == 1)
    assert not dialog.go.isEnabled()
    first = dialog.rows[0]
    first.value.setEditText('heron "and')
    assert dialog.text() == '(heron "and")'
    first.value.setEditText("heron invoice")
    first.condition.setCurrentIndex(1)
    first.field.setCurrentIndex(first._fields.index("subject:"))
    assert dialog.text() == 'subject:"heron invoice"'
    qtbot.mouseClick(dialog.more, Qt.MouseButton.LeftButton)
    second = dialog.rows[1]
    second.joint.setCurrentIndex(1)
    second.field.setCurrentIndex(second._fields.index("custodian:"))
    qtbot.waitUntil(lambda: second.value.findText("said") >= 0)
    assert not second.condition.isVisible()
    second.value.setEditText("said")
    assert dialog.text() == 'subject:"heron invoice" AND NOT custodian:said'
    qtbot.waitUntil(lambda: dialog.count_label.text().startswith("1 item "))
    qtbot.mouseClick(dialog.more, Qt.MouseButton.LeftButton)
    dialog.rows[2].value.setEditText("due paid-up")
    dialog.rows[2].joint.setCurrentIndex(2)
    dialog.rows[2].condition.setCurrentIndex(2)
    assert dialog.text() == '(subject:"heron invoice" AND NOT custodian:said) OR (due OR "paid-up")'
    assert language.read(dialog.text()).reading
    dialog.rows[2].remove_button.click()
    controls = [*dialog.findChildren(QComboBox), *dialog.findChildren(QAbstractButton)]
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in controls)
    with qtbot.waitSignal(opened.session.results_changed) as found:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert found.args[0].text == 'subject:"heron invoice" AND NOT custodian:said' and found.args[0].total == 1
    settle(qtbot, opened, opened.session.jobs)
    assert opened.panels["Search"].line.text() == found.args[0].text  # type: ignore[attr-defined]


# ---- the help page of the query language: F1 shows it, and each of its examples runs on a click or with Enter.


def _line(dialog: QueryHelp, query: str) -> QTreeWidgetItem:
    lines = [line for head in children(dialog.tree) for line in children(head)]
    return next(line for line in lines if strip_isolates(line.text(0)) == query)


@pytest.mark.nightly
def test_each_example_runs_on_a_click(qtbot: QtBot, opened: MainWindow) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_F1)
    dialog = opened.dialog
    assert isinstance(dialog, QueryHelp) and dialog.isVisible() and not dialog.isModal()
    proposed: list[str] = []
    opened.session.query_proposed.connect(proposed.append)
    for head in children(dialog.tree):
        for line in children(head):
            dialog.tree.itemClicked.emit(line, 0)
    wanted = [query for _, rows in language_help() for row in rows for query in row.examples]
    assert proposed == wanted and len(wanted) > 70
    line = _line(dialog, "is:attachment")
    with qtbot.waitSignal(opened.session.results_changed) as found:
        dialog.tree.scrollToItem(line)
        at = dialog.tree.visualItemRect(line).center()
        qtbot.mouseClick(dialog.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert found.args[0].text == "is:attachment" and found.args[0].nos and dialog.isVisible()
    dialog.tree.setCurrentItem(_line(dialog, "is:tagged"))
    with qtbot.waitSignal(opened.session.results_changed) as found:
        qtbot.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert found.args[0].text == "is:tagged"
    assert "comment:" in strip_isolates(_line(dialog, "comment: tracked: footnote: margin: textbox:").text(0))
