"""Hits in their context: all of them, in three orders, opened at their place; nothing is read out of sight."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from triage.model.items import ItemId, ItemNo
from triage.model.reports import HitLine
from ui import theme
from ui.main_window import MainWindow
from ui.models.results import SUBJECT
from ui.panels import hits
from ui.panels.hits import CONTEXT, ITEM, HitsModel, HitsPanel
from ui.panels.preview import Preview

Find = Callable[[str], MainWindow]


def _panel(window: MainWindow) -> HitsPanel:
    panel = window.panels["Hits"]
    assert isinstance(panel, HitsPanel)
    return panel


def _preview(window: MainWindow) -> Preview:
    panel = window.panels["Item"]
    assert isinstance(panel, Preview)
    return panel


def _listed(qtbot: QtBot, window: MainWindow, lines: int) -> HitsPanel:
    panel = _panel(window)
    qtbot.waitUntil(lambda: len(panel.model.lines) == lines and not panel.stop.isVisible())
    return panel


@pytest.fixture
def heron(qtbot: QtBot, find: Find, case_path: Path) -> MainWindow:
    """The window with every hit of heron listed."""
    window = find("heron")
    with Case.open(case_path) as case:
        total = case.reports.hits("heron", order=window.session.results.order).total  # type: ignore[union-attr]
    qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel = _listed(qtbot, window, total)
    assert panel.status.text() == f"{total} hits in 3 items"
    return window


def test_it_waits_out_of_sight(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    settle(qtbot, window, window.session.jobs)
    assert not _panel(window).model.lines


@pytest.mark.nightly
def test_enter_opens_the_item_at_that_hit(qtbot: QtBot, heron: MainWindow) -> None:
    panel, preview = _panel(heron), _preview(heron)
    assert panel.table.hasFocus()
    for line in (4, 0, 2):
        panel.table.setCurrentIndex(panel.model.index(line, CONTEXT))
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
        wanted = panel.model.lines[line]

        def is_there(wanted: object = wanted) -> bool:
            page = preview.page
            if page is None or page.item.row.no != wanted.no:  # type: ignore[attr-defined]
                return False
            hit = page.hits[preview.hit]
            source = wanted.segment if wanted.segment >= 0 else wanted.field  # type: ignore[attr-defined]
            return (hit.source, hit.at) == (source, wanted.start)  # type: ignore[attr-defined]

        qtbot.waitUntil(is_there)
        assert heron.session.current == wanted.no


@pytest.mark.nightly
def test_a_click_opens_and_f4_goes_on(qtbot: QtBot, heron: MainWindow) -> None:
    panel = _panel(heron)
    at = panel.table.visualRect(panel.model.index(3, ITEM)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert heron.session.current == panel.model.lines[3].no
    qtbot.keyClick(heron, Qt.Key.Key_F4)
    assert panel.table.currentIndex().row() == 4
    assert heron.session.current == panel.model.lines[4].no


@pytest.mark.parametrize(("choice", "order"), [(2, "date"), (3, "left"), (4, "right")])
@pytest.mark.nightly
def test_it_is_sorted_by_date_and_by_what_stands_around(
    qtbot: QtBot, heron: MainWindow, case_path: Path, choice: int, order: str
) -> None:
    panel = _panel(heron)
    with Case.open(case_path) as case:
        listed = heron.session.results.order  # type: ignore[union-attr]
        wanted = case.reports.hits("heron", 120, order, order=listed).lines
    panel.order.setFocus()
    for _ in range(choice):
        qtbot.keyClick(panel.order, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: panel.model.lines == wanted)


@pytest.mark.nightly
def test_it_follows_the_order_of_the_result_list(qtbot: QtBot, heron: MainWindow) -> None:
    panel, results = _panel(heron), heron.panels["Results"]
    for _ in range(2):
        heads = results.list.horizontalHeader()  # type: ignore[attr-defined]
        with qtbot.waitSignal(heron.session.list_sorted) as sorted_:
            heads.setSortIndicator(SUBJECT, heads.sortIndicatorOrder())
            heads.setSortIndicator(SUBJECT, Qt.SortOrder(1 - heads.sortIndicatorOrder().value))
        wanted = list(sorted_.args[0])
        qtbot.waitUntil(lambda wanted=wanted: list(dict.fromkeys(line.no for line in panel.model.lines)) == wanted)  # type: ignore[misc]


@pytest.mark.nightly
def test_more_lines_come_when_the_last_is_seen(qtbot: QtBot, find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hits, "_FIRST", 5)
    monkeypatch.setattr(hits, "_MORE", 10)
    window = find("week")
    window.actions_.run("Hits in context")
    panel = _panel(window)
    with qtbot.waitSignal(panel.model.rowsInserted):
        qtbot.waitUntil(lambda: len(panel.model.lines) >= 5)
        panel.table.scrollToBottom()
    assert panel.model.lines[0].hit == "week" and len(panel.model.lines) == 15
    listed = lambda: f"the first {len(panel.model.lines)} are listed" in panel.status.text()  # noqa: E731 - maybe more
    qtbot.waitUntil(lambda: listed() or panel.model.complete)
    qtbot.waitUntil(lambda: (panel.table.scrollToBottom(), len(panel.model.lines))[1] == 30)
    assert panel.model.complete


@pytest.mark.nightly
def test_it_says_when_there_is_nothing_to_mark(qtbot: QtBot, find: Find) -> None:
    window = find("is:untagged")
    window.actions_.run("Hits in context")
    panel = _panel(window)
    qtbot.waitUntil(lambda: "no words in them to mark" in panel.empty.sentence.text())
    assert panel.stack.currentIndex() == 0


@pytest.fixture
def held(find: Find) -> Iterator[MainWindow]:
    """The window with the thread that reads hits held up until the fixture's end, or until its jobs are let go."""
    window, gate = find("heron"), threading.Event()
    assert window.session.jobs is not None
    window.session.jobs.ask("rest", lambda case: gate.wait(), lambda done: None)
    window.session.message_posted.connect(lambda words: gate.set() if words == "let go" else None)
    yield window
    gate.set()


@pytest.mark.nightly
def test_it_can_be_stopped(qtbot: QtBot, held: MainWindow) -> None:
    panel = _panel(held)
    held.actions_.run("Hits in context")
    qtbot.waitUntil(panel.stop.isVisible)
    qtbot.mouseClick(panel.stop, Qt.MouseButton.LeftButton)
    held.session.say("let go")
    qtbot.waitUntil(lambda: "stopped after" in panel.status.text())


@pytest.mark.nightly
def test_it_stops_when_it_goes_out_of_sight_and_begins_again(qtbot: QtBot, held: MainWindow) -> None:
    panel = _panel(held)
    held.actions_.run("Hits in context")
    qtbot.waitUntil(panel.stop.isVisible)
    held.actions_.run("What was not searched")
    qtbot.waitUntil(lambda: not panel.in_sight and panel._reading.is_set())
    held.session.say("let go")
    held.actions_.run("Hits in context")
    qtbot.waitUntil(lambda: panel.status.text().endswith(" hits in 3 items"))


def test_right_to_left_lines_are_drawn(qtbot: QtBot, find: Find) -> None:
    window = find("חשבונית")
    window.actions_.run("Hits in context")
    panel = _listed(qtbot, window, 1)
    assert panel.model.lines[0].hit == "חשבונית"
    assert not panel.table.grab().isNull()


class _Written(QPainter):
    """A painter that keeps what it draws, and how far left."""

    def __init__(self, on: QImage) -> None:
        super().__init__(on)
        self.drawn: dict[str, int] = {}

    def drawText(self, *said: Any) -> None:
        where, _flags, text = said
        self.drawn[text.strip()] = where.left()


@pytest.mark.parametrize(
    ("left", "hit", "right", "backwards"),
    [("it is written so: ", "גפן", " in both of them", False), ("השם ", "Gefen", " נזכר כמה פעמים", True)],
)
def test_a_line_runs_in_the_direction_of_its_sentence_whatever_the_hit(
    dressed: QApplication, left: str, hit: str, right: str, backwards: bool
) -> None:
    model = HitsModel()
    line = HitLine(ItemNo(1), ItemId("1"), "text", left, hit, right, 0, 0, 0)
    model.show_lines((line,), {}, complete=True)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 600, 20)  # type: ignore[attr-defined]
    picture = QImage(600, 20, QImage.Format.Format_RGB32)
    painter = _Written(picture)
    hits._Context().paint(painter, option, model.index(0, CONTEXT))
    painter.end()
    assert (painter.drawn[left.strip()] > painter.drawn[hit] > painter.drawn[right.strip()]) == backwards
    assert (painter.drawn[left.strip()] < painter.drawn[hit] < painter.drawn[right.strip()]) != backwards


@pytest.mark.nightly
def test_each_term_has_the_colour_that_it_has_in_the_item(qtbot: QtBot, find: Find) -> None:
    window = find("heron OR invoice")
    window.actions_.run("Hits in context")
    panel = _panel(window)
    qtbot.waitUntil(lambda: {line.term for line in panel.model.lines} == {0, 1})
    picture = panel.table.viewport().grab().toImage()
    drawn = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, picture.height(), 3)}
    assert {theme.colour("hit 0").name(), theme.colour("hit 1").name()} <= drawn
