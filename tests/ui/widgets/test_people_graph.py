"""The graph of people: those of a domain stand side by side, and a click finds the nearest."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from triage.insight.people.nouns import PersonNode, Tie
from ui.widgets.people_graph import PeopleGraph, description_of


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
    assert description_of(people[0]) == "dana@x.example\nsent 50, received 1"
