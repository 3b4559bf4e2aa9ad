"""Facets: custodians, types, tags with their counts; a click narrows the query."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from triage.case import Case
from ui.main_window import MainWindow


def _line(window: MainWindow, text: str) -> QTreeWidgetItem:
    found = window.panels["Facets"].tree.findItems(  # type: ignore[attr-defined]
        text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    )
    assert len(found) == 1
    line = found[0]
    assert isinstance(line, QTreeWidgetItem)
    return line


def test_a_click_narrows_the_query(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    window, tree = opened, opened.panels["Facets"].tree  # type: ignore[attr-defined]
    line = _line(window, "said")
    with Case.open(case_path) as case:
        wanted = case.search("custodian:said").nos
    assert int(line.text(1)) > 1
    with qtbot.waitSignal(window.session.searched, timeout=10_000):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(line).center())
    assert window.session.results is not None
    assert window.session.results.nos == wanted
    line = _line(window, "levi")
    window.session.wanted.emit("heron OR report")
    qtbot.waitUntil(lambda: window.panels["Facets"].query == "heron OR report")  # type: ignore[attr-defined]
    with qtbot.waitSignal(window.session.searched, timeout=10_000):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(line).center())
    assert window.session.results.text == "(heron OR report) AND custodian:levi"


def test_a_new_tag_appears_with_its_count(qtbot: QtBot, opened: MainWindow) -> None:
    keys = opened.panels["Results"].readers()[0]
    keys.setFocus()
    qtbot.keyClick(keys, Qt.Key.Key_H)
    tree = opened.panels["Facets"].tree  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(tree.findItems("hot", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)))
    assert _line(opened, "hot").text(1) == "1"
