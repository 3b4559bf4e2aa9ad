"""A change of the scope: what it comes to is said before it is made, and it takes a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui import records
from triage.case import Allow, Case, Deny, Policy
from ui.dialogs.scope import ScopeDialog
from ui.main_window import MainWindow
from ui.panels.case import CasePanel


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
    assert page.relink_.isVisible() and f"Can't be opened: {tmp_path / 'share'}" in page.told.text()
    qtbot.mouseClick(page.relink_, Qt.MouseButton.LeftButton)
    dialog = _dialog(qtbot, page)
    assert dialog.fields["custodian"].text() == "Shared drive" and not dialog.go.isEnabled()
    dialog.fields["path"].setText(str(tmp_path / "moved"))
    qtbot.waitUntil(lambda: "under this folder, 1 of 1 are there" in dialog.counts.text())
    assert "Now: 42 files" in dialog.counts.text() and "After the change: 43 files" in dialog.counts.text()
    assert "no longer in scope" not in dialog.counts.text()
    _confirm(qtbot, dialog, "moved to another disk")
    qtbot.waitUntil(lambda: not page.relink_.isVisible() and page.job is None)
    page.rules.choose("pst")
    page.edit_.click()
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
    page.add_folder_.click()
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
