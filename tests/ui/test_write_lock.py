"""A case that can't be written opens for reading, and all that would change it is disabled with the reason."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from ui.main_window import MainWindow


def _files(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {str(p): (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.rglob("*") if p.is_file()}


def _enabled(window: MainWindow) -> list[QWidget]:
    return [w for panel in window.panels.values() for w in panel.writers() if w.isEnabled()]


def test_a_case_that_cannot_be_written_opens_for_reading(qtbot: QtBot, window: MainWindow, case_path: Path) -> None:
    before = _files(case_path)
    with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
        window.open_case(case_path, read_only=True)
    assert window.windowTitle() == "case (read-only) - Triage"
    assert window.bar.read_only.isVisible()
    with qtbot.waitSignals([window.session.results_changed, window.session.item_shown]):
        window.session.query_proposed.emit("heron")
    settle(qtbot, window, window.session.jobs)
    assert not _enabled(window)
    qtbot.keyClick(window.panels["Results"].list, "R")  # type: ignore[attr-defined]
    no = window.session.current
    assert no is not None
    window.session.code(no, "relevant")
    assert "can't be written" in window.bar.message.text()
    assert window.session.tags_of(no) == ()
    window.bar.message.clear()
    window.run("Index the sources")
    assert "can't be written" in window.bar.message.text()
    writing = [window.actions_.by_words[command.words] for command in window.actions_.commands if command.writes]
    assert len(writing) > 20
    assert not any(action.isEnabled() for action in writing)
    assert all("Read-only" in action.toolTip() for action in writing)
    settle(qtbot, window, window.session.jobs)
    window.close_case()
    assert _files(case_path) == before
    assert window.bar.troubles == []


def test_the_next_case_can_be_changed_again(qtbot: QtBot, window: MainWindow, case_path: Path) -> None:
    for read_only in (True, False):
        with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
            window.open_case(case_path, read_only=read_only)
    assert window.windowTitle() == "case - Triage"
    assert not window.bar.read_only.isVisible()
    coding = window.panels["Coding"]
    assert all(widget.isEnabled() for widget in coding.writers())
    assert not window.panels["Saved searches"].run_button.isEnabled(), "none is chosen"  # type: ignore[attr-defined]
    with qtbot.waitSignal(window.session.decisions_saved):
        window.actions_.run("Relevant")
