"""Term lists: pasted or from a file, columns as the report has them, a row searches, bad lines stop nothing, files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from xlsxwriter import Workbook

from tests.ui.waiting import settle
from triage.case import Case
from triage.messages import render
from ui import theme
from ui.i18n import language
from ui.main_window import MainWindow
from ui.panels.preview import Preview
from ui.panels.terms import BLIND, ERROR, READING, TERM, UNION, TermsPanel

CTRL = Qt.KeyboardModifier.ControlModifier
LIST = "heron\nrepor*\n(broken\nחשבונית\n\nnowhere"


@pytest.fixture
def terms(qtbot: QtBot, opened: MainWindow) -> TermsPanel:
    """The panel in front, with the cursor in its list."""
    qtbot.keyClick(opened, Qt.Key.Key_T, CTRL)
    panel = opened.panels["Terms"]
    assert isinstance(panel, TermsPanel)
    assert panel.isVisible()
    assert panel.list.hasFocus()
    return panel


def _run(qtbot: QtBot, panel: TermsPanel, text: str) -> None:
    panel.list.setPlainText(text)
    panel.run_button.setFocus()
    qtbot.keyClick(panel.run_button, Qt.Key.Key_Space)
    _wait(qtbot, panel)


def _wait(qtbot: QtBot, panel: TermsPanel) -> None:
    qtbot.waitUntil(lambda: panel.job is None and panel.model.report is not None)


def _cells(panel: TermsPanel, row: int) -> list[str]:
    return [panel.model.index(row, column).data() for column in range(panel.model.columnCount())]


def _switch(panel: TermsPanel, number: int) -> None:
    """Open the menu of lists and choose one of them."""
    panel.lists.aboutToShow.emit()
    panel.lists.actions()[number].trigger()


def _letters(preview: Preview, text: str) -> tuple[str, bool]:
    """Return on which colour a text stands, and whether it is bold."""
    shown = preview.reader.document().find(text).charFormat()
    return shown.background().color().name(), shown.fontWeight() > QFont.Weight.Normal


@pytest.mark.nightly
def test_lists_are_highlighted_whatever_is_searched_and_after_the_case_was_closed(
    qtbot: QtBot, terms: TermsPanel, opened: MainWindow, case_path: Path, tmp_path: Path
) -> None:
    preview = opened.panels["Item"]
    assert isinstance(preview, Preview)
    terms.list.setPlainText("heron\n(broken\nowl OR owls\ndue")
    _switch(terms, 0)
    (tmp_path / "names.txt").write_text("Omar\ninvoices\n")
    terms.run_terms(tmp_path / "names.txt")
    _wait(qtbot, terms)
    _switch(terms, 1)
    terms.lists.aboutToShow.emit()
    assert [action.isChecked() for action in terms.lists.actions()] == [True, True]
    opened.session.query_proposed.emit("friday custodian:levi")
    qtbot.waitUntil(lambda: preview.place_of_hit.text() == "hit 1 of 1")
    no = opened.session.current
    mark = [theme.colour(f"mark {n}").name() for n in range(theme.MARKS)]
    assert _letters(preview, "Friday") == (theme.colour("hit 0").name(), True)
    assert _letters(preview, "heron") == (mark[0], False)
    assert preview.key.isVisible()
    shown = {term.text: (term.times, theme.colour(term.colour).name()) for term in preview.legend.terms}
    assert shown["heron"] == (4, mark[0]) and shown["due"] == (1, mark[3])
    opened.actions_.run("Legend of highlights")
    assert not preview.key.isVisible()
    opened.session.memory.keep()
    lists = dict(opened.session.memory.highlights.lists)
    with qtbot.waitSignal(opened.session.case_opened):
        opened.open_case(case_path)
    assert opened.session.memory.highlights.lists == lists and list(lists) == ["heron … due", "names.txt"]
    with qtbot.waitSignal(opened.session.results_changed):
        opened.session.query_proposed.emit("custodian:levi")
    opened.session.visit(no)
    qtbot.waitUntil(lambda: preview.place_of_hit.text() == f"{sum(times for times, _ in shown.values())} hits")
    assert preview.hit == -1 and preview.page is not None
    qtbot.keyClick(opened, Qt.Key.Key_F3)
    assert preview.place_of_hit.text().startswith("hit 1 of ")
    _switch(terms, 0)
    _switch(terms, 0)
    qtbot.waitUntil(lambda: preview.page is not None and not preview.page.marked)


def test_a_pasted_list_has_a_row_for_each_term(qtbot: QtBot, terms: TermsPanel, case_path: Path) -> None:
    _run(qtbot, terms, LIST)
    with Case.open(case_path) as case:
        report = case.reports.terms(LIST.splitlines())
    assert terms.model.rowCount() == len(report.rows) + 1 == 6
    for at, row in enumerate(report.rows):
        cells = _cells(terms, at)
        assert cells[TERM] == row.term
        error = render(row.error) if row.error else ""
        assert cells[READING] == (row.reading or error)
        assert cells[ERROR] == error
        if row.tally is not None:
            tally = row.tally
            counts = (tally.documents, tally.family, tally.unique, tally.unique_family, tally.hits, tally.distinct)
            assert cells[3:9] == [f"{count:,}" for count in counts]
            assert cells[ERROR + 1 :] == [str(dict(tally.custodians).get(name, 0)) for name in report.custodians]
    assert _cells(terms, 5)[TERM] == UNION
    assert _cells(terms, 5)[3] == f"{report.union.documents:,}"
    assert report.rows[2].error
    assert "1 could not be run" in terms.status.text()


def test_a_refusal_is_said_in_the_windows_language_without_strange_signs(
    qtbot: QtBot, qapp: QApplication, terms: TermsPanel
) -> None:
    _run(qtbot, terms, LIST)
    language.speak(qapp, "he")
    try:
        cells = _cells(terms, 2)
        assert cells[READING] == cells[ERROR]
        assert any("א" <= letter <= "ת" for letter in cells[ERROR]) and "\ufffd" not in cells[ERROR]
    finally:
        language.speak(qapp, "en")


def test_enter_on_a_row_searches_for_it(qtbot: QtBot, opened: MainWindow, terms: TermsPanel) -> None:
    _run(qtbot, terms, LIST)
    assert terms.table.hasFocus()
    with qtbot.waitSignal(opened.session.results_changed):
        qtbot.keyClick(terms.table, Qt.Key.Key_Return)
    assert opened.session.results is not None
    assert opened.session.results.text == "heron"
    at = terms.table.visualRect(terms.model.index(1, TERM)).center()
    with qtbot.waitSignal(opened.session.results_changed):
        qtbot.mouseClick(terms.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.session.results.text == "repor*"


def test_only_in_the_results_at_hand(qtbot: QtBot, opened: MainWindow, terms: TermsPanel) -> None:
    with qtbot.waitSignal(opened.session.results_changed):
        opened.session.query_proposed.emit("custodian:said OR invoice")
    terms.among.setFocus()
    qtbot.keyClick(terms.among, Qt.Key.Key_Space)
    _run(qtbot, terms, "heron\nweek")
    assert terms.model.report is not None
    assert terms.model.report.scope.text == "custodian:said OR invoice"
    tally = terms.model.report.rows[0].tally
    assert tally is not None
    qtbot.keyClick(terms.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "AND" in opened.session.results.text)  # type: ignore[union-attr]
    assert opened.session.results is not None
    assert len(opened.session.results.nos) == tally.documents


@pytest.mark.parametrize("ending", [".txt", ".csv", ".xlsx"])
def test_a_list_is_opened_from_a_file(qtbot: QtBot, terms: TermsPanel, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"list{ending}"
    if ending == ".xlsx":
        book = Workbook(path)
        book.add_worksheet().write_column(0, 0, ("Term", "heron", "plover"))
        book.close()
    else:
        path.write_text(("Term\n" if ending == ".csv" else "") + "heron\nplover\n", "utf-8")
    terms.run_terms(path)
    _wait(qtbot, terms)
    assert [_cells(terms, row)[TERM] for row in range(2)] == ["heron", "plover"]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".html"])
def test_the_report_is_saved(qtbot: QtBot, opened: MainWindow, terms: TermsPanel, tmp_path: Path, ending: str) -> None:
    _run(qtbot, terms, LIST)
    with qtbot.waitSignal(opened.session.message_posted):
        terms.write(tmp_path / f"report{ending}")
    assert (tmp_path / f"report{ending}").stat().st_size > 500
    with qtbot.waitSignal(opened.session.error_posted) as failed:
        terms.write(tmp_path / f"report{ending}")
    assert "never replaces" in failed.args[0]


def test_a_long_list_can_be_cancelled(qtbot: QtBot, terms: TermsPanel) -> None:
    terms.list.setPlainText("\n".join(f"w* OR heron{n}" for n in range(4000)))
    terms.run_button.click()
    assert terms.cancel.isVisible()
    qtbot.waitUntil(lambda: terms.bar.value() > 0)
    terms.cancel.setFocus()
    qtbot.keyClick(terms.cancel, Qt.Key.Key_Space)
    _wait(qtbot, terms)
    assert terms.model.report is not None
    assert terms.model.report.stopped
    assert "stopped" in terms.status.text()


def test_an_empty_list_says_what_to_do(qtbot: QtBot, terms: TermsPanel) -> None:
    terms.run_button.click()
    assert "Paste the terms" in terms.status.text()
    assert terms.job is None


@pytest.mark.nightly
def test_the_list_can_be_edited_again(qtbot: QtBot, terms: TermsPanel) -> None:
    _run(qtbot, terms, LIST)
    terms.edit.click()
    assert terms.list.isVisible()
    assert terms.list.toPlainText() == LIST


def test_no_column_of_the_report_is_out_of_sight_on_a_laptop(
    qtbot: QtBot, opened: MainWindow, terms: TermsPanel, case_path: Path
) -> None:
    _run(qtbot, terms, LIST)
    settle(qtbot, opened, opened.session.jobs)
    assert opened.width() == 1366
    assert terms.table.horizontalScrollBar().maximum() == 0 and terms.aside.horizontalScrollBar().maximum() == 0
    shown = [column for column in range(terms.model.columnCount()) if not terms.table.isColumnHidden(column)]
    assert shown == list(range(BLIND)) and all(terms.table.columnWidth(column) > 20 for column in shown)
    for column in shown:
        assert terms.model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    opened.resize(1000, 768)
    qtbot.waitUntil(lambda: terms.table.columnWidth(TERM) >= 64)


def test_beside_the_report_stands_where_a_terms_documents_lie(qtbot: QtBot, terms: TermsPanel, case_path: Path) -> None:
    _run(qtbot, terms, LIST)
    with Case.open(case_path) as case:
        report = case.reports.terms(LIST.splitlines())

    def told() -> dict[str, str]:
        lines = [terms.aside.topLevelItem(at) for at in range(terms.aside.topLevelItemCount())]
        return {line.text(0): line.text(1) for line in lines if line is not None}

    for row in range(terms.model.rowCount()):
        tally = report.union if row == len(report.rows) else report.rows[row].tally
        qtbot.waitUntil(lambda: terms.table.currentIndex().row() == row)  # noqa: B023
        found = dict(tally.custodians) if tally is not None else {}
        wanted = {name: f"{found.get(name, 0):,}" for name in report.custodians} if tally is not None else {}
        assert told() == {**wanted, "(not searchable)": f"{report.scope.not_searchable:,}"}
        error = report.rows[row].error if row < len(report.rows) else None
        assert terms.refused.text() == (render(error) if error else "")
        assert terms.refused.isVisible() == bool(error)
        qtbot.keyClick(terms.table, Qt.Key.Key_Down)
