"""A journey by keys through batches, coding, samples and dashboard; that by commands ends in the same export."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from triage.case import Case
from triage.cli import main
from ui.main_window import MainWindow
from ui.panels.batches import BatchesPanel
from ui.panels.dashboard import DashboardPanel
from ui.panels.sampling import SamplingPanel

Find = Callable[[str], MainWindow]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
QUERY = "subject:weekly date:2023-05-01..2023-05-04"
ME = ("--reviewer", "Dana Levi")


def _by_keys(qtbot: QtBot, window: MainWindow, target: Path) -> None:
    """Make a batch of a search, review and complete it, sample what was left, look at the dashboard, export."""
    session = window.session
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    line = window.panels["Search"].line  # type: ignore[attr-defined]
    with qtbot.waitSignals([session.results_changed, session.item_shown]):
        qtbot.keyClicks(line, QUERY)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    batches = window.panels["Batches"]
    assert isinstance(batches, BatchesPanel)
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL | SHIFT)
    qtbot.keyClicks(batches.name, "may")
    batches.size_field.setValue(0)
    qtbot.keyClick(batches.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(batches._batches))
    with qtbot.waitSignals([session.results_changed, session.item_shown]):
        qtbot.keyClick(window, Qt.Key.Key_B, CTRL)
    _code(qtbot, window)
    qtbot.waitUntil(lambda: _chosen(batches).coded == _chosen(batches).items)
    batches.complete_button.setFocus()
    qtbot.keyClick(batches.complete_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _chosen(batches).state == "completed")
    _sample(qtbot, window)
    board = window.panels["Dashboard"]
    assert isinstance(board, DashboardPanel)
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: board.now is not None)
    with qtbot.waitSignal(session.export_finished):
        window.works.export(target, "tag:relevant")
    assert window.dialog is not None
    window.dialog.close()


def _chosen(panel: BatchesPanel):  # type: ignore[no-untyped-def]
    return panel._batches[str(panel.list.chosen())]


def _code(qtbot: QtBot, window: MainWindow) -> None:
    """Code the first item of the list relevant and the others not."""
    listed = window.panels["Results"].list  # type: ignore[attr-defined]
    assert window.session.results is not None
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Home, CTRL)
    for at in range(len(window.session.results.nos)):
        with qtbot.waitSignal(window.session.decisions_saved):
            qtbot.keyClick(listed, Qt.Key.Key_I if at else Qt.Key.Key_R)
        if at < len(window.session.results.nos) - 1:
            with qtbot.waitSignal(window.session.item_shown):
                qtbot.keyClick(listed, Qt.Key.Key_Down)


def _sample(qtbot: QtBot, window: MainWindow) -> None:
    """Draw two of what was coded not relevant and judge both."""
    panel = window.panels["Sampling"]
    assert isinstance(panel, SamplingPanel)
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL | SHIFT)
    qtbot.waitUntil(panel.name.hasFocus)
    qtbot.keyClicks(panel.query, "tag:not-relevant")
    qtbot.keyClicks(panel.name, "null set")
    panel.size_field.setValue(2)
    qtbot.keyClicks(panel.seed, "s7")
    qtbot.keyClick(panel.seed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel._open is not None and panel.items.hasFocus())
    for _ in range(2):
        qtbot.keyClick(panel.items, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: "Assessed 2 of 2: 0 relevant." in panel.summary.text())
    panel.close_sample()


def _by_commands(path: Path, target: Path) -> None:
    """Do the same on the command line."""
    case = str(path)
    with Case.open(path) as opened:
        ids = [row.id for row in opened.search.rows(opened.search.sorted(opened.search.run(QUERY).nos, "date"))]
    for step in (
        ("batch", "new", case, "may", QUERY, *ME),
        ("batch", "take", case, *ME),
        ("tag", case, "relevant", ids[0], *ME),
        *(("tag", case, "not-relevant", one, *ME) for one in ids[1:]),
        ("batch", "done", case, "may", *ME),
        ("sample", "draw", case, "null set", "tag:not-relevant", "--size", "2", "--seed", "s7", *ME),
    ):
        assert main(list(step)) == 0, step
    with Case.open(path) as opened:
        drawn = [row.id for row in opened.search.rows(opened.team.samples.named("null set").items)]
    assert main(["sample", "judge", case, "null set", "not-relevant", *drawn, *ME]) == 0
    assert main(["export", case, str(target), *ME]) == 0


def _findings(folder: Path) -> list[dict[str, str]]:
    with (folder / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [{name: value for name, value in row.items() if name != "decisions"} for row in rows]


@pytest.mark.nightly
def test_the_window_and_the_command_line_come_to_the_same(
    qtbot: QtBot, opened: MainWindow, case_path: Path, indexed: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(indexed, tmp_path / "by-commands"))
    _by_keys(qtbot, opened, tmp_path / "out-window")
    _by_commands(other, tmp_path / "out-commands")
    ours, theirs = _findings(tmp_path / "out-window"), _findings(tmp_path / "out-commands")
    assert ours == theirs and len(ours) == 1 and ours[0]["tags"] == "relevant"
    files = sorted(p.relative_to(tmp_path / "out-window") for p in (tmp_path / "out-window" / "natives").iterdir())
    assert [(tmp_path / "out-commands" / p).read_bytes() for p in files] == [
        (tmp_path / "out-window" / p).read_bytes() for p in files
    ]
    with Case.open(case_path) as one, Case.open(other) as two:
        assert [(b.name, b.state, b.coded, b.items) for b in one.team.batches.all()] == [
            (b.name, b.state, b.coded, b.items) for b in two.team.batches.all()
        ]
        assert [r.id for r in one.search.rows(one.team.samples.named("null set").items)] == [
            r.id for r in two.search.rows(two.team.samples.named("null set").items)
        ]
        assert one.team.samples.report("null set").interval == two.team.samples.report("null set").interval
        first, second = one.team.progress(), two.team.progress()
        assert first.tags == second.tags and first.custodians == second.custodians
