"""The new case: a wizard that writes the scope; then indexing, in the status bar, with cancel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard
from pytestqt.qtbot import QtBot

from tests.ui import records
from triage.case import Allow, Case, Deny, Policy
from ui.dialogs.new_case import NewCase
from ui.main_window import MainWindow


def _wizard(qtbot: QtBot, window: MainWindow) -> NewCase:
    qtbot.mouseClick(window.welcome.new, Qt.MouseButton.LeftButton)
    assert isinstance(window.dialog, NewCase)
    return window.dialog


def test_a_case_is_made_and_indexed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    records.write(tmp_path / "records")
    wizard = _wizard(qtbot, window)
    go_on = wizard.button(QWizard.WizardButton.NextButton)
    assert not go_on.isEnabled()
    qtbot.keyClicks(wizard.basics.folder, str(tmp_path / "made"))
    qtbot.keyClicks(wizard.basics.purpose, "Sale of designs")
    qtbot.keyClicks(wizard.basics.approved, "General counsel")
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert not go_on.isEnabled()
    wizard.allow.put(str(tmp_path / "records"), "{1}", "company mail")
    assert go_on.isEnabled()
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    wizard.deny.put("customer-data/**", "contract")
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    told = wizard.currentPage().told.text()
    assert "1 folder may be read" in told
    assert "1 pattern never opened" in told
    with qtbot.waitSignals([window.session.case_opened, window.session.results_changed]):
        qtbot.mouseClick(wizard.button(QWizard.WizardButton.FinishButton), Qt.MouseButton.LeftButton)
    allow = Allow("allow-1", str(tmp_path / "records"), "{1}", "company mail")
    deny = Deny("deny-1", "customer-data/**", "contract")
    with Case.open(tmp_path / "made") as case:
        assert case.scope.policy == Policy("Sale of designs", "General counsel", (allow,), (deny,))
    empty = window.panels["Results"].unread  # type: ignore[attr-defined]
    assert empty.isVisible()
    with qtbot.waitSignal(window.session.item_shown):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
        assert "Indexing" in window.works.running
    qtbot.waitUntil(lambda: not window.works.running)
    assert window.bar.word.text().startswith("Indexed ")


def test_a_grey_next_says_why_and_braces_are_refused(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    wizard = _wizard(qtbot, window)
    go_on = wizard.button(QWizard.WizardButton.NextButton)
    assert "Folder of the case" in wizard.basics.why.text()
    qtbot.keyClicks(wizard.basics.folder, str(tmp_path))
    assert "Purpose" in wizard.basics.why.text()
    qtbot.keyClicks(wizard.basics.purpose, "Formats {1} {}")
    qtbot.keyClicks(wizard.basics.approved, "{0}")
    assert "isn't an empty folder" in wizard.basics.why.text() and not go_on.isEnabled()
    qtbot.keyClicks(wizard.basics.folder, "/Formats {1}")
    assert wizard.basics.why.text() == "" and go_on.isEnabled()
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert "add a folder" in wizard.allow.why.text()
    wizard.allow.put("records", "Dana", "")
    assert "whole path" in wizard.allow.why.text()
    for column, text, why in (
        (0, "/Formats {1}", ""),
        (1, "", "custodian of /Formats {1}"),
        (1, "Formats {1}", "alone"),
    ):
        wizard.allow.table.item(0, column).setText(text)  # type: ignore[union-attr]
        assert why in wizard.allow.why.text()
        assert go_on.isEnabled() is not bool(why)
    wizard.allow.table.item(0, 1).setText("{1}")  # type: ignore[union-attr]
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    wizard.deny.put("a//b", "")
    assert "a//b" in wizard.deny.why.text() and not go_on.isEnabled()
    wizard.deny.table.item(0, 0).setText("{1}/**")  # type: ignore[union-attr]
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    told = wizard.currentPage().told.text()  # type: ignore[union-attr]
    assert "Purpose: Formats {1} {}" in told and "Approved by: {0}" in told and "/Formats {1}   ({1}" in told


def test_escape_asks_before_what_was_entered_is_discarded(qtbot: QtBot, window: MainWindow) -> None:
    wizard = _wizard(qtbot, window)
    wizard.reject()
    assert not wizard.isVisible(), "nothing was entered"
    wizard = _wizard(qtbot, window)
    qtbot.keyClicks(wizard.basics.purpose, "Sale")
    for answer, stays in (("Keep editing", True), ("Discard", False)):
        wizard.reject()
        assert wizard.isVisible() and wizard.box is not None
        next(button for button in wizard.box.buttons() if button.text() == answer).click()
        assert wizard.isVisible() is stays


def test_a_case_inside_its_sources_is_refused_in_the_window(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    policy = Policy("x", "y", (Allow("a", str(tmp_path), "z"),))
    with qtbot.waitSignal(window.session.error_posted) as failed:
        window._make(tmp_path / "inside", policy)
    assert "can't be inside" in failed.args[0]
    assert window.bar.trouble.isVisible()


@pytest.mark.nightly
def test_indexing_can_be_cancelled_and_goes_on_later(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for n in range(3):
        records.write(tmp_path / "records" / f"box{n}")
    with Case.create(tmp_path / "made", Policy("x", "y", (Allow("a", str(tmp_path / "records"), "{1}"),))):
        pass
    with qtbot.waitSignal(window.session.results_changed):
        window.open_case(tmp_path / "made")
    window.actions_.run("Index the sources")
    window.works.running["Indexing"][1].cancel.click()
    qtbot.waitUntil(lambda: "Stopped early" in window.bar.word.text())
    window.actions_.run("Index the sources")
    qtbot.waitUntil(lambda: "Indexed" in window.bar.word.text() and "Stopped early" not in window.bar.word.text())
    with Case.open(tmp_path / "made") as case:
        status = case.status()
    assert status.adds_up and status.items > 3 * 30
    qtbot.waitUntil(lambda: len(window.session.results.nos if window.session.results else ()) == status.items)
