"""Contrast of every text on every ground it stands on, in both themes (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QScrollBar,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from triage.model.tags import COLOURS, DEFAULT
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
    pairs += [("hit text", f"mark {n}") for n in range(theme.MARKS)]
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


def _seen(widget: QWidget, ground: str, where: QRect | None = None) -> float:
    """Return the most contrast that a widget's middle row, down to its first two dozen pixels, has with a colour."""
    image = widget.grab(where or widget.rect()).toImage()
    across = {image.pixelColor(x, image.height() // 2).name() for x in range(min(24, image.width()))}
    return max(_contrast(colour, theme.colour(ground).name()) for colour in across)


def _shown(qtbot: QtBot, widget: QWidget, wide: int = 160, high: int = 60) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(wide, high)
    widget.show()
    return widget


@pytest.fixture(params=["light", "dark"])
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    """Dress the application in each theme."""
    theme.apply(qapp, request.param)
    return str(request.param)


@pytest.mark.usefixtures("dressed")
def test_an_empty_box_to_tick_can_be_seen(qtbot: QtBot) -> None:
    """Its frame has three times the light of its ground, or a third of it (WCAG 2.2, 1.4.11)."""
    tree, table, menu = QTreeWidget(), QTableWidget(1, 1), QMenu()
    line = QTreeWidgetItem(tree, [""])
    line.setCheckState(0, Qt.CheckState.Unchecked)
    cell = QTableWidgetItem("")
    cell.setCheckState(Qt.CheckState.Unchecked)
    table.setItem(0, 0, cell)
    action = menu.addAction("Continue")
    action.setCheckable(True)
    for widget in (tree, table):
        _shown(qtbot, widget)
    menu.resize(menu.sizeHint())  # a menu that is grabbed without being shown
    assert _seen(tree.viewport(), "base", tree.visualItemRect(line)) >= 3
    assert _seen(table.viewport(), "base", table.visualItemRect(cell)) >= 3
    assert _seen(menu, "base", menu.actionGeometry(action)) >= 3
    menu.deleteLater()
    assert _seen(_shown(qtbot, QCheckBox()), "window") >= 3


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("kind", [QSpinBox, QComboBox, QLineEdit])
def test_where_a_field_is_can_be_seen(qtbot: QtBot, kind: type[QWidget]) -> None:
    """Whatever draws its edge, the style or the sheet."""
    field = _shown(qtbot, kind())
    field.clearFocus()
    image = field.grab().toImage()
    edge = {image.pixelColor(x, image.height() // 2).name() for x in range(3)}
    assert max(_contrast(colour, theme.colour("window").name()) for colour in edge) >= 3


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
@pytest.mark.usefixtures("dressed")
def test_what_a_field_offers_can_be_read(qtbot: QtBot) -> None:
    """The words of the list that opens under a field stand out from its ground."""
    box = QComboBox()
    box.addItems(["before", "after"])
    _shown(qtbot, box)
    box.showPopup()
    view = box.view()
    row = view.visualRect(view.model().index(1, 0)).translated(view.viewport().mapTo(view.window(), QPoint(0, 0)))
    image = view.window().grab().toImage()
    middle = range(row.center().y() - 4, row.center().y() + 4)
    inside = [image.pixelColor(x, y).name() for x in range(4, 60) for y in middle]
    ground = max(set(inside), key=inside.count)
    assert max(_contrast(colour, ground) for colour in inside) >= 4.5
    box.hidePopup()


@pytest.mark.usefixtures("dressed")
def test_where_a_list_stands_can_be_seen(qtbot: QtBot) -> None:
    """The handle of a scroll bar stands out from what it slides in."""
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 100)
    bar.setPageStep(100)  # the handle fills the upper half
    image = _shown(qtbot, bar, 14, 200).grab().toImage()
    handle, groove = (image.pixelColor(7, y).name() for y in (50, 150))
    assert _contrast(handle, groove) >= 3


@pytest.mark.usefixtures("dressed")
def test_the_arrows_of_a_file_dialog_can_be_seen(qtbot: QtBot, tmp_path: Path) -> None:
    """Qt draws it where the desktop has none of its own."""
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    _shown(qtbot, dialog, 640, 480)
    button = dialog.findChild(QToolButton, "toParentButton")
    assert isinstance(button, QToolButton)
    image = button.grab().toImage()
    inside = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert max(_contrast(colour, theme.colour("window").name()) for colour in inside) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_signs_in_the_title_of_a_dock_can_be_seen(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme.apply(qapp, name)
    window, dock = QMainWindow(), QDockWidget("Facets")
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    _shown(qtbot, window)
    signs = [dock.findChild(QAbstractButton, f"qt_dockwidget_{sign}button") for sign in ("close", "float")]
    assert [sign is not None and _seen(sign, "window") > 3 for sign in signs] == [True, True]
    theme.apply(qapp, "light")
