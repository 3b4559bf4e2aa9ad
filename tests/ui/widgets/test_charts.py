"""Months as bars: which are drawn, dragging, keys. People as dots: those of a domain side by side, clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from triage.insight.people.nouns import PersonNode, Tie
from ui import theme
from ui.widgets.charts import Histogram, PeopleGraph, describe_person


@pytest.fixture
def bars(qtbot: QtBot) -> Histogram:
    """Bars from 2023-01 to 2023-12, with a gap."""
    made = Histogram()
    qtbot.addWidget(made)
    made.resize(240, 90)
    made.show_months([("2023-12", 5), *((f"2023-{month:02d}", 10 * month) for month in range(1, 11)), ("", 3)])
    made.show()
    return made


def _middle(bars: Histogram, at: int) -> QPoint:
    return QPoint(int((bars.x_of(at) + bars.x_of(at + 1)) / 2), 30)


def test_every_month_has_a_bar_in_order(bars: Histogram) -> None:
    assert bars.counts == [*range(10, 101, 10), 0, 5]
    assert (bars.month(0), bars.month(11)) == ("2023-01", "2023-12")
    assert bars.outside == 0


def test_a_wrong_date_does_not_press_the_others_together(bars: Histogram) -> None:
    bars.show_months([("0001-01", 2), ("2023-01", 400), ("2023-02", 400), ("2099-01", 1)])
    assert bars.counts == [400, 400]
    assert bars.outside == 3


def test_empty_months_between_cost_no_drawing(bars: Histogram, monkeypatch: pytest.MonkeyPatch) -> None:
    bars.show_months([("0102-02", 50), ("2023-01", 400), ("2023-02", 400)])
    assert len(bars.counts) > 20_000
    asked: list[int] = []
    where = bars.x_of
    monkeypatch.setattr(bars, "x_of", lambda at: asked.append(at) or where(at))
    bars.grab()
    assert 0 < len(asked) <= 9


def test_dragging_chooses_a_range_either_way(qtbot: QtBot, bars: Histogram) -> None:
    for start, end in ((2, 5), (5, 2)):
        with qtbot.waitSignal(bars.range_selected) as chosen:
            qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=_middle(bars, start))
            qtbot.mouseMove(bars, _middle(bars, 4))
            qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=_middle(bars, end))
        assert chosen.args == ["2023-03", "2023-06"]


def _turn(bars: Histogram, at: int, x: int, y: int) -> None:
    """Turn the wheel over a bar."""
    where, none = QPointF(_middle(bars, at)), Qt.KeyboardModifier.NoModifier
    phase, button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    QApplication.sendEvent(bars, QWheelEvent(where, where, QPoint(), QPoint(x, y), button, none, phase, False))


def test_the_wheel_and_keys_zoom_and_dragging_chooses_what_is_shown_then(qtbot: QtBot, bars: Histogram) -> None:
    whole = list(bars.counts)
    _turn(bars, 9, 0, 120)
    assert (bars.month(0), bars.counts) == ("2023-06", whole[5:11]), "2023-10 is where it was"
    with qtbot.waitSignal(bars.range_selected) as chosen:
        qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=_middle(bars, 1))
        qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=_middle(bars, 2))
    assert chosen.args == ["2023-07", "2023-08"]
    _turn(bars, 0, -120, 0)
    assert bars.month(0) == "2023-07"
    for _ in range(5):
        _turn(bars, 0, 0, 120)
    assert bars.counts == whole[6:9]
    for _ in range(3):
        qtbot.keyClick(bars, Qt.Key.Key_Minus)
    assert bars.counts == whole
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    qtbot.keyClick(bars, Qt.Key.Key_Plus)
    assert bars.counts == whole[:6]


def test_keys_choose_a_range(qtbot: QtBot, bars: Histogram) -> None:
    for _ in range(3):
        qtbot.keyClick(bars, Qt.Key.Key_Right)
    qtbot.keyClick(bars, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert "2023-03 to 2023-04: 70 items" in bars.accessibleDescription()
    with qtbot.waitSignal(bars.range_selected) as chosen:
        qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert chosen.args == ["2023-03", "2023-04"]
    qtbot.keyClick(bars, Qt.Key.Key_Escape)
    assert bars.range() is None


def test_without_dates_it_says_so(bars: Histogram) -> None:
    bars.show_months([("", 4)])
    assert "No item has a date" in bars.accessibleDescription()
    assert bars.bar_at(10) == -1


def test_the_focus_is_seen_as_in_a_list(qtbot: QtBot, bars: Histogram) -> None:
    def edge() -> str:
        return bars.grab().toImage().pixelColor(0, bars.height() // 2).name()

    bars.activateWindow()
    bars.clearFocus()
    plain = edge()
    bars.setFocus()
    qtbot.waitUntil(bars.hasFocus)
    assert edge() == theme.colour("accent").name() != plain


def test_a_month_by_itself_is_a_bar_and_no_block(bars: Histogram) -> None:
    bars.show_months([("2023-05", 7)])
    image = bars.grab().toImage()
    lit = [x for x in range(image.width()) if image.pixelColor(x, 30).name() == theme.colour("accent").name()]
    assert 0 < len(lit) <= 40
    assert lit[0] - 8 == pytest.approx(image.width() - 8 - lit[-1], abs=3)  # in the middle
    assert bars.bar_at(10) == bars.bar_at(230) == 0  # and may be clicked anywhere


# ---- the graph of people: those of a domain stand side by side, and a click finds the nearest.


def _person(name: str, domain: str, mails: int) -> PersonNode:
    key = f"{name}@{domain}.example"
    return PersonNode(key, name, (key,), mails, 1, 2, "", "")


def test_a_ring_by_domains_takes_clicks(qtbot: QtBot, dressed: QApplication) -> None:
    graph = PeopleGraph()
    qtbot.addWidget(graph)
    people = [_person("dana", "x", 50), _person("omar", "y", 40), _person("rae", "x", 30), _person("kim", "y", 2)]
    ties = [Tie("dana@x.example", "rae@x.example", 30, 30.0, "", ""), Tie("dana@x.example", "gone", 3, 3.0, "", "")]
    graph.resize(700, 320)
    graph.show()
    empty = graph.grab().toImage()
    graph.show_people(people, ties)
    assert [one.name for one in graph.people] == ["dana", "rae", "omar", "kim"]
    assert graph.grab().toImage() != empty and "4" in graph.accessibleDescription()
    with qtbot.waitSignal(graph.person_chosen) as chosen:
        qtbot.mouseClick(graph, Qt.MouseButton.LeftButton, pos=graph.place_of(2).toPoint())
    assert chosen.args == [people[1]]
    assert graph.person_at(QPointF(350, 160)) is None
    assert describe_person(people[0]) == "dana@x.example\nsent 50, received 1"
