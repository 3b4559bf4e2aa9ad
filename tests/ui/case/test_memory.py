"""Where a case was left: the next session begins there, with one search and without a jump; what is gone is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from ui import preferences
from ui.case.memory import recall
from ui.case.session import Session
from ui.main_window import MainWindow

Open = Callable[..., MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def again(qtbot: QtBot, dressed: object, case_path: Path) -> Iterator[Open]:
    """Closes the window that is open, and opens the case in a new one, also as if it had been left somewhere else."""
    made: list[MainWindow] = []
    with Case.open(case_path) as case:
        key = f"place/{case.team.case_id}/Dana%20Levi"

    def start(**left: object) -> MainWindow:
        for window in made:
            window.close()
        if left:
            preferences.put(key, msgspec.json.encode(left).decode())
        window = MainWindow(Session())
        window.session.keyboard.rest = 0
        window.resize(1366, 768)
        qtbot.addWidget(window)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.open_case(case_path)
        with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
            pass
        settle(qtbot, window, window.session.jobs)
        return window

    yield start
    for window in made:
        window.close()


def _search(qtbot: QtBot, window: MainWindow, query: str) -> None:
    with qtbot.waitSignal(window.session.results_changed):
        window.session.query_proposed.emit(query)
    settle(qtbot, window, window.session.jobs)


@pytest.mark.nightly
def test_the_next_session_begins_where_the_last_one_ended(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    assert window.session.results is not None and window.session.results.text == ""
    assert not window.columns.docks["Batches"].isVisible()
    _search(qtbot, window, "subject:weekly")
    rows = window.panels["Results"].list  # type: ignore[attr-defined]
    rows.horizontalHeader().setSortIndicator(3, Qt.SortOrder.DescendingOrder)
    settle(qtbot, window, window.session.jobs)
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    rows.put_at(20)
    rows.verticalScrollBar().setValue(18)
    settle(qtbot, window, window.session.jobs)
    left, top = window.session.current, rows.verticalScrollBar().value()
    assert 0 < top <= 20 and left is not None

    window = again()
    rows, session = window.panels["Results"].list, window.session  # type: ignore[attr-defined]
    line = window.panels["Search"].line  # type: ignore[attr-defined]
    assert (session.results.text, line.text()) == ("subject:weekly", "subject:weekly")  # type: ignore[union-attr]
    assert session.order == ("subject", True) and rows.horizontalHeader().sortIndicatorSection() == 3
    assert (session.current, rows.currentIndex().row(), rows.verticalScrollBar().value()) == (left, 20, top)
    assert window.columns.docks["Batches"].isVisible()
    assert window.focusWidget() is line and line.selectedText() == "subject:weekly"

    preferences.put("reviewer", "Omar Said")
    other = again()
    assert other.session.results is not None and other.session.results.text == "", "each has a place of their own"
    assert other.session.order == ("date", False)


@pytest.mark.nightly
def test_it_is_one_search_that_whoever_types_isnt_disturbed_by(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    _search(qtbot, window, "heron")
    window.close()
    window = MainWindow(Session())
    qtbot.addWidget(window)
    window.show()
    asked: list[str] = []
    searched: list[str] = []
    window.session.results_changed.connect(lambda results: searched.append(results.text))
    ask = window.session.ask
    window.session.ask = lambda reader, *rest, **more: (asked.append(more.get("newest")), ask(reader, *rest, **more))[1]  # type: ignore
    line = window.panels["Search"].line  # type: ignore[attr-defined]
    window.session.case_opened.connect(lambda: qtbot.keyClicks(line, "rih"))
    with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
        window.open_case(case_path)
    settle(qtbot, window, window.session.jobs)
    assert asked.count("search") == 1 and searched == ["heron"]
    assert line.text() == "rih" and window.focusWidget() is line
    with Case.open(case_path) as case:
        assert case.status().decisions == 0
    window.close()


@pytest.mark.nightly
def test_it_is_kept_after_a_while_for_the_name_that_it_belongs_to(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    _search(qtbot, window, "osprey")
    assert window.session.memory._later.isActive()
    window.session.memory._later.timeout.emit()
    with Case.open(case_path) as case:
        assert recall(case, "Dana Levi").place.query == "osprey"
        window.session.naming.take("Omar Said")
        _search(qtbot, window, "heron")
        window.close_case()
        assert recall(case, "Dana Levi").place.query == "osprey"
        assert recall(case, "Omar Said").place.query == "heron"
        assert recall(case, "Omar Said").place.history == ["heron"], "another reviewer has another history"
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Triage", "triage-ui")
    settings.sync()
    kept = Path(settings.fileName()).read_text("utf-8")
    assert "heron" in kept
    assert not [word for word in ("invoice", "halden", "Friday", "relevant", "hot") if word in kept]
    preferences.put("reviewer", "")
    window = again()
    _search(qtbot, window, "kestrel")
    window.session.naming.take("Rae")
    assert window.session.memory.history == ["kestrel"], "it is the same person, who has given a name by now"


@pytest.mark.nightly
def test_what_is_gone_is_said_in_one_sentence(again: Open, case_path: Path) -> None:
    window = again(query='batch:"of last week"', sort="date")
    assert "can't be run any more" in window.bar.message.text() and "of last week" in window.bar.message.text()
    assert window.session.results is not None and window.session.results.text == ""
    assert window.panels["Search"].line.text() == ""  # type: ignore[attr-defined]
    with Case.open(case_path) as case:
        rows = case.search.rows(case.search.run("heron").nos)
        case.decisions.seal([rows[0].no], "a test", "Omar Said", "command", "")
    for item in (rows[0].id, "00000000"):
        window = again(query="heron", sort="date", item=item)
        assert "sealed, or" in window.bar.message.text()
        assert window.panels["Results"].list.currentIndex().row() == 0  # type: ignore[attr-defined]
    window = again(query="heron", sort="unheard of", docks={"docks": "none"}, item=rows[-1].id)
    assert window.session.current == rows[-1].no and window.bar.message.text() == ""
    window = again(query="heron", above="many")
    assert window.session.results is not None and window.session.results.text == "", "what can't be read is nothing"


@pytest.mark.nightly
def test_a_batch_is_open_again_and_a_blind_sample_is_blind_at_once(qtbot: QtBot, again: Open, case_path: Path) -> None:
    with Case.open(case_path) as case:
        nos = case.search.run("subject:weekly").nos
        case.decisions.tag(nos, "relevant", "Omar Said", "command")
        case.team.batches.create("subject:weekly", "week", "Omar Said", 10)
        drawn = case.team.samples.draw("subject:weekly", "check", "Omar Said", 5, seed="1", blind=True).items
    window = again()
    batches = window.panels["Batches"]
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(batches._batches) == 3)  # type: ignore[attr-defined]
    batches.list.choose(list(batches._batches)[1])  # type: ignore[attr-defined]
    with qtbot.waitSignal(window.session.results_changed):
        batches.open()  # type: ignore[attr-defined]
    opened = window.session.results.text  # type: ignore[union-attr]
    sampling = window.panels["Sampling"]
    sampling.read()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(sampling._samples))  # type: ignore[attr-defined]
    sampling.list.choose(next(iter(sampling._samples)))  # type: ignore[attr-defined]
    sampling.open()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(window.session.veiled))
    window.close()

    window = MainWindow(Session())
    qtbot.addWidget(window)
    window.show()
    told: list[object] = []
    session = window.session
    for signal in (session.case_opened, session.results_changed, session.tags_changed, session.item_shown):
        signal.connect(lambda *_: told.extend(tag for no in drawn for tag in session.tags_of(no)))
    window.open_case(case_path)
    qtbot.waitUntil(lambda: bool(session.veiled) and session.results is not None)
    settle(qtbot, window, session.jobs)
    assert session.veiled and told == []
    assert window.panels["Item"].page.item.row.no == session.current  # type: ignore[attr-defined]
    assert window.panels["Sampling"]._open.name == "check"  # type: ignore[attr-defined]
    assert session.results is not None and session.results.text == opened
    batches = window.panels["Batches"]
    assert batches._batches[batches.list.chosen()].name == "week 2"  # type: ignore[attr-defined]
    window.panels["Sampling"].close_sample()  # type: ignore[attr-defined]
    if window.session.veiled:
        window.panels["Sampling"].strip.second.click()  # type: ignore[attr-defined]
    assert not session.veiled
    window.close()
