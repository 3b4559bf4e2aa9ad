"""Exchanging decisions: another copy's are looked at, merged, and where two people differ is listed and found."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from triage.case import Case
from triage.model.tags import Tag
from ui.dialogs import merge
from ui.dialogs.merge import MergeDialog
from ui.main_window import MainWindow
from ui.panels.batches import BatchesPanel

Find = Callable[[str], MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def other(indexed: Path, tmp_path: Path) -> Path:
    """Another copy of the case, in which Omar has decided."""
    path = Path(shutil.copytree(indexed, tmp_path / "other"))
    with Case.open(path) as case:
        weekly = case.search.run("subject:weekly").nos
        case.decisions.tag(weekly[:5], "not-relevant", "Omar Said", "key")
        case.team.batches.create("subject:weekly", "omar's", "Omar Said")
    return path


def _dialog(qtbot: QtBot, window: MainWindow, path: Path) -> MergeDialog:
    """Open the dialog with its key and look at a copy."""
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL)
    panel = window.panels["Batches"]
    assert isinstance(panel, BatchesPanel)
    dialog = panel.dialog
    assert dialog is not None and dialog.isVisible() and not dialog.isModal()
    qtbot.keyClicks(dialog.path, str(path))
    qtbot.keyClick(dialog.path, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "…" not in dialog.status.text())
    return dialog


@pytest.mark.nightly
def test_a_copy_is_looked_at_and_merged_with_keys(qtbot: QtBot, find: Find, other: Path, case_path: Path) -> None:
    with Case.open(case_path) as case:
        first = case.search.run("subject:weekly").nos[0]
        case.decisions.tag([first], "relevant", "Dana Levi", "key")
    window = find("subject:weekly")
    dialog = _dialog(qtbot, window, other)
    assert "Nothing has been changed yet" in dialog.status.text() and "Omar Said 5" in dialog.status.text()
    with Case.open(case_path) as case:
        assert not case.search.run("tag:not-relevant").nos, "only looked at"
        wanted = case.team.merge(other, "Dana Levi", dry=True)
    assert dialog.list.topLevelItemCount() == len(wanted.conflicts) == 1
    line = dialog.list.topLevelItem(0)
    assert line is not None and line.text(0).startswith("Weekly") and wanted.conflicts[0].id in line.toolTip(0)
    assert dialog.go.hasFocus()
    with qtbot.waitSignals([window.session.decisions_saved, window.session.results_changed]):
        qtbot.keyClick(dialog.go, Qt.Key.Key_Space)
    with Case.open(case_path) as case:
        assert first in case.search.run("tag:not-relevant OR tag:relevant").nos
        assert len(case.search.run('reviewer:"Omar Said"').nos) == 5
        assert [batch.name for batch in case.team.batches.all()] == ["omar's"]
    assert dialog.disputed_button.isVisible() and not dialog.go.isEnabled()
    with qtbot.waitSignal(window.session.results_changed):
        dialog.disputed_button.setFocus()
        qtbot.keyClick(dialog.disputed_button, Qt.Key.Key_Space)
    assert window.session.results is not None and window.session.results.nos == (first,)


def test_a_disagreement_can_be_visited(qtbot: QtBot, find: Find, other: Path, case_path: Path) -> None:
    with Case.open(case_path) as case:
        wanted = case.search.run("subject:weekly").nos[3]
        case.decisions.tag([wanted], "relevant", "Dana Levi", "key")
    window = find("heron")
    dialog = _dialog(qtbot, window, other)
    dialog.list.setFocus()
    with qtbot.waitSignal(window.session.item_shown) as shown:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert shown.args[0].row.no == wanted
    dialog.close()


def test_a_decision_file_is_written_and_its_seal_checked(
    qtbot: QtBot, find: Find, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = find("heron")
    session = window.session
    with Case.open(other) as case:
        said = case.team.export_decisions(tmp_path / "omar.decisions")
    dialog = _dialog(qtbot, window, tmp_path / "omar.decisions")
    assert dialog.go.isEnabled()
    dialog.seal.setText("0" * 64)
    dialog.look()
    qtbot.waitUntil(lambda: "checksum" in dialog.status.text().lower())
    assert not dialog.go.isEnabled() and dialog.status.property("role") == "error"
    dialog.seal.setText(said.seal)
    dialog.look()
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.status.property("role") == ""
    dialog.close()
    merge.write(window, session, tmp_path / "mine.decisions")
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    box = window.findChildren(QMessageBox)[-1]
    assert str(tmp_path / "mine.decisions") in box.text() and (tmp_path / "mine.decisions").is_file()
    assert "isn't signed" not in box.text()
    box.close()
    (tmp_path / "no-folder").write_text("in the way of the keys")
    monkeypatch.setattr("triage.proof.keys.login_folder", lambda: tmp_path / "no-folder")
    with qtbot.waitSignals([session.item_shown, session.status_changed]):
        assert session.path is not None
        window.open_case(session.path)
    merge.write(window, session, tmp_path / "unsigned.decisions")
    qtbot.waitUntil(lambda: any("isn't signed" in box.text() for box in window.findChildren(QMessageBox)))
    window.findChildren(QMessageBox)[-1].close()


def test_what_isnt_a_copy_is_refused_in_words(qtbot: QtBot, find: Find, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all\n")
    dialog = _dialog(qtbot, find("heron"), tmp_path / "letter.txt")
    assert "Nothing was imported" in dialog.status.text() and not dialog.go.isEnabled()
    dialog.close()


@pytest.mark.nightly
def test_a_seal_and_new_tags_that_come_with_it_are_in_force_at_once(
    qtbot: QtBot, find: Find, other: Path, case_path: Path
) -> None:
    """The item under one's eyes closes, and its text is in no list, as if C had been pressed here."""
    with Case.open(other) as case:
        case.decisions.set_palette((*case.decisions.palette(), Tag("board", "B", "Board", "blue")), "Omar Said")
        case.decisions.seal(case.search.run('"pay heron"').nos, "customer content", "Omar Said", "key")
    window = find('"pay heron"')
    assert window.session.current is not None and not window.session.is_closed(window.session.current)
    dialog = _dialog(qtbot, window, other)
    assert "'board'" in dialog.status.text()
    with qtbot.waitSignal(window.session.seals_changed):
        qtbot.keyClick(dialog.go, Qt.Key.Key_Space)
    reader = window.panels["Item"].reader  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not reader.isVisible() and "Friday" not in reader.toPlainText())
    qtbot.waitUntil(lambda: window.session.current is None)  # the words of its text find it no more
    qtbot.waitUntil(lambda: "board" in window.session.tags.by_name)
    assert "board" in window.panels["Coding"].buttons  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: _clean(case_path, "Friday, the invoice"))


def _clean(folder: Path, words: str) -> bool:
    return not any(words.encode() in path.read_bytes() for path in folder.iterdir() if path.is_file())
