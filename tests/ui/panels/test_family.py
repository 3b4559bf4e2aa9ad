"""Related items: family, conversation, copies in other mailboxes; a click goes there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow

Find = Callable[[str], MainWindow]


def _tree(window: MainWindow) -> QTreeWidget:
    tree = window.panels["Related"].tree  # type: ignore[attr-defined]
    assert isinstance(tree, QTreeWidget)
    return tree


def _groups(tree: QTreeWidget) -> dict[str, QTreeWidgetItem]:
    return {tree.topLevelItem(n).text(0): tree.topLevelItem(n) for n in range(tree.topLevelItemCount())}


def test_attachments_are_the_family_and_a_click_goes_there(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"with attachments"')
    window.columns.bring("Related")
    tree = _tree(window)
    qtbot.waitUntil(lambda: "Family: 3 items" in _groups(tree), timeout=10_000)
    family = _groups(tree)["Family: 3 items"]
    child = next(family.child(n) for n in range(3) if "one.txt" in family.child(n).text(0))
    with qtbot.waitSignal(window.session.shown, timeout=10_000) as shown:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(child).center())
    assert shown.args[0].row.name == "one.txt"


def test_copies_and_conversation_are_shown(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"heron invoice"')
    window.columns.bring("Related")
    tree = _tree(window)
    qtbot.waitUntil(lambda: "Same content elsewhere: 2 items" in _groups(tree), timeout=10_000)
    copies = _groups(tree)["Same content elsewhere: 2 items"]
    assert {copies.child(n).text(0).split()[0] for n in range(2)} == {"levi", "said"}
    assert any(name.startswith("Conversation") for name in _groups(tree))


def test_an_item_without_relatives_says_so(qtbot: QtBot, find: Find) -> None:
    window = find("kestrel")
    window.columns.bring("Related")
    empty = window.panels["Related"].empty  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "no attachments, replies or copies" in empty.sentence.text(), timeout=10_000)
    assert empty.isVisible()


def test_one_key_goes_round_the_family(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"with attachments"')
    panel = window.panels["Related"]
    first, seen = window.session.current, []
    for _ in range(3):
        qtbot.waitUntil(lambda: window.session.current in panel._kin, timeout=10_000)  # type: ignore[attr-defined]
        with qtbot.waitSignal(window.session.shown, timeout=10_000) as shown:
            qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        seen.append(shown.args[0].row.name)
    assert seen[:2] == ["one.txt", "two.txt"]
    assert window.session.current == first
