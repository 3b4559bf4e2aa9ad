"""The case page: the scope rule by rule, counted by names alone; its versions; what is on record."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sample_corpus.archive import zip_of
from tests.parsers.archive_builders import aes_member
from tests.ui.waiting import settle
from triage.case import Allow, Case, Policy
from ui.dialogs.scope import PasswordsDialog
from ui.main_window import MainWindow
from ui.panels.case import CasePanel


def _page(qtbot: QtBot, window: MainWindow, section: int = 0) -> CasePanel:
    window.actions_.run("Case page")
    panel = window.panels["Case"]
    assert isinstance(panel, CasePanel)
    panel.names.setCurrentRow(section)
    qtbot.waitUntil(lambda: panel.plan is not None and panel.job is None)
    return panel


def _rows(panel: CasePanel) -> list[list[str]]:
    tops = (panel.rules.topLevelItem(row) for row in range(panel.rules.topLevelItemCount()))
    return [[line.text(column).strip("\u2068\u2069") for column in range(4)] for line in tops if line is not None]


@pytest.fixture
def two_roots(case_path: Path) -> Path:
    """The case with a second folder in its scope, which isn't there, written by hand."""
    scope = case_path / "scope.toml"
    more = '\n[[allow]]\nid = "share"\npath = "/nowhere/share"\ncustodian = "Shared drive"\n'
    scope.write_text(scope.read_text() + more)
    return case_path


@pytest.mark.nightly
def test_each_rule_says_what_it_includes_or_excludes(qtbot: QtBot, two_roots: Path, opened: MainWindow) -> None:
    ledger = (two_roots / "ledger.jsonl").read_bytes()
    with Case.open(two_roots) as case:
        plan, status = case.scope.plan(), case.status()
    panel = _page(qtbot, opened)
    rows = _rows(panel)
    assert rows[0][0:2] == ["mailboxes", "may be read"] and rows[0][3].startswith(f"{plan.roots[0].files} files, ")
    assert rows[1][3] == "can't be opened" and "/nowhere/share" in panel.rules.topLevelItem(1).toolTip(0)  # type: ignore[union-attr]
    assert rows[2] == ["customers", "never opened", "customer-data/**", "1 name"]
    said = panel.status.text()
    for part in ("Purpose: Sale of designs", f"{plan.roots[0].files} files", "1 name excluded", "after version 1"):
        assert part in said
    assert f"{status.with_items}" in panel.record_status.text() and "to each: Dana Levi 1" in panel.record_status.text()
    assert (two_roots / "ledger.jsonl").read_bytes() == ledger, "nothing was opened"
    panel.names.setCurrentRow(1)
    first = panel.history.topLevelItem(0)
    assert first is not None and first.text(4) == "created with the case"
    assert '+glob = "customer-data/**"' in panel.lines.toPlainText()
    settle(qtbot, opened, opened.session.jobs)
    qtbot.keyClick(panel.names, Qt.Key.Key_Down)
    assert panel.stack.currentIndex() == 2


def test_a_changed_scope_is_counted_again_and_a_count_ends_with_the_look(
    qtbot: QtBot, two_roots: Path, opened: MainWindow
) -> None:
    panel = _page(qtbot, opened)
    scope = two_roots / "scope.toml"
    scope.write_text(scope.read_text().replace("customer-data/**", "levi"))
    opened.session.recount()
    qtbot.waitUntil(lambda: _rows(panel)[2][2:] == ["levi", "1 name"])
    assert "Already read and no longer in scope" in panel.status.text()
    panel.count()
    job = panel.job
    assert job is not None and panel.count_button.text() == "Stop counting"
    opened.columns.docks["Case"].close()
    assert job.dropped and job.stop.is_set() and panel.job is None
    _page(qtbot, opened)
    scope.write_text("purpose = 3")
    opened.session.recount()
    qtbot.waitUntil(lambda: "scope.toml" in panel.status.text() and "purpose" in panel.status.text())


# ---- reading again, checking, upkeep


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A case with an archive that has a password, indexed without it."""
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "locked.zip").write_bytes(zip_of(aes_member("a.txt", b"kestrel", "open-sesame-77")))
    (tmp_path / "records" / "plain.txt").write_text("plover")
    with Case.create(tmp_path / "locked", Policy("x", "y", (Allow("a", str(tmp_path / "records"), "Dana"),))) as case:
        case.index()
    return tmp_path / "locked"


@pytest.mark.nightly
def test_problems_are_read_again_and_counted_anew(qtbot: QtBot, window: MainWindow, locked: Path) -> None:
    with qtbot.waitSignals([window.session.results_changed, window.session.status_changed]):
        window.open_case(locked)
    panel = _page(qtbot, window, 3)
    qtbot.waitUntil(lambda: panel.problems.topLevelItemCount() > 1)
    assert "encrypted" in [
        panel.problems.topLevelItem(row).text(0) for row in range(panel.problems.topLevelItemCount())
    ]  # type: ignore[union-attr]
    with qtbot.waitSignal(window.session.task_requested) as asked:
        qtbot.mouseClick(panel.read_again_button, Qt.MouseButton.LeftButton)
    assert asked.args == ["Indexing", (["encrypted"], ())]
    window.works.running["Indexing"][1].cancel.click()
    qtbot.waitUntil(lambda: panel.read_again_status.text().endswith(": 1 problems before, 1 now."))
    window.actions_.run("Passwords …")
    dialog = window.findChild(PasswordsDialog)
    assert dialog is not None and not dialog.go.isEnabled()
    dialog.text.setPlainText("wrong\n\nopen-sesame-77\n")
    with qtbot.waitSignal(window.session.task_finished):
        dialog.go.click()
    qtbot.waitUntil(lambda: panel.read_again_status.text().endswith(": 1 problems before, 0 now."))
    assert panel.problems.topLevelItem(1).text(0) == "password"  # type: ignore[union-attr]
    with Case.open(locked) as case:
        assert case.search.run("kestrel").total == 1


@pytest.mark.nightly
def test_a_case_is_verified_compacted_and_backed_up(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    session, panel = opened.session, _page(qtbot, opened)
    with qtbot.waitSignal(session.task_finished):
        opened.actions_.run("Compact the case")
        assert "Compacting" in opened.works.running
    assert panel.stack.currentIndex() == 4 and panel.compact_status.text().startswith("The database had ")
    (tmp_path / "copies").mkdir()
    with qtbot.waitSignal(session.task_finished):
        panel.back_up("case", tmp_path / "copies")
    (copy,) = (tmp_path / "copies").iterdir()
    assert str(copy) in panel.backup_status.text() and "Everything holds" in panel.backup_status.text()
    (tmp_path / "case" / "settings.toml").write_text("workers = 3\n")
    with qtbot.waitSignal(session.task_finished):
        opened.actions_.run("Verify the case")
    first, second, *_ = panel.verification.text().splitlines()
    assert first.startswith("Not everything holds. Checks that failed: 1 of ") and second.startswith("✗ settings: ")
    assert opened.bar.trouble.isVisible()
    with qtbot.waitSignal(session.task_finished) as ended:
        panel.verify()
        opened.works.running["Verifying"][1].cancel.click()
    assert ended.args == ["Verifying", None] and panel.verification.text() == "Not finished."
