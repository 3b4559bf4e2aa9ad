"""The window of a case that is read in part says so over every panel; closing it while it is indexed asks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.half_read import half_read, sentence
from tests.ui import everything
from triage.case import Case
from triage.model.reports import Coverage
from triage.model.runs import WHOLE, Extent
from ui.i18n.formatting import strip_isolates
from ui.main_window import MainWindow
from ui.panels.coverage import certificate, summary
from ui.panels.sampling import report_lines
from ui.presenters import case_page, dashboard_sheets
from ui.status_bar import StopIndexing, words


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of which a run was stopped."""
    return half_read(tmp_path_factory.mktemp("half"))


@pytest.fixture
def opened_half(qtbot: QtBot, window: MainWindow, half: Path, tmp_path: Path) -> MainWindow:
    """The window with a copy of that case."""
    shutil.copytree(half, tmp_path / "case")
    with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
        window.open_case(tmp_path / "case")
    return window


@pytest.mark.parametrize(
    ("extent", "said"),
    [
        (WHOLE, ""),
        (Extent(), "No file has been read yet"),
        (Extent(files=11_424, read=2_576, pending=8_848, counted=True, walked="2026"), "2,576 of 11,424 files read"),
        (Extent(files=576, read=575, pending=1, walked="2026"), "575 of at least 576 files read"),
        (Extent(files=5, read=5, counted=True, walked="2026"), "5 files read; the last run was stopped, and what"),
    ],
)
def test_it_says_how_much_is_read(extent: Extent, said: str) -> None:
    assert strip_isolates(words(extent)).startswith(said) and bool(said) == (not extent.whole)


@pytest.mark.nightly
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_it_stays_over_every_panel(qtbot: QtBot, opened_half: MainWindow, half: Path) -> None:
    with Case.open(half) as case:
        extent = case.extent
    said = f"{extent.read} of {extent.files} files read"
    bar = opened_half.extent
    for title, _ in everything.panels(qtbot, opened_half):
        assert bar.isVisible() and strip_isolates(bar.line.text()) == said and bar.resume.isVisible(), title
        assert bar.resume.text() == "Resume" and "Not the whole case" in bar.line.toolTip()
    opened_half.columns.place_bottom("windows")
    apart = [dock for dock in opened_half.columns.docks.values() if dock.isFloating()]
    assert apart and all(strip_isolates(dock.windowTitle()).endswith(said) for dock in apart)
    opened_half.columns.place_bottom("below")
    assert not any(said in strip_isolates(dock.windowTitle()) for dock in opened_half.columns.docks.values())
    opened_half.close_case()
    assert not bar.isVisible()


@pytest.mark.nightly
def test_it_goes_on_reading_and_then_is_gone(qtbot: QtBot, opened_half: MainWindow) -> None:
    bar = opened_half.extent
    qtbot.mouseClick(bar.resume, Qt.MouseButton.LeftButton)
    assert opened_half.works.is_indexing and not bar.resume.isVisible() and bar.isVisible()
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert opened_half.session.status is not None and opened_half.session.status.extent.whole
    opened_half.works.drop_all()  # it goes on with the known-answer test


def test_closing_while_it_indexes_asks(qtbot: QtBot, opened_half: MainWindow) -> None:
    opened_half.works.index()
    for leave in (opened_half.close, opened_half.close_case):
        leave()
        dialog = opened_half.dialog
        assert isinstance(dialog, StopIndexing) and "files read" in dialog.warning.text()
        assert opened_half.works.is_indexing and opened_half.isVisible() and opened_half.session.path is not None
        dialog.reject()
    opened_half.close_case()
    assert isinstance(opened_half.dialog, StopIndexing)
    opened_half.dialog.go.click()
    assert not opened_half.works.is_indexing and opened_half.session.path is None


def test_what_is_copied_says_it(half: Path) -> None:
    said = sentence(half).rstrip(".")
    with Case.open(half, read_only=True) as case:
        coverage: Coverage = case.reports.coverage("harvest")
        assert said in summary(coverage) and said in certificate(coverage)
        assert "all items read so far" in certificate(coverage) and "all items of the case" not in coverage.sentence
        assert said in dashboard_sheets.summary(case.team.progress())
        assert said in case_page.record(case.status(), case.reports.logs(), case.reports.shown())
        checks = case_page.checks(case.verification.run())
        assert said in checks and "Everything holds." not in checks


def test_a_sample_of_such_a_case_says_it(half: Path, tmp_path: Path) -> None:
    with Case.open(shutil.copytree(half, tmp_path / "case")) as case:
        case.team.samples.draw("harvest", "drawn", "Rae", size=2)
        assert sentence(half) in report_lines(case.team.samples.report("drawn"))
