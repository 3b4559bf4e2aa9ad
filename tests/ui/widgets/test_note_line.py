"""Notes that were begun and earlier steps: no text is lost, and nothing out of sight is undone without asking."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.faults import Fault, Faults
from tests.ui.waiting import settle
from triage.case import Case
from triage.model.items import ItemNo
from ui import preferences
from ui.case.session import Session
from ui.dialogs.errors import NotesNotKept
from ui.main_window import MainWindow
from ui.panels.coding import CodingPanel
from ui.widgets.controls import Strip
from ui.widgets.note_line import NoteLine

Open = Callable[..., MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def again(qtbot: QtBot, dressed: object, case_path: Path) -> Iterator[Open]:
    """Quits the window that is open, as Ctrl+Q does, and opens the case in a new one."""
    made: list[MainWindow] = []

    def start(*, read_only: bool = False) -> MainWindow:
        for window in made:
            window.close()
            assert not window.isVisible()
        window = MainWindow(Session())
        window.session.keyboard.rest = 0
        qtbot.addWidget(window)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
            window.open_case(case_path, read_only=read_only)
        settle(qtbot, window, window.session.jobs)
        return window

    yield start
    for window in made:
        window.session.memory.drafts.drop_unkept()
        window.close()


def _notes(window: MainWindow) -> NoteLine:
    panel = window.panels["Coding"]
    assert isinstance(panel, CodingPanel)
    return panel.notes


def _line(window: MainWindow) -> QLineEdit:
    return _notes(window).line


def _reminder(window: MainWindow) -> Strip:
    return _notes(window).reminder


def _now(window: MainWindow) -> ItemNo:
    assert window.session.current is not None
    return window.session.current


def _files() -> list[Path]:
    return sorted(path for path in (preferences.folder() / "drafts").rglob("*") if path.is_file())


def _go(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    keys = window.panels["Results"].readers()[0]
    keys.setFocus()
    with qtbot.waitSignal(window.session.item_shown):
        qtbot.keyClick(keys, key, CTRL)
    settle(qtbot, window, window.session.jobs)


def _note(case_path: Path, no: ItemNo) -> str:
    with Case.open(case_path) as case:
        return next((one.value for one in reversed(case.decisions.history(no)) if one.action == "note"), "")


def _others(case_path: Path, work: Callable[[Case], object]) -> None:
    with Case.open(case_path) as case:
        work(case)


@pytest.mark.nightly
def test_a_note_that_was_begun_is_offered_again_after_ctrl_q(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    _go(qtbot, window, Qt.Key.Key_Right)
    no, first = _now(window), window.session.results.nos[0]  # type: ignore[union-attr]
    _line(window).setFocus()
    qtbot.keyClicks(_line(window), "ask Omar why")
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL)
    qtbot.waitUntil(lambda: not window.isVisible())
    (file,) = _files()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in file.parents[:2]} == {0o700}
    assert case_path not in file.parents and file.read_text() == "ask Omar why"

    window = again()
    window.session.visit(first)
    qtbot.waitUntil(lambda: window.session.current == first and _line(window).text() == "")
    preferences.put("reviewer", "Omar Said")
    assert _line(again()).text() == "" and not _reminder(window).isVisible(), "it is another's"
    preferences.put("reviewer", "Dana Levi")
    window = again()
    reminder = _reminder(window)
    if _now(window) != no:
        assert reminder.isVisible() and "on 1 item" in reminder.said.text()
        with qtbot.waitSignal(window.session.item_shown):
            reminder.first.click()
    assert _now(window) == no and _line(window).text() == "ask Omar why"
    assert "did not save it" in reminder.said.text()
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(_line(window), Qt.Key.Key_Return)
    assert _note(case_path, no) == "ask Omar why" and _line(window).text() == ""
    assert not _files() and not reminder.isVisible()
    assert not _reminder(again()).isVisible()


@pytest.mark.nightly
def test_a_draft_that_is_thrown_away_is_gone(qtbot: QtBot, again: Open) -> None:
    window = again()
    _line(window).setText("half a sent")
    window = again()
    assert _line(window).text() == "half a sent" and _files()
    _reminder(window).first.click()
    assert _line(window).text() == "" and not _files() and not _reminder(window).isVisible()
    _line(window).setText("another")
    assert window.session.memory.drafts.keep() == "" and len(_files()) == 1
    _line(window).clear()
    assert window.session.memory.drafts.keep() == "" and not _files()


def test_a_note_that_cannot_be_saved_is_there_again(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    no = _now(window)
    _line(window).setText("x" * 20_001)
    with qtbot.waitSignal(window.session.error_posted) as failed:
        qtbot.keyClick(_line(window), Qt.Key.Key_Return)
        assert _line(window).text() == "", "it is on its way"
    assert "20,001 characters" in failed.args[0] and "kept as a draft" in failed.args[0]
    assert _line(window).text() == "x" * 20_001 and _note(case_path, no) == ""
    window = again()
    assert _line(window).text() == "x" * 20_001


@pytest.mark.nightly
def test_a_window_closes_only_once_somebody_gives_up_what_cannot_be_kept(qtbot: QtBot, again: Open) -> None:
    window = again()
    preferences.folder().mkdir(parents=True, exist_ok=True)
    (preferences.folder() / "drafts").write_text("in the way")
    with qtbot.waitSignal(window.session.error_posted) as failed:
        _line(window).setText("never lost")
    assert "can't be kept on disk" in failed.args[0]
    window.close()
    assert window.isVisible() and isinstance(window.dialog, NotesNotKept)
    assert "the text is lost" in window.dialog.told.text()
    window.dialog.reject()
    assert window.isVisible() and _line(window).text() == "never lost"
    window.close_case()
    assert window.session.path is not None and isinstance(window.dialog, NotesNotKept)
    (preferences.folder() / "drafts").unlink()
    assert window.session.memory.drafts.keep() == "" and len(_files()) == 1
    (file,) = _files()
    file.unlink()
    file.mkdir()
    _line(window).setText("never lost at all")
    window.close()
    assert isinstance(window.dialog, NotesNotKept)
    window.dialog.accept()
    qtbot.waitUntil(lambda: not window.isVisible())


@pytest.mark.nightly
def test_what_is_sealed_or_purged_has_no_draft(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    no = _now(window)
    _line(window).setText("their price")
    assert window.session.memory.drafts.keep() == "" and _files()
    keys = window.panels["Results"].readers()[0]
    keys.setFocus()
    with qtbot.waitSignal(window.session.seals_changed):
        qtbot.keyClick(keys, Qt.Key.Key_C)
    assert not _files() and _line(window).text() == "" and not _line(window).isEnabled()
    with qtbot.waitSignal(window.session.seals_changed):
        qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: _line(window).text() == "their price" and bool(_files()))  # the seal was cancelled
    window.close()
    _others(case_path, lambda case: case.decisions.seal([no], "theirs", "Omar Said", "command"))
    assert _files()
    window = again()
    assert not _files() and not _reminder(window).isVisible()


@pytest.mark.nightly
def test_others_seal_what_a_draft_is_about(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    _line(window).setText("their price")
    no = _now(window)
    assert window.session.memory.drafts.keep() == "" and _files()
    _go(qtbot, window, Qt.Key.Key_Right)
    _others(case_path, lambda case: case.decisions.seal([no], "theirs", "Omar Said", "command"))
    qtbot.waitUntil(lambda: not _files())


@pytest.mark.nightly
def test_a_case_that_is_only_read_offers_no_draft_and_loses_none(qtbot: QtBot, again: Open, case_path: Path) -> None:
    _line(again()).setText("half a sent")
    window = again(read_only=True)
    assert _line(window).text() == "" and not _reminder(window).isVisible() and _files()
    assert _line(again()).text() == "half a sent"


@pytest.mark.nightly
def test_a_note_that_was_saved_while_the_window_closed_is_not_offered(again: Open, case_path: Path) -> None:
    window = again()
    no = _now(window)
    _line(window).setText("seen")
    window.close()
    _others(case_path, lambda case: case.decisions.note(no, "seen", "Dana Levi", "key"))
    window = again()
    assert _line(window).text() == "" and not _files()


@pytest.mark.nightly
def test_another_name_has_drafts_of_its_own(qtbot: QtBot, again: Open) -> None:
    window = again()
    _line(window).setText("of Dana")
    window.session.naming.take("Omar Said")
    assert _line(window).text() == ""
    _line(window).setText("of Omar")
    window.session.naming.take("Dana Levi")
    qtbot.waitUntil(lambda: _line(window).text() == "of Dana")
    window.session.naming.take("Omar Said")
    qtbot.waitUntil(lambda: _line(window).text() == "of Omar")
    assert sorted(path.read_text() for path in _files()) == ["of Dana", "of Omar"]


@pytest.mark.nightly
def test_a_step_of_an_earlier_session_is_shown_and_asked_about_before_it_is_undone(
    qtbot: QtBot, again: Open, case_path: Path
) -> None:
    window = again()
    _go(qtbot, window, Qt.Key.Key_Right)
    no = _now(window)
    keys = window.panels["Results"].readers()[0]
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(keys, Qt.Key.Key_H)
    _go(qtbot, window, Qt.Key.Key_Left)
    settle(qtbot, window, window.session.jobs)
    window = again()
    assert _now(window) != no
    keys = window.panels["Results"].readers()[0]
    keys.setFocus()
    with qtbot.waitSignals([window.session.undo_asked, window.session.item_shown]):
        qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    settle(qtbot, window, window.session.jobs)
    reminder = _reminder(window)
    assert _now(window) == no and reminder.isVisible() and "Dana Levi tagged hot" in reminder.said.text()
    with Case.open(case_path) as case:
        assert "hot" in case.search.rows([no])[0].tags, "nothing is undone yet"
    reminder.away.click()
    with qtbot.waitSignal(window.session.undo_asked):
        qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    settle(qtbot, window, window.session.jobs)
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(reminder.first, Qt.Key.Key_Space)
    with Case.open(case_path) as case:
        assert case.search.rows([no])[0].tags == () and not reminder.isVisible()


def test_a_step_that_was_taken_elsewhere_meanwhile_is_asked_about(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    session, mine = window.session, _now(window)
    other = session.results.nos[-1]  # type: ignore[union-attr]
    with qtbot.waitSignal(session.decisions_saved):
        session.decide([mine], "hot", True, "key")
    _others(case_path, lambda case: case.decisions.tag([other], "unsure", "Dana Levi", "command"))
    with qtbot.waitSignal(session.undo_asked) as asked:
        session.undo()
    assert asked.args[0].items == (other,) and asked.args[0].value == "unsure"
    qtbot.waitUntil(lambda: not session.keyboard.suspended)
    _go(qtbot, window, Qt.Key.Key_Left)
    assert not _reminder(window).isVisible(), "it is out of sight again"
    _others(case_path, lambda case: case.decisions.undo("Dana Levi"))
    with qtbot.waitSignal(session.decisions_saved):
        session.undo()
    with Case.open(case_path) as case:
        assert [case.search.item(no).row.tags for no in (mine, other)] == [(), ()]


_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
from ui import preferences
from ui.main_window import MainWindow
from ui.case.session import Session
app = QApplication([])
preferences.put("reviewer", "Dana Levi")
window = MainWindow(Session())
line = window.panels["Coding"].note
def write(item):
    print(item.row.no, flush=True)
    input()
    line.setText("never lost")
    QTest.keyClick(line, Qt.Key.Key_Return)
def failed(sentence):
    print(sentence, flush=True)
    window.close()
    print("closed" if not window.isVisible() else "open", flush=True)
    app.quit()
window.session.item_shown.connect(write)
window.session.error_posted.connect(failed)
window.show()
window.open_case(Path(sys.argv[1]))
app.exec()
"""


@pytest.mark.nightly
def test_a_note_on_a_full_disk_is_kept(
    qtbot: QtBot, again: Open, case_path: Path, tmp_path: Path, under: Faults
) -> None:
    environment = under.set(Fault((tmp_path / "elsewhere",))) | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _WINDOW, str(case_path), str(tmp_path / "settings")]
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=root
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        no = ItemNo(int(process.stdout.readline()))
        under.set(Fault((case_path,)))
        process.stdin.write(os.linesep)
        process.stdin.flush()
        said, state = process.stdout.readline(), process.stdout.readline()
    assert "The disk is full" in said and "kept as a draft" in said and state == "closed\n"
    assert _note(case_path, no) == "" and [path.read_text() for path in _files()] == ["never lost"]
    window = again()
    window.session.visit(no)
    qtbot.waitUntil(lambda: _line(window).text() == "never lost")
