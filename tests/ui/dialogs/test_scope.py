"""The scope: a new case is made by it and indexed; a change says what it comes to and takes a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard
from pytestqt.qtbot import QtBot

from tests.ui import records
from triage.case import Allow, Case, Deny, Policy
from ui.dialogs.scope import NewCase, ScopeDialog
from ui.main_window import MainWindow
from ui.panels.case import CasePanel


def _wizard(qtbot: QtBot, window: MainWindow) -> NewCase:
    qtbot.mouseClick(window.welcome.new, Qt.MouseButton.LeftButton)
    assert isinstance(window.dialog, NewCase)
    return window.dialog


@pytest.mark.nightly
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
    told = wizard.currentPage().summary.text()
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
    assert window.bar.message.text().startswith("Indexed ")


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
    told = wizard.currentPage().summary.text()  # type: ignore[union-attr]
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
    qtbot.waitUntil(lambda: "Stopped early" in window.bar.message.text())
    window.actions_.run("Index the sources")
    qtbot.waitUntil(lambda: "Indexed" in window.bar.message.text() and "Stopped early" not in window.bar.message.text())
    with Case.open(tmp_path / "made") as case:
        status = case.status()
    assert status.adds_up and status.items > 3 * 30
    qtbot.waitUntil(lambda: len(window.session.results.nos if window.session.results else ()) == status.items)


# ---- a change of the scope: what it comes to is said before it is made, and it takes a reason.


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> CasePanel:
    """The page of a case over two folders, of which one was moved since it was read."""
    records.write(tmp_path / "records")
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / "a.txt").write_text("osprey")
    mail = Allow("mailboxes", str(tmp_path / "records"), "{1}")
    policy = Policy("x", "y", (mail, Allow("share", str(tmp_path / "share"), "Shared drive")), (Deny("pst", "*.pst"),))
    with Case.create(tmp_path / "case", policy) as case:
        case.index()
    (tmp_path / "share").rename(tmp_path / "moved")
    with qtbot.waitSignals([window.session.results_changed, window.session.status_changed]):
        window.open_case(tmp_path / "case")
    window.actions_.run("Case page")
    panel = window.panels["Case"]
    assert isinstance(panel, CasePanel)
    qtbot.waitUntil(lambda: panel.plan is not None and panel.job is None)
    return panel


def _dialog(qtbot: QtBot, page: CasePanel) -> ScopeDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.window().findChildren(ScopeDialog)))
    return next(one for one in page.window().findChildren(ScopeDialog) if one.isVisible())


def _confirm(qtbot: QtBot, dialog: ScopeDialog, reason: str) -> None:
    qtbot.waitUntil(lambda: dialog._counted)
    assert not dialog.go.isEnabled() and "give the reason" in dialog.why.text()
    dialog.reason.setText(reason)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)


@pytest.mark.nightly
def test_a_change_says_what_it_comes_to_and_takes_a_reason(qtbot: QtBot, page: CasePanel, tmp_path: Path) -> None:
    assert page.relink_button.isVisible() and f"Can't be opened: {tmp_path / 'share'}" in page.status.text()
    qtbot.mouseClick(page.relink_button, Qt.MouseButton.LeftButton)
    dialog = _dialog(qtbot, page)
    assert dialog.fields["custodian"].text() == "Shared drive" and not dialog.go.isEnabled()
    dialog.fields["path"].setText(str(tmp_path / "moved"))
    qtbot.waitUntil(lambda: "under this folder, 1 of 1 are there" in dialog.counts.text())
    assert "Now: 42 files" in dialog.counts.text() and "After the change: 43 files" in dialog.counts.text()
    assert "no longer in scope" not in dialog.counts.text()
    _confirm(qtbot, dialog, "moved to another disk")
    qtbot.waitUntil(lambda: not page.relink_button.isVisible() and page.job is None)
    page.rules.choose("pst")
    page.edit_button.click()
    dialog = _dialog(qtbot, page)
    for glob, why in (("*.pst", "Nothing has been changed"), ("a//b", "a//b"), ("", "fill in: Pattern")):
        dialog.fields["glob"].setText(glob)
        assert why in dialog.why.text() and not dialog.go.isEnabled()
    dialog.fields["glob"].setText("levi")
    qtbot.waitUntil(lambda: "Already read and no longer in scope" in dialog.counts.text())
    _confirm(qtbot, dialog, "agreed with the works council")
    with Case.open(tmp_path / "case") as case:
        assert case.scope.policy.deny == (Deny("pst", "levi"),)
        assert case.scope.policy.allow[1] == Allow("share", str(tmp_path / "moved"), "Shared drive")
        reasons = [version.reason for version in case.scope.history()[1:]]
    assert reasons == ["moved to another disk", "agreed with the works council"]
    qtbot.waitUntil(lambda: page.history.topLevelItemCount() == 3)


@pytest.mark.nightly
def test_rules_are_added_and_removed_and_escape_changes_nothing(qtbot: QtBot, page: CasePanel, tmp_path: Path) -> None:
    before = (tmp_path / "case" / "scope.toml").read_bytes()
    page.add_folder_button.click()
    dialog = _dialog(qtbot, page)
    assert dialog.why.text() == "To go on, fill in: Folder" and dialog.why.property("role") == "muted"
    dialog.fields["path"].setText("records")
    assert dialog.why.text() == "To go on, fill in: Custodian"
    dialog.fields["custodian"].setText("Formats {1}")
    assert "records" in dialog.why.text() and dialog.why.property("role") == "error"
    dialog.fields["path"].setText(str(tmp_path / "moved"))
    assert "alone" in dialog.why.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (tmp_path / "case" / "scope.toml").read_bytes() == before
    for act, fields in ((page.add_pattern, {"glob": "*.tmp", "reason": "noise"}), (page.remove, {})):
        page.rules.choose("share")
        act()
        dialog = _dialog(qtbot, page)
        for name, text in fields.items():
            dialog.fields[name].setText(text)
        _confirm(qtbot, dialog, "because")
        qtbot.waitUntil(lambda: page.plan is not None and page.job is None)
    with Case.open(tmp_path / "case") as case:
        assert [root.id for root in case.scope.policy.allow] == ["mailboxes"]
        assert case.scope.policy.deny[1] == Deny("deny-1", "*.tmp", "noise")


@pytest.mark.nightly
def test_a_change_that_is_refused_keeps_what_was_entered(qtbot: QtBot, page: CasePanel, tmp_path: Path) -> None:
    page.add_pattern()
    dialog = _dialog(qtbot, page)
    dialog.fields["glob"].setText(str(tmp_path / "records"))
    dialog.reason.setText("because")
    qtbot.waitUntil(dialog.go.isEnabled)
    dialog.go.click()
    qtbot.waitUntil(lambda: "denies" in dialog.why.text())
    assert dialog.isVisible() and dialog.reason.text() == "because"
    dialog.reject()
    assert not dialog.isVisible()
