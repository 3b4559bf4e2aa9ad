"""Facets: counts of what is found, taking in and leaving out by mouse and key, filters as lines, months by dragging."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.records import case_of, mail
from triage.case import Case
from ui.main_window import MainWindow
from ui.panels.facets import FacetsPanel

Find = Callable[[str], MainWindow]
_LEFT = Qt.MouseButton.LeftButton


def _panel(window: MainWindow) -> FacetsPanel:
    panel = window.panels["Facets"]
    assert isinstance(panel, FacetsPanel)
    return panel


def _lines(window: MainWindow, text: str) -> list[QTreeWidgetItem]:
    return [
        line
        for line in _panel(window).tree.findItems(text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
        if isinstance(line, QTreeWidgetItem)
    ]


def _line(qtbot: QtBot, window: MainWindow, text: str) -> QTreeWidgetItem:
    qtbot.waitUntil(lambda: len(_lines(window, text)) == 1)
    return _lines(window, text)[0]


def _click(qtbot: QtBot, window: MainWindow, text: str, column: int = 0) -> None:
    tree = _panel(window).tree
    rect = tree.visualItemRect(_line(qtbot, window, text))
    x = tree.columnViewportPosition(column) + tree.columnWidth(column) // 2
    with qtbot.waitSignal(window.session.results_changed):
        qtbot.mouseClick(tree.viewport(), _LEFT, pos=QPoint(x, rect.center().y()))


def _text(window: MainWindow) -> str:
    assert window.session.results is not None
    return window.session.results.text


def _chips(window: MainWindow) -> list[QToolButton]:
    chips = _panel(window).findChildren(QToolButton)
    return [chip for chip in chips if chip.accessibleName().startswith("Remove filter")]


@pytest.mark.nightly
def test_a_click_narrows_the_query(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    with Case.open(case_path) as case:
        wanted = case.search.run("custodian:said").nos
    assert _line(qtbot, opened, "said").text(1) == str(len(wanted))
    _click(qtbot, opened, "said")
    assert opened.session.results is not None
    assert opened.session.results.nos == wanted
    qtbot.waitUntil(lambda: bool(_lines(opened, "said")) and _lines(opened, "said")[0].text(1) == str(len(wanted)))


@pytest.mark.nightly
def test_the_head_of_the_counts_stands_over_them(qtbot: QtBot, find: Find) -> None:
    tree = _panel(find("heron")).tree
    line = _line(qtbot, find("heron"), "levi")
    assert tree.headerItem().textAlignment(1) == line.textAlignment(1)


@pytest.mark.nightly
def test_an_or_is_put_in_parentheses(qtbot: QtBot, find: Find) -> None:
    window = find("heron OR report")
    _click(qtbot, window, "levi")
    assert _text(window) == "(heron OR report) AND custodian:levi"


@pytest.mark.nightly
def test_the_counts_follow_the_query(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    with Case.open(case_path) as case:
        many = len(case.search.run("heron AND custodian:said").nos)
    qtbot.waitUntil(lambda: [line.text(1) for line in _lines(window, "said")] == [str(many)])


@pytest.mark.nightly
def test_leaving_out_by_mouse_and_by_key(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    _click(qtbot, window, "levi", column=2)
    assert _text(window) == "heron AND NOT custodian:levi"
    window = find("heron")
    tree = _panel(window).tree
    tree.setCurrentItem(_line(qtbot, window, "levi"))
    tree.setFocus()
    with qtbot.waitSignal(window.session.results_changed):
        qtbot.keyClick(tree, Qt.Key.Key_Delete)
    with Case.open(case_path) as case:
        wanted = set(case.search.run("heron").nos) - set(case.search.run("custodian:levi").nos)
    assert window.session.results is not None
    assert set(window.session.results.nos) == wanted


@pytest.mark.nightly
def test_enter_takes_in(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    tree = _panel(window).tree
    tree.setCurrentItem(_line(qtbot, window, "levi"))
    tree.setFocus()
    with qtbot.waitSignal(window.session.results_changed):
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert _text(window) == "heron AND custodian:levi"


def test_a_filter_is_a_line_that_can_be_taken_away(qtbot: QtBot, find: Find) -> None:
    window = find("heron AND custodian:said AND NOT is:untagged OR x")
    assert not _chips(window)
    window = find("heron AND custodian:levi AND is:untagged")
    qtbot.waitUntil(lambda: len(_chips(window)) == 2)
    first = _chips(window)[0]
    first.setFocus()
    with qtbot.waitSignal(window.session.results_changed):
        qtbot.keyClick(first, Qt.Key.Key_Space)
    assert _text(window) == "heron AND is:untagged"
    with qtbot.waitSignal(window.session.results_changed):
        window.actions_.run("Clear all filters")
    assert _text(window) == "heron"


def test_months_are_dragged_into_the_query(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    bars = _panel(window).bars
    qtbot.waitUntil(lambda: bars.counts == [3])
    with qtbot.waitSignal(window.session.results_changed):
        qtbot.mousePress(bars, _LEFT, pos=QPoint(20, 20))
        qtbot.mouseRelease(bars, _LEFT, pos=QPoint(60, 20))
    assert _text(window) == "heron AND date:2023-05"


def test_undated_items_are_a_number_under_the_bars_and_a_click_finds_them(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    bare = "From: Rae <rae@orrin.example>\nMessage-ID: <{}@orrin.example>\n\n{}\n"
    files: dict[str, bytes | str] = {f"dana/{n}.eml": bare.format(n, f"number {n}") for n in range(5)}
    case_of(tmp_path, {**files, "omar/0.eml": bare.format(0, "number 0"), "dana/dated.eml": mail("Dated", "x")}).close()
    with qtbot.waitSignal(window.session.results_changed):
        window.open_case(tmp_path / "case")
    panel = _panel(window)
    qtbot.waitUntil(lambda: panel.undated.text() == "5 undated items")
    assert [panel.bars.month(at) for at in range(len(panel.bars.counts))] == ["2023-05"]
    with qtbot.waitSignal(window.session.results_changed):
        qtbot.mouseClick(panel.undated, _LEFT)
    assert _text(window) == "is:undated"
    qtbot.waitUntil(lambda: not panel.bars.isVisible())
    assert panel.undated.isVisible() and panel.undated.text() == "5 undated items"


@pytest.mark.nightly
def test_a_new_tag_appears_with_its_count(qtbot: QtBot, opened: MainWindow) -> None:
    keys = opened.panels["Results"].readers()[0]
    keys.setFocus()
    qtbot.keyClick(keys, Qt.Key.Key_H)
    assert _line(qtbot, opened, "hot").text(1) == "1"
