"""Parts of panels: long lists come in portions and keep the row chosen, a strip asks, shares hold until dragged."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.controls import Listing, SplitParts, Strip, notice


def _listing(qtbot: QtBot) -> Listing:
    made = Listing("Numbers", ["Number", "Square"], numbers=(1,))
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def _fill(listing: Listing, many: int) -> None:
    listing.fill(listing.line([f"n {n}", str(n * n)], n) for n in range(many))


def test_a_long_list_comes_in_portions_between_which_the_window_has_its_turn(
    qtbot: QtBot, dressed: QApplication
) -> None:
    listing = _listing(qtbot)
    with qtbot.waitSignal(listing.rows_loaded):
        _fill(listing, 950)
        assert 0 < listing.topLevelItemCount() < 200
    assert listing.topLevelItemCount() == 950
    assert listing.chosen() == 0


def test_the_row_chosen_stays_so_where_it_is_still_there(qtbot: QtBot, dressed: QApplication) -> None:
    listing = _listing(qtbot)
    with qtbot.waitSignal(listing.rows_loaded):
        _fill(listing, 450)
    listing.choose(420)
    with qtbot.waitSignal(listing.rows_loaded):
        _fill(listing, 440)
    assert listing.chosen() == 420
    _fill(listing, 3)
    assert listing.chosen() == 0


def test_the_first_column_keeps_room_for_what_stands_in_it(qtbot: QtBot, dressed: QApplication) -> None:
    listing = _listing(qtbot)
    listing.resize(60, 200)
    listing.fill([listing.line(["2023-05-02 10:00", "1,000,000,000,000"], 1)])
    assert listing.columnWidth(0) >= listing.fontMetrics().horizontalAdvance("2023-05-02 10:00")
    listing.resize(600, 200)
    assert listing.columnWidth(0) + listing.columnWidth(1) == listing.viewport().width()


def test_another_filling_ends_the_one_before(qtbot: QtBot, dressed: QApplication) -> None:
    listing = _listing(qtbot)
    _fill(listing, 900)
    _fill(listing, 5)
    qtbot.waitUntil(lambda: not listing._timer.isActive())
    assert listing.topLevelItemCount() == 5


def test_space_activates_a_row(qtbot: QtBot, dressed: QApplication) -> None:
    listing = _listing(qtbot)
    _fill(listing, 3)
    listing.choose(2)
    with qtbot.waitSignal(listing.itemActivated) as activated:
        qtbot.keyClick(listing, Qt.Key.Key_Space)
    assert activated.args[0].text(0) == "n 2"


def test_a_strip_asks_and_goes_away(qtbot: QtBot, dressed: QApplication) -> None:
    strip, done = Strip(), []
    qtbot.addWidget(strip)
    assert not strip.isVisible()
    strip.ask("Really?", ("Yes", lambda: done.append("yes")), ("Perhaps", lambda: done.append("perhaps")))
    assert strip.isVisible() and strip.sentence.text() == "Really?"
    qtbot.keyClick(strip.second, Qt.Key.Key_Space)
    assert done == ["perhaps"] and not strip.isVisible()
    strip.ask("It can't be done.")
    assert not strip.first.isVisible() and strip.leave_button.isVisible()


def test_parts_keep_their_shares(qtbot: QtBot, dressed: QApplication) -> None:
    parts = SplitParts([(QLabel("a"), 1), (QLabel("b"), 3)])
    qtbot.addWidget(parts)
    parts.resize(400, 100)
    parts.show()
    left, right = parts.sizes()
    assert abs(3 * left - right) < 30
    parts.resize(800, 100)
    left, right = parts.sizes()
    assert abs(3 * left - right) < 30


def test_a_notice_keeps_its_words_as_far_from_either_edge(qtbot: QtBot, dressed: QApplication) -> None:
    parent = QLabel("")
    qtbot.addWidget(parent)
    box = notice(parent, "Export", "3 findings are in\n/some/folder that is as wide as this line, which is the widest")
    box.show()
    said = box.findChild(QLabel, "qt_msgbox_label")
    assert said is not None
    left = said.mapTo(box, said.contentsRect().topLeft()).x()
    right = box.width() - said.mapTo(box, said.contentsRect().topRight()).x()
    assert abs(left - right) <= 8
    box.close()
