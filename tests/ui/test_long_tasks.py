"""What runs behind the window by itself: a moment after a seal no file of the case has a word of the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from triage.case import Case
from triage.messages import encode, say
from triage.model.items import ExportReport
from triage.model.runs import RunReport
from triage.store import sealed
from ui.main_window import MainWindow

LINE = "by Friday, the invoice says"


def _holding(folder: Path, words: str) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_file() and words.encode() in path.read_bytes()]


@pytest.mark.nightly
def test_after_the_key_no_file_holds_the_text(qtbot: QtBot, find: Callable[[str], MainWindow], case_path: Path) -> None:
    window = find("heron")
    assert _holding(case_path, LINE)
    keys = window.panels["Results"].readers()[0]
    keys.setFocus()
    with qtbot.waitSignal(window.session.seals_changed):
        qtbot.keyClick(keys, Qt.Key.Key_C)
    qtbot.keyClick(keys, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(keys, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: not _holding(case_path, LINE))
    with qtbot.waitSignal(window.session.results_changed) as found:
        window.session.search("tag:relevant")
    assert found.args[0].total == 1


@pytest.mark.nightly
def test_what_was_left_is_cleared_when_the_case_is_opened(qtbot: QtBot, window: MainWindow, case_path: Path) -> None:
    with Case.open(case_path) as case:
        case.decisions.seal(case.search.run('"pay heron"').nos, "customer content", "Rae", "key")
        assert sealed.purge_due(case._opened.store)
        window.open_case(case_path)
        qtbot.waitUntil(lambda: not sealed.purge_due(case._opened.store))


def test_denied_members_and_an_unsigned_record_are_reported(qtbot: QtBot, window: MainWindow) -> None:
    unsigned = encode(say("head-unsigned", why="the key is locked"))
    index = RunReport(3, 3, 0, 0, 0, 3, 0, 9, 1.0, unsigned=unsigned, denied_members=2, kept=1)
    with qtbot.waitSignal(window.session.message_posted) as posted:
        window.works._indexed(index)
    assert "1 item of mailboxes that grew not read again" in posted.args[0]
    assert "2 items inside files left out (denied by the scope)." in posted.args[0]
    assert "was not signed" in posted.args[0] and "the key is locked" in posted.args[0]
    window.session.export_finished.emit(ExportReport("/out", 1.0, seal="00", unsigned=unsigned))
    (dialog,) = window.findChildren(QDialog)
    assert any("was not signed" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()
