"""Two items side by side: which two, what is marked, going through the differences, and a seal that closes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.records import case_of, mail
from ui.dialogs.compare import CompareDialog
from ui.main_window import MainWindow


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    """Two versions of a letter, and a third mail."""
    letter = "Dear Omar\nthe price is {}\nfor the Heron line\nregards\n"
    files: dict[str, bytes | str] = {
        "dana/1.eml": mail("Offer", letter.format("10 per ton"), date="Tue, 02 May 2023 10:00:00 +0000"),
        "dana/2.eml": mail("Offer", letter.format("12 per ton") + "PS: soon\n", date="Tue, 02 May 2023 10:00:00 +0000"),
        "dana/3.eml": mail("Gannets", "gannets\n"),
    }
    case_of(tmp_path, files).close()
    return tmp_path / "case"


@pytest.mark.nightly
def test_two_items_are_compared(qtbot: QtBot, find: Callable[[str], MainWindow]) -> None:
    window = find("subject:offer")
    session = window.session
    window.actions_.run("Compare two items")
    assert window.dialog is None or not isinstance(window.dialog, CompareDialog)  # with one, nothing to compare yet
    with qtbot.waitSignal(session.item_shown):
        window.actions_.run("Next item")
    window.actions_.run("Compare two items")
    dialog = window.dialog
    assert isinstance(dialog, CompareDialog)
    qtbot.waitUntil(lambda: "Difference 1 of" in dialog.status.text())
    marked = [_marked(dialog, side) for side in (0, 1)]
    assert marked[0][-2:] == ["10", ""] and marked[1][-2:] == ["12", "PS: soon"]
    assert all(len(one) == len(marked[0]) for one in marked)
    total = len(marked[0])
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for number in range(2, total + 1):
        qtbot.keyClick(dialog, Qt.Key.Key_F3)
        qtbot.waitUntil(lambda number=number: dialog.status.text() == f"Difference {number} of {total}")
    cursor = dialog.sides[1].text.textCursor()
    assert dialog.sides[1].text.toPlainText()[cursor.position() :].startswith("PS: soon")
    dialog.sides[0].text.setFixedHeight(60)
    dialog.sides[1].text.setFixedHeight(60)
    for end in (False, True):
        bar = dialog.sides[0].text.verticalScrollBar()
        bar.setValue(bar.maximum() if end else 0)
        top = dialog.sides[1].text.cursorForPosition(QPoint(4, 4)).blockNumber()
        assert (top > 0) == end, "the other text scrolls with it"
    assert session.current is not None
    seals = next(tag.name for tag in session.tags.palette if tag.seals)
    with qtbot.waitSignal(dialog.finished):
        session.decide([session.current], seals, True, "key")


def _marked(dialog: CompareDialog, side: int) -> list[str]:
    text = dialog.sides[side].text.toPlainText()
    return [text[start:end] for start, end in dialog.sides[side].spans]


@pytest.mark.nightly
def test_the_selected_two_are_compared(qtbot: QtBot, find: Callable[[str], MainWindow]) -> None:
    window = find("gannets or subject:offer")
    window.actions_.run("Select all results")
    window.actions_.run("Compare two items")
    assert not isinstance(window.dialog, CompareDialog)  # three are selected
    window = find("subject:offer")
    window.panels["Results"].list.select_all()  # type: ignore[attr-defined]
    window.actions_.run("Compare two items")
    assert isinstance(window.dialog, CompareDialog)
