"""Coding: keys, shown at once, on disk before it says saved, undone from the same place."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.faults import Fault, Faults
from tests.records import case_of
from tests.review.people import keys_of, rostered
from tests.ui.waiting import settle
from triage.case import Case
from triage.model.items import ItemNo
from ui import preferences, theme
from ui.case.session import Session
from ui.dialogs.tagging import UnsealDialog
from ui.dialogs.window import NotesNotKept
from ui.main_window import MainWindow
from ui.panels.coding import CodingPanel, NoteLine, lines_of
from ui.widgets.controls import Strip

Find = Callable[[str], MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


def _coding(window: MainWindow) -> CodingPanel:
    panel = window.panels["Coding"]
    assert isinstance(panel, CodingPanel)
    return panel


def _list(window: MainWindow) -> QWidget:
    widget = window.panels["Results"].readers()[0]
    widget.setFocus()
    return widget


def _now(window: MainWindow) -> ItemNo:
    assert window.session.current is not None
    return window.session.current


def _on_disk(case: Path, no: ItemNo) -> tuple[str, ...]:
    with Case.open(case) as reader:
        return reader.search.rows([no])[0].tags


def _saved(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.session.jobs is not None and not window.session.jobs.unwritten)


def test_a_key_shows_at_once_and_is_on_disk_when_it_says_saved(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    no, at_saving = _now(window), []
    window.session.saved_at.connect(lambda time: at_saving.append(_on_disk(case_path, no)))
    with qtbot.waitSignal(window.session.saved_at):
        qtbot.keyClick(_list(window), Qt.Key.Key_R)
        assert window.session.tags_of(no) == ("relevant",)
        assert _coding(window).buttons["relevant"].isChecked()
        assert window.bar.saved.text() == "saving …"
    assert at_saving == [("relevant",)]
    assert window.bar.saved.text().startswith("saved ")


def test_one_of_a_group_replaces_the_other_and_undo_brings_it_back(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    no, keys = _now(window), _list(window)
    for key in (Qt.Key.Key_R, Qt.Key.Key_H, Qt.Key.Key_I):
        qtbot.keyClick(keys, key)
    assert set(window.session.tags_of(no)) == {"not-relevant", "hot"}
    _saved(window, qtbot)
    assert set(_on_disk(case_path, no)) == {"not-relevant", "hot"}
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    assert set(_on_disk(case_path, no)) == {"relevant", "hot"}
    qtbot.waitUntil(lambda: set(window.session.tags_of(no)) == {"relevant", "hot"})
    assert _coding(window).buttons["relevant"].isChecked()
    assert not _coding(window).buttons["not-relevant"].isChecked()


def test_a_key_codes_every_copy_in_one_step(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    no, keys, spoken = _now(window), _list(window), list[str]()
    with Case.open(case_path) as case:
        (copy,) = set(case.reports.copies([no])[no].nos) - {no}
        case.decisions.tag([copy], "hot", "Omar Said", "key")
    window.session.message_posted.connect(spoken.append)
    qtbot.keyClick(keys, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: spoken[-1:] == ["Relevant applied to 2 items, 1 of them a copy."])
    assert _on_disk(case_path, no) == ("relevant",) and set(_on_disk(case_path, copy)) == {"relevant", "hot"}
    qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: spoken[-1].startswith("Undone"))
    assert _on_disk(case_path, no) == () and _on_disk(case_path, copy) == ("hot",)
    qtbot.waitUntil(lambda: window.session.tags_of(no) == () and not window.session.keyboard.suspended)
    for key in (Qt.Key.Key_H, Qt.Key.Key_R, Qt.Key.Key_R):
        qtbot.keyClick(keys, key)
    qtbot.waitUntil(lambda: spoken[-1] == "Relevant removed from 2 items, 1 of them a copy.")
    qtbot.keyClick(keys, Qt.Key.Key_H)
    _saved(window, qtbot)
    assert _on_disk(case_path, no) == () and _on_disk(case_path, copy) == ("hot",), "another person's word stays"


def test_the_same_key_takes_the_tag_off(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    no, keys = _now(window), _list(window)
    qtbot.keyClick(keys, Qt.Key.Key_P)
    qtbot.keyClick(keys, Qt.Key.Key_P)
    assert window.session.tags_of(no) == ()
    _saved(window, qtbot)
    assert _on_disk(case_path, no) == ()


@pytest.mark.nightly
def test_a_review_needs_no_mouse(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    """Search, code ten items, repeat, note, undo, all by keys with the list or the text in focus."""
    window = opened
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    bar = window.panels["Search"].line  # type: ignore[attr-defined]
    with qtbot.waitSignals([window.session.results_changed, window.session.item_shown]):
        qtbot.keyClicks(bar, "report")
        qtbot.keyClick(bar, Qt.Key.Key_Return)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    keys = window.panels["Results"].readers()[0]
    qtbot.waitUntil(keys.hasFocus)
    qtbot.waitUntil(lambda: window.panels["Results"].model.row_at(10) is not None)  # type: ignore[attr-defined]
    coded = []
    for n in range(10):
        coded.append(_now(window))
        qtbot.keyClick(keys, Qt.Key.Key_R if n % 2 == 0 else Qt.Key.Key_I)
        qtbot.keyClick(keys, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(keys, Qt.Key.Key_Period)
    coded.append(_now(window))
    reader = window.panels["Item"].readers()[0]
    reader.setFocus()
    qtbot.keyClick(reader, Qt.Key.Key_H)
    qtbot.keyClick(reader, Qt.Key.Key_N)
    note = _coding(window).note
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "ask Omar about this r")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.waitUntil(keys.hasFocus)
    _saved(window, qtbot)
    for n, no in enumerate(coded[:10]):
        assert _on_disk(case_path, no) == (("relevant",) if n % 2 == 0 else ("not-relevant",))
    assert set(_on_disk(case_path, coded[10])) == {"not-relevant", "hot"}
    with Case.open(case_path) as case:
        last = case.decisions.history(coded[10])[-1]
    assert (last.action, last.value, last.reviewer) == ("note", "ask Omar about this r", "Dana Levi")


def test_history_says_who_what_when(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    qtbot.keyClick(_list(window), Qt.Key.Key_U)
    history = _coding(window).history
    qtbot.waitUntil(lambda: history.count() == 1)
    assert "Dana Levi tagged unsure" in history.item(0).text()
    assert "(key)" in history.item(0).text()


def test_history_marks_what_is_not_signed(
    qtbot: QtBot, find: Find, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no-folder").write_text("in the way of the keys")
    monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "no-folder"))
    window = find("heron")
    qtbot.keyClick(_list(window), Qt.Key.Key_U)
    history = _coding(window).history
    qtbot.waitUntil(lambda: history.count() == 1 and "(key, unsigned)" in history.item(0).text())


@pytest.mark.nightly
def test_going_on_after_coding_is_a_switch(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    first = _now(window)
    window.actions_.run("Advance after coding")
    qtbot.keyClick(_list(window), Qt.Key.Key_R)
    assert _now(window) != first
    _saved(window, qtbot)
    assert _on_disk(case_path, first) == ("relevant",)
    assert _on_disk(case_path, _now(window)) == ()


@pytest.mark.nightly
def test_enter_goes_on_so_that_an_item_can_take_two_tags(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    keys, reader = _list(window), window.panels["Item"].readers()[0]
    expected: dict[ItemNo, set[str]] = {}
    for widget in (keys, reader, keys):
        widget.setFocus()
        expected[_now(window)] = {"relevant", "hot"}
        for key in (Qt.Key.Key_R, Qt.Key.Key_H, Qt.Key.Key_Return):
            qtbot.keyClick(widget, key)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    last = _now(window)
    QApplication.sendEvent(keys, held)
    assert len(expected) == 3 and last not in expected and _now(window) == last, "a held key goes on once"
    _saved(window, qtbot)
    assert {no: set(_on_disk(case_path, no)) for no in expected} == expected
    assert _on_disk(case_path, last) == ()


@pytest.mark.nightly
def test_alt_and_a_number_work_while_typing(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    bar = window.panels["Search"].line  # type: ignore[attr-defined]
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.session.tags_of(_now(window)) == ("hot",)


@pytest.mark.nightly
def test_customer_content_closes_the_view(qtbot: QtBot, find: Find) -> None:
    window = find("report")
    preview = window.panels["Item"]
    qtbot.keyClick(_list(window), Qt.Key.Key_C)
    assert "Nothing new" not in preview.reader.toPlainText()  # type: ignore[attr-defined]
    assert preview.closed.isVisible()  # type: ignore[attr-defined]
    _saved(window, qtbot)
    keys = _list(window)
    qtbot.keyClick(keys, Qt.Key.Key_Right, CTRL)
    qtbot.waitUntil(lambda: not preview.closed.isVisible())  # type: ignore[attr-defined]
    qtbot.keyClick(keys, Qt.Key.Key_Left, CTRL)
    qtbot.waitUntil(preview.closed.isVisible)  # type: ignore[attr-defined]


def test_a_sealed_text_is_nowhere_in_the_window(qtbot: QtBot, find: Find, case_path: Path, tmp_path: Path) -> None:
    """C closes at once and seals: list, hits, related items, searches and exports know nothing of it any more."""
    window = find("heron")
    session, no = window.session, _now(window)
    model = window.panels["Results"].model  # type: ignore[attr-defined]
    window.actions_.run("Hits in context")
    hits = window.panels["Hits"].model  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: any(line.no == no for line in hits.lines))
    keys = _list(window)
    with qtbot.waitSignal(session.seals_changed) as sealed:
        qtbot.keyClick(keys, Qt.Key.Key_C)
        assert session.is_closed(no)
        assert window.panels["Item"].closed.isVisible()  # type: ignore[attr-defined]
    assert no in sealed.args[0] and len(sealed.args[0]) == 2, "the copy goes with it"
    at = model.row_of(no)
    qtbot.waitUntil(lambda: model.text_at(at, 3) == "[sealed]")
    assert model.text_at(at, 2) == "" and "T" not in model.text_at(at, 1)
    qtbot.waitUntil(lambda: hits.lines and not any(line.no in sealed.args[0] for line in hits.lines))
    qtbot.waitUntil(lambda: _coding(window).seal.isVisible())
    assert "Sealed by Dana Levi" in _coding(window).seal.text()
    preview = window.panels["Item"]
    qtbot.waitUntil(lambda: preview.page is not None and not preview.page.item.segments)  # type: ignore[attr-defined]
    with qtbot.waitSignal(session.results_changed) as found:
        session.search('"pay heron"')
    assert found.args[0].total == 0
    with Case.open(case_path) as case:
        assert case.search.run('"pay heron"').total == 0 and case.search.run("is:sealed").total == 2
        case.export.bundle(tmp_path / "out", "*", "Rae")
        assert all(check.held for check in case.verification.run())
    text = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert b"by Friday, the invoice says" not in text


@pytest.mark.nightly
def test_two_persons_open_a_seal_with_keys(
    qtbot: QtBot, find: Find, case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = find("heron")
    session, no, keys = window.session, _now(window), _list(window)
    with qtbot.waitSignal(session.seals_changed):
        qtbot.keyClick(keys, Qt.Key.Key_C)
    session.sealing.end()
    with qtbot.waitSignal(session.error_posted) as refused:
        qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    assert "two people" in refused.args[0]
    qtbot.keyClick(keys, Qt.Key.Key_C)
    assert session.is_closed(no), "the same key doesn't open it"
    window.actions_.run("Open a sealed item …")
    without = window.dialog
    assert isinstance(without, UnsealDialog)
    qtbot.waitUntil(lambda: "triage record roster add CASE --name NAME" in without.status.text())
    qtbot.keyClicks(without.why, "a slip")
    assert not without.go.isEnabled()
    without.reject()
    with Case.open(case_path) as case:
        case.team.change_roster("add", "Dana Levi")
        rostered(case, "Omar Said")
    window.actions_.run("Open a sealed item …")
    dialog = window.dialog
    assert isinstance(dialog, UnsealDialog)
    qtbot.waitUntil(dialog.why.hasFocus)
    qtbot.waitUntil(lambda: "customer content" in dialog.status.text())
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.why, "a slip")
    with qtbot.waitSignal(session.decisions_saved):
        qtbot.keyClick(dialog.why, Qt.Key.Key_Return)
    for name in ("Dana Levi", "Lee"):
        session.naming.take(name)
        window.actions_.run("Open a sealed item …")
        again = window.dialog
        assert isinstance(again, UnsealDialog)
        qtbot.waitUntil(lambda again=again: "so another person has to grant it" in again.status.text())
        assert not again.go.isEnabled(), "another name isn't another person"
        again.reject()
    monkeypatch.setattr("triage.proof.keys.LoginKeys.of_login", lambda _=None: keys_of("Omar Said"))
    session.naming.take("Omar Said")
    with qtbot.waitSignals([session.item_shown, session.status_changed]):
        window.open_case(case_path)  # as another login
    with qtbot.waitSignal(session.item_shown):
        session.visit(no)
    window.actions_.run("Open a sealed item …")
    granting = window.dialog
    assert isinstance(granting, UnsealDialog)
    qtbot.waitUntil(granting.go.isEnabled)
    assert "Dana Levi asks to open it: a slip" in granting.status.text()
    with qtbot.waitSignal(session.seals_changed):
        qtbot.keyClick(granting.go, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.panels["Item"].closed.isVisible())  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "heron" in window.panels["Item"].reader.toPlainText())  # type: ignore[attr-defined]
    assert not session.is_closed(no) and session.tags_of(no) == ()
    with Case.open(case_path) as case:
        assert case.search.run("is:sealed").total == 0 and no in case.search.run('"pay heron"').nos


@pytest.mark.nightly
def test_a_hundred_items_without_a_mouse(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """Every key of the palette, going on by itself and by Ctrl+Right, repeating: what was pressed is what is stored."""
    with case_of(tmp_path, {f"dana/{n:03d}.txt": f"paper {n}" for n in range(100)}) as made:
        path = made.path
    with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
        window.open_case(path)
    window.activateWindow()
    keys, session, expected = _list(window), window.session, dict[ItemNo, set[str]]()
    single = {Qt.Key.Key_R: "relevant", Qt.Key.Key_I: "not-relevant", Qt.Key.Key_U: "unsure"}
    for n in range(100):
        no, (key, name) = _now(window), list(single.items())[n % 3]
        if n == 50:
            window.actions_.run("Advance after coding")
        if n % 10 == 9 and n < 50:
            qtbot.keyClick(keys, Qt.Key.Key_Period)
            name = list(single.values())[(n - 1) % 3] if n % 7 else name
            expected[no] = set(session.tags_of(no))
        else:
            if n % 4 == 0 and n < 50:
                qtbot.keyClick(keys, Qt.Key.Key_H)
            qtbot.keyClick(keys, key)
            expected[no] = {name, "hot"} if n % 4 == 0 and n < 50 else {name}
        if n < 50:
            qtbot.keyClick(keys, Qt.Key.Key_Right, CTRL)
    _saved(window, qtbot)
    assert len(expected) == 100 and all(expected.values())
    with Case.open(path) as case:
        assert {row.no: set(row.tags) for row in case.search.rows(sorted(expected))} == expected
        assert all(check.held for check in case.verification.run())


def test_history_tells_what_followed(qtbot: QtBot, find: Find) -> None:
    window = find('subject:"with attachments"')
    session = window.session
    with qtbot.waitSignal(session.palette_changed):
        session.offer([replace(t, propagates="family") if t.name == "hot" else t for t in session.tags.palette])
    with qtbot.waitSignal(session.decisions_saved) as done:
        qtbot.keyClick(_list(window), Qt.Key.Key_H)
    assert len(done.args[0].derived) == 2
    session.visit(done.args[0].derived[0])
    history = _coding(window).history
    qtbot.waitUntil(lambda: history.count() == 1 and "(propagated)" in history.item(0).text())
    qtbot.waitUntil(lambda: _coding(window).buttons["hot"].isChecked())


@pytest.mark.nightly
def test_undo_without_a_decision_says_so(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    with qtbot.waitSignal(window.session.error_posted) as failed:
        _coding(window).undo.click()
    assert "nothing to undo" in failed.args[0]
    assert window.bar.trouble.isVisible()


def test_a_note_begun_stays_with_its_item(qtbot: QtBot, find: Find) -> None:
    window = find("report")
    note, keys = _coding(window).note, _list(window)
    note.setText("half a sent")
    qtbot.keyClick(keys, Qt.Key.Key_Right, CTRL)
    assert note.text() == ""
    qtbot.keyClick(keys, Qt.Key.Key_Left, CTRL)
    assert note.text() == "half a sent"


@pytest.mark.nightly
def test_a_tag_from_before_it_sealed_is_made_a_seal(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    session, no = window.session, _now(window)
    with Case.open(case_path) as case:
        case.decisions.set_palette([replace(t, seals=False) for t in case.decisions.palette()], "Rae")
        case.decisions.tag([no], "customer-content", "Rae", "key")
        case.decisions.set_palette(
            [replace(t, seals=t.name == "customer-content") for t in case.decisions.palette()], "Rae"
        )
    with qtbot.waitSignals([session.results_changed, session.item_shown]):
        window.refresh()
    qtbot.waitUntil(lambda: session.is_closed(no))
    with qtbot.waitSignal(session.seals_changed):
        qtbot.keyClick(_list(window), Qt.Key.Key_C)
    with Case.open(case_path) as case:
        assert no in case.search.run("is:sealed").nos


@pytest.mark.nightly
def test_tags_that_another_process_put_on_offer_come_in(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    with Case.open(case_path) as case:
        case.decisions.set_palette(
            [replace(t, words="Burning") if t.name == "hot" else t for t in case.decisions.palette()], "Kim"
        )
    with qtbot.waitSignal(window.session.palette_changed):
        window.refresh()
    assert _coding(window).buttons["hot"].text() == "H  Burning"


def test_a_blind_sample_doesnt_keep_from_sealing(qtbot: QtBot, find: Find) -> None:
    window = find("report")
    session, no = window.session, _now(window)
    session.veiled = frozenset((no,))
    qtbot.keyClick(_list(window), Qt.Key.Key_H)
    assert session._current_tags.of(no) == ()
    with qtbot.waitSignal(session.seals_changed):
        qtbot.keyClick(_list(window), Qt.Key.Key_C)
    assert session.is_closed(no)
    qtbot.waitUntil(window.panels["Item"].closed.isVisible)  # type: ignore[attr-defined]


def test_a_tag_that_cant_be_put_looks_like_it_and_the_focus_like_the_focus(qtbot: QtBot, find: Find) -> None:
    button = _coding(find("heron")).buttons["not-relevant"]

    def edge() -> str:
        return button.grab().toImage().pixelColor(0, button.height() // 2).name()

    assert edge() == theme.colour("edge").name()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: edge() == theme.colour("accent").name())
    button.setEnabled(False)
    assert edge() == theme.colour("line").name()


@pytest.mark.parametrize("wide", [900, 480, 300, 240])
def test_a_button_shows_all_of_its_words_where_there_is_less_room(qtbot: QtBot, wide: int) -> None:
    panel = CodingPanel(Session())
    qtbot.addWidget(panel)
    panel.resize(wide, 500)
    panel.show()
    qtbot.waitExposed(panel)
    font = QFont(panel.font())
    font.setBold(True)
    for button in panel.buttons.values():
        assert button.width() >= QFontMetrics(font).horizontalAdvance(button.text()) + 18, button.text()
    panel.resize(wide + 600, 500)
    qtbot.waitUntil(lambda: len({b.x() for b in panel.buttons.values()}) == 3)
    panel.resize(wide, 500)
    shown = [button.geometry() for button in panel.buttons.values()]
    assert all(not one.intersects(other) for at, one in enumerate(shown) for other in shown[:at])


@pytest.mark.nightly
def test_at_twice_the_size_the_words_of_tags_are_whole(qtbot: QtBot, qapp: QApplication) -> None:
    theme.enlarge(qapp, 200)
    theme.apply(qapp, "light")
    try:
        panel = CodingPanel(Session())
        qtbot.addWidget(panel)
        panel.resize(560, 500)  # what a laptop's window has for it
        panel.show()
        qtbot.waitExposed(panel)
        for button in panel.buttons.values():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 18, button.text()
        lines = {button.y() for button in panel.buttons.values()}
        assert len(lines) <= 4 and panel.tag_buttons.verticalScrollBar().maximum() == 0
    finally:
        theme.enlarge(qapp, 100)
        theme.apply(qapp, "light")


# ---- the buttons of the tags: in columns where they fit, else close together.


def test_buttons_stand_in_columns_or_else_close_together() -> None:
    assert lines_of([80, 90, 100, 40], 308, 4) == [[(0, 100), (104, 100), (208, 100)], [(0, 100)]]
    assert lines_of([80, 90, 100, 40], 250, 4) == [[(0, 123), (127, 123)], [(0, 123), (127, 123)]]
    close = lines_of([50, 60, 40, 190], 200, 4)
    assert [len(line) for line in close] == [3, 1] and close[1] == [(0, 200)]
    assert all(
        width >= need
        for line, needs in zip(close, ([50, 60, 40], [190]), strict=True)
        for (_, width), need in zip(line, needs, strict=True)
    )
    assert lines_of([300], 200, 4) == [[(0, 200)]], "words longer than the panel are cut"


# ---- notes that were begun and earlier steps: no text is lost, and nothing out of sight is undone without asking.

Open = Callable[..., MainWindow]


@pytest.fixture
def again(qtbot: QtBot, dressed: object, case_path: Path) -> Iterator[Open]:
    """Quits the window that is open, as Ctrl+Q does, and opens the case in a new one."""
    made: list[MainWindow] = []

    def start(*, read_only: bool = False) -> MainWindow:
        for window in made:
            window.close()
            assert not window.isVisible()
        window = MainWindow(Session())
        window.session.keyboard.rest = 0
        qtbot.addWidget(window)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
            window.open_case(case_path, read_only=read_only)
        settle(qtbot, window, window.session.jobs)
        return window

    yield start
    for window in made:
        window.session.memory.drafts.drop_unsaved()
        window.close()


def _notes(window: MainWindow) -> NoteLine:
    panel = window.panels["Coding"]
    assert isinstance(panel, CodingPanel)
    return panel.notes


def _line(window: MainWindow) -> QLineEdit:
    return _notes(window).line


def _reminder(window: MainWindow) -> Strip:
    return _notes(window).reminder


def _files() -> list[Path]:
    return sorted(path for path in (preferences.folder() / "drafts").rglob("*") if path.is_file())


def _go(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    keys = window.panels["Results"].readers()[0]
    keys.setFocus()
    with qtbot.waitSignal(window.session.item_shown):
        qtbot.keyClick(keys, key, CTRL)
    settle(qtbot, window, window.session.jobs)


def _note(case_path: Path, no: ItemNo) -> str:
    with Case.open(case_path) as case:
        return next((one.value for one in reversed(case.decisions.history(no)) if one.action == "note"), "")


def _others(case_path: Path, work: Callable[[Case], object]) -> None:
    with Case.open(case_path) as case:
        work(case)


@pytest.mark.nightly
def test_a_note_that_was_begun_is_offered_again_after_ctrl_q(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    _go(qtbot, window, Qt.Key.Key_Right)
    no, first = _now(window), window.session.results.nos[0]  # type: ignore[union-attr]
    _line(window).setFocus()
    qtbot.keyClicks(_line(window), "ask Omar why")
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL)
    qtbot.waitUntil(lambda: not window.isVisible())
    (file,) = _files()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in file.parents[:2]} == {0o700}
    assert case_path not in file.parents and file.read_text() == "ask Omar why"

    window = again()
    window.session.visit(first)
    qtbot.waitUntil(lambda: window.session.current == first and _line(window).text() == "")
    preferences.put("reviewer", "Omar Said")
    assert _line(again()).text() == "" and not _reminder(window).isVisible(), "it is another's"
    preferences.put("reviewer", "Dana Levi")
    window = again()
    reminder = _reminder(window)
    if _now(window) != no:
        assert reminder.isVisible() and "on 1 item" in reminder.sentence.text()
        with qtbot.waitSignal(window.session.item_shown):
            reminder.first.click()
    assert _now(window) == no and _line(window).text() == "ask Omar why"
    assert "did not save it" in reminder.sentence.text()
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(_line(window), Qt.Key.Key_Return)
    assert _note(case_path, no) == "ask Omar why" and _line(window).text() == ""
    assert not _files() and not reminder.isVisible()
    assert not _reminder(again()).isVisible()


@pytest.mark.nightly
def test_a_draft_that_is_thrown_away_is_gone(qtbot: QtBot, again: Open) -> None:
    window = again()
    _line(window).setText("half a sent")
    window = again()
    assert _line(window).text() == "half a sent" and _files()
    _reminder(window).first.click()
    assert _line(window).text() == "" and not _files() and not _reminder(window).isVisible()
    _line(window).setText("another")
    assert window.session.memory.drafts.keep() == "" and len(_files()) == 1
    _line(window).clear()
    assert window.session.memory.drafts.keep() == "" and not _files()


@pytest.mark.nightly
def test_a_note_that_cannot_be_saved_is_there_again(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    no = _now(window)
    _line(window).setText("x" * 20_001)
    with qtbot.waitSignal(window.session.error_posted) as failed:
        qtbot.keyClick(_line(window), Qt.Key.Key_Return)
        assert _line(window).text() == "", "it is on its way"
    assert "20,001 characters" in failed.args[0] and "kept as a draft" in failed.args[0]
    assert _line(window).text() == "x" * 20_001 and _note(case_path, no) == ""
    window = again()
    assert _line(window).text() == "x" * 20_001


@pytest.mark.nightly
def test_a_window_closes_only_once_somebody_gives_up_what_cannot_be_kept(qtbot: QtBot, again: Open) -> None:
    window = again()
    preferences.folder().mkdir(parents=True, exist_ok=True)
    (preferences.folder() / "drafts").write_text("in the way")
    with qtbot.waitSignal(window.session.error_posted) as failed:
        _line(window).setText("never lost")
    assert "can't be kept on disk" in failed.args[0]
    window.close()
    assert window.isVisible() and isinstance(window.dialog, NotesNotKept)
    assert "the text is lost" in window.dialog.warning.text()
    window.dialog.reject()
    assert window.isVisible() and _line(window).text() == "never lost"
    window.close_case()
    assert window.session.path is not None and isinstance(window.dialog, NotesNotKept)
    (preferences.folder() / "drafts").unlink()
    assert window.session.memory.drafts.keep() == "" and len(_files()) == 1
    (file,) = _files()
    file.unlink()
    file.mkdir()
    _line(window).setText("never lost at all")
    window.close()
    assert isinstance(window.dialog, NotesNotKept)
    window.dialog.accept()
    qtbot.waitUntil(lambda: not window.isVisible())


@pytest.mark.nightly
def test_what_is_sealed_or_purged_has_no_draft(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    no = _now(window)
    _line(window).setText("their price")
    assert window.session.memory.drafts.keep() == "" and _files()
    keys = window.panels["Results"].readers()[0]
    keys.setFocus()
    with qtbot.waitSignal(window.session.seals_changed):
        qtbot.keyClick(keys, Qt.Key.Key_C)
    assert not _files() and _line(window).text() == "" and not _line(window).isEnabled()
    with qtbot.waitSignal(window.session.seals_changed):
        qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: _line(window).text() == "their price" and bool(_files()))  # the seal was cancelled
    window.close()
    _others(case_path, lambda case: case.decisions.seal([no], "theirs", "Omar Said", "command"))
    assert _files()
    window = again()
    assert not _files() and not _reminder(window).isVisible()


@pytest.mark.nightly
def test_others_seal_what_a_draft_is_about(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    _line(window).setText("their price")
    no = _now(window)
    assert window.session.memory.drafts.keep() == "" and _files()
    _go(qtbot, window, Qt.Key.Key_Right)
    _others(case_path, lambda case: case.decisions.seal([no], "theirs", "Omar Said", "command"))
    qtbot.waitUntil(lambda: not _files())


@pytest.mark.nightly
def test_a_case_that_is_only_read_offers_no_draft_and_loses_none(qtbot: QtBot, again: Open, case_path: Path) -> None:
    _line(again()).setText("half a sent")
    window = again(read_only=True)
    assert _line(window).text() == "" and not _reminder(window).isVisible() and _files()
    assert _line(again()).text() == "half a sent"


@pytest.mark.nightly
def test_a_note_that_was_saved_while_the_window_closed_is_not_offered(again: Open, case_path: Path) -> None:
    window = again()
    no = _now(window)
    _line(window).setText("seen")
    window.close()
    _others(case_path, lambda case: case.decisions.note(no, "seen", "Dana Levi", "key"))
    window = again()
    assert _line(window).text() == "" and not _files()


@pytest.mark.nightly
def test_another_name_has_drafts_of_its_own(qtbot: QtBot, again: Open) -> None:
    window = again()
    _line(window).setText("of Dana")
    window.session.naming.take("Omar Said")
    assert _line(window).text() == ""
    _line(window).setText("of Omar")
    window.session.naming.take("Dana Levi")
    qtbot.waitUntil(lambda: _line(window).text() == "of Dana")
    window.session.naming.take("Omar Said")
    qtbot.waitUntil(lambda: _line(window).text() == "of Omar")
    assert sorted(path.read_text() for path in _files()) == ["of Dana", "of Omar"]


@pytest.mark.nightly
def test_a_step_of_an_earlier_session_is_shown_and_asked_about_before_it_is_undone(
    qtbot: QtBot, again: Open, case_path: Path
) -> None:
    window = again()
    _go(qtbot, window, Qt.Key.Key_Right)
    no = _now(window)
    keys = window.panels["Results"].readers()[0]
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(keys, Qt.Key.Key_H)
    _go(qtbot, window, Qt.Key.Key_Left)
    settle(qtbot, window, window.session.jobs)
    window = again()
    assert _now(window) != no
    keys = window.panels["Results"].readers()[0]
    keys.setFocus()
    with qtbot.waitSignals([window.session.undo_asked, window.session.item_shown]):
        qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    settle(qtbot, window, window.session.jobs)
    reminder = _reminder(window)
    assert _now(window) == no and reminder.isVisible() and "Dana Levi tagged hot" in reminder.sentence.text()
    with Case.open(case_path) as case:
        assert "hot" in case.search.rows([no])[0].tags, "nothing is undone yet"
    reminder.leave_button.click()
    with qtbot.waitSignal(window.session.undo_asked):
        qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    settle(qtbot, window, window.session.jobs)
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(reminder.first, Qt.Key.Key_Space)
    with Case.open(case_path) as case:
        assert case.search.rows([no])[0].tags == () and not reminder.isVisible()


@pytest.mark.nightly
def test_a_step_that_was_taken_elsewhere_meanwhile_is_asked_about(qtbot: QtBot, again: Open, case_path: Path) -> None:
    window = again()
    session, mine = window.session, _now(window)
    other = session.results.nos[-1]  # type: ignore[union-attr]
    with qtbot.waitSignal(session.decisions_saved):
        session.decide([mine], "hot", True, "key")
    _others(case_path, lambda case: case.decisions.tag([other], "unsure", "Dana Levi", "command"))
    with qtbot.waitSignal(session.undo_asked) as asked:
        session.undo()
    assert asked.args[0].items == (other,) and asked.args[0].value == "unsure"
    qtbot.waitUntil(lambda: not session.keyboard.suspended)
    _go(qtbot, window, Qt.Key.Key_Left)
    assert not _reminder(window).isVisible(), "it is out of sight again"
    _others(case_path, lambda case: case.decisions.undo("Dana Levi"))
    with qtbot.waitSignal(session.decisions_saved):
        session.undo()
    with Case.open(case_path) as case:
        assert [case.search.item(no).row.tags for no in (mine, other)] == [(), ()]


_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
from ui import preferences
from ui.main_window import MainWindow
from ui.case.session import Session
app = QApplication([])
preferences.put("reviewer", "Dana Levi")
window = MainWindow(Session())
line = window.panels["Coding"].note
def write(item):
    print(item.row.no, flush=True)
    input()
    line.setText("never lost")
    QTest.keyClick(line, Qt.Key.Key_Return)
def failed(sentence):
    print(sentence, flush=True)
    window.close()
    print("closed" if not window.isVisible() else "open", flush=True)
    app.quit()
window.session.item_shown.connect(write)
window.session.error_posted.connect(failed)
window.show()
window.open_case(Path(sys.argv[1]))
app.exec()
"""


@pytest.mark.nightly
def test_a_note_on_a_full_disk_is_kept(
    qtbot: QtBot, again: Open, case_path: Path, tmp_path: Path, under: Faults
) -> None:
    environment = under.set(Fault((tmp_path / "elsewhere",))) | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _WINDOW, str(case_path), str(tmp_path / "settings")]
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=root
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        no = ItemNo(int(process.stdout.readline()))
        under.set(Fault((case_path,)))
        process.stdin.write(os.linesep)
        process.stdin.flush()
        said, state = process.stdout.readline(), process.stdout.readline()
    assert "The disk is full" in said and "kept as a draft" in said and state == "closed\n"
    assert _note(case_path, no) == "" and [path.read_text() for path in _files()] == ["never lost"]
    window = again()
    window.session.visit(no)
    qtbot.waitUntil(lambda: _line(window).text() == "never lost")
