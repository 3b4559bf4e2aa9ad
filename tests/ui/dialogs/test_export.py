"""Exports, productions and reports: what they come to is said before, nothing is overwritten, profiles are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from triage.case import Case, verify
from triage.model.leaving import DATE, NEAR_MISS, RECORD, TAG, THREAD, Arrangement, ReportProfile
from triage.model.redactions import MarkedPassage, Redaction
from ui.dialogs import export
from ui.dialogs.export import ExportDialog, ProduceDialog, ReportDialog
from ui.main_window import MainWindow

Find = Callable[[str], MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


def _dialog(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    assert isinstance(window.dialog, ExportDialog)
    return window.dialog


@pytest.mark.nightly
def test_findings_are_exported(qtbot: QtBot, find: Find, tmp_path: Path) -> None:
    window = find("heron")
    keys = window.panels["Results"].readers()[0]
    keys.setFocus()
    with qtbot.waitSignal(window.session.saved_at):
        qtbot.keyClick(keys, Qt.Key.Key_R)
    dialog, target = _dialog(qtbot, window), tmp_path / "out"
    dialog.target.setText(str(target))
    dialog.query.setText("tag:relevant")  # instead of the list's query
    qtbot.waitUntil(lambda: dialog.count.text().startswith("2 items will be exported"))  # the mail and its copy
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    with qtbot.waitSignal(window.session.export_finished):
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert (target / "manifest.json").is_file()
    assert isinstance(window.dialog, QMessageBox)
    assert str(target) in window.dialog.text()
    assert window.works.running == {}


def test_without_a_finding_it_says_what_to_do(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, opened)
    qtbot.waitUntil(lambda: "No item matches" in dialog.count.text())
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_it_proposes_the_query_of_the_list(qtbot: QtBot, find: Find) -> None:
    dialog = _dialog(qtbot, find("heron"))
    assert dialog.query.text() == "heron"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_it_proposes_every_finding_where_the_list_has_no_query(qtbot: QtBot, opened: MainWindow) -> None:
    dialog = _dialog(qtbot, opened)
    qtbot.waitUntil(lambda: dialog.query.text() == "tag:relevant OR tag:hot")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_an_answer_about_an_earlier_query_lets_nobody_export(qtbot: QtBot, find: Find) -> None:
    dialog = _dialog(qtbot, find("heron"))
    qtbot.waitUntil(dialog.go.isEnabled)
    earlier = dialog._seen
    assert earlier is not None
    dialog._ask()  # its answer arrives before what is typed now is asked about
    dialog.query.setText("report")
    dialog._timer.setInterval(60_000)
    dialog._timer.start()
    with qtbot.waitSignal(dialog.session.status_changed):  # asked for after it, so that it has come
        dialog.ask(dialog.session, lambda case: None, lambda _: dialog.session.recount(), newest="t", reader="searches")
    assert not dialog.go.isEnabled()
    dialog._timer.start(0)
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(dialog.export_confirmed) as confirmed:
        dialog.go.click()
    assert confirmed.args[1] == "report"


@pytest.mark.nightly
def test_a_blank_query_exports_nothing(qtbot: QtBot, opened: MainWindow) -> None:
    dialog = _dialog(qtbot, opened)
    for text in ("", "  "):
        dialog.query.setText("report")
        qtbot.waitUntil(lambda: "will be exported" in dialog.count.text())
        dialog.query.setText(text)
        qtbot.waitUntil(lambda: dialog.count.text() == "The query is blank. Write * for all items.")
        assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.nightly
def test_decided_items_that_vanished_are_counted_as_they_are_exported(
    qtbot: QtBot, opened: MainWindow, case_path: Path, tmp_path: Path, vanished_mail: str
) -> None:
    with Case.open(case_path) as case:
        (no,) = case.search.run(f'path:"{vanished_mail}" AND NOT is:attachment').nos
        case.decisions.tag([no], "relevant", "Rae", "key")
        case.index()
        assert case.search.run("tag:relevant").total == 0
        report = case.export.bundle(tmp_path / "out", "tag:relevant", "Rae")
    assert report.findings == 1
    dialog = _dialog(qtbot, opened)
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert dialog.count.text().startswith("1 item will be exported")
    assert dialog.count.text().endswith("1 of these is superseded or vanished.")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.nightly
def test_a_folder_that_holds_something_is_refused(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, opened)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")
    dialog.query.setText("report")
    dialog.target.setText(str(tmp_path / "full"))
    qtbot.waitUntil(lambda: "not empty" in dialog.count.text())
    assert dialog.count.property("role") == "error"
    dialog.target.setText(str(tmp_path / "free"))
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.count.property("role") == "muted"
    dialog.target.setText(str(tmp_path / "full"))
    qtbot.waitUntil(lambda: "not empty" in dialog.count.text())
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.nightly
def test_the_selected_items_are_exported(qtbot: QtBot, find: Find, tmp_path: Path) -> None:
    window = find("report")
    results = window.panels["Results"].list  # type: ignore[attr-defined]
    results.setFocus()
    for _ in range(2):
        qtbot.keyClick(results, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = list(window.session.selection)
    dialog, target = _dialog(qtbot, window), tmp_path / "out"
    dialog.target.setText(str(target))
    assert dialog.selected.isChecked() and not dialog.query.isEnabled()
    qtbot.waitUntil(lambda: dialog.count.text().startswith("3 items will be exported"))
    dialog.query.setText("tag:relevant")
    dialog.selected.click()
    qtbot.waitUntil(lambda: "No item matches" in dialog.count.text())
    dialog.selected.click()
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(window.session.export_finished) as exported:
        dialog.go.click()
    assert exported.args[0].findings == len(chosen) == 3


@pytest.mark.nightly
def test_families_are_completed_unless_told_otherwise(qtbot: QtBot, find: Find, tmp_path: Path) -> None:
    window = find("heron")
    dialog, target = _dialog(qtbot, window), tmp_path / "out"
    dialog.target.setText(str(target))
    dialog.query.setText('"second file"')
    more = "2 of these don't match themselves, but belong to items that do."
    qtbot.waitUntil(lambda: dialog.count.text().endswith(more))
    assert dialog.count.text().startswith("3 items will be exported")
    dialog.belonging.setCurrentText("Nothing else")
    qtbot.waitUntil(lambda: dialog.go.isEnabled() and dialog.count.text().startswith("1 item will be exported"))
    assert more not in dialog.count.text()
    dialog.belonging.setCurrentIndex(0)
    assert not dialog.go.isEnabled(), "what is said is asked again first"
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(window.session.export_finished):
        dialog.go.click()
    assert more in window.dialog.text()  # type: ignore[attr-defined]
    assert len(list((target / "natives").iterdir())) == 3


def test_too_many_selected_items_take_a_batch(qtbot: QtBot, find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "MOST_SELECTED", 2)
    window = find("report")
    window.panels["Results"].list.select_all()  # type: ignore[attr-defined]
    dialog = _dialog(qtbot, window)
    qtbot.waitUntil(lambda: "Put them into a batch" in dialog.count.text())
    assert not dialog.go.isEnabled()


@pytest.mark.nightly
def test_privileged_items_are_listed_and_decided_on_before_anything_is_written(
    qtbot: QtBot, find: Find, case_path: Path, tmp_path: Path
) -> None:
    """One mail of two with the same text is tagged: both are listed, and no button works before the decision."""
    window = find("heron")
    with Case.open(case_path) as case:
        (first, *_), every = case.search.run('"pay heron"').nos, case.search.run("heron").total
        case.decisions.tag([first], "privileged", "Rae", "key")
        found = case.export.stops(case.search.run("heron").nos)
    assert found[0].nos == (first,) and len(found) == 2 < every
    dialog = _dialog(qtbot, window)
    decision, items = dialog.stops.choices["privileged"], dialog.stops.items
    dialog.query.setText("heron")
    dialog.target.setText(str(tmp_path / "out"))
    qtbot.waitUntil(decision.isVisible)
    assert dialog.count.text().startswith(f"Privileged: 2 of {every} items (tagged 1, duplicates 1, families 0).")
    assert dialog.count.property("role") == "error" and not dialog.go.isEnabled()
    lines = [items.topLevelItem(at) for at in range(items.topLevelItemCount())]
    assert [line.text(0) for line in lines if line] == ["Tagged privileged", "Duplicate"]
    assert "heron" in lines[0].text(1)  # type: ignore[union-attr]
    decision.setCurrentIndex(2)
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.count.text().startswith(f"{every} items will be exported")
    dialog.query.setText("report")
    qtbot.waitUntil(lambda: dialog.go.isEnabled() and not decision.isVisible())
    dialog.query.setText("heron")
    qtbot.waitUntil(decision.isVisible)
    assert not dialog.go.isEnabled(), "a decision is on the items that were listed"
    decision.setCurrentIndex(1)
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.count.text().startswith(f"{every - 2} items will be exported")
    with qtbot.waitSignal(window.session.export_finished) as done:
        dialog.go.click()
    assert done.args[0].findings == every - 2


@pytest.mark.nightly
def test_redacted_items_are_listed_and_exported_without_what_is_redacted(
    qtbot: QtBot, find: Find, case_path: Path, tmp_path: Path
) -> None:
    window, secret = find("heron"), "heron"
    with Case.open(case_path) as case:
        no = case.search.run('"pay heron"').nos[0]
        at = next(at for at, one in enumerate(case.search.item(no).segments) if secret in one.text)
        start = case.search.item(no).segments[at].text.index(secret)
        redaction = Redaction("Personal data", MarkedPassage(at, start, secret))
        case.decisions.passages.redactions.redact(no, [redaction], "Rae", "key")
        redacted = len(case.export.stops(case.search.run("heron").nos))
    dialog = _dialog(qtbot, window)
    decision = dialog.stops.choices["redactions"]
    dialog.query.setText("heron")
    dialog.belonging.setCurrentText("Nothing else")
    dialog.target.setText(str(tmp_path / "out"))
    qtbot.waitUntil(decision.isVisible)
    assert dialog.count.text().startswith("Redacted: ") and not dialog.go.isEnabled()
    assert not dialog.stops.choices["privileged"].isVisible()
    decision.setCurrentText("Export without what is redacted")
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(window.session.export_finished) as done:
        dialog.go.click()
    assert done.args[0].redacted == redacted > 0
    assert "leave without what is redacted" in window.dialog.text()  # type: ignore[attr-defined]


# ---- production: what it comes to is said while the protocol is written; the work runs and its result is shown.

PROTOCOL = 'name = "First"\nvolume = "VOL001"\nprefix = "ORR"\nquery = "{}"\n'


def _production_dialog(qtbot: QtBot, window: MainWindow) -> ProduceDialog:
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    assert isinstance(window.dialog, ProduceDialog)
    qtbot.waitUntil(lambda: bool(window.dialog.protocol.toPlainText()))  # type: ignore[union-attr]
    return window.dialog


@pytest.mark.nightly
def test_the_protocol_is_read_as_it_is_written(qtbot: QtBot, find: Find, tmp_path: Path) -> None:
    dialog = _production_dialog(qtbot, find("heron"))
    assert 'name = "Production 1"' in dialog.protocol.toPlainText()
    qtbot.waitUntil(lambda: "finds nothing" in dialog.status.text())
    assert not dialog.go.isEnabled()
    dialog.protocol.setPlainText(PROTOCOL.format("heron"))
    assert not dialog.go.isEnabled(), "what is said is asked again first"
    dialog.target.setText(str(tmp_path / "out"))
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.status.text().startswith("Documents: ") and "as their originals" in dialog.status.text()
    dialog.protocol.setPlainText("name = 3")
    qtbot.waitUntil(lambda: "protocol" in dialog.status.text())
    assert dialog.status.property("role") == "error" and not dialog.go.isEnabled()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    dialog.protocol.setPlainText(PROTOCOL.format("heron"))
    dialog.target.setText(str(tmp_path / "full"))
    qtbot.waitUntil(lambda: "not empty" in dialog.status.text())
    assert not dialog.go.isEnabled()


@pytest.mark.nightly
def test_documents_are_produced(qtbot: QtBot, find: Find, tmp_path: Path, case_path: Path) -> None:
    window, target = find("heron"), tmp_path / "out"
    dialog = _production_dialog(qtbot, window)
    dialog.protocol.setPlainText(PROTOCOL.format("heron"))
    dialog.target.setText(str(target))
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(window.session.task_finished):
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert isinstance(window.dialog, QMessageBox) and str(target) in window.dialog.text()
    assert "First: ORR0000001 to ORR" in window.dialog.text()
    assert all(check.held for check in verify(target))
    with Case.open(case_path) as case:
        assert [made.name for made in case.export.productions.all_of()] == ["First"]


@pytest.mark.nightly
def test_one_that_fails_is_said_and_can_be_tried_again(qtbot: QtBot, find: Find, tmp_path: Path) -> None:
    window = find("heron")
    dialog = _production_dialog(qtbot, window)
    dialog.protocol.setPlainText(PROTOCOL.format("heron"))
    dialog.target.setText(str(tmp_path / "missing" / "out"))
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(window.session.error_posted) as posted:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert "missing" in posted.args[0] and window.works.running == {}


@pytest.mark.nightly
def test_families_and_near_misses_are_decided_before_anything_is_produced(
    qtbot: QtBot, find: Find, tmp_path: Path, case_path: Path
) -> None:
    window, word = find("heron"), "ero"
    with Case.open(case_path) as case:
        no = case.search.run('"pay heron"').nos[0]
        at = next(at for at, one in enumerate(case.search.item(no).segments) if "heron" in one.text)
        start = case.search.item(no).segments[at].text.index("heron")
        redaction = Redaction("Personal data", MarkedPassage(at, start, "heron"[: len(word) + 1]))
        case.decisions.passages.redactions.redact(no, [redaction], "Rae", "key")
        lines = case.export.productions.stops(PROTOCOL.format("heron"))
    assert lines and all(line.kind == NEAR_MISS and "heron" in line.text.casefold() for line in lines)
    dialog = _production_dialog(qtbot, window)
    dialog.protocol.setPlainText(PROTOCOL.format("heron"))
    dialog.target.setText(str(tmp_path / "out"))
    qtbot.waitUntil(dialog.stops.strings.isVisible)
    assert "redacted word" in dialog.status.text() and not dialog.go.isEnabled()
    assert not dialog.stops.choices["privileged"].isVisible()
    dialog.stops.redact.click()
    qtbot.waitUntil(dialog.go.isEnabled)
    assert {dialog.stops.strings.topLevelItem(at).text(3) for at in range(len(lines))} == {"redact"}  # type: ignore[union-attr]
    with qtbot.waitSignal(window.session.task_finished) as done:
        dialog.go.click()
    assert done.args[1].treatments["images"]


# ---- the report's arrangement: chosen with a preview, kept in the case as a profile, and used by the export.


def export_dialog(qtbot: QtBot, window: MainWindow, query: str) -> ExportDialog:
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = window.dialog
    assert isinstance(dialog, ExportDialog)
    dialog.query.setText(query)
    qtbot.waitUntil(lambda: dialog.go.isEnabled() and dialog._seen is not None and dialog._seen.query == query)
    return dialog


def arranging(qtbot: QtBot, dialog: ExportDialog) -> ReportDialog:
    dialog.arrange_report()
    (made,) = dialog.findChildren(ReportDialog)
    qtbot.waitUntil(lambda: "first findings would look" in made.status.text())
    return made


@pytest.mark.nightly
def test_what_is_arranged_is_previewed_kept_and_exported(
    qtbot: QtBot, find: Find, case_path: Path, tmp_path: Path
) -> None:
    window = find("heron")
    dialog = export_dialog(qtbot, window, '"second file"')
    dialog.target.setText(str(tmp_path / "out"))
    report = arranging(qtbot, dialog)
    assert "sha256" in report.preview.toPlainText()
    report.order.setCurrentIndex(2)
    report.parts[RECORD].setChecked(False)
    report.cover.setPlainText("For counsel alone.\n\nPrivileged & confidential <b>.")
    qtbot.waitUntil(lambda: "For counsel alone." in report.preview.toPlainText())
    shown = report.preview.toPlainText()
    assert "Without a tag" in shown and "confidential <b>." in shown and "sha256" not in shown
    report.accept()
    qtbot.waitUntil(lambda: "can't be the name of a profile" in report.status.text())
    report.name.setText("for counsel")
    with qtbot.waitSignal(report.profile_saved):
        report.go.click()
    qtbot.waitUntil(lambda: "for counsel" in dialog.profile.currentText())
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(window.session.export_finished):
        dialog.go.click()
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "For counsel alone." in page and '<h3 dir="auto">Without a tag</h3>' in page
    with Case.open(case_path) as case:
        (kept,) = case.export.profiles()
    assert kept.arrangement.without == {RECORD} and kept.arrangement.order == TAG


@pytest.mark.nightly
def test_a_profile_is_chosen_changed_and_removed(qtbot: QtBot, find: Find, case_path: Path) -> None:
    chosen = Arrangement(TAG, frozenset((RECORD,)), "Hello.")
    with Case.open(case_path) as case:
        case.export.save_profile(ReportProfile("board", chosen, THREAD), "Rae")
    dialog = export_dialog(qtbot, find("heron"), "heron")
    qtbot.waitUntil(lambda: dialog.profile.count() == 2)
    dialog.profile.setCurrentIndex(1)
    dialog.profile.activated.emit(1)
    assert dialog._rule == THREAD, "it says what else is exported as well"
    report = arranging(qtbot, dialog)
    assert report.arrangement() == chosen
    report.order.setCurrentIndex(0)
    with qtbot.waitSignal(report.profile_saved):
        report.go.click()
    qtbot.waitUntil(lambda: dialog._profile.arrangement.order == DATE)
    report = arranging(qtbot, dialog)
    with qtbot.waitSignal(report.profile_saved):
        report.removal.click()
    qtbot.waitUntil(lambda: dialog.profile.count() == 1)
    assert dialog.profile.currentIndex() == 0
