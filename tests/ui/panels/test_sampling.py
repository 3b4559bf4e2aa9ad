"""Quality samples: drawn with a seed, judged blind by keys, reported with bounds and implied recall."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from triage.case import Case
from ui.main_window import MainWindow
from ui.panels.coding import CodingPanel
from ui.panels.dashboard import DashboardPanel
from ui.panels.preview import Preview
from ui.panels.sampling import SamplingPanel
from ui.panels.search import SearchPanel

Find = Callable[[str], MainWindow]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _panel(window: MainWindow) -> SamplingPanel:
    panel = window.panels["Sampling"]
    assert isinstance(panel, SamplingPanel)
    return panel


def _drawn(qtbot: QtBot, window: MainWindow, size: int, seed: str = "s1") -> SamplingPanel:
    """Draw a sample with keys; it is open afterwards."""
    panel = _panel(window)
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL | SHIFT)
    qtbot.waitUntil(panel.name.hasFocus)
    qtbot.keyClicks(panel.name, "elusion")
    panel.size_field.setValue(size)
    qtbot.keyClicks(panel.seed, seed)
    qtbot.keyClick(panel.seed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel._open is not None and panel.items.hasFocus())
    return panel


def _close(window: MainWindow) -> None:
    """Close a sample that isn't finished."""
    window.actions_.run("Close the sample")
    _panel(window).strip.second.click()


def _say(panel: SamplingPanel) -> str:
    return panel.summary.text()


@pytest.mark.nightly
def test_a_null_set_is_sampled_blind_and_recall_reported(qtbot: QtBot, find: Find, case_path: Path) -> None:
    with Case.open(case_path) as case:
        case.decisions.tag(case.search.run("subject:weekly").nos, "not-relevant", "Omar Said", "key")
        case.decisions.tag(case.search.run("subject:heron").nos, "relevant", "Omar Said", "key")
    window = find("tag:not-relevant")
    panel = _drawn(qtbot, window, 6)
    coding = window.panels["Coding"]
    assert isinstance(coding, CodingPanel)
    with Case.open(case_path) as case:
        drawn = case.team.samples.named("elusion").items
    for at, key in enumerate((Qt.Key.Key_I, Qt.Key.Key_R, Qt.Key.Key_I, Qt.Key.Key_I, Qt.Key.Key_I, Qt.Key.Key_I)):
        qtbot.waitUntil(lambda at=at: window.session.current == drawn[at])  # type: ignore[misc]
        assert window.session.tags_of(drawn[at]) == ()
        assert not any(button.isChecked() for button in coding.buttons.values())
        assert not coding.history.isVisible() and coding.none.text() == "Hidden while its sample is open."
        qtbot.keyClick(panel.items, key)
    qtbot.waitUntil(lambda: "Assessed 6 of 6: 1 relevant." in _say(panel))
    assert "recall are shown once the sample is closed" in _say(panel) and "not-relevant" not in _say(panel)
    assert not panel.known.isEnabled()
    panel.close_sample()
    qtbot.waitUntil(lambda: "implied recall between" in _say(panel))
    assert "Rate 16.7 %: between 0.4 % and 64.1 % with 95.0 % confidence" in _say(panel)
    with Case.open(case_path) as case:
        assert [one.value for one in case.team.samples.judgements("elusion")].count("relevant") == 1
        assert case.search.run("tag:relevant").total == case.search.run("subject:heron").total, "nothing was coded"
        report = case.team.samples.report("elusion", known="tag:relevant")
    assert report.elusion is not None and f"{100 * report.elusion.low:.1f} %" in _say(panel)
    panel.copy()
    assert QGuiApplication.clipboard().text() == _say(panel)


def test_closing_an_unfinished_sample_asks_first(qtbot: QtBot, find: Find) -> None:
    window = find("subject:weekly")
    panel = _drawn(qtbot, window, 3)
    qtbot.keyClick(panel.items, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: "Assessed 1 of 3" in _say(panel))
    window.actions_.run("Close the sample")
    assert panel.strip.sentence.text() == "1 of 3 items are assessed. Close the sample?" and panel._open is not None
    assert window.focusWidget() is panel.strip.first and not panel.strip.leave_button.isVisible()
    qtbot.keyClick(panel.strip.first, Qt.Key.Key_Space)
    assert panel._open is not None and window.session.veiled and panel.strip.isHidden()
    _close(window)
    assert panel._open is None and not window.session.veiled and panel.strip.isHidden()


@pytest.mark.nightly
def test_closing_the_sample_shows_the_codings_again_and_keys_code(qtbot: QtBot, find: Find, case_path: Path) -> None:
    with Case.open(case_path) as case:
        case.decisions.tag(case.search.run("subject:weekly").nos, "not-relevant", "Omar Said", "key")
    window = find("subject:weekly")
    panel = _drawn(qtbot, window, 3)
    no = window.session.current
    assert no is not None and window.session.tags_of(no) == ()
    _close(window)
    assert window.session.tags_of(no) == ("not-relevant",)
    coding = window.panels["Coding"]
    assert isinstance(coding, CodingPanel)
    qtbot.waitUntil(coding.history.isVisible)
    results = window.panels["Results"].list  # type: ignore[attr-defined]
    results.setFocus()
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(results, Qt.Key.Key_H)
    assert panel._open is None


def test_a_judgement_is_taken_back_and_other_keys_say_what_is_open(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("subject:weekly")
    panel = _drawn(qtbot, window, 3)
    first = panel.items.topLevelItem(0)
    assert first is not None
    qtbot.keyClick(panel.items, Qt.Key.Key_R)
    assert first.text(2) == "relevant"
    qtbot.keyClick(panel.items, Qt.Key.Key_Up)
    qtbot.keyClick(panel.items, Qt.Key.Key_U)
    assert first.text(2) == ""
    with qtbot.waitSignal(window.session.message_posted) as said:
        qtbot.keyClick(panel.items, Qt.Key.Key_H)
    assert "A sample is open" in said.args[0]
    qtbot.waitUntil(lambda: window.session.jobs.unwritten == 0)  # type: ignore[union-attr]
    with Case.open(case_path) as case:
        assert case.team.samples.named("elusion").judged == 0 and not case.search.run("tag:hot").nos


def test_the_same_seed_draws_the_same_items_and_a_taken_name_is_refused(
    qtbot: QtBot, find: Find, case_path: Path
) -> None:
    window = find("subject:weekly")
    panel = _drawn(qtbot, window, 5, "abc")
    with Case.open(case_path) as case:
        again = case.team.samples.draw("subject:weekly", "again", "Omar Said", 5, seed="abc")
        assert case.team.samples.named("elusion").items == again.items
    with qtbot.waitSignal(window.session.results_changed):
        window.session.query_proposed.emit("has:date")
    preview = window.panels["Item"]
    assert isinstance(preview, Preview)
    for drawn, marked in ((True, {"weekly": 0}), (False, {})):
        no = next(no for no in window.session.results.nos if (no in again.items) == drawn)  # type: ignore[union-attr]
        window.session.visit(no)
        qtbot.waitUntil(lambda no=no: preview.page is not None and preview.page.item.row.no == no)  # type: ignore[misc]
        assert preview.page is not None and preview.page.hit_texts == marked
    panel.name.setText("elusion")
    panel.draw()
    qtbot.waitUntil(panel.strip.isVisible)
    assert "There is already a sample named 'elusion'" in panel.strip.sentence.text()


def test_it_is_drawn_from_a_query_of_its_own(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    panel = _panel(window)
    panel.show_it()
    panel.query.setText("subject:weekly")
    panel.name.setText("w")
    panel.size_field.setValue(0)
    panel.draw()
    qtbot.waitUntil(lambda: panel._open is not None)
    with Case.open(case_path) as case:
        sample = case.team.samples.named("w")
    assert sample.source == "subject:weekly" and sample.population == 30 and sample.size == 28, "enough for 5 %"


def _facets(window: MainWindow) -> str:
    tree = window.panels["Facets"].tree  # type: ignore[attr-defined]
    heads = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return " ".join(line.text(0) for head in heads for line in (head, *map(head.child, range(head.childCount()))))


@pytest.mark.nightly
def test_the_facets_tell_no_tag_of_a_blind_sample(qtbot: QtBot, find: Find, case_path: Path) -> None:
    """Of a result of one item the counts would say how it is coded."""
    with Case.open(case_path) as case:
        case.decisions.tag(case.search.run("subject:weekly").nos, "not-relevant", "Omar Said", "key")
    window = find('subject:"weekly report 3"')
    qtbot.waitUntil(lambda: "not-relevant" in _facets(window))
    _drawn(qtbot, window, 1)
    qtbot.waitUntil(lambda: "not-relevant" not in _facets(window))
    assert "Hidden while its sample is open." in _facets(window)
    with qtbot.waitSignal(window.session.results_changed):
        window.session.query_proposed.emit("subject:heron")
    qtbot.waitUntil(lambda: "untagged" in _facets(window))
    with qtbot.waitSignal(window.session.results_changed):
        window.session.query_proposed.emit('subject:"weekly report 3"')
    qtbot.waitUntil(lambda: "Hidden" in _facets(window))
    _close(window)
    qtbot.waitUntil(lambda: "not-relevant" in _facets(window))


def _type(window: MainWindow, query: str) -> SearchPanel:
    """Type a query and run it."""
    search = window.panels["Search"]
    assert isinstance(search, SearchPanel)
    search.line.setFocus()
    search.line.selectAll()
    for letter in query:
        QTest.keyClick(search.line, letter)
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    return search


@pytest.mark.nightly
def test_no_query_tells_of_a_blind_sample(qtbot: QtBot, find: Find, case_path: Path) -> None:
    with Case.open(case_path) as case:
        case.decisions.tag(case.search.run("subject:weekly").nos, "not-relevant", "Omar Said", "key")
        case.search.save("left", "tag:not-relevant", "Omar Said")
    window = find("tag:not-relevant")
    session = window.session
    _drawn(qtbot, window, 3)
    qtbot.waitUntil(lambda: session.results is not None and session.results.text == 'sample:"elusion"')
    with Case.open(case_path) as case:
        assert session.current == case.team.samples.named("elusion").items[0], "the first one drawn is still shown"
    for query in ("tag:not-relevant", "is:untagged", 'reviewer:"Omar Said"', "decided:2026", "weekly has:tag"):
        search = _type(window, query)
        told = f"{query.removeprefix('weekly ').partition(':')[0]}:"
        qtbot.waitUntil(lambda: search.error.isVisible() and search.error.text().startswith(told))  # noqa: B023
        assert "blind sample is open" in search.error.text() and search.mark.start >= 0
    assert session.results is not None and session.results.text == 'sample:"elusion"'
    for query in ("subject:weekly", "tag:not-relevant"):
        with qtbot.waitSignal(session.results_changed):
            _type(window, query)
        assert session.results.text == query
        _close(window)


@pytest.mark.nightly
def test_the_coding_of_kin_is_hidden_too(qtbot: QtBot, find: Find, case_path: Path) -> None:
    """What is in the family, in the conversation or of the same content is often coded along."""
    with Case.open(case_path) as case:
        kin = next(case.decisions.related([no]) - {no} for no in case.search.run("has:attachment").nos)
        case.decisions.tag(sorted(kin), "hot", "Omar Said", "key")
    window = find("has:attachment")
    panel = _drawn(qtbot, window, 1)
    session, one = window.session, next(iter(kin))
    with Case.open(case_path) as case:
        (drawn,) = case.team.samples.named("elusion").items
        one = next(iter(case.decisions.related([drawn]) - {drawn}))
    assert one in session.veiled and session.tags_of(one) == ()
    session.visit(one)
    with qtbot.waitSignal(session.message_posted) as said:
        session.code(one, "hot")
    assert "is related to one in the sample" in said.args[0] and panel._open is not None


@pytest.mark.nightly
def test_the_dashboard_and_coding_many_wait_for_the_end_of_a_blind_sample(
    qtbot: QtBot, find: Find, case_path: Path
) -> None:
    with Case.open(case_path) as case:
        case.decisions.tag(case.search.run("subject:weekly").nos, "not-relevant", "Omar Said", "key")
    window = find("subject:weekly")
    board = window.panels["Dashboard"]
    assert isinstance(board, DashboardPanel)
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: board.now is not None and board.stack.currentIndex() == 1)
    _drawn(qtbot, window, 3)
    assert board.stack.currentWidget() is board.hidden
    for command in ("Code all results …", "Export findings …", "Merge decisions …"):
        with qtbot.waitSignal(window.session.message_posted) as said:
            window.actions_.run(command)
        assert "A blind sample is open" in said.args[0] and window.dialog is None
    _close(window)
    assert board.stack.currentIndex() == 1
