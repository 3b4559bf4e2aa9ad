"""The frame: first page, columns, commands, keys, sums, names for screen readers, leaving."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from ui import preferences, theme
from ui.case.jobs import Reader
from ui.case.session import Session
from ui.dialogs.window import CommandPalette, Keys
from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
_SPOKEN = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)


def _unnamed(top: QWidget) -> list[str]:
    """Return the controls that a screen reader would have no word for; parts of Qt's own widgets aside."""
    silent = []
    for kind in _SPOKEN:
        for widget in top.findChildren(kind):
            if isinstance(widget, QHeaderView) or widget.objectName().startswith(("qt_", "_q_")):
                continue
            words = widget.accessibleName() or widget.toolTip() or (hasattr(widget, "text") and widget.text())
            if not words and not isinstance(widget.parent(), QComboBox | QLineEdit):
                silent.append(f"{type(widget).__name__} in {type(widget.parent()).__name__} {widget.objectName()}")
    return silent


def test_the_first_page_offers_what_to_do(window: MainWindow) -> None:
    assert window.welcome.isVisible()
    assert [b.text() for b in (window.welcome.new, window.welcome.old, window.welcome.sample)] == [
        "New case …",
        "Open a case …",
        "Open the sample",
    ]
    assert not window.top.isVisible()
    assert not any(dock.isVisible() for dock in window.columns.docks.values())


def test_a_recent_case_is_one_click_away(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    assert preferences.recent_cases() == [case_path]
    window = opened
    window.close_case()
    assert window.welcome.isVisible()
    links = [b for b in window.welcome.findChildren(QAbstractButton) if b.accessibleName() == "Open the case case"]
    with qtbot.waitSignal(window.session.item_shown):
        qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)


def test_a_folder_that_is_no_case_is_refused_with_what_to_do(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.session.error_posted) as failed:
        window.open_case(tmp_path)
    assert "isn't a case" in failed.args[0]
    assert window.bar.trouble.isVisible()
    assert window.welcome.isVisible()


def test_the_status_bar_says_the_sums(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    with Case.open(case_path) as case:
        status, distinct = case.status(), case.search.run("", collapse=True).distinct
    found = f"{distinct} ({status.items} with copies) found"
    assert opened.bar.sums.text() == f"{status.items} items  ·  {found}  ·  0 coded"
    assert opened.bar.blind.text().startswith(str(status.not_searchable))
    keys = opened.panels["Results"].readers()[0]
    keys.setFocus()
    qtbot.keyClick(keys, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: "1 coded" in opened.bar.sums.text())
    assert opened.bar.outdated.isHidden()


def test_what_is_no_longer_in_the_sources_is_counted_marked_and_found(
    qtbot: QtBot, opened: MainWindow, case_path: Path, vanished_mail: str
) -> None:
    with Case.open(case_path) as case:
        (no,) = case.search.run(f'path:"{vanished_mail}" AND NOT is:attachment').nos
        item, total = case.search.item(no), case.search.run("*").total
        inside = len(case.search.run(f"family:{item.row.id}").nos)
        case.decisions.tag([no], "relevant", "Rae", "key")
        case.index()
        assert case.search.run("*").total == total - inside
    opened.session.recount()
    qtbot.waitUntil(lambda: "1 file vanished" in opened.bar.gone.text())
    assert "1 superseded or vanished item has decisions" in opened.bar.gone.text()
    qtbot.mouseClick(opened.bar.gone, Qt.MouseButton.LeftButton)
    settle(qtbot, opened, opened.session.jobs)
    results = opened.session.results
    assert results is not None and no in results.nos
    opened.session.select(no)
    qtbot.waitUntil(lambda: "no longer in the sources" in opened.panels["Item"].reader.toPlainText())


@pytest.mark.nightly
def test_the_status_bar_leads_from_outdated_files_to_indexing(
    qtbot: QtBot, opened: MainWindow, case_path: Path
) -> None:
    with Case.open(case_path) as case:
        case._opened.store.db.execute("UPDATE source SET state='outdated' WHERE path LIKE '%heron%'")
        outdated = case.status().outdated
    opened.session.recount()
    qtbot.waitUntil(lambda: opened.bar.outdated.text().startswith(f"{outdated} files outdated"))
    assert outdated > 1 and "stopped" in opened.bar.outdated.toolTip()
    qtbot.mouseClick(opened.bar.outdated, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(opened.bar.outdated.isHidden)
    settle(qtbot, opened, opened.session.jobs)
    with Case.open(case_path) as case:
        assert case.status().outdated == 0


def test_question_mark_shows_every_key(qtbot: QtBot, opened: MainWindow) -> None:
    keys = opened.panels["Results"].readers()[0]
    keys.setFocus()
    qtbot.keySequence(keys, QKeySequence("?"))
    assert isinstance(opened.dialog, Keys)
    tree = opened.dialog.tree
    shown = set()
    for n in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(n)
        shown |= {head.child(k).text(1) for k in range(head.childCount())}
    assert shown == {command.words for command in opened.actions_.commands if command.keys}
    opened.dialog.close()


@pytest.mark.nightly
def test_the_palette_finds_and_runs_every_command(qtbot: QtBot, opened: MainWindow) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_K, CTRL)
    palette = opened.dialog
    assert isinstance(palette, CommandPalette)
    assert palette.list.topLevelItemCount() == len(opened.actions_.commands)
    first, wide = palette.list.topLevelItem(0), palette.list.viewport().width()
    assert first is not None and (first.text(0), first.text(1)) == ("New case …", "Ctrl+N")
    assert palette.list.columnWidth(0) + palette.list.columnWidth(1) == wide  # keys under one another, none cut off
    qtbot.keyClicks(palette.line, "colours dark")
    assert palette.list.topLevelItemCount() == 1
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert preferences.text("theme") == "dark"
    assert theme.colour("base").name() == theme.DARK["base"]
    opened.looks.set_colours("light")


def test_arrows_move_in_the_palette_while_typing(qtbot: QtBot, opened: MainWindow) -> None:
    opened.show_commands()
    palette = opened.dialog
    assert isinstance(palette, CommandPalette)
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    qtbot.keyClick(palette, Qt.Key.Key_Escape)


def test_no_two_commands_share_a_key_or_words(opened: MainWindow) -> None:
    commands = opened.actions_.commands
    keys = [key for command in commands for key in command.keys]
    assert len(keys) == len(set(keys))
    assert len({command.words for command in commands}) == len(commands)


def test_every_control_has_a_name(qtbot: QtBot, opened: MainWindow) -> None:
    for run in (opened.show_commands, opened.show_keys, opened.leaving.export, opened.leaving.produce, opened.new_case):
        run()
        assert isinstance(opened.dialog, QDialog)
        assert _unnamed(opened.dialog) == []
        opened.dialog.close()
    assert _unnamed(opened) == []


@pytest.mark.nightly
def test_hidden_columns_are_remembered(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    opened.columns.docks["Facets"].toggleViewAction().trigger()
    opened.close()
    again = MainWindow(Session())
    qtbot.addWidget(again)
    again.show()
    with qtbot.waitSignal(again.session.item_shown):
        again.open_case(case_path)
    assert not again.columns.docks["Facets"].isVisible()
    assert again.columns.docks["Item"].isVisible()
    again.close()


@pytest.mark.nightly
def test_dragged_columns_are_remembered(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    opened.resize(780, 600)
    opened.resizeDocks([opened.columns.docks["Item"]], [340], Qt.Orientation.Horizontal)
    settle(qtbot, opened, opened.session.jobs)
    wide = opened.columns.docks["Item"].width()
    opened.close()
    again = MainWindow(Session())
    qtbot.addWidget(again)
    again.show()
    with qtbot.waitSignal(again.session.item_shown):
        again.open_case(case_path)
    assert abs(again.columns.docks["Item"].width() - wide) <= 8
    again.close()


def test_leaving_writes_what_is_on_its_way(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    results = opened.session.results
    assert results is not None
    for no in results.nos[:20]:
        opened.session.decide([no], "hot", True, "key")
    opened.close()
    with Case.open(case_path) as case:
        assert set(case.search.run("tag:hot").nos) >= set(results.nos[:20])  # and their copies


def test_the_reviewer_is_asked_once_and_remembered(qtbot: QtBot, opened: MainWindow) -> None:
    opened.bar.reviewer.click()
    dialog = opened.dialog
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    line.setText("  Omar   Said ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert opened.session.reviewer == preferences.reviewer() == "Omar Said"
    assert opened.bar.reviewer.text() == "Omar Said"


def test_nothing_blocks_while_a_search_runs(qtbot: QtBot, opened: MainWindow) -> None:
    """A thread that is held up holds up no other."""
    gate = threading.Event()
    jobs = opened.session.jobs
    assert jobs is not None
    jobs.ask("searches", lambda case: gate.wait(), lambda done: None)
    before = opened.session.current
    keys = opened.panels["Results"].readers()[0]
    keys.setFocus()
    qtbot.keyClick(keys, Qt.Key.Key_Down)
    with qtbot.waitSignal(opened.session.saved_at):
        qtbot.keyClick(keys, Qt.Key.Key_R)
    assert opened.session.current != before
    gate.set()


def test_four_threads_have_the_case_open_in_an_idle_window(
    qtbot: QtBot, window: MainWindow, case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holders = Counter[str]()
    real_open, real_close = Case.open, Case.close

    def open_(*given: Any, **named: Any) -> Case:
        holders[threading.current_thread().name] += 1
        return real_open(*given, **named)

    def close(case: Case) -> str:
        holders[threading.current_thread().name] -= 1
        return real_close(case)

    monkeypatch.setattr(Case, "open", open_)
    monkeypatch.setattr(Case, "close", close)
    with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
        window.open_case(case_path)
    with qtbot.waitSignal(window.session.results_changed):
        window.session.query_proposed.emit("heron OR week")
    for title in window.panels:
        window.session.panel_requested.emit(title)
        settle(qtbot, window, window.session.jobs)
    preview = window.panels["Item"]
    for at in range(len(preview.views)):  # type: ignore[attr-defined]
        preview.look_at(at)  # type: ignore[attr-defined]
        settle(qtbot, window, window.session.jobs)
    assert window.session.current is not None
    with qtbot.waitSignal(window.session.saved_at):
        window.session.code(window.session.current, "hot")
    qtbot.waitUntil(lambda: not (+holders).keys() - {f"triage-{name}" for name in (*get_args(Reader), "writer")})
    assert +holders == {f"triage-{name}": 1 for name in ("item", "searches", "rest", "writer")}
    assert holders.keys() - (+holders).keys() <= {"triage-job"}


@pytest.mark.nightly
def test_themes_dress_the_window(qtbot: QtBot, opened: MainWindow) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for name, table in (("dark", theme.DARK), ("light", theme.LIGHT)):
        opened.looks.set_colours(name)
        assert app.palette().window().color().name() == table["window"]


@pytest.mark.nightly
@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_signs_in_titles_have_the_colour_of_words(qtbot: QtBot, opened: MainWindow, name: str) -> None:
    dock = opened.columns.docks["Facets"]
    button = dock.findChild(QAbstractButton, "qt_dockwidget_floatbutton")
    assert isinstance(button, QAbstractButton)
    opened.looks.set_colours(name)
    for _ in range(2):
        image = button.icon().pixmap(20).toImage()
        inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert theme.colour("muted").name() in inks
        dock.setFloating(False)  # Qt sets its own signs again, as where a column comes back into the window


def test_the_item_can_have_the_window_alone(qtbot: QtBot, opened: MainWindow) -> None:
    visible = {name for name, dock in opened.columns.docks.items() if dock.isVisible()}
    wide = opened.columns.docks["Item"].width()
    qtbot.keyClick(opened, Qt.Key.Key_F9)
    assert {name for name, dock in opened.columns.docks.items() if dock.isVisible()} == {"Item"}
    QApplication.processEvents()
    assert opened.columns.docks["Item"].width() > opened.width() - 20
    qtbot.keyClick(opened, Qt.Key.Key_F9)
    assert {name for name, dock in opened.columns.docks.items() if dock.isVisible()} == visible
    assert opened.centralWidget().isVisible()
    QApplication.processEvents()
    assert abs(opened.columns.docks["Item"].width() - wide) <= 8
