"""Contrast of every text on every ground it stands on, in both themes (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from triage.coding import COLOURS, DEFAULT
from ui import theme


def _light(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(QColor(one)), _light(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("table", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_contrast_is_enough(table: dict[str, str]) -> None:
    pairs = [(ink, ground) for ink in ("text", "muted", "error", "accent") for ground in ("window", "base", "stripe")]
    pairs += [(name, ground) for name in COLOURS for ground in ("base", "chosen", "window")]
    pairs += [("hit text", f"hit {n}") for n in range(theme.HITS)]
    pairs += [("on here", "here"), ("on accent", "accent"), ("text", "chosen")]
    pairs += [(ink, "chosen") for ink in ("muted", "error", "accent")]
    weak = [(a, b, round(_contrast(table[a], table[b]), 2)) for a, b in pairs if _contrast(table[a], table[b]) < 4.5]
    assert not weak


@pytest.mark.parametrize("table", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_edges_and_the_focus_can_be_seen(table: dict[str, str]) -> None:
    """What shows where a field is, or that it has the focus (WCAG 2.2, 1.4.11)."""
    weak = [(a, b) for a in ("edge", "accent") for b in ("base", "window") if _contrast(table[a], table[b]) < 3]
    assert not weak


def test_both_themes_name_the_same_colours() -> None:
    assert theme.LIGHT.keys() == theme.DARK.keys()


def test_each_tag_has_a_letter_of_its_own() -> None:
    assert len({tag.key for tag in DEFAULT}) == len(DEFAULT) == 6


@pytest.mark.parametrize("name", ["light", "dark"])
def test_an_empty_box_to_tick_can_be_seen(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    """Its frame has three times the light of its ground, or a third of it (WCAG 2.2, 1.4.11)."""
    theme.apply(qapp, name)
    tree, box = QTreeWidget(), QCheckBox()
    line = QTreeWidgetItem(tree, [""])
    line.setCheckState(0, Qt.CheckState.Unchecked)
    for widget, ground in ((tree, "base"), (box, "window")):
        qtbot.addWidget(widget)
        widget.resize(40, 60)
        widget.show()
        where = tree.visualItemRect(line) if widget is tree else box.rect()
        image = (tree.viewport() if widget is tree else box).grab(where).toImage()
        across = [image.pixelColor(x, image.height() // 2).name() for x in range(24)]
        assert max(_contrast(colour, theme.colour(ground).name()) for colour in across) >= 3, (name, ground)
