"""The search bar: reading while typing, the error under its word, the mend as a click, Enter runs."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from ui import preferences, theme
from ui.main_window import MainWindow
from ui.panels.search import SearchPanel


def _bar(window: MainWindow) -> SearchPanel:
    panel = window.panels["Search"]
    assert isinstance(panel, SearchPanel)
    return panel


def _type(qtbot: QtBot, bar: SearchPanel, text: str) -> None:
    bar.line.clear()
    qtbot.keyClicks(bar.line, text)


def test_typing_shows_how_it_is_read(qtbot: QtBot, opened: MainWindow) -> None:
    bar = _bar(opened)
    qtbot.keyClick(opened, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(bar.line.hasFocus)
    _type(qtbot, bar, "heron invoice")
    qtbot.waitUntil(lambda: "heron" in bar.reading.text())
    assert "AND" in bar.reading.text()
    assert not bar.error.isVisible()


def test_an_error_stands_under_its_word_and_its_mend_is_a_click(qtbot: QtBot, opened: MainWindow) -> None:
    bar = _bar(opened)
    high = bar.height()
    _type(qtbot, bar, "plover AND sbject:heron")
    qtbot.waitUntil(bar.error.isVisible)
    opened.layout().activate()
    assert bar.sizeHint().height() == high == bar.height(), "nothing under it moves"
    assert bar.mark.start >= len("plover AND")
    metrics = bar.line.fontMetrics()
    wanted = metrics.horizontalAdvance(bar.line.text()[: bar.mark.start])
    assert abs(bar.mark.left() - wanted) < 24
    room = bar.width() - bar.error.sizeHint().width() - bar.mend.width() - 5 * theme.STEP
    qtbot.waitUntil(lambda: bar.error.x() >= min(wanted, room) - 24)
    assert bar.mend.isVisible()
    with qtbot.waitSignal(opened.session.results_changed):
        qtbot.mouseClick(bar.mend, Qt.MouseButton.LeftButton)
    assert "subject:heron" in bar.line.text()
    assert not bar.error.isVisible()


def test_enter_runs_the_query(qtbot: QtBot, opened: MainWindow) -> None:
    bar = _bar(opened)
    _type(qtbot, bar, "heron")
    with qtbot.waitSignal(opened.session.results_changed):
        qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert opened.session.results is not None
    assert len(opened.session.results.nos) == 4
    qtbot.waitUntil(lambda: "heron" in bar.reading.text())


def test_the_words_that_a_wildcard_stands_for_come_after_the_search(
    qtbot: QtBot, opened: MainWindow, case_path: Path
) -> None:
    bar = _bar(opened)
    _type(qtbot, bar, "re*!(regards) w/9 heron~1")
    qtbot.waitUntil(lambda: "re*" in bar.reading.text())
    assert "(" not in bar.reading.text().partition("heron~1")[2], "they cost a look at the index: not while typing"
    with Case.open(case_path) as case:
        one, two = case.search.run("re*!(regards) w/9 heron~1", expand=True).expansions
    assert one.words and two.words
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    for expansion in (one, two):
        word, count = expansion.words[0]
        qtbot.waitUntil(lambda: f"{word} {count:,}" in bar.reading.text())  # noqa: B023
        assert f"{expansion.term} → " in unescape(bar.reading.toolTip())
    assert "regards " not in bar.reading.text()
    assert bar.reading.text().index("w/9") < bar.reading.text().index(f"{one.words[0][0]} {one.words[0][1]:,}")
    _type(qtbot, bar, "heron")
    qtbot.waitUntil(lambda: bar.reading.text().endswith("heron"))
    assert bar.reading.toolTip() == ""


def test_a_wildcard_without_a_word_says_so(qtbot: QtBot, opened: MainWindow) -> None:
    bar = _bar(opened)
    _type(qtbot, bar, "xylo* OR heron")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "no word of the index" in bar.reading.text())


def test_one_line_holds_them_whatever_their_number(qtbot: QtBot, opened: MainWindow) -> None:
    bar = _bar(opened)
    _type(qtbot, bar, "*e* OR *a* OR *o*")
    high = bar.height()
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "…" in bar.reading.text())
    assert bar.height() == high and opened.width() == 1366


def test_an_error_on_enter_keeps_the_results(qtbot: QtBot, opened: MainWindow) -> None:
    bar, before = _bar(opened), opened.session.results
    _type(qtbot, bar, '"heron')
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    qtbot.waitUntil(bar.error.isVisible)
    assert opened.session.results is before


def test_the_last_of_many_queries_wins(qtbot: QtBot, opened: MainWindow) -> None:
    for query in ("report", "invoice", "heron", "osprey"):
        opened.session.search(query)
    qtbot.waitUntil(lambda: opened.session.results is not None and opened.session.results.text == "osprey")
    settle(qtbot, opened, opened.session.jobs)
    assert opened.session.results is not None
    assert opened.session.results.text == "osprey"


def test_a_query_without_an_item_says_so_with_one_button(qtbot: QtBot, opened: MainWindow) -> None:
    with qtbot.waitSignal(opened.session.results_changed):
        opened.session.query_proposed.emit("xylophone")
    results = opened.panels["Results"]
    assert "No item matches" in results.nothing.sentence.text()  # type: ignore[attr-defined]
    with qtbot.waitSignal(opened.session.item_shown):
        qtbot.mouseClick(results.nothing.button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]


def test_letters_typed_in_the_bar_code_nothing(
    qtbot: QtBot, opened: MainWindow, find: Callable[[str], MainWindow]
) -> None:
    find("heron")
    bar = _bar(opened)
    bar.line.setFocus()
    _type(qtbot, bar, "rih?.")
    assert bar.line.text() == "rih?."
    assert opened.session.current is not None
    assert opened.session.tags_of(opened.session.current) == ()


@pytest.mark.parametrize("named", [True, False])
def test_at_the_start_the_cursor_is_in_the_line(qtbot: QtBot, window: MainWindow, case_path: Path, named: bool) -> None:
    if not named:
        preferences.put("reviewer", "")
    with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
        window.open_case(case_path)
    line = window.panels["Search"].line  # type: ignore[attr-defined]
    assert window.focusWidget() is line
    qtbot.keyClicks(window.focusWidget(), "heron")
    assert line.text() == "heron"


def test_results_stand_by_date(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    with Case.open(case_path) as case:
        wanted = case.search.sorted(case.search.run("").nos, "date")
    assert list(opened.panels["Results"].model.nos) == wanted  # type: ignore[attr-defined]
