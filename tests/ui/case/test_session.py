"""The session: what was read before a step on an item is never taken for what the step left."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from triage.case import Case
from triage.model.items import Row
from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_letter_after_an_undo_waits_until_it_shows_what_that_left(
    qtbot: QtBot, find: Callable[[str], MainWindow]
) -> None:
    window = find("heron")
    session, keys = window.session, window.panels["Results"].readers()[0]
    keys.setFocus()
    first = session.current
    assert first is not None
    with qtbot.waitSignal(session.saved_at):
        qtbot.keyClick(keys, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: session.tags_of(first) == ("hot",))
    ignored: list[bool] = []
    session.keyboard.letter_ignored.connect(lambda: ignored.append(True))
    qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(keys, Qt.Key.Key_H)  # what is shown is hot still
    qtbot.waitUntil(lambda: session.unwritten == 0 and not session.tags_of(first))
    qtbot.waitUntil(lambda: not session.keyboard.suspended)
    assert ignored
    with qtbot.waitSignal(session.saved_at):
        qtbot.keyClick(keys, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: session.tags_of(first) == ("hot",))


def test_an_undo_that_fails_leaves_letters_to_be_keys(qtbot: QtBot, find: Callable[[str], MainWindow]) -> None:
    session = find("heron").session
    with qtbot.waitSignal(session.error_posted):
        session.undo()
    qtbot.waitUntil(lambda: not session.keyboard.suspended)
    session.undo()
    session.close()
    assert not session.keyboard.suspended


def test_rows_read_before_a_decision_do_not_overwrite_it_when_they_come_late(
    qtbot: QtBot, find: Callable[[str], MainWindow]
) -> None:
    window = find("heron")
    session, keys = window.session, window.panels["Results"].readers()[0]
    keys.setFocus()
    no, read, written, shown = session.current, threading.Event(), threading.Event(), list[tuple[str, ...]]()
    assert no is not None

    def late(case: Case) -> list[Row]:
        rows = case.search.rows([no])
        read.set()
        assert written.wait(60)
        return rows

    def take(rows: list[Row]) -> None:
        session.learn(rows)
        shown.append(session.tags_of(no))

    session.ask("item", late, take)
    qtbot.waitUntil(read.is_set)
    with qtbot.waitSignal(session.decisions_saved):
        qtbot.keyClick(keys, Qt.Key.Key_H)
    written.set()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [("hot",)]


def test_undoing_a_key_that_changed_nothing_touches_no_other_step(
    qtbot: QtBot, find: Callable[[str], MainWindow], case_path: Path
) -> None:
    session, said = find("heron").session, list[str]()
    session.message_posted.connect(said.append)
    assert session.results is not None
    first, second, *_ = session.results.nos
    with Case.open(case_path) as case:
        case.decisions.tag([second], "hot", "Omar Said", "key")
    with qtbot.waitSignal(session.decisions_saved):
        session.decide([first], "hot", True, "key")
    with qtbot.waitSignal(session.decisions_saved):
        session.decide([second], "hot", True, "key")  # as a key does whose item's tags haven't been read
    session.undo()
    qtbot.waitUntil(lambda: not session.keyboard.suspended)
    assert "changed nothing" in said[-1]
    with Case.open(case_path) as case:
        assert [case.search.item(no).row.tags for no in (first, second)] == [("hot",), ("hot",)]
    with qtbot.waitSignal(session.decisions_saved):
        session.undo()
    with Case.open(case_path) as case:
        assert [case.search.item(no).row.tags for no in (first, second)] == [(), ("hot",)]


def test_rows_that_came_late_are_read_again(qtbot: QtBot, find: Callable[[str], MainWindow]) -> None:
    session = find("heron").session
    assert session.results is not None
    no, go, read = session.results.nos[-1], threading.Event(), threading.Event()
    session._current_tags.forget_saved(None)  # the item isn't in the list's rows any more

    def late(case: Case) -> list[Row]:
        rows = case.search.rows([no])
        read.set()
        assert go.wait(60)
        return rows

    session.ask("rest", late, session.learn)
    qtbot.waitUntil(read.is_set)
    with qtbot.waitSignal(session.decisions_saved):
        session.record(lambda case, who: case.decisions.tag([no], "unsure", who, "key"))
    go.set()
    qtbot.waitUntil(lambda: session.tags_of(no) == ("unsure",))
