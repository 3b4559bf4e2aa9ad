"""Short forms of widgets: Enter opens a row, a timer runs once, margins change sides, a dialog gives a path."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.builders import RowTable, children, delayed, file_dialog, group, indented, lay_out, save_dialog, tree


def test_enter_opens_the_row_that_the_cursor_is_on(qtbot: QtBot) -> None:
    table = RowTable("Rows")
    qtbot.addWidget(table)
    table.setModel(QStringListModel(["one", "two"]))
    table.setCurrentIndex(table.model().index(1, 0))
    opened: list[QModelIndex] = []
    table.row_opened.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert not opened
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [index.data() for index in opened] == ["two"]


def test_parts_stand_under_one_another(qtbot: QtBot) -> None:
    first, second = QLabel("a"), QLabel("b")
    holder = lay_out(QWidget(), first, (second, 1), 0, margins=8)
    qtbot.addWidget(holder)
    holder.show()
    assert (first.x(), first.y()) == (8, 8) and second.y() == first.geometry().bottom() + 1


def test_a_margin_at_the_beginning_of_a_line() -> None:
    margins = indented(8, 1, 2, 3)
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (8, 1, 2, 3)


def test_lines_under_a_head(qtbot: QtBot) -> None:
    made = tree("Tree", 2, flat=True)
    qtbot.addWidget(made)
    heads = [group(made, "one"), group(made, "two")]
    assert children(made) == heads and children(heads[0]) == []


def test_a_timer_runs_once_after_the_last_start(qtbot: QtBot) -> None:
    parent, runs = QObject(), []
    timer = delayed(parent, 1, lambda: runs.append(1))
    timer.start()
    timer.start()
    qtbot.waitUntil(lambda: bool(runs))
    assert runs == [1] and not timer.isActive()


@pytest.mark.nightly
def test_file_dialogs_give_paths(qtbot: QtBot, tmp_path: Path) -> None:
    parent, paths = QWidget(), []
    qtbot.addWidget(parent)
    folder = file_dialog(parent, "Folder", paths.append)
    assert folder.fileMode() == QFileDialog.FileMode.Directory
    target = save_dialog(parent, "Save", paths.append, start=tmp_path / "terms.csv", kinds="CSV (*.csv)")
    assert target.defaultSuffix() == "csv" and target.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    for dialog in (folder, target):
        dialog.filesSelected.emit([str(tmp_path.parent), str(tmp_path)])  # as Qt does where a path was typed
    assert paths == [tmp_path, tmp_path]
