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
from ui.i18n.formatting import strip_isolates
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


def test_the_text_itself_is_a_click_too(qtbot: QtBot, opened: MainWindow) -> None:
    bar = _bar(opened)
    _type(qtbot, bar, "ti(heron)")
    qtbot.waitUntil(bar.error.isVisible)
    assert not bar.mend.isVisible() and '"ti(heron)"' in bar.quote.text()
    with qtbot.waitSignal(opened.session.results_changed):
        qtbot.mouseClick(bar.quote, Qt.MouseButton.LeftButton)
    assert bar.line.text() == '"ti(heron)"'
    assert not bar.error.isVisible() and not bar.quote.isVisible()


def test_enter_runs_the_query(qtbot: QtBot, opened: MainWindow) -> None:
    bar = _bar(opened)
    _type(qtbot, bar, "heron")
    with qtbot.waitSignal(opened.session.results_changed):
        qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert opened.session.results is not None
    assert len(opened.session.results.nos) == 4
    qtbot.waitUntil(lambda: "heron" in bar.reading.text())


@pytest.mark.nightly
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


@pytest.mark.nightly
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
        wanted = case.search.sorted(case.search.run("").nos, "date", collapse=True)
    assert list(opened.panels["Results"].model.nos) == list(wanted)  # type: ignore[attr-defined]


def _offered(bar: SearchPanel) -> list[str]:
    return [bar.completions.item(row).text() for row in range(bar.completions.count())]


@pytest.mark.nightly
def test_fields_and_values_are_completed_with_keys(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    bar = _bar(opened)
    bar.focus_line()
    qtbot.keyClicks(bar.line, "heron AND cus")
    qtbot.waitUntil(bar.completions.isVisible)
    assert _offered(bar) == ["custodian:"] and bar.completions.currentRow() == -1
    assert opened.rect().contains(bar.completions.geometry()) and opened.focusWidget() is bar.line
    qtbot.keyClick(bar.line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: _offered(bar) == ["custodian:levi", "custodian:said"])
    qtbot.keyClick(bar.line, Qt.Key.Key_Down)
    qtbot.keyClick(bar.line, Qt.Key.Key_Down)
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.line.text() == "heron AND custodian:said" and not bar.completions.isVisible()
    with qtbot.waitSignal(opened.session.results_changed):
        qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    qtbot.keyClick(bar.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.line.text() == "heron AND custodian:", "it was typed, so it can be undone"

    settle(qtbot, opened, opened.session.jobs)
    bar.focus_line()
    bar.line.setText("שלום ")
    qtbot.keyClicks(bar.line, "tag:r")
    settle(qtbot, opened, opened.session.jobs)
    assert bar.completions.isVisible() and "tag:relevant" in _offered(bar)
    assert opened.rect().contains(bar.completions.geometry())
    with qtbot.waitSignal(opened.session.message_posted, timeout=100, raising=False) as moved:
        qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not moved.signal_triggered and not bar.completions.isVisible() and bar.line.hasFocus()
    _type(qtbot, bar, "is:un")
    qtbot.waitUntil(lambda: "is:untagged" in _offered(bar))
    qtbot.mouseClick(
        bar.completions.viewport(),
        Qt.MouseButton.LeftButton,
        pos=bar.completions.visualItemRect(bar.completions.item(_offered(bar).index("is:untagged"))).center(),
    )
    assert bar.line.text() == "is:untagged" and bar.line.hasFocus()


def test_enter_searches_unless_a_line_is_chosen(qtbot: QtBot, opened: MainWindow) -> None:
    bar = _bar(opened)
    bar.focus_line()
    qtbot.keyClicks(bar.line, "has")
    qtbot.waitUntil(bar.completions.isVisible)
    with qtbot.waitSignal(opened.session.results_changed) as found:
        qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert found.args[0].text == "has" and not bar.completions.isVisible()
    bar.focus_line()
    qtbot.keyClicks(bar.line, "date")
    qtbot.waitUntil(bar.completions.isVisible)
    opened.panels["Results"].readers()[0].setFocus()
    assert not bar.completions.isVisible(), "who leaves the line has done with it"


def test_the_last_queries_are_run_again(qtbot: QtBot, opened: MainWindow) -> None:
    bar, session = _bar(opened), opened.session
    qtbot.keyClick(opened, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert not bar.history.isVisible() and "haven't searched" in opened.bar.message.text()
    for query in ("heron", "osprey", "kestrel", "heron"):
        with qtbot.waitSignal(session.results_changed):
            session.query_proposed.emit(query)
    settle(qtbot, opened, session.jobs)
    opened.panels["Results"].readers()[0].setFocus()
    qtbot.keyClick(opened, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert bar.history.isVisible() and bar.line.hasFocus()
    assert [bar.history.item(row).text() for row in range(bar.history.count())] == ["heron", "kestrel", "osprey"]
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.history.isVisible() and bar.line.hasFocus()
    qtbot.keyClick(bar.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(bar.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.results_changed) as found:
        qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert found.args[0].text == "kestrel" and session.memory.history[0] == "kestrel"
    for number in range(60):
        session.memory.add_query(f"word{number}")
    assert len(session.memory.history) == 50 and session.memory.history[0] == "word59"


def test_what_may_be_meant_is_one_click_away_and_never_searched_by_itself(qtbot: QtBot, opened: MainWindow) -> None:
    bar = _bar(opened)
    bar.focus_line()
    qtbot.keyClicks(bar.line, "heorn invoice")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    qtbot.waitUntil(bar.meant[0].isVisible)
    settle(qtbot, opened, opened.session.jobs)
    assert opened.session.results is not None and opened.session.results.text == "heorn invoice"
    assert "Did you mean" in bar.reading.text() and bar.reading.text().startswith("Interpreted as")
    assert "heron (4)" in strip_isolates(bar.meant[0].text()) and "heron" in bar.meant[0].accessibleName()
    assert not bar.meant[1].isVisible() or bar.meant[1].text()
    assert bar.meant[0].geometry().left() <= bar.reading.geometry().right() + 2 * theme.STEP, "they stand together"
    with qtbot.waitSignal(opened.session.results_changed) as found:
        qtbot.mouseClick(bar.meant[0], Qt.MouseButton.LeftButton)
    assert found.args[0].text == bar.line.text() == "heron invoice" and found.args[0].nos
    settle(qtbot, opened, opened.session.jobs)
    assert not bar.meant[0].isVisible() and bar.line.hasFocus()


@pytest.mark.nightly
def test_other_ways_to_write_a_word_are_one_click_away(qtbot: QtBot, opened: MainWindow) -> None:
    bar = _bar(opened)
    opened.session.query_proposed.emit("BlueHeron")
    qtbot.waitUntil(bar.also.isVisible)
    assert strip_isolates(bar.also.text()) == 'Also written "blue heron" (1 more item)'
    with qtbot.waitSignal(opened.session.results_changed):
        qtbot.mouseClick(bar.also, Qt.MouseButton.LeftButton)
    assert bar.line.text() == 'BlueHeron OR "blue heron"'
    assert opened.session.results is not None and opened.session.results.total == 1
    assert not bar.also.isVisible()
