"""The first page: a case that can't be read says there what to do, in full; recent cases stay until removed."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ui import preferences
from ui.main_window import MainWindow


@pytest.mark.parametrize("wrong", ["gone", "no case", "newer", "garbage", "damaged"])
def test_a_case_that_cannot_be_read_says_what_to_do_in_full(
    qtbot: QtBot, window: MainWindow, case_path: Path, wrong: str
) -> None:
    database, path = case_path / "case.db", case_path
    if wrong == "newer":
        with apsw.Connection(str(database)) as db:
            db.pragma("user_version", 99)
        db.close()
    elif wrong == "garbage":
        database.write_bytes(b"garbage" * 9999)
    elif wrong == "damaged":
        data = bytearray(database.read_bytes())
        data[8192 * 8 :] = b"\xff" * len(data[8192 * 8 :])
        database.write_bytes(data)
    elif wrong == "no case":
        database.unlink()
    else:
        path = case_path / "unmounted"
    advice = {"gone": "connect that", "no case": "isn't a case", "newer": "Install that version"}.get(
        wrong, "from a backup"
    )
    with qtbot.waitSignal(window.session.error_posted) as failed:
        window.open_case(path)
    assert advice in failed.args[0]
    assert window.welcome.isVisible()
    assert window.welcome.trouble.isVisible()
    assert window.welcome.trouble.text() == failed.args[0]
    assert window.welcome.trouble.wordWrap()


def test_a_recent_case_that_is_gone_stays_listed_until_it_is_removed(
    qtbot: QtBot, window: MainWindow, case_path: Path
) -> None:
    gone = case_path.parent / "drive" / "gone"
    for path in (gone, case_path):
        preferences.add_recent(path)
    window.welcome.refresh()
    named = {b.accessibleName(): b for b in window.welcome.findChildren(QAbstractButton)}
    with qtbot.waitSignal(window.session.error_posted) as failed:
        named["Open the case gone"].click()
    assert str(gone) in failed.args[0]
    named["Remove gone from the list"].click()
    assert preferences.recent_cases() == [case_path]
