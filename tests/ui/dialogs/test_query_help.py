"""The help page of the query language: F1 shows it, and each of its examples runs on a click or with Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from triage.model.reports import language_help
from ui.dialogs.query_help import QueryHelp
from ui.i18n.formatting import strip_isolates
from ui.main_window import MainWindow
from ui.widgets.builders import children


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
