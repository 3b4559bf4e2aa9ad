"""Problems: by kind, a click shows the item; the status bar says how many items no search can speak for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget
from pytestqt.qtbot import QtBot

from triage.case import Case
from ui.main_window import MainWindow


def _tree(window: MainWindow) -> QTreeWidget:
    tree = window.panels["Problems"].tree  # type: ignore[attr-defined]
    assert isinstance(tree, QTreeWidget)
    return tree


def test_every_problem_is_listed_under_its_kind(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    window, tree = opened, _tree(opened)
    with Case.open(case_path) as case:
        problems = case.reports.problems()
    assert problems
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == len({p.code for p in problems}))
    qtbot.mouseClick(window.bar.blind, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tree.isVisible)
    listed = []
    for n in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(n)
        head.setExpanded(True)
        listed += [head.child(k).text(0) for k in range(head.childCount())]
    assert sorted(listed) == sorted("   ".join(reversed(p.path.rsplit("/", 1))) for p in problems)


def test_a_click_shows_the_item(qtbot: QtBot, opened: MainWindow) -> None:
    window, tree = opened, _tree(opened)
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0)
    window.columns.bring("Problems")
    for n in range(tree.topLevelItemCount()):
        tree.topLevelItem(n).setExpanded(True)
    lines = [tree.topLevelItem(n).child(0) for n in range(tree.topLevelItemCount())]
    line = next(line for line in lines if "broken.zip" in line.text(0) or "unknown.bin" in line.text(0))
    tree.scrollToItem(line)
    with qtbot.waitSignal(window.session.item_shown) as shown:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(line).center())
    assert shown.args[0].row.name in line.text(0)


def test_vanished_files_whose_text_is_kept_are_not_shown_as_unsearchable(
    qtbot: QtBot, opened: MainWindow, case_path: Path, vanished_mail: str
) -> None:
    with Case.open(case_path) as case:
        case.index()
        assert {p.searchable for p in case.reports.problems() if p.code == "vanished"} == {"fully"}
    opened.session.recount()
    heads = _tree(opened).invisibleRootItem()
    qtbot.waitUntil(lambda: "vanished" in [heads.child(n).text(0) for n in range(heads.childCount())])
    tips = {heads.child(n).text(0): heads.child(n).toolTip(0) for n in range(heads.childCount())}
    assert "(searchable)" in tips["vanished"] and "(not searchable)" in tips["unsupported"]
    assert heads.child(0).text(0) != "vanished"
