"""Coverage: the sentence, reasons a click away, words of open terms struck out and taken in again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from ui.case.session import Session
from ui.i18n import language as i18n_language
from ui.main_window import MainWindow
from ui.panels.coverage import CoveragePanel
from ui.panels.results import ResultsPanel

Find = Callable[[str], MainWindow]


def _panel(qtbot: QtBot, window: MainWindow) -> CoveragePanel:
    panel = window.panels["Coverage"]
    assert isinstance(panel, CoveragePanel)
    qtbot.waitUntil(
        lambda: panel.coverage is not None and panel.coverage.text == window.session.results.text,  # type: ignore[union-attr]
    )
    return panel


def _shown(qtbot: QtBot, window: MainWindow) -> CoveragePanel:
    window.actions_.run("What was not searched")
    return _panel(qtbot, window)


def _line(panel: CoveragePanel, start: str) -> QTreeWidgetItem:
    how = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    lines = panel.tree.findItems(start, how)
    assert len(lines) == 1, [line.text(0) for line in lines]
    assert isinstance(lines[0], QTreeWidgetItem)
    return lines[0]


@pytest.mark.nightly
def test_the_count_beside_the_results_opens_it(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    results = window.panels["Results"]
    assert isinstance(results, ResultsPanel)
    with Case.open(case_path) as case:
        certificate = case.reports.coverage("heron")
    assert results.blind.text().startswith(f"{certificate.scope.not_searchable} not searchable")
    results.blind.setFocus()
    qtbot.keyClick(results.blind, Qt.Key.Key_Space)
    panel = _panel(qtbot, window)
    assert panel.isVisible()
    assert panel.status.text() == f"{certificate.sentence}."


@pytest.mark.nightly
def test_what_was_not_searched_is_a_click_away(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron AND custodian:levi")
    panel = _shown(qtbot, window)
    with Case.open(case_path) as case:
        wanted = case.search.run("custodian:levi AND is:unsearchable").nos
        assert len(wanted) == case.reports.coverage("", "custodian:levi").scope.not_searchable > 0
    line = _line(panel, "Not searchable")
    assert line.text(1) == str(len(wanted))
    assert line.childCount() > 0
    with qtbot.waitSignal(window.session.results_changed):
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=panel.tree.visualItemRect(line).center())
    assert window.session.results is not None
    assert window.session.results.nos == wanted


@pytest.mark.nightly
def test_a_set_without_gaps_says_so(qtbot: QtBot, find: Find) -> None:
    window = find("heron AND custodian:said")
    panel = _shown(qtbot, window)
    assert _line(panel, "Every one of these items could be searched in full.")


@pytest.mark.nightly
def test_a_word_is_struck_out_and_taken_in_again(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("inv* OR kestrel")
    panel = _shown(qtbot, window)
    with Case.open(case_path) as case:
        wanted = case.search.run("inv*!(invoice) OR kestrel").nos
    tree, line = panel.tree, _line(panel, "invoice")
    assert line.checkState(0) == Qt.CheckState.Checked
    tree.setCurrentItem(line)
    tree.setFocus()
    with qtbot.waitSignal(window.session.results_changed):
        qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert window.session.results is not None
    assert window.session.results.text == "inv*!(invoice) OR kestrel"
    assert window.session.results.nos == wanted
    panel = _panel(qtbot, window)
    line = _line(panel, "invoice")
    assert line.checkState(0) == Qt.CheckState.Unchecked
    assert line.text(1) == "excluded"
    rect = tree.visualItemRect(line)
    with qtbot.waitSignal(window.session.results_changed):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 8, rect.center().y()))
    assert window.session.results.text == "inv* OR kestrel"


@pytest.mark.nightly
def test_an_error_in_the_query_leaves_it_alone(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    panel = _shown(qtbot, window)
    before = panel.status.text()
    window.session.query_proposed.emit("heron AND (")
    settle(qtbot, window, window.session.jobs)
    assert panel.status.text() == before


@pytest.mark.nightly
def test_a_sample_is_drawn_with_a_seed_looked_at_and_reported(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    panel = _shown(qtbot, window)
    with Case.open(case_path) as case:
        wanted = case.reports.coverage("heron", "", 2, "seed-1", "1")
    panel.size_field.setValue(2)
    panel.seed.setFocus()
    qtbot.keyClicks(panel.seed, "seed-1")
    qtbot.keyClick(panel.seed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.coverage is not None and bool(panel.coverage.sample))
    assert panel.coverage is not None and panel.coverage.sample == wanted.sample
    assert panel.coverage.interval is None and not panel.result.isVisible()
    head = _line(panel, "Sample of 2")
    assert "seed-1" in head.text(1) and panel.tree.hasFocus()
    first = head.child(0)
    assert first is not None
    panel.tree.setCurrentItem(first)
    with qtbot.waitSignal(window.session.item_shown) as shown:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert shown.args[0].row.no == wanted.sample[0].no
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Space)
    panel.report_button.setFocus()
    qtbot.keyClick(panel.report_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: panel.result.isVisible())
    assert panel.coverage is not None and panel.coverage.interval == wanted.interval
    assert first.checkState(0) == Qt.CheckState.Checked, "the ticks stay"
    window.actions_.run("Copy the certificate of this search")
    copied = QGuiApplication.clipboard().text()
    assert "seed seed-1" in copied and str(wanted.sample[0].id) in copied and wanted.sentence in copied
    assert panel.result.text().strip() in copied


@pytest.mark.nightly
def test_another_search_lets_go_of_the_sample(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    panel = _shown(qtbot, window)
    panel.draw()
    qtbot.waitUntil(lambda: panel.coverage is not None and bool(panel.coverage.sample))
    find("invoice")
    _panel(qtbot, window)
    assert panel.coverage is not None and not panel.coverage.sample and not panel.report_button.isVisible()


def test_the_size_of_a_sample_begins_where_words_begin(qtbot: QtBot, qapp: QApplication) -> None:
    for language, side in (("he", Qt.AlignmentFlag.AlignRight), ("en", Qt.AlignmentFlag.AlignLeft)):
        i18n_language.speak(qapp, language)
        panel = CoveragePanel(Session())
        qtbot.addWidget(panel)
        assert panel.size_field.alignment() & side
