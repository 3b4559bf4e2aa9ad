"""The dashboard: counts follow decisions, rows and bars become searches, charts become pictures."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from ui.main_window import MainWindow
from ui.panels.dashboard import DashboardPanel
from ui.presenters.dashboard_sheets import sheets

Find = Callable[[str], MainWindow]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_RAISE = pytest.mark.qt_log_ignore("does not support raise", "propagateSizeHints", extend=True)
"""The screenless platform says so of tooltips and of windows beside the main one."""
KEYS = ("custodians", "terms", "tags", "reviewers", "hours", "disputed", "batches", "problems", "coverage", "months")


@pytest.fixture
def board(qtbot: QtBot, opened: MainWindow, case_path: Path) -> DashboardPanel:
    """The dashboard over a case in which two people have decided."""
    with Case.open(case_path) as case:
        weekly = case.search.run("subject:weekly").nos
        case.decisions.tag(weekly[:20], "not-relevant", "Dana Levi", "key")
        case.decisions.tag(weekly[:3], "relevant", "Omar Said", "key")
        case.search.save("herons", "heron", "Dana Levi")
        case.team.batches.create("subject:weekly", "week", "Dana Levi", 10)
    panel = opened.panels["Dashboard"]
    assert isinstance(panel, DashboardPanel)
    qtbot.keyClick(opened, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: panel.now is not None)
    _drawn(qtbot, panel)
    return panel


def _choose(qtbot: QtBot, panel: DashboardPanel, key: str) -> None:
    panel.choose(key)
    _drawn(qtbot, panel)


def _drawn(qtbot: QtBot, panel: DashboardPanel) -> None:
    qtbot.waitUntil(lambda: not panel._soon.isActive())


def _cells(panel: DashboardPanel) -> list[list[str]]:
    assert panel.listing is not None
    lines = [panel.listing.topLevelItem(at) for at in range(panel.listing.topLevelItemCount())]
    return [[line.text(c) for c in range(panel.listing.columnCount())] for line in lines if line is not None]


def _colours(image: QImage, every: int) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), every) for y in range(0, image.height(), every)}


@pytest.mark.nightly
def test_every_chart_is_a_table_too(qtbot: QtBot, board: DashboardPanel, case_path: Path) -> None:
    with Case.open(case_path) as case:
        wanted = {sheet.key: sheet for sheet in sheets(case.team.progress())}
    assert board.names.count() == len(KEYS) and board.names.hasFocus()
    for at, key in enumerate(KEYS):
        _choose(qtbot, board, key)
        assert board.names.currentRow() == at
        sheet = wanted[key]
        assert [row[0] for row in _cells(board)] == [line.name for line in sheet.lines]
        for row, line in zip(_cells(board), sheet.lines, strict=True):
            assert row[1 : 1 + len(line.numbers)] == [f"{n:,}" for n in line.numbers]
        assert board.chart.accessibleName() == sheet.title
        long = [bar.area.height() if sheet.upright else bar.area.width() for bar in board.chart.bars]
        numbers = [bar.line.numbers[bar.series] for bar in board.chart.bars]
        assert sum(numbers) == sum(number for line in sheet.lines for number in line.numbers)
        one = max(long, default=0) / max(numbers, default=1)
        assert long == pytest.approx([max(1.0, one * number) for number in numbers])


@pytest.mark.nightly
def test_a_row_becomes_a_search_by_keys(qtbot: QtBot, board: DashboardPanel, case_path: Path) -> None:
    qtbot.keyClick(board.names, Qt.Key.Key_End)
    qtbot.keyClick(board.names, Qt.Key.Key_Home)
    _drawn(qtbot, board)
    listing = board.listing
    assert listing is not None and _cells(board)[0][0] == "levi"
    listing.setFocus()
    with qtbot.waitSignal(board.session.results_changed):
        qtbot.keyClick(listing, Qt.Key.Key_Return)
    with Case.open(case_path) as case:
        assert board.session.results is not None
        assert board.session.results.nos == case.search.run("custodian:levi").nos


@NO_RAISE
def test_a_bar_that_is_clicked_becomes_a_search(qtbot: QtBot, board: DashboardPanel, case_path: Path) -> None:
    _choose(qtbot, board, "tags")
    bar = next(bar for bar in board.chart.bars if bar.line.name == "not-relevant")
    with qtbot.waitSignal(board.session.results_changed):
        qtbot.mouseClick(board.chart, Qt.MouseButton.LeftButton, pos=bar.area.center().toPoint())
    assert board.session.results is not None and board.session.results.text == 'tag:"not-relevant"'


def test_a_row_of_hours_finds_what_was_decided_then(qtbot: QtBot, board: DashboardPanel, case_path: Path) -> None:
    _choose(qtbot, board, "hours")
    listing = board.listing
    assert listing is not None and listing.topLevelItemCount() >= 1
    listing.setFocus()
    qtbot.keyClick(listing, Qt.Key.Key_End)
    with qtbot.waitSignal(board.session.results_changed):
        qtbot.keyClick(listing, Qt.Key.Key_Return)
    with Case.open(case_path) as case:
        decided = {no for no in case.search.run("").nos if case.decisions.history(no)}
    results = board.session.results
    assert results is not None and results.text.startswith("decided:") and set(results.nos) == decided


@pytest.mark.nightly
@NO_RAISE
def test_a_bar_of_an_hour_finds_what_that_reviewer_decided_then(
    qtbot: QtBot, board: DashboardPanel, case_path: Path
) -> None:
    _choose(qtbot, board, "hours")
    sheet = board.sheet()
    assert sheet is not None
    series, last = sheet.series.index("Omar Said"), sheet.lines[-1]
    bar = next(bar for bar in board.chart.bars if bar.line == last and bar.series == series)
    with qtbot.waitSignal(board.session.results_changed):
        qtbot.mouseClick(board.chart, Qt.MouseButton.LeftButton, pos=bar.area.center().toPoint())
    with Case.open(case_path) as case:
        omar = {
            no for no in case.search.run("").nos for said in case.decisions.history(no) if said.reviewer == "Omar Said"
        }
    results = board.session.results
    assert results is not None and results.text.endswith('by Omar Said"') and set(results.nos) == omar


@pytest.mark.nightly
def test_no_table_scrolls_sideways(qtbot: QtBot, board: DashboardPanel) -> None:
    """Heads are cut before a column leaves the panel; their tooltips say them whole."""
    for key in KEYS:
        _choose(qtbot, board, key)
        settle(qtbot, board, board.session.jobs)
        listing = board.listing
        assert listing is not None and listing.horizontalScrollBar().maximum() == 0, key
        shown = [listing.headerItem().toolTip(column) for column in range(listing.columnCount())]
        assert shown == [f"<qt>{escape(head)}</qt>" for head in board.sheet().heads]  # type: ignore[union-attr]


@pytest.mark.nightly
def test_counts_follow_decisions(qtbot: QtBot, board: DashboardPanel) -> None:
    _choose(qtbot, board, "tags")
    before = {row[0]: row[1] for row in _cells(board)}
    assert board.session.results is not None
    board.session.decide([board.session.results.nos[-1]], "hot", True, "key")
    qtbot.waitUntil(lambda: {r[0]: r[1] for r in _cells(board)}.get("hot") == "1")
    assert "hot" not in before


@pytest.mark.nightly
def test_what_was_made_while_it_was_out_of_sight_is_counted(
    qtbot: QtBot, opened: MainWindow, board: DashboardPanel, case_path: Path
) -> None:
    _choose(qtbot, board, "terms")
    assert [row[0] for row in _cells(board)] == ["herons"]
    opened.session.panel_requested.emit("Batches")
    qtbot.waitUntil(lambda: not board.in_sight)
    with Case.open(case_path) as case:
        case.search.save("budgets", "budget", "Dana Levi")
    opened.session.panel_requested.emit("Dashboard")
    qtbot.waitUntil(lambda: {row[0] for row in _cells(board)} == {"herons", "budgets"})


def test_a_sheet_without_rows_draws_no_axes(qtbot: QtBot, board: DashboardPanel) -> None:
    sheet = board.sheet()
    assert sheet is not None and len(_colours(board.chart.grab().toImage(), 1)) > 4
    board.chart.show_sheet(sheet._replace(lines=()))
    assert board.chart.bars == [] and len(_colours(board.chart.grab().toImage(), 1)) == 1


@pytest.mark.nightly
@NO_RAISE
def test_the_pointer_over_a_bar_shows_its_number(qtbot: QtBot, board: DashboardPanel) -> None:
    _choose(qtbot, board, "tags")
    bar = next(bar for bar in board.chart.bars if bar.line.name == "relevant")
    qtbot.mouseMove(board.chart, bar.area.center().toPoint())
    qtbot.waitUntil(lambda: QToolTip.text() == "<qt>relevant: 3 items</qt>")
    qtbot.mouseMove(board.chart, board.chart.rect().bottomRight())
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_click_that_ends_beside_its_bar_finds_nothing(qtbot: QtBot, board: DashboardPanel) -> None:
    bar = board.chart.bars[0]
    with qtbot.assertNotEmitted(board.chart.bar_clicked):
        qtbot.mousePress(board.chart, Qt.MouseButton.LeftButton, pos=bar.area.center().toPoint())
        qtbot.mouseRelease(board.chart, Qt.MouseButton.LeftButton, pos=board.chart.rect().topLeft())
        qtbot.mouseClick(board.chart, Qt.MouseButton.LeftButton, pos=board.chart.rect().bottomRight())


@pytest.mark.nightly
def test_a_chart_is_written_as_a_picture(qtbot: QtBot, board: DashboardPanel, tmp_path: Path) -> None:
    with qtbot.waitSignal(board.session.message_posted):
        board.write(tmp_path / "chart.png")
    image = QImage(str(tmp_path / "chart.png"))
    assert (image.width(), image.height()) == (1792, 992)
    assert len(_colours(image, 7)) > 4
    with qtbot.waitSignal(board.session.error_posted) as failed:
        board.write(tmp_path / "nowhere" / "chart.png")
    assert "Choose another place" in failed.args[0]


@NO_RAISE
def test_it_can_be_a_window_of_its_own(qtbot: QtBot, opened: MainWindow, board: DashboardPanel) -> None:
    dock = opened.columns.docks["Dashboard"]
    qtbot.keyClick(opened, Qt.Key.Key_D, CTRL | SHIFT)
    assert dock.isFloating()
    board.take_apart()
    assert not dock.isFloating()


@pytest.mark.nightly
def test_every_number_is_that_of_its_search(board: DashboardPanel, case_path: Path) -> None:
    with Case.open(case_path) as case:
        tried = 0
        for sheet in sheets(case.team.progress()):
            for line in sheet.lines:
                if line.query is not None and sheet.key != "hours":  # those are decisions: an item may have several
                    tried += 1
                    said = sum(line.numbers) if len(sheet.series) == 2 else line.numbers[0]
                    assert case.search.run(line.query).total == said, (sheet.key, line.name)
    assert tried > 10
