"""Production: what it comes to is said while the protocol is written; the work runs and its result is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from triage.case import Case, verify
from triage.model.leaving import NEAR_MISS
from triage.model.redactions import MarkedPassage, Redaction
from ui.dialogs.produce import ProduceDialog
from ui.main_window import MainWindow

Find = Callable[[str], MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier
PROTOCOL = 'name = "First"\nvolume = "VOL001"\nprefix = "ORR"\nquery = "{}"\n'


def _dialog(qtbot: QtBot, window: MainWindow) -> ProduceDialog:
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    assert isinstance(window.dialog, ProduceDialog)
    qtbot.waitUntil(lambda: bool(window.dialog.protocol.toPlainText()))  # type: ignore[union-attr]
    return window.dialog


@pytest.mark.nightly
def test_the_protocol_is_read_as_it_is_written(qtbot: QtBot, find: Find, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, find("heron"))
    assert 'name = "Production 1"' in dialog.protocol.toPlainText()
    qtbot.waitUntil(lambda: "finds nothing" in dialog.said.text())
    assert not dialog.go.isEnabled()
    dialog.protocol.setPlainText(PROTOCOL.format("heron"))
    assert not dialog.go.isEnabled(), "what is said is asked again first"
    dialog.target.setText(str(tmp_path / "out"))
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.said.text().startswith("Documents: ") and "as their originals" in dialog.said.text()
    dialog.protocol.setPlainText("name = 3")
    qtbot.waitUntil(lambda: "protocol" in dialog.said.text())
    assert dialog.said.property("role") == "error" and not dialog.go.isEnabled()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    dialog.protocol.setPlainText(PROTOCOL.format("heron"))
    dialog.target.setText(str(tmp_path / "full"))
    qtbot.waitUntil(lambda: "not empty" in dialog.said.text())
    assert not dialog.go.isEnabled()


@pytest.mark.nightly
def test_documents_are_produced(qtbot: QtBot, find: Find, tmp_path: Path, case_path: Path) -> None:
    window, target = find("heron"), tmp_path / "out"
    dialog = _dialog(qtbot, window)
    dialog.protocol.setPlainText(PROTOCOL.format("heron"))
    dialog.target.setText(str(target))
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(window.session.task_finished):
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert isinstance(window.dialog, QMessageBox) and str(target) in window.dialog.text()
    assert "First: ORR0000001 to ORR" in window.dialog.text()
    assert all(check.held for check in verify(target))
    with Case.open(case_path) as case:
        assert [made.name for made in case.export.productions.all_of()] == ["First"]


@pytest.mark.nightly
def test_one_that_fails_is_said_and_can_be_tried_again(qtbot: QtBot, find: Find, tmp_path: Path) -> None:
    window = find("heron")
    dialog = _dialog(qtbot, window)
    dialog.protocol.setPlainText(PROTOCOL.format("heron"))
    dialog.target.setText(str(tmp_path / "missing" / "out"))
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(window.session.error_posted) as posted:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert "missing" in posted.args[0] and window.works.running == {}


@pytest.mark.nightly
def test_families_and_near_misses_are_decided_before_anything_is_produced(
    qtbot: QtBot, find: Find, tmp_path: Path, case_path: Path
) -> None:
    window, word = find("heron"), "ero"
    with Case.open(case_path) as case:
        no = case.search.run('"pay heron"').nos[0]
        at = next(at for at, one in enumerate(case.search.item(no).segments) if "heron" in one.text)
        start = case.search.item(no).segments[at].text.index("heron")
        redaction = Redaction("Personal data", MarkedPassage(at, start, "heron"[: len(word) + 1]))
        case.decisions.passages.redactions.redact(no, [redaction], "Rae", "key")
        lines = case.export.productions.stops(PROTOCOL.format("heron"))
    assert lines and all(line.kind == NEAR_MISS and "heron" in line.text.casefold() for line in lines)
    dialog = _dialog(qtbot, window)
    dialog.protocol.setPlainText(PROTOCOL.format("heron"))
    dialog.target.setText(str(tmp_path / "out"))
    qtbot.waitUntil(dialog.stops.strings.isVisible)
    assert "redacted word" in dialog.said.text() and not dialog.go.isEnabled()
    assert not dialog.stops.choices["privileged"].isVisible()
    dialog.stops.redact.click()
    qtbot.waitUntil(dialog.go.isEnabled)
    assert {dialog.stops.strings.topLevelItem(at).text(3) for at in range(len(lines))} == {"redact"}  # type: ignore[union-attr]
    with qtbot.waitSignal(window.session.task_finished) as done:
        dialog.go.click()
    assert done.args[1].treatments["images"]
