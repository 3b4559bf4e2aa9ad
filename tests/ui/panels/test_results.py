"""The result list: any number of rows, sorted off the GUI thread, holding a key builds up no queue."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.effort import counted
from triage.case import Case
from ui import theme
from ui.case.session import Session
from ui.main_window import MainWindow
from ui.models.results import COLUMNS, COPIES, CUSTODIAN, DATE, PAGE, SIZE, SUBJECT, TAGS
from ui.panels.results import ResultsPanel
from ui.widgets.result_list import apart, shortened


def _panel(window: MainWindow) -> ResultsPanel:
    panel = window.panels["Results"]
    assert isinstance(panel, ResultsPanel)
    return panel


@pytest.mark.nightly
def test_a_heading_sorts_both_ways(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    for column in [DATE, *(at for at, one in enumerate(COLUMNS) if one.sort and at != DATE)]:
        _sort_both_ways(qtbot, opened, case_path, column)


def _sort_both_ways(qtbot: QtBot, opened: MainWindow, case_path: Path, column: int) -> None:
    panel, results = _panel(opened), opened.session.results
    assert results is not None
    with Case.open(case_path) as case:
        up, down, unsorted = (
            list(case.search.sorted(results.nos, key, way, True, opened.session.current))
            for key, way in ((COLUMNS[column].sort, False), (COLUMNS[column].sort, True), ("", False))
        )
    heads, hidden = panel.list.horizontalHeader(), panel.list.isColumnHidden(column)
    panel.list.setColumnHidden(column, False)
    panel.list.horizontalScrollBar().setValue(heads.sectionPosition(column))
    middle = heads.sectionViewportPosition(column) + heads.sectionSize(column) // 2
    for wanted in (down, unsorted) if column == DATE else (up, down):  # it begins sorted by date
        qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, heads.height() // 2))
        qtbot.waitUntil(lambda wanted=wanted: list(panel.model.nos) == wanted)
    panel.list.setColumnHidden(column, hidden)


def test_a_million_rows_are_listed_at_once_and_read_where_they_are_seen(qtbot: QtBot, opened: MainWindow) -> None:
    panel, results = _panel(opened), opened.session.results
    assert results is not None
    nos = (results.nos * (1_000_000 // len(results.nos) + 1))[:1_000_000]
    with counted() as effort:
        panel.model.show_items(nos)
    assert effort.steps < 1_000
    assert panel.model.rowCount() == 1_000_000
    panel.list.scrollToBottom()
    last = panel.model.index(999_999, SUBJECT)
    qtbot.waitUntil(lambda: panel.model.data(last, Qt.ItemDataRole.DisplayRole) not in ("…", None))
    assert len(panel.model.rows.pages) < 10
    assert panel.model.row_at(500_000) is None


@pytest.mark.nightly
def test_pages_are_forgotten_and_read_again(qtbot: QtBot, opened: MainWindow) -> None:
    panel, results = _panel(opened), opened.session.results
    assert results is not None
    panel.model.show_items((results.nos * 400)[: PAGE * 100])
    for page in range(80):
        qtbot.waitUntil(lambda page=page: panel.model.row_at(page * PAGE) is not None)
    assert len(panel.model.rows.pages) <= 64
    qtbot.waitUntil(lambda: panel.model.row_at(0) is not None)


def test_holding_the_key_ends_at_the_last_item_asked_for(qtbot: QtBot, opened: MainWindow) -> None:
    panel = _panel(opened)
    panel.list.setFocus()
    for _ in range(20):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    preview = opened.panels["Item"]
    wanted = panel.model.nos[20]
    assert opened.session.current == wanted
    qtbot.waitUntil(lambda: preview.page is not None and preview.page.item.row.no == wanted)  # type: ignore[attr-defined]


def test_the_selection_stays_on_its_item_when_sorted(qtbot: QtBot, opened: MainWindow) -> None:
    panel = _panel(opened)
    panel.go(5)
    chosen = opened.session.current
    before = list(panel.model.nos)
    panel.list.horizontalHeader().setSortIndicator(SUBJECT, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: list(panel.model.nos) != before)
    assert opened.session.current == chosen
    assert panel.model.nos[panel.list.currentIndex().row()] == chosen


def test_tags_are_letters_and_tooltips_are_plain(
    qtbot: QtBot, opened: MainWindow, find: Callable[[str], MainWindow]
) -> None:
    find("kestrel")
    panel = _panel(opened)
    qtbot.waitUntil(lambda: panel.model.row_at(0) is not None)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_R)
    assert panel.model.data(panel.model.index(0, TAGS), Qt.ItemDataRole.DisplayRole) == "R"
    subject = panel.model.index(0, SUBJECT)
    assert panel.model.data(subject, Qt.ItemDataRole.DisplayRole).startswith("<b>bold</b>")
    assert "<b>" not in panel.model.data(subject, Qt.ItemDataRole.ToolTipRole)


@pytest.mark.nightly
def test_columns_are_remembered_for_each_case(
    qtbot: QtBot, opened: MainWindow, case_path: Path, tmp_path: Path
) -> None:
    panel = _panel(opened)
    opened.actions_.run("Column Size")
    panel.list.arrange(
        [SUBJECT, *(column for column in range(len(COLUMNS)) if column != SUBJECT)], panel.list.columns()
    )
    panel._keep_columns(always=True)
    again = MainWindow(Session())
    qtbot.addWidget(again)
    assert _panel(again).list.isColumnHidden(SIZE)
    with qtbot.waitSignal(again.session.item_shown):
        again.open_case(case_path)
    assert not _panel(again).list.isColumnHidden(SIZE) and _panel(again).list.columns()[0] == SUBJECT
    again.close_case()
    shutil.copytree(case_path, tmp_path / "other")
    with qtbot.waitSignal(again.session.item_shown):
        again.open_case(tmp_path / "other")
    assert _panel(again).list.isColumnHidden(SIZE), "another case has columns of its own"
    again.close()


@pytest.mark.nightly
def test_further_columns_are_read_only_while_they_are_shown(
    qtbot: QtBot, find: Callable[[str], MainWindow], case_path: Path
) -> None:
    window = find("heron")
    panel = _panel(window)
    assert panel.model.further.names == {"copies"}
    for name in ("To", "Path", "Hits", "Pages", "Reviewer", "Conversation size", "Attachments"):
        window.actions_.run(f"Column {name}")
    assert panel.model.further.names == {"to", "hits", "copies", "pages", "reviewers", "thread"}
    with Case.open(case_path) as case:
        read = {row.no: row for row in case.reports.columns(panel.model.nos, panel.model.further.names, "heron")}
    column = {COLUMNS[at].head: at for at in range(len(COLUMNS))}
    qtbot.waitUntil(lambda: panel.model.text_at(0, column["Hits"]) != "")
    for at, no in enumerate(panel.model.nos):
        assert panel.model.text_at(at, column["Hits"]) == str(read[no].hits)
        assert panel.model.text_at(at, column["To"]) == "Omar Said <omar@halden.example>"
        assert panel.model.text_at(at, column["Conversation size"]) == (
            "" if read[no].thread < 2 else str(read[no].thread)
        )
        assert panel.model.text_at(at, column["Path"]).endswith(".eml")
        assert panel.model.text_at(at, column["Copies"]) == ("×2" if read[no].copies else "")
    assert {row.copies is None for row in read.values()} == {True, False}
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: panel.model.text_at(0, column["Reviewer"]) == "Dana Levi")


@pytest.mark.nightly
def test_copies_are_one_row_that_says_how_they_are_coded(
    qtbot: QtBot, find: Callable[[str], MainWindow], case_path: Path
) -> None:
    window = find("heron")
    panel, session, results = _panel(window), window.session, window.session.results
    assert results is not None and (len(results.nos), len(panel.model.nos)) == (4, 3)
    assert (
        panel.heading.text().startswith("3 (4 with copies) of ") and "3 (4 with copies) found" in window.bar.sums.text()
    )
    facets = window.panels["Facets"].tree.headerItem()  # type: ignore[attr-defined]
    assert facets.text(1) == "Distinct" and "Copies count once" in facets.toolTip(1)
    with Case.open(case_path) as case:
        of_item = case.reports.copies(panel.model.nos)
        no = next(no for no in panel.model.nos if len(of_item[no].nos) == 2)
        (copy,) = set(of_item[no].nos) - {no}
        row, says = panel.model.row_of(no), lambda: panel.model.text_at(panel.model.row_of(no), COPIES)
        qtbot.waitUntil(lambda: says() == "×2")
        assert panel.model.text_at(row, CUSTODIAN).endswith(" +1")
        hint = panel.model.data(panel.model.index(row, COPIES), Qt.ItemDataRole.ToolTipRole)
        assert "2 copies: levi 1, said 1" in hint
        case.decisions.tag([copy], "hot", "Omar Said", "key")
        qtbot.waitUntil(lambda: says() == "1/2")
        case.decisions.tag([no], "unsure", "Omar Said", "key")
        qtbot.waitUntil(lambda: says() == "≠ ×2")
    session.veil([no])
    assert says() == "×2", "a blind sample hides what decisions come to"
    session.veil(())


@pytest.mark.nightly
def test_a_copy_takes_the_place_of_its_row_and_all_can_be_shown(
    qtbot: QtBot, find: Callable[[str], MainWindow], case_path: Path
) -> None:
    window = find("heron")
    panel, session = _panel(window), window.session
    with Case.open(case_path) as case:
        of_item = case.reports.copies(panel.model.nos)
    row = next(at for at, no in enumerate(panel.model.nos) if len(of_item[no].nos) == 2)
    (copy,) = set(of_item[panel.model.nos[row]].nos) - {panel.model.nos[row]}
    panel.go(2 - panel.list.currentIndex().row())
    with qtbot.waitSignal(session.item_shown):
        session.visit(copy)
    qtbot.waitUntil(lambda: panel.list.currentIndex().row() == row and panel.model.nos[row] == copy)
    shown = panel.model.row_at(row)
    assert session.current == copy and shown is not None and shown.no == copy
    assert len(panel.model.nos) == 3 and session.selected().rows == (range(1),)
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(panel.model.nos) == 4)
    assert session.current == copy == panel.model.nos[panel.list.currentIndex().row()]
    assert panel.heading.text().startswith("4 of ")
    assert window.panels["Facets"].tree.headerItem().text(1) == "Items"  # type: ignore[attr-defined]
    window.close_case()
    with qtbot.waitSignals([session.item_shown, session.results_changed]):
        window.open_case(case_path)
    assert session.all_copies, "it is remembered"
    window.actions_.run("Show all copies")
    qtbot.waitUntil(lambda: session.results is not None and session.results.distinct is not None)
    with Case.open(case_path) as case:
        (other,) = case.search.run("path:levi/heron*").nos
        (outside,) = set(case.reports.copies([other])[other].nos) - {other}
    find("path:levi/heron*")
    session.visit(outside)
    message = "This item is not among the results; the list keeps its place."
    qtbot.waitUntil(lambda: window.bar.message.text() == message)
    assert panel.model.nos == (other,) and session.current == outside


def test_a_heading_that_cannot_sort_says_so_and_changes_nothing(qtbot: QtBot, opened: MainWindow) -> None:
    panel, before = _panel(opened), opened.session.order
    listed = list(panel.model.nos)
    hits = next(at for at, column in enumerate(COLUMNS) if column.name == "hits")
    panel.list.horizontalHeader().setSortIndicator(hits, Qt.SortOrder.DescendingOrder)
    assert opened.session.order == before and list(panel.model.nos) == listed
    assert panel.list.horizontalHeader().sortIndicatorSection() == DATE
    role, across = Qt.ItemDataRole.ToolTipRole, Qt.Orientation.Horizontal
    assert "be sorted by this column" in panel.model.headerData(hits, across, role)
    assert "Click to sort" in panel.model.headerData(DATE, across, role)


def test_columns_are_arranged_by_keys(qtbot: QtBot, opened: MainWindow) -> None:
    panel = _panel(opened)
    opened.actions_.run("Arrange columns …")
    dialog = panel.dialog
    assert dialog is not None
    row = next(at for at in range(dialog.list.count()) if dialog.list.item(at).text() == "Size")
    dialog.list.setCurrentRow(row)
    dialog.activateWindow()
    dialog.list.setFocus()
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    for _ in range(row):
        qtbot.keyClick(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog.accept()
    assert panel.list.columns()[0] == SIZE


def test_letters_never_make_the_list_jump(qtbot: QtBot, opened: MainWindow) -> None:
    panel = _panel(opened)
    last = len(panel.model.nos) - 1
    qtbot.waitUntil(lambda: panel.model.row_at(last) is not None)
    panel.list.setCurrentIndex(panel.model.index(0, SUBJECT))
    wanted = str(panel.model.data(panel.model.index(last, SUBJECT), Qt.ItemDataRole.DisplayRole))
    assert wanted and not str(panel.model.data(panel.model.index(0, SUBJECT), Qt.ItemDataRole.DisplayRole)).startswith(
        wanted
    )
    panel.list.keyboardSearch(wanted)
    assert panel.list.currentIndex().row() == 0


def test_the_letters_of_many_tags_stay_in_their_cell() -> None:
    assert apart(40, 15, 1) == apart(40, 15, 2) == 15
    for many in (3, 4, 6):
        assert (many - 1) * apart(40, 15, many) + 15 <= 40


def test_a_date_without_room_loses_its_time_and_keeps_its_mark(qtbot: QtBot, opened: MainWindow) -> None:
    listed = _panel(opened).list
    metrics, room = listed.fontMetrics(), listed.columnWidth(DATE) - theme.STEP
    for text, short in (("2023-05-02 09:00", "2023-05-02"), ("2045-05-02 09:00?", "2045-05-02?")):
        assert shortened(text, DATE, metrics, room) == short
        assert metrics.horizontalAdvance(short) <= room
        assert shortened(text, DATE, metrics, 20 * room) == text
